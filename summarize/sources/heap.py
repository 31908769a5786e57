"""The articles of all sources, each once, and what was no article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from summarize.article import Article
from summarize.read import Pile
from summarize.read.finish import Finished
from summarize.reported import Skipped
from summarize.sources.source import Source


@dataclass
class Heap:
    """Articles by id in the order of coming. `weights` are those of sources, by article id."""

    made: dict[str, Finished] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)
    _pages: dict[str, str] = field(default_factory=dict)  # of the web: the article of each key

    @property
    def articles(self) -> list[Article]:
        """The articles."""
        return [one.article for one in self.made.values()]

    def take(self, found: Iterable[Finished | Skipped], source: Source) -> None:
        """What a source of the web gave. One page under several addresses is one article.

        Feeds of a site overlap: that is not worth a word. Of two texts, as a page and its AMP
        variant have them, the longer one stays.
        """
        for one in found:
            if isinstance(one, Skipped):
                if one not in self.skipped:
                    self.skipped.append(one)
                continue
            known = self._pages.get(one.article.key)
            if known is not None and known != one.article.id:
                if len(one.article.text) <= len(self.made[known].article.text):
                    continue
                del self.made[known]
            self._pages[one.article.key] = one.article.id
            self._put(one, source)

    def take_files(self, pile: Pile, source: Source) -> None:
        """What was read of files."""
        self.skipped += pile.skipped
        for article in pile.articles:
            if article.id in self.made:
                again = self.made[article.id].article
                name = f"same article as {again.path or again.url or again.title}"
                self.skipped.append(Skipped(article.path or article.title, name))
            self._put(Finished(article, pile.fields[article.id]), source)

    def pile(self) -> Pile:
        """All of it."""
        fields = {id_: one.origins for id_, one in self.made.items()}
        return Pile(tuple(self.articles), tuple(self.skipped), fields)

    def _put(self, one: Finished, source: Source) -> None:
        """As its source says that it is, where it is met first."""
        id_ = one.article.id
        if id_ not in self.made:
            said = source.said
            article = replace(one.article, **said) if said else one.article
            self.made[id_] = Finished(article, {**one.origins, **dict.fromkeys(said, "settings")})
        if source.weight != 1.0:
            self.weights[id_] = max(source.weight, self.weights.get(id_, source.weight))
