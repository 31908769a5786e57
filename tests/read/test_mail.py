"""Mails: newsletters, digests and what is attached."""

from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import mail
from tests.read.documents import BODY, FIRST, SECOND, articles, drafts, reasons

HTML = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
FOOT = (
    "<p>You are receiving this because you signed up.</p><p>12 Mill Lane, Orlen</p>"
    "<p><a href='https://l.example/u'>Unsubscribe</a></p>"
)


def letter(text: str = "", html: str = "", **heads: str) -> EmailMessage:
    message = EmailMessage()
    said = {
        "From": "Valley Ledger <news@ledger.example>",
        "Subject": "Dam breaks",
        "Date": "Tue, 10 Mar 2026 08:30:00 +0100",
        "Message_ID": "<one@ledger.example>",
    } | heads
    for name, value in said.items():
        message[name.replace("_", "-")] = value
    message.set_content(text or "see the other part")
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_newsletter_is_an_article() -> None:
    (made,) = articles(letter(html=HTML + FOOT).as_bytes(), "a.eml")
    assert (made.title, made.outlet, made.text) == ("Dam breaks", "Valley Ledger", BODY)
    assert made.published == datetime.fromisoformat("2026-03-10T08:30:00+01:00")
    assert made.key == "mid:one@ledger.example"


def test_a_mail_of_text_is_read_without_its_signature() -> None:
    (made,) = articles(letter(f"{BODY}\n\n-- \nThe Ledger\nOrlen\n").as_bytes(), "a.eml")
    assert made.text == BODY


def test_without_a_name_the_sender_is_the_domain() -> None:
    data = letter(BODY, From="news@ledger.example").as_bytes()
    assert articles(data, "a.eml")[0].outlet == "ledger.example"


def test_marks_of_forwarding_are_no_title() -> None:
    data = letter(BODY, Subject="Fwd: RE: [Ledger] Dam breaks").as_bytes()
    assert articles(data, "a.eml")[0].title == "Dam breaks"


def test_a_subject_in_encoded_words_is_read() -> None:
    data = letter(BODY).as_bytes().replace(b"Dam breaks", b"=?utf-8?q?Barrage_c=C3=A9d=C3=A9?=")
    assert articles(data, "a.eml")[0].title == "Barrage cédé"


def test_what_is_no_date_and_no_id_is_missing() -> None:
    data = letter(BODY, Date="yesterday").as_bytes().replace(b"Message-ID", b"X-Nothing")
    (made,) = articles(data, "a.eml")
    assert (made.published, made.key) == (None, "Valley Ledger: Dam breaks")


def test_what_nobody_sees_is_not_read() -> None:
    html = f"<div style='display:none'>Preheader that hides</div>{HTML}"
    (made,) = articles(letter(html=html).as_bytes(), "a.eml")
    assert made.text == BODY
    assert sum(made.removed.values()) == 1


@pytest.mark.parametrize(
    "around",
    [
        "View this email in your browser",
        "Forwarded this email? Subscribe here",
        "Manage your preferences | Unsubscribe",
        "Si vous souhaitez vous désabonner, cliquez ici",
        "Privacy policy",
    ],
)
def test_what_a_newsletter_says_around_its_text_is_left_out(around: str) -> None:
    html = f"<p>{around}</p>{HTML}<p>{around}</p>"
    assert articles(letter(html=html).as_bytes(), "a.eml")[0].text == BODY


def digest(*stories: tuple[str, str, str]) -> str:
    return "<p>Good morning from the desk.</p>" + "".join(
        f"<h2>{title}</h2><p>{text}</p><a href='{link}'>Read more</a>"
        for title, text, link in stories
    )


def test_a_digest_gives_an_article_for_each_story() -> None:
    html = digest(
        ("Dam breaks", FIRST, "https://ledger.example/1"),
        ("School reached", SECOND, "https://ledger.example/2"),
    )
    first, second = articles(letter(html=html + FOOT).as_bytes(), "a.eml")
    assert (first.title, first.text) == ("Dam breaks", FIRST)
    assert (first.url, first.key) == ("https://ledger.example/1", "mid:one@ledger.example#1")
    assert (second.title, second.text) == ("School reached", SECOND)
    assert (second.path, second.outlet) == ("a.eml:2", "Valley Ledger")


def test_what_the_editor_tells_before_the_stories_is_an_article() -> None:
    html = f"<p>{FIRST} {SECOND}</p>" + digest(
        ("Dam breaks", FIRST, "https://ledger.example/1"),
        ("School reached", SECOND, "https://ledger.example/2"),
    )
    first, *others = articles(letter(html=html, Subject="Morning").as_bytes(), "a.eml")
    assert (first.title, first.key) == ("Morning", "mid:one@ledger.example")
    assert len(others) == 2


def test_headings_of_one_story_make_no_digest() -> None:
    html = f"<h2>What is known</h2><p>{FIRST}</p><h2>What is not</h2><p>{SECOND}</p>"
    (made,) = articles(letter(html=html).as_bytes(), "a.eml")
    assert [made.text[h.start : h.end] for h in made.headings] == ["What is known", "What is not"]


def test_one_link_for_all_makes_no_digest() -> None:
    html = digest(
        ("A heading", FIRST, "https://a.example"), ("B heading", SECOND, "https://a.example")
    )
    assert len(articles(letter(html=html).as_bytes(), "a.eml")) == 1


def test_bold_links_stand_for_headings() -> None:
    html = "".join(
        f"<table><tr><td><b><a href='https://a.example/{n}'>Story number {n} here</a></b></td></tr>"
        f"<tr><td>{text}</td></tr>"
        f"<tr><td><a href='https://a.example/{n}'>Full coverage</a></td></tr></table>"
        for n, text in enumerate((FIRST, SECOND))
    )
    found = articles(letter(html=html).as_bytes(), "a.eml")
    assert [made.text for made in found] == [FIRST, SECOND]
    assert [made.title for made in found] == ["Story number 0 here", "Story number 1 here"]


def test_a_digest_of_text_is_parted_too() -> None:
    text = (
        f"Dam breaks above Orlen\n\n{FIRST}\n\nhttps://a.example/1\n\n"
        f"School reached by boat\n\n{SECOND}\n\nRead more: <https://a.example/2>\n"
    )
    first, second = articles(letter(text).as_bytes(), "a.eml")
    assert (first.title, first.url) == ("Dam breaks above Orlen", "https://a.example/1")
    assert (second.text, second.url) == (SECOND, "https://a.example/2")


def test_addresses_are_no_part_of_a_text() -> None:
    text = f"{FIRST}\n\n{SECOND} <https://a.example/1>\n\nhttps://a.example/2"
    assert articles(letter(text).as_bytes(), "a.eml")[0].text == BODY


def test_what_is_attached_is_an_article_of_its_own() -> None:
    message = letter(f"The report is attached. {BODY}")
    message.add_attachment(f"Flood report\n\n{BODY} More.".encode(), maintype="text",
                           subtype="plain", filename="report.txt")  # fmt: skip
    message.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif")
    _, attached = articles(message.as_bytes(), "a.eml")
    assert (attached.title, attached.path) == ("Flood report", "a.eml:report.txt")


def test_a_mail_that_only_carries_something_is_no_article() -> None:
    message = EmailMessage()
    message["Subject"] = "Report"
    message.add_attachment(b"%PDF-1.7 broken", maintype="application", subtype="pdf",
                           filename="report.pdf")  # fmt: skip
    (skipped,) = drafts(message.as_bytes(), "a.eml")
    assert getattr(skipped, "source", "") == "a.eml: report.pdf"


def test_a_mail_without_text_is_one_line() -> None:
    assert reasons(b"Subject: x\n\n", "a.eml") == ["no text found"]


@pytest.mark.parametrize("data", [b"", b"no mail at all", b"\0\1\2", b"X-A: b\n\ntext"])
def test_what_is_no_mail_is_one_line(data: bytes) -> None:
    assert reasons(data, "a.eml") == ["not a mail"]


def test_a_mail_too_large_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "LARGEST", 100)
    assert reasons(b"Subject: x\n" * 50, "a.eml") == ["larger than 50 MB"]


def test_parts_nested_without_end_are_one_line() -> None:
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000)
    )
    assert len(drafts(f"Subject: x\n{nested}".encode(), "a.eml")) == 1


@given(st.binary(max_size=400))
def test_any_bytes_are_a_mail_or_one_line(data: bytes) -> None:
    for head in (b"Subject: x\n", b"From: =?utf-8?b?", b"Content-Type: text/html; charset="):
        assert len(drafts(b"Subject: y\n" + head + data, "a.eml")) >= 1


def test_a_mail_without_a_suffix_is_known_by_its_head(tmp_path: Path) -> None:
    assert articles(letter(html=HTML).as_bytes(), "mail")[0].title == "Dam breaks"
    assert tmp_path.exists()
