"""From, To and Subject of a mail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.report.desk import open_desk
from summarize.report.head import view_head
from summarize.report.mail_head import LONGEST, host_of, mailboxes, subject
from summarize.reported import Header, Report


def said(report: Report) -> str:
    desk = open_desk(report)
    return subject(desk, view_head(desk, {}))


def test_a_contact_sends_the_mail_to_itself() -> None:
    sender, recipient = mailboxes(Header("Valley, the desk", "write to desk@ledger.example (Ann)"))

    assert str(sender) == '"Valley, the desk" <desk@ledger.example>'
    assert str(recipient) == "desk@ledger.example"


@pytest.mark.parametrize(
    "contact", ["", "+49 30 1234", "desk@", "@ledger.example", "desk@local", "a..b@@x", ".@a.b"]
)
def test_without_an_address_the_mail_is_from_nobody_to_nobody(contact: str) -> None:
    header = Header(contact=contact)
    sender, recipient = mailboxes(header)

    assert str(sender) == "summarize <summarize@report.invalid>"
    assert recipient == "undisclosed-recipients:;"
    assert host_of(header) is None


def test_a_line_break_in_the_settings_is_a_space() -> None:
    sender, _ = mailboxes(Header("Valley\r\nBcc: x@y.example", "desk@ledger.example\nX: y"))

    assert str(sender) == '"Valley Bcc: x@y.example" <desk@ledger.example>'


def test_a_long_title_is_cut_and_its_day_kept(daily: Report) -> None:
    found = said(replace(daily, title="dam " * 200))

    assert found.endswith("… – 2026-03-11")
    assert len(found) < LONGEST + 20


def test_warning_and_marking_stand_first(daily: Report) -> None:
    header = Header(marking="NOT FOR\nPUBLICATION")

    assert said(replace(daily, partial=True, header=header)).startswith(
        "INCOMPLETE: [NOT FOR PUBLICATION] Daily brief"
    )
