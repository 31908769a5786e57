"""Variants are run one after the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summarize.article import Article
from summarize.briefs.session import Asked
from summarize.evaluate.running import INTERRUPTED, Runs
from summarize.evaluate.variants import Variant, variants_of
from summarize.pipeline import Options
from summarize.settings import Settings
from tests.builders import NOW
from tests.evaluate.conftest import dam, pile_of


def script(path: Path) -> str:
    said = {"text": "The Karrow Dam burst on Monday night.", "cites": [1]}
    lists: dict[str, Any] = {"who": [], "where": [], "quotations": []}
    reply = {"bottom_line": said, "claims": [], **lists}
    story = {**reply, "headline": said, "timeline": [], "differ": []}
    overview: dict[str, Any] = {"bottom_line": [], "highlights": [], "gaps": []}
    lines = [("article", reply), ("story", story), ("overview", overview)]
    lines += [("repair", {"text": "", "cites": []})]
    text = "\n".join(json.dumps({"template": name, "reply": reply}) for name, reply in lines)
    path.write_text(text, encoding="utf-8")
    return f"scripted:{path}"


def runs(folder: Path, *models: str) -> tuple[Runs, list[str]]:
    said: list[str] = []
    asked = Asked(Settings({}), "", "en", 40, store=folder / "answers.db")
    options = Options(kind="daily", now=NOW, group="each")
    made = Runs(
        variants_of([], models), options, asked, lambda letter, line: said.append(f"{letter}{line}")
    )
    return made, said


def articles() -> list[Article]:
    return dam()


async def test_all_variants_tell_the_same_stories(tmp_path: Path) -> None:
    made, _ = runs(tmp_path, "local", script(tmp_path / "one.jsonl"))

    one, two = await made.run(pile_of(*articles()), lambda *_: None)

    assert one.report is not None
    assert two.report is not None
    assert [s.id for s in one.report.stories] == [s.id for s in two.report.stories]
    assert made.asks
    assert len(made.opened) == 1


async def test_after_an_interrupt_the_other_variants_are_not_run(tmp_path: Path) -> None:
    models = [script(tmp_path / "one.jsonl"), script(tmp_path / "two.jsonl"), "local"]
    made, said = runs(tmp_path, *models)

    def heard(variant: Variant, stage: str, done: int, of: int) -> None:
        assert (variant.letter, stage, of) == ("A", "stories", 3)
        assert done <= 3
        made.interrupt()

    outcomes = await made.run(pile_of(*articles()), heard)

    assert [one.error for one in outcomes[1:]] == [INTERRUPTED] * 2
    assert outcomes[0].report is not None
    assert outcomes[0].report.partial
    assert any(line.startswith("A") and "interrupted" in line for line in said)
