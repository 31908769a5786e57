"""Where a news text really begins: after its byline and its dateline.

`By Mara Quill\\n\\nPORT ELLIS (Newswire) - The dam held.` begins at `The dam held.`. Copies of one
text differ first of all here, and a claim should not begin with it.

A dateline is taken off only where its shape leaves no doubt, since what follows a dash may as well
be half of a sentence: a place in capitals and a dash, or a place, a date or nothing, then a name
in parentheses and a dash. Where the shape is doubtful the text is left as it is.
"""

from __future__ import annotations

import regex

from summarize.text.agencies import known_agency

# No dateline or byline is longer; the 90 longest of the measured articles have 60 characters.
_LONGEST = 160

_DASH = r"(?:\s*[—―]\s*|\s*(?:--|[-–‑])\s+)"
# After a name in parentheses also `.-` (Spanish agencies) and a colon.
_AFTER_CREDIT = rf"(?:\s*\.[-–—]\s+|:\s+|{_DASH})"
_MARKS = r"[\p{L}\p{M}.'’]"
_WORD = rf"\p{{Lu}}{_MARKS}*"
_PLACE_WORD = rf"\p{{Lu}}{_MARKS}*(?:[-/]\p{{Lu}}{_MARKS}*)*"
_MONTH = r"\p{L}{3,10}\.?"
_DATE = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?"
    rf"|\d{{1,2}}\.?\s(?:de\s)?{_MONTH}(?:\s(?:de\s)?\d{{4}})?)"
)
_REGION = rf"(?:,\s{_PLACE_WORD}(?:\s{_WORD}){{0,2}}){{0,2}}"
_CREDIT = r"(?:\(\s?(?P<credit>[^()\n]{2,40}?)\s?\)|/(?P<credit>\p{L}{2,20})/)"
_CAPITALS = r"\p{Lu}[\p{Lu}.'’]+(?:[-/ ]\p{Lu}[\p{Lu}.'’]*){0,4}"

# WASHINGTON —, CHICAGO, Nov. 30, 2018 /PRNewswire/ --, AUSTIN, Texas (AP) —
_IN_CAPITALS = regex.compile(
    rf"(?P<place>{_CAPITALS})(?P<more>{_REGION}(?:,?\s{_DATE})?,?(?:\s?{_CREDIT})?){_DASH}"
)
# (Newswire) -, Beijing (AFP) -, Dec 17 (Reuters) -, París, 6 may (EFE).-
_CREDITED = regex.compile(
    rf"(?P<place>(?:{_PLACE_WORD}(?:\s{_WORD}){{0,3}}{_REGION})?)"
    rf"(?:,?\s?{_DATE})?,?\s?{_CREDIT}{_AFTER_CREDIT}"
)
# NEW DELHI, May 6 (PTI) The ...
_UNDASHED = regex.compile(rf"{_CAPITALS}{_REGION}(?:,?\s{_DATE})?,?\s{_CREDIT}\s+")
# Scripts without capitals: only with a credit that is a known agency.
_CASELESS = regex.compile(rf"(?:[\p{{Lo}}\p{{M}}\d/,،]+\s){{0,6}}{_CREDIT}{_DASH}")
_CHINESE = "新华社|中新社|中新网|法新社|路透社|美联社|共同社"
_EAST_ASIAN = regex.compile(
    rf"(?P<credit>{_CHINESE})[^，。！？\s]{{0,20}}?电[\s　]*"
    r"(?:[（(]记者[^（）()\n]{1,30}[）)][\s　]*)?"
    rf"|[（(](?P<credit>{_CHINESE})[^（）()，。]{{0,20}}[）)][\s　]*"
    r"|【[^】\n]{0,20}?(?P<credit>共同|時事|ロイター|AFP)[^】\n]{0,10}】[\s　]*"
)
# A line of its own: By Mara Quill and Jon Vale, Newswire
_BYLINE = regex.compile(
    rf"(?:By|BY|Por|POR|Par|PAR|Von|VON|Di|DI)\s{_PLACE_WORD}"
    rf"(?:(?:,|\s(?:and|AND|y|et|und|e|for|in|of|de|van|von|der))*,?\s{_PLACE_WORD}){{0,9}}\s*\n\s*"
)
# Without one of these there is no dateline and no byline.
_SIGNS = frozenset("—―–‑-(/:【（电\n")
_SENTENCE_OPENS = regex.compile(r"[\"“”„«‘'¿¡\[(]*[\p{Lu}\p{N}\p{Lo}]")
_IS_HEADLINE = regex.compile(r"[^\p{Ll}\p{Lo}]*$")
_ARTICLE_WORDS = "the a an this that these those le la les el los las der die das il"
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
# NATO, UNICEF: a word as short as these may name who acts and not where (`EU - China talks`).
_MAYBE_ACRONYM = 6
_SURELY_SHORT = 4
_SHORT_CITIES = "BAKU BARI BERN BONN CALI DOHA GAZA KIEV KYIV LIMA LYON OSLO RIGA ROME"
_CITIES = frozenset(_SHORT_CITIES.split())
# Not a place, and what follows reads differently without it.
_LABEL_WORDS = "CORRECTION CORRECTED CLARIFICATION RETRACTION OPINION ANALYSIS REVIEW"
_LABELS = frozenset(_LABEL_WORDS.split())


def body_start(text: str) -> int:
    """The offset where the sentence proper begins: 0 where there is no byline or dateline.

    `text` may be an article or one sentence. Something other than white space always follows.
    """
    place = len(text) - len(text.lstrip())
    while match := _prefix(text, place):
        place = match.end()
    return place if text[:place].strip() else 0


def dateline_credit(text: str) -> str | None:
    """The name in the parentheses of the dateline, as it is written: `(Newswire) -`."""
    place, credit = len(text) - len(text.lstrip()), None
    while match := _prefix(text, place):
        place = match.end()
        credit = credit or match.groupdict().get("credit")
    return credit


def _prefix(text: str, place: int) -> regex.Match[str] | None:
    """One byline or dateline at `place`, if there is one beyond doubt and text after it."""
    end = place + _LONGEST
    if _SIGNS.isdisjoint(text[place:end]):
        return None  # which spares most sentences five searches
    for pattern, sure in _FORMS:
        match = pattern.match(text, place, end)
        if match and sure(match, text) and text[match.end() : match.end() + _LONGEST].strip():
            return match
    return None


def _is_byline(match: regex.Match[str], text: str) -> bool:
    return _SENTENCE_OPENS.match(_first_line(text, match.end())) is not None


def _is_in_capitals(match: regex.Match[str], text: str) -> bool:
    after = _first_line(text, match.end())
    if not _SENTENCE_OPENS.match(after) or _IS_HEADLINE.match(after):
        return False
    place, more = match["place"], match["more"]
    if place in _LABELS:
        return False
    if more.strip(" ,") or " " in place or len(place) > _MAYBE_ACRONYM or place in _CITIES:
        return True
    return len(place) > _SURELY_SHORT and "." not in place and not _dashes_again(match, after)


def _is_credited(match: regex.Match[str], text: str) -> bool:
    after = _first_line(text, match.end())
    if not _SENTENCE_OPENS.match(after):
        return False
    if known_agency(match["credit"]):
        return True
    words = match["place"].replace(",", " ").split()
    if ":" in match.group() or not _LABELS.isdisjoint(words):
        return False
    if not words:
        return True
    initials = "".join(word[0] for word in words)
    is_name = words[0].casefold() in _ARTICLES or match["credit"].upper() in initials.upper()
    return not is_name and len(match["credit"]) > 1 and not _dashes_again(match, after)


def _has_known_credit(match: regex.Match[str], text: str) -> bool:
    opens = _SENTENCE_OPENS.match(_first_line(text, match.end()))
    return opens is not None and known_agency(match["credit"]) is not None


def _is_east_asian(_match: regex.Match[str], _text: str) -> bool:
    return True


def _first_line(text: str, place: int) -> str:
    return text[place : place + 3 * _LONGEST].partition("\n")[0]


def _dashes_again(match: regex.Match[str], after: str) -> bool:
    """The same dash again in the line: the first may have opened a parenthesis."""
    dash = match.group().rstrip()[-1]
    return dash in after if dash in "—―" else regex.search(rf"\s-?{dash}\s", after) is not None


_FORMS = (
    (_BYLINE, _is_byline),
    (_IN_CAPITALS, _is_in_capitals),
    (_CREDITED, _is_credited),
    (_UNDASHED, _has_known_credit),
    (_CASELESS, _has_known_credit),
    (_EAST_ASIAN, _is_east_asian),
)
