"""Mailboxes: many mails in one file."""

import pytest

from summarize.read import mail, mailbox
from tests.read.documents import BODY, FIRST, articles, reasons


def one(subject: str, text: str = BODY) -> str:
    head = f"From a@b Tue Mar 10 08:30:00 2026\nFrom: Ledger <n@l.example>\nSubject: {subject}"
    return f"{head}\n\n{text}\n\n"


def test_each_mail_is_an_article() -> None:
    first, second = articles((one("Dam") + one("School")).encode(), "all.mbox")
    assert (first.title, second.title) == ("Dam", "School")
    assert (first.path, second.path) == ("all.mbox:1", "all.mbox:2")


def test_a_line_of_a_text_that_looks_like_a_start_is_none() -> None:
    quoted = ">From here on all was quiet in the lower town, the council said on Friday."
    text = f"{FIRST}\n\n{quoted}\nFrom the air it looked calm."
    (made,) = articles(one("Dam", text).encode(), "all.mbox")
    assert "From here on all was quiet" in made.text
    assert "From the air" in made.text


def test_what_stands_before_the_first_mail_is_passed_over() -> None:
    assert len(articles(("noise\n\n" + one("Dam")).encode(), "all.mbox")) == 1


def test_a_mailbox_without_mails_is_one_line() -> None:
    assert reasons(b"nothing", "all.mbox") == ["a mailbox without mails"]


def test_a_mail_too_large_is_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "LARGEST", 600)
    data = one("Long", BODY * 9) + one("Short", FIRST)
    assert reasons(data.encode(), "all.mbox") == ["larger than 50 MB", "under 40 words"]


def test_a_broken_mail_is_one_line_and_the_rest_goes_on() -> None:
    data = "From x\n\n\nFrom y\nno head\n\n" + one("Dam")
    assert reasons(data.encode(), "all.mbox") == ["not a mail", "not a mail"]


def test_a_mailbox_without_a_suffix_is_known_by_its_first_line() -> None:
    assert len(articles((one("Dam") + one("School")).encode(), "inbox")) == 2
    assert mailbox._START == b"From "
