"""What stands in an output that nobody meant to be there; Markdown is parsed, not searched.

The parser is markdown-it-py as GitHub would read: tables, strike-through, raw HTML, and links made
of bare addresses, here of bare domains as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

KINDS = ("active", "fetching", "foreign", "headings", "marks", "structure", "unseen")
_ANCHOR = re.compile(r'<a id="(?P<name>[a-z]{1,2}\d+[a-z]*)">|</a>')
_MARK = re.compile(r"(?<!\w)\[\d+[a-z]{1,2}\]")
_ID = re.compile("[0-9a-f]{12}")  # of a claim, in a review
_NUMBER = re.compile(r"^\d+\. ")
_MARKS = re.compile(r"(?: ?\[?\d+[a-z]{1,2}\]?| \([^()]*\))+$")
# What the report is made of; all else is somebody else's.
_OURS = frozenset(
    {
        *("paragraph", "heading", "bullet_list", "ordered_list", "list_item", "inline"),
        *("table", "thead", "tbody", "tr", "th", "td", "text", "text_special", "softbreak"),
        *("strong", "em", "link", "image", "html_inline", "html_block"),
    }
)
_UNSEEN = regex.compile(r"[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}--\n]", regex.V1)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("gfm-like")


def page_faults(text: str, headings: Collection[str], urls: Collection[str]) -> Counter[str]:
    """What is wrong with a report as Markdown, counted by `KINDS`.

    `headings` are those that it may have, without number and marks, `urls` where its links may
    lead beside its own places.
    """
    environment: dict[str, Any] = {}
    tokens = list(_flat(_parser().parse(text, environment)))
    found = Counter(_kind(token, urls) for token in tokens)
    del found[""]
    found["foreign"] += sum(
        not str(one["href"]).startswith("#c") for one in environment.get("references", {}).values()
    )
    found["headings"] += sum(title not in headings for title in _headings(tokens))
    found["marks"] += _forged_marks(tokens)
    found["unseen"] += unseen(text)
    return +found


def unseen(text: str) -> int:
    """Characters that steer a terminal, or hide or turn round what a person sees."""
    return len(_UNSEEN.findall(text))


def json_faults(report: Mapping[str, Any]) -> Counter[str]:
    """What is wrong with the texts of report.json."""
    return +Counter(unseen=sum(map(unseen, _texts(report))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.replace("\t", "")
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield str(name)
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _kind(token: Token, urls: Collection[str]) -> str:
    """Which fault a token is, "" for none."""
    if token.type == "link_open":
        return _link(str(token.attrs["href"]), token.info == "auto", urls)
    if token.type in {"html_inline", "html_block"}:
        return "" if _ANCHOR.fullmatch(token.content.strip()) else "active"
    if token.type == "image":
        return "fetching"
    if token.type == "code_inline" and _ID.fullmatch(token.content):
        return ""
    base = token.type.removesuffix("_open").removesuffix("_close")
    return "" if base in _OURS or token.type.endswith("_close") else "structure"


def _link(href: str, bare: bool, urls: Collection[str]) -> str:
    if href.startswith("#") and not bare:
        return ""
    if href in urls and not bare:
        return ""
    return "foreign" if href.startswith(("http:", "https:", "//", "#")) else "active"


def _headings(tokens: list[Token]) -> Iterator[str]:
    """The words of each heading, without its number, its marks and its anchor."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            words = "".join(child.content for child in inline.children or () if _is_text(child))
            words = words.strip() if token.tag != "h3" else _NUMBER.sub("", words.strip())
            yield _MARKS.sub("", words).strip()


def _is_text(token: Token) -> bool:
    return token.type in {"text", "text_special"}


def _forged_marks(tokens: list[Token]) -> int:
    """Links to a passage that are not its mark or lead nowhere; places that stand there twice."""
    names = Counter(
        match["name"]
        for token in tokens
        if (match := _ANCHOR.fullmatch(token.content)) and match["name"]
    )
    wrong = sum(times - 1 for times in names.values())
    for token, inside in pairwise(tokens):
        href = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
        if href.startswith("#"):
            wrong += href[1:] not in names or (
                href.startswith("#c") and inside.content.strip("[]") != href[2:]
            )
    return wrong


def looks_like_mark(text: str) -> bool:
    """Whether a sentence holds what a reader takes for a citation mark."""
    return bool(_MARK.search(text))
