"""A worker in this process: it writes as one process would, with calls that others let through."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from summarize.briefs.session import Asked, open_session
from summarize.checked import Rules
from summarize.engine import HERE, Step, Work
from summarize.errors import ModelError, Stopped
from summarize.local.writer import Local
from summarize.models.request import Request, Usage
from summarize.scale.remote import RemoteDesk
from summarize.scale.worker import Batch, Modelled, Worker, unpacked
from summarize.settings import Settings
from summarize.store import NO_STORE, Place
from summarize.stories.story import Story
from summarize.told import Told, brief, tell
from summarize.writer import BriefWriter
from tests.builders import article, story

DAM = article(
    "The Karrow Dam burst on Monday night, the governor said. Rescuers brought 340 people to "
    "safety from roofs before dawn. The highway to the coast is closed until Thursday.",
    title="Dam bursts",
)
RATE = article(
    "The central bank cut its key rate to 6.75 percent on Tuesday. It was the first cut in two "
    "years. Banks are expected to pass it on within weeks, analysts said.",
    title="Rate cut",
)
STORIES = (Story("dam", story(DAM).origins), Story("rate", story(RATE).origins))


class Open:
    """A desk that lets everything through, and counts."""

    def __init__(self) -> None:
        self.entered: list[tuple[str, float]] = []
        self.used: list[Usage | None] = []

    async def enter(self, _id: str, owner: str, request: Request) -> ModelError | None:
        self.entered.append((owner, request.priority))
        return None

    async def failed(self, _id: str, error: ModelError) -> ModelError | None:
        return error

    def answered(self, _id: str, usage: Usage | None) -> None:
        self.used.append(usage)

    def heard(self, headers: Mapping[str, str]) -> None:
        """Nothing to keep to."""


class Shut(Open):
    """A desk that lets nothing through."""

    async def enter(self, _id: str, _owner: str, _request: Request) -> ModelError | None:
        return Stopped("the run was interrupted")


Hire = Callable[..., Worker]


@pytest.fixture
async def hire() -> AsyncIterator[Hire]:
    """`hire(desk)`: a worker that is closed after the test."""
    hired: list[Worker] = []

    def one(desk: Open | None) -> Worker:
        hired.append(Worker("w", desk))
        return hired[-1]

    yield one
    for worker in hired:
        await worker.close()


def _batch(step: Step[Any], modelled: Modelled | None, works: Sequence[Work] = ()) -> Batch:
    works = works or [Work(one) for one in STORIES]
    return Batch(3, works, step, "withhold", "en", 120, modelled)


async def _here(step: Step[Any], writer: BriefWriter) -> list[Any]:
    writer.begin(STORIES)
    rules = Rules({DAM.id: DAM, RATE.id: RATE})
    return await HERE.each(step, [Work(one) for one in STORIES], writer, rules, lambda *_: None)


def _asked(server: str, store: Place = NO_STORE, calls: int | None = None) -> Asked:
    return Asked(
        Settings({}), "test-model", "en", 120, base_url=server, price="1,2", store=store,
        max_calls=calls, context=8_192,
    )  # fmt: skip


async def _modelled(asked: Asked) -> Modelled:
    async with open_session(asked, None, print) as session:
        window = await session.window()
        return Modelled(asked, session.choice, window, True, asked.store or NO_STORE)


async def test_the_built_in_writer_writes_as_in_one_process(hire: Hire) -> None:
    made = await hire(None).make(_batch(tell, None))

    told = [unpacked(one, work) for one, work in zip(made.results, STORIES, strict=True)]
    assert told == await _here(tell, Local(120))


async def test_stories_come_back_without_their_articles(hire: Hire) -> None:
    made = await hire(None).make(_batch(tell, None))

    assert [one.story for one in made.results] == [Story("dam", ()), Story("rate", ())]


async def test_a_model_writes_as_in_one_process_and_is_let_through_by_the_desk(
    hire: Hire, model_server: str
) -> None:
    desk, asked = Open(), _asked(model_server)

    made = await hire(desk).make(_batch(brief, await _modelled(asked)))

    async with open_session(asked, None, print) as session:
        assert list(made.results) == await _here(brief, await session.writer())
        assert len(desk.entered) == len(desk.used) == session.nest.budget.calls
    assert {owner for owner, _ in desk.entered} == {"w"}
    assert made.noted is not None
    assert made.noted.wrote


async def test_briefs_that_are_written_are_not_written_again(hire: Hire, model_server: str) -> None:
    desk, modelled = Open(), await _modelled(_asked(model_server))
    worker = hire(desk)
    briefed = (await worker.make(_batch(brief, modelled))).results
    asked = len(desk.entered)

    works = [Work(one, of) for one, of in zip(STORIES, briefed, strict=True)]
    made = await worker.make(_batch(tell, modelled, works))

    assert len(desk.entered) == asked
    assert all(isinstance(one, Told) for one in made.results)


async def test_stories_keep_their_place_in_the_report_where_calls_are_capped(
    hire: Hire, model_server: str
) -> None:
    desk = Open()

    await hire(desk).make(_batch(brief, await _modelled(_asked(model_server, calls=50))))

    assert {priority for _, priority in desk.entered} == {3.0, 4.0}


async def test_answers_on_disk_are_counted_as_reused_and_not_asked_for(
    hire: Hire, model_server: str, tmp_path: Path
) -> None:
    modelled = await _modelled(_asked(model_server, tmp_path / "answers.db"))
    first = await hire(Open()).make(_batch(brief, modelled))
    desk = Open()

    again = await hire(desk).make(_batch(brief, modelled))

    assert not desk.entered
    assert (first.reused, again.reused) == (0, 2)
    assert again.results == first.results


async def test_what_is_not_let_through_is_written_by_the_built_in_writer(
    hire: Hire, model_server: str
) -> None:
    made = await hire(Shut()).make(_batch(brief, await _modelled(_asked(model_server))))

    writers = [one.brief.writer for checked in made.results for one in checked]
    assert {writer.kind for writer in writers} == {"extractive"}
    assert made.noted is not None
    assert [missed.error.what for missed in made.noted.missed] == ["the run was interrupted"] * 2


class _Handle:
    """The handle of an actor: what is called, with what it gives back."""

    def __init__(self) -> None:
        self.called: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        return _Method(self, name)


class _Method:
    def __init__(self, handle: _Handle, name: str) -> None:
        self._handle, self._name = handle, name

    def remote(self, *given: Any) -> Any:
        self._handle.called.append((self._name, given))
        return _Given(Stopped(self._name))


class _Given:
    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Any:
        yield from ()
        return self._value


async def test_the_desk_of_a_worker_is_an_actor_elsewhere() -> None:
    handle = _Handle()
    desk, request = RemoteDesk(handle), Request("article", (), None, "x")  # type: ignore[arg-type]

    refused = [await desk.enter("1", "w", request), await desk.failed("1", Stopped("s"))]
    desk.answered("1", None)
    desk.heard({})

    assert [str(one) for one in refused] == ["enter", "failed"]
    assert [name for name, _ in handle.called] == ["enter", "failed", "answered", "heard"]


@pytest.mark.parametrize("made", [(), "anything else"])
def test_only_stories_are_put_back(made: object) -> None:
    assert unpacked(made, STORIES[0]) == made
