"""What a template says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import TemplateFault
from summarize.templates.front import read, split

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
        ("description = ", "Invalid value"),
        ("colour = 1", "unknown key 'colour'; known: description"),
        ("max_output = true", "max_output must be of type int"),
        ('temperature = "high"', "temperature must be of type float"),
        ("field = 1", "field must be of type list"),
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
