"""What `--on` may name."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from summarize.cli import main
from summarize.errors import UsageError
from summarize.scale.place import Where, where

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="the extra summarize-news[ray] is not installed"
)


@needs_ray
def test_ray_alone_is_started_here() -> None:
    assert where("ray") == Where()


@needs_ray
def test_a_cluster_is_named_by_its_address() -> None:
    assert where("ray://head.example:10001") == Where("ray://head.example:10001")


@pytest.mark.parametrize("said", ["spark", "ray://", "ray://head", "ray://:1", "ray://[", "ray:x"])
def test_anything_else_is_no_engine(said: str) -> None:
    with pytest.raises(UsageError, match="is no engine; give ray or ray://HOST:PORT"):
        where(said)


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)

    assert main(["daily", "news", "--on", "ray"]) == 2

    said = capsys.readouterr().err
    assert said == "Error: --on ray needs Ray; pip install 'summarize-news[ray]'\n"


@needs_ray
@pytest.mark.parametrize("option", ["--batch", "--record=replies.jsonl"])
def test_what_one_process_does_alone_does_not_go_on_a_cluster(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["daily", "news", "--on", "ray", "-m", "some-model", option]) == 2

    assert "do not go together" in capsys.readouterr().err
