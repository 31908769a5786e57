"""The report as a mail."""

from __future__ import annotations

import asyncio
import smtplib
from dataclasses import dataclass, field, replace
from datetime import datetime
from email import message_from_bytes, message_from_string, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.article import Article
from summarize.errors import TemplateFault
from summarize.report.assemble import settle
from summarize.report.desk import Printing
from summarize.report.mail import html_size, to_mail
from summarize.report.mail_text import plain_text
from summarize.report.markdown import to_markdown
from summarize.reported import Header, Report
from summarize.templates.folders import Folders
from tests.report.seen import Seen as Parsed

HEADER = Header("Valley Ledger", "desk@ledger.example", "INTERNAL", "tomorrow, 07:00")


def read(mail: str) -> EmailMessage:
    message = message_from_string(mail, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    content: str = part.get_content()
    return content


def printed(report: Report, printing: Printing | None = None) -> EmailMessage:
    return read(to_mail(settle(report), printing or Printing()))


class Seen(Parsed):
    """A mail: nothing but its style is no text, and it has nothing to fill in."""

    void = frozenset({"meta", "br"})
    unread = ("style",)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


@pytest.mark.parametrize("kind", ["daily", "single"])
def test_the_text_is_the_markdown_as_a_person_reads_it(
    kind: str, request: pytest.FixtureRequest
) -> None:
    report = settle(request.getfixturevalue(kind))

    assert body(printed(report), "plain") == plain_text(to_markdown(report))


def test_the_html_says_what_the_report_says(daily: Report) -> None:
    text = Seen(body(printed(daily), "html")).text

    for story in daily.stories:
        assert all(claim.text in text for claim in story.brief.claims)
    for said in ("Sources differ", "Timeline", "Quotations", "Gaps and what to watch", "[1a]"):
        assert said in text


def test_a_brief_of_one_article_has_its_parts(single: Report) -> None:
    text = Seen(body(printed(replace(single, title="Articles")), "html")).text

    for said in ("Bottom line", "Floods", "Who: Ilse Tarn", "people killed: 26", "Dam spillway"):
        assert said in text


@pytest.mark.parametrize("kind", ["daily", "single"])
def test_the_html_loads_nothing_and_needs_no_script(
    kind: str, request: pytest.FixtureRequest
) -> None:
    seen = Seen(body(printed(request.getfixturevalue(kind)), "html"))

    tags = {tag for tag, _ in seen.elements}
    assert not tags & {"script", "img", "link", "iframe", "svg", "object", "form", "details"}
    assert not seen.all("src")
    assert all(href.startswith(("#", "https://news.example/")) for href in seen.all("href"))
    assert "url(" not in body(printed(request.getfixturevalue(kind)), "html")


@pytest.mark.parametrize("kind", ["daily", "single"])
def test_every_link_within_the_mail_leads_somewhere(
    kind: str, request: pytest.FixtureRequest
) -> None:
    seen = Seen(body(printed(request.getfixturevalue(kind)), "html"))

    ids = seen.all("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in seen.all("href") if href.startswith("#")} <= set(ids)


def test_without_sources_marks_lead_nowhere(daily: Report) -> None:
    html = body(printed(daily, Printing(sections=("highlights", "stories"))), "html")

    assert 'href="#c' not in html
    assert "[1a]" in html


def test_the_same_report_gives_the_same_bytes_and_another_another_id(daily: Report) -> None:
    assert to_mail(settle(daily)) == to_mail(settle(daily))
    other = replace(daily, title="Another")
    assert printed(daily)["Message-ID"] != printed(other)["Message-ID"]


def test_it_is_dated_when_its_newest_article_was_read(daily: Report) -> None:
    newest = max(article.retrieved for article in daily.articles)

    assert printed(daily)["Date"].datetime == newest.replace(microsecond=0)


def test_a_report_of_nothing_is_dated_by_its_day(daily: Report) -> None:
    empty = replace(daily, stories=(), articles=(), withheld=(), gaps=(), key_figures=())

    assert printed(empty)["Date"].datetime == datetime.fromisoformat("2026-03-11T00:00Z")


def test_a_partial_report_says_so_in_its_subject(daily: Report) -> None:
    message = printed(replace(daily, partial=True, missing=("2 stories were not written",)))

    assert message["Subject"] == "INCOMPLETE: Daily brief – 2026-03-11"
    assert "INCOMPLETE: 2 stories were not written" in Seen(body(message, "html")).text


def test_a_note_stands_in_the_head(daily: Report) -> None:
    message = printed(replace(daily, missing=("news.example was not reached",)))

    assert message["Subject"] == "Daily brief – 2026-03-11"
    assert "Note: news.example was not reached" in Seen(body(message, "html")).text


def test_the_settings_say_who_sends_it_and_how_far_it_may_go(daily: Report) -> None:
    message = printed(replace(daily, header=HEADER))

    assert message["From"] == "Valley Ledger <desk@ledger.example>"
    assert message["To"] == "desk@ledger.example"
    assert message["Subject"] == "[INTERNAL] Daily brief – 2026-03-11"
    assert message["Message-ID"].endswith("@ledger.example>")
    assert "INTERNAL · As of 2026-03-11" in Seen(body(message, "html")).text


def test_withheld_claims_are_printed_on_request(daily: Report) -> None:
    shown = Seen(body(printed(daily, Printing(withheld=True)), "html")).text

    assert "NOT SUPPORTED: Forty people were killed." in shown
    assert 'number "40": not there' in shown


@pytest.mark.parametrize(("embed", "quoted", "whole"), [
    (None, True, False), ("passages", True, False), ("full", True, True), ("none", False, False),
])  # fmt: skip
def test_no_more_of_the_articles_goes_in_than_is_asked_for(
    daily: Report, embed: Any, quoted: bool, whole: bool
) -> None:
    message = printed(daily, Printing(embed=embed))
    sentences = [
        daily.articles[0].text[s.start : s.end].strip() for s in daily.articles[0].sentences
    ]

    for text in (body(message, "plain"), Seen(body(message, "html")).text):
        assert ('[1a] "' in text or "[1a] “" in text) == quoted
        sources = text.partition("How this was made")[0].rpartition("Sources")[2]
        assert ("full text" in text) == whole
        assert not whole or all(sentence in sources for sentence in sentences)


def test_a_language_from_right_to_left_is_one_in_the_mail(daily: Report) -> None:
    message = printed(daily, Printing(language="ar"))

    assert message["Content-Language"] == "ar"
    assert '<html lang="ar" dir="rtl">' in body(message, "html")
    assert "حتى تاريخ \u200e2026-03-11" in body(message, "html")


def test_a_person_changes_one_block(daily: Report, tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    mine = tmp_path / "report" / "mail.html.j2"
    mine.write_text(
        '{% extends "default/report/mail.html.j2" %}{% block title %}<h1>Ours</h1>{% endblock %}',
        encoding="utf-8",
    )
    assert "<h1>Ours</h1>" in body(printed(daily, Printing(folders=Folders((tmp_path,)))), "html")

    mine.write_text("{{ page.none }}", encoding="utf-8")
    with pytest.raises(TemplateFault, match=r"mail\.html\.j2:1: .*none"):
        printed(daily, Printing(folders=Folders((tmp_path,))))


def test_the_size_that_gmail_counts_is_that_of_the_html(daily: Report) -> None:
    mail = to_mail(settle(daily))

    assert html_size(mail) == len(body(read(mail), "html").encode())
    assert html_size("Subject: x\n\nnothing\n") == 0


@given(title=st.text(st.characters(codec="utf-8"), max_size=300))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_title_makes_a_header_or_ends_one(daily: Report, title: str) -> None:
    hostile = f"{title}\r\nBcc: all@news.example\n\n<script>alert(1)</script>\u2028X-Evil: 1"
    report = replace(daily, title=hostile)
    mail = to_mail(settle(report))
    message = read(mail)

    assert mail.isascii()
    assert max(map(len, mail.splitlines())) <= 998
    assert list(message) == list(printed(daily))
    assert not message.defects
    assert " ".join(message["Subject"].split()).endswith(" – 2026-03-11")
    assert "<script" not in body(message, "html")
    assert body(message, "plain") == plain_text(to_markdown(settle(report)))


@dataclass
class Inbox:
    """A handler of a mail server that keeps what it receives."""

    received: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.received.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
async def test_what_a_server_receives_is_what_was_written(daily: Report, language: str) -> None:
    mail = to_mail(settle(replace(daily, header=HEADER)), Printing(language=language))
    written, inbox = read(mail), Inbox()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(inbox, hostname="localhost"), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    def send() -> None:
        with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost") as client:
            client.send_message(written)

    async with server:
        await asyncio.to_thread(send)

    ((recipients, content),) = inbox.received
    received = message_from_bytes(content, policy=policy.default)
    assert recipients == ["desk@ledger.example"]
    assert received["Subject"] == written["Subject"]
    assert isinstance(received, EmailMessage)
    for kind in ("plain", "html"):
        assert body(received, kind).replace("\r\n", "\n") == body(written, kind)


def test_an_old_article_without_text_is_no_error(daily: Report) -> None:
    bare = [replace(article, text="", kept_id=article.id) for article in daily.articles]
    articles: tuple[Article, ...] = tuple(bare)

    assert "full text" not in body(
        printed(replace(daily, articles=articles), Printing(embed="full")), "html"
    )
