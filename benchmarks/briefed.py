"""The made world with what a model would say of its foreign articles: a brief in English of each.

Not run by itself: `benchmarks/grouping.py` uses it. The English wording of a fact is drawn as it is
for an English outlet, so that a brief is no translation word for word of any article beside it.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import planted
from planted import Language, World

from summarize.claims import Brief, Claim, Writer

MODEL = Writer("model", "scripted")


def make(seed: int, mixed: Sequence[Language]) -> tuple[World, Mapping[str, Brief]]:
    """The world of `planted.make`, and by article id the brief of each that is not English."""
    maker = _Briefed(random.Random(seed), mixed)
    return maker.world(), maker.briefs


def english(
    seed: int, mixed: Sequence[Language]
) -> tuple[World, Mapping[tuple[str, tuple[str, str]], str]]:
    """The same world; by article id and fact, the English sentence for one that is not English."""
    maker = _Briefed(random.Random(seed), mixed)
    return maker.world(), maker.english


class _Briefed(planted._Maker):
    """Tells each foreign article's facts in English too; the world stays that of its seed."""

    def __init__(self, chance: random.Random, mixed: Sequence[Language]) -> None:
        super().__init__(chance, mixed)
        self.briefs: dict[str, Brief] = {}
        self.english: dict[tuple[str, tuple[str, str]], str] = {}

    def _write(
        self,
        event: planted._Event,
        day: int,
        outlet: str,
        language: Language,
        told: Mapping[str, str],
    ) -> None:
        super()._write(event, day, outlet, language, told)
        if language == "en":
            return
        state = self._chance.getstate()
        article = self._days[day][-1]
        values = self._values(event, "en", told)
        style = self._chance.randrange(planted.ENGLISH)
        said = [self._sentence(event, "en", name, values, style) for name in told]
        for name, text in zip(told, said, strict=True):
            self.english[article.id, (event.name, name)] = text
        claims = tuple(Claim(f"c{n}", text, (), "en", n) for n, text in enumerate(said, 1))
        who, where = (values["a"],), (values["p"],)
        headline = self._worded(event.kind["title"]["en"], values)
        self.briefs[article.id] = Brief(
            article.id, MODEL, headline, claims[0], claims[1:], who, where
        )
        self._chance.setstate(state)
