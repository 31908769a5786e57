"""The report as one HTML file that loads nothing: `prompts/report/page.html.j2`.

Style and script stand in the file; the policy in its head allows these two by their hashes, and
nothing else. Every text in the page is escaped by the environment.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from functools import cache

from markupsafe import escape

from summarize.report.desk import PRINTED, Printing, open_desk
from summarize.report.escape import fold, with_dates_in_order
from summarize.report.page_view import view_page
from summarize.reported import Report
from summarize.templates import SHIPPED, Folders, environment
from summarize.templates.known import HTML
from summarize.templates.reports import fill
from summarize.templates.sandbox import Sandbox

STYLE = "report/page.css.j2"
SCRIPT = "report/page.js.j2"


def to_html(report: Report, printing: Printing = PRINTED) -> str:
    """The report as a page for a browser.

    `report` is settled (`assemble.settle`). The same report always gives the same page.
    TemplateFault where a template cannot be filled.
    """
    page = view_page(open_desk(report, printing))
    made = html_environment(printing.folders, page.direction)
    style = fill(made, STYLE, page, printing.variables)
    script = fill(made, SCRIPT, page, printing.variables)
    page = replace(page, style_hash=_digest(style), script_hash=_digest(script))
    return fill(made, HTML, page, printing.variables).strip() + "\n"


def html_environment(folders: Folders, direction: str) -> Sandbox:
    """Where report templates become HTML. Files of a person may change while a program runs."""
    return _shipped(direction) if folders == SHIPPED else _made(folders, direction)


@cache
def _shipped(direction: str) -> Sandbox:
    return _made(SHIPPED, direction)


def _made(folders: Folders, direction: str) -> Sandbox:
    return environment(_escape_rtl if direction == "rtl" else _escape_html, {}, folders)


def _escape_rtl(text: str) -> str:
    return with_dates_in_order(_escape_html(text))


def _escape_html(text: str) -> str:
    return str(escape(fold(text)))


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
