"""The head of a report: what a reader gets without scrolling.

It fits 25 lines of 80 columns. Corrections to the last report are counted first, three of them at
most. Where the rest does not fit, highlights go first, down to three; then the last sentences of
the bottom line become highlights; then the other highlights go.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from summarize.claims import Highlight
from summarize.report.change_view import since
from summarize.report.credit import credit
from summarize.report.desk import Desk, cite, span_of_days
from summarize.report.escape import escape_markdown, fold
from summarize.report.families import story_of
from summarize.report.labels import labels_for
from summarize.report.story_view import outlets_of
from summarize.report.view import Changed, Cited, Head, HighlightLine, Link
from summarize.report.walk import claims_of_story, tally

LINES = 25  # DESIGN §6
COLUMNS = 80
BOTTOM_LINE = 3  # sentences
HIGHLIGHTS = 5
CORRECTED = 3  # corrections; further ones have a section of their own
MISSING = 2  # causes for which something is missing; more are told under How this was made
ENOUGH = 3  # highlights that are worth more than a further sentence of the bottom line


def view_head(desk: Desk, links: Mapping[str, Link], corrections: Sequence[Changed] = ()) -> Head:
    """The head; `links` leads from the id of each story on the page to its place.

    `corrections` are all to the last report, of which it has the first.
    """
    report = desk.report
    title, status = _title(desk), _status(desk)
    missing = _summed(desk)
    incomplete = (missing or desk.labels.say("ended_early")) if report.partial else ""
    note = " · ".join(
        part for part in (_many_withheld(desk), not report.partial and missing) if part
    )
    lead = f"**{desk.labels.say('bottom_line')}** —"
    lines = [cite(desk, claim) for claim in report.overview.bottom_line[:BOTTOM_LINE]]
    marked = _marked(desk, links)
    marking, imprint = fold(report.header.marking), _imprint(desk)
    marked_status = f"{marking} · {status}" if marking else status
    taken = sum(_rows(text) + 1 for text in (f"# {title}", marked_status, imprint) if text)
    taken += sum(_rows(f"**INCOMPLETE: {text}**") + 1 for text in (incomplete, note) if text)
    corrected = corrections[:CORRECTED]
    taken += sum(_rows(_raw_changed(one)) for one in corrected) + 3 * bool(corrected)
    sentences, highlights = _fit(
        [_rows(" ".join([lead, *map(_raw, lines[:n])])) for n in range(len(lines) + 1)],
        [_rows("- " + _raw_highlight(line)) for line in marked],
        LINES + 1 - taken,  # the blank line after the head is not of it
    )
    return Head(
        title=title,
        status=status,
        incomplete=incomplete,
        note=note,
        bottom_line=tuple(lines[:sentences]),
        highlights=tuple(marked[sentences : sentences + highlights]),
        corrections=tuple(corrected),
        marking=marking,
        imprint=imprint,
    )


def _imprint(desk: Desk) -> str:
    """`Produced by Valley Ledger · contact: desk@ledger.example · next report: tomorrow`."""
    header, labels = desk.report.header, desk.labels
    said = [
        labels.say("produced_by", name=header.producer) if header.producer else "",
        labels.say("contact", address=header.contact) if header.contact else "",
        labels.say("next_report", when=header.next_report) if header.next_report else "",
    ]
    text = fold(" · ".join(part for part in said if part))
    return text[:1].upper() + text[1:]


def _title(desk: Desk) -> str:
    """`Daily brief No. 4`; a title that nobody gave is in the language of the labels."""
    report, numbered = desk.report, desk.report.numbered
    title = report.title
    if title == labels_for(report.language).say(f"title_{report.kind}"):
        title = desk.labels.say(f"title_{report.kind}")
    number = desk.labels.say("number", n=numbered) if numbered else ""
    return f"{title} {number}".strip()


def _summed(desk: Desk) -> str:
    """Why something is missing, and what; of many causes the first, and how many more there are."""
    missing = desk.report.missing
    if len(missing) > MISSING:
        more = desk.labels.count("more_missing", len(missing) - 1)
        missing = (missing[0], more)
    return " · ".join(missing)


def _many_withheld(desk: Desk) -> str:
    counts = tally(desk.report)
    if not counts.many_withheld:
        return ""
    return desk.labels.say("many_withheld", withheld=counts.withheld, all=counts.all)


def _status(desk: Desk) -> str:
    report, labels = desk.report, desk.labels
    ids = [article.id for article in report.own_articles]
    origins = sum(story_of(story, desk.articles).independent for story in report.stories)
    read = [labels.count("articles", len(ids))]
    if origins:
        read.append(labels.count("origins", origins))
    read.append(labels.count("outlets", len(outlets_of(desk, ids))))
    counts = tally(report)
    covered = span_of_days(desk, [day for day in report.period if day is not None])
    parts = [
        labels.say("as_of", date=report.as_of.isoformat()),
        labels.say("compared_with", edition=since(desk)) if report.previous else "",
        "" if set(report.period) == {report.as_of} else covered,
        labels.say("narrows").join(read),
        credit(desk),
        labels.say(
            "checked",
            supported=counts.supported,
            unchecked=counts.unchecked,
            withheld=counts.withheld,
        ),
    ]
    return " · ".join(part for part in parts if part)


def _marked(desk: Desk, links: Mapping[str, Link]) -> list[HighlightLine]:
    """The sentences of the bottom line as highlights, then the highlights: a queue to show from."""
    overview = desk.report.overview
    story_of = {
        claim.id: story.id
        for story in desk.report.stories
        for claim in claims_of_story(story.brief)
    }
    first = [Highlight(story_of.get(c.id, ""), c) for c in overview.bottom_line[:BOTTOM_LINE]]
    return [_highlight(desk, h, links) for h in [*first, *overview.highlights]]


def _highlight(desk: Desk, highlight: Highlight, links: Mapping[str, Link]) -> HighlightLine:
    mark = highlight.mark
    said = desk.labels.say(f"mark_{mark.lower()}") if mark else ""
    return HighlightLine(said, cite(desk, highlight.claim), links.get(highlight.story))


def _fit(paragraphs: Sequence[int], highlights: Sequence[int], room: int) -> tuple[int, int]:
    """How many sentences and highlights fit into `room` rows.

    `paragraphs[n]` are the rows of a bottom line of n sentences, `highlights` those of each
    of its sentences as a highlight, and of the highlights.
    """
    most = len(paragraphs) - 1
    fitting = []
    for n in range(most, min(most, 1) - 1, -1):
        queue = highlights[n : n + HIGHLIGHTS]
        left = room - (paragraphs[n] + 1 if n else 0)
        fitting.append((n, _fitting(queue, left)))
        if fitting[-1][1] >= min(ENOUGH, len(queue)):
            return fitting[-1]
    return fitting[-1]


def _fitting(rows: Sequence[int], room: int) -> int:
    """How many highlights fit under their heading, with a blank line before and after them."""
    return max((n for n in range(1, len(rows) + 1) if sum(rows[:n]) + 3 <= room), default=0)


def _raw(cited: Cited) -> str:
    marks = "".join(f" [{mark}]" for mark in cited.marks)
    return escape_markdown(cited.text) + marks + "".join(f" ({note})" for note in cited.notes)


def _raw_highlight(line: HighlightLine) -> str:
    link = f" ([{line.link.text}](#{line.link.anchor}))" if line.link else ""
    return (f"**{line.mark}** " if line.mark else "") + _raw(line.cited) + link


def _raw_changed(changed: Changed) -> str:
    said = f"- {changed.about}: {_raw(changed.before)} → {_raw(changed.after)}"
    return said + (f" ([{changed.link.text}](#{changed.link.anchor}))" if changed.link else "")


def _rows(text: str) -> int:
    """Lines of 80 columns; an East Asian character takes two columns."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return -(-(len(text) + wide) // COLUMNS) or 1
