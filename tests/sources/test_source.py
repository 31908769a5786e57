from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import SettingsError
from summarize.settings import load
from summarize.sources.source import Source, of_settings


def listed(tmp_path: Path, toml: str) -> list[Source]:
    path = tmp_path / "summarize.toml"
    path.write_text(toml, "utf-8")
    return of_settings(load(path))


def test_sources_of_the_settings(tmp_path: Path) -> None:
    (web, files) = listed(
        tmp_path,
        '[[source]]\nname = "L"\noutlet = "Ledger"\nurl = "https://l.test/f"\nweight = 2\n'
        '[[source]]\npath = "news"\nlanguage = "es"\n',
    )

    assert (web.where, web.weight, web.shown, web.is_web) == (
        "https://l.test/f",
        2.0,
        "Ledger",
        True,
    )
    assert (files.where, files.said) == (str(tmp_path / "news"), {"language": "es"})
    assert web.listed
    assert not files.is_web


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[source]]\nname = "L"\n', "needs a url or a path"),
        ('[[source]]\nurl = "https://a.test"\npath = "b"\n', "needs a url or a path"),
        ('[[source]]\nurl = "ledger"\n', "not a web address"),
        ('[[source]]\nurl = "https://a.test"\nwieght = 2\n', "did you mean 'weight'"),
        ('[source]\nurl = "https://a.test"\n', "as \\[\\[source\\]\\]"),
    ],
)
def test_a_wrong_source_is_named(tmp_path: Path, toml: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        listed(tmp_path, toml)


def test_a_file_is_of_the_web_where_it_lists_what_is_fetched(tmp_path: Path) -> None:
    texts = {"a.opml": "<opml/>", "b.xml": "<note/>", "c.json": "{}", "d.txt": "<rss/>"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")

    assert [Source(str(tmp_path / name)).is_web for name in texts] == [True, False, False, False]
    assert not Source(str(tmp_path / "missing.rss")).is_web
