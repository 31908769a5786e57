"""Invented news, built into reports by hand: a dam, a vaccine, a strike, a fair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from summarize.article import Article, Quote
from summarize.claims import (
    EXTRACTIVE,
    Agreement,
    Brief,
    Claim,
    Difference,
    Event,
    Figure,
    Finding,
    Gap,
    Highlight,
    Overview,
    Quotation,
    Section,
    StoryBrief,
    Value,
    Verdict,
    make_claim,
)
from summarize.reported import Method, Report, Skipped, StoryReport, Withheld

RETRIEVED = datetime(2026, 3, 12, 6, 0, tzinfo=UTC)
SUPPORTED = Verdict("supported")

DAM_WIRE = (
    "The spillway of the Varno dam gave way on Tuesday night and flooded the lower town of "
    "Ostrel.\n\nTwenty-six people were killed, the district office said. More than 4,000 residents "
    "were moved to schools.\n\n“We heard it before we saw it,” said Mayor Ilse Tarn.\n\n"
    "Repairs to the spillway were ordered on 9 March. The order was confirmed on 10 March. "
    "An inquiry opens on 15 March."
)
DAM_LEDGER = (
    "The Varno dam's spillway gave way late on Tuesday, flooding the lower town of Ostrel.\n\n"
    "Thirty-one people were killed, rescuers said on Wednesday. The reservoir had stood 2 metres "
    "above its limit since Sunday."
)
VACCINE = (
    "Health officers in Lethe County began a measles vaccination drive on Monday.\n\n"
    "They expect to reach 12,000 children by June."
)


def article(key: str, outlet: str, day: int, text: str, **more: object) -> Article:
    made = Article(
        key=key,
        title=key.replace("-", " ").capitalize(),
        text=text,
        retrieved=RETRIEVED,
        outlet=outlet,
        url=f"https://news.example/{key}",
        published=date(2026, 3, day),
        language="en",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def passage(source: Article, words: str) -> Quote:
    start = source.text.index(words)
    return source.quote(start, start + len(words))


def claim(source: Article, words: str, rank: int = 1, *others: Quote) -> Claim:
    """A supported claim in the words of `source`, carried by the passages of `others` too."""
    first = passage(source, words)
    made = make_claim(first.text, [first], source.language, rank)
    carried = len({quote.article for quote in (first, *others)})
    return replace(made, quotes=(first, *others), verdict=SUPPORTED, origins=carried)


def quotation(source: Article, words: str, speaker: str | None) -> Quotation:
    one = claim(source, words)
    return Quotation(one.id, one.text, one.quotes, one.language, 1, one.verdict, 1, speaker=speaker)


@pytest.fixture
def wire() -> Article:
    return article("dam-spillway-fails-above-ostrel", "Harbor Courier", 11, DAM_WIRE)


@pytest.fixture
def copy() -> Article:
    return article("spillway-failure-floods-town", "Northern Post", 11, DAM_WIRE)


@pytest.fixture
def ledger() -> Article:
    return article("thirty-one-dead-at-varno", "Valley Ledger", 11, DAM_LEDGER, author="Mara Quill")


@pytest.fixture
def vaccine() -> Article:
    return article("measles-drive-begins-in-lethe", "Lethe Record", 10, VACCINE)


@pytest.fixture
def dam(wire: Article, copy: Article, ledger: Article) -> StoryReport:
    """Two origins, three outlets; figures differ; a timeline that stands on fresh sentences."""
    main = claim(
        wire,
        "The spillway of the Varno dam gave way on Tuesday night and flooded the lower town of "
        "Ostrel.",
        1,
        passage(
            ledger,
            "The Varno dam's spillway gave way late on Tuesday, flooding the lower town of Ostrel.",
        ),
    )
    moved = claim(wire, "More than 4,000 residents were moved to schools.", 2)
    level = claim(ledger, "The reservoir had stood 2 metres above its limit since Sunday.", 3)
    killed = (
        claim(wire, "Twenty-six people were killed, the district office said.", 4),
        claim(ledger, "Thirty-one people were killed, rescuers said on Wednesday.", 5),
    )
    events = (
        Event("2026-03-10", claim(wire, "The order was confirmed on 10 March.", 7)),
        Event("2026-03-09", claim(wire, "Repairs to the spillway were ordered on 9 March.", 6)),
        Event("2026-03-15", claim(wire, "An inquiry opens on 15 March.", 8)),
        Event("2026-03-10", main),
    )
    figure = Figure(
        "people killed",
        "people",
        (
            Value(26.0, "26", date(2026, 3, 11), 1, killed[0].quotes),
            Value(31.0, "31", date(2026, 3, 11), 1, killed[1].quotes),
        ),
    )
    brief = StoryBrief(
        story="dam1",
        writer=EXTRACTIVE,
        headline="Varno dam spillway fails",
        bottom_line=main,
        claims=(main, moved, level),
        who=("Ilse Tarn",),
        where=("Ostrel",),
        quotations=(
            quotation(wire, "“We heard it before we saw it,” said Mayor Ilse Tarn.", "Ilse Tarn"),
        ),
        timeline=events,
        figures=(figure,),
        agree=(Agreement(main, 2),),
        differ=(Difference("people killed", killed),),
        single_source=(moved, level),
        only=(moved.id, level.id),
    )
    ids = (wire.id, copy.id, ledger.id)
    origins = (("Newswire", (wire.id, copy.id)), ("Valley Ledger", (ledger.id,)))
    return StoryReport("dam1", ids, origins, brief)


@pytest.fixture
def drive(vaccine: Article) -> StoryReport:
    """One article alone."""
    main = claim(
        vaccine, "Health officers in Lethe County began a measles vaccination drive on Monday.", 1
    )
    reach = claim(vaccine, "They expect to reach 12,000 children by June.", 2)
    brief = StoryBrief("drive1", EXTRACTIVE, "Measles drive begins in Lethe", main, (main, reach))
    return StoryReport("drive1", (vaccine.id,), (("Lethe Record", (vaccine.id,)),), brief)


@pytest.fixture
def method() -> Method:
    return Method(EXTRACTIVE, {"report/situation.md.j2": "0123456789ab"}, None, 0.5)


@pytest.fixture
def daily(
    wire: Article,
    copy: Article,
    ledger: Article,
    vaccine: Article,
    dam: StoryReport,
    drive: StoryReport,
    method: Method,
) -> Report:
    """Two stories, four articles, everything filled that a first edition can fill."""
    lead, second = dam.brief.bottom_line, drive.brief.bottom_line
    assert lead is not None
    assert second is not None
    lost = make_claim("Forty people were killed.", [passage(wire, "Twenty-six people")], "en", 1)
    lost = replace(lost, verdict=Verdict("unsupported", (Finding("number", "40", "not there"),)))
    announced = passage(wire, "An inquiry opens on 15 March.")
    return Report(
        kind="daily",
        title="Daily brief",
        as_of=date(2026, 3, 11),
        period=(date(2026, 3, 10), date(2026, 3, 11)),
        language="en",
        overview=Overview(
            EXTRACTIVE,
            (lead, second),
            (Highlight("dam1", dam.brief.claims[1]), Highlight("drive1", drive.brief.claims[1])),
        ),
        stories=(dam, drive),
        briefs=(_wire_brief(wire),),
        articles=(vaccine, copy, ledger, wire),
        key_figures=dam.brief.figures,
        gaps=(
            Gap("An inquiry opens on 15 March.", "announced", date(2026, 3, 15), (announced,)),
            Gap("Only one origin tells of the measles drive.", "open", None, ()),
        ),
        skipped=(Skipped("notes/empty.txt", "empty"),),
        withheld=(Withheld("dam1", lost),),
        method=method,
        excluded={"--since": 2},
    )


def _wire_brief(wire: Article) -> Brief:
    main = claim(
        wire,
        "The spillway of the Varno dam gave way on Tuesday night and flooded the lower town of "
        "Ostrel.",
        4,
    )
    moved = claim(wire, "More than 4,000 residents were moved to schools.", 2)
    return Brief(
        wire.id,
        EXTRACTIVE,
        wire.title,
        main,
        (main, moved),
        who=("Ilse Tarn",),
        where=("Ostrel", "Varno"),
        when=(date(2026, 3, 9), date(2026, 3, 10)),
        quotations=(
            quotation(wire, "“We heard it before we saw it,” said Mayor Ilse Tarn.", "Ilse Tarn"),
        ),
        sections=(Section("Floods", (moved.id,)),),
    )


@pytest.fixture
def single(daily: Report, wire: Article, dam: StoryReport) -> Report:
    """A report on one article."""
    killed = dam.brief.figures[0]
    brief = replace(daily.briefs[0], figures=(replace(killed, values=killed.values[:1]),))
    return replace(
        daily,
        kind="article",
        title="Dam spillway fails above Ostrel",
        overview=Overview(EXTRACTIVE),
        stories=(),
        briefs=(brief,),
        articles=(wire,),
        key_figures=(),
        gaps=(),
        skipped=(),
        withheld=(),
        excluded={},
    )


@pytest.fixture
def many() -> Callable[[Sequence[int]], Report]:
    """A daily report of stories told by so many articles each, every one an origin of its own."""
    return _many


def _many(sizes: Sequence[int]) -> Report:
    stories, articles = [], []
    for n, size in enumerate(sizes, 1):
        told = [_telling(n, k) for k in range(1, size + 1)]
        articles += told
        stories.append(_story(n, told))
    return Report(
        kind="daily",
        title="Many stories",
        as_of=date(2026, 3, 11),
        period=(date(2026, 3, 11), date(2026, 3, 11)),
        language="en",
        overview=Overview(EXTRACTIVE),
        stories=tuple(stories),
        briefs=(),
        articles=tuple(articles),
        key_figures=(),
        gaps=(),
        skipped=(),
        withheld=(),
        method=Method(EXTRACTIVE, {}, None, 0.0),
    )


def _telling(n: int, k: int) -> Article:
    text = " ".join(
        f"Sentence {i} of story {n} in telling {k} holds a handful of plain words to be counted."
        for i in range(1, 6)
    )
    return article(f"story-{n}-telling-{k}", f"Paper {k}", 11, text)


def _story(n: int, told: Sequence[Article]) -> StoryReport:
    lead = told[0]
    spans = [lead.text[s.start : s.end].strip() for s in lead.sentences]
    claims = tuple(claim(lead, words, rank) for rank, words in enumerate(spans, 1))
    brief = StoryBrief(f"s{n}", EXTRACTIVE, f"Headline of story {n}", claims[0], claims)
    origins = tuple((one.outlet, (one.id,)) for one in told)
    return StoryReport(f"s{n}", tuple(one.id for one in told), origins, brief)
