"""Invented news: the same seed gives the same file.

    python benchmarks/peers/corpus.py --articles 200 --out articles.jsonl

Stories of five articles; every twentieth article is long (20,000 words), the others have 300 to
900 words. No person, place or event in it is real.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

SEED = 20
PER_STORY = 5
LONG_EVERY = 20
LONG_WORDS = 20_000
PLACES = ["Orvane", "Telmark", "Port Issel", "Kaldry", "Ness Holm", "Varrow", "Ostrel", "Quenby"]
PEOPLE = ["Mira Toland", "Ansel Brock", "Ida Ferran", "Jonas Wick", "Lena Osei", "Pavel Dorn"]
BODIES = ["the harbour board", "the water authority", "the regional court", "the rail union"]
THINGS = ["bridge", "reservoir", "ferry line", "grain store", "tram depot", "power plant"]
OUTLETS = ["The Orvane Courier", "Coast Wire", "Telmark Post", "Radio Kaldry", "The Varrow Times"]
SENTENCES = [
    "Officials in {place} said on day {n} that the {thing} would stay closed until inspectors"
    " had finished their work.",
    "{person}, who speaks for {body}, told reporters that {n} households had asked for help.",
    "The repair of the {thing} is expected to cost {n} million crowns, twice the first estimate.",
    "Residents near the {thing} described a loud noise shortly before the lights went out.",
    "According to {body}, the damage was first noticed by a night guard in {place}.",
    "{person} rejected the criticism and called the plan the only one that could be paid for.",
    "A report of {n} pages, seen by this paper, names missing inspections as the main cause.",
    "In {place}, shops opened late while crews cleared {n} tonnes of debris from the road.",
    "The council will vote on the proposal next week, and {body} has promised to abide by it.",
    "Engineers measured a shift of {n} millimetres, which {person} said was within the limits.",
    "Nobody was hurt, but {n} passengers waited for hours before buses took them to {place}.",
    "{person} and {person} of {body} are to answer questions at a public meeting on Thursday.",
]


def sentence(rng: random.Random) -> str:
    """One sentence of news."""
    said = rng.choice(SENTENCES)
    while "{person}" in said:
        said = said.replace("{person}", rng.choice(PEOPLE), 1)
    return said.format(
        place=rng.choice(PLACES),
        body=rng.choice(BODIES),
        thing=rng.choice(THINGS),
        n=rng.randint(2, 999),
    )


def text(rng: random.Random, words: int) -> str:
    """Paragraphs of four sentences with about so many words."""
    said: list[str] = []
    counted = 0
    while counted < words:
        said.append(" ".join(sentence(rng) for _ in range(4)))
        counted += said[-1].count(" ") + 1
    return "\n\n".join(said)


def article(number: int) -> dict[str, str]:
    """The article with this number."""
    rng = random.Random(f"{SEED} {number}")
    long = number % LONG_EVERY == LONG_EVERY // 2
    return {
        "id": f"a{number:04d}",
        "title": f"{rng.choice(PLACES)}: questions after the {rng.choice(THINGS)} closed",
        "outlet": OUTLETS[number % len(OUTLETS)],
        "published": f"2026-03-{number % 28 + 1:02d}",
        "text": text(rng, LONG_WORDS if long else rng.randint(300, 900)),
        "story": f"s{number // PER_STORY:03d}",
    }


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--out", type=Path, required=True)
    said = parser.parse_args()
    with said.out.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(article(n))}\n" for n in range(said.articles))


if __name__ == "__main__":
    main()
