"""Whether a reply is one: what its text and its finish reason say."""

from __future__ import annotations

from summarize.errors import CutShort, Declined, EmptyReply, Filtered
from summarize.read.clean import line


def judge(text: str | None, finish: str | None, refusal: str | None = None) -> str:
    """The text of a reply that ended well.

    `finish` is the server's own word for why it ended, `refusal` what the model said instead of an
    answer. Raises CutShort, Filtered, Declined or EmptyReply, the most telling one first.
    """
    if finish == "length":
        hint = "allow longer replies, or ask a model that reasons less"
        raise CutShort("the reply ended at the output limit", hint=hint)
    if finish == "content_filter":
        raise Filtered("the server's content filter stopped the reply")
    if refusal:
        raise Declined(f"the model declined: {refusal[:200]}")
    if text is None or not text.strip():
        raise EmptyReply(f"the reply is empty (finish reason {line((finish or 'not given')[:40])})")
    return text
