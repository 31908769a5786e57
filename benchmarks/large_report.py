"""A report as large as a day of the world's news, made up: for what must not grow with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from summarize.article import Article, Quote
from summarize.claims import (
    EXTRACTIVE,
    Claim,
    Difference,
    Event,
    Figure,
    Overview,
    StoryBrief,
    Value,
    Verdict,
    claim_id,
)
from summarize.report.assemble import settle
from summarize.reported import Method, Report, StoryReport

AS_OF = date(2026, 3, 11)
READ = datetime(2026, 3, 11, 6, tzinfo=UTC)
OUTLETS = 40
CARRIERS = 2  # of the first origin of each story
PARAGRAPHS = 7  # of 200 characters, as half of the paragraphs of examples/ are
CLAIMS = 6
SUPPORTED = Verdict("supported")


def large_report(stories: int, articles: int) -> Report:
    """So many stories with their share of the articles each, settled."""
    each = articles // stories
    told = [[_article(story, n) for n in range(each)] for story in range(stories)]
    entries = tuple(_story(number, one) for number, one in enumerate(told))
    return settle(
        Report(
            kind="daily",
            title="Daily brief",
            as_of=AS_OF,
            period=(AS_OF - timedelta(days=2), AS_OF),
            language="en",
            overview=Overview(
                EXTRACTIVE,
                tuple(entry.brief.claims[0] for entry in entries[:3]),
            ),
            stories=entries,
            briefs=(),
            articles=tuple(article for one in told for article in one),
            key_figures=(),
            gaps=(),
            skipped=(),
            withheld=(),
            method=Method(EXTRACTIVE, {}, None, 1.0),
        )
    )


def _article(story: int, n: int) -> Article:
    paragraphs = [
        f"Officials of district {story} said in paragraph {p} that {story + 10 * p + n} houses "
        f"along the river had been reached by crews from depot {n}. The road to the coast stayed "
        f"closed for part {p} of the day, and trains ended in Wexmoor."
        for p in range(PARAGRAPHS)
    ]
    return Article(
        key=f"https://outlet-{(story * 7 + n) % OUTLETS}.example/{story}/{n}",
        title=f"District {story} counts what the river took, report {n}",
        text="\n\n".join(paragraphs),
        retrieved=READ,
        outlet=f"Outlet {(story * 7 + n) % OUTLETS}",
        url=f"https://outlet-{(story * 7 + n) % OUTLETS}.example/{story}/{n}",
        published=READ - timedelta(hours=(story * 5 + n * 3) % 60),
        language="en",
    )


def _quote(article: Article, n: int) -> Quote:
    sentence = article.statements[n]
    return article.quote(sentence.start, sentence.end)


def _claim(quotes: list[Quote], rank: int) -> Claim:
    text = quotes[0].text
    id_ = claim_id(text, quotes[:1])
    return Claim(id_, text, tuple(quotes), "en", rank, SUPPORTED, len(quotes))


def _story(number: int, articles: list[Article]) -> StoryReport:
    def one(n: int, rank: int) -> Claim:
        first = articles[n % len(articles)]
        return _claim([_quote(first, n), _quote(articles[(n + 1) % len(articles)], n)], rank)

    claims = tuple(one(n, n + 1) for n in range(CLAIMS))
    events = tuple(Event(f"2026-03-0{8 + n // 2}", one(CLAIMS + n, 1)) for n in range(4))
    sides = tuple(_claim([_quote(article, 12)], 1) for article in articles[:2])
    values = tuple(
        Value(float(20 + 9 * n), f"{20 + 9 * n}", AS_OF, 1, side.quotes)
        for n, side in enumerate(sides)
    )
    name = f"story-{number}"
    brief = StoryBrief(
        name,
        EXTRACTIVE,
        f"District {number} counts what the river took",
        claims[0],
        claims,
        timeline=events,
        figures=(Figure("houses reached", "houses", values),),
        differ=(Difference("houses reached", sides),),
    )
    shared = (articles[0].outlet, tuple(article.id for article in articles[:CARRIERS]))
    alone = tuple((article.outlet, (article.id,)) for article in articles[CARRIERS:])
    ids = tuple(article.id for article in articles)
    return StoryReport(name, ids, (shared, *alone), brief)
