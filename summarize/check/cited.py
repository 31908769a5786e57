"""What the citations of a brief stand for: passages, or articles, of the sources.

1. A mark that the brief lists with words of a source (`[3a] "…"`) stands for that passage.
2. One that it lists with the address or the title of a source stands for that article.
3. So do the address of a source and the name of its outlet.
4. A mark that is listed nowhere may be known from the report that is given as a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summarize.article import Article, Quote
from summarize.check.brief_nouns import Reference
from summarize.text.patterns import fullmatch
from summarize.text.words import count

PASSAGE = r"\d+[a-z]+"  # the form of a mark that stands for a passage
TITLE_WORDS = 3  # a shorter title may stand in a reference by chance
_OPENS = {'"': '"', "“": "”", "«": "»"}


@dataclass(frozen=True)
class Sources:
    """What a brief is checked against: articles, and what reports among the sources say of them.

    `marks` are the passages that a report numbers; `said` the evidence of each of its claims by the
    claim's text, and `counts` how many origins carry it.
    """

    articles: tuple[Article, ...]
    marks: Mapping[str, Quote] = field(default_factory=dict)
    said: Mapping[str, tuple[Quote, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def outlets(self) -> Mapping[str, frozenset[str]]:
        """The ids of the articles that each outlet or agency published, by its casefolded name."""
        named = (
            (name, article) for article in self.articles for name in (article.outlet, article.via)
        )
        return _ids((name.casefold(), article) for name, article in named if name)

    @cached_property
    def addresses(self) -> Mapping[str, frozenset[str]]:
        """The ids of the articles at each web address."""
        return _ids((_address(article.url), article) for article in self.articles if article.url)

    @cached_property
    def _titles(self) -> Mapping[str, frozenset[str]]:
        long = (article for article in self.articles if count(article.title) >= TITLE_WORDS)
        return _ids((_folded(article.title), article) for article in long)

    def titled_in(self, text: str) -> frozenset[str]:
        """The ids of the articles whose title stands in `text`; the longest title decides."""
        folded = _folded(text)
        found = [title for title in self._titles if title in folded]
        return self._titles[max(found, key=len)] if found else frozenset()

    def passage(self, words: str) -> Quote | None:
        """The place of these words in the sources."""
        spaced = " ".join(words.split())
        for article in self.articles:
            at = article.text.find(spaced)
            if spaced and at >= 0:
                return article.quote(at, at + len(spaced))
        return next((q for q in self.marks.values() if " ".join(q.text.split()) == spaced), None)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a mark stands for: passages, or else whole articles (by id)."""

    quotes: tuple[Quote, ...] = ()
    articles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Citations:
    """What each mark of one brief stands for; `missing` are passages that are in no source."""

    sources: Sources
    listed: Mapping[str, Cited]
    missing: tuple[Reference, ...]

    def of(self, name: str) -> Cited | None:
        """What a mark stands for; None where that is not known."""
        if name in self.listed:
            return self.listed[name]
        if quote := self.sources.marks.get(name):
            return Cited((quote,))
        articles = self.sources.addresses.get(_address(name)) or self.sources.outlets.get(
            name.casefold()
        )
        return Cited(articles=articles) if articles else None


def resolve(references: Sequence[Reference], sources: Sources) -> Citations:
    """What the references of a brief stand for in the sources."""
    listed: dict[str, Cited] = {}
    missing = []
    for reference in references:
        found = _listed(reference, sources)
        if found is not None:
            listed.setdefault(reference.name, found)
        elif _is_passage(reference):
            missing.append(reference)
    return Citations(sources, listed, tuple(missing))


def _listed(reference: Reference, sources: Sources) -> Cited | None:
    if quote := _quoted(reference.text, sources):
        return Cited((quote,))
    known = (sources.addresses.get(_address(address)) for address in reference.addresses)
    articles = next((ids for ids in known if ids), None) or sources.titled_in(reference.text)
    return Cited(articles=articles) if articles else None


def _quoted(text: str, sources: Sources) -> Quote | None:
    """The longest run in quotation marks from the start of `text` on that is in a source."""
    closing = _OPENS.get(text[:1])
    end = len(text)
    while closing and (end := text.rfind(closing, 1, end)) > 1:
        if quote := sources.passage(text[1:end]):
            return quote
    return None


def _is_passage(reference: Reference) -> bool:
    """Whether a reference is words of a source, and not the title of one: it says where."""
    return reference.text[:1] in _OPENS and (
        "¶" in reference.text or fullmatch(PASSAGE, reference.name) is not None
    )


def _ids(pairs: Iterable[tuple[str, Article]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, article in pairs:
        found.setdefault(key, set()).add(article.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _address(url: str) -> str:
    """Without what may differ between two ways to write one address."""
    plain = url.casefold().partition("://")[2].partition("#")[0]
    return plain.removeprefix("www.").rstrip("/") or url


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
