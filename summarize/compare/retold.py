"""Has anybody told this before, in whatever words?

A laxer question than whether a passage carries a claim: who says "no" here says that something is
new, and that must not be said of what is only worded anew.

1. What states a number or a date that nobody stated before is new.
2. So is what shares few of its content words with any two statements of one article, unless two
   names of it stand together in one of them.
3. Where some of what was said is in other languages, the second cannot be seen: only the first
   counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from summarize.check import Facts
from summarize.compare.statements import Statement

# Share of the content words of a statement that stand in what was said, with which it may be the
# same in other words (benchmarks/changes.py; what is told anew shares 0.2 at most in the middle).
AGAIN = 0.45
# The same where all its numbers and dates stand there as well, of which it has some.
AGAIN_COUNTED = 0.3
TOGETHER = 2  # words of names that stand in one statement


class Heard:
    """Everything that was said, to be asked whether it tells a statement."""

    def __init__(self, said: Sequence[Statement]) -> None:
        self._said = tuple(said)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for index, statement in enumerate(self._said):
            for word in statement.facts.words:
                self._by_word[f"{statement.article.language} {word}"].append(index)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages in which something was said."""
        return frozenset(statement.article.language for statement in self._said)

    @cached_property
    def _numbers(self) -> frozenset[float]:
        return frozenset(n for statement in self._said for n in statement.facts.numbers)

    @cached_property
    def _dates(self) -> frozenset[str]:
        return frozenset(day for statement in self._said for day in statement.facts.dates)

    def lacks_values(self, stated: Facts) -> bool:
        """Whether a number or a date is stated that nobody stated."""
        return bool(stated.numbers - self._numbers or stated.dates - self._dates)

    def tells(self, statement: Statement) -> bool:
        """Whether it may have been said before."""
        stated = statement.facts
        if self.lacks_values(stated):
            return False
        if self.languages != {statement.article.language}:
            return True
        return self.overlaps(statement)

    def overlaps(self, statement: Statement) -> bool:
        """Whether one statement of its language, or two of one article, say much the same."""
        stated = statement.facts
        if not stated.words:
            return True
        near = self.near(statement)
        least = AGAIN_COUNTED if stated.numbers or stated.dates else AGAIN
        for index, shared in near.items():
            facts = self._said[index].facts
            if stated.numbers and not stated.numbers & facts.numbers:
                continue
            if len(shared & stated.names & facts.names) >= TOGETHER:
                return True
            if self._with_another(index, near) >= least * len(stated.words):
                return True
        return False

    def near(self, statement: Statement) -> dict[int, set[str]]:
        """By number of a statement of its language, the words it shares."""
        found: dict[int, set[str]] = defaultdict(set)
        for word in statement.facts.words:
            for index in self._by_word.get(f"{statement.article.language} {word}", ()):
                found[index].add(word)
        return found

    def _with_another(self, index: int, near: dict[int, set[str]]) -> int:
        article = self._said[index].article.id
        beside = (near[index + step] for step in (-1, 1) if self._is_of(article, index + step, near))
        return max((len(near[index] | words) for words in beside), default=len(near[index]))

    def _is_of(self, article: str, index: int, near: Iterable[int]) -> bool:
        return index in near and self._said[index].article.id == article

    def pairs(self, statement: Statement) -> Iterable[tuple[Statement, set[str]]]:
        """Each statement of its language that shares a word, and what it shares."""
        return ((self._said[index], shared) for index, shared in sorted(self.near(statement).items()))
