"""The cited articles as a bibliography: BibTeX, and CSL JSON for citeproc, Zotero and others."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from summarize.article import UNKNOWN_LANGUAGE, UNKNOWN_OUTLET, Article
from summarize.report.cite_keys import cite_keys, cited_articles
from summarize.report.escape import fold, link_target
from summarize.reported import Report

HEAD = "% The articles that a report cites, written by summarize.\n"
_NAMES = re.compile(r"\s*(?:[,;]|\s(?:and|et|y|und|e|&)\s)\s*")
# Names of people in Latin letters have two to four words, the last that of the family.
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_LATIN = re.compile(r"[\u0000-\u024f\u2019 ]+")
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}  # fmt: skip


def to_bibtex(report: Report) -> str:
    """One entry for each cited article: `@article` where it has a DOI, else `@misc`."""
    articles = cited_articles(report)
    keys = cite_keys(articles)
    return "\n".join([HEAD, *(_entry(article, keys[article.id]) for article in articles)])


def to_csl_json(report: Report) -> str:
    """The cited articles as CSL JSON; `custom.summarize` is their number in the report."""
    articles = cited_articles(report)
    keys = cite_keys(articles)
    numbers = {article.id: n for n, article in enumerate(report.articles, 1)}
    items = [_item(article, keys[article.id], numbers[article.id]) for article in articles]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _entry(article: Article, key: str) -> str:
    day = article.day
    outlet = "" if article.outlet == UNKNOWN_OUTLET else escape_bibtex(article.outlet)
    fields = {
        "author": " and ".join(map(_bibtex_name, names(article.author or ""))),
        "title": f"{{{escape_bibtex(article.title)}}}" if article.title else "",
        "journal" if article.doi else "howpublished": outlet,
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "date": day.isoformat() if day else "",
        "doi": _verbatim(article.doi or ""),
        "url": _verbatim(link_target(article.url or "") or ""),
        "urldate": article.retrieved.date().isoformat(),
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{'article' if article.doi else 'misc'}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _item(article: Article, key: str, number: int) -> Mapping[str, Any]:
    outlet = "" if article.outlet == UNKNOWN_OUTLET else fold(article.outlet)
    language = "" if article.language == UNKNOWN_LANGUAGE else article.language
    item = {
        "id": key,
        "type": "article-journal" if article.doi else "article-newspaper",
        "title": fold(article.title),
        "container-title": outlet,
        "author": [_csl_name(name) for name in names(article.author or "")],
        "issued": _csl_date(article.day),
        "accessed": _csl_date(article.retrieved.date()),
        "URL": link_target(article.url or "") or "",
        "DOI": article.doi or "",
        "language": language,
        "custom": {"summarize": number},
    }
    return {name: value for name, value in item.items() if value}


def names(author: str) -> list[str]:
    """The names that an author line has, in order."""
    return [name for name in _NAMES.split(fold(author)) if name]


def escape_bibtex(text: str) -> str:
    """`text` on one line, so that BibTeX prints it as it is; braces in it stay balanced."""
    return "".join(_SPECIAL.get(sign, sign) for sign in fold(text))


def _bibtex_name(name: str) -> str:
    escaped = escape_bibtex(name)
    return escaped if _is_person(name) else f"{{{escaped}}}"


def _csl_name(name: str) -> Mapping[str, str]:
    if not _is_person(name):
        return {"literal": name}
    given, _, family = name.rpartition(" ")
    return {"family": family, "given": given}


def _is_person(name: str) -> bool:
    return bool(_PERSON.fullmatch(name) and _LATIN.fullmatch(name))


def _csl_date(day: date | None) -> Mapping[str, Any]:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else {}


def _verbatim(value: str) -> str:
    """An address or a DOI, which is not escaped: only what would end the field is."""
    return re.sub(r"[\\{}\s]", lambda sign: f"%{ord(sign[0]):02X}", value)
