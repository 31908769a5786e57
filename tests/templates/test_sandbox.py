"""What a template cannot do, as a prompt and as a part of a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from jinja2 import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from summarize.templates import SHIPPED, environment
from summarize.templates.meter import metered
from summarize.templates.sandbox import Sandbox
from summarize.templates.sources import Sources


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


GROWING = [
    "{{ '%1000000000d' % 1 }}",
    "{{ '%*d' % (10 ** 9, 1) }}",
    "{{ '%.999999999f' | format(1) }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ '{:>{w}}'.format(1, w=999999999) }}",
    "{{ '{a:>999999999}'.format_map({'a': 1}) }}",
    "{{ 'x' | center(10 ** 9) }}",
    "{{ 'x'.ljust(10 ** 9) }}",
    "{{ ('\\t' * 1000).expandtabs(10 ** 8) }}",
    "{{ 'x' | indent(10 ** 9, first=true) }}",
    "{{ [1] | batch(10 ** 9, 'x') }}",
    "{{ [1] | slice(10 ** 9) }}",
    "{{ 5 | round(-1000000000) }}",
    "{{ ('a' * 9999) | replace('a', 'b' * 9999) }}",
    "{{ ('a' * 9999).replace('a', 'b' * 9999) }}",
    "{{ ('a' * 9999).translate({97: 'b' * 9999}) }}",
    "{{ ('a' * 9999) | wordwrap(1, wrapstring='b' * 9999) }}",
    "{{ (['a'] * 9999) | join('b' * 9999) }}",
    "{{ ('b' * 9999).join(['a'] * 9999) }}",
    "{% filter center(10 ** 9) %}x{% endfilter %}",
    "{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
]
NESTED = (
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}"
)
GROWING += [
    NESTED + used
    for used in (
        "{{ n.x }}",
        "{{ '%s' % n.x }}",
        "{{ '{}'.format(n.x) }}",
        "{% if n.x | string %}{% endif %}",
        "{% if n.x ~ '' %}{% endif %}",
    )
]


@pytest.mark.parametrize("template", GROWING)
def test_nothing_is_padded_joined_or_nested_without_end(sandbox: Sandbox, template: str) -> None:
    with pytest.raises(TemplateError, match=r"makes a value that is too large|pads a value"):
        sandbox.from_string(template).render()


ENDLESS = [
    "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
    "{% for x in range(9999) recursive %}{% if loop.depth < 3 %}{{ loop(range(9999)) }}{% endif %}"
    "{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% set x %}{% for i in range(9999) %}" + "a" * 50_000 + "{% endfor %}{% endset %}",
    "{% set y = 'a' * 50000 %}{% set x %}{% for i in range(9999) %}{{ y }}{% endfor %}{% endset %}",
    "{% set x = ([[1] * 999] * 99) | map('join', 'a' * 999) | list %}{{ x | join | length }}",
    "{{ ([range(9999)] * 20) | map('map', 'string') | map('list') | list | length }}",
    "{% set l = range(99999) | list %}{{ l | select('in', l) | list | length }}",
]


@pytest.mark.parametrize("template", ENDLESS)
def test_nothing_goes_on_without_end(template: str) -> None:
    with metered(), pytest.raises(TemplateError, match="it does too much"):
        prompts().from_string(template).render()


@pytest.mark.parametrize("deep", ["[" * 300 + "]" * 300, "1" + "+1" * 3000, "1" + "|abs" * 3000])
def test_what_is_too_deep_to_compile_is_an_error(sandbox: Sandbox, deep: str) -> None:
    with pytest.raises(TemplateError, match="nested too deeply"):
        sandbox.from_string("{{ " + deep + " }}")


def test_more_loops_in_one_another_than_python_has_are_an_error(sandbox: Sandbox) -> None:
    with pytest.raises(TemplateError, match="nested too deeply"):
        sandbox.from_string("{% for i in [1] %}" * 25 + "{% endfor %}" * 25)


def test_no_prompt_is_another_in_each_run(sandbox: Sandbox) -> None:
    with pytest.raises(TemplateError, match="No filter named 'random'"):
        sandbox.from_string("{{ [1, 2] | random }}")


PLAIN = {
    "{{ '%5.1f|%s' % (2.25, 'b') }}": "  2.2|b",
    "{{ '{:,}|{:>4}'.format(1234567, 'a') }}": "1,234,567|   a",
    "{{ '{a[0]}'.format_map({'a': [7]}) }}": "7",
    "{{ 'a' ~ 1 ~ none }}": "a1None",
    "{{ [1, 2] + [3] }}": "[1, 2, 3]",
    "{{ 'a b' | replace('a', 'c') | upper | center(7) | trim }}": "C B",
    "{{ [3, 1] | sort | map('string') | join('-') }}": "1-3",
    "{{ [1, 2, 3] | select('odd') | list | length }}": "2",
    "{% for x in 'ab' %}{{ loop.index }}{{ x }}{{ loop.last }}{% endfor %}": "1aFalse2bTrue",
    "{% for x in [[1, [2]]] recursive %}{{ x[0] }}{{ loop([x[1]]) if x[1] }}{% endfor %}": None,
    "{% for x in [] %}{% else %}none{% endfor %}": "none",
    "{% for x in [1, 2, 3] if x > 1 %}{{ x }}{% endfor %}": "23",
    "{% filter upper %}a{% endfilter %}": "A",
}


@pytest.mark.parametrize(("template", "made"), PLAIN.items())
def test_what_is_small_is_made_as_ever(template: str, made: str | None) -> None:
    ours, plain = prompts(), ImmutableSandboxedEnvironment()
    with metered():
        if made is None:
            with pytest.raises(TemplateError):
                ours.from_string(template).render()
            return
        assert ours.from_string(template).render() == made
    assert plain.from_string(template).render() == made


def test_a_text_that_counts_as_escaped_escapes_what_it_formats() -> None:
    made = reports().from_string("{{ a.format('<', b='>') }}").render(a=Markup("{}{b}"))

    assert made == "&lt;&gt;"


def test_format_map_takes_one_mapping(sandbox: Sandbox) -> None:
    with pytest.raises((TypeError, ValueError)):
        sandbox.from_string("{{ '{a}'.format_map() }}").render()


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
