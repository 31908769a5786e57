"""A request to ask the test server."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from summarize.article import Quote
from summarize.models.request import Message, Request, Sending
from summarize.models.shapes import ArticleReply

SENTENCES = (
    "The council of Port Ardle opened the new bridge on Monday.",
    "It cost 12 million crowns, the mayor said.",
    "The ferry will run until the end of the month.",
)


def request(about: str = "", **changes: Any) -> Request:
    """A request about the bridge; `about` makes it another prompt."""
    shown = "\n".join(f"[{n}] {text}" for n, text in enumerate(SENTENCES, 1))
    messages = (Message("system", "You write briefs."), Message("user", f"{about}\n{shown}"))
    quotes = tuple(Quote("a" * 12, 0, len(text), text) for text in SENTENCES)
    made = Request("article", messages, ArticleReply, label="a bridge", quotes=quotes)
    return replace(made, **changes)


def put(**sending: Any) -> Request:
    """The request, put to the server in this way."""
    return request(sending=Sending(**sending))
