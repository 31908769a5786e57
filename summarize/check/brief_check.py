"""Each statement of a brief against the sources: what it cites, else the passages that are nearest.

1. A statement that is a claim of a report among the sources has that claim's evidence too.
2. What its marks stand for decides: passages, or articles in which the nearest is looked for.
3. Without marks that are known, the nearest passages of all sources are tried in turn. One that
   supports the statement is enough; if none does, the nearest says why.
4. Where nothing comes near it, there is no passage: a finding, unless it says too little to look
   for, or may stand in an article in another language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.article import Quote
from summarize.check.brief_text import BriefText, Statement
from summarize.check.cited import Citations, Sources, resolve
from summarize.check.propose import Finder
from summarize.check.stems import stems
from summarize.check.verdict import verdict
from summarize.claims import Finding, Verdict, make_claim

FEWEST = 3  # content words; fewer come near too much
TOO_SHORT = Finding("content", "", "too short to look for")
ELSEWHERE = Finding("language", "", "no passage in its language")
NOT_FOUND = Finding("no passage", "", "no passage found")


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement, whether the sources support it, and the passage that says so or comes nearest.

    `is_cited` is False where the passage was found and not named by the statement's marks.
    """

    statement: Statement
    verdict: Verdict
    quotes: tuple[Quote, ...] = ()
    is_cited: bool = False


class Checker:
    """Checks statements in one language against the same sources."""

    def __init__(self, sources: Sources, language: str) -> None:
        self._sources = sources
        self._language = language
        self._finder = Finder(sources.articles)

    def check(self, brief: BriefText) -> Iterator[Judged | Finding]:
        """Each statement in order"""
        citations = resolve(brief.references, self._sources)
        for statement in brief.statements:
            yield self.judge(statement, citations)

    def judge(self, statement: Statement, citations: Citations) -> Judged:
        """The verdict on what a statement cites, or on what is found where it cites nothing."""
        cited = [citations.of(mark.name) for mark in statement.marks]
        known = [each for each in cited if each is not None]
        quotes = tuple(dict.fromkeys(quote for each in known for quote in each.quotes))
        quotes += self._sources.said.get(statement.text, ())
        if quotes:
            return Judged(statement, self._verdict(statement, quotes), quotes, is_cited=True)
        within = frozenset[str]().union(*(each.articles for each in known))
        found = self.find(statement, within)
        return found
