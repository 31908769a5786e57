"""The file of a golden case."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.cases.case import found_in, load, named, prompts_beside
from summarize.errors import UsageError
from summarize.templates import SHIPPED, Folders
from tests.cases.conftest import Write


def test_a_case_is_named_after_its_file_unless_it_says_its_name(write: Write) -> None:
    assert load(write()).name == "dam"
    assert load(write(name="other", **{"name ": '"the dam"'})).name == "the dam"


def test_inputs_and_replies_are_relative_to_the_file(write: Write) -> None:
    path = write(inputs='["../dam.md"]')
    case = load(path)

    assert case.sources == [str(path.parent / "../dam.md")]
    assert case.script == path.parent / "dam.jsonl"


def test_a_case_may_have_no_replies(write: Write) -> None:
    assert load(write(replies="")).script is None


@pytest.mark.parametrize(
    ("asserts", "said"),
    [
        ("max_word = 3", "[assert] unknown key 'max_word'; known: citations_at_least, "),
        ("", "assert: it asserts nothing"),
        ("supported_share = 1.5", "assert.supported_share: Input should be less than or equal"),
        ('min_words = "3"', "assert.min_words: Input should be a valid integer"),
        ('regex = ["("]', "assert.regex: '(' is no regular expression: missing )"),
        ("must_mention = [3]", "assert.must_mention.0: Input should be a valid string"),
        ('must_mention = [""]', "assert.must_mention.0: String should have at least 1"),
        ('language = "English"', "assert.language: String should match pattern"),
        ("= 3", "Invalid statement (at line 5, column 1); mend the TOML"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(write: Write, asserts: str, said: str) -> None:
    path = write(asserts)

    with pytest.raises(UsageError) as caught:
        load(path)

    assert str(caught.value).startswith(f"{path}: {said}")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"model": '"x"'}, "unknown key 'model'; known: assert, group, inputs, kind, language, "),
        ({"kind": '"weekly"'}, "kind: Input should be 'daily', 'brief' or 'article'"),
        ({"kind": ""}, "kind: Field required"),
        ({"inputs": "[]"}, "inputs: List should have at least 1 item"),
        ({"length": "3"}, "length: Input should be greater than or equal to 10"),
        ({"set": "{a = true}"}, "set.a."),
    ],
)
def test_a_wrong_key_of_the_case_is_named(write: Write, keys: dict[str, str], said: str) -> None:
    path = write(**keys)

    with pytest.raises(UsageError) as caught:
        load(path)

    assert str(caught.value).startswith(f"{path}: {said}")


def test_the_place_of_the_file_is_no_key_of_it(write: Write) -> None:
    with pytest.raises(UsageError, match="unknown key 'path'; known: assert, group, "):
        load(write(path='"elsewhere.toml"'))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'name = "\xe9"')

    with pytest.raises(UsageError, match=r"latin\.toml: it is not UTF-8 text"):
        load(tmp_path / "latin.toml")
    with pytest.raises(UsageError, match=r"cannot read the case .*none\.toml: No such file"):
        load(tmp_path / "none.toml")


def test_the_cases_of_each_own_folder_are_found(tmp_path: Path) -> None:
    for name in ("a/tests/two.toml", "a/tests/one.toml", "b/tests/three.toml", "a/no.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "a/tests/folder.toml").mkdir()

    found = found_in(Folders((tmp_path / "b", tmp_path / "a", tmp_path / "c")))

    assert [path.stem for path in found] == ["three", "one", "two"]


def test_the_shipped_folder_has_no_cases_of_its_own() -> None:
    assert found_in(SHIPPED) == []


def test_cases_are_named_by_file_by_folder_or_by_folder_of_prompts(write: Write) -> None:
    path = write()
    tests, prompts = path.parent, path.parent.parent

    assert named([path]) == named([tests]) == named([prompts]) == [path]
    assert named([path, tests]) == [path]


def test_a_place_with_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no case at .*nowhere"):
        named([tmp_path / "nowhere"])


def test_the_prompts_beside_a_case_are_the_parent_of_its_tests(
    write: Write, tmp_path: Path
) -> None:
    path = write()

    assert prompts_beside([path, path]) == [tmp_path / "prompts"]
    assert prompts_beside([tmp_path / "loose.toml"]) == []
