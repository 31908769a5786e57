"""What a name is: a person, a place, an organisation, by its words and those beside it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import regex

from summarize.text.name_words import COUNTRIES, ORGANISATIONS, PLACE_KINDS, ROLES, THINGS

NameKind = Literal["person", "place", "organisation", "other"]

_ACRONYM = regex.compile(r"\p{Lu}{2,5}|UNICEF|UNESCO|(?:\p{Lu}\.){3,}")
_TOLD = regex.compile(r"\b(?:told|tells)\s(?:the\s)?$")
_APPOSITION = regex.compile(r",\s(?:an?|the)\s")
_IN = {
    "en": (
        r"\b(?:in|near|outside|across|throughout|around)\s"
        r"(?:the\s(?:\p{L}+\s)?(?:city|town|village|state|province|region|district|port)\sof\s"
        r"|\p{L}+(?:ern|ral)\s|nearby\s|downtown\s|the\s)?$"
    ),
    "fr": r"(?:\b(?:à|en|près de|près d['’]|au|aux)\s|\bprès d['’])(?:la\s|l['’])?$",
    "es": r"\b(?:en|cerca de)\s(?:la\s(?:ciudad|localidad|provincia) de\s|el\s|la\s)?$",
}
_SPEECH = {
    "en": "said|says|told|tweeted|wrote|added|asked|testified|resigned|replied|explained|argued",
    "fr": "a déclaré|a dit|a affirmé|a ajouté|a expliqué|a indiqué|estime|affirme|déclare|assure",
    "es": "dijo|afirmó|declaró|añadió|agregó|señaló|aseguró|explicó|indicó|sostuvo",
}


@lru_cache(maxsize=50_000)
def plain_word(word: str) -> str:
    """The word folded, without a full stop or a possessive."""
    return word.casefold().rstrip(".").replace("’", "'").removesuffix("'s")


def kind_of(text: str, start: int, end: int, language: str, titled: bool) -> NameKind:
    """What the name at `start:end` of a sentence is; `titled` where a title stood before it."""
    name, lead = text[start:end], text[max(0, start - 60) : start]
    if itself := _kind_itself(name):
        return itself
    if titled or (plain_word((lead.split() or [""])[-1]) in ROLES and not lead.endswith(", ")):
        return "person"
    if _TOLD.search(lead):
        return "other"  # the paper that was told
    if _ACRONYM.fullmatch(name):
        return "organisation"
    if any(plain_word(word) in PLACE_KINDS for word in name.split()):
        return "place"
    if _cues(language)[0].search(lead) and text[end : end + 1] not in ("'", "’", "-"):
        return "place"
    return "person" if _speaks(text, start, end, language) else "other"


def _kind_itself(name: str) -> NameKind | None:
    """What a name is by its own words, wherever it stands."""
    words = [plain_word(word) for word in name.split()]
    if name in COUNTRIES:
        return "place"
    if words[-1] in THINGS:
        return "other"
    return "organisation" if any(word in ORGANISATIONS for word in words) else None


def _speaks(text: str, start: int, end: int, language: str) -> bool:
    """Whether a verb of speech, an age or an apposition beside the name makes it a person's."""
    words = text[start:end].split()
    if len(words) > 3:
        return False
    _, said, says = _cues(language)
    if said.search(text, max(0, start - 20), start) or says.match(text, end):
        return True
    return len(words) > 1 and _APPOSITION.match(text, end) is not None


@cache
def _cues(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]:
    """Before a place; before a speaker; after a speaker."""
    speech = _SPEECH.get(language, "(?!)")
    return (
        regex.compile(_IN.get(language, "(?!)")),
        regex.compile(rf"\b(?:{speech})\s$"),
        regex.compile(rf"\s(?:{speech})\b|,\s\d\d,|,\s(?:who|qui|quien)\b"),
    )
