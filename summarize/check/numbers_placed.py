"""Does a number of the passage stand in the claim where the passage has another one?

"26 passengers and 410 crew" for the reverse, "injured 34" for "killed 34, injured 12". Each number
has the words of its own part of the sentence: what it counts, the verb, the word right before it
("to", "from"). Two numbers whose words stand crosswise in the passage are exchanged; one number
stands in the place of another where it has the words of that one, and not its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import combinations, groupby, pairwise, product

from summarize.check.amounts import Amount
from summarize.check.roles import YEAR, unit
from summarize.check.stems import stem
from summarize.text.figure_words import FATES
from summarize.text.patterns import compiled
from summarize.text.words import tokens

# A claim with more numbers is a table, whose cells this does not read.
MOST = 12
WORDS = 6  # on each side of a number that are its own, at most
# So many more words must two numbers have in common with each other's than with their own, and one
# number with those of another; so many where it has none of its own. Measured with
# benchmarks/check_facts.py: no false alarm on 1443 right sentences (with 1, 3 of them), 149 of 181
# pairs of numbers found that were exchanged in these (24 without), 51 more of 736 single ones.
CROSSWISE = 2
ELSEWHERE = 3
NOT_ITS_OWN = 2
FURTHEST = 1000  # times larger: such numbers do not take each other's place
# What parts two numbers of one sentence: the words before it belong to the first of them.
_PARTS = (
    r"[,;:，、；]\s?|\s[-–—]\s|\s(?:and|but|while|with|or|as|et|ou|mais|avec|y|e|pero|mientras|mas"
    r"|und|oder|aber|sowie|và|còn|और|व|जबकि|اور|جبکہ)\s|\sو(?=\p{L})|[和及而]"
)
_CLAUSE = r"[.;:!?()\"“”«»。；]\s?"
_ASIDE = r"[,.;:!?()\"“”«»，。；]"

Words = frozenset[str]


def displaced(
    claim: tuple[Amount, ...], given: Sequence[Amount], language: str
) -> Iterator[tuple[Amount, Amount]]:
    """Each number of the claim that belongs elsewhere, and the one that the passage has there."""
    asked = [each for each in claim if _is_asked(each)]
    if not 0 < len(asked) <= MOST:
        return
    mine = own_words(claim, language)
    theirs: dict[Amount, Words] = {}
    for _, sentence in groupby(given, key=lambda each: each.text):
        theirs.update(own_words(tuple(sentence), language))
    for one, two in combinations(asked, 2):
        pairs = [*product(_equal(one, theirs), _equal(two, theirs))]
        words = mine[one], mine[two]
        exchanged = one.values[0] != two.values[0] and unit(one) == unit(two)
        if exchanged and pairs and all(_crossed(words, (theirs[a], theirs[b])) for a, b in pairs):
            yield one, pairs[0][1]
            yield two, pairs[0][0]
    known = frozenset(value for each in claim for value in each.values)
    for one in asked:
        if other := _instead(one, mine[one], theirs, known):
            yield one, other


def _is_asked(amount: Amount) -> bool:
    return amount.pair is None and (amount.stated or unit(amount) == YEAR)


def _equal(amount: Amount, given: Iterable[Amount]) -> list[Amount]:
    like = (each for each in given if each.values[0] == amount.values[0])
    return [each for each in like if unit(each) == unit(amount)]


def _crossed(mine: tuple[Words, Words], theirs: tuple[Words, Words]) -> bool:
    """Whether two numbers have more words in common with each other's than with their own."""
    straight = len(mine[0] & theirs[0]) + len(mine[1] & theirs[1])
    crosswise = len(mine[0] & theirs[1]) + len(mine[1] & theirs[0])
    return crosswise >= straight + CROSSWISE


def _instead(
    amount: Amount, words: Words, theirs: Mapping[Amount, Words], known: AbstractSet[float]
) -> Amount | None:
    """The number of the passage, not of the claim, that has the words which it has in the claim."""
    there = [each for each in theirs if each.values[0] == amount.values[0]]
    if not there:
        return None
    straight = max(len(words & theirs[each]) for each in there)
    needed = straight + ELSEWHERE if straight else NOT_ITS_OWN
    fitting = (each for each, own in theirs.items() if len(words & own) >= needed)
    return next((each for each in fitting if _may_replace(each, amount, known)), None)


def _may_replace(other: Amount, amount: Amount, known: AbstractSet[float]) -> bool:
    mine, theirs = amount.values[0], other.values[0]
    near = mine <= FURTHEST * theirs and theirs <= FURTHEST * mine
    return (
        near and _is_asked(other) and unit(other) == unit(amount) and known.isdisjoint(other.values)
    )


@lru_cache(maxsize=20_000)
def own_words(sentence: tuple[Amount, ...], language: str) -> Mapping[Amount, Words]:
    """For each number of a sentence the stems of its own part, and the word right before it.

    What stands before or between two numbers that nothing parts belongs to both ("from 5 to 6"),
    and so do the words before the first where the second has none.
    """
    text = sentence[0].text
    between = [(one.end, two.start) for one, two in pairwise(sentence)]
    borders = [_border(text, *each) for each in between]
    found: dict[Amount, Words] = {}
    lead: Words = frozenset()
    for place, amount in enumerate(sentence):
        start = borders[place - 1][1] if place else 0
        end = borders[place][0] if place < len(borders) else len(text)
        before = tokens(compiled(_CLAUSE).split(text[start : amount.start])[-1])[-WORDS:]
        after = tokens(compiled(_ASIDE).split(text[amount.end : end], 1)[0])[:WORDS]
        said = _stems(before, language)
        parted = place > 0 and borders[place - 1][1] > between[place - 1][0]
        lead = said if said and parted else said | lead
        found[amount] = lead | _stems(after, language) | {f"{word} …" for word in before[-1:]}
    return found


def _border(text: str, end: int, start: int) -> tuple[int, int]:
    """Where the part of a number ends, and where that of the next one begins."""
    parts = list(compiled(_PARTS).finditer(text, end, start))
    return (parts[-1].start(), parts[-1].end()) if parts else (start, end)


def _stems(words: Iterable[str], language: str) -> Words:
    return frozenset(_fate(word, language) or stem(word, language) for word in words) - {""}


@lru_cache(maxsize=20_000)
def _fate(word: str, language: str) -> str:
    """What happened to those counted, in one word: "dead" for "killed" and "died"."""
    for one in FATES.get(language, ()):
        if compiled(f"{one.after}|{one.before}").fullmatch(word):
            return f"{one.key} …"
    return ""
