"""Whether words stand in a text verbatim, and which words of it are closest to them.

Compared are the letters and digits in their order, from the start of a word to the end of one.
Case, accents, punctuation, hyphens and spaces do not count: "Co-operate, he said." is "cooperate he
said".
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import accumulate, islice

import regex

from summarize.check.wording_denials import turns_round

# A bracketed insertion stands for at most so many letters: "[the ministers]" for "all of them".
INSERTED = 40
# The closest words have at least this share of the words asked for, else none are close.
CLOSE = 0.5
_MOST_WORDS = 600  # of the text, among which they are looked for
_MOST_ASKED = 100  # words of a quotation that are compared to find them
_MOST_BREAKS = 40  # more are no quotation; each costs a search
_NEAREST = 5  # ends of the part before that are tried
_AROUND = 4  # words on each side of the longest run, among which added ones are looked for

_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*|[^\W_]+"
)
_MARKS = regex.compile(r"[\u0300-\u036F\u064B-\u0652\u0640\u0670]")
_CHANGED_CASE = regex.compile(r"\[(\p{L})\](?=\p{L})")
_DOTS = r"…|\.\s?\.\s?\.(?:\s?\.)?"
_BREAK = regex.compile(rf"(?P<left_out>[\[(]\s?(?:{_DOTS})\s?[\])]|{_DOTS})|\[[^\[\]\n]*\]")

Word = tuple[str, int, int]  # folded; its start and end in the text


@dataclass(frozen=True, slots=True)
class Part:
    """Letters that stand together; between them and the part before are at most `gap` letters.

    `gap` is None where any number may be left out; else `inserted` stands for them. `opens` and
    `closes`: there is the start or end of a word, as there is not in "find[ing]".
    """

    letters: str
    gap: int | None
    opens: bool
    closes: bool
    inserted: str = ""


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[Word, ...]:
    """Each word folded, with its place in `text`; a character of an unspaced script is a word."""
    found = ((_folded(match[0]), *match.span()) for match in _WORD.finditer(text))
    return tuple(word for word in found if word[0])


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", word.casefold()))


def parts(quotation: str) -> tuple[Part, ...]:
    """What must stand in a text, in this order, for the quotation to be verbatim."""
    text = _CHANGED_CASE.sub(r"\1", quotation)
    found: list[Part] = []
    start, gap, inserted = 0, None, ""
    breaks = islice(_breaks(text), _MOST_BREAKS)
    for end, after, next_gap in [*breaks, (len(text), len(text), None)]:
        letters = "".join(word for word, _, _ in words(text[start:end]))
        if letters:
            opens = not (start and text[start - 1] == "]" and text[start].isalpha())
            closes = next_gap is None or not text[end - 1].isalpha()
            found.append(Part(letters, gap, opens, closes, inserted))
            gap, inserted = next_gap, text[end:after]
        elif next_gap is None:
            gap = None
        start = after
    return tuple(found)


def _breaks(text: str) -> Iterator[tuple[int, int, int | None]]:
    for match in _BREAK.finditer(text):
        yield match.start(), match.end(), None if match["left_out"] else INSERTED


@dataclass(frozen=True)
class Wording:
    """A text and its words."""

    text: str
    words: Sequence[Word]

    @cached_property
    def letters(self) -> str:
        """All words in one."""
        return "".join(word for word, _, _ in self.words)

    @cached_property
    def _borders(self) -> frozenset[int]:
        """Where in the letters a word starts or ends."""
        return frozenset(accumulate((len(word) for word, _, _ in self.words), initial=0))

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where in the letters each word starts, and where the last one ends."""
        return [*accumulate((len(word) for word, _, _ in self.words), initial=0)]

    def has(self, asked: Iterable[Part], language: str = "") -> bool:
        """Whether all parts stand in the text, one after another.

        In a known language what is left out or replaced between them may not be a denial.
        """
        ends = [0]
        for place, part in enumerate(asked):
            ends = [
                start + len(part.letters)
                for start in self._places(part)
                if self._follows(start, ends, part, language if place else "")
            ]
            if not ends:
                return False
        return True

    def _follows(self, start: int, ends: Sequence[int], part: Part, language: str) -> bool:
        """Whether the last part may have ended so that this one starts here; `ends` ascend."""
        before = bisect_right(ends, start)
        reached = (ends[place] for place in range(before - 1, max(-1, before - 1 - _NEAREST), -1))
        return any(
            (part.gap is None or start - end <= part.gap)
            and not turns_round(self._between(end, start), part.inserted, language)
            for end in reached
        )

    def _between(self, end: int, start: int) -> str:
        """The text between two places among the letters."""
        first, last = bisect_left(self._starts, end), bisect_left(self._starts, start)
        if first >= last:
            return ""
        return self.text[self.words[first][1] : self.words[last - 1][2]]

    def _places(self, part: Part) -> Iterator[int]:
        start = self.letters.find(part.letters)
        while start >= 0:
            closes = not part.closes or start + len(part.letters) in self._borders
            if closes and (not part.opens or start in self._borders):
                yield start
            start = self.letters.find(part.letters, start + 1)

    def closest(self, quotation: str) -> str | None:
        """The words of the text that are most like the quotation, as they stand there, if any."""
        asked = [word for word, _, _ in words(_BREAK.sub(" ", quotation))][:_MOST_ASKED]
        own = [word for word, _, _ in self.words][:_MOST_WORDS]
        run = SequenceMatcher(None, own, asked, autojunk=False).find_longest_match()
        first = max(0, run.a - run.b - _AROUND)
        near = own[first : run.a - run.b + len(asked) + _AROUND]
        blocks = SequenceMatcher(None, near, asked, autojunk=False).get_matching_blocks()[:-1]
        if sum(block.size for block in blocks) < CLOSE * len(asked):
            return None
        start = max(0, blocks[0].a - blocks[0].b) + first
        after = len(asked) - blocks[-1].b - blocks[-1].size
        end = min(len(own), first + blocks[-1].a + blocks[-1].size + after)
        return self.text[self.words[start][1] : self.words[end - 1][2]]


def wording(sentences: Iterable[str]) -> Wording:
    """The text of sentences that follow each other."""
    text, found = "", []
    for sentence in sentences:
        text += " " if text else ""
        found += [(word, len(text) + a, len(text) + b) for word, a, b in words(sentence)]
        text += sentence
    return Wording(text, tuple(found))
