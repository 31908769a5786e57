"""What is wrong with templates of reports, and with all templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import TemplateFault
from summarize.models.shapes import REPLIES
from summarize.report.template_lint import lint_all, lint_reports, refuse_faulty
from summarize.templates import SHIPPED, Folders

HEAD = "report/head.md.j2"
EXTENDS = '{% extends "default/report/head.md.j2" %}\n'
NAMES = {name: reply.model_fields for name, reply in REPLIES.items()}


def own(folder: Path, files: dict[str, str]) -> Folders:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Folders((folder,))


def found(folders: Folders, *wanted: str, **given: object) -> list[str]:
    faults = lint_all(folders, given, NAMES, wanted)
    return [f"{fault.path.name}:{fault.line}: {fault.message}" for fault in faults]


def test_nothing_is_wrong_with_what_is_shipped() -> None:
    assert lint_all(SHIPPED, {}, NAMES) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{% if %}", "head.md.j2:1: Expected an expression"),
        (
            EXTENDS + "\n{% block title %}{{ page.head.titel }}{% endblock %}",
            "head.md.j2:3: 'summarize.report.view.Head object' has no attribute 'titel'",
        ),
        (
            EXTENDS + "{% block highlights %}{% for h in page.head.highlights %}\n{{ h.text }}"
            "{% endfor %}{% endblock %}",
            "head.md.j2:3: 'summarize.report.view.HighlightLine object' has no attribute 'text'",
        ),
        (
            EXTENDS + "{% block title %}{{ page.label.titel }}{% endblock %}",
            "head.md.j2:2: 'mappingproxy object' has no attribute 'titel'",
        ),
        (
            EXTENDS + "{% block title %}{% if page.head.incomplete == 'x' %}{{ pge }}{% endif %}"
            "{% endblock %}",
            "head.md.j2:2: unknown variable pge; did you mean 'page'? known are page",
        ),
        (
            EXTENDS + "{% block titel %}x{% endblock %}",
            "head.md.j2:2: unknown block titel; did you mean 'title'? default/report/head.md",
        ),
        (EXTENDS + "{% block title %}a\u200bb{% endblock %}", "head.md.j2:2: hidden character"),
        (
            EXTENDS + "{% block title %}{{ page.head.title | safe }}{% endblock %}",
            "head.md.j2:2: No filter named 'safe'",
        ),
        ("+++\nname = 1\n+++\n" + EXTENDS, "head.md.j2:1: front matter: unknown key 'name'"),
        ('{% extends "none.j2" %}', "head.md.j2:1: no template none.j2"),
        (
            EXTENDS + "{% block title %}{{ page.head.note.x }}{% endblock %}",
            "head.md.j2:2: 'str object' has no attribute 'x'",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    faults = found(own(tmp_path, {HEAD: text}))

    assert any(fault.startswith(line) for fault in faults), faults


def test_an_override_of_one_block_is_fine(tmp_path: Path) -> None:
    text = EXTENDS + "{% block title %}# {{ page.head.title }}, {{ desk }}{% endblock %}"

    assert found(own(tmp_path, {HEAD: text}), desk="x") == []


def test_a_link_out_of_the_folder_is_told(tmp_path: Path) -> None:
    folders = own(tmp_path / "mine", {"report/note.txt": ""})
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (tmp_path / "mine" / HEAD).symlink_to(tmp_path / "secret")

    assert found(folders)[0].startswith("head.md.j2:1: it leads out of")


def test_of_a_file_that_is_no_template_of_ours_the_syntax_is_looked_at(tmp_path: Path) -> None:
    files = {"a.j2": "{{ anything }}", "b.j2": "{% oops %}", "c.j2": "\u200b", "d.md.j2": "fine"}

    assert found(own(tmp_path, files)) == [
        "b.j2:1: Encountered unknown tag 'oops'.",
        "c.j2:1: hidden character U+200B",
    ]


def test_a_prompt_under_another_name_is_held_to_what_it_extends(tmp_path: Path) -> None:
    files = {"aid.md.j2": '{% extends "default/story.md.j2" %}{% block format %}x{% endblock %}'}

    assert '"who" of the reply is not asked for' in " ".join(found(own(tmp_path, files)))


def test_only_what_is_wanted_is_looked_at(tmp_path: Path) -> None:
    folders = own(tmp_path, {HEAD: "{% oops %}", "story.md.j2": "{% oops %}"})

    assert [line.split(":")[0] for line in found(folders, "story.md.j2")] == ["story.md.j2"]
    assert [line.split(":")[0] for line in found(folders, HEAD)] == ["head.md.j2"]
    assert found(folders, "merge.md.j2", "report/review.md.j2") == []


def test_what_is_wanted_and_not_there_is_an_error() -> None:
    with pytest.raises(TemplateFault, match=r"no template nothing\.md\.j2"):
        lint_all(SHIPPED, {}, NAMES, ["nothing.md.j2"])


def test_a_run_is_refused_for_the_first_thing_that_is_wrong(tmp_path: Path) -> None:
    folders = own(tmp_path, {HEAD: EXTENDS + "{% block title %}{{ x }}{% endblock %}"})

    with pytest.raises(TemplateFault, match=r"head\.md\.j2:2: unknown variable x"):
        refuse_faulty(folders, {})
    refuse_faulty(folders, {"x": 1})


def test_without_report_templates_of_ones_own_a_run_is_not_held_up(tmp_path: Path) -> None:
    folders = own(tmp_path, {"story.md.j2": "{% oops %}"})
    refuse_faulty(folders, {})

    assert lint_reports(folders, {}) == []
