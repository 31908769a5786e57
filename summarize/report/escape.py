"""Making foreign text inert: whatever an article, a file name or a model says stays plain text.

Only what would be active gets a backslash, so that the raw text still reads well: `a_b`, `5 * 3`,
`AT&T` and `x < 5` stay as they are.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import regex

from summarize.read.clean import seen

# Everything that ends a line somewhere becomes one space. A no-break space is kept.
_BREAKS = regex.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_SURROGATES = regex.compile(r"\p{Cs}+")
_ACTIVE = regex.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~\s]|\Z)            # a backslash that would escape something, or end a line
    | [`\[\]|~]                             # code, links, tables, strike-through
    | (?<!\s)\*|\*(?!\s)                    # emphasis: all but a star between spaces
    | (?<![^\W_])_|_(?![^\W_])              # emphasis: all but one inside a word
    | <(?=[A-Za-z/!?]|\Z)                   # HTML and autolinks
    | &(?=(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31})(?:;|\Z))   # entities
    | (?<!\S)\#(?=\#*(?:\s|\Z))             # headings, opened or closed
    | \A[-+](?=\s|\Z)|\A-(?=[-\s]*\Z)       # bullets, rules, underlined headings
    | \A=(?==*\Z)
    | \A>
    | (?<=\A\d{1,9})[.)](?=\s|\Z)           # numbered lists
    | :(?=//)                               # what is linked by itself, by GitHub and others
    | (?<![:/])/(?=/\S)
    | (?<=www)\.
    | (?<=[^\s.])\.(?!md\.j2\b)(?=(?:[a-z]{2}|biz|com|edu|gov|info|name|net|org|pro|shop|web|xxx
        |aero|asia|coop|museum|рф)(?![^\W_]))       # as linkify-it does; not our templates
    | (?<=\S)@(?=\S)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_ISO_DATE = regex.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])")
# Of what a URL may hold, all but the characters that end or open something in Markdown or HTML.
_URL_SAFE = "%/:?#@!$&*+,=~-._"


def fold(text: str) -> str:
    """One line: line breaks and runs of spaces are one space, invisible characters are gone."""
    return _BREAKS.sub(" ", seen(_SURROGATES.sub("", text))).strip()


def with_dates_in_order(text: str) -> str:
    """`text` for a page that runs from right to left: its ISO dates keep the year in front.

    Behind Arabic letters `2026-03-11` is shown as `11-03-2026`, while in a cell of its own it is
    not. Quotations stay as they are, and so does text without letters of such a script.
    """
    if text.startswith(('"', "“")) or not _RIGHT_TO_LEFT.search(text):
        return text
    return str(_ISO_DATE.sub("\u200e\\g<0>", text))


def escape_markdown(text: str) -> str:
    """`text` as one line of Markdown (CommonMark and GFM) that renders as `fold(text)`."""
    return str(_ACTIVE.sub(r"\\\g<0>", fold(text)))


def link_target(url: str) -> str | None:
    """`url` percent-encoded so that it cannot leave a link; None unless it is http or https."""
    try:
        parts = urlsplit(fold(url))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return quote(fold(url), safe=_URL_SAFE)
