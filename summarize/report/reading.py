"""A report read back from its file: the same nouns as those of the run that wrote it."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from summarize.article import Article, Locator, Quote
from summarize.claims import (
    Agreement,
    Brief,
    Claim,
    Difference,
    Event,
    Extra,
    Figure,
    Finding,
    Gap,
    Highlight,
    Opinion,
    Overview,
    Quotation,
    Said,
    Section,
    StoryBrief,
    Value,
    Verdict,
    Writer,
)
from summarize.edition import Change, Numbered, Previous
from summarize.errors import ReportFault
from summarize.report.claim_file import (
    ClaimFile,
    ExtraFile,
    FigureFile,
    QuotationFile,
    QuoteFile,
    ValueFile,
)
from summarize.report.file import (
    ArticleBriefFile,
    ArticleFile,
    ChangeFile,
    GapFile,
    MethodFile,
    OverviewFile,
    ReportFile,
    StoryFile,
    WriterFile,
)
from summarize.reported import Header, Method, Report, Skipped, StoryReport, Tokens, Withheld


@dataclass(frozen=True)
class Loaded:
    """A report and what its file says of the texts.

    `without_text` are the ids of articles whose text was not kept, `altered` of those whose text is
    not the one that was read when the report was made. `counts` are those of claims that it tells.
    """

    report: Report
    without_text: frozenset[str]
    altered: frozenset[str]
    counts: Mapping[str, int] | None = None


def load(path: Path) -> Loaded:
    """The report in the file `path`. ReportFault says what is wrong with it, and where."""
    try:
        text = path.read_bytes().removeprefix(BOM_UTF8)
    except OSError as error:
        raise ReportFault(
            f"cannot read {path}: {error.strerror}", hint="name a report.json"
        ) from None
    return loads(text, str(path))


def loads(text: bytes | str, name: str) -> Loaded:
    """The report that `text` holds, called `name` in a ReportFault that says what is wrong."""
    try:
        file = ReportFile.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "the file"
        raise ReportFault(
            f"{name} is no report.json: {where}: {first['msg']}",
            hint="make one with -o report.json",
        ) from None
    report = _report(file)
    digests = {article.id: article.sha256 for article in file.articles}
    without = frozenset(article.id for article in file.articles if article.text is None)
    altered = (
        article.id
        for article in report.articles
        # One that was read with its text and still has an id that was kept is not of that text.
        if article.id not in without
        and (article.kept_id is not None or article.sha256 != digests[article.id])
    )
    counts = file.counts.model_dump() if file.counts else None
    return Loaded(report, without, frozenset(altered), counts)


def _report(file: ReportFile) -> Report:
    head = file.overview or OverviewFile(writer=file.method.writer)
    overview = Overview(
        _writer(head.writer),
        _claims(file.bottom_line),
        tuple(Highlight(h.story, _claim(h.claim), h.mark) for h in file.highlights),
        calls=tuple(head.calls),
        extra=_extra(file.extra),
    )
    return Report(
        kind=file.kind,
        title=file.title,
        header=Header(**{name: said or "" for name, said in file.header.model_dump().items()}),
        as_of=file.as_of,
        period=(file.period.first, file.period.last),
        language=file.language,
        overview=overview,
        stories=tuple(_story(story) for story in file.stories),
        briefs=tuple(_brief(brief) for brief in file.briefs),
        articles=tuple(_article(article) for article in file.articles),
        key_figures=_figures(file.key_figures),
        gaps=tuple(_gap(gap) for gap in file.gaps),
        skipped=tuple(Skipped(entry.source, entry.reason) for entry in file.skipped),
        withheld=tuple(Withheld(w.story, _claim(w.claim), w.article) for w in file.withheld),
        method=_method(file.method),
        series=file.series,
        partial=file.partial,
        missing=tuple(file.missing),
        excluded=file.excluded,
        numbered=Numbered(file.number, file.revision or 0) if file.number else None,
        previous=Previous(**file.previous.model_dump()) if file.previous else None,
        changes=tuple(_change(change) for change in file.changes),
        quiet={entry.story: entry.headline for entry in file.quiet},
        editions={a.id: a.edition for a in file.articles if a.edition is not None},
    )


def _change(change: ChangeFile) -> Change:
    before, after = (_claim(c) if c else None for c in (change.before, change.after))
    return Change(change.kind, change.story, before, after)


def _claims(claims: Sequence[ClaimFile]) -> tuple[Claim, ...]:
    return tuple(_claim(claim) for claim in claims)


def _claim(claim: ClaimFile) -> Claim:
    return Claim(
        claim.id,
        claim.text,
        _quotes(claim.quotes),
        claim.language,
        claim.rank,
        Verdict(claim.verdict, tuple(Finding(f.kind, f.text, f.why) for f in claim.findings)),
        claim.origins,
        Opinion(**claim.judge.model_dump()) if claim.judge else None,
    )


def _quotation(said: QuotationFile) -> Quotation:
    one = _claim(said)
    return Quotation(
        one.id,
        one.text,
        one.quotes,
        one.language,
        one.rank,
        one.verdict,
        one.origins,
        one.judge,
        said.speaker,
    )


def _extra(extra: ExtraFile) -> tuple[Extra, ...]:
    return tuple(Extra(name, _said(value)) for name, value in extra.items())


def _said(value: ClaimFile | list[ClaimFile] | list[str] | str | float | None) -> Said:
    if isinstance(value, list):
        return tuple(_said(entry) for entry in value)  # type: ignore[return-value] # all of a kind
    return _claim(value) if isinstance(value, ClaimFile) else value


def _quotes(quotes: Sequence[QuoteFile]) -> tuple[Quote, ...]:
    return tuple(
        Quote(q.article, q.start, q.end, q.text, Locator(**q.locator.model_dump()), q.translation)
        for q in quotes
    )


def _figures(figures: Sequence[FigureFile]) -> tuple[Figure, ...]:
    return tuple(Figure(f.what, f.unit, tuple(_value(v) for v in f.values)) for f in figures)


def _value(value: ValueFile) -> Value:
    number = value.value
    read = tuple(map(_number, number)) if isinstance(number, tuple) else _number(number)
    quotes = _quotes(value.quotes)
    return Value(read, value.text, value.as_of, value.origins, quotes, value.superseded)  # type: ignore[arg-type] # two in, two out


def _number(number: float | None) -> float:
    """JSON has no word for a number too large to be one."""
    return float("inf") if number is None else number


def _brief(brief: ArticleBriefFile) -> Brief:
    return Brief(
        article=brief.article,
        writer=_writer(brief.writer),
        headline=brief.headline,
        bottom_line=_claim(brief.bottom_line) if brief.bottom_line else None,
        claims=_claims(brief.claims),
        who=tuple(brief.who),
        where=tuple(brief.where),
        when=tuple(brief.when),
        figures=_figures(brief.figures),
        quotations=tuple(_quotation(said) for said in brief.quotations),
        sections=tuple(Section(s.heading, tuple(s.claims)) for s in brief.sections),
        calls=tuple(brief.calls),
        extra=_extra(brief.extra),
    )


def _story(story: StoryFile) -> StoryReport:
    brief = StoryBrief(
        story=story.id,
        writer=_writer(story.writer),
        headline=story.headline,
        bottom_line=_claim(story.bottom_line) if story.bottom_line else None,
        claims=_claims(story.claims),
        who=tuple(story.who),
        where=tuple(story.where),
        quotations=tuple(_quotation(said) for said in story.quotations),
        timeline=tuple(Event(event.date, _claim(event.claim)) for event in story.timeline),
        figures=_figures(story.figures),
        agree=tuple(Agreement(_claim(a.claim), a.origins) for a in story.agree),
        differ=tuple(Difference(d.about, _claims(d.sides)) for d in story.differ),
        single_source=_claims(story.single_source),
        only=tuple(story.only),
        mode=story.mode,
        calls=tuple(story.calls),
        extra=_extra(story.extra),
    )
    origins = tuple((origin.name, tuple(origin.articles)) for origin in story.origins)
    return StoryReport(
        id=story.id,
        articles=tuple(story.articles),
        origins=origins,
        brief=brief,
        also=tuple(story.also),
        mark=story.mark,
        was=story.was,
        continues=tuple(story.continues),
        origins_total=story.origins_total,
        new=frozenset(story.new),
    )


def _article(article: ArticleFile) -> Article:
    kept = {"headings", "pages", "text", "declared"}
    known = article.model_dump(exclude={"id", "sha256", "edition", *kept})
    read = Article(
        **known,
        text=article.text or "",
        headings=tuple(article.headings),
        pages=tuple(article.pages),
        declared=article.declared,
    )
    return read if read.id == article.id else replace(read, kept_id=article.id)


def _gap(gap: GapFile) -> Gap:
    return Gap(gap.text, gap.kind, gap.date, _quotes(gap.quotes))


def _writer(writer: WriterFile) -> Writer:
    return Writer(writer.kind, writer.model, writer.why)


def _method(method: MethodFile) -> Method:
    return Method(
        **method.model_dump(exclude={"writer", "tokens", "edits", "repairs", "notes"}),
        writer=_writer(method.writer),
        tokens=Tokens(**method.tokens.model_dump()),
        edits=tuple(method.edits),
        repairs={id_: tuple(calls) for id_, calls in method.repairs.items()},
        notes=tuple(method.notes),
    )
