"""From files, folders and standard input to articles: the whole way, on one page.

`walk` says which files there are, `formats` which reader each is for, the readers what stands in
them, `finish` makes articles of that. What cannot be an article is named with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from summarize.article import Article
from summarize.read.options import AS_USUAL, Reading
from summarize.reported import Skipped

if TYPE_CHECKING:
    from summarize.read.finish import Finished

__all__ = ["Pile", "Reading", "read"]


@dataclass(frozen=True)
class Pile:
    """What was read, in the order of the sources.

    `fields[article.id][field]` says where a field came from: "first line", "sources.csv", "meta",
    "detected"; for a field that could not be used, why.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    fields: Mapping[str, Mapping[str, str]]


def read(
    sources: Sequence[str],
    *,
    now: datetime,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
    reading: Reading = AS_USUAL,
) -> Pile:
    """Read files, folders and `-` (standard input), retrieved at `now` (aware).

    `stdin` is the program's own where none is given. `progress` is called with the name of each
    file before it is read. `reading` says how, where the files do not. UsageError where a source
    does not exist; everything else that cannot be read is in `Pile.skipped`.
    """
    # Regex tables: not for `import summarize`.
    from summarize.read import addons, finish, formats, walk

    walk.check(sources)
    walked = walk.Walk()
    shelf = _Shelf({}, {}, [])
    installed = addons.Readers()
    for place in walked.places(sources):
        if isinstance(place, Skipped):
            shelf.skipped.append(place)
            continue
        if progress:
            progress(place.name)
        if addon := installed.of_source(place.spec) or installed.of_file(place.file):
            shelf.take(addon.read(), place.name)
            continue
        overrides = walked.overrides_of(place)
        for draft in formats.drafts(place, now, stdin, reading):
            if isinstance(draft, Skipped):
                shelf.skipped.append(draft)
            else:
                shelf.put(finish.finish(draft, overrides, now), draft.place.name)
    articles = tuple(made.article for made in shelf.made.values())
    origins = {key: made.origins for key, made in shelf.made.items()}
    return Pile(articles, tuple(shelf.skipped), origins)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Articles by id as they come in, the name under which each was first met, and the rest."""

    made: dict[str, Finished]
    names: dict[str, str]
    skipped: list[Skipped]

    def take(self, made: Iterable[Finished | Skipped], name: str) -> None:
        """All that a reader of another package gave of one SOURCE or file."""
        for one in made:
            self.put(one, name)

    def put(self, made: Finished | Skipped, name: str) -> None:
        """The same key and text again is the same article, read once."""
        if isinstance(made, Skipped):
            self.skipped.append(made)
        elif (key := made.article.id) in self.made:
            self.skipped.append(Skipped(name, f"same article as {self.names[key]}"))
        else:
            self.made[key], self.names[key] = made, name
