"""Who speaks beside a quotation, by the patterns of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from summarize.text import patterns
from summarize.text.capitals import is_function, is_title_first, untitled

# What `speaker_of` gives for "he said": the caller knows the sentences before.
PRONOUN = "\0"


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language attributes words: shapes of folded or unfolded text."""

    verbs: str
    pronouns: str
    determiners: str
    groups: str  # speak without an article
    sources: str  # before a name: "according to"
    auxiliary: str = ""


_EN = Speech(
    verbs=(
        r"said|says|say|told|added|adds|asked|tweeted|wrote|writes|continued|explained|noted|argued|"
        r"replied|responded|testified|insisted|declared|stated|warned|recalled|announced|claimed|"
        r"concluded|joked|remarked|acknowledged|admitted|asserted|tells|posted|read|yelled|shouted|confirmed|reported|urged|quipped|complained|predicted|suggested|promised|pledged|vowed|observed|cautioned|exclaimed|charged|recalls"
    ),
    pronouns="he|she|they|it|i|we|who",
    determiners=r"(?:the|a|an|one|another|his|her|its|their)\s",
    groups=(
        "police|officials|authorities|prosecutors|investigators|lawyers|residents|witnesses"
        "|organizers|critics|state media|rescuers|doctors"
    ),
    sources=r"according to",
    auxiliary=r"(?:has|had|have|also|then|later|\p{L}+ly)\s",
)
_FR = Speech(
    verbs=(
        r"a (?:\p{L}+ment )?(?:déclaré|dit|affirmé|ajouté|expliqué|indiqué|précisé|assuré|estimé|"
        r"souligné|annoncé|écrit|répondu|lancé|raconté|confié|rappelé)|ont (?:déclaré|dit|affirmé|"
        r"indiqué)|déclare|dit|affirme|ajoute|explique|indique|précise|assure|estime|souligne|"
        r"déclarait|expliquait|raconte|confie"
    ),
    pronouns="il|elle|ils|elles|on|a-t-il|a-t-elle|t-il|t-elle",
    determiners=r"(?:le|la|les|un|une)\s|l['’]",
    groups="(?!)",
    sources=r"selon|d['’]après",
)
_ES = Speech(
    verbs=(
        r"dijo|dijeron|afirmó|declaró|añadió|agregó|señaló|aseguró|explicó|indicó|sostuvo|"
        r"manifestó|expresó|advirtió|escribió|comentó|apuntó|anunció|relató|dice|afirma|asegura|"
        r"ha dicho|ha afirmado|ha asegurado|ha declarado|ha explicado"
    ),
    pronouns="él|ella|ellos|ellas",
    determiners=r"(?:el|la|los|las|un|una)\s",
    groups="(?!)",
    sources=r"según|de acuerdo con",
)
SPEECH = {"en": _EN, "fr": _FR, "es": _ES}

_CAP = r"(?:\p{Lu}\.){1,3}|\p{Lu}[\p{L}\p{M}'’-]*"
_PARTICLE = r"(?:of|the|de|la|del|du|des|van|von|bin|al|el|for)"
_NAME = rf"(?:{_CAP})\.?(?:\s(?:{_PARTICLE}\s){{0,2}}(?:{_CAP})\.?){{0,5}}"
# "Housing and Harbour Secretary Ana Reyes" is one, "Ana Reyes and Tom Vale" are two.
_NAMES = rf"(?:{_NAME}\s(?:and|et|y)\s)?{_NAME}"
_APPOSITION = (
    r"(?:\s(?:himself|herself|themselves|lui-même|elle-même))?"
    r"(?:,[^,;:\"“”«»]{1,120},|\s\([^)]{1,20}\)|,(?=\s(?:later|then|also)\s))?"
)
# Up to the quotation without a full stop, but for that of a title.
_TO_QUOTATION = r"(?:[^.!?]|(?<=\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|St))\.)*$"


@cache
def _shapes(language: str) -> dict[str, regex.Pattern[str]]:
    speech = SPEECH[language]
    who = (
        rf"(?:(?P<pronoun>(?i:{speech.pronouns}))(?!\p{{L}})"
        rf"|(?P<noun>(?i:{speech.groups})"
        rf"|(?i:{speech.determiners})(?:[\p{{L}}.'’-]+\s){{0,3}}?[\p{{Ll}}-]+)(?=\s|$|[,.:])"
        rf"|(?:(?:{_CAP}\s){{0,2}}(?:{_CAP})['’]s\s)?"
        rf"(?:\p{{Ll}}[\p{{L}}'’-]*\s){{0,4}}(?P<name>{_NAMES}))"
    )
    verbs = speech.verbs
    aux = rf"(?:{speech.auxiliary})?" if speech.auxiliary else ""
    inverted = r"[-\s](?:t-)?(?P<pronoun>il|elle|ils|elles|on)\b" if language == "fr" else "(?!)"
    return {
        "said_who": regex.compile(
            rf"^\W{{0,3}}\s?(?:[^.!?,“\"]{{0,40}},\s)?(?:{verbs})(?:{inverted}|\s{who})"
        ),
        "inverted": regex.compile(r"^\W{0,3}\s?(?:a-t-|ont-)(?P<pronoun>ils?|elles?)\b"),
        "who_said": regex.compile(rf"^\W{{0,3}}\s?{who}{_APPOSITION}\s{aux}(?:{verbs})\b"),
        "source_after": regex.compile(rf"^\W{{0,3}}\s?(?:{speech.sources})\s{who}"),
        "lead": regex.compile(
            rf"(?:^|[,;.—–]\s|\b(?:and|but|that|et|y|mais|pero|que|when|as)\s|^\W+){who}"
            rf"{_APPOSITION}\s{aux}(?:{verbs}|called)\b{_TO_QUOTATION}"
        ),
        "source_before": regex.compile(rf"(?i:{speech.sources})\s{who}[^.!?]*$"),
    }


_TAIL = ("said_who", "inverted", "who_said", "source_after")


def speaker_of(lead: str, tail: str, words: str, language: str) -> str | None:
    """Who speaks the `words` between `lead` and `tail` of a sentence.

    A name where one is found, else the noun ("a spokeswoman"), `PRONOUN` for "he said", None where
    nobody is named.
    """
    if language not in SPEECH:
        return None
    shapes = _shapes(language)
    ended = words.rstrip(" '’\"")[-1:] in ",?!—-…" or language != "en"
    found: list[regex.Match[str]] = []
    if ended or tail.lstrip()[:1] in (",", "—") or tail.lstrip()[:1].islower():
        found = [match for name in _TAIL if (match := shapes[name].match(tail))]
    for name in ("lead", "source_before"):  # the nearest before the quotation first
        found += reversed(list(shapes[name].finditer(lead, overlapped=True)))
    who = (_who(match, language) for match in found)
    return next((each for each in who if each), None)


def _who(match: regex.Match[str], language: str) -> str | None:
    if match["pronoun"]:
        return PRONOUN
    named = match.groupdict()
    if not named.get("name"):
        return _named_beside(match, _whole_noun(match, language)) if named.get("noun") else None
    parts = patterns.compiled(r"\s(?:and|et|y)\s").split(str(named["name"]).removesuffix("'s"))
    if len(parts) > 1 and " " not in parts[0] and is_title_first(parts[-1]):
        parts = parts[-1:]  # a ministry with "and" in its name
    people = [untitled(part, language) for part in parts]
    return None if any(is_function(one, language) for one in people) else " and ".join(people)


def _named_beside(match: regex.Match[str], noun: str) -> str:
    """ "the leader, Bram Ostley," is Bram Ostley."""
    rest = match.string[match.start("noun") + len(noun) :]
    name = patterns.match(rf"(?:['’]s(?:\s\p{{Ll}}+){{1,3}})?,\s(?P<name>{_NAME})(?=[,.;]|$)", rest)
    return str(name["name"]).removesuffix(".") if name and " " in name["name"] else noun


def _whole_noun(match: regex.Match[str], language: str) -> str:
    """The noun up to its last word: "the mayor's" is not yet "the mayor's lawyer"."""
    noun = str(match["noun"]).strip()
    rest = match.string[match.start("noun") + len(noun) :]
    more = patterns.match(r"(?:\s\p{Ll}[\p{Ll}-]+){0,3}", rest)
    for word in more[0].split() if more else ():
        verb = word.endswith(("ing", "ed")) or patterns.fullmatch(SPEECH[language].verbs, word)
        if verb or is_function(word, language):
            break
        noun = f"{noun} {word}"
    return noun
