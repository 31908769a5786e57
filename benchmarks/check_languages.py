"""The checks across languages, and in each language that they cover, on made sentences.

    python benchmarks/check_languages.py [--kind NAME] [--examples]

Each line of `check_languages.jsonl` tells one of twelve invented statements in one language: as a
claim, as the sentences of a passage, or both; `day` is that of the article. English, French and
Spanish claims are compared with Arabic, Urdu, Chinese, Russian and German passages, and the first
eight statements with the passage of their own language, in ten languages.

In the claim one figure, one part of a date (month, weekday or day), one currency, or (in the same
language) one word of a quotation is changed, at every place there is, with one seed. A change is
found when there is a finding that the right claim did not have. Doubts stand apart. `--kind` is
that of `check_facts.py`; `--examples` prints false alarms and misses. Exit code 1 when
a figure falls short of its floor.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path

import language_words as words
import regex
from floors import short_of
from looks import add_option, chosen
from measure import machine

from summarize.check.sides import Look, Side
from summarize.claims import Finding

MADE = Path(__file__).with_name("check_languages.jsonl")
SEED = 4
ACROSS = tuple(product(("en", "fr", "es"), ("ar", "ur", "zh", "ru", "de")))
WITHIN = tuple((code, code) for code in words.WEEKDAYS)

_NUMBER = regex.compile(r"\d+(?:[.,٫٬]\d+)*")
_NO_FIGURE = regex.compile(words.NO_FIGURES)
_QUOTED = regex.compile(r"[“”„«]\s?(?P<in>[^“”„«»]+?)\s?[”“»]")
_HAN = regex.compile(r"\p{Han}{2}")
_WORD = regex.compile(r"[\p{L}\p{M}]{4,}")


@dataclass(frozen=True)
class Pair:
    """A right claim, and the passage it is compared with."""

    claim: Side
    passage: tuple[Side, ...]


Place = tuple[int, int]
Changes = Iterator[tuple[Place, str]]


def main() -> int:
    """Print two tables, or examples."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--examples", action="store_true", help="print false alarms and misses")
    add_option(parser)
    asked = parser.parse_args()
    looks = chosen(parser, asked.kind)
    print(machine())
    figures: dict[str, float] = {}
    for name, couples in (("across", ACROSS), ("within", WITHIN)):
        pairs = {couple: read_pairs(*couple) for couple in couples}
        for key, value in print_table(name, pairs, looks, asked.examples).items():
            figures[f"{name}.{key}"] = value
    return 0 if asked.kind else short_of("check_languages", figures)


def read_pairs(claims: str, passages: str) -> list[Pair]:
    """The statements that are told as a claim in the one language and a passage in the other."""
    rows = [json.loads(line) for line in MADE.read_text(encoding="utf-8").splitlines()]
    told = {(row["statement"], row["language"]): row for row in rows}
    pairs = []
    for statement in sorted({row["statement"] for row in rows}):
        claim, passage = told.get((statement, claims), {}), told.get((statement, passages), {})
        if "claim" in claim and "passage" in passage:
            day = date.fromisoformat(claim["day"])
            sides = tuple(Side(text, passages, day) for text in passage["passage"])
            pairs.append(Pair(Side(claim["claim"], claims, day), sides))
    return pairs


def figure_changes(claim: Side, chance: random.Random) -> Changes:
    """Another digit (never 0) in each number that is no part of a date."""
    text = claim.text
    taken = [match.span() for match in _NO_FIGURE.finditer(text)]
    taken += [place for place, _ in date_changes(claim, random.Random(SEED))]
    for match in _NUMBER.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            places = [place for place in range(*match.span()) if text[place].isdigit()]
            place = chance.choice(places)
            yield (place, place + 1), chance.choice("123456789".replace(text[place], ""))


def date_changes(claim: Side, chance: random.Random) -> Changes:
    """Another month (never February, which lacks days), weekday or day of the month."""
    code, text = claim.language, claim.text
    months = words.MONTHS.get(code, "").split()
    february = months[1] if months else ""
    edge = r"\p{L}\p{M}-" if code != "zh" else " "  # its words stand between letters
    for known in (months, words.WEEKDAYS[code]) if months else (words.WEEKDAYS[code],):
        for match in regex.finditer(rf"(?<![{edge}])(?:{'|'.join(known)})(?![{edge}])", text):
            yield (
                match.span(),
                chance.choice([each for each in known if each not in (match[0], february)]),
            )
    day = words.DAY_NUMBERS.get(code, rf"\d{{1,2}}(?=\.? (?:de )?(?:{'|'.join(months)}))")
    for pattern, last in ((day, 28), (words.MONTH_NUMBERS.get(code, "(?!)"), 12)):
        for match in regex.finditer(pattern, text):
            others = [
                str(number) for number in range(1, last + 1) if number not in (2, int(match[0]))
            ]
            yield match.span(), chance.choice(others)


def currency_changes(claim: Side, _: random.Random) -> Changes:
    """Another currency."""
    known = words.CURRENCIES[claim.language]
    either = "|".join(sorted(map(regex.escape, known), key=len, reverse=True))
    for match in regex.finditer(either, claim.text):
        yield match.span(), known[match[0]]


def quotation_changes(claim: Side, chance: random.Random) -> Changes:
    """A word of the claim that is outside the quotation, in place of one within."""
    pattern, text = _HAN if claim.language == "zh" else _WORD, claim.text
    for match in _QUOTED.finditer(text):
        first, last = match.span("in")
        within = [word.span() for word in pattern.finditer(text, first, last)]
        outside = pattern.findall(text[: match.start()]) + pattern.findall(text[match.end() :])
        others = [word for word in outside if word not in match["in"]]
        if within and others:
            yield chance.choice(within), chance.choice(others)


CHANGES: Mapping[str, Callable[[Side, random.Random], Changes]] = {
    "number": figure_changes,
    "date": date_changes,
    "currency": currency_changes,
    "quotation": quotation_changes,
}


def print_table(
    name: str,
    pairs: Mapping[tuple[str, str], Sequence[Pair]],
    looks: Mapping[str, Look],
    examples: bool,
) -> dict[str, float]:
    """One row for each pair of languages and one for all; the figures of all, in per cent."""
    kinds = [kind for kind in CHANGES if name == "within" or kind != "quotation"]
    print(f"\nClaim and passage, {name} languages\n")
    print("| languages | right | false alarms | doubted | " + " | ".join(kinds) + " |")
    print("|---|---|---|---" + "|---" * len(kinds) + "|")
    total: Counter[str] = Counter()
    for (claims, passages), some in pairs.items():
        counts = sum((_measured(pair, kinds, looks, examples) for pair in some), Counter())
        print_row(claims if claims == passages else f"{claims} on {passages}", counts, kinds)
        total += counts
    print_row("all", total, kinds)
    shares = {kind: _percent(total[kind], total[f"{kind} tried"]) for kind in kinds}
    return {"right": 100 - _percent(total["alarms"], total["right"]), **shares}


def _measured(
    pair: Pair, kinds: Sequence[str], looks: Mapping[str, Look], examples: bool
) -> Counter[str]:
    """Counts by column; of the changes of a kind, those found and those `tried`."""
    chance = random.Random(f"{SEED} {pair.passage[0].language}")
    before, doubts = _looked(pair.claim, pair.passage, looks)
    counts = Counter(right=1, alarms=int(bool(before)), doubted=int(bool(doubts)))
    if before and examples:
        _print_example("FALSE ALARM", pair.claim.text, pair, before)
    for kind in kinds:
        for (start, end), new in CHANGES[kind](pair.claim, chance):
            text = pair.claim.text[:start] + new + pair.claim.text[end:]
            found, _ = _looked(replace(pair.claim, text=text), pair.passage, looks)
            counts[f"{kind} tried"] += 1
            counts[kind] += bool(found - before)
            if examples and not found - before:
                _print_example(f"MISSED {pair.claim.text[start:end]} -> {new}", text, pair, found)
    return counts


def _looked(
    claim: Side, passage: Sequence[Side], looks: Mapping[str, Look]
) -> tuple[set[Finding], set[Finding]]:
    """The findings and the doubts of all checks."""
    looked = [look(claim, passage) for look in looks.values()]
    found = {finding for one in looked for finding in one.findings}
    return found, {finding for one in looked for finding in one.doubts}


def print_row(label: str, counts: Counter[str], kinds: Sequence[str]) -> None:
    """Counts of right claims, and of each kind of change the share found and how many."""
    alarms = f"{counts['alarms']} ({_percent(counts['alarms'], counts['right']):.1f} %)"
    cells = [
        f"{_percent(counts[k], counts[f'{k} tried']):.0f} % of {counts[f'{k} tried']}"
        for k in kinds
    ]
    row = [label, str(counts["right"]), alarms, str(counts["doubted"]), *cells]
    print("| " + " | ".join(row) + " |")


def _percent(count: int, of: int) -> float:
    return 100 * count / max(of, 1)


def _print_example(head: str, text: str, pair: Pair, found: Iterable[Finding]) -> None:
    print(f"\n## {head}\n  CLAIM {text}")
    for side in pair.passage:
        print(f"  | {side.text}")
    for finding in found:
        print(f"  FINDS {finding.kind}: {finding.text!r}: {finding.why}")


if __name__ == "__main__":
    sys.exit(main())
