"""From, To and Subject of a mail: no foreign text makes a header, or ends one."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.headerregistry import Address

import regex

from summarize.report.desk import Desk
from summarize.report.escape import fold
from summarize.report.view import Head
from summarize.reported import Header

# Where no contact is given: a domain that is nobody's (RFC 2606), and a group without members.
HOST = "report.invalid"
NOBODY = "undisclosed-recipients:;"
NAME = "summarize"
LONGEST = 160  # characters of a subject; clients show half of them
_MAILBOX = r"[\w.!#$%&'*+/=?^`{|}~-]+@(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)"


def mailboxes(header: Header) -> tuple[Address, Address | str]:
    """Who sends the mail, and to whom it goes: both the contact of the settings, if it is one."""
    name = _short(fold(header.producer) or NAME)
    if host_of(header) is None:
        return Address(name, addr_spec=f"{NAME}@{HOST}"), NOBODY
    contact = _contact(header)
    return Address(name, addr_spec=contact), Address(addr_spec=contact)


def host_of(header: Header) -> str | None:
    """The domain of the contact; None where it is no mail address."""
    try:
        return Address(addr_spec=_contact(header)).domain or None
    except (HeaderParseError, IndexError, ValueError):
        return None


def subject(desk: Desk, head: Head) -> str:
    """`INCOMPLETE: [INTERNAL] Daily brief No. 4 – 2026-03-11`."""
    warning = "INCOMPLETE: " if head.incomplete else ""
    marking = f"[{head.marking}] " if head.marking else ""
    day = f" – {desk.report.as_of.isoformat()}"
    return warning + _short(marking + fold(head.title)) + day


def _contact(header: Header) -> str:
    found = regex.search(_MAILBOX, fold(header.contact), regex.ASCII | regex.IGNORECASE)
    return found[0] if found else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
