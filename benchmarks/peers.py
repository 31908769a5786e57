"""Other programs at the same work as ours: 200 articles, 40 stories, one loopback server.

    python benchmarks/peers.py [--concurrency 16] [--only bare docetl] [--json peers.json]

Each peer has an environment of its own, made at first use from its pinned requirements; a peer
that cannot be installed is named with the reason. `benchmarks/peers/README.md` says what each
does.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import signal
import subprocess
import sys
import tempfile
import urllib.request
import venv
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from measure import machine, serving
from platformdirs import user_cache_path

HERE = Path(__file__).resolve().parent
PEERS = ("bare", "langchain", "langgraph", "llamaindex", "docetl")
# Ours, and only our way to the server with the prompts of the plain script.
OURS: dict[str, list[str]] = {"ours": [], "ours, bare's prompts": ["--prompts-only"]}
FIRST_TOKEN, PER_TOKEN, OUTPUT_TOKENS = 0.3, 0.005, 128  # a call takes seconds, by tokens
SERVICE = FIRST_TOKEN + PER_TOKEN * OUTPUT_TOKENS
AT_MOST = 300  # seconds for one peer
TABLES = {  # sha1 of the address from which tiktoken would fetch each
    "cl100k_base": "9b5ad71b2ce5302211f9c61530b329a4922fc6a4",
    "o200k_base": "fb374d419588a4632f3f557e76b4b70aebbca790",
}
# No peer may talk to anything but the server: whatever else it asks for is refused at once.
OFFLINE = {
    "HTTP_PROXY": "http://127.0.0.1:9",
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "NO_PROXY": "127.0.0.1,localhost",
    "ANONYMIZED_TELEMETRY": "false",
    "DO_NOT_TRACK": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "LITELLM_LOCAL_MODEL_COST_MAP": "true",
    "LITELLM_TELEMETRY": "false",
    "OPENAI_AGENTS_DISABLE_TRACING": "1",
    "OPENAI_API_KEY": "none",
}


class CannotRun(Exception):
    """A peer has no figures; says why."""


@dataclass(frozen=True)
class Asked:
    """How to measure: calls at once, the server's own limit if any, its window in tokens, and
    where things are.
    """

    concurrency: int
    admit: int | None
    context: int
    articles: Path
    envs: Path
    tables: Path

    @property
    def at_once(self) -> int:
        """Calls that can be in service at once."""
        return min(self.concurrency, self.admit or self.concurrency)


def main() -> None:
    """Measure and print the table."""
    said = _parser().parse_args()
    names = said.only or [*PEERS, *OURS]
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        articles = Path(folder, "articles.jsonl")
        corpus = [sys.executable, str(HERE / "peers" / "corpus.py"), "--out", str(articles)]
        subprocess.run([*corpus, "--articles", str(said.articles)], check=True)
        tables = tiktoken_tables(Path(folder, "tiktoken"))
        asked = Asked(said.concurrency, said.admit, said.context, articles, said.envs, tables)
        rows = [row for name in names if (row := _row(name, asked))]
    print(table(rows, asked, said.articles))
    if said.json:
        said.json.write_text(json.dumps(rows, indent=2), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--concurrency", type=int, default=16)
    parser.add_argument("--only", nargs="+", choices=[*PEERS, *OURS])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--admit", type=int, help="the server answers 429 above so many at once")
    parser.add_argument("--context", type=int, default=8_192, help="the model's window in tokens")
    parser.add_argument("--envs", type=Path, default=user_cache_path("summarize") / "peers")
    parser.add_argument("--json", type=Path)
    return parser


def _row(name: str, asked: Asked) -> dict[str, Any] | None:
    try:
        python = Path(sys.executable) if name in OURS else environment(name, asked.envs)
        return measured(name, python, asked)
    except CannotRun as why:
        print(f"{name}: no figures: {why}", file=sys.stderr)
        return None


def environment(name: str, envs: Path) -> Path:
    """The Python of this peer's environment, made if its requirements are not in it yet."""
    folder, wanted = envs / name, HERE / "peers" / f"requirements-{name}.txt"
    python, made_from = folder / "bin" / "python", folder / "made-from.txt"
    if made_from.is_file() and made_from.read_bytes() == wanted.read_bytes():
        return python
    print(f"{name}: installing into {folder}", file=sys.stderr)
    try:
        venv.create(folder, clear=(folder / "pyvenv.cfg").is_file(), symlinks=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as why:
        raise CannotRun(f"venv: {why}") from None
    pip = [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(wanted)]
    done = subprocess.run(pip, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise CannotRun(f"pip: {_last_line(done.stderr)}")
    made_from.write_bytes(wanted.read_bytes())
    return python


def tiktoken_tables(folder: Path) -> Path:
    """A folder for TIKTOKEN_CACHE_DIR, filled from bpe-openai if that is installed."""
    folder.mkdir()
    found = importlib.util.find_spec("bpe_openai")
    if found is None or found.origin is None:
        print("tiktoken has no tables: pip install bpe-openai", file=sys.stderr)
        return folder
    for table, file in TABLES.items():
        packed = Path(found.origin).parent / "data" / f"{table}.tiktoken.gz"
        (folder / file).write_bytes(gzip.decompress(packed.read_bytes()))
    return folder


def measured(name: str, python: Path, asked: Asked) -> dict[str, Any]:
    """What the peer says of itself, and what the server saw."""
    with tempfile.TemporaryDirectory(prefix=f"{name}-") as home, _server(asked) as base_url:
        out = Path(home, "cost.json")
        runner = HERE / "peers" / ("ours.py" if name in OURS else f"run_{name}.py")
        command = [str(python), str(runner), *OURS.get(name, ())]
        command += ["--articles", str(asked.articles)]
        command += ["--base-url", base_url, "--out", str(out)]
        command += ["--concurrency", str(asked.concurrency), "--context", str(asked.context)]
        own = {"HOME": home, "DOCETL_HOME_DIR": home, "TIKTOKEN_CACHE_DIR": str(asked.tables)}
        _run(command, {"PATH": os.environ["PATH"]} | OFFLINE | own)
        cost: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(f"{base_url.removesuffix('/v1')}/stats", timeout=10) as answer:
            seen = json.load(answer)
    return {
        "name": name,
        "concurrency": asked.concurrency,
        "admit": asked.admit,
        **cost,
        "requests": seen["requests"],
        "most_in_flight": seen["most_in_flight"],
        "statuses": seen["statuses"],
        "asking": seen["last_end"] - seen["first_start"] if seen["requests"] else None,
        "ideal": sum(ceil(n / asked.at_once) for n in cost.get("steps", [])) * SERVICE,
    }


def _run(command: Sequence[str], environ: Mapping[str, str]) -> None:
    """Run to its end; after `AT_MOST` seconds it is ended, and what it started with it."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, env=environ, stdout=said, stderr=said, start_new_session=True
        )
        try:
            failed = process.wait(AT_MOST)
        except subprocess.TimeoutExpired:
            raise CannotRun(f"not done after {AT_MOST} s") from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        said.seek(0)
        if failed:
            raise CannotRun(f"exit {failed}: {_last_line(said.read().decode(errors='replace'))}")


def _server(asked: Asked) -> AbstractContextManager[str]:
    options = ["--seconds", FIRST_TOKEN, "--per-token", PER_TOKEN, "--context", asked.context]
    options += ["--output-tokens", OUTPUT_TOKENS]
    options += [] if asked.admit is None else ["--admit", asked.admit]
    return serving("model_server.py", *options)


def table(rows: Sequence[Mapping[str, Any]], asked: Asked, articles: int) -> str:
    """The rows as Markdown."""
    admit = "" if asked.admit is None else f", the server admits {asked.admit}"
    lines = [
        f"{articles} articles, concurrency {asked.concurrency}{admit}, {SERVICE:.2f} s a call,"
        f" a window of {asked.context:,} tokens ({machine()})",
        "",
        "| peer | calls | in flight | wall s | asking s | ideal s | cpu s | MB | failed | 429s |",
        f"|---|{'---|' * 9}",
    ]
    for row in rows:
        asking = "-" if row["asking"] is None else f"{row['asking']:.1f}"
        ideal = f"{row['ideal']:.1f}" if row["ideal"] else "-"
        lines.append(
            f"| {row['name']} | {row['requests']} | {row['most_in_flight']} | {row['wall']:.1f}"
            f" | {asking} | {ideal} | {row['cpu']:.1f} | {row['max_rss_mb']:.0f}"
            f" | {row['failed']} | {row['statuses'].get('429', 0)} |"
        )
    return "\n".join(lines)


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:300] if lines else "it said nothing"


if __name__ == "__main__":
    main()
