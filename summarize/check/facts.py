"""What a sentence states that can be compared: its words, numbers, dates, names, negation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from summarize.text.clock import TimeMention, times
from summarize.text.dates import DateMention, dates
from summarize.text.figures import numbers
from summarize.text.names import names
from summarize.text.words import content, tokens

# Words that turn a statement round. Contractions are folded as "don't".
NEGATIONS = {
    "de": frozenset({"nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "ohne"}),
    "en": frozenset(
        {"not", "no", "never", "none", "neither", "nor", "without", "cannot", "denied"}
    ),
    "es": frozenset({"no", "nunca", "jamás", "ningún", "ninguna", "ninguno", "sin", "negó"}),
    "fr": frozenset({"ne", "n", "pas", "jamais", "aucun", "aucune", "sans", "ni", "démenti"}),
    "pt": frozenset({"não", "nunca", "nenhum", "nenhuma", "sem", "negou"}),
}


@dataclass(frozen=True)
class Facts:
    """The comparable content of one sentence, each part read when it is first asked for.

    Most sentences share too few words for anything else of them to matter.
    """

    text: str
    language: str
    day: date | None

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The folded tokens as they stand."""
        return tokens(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems without numbers."""
        stems = content(self.text, self.language)
        return frozenset(word for word in stems if not word[0].isdigit())

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The values that are no part of a date or a clock time."""
        return frozenset(
            number.value
            for number in numbers(self.text, self.language)
            if not any(mention.start <= number.start < mention.end for mention in self._when)
        )

    @cached_property
    def dates(self) -> frozenset[str]:
        """Resolved ISO spans and clock times."""
        return frozenset(mention.iso for mention in self._when)

    @cached_property
    def _when(self) -> tuple[DateMention | TimeMention, ...]:
        return (*dates(self.text, self.language, self.day), *times(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """The folded words of names."""
        found = names(self.text, self.language)
        return frozenset(word for name in found for word in tokens(name.text))

    @cached_property
    def negated(self) -> bool:
        """Whether a word turns the statement round."""
        return _negated(self.order, self.language)


@lru_cache(maxsize=100_000)
def facts(text: str, language: str, day: date | None) -> Facts:
    """Read `text` (a sentence of an article published on `day`) for what can be compared."""
    return Facts(text, language, day)


def _negated(order: tuple[str, ...], language: str) -> bool:
    negations = NEGATIONS.get(language, frozenset())
    return any(token in negations or token.endswith("n't") for token in order)
