"""A second asking: of what, in which words, and with how much room."""

from __future__ import annotations

import pytest

from summarize.errors import CutShort, Filtered, ModelError, ServerFailed, TooLong, WrongLanguage
from summarize.models.again import SAID, Again, clearer
from summarize.models.request import Reply, Request
from tests.models.asking import request


class Answers:
    """Raises or replies in turn, and remembers what it was asked."""

    def __init__(self, *answers: ModelError | Reply) -> None:
        self._answers = list(answers)
        self.asked: list[Request] = []

    async def ask(self, request: Request) -> Reply:
        self.asked.append(request)
        answer = self._answers.pop(0)
        if isinstance(answer, ModelError):
            raise answer
        return answer


async def test_a_good_reply_is_asked_for_once() -> None:
    inner = Answers(Reply("{}"))

    assert await Again(inner).ask(request()) == Reply("{}")
    assert len(inner.asked) == 1


async def test_a_second_asking_says_at_its_end_what_was_wrong() -> None:
    inner = Answers(WrongLanguage("not in English"), Reply("{}"))

    await Again(inner).ask(request())

    first, second = (one.messages[-1].content for one in inner.asked)
    assert second.startswith(first)
    assert "could not be used (WrongLanguage)" in second


async def test_what_fails_twice_raises_what_the_second_asking_said() -> None:
    inner = Answers(Filtered("a filter"), WrongLanguage("not in English"))

    with pytest.raises(WrongLanguage):
        await Again(inner).ask(request())
    assert len(inner.asked) == 2


@pytest.mark.parametrize("error", [ServerFailed("a 500"), TooLong("too long")], ids=repr)
async def test_what_asking_again_does_not_mend_is_not_asked_again(error: ModelError) -> None:
    inner = Answers(error)

    with pytest.raises(type(error)):
        await Again(inner).ask(request())
    assert len(inner.asked) == 1


def test_a_reply_that_was_cut_short_may_be_longer_and_is_to_be_shorter() -> None:
    second = clearer(request(max_output=500, longest_output=4_000), CutShort("cut"))

    assert second.max_output == 1_000
    assert "write half as much" in second.messages[-1].content


@pytest.mark.parametrize(("longest", "given"), [(700, 700), (0, 500), (400, 500)])
def test_a_longer_reply_stays_within_the_window(longest: int, given: int) -> None:
    second = clearer(request(max_output=500, longest_output=longest), CutShort("cut"))

    assert second.max_output == given


def test_only_a_reply_that_was_cut_short_gets_more_room() -> None:
    assert clearer(request(longest_output=4_000), Filtered("a filter")).max_output == 1_024


def test_the_added_words_are_counted() -> None:
    assert clearer(request(prompt_tokens=100), Filtered("a filter")).prompt_tokens == 100 + SAID
