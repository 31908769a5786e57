"""How the parts of a printed document are called that are no text of it."""

from __future__ import annotations

from functools import cache

import regex

_NUMBER = r"(?:\d{1,4}|[ivxlcdm]{1,8}|[a-z]{1,2}-\d{1,4})"
_PAGE_NUMBER = rf"""
    [\s|•·–—-]* (?:(?:page|p\.|pp\.|seite|s\.|página|pág\.|страница|第)\s*)? {_NUMBER}
    (?:\s*(?:of|/|de|von|sur|из|\|)\s*{_NUMBER})? \s*页? [\s|•·–—-]*
"""
_REFERENCES = r"""
    (?:(?:\d{1,2}|[ivx]{1,4})(?:\.\d{1,2})?[.)]?\s+)?
    (?:references?(?:\ (?:cited|list|and\ notes))?|bibliography|works\ cited|literature(?:\ cited)?
      |cited\ literature|sources\ cited|notes\ and\ references|references\ and\ notes
      |références(?:\ bibliographiques)?|bibliographie|ouvrages\ cités
      |literatur(?:verzeichnis|hinweise|angaben)?|quellen(?:verzeichnis|angaben)?
      |referencias(?:\ bibliográficas)?|bibliografía|bibliografia|obras\ citadas|referências
      |riferimenti(?:\ bibliografici)?|литература|список\ литературы|参考文献|參考文獻|المراجع)
    \s*:?
"""
_AFTER = r"""
    (?:appendi(?:x|ces)|annex(?:es)?|supplement(?:ary)?|acknowledge?ments?|about\ the\ authors?
      |anhang|annexes?|anexos?|приложение|附录)\b.*
"""
# "2.1 Naming . . . . . . . 3"
_LEADERS = r".{0,200}?(?:(?:\s?[.·_]){5,}|(?:\s?…){2,})\s*[\divxlcdm-]{0,8}\s*"
# A work as lists of references print it: numbered, or with a year, pages, a DOI.
_WORK = r"""
    \s*(?:\[\d{1,3}\]|\d{1,3}\.)\s | \(?(?:1[89]|20)\d\d[a-z]?\)? | \bdoi\b | https?://
  | \bpp?\.\s?\d
  | \bet\ al\b | \bvol\.\s?\d | \b\d{1,4}\s?\(\d{1,3}\)
"""


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of its page."""
    return len(text) <= 40 and _pattern(_PAGE_NUMBER).fullmatch(text) is not None


def is_of_contents(text: str) -> bool:
    """Whether a line is one of a table of contents or an index, led by dots to its page."""
    return len(text) <= 300 and _pattern(_LEADERS).fullmatch(text) is not None


def is_references(text: str) -> bool:
    """Whether a line is the heading of a list of references."""
    return len(text) <= 60 and _pattern(_REFERENCES).fullmatch(text) is not None


def comes_after(text: str) -> bool:
    """Whether a line is the heading of what may follow a list of references."""
    return len(text) <= 120 and _pattern(_AFTER).fullmatch(text) is not None


def is_work(text: str) -> bool:
    """Whether a line is like one of a list of references."""
    return _pattern(_WORK).search(text) is not None


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(form, regex.VERBOSE | regex.IGNORECASE)
