"""`-o brief.eml` and `[report]` of the settings."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DAY = Path(__file__).parents[2] / "examples" / "day-1"
SETTINGS = """[report]
producer = "Valley Ledger"
contact = "desk@ledger.example"
marking = "INTERNAL"
next_report = "tomorrow, 07:00"
"""


@pytest.fixture
def settings(news: Path) -> Path:
    path = news.parent / "desk.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    return path


def test_a_run_writes_a_mail_from_the_settings(run: Run, news: Path, settings: Path) -> None:
    ran = run("brief", news, "-o", "brief.eml", "-o", "r.json", "--config", settings)

    message = message_from_bytes(Path("brief.eml").read_bytes(), policy=policy.default)
    assert ran.code == 0
    assert message["From"] == "Valley Ledger <desk@ledger.example>"
    assert message["Subject"].startswith("[INTERNAL] Brief – ")
    assert json.loads(Path("r.json").read_bytes())["header"]["next_report"] == "tomorrow, 07:00"
    assert "Gmail" not in ran.err


def test_render_keeps_the_header_of_the_report(run: Run, news: Path, settings: Path) -> None:
    run("brief", news, "-q", "-o", "r.json", "-o", "a.eml", "--config", settings)

    run("render", "r.json", "-o", "b.eml")

    assert Path("a.eml").read_bytes() == Path("b.eml").read_bytes()


def test_a_mail_that_gmail_would_clip_is_told_of(run: Run, news: Path) -> None:
    long = "".join(f"Gate {n} of the dam at Ostrel was shut by hand.\n\n" for n in range(2500))
    (news / "gates.txt").write_text(f"Gates of Ostrel\n\n{long}", encoding="utf-8")
    made = run("brief", news / "gates.txt", "-o", "b.eml", "-o", "r.json", "--embed", "full")
    again = run("render", "r.json", "-o", "again.eml", "--embed", "full")

    for ran in (made, again):
        assert "Gmail shows the first 102 kB of" in ran.err
        assert "--words, --top or --sections shortens it" in ran.err


def test_an_old_mail_is_replaced_without_a_word(run: Run, news: Path) -> None:
    run("brief", news, "-q", "-o", "brief.eml")

    assert "in place of" not in run("brief", news, "-o", "brief.eml").err


def test_a_wrong_setting_of_the_report_is_named(run: Run, news: Path, settings: Path) -> None:
    settings.write_text('[report]\nproducers = "x"\n', encoding="utf-8")
    ran = run("brief", news, "--config", settings)

    assert ran.code == 2
    assert "[report] unknown setting 'producers'; did you mean 'producer'" in ran.err


@pytest.mark.usefixtures("news")
def test_timelines_are_drawn_on_request(run: Run) -> None:
    run("brief", DAY, "-q", "-o", "r.json")

    assert "```mermaid\ntimeline\n" not in run("render", "r.json").out
    assert "```mermaid\ntimeline\n" in run("render", "r.json", "--mermaid").out


@pytest.mark.parametrize("language", ["de", "ar", "zh", "vi"])
def test_labels_can_be_had_in_a_language_from_the_start(
    run: Run, news: Path, language: str
) -> None:
    run("brief", news, "-q", "-o", "r.json", "-o", "b.md", "--language", language)

    assert run("check", "--text", "b.md", "r.json").code == 0
