"""What stands beside a statement, held against its passages.

1. A date is right where a cited passage names that day, or a time that holds it; where the passage
   names none, where its article was published then. The day of a row of a table may be either.
2. A speaker is right where every word of the name stands in a cited article.
3. A count of origins is right where it is that of a report among the sources; else it is not known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.article import Article, Quote
from summarize.check.brief_nouns import Beside
from summarize.check.passages import articles_of
from summarize.check.sides import Side
from summarize.claims import Finding
from summarize.text.dates import DateMention, dates
from summarize.text.words import tokens

NAMED = 3  # dates of the passage that a finding quotes


def date_finding(
    beside: Beside, quotes: Sequence[Quote], articles: Mapping[str, Article]
) -> Finding | None:
    """The finding about a date, where it is not that of the passages."""
    cited = [(quote, articles[quote.article]) for quote in quotes if quote.article in articles]
    wanted = [_meant(beside.text, article) for _, article in cited]
    told = [m for quote, one in cited for m in dates(quote.text, one.language, one.day)]
    known = any(_meet(day, mention) for days in wanted for day in days for mention in told)
    published = any(
        article.day and day.first <= article.day <= day.last
        for days, (_, article) in zip(wanted, cited, strict=True)
        for day in days
    )
    if known or not any(wanted) or (published and (beside.kind == "as of" or not told)):
        return None
    days = [mention.iso for mention in told] or [str(one.day) for _, one in cited if one.day]
    if not days:
        return None
    listed = ", ".join(list(dict.fromkeys(days))[:NAMED])
    return Finding("date", beside.text, f"the passage tells of {listed}")


def speaker_finding(
    name: str, quotes: Sequence[Quote], articles: Mapping[str, Article]
) -> Finding | None:
    """The finding about who says it, where the cited articles do not name them."""
    said: tuple[Side, ...] = articles_of(quotes, articles)
    named = [articles[quote.article].author or "" for quote in quotes if quote.article in articles]
    known = set(tokens(" ".join([*(side.text for side in said), *named])))
    if not said or known.issuperset(tokens(name)):
        return None
    return Finding("speaker", name, "not in the passage or its article")


def origins_finding(number: str, counted: int | None) -> Finding | None:
    """The finding about a count of origins, where a report has another."""
    if counted is None or int(number) == counted:
        return None
    return Finding("number", f"{number} origins", f"the report counts {counted}")


def _meant(text: str, article: Article) -> tuple[DateMention, ...]:
    return dates(text, article.language, article.day)


def _meet(one: DateMention, other: DateMention) -> bool:
    return one.first <= other.last and other.first <= one.last
