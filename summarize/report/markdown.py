"""The report as Markdown: `prompts/report/situation.md.j2` and `article.md.j2`."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment

from summarize.claims import Report
from summarize.report.article_page import article_page
from summarize.report.desk import PRINTED, Printing, open_desk
from summarize.report.escape import escape_markdown, link_target
from summarize.report.pages import situation_page
from summarize.report.review import review_page
from summarize.report.view import ArticlePage, ReviewPage, SituationPage
from summarize.templates import environment

__all__ = ["Printing", "to_markdown", "to_review"]

_BLANK_LINES = re.compile(r"\n{3,}")


def to_markdown(report: Report, printing: Printing = PRINTED) -> str:
    """The report as CommonMark with GFM tables; its body holds about as many words as asked.

    `report` is settled (`assemble.settle`). The same report always gives the same text.
    """
    desk = open_desk(report, printing)
    if report.kind == "article":
        return _filled("report/article.md.j2", article_page(desk))
    return _filled("report/situation.md.j2", situation_page(desk))


def to_review(report: Report) -> str:
    """What an editor has to look at: each claim that was not found in its passages, and why."""
    return _filled("report/review.md.j2", review_page(open_desk(report)))


def _filled(template: str, page: ArticlePage | SituationPage | ReviewPage) -> str:
    text = _environment().get_template(template).render(page=page)
    # A value never holds a line break, so that blank lines are the template's alone.
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


@cache
def _environment() -> Environment:
    return environment(escape_markdown, {"target": lambda url: link_target(url) or ""})
