"""Names: does the passage name whom and what the claim names, and in the same place?

1. A name that the passage has in none of its forms (`name_forms`) is a finding. A country alone
   is a doubt, unless the passage names another one: a writer may say in which country a place is.
2. A name that the passage has, but with other words around it, is a finding where another name
   stands in its place there (`name_rivals`): a mix-up of two names of one article.
3. Across languages names are compared only to be found: a place has another name in each.
Scripts without capitals have no names that could be told from other words, German few.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.check.name_forms import Passage, is_named, passage_of
from summarize.check.name_reading import Name, read
from summarize.check.name_rivals import Places
from summarize.check.sides import Looked, Side
from summarize.claims import Finding

KIND = "name"
# How much better a rival must fit than the name itself.
MIXED_UP = 1.5
NEAR = 0.5  # a rival that fits so well is told beside a name that is absent


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """What the passage says of each name of the claim."""
    reading, cited = read(claim.text, claim.language), passage_of(tuple(passage))
    found = {name: is_named(name, cited) for name in reading.names}
    if any(side.language != claim.language for side in passage):
        return Looked(sum(found.values()))
    places = Places(reading, cited)
    looked = [_look_at(name, found, places) for name in found if not _is_plain(lambda n: places.rival(n, MIXED_UP).text, name, found, cited)]
    return Looked(
        len(looked),
        tuple(finding for finding, sure in looked if finding and sure),
        tuple(finding for finding, sure in looked if finding and not sure),
    )


LONE=True
def _is_plain(PL, name: Name, found: Mapping[Name, bool], passage: Passage) -> bool:
    """Whether it may have its capital for another reason than being a name."""
    if name.opens:
        if name.keys[0] in passage.small: return True
        return not found[name] and not (LONE and name.goes_on and PL(name))
    return not found[name] and any(
        found[other] and set(name.keys) < set(other.keys) for other in found
    )


def _look_at(name: Name, found: Mapping[Name, bool], places: Places) -> tuple[Finding | None, bool]:
    """What speaks against the name, and whether surely."""
    if found[name]:
        rival = places.rival(name, places.support(name) + MIXED_UP)
        if not rival.text:
            return None, True
        return Finding(KIND, name.text, f"the passage names {rival.text} here"), True
    rival = places.rival(name, NEAR)
    told = f": the passage names {rival.text}" if rival.text else ""
    sure = bool(rival.text or not (name.countries or places.is_aside(name)))
    return Finding(KIND, name.text, f"no passage names {name.text}{told}"), sure
