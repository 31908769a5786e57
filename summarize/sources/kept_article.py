"""An article as it is kept between runs: the same article again, with the same id."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from summarize.article import Article, Heading, Page
from summarize.read.finish import Finished
from summarize.reported import Skipped

LEVEL = 1  # of zlib, as for pages


def packed(read: Finished | Skipped) -> bytes:
    """An article with where its fields came from; or why there is none."""
    if isinstance(read, Skipped):
        value: dict[str, Any] = {"source": read.source, "reason": read.reason}
    else:
        article = asdict(read.article)
        article["removed"] = dict(read.article.removed)
        value = {"article": article, "origins": dict(read.origins)}
    text = json.dumps(value, ensure_ascii=False, default=_iso)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


def unpacked(data: bytes) -> Finished | Skipped | None:
    """What was packed; None where it cannot be read, so that it is read anew."""
    try:
        value = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        if "article" not in value:
            return Skipped(value["source"], value["reason"])
        return Finished(_article(value["article"]), value["origins"])
    except (zlib.error, ValueError, KeyError, TypeError):  # also of another version
        return None


def _article(fields: dict[str, Any]) -> Article:
    day = fields["published"]
    return Article(
        **{
            **fields,
            "retrieved": datetime.fromisoformat(fields["retrieved"]),
            "published": None if day is None else _moment(day),
            "headings": tuple(Heading(**one) for one in fields["headings"]),
            "pages": tuple(Page(**one) for one in fields["pages"]),
        }
    )


def _moment(text: str) -> date | datetime:
    return (
        date.fromisoformat(text) if len(text) == len("2026-03-10") else datetime.fromisoformat(text)
    )


def _iso(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()
