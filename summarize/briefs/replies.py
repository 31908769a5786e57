"""From a reply to claims, by the table of the numbers that were shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from summarize.article import Quote
from summarize.claims import Call, Claim, Difference, Event, Extra, Quotation, claim_id, make_claim
from summarize.models.shapes import ArticleReply, Cited, Dated, Differing, StoryReply
from summarize.models.shapes import Said as SaidWords
from summarize.read.clean import line

LONGEST = 1_000  # characters of a sentence; DESIGN: what is longer is none
LONGEST_NAME = 100  # characters
LONGEST_MATTER = 200  # characters of what sources differ on
# Some times what the templates ask for; what a model that runs on writes after these is left out.
CLAIMS = 100  # of one reply: 2,000 words
PASSAGES = 20  # behind one sentence
NAMES = 8  # of a brief
QUOTATIONS = 3
EVENTS = 40
DIFFERENCES = 20
SIDES = 8
# Models write the marks into the sentence as well, though they are told where to put them: ours,
# those of the printed report (but not the 90s), and some have been taught others.
_MARKS = re.compile(
    r" ?[\[【]\^?(?:\d{1,6}(?:[ ,;–-]{1,3}\d{1,6}){0,40}"
    r"|\d{1,4}(?!s[\]】])[a-z]{1,2}(?:[ ,;–-]{1,3}\d{1,4}[a-z]{1,2}){0,40}"
    r"|\d{1,4}†[^\[\]【】]{0,80})[\]】]"
)
_QUOTE_MARKS = "\"'“”„«»‘’「」『』 "
_CLOSING = set("\"'”»’」』")


@dataclass(frozen=True, slots=True)
class Unfit:
    """A field that a template adds, or an entry of it, that is left out, and why.

    `kind` says it where several are told together.
    """

    field: str
    why: str
    kind: str


@dataclass(frozen=True)
class Notes:
    """What was said of a source: a brief in the making.

    `said_in` are the passages that have the words of `quotations`, whole, `calls` what was asked
    for all of it, in order. `extra` are the fields that the template adds, without those `unfit`.
    """

    bottom_line: Claim | None
    claims: tuple[Claim, ...]
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    said_in: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    differ: tuple[Difference, ...] = ()
    headline: int = 0
    calls: tuple[Call, ...] = ()
    extra: tuple[Extra, ...] = ()
    unfit: tuple[Unfit, ...] = ()


def notes_of(reply: ArticleReply, shown: Sequence[Quote], language: str) -> Notes:
    """The reply with its numbers put back into passages.

    The bottom line stands first among the claims, as rank 1. Names that stand in no cited or shown
    passage are left out.
    """
    sentences = (reply.bottom_line, *reply.claims[:CLAIMS])
    said = [claim_of(cited, shown, language) for cited in sentences]
    claims = ranked(claim for claim in said if claim is not None)
    text = " ".join(quote.text for quote in shown).casefold()
    first = said[0]
    said_words = list(_quotations(reply.quotations, shown))
    return Notes(
        bottom_line=claims[0] if first is not None and claims else None,
        claims=claims,
        who=_names(reply.who, text),
        where=_names(reply.where, text),
        quotations=tuple(quotation for quotation, _ in said_words),
        said_in=tuple(passage for _, passage in said_words if passage is not None),
        events=_events(reply, shown, language),
        differ=_differences(reply, shown, language),
        headline=reply.headline if isinstance(reply, StoryReply) else 0,
    )


def claim_of(cited: Cited, shown: Sequence[Quote], language: str, rank: int = 0) -> Claim | None:
    """A sentence and the passages behind its numbers; None where there is no sentence.

    A number that was not shown is no passage: a claim that is left with none fails the check.
    """
    text = plain(cited.text)
    if not re.search(r"\w", text):
        return None
    quotes = passages(cited.cites, shown)
    if not quotes:  # its id is of what was shown, so that it is not that of another article's
        return Claim(claim_id(text, shown[:1]), text, (), language, rank)
    return make_claim(text, quotes, language, rank)


def passages(cites: Sequence[int], shown: Sequence[Quote]) -> list[Quote]:
    """The passages behind some numbers, each once; of very many the first."""
    valid = dict.fromkeys(n for n in cites if 1 <= n <= len(shown))
    return [shown[n - 1] for n in islice(valid, PASSAGES)]


def plain(text: str, longest: int = LONGEST) -> str:
    """One line of what a model wrote, cleaned as an article is, without marks, not too long."""
    said = line(text[: 4 * LONGEST])
    while (bare := _MARKS.sub("", said)) != said:  # what is left may close to a mark again
        said = bare
    said = said.strip()
    return said if len(said) <= longest else said[: longest - 1] + "…"


def ranked(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims with their rank in order, each text once."""
    distinct: dict[str, Claim] = {}
    for claim in claims:
        distinct.setdefault(claim.text.casefold(), claim)
    return tuple(replace(claim, rank=n) for n, claim in enumerate(distinct.values(), 1))


def _names(names: Sequence[str], text: str) -> tuple[str, ...]:
    said = dict.fromkeys(plain(name) for name in names)
    return tuple(name for name in said if _is_name(name, text))[:NAMES]


def _is_name(name: str, text: str) -> bool:
    """Whether the case-folded text has the name. It is taken from there: nobody is invented."""
    return 0 < len(name) <= LONGEST_NAME and name.casefold() in text


def _quotations(
    said: Sequence[SaidWords], shown: Sequence[Quote]
) -> Iterator[tuple[Quotation, Quote | None]]:
    """Somebody's words as a span of the passage that has them; words that no passage has fail."""
    text_shown = " ".join(quote.text for quote in shown).casefold()
    for rank, one in enumerate(said[:QUOTATIONS], 1):
        words = plain(one.text).strip(_QUOTE_MARKS)
        if not re.search(r"\w", words):
            continue
        passage = next((p for p in passages(one.cites, shown) if words in p.text), None)
        quotes = (_with_marks(passage, words),) if passage else ()
        text = quotes[0].text if quotes else words
        name = plain(one.speaker)
        speaker = name if _is_name(name, text_shown) else None
        key = claim_id(text, quotes)
        yield Quotation(key, text, quotes, "und", rank, speaker=speaker), passage


def _with_marks(passage: Quote, words: str) -> Quote:
    """The span of some words, with the marks around them where both stand there."""
    text = passage.text
    start = text.find(words)
    end = start + len(words)
    stop = end + (text[end : end + 1] in {",", ".", "!", "?"})
    if start and text[start - 1] in _QUOTE_MARKS[:-1] and text[stop : stop + 1] in _CLOSING:
        start, end = start - 1, stop + 1
    return replace(
        passage, start=passage.start + start, end=passage.start + end, text=text[start:end]
    )


def _events(reply: ArticleReply, shown: Sequence[Quote], language: str) -> tuple[Event, ...]:
    dated: Sequence[Dated] = reply.timeline if isinstance(reply, StoryReply) else ()
    made = ((one, claim_of(one, shown, language)) for one in dated[:EVENTS])
    return tuple(
        Event(plain(one.date, LONGEST_NAME), claim) for one, claim in made if claim is not None
    )


def _differences(
    reply: ArticleReply, shown: Sequence[Quote], language: str
) -> tuple[Difference, ...]:
    """As proposed; `compare/` keeps those whose sides hold and come from different origins."""
    proposed: Sequence[Differing] = reply.differ if isinstance(reply, StoryReply) else ()
    found = []
    for one in proposed[:DIFFERENCES]:
        told = (claim_of(side, shown, language) for side in one.sides[:SIDES])
        sides = [claim for claim in told if claim is not None]
        if len(sides) > 1 and (about := plain(one.about, LONGEST_MATTER)):
            found.append(Difference(about, tuple(sides)))
    return tuple(found)
