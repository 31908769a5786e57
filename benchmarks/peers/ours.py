"""The same work by `summarize`: its model-backed writer, articles given, no checks and no report.

With `--prompts-only` the prompts are those of the plain script, and only the way to the server is
ours: ledger, ladder, limits, budget and endpoint in place of a client and a semaphore.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import task
from task import MODEL, OUTPUT_TOKENS, Work, asked, tell

from summarize.article import Article
from summarize.briefs.asking import Asker
from summarize.briefs.session import Asked, Session, open_session
from summarize.briefs.writer import Written
from summarize.errors import ModelError
from summarize.models.request import Message, Model, Reply, Request
from summarize.models.shapes import RepairReply
from summarize.settings import Settings
from summarize.stories.story import Origin, Story
from summarize.templates import Prompts

WORDS = 120
PROMPTS_ONLY = "--prompts-only"
STEPS = ("article", "merge", "story")


class Counted:
    """Counts what is asked of a model, by template."""

    def __init__(self, inner: Model) -> None:
        self._inner = inner
        self.calls: Counter[str] = Counter()

    async def ask(self, request: Request) -> Reply:
        """The reply of the inner model."""
        self.calls[request.template] += 1
        return await self._inner.ask(request)

    @property
    def steps(self) -> list[int]:
        """The calls of each step."""
        return [self.calls[name] for name in STEPS]


def story(name: str, articles: Sequence[task.Article]) -> Story:
    """A story in which each article is an origin of its own."""
    return Story(name, tuple(Origin(one.outlet, (article(one),)) for one in articles))


def article(given: task.Article) -> Article:
    """The article as it would have been read."""
    return Article(
        key=given.id,
        title=given.title,
        text=given.text,
        retrieved=datetime.now(UTC),
        outlet=given.outlet,
        published=date.fromisoformat(given.published),
        language="en",
    )


async def write(work: Work, session: Session) -> tuple[int, list[int]]:
    """Brief all articles and stories: how many there are now, and the calls of each step."""
    model = Counted(session.nest)
    window = await session.window()
    asker = Asker(model, Prompts(), session.counter, window, session.asked.language, WORDS)
    writer = Written(asker, MODEL, None)
    stories = [story(name, articles) for name, articles in work.stories.items()]
    writer.begin(stories)

    async def told(one: Story) -> int:
        briefs = await asyncio.gather(*(writer.article(lead) for lead in one.leads))
        across = await writer.story(one, briefs)
        return sum(bool(brief.claims) for brief in briefs) + bool(across.claims)

    return sum(await asyncio.gather(*map(told, stories))), model.steps


async def put(work: Work, session: Session) -> tuple[int, list[int]]:
    """As `write`, with the prompts of the plain script."""
    from run_bare import Script, tiktoken

    class Put(Script):
        def __init__(self) -> None:
            self._chunk_tokens = work.chunk_tokens
            self._tokens = tiktoken.get_encoding("cl100k_base")
            self.steps = [0, 0, 0]
            self.summaries = 0

        async def _ask(self, step: int, prompt: str, text: str) -> str | None:
            self.steps[step] += 1
            request = Request(
                # The ledger asks the same question once; the plain script asks it again.
                template=f"{STEPS[step]}-{self.steps[step]}",
                messages=(Message("user", prompt.format(text=text)),),
                shape=RepairReply,
                label=STEPS[step],
                max_output=OUTPUT_TOKENS,
            )
            try:
                reply = await session.nest.ask(request)
            except ModelError:
                return None
            said = RepairReply.model_validate_json(reply.text)
            return f"{said.text} {said.cites}"

    script = Put()
    await asyncio.gather(*(script.story(articles) for articles in work.stories.values()))
    return script.summaries, script.steps


def _say(line: str) -> None:
    print(line, file=sys.stderr)


async def main() -> None:
    """Do the work."""
    prompts_only = PROMPTS_ONLY in sys.argv
    sys.argv = [one for one in sys.argv if one != PROMPTS_ONLY]
    work = asked()
    with tempfile.TemporaryDirectory() as folder:
        settings = Asked(
            Settings({}),
            name=MODEL,
            language="en",
            length=WORDS,
            base_url=work.base_url,
            context=work.context,
            concurrency=work.concurrency,
            store=Path(folder, "store.sqlite"),
        )
        async with open_session(settings, None, _say) as session:
            summaries, steps = await (put if prompts_only else write)(work, session)
    tell(work, summaries, steps)


if __name__ == "__main__":
    asyncio.run(main())
