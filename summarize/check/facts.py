"""What a sentence states that can be compared: its words, numbers, dates, names, negation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Facts:
    """The comparable content of one sentence.

    `words` are stems without numbers, `names` the folded words of names, `dates` resolved ISO
    spans and clock times, `order` the folded tokens as they stand.
    """

    words: frozenset[str]
    numbers: frozenset[float]
    dates: frozenset[str]
    names: frozenset[str]
    negated: bool
    order: tuple[str, ...]


@lru_cache(maxsize=100_000)
def facts(text: str, language: str, day: date | None) -> Facts:
    """Read `text` (a sentence of an article published on `day`) for what can be compared."""
    when: list[DateMention | TimeMention] = [*dates(text, language, day), *times(text)]
    values = {
        number.value
        for number in numbers(text, language)
        if not any(mention.start <= number.start < mention.end for mention in when)
    }
    order = tuple(tokens(text))
    return Facts(
        words=frozenset(word for word in content(text, language) if not word[0].isdigit()),
        numbers=frozenset(values),
        dates=frozenset(mention.iso for mention in when),
        names=frozenset(word for name in names(text, language) for word in tokens(name.text)),
        negated=_negated(order, language),
        order=order,
    )


def _negated(order: tuple[str, ...], language: str) -> bool:
    negations = NEGATIONS.get(language, frozenset())
    return any(token in negations or token.endswith("n't") for token in order)
