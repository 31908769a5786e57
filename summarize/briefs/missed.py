"""What the model did not write: noted as it happens, told once for each cause.

Which brief it was stands with that brief in the report; here they are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.errors import (
    BadReply,
    Busy,
    CapReached,
    Disconnected,
    KeyRefused,
    ModelError,
    NoCredit,
    NoScriptedReply,
    NoSuchModel,
    Refused,
    ServerFailed,
    Stopped,
    TookTooLong,
    Unreachable,
)
from summarize.stories.story import Story

# "alone" is the brief of an article that no other origin tells: in a report of stories, its story.
What = Literal["story", "alone", "article", "part", "overview", "repair", "pair"]

_BUILT_IN = "the built-in writer"
_SHORT: dict[type[ModelError], str] = {
    Unreachable: "{model} could not be reached",
    KeyRefused: "the key for {model} was refused",
    NoCredit: "there is no credit for {model}",
    NoSuchModel: "the server does not know {model}",
    CapReached: "the limit of the run was reached",
    Busy: "{model} took no more requests",
    ServerFailed: "the server of {model} failed",
    Disconnected: "the connection to {model} broke",
    TookTooLong: "{model} did not answer in time",
    Refused: "{model} refused what was asked",
    NoScriptedReply: "the script has no reply",
    Stopped: "the run was interrupted",
    BadReply: "{model} gave no usable answer",
}


@dataclass(frozen=True, slots=True)
class Missed:
    """One thing that the model did not write: what it is, its `name` in a sentence, and why.

    `article` is the id of the one whose brief it is.
    """

    what: What
    name: str
    error: ModelError
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """What the model was to write: so many stories, and briefs of single articles beside them.

    `stories` is None in a report of article briefs, which has none.
    """

    stories: int | None
    articles: int


def whole(stories: Collection[Story], *, headed: bool) -> Whole:
    """Only a report of stories is headed by an overview; the others are of article briefs."""
    if not headed:
        return Whole(None, len(stories))
    beside = (len(one.origins) for one in stories if len(one.origins) > 1)
    return Whole(len(stories), sum(beside))


def root(error: ModelError) -> ModelError:
    """The error itself, or the one for which asking had ended before."""
    return error.because if isinstance(error, Stopped) and error.because else error


def in_short(missed: Sequence[Missed], model: str) -> str:
    """The most frequent cause in a few words."""
    causes = Counter(root(one.error).cause for one in missed)
    most = causes.most_common(1)[0][0]
    error = next(root(one.error) for one in missed if root(one.error).cause == most)
    said = next((said for kind, said in _SHORT.items() if isinstance(error, kind)), None)
    return (said or _SHORT[BadReply]).format(model=model)


def in_order(missed: Iterable[Missed], place: Mapping[str, int]) -> list[Missed]:
    """In the order of the report, whatever the order in which calls ended; others come last.

    `place` is that of articles by id.
    """
    last = len(place)
    return sorted(
        missed, key=lambda one: (place.get(one.article or "", last), one.name, str(one.error))
    )


def by_cause(missed: Sequence[Missed], whole: Whole, *, stood_in: bool) -> tuple[str, ...]:
    """A line for each cause, in order of appearance; it says once why, and how much of what.

    `stood_in` says that the built-in writer wrote it, else nobody did.
    """
    groups: dict[str, list[Missed]] = {}
    for one in missed:
        groups.setdefault(root(one.error).cause, []).append(one)
    return tuple(_line(group, whole, stood_in) for group in groups.values())


def _line(group: Sequence[Missed], whole: Whole, stood_in: bool) -> str:
    written = _joined(_written(group, whole))
    who = f"{_BUILT_IN} wrote {written}" if stood_in else f"{written} left out"
    repairs = sum(one.what == "repair" for one in group)
    claims = "1 claim that failed its check was" if repairs == 1 else ""
    claims = claims or f"{repairs} claims that failed their checks were"
    pairs = sum(one.what == "pair" for one in group)
    by_words = f"{pairs} doubtful {'pair was' if pairs == 1 else 'pairs were'} grouped by words"
    parts = [
        who if written else "",
        f"{claims} not repaired" if repairs else "",
        by_words if pairs else "",
    ]
    return f"{root(group[0].error).what}: {'; '.join(filter(None, parts))}"


def _written(group: Sequence[Missed], whole: Whole) -> list[str]:
    """What of the whole, in words; all the stories say that there is nothing else."""
    names: dict[What, list[str]] = {}
    for one in group:
        names.setdefault(one.what, []).append(one.name)
    alone, articles = names.get("alone", []), names.get("article", [])
    stories = names.get("story", []) + alone
    if whole.stories is None:
        told = [_some(stories + articles, whole.articles, "briefs")]
    elif stories and whole.stories == len(stories):
        return [_some(stories, whole.stories, "stories")]
    else:
        told = [
            _some(stories, whole.stories, "stories"),
            _some(articles, whole.articles, "article briefs"),
        ]
    parts = names.get("part", [])
    told.append(parts[0] if len(parts) == 1 else f"parts of {len(parts)} briefs" if parts else "")
    return [one for one in (*told, *names.get("overview", [])) if one]


def _some(names: Sequence[str], of: int, what: str) -> str:
    """One by its name, more by their number."""
    if len(names) < 2:
        return "".join(names)
    return f"all {of} {what}" if len(names) == of else f"{len(names)} of {of} {what}"


def _joined(words: Sequence[str]) -> str:
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last
