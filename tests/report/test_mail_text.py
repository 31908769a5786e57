"""Our Markdown as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.report.escape import escape_markdown, fold
from summarize.report.mail_text import plain_text


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ('### 1. Dam <a id="s1"></a>\n', "### 1. Dam\n"),
        ('- <a id="c1a"></a>[1a] "It broke." (¶ 2)\n', '- [1a] "It broke." (¶ 2)\n'),
        ("It broke. [1a] ([story 1](#s1))\n", "It broke. [1a] (story 1)\n"),
        ("; [link](https://a.example/x)\n", "; link <https://a.example/x>\n"),
        ("| [A \\| \\[b\\]](#s1) | 2 |\n", "| A | [b] | 2 |\n"),
        ("text\n\n[1a]: #c1a\n[12ab]: #c12ab\n", "text\n"),
        ("a\\_b \\\\\\* c:\\d\n", "a_b \\* c:\\d\n"),
        ("[1a] [2b](#s1)x\n", "[1a] 2bx\n"),
    ],
)
def test_syntax_of_ours_becomes_plain(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


@given(st.text(st.characters(codec="utf-8")))
def test_foreign_text_reads_as_it_was(text: str) -> None:
    assert plain_text(f"- {escape_markdown(text)} [1a]\n") == f"- {fold(text)} [1a]\n"
