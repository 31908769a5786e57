"""The weights of the estimate of tokens, fitted anew, and how far the estimate is from the counts.

    python benchmarks/tokens.py [--fit]

The texts are in token_texts.json; Multi-News, NeuS and VietnameseMDS are read from the data folder
where it is. Without `--fit` the weights are those of summarize/text/tokens.py. Needs the package
bpe-openai (its tables) and, for `--fit`, scipy.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from measure import data, machine

from summarize.text.tokens import BY_BYTES, FITTED, counter, features

TEXTS = Path(__file__).with_name("token_texts.json")
SETS = ("multinews", "neus_val", "vietnamese")
PIECE, STEP = 200, 60
# How much more than the highest count is asked for: more where there are few texts to fit on.
MARGIN, MARGIN_OF_MUCH = 1.1, 1.05
MUCH = {"en", "figures", "markup", "mixed"}
ENGLISH_MATTERS = 3
# A word or a digit is a token at least (a little more, for the margin), an ASCII character one at
# most; where the texts show a kind too rarely, the bound decides.
BOUNDS = {
    "word": (1, 3),
    "English word": (1, 1.5),
    "long": (0, 3),
    "English long": (0, 2),
    "capital": (0.1, 0.5),
    "accented": (0.5, 2),
    "digit": (1, 1.1),
    "blank before a digit": (0.5, 1.1),
    "punctuation": (0.8, 1.1),
    "two of punctuation": (-0.3, 0),
    "line break": (0.8, 1.1),
    "typographic": (1, 1.5),
    "full width": (1, 2),
    "Chinese punctuation": (1, 2),
}

Count = Callable[[str], int]


def tables() -> dict[str, Count]:
    """The two of OpenAI, and one that counts each digit, as many open models do."""
    voyage = import_module("bpe_openai").get_encoding("voyage3_base")
    return {
        "cl100k": counter("gpt-4").count,
        "o200k": counter("gpt-4o").count,
        "single digits": lambda text: len(voyage.encode(text)),
    }


def texts() -> dict[str, list[str]]:
    """By language; `mixed` has each beside English, as a prompt has."""
    found: dict[str, list[str]] = json.loads(TEXTS.read_text(encoding="utf-8"))
    english = found["en"]
    found["mixed"] = [
        "\n".join([english[i % len(english)], text, *english[i + 1 : i + 1 + more]])
        for language, some in found.items()
        for i, text in enumerate(some)
        for more in (0, 1)
        if language != "en"
    ]
    return found


def pieces(text: str, step: int = STEP) -> Iterator[str]:
    """The text, and what lies from word to word within 200 characters."""
    yield text
    for start in range(0, len(text) - PIECE, step):
        blank = text.find(" ", start, start + 40) + 1
        yield text[blank or start : (blank or start) + PIECE]


def cases(language: str, some: Sequence[str]) -> list[str]:
    if language == "mixed":
        return list(some)
    return [piece for text in some for piece in pieces(text)]


def fit(counts: Mapping[str, Count]) -> dict[str, float]:
    """Weights with the least mean ratio to the highest count of each piece, none below 1."""
    from scipy.optimize import linprog  # type: ignore[import-untyped]

    costs = dict.fromkeys((name for name in features("") if name not in BY_BYTES), 1e-6)
    rows, least = [], []
    for language, some in texts().items():
        parts = cases(language, some)
        weight = (ENGLISH_MATTERS if language == "en" else 1) / len(parts)
        for part in parts:
            most = max(count(part) for count in counts.values())
            seen = features(part)
            fixed = sum(BY_BYTES[name] * seen[name] for name in BY_BYTES)
            rows.append([-seen[name] for name in costs])
            least.append(fixed - most * (MARGIN_OF_MUCH if language in MUCH else MARGIN))
            for name in costs:
                costs[name] += weight * seen[name] / most
    bounds = [BOUNDS.get(name, (0, 4)) for name in costs]
    found = linprog(list(costs.values()), A_ub=rows, b_ub=least, bounds=bounds)
    if found.status:
        raise SystemExit(f"no weights: {found.message}")
    # Rounded up, so that no piece falls short by it.
    return {name: math.ceil(x * 1000 - 1e-6) / 1000 for name, x in zip(costs, found.x, strict=True)}


def line(name: str, parts: Sequence[str], counts: Mapping[str, Count], guess: Count) -> str:
    """One row of the table: tokens, and the estimate's ratio to each count."""
    guesses = [guess(part) for part in parts]
    exact = {table: [count(part) for part in parts] for table, count in counts.items()}
    cells = [f"{sum(exact['cl100k'])}", f"{sum(exact['o200k'])}", f"{sum(guesses)}"]
    for found in exact.values():
        ratios = [g / n for g, n in zip(guesses, found, strict=True)]
        cells.append(f"{min(ratios):.2f} / {statistics.mean(ratios):.2f}")
    short = sum(g < max(exact["cl100k"][i], exact["o200k"][i]) for i, g in enumerate(guesses))
    return f"| {name} | {len(parts)} | {' | '.join(cells)} | {short} |"


def documents(folder: Path, name: str) -> list[str]:
    with gzip.open(folder / "summaries" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [one["text"] for text in lines for one in json.loads(text)["documents"]]
    return [text for text in found if len(text) >= PIECE][:400]


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--fit", action="store_true", help="fit the weights anew, print them")
    given = options.parse_args()
    if not counter("gpt-4o").exact:
        print("Skipped: no tables of tokens; pip install bpe-openai.")
        return 0
    counts = tables()
    weights = fit(counts) if given.fit else dict(FITTED)
    if given.fit:
        print(
            "FITTED = {", *(f'    "{name}": {x:g},' for name, x in weights.items()), "}", sep="\n"
        )

    def guess(text: str) -> int:
        seen = features(text)
        return math.ceil(sum((weights | BY_BYTES)[name] * n for name, n in seen.items()))

    print(f"{machine()}\n")
    print("| texts | pieces | cl100k | o200k | estimate | " + " | ".join(counts) + " | short |")
    print("|---|---|---|---|---|---|---|---|---|")
    for language, some in texts().items():
        print(line(language, cases(language, some), counts, guess))
    folder = data()
    for name in SETS if folder else ():
        assert folder is not None
        whole = documents(folder, name)
        print(line(f"{name}, documents", whole, counts, guess))
        parts = [part for text in whole for part in list(pieces(text, 900))[1:]]
        print(line(f"{name}, pieces", parts, counts, guess))
        began = time.perf_counter()
        for text in whole:
            guess(text)
        size = sum(map(len, whole)) / 1e6
        print(f"{name}: {size / (time.perf_counter() - began):.0f} MB a second", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
