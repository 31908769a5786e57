"""The end of a page: the sources with the cited passages, and how the report was made."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from summarize.article import Article, Locator
from summarize.report.causes import in_marks
from summarize.report.desk import Desk
from summarize.report.escape import link_target
from summarize.report.view import Passage, Source, Sources

OTHERS = 40  # uncited articles named in the one line; the rest is counted


def view_sources(desk: Desk, marks: Collection[str]) -> Sources:
    """The articles that the `marks` on the page cite, by number, and a line for the others.

    The other carriers of a cited text are named with it, not among the others.
    """
    cited: dict[str, list[str]] = {}
    for mark in marks:
        cited.setdefault(desk.citations.quotes[mark].article, []).append(mark)
    order = sorted(cited, key=lambda article: desk.numbers[article])
    carriers = _carriers(desk, order)
    sources = tuple(
        _source(desk, article, cited[article], carriers.get(article, [])) for article in order
    )
    named = {article.id for group in carriers.values() for article in group} | set(cited)
    others = [article for article in desk.report.own_articles if article.id not in named]
    return Sources(sources, _others(desk, others))


def _carriers(desk: Desk, order: Collection[str]) -> dict[str, list[Article]]:
    """For the first cited article of each origin: the carriers of it that are not cited."""
    lead: dict[str, str] = {}
    for key in order:
        lead.setdefault(desk.citations.origins.get(key, key), key)
    carriers: dict[str, list[Article]] = {}
    for article in desk.report.articles:
        first = lead.get(desk.citations.origins.get(article.id, article.id))
        if first is not None and article.id not in order:
            carriers.setdefault(first, []).append(article)
    return carriers


def _source(desk: Desk, key: str, marks: list[str], carriers: list[Article]) -> Source:
    article = desk.articles[key]
    return Source(
        number=desk.numbers[key],
        title=article.title or desk.labels.say("untitled"),
        facts=article_facts(desk, article),
        url=(link_target(article.url) or "") if article.url else "",
        carriers=", ".join(dict.fromkeys(_outlet(desk, carrier) for carrier in carriers)),
        passages=tuple(_passage(desk, mark) for mark in sorted(marks, key=lambda m: (len(m), m))),
        full=_full(article) if desk.printing.embed == "full" else (),
    )


def _full(article: Article) -> tuple[str, ...]:
    return tuple(article.text.split("\n\n")) if article.text else ()


def _passage(desk: Desk, mark: str) -> Passage:
    quote = desk.citations.quotes[mark]
    text = "" if desk.printing.embed == "none" else in_marks(quote.text)
    return Passage(mark, text, place_of(desk, quote.locator))


def place_of(desk: Desk, locator: Locator) -> str:
    """`p. 12, ¶ 3`: where a person finds it, as far as that is known."""
    labels = desk.labels
    page = labels.say("page", n=locator.page) if locator.page else ""
    paragraph = labels.say("paragraph", n=locator.paragraph) if locator.paragraph else ""
    return ", ".join(part for part in (page, paragraph) if part)


def article_facts(desk: Desk, article: Article) -> str:
    """`Valley Ledger, 2026-03-11, Mara Quill, in es`: the language only where it is another."""
    foreign = article.language not in ("und", desk.report.language)
    parts = [
        _outlet(desk, article),
        *_declared(desk, article),
        article.day.isoformat() if article.day else desk.labels.say("undated"),
        article.author or "",
        desk.labels.say("in_language", code=article.language) if foreign else "",
        _edition(desk, article),
    ]
    return ", ".join(part for part in parts if part)


def _outlet(desk: Desk, article: Article) -> str:
    """Who wrote it; of a reprint also whose page it is: `Reuters via Valley Ledger`."""
    if not article.via or article.via == article.outlet:
        return article.outlet
    return desk.labels.say("via", outlet=article.outlet, via=article.via)


def _declared(desk: Desk, article: Article) -> Iterator[str]:
    """What the settings say of the outlet, but who publishes it: `regional daily`."""
    said = article.declared
    if said:
        yield from (part for part in (said.type, said.country) if part)
        if said.reliability:
            yield desk.labels.say("reliability", grade=said.reliability)


def _edition(desk: Desk, article: Article) -> str:
    """The edition that read an article, where it is not this one."""
    number = desk.report.editions.get(article.id)
    if not number:
        return ""
    return desk.labels.say("from_edition", edition=desk.labels.say("number", n=number))


def _others(desk: Desk, others: list[Article]) -> str:
    named = [
        f"{article.title or desk.labels.say('untitled')} ({article_facts(desk, article)})"
        for article in others[:OTHERS]
    ]
    if len(others) > OTHERS:
        named.append(desk.labels.say("and_more", n=len(others) - OTHERS))
    return "; ".join(named)
