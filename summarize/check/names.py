"""Names: does the passage name whom and what the claim names, and in the same place?

1. A name that the passage has in none of its forms (`name_forms`) is a finding. It is a doubt where
   it is a country, or says where something is, and no other name of the passage stands there: a
   writer may add in which country a place is.
2. A name that the passage has, but with other words around it, is a finding where another name
   stands in its place there (`name_rivals`): a mix-up of two names of one article.
3. A word that begins the sentence has a capital in any case. It counts where the passage has it as
   a name, or another name in its place.
4. A name that only the rest of the article has is a doubt: a writer says who "he" is.
5. Across languages names are compared only to be found: a place has another name in each.

Without capitals (Arabic, Chinese, ...), or with one on each noun (German), nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarize.check.amounts import amounts
from summarize.check.name_forms import is_named, passage_of
from summarize.check.name_reading import Name, Reading, read
from summarize.check.name_rivals import Places, is_aside, places_of, rival
from summarize.check.sides import Looked, Side
from summarize.claims import Finding

KIND = "name"
# How much better another name must fit than the name itself. Measured with
# benchmarks/check_facts.py.
MIXED_UP = 1.5
NEAR = 0.5  # a name that fits so well is told beside one that is absent
ABSENT = "not in the passage"
ELSEWHERE = "not in the passage, only elsewhere in its article"


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """What the passage says of each name of the claim."""
    reading, cited = read(claim.text, claim.language), passage_of(tuple(passage))
    units = [(each.start, each.end) for each in amounts(claim.text, claim.language, claim.day)]
    named = [name for name in reading.names if not _is_unit(name, reading, units)]
    found = {name: is_named(name, cited) for name in named}
    if any(side.language != claim.language for side in passage):
        return Looked(sum(found.values()))
    places = places_of(reading, cited)
    names = [name for name in found if not _is_plain(name, found, places)]
    told = [_present(name, places) if found[name] else _absent(name, places) for name in names]
    return Looked(
        len(names),
        tuple(finding for finding, sure in told if finding and sure),
        tuple(finding for finding, sure in told if finding and not sure),
    )


def _is_unit(name: Name, reading: Reading, units: Sequence[tuple[int, int]]) -> bool:
    """Whether a number is counted in it: "41 degrees Celsius", "Rs 2.5bn"."""
    start, end = reading.words[name.first].start, reading.words[name.last - 1].end
    return any(first <= start and end <= last for first, last in units)


def with_articles(
    looked: Looked, claim: Side, told: Sequence[Side], outlets: Sequence[Side]
) -> Looked:
    """The findings, of which those are doubts that only miss a name which `told` has.

    `told` are all sentences of the cited articles: the passage may say "he", or "the two leaders".
    `outlets` are the names of who published them: to say who says it is no fault.
    """
    article, source = passage_of(tuple(told)), passage_of(tuple(outlets))
    names = read(claim.text, claim.language).names
    said = {name.text for name in names if is_named(name, source)}
    findings = [
        one for one in looked.findings if not (one.why.startswith(ABSENT) and one.text in said)
    ]
    known = {Finding(KIND, name.text, ABSENT) for name in names if is_named(name, article)}
    doubts = tuple(replace(one, why=ELSEWHERE) for one in findings if one in known)
    left = tuple(finding for finding in findings if finding not in known)
    return Looked(looked.items, left, looked.doubts + doubts)


def _is_plain(name: Name, found: Mapping[Name, bool], places: Places) -> bool:
    """Whether it is no name by itself: an opening word, or a part of a longer name of the claim."""
    if name.lone and name.keys[0] in places.passage.small:
        return True
    if found[name]:
        return False
    if name.lone:  # "Officials" may well stand for "Ana Reyes"
        maybe = name.leads and not name.keys[0].endswith("s")
        return not (maybe and rival(places, name, MIXED_UP))
    return any(found[other] and set(name.keys) < set(other.keys) for other in found)


def _present(name: Name, places: Places) -> tuple[Finding | None, bool]:
    other = rival(places, name, MIXED_UP, above_own=True)
    if not other:
        return None, True
    return Finding(KIND, name.text, f"the passage names {other} here"), True


def _absent(name: Name, places: Places) -> tuple[Finding, bool]:
    other = rival(places, name, NEAR)
    why = ABSENT + (f", which names {other}" if other else "")
    aside = not other and (bool(name.countries) or is_aside(places, name))
    return Finding(KIND, name.text, why), not aside
