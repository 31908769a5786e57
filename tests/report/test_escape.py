"""Foreign text stays plain text in Markdown, and still reads well in the raw file."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarize.report.escape import escape_markdown, fold, link_target, with_dates_in_order

# As GitHub reads, with tables, raw HTML and bare addresses; it links bare domains as well.
MARKDOWN = MarkdownIt("gfm-like")
PIECES = ["http://", "www.", "a@b.example", "&amp;", "&#35;", "<b>", "<!--", "[3a]", "](x)", "word"]
PIECES += ["evil.com", "//evil.com", "//localhost/", "ftp:", "mailto:", "@", "_", "é", ":", "&amp"]
PIECES += [
    "1.",
    "2)",
    "-",
    "+",
    "#",
    "##",
    ">",
    "=",
    "*",
    "***",
    "__",
    "~~",
    "```",
    "|",
    "---",
    "\\",
]
# Characters that mean something in Markdown come up far more often than by chance.
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="*_`~[]()<>!#+-=|\\&;:./@\"'1a \n\t", max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join),
)


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or []]


def plain(tokens: list[Token]) -> str:
    """The text of inline tokens that hold nothing but text."""
    assert {token.type for token in tokens} <= {"text", "text_special"}
    return "".join(token.content for token in tokens)


@given(TEXTS)
@example("--- ---")
@example("Title ##")
@example("1234567890. no list")
@example("\\*not bold\\*")
@example("a\\")
@example("MAILTO:0@+")
@example("//$x.y")
@example(")a+$.xn--p1ai")
def test_escaped_text_is_a_paragraph_that_reads_back_as_it_was(text: str) -> None:
    tokens = MARKDOWN.parse(escape_markdown(text))
    kinds = [token.type for token in tokens]
    assert kinds in ([], ["paragraph_open", "inline", "paragraph_close"])
    assert plain(inline(tokens)) == fold(text)


@given(TEXTS)
def test_escaped_text_reads_back_in_a_heading(text: str) -> None:
    tokens = MARKDOWN.parse(f"# {escape_markdown(text)}")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert plain(inline(tokens)) == fold(text)


@given(TEXTS)
def test_escaped_text_reads_back_in_a_bullet(text: str) -> None:
    tokens = MARKDOWN.parse(f"- {escape_markdown(text)}")
    allowed = {"bullet_list", "list_item", "paragraph"}
    assert {token.type.rsplit("_", 1)[0] for token in tokens} <= allowed | {"inline"}
    assert plain(inline(tokens)) == fold(text)


@given(TEXTS)
def test_escaped_text_reads_back_in_a_numbered_entry_and_in_what_stands_below_it(text: str) -> None:
    escaped = escape_markdown(f"a{text}")
    tokens = MARKDOWN.parse(f"1. {escaped} (x)\n\n   - {escaped}\n")
    kinds = {token.type.rsplit("_", 1)[0] for token in tokens}
    assert kinds == {"ordered_list", "bullet_list", "list_item", "paragraph", "inline"}
    said = [plain(token.children or []) for token in tokens if token.type == "inline"]
    assert said == [f"{fold(f'a{text}')} (x)", fold(f"a{text}")]


@given(TEXTS)
@example("R&amp")
def test_what_the_page_goes_on_with_changes_nothing(text: str) -> None:
    escaped = escape_markdown(f"a{text}")
    for after in ("; x", " — x", ", x", ": x", " / x"):
        said = plain(inline(MARKDOWN.parse(f"x {escaped}{after}")))
        assert said == f"x {fold(f'a{text}')}{after}"


@given(TEXTS)
def test_escaped_text_stays_in_its_table_cell(text: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escape_markdown(text)} | c |"
    cells = [token for token in MARKDOWN.parse(table) if token.type == "inline"]
    assert len(cells) == 4
    assert plain(cells[2].children or []) == fold(text)
    assert cells[3].content == "c"


@given(TEXTS)
def test_escaped_text_stays_within_bold_and_link_text(text: str) -> None:
    escaped = escape_markdown(f"a{text}z")
    bold = inline(MARKDOWN.parse(f"x **{escaped}** y"))
    assert [token.type for token in bold if "strong" in token.type] == [
        "strong_open",
        "strong_close",
    ]
    link = inline(MARKDOWN.parse(f"[{escaped}](#s1)"))
    assert (link[0].type, link[-1].type) == ("link_open", "link_close")
    assert plain(link[1:-1]) == fold(f"a{text}z")


@pytest.mark.parametrize(
    "text",
    [
        "AT&T rose 5 * 3 points",
        "file_name_one",
        "x < 5 and y > 3",
        "rose 3.5 points, U.S. and p.m. and e.g. and/or 10:30",
        "It cost $5 (about 4 euros); why?",
        "-5 degrees",
        "No. 1. Next",
        "2026-03-11: it’s “over” – really!",
        "#1 in 100%",
        "三十一人死亡，官员说。",
    ],
)
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert escape_markdown(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("see https://a.example", r"see https\://a.example"),
        ("or www.b.example", r"or www\.b.example"),
        ("or www.^.com", r"or www\.^\.com"),
        ("write to ann@b.example", r"write to ann\@b.example"),
        ("news.com at //host/x", r"news\.com at \//host/x"),
        ("[3a] *x* <b>", r"\[3a\] \*x\* \<b>"),
        ("12. March", r"12\. March"),
        ("&copy; &nope now", r"\&copy; &nope now"),
    ],
)
def test_what_would_be_active_gets_a_backslash(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_line_breaks_become_one_space_and_control_characters_go() -> None:
    assert fold(" a\r\n\n b\u2028c\x00d\u202ee\ud800 ") == "a b cde"


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200f", "\u061c", "\u2066", "\ufeff", "\ufff9", "\U000e0041", "\x9b"]
)
def test_what_nobody_sees_goes(hidden: str) -> None:
    assert fold(f"a{hidden}b") == "ab"


def test_signs_of_arabic_and_joiners_stay() -> None:
    assert fold("\u06001 می\u200cخواهم") == "\u06001 می\u200cخواهم"


def test_a_no_break_space_is_kept() -> None:
    assert fold("« oui\u00a0»") == "« oui\u00a0»"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "/etc/passwd", "https:///x", "http://[::1", ""],
)
def test_only_http_urls_with_a_host_become_links(url: str) -> None:
    assert link_target(url) is None


@given(st.text(max_size=40))
def test_a_url_never_leaves_its_link(path: str) -> None:
    target = link_target(f"https://news.example/{path}")
    assert target is not None
    tokens = inline(MARKDOWN.parse(f"[link]({target}) end"))
    assert [token.type for token in tokens] == ["link_open", "text", "link_close", "text"]
    assert str(tokens[0].attrs["href"]).startswith("https://news.example/")


def test_a_url_that_is_well_formed_is_kept() -> None:
    url = "https://news.example/a/b%20c?x=1&y=2#part"
    assert link_target(url) == url


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("حتى 2026-03-11", "حتى \u200e2026-03-11"),
        ("من 2026-03 إلى 2026-03-11", "من \u200e2026-03 إلى \u200e2026-03-11"),
        ("until 2026-03-11", "until 2026-03-11"),
        ("“حتى 2026-03-11”", "“حتى 2026-03-11”"),
        ("الرقم 12026-03-11-7", "الرقم 12026-03-11-7"),
    ],
)
def test_dates_keep_the_year_in_front_behind_letters_from_right_to_left(
    text: str, shown: str
) -> None:
    assert with_dates_in_order(text) == shown
