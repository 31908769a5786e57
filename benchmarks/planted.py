"""A made pile of news over three days of which all is known: who tells what, and what changes.

Not run by itself: `benchmarks/changes.py` and `benchmarks/grouping_world.py` use it. What an event
says stands in `world/*.toml`, in five languages; names are invented. A seed gives the same pile.

Each event has facts by name (`lead`, `n` and `m` with a figure, `more`, `outcome`, `later`, and
`extra` that one article alone may have). Planted over them:

- `differ`: two values of one figure, each from outlets of its own, side by side on one day;
- `revised`: a figure that all who write again give with another value on a later day;
- `reversed`: an outcome whose opposite is reported on a later day;
- `dropped`: a fact that two or more outlets told, and none of them tells when they write again;
- `unheard`: a fact that is told no more because the outlets that told it have no article that day
  (their source failed): that is no fact dropped;
- `new`: a fact first told on a later day.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from summarize.article import Article

WORLD = Path(__file__).parent / "world"
FIRST = date(2026, 3, 10)
DAYS = 3
A_KIND = 3  # events of each kind: 84 in all
NOW = datetime(2026, 3, 13, tzinfo=UTC)
ALONE = 0.25  # share of the second days on which all sources but one failed
REWORDED = 0.3  # share of the later days on which an event is told in other wordings
BACKGROUND = 4  # sentences in an event's own words in each English article
ENGLISH = 3  # English outlets of one event at most: there are so many wordings

Plant = Literal["differ", "revised", "reversed", "dropped", "unheard", "new"]
Language = Literal["en", "fr", "es", "ar", "zh"]

WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "zh": ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
}
MARCH = {"en": "{} March", "fr": "{} mars", "es": "{} de marzo", "ar": "{} مارس", "zh": "3月{}日"}
THOUSANDS = {"en": ",", "fr": "\u00a0", "es": ".", "ar": "", "zh": ""}
SCRIPT = {"ar": 1, "zh": 2}  # the place of a language's names in names.toml; all others are Latin


@dataclass(frozen=True)
class Planting:
    """One planted thing: on `day` (from 0) the `fact` of an event; values where it has figures."""

    plant: Plant
    event: str
    day: int
    fact: str
    values: tuple[int, ...] = ()


@dataclass(frozen=True)
class World:
    """The articles of each day, the event of each article, and what was planted."""

    days: tuple[tuple[Article, ...], ...]
    event_of: Mapping[str, str]
    planted: tuple[Planting, ...]
    facts: Mapping[tuple[str, str], Mapping[str, str]] = field(repr=False)
    """By event and fact: the sentence of each article (by id) that states it."""


@dataclass
class _Event:
    """An event in the making. `figures` are the values of n and m that an outlet gives."""

    name: str
    kind: Mapping[str, Any]
    places: tuple[Sequence[str], Sequence[str]]
    persons: tuple[Sequence[str], Sequence[str]]
    happened: int
    later: date
    outlets: list[tuple[str, Language]]
    days: list[int]
    figures: dict[str, int]
    words: Sequence[str]
    turn: int


def make(seed: int = 0, *, mixed: Sequence[Language] = ()) -> World:
    """A world; with `mixed`, two languages beside English, a third of the outlets write in them."""
    chance = random.Random(seed)
    return _Maker(chance, mixed).world()


class _Maker:
    def __init__(self, chance: random.Random, mixed: Sequence[Language]) -> None:
        self._chance = chance
        names = tomllib.loads((WORLD / "names.toml").read_text(encoding="utf-8"))
        self._places, self._persons = list(names["places"]), list(names["persons"])
        chance.shuffle(self._places)
        chance.shuffle(self._persons)
        english = [(name, code) for name, code in names["outlets"] if code == "en"]
        foreign = [(name, code) for name, code in names["outlets"] if code in mixed]
        # A third of the articles: half as many foreign outlets, drawn as often as English ones.
        self._outlets: list[tuple[str, Language]] = (
            english[: 2 * len(foreign)] + foreign if foreign else english
        )
        self._kinds = {
            name: kind
            for file in ("kinds_a.toml", "kinds_b.toml", "kinds_c.toml")
            for name, kind in tomllib.loads((WORLD / file).read_text(encoding="utf-8")).items()
        }
        self._nouns, self._fillers = names["nouns"].split(), names["fillers"]
        self._days: list[list[Article]] = [[] for _ in range(DAYS)]
        self._event_of: dict[str, str] = {}
        self._planted: list[Planting] = []
        self._facts: dict[tuple[str, str], dict[str, str]] = {}

    def world(self) -> World:
        for number in range(A_KIND):
            for name, kind in self._kinds.items():
                self._tell(self._event(f"{name} {number}", kind))
        return World(
            tuple(tuple(day) for day in self._days),
            self._event_of,
            tuple(self._planted),
            self._facts,
        )

    def _event(self, name: str, kind: Mapping[str, Any]) -> _Event:
        chance = self._chance
        # Most events have one article; every third goes on for days.
        outlets = 1 if chance.random() < 0.4 else chance.randint(2, 5)
        first = chance.randrange(DAYS)
        days = [first]
        if outlets > 1 and chance.random() < 0.7:
            days = list(range(chance.randrange(2), DAYS))
        places = self._draw(self._places), self._draw(self._places)
        # A person stands in two stories of one day now and then: they are to be kept apart.
        persons = self._draw(self._persons), self._draw(self._persons)
        return _Event(
            name=name,
            kind=kind,
            places=places,
            persons=persons,
            happened=days[0] - 1,
            later=FIRST + timedelta(days=DAYS + chance.randint(3, 15)),
            outlets=self._who(min(outlets, len(self._outlets))),
            days=days,
            figures={which: chance.randint(*kind[f"{which}_range"]) for which in ("n", "m")},
            words=chance.sample(self._nouns, 3 * BACKGROUND),
            turn=chance.randrange(ENGLISH),
        )

    def _who(self, number: int) -> list[tuple[str, Language]]:
        drawn = self._chance.sample(self._outlets, len(self._outlets))
        english = [outlet for outlet in drawn if outlet[1] == "en"][:ENGLISH]
        return [outlet for outlet in drawn if outlet[1] != "en" or outlet in english][:number]

    def _draw(self, names: list[Sequence[str]]) -> Sequence[str]:
        """The next name; each is used again only after all the others."""
        name = names.pop(0)
        names.append(name)
        return name

    def _tell(self, event: _Event) -> None:
        for day in event.days:
            plan = _first_day if day == event.days[0] else _later_day
            facts = dict(plan(self._chance, event, self._planted, day))
            for number, (outlet, language) in enumerate(event.outlets):
                if number in facts:
                    self._write(event, day, outlet, language, facts[number])

    def _write(
        self, event: _Event, day: int, outlet: str, language: Language, told: Mapping[str, str]
    ) -> None:
        chance = self._chance
        values = self._values(event, language, told)
        order = ["lead", *chance.sample(sorted(set(told) - {"lead"}), len(told) - 1)]
        style = [name for name, _ in event.outlets].index(outlet)
        sentences = {name: self._sentence(event, language, name, values, style) for name in order}
        sentences |= self._background(event) if language == "en" else {}
        text = " ".join(sentences.values()) if len(order) < 4 else _paragraphs(sentences)
        title = self._worded(event.kind["title"][language], values)
        article = Article(
            key=f"{outlet}/{event.name}/{day}".replace(" ", "-"),
            title=title,
            text=text,
            retrieved=NOW,
            outlet=outlet,
            published=FIRST + timedelta(days=day),
            language=language,
        )
        self._days[day].append(article)
        self._event_of[article.id] = event.name
        for name, sentence in sentences.items():
            self._facts.setdefault((event.name, name), {})[article.id] = sentence

    def _sentence(
        self, event: _Event, language: Language, name: str, values: Mapping[str, str], style: int
    ) -> str:
        """A fact in the outlet's own wording: two outlets in one language share none, of three."""
        if name.startswith("extra"):
            return self._worded([event.kind["extra"]["en"][int(name[-1])]], values)
        wordings = event.kind[name][language]
        return self._worded([wordings[(style + event.turn) % len(wordings)]], values)

    def _background(self, event: _Event) -> dict[str, str]:
        """Sentences in the event's own words: no two events share all of their vocabulary."""
        chosen = self._chance.sample(range(len(self._fillers)), BACKGROUND)
        words = self._chance.sample(event.words, len(event.words))
        return {
            f"filler{n}": self._chance.choice(self._fillers[n]).format(*words[3 * place :])
            for place, n in enumerate(chosen)
        }

    def _worded(self, wordings: Sequence[str], values: Mapping[str, str]) -> str:
        said = self._chance.choice(wordings).format(**values)
        return said[:1].upper() + said[1:]

    def _values(self, event: _Event, language: Language, told: Mapping[str, str]) -> dict[str, str]:
        script = SCRIPT.get(language, 0)
        happened = FIRST + timedelta(days=event.happened)
        figures = {
            which: _figure(int(told.get(which) or event.figures[which]), language)
            for which in ("n", "m")
        }
        return {
            **figures,
            "p": event.places[0][script],
            "q": event.places[1][script],
            "a": event.persons[0][script],
            "b": event.persons[1][script],
            "day": WEEKDAYS[language][happened.weekday()],
            "date": MARCH[language].format(event.later.day),
        }


def _figure(value: int, language: Language) -> str:
    return f"{value:,}".replace(",", THOUSANDS[language])


def _paragraphs(sentences: Mapping[str, str]) -> str:
    said = list(sentences.values())
    return "\n\n".join(" ".join(said[place : place + 2]) for place in range(0, len(said), 2))


def _first_day(
    chance: random.Random, event: _Event, planted: list[Planting], day: int
) -> Iterator[tuple[int, dict[str, str]]]:
    several = len(event.outlets) > 1
    differing = several and chance.random() < 0.4
    other = _other(chance, event.figures["n"], event.kind["n_range"])
    if differing:
        planted.append(Planting("differ", event.name, day, "n", (event.figures["n"], other)))
    for number, (_, language) in enumerate(event.outlets):
        value = other if differing and number % 2 else event.figures["n"]
        told = {"lead": "", "n": str(value), "m": "", "more": "", "outcome": ""}
        if several and number > 1 and chance.random() < 0.3:
            told.pop(chance.choice(("m", "outcome")))
        if language == "en" and chance.random() < 0.6:
            told[f"extra{number % 4}"] = ""
        yield number, told


def _later_day(
    chance: random.Random, event: _Event, planted: list[Planting], day: int
) -> Iterator[tuple[int, dict[str, str]]]:
    """All write again, or only the first: then nothing is said of what the others told alone."""
    heard = list(range(len(event.outlets)))
    wanted = set(chance.sample(["revised", "reversed", "dropped", "new"], chance.randint(0, 3)))
    if chance.random() < ALONE and day == event.days[0] + 1:
        heard = heard[:1]  # the other sources failed
        wanted.discard("dropped")
        planted.append(Planting("unheard", event.name, day, "more"))
    if len(heard) == 1:
        wanted.discard("dropped")
    if _had(planted, event, "differ"):
        wanted.discard("revised")
    for plant in sorted(wanted):
        _plant(chance, event, planted, day, plant)
    told = dict.fromkeys(_again(planted, event), "")
    if "n" in told:
        told["n"] = str(event.figures["n"])
    event.turn += chance.random() < REWORDED
    for number in heard:
        yield number, dict(told)


def _plant(
    chance: random.Random, event: _Event, planted: list[Planting], day: int, plant: str
) -> None:
    """One change from this day on; each kind once in an event, a figure as often as it comes."""
    if plant == "revised":
        old = event.figures["n"]
        event.figures["n"] = _other(chance, old, event.kind["n_range"])
        planted.append(Planting("revised", event.name, day, "n", (old, event.figures["n"])))
    elif plant == "reversed" and not _had(planted, event, "reversed"):
        planted.append(Planting("reversed", event.name, day, "outcome"))
    elif plant == "dropped" and not (
        _had(planted, event, "dropped") or _had(planted, event, "unheard")
    ):
        planted.append(Planting("dropped", event.name, day, "more"))
    elif plant == "new" and not _had(planted, event, "new"):
        planted.append(Planting("new", event.name, day, "later"))


def _again(planted: Sequence[Planting], event: _Event) -> Iterator[str]:
    """The facts that are told on a later day."""
    yield from ("lead", "m")
    if not _had(planted, event, "differ"):
        yield "n"
    if not (_had(planted, event, "dropped") or _had(planted, event, "unheard")):
        yield "more"
    yield "flip" if _had(planted, event, "reversed") else "outcome"
    if _had(planted, event, "new"):
        yield "later"


def _had(planted: Sequence[Planting], event: _Event, plant: Plant) -> bool:
    return any(one.event == event.name and one.plant == plant for one in planted)


def _other(chance: random.Random, value: int, allowed: Sequence[int]) -> int:
    """Another value, so far from the first that rounding does not explain it."""
    low, high = allowed
    far = [n for n in range(low, high + 1) if abs(n - value) > 0.15 * max(n, value)]
    return chance.choice(far)
