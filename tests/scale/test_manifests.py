"""The manifests of `examples/deploy/` are YAML that says a command as it can be run."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from summarize.cli.reports import daily

yaml = pytest.importorskip("yaml", reason="comes with the extra summarize-news[ray]")

DEPLOY = Path(__file__).resolve().parents[2] / "examples" / "deploy"


def _manifest(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))
    return found


def _options(arguments: list[str]) -> set[str]:
    return {said.partition("=")[0] for said in arguments if said.startswith("-")}


def _known() -> set[str]:
    return {name for param in daily.params for name in param.opts}


def test_every_manifest_is_of_a_kind() -> None:
    kinds = {path.name: _manifest(path.name)["kind"] for path in DEPLOY.glob("*.yaml")}
    assert kinds == {"cronjob.yaml": "CronJob", "rayjob.yaml": "RayJob"}


def test_the_ray_job_runs_the_daily_brief_on_its_cluster() -> None:
    said = shlex.split(_manifest("rayjob.yaml")["spec"]["entrypoint"])

    assert said[:2] == ["summarize", "daily"]
    assert said[-2:] == ["--on", "ray"]
    assert _options(said) <= _known()


def test_the_cron_job_runs_the_daily_brief() -> None:
    pod = _manifest("cronjob.yaml")["spec"]["jobTemplate"]["spec"]["template"]["spec"]
    container = pod["containers"][0]

    assert container["command"][:2] == ["summarize", "daily"]
    assert _options(container["args"]) <= _known()


@pytest.mark.parametrize("kind", ["headGroupSpec", "workerGroupSpecs"])
def test_every_machine_of_the_cluster_has_the_keys(kind: str) -> None:
    group = _manifest("rayjob.yaml")["spec"]["rayClusterSpec"][kind]
    for one in group if isinstance(group, list) else [group]:
        container = one["template"]["spec"]["containers"][0]
        assert container["envFrom"] == [{"secretRef": {"name": "summarize"}}]
