"""Which requests go into which file."""

from __future__ import annotations

import asyncio
import json

from hypothesis import given
from hypothesis import strategies as st

from summarize.models.batch_files import Line, Queue, Sizes, line_id, line_text
from summarize.models.batch_store import Outcome


def line(name: str, *, size: int = 10, tokens: int = 1) -> Line:
    loop = asyncio.new_event_loop()
    try:
        return Line(name, b"x" * size, tokens, loop.create_future())
    finally:
        loop.close()


def queue(*lines: Line, requests: int = 50, size: int = 1_000) -> Queue:
    made = Queue(Sizes(requests, size))
    for one in lines:
        made.add(one)
    return made


@given(
    st.lists(st.integers(1, 300), max_size=30),
    st.integers(1, 7),
    st.integers(100, 400),
)
def test_every_line_goes_once_in_order_and_no_file_is_too_large(
    sizes: list[int], requests: int, most: int
) -> None:
    lines = [line(str(n), size=size) for n, size in enumerate(sizes)]
    waiting = queue(*lines, requests=requests, size=most)

    files = []
    while file := waiting.next_file():
        files.append(file)

    assert [one for file in files for one in file] == lines
    for file in files:
        assert len(file) <= requests
        assert len(file) == 1 or sum(len(one.text) for one in file) <= most
    assert not waiting


def test_what_was_too_much_at_once_goes_in_halves_one_after_the_other() -> None:
    waiting = queue(*(line(str(n), tokens=10) for n in range(4)))
    whole = waiting.next_file()
    waiting.crowded(whole)
    waiting.ended(whole)

    first = waiting.next_file()

    assert [one.id for one in first] == ["0", "1"]
    assert waiting.next_file() == []
    waiting.ended(first)
    assert [one.id for one in waiting.next_file()] == ["2", "3"]


def test_one_request_goes_alone_however_large_it_is() -> None:
    waiting = queue(line("a", size=9_999, tokens=99))
    waiting.crowded([line("b", tokens=2)])

    assert [one.id for one in waiting.next_file()] == ["a"]


def test_a_queue_is_full_at_the_number_of_lines_of_a_file() -> None:
    waiting = queue(line("a"), requests=2)
    assert not waiting.full

    waiting.add(line("b"))
    assert waiting.full

    waiting.clear()
    assert not waiting.full


def test_the_first_thing_told_stays() -> None:
    one = line("a")
    one.tell(Outcome(200, {}))
    one.tell(ValueError("later"))

    assert one.outcome.result() == Outcome(200, {})


def test_a_line_has_the_name_the_place_and_the_body_of_a_request() -> None:
    assert json.loads(line_text("id", {"model": "m", "text": "ü"})) == {
        "custom_id": "id",
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": {"model": "m", "text": "ü"},
    }


def test_a_request_has_one_name_at_a_server_and_another_elsewhere() -> None:
    body = {"model": "m", "messages": []}

    assert line_id("a", body) == line_id("a", {"messages": [], "model": "m"})
    assert line_id("a", body) != line_id("b", body)
    assert len(line_id("a", body)) <= 64
