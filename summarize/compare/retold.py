"""Has anybody told this before, in whatever words?

A laxer question than whether a passage carries a claim: who says "no" here says that something is
new, and that must not be said of what is only worded anew.

1. What states a number or a date that nobody stated before is new; a weekday or month that was
   named before is no such date.
2. So is what shares few of its words with any statement and its neighbour, unless two words of its
   names stand together in one of them.
3. What is said of a day to come that was named before is not new.
4. A statement that is little but a figure is not new where another such one gave that figure.
5. Where some of what was said is in other languages, the second cannot be seen: only the first
   counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarize.check import Facts
from summarize.compare.statements import Statement
from summarize.stories.shared_names import share_a_name
from summarize.text.dates import dates
from summarize.text.words import content, tokens

# Stems are cut: "diverted" and "diversion", "broke" and "broken" tell of one thing.
CUT = 5
# Share of the words of a statement that stand in what was said, with which it may be the same in
# other words; the second where it has numbers, and they stand there too. Set on
# the made worlds 1 to 5 of benchmarks/planted.py, not swept.
AGAIN = 0.4
AGAIN_COUNTED = 0.2
TOGETHER = 2  # words of names that stand in one statement
# Two statements are of one fact: share of the words of the shorter, where they share a name and
# where neither has one.
SAME_NAMED = 0.4
SAME_BARE = 0.65
LEAST = 2  # words
BRIEF = 7  # words of a statement that says one thing


@lru_cache(maxsize=50_000)
def gist(text: str, language: str) -> frozenset[str]:
    """The content words of a statement, cut so that forms of one word are equal."""
    stems = (word for word in content(text, language) if not word[0].isdigit())
    return frozenset(word[:CUT] for word in stems)


def words(statement: Statement) -> frozenset[str]:
    """The gist of a statement."""
    return gist(statement.text, statement.article.language)


def of_one_fact(one: Statement, other: Statement) -> bool:
    """Whether two statements may tell the same fact, whatever they say about it."""
    if one.article.language != other.article.language:
        return False
    own, others = words(one), words(other)
    shared = own & others
    return _is_enough(len(shared), min(len(own), len(others))) and _names_allow(one, other, shared)


def _is_enough(shared: int, shorter: int) -> bool:
    """Asked before names are looked for: for most statements the answer is no."""
    return shared >= max(LEAST, SAME_NAMED * shorter)


def _names_allow(one: Statement, other: Statement, shared: Collection[str]) -> bool:
    """Whether a name stands in both, and a word beside it; without names more words must."""
    names = one.facts.names, other.facts.names
    if not any(names):
        return len(shared) >= SAME_BARE * min(len(words(one)), len(words(other)))
    # A name at the start of a sentence is not seen as one.
    both = names[0].intersection(other.facts.order) | names[1].intersection(one.facts.order)
    named = {word[:CUT] for word in both}
    return bool(both) and any(word not in named for word in shared)


def _is_bare_count(statement: Statement) -> bool:
    return len(words(statement)) <= BRIEF and not statement.facts.names


def facts_of(said: Sequence[Statement]) -> list[list[Statement]]:
    """The statements by the fact that they may tell, in order.

    Two short ones that name what no article names twice tell one fact, in whatever language.
    """
    rare = _named_once(said)

    def same(one: Statement, other: Statement) -> bool:
        alike = of_one_fact(one, other) or _name_one(one, other, rare)
        return alike and share_a_name(one.article, other.article)

    groups: list[list[Statement]] = []
    heard: dict[str, dict[int, list[Statement]]] = {}  # by word or rare name, by group
    for statement in said:
        keys = words(statement) | (statement.facts.names & rare)
        beside: dict[int, dict[int, Statement]] = defaultdict(dict)
        for key in keys:
            for number, members in heard.get(key, {}).items():
                beside[number].update((id(one), one) for one in members)
        known = (n for n in sorted(beside) if any(same(s, statement) for s in beside[n].values()))
        place = next(known, len(groups))
        if place == len(groups):
            groups.append([])
        groups[place].append(statement)
        for key in keys:
            heard.setdefault(key, {}).setdefault(place, []).append(statement)
    return groups


def _named_once(said: Sequence[Statement]) -> frozenset[str]:
    """The words of names that no article has in two statements."""
    times = Counter((s.article.id, name) for s in said for name in s.facts.names)
    return frozenset(name for _, name in times) - {name for (_, name), n in times.items() if n > 1}


def _name_one(one: Statement, other: Statement, rare: frozenset[str]) -> bool:
    if one.article.id == other.article.id or not one.facts.names & other.facts.names & rare:
        return False
    if max(len(words(one)), len(words(other))) > BRIEF or one.facts.numbers != other.facts.numbers:
        return False
    return one.facts.dates == other.facts.dates


@dataclass(frozen=True)
class Heard:
    """Everything that was said, to be asked whether it tells a statement."""

    said: Sequence[Statement]

    @cached_property
    def _by_word(self) -> Mapping[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, statement in enumerate(self.said):
            for word in words(statement):
                found[statement.article.language, word].append(index)
        return found

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages in which something was said."""
        return frozenset(statement.article.language for statement in self.said)

    @cached_property
    def _numbers(self) -> frozenset[float]:
        return frozenset(number for said in self.said for number in said.facts.numbers)

    @cached_property
    def _dates(self) -> frozenset[str]:
        return frozenset(day for said in self.said for day in said.facts.dates)

    def lacks_values(self, stated: Facts) -> bool:
        """Whether a number or a date is stated that nobody stated."""
        return bool(stated.numbers - self._numbers) or self._lacks_dates(stated)

    def _lacks_dates(self, stated: Facts) -> bool:
        """A weekday or month that was named before may be the same, however it is resolved."""
        new = stated.dates - self._dates
        if not new:
            return False
        loose = {
            mention.iso
            for mention in dates(stated.text, stated.language, stated.day)
            if self._is_loose(stated.text[mention.start : mention.end])
        }
        return bool(new - loose)

    def _is_loose(self, date: str) -> bool:
        digits = any(map(str.isdigit, date))
        return not digits and self._tokens.issuperset(tokens(date))

    def lacks_names(self, stated: Facts) -> bool:
        """Whether names are stated of which no word stands anywhere."""
        return bool(stated.names) and not stated.names & self._tokens

    @cached_property
    def _tokens(self) -> frozenset[str]:
        return frozenset(token for said in self.said for token in said.facts.order)

    def tells(self, statement: Statement) -> bool:
        """Whether it may have been said before."""
        if self.lacks_values(statement.facts):
            return False
        if statement.article.day and any(
            day > statement.article.day.isoformat() for day in statement.facts.dates
        ):
            return True  # a day to come, announced before
        return self.languages != {statement.article.language} or self.overlaps(statement)

    def overlaps(self, statement: Statement, *, counted: bool = True) -> bool:
        """Whether a statement of its language, with its neighbour, says much the same.

        With `counted` one that has none of its numbers does not.
        """
        own, stated = words(statement), statement.facts
        if counted and stated.numbers and self._gives_count(statement):
            return True
        least = len(own) * (AGAIN_COUNTED if stated.numbers else AGAIN)
        shared = self._shared(statement)
        named = len(stated.names & self._tokens) >= TOGETHER
        return not own or any(
            self._shares(index, shared, least) or (named and self._names_together(index, stated))
            for index in shared
            if not counted or self._has_number(index, stated)
        )

    def near(self, statement: Statement) -> Iterator[Statement]:
        """The statements of its language that share a word with it."""
        return (self.said[index] for index in sorted(self._shared(statement)))

    def _gives_count(self, statement: Statement) -> bool:
        """Whether it says little but a figure, and another such statement gives the same."""
        stated = statement.facts
        return _is_bare_count(statement) and any(
            stated.numbers == other.facts.numbers
            for other in self.said
            if other.facts.numbers and _is_bare_count(other)
        )

    def of_its_fact(self, statement: Statement) -> Iterator[Statement]:
        """The statements that may tell the same fact as it."""
        shared, own = self._shared(statement), len(words(statement))
        return (
            self.said[index]
            for index in sorted(shared)
            if _is_enough(len(shared[index]), min(own, self._sizes[index]))
            and _names_allow(self.said[index], statement, shared[index])
        )

    @cached_property
    def _sizes(self) -> tuple[int, ...]:
        return tuple(len(words(statement)) for statement in self.said)

    def _shared(self, statement: Statement) -> Mapping[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for word in words(statement):
            for index in self._by_word.get((statement.article.language, word), ()):
                found[index].add(word)
        return found

    def _shares(self, index: int, shared: Mapping[int, set[str]], least: float) -> bool:
        """Whether so many of the words stand in a statement, or in it and one beside it."""
        own = shared[index]
        return len(own) >= least or any(
            len(own) + len(shared[beside]) >= least
            and self._article(beside) == self._article(index)
            and len(own | shared[beside]) >= least
            for beside in (index - 1, index + 1)
            if beside in shared
        )

    def _article(self, index: int) -> str:
        return self.said[index].article.id

    def _has_number(self, index: int, stated: Facts) -> bool:
        return not stated.numbers or bool(stated.numbers & self.said[index].facts.numbers)

    def _names_together(self, index: int, stated: Facts) -> bool:
        return len(stated.names & self.said[index].facts.names) >= TOGETHER
