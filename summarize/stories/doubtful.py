"""Where the linkage is not sure: the pairs of articles that a model may be asked about.

The linkage joins two clusters by the mean similarity of their articles. Near the threshold that is
often wrong, far from it seldom; so only there an answer counts, and only about the two articles of
the clusters that are most alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType

from summarize.article import Article
from summarize.stories.average_linkage import Similarity

# Mean similarities between which a decision of the linkage is doubtful: on AllSides two in five of
# those are wrong, and one in forty of those above (benchmarks/grouping.md).
UNSURE, SURE = 0.08, 0.20

# By the ids of two articles: whether they tell one event.
Settled = Mapping[frozenset[str], bool]
UNSETTLED: Settled = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that may tell one event; `likeness` is the mean similarity of their clusters."""

    one: Article
    other: Article
    likeness: float

    @property
    def key(self) -> frozenset[str]:
        """The ids of both."""
        return frozenset((self.one.id, self.other.id))


@dataclass
class Doubts:
    """Decides for the linkage what was `settled`; what was not goes by `threshold`, as without.

    The clusters are of numbers of `articles`. `pairs` are those that decided something and that
    nobody has settled, in the order of coming to them.
    """

    articles: Sequence[Article]
    similarity: Similarity
    threshold: float
    settled: Settled
    pairs: dict[frozenset[str], Pair] = field(default_factory=dict)

    def joins(self, one: Sequence[int], other: Sequence[int], mean: float) -> bool:
        """Whether two clusters of this mean similarity are one story."""
        if mean >= SURE:
            return True
        keys = (
            frozenset((self.articles[a].id, self.articles[b].id)) for a, b in product(one, other)
        )
        answers = [self.settled[key] for key in keys if key in self.settled]
        if 2 * sum(answers) != len(answers):
            return 2 * sum(answers) > len(answers)
        if not answers:
            a, b = sorted(max(product(one, other), key=lambda pair: self.similarity(*pair)))
            pair = Pair(self.articles[a], self.articles[b], mean)
            self.pairs.setdefault(pair.key, pair)
        return mean >= self.threshold
