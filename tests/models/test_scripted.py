from __future__ import annotations

import asyncio
import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import errors
from summarize.errors import ModelError, NoScriptedReply, OutputError, UsageError
from summarize.models.request import Message, Reply, Request, Usage
from summarize.models.scripted import Recorder, Scripted
from summarize.models.shapes import RepairReply


def request(content: str = "The Karrow Dam burst.", *, template: str = "article") -> Request:
    return Request(template, (Message("user", content),), RepairReply, label="a test")


def script(path: Path, *lines: dict[str, Any] | str) -> Path:
    made = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(made) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "script.jsonl"


async def test_the_first_line_that_matches_answers(path: Path) -> None:
    model = Scripted.load(
        script(path, {"template": "story", "reply": "no"}, {"reply": "one"}, {"reply": "two"})
    )

    assert (await model.ask(request())).text == "one"


async def test_a_line_may_want_a_request(path: Path) -> None:
    asked = request()
    model = Scripted.load(script(path, {"request": asked.hash, "reply": "this one"}))

    assert (await model.ask(asked)).text == "this one"
    with pytest.raises(NoScriptedReply):
        await model.ask(request("Another."))


async def test_a_line_may_want_words_in_any_message(path: Path) -> None:
    model = Scripted.load(
        script(path, {"contains": "rate", "reply": "bank"}, {"contains": "Dam", "reply": "flood"})
    )

    assert (await model.ask(request())).text == "flood"


async def test_a_line_answers_no_more_often_than_it_says(path: Path) -> None:
    model = Scripted.load(
        script(path, {"error": "ServerFailed", "times": 1}, "", {"reply": "at last"})
    )

    with pytest.raises(errors.ServerFailed, match="as the script says"):
        await model.ask(request())
    assert (await model.ask(request())).text == "at last"
    assert (await model.ask(request())).text == "at last"


async def test_an_object_is_replied_as_json(path: Path) -> None:
    model = Scripted.load(script(path, {"reply": {"text": "Überall", "cites": [1]}}))

    assert (await model.ask(request())).text == '{"text": "Überall", "cites": [1]}'


async def test_usage_is_passed_on(path: Path) -> None:
    usage = {"input": 900, "cached": 300, "output": 80}
    model = Scripted.load(script(path, {"reply": "yes", "usage": usage}))

    assert (await model.ask(request())).usage == Usage(900, 300, 80)


async def test_no_usage_is_unknown(path: Path) -> None:
    assert (await Scripted.load(script(path, {"reply": "yes"})).ask(request())).usage is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ({"reply": "half a", "finish": "length"}, errors.CutShort),
        ({"reply": None, "finish": "content_filter"}, errors.Filtered),
        ({"reply": ""}, errors.EmptyReply),
        ({"error": "Busy"}, errors.Busy),
        ({"error": "KeyRefused"}, errors.KeyRefused),
        ({"error": "TooLong"}, errors.TooLong),
        ({"error": "Refused"}, errors.Refused),
    ],
)
async def test_failures_can_be_scripted(
    path: Path, line: dict[str, Any], kind: type[ModelError]
) -> None:
    with pytest.raises(kind):
        await Scripted.load(script(path, line)).ask(request())


async def test_a_request_without_a_line_is_named(path: Path) -> None:
    model = Scripted.load(script(path, {"template": "story", "reply": "no"}))

    with pytest.raises(NoScriptedReply) as caught:
        await model.ask(request())
    line = str(caught.value)
    assert request().hash in line
    assert f"{path} has no reply to template article" in line
    assert "--record" in line


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            [{"template": "article", "contains": "the shelters of Brask", "reply": "no"}],
            ": a line of this template is there, but its contains (“the shelters of Brask”) did "
            "not occur in the request;",
        ),
        (
            [{"template": "article", "contains": c * 90, "reply": "no"} for c in "äö"],
            ": 2 lines of this template are there, but the contains of the first (“…”) did not",
        ),
        (
            [{"template": "article", "request": "0" * 64, "reply": "no"}],
            ": a line of this template is there, but recorded for another request;",
        ),
        ([{"template": "article", "times": 1, "reply": "{}"}], f"request {request().hash};"),
    ],
)
async def test_what_a_line_of_the_template_lacks_is_said(
    path: Path, lines: list[dict[str, Any]], said: str
) -> None:
    model = Scripted.load(script(path, *lines))

    with suppress(NoScriptedReply):
        await model.ask(request())
    with pytest.raises(NoScriptedReply) as caught:
        await model.ask(request())
    assert said in str(caught.value)


def test_the_digest_is_of_the_content(path: Path, tmp_path: Path) -> None:
    one = Scripted.load(script(path, {"reply": "yes"}))
    same = Scripted.load(script(tmp_path / "copy.jsonl", {"reply": "yes"}))
    other = Scripted.load(script(tmp_path / "other.jsonl", {"reply": "no"}))

    assert one.digest == same.digest != other.digest
    assert len(one.digest) == 64


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "Invalid JSON"),
        ("[]", "object"),
        ('"text"', "object"),
        ({"reply": "x", "templat": "story"}, "templat: "),
        ({"template": "story"}, "neither reply nor error"),
        ({"error": "NoSuchThing"}, "no error of a model is named 'NoSuchThing'"),
        ({"error": "UsageError"}, "no error of a model is named 'UsageError'"),
        ({"error": ""}, "no error of a model is named ''"),
        ({"reply": "x", "times": 0}, "times: "),
        ({"reply": [1]}, "reply"),
        ({"reply": "x", "usage": {"input": "many"}}, "usage.input: "),
    ],
)
def test_a_line_that_is_none_is_named(path: Path, line: dict[str, Any] | str, what: str) -> None:
    script(path, {"reply": "fine", "error": None}, line)

    with pytest.raises(UsageError) as caught:
        Scripted.load(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert what in str(caught.value)


def test_a_script_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read the script .*script\.jsonl: No such file"):
        Scripted.load(path)


def test_a_script_that_is_no_text_is_named(path: Path) -> None:
    path.write_bytes(b'{"reply": "\xff"}')

    with pytest.raises(UsageError, match="not UTF-8"):
        Scripted.load(path)


class Told:
    """A model that gives one reply."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply

    async def ask(self, _request: Request) -> Reply:
        return self.reply


async def test_what_is_recorded_can_be_played(path: Path) -> None:
    told = Reply('{"text": "Überall.", "cites": [1]}', "stop", Usage(900, 300, 80), reused=True)
    await Recorder(Told(told), path).ask(request())

    assert await Scripted.load(path).ask(request()) == Reply(told.text, "stop", told.usage)


async def test_a_request_is_recorded_once(path: Path) -> None:
    recorder = Recorder(Told(Reply("Two towns.")), path)
    for content in ("a", "b", "a"):
        await recorder.ask(request(content))

    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["request"] for line in lines] == [request("a").hash, request("b").hash]
    assert lines[0]["template"] == "article"
    assert lines[0]["usage"] is None


async def test_a_recording_begins_anew(path: Path) -> None:
    path.write_text("an old recording\n", encoding="utf-8")
    Recorder(Told(Reply("x")), path)

    assert path.read_text(encoding="utf-8") == ""


async def test_failures_are_not_recorded(path: Path, tmp_path: Path) -> None:
    failing = Scripted.load(script(tmp_path / "failing.jsonl", {"error": "Busy"}))
    recorder = Recorder(failing, path)

    with pytest.raises(errors.Busy):
        await recorder.ask(request())
    assert path.read_text(encoding="utf-8") == ""


@given(st.text(st.characters(), min_size=1).filter(str.strip))
def test_any_reply_is_one_line_that_is_read_back(text: str) -> None:
    async def played(path: Path) -> str:
        await Recorder(Told(Reply(text)), path).ask(request())
        return (await Scripted.load(path).ask(request())).text

    with tempfile.TemporaryDirectory() as folder:
        shown = asyncio.run(played(Path(folder) / "script.jsonl"))
    assert shown == text.encode("utf-8", "replace").decode()


def test_a_recording_in_a_new_folder_makes_it(tmp_path: Path) -> None:
    Recorder(Told(Reply("x")), tmp_path / "new" / "script.jsonl")

    assert (tmp_path / "new" / "script.jsonl").exists()


@pytest.mark.parametrize("name", ["file/script.jsonl", "folder"])
def test_a_recording_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    with pytest.raises(OutputError, match=f"cannot write .*{name}.*--record"):
        Recorder(Told(Reply("x")), tmp_path / name)


async def test_a_recording_that_is_taken_away_costs_no_reply_and_is_named(path: Path) -> None:
    recorder = Recorder(Told(Reply("x")), path)
    path.unlink()
    path.mkdir()

    reply = await recorder.ask(request())

    assert reply.text == "x"
    assert "cannot write" in str(recorder.trouble)


async def test_two_models_of_a_run_record_into_one_file(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "both.jsonl"
    script(path, {"reply": "a"})
    first = Recorder(Scripted.load(path), file)
    await first.ask(request("one"))

    await Recorder(Scripted.load(path), file, after=first).ask(request("two"))

    assert len(file.read_text(encoding="utf-8").splitlines()) == 2
