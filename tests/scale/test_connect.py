"""Ray is connected for a run, or one line says why it is not."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from typing import Any

import pytest

from summarize.errors import SummarizeError
from summarize.scale.place import Where

ray = pytest.importorskip("ray", reason="the extra summarize-news[ray] is not installed")

from summarize.scale.cluster import Team  # noqa: E402 - they need Ray
from summarize.scale.connect import cluster  # noqa: E402


def _enter(where: Where) -> None:
    with cluster(where, Team(1, 120)):
        raise AssertionError


@pytest.mark.skipif(importlib.util.find_spec("grpc") is not None, reason="the client is installed")
def test_without_the_client_of_ray_one_line_says_what_to_install() -> None:
    with pytest.raises(SummarizeError, match=r"cannot be used: .*`ray\[client\]`"):
        _enter(Where("ray://127.0.0.1:1"))


@pytest.mark.parametrize("named", [True, False])
def test_a_cluster_that_cannot_be_reached_is_one_line(
    monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    asked: list[tuple[str, Mapping[str, Any]]] = []

    def init(address: str, **more: Any) -> None:
        asked.append((address, more))
        raise ConnectionError("nobody answers\nfor long")

    monkeypatch.setattr(ray, "init", init)
    monkeypatch.setenv("RAY_ADDRESS", "head.example:6379")

    with pytest.raises(SummarizeError, match="cannot be used: nobody answers; look at the cluster"):
        _enter(Where("ray://other.example:1") if named else Where())

    address, more = asked[0]
    assert address == ("ray://other.example:1" if named else "head.example:6379")
    assert "object_store_memory" not in more


def test_ray_that_is_started_here_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    monkeypatch.setattr(ray, "init", lambda *_address, **_more: None)
    monkeypatch.setattr(ray, "available_resources", lambda: {"CPU": 2.0})
    monkeypatch.setattr(ray, "shutdown", lambda: ended.append(True))

    with cluster(Where(), Team(0, 120)):
        assert not ended

    assert ended == [True]
