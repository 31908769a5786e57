"""The report as Markdown: `prompts/report/situation.md.j2` and `article.md.j2`."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment

from summarize.claims import Report
from summarize.report.article_page import article_page
from summarize.report.desk import open_desk
from summarize.report.escape import escape_markdown, link_target
from summarize.report.pages import situation_page
from summarize.report.view import ArticlePage, SituationPage
from summarize.templates import environment

WORDS = 1_500  # of the printed body, unless asked otherwise

_BLANK_LINES = re.compile(r"\n{3,}")


def to_markdown(report: Report, *, words: int = WORDS) -> str:
    """The report as CommonMark with GFM tables; its body holds about `words` words.

    `report` is settled (`assemble.settle`). The same report always gives the same text.
    """
    desk = open_desk(report)
    if report.kind == "article":
        text = _filled("report/article.md.j2", article_page(desk, words))
    else:
        text = _filled("report/situation.md.j2", situation_page(desk, words))
    # A value never holds a line break, so that blank lines are the template's alone.
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _filled(template: str, page: ArticlePage | SituationPage) -> str:
    return _environment().get_template(template).render(page=page)


@cache
def _environment() -> Environment:
    return environment(escape_markdown, {"target": lambda url: link_target(url) or ""})
