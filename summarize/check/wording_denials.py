"""Does what a quotation leaves out or replaces turn its meaning round?"""

from __future__ import annotations

from functools import cache

import regex

from summarize.check.negation_words import DENIALS

# Denials of the languages of which `negation_words` has none.
_PLAIN = {
    "ar": "لا|لم|لن|ليس|ليست|غير|دون",
    "hi": "नहीं|न|ना|मत|बिना",
    "ur": "نہیں|نہ|مت|بغیر",
    "vi": "không|chưa|chẳng|đừng|chớ",
}
_UNSPACED = {"zh": "[不没未无莫勿]"}
_SENTENCE = regex.compile(r"[.;!?。；！？؟।۔]")
_BESIDE = 8  # words next to what is quoted: a denial further off is another statement


def turns_round(left_out: str, inserted: str, language: str) -> bool:
    """Whether only one of both denies: "will [surely] go" for "will not go".

    Of what is left out only the clauses count that the quoted words are part of.
    """
    shape = _denial(language)
    if shape is None or not left_out:
        return False
    denied = any(shape.search(part) for part in _next_to(left_out))
    return denied is not (shape.search(inserted) is not None)


def _next_to(left_out: str) -> tuple[str, str]:
    parts = _SENTENCE.split(left_out)
    return " ".join(parts[0].split()[:_BESIDE]), " ".join(parts[-1].split()[-_BESIDE:])


@cache
def _denial(language: str) -> regex.Pattern[str] | None:
    if language in _UNSPACED:
        return regex.compile(_UNSPACED[language])
    plain = DENIALS[language].plain if language in DENIALS else _PLAIN.get(language)
    if plain is None:
        return None
    return regex.compile(rf"(?<!\p{{L}})(?:{plain})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)
