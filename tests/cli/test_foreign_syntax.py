"""Nothing that an article says is ever run as a template, and no template sees a secret."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ADDRESS = "http://127.0.0.1:9/v1"
SYNTAX = [
    "{{ 7*7 }}",
    "{{ page.title }}",
    "{{ evidence|upper }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ self._TemplateReference__context }}",
    "{% include 'default/story.md.j2' %}",
    "{% for i in range(3) %}again{% endfor %}",
    "{% extends 'default/story.md.j2' %}",
    "{# a remark #}",
    "{%- raw -%}kept{%- endraw -%}",
]
EVENTS = [
    "The harbour of Vessen was closed after a freighter ran aground",
    "A school in Brask opened its new library with a thousand books",
    "Farmers near Lindmere lost their barley to hail",
    "The museum of Orlen bought a painting of a blue horse",
    "Nurses in Saint-Orme ended their strike after nine days",
    "A tram left the rails in Wexmoor and hit a fence",
    "The observatory of Tarn found a comet with two tails",
    "Bakers of Ostrel sold the longest loaf of the valley",
    "Chess players from Lethe won the cup of the coast",
    "Divers raised a bronze bell from the lake of Karrow",
]
SECRET = "sk-secret-0123456789"


@pytest.fixture
def pile(news: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ten articles with template syntax in title, body and outlet."""
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    lines = [
        {
            "title": f"{event}: {syntax}",
            "text": f"{event}, and somebody wrote {syntax} on the wall there on Monday.",
            "outlet": f"Gazette {syntax}",
            "published": "2026-03-10",
        }
        for event, syntax in zip(EVENTS, SYNTAX, strict=True)
    ]
    path = news.parent / "pile.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def said(text: str) -> None:
    """Each title, body and outlet stands in `text` letter by letter."""
    for event, syntax in zip(EVENTS, SYNTAX, strict=True):
        assert f"{event}: {syntax}" in text
        assert f"{event}, and somebody wrote {syntax} on the wall there on Monday." in text
        # In the heading of an article in a prompt a bar parts the fields, and is no part of one.
        assert f"Gazette {syntax}" in text or f"Gazette {syntax.replace('|', '/')}" in text


def plain(markdown: str) -> str:
    """The text of a page: without the backslashes that make it plain."""
    return markdown.replace("\\", "")


@pytest.mark.parametrize("command", ["article", "daily"])
def test_a_report_says_it_as_it_stands(run: Run, pile: Path, command: str) -> None:
    ran = run(command, str(pile), "--words", "9000", "-o", "a.md", "-o", "a.review.md")

    assert ran.code == 0, ran.err
    page = plain(Path("a.md").read_text(encoding="utf-8"))
    said(page)


def test_a_prompt_shows_it_as_it_stands(run: Run, pile: Path) -> None:
    model = ["-m", "a-model", "--base-url", ADDRESS, "--store", "a.db", "--dry-run", "-v"]

    ran = run("daily", str(pile), *model)

    assert ran.code == 0, ran.err
    said(ran.out)


def test_a_template_of_ones_own_prints_it_as_it_stands(run: Run, pile: Path) -> None:
    text = "{% for brief in page.briefs %}\n- {{ brief.headline }} {{ brief.facts }}\n{% endfor %}"
    write("prompts/report/article.md.j2", text)

    page = plain(run("article", str(pile)).out)

    for event, syntax in zip(EVENTS, SYNTAX, strict=True):
        assert f"- {event}: {syntax} Gazette {syntax}" in page


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


# All that a template has at hand, as far as it can be printed.
ALL = ["page", "self", "namespace()", "cycler(1)", "page.label"]


def test_no_key_no_setting_and_no_path_is_within_reach_of_a_report(
    run: Run, pile: Path, tmp_path: Path
) -> None:
    write("key.txt", SECRET)
    write("summarize.toml", f'api_key_file = "key.txt"\nbase_url = "{ADDRESS}"\n')
    printed = "".join(f"{{{{ {name} }}}}\n" for name in ALL)
    write("prompts/report/article.md.j2", printed)

    ran = run("article", str(pile))

    assert ran.code == 0, ran.err
    assert "ArticlePage" in ran.out
    for secret in (SECRET, str(tmp_path), "key.txt", ADDRESS):
        assert secret not in plain(ran.out)


def test_no_key_no_setting_and_no_path_is_within_reach_of_a_prompt(
    run: Run, pile: Path, tmp_path: Path
) -> None:
    write("summarize.toml", f'base_url = "{ADDRESS}"\n')
    names = ["self", "namespace()", "cycler(1)", "fields", "language", "words"]
    printed = " ".join(f"{{{{ {name} }}}}" for name in names)
    base = '{% extends "default/article.md.j2" %}'
    write("prompts/article.md.j2", f"{base}{{% block role %}}{printed}{{% endblock %}}")

    ran = run("article", str(pile), "-m", "a-model", "--store", "a.db", "--dry-run", "-v")

    assert ran.code == 0, ran.err
    messages = ran.out.partition("--- system")[2]
    assert "English 120" in messages
    for secret in (SECRET, str(tmp_path), ADDRESS):
        assert secret not in messages


ESCAPES = [
    "''.__class__.__mro__[1].__subclasses__()",
    "cycler.__init__.__globals__.os.environ",
    "self.__init__.__globals__",
    "namespace.__init__.__globals__",
    "'{0.__class__.__base__}'.format('x')",
    "(''|attr('__class__'))|string",
    "[''] | map(attribute='__class__') | first",
]


@pytest.mark.parametrize("escape", ESCAPES)
@pytest.mark.parametrize("name", ["article", "report/article"])
def test_no_way_out_of_the_sandbox_gives_anything(
    run: Run, pile: Path, name: str, escape: str
) -> None:
    own = (
        f"{{% block system %}}{{{{ {escape} }}}}{{% endblock %}}{{% block user %}}{{% endblock %}}"
    )
    write(f"prompts/{name}.md.j2", own)
    model = ["-m", "a-model", "--base-url", ADDRESS, "--store", "a.db", "--dry-run", "-v"]

    ran = run("article", str(pile), *(model if name == "article" else []))

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"Error: prompts/{name}.md.j2:1: ")
    assert SECRET not in ran.err


@pytest.mark.parametrize("tag", ["extends", "include", "import"])
@pytest.mark.parametrize("name", ["../secret.md.j2", "link.md.j2", "/etc/hostname"])
def test_no_file_outside_of_the_folder_is_shown(run: Run, pile: Path, tag: str, name: str) -> None:
    write("secret.md.j2", SECRET)
    write("prompts/article.md.j2", f"{{% {tag} {name!r} {'as x ' * (tag == 'import')}%}}")
    Path("prompts/link.md.j2").symlink_to(Path("secret.md.j2").resolve())

    ran = run("article", str(pile), "-m", "a-model", "--base-url", ADDRESS, "--dry-run", "-v")

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "outside its folder" in ran.err or "leads out of prompts" in ran.err
    assert SECRET not in ran.err


GROWING = [
    "'%1000000000d' % 1",
    "'{:>999999999}'.format(1)",
    "'x' * 10**9",
    "range(10**9)",
    "'x' | center(10**9)",
]


@pytest.mark.parametrize("growing", GROWING)
def test_what_grows_without_end_is_one_line_before_anything_is_asked(
    run: Run, pile: Path, growing: str
) -> None:
    base = '{% extends "default/article.md.j2" %}'
    write("prompts/article.md.j2", f"{base}{{% block role %}}{{{{ {growing} }}}}{{% endblock %}}")

    ran = run("article", str(pile), "-m", "a-model", "--base-url", ADDRESS, "--store", "a.db")

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("Error: prompts/article.md.j2:1: ")
