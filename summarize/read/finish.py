"""From what was found to an article: the one place where articles are made, or refused.

1. Prompts and bylines leave the text; what a byline says fills fields that are empty.
2. `sources.csv` overrides, field by field.
3. Too little text is refused, and before all a page that is no article (`Found.wall`).
4. Title, outlet, date, language and key, each by its own cascade; where each came from is noted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import regex

from summarize.article import UNKNOWN_LANGUAGE, UNKNOWN_OUTLET, Article, Heading, Page
from summarize.read import boilerplate, doi, language, published, urls
from summarize.read.clean import line, unseen
from summarize.read.draft import Block, Draft, Field, Place, Sheet
from summarize.reported import Skipped
from summarize.text import words
from summarize.text.sentences import tile

LONGEST_TEXT = 3_000_000  # characters: half a million words are no article, and a minute's work
LONGEST_TITLE = 300  # characters; more is no headline in any field
MADE_TITLE = 100  # characters of a first sentence that stands in for a title
CHARACTERS_A_WORD = 2  # in scripts without spaces: 40 words are 80 characters
TITLE_WITHIN = 3  # blocks from the top in which a page says its title again
LONGEST_NAME = 200  # characters of an outlet or of authors
LONGEST_NOTE = 60  # characters of what could not be used
# This much of a text shows whether it is long enough, unless it is mostly spaces and signs.
HEAD = 2_000  # characters

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_LETTER = regex.compile(r"\p{L}")
_DATELINE = regex.compile(r"^\p{Lu}[\p{Lu}\s.,'’()/-]{2,40}(?:\([^)]{1,20}\)\s*)?\s[—–―-]{1,2}\s+")
_BY = re.compile(r"^(?:by|par|por|von)\s+", re.IGNORECASE)
_SPACE_BEFORE = re.compile(r"\s\S*$")


@dataclass(frozen=True, slots=True)
class Finished:
    """An article, and by field name where each of its fields came from."""

    article: Article
    origins: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    headings: tuple[Heading, ...]
    pages: tuple[Page, ...]


def finish(draft: Draft, overrides: Mapping[str, Field], now: datetime) -> Finished | Skipped:
    """The article of a draft, retrieved `now`; `Skipped` where there is too little text."""
    if draft.found.wall:
        return Skipped(draft.place.name, draft.found.wall)
    story = boilerplate.without(draft.found.blocks)
    written = {**story.fields, **draft.found.fields, **overrides}
    given = {name: Field(line(field.value), field.origin) for name, field in written.items()}
    body = _body(_untitled(story.blocks, _value(given, "title")))
    if reason := refusal(body.text, draft.least):
        return Skipped(draft.place.name, reason)
    known = _settled(given, body.text, draft.place)
    article = Article(
        key=draft.found.key or _key(known, draft.place),
        title=_value(known, "title") or "",
        text=body.text,
        retrieved=draft.found.retrieved or now,
        outlet=_value(known, "outlet") or UNKNOWN_OUTLET,
        via=_value(known, "via"),
        author=_value(known, "author"),
        url=_value(known, "url"),
        path=draft.place.relative,
        published=published.parse(_value(known, "published") or ""),
        language=_value(known, "language") or UNKNOWN_LANGUAGE,
        headings=body.headings,
        removed=_removed(draft.found.removed, written),
        pages=body.pages,
        doi=_value(known, "doi"),
        citekey=_value(known, "citekey"),
    )
    return Finished(article, {name: field.origin for name, field in known.items()})


def _removed(found: Mapping[str, int], written: Mapping[str, Field]) -> Mapping[str, int]:
    """What was taken out of text and fields, by what hid it."""
    removed = Counter(found)
    for field in written.values():
        removed += unseen(field.value)
    return dict(sorted(removed.items()))


def refusal(text: str, least: int) -> str | None:
    """Why `text` is no article, in the same words for the same cause; None where it is one."""
    if len(text) > LONGEST_TEXT:
        return "over 3 million characters"
    if not _LETTER.search(text):
        return "no text found"
    letters, unspaced = len(_LETTER.findall(text[:HEAD])), len(_UNSPACED.findall(text[:HEAD]))
    if unspaced * 2 > letters:
        fewest = least * CHARACTERS_A_WORD
        enough = unspaced >= fewest or len(_UNSPACED.findall(text)) >= fewest
        return None if enough else f"under {fewest} characters"
    enough = words.count(text[:HEAD]) >= least or words.count(text) >= least
    return None if enough else f"under {least} words"


def _body(blocks: Sequence[Block]) -> _Body:
    """One text of all blocks, a blank line between them, and where headings and pages are."""
    parts: list[str] = []
    headings: list[Heading] = []
    starts: list[tuple[int, Sheet]] = []
    place = 0
    for block in blocks:
        if text := line(block.text):
            if block.level:
                headings.append(Heading(place, place + len(text), block.level))
            starts += [(place + at, sheet) for at, sheet in block.sheets if at < len(text)]
            parts.append(text)
            place += len(text) + len("\n\n")
    whole = "\n\n".join(parts)
    return _Body(whole, tuple(headings), tuple(_pages(starts, len(whole))))


def _pages(starts: Sequence[tuple[int, Sheet]], end: int) -> Iterator[Page]:
    """The pages that begin at `starts`, up to the next one; the first from the top of the text."""
    begun = [start for n, start in enumerate(starts) if n == 0 or start[1] != starts[n - 1][1]]
    for n, (at, sheet) in enumerate(begun):
        until = begun[n + 1][0] if n + 1 < len(begun) else end
        yield Page(at if n else 0, until, sheet.number, sheet.label)


def _untitled(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """The blocks without the title said again at the top, and without headings of nothing."""
    same = _letters(title or "")
    kept = [block for number, block in enumerate(blocks)
            if not (same and number < TITLE_WITHIN and _letters(block.text) == same)]  # fmt: skip
    while kept and kept[-1].level:
        kept.pop()
    return kept


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text[:1_000]).casefold()


def _settled(given: Mapping[str, Field], text: str, place: Place) -> dict[str, Field]:
    """The fields as the article has them; one with no value says in its origin why."""
    known = dict(given)
    title = _value(given, "title")
    if title is None:
        known["title"] = Field(made_title(text), "first sentence")
    elif len(title) > LONGEST_TITLE:
        known["title"] = Field(shorten(title, LONGEST_TITLE), given["title"].origin)
    known |= _refused(given)
    if (named := _value(known, "doi")) is not None:
        known["doi"] = Field(doi.bare(named), given["doi"].origin)
    if author := _value(given, "author"):
        known["author"] = Field(_BY.sub("", author), given["author"].origin)
    if outlet := _outlet(known, place):
        known["outlet"] = outlet
    for name in known.keys() & {"outlet", "author", "via", "citekey"}:
        known[name] = Field(shorten(known[name].value, LONGEST_NAME), known[name].origin)
    known["language"] = _language(given, text)
    return known


def _refused(given: Mapping[str, Field]) -> dict[str, Field]:
    """The fields whose value is none of what they are for, with why."""
    fit = {
        "url": (urls.web_address, "web address"),
        "published": (published.parse, "date"),
        "doi": (doi.bare, "DOI"),
    }
    said = {name: value for name in fit if (value := _value(given, name))}
    return {
        name: Field("", f"not a {fit[name][1]}: {value}"[:LONGEST_NOTE])
        for name, value in said.items()
        if not fit[name][0](value)
    }


def made_title(text: str) -> str:
    """A stand-in for a missing title: the first sentence, shortened, without its dateline."""
    head = text.split("\n\n", 1)[0][:2_000]
    start, end = tile(head, UNKNOWN_LANGUAGE)[0]
    return shorten(_DATELINE.sub("", head[start:end].strip()), MADE_TITLE)


def shorten(text: str, longest: int) -> str:
    """`text` in at most `longest` characters, cut on a word border, with "…" for what is gone."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    if not text[longest - 1].isspace():
        head = _SPACE_BEFORE.sub("", head)
    return head.rstrip(" ,;:–—-(") + "…"


def _outlet(known: Mapping[str, Field], place: Place) -> Field | None:
    """As given, else the domain, else the folder's name; never from the text."""
    if _value(known, "outlet"):
        return known["outlet"]
    if (url := _value(known, "url")) and (host := urls.domain(url)):
        return Field(host, "url")
    return Field(place.folder, "folder") if place.folder else None


def _language(given: Mapping[str, Field], text: str) -> Field:
    """As declared, else detected. A page only repeats its site's template: detection wins."""
    field = given.get("language", Field("", ""))
    declared = language.code(field.value)
    if declared and field.origin not in {"html lang", "meta"}:
        return Field(declared, field.origin)
    found = language.detect(text)
    if found == UNKNOWN_LANGUAGE:
        return Field(declared, field.origin) if declared else Field("", "not detected")
    return Field(found, field.origin if found == declared else "detected")


def _key(known: Mapping[str, Field], place: Place) -> str:
    """The canonical URL, else outlet and title, else the path relative to the SOURCE."""
    if url := _value(known, "url"):
        return urls.canonical(url)
    outlet = _value(known, "outlet")
    if outlet and known["title"].origin != "first sentence":
        return f"{outlet}: {known['title'].value}"
    return place.relative or place.name


def _value(fields: Mapping[str, Field], name: str) -> str | None:
    field = fields.get(name)
    return field.value or None if field else None
