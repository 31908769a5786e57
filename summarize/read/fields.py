"""The names under which JSON and front matter give what is known of an article."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from summarize.read.draft import Field

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": (
        "published", "published_at", "date", "datetime", "date_published", "datepublished",
        "publishedat", "pubdate",
    ),
    "outlet": ("outlet", "source", "publisher", "site_name", "sitename"),
    "url": ("url", "link", "canonical"),
    "author": ("author", "authors", "byline", "creator"),
    "language": ("language", "lang"),
    "via": ("via",),
    "doi": ("doi",),
    "citekey": ("citekey", "citation_key"),
}  # fmt: skip
MOST_NAMES = 20  # authors of one article
TEXT_NAMES = ("text", "content", "body", "articlebody")


def known(values: Mapping[str, object], origin: str) -> dict[str, Field]:
    """The fields that `values` has, under their own names; what has no usable value is left out."""
    lower = _lower(values)
    found: dict[str, Field] = {}
    for field, names in NAMES.items():
        written = (_date_text(lower.get(name)) if field == "published" else as_text(lower.get(name))
                   for name in names)  # fmt: skip
        if value := next(filter(None, written), ""):
            found[field] = Field(value, origin)
    return found


def text(values: Mapping[str, object]) -> str | None:
    """The text of the article, or None."""
    lower = _lower(values)
    texts = (lower.get(name) for name in TEXT_NAMES)
    return next((text for text in texts if isinstance(text, str) and text.strip()), None)


def as_text(value: object) -> str:
    """A value of any JSON or TOML type as text: names joined by commas, "" for none."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        name = value.get("name")
        return name.strip() if isinstance(name, str) else ""
    if isinstance(value, list):
        parts = (as_text(item) for item in value[:MOST_NAMES] if not isinstance(item, list))
        return ", ".join(filter(None, parts))
    return ""


def _date_text(value: object) -> str:
    """Dates also come as numbers (seconds since 1970), and TOML has a type for them."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.isoformat() if isinstance(value, date) else as_text(value)


def _lower(values: Mapping[str, object]) -> dict[str, object]:
    return {str(name).casefold().replace("-", "_"): value for name, value in values.items()}
