"""Articles as JSON lines that `read` takes back: the field names of `records.py`."""

from __future__ import annotations

import json

from summarize.article import UNKNOWN_LANGUAGE, UNKNOWN_OUTLET, Article


def to_line(article: Article) -> str:
    """One JSON object and a line end; what is unknown is left out."""
    known = {
        "title": article.title,
        "text": article.text,
        "date": article.published.isoformat() if article.published else None,
        "outlet": None if article.outlet == UNKNOWN_OUTLET else article.outlet,
        "via": article.via,
        "author": article.author,
        "url": article.url,
        "language": None if article.language == UNKNOWN_LANGUAGE else article.language,
        "doi": article.doi,
        "citekey": article.citekey,
    }
    fields = {name: value for name, value in known.items() if value is not None}
    return json.dumps(fields, ensure_ascii=False) + "\n"
