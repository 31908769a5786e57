from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.bccache import Bucket

from summarize.templates import Folders, Prompts, compiled
from summarize.templates.compiled import Compiled


def bucket(text: str, name: str = "a.md.j2", *filters: str) -> Bucket:
    made = Environment(bytecode_cache=Compiled())
    made.filters |= dict.fromkeys(filters, str)
    key = Compiled().get_cache_key(name)
    return Bucket(made, key, Compiled().get_source_checksum(text))


def kept(cache: Compiled, one: Bucket) -> Bucket:
    one.code = compile("1", "a", "eval")
    cache.dump_bytecode(one)
    return one


def test_the_code_of_the_same_text_is_kept() -> None:
    cache = Compiled()
    first = kept(cache, bucket("a"))
    again = bucket("a")

    cache.load_bytecode(again)

    assert again.code is first.code


@pytest.mark.parametrize(
    "other", [bucket("b"), bucket("a", "b.md.j2"), bucket("a", "a.md.j2", "x")]
)
def test_another_text_file_or_filter_has_its_own_code(other: Bucket) -> None:
    cache = Compiled()
    kept(cache, bucket("a"))

    cache.load_bytecode(other)

    assert other.code is None


def test_what_was_not_compiled_is_not_kept() -> None:
    cache = Compiled()
    cache.dump_bytecode(bucket("a"))
    again = bucket("a")

    cache.load_bytecode(again)

    assert again.code is None


def test_no_more_is_kept_than_a_program_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_MOST", 2)
    cache = Compiled()
    for name in ("a", "b", "c"):
        kept(cache, bucket("a", name))
    first, last = bucket("a", "a"), bucket("a", "c")

    cache.load_bytecode(first)
    cache.load_bytecode(last)

    assert (first.code, last.code is None) == (None, False)


def test_a_file_that_was_changed_is_compiled_again(tmp_path: Path) -> None:
    own = tmp_path / "article.md.j2"
    folders = Folders((tmp_path,))
    for word in ("dams", "bridges"):
        own.write_text(
            '{% extends "default/article.md.j2" %}{% block task %}Write of '
            + word
            + "{% endblock %}",
            encoding="utf-8",
        )
        assert f"Write of {word}" in Prompts(folders).get("article").block("task", {})
