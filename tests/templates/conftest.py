"""A person's folder of templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.templates import Folders

Own = Callable[..., Folders]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """`own(name="text", …)`: a folder `mine` with these prompts, before the shipped ones."""

    def made(files: dict[str, str] | None = None, **prompts: str) -> Folders:
        folder = tmp_path / "mine"
        texts = {**{f"{name}.md.j2": text for name, text in prompts.items()}, **(files or {})}
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return Folders((folder,))

    return made
