"""An explanation as lines for a person: each is one paragraph, to be wrapped behind its mark.

Whatever a stranger wrote stands behind a mark or inside a line that begins with words of ours: `|`
is what stands around a quote, `>` a quote or a claim. It is made safe by whoever prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarize.claims import Call, Writer
from summarize.models.exchanges import Exchange
from summarize.report.causes import VERDICTS, findings, in_marks, shown
from summarize.report.places import WITHHELD, Part, Placed
from summarize.report.why import Counted, Explanation, Given, Passage, Source
from summarize.templates.known import prompt_file

CARRIERS = 10  # of one origin that are named; the rest is counted


def explanation_lines(one: Explanation) -> Iterator[str]:
    """Everything about one claim."""
    yield from _claim(one)
    yield from ("", "## Passages", "")
    if not one.passages:
        yield from ("It cites none.", "")
    for passage in one.passages:
        yield from passage_lines(passage)
    if one.figures:
        yield from ("## Figures in these passages", "")
        for figure in one.figures:
            yield from _figure(figure)
    yield from ("## Who wrote it", "")
    for part in one.parts:
        yield from _part(part)
    if one.repairs:
        yield "It was asked for once more, with what was found against it."
        yield from _calls(one.repairs)


def _claim(one: Explanation) -> Iterator[str]:
    claim = one.claim
    withheld = any(place.where == WITHHELD for place in one.places)
    yield f"# Claim {claim.id}: {VERDICTS[claim.verdict.status]}{', withheld' if withheld else ''}"
    yield from ("", f"> {claim.text}", "")
    yield from (f"- {line}" for line in findings(claim.verdict.findings))
    if claim.judge is not None:
        judge = claim.judge
        yield f"- a second judge, {judge.model}, says {VERDICTS[judge.verdict]}: {judge.why}"
    if claim.origins:
        yield f"- origins of which one passage alone carries it: {claim.origins}"
    for part in dict.fromkeys(place.part for place in one.places):
        lists = dict.fromkeys(place.where for place in one.places if place.part == part)
        yield f"- stands in {part.name}: {', '.join(lists)}"


def listed_line(placed: Placed) -> str:
    """A claim on one line: its id, verdict, text, and the part it stands in."""
    claim = placed.claim
    verdict = VERDICTS[claim.verdict.status]
    return f"{claim.id}  {verdict}: {shown(claim.text)} ({placed.places[0].part.name})"


def exchange_lines(call: Call, exchange: Exchange) -> Iterator[str]:
    """The messages that were asked and the reply, each line of them behind a mark."""
    yield from (f"## {prompt_file(call.template)}, request {call.request[:12]}", "")
    if not exchange.messages:
        yield from ("What was asked was not kept: the answer is of an older version.", "")
    for message in exchange.messages:
        yield from _raw(message.role, message.content)
    yield from _raw("reply", exchange.reply)


def _raw(name: str, text: str) -> Iterator[str]:
    yield from (f"{name}:", "")
    yield from (f"| {line}" for line in text.expandtabs(4).splitlines())
    yield ""


def passage_lines(passage: Passage) -> Iterator[str]:
    """A passage: its mark and article, who else carries it, its words with those around them."""
    quote, article = passage.quote, passage.article
    mark = f"[{passage.mark}]" if passage.mark else "not cited on the page:"
    if article is None:
        yield f"{mark} article {quote.article}, which is not in the report"
    else:
        where = quote.locator
        page = f"p. {where.page}" if where.page else ""
        paragraph = f"¶ {where.paragraph}" if where.paragraph else ""
        day = article.day.isoformat() if article.day else "undated"
        yield f"{mark} {_joined(article.outlet, in_marks(article.title), day, page, paragraph)}"
        yield f"  {article.url}" if article.url else "  no address is known"
    yield from _origin(passage)
    if passage.kept == "not kept":
        yield "  its text is not in the report: only the quote is known"
    elif passage.kept == "altered":
        yield "  the text in the report reads otherwise at this place: summarize check tells more"
    yield ""
    said = (("|", passage.before), (">", quote.text), ("|", passage.after))
    yield from (f"{mark} {text}" for mark, text in said if text.strip())
    yield ""


def _origin(passage: Passage) -> Iterator[str]:
    if not passage.origin:
        return
    named = [f"{one.outlet} [{one.mark}]" for one in passage.carriers[:CARRIERS]]
    if more := len(passage.carriers) - len(named):
        named.append(f"{more} more")
    also = f"also carried by {', '.join(named)}" if named else "no other article carries it"
    yield f"  origin {passage.origin}: {also}"


def _figure(figure: Counted) -> Iterator[str]:
    unit = f" ({figure.unit})" if figure.unit and figure.unit not in figure.what else ""
    yield f"For {figure.what}{unit}:"
    yield ""
    yield from (f"- {_given(value)}" for value in figure.values)
    yield ""


def _given(value: Given) -> str:
    dated = f" as of {value.as_of.isoformat()}" if value.as_of else ""
    superseded = ", superseded" if value.superseded else ""
    return f"{value.text}{dated}{superseded}: {', '.join(map(_source, value.sources))}"


def _source(source: Source) -> str:
    return f"{source.outlet} [{source.mark}]" if source.mark else source.outlet


def _part(part: Part) -> Iterator[str]:
    mode = f", shown as {part.mode}" if part.mode and part.calls else ""
    yield f"For {part.name}: {_writer(part.writer)}{mode}"
    yield from _calls(part.calls)


def _writer(writer: Writer) -> str:
    who = writer.model or "a model"
    named = "the built-in selection, which asks nobody" if writer.kind == "extractive" else who
    return f"{named} ({writer.why})" if writer.why else named


def _calls(calls: Iterable[Call]) -> Iterator[str]:
    for call in calls:
        yield f"- prompt {prompt_file(call.template)} {call.hash}"
        yield f"  request {call.request}"
        yield f"  key {call.key or '(the answer was not kept)'}"
    yield ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
