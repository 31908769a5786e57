"""Whatever a model replies is plain text; `benchmarks/hostile_replies.py` runs many more."""

from __future__ import annotations

from pathlib import Path

import hostile_pile
import hostile_replies
import pytest
from hostile_page import page_faults
from hostile_replies import FLAGGED, Modes

# Some of each kind, and each of them quick.
QUICK = [
    "link definition",
    "bare URL behind letters",
    "bare domain",
    "image by reference",
    "script in lines",
    "open comment",
    "template",
    "underlined heading",
    "forged marks",
    "table",
    "terminal link",
    "bidi overrides",
    "half characters",
    "numbers out of range",
    "100,000 levels",
    "prose",
    "escapes",
]
CASES = {case.name: case for case in hostile_pile.cases()}


@pytest.fixture(autouse=True)
def _no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.mark.parametrize("name", QUICK)
def test_a_hostile_reply_is_plain_text_in_a_daily_brief(name: str, tmp_path: Path) -> None:
    modes: Modes = {"daily": {"flagged": FLAGGED}}

    assert hostile_replies.run(CASES[name], tmp_path, modes, terminal=False).said == []


@pytest.mark.parametrize("name", ["inline link", "img", "colours", "right to left"])
def test_a_hostile_reply_is_plain_text_in_the_brief_of_an_article(
    name: str, tmp_path: Path
) -> None:
    modes: Modes = {"article": {"default": ()}}

    assert hostile_replies.run(CASES[name], tmp_path, modes, terminal=False).said == []


def test_a_hostile_reply_does_not_steer_a_terminal(tmp_path: Path) -> None:
    assert hostile_replies.run(CASES["terminal title"], tmp_path, {}).said == []


def test_a_page_that_is_not_inert_is_found_out() -> None:
    page = (
        "# Forged\n\n[x](https://evil.example) ![x](p.png) <b>evil.com</b>\x1b\n\n> said\n\n"
        '- <a id="c1a"></a>[1a] "words"\n- <a id="c1a"></a>[2b]\n\n[1a]: #c1a\n[2b]: #c9z\n'
    )

    found = page_faults(page, {"Sources"}, {"https://news.example/1"})

    assert found == {
        "headings": 1,
        "foreign": 2,
        "fetching": 1,
        "active": 2,
        "structure": 1,
        "marks": 2,
        "unseen": 1,
    }
