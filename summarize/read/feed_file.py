"""A feed as a file: each item with text is an article.

An item that has its whole text in the feed is that article; one with a summary only is a short
text with a link, and says so in where its text came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarize.read import feeds, fragment
from summarize.read.draft import FEWEST_WORDS_RECORD, Document, Draft, Field, Found
from summarize.reported import Skipped


def drafts(document: Document) -> Iterator[Draft | Skipped]:
    """The items of a feed in their order; one line where it is none."""
    place = document.place
    try:
        feed = feeds.parse_feed(document.stream.read(feeds.LARGEST + 1))
    except feeds.NoFeed as error:
        yield Skipped(place.name, error.what)
        return
    if not feed.items:
        yield Skipped(place.name, "a feed without items")
    if feed.left_out:
        yield Skipped(place.name, f"{feed.left_out} items after the first {feeds.MOST_ITEMS:,}")
    for number, item in enumerate(feed.items, 1):
        relative = f"{place.relative}:{number}" if place.relative else None
        spot = replace(place, name=f"{place.name}:{number}", relative=relative)
        made = found(item, feed)
        if made is None:
            yield Skipped(spot.name, "no text found")
        else:
            yield Draft(made, spot, FEWEST_WORDS_RECORD)


def found(item: feeds.FeedItem, feed: feeds.Feed) -> Found | None:
    """What an item says, with what its feed says of all; None where it has no text."""
    html = item.content or item.summary
    read = fragment.read(html)
    if not read.pieces:
        return None
    fields = {
        "title": item.title,
        "outlet": feed.title,
        "author": item.author,
        "url": item.link or "",
        "published": item.published.isoformat() if item.published else "",
        "language": feed.language,
    }
    known = {name: Field(value, "feed") for name, value in fields.items() if value}
    return Found(read.blocks, known, read.removed)
