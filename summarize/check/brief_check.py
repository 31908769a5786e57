"""Each statement of a brief against the sources: what it cites, else the passages that are nearest.

1. A statement that is a claim of a report among the sources has that claim's evidence too.
2. What its marks stand for decides: passages, or articles in which the nearest is looked for.
3. Without marks that are known, the nearest passages of all sources are tried in turn. One that
   supports the statement is enough; if none does, the nearest says why.
4. Where nothing comes near it, there is no passage: a finding, unless it says too little to look
   for, or may stand in an article in another language.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.article import Article, Quote
from summarize.check.brief_text import BriefText, Reference, Statement
from summarize.check.cited import PASSAGE, Citations, Sources, resolve
from summarize.check.propose import Finder
from summarize.check.stems import stems
from summarize.check.verdict import verdict as verdict_on
from summarize.claims import Finding, Verdict, make_claim
from summarize.text.patterns import fullmatch

FEWEST = 3  # content words; fewer come near too much
TOO_SHORT = Finding("content", "", "too short to look for")
ELSEWHERE = Finding("language", "", "no passage in its language")
NOT_FOUND = Finding("no passage found", "", "no sentence of the sources comes near")


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement, whether the sources support it, and the passage that says so or comes nearest.

    `is_cited` is False where the passage was found and not named by the statement's marks.
    """

    statement: Statement
    verdict: Verdict
    quotes: tuple[Quote, ...] = ()
    is_cited: bool = False


@dataclass(frozen=True, slots=True)
class CheckedText:
    """Each statement of a brief as judged; `missing` are listed passages that are in no source."""

    judged: tuple[Judged, ...]
    missing: tuple[Reference, ...]


class Checker:
    """Checks statements in one language against the same sources."""

    def __init__(self, sources: Sources, language: str) -> None:
        self._sources = sources
        self.language = language
        self._finder = Finder(sources.articles)

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles of the sources by id."""
        return self._sources.by_id

    def check(self, brief: BriefText) -> CheckedText:
        """Every statement, in order."""
        citations = resolve(brief.references, self._sources)
        judged = tuple(self._judge(statement, citations) for statement in brief.statements)
        return CheckedText(judged, citations.missing)

    def find(self, statement: Statement, within: Collection[str] = ()) -> Judged:
        """The verdict on the passages that are found for a statement, whatever its marks say.

        `within` are ids of the articles to look in; empty for all.
        """
        text = statement.text
        if len(stems(text, self.language)) < (1 if within else FEWEST):
            return Judged(statement, Verdict("unchecked", (TOO_SHORT,)))
        found = self._finder.passages(text, self.language, within)
        for quotes in found:
            for evidence in dict.fromkeys((quotes[:1], quotes)):
                verdict = self._verdict(text, evidence)
                if verdict.status == "supported":
                    return Judged(statement, verdict, evidence)
        if found:
            return Judged(statement, self._verdict(text, found[0]), found[0])
        if self._finder.only_elsewhere(text, self.language):
            return Judged(statement, Verdict("unchecked", (ELSEWHERE,)))
        return Judged(statement, Verdict("unsupported", (NOT_FOUND,)))

    def _judge(self, statement: Statement, citations: Citations) -> Judged:
        cited = [(mark.name, citations.of(mark.name)) for mark in statement.marks]
        known = [each for _, each in cited if each is not None]
        quotes = [quote for each in known for quote in each.quotes]
        quotes += self._sources.said.get(statement.text, ())
        if quotes:
            evidence = tuple(dict.fromkeys(quotes))
            judged = Judged(statement, self._verdict(statement.text, evidence), evidence, True)
        else:
            judged = self.find(statement, frozenset().union(*(each.articles for each in known)))
        unknown = [name for name, each in cited if each is None and fullmatch(PASSAGE, name)]
        return _with_unknown(judged, unknown)

    def _verdict(self, text: str, quotes: tuple[Quote, ...]) -> Verdict:
        return verdict_on(make_claim(text, quotes, self.language, 1), self._sources.by_id)


def _with_unknown(judged: Judged, names: Sequence[str]) -> Judged:
    """The same with a finding for each mark of a passage that is listed nowhere."""
    if not names:
        return judged
    findings = tuple(Finding("citation", f"[{name}]", "is listed nowhere") for name in names)
    return replace(judged, verdict=Verdict("unsupported", findings + judged.verdict.findings))
