"""The report as Markdown: `prompts/report/situation.md.j2` and `article.md.j2`."""

from __future__ import annotations

import re
from functools import cache

from summarize.report.article_page import article_page
from summarize.report.cite_keys import with_pandoc_citations
from summarize.report.desk import PRINTED, Desk, Printing, open_desk
from summarize.report.escape import escape_markdown, link_target, with_dates_in_order
from summarize.report.mermaid import escape_mermaid
from summarize.report.pages import situation_page
from summarize.report.review import review_page
from summarize.report.told import direction
from summarize.report.view import ArticlePage, ReviewPage, SituationPage
from summarize.reported import Report
from summarize.templates import SHIPPED, Folders, environment
from summarize.templates.known import ARTICLE, REVIEW, SITUATION
from summarize.templates.reports import fill
from summarize.templates.sandbox import Sandbox

__all__ = ["Printing", "to_markdown", "to_review"]

Page = ArticlePage | SituationPage | ReviewPage

_BLANK_LINES = re.compile(r"\n{3,}")


def to_markdown(report: Report, printing: Printing = PRINTED) -> str:
    """The report as CommonMark with GFM tables; its body holds about as many words as asked.

    `report` is settled (`assemble.settle`). The same report always gives the same text.
    TemplateFault where a template cannot be filled.
    """
    desk = open_desk(report, printing)
    if report.kind == "article":
        text = _filled(ARTICLE, article_page(desk), desk)
    else:
        text = _filled(SITUATION, situation_page(desk), desk)
    return with_pandoc_citations(text, report) if printing.cite == "pandoc" else text


def to_review(report: Report, printing: Printing = PRINTED) -> str:
    """What an editor has to look at: each claim that was not found in its passages, and why."""
    desk = open_desk(report, printing)
    return _filled(REVIEW, review_page(desk), desk)


def markdown_environment(folders: Folders, direction: str = "ltr") -> Sandbox:
    """Where report templates become Markdown. Files of a person may change while a program runs."""
    return _shipped(direction) if folders == SHIPPED else _made(folders, direction)


def _filled(template: str, page: Page, desk: Desk) -> str:
    """The report template of this name with a page. TemplateFault names file and line."""
    printing = desk.printing
    made = markdown_environment(printing.folders, direction(desk.labels.language))
    text = fill(made, template, page, printing.variables)
    # A value never holds a line break, so that blank lines are the template's alone.
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


@cache
def _shipped(direction: str) -> Sandbox:
    return _made(SHIPPED, direction)


def _made(folders: Folders, direction: str) -> Sandbox:
    trusted = {"target": lambda url: link_target(url) or "", "mermaid": escape_mermaid}
    escape = _escape_rtl if direction == "rtl" else escape_markdown
    return environment(escape, trusted, folders)


def _escape_rtl(text: str) -> str:
    return with_dates_in_order(escape_markdown(text))
