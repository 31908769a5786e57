"""The made world of `planted.py` as a model would write of it: `Scripted` replies to each request.

Not run by itself: `benchmarks/changes.py` and `benchmarks/grouping.py` use it. The model tells
every fact of an article as the article words it, in English where it is foreign, and of a story
each fact once, with a passage of each article that tells it so. It proposes no difference, and its
overview is empty: what is measured is the code around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import briefed
from planted import Language, World

from summarize.article import Quote
from summarize.briefs.asking import Asker
from summarize.briefs.writer import Written
from summarize.local.writer import Local
from summarize.models.ladder import Forgetful, Ladder
from summarize.models.request import Reply, Request
from summarize.models.scripted import Line
from summarize.models.window import Window
from summarize.templates import Prompts
from summarize.text.tokens import counter

WORDS = 300  # of a brief, as of the built-in writer's in benchmarks/changes.py
WINDOW = Window(32_768, 4_096, "made")
CITES = 4  # of one claim, as the template asks

Fact = tuple[str, str]
Fields = dict[str, object]


@dataclass(frozen=True)
class Stated:
    """A fact as one article states it: the sentence there, and in English."""

    fact: Fact
    sentence: str
    english: str


class Author:
    """Answers each request with the line of a script that is made for it."""

    def __init__(self, world: World, english: Mapping[tuple[str, Fact], str]) -> None:
        self._stated: dict[str, list[Stated]] = {}
        for fact, sentences in world.facts.items():
            for article, sentence in sentences.items():
                said = Stated(fact, sentence, english.get((article, fact), sentence))
                self._stated.setdefault(article, []).append(said)
        self._event_of = world.event_of

    async def ask(self, request: Request) -> Reply:
        """What the script says to it."""
        line = Line(request=request.hash, template=request.template, reply=self._reply(request))
        return line.answer()

    def _reply(self, request: Request) -> Fields:
        if request.template == "overview":
            return {"bottom_line": [], "highlights": [], "gaps": []}
        if request.template == "repair":
            return {"text": "", "cites": []}
        if request.template == "pair":
            events = {self._event_of[quote.article] for quote in request.quotes}
            return {"why": "made", "same_event": "yes" if len(events) == 1 else "no"}
        claims = list(self._claims(request.quotes))
        brief: Fields = {
            "bottom_line": claims[0],
            "claims": claims[1:],
            "who": [],
            "where": [],
            "quotations": [],
        }
        story: Fields = {"headline": 1, "timeline": [], "differ": []}
        return brief | story if request.template == "story" else brief

    def _claims(self, shown: Sequence[Quote]) -> Iterator[Fields]:
        """A claim for each fact and wording of its figure, what most articles tell first."""
        found: dict[tuple[Fact, str], tuple[str, list[int]]] = {}
        for number, quote in enumerate(shown, 1):
            for one in self._stated.get(quote.article, ()):
                if one.sentence in quote.text or quote.text in one.sentence:
                    figures = "".join(filter(str.isdigit, one.english))
                    found.setdefault((one.fact, figures), (one.english, []))[1].append(number)
        ordered = sorted(found, key=lambda key: (key[0][1] != "lead", -len(found[key][1])))
        for text, numbers in map(found.__getitem__, ordered):
            yield {"text": text, "cites": numbers[:CITES]}


def make(seed: int, mixed: Sequence[Language]) -> tuple[World, Author]:
    """The world of `planted.make`, and who answers for a model about it."""
    world, english = briefed.english(seed, mixed)
    return world, Author(world, english)


def writer(author: Author) -> Written:
    """The model-backed writer, with that model behind it."""
    model = Ladder(author, Forgetful())
    asker = Asker(model, Prompts(), counter("scripted"), WINDOW, "en", WORDS)
    return Written(asker, "scripted", Local(WORDS))
