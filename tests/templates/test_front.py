"""What a template says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import TemplateFault
from summarize.templates.front import broken, read, split

PATH = Path("story.md.j2")


def test_front_matter_is_taken_off_and_lines_keep_their_numbers() -> None:
    toml, text = split('+++\ndescription = "x"\n+++\none\n')

    assert toml == 'description = "x"\n'
    assert text.split("\n")[3] == "one"


def test_a_text_without_front_matter_is_left_alone() -> None:
    assert split("a\n+++\nb\n+++\n") == ("", "a\n+++\nb\n+++\n")


def test_what_is_said_is_read() -> None:
    front = read('description = "d"\ntemperature = 1\nmax_output = 9\nvariables = {a = 1}', PATH)

    assert (front.description, front.temperature, front.max_output) == ("d", 1.0, 9)
    assert front.variables == {"a": 1}


def test_what_is_not_said_has_its_usual_value() -> None:
    front = read("", PATH)

    assert (front.description, front.temperature, front.max_output) == ("", None, 1_500)
    assert (front.variables, front.fields) == ({}, ())


def test_each_key_is_inherited_by_itself() -> None:
    base = read('description = "base"\nmax_output = 9\nvariables = {a = 1, b = 1}', PATH)

    front = read('description = "mine"\nvariables = {b = 2}', PATH).over(base)

    assert (front.description, front.max_output) == ("mine", 9)
    assert front.variables == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("colour = 1", "unknown key 'colour'; known are description"),
        ("descripton = 1", "unknown key 'descripton'; did you mean 'description'? known are"),
        ("max_output = true", "max_output must be a whole number"),
        ('temperature = "high"', "temperature must be a number"),
        ("field = 1", "field must be written as [[field]]"),
        ("temperature = -0.1", "temperature must be from 0 to 2"),
        ("max_output = 0", "max_output must be from 1 to 1,000,000"),
        ('model = "gpt-5"', "a template does not choose the model; name it with -m, or in the set"),
    ],
)
def test_what_cannot_be_used_is_a_fault_that_names_the_file(toml: str, said: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        read(toml, PATH)

    assert str(raised.value).startswith("story.md.j2: front matter: ")
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (
            "\ndescription = \n",
            "story.md.j2:3: front matter: Invalid value; mend the TOML; a text st",
        ),
        ("description = news\n", "story.md.j2:2: front matter: Invalid value; mend the TOML"),
        ('a = """x\n', "story.md.j2:2: front matter: "),
        ('max_output = 9\n\n [[ field ]]\nname = "x"\n[[field]]\nname = 1', "story.md.j2:6: [[fi"),
        ('field = [{name = "A"}]', "story.md.j2: [[field]] 'A' is no name"),
    ],
)
def test_a_place_is_the_line_of_the_file_and_no_other(toml: str, said: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        read(toml, PATH)

    assert str(raised.value).startswith(said)
    assert "(at" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('+++\ndescription = "x"\n', "does not end"),
        ('+++ \ndescription = "x"\n++\n', "does not end"),
        ('++\ndescription = "x"\n++\nA', "does not stand between two lines of +++"),
        ('\n+++\ndescription = "x"\n+++\nA', "does not stand between"),
        ('description = "x"\n+++\nA', "does not stand between"),
        ('[[field]]\nname = "x"\n+++', "does not stand between"),
        ("+++\n+++\nA\n+++\n", ""),
        ("+++ \n+++\t\nA\n", ""),
        ("A line of text\n+++\nanother\n", ""),
        ('{% extends "x" %}\na = 1\n+++\n', ""),
    ],
)
def test_front_matter_that_is_cut_is_told(text: str, why: str) -> None:
    found = broken(split(text)[1])

    assert why in found[0] if found and why else (not found) == (not why)
