"""The sentences of an article that may become claims of the built-in writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from summarize.article import Article, Quote
from summarize.local.standing import Standing, standing_of
from summarize.text.standalone import ease, is_boilerplate, is_credit
from summarize.text.words import content, count


@dataclass(frozen=True, slots=True)
class Passage:
    """A span `start:end` of `article` that may become a claim, and what selection looks at.

    `position` counts the sentences before it, `words` is its length, `terms` are its content
    stems, `weight` is below 1 where it reads less well alone. One that `leans` is understood only
    after the sentence before it.
    """

    article: Article = field(repr=False)
    start: int
    end: int
    position: int
    words: int
    terms: tuple[str, ...]
    weight: float
    leans: bool = False

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
    """The whole sentences of `article`, in order, without those that lean on what is no passage.

    Where none stands alone, all that are no boilerplate: a brief is never left empty for style.
    """
    found = tuple(_passages(article, standing_of))
    return found if found else tuple(_passages(article, lambda *_: Standing.ALONE))


def _passages(article: Article, standing: Callable[[str, str, str], Standing]) -> Iterator[Passage]:
    position = 0
    language = article.language
    before = ""  # the sentence before, where it is a passage
    said = article.wording
    for sentence, text, following in zip(article.statements, said, [*said[1:], ""], strict=True):
        if is_boilerplate(text) or is_credit(following):
            before = ""
            continue
        stands = standing(text, before, language)
        before = "" if stands is Standing.NOT else text
        if stands is not Standing.NOT:
            yield Passage(
                article,
                sentence.start,
                sentence.end,
                position,
                count(text),
                content(text, language),
                _weight(text, language, stands),
                stands is Standing.AFTER,
            )
        position += 1


def _substance(text: str) -> float:
    """`VAGUE` for a sentence without a number and without a capital after its first word."""
    return 1.0 if _NAMED.search(text, 1) else VAGUE


def _weight(text: str, language: str, stands: Standing) -> float:
    # Who is meant stands before it: nothing is hard to read then.
    return _substance(text) * (1.0 if stands is Standing.AFTER else ease(text, language))
