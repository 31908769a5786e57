"""The report as a mail, ready for any sendmail: the Markdown as plain text, and HTML beside it.

`prompts/report/mail.html.j2` is the HTML: no script, nothing that is loaded, styles on the elements
themselves, since clients drop what stands elsewhere. The same report always gives the same bytes:
the date is when its newest article was read, the Message-ID and the boundary are made of the
content.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time
from email import message_from_string, policy
from email.message import EmailMessage

from summarize.report.desk import PRINTED, Desk, Printing, open_desk
from summarize.report.html import html_environment
from summarize.report.mail_head import HOST, host_of, mailboxes, subject
from summarize.report.mail_text import plain_text
from summarize.report.markdown import to_markdown
from summarize.report.page_view import HtmlPage, view_page
from summarize.reported import Report
from summarize.templates.known import MAIL
from summarize.templates.reports import fill

CLIPPED = 102 * 1024  # bytes of HTML of which Gmail shows no more, behind "Message clipped"
# 7bit: any way that it is handed on leaves the bytes as they are.
_ASCII = policy.default.clone(cte_type="7bit")


def to_mail(report: Report, printing: Printing = PRINTED) -> str:
    """The report as a message (RFC 5322) of ASCII, lines ending as those of a text file.

    `report` is settled (`assemble.settle`). TemplateFault where a template cannot be filled.
    """
    desk = open_desk(report, printing)
    page = view_page(desk)
    text = plain_text(to_markdown(report, printing))
    made = html_environment(printing.folders, page.direction)
    html = fill(made, MAIL, page, printing.variables).strip() + "\n"
    message = _headed(desk, page, text, html)
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    message["Content-Language"] = desk.labels.language
    # No line of base64 or quoted-printable text begins like this.
    message.set_boundary(f"=_{_digest(text, html)[:32]}")
    return message.as_string()


def html_size(mail: str) -> int:
    """Bytes of the HTML of a mail of ours, which Gmail compares with `CLIPPED`."""
    part = message_from_string(mail, policy=policy.default).get_body(("html",))
    return 0 if part is None else len(part.get_content().encode())


def _headed(desk: Desk, page: HtmlPage, text: str, html: str) -> EmailMessage:
    header = desk.report.header
    message = EmailMessage(_ASCII)
    sender, recipient = mailboxes(header)
    message["From"] = sender
    message["To"] = recipient
    message["Subject"] = subject(desk, page.head)
    message["Date"] = _date(desk.report)
    named = _digest(str(message["Subject"]), text, html)[:32]
    message["Message-ID"] = f"<{named}@{host_of(header) or HOST}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday notice answers it
    message["X-Mailer"] = "summarize"
    return message


def _date(report: Report) -> datetime:
    """When the newest article was read; of a report without articles, its day."""
    read = [article.retrieved for article in report.own_articles]
    if not read:
        return datetime.combine(report.as_of, time(), UTC)
    return max(read).replace(microsecond=0)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
