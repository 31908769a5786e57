"""The sentences of an article that may become claims of the built-in writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from summarize.article import Article, Quote
from summarize.text.standalone import ease, is_boilerplate, stands_alone
from summarize.text.words import content, count


@dataclass(frozen=True, slots=True)
class Passage:
    """A span `start:end` of `article` that may become a claim, and what selection looks at.

    `position` counts the sentences before it, `words` is its length, `terms` are its content
    stems, `weight` is below 1 where it reads less well alone.
    """

    article: Article = field(repr=False)
    start: int
    end: int
    position: int
    words: int
    terms: tuple[str, ...]
    weight: float

    @property
    def text(self) -> str:
        """The verbatim span."""
        return self.article.text[self.start : self.end]

    @property
    def quote(self) -> Quote:
        """The span as evidence."""
        return self.article.quote(self.start, self.end)


# A sentence that names nobody, nothing and no number says little by itself.
VAGUE = 0.5
_NAMED = regex.compile(r"\d|(?<=\s|[\"“«(])\p{Lu}|[\p{Lo}]")


@lru_cache(maxsize=2_000)  # the article's brief and its story's look at the same ones
def passages(article: Article) -> tuple[Passage, ...]:
    """The sentences of `article` that can stand alone, in order.

    Where none can, all that are no boilerplate: a brief is never left empty for style.
    """
    return tuple(_passages(article, stands_alone)) or tuple(_passages(article, lambda *_: True))


def _passages(article: Article, fit: Callable[[str, str], bool]) -> Iterator[Passage]:
    position = 0
    language = article.language
    for sentence in article.statements:
        text = article.text[sentence.start : sentence.end]
        if is_boilerplate(text):
            continue
        if fit(text, language):
            yield Passage(
                article,
                sentence.start,
                sentence.end,
                position,
                count(text),
                content(text, language),
                ease(text, language) * _substance(text),
            )
        position += 1


def _substance(text: str) -> float:
    """`VAGUE` for a sentence without a number and without a capital after its first word."""
    return 1.0 if _NAMED.search(text, 1) else VAGUE
