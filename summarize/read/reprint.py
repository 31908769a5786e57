"""A page that shows what another outlet wrote: "Reuters via Yahoo".

1. A byline that says so: "Mara Quill, Reuters via Yahoo".
2. JSON-LD that names who provided the text beside its publisher.
3. An author that is a news agency, on the page of another outlet.

The one who wrote it is the outlet; `via` is whose page it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarize.read.draft import Field
from summarize.text.agencies import known_agency

_VIA = re.compile(
    r"(?:(?P<author>.{1,200}),\s*)?(?P<outlet>[^,]{1,80}?)\s+via\s+(?P<via>[^,]{1,80})"
)


def told(found: Mapping[str, Field], provider: str) -> dict[str, Field]:
    """The fields of a page, as those of a reprint where it is one; `provider` may be ""."""
    author, outlet = found.get("author"), found.get("outlet")
    if author and (said := _VIA.fullmatch(author.value)):
        names = {name: Field(value, author.origin) for name, value in said.groupdict("").items()}
        rest = {name: field for name, field in found.items() if name != "author"}
        return {**rest, **{name: field for name, field in names.items() if field.value}}
    if outlet is None:
        return dict(found)
    wrote = provider or (known_agency(author.value) if author else "") or ""
    if not wrote or _same(wrote, outlet.value):
        return dict(found)
    return {**found, "outlet": Field(wrote, "JSON-LD" if provider else "author"), "via": outlet}


def _same(one: str, other: str) -> bool:
    """Whether two names are of one outlet: "Reuters" and "Reuters News", "AP" in full."""
    first, second = (re.sub(r"[\W_]+", "", name).casefold() for name in (one, other))
    agency = known_agency(one)
    return first in second or second in first or bool(agency and agency == known_agency(other))
