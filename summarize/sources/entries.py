"""The items of a feed: the newest, what tells whether one changed, and its text in the feed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time

from summarize.read import feed_file, finish, fragment
from summarize.read.draft import FEWEST_WORDS, FEWEST_WORDS_RECORD, Draft, Field, Place
from summarize.read.feeds import Feed, FeedItem
from summarize.read.finish import Finished
from summarize.reported import Skipped
from summarize.sources.pages import Manner

# Words that only a whole article has: the summaries of feeds have 20 to 80.
WHOLE = 150
# The end of a text that goes on elsewhere: "… Read more", "[...]".
_CUT = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})[^.…]{0,60}$")
_FOOTER = re.compile(
    r"\s*The post .{1,300} (?:appeared first|first appeared) on .{1,200}$", re.DOTALL
)
_END = 700  # characters at the end of a text that hold both: a long text is not gone through


def newest(items: Sequence[FeedItem], most: int) -> list[FeedItem]:
    """So many of the newest items; in the order of the feed where one of them has no date."""
    if all(item.published for item in items):
        return sorted(items, key=_moment, reverse=True)[:most]
    return list(items[:most])


def latest(items: Sequence[FeedItem]) -> datetime | None:
    """When the newest item was published, aware; None where none has a date."""
    return max((_moment(item) for item in items if item.published), default=None)


def name_of(item: FeedItem) -> str:
    """What an item is known by in its feed."""
    name = item.id or item.link
    if name and name.isprintable():
        return name
    # What stores cannot keep, such as half a surrogate pair, must not end the keeping.
    return hashlib.sha256((name or item.title).encode("utf-8", "surrogatepass")).hexdigest()


def digest(item: FeedItem) -> str:
    """What changes when the entry does; not with counters and addresses of pictures in its HTML."""
    day = item.published.isoformat() if item.published else ""
    said = (
        item.title,
        item.link,
        day,
        item.updated,
        *map(fragment.plain, (item.summary, item.content)),
    )
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def fields_of(item: FeedItem) -> Mapping[str, Field]:
    """What the feed says of an item that its page may not."""
    said = {
        "title": item.title,
        "author": item.author,
        "published": item.published.isoformat() if item.published else "",
    }
    return {name: Field(value, "feed") for name, value in said.items() if value}


def text_of(item: FeedItem, feed: Feed, manner: Manner) -> Finished | Skipped:
    """The article that the feed itself has."""
    found = feed_file.found(item, feed)
    place = Place(item.link or item.title or name_of(item))
    if found is None:
        return Skipped(place.name, "no text found")
    least = FEWEST_WORDS if item.link else FEWEST_WORDS_RECORD
    return finish.finish(Draft(found, place, least), {}, manner.now)


def is_whole(read: Finished | Skipped) -> bool:
    """Whether a text of a feed is the whole article."""
    if isinstance(read, Skipped) or finish.refusal(read.article.text, WHOLE):
        return False
    return not _CUT.search(_FOOTER.sub("", read.article.text[-_END:]).rstrip())


def _moment(item: FeedItem) -> datetime:
    day: date | None = item.published
    if isinstance(day, datetime):
        return day
    return datetime.combine(day or date.min, time(), UTC)
