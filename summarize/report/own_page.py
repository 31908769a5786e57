"""How a page that this program wrote is told from another, and what of it is no statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import regex

from summarize.check.brief_nouns import Furniture
from summarize.report.desk import NOT_SUPPORTED
from summarize.report.labels import COUNTS, Labels, catalogues

_WITHIN = r"(?:[^*\\]|\\.)*+"  # a run of emphasis
_DAY = r"\d{4}(?:-\d\d){0,2}"
_LABELS = ("highlights", "differ", "timeline", "quotations", "says", "figures")
_LISTS = ("who", "where", "when")
_MARKED = ("mark_new", "mark_updated", "mark_revised")
_IMPRINT = ("produced_by", "contact", "next_report")


def furniture_of(text: str) -> Furniture | None:
    """What in `text` is no statement; None where this program did not write it."""
    titles = _any(labels.texts["method"] for labels in catalogues())
    return _furniture() if regex.search(rf"(?m)^## (?:{titles})\s*$", text) else None


@cache
def _furniture() -> Furniture:
    """Of the pages of every language: which one `text` is in need not be known."""
    every = catalogues()
    lists = _any(labels.texts[key] for labels in every for key in _LISTS)
    alone = _any(labels.texts[key] for labels in every for key in _LABELS)
    notes = _any(labels.texts[key] for labels in every for key in ("unchecked", "unsupported"))
    marked = _any(labels.texts[key] for labels in every for key in _MARKED)
    becomes = _any(labels.texts["becomes"] for labels in every)
    about = _any(f"**{labels.say('differ')}** {labels.say('about')}" for labels in every)
    as_of = "|".join(_form(labels.texts["as_of"]) for labels in every)
    only = "|".join(_form(labels.texts["only"]) for labels in every)
    second = "|".join(_form(labels.texts["second_judge"]) for labels in every)
    origins = "|".join(
        _form(form) for labels in every for form in labels.plurals["origins"].values()
    )
    imprint = "|".join(_form(labels.texts[key], ".*") for labels in every for key in _IMPRINT)
    note = rf"\s*\((?:{notes}|{only}|{second}|{origins}|{_DAY})\)"
    return Furniture(
        origins=rf"\((?:{'|'.join(_counted(labels) for labels in every)})\)",
        worded=_worded(every),
        titles=frozenset(text.casefold() for labels in every for text in labels.texts.values()),
        sections=frozenset(labels.texts["method"].casefold() for labels in every),
        blocks=rf"(?:\*\*{_WITHIN}\*\* · )?(?:{as_of})(?: · .*)?|(?i:{imprint})"
        rf"|\*\*(?:{alone})\*\*|\*\*(?:{lists})\*\*:.*"
        rf"|\*\*(?=[^*]*:){_WITHIN}\*\*|\*(?!\*){_WITHIN}\*(?: · \[[^\[\]]*\]\(.*\))?",
        leads=rf'\s*(?:<a id="\w+"></a>)?(?:(?:{about}|\*\*(?:{marked})\*\*|\*\*[^*]*\*\*(?::| —)'
        rf"|{_DAY}:|{NOT_SUPPORTED}:)\s+)*",
        notes=rf"(?:{note})*(?:\s*(?:/|{becomes})(?=\s))?",
    )


def _counted(labels: Labels) -> str:
    """How a language counts origins, the number (or the word that says it) in a group."""
    forms = labels.plurals["origins"].values()
    return "|".join(
        _form(form, r"(\d+)") if "{n}" in form else f"({regex.escape(form)})" for form in forms
    )


def _worded(every: Iterable[Labels]) -> Mapping[str, str]:
    """The number of each count of origins that says it in words."""
    return {
        labels.plurals["origins"][form]: str(count)
        for labels in every
        for form, count in COUNTS.items()
        if "{n}" not in labels.plurals["origins"].get(form, "{n}")
    }


def _any(texts: Iterable[str]) -> str:
    return "|".join(sorted({regex.escape(text) for text in texts}))


def _form(text: str, filled: str = "[^()]*?") -> str:
    """A label as a pattern: anything, or `filled`, may stand where it is filled in."""
    return regex.sub(r"\\\{\w+\\\}", lambda _: filled, regex.escape(text, literal_spaces=True))
