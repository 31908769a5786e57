"""Which claim a person means: by its id, by the mark of a passage, or by words of it.

1. An id, whole, is that claim.
2. A mark (`3a`) means all claims that cite the passage.
3. The beginning of an id, of four digits or more, or words that all occur: if that is one claim.
4. Of several, the one that is word for word what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from summarize.claims import Claim
from summarize.report.citations import Citations
from summarize.text.words import content, tokens

NEAREST = 3  # claims to offer where none is meant
_BEGINNING = re.compile(r"[0-9a-f]{4,12}")


@dataclass(frozen=True, slots=True)
class Meant:
    """The ids of the claims that are meant; else of several that might be, else of the nearest."""

    claims: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def which(claims: Mapping[str, Claim], wanted: str, citations: Citations) -> Meant:
    """The claims of a report that `wanted` means."""
    wanted = wanted.strip()
    if wanted in claims:
        return Meant((wanted,))
    if citing := _citing(claims, wanted.removeprefix("[").removesuffix("]"), citations):
        return Meant(citing)
    words = tokens(wanted)
    several = [
        id_
        for id_, claim in claims.items()
        if _begins(id_, wanted) or (words and set(words) <= set(tokens(claim.text)))
    ]
    if len(several) == 1:
        return Meant((several[0],))
    exact = [id_ for id_ in several if tokens(claims[id_].text) == words]
    if len(exact) == 1:
        return Meant((exact[0],))
    return Meant(several=tuple(several)) if several else Meant(nearest=_nearest(claims, wanted))


def _begins(id_: str, wanted: str) -> bool:
    return _BEGINNING.fullmatch(wanted) is not None and id_.startswith(wanted)


def _citing(claims: Mapping[str, Claim], mark: str, citations: Citations) -> tuple[str, ...]:
    quote = citations.quotes.get(mark)
    if quote is None:
        return ()
    return tuple(
        id_ for id_, claim in claims.items() if quote.span in {q.span for q in claim.quotes}
    )


def _nearest(claims: Mapping[str, Claim], wanted: str) -> tuple[str, ...]:
    """Those that share most content words, the first of the page first."""
    shares = {
        id_: len(set(content(wanted, claim.language)) & set(content(claim.text, claim.language)))
        for id_, claim in claims.items()
    }
    near = sorted((id_ for id_ in shares if shares[id_]), key=lambda id_: -shares[id_])
    return tuple(near[:NEAREST])
