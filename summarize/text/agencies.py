"""News agencies, and where a text says that it comes from one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

# Every way an agency is written, by the name that a report shows.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AP": ("AP", "Associated Press", "The Associated Press", "美联社", "أ ب"),
    "Reuters": ("Reuters", "Thomson Reuters", "路透社", "ロイター", "رويترز", "Рейтер", "रॉयटर्स"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse", "法新社", "فرانس برس", "أ ف ب"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur", "dpa/tmn", "د ب أ"),
    "EFE": ("EFE", "Agencia EFE"),
    "Europa Press": ("Europa Press", "EUROPA PRESS"),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "新华社"),
    "China News Service": ("China News Service", "中新社", "中新网"),
    "ANSA": ("ANSA",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "UPI": ("UPI", "United Press International"),
    "PTI": ("PTI", "Press Trust of India", "भाषा"),
    "ANI": ("ANI", "Asian News International"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "Kyodo": ("Kyodo", "Kyodo News", "共同社", "共同"),
    "Jiji": ("Jiji", "Jiji Press", "時事"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "TASS": ("TASS", "ТАСС"),
    "Interfax": ("Interfax", "Интерфакс"),
    "RIA Novosti": ("RIA Novosti", "РИА Новости"),
    "Anadolu": ("Anadolu Agency", "Anadolu", "الأناضول"),
    "PA": ("PA", "PA Media", "Press Association"),
    "CP": ("The Canadian Press", "Canadian Press"),
    "AAP": ("AAP", "Australian Associated Press"),
    "APA": ("APA", "Austria Presse Agentur"),
    "ATS": ("ATS", "Keystone-ATS"),
    "Belga": ("Belga",),
    "Lusa": ("Lusa",),
    "Notimex": ("Notimex",),
    "APP": ("APP", "Associated Press of Pakistan"),
    "UNI": ("UNI", "United News of India"),
    "Bernama": ("Bernama",),
    "Antara": ("Antara",),
    "PR Newswire": ("PRNewswire", "PR Newswire"),
}
# Names that are also a person, a party or a plain word: they count only where they are a credit.
_ONE_WORD = (
    "AP dpa DPA EFE ANSA Bloomberg UPI PTI ANI IANS PA APA ATS APP UNI AAP Belga Lusa Antara Jiji "
    "Anadolu भाषा 共同 時事"
)
_AMBIGUOUS = frozenset([*_ONE_WORD.split(), "أ ب", "د ب أ"])
_NAMES = {name.casefold(): agency for agency, names in AGENCIES.items() for name in names}
_WRITTEN = tuple(name for names in AGENCIES.values() for name in names)
_UNSPACED = regex.compile(r"[\p{Han}\p{Katakana}]")


def _any_of(names: Sequence[str]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(
        regex.escape(name) if _UNSPACED.match(name) else rf"\b{regex.escape(name)}\b"
        for name in longest_first
    )


_PICTURE = regex.compile(r"\b(?:photo|photograph|image|picture|video|file)\b", regex.IGNORECASE)


@cache
def _all() -> str:
    return _any_of(_WRITTEN)


@cache
def _mention() -> regex.Pattern[str]:
    """Whoever only reads datelines needs none of these."""
    plain = _any_of([name for name in _WRITTEN if name not in _AMBIGUOUS])
    return regex.compile(
        rf"(?:[(\[]|©\s?(?:\d{{4}}\s)?|[Cc]opyright\s(?:\d{{4}}\s)?|Source:\s)"
        rf"(?:The\s)?(?P<name>{_all()})"
        rf"|(?:[—―–]|--|\s-)\s?(?P<name>{_all()})[.\s]*$"
        rf"|(?P<name>{_all()})\s(?:news\sagency\s)?(?:reported|reports|said\sin\sa\sreport)\b"
        rf"|\btold\s(?P<name>{_all()})"
        rf"|(?P<name>{plain})"
    )


@cache
def _author() -> regex.Pattern[str]:
    return regex.compile(rf"(?:^|[,/|;(]|\b(?:and|for|of|with)\s)\s*(?:The\s)?(?P<name>{_all()})\b")


def known_agency(name: str) -> str | None:
    """The agency that is written so, in any case: `associated press` is AP."""
    return _NAMES.get(name.strip().casefold())


def may_credit(text: str) -> bool:
    """Whether an agency's name stands in `text` at all; 30 times faster than to search for it."""
    return any(name in text for name in _WRITTEN)


def agency_in_sentence(sentence: str) -> str | None:
    """The agency that a sentence credits (`Reuters`, `(AP)`, `— dpa`, `AFP reported`), if any.

    The credit of a picture is no credit of the text.
    """
    if not may_credit(sentence):
        return None
    match = _mention().search(sentence)
    return known_agency(match["name"]) if match and not _PICTURE.search(sentence) else None


def agency_of_author(author: str) -> str | None:
    """The agency in a byline: `Associated Press`, `Reuters Staff`, `Mara Quill, AFP`."""
    match = _author().search(author)
    return known_agency(match["name"]) if match else None
