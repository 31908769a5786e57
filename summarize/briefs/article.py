"""The brief of one article by a model: whole if it fits one call, else part by part, then merged.

1. The sentences of the article, then those that only other carriers of its text have.
2. Cut into as few parts as the model's context needs, on section borders where it can.
3. A part that the server would not take whole is asked for in halves.
4. What was noted of the parts is merged, in as many rounds as the context needs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote
from summarize.aside import aside
from summarize.briefs.asking import LEAST_ROOM, Asker
from summarize.briefs.evidence import Source, article_heading, one_line, statement_quotes
from summarize.briefs.replies import Notes, ranked
from summarize.briefs.rounds import MARGIN, PAIR, Step, halves, merge, one_call
from summarize.claims import Brief, Claim, Section, make_claim
from summarize.errors import ModelError, NotAsked, PromptCut, TooLong
from summarize.models.shapes import ArticleReply
from summarize.text.packing import pack
from summarize.text.words import count
from summarize.writer import BriefWriter

# A part is halved so often at most: a server that takes no eighth of what it says it takes does
# not tell the truth about its counts, and each try is paid.
DEEPEST = 3
LINE = 6  # tokens of the number and the line break of a sentence
SECTIONED = 3_000  # words; a longer article with headings is briefed by its sections
SECTION = 12  # tokens of a heading that is shown between sentences


@dataclass(frozen=True)
class Task:
    """An article to brief, and the sentences `also` that only other carriers of its text have.

    `priority` is that of its calls; `behind` selects sentences of a part that gets no answer.
    """

    article: Article
    also: tuple[Quote, ...] = ()
    priority: float = 0.0
    behind: BriefWriter | None = None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All sentences, in order of showing."""
        return (*statement_quotes(self.article), *self.also)

    @property
    def heading(self) -> str:
        """What the model is told of the article."""
        return article_heading(self.article, 1)

    def step(self, template: str) -> Step:
        """A call of `template` about this article."""
        label = f"article “{one_line(self.article.title)}”"
        return Step(template, ArticleReply, label, self.priority, self.heading)


@dataclass(frozen=True)
class Noted:
    """What the model noted of an article, and why some of its parts had to be noted otherwise."""

    notes: Notes
    failed: tuple[ModelError, ...] = ()


@dataclass(frozen=True)
class _Part:
    """The notes of one part (of its halves, where it was too long), or why it has none."""

    quotes: tuple[Quote, ...]
    notes: tuple[Notes, ...] = ()
    failed: ModelError | None = None


async def note_article(asker: Asker, task: Task) -> Noted:
    """What the model notes of an article; it is not asked about one that has no sentence.

    Raises ModelError where it notes nothing of it.
    """
    parts = await aside(_parts, asker, task)  # it counts the tokens of each sentence
    if not parts:
        return Noted(Notes(None, ()))
    if len(parts) == 1:
        found = [_Part(parts[0], await _note(asker, task, parts[0]))]
    else:
        found = await asyncio.gather(*(_part(asker, task, part) for part in parts))
    failed = tuple(part.failed for part in found if part.failed is not None)
    # A dry run gets no answer, and still shows what would be asked next.
    if len(failed) == len(found) and not isinstance(failed[0], NotAsked):
        raise failed[0]
    stand_in = await task.behind.article(task.article) if failed and task.behind else None
    notes = [one for part in found for one in (part.notes or _selected(part.quotes, stand_in))]
    if not notes:
        raise failed[0]
    merged = await merge(asker, task.step("merge"), notes)
    return Noted(merged.notes, failed + merged.failed)


def _parts(asker: Asker, task: Task) -> list[tuple[Quote, ...]]:
    quotes = task.quotes
    borders = [
        i
        for i in range(1, len(quotes))
        if quotes[i].locator.heading != quotes[i - 1].locator.heading
    ]
    sizes = [asker.counter.count(quote.text) + LINE for quote in quotes]
    for i in borders:
        sizes[i] += SECTION
    taken = asker.counter.count(task.heading) + MARGIN
    room = max(asker.room("article") - taken, LEAST_ROOM // PAIR)
    return [quotes[one.start : one.stop] for one in pack(sizes, room, borders)]


async def _part(asker: Asker, task: Task, quotes: tuple[Quote, ...]) -> _Part:
    """One part of many: without an answer it costs that part, and not the article."""
    try:
        return _Part(quotes, await _note(asker, task, quotes))
    except ModelError as error:
        return _Part(quotes, failed=error)


async def _note(
    asker: Asker, task: Task, quotes: Sequence[Quote], depth: int = 0
) -> tuple[Notes, ...]:
    try:
        source = Source(task.heading, tuple(quotes))
        return (await one_call(asker, task.step("article"), [source]),)
    except (TooLong, PromptCut):
        if len(quotes) < PAIR or depth == DEEPEST:
            raise
    found = await asyncio.gather(*(_note(asker, task, half, depth + 1) for half in halves(quotes)))
    return found[0] + found[1]


def _selected(quotes: Sequence[Quote], brief: Brief | None) -> tuple[Notes, ...]:
    """The claims of a selected brief that stand in a part, else its first sentence, as notes."""
    if brief is None:
        return ()
    places = {(quote.article, quote.start) for quote in quotes}
    inside = (c for c in brief.claims if {(q.article, q.start) for q in c.quotes} & places)
    language = brief.claims[0].language if brief.claims else "und"
    first = make_claim(quotes[0].text, quotes[:1], language, 1)
    claims = ranked(inside) or (first,)
    return (Notes(claims[0], claims),)


def sections(article: Article, claims: Sequence[Claim]) -> tuple[Section, ...]:
    """The claims of a long article under the headings their first passages stand under."""
    if not article.headings or count(article.text) < SECTIONED:
        return ()
    under: dict[str, list[tuple[int, str]]] = {}
    for claim in claims:
        for quote in claim.quotes[:1]:
            heading = quote.locator.heading or article.title
            under.setdefault(heading, []).append((quote.start, claim.id))
    ordered = sorted(under.items(), key=lambda item: min(item[1]))
    return tuple(
        Section(title, tuple(id_ for _, id_ in sorted(places))) for title, places in ordered
    )
