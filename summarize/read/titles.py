"""Whether a title that a program wrote into a file is one that a person gave."""

from __future__ import annotations

from functools import cache

import regex

_MADE_UP = r"""
    (?:microsoft\ (?:word|powerpoint|excel)|openoffice|libreoffice|google\ docs|pages)\s*[-–—:]\s*.*
  | (?:untitled|unbenannt|sans\ titre|sin\ título|без\ названия|无标题|無題)[\s\d._-]*
  | (?:title|titel|titre|título|document|dokument|doc|slide|presentation|draft|scan|text|report
      |print|page|new\ document|word\ document|blank|template|about:blank|default|none|null)
    [\s\d._()-]*
  | .*\.(?:docx?|rtf|odt|pdf|tex|dvi|ps|indd|qxd|qxp|pptx?|xlsx?|html?|txt|md|p65|pmd|fm|wpd|cdr|ai)
  | https?://.* | file:.* | [a-z]:\\.* | /\S*
  | [\d\s._/:-]+ | \(anonymous\)
"""
SPOKEN = 4  # words: a file is named after such a title, and not the other way round
_WORD = r"\p{L}{2,}"


def believable(title: str, file_name: str = "") -> bool:
    """Whether `title` may stand over an article: not made by a program, and not the file's name."""
    title = " ".join(title.split())
    if not _pattern(_WORD).search(title) or _pattern(_MADE_UP).fullmatch(title):
        return False
    stem = file_name.rpartition(".")[0] or file_name
    short = len(title.split()) < SPOKEN
    is_name = short and _letters(title) in {_letters(stem), _letters(file_name)}
    coded = " " not in title and any(sign in title for sign in "_0123456789")
    return not is_name and not coded


def _letters(text: str) -> str:
    return "".join(_pattern(r"[\p{L}\p{N}]+").findall(text)).casefold()


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(form, regex.VERBOSE | regex.IGNORECASE)
