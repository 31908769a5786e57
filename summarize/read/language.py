"""The language of a text, by its letters and its function words.

1. A script that one language of news uses decides alone: Hangul, Kana, Thai, Greek, Hebrew.
2. Scripts shared by several are told apart by letters that only one of them has (Arabic, Cyrillic,
   Devanagari); Han without Kana is Chinese.
3. Latin: Vietnamese by its letters; else the language whose function words make up the largest
   share of the words, if that share is large enough and clear of the next one.
Only the head of the text is looked at. What is unsure is "und".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import regex

from summarize.article import UNKNOWN_LANGUAGE
from summarize.text.stopwords import STOPWORDS

LOOKED_AT = 4_000  # characters
FEWEST_WORDS = 8  # fewer words in Latin letters decide nothing
# Share of function words: news in its own language has 0.25 to 0.5, in another one up to 0.15.
ENOUGH = 0.18
# The best language has at least this many times the share of the next one.
CLEAR = 1.15

_NAMES = {
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "dutch": "nl", "english": "en",
    "español": "es", "français": "fr", "french": "fr", "german": "de", "hindi": "hi",
    "indonesian": "id", "italian": "it", "italiano": "it", "japanese": "ja", "korean": "ko",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "português": "pt", "russian": "ru",
    "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "urdu": "ur",
    "vietnamese": "vi",
}  # fmt: skip
_OLD_CODES = {
    "ara": "ar", "deu": "de", "eng": "en", "fas": "fa", "fra": "fr", "fre": "fr", "ger": "de",
    "hin": "hi", "in": "id", "ind": "id", "ita": "it", "iw": "he", "jpn": "ja", "kor": "ko",
    "nb": "no", "nld": "nl", "nn": "no", "por": "pt", "rus": "ru", "spa": "es", "tur": "tr",
    "ukr": "uk", "urd": "ur", "vie": "vi", "zho": "zh",
}  # fmt: skip
_VIETNAMESE = re.compile("[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z]+")
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_.@-]{1,40})?")

_SCRIPTS = ("Latin", "Han", "Hiragana", "Katakana", "Hangul", "Arabic", "Cyrillic", "Devanagari",
            "Greek", "Hebrew", "Thai", "Bengali", "Tamil", "Telugu", "Gujarati", "Gurmukhi",
            "Kannada", "Malayalam", "Sinhala", "Myanmar", "Khmer", "Lao", "Georgian", "Armenian",
            "Ethiopic")  # fmt: skip
_LETTERS = regex.compile("|".join(rf"(?P<{name}>\p{{{name}}}+)" for name in _SCRIPTS))
_ONE_LANGUAGE = {
    "Han": "zh", "Hiragana": "ja", "Katakana": "ja", "Hangul": "ko", "Greek": "el",
    "Hebrew": "he", "Thai": "th", "Bengali": "bn", "Tamil": "ta", "Telugu": "te",
    "Gujarati": "gu", "Gurmukhi": "pa", "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si",
    "Myanmar": "my", "Khmer": "km", "Lao": "lo", "Georgian": "ka", "Armenian": "hy",
    "Ethiopic": "am",
}  # fmt: skip
# Letters that in ordinary text of the script only this language has; the first that occurs wins.
_OWN_LETTERS = {
    "Arabic": (("ur", "ٹڈڑںےھ"), ("ps", "ټډړښځڅ"), ("fa", "پچژگکی"), ("ar", "")),
    "Cyrillic": (
        ("be", "ў"), ("mk", "ѓќѕ"), ("sr", "ђћџљњ"), ("kk", "әғқңұһ"), ("uk", "їєґі"),
        ("ru", "ыэё"), ("bg", "ъ"), ("ru", ""),
    ),
    "Devanagari": (("mr", "ळ"), ("hi", "")),
}  # fmt: skip
# An own letter also comes in a borrowed name: it must make up this share of the letters.
OWN_SHARE = 0.004
# Vietnamese has letters of its own in every second word: about 0.15 of a text, in names 0.02.
VIETNAMESE_SHARE = 0.06
# Japanese mixes Han and Kana; Chinese quotes a Japanese name at most.
KANA_SHARE = 0.1


def code(declared: str) -> str | None:
    """The primary subtag in lower case of a language tag or name; None where it is neither."""
    declared = declared.strip()
    if name := _NAMES.get(declared.casefold()):
        return name
    match = _TAG.fullmatch(declared)
    if match is None or match[1].lower() in {"und", "mul", "zxx", "mis"}:
        return None
    tag = match[1].lower()
    return _OLD_CODES.get(tag, tag)


def detect(text: str) -> str:
    """The code of two letters, or "und"."""
    head = text[:LOOKED_AT]
    if sum(map(len, _PLAIN.findall(head))) > len(head) / 2:
        return _by_function_words(head)
    letters: Counter[str] = Counter()
    for match in _LETTERS.finditer(head):
        letters[str(match.lastgroup)] += len(match.group())
    if not letters:
        return UNKNOWN_LANGUAGE
    kana = letters["Hiragana"] + letters["Katakana"]
    script = letters.most_common(1)[0][0]
    if script == "Latin":
        return _by_function_words(head)
    if kana > KANA_SHARE * (letters["Han"] + kana):
        script = "Hiragana"
    return _ONE_LANGUAGE.get(script) or _by_letters(head, script, letters[script])


def _by_letters(text: str, script: str, total: int) -> str:
    counts = Counter(text.casefold())
    return next(
        language
        for language, own in _OWN_LETTERS[script]
        if not own or sum(counts[letter] for letter in own) > OWN_SHARE * total
    )


def _by_function_words(text: str) -> str:
    if len(_VIETNAMESE.findall(text)) > VIETNAMESE_SHARE * len(text):
        return "vi"
    found = Counter(_WORD.findall(text.casefold()))
    total = found.total()
    if total < FEWEST_WORDS:
        return UNKNOWN_LANGUAGE
    counts = dict.fromkeys(STOPWORDS, 0)
    for word, times in found.items():
        for language in _languages_of().get(word, ()):
            counts[language] += times
    shares = sorted(((times / total, language) for language, times in counts.items()), reverse=True)
    best, language = shares[0]
    following = shares[1][0] if len(shares) > 1 else 0.0
    return language if best >= ENOUGH and best >= CLEAR * following else UNKNOWN_LANGUAGE


@cache
def _languages_of() -> dict[str, list[str]]:
    """Which languages have a word as a function word."""
    languages: dict[str, list[str]] = {}
    for language, known in STOPWORDS.items():
        for word in known:
            languages.setdefault(word, []).append(language)
    return languages
