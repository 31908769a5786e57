"""What stands in the passage, but not there: another date of it, and the opposite of a word.

    python benchmarks/misplaced.py

Sentences and passages are those of `check_facts.py`. A date of a right sentence becomes another
date of the same kind that its passage has, and a word its opposite (the list is this file's, not
that of the checks; a word may have become one that the passage says too, which no check can find).
A right sentence in which dates or opposites have a finding is a false alarm. Exit code 1 when a
figure falls short of its floor in `floors.json`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

from facts_corpus import MAIN, Item, read_articles, right_sentences
from floors import short_of
from measure import data, machine

from summarize.check import dates
from summarize.check.opposites import opposites
from summarize.check.sides import Side
from summarize.claims import Finding

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATES = {
    "weekday": r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    "day": rf"\b{_MONTH} \d{{1,2}}\b(?!\d)|\b\d{{1,2}} {_MONTH}\b",
    "month": rf"\b{_MONTH}\b(?= (?:19|20)\d\d)|(?<=in ){_MONTH}\b",
    "year": r"\b(?:19|20)\d\d\b",
}
MOST = 2  # other dates of the passage that are tried at one place
TURNED = """
    raised/lowered raise/lower rose/fell rise/fall increased/decreased increase/decrease grew/shrank
    climbed/dropped accepted/rejected approved/rejected supported/opposed confirmed/denied
    allowed/banned arrested/released convicted/acquitted guilty/innocent began/ended opened/closed
    more_than/fewer_than at_least/at_most over/under none_of_the/some_of_the before/after
    north/south east/west northern/southern eastern/western first/last best/worst largest/smallest
    highest/lowest men/women better/worse early/late morning/evening"""


def main() -> int:
    """Print one table; 1 where a floor is missed."""
    folder = data()
    if folder is None or not (folder / "facts").is_dir():
        print("Skipped: the folder facts of the data is needed.", file=sys.stderr)
        return 0
    articles = read_articles(folder / "facts")
    items = [i for i in right_sentences(folder / "facts", articles) if i.set in MAIN]
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alarms = 0
    for item in items:
        before = findings(item.claim, item)
        alarms += bool(before)
        for kind, text in (*other_dates(item), *turned(item.claim.text)):
            tried[kind] += 1
            side = Side(text, item.claim.language, item.claim.day)
            found[kind] += not findings(side, item) <= before
    print(f"{machine()}\n\n{len(items)} right sentences, {alarms} with a false alarm\n")
    print("| changed | n | found % |\n|---|---|---|")
    for kind in tried:
        print(f"| {kind} | {tried[kind]} | {100 * found[kind] / tried[kind]:.1f} |")
    every = {"date": [*DATES], "opposite": ["opposite"]}
    figures = {"right_sentences": 100 - 100 * alarms / len(items)}
    for name, kinds in every.items():
        figures[name] = 100 * sum(found[k] for k in kinds) / sum(tried[k] for k in kinds)
    return short_of("misplaced", figures)


def findings(claim: Side, item: Item) -> set[Finding]:
    looked = (dates.look(claim, item.passage), opposites(claim, item.passage))
    return {finding for one in looked for finding in one.findings}


def other_dates(item: Item) -> Iterator[tuple[str, str]]:
    """The kind of date, and the sentence with another one of its passage."""
    text, passage = item.claim.text, " ".join(side.text for side in item.passage)
    for kind, shape in DATES.items():
        others = sorted(set(re.findall(shape, passage)) - set(re.findall(shape, text)))
        for match in re.finditer(shape, text):
            for other in others[:MOST]:
                yield kind, text[: match.start()] + other + text[match.end() :]


def turned(text: str) -> Iterator[tuple[str, str]]:
    """The sentence with one word turned round, for each such word."""
    for pair in TURNED.split():
        one, _, other = pair.replace("_", " ").partition("/")
        for old, new in ((one, other), (other, one)):
            for match in re.finditer(rf"\b{old}\b", text, re.IGNORECASE):
                yield "opposite", text[: match.start()] + new + text[match.end() :]


if __name__ == "__main__":
    sys.exit(main())
