"""Who said what, word for word: the quotations of an article with their speakers.

A quotation is shown as whole sentences, so that its attribution is seen with it. The speaker is
who stands beside a verb of speech ("said Ana Reyes", "Reyes told reporters") or after "according
to"; "he said" is the last person that the paragraph named, where only one can be meant. A
quotation that goes on in the next sentence keeps its speaker.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from summarize.text.capitals import names
from summarize.text.speakers import PRONOUN, speaker_of
from summarize.text.words import count

SHORTEST = 5  # words between the marks: fewer are a phrase in quotation marks
# A quotation over more sentences than these is a transcript.
MOST_SENTENCES = 4
NAMED = 1_000  # sentences, evenly over a very long text, are enough to know its people
_TITLE_CASE = 0.6
_QUOTED = regex.compile(
    r"“(?P<words>[^“”]+)[”]|«\s?(?P<words>[^«»]+?)\s?»|„(?P<words>[^„“”]+)[“”]"
    r"|「(?P<words>[^「」]+)」|『(?P<words>[^『』]+)』"
    r'|(?<![\w"])"(?=\S)(?P<words>[^"\n]+?)(?<=\S)"(?!\w)'
    r"|(?<!\w)‘(?P<words>(?:[^‘’\n]|’(?=\w))+?(?<=[.,!?…]))’(?!\w)"
    r"|(?<![\w'])'(?=\p{Lu})(?P<words>(?:[^'\n]|(?<=\w)'(?=\w))+?(?<=[.,!?…]))'(?!\w)"
)


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """`text[start:end]` of the article is the sentences that hold a quotation, trimmed.

    `words` stand between the marks; `speaker` as the text names them there, None if it does not.
    """

    start: int
    end: int
    words: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class _Text:
    """An article, its language, and the persons in it: their names by the last word of them."""

    text: str
    language: str
    known: Mapping[str, Collection[str]]


_LETTERS = regex.compile(r"\p{L}+")


def quotations(
    text: str, spans: Sequence[tuple[int, int]], language: str
) -> tuple[QuotedSpan, ...]:
    """The quotations of `text` in order; `spans` are its sentences. Never raises."""
    article = _Text(text, language, _known_people(text, spans, language))
    found: list[QuotedSpan] = []
    last: QuotedSpan | None = None  # also one that is too short to be shown
    for quoted in _quoted(text):
        run = _sentences(spans, quoted.start(), quoted.end())
        if run is None or _is_title(quoted["words"]):
            continue
        start, end = _trim(text, run[0], run[1])
        speaker = _speaker(article, (start, end), quoted, last)
        speaker = _in_full(article, speaker) if speaker else None
        last = QuotedSpan(start, end, quoted["words"].strip(" ,"), speaker)
        if count(quoted["words"]) >= SHORTEST:
            found.append(last)
    return tuple(_one_a_sentence(found))


def _is_title(words: str) -> bool:
    """The name of a film or a book: most words have a capital."""
    letters = _LETTERS.findall(words)
    if len(letters) < SHORTEST:
        return False
    capitals = sum(1 for word in letters if word[0].isupper())
    return capitals >= _TITLE_CASE * len(letters)


def _quoted(text: str) -> Iterator[regex.Match[str]]:
    """The quotations of each paragraph; one that is not closed within it is left out."""
    for paragraph in regex.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        part = paragraph[0]
        if part.count('"') % 2 == 0 or "“" in part:
            yield from _QUOTED.finditer(text, paragraph.start(), paragraph.end())


def _sentences(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """The whole sentences that hold `start:end`; None where they are too many, or missing."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    run = spans[first : bisect_left(spans, end, lo=first, key=lambda span: span[0])]
    if not run or len(run) > MOST_SENTENCES or run[0][0] > start:
        return None
    return run[0][0], run[-1][1]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    whole = text[start:end]
    start += len(whole) - len(whole.lstrip())
    return start, start + len(whole.strip())


def _speaker(
    article: _Text,
    span: tuple[int, int],
    quoted: regex.Match[str],
    last: QuotedSpan | None,
) -> str | None:
    """Who the sentence says is speaking; `last` is the quotation before it."""
    lead = article.text[span[0] : quoted.start()]
    tail = article.text[quoted.end() : span[1]]
    named = speaker_of(lead, tail, quoted["words"], article.language)
    if named == PRONOUN:
        return _meant(article, span[0], lead, last)
    if named is None and last and _continues(article.text, last, span, quoted):
        return last.speaker
    return named


def _meant(article: _Text, start: int, lead: str, last: QuotedSpan | None) -> str | None:
    """Who "he" or "she" is: the one person of the paragraph so far, else of that before it."""
    text = article.text
    paragraph = text.rfind("\n", 0, start) + 1
    people = _people(article, text[paragraph:start] + lead)
    if not people and paragraph:
        earlier = text.rfind("\n", 0, len(text[:paragraph].rstrip())) + 1
        people = _people(article, text[earlier:paragraph])
        if last and last.speaker and last.start >= earlier:
            people.append(last.speaker)
    return people[-1] if len({person.split()[-1] for person in people}) == 1 else None


def _people(article: _Text, text: str) -> list[str]:
    """Those who may be meant by "he" or "she": persons, and names that are elsewhere a person's."""
    unquoted = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    found: list[str] = []
    for sentence in regex.split(r"(?<=\p{Ll}[.!?]['\"”’]?)\s+", unquoted):
        found += [
            name.text
            for name in names(sentence, article.language)
            if name.kind == "person"
            or (name.kind != "place" and name.text.split()[-1] in article.known)
        ]
    return found


def _known_people(
    text: str, spans: Sequence[tuple[int, int]], language: str
) -> dict[str, set[str]]:
    """The names of the persons of the article by their last word."""
    people: dict[str, set[str]] = {}
    for start, end in spans[:: max(1, len(spans) // NAMED)]:
        for name in names(text[start:end], language):
            if name.kind == "person":
                people.setdefault(name.text.split()[-1], set()).add(name.text)
    return people


def _in_full(article: _Text, speaker: str) -> str:
    """ "Ierne" is Tomas Ierne, where the article names one such person in full."""
    full = {name for name in article.known.get(speaker, ()) if " " in name}
    return full.pop() if len(full) == 1 else speaker


def _continues(
    text: str, last: QuotedSpan, span: tuple[int, int], quoted: regex.Match[str]
) -> bool:
    """Whether the quotation only goes on: right after the last one, with nothing beside it."""
    if span[0] < last.end:
        return True
    between = text[last.end : span[0]]
    alone = not text[span[0] : quoted.start()].strip() and not text[quoted.end() : span[1]].strip(
        " ."
    )
    return alone and not between.strip() and between.count("\n") <= 2


def _one_a_sentence(found: Sequence[QuotedSpan]) -> Iterator[QuotedSpan]:
    """Quotations of the same sentences are one: its words joined."""
    last: QuotedSpan | None = None
    for each in found:
        if last and each.start < last.end:
            words = f"{last.words} … {each.words}"
            last = replace(
                last, end=max(last.end, each.end), words=words, speaker=last.speaker or each.speaker
            )
            continue
        if last:
            yield last
        last = each
    if last:
        yield last
