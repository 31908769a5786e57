"""What a template cannot do, as a prompt and as a part of a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from jinja2 import TemplateError

from summarize.templates import SHIPPED, environment
from summarize.templates.loading import Sources
from summarize.templates.sandbox import Sandbox


@dataclass(frozen=True)
class Thing:
    """A value that is handed to a template, and keeps something back."""

    text: str = "plain"
    words: tuple[str, ...] = ("a", "b")

    def _hidden(self) -> str:
        return "HIDDEN"


def prompts() -> Sandbox:
    return Sandbox(Sources(SHIPPED), autoescape=False)


def reports() -> Sandbox:
    return environment(str, {})


@pytest.fixture(params=[prompts, reports])
def sandbox(request: pytest.FixtureRequest) -> Sandbox:
    make: Callable[[], Sandbox] = request.param
    return make()


ESCAPES = [
    "''.__class__.__mro__",
    "().__class__.__base__.__subclasses__()",
    "cycler.__init__.__globals__",
    "joiner.__init__.__globals__.os",
    "namespace.__init__.__globals__",
    "lipsum.__globals__",
    "self._TemplateReference__context",
    "self.__init__.__globals__",
    "thing|attr('__class__')",
    "thing|attr('_hidden')()",
    "thing._hidden()",
    "thing['__class__']",
    "[thing]|map(attribute='__class__')|first",
    "'{0.__class__}'.format(thing)",
    "'{a.__class__}'.format_map({'a': thing})",
    "dict.__subclasses__()",
    "range(3).__class__",
    "thing.words.__add__",
]


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_way_out_gives_anything(sandbox: Sandbox, escape: str) -> None:
    with pytest.raises((TemplateError, TypeError, KeyError)):
        sandbox.from_string("{{ " + escape + " }}").render(thing=Thing())


@pytest.mark.parametrize("change", ["words.append('c')", "words.clear()", "pairs.update(a=1)"])
def test_no_value_can_be_changed(sandbox: Sandbox, change: str) -> None:
    with pytest.raises(TemplateError, match="unsafe"):
        sandbox.from_string("{{ " + change + " }}").render(words=["a"], pairs={})


@pytest.mark.parametrize(
    "growing",
    ["range(10 ** 9)", "'x' * 10 ** 9", "[1] * 99999999", "9999999 * 'ab'", "9 ** 9999"],
)
def test_no_value_grows_without_end(sandbox: Sandbox, growing: str) -> None:
    with pytest.raises((TemplateError, OverflowError), match="too"):
        sandbox.from_string("{{ " + growing + " }}").render()


def test_numbers_are_still_multiplied(sandbox: Sandbox) -> None:
    made = sandbox.from_string("{{ 6 * 7 }} {{ 2 ** 10 }} {{ '-' * 3 }} {{ 0.5 * 3 }}").render()
    assert made == "42 1024 --- 1.5"


def test_a_blank_is_an_error(sandbox: Sandbox) -> None:
    with pytest.raises(TemplateError, match="'nothing' is undefined"):
        sandbox.from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    "value",
    ["{{ 7*7 }}", "{% include 'default/story.md.j2' %}", "{# gone #}", "{{ self }}", "{% raw %}"],
)
def test_a_value_is_never_a_template(sandbox: Sandbox, value: str) -> None:
    assert sandbox.from_string("{{ x }}{{ x | upper }}").render(x=value) == value + value.upper()
