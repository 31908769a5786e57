"""Systems that choose whole sentences within a number of words: ours, leads, peers, an oracle.

Each is a function of a `Cluster` and a number of words and gives the numbers of the chosen
sentences. All are given the same sentences and the same words of them. sumy and lexrank rate
sentences; the best rated that still fit are taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import Any

from clusters import Cluster

from summarize.local.ranker import rank
from summarize.local.select import select
from summarize.text.stopwords import STOPWORDS
from summarize.text.words import STEMMERS

Choose = Callable[[Cluster, int], Sequence[int]]
SAID = 0.65  # share of a sentence's content words that make it a repetition; best for the lead
# KL takes time in the cube of the sentences: minutes for one cluster of Multi-News.
KL_LOOKS_AT = 25  # sentences of an article
SUMY = {
    "LexRank": "lex_rank.LexRankSummarizer",
    "TextRank": "text_rank.TextRankSummarizer",
    "LSA": "lsa.LsaSummarizer",
    "KL": "kl.KLSummarizer",
    "Luhn": "luhn.LuhnSummarizer",
    "SumBasic": "sum_basic.SumBasicSummarizer",
}


def ours(cluster: Cluster, words: int) -> Sequence[int]:
    """The selection of the built-in writer."""
    return select(cluster.candidates, words, rank(cluster.candidates, cluster.titles))


def lead(cluster: Cluster, words: int) -> Sequence[int]:
    """The first sentences of each article in turn, without those that were mostly said already."""
    taken: list[int] = []
    said: set[str] = set()
    for index in _in_turn(cluster):
        candidate = cluster.candidates[index]
        terms = set(candidate.terms)
        if candidate.words <= words and len(terms & said) <= SAID * len(terms):
            taken.append(index)
            said |= terms
            words -= candidate.words
    return taken


def first_article(cluster: Cluster, words: int) -> Sequence[int]:
    """The articles from the first on, each from its head."""
    return _fill(cluster, range(len(cluster.candidates)), words)


def oracle(cluster: Cluster, words: int) -> Sequence[int]:
    """Greedily what has most of the summary's words and pairs: it looks at the summary."""
    from rouge import stems

    told = stems(cluster.summary, cluster.candidates[0].language)
    due = Counter([*told, *pairwise(told)])
    said = [stems(text, cluster.candidates[0].language) for text in cluster.sentences]
    parts = [Counter([*one, *pairwise(one)]) for one in said]
    taken: list[int] = []
    while True:
        fit = [
            i
            for i, candidate in enumerate(cluster.candidates)
            if candidate.words <= words and i not in taken
        ]
        gains = {i: (due & parts[i]).total() / cluster.candidates[i].words ** 0.6 for i in fit}
        best = max(fit, key=lambda i: gains[i], default=None)
        if best is None or not gains[best]:
            return taken
        taken.append(best)
        due -= parts[best]
        words -= cluster.candidates[best].words


def peers() -> dict[str, Choose]:
    """Those that are installed (`pip install --group bench`), by name."""
    found: dict[str, Choose] = {}
    try:
        from importlib import import_module

        for name, place in SUMY.items():
            module, kind = place.split(".")
            maker = getattr(import_module(f"sumy.summarizers.{module}"), kind)
            found[f"sumy {name}"] = _sumy(maker, KL_LOOKS_AT if name == "KL" else None)
    except ImportError:
        pass
    try:
        from lexrank import LexRank

        found["lexrank"] = _lexrank(LexRank)
    except ImportError:
        pass
    return found


def _sumy(maker: Callable[..., Any], most: int | None) -> Choose:
    """A summarizer of sumy, shown no more than the first `most` sentences of an article."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer

    def choose(cluster: Cluster, words: int) -> Sequence[int]:
        known = _Known(
            {
                text: candidate.tokens
                for text, candidate in zip(cluster.sentences, cluster.candidates, strict=True)
            }
        )
        shown = [i for i, c in enumerate(cluster.candidates) if most is None or c.position < most]
        sentences = [Sentence(cluster.sentences[i], known) for i in shown]
        language = cluster.candidates[0].language
        # With the stemmer, as its manual shows it.
        summarizer = maker(Stemmer(STEMMERS[language])) if language in STEMMERS else maker()
        if hasattr(summarizer, "stop_words"):
            summarizer.stop_words = STOPWORDS.get(language, ())
        rated: list[int] = []

        def within(infos: Iterable[Any]) -> list[Any]:
            rated.extend(shown[info.order] for info in infos)
            return []

        summarizer(ObjectDocumentModel([Paragraph(sentences)]), within)
        return _fill(cluster, rated, words)

    return choose


class _Known:
    """The words of each sentence, as given."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self.words = words

    def to_words(self, text: str) -> tuple[str, ...]:
        return self.words[text]


def _lexrank(maker: Callable[..., Any]) -> Choose:
    def choose(cluster: Cluster, words: int) -> Sequence[int]:
        stop = STOPWORDS.get(cluster.candidates[0].language, ())
        documents: dict[int, list[str]] = {}
        for candidate, text in zip(cluster.candidates, cluster.sentences, strict=True):
            documents.setdefault(candidate.document, []).append(text)
        ranker = maker(list(documents.values()), stopwords=set(stop))
        scores = ranker.rank_sentences(list(cluster.sentences), threshold=None)
        rated = sorted(range(len(scores)), key=lambda i: -float(scores[i]))
        return _fill(cluster, rated, words)

    return choose


def _fill(cluster: Cluster, order: Iterable[int], words: int) -> list[int]:
    taken = []
    for index in order:
        if cluster.candidates[index].words <= words:
            taken.append(index)
            words -= cluster.candidates[index].words
    return taken


def _in_turn(cluster: Cluster) -> list[int]:
    documents: dict[int, list[int]] = {}
    for index, candidate in enumerate(cluster.candidates):
        documents.setdefault(candidate.document, []).append(index)
    turns = zip_longest(*documents.values())
    return [index for turn in turns for index in turn if index is not None]
