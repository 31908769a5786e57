from __future__ import annotations

import pytest

from summarize.errors import BadReply, CutShort, Declined, EmptyReply, Filtered
from summarize.models.finish import judge


@pytest.mark.parametrize("finish", ["stop", "eos", None])
def test_a_reply_that_ended_well_is_its_text(finish: str | None) -> None:
    assert judge("  Two towns.\n", finish) == "  Two towns.\n"


@pytest.mark.parametrize(
    ("text", "finish", "refusal", "kind"),
    [
        ("Two tow", "length", None, CutShort),
        (None, "length", None, CutShort),
        (None, "content_filter", None, Filtered),
        (None, "stop", "I cannot help with that.", Declined),
        (None, None, None, EmptyReply),
        (" \n", "stop", None, EmptyReply),
    ],
)
def test_a_reply_that_is_none_says_why(
    text: str | None, finish: str | None, refusal: str | None, kind: type[BadReply]
) -> None:
    with pytest.raises(kind):
        judge(text, finish, refusal)


def test_what_the_model_declined_with_is_told() -> None:
    with pytest.raises(Declined, match="declined: I cannot help"):
        judge(None, "stop", "I cannot help with that.")
