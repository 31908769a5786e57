"""Where a text is in quotation marks, of whatever kind, and of however few words.

An apostrophe is no quotation mark: "don't", "the workers' union", "the '90s". Straight double marks
open and close by turns; where their number is odd, by the side on which a word touches them.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import regex

Straight = Literal["turns", "touching"]

# Marks with one meaning wherever they stand; those that open a quotation in one language and close
# it in another come in the order in which they can be told apart.
_PAIRS = (
    r"„(?P<words>[^„“”\"]+)[“”\"]",
    r"“(?P<words>[^“”]+)”",
    r"«(?P<words>[^«»]+)»",
    r"»(?P<words>[^«»]+)«",
    r"‹(?P<words>[^‹›]+)›",
    r"›(?P<words>[^‹›]+)‹",
    r"「(?P<words>[^「」]+)」",
    r"『(?P<words>[^『』]+)』",
    r"(?<!\S)”(?=\S)(?P<words>[^“”]+)(?<=\S)“(?!\w)",  # Urdu
    r"”(?P<words>[^“”]+)”",
    r"‚(?P<words>[^‚‘\n]+)‘",
)
_STRAIGHT = {
    "turns": r'"(?P<words>[^"]+)"',
    "touching": r'(?<![\w"])"(?=\S)(?P<words>[^"]+?)(?<=\S)"(?!\w)',
}
_ELIDED = r"\d0s\b|(?:em|til|tis|twas|cause|n|bout|round)\b"
_WITHIN = r"(?<=\w)['’](?=\w)"
# "the players' union" in a quotation that is closed later on
_PLURAL = rf"(?<=s)['’](?=\s\w[^'‘’]*(?:{_WITHIN}[^'‘’]*)*(?<=[^s\s])['’](?!\w))"
_SINGLE = (
    rf"(?<!\w)‘(?!{_ELIDED})(?P<words>(?:[^‘’\n]|(?<=\w)’(?=\w)|{_PLURAL})+)’(?!\w)",
    rf"(?<![\w'’])'(?:(?=\S)|(?<=[:,]'))(?!{_ELIDED})(?P<words>(?:[^'\n]|{_WITHIN}|{_PLURAL})+)(?<=\S)'(?!\w)",
)
_INCHES = regex.compile(r"(?<=\d['’]\s?\d{1,2})\"")
_CLOSES_FIRST = regex.compile(r'^[^"]*[^"\s]"(?:\s|$)')


def quoted(text: str) -> list[tuple[int, int]]:
    """The spans between quotation marks, without the marks, in order and apart.

    A quotation in a quotation is part of the outer one; one without an end or a beginning is left
    out.
    """
    plain = _INCHES.sub("″", text).replace("``", " “").replace("''", "” ")
    start = 0
    if closing := _CLOSES_FIRST.match(plain):  # the text begins within a quotation
        start = closing.end()
    turns: Straight = "touching" if plain.count('"', start) % 2 else "turns"
    matches = _pattern(turns).finditer(plain, start)
    return [match.span("words") for match in matches if match["words"].strip()]


@cache
def _pattern(straight: Straight) -> regex.Pattern[str]:
    return regex.compile("|".join((_STRAIGHT[straight], *_PAIRS, *_SINGLE)))
