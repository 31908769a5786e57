"""The style blocks of a page, as rules that can be matched, and the styles of single elements.

Of a page's own `<style>` blocks count those for a screen: `@media` and the like are looked into,
with a desktop screen in mind. What is imported or linked is not there and cannot count.

Frameworks put a megabyte of rules into a page and use few of them. A plain rule, with no string,
escape, comment or open bracket in it, that asks for a class or id which no element of the page has,
or that hides nothing, is cut out before the rest is parsed: cutting out a balanced block changes
nothing around it, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.read import hidden_selectors, hidden_values
from summarize.read.hidden_lengths import Value
from summarize.read.hidden_match import Matcher
from summarize.read.hidden_media import on_screen
from summarize.read.hidden_paint import paint
from summarize.read.hidden_values import Open

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

# Characters of rules, after those were cut out that meet nothing: up to 5 µs each. Of 91 real pages
# the most have 464,000. What stands behind is not read, as a linked stylesheet is not.
MOST_STYLE = 600_000
DEEPEST = 4  # @media inside @supports inside …, and rules inside of rules
MOST_NESTED = 2_000  # tokens of one selector: lists of rules inside of lists grow without end

INLINE = (1, 0, 0, 0)  # a style attribute goes before every selector
_INSIDE = r"\((?:[^(){}\[\]\"'\\/@;<]|/(?!\*))*+\)"  # balanced, and no comment begins in it
_PLAIN_RULE = re.compile(
    rf"(?:(?<=[{{}}])|\A)(?P<selectors>(?:[^{{}}()\[\]\"'\\/@;<]|{_INSIDE})*+)"
    rf"\{{(?P<content>(?:[^{{}}()\[\]\"'\\/]|/(?!\*)|{_INSIDE})*+)\}}"
)
_PARENTHESES = re.compile(r"\([^()]*\)")
_NAME = re.compile(r"[.#]([\w-]+)")
_CUSTOM = re.compile(r"(?:\A|[;{\s])--[\w-]+\s*:")


@dataclass(frozen=True, slots=True)
class Declared:
    """A value that a property is given; of several the one of greatest `weight` counts.

    `sheet` says that a stylesheet gave it, not the element's own style attribute.
    """

    name: str
    value: Value | Open
    weight: tuple[bool, tuple[int, ...], int]
    sheet: bool


def rules(tree: _Element, names: Collection[str]) -> Matcher[tuple[Declared, ...]]:
    """The rules of the page's style blocks; `names` are the classes and ids of its elements."""
    matcher: Matcher[tuple[Declared, ...]] = Matcher()
    room = MOST_STYLE
    for block in tree.iter("style"):
        text = _live(block.text_content(), names) if _counts(block) else ""
        text, room = text[:room], room - len(text[:room])
        for prelude, content in _style_rules(text):
            _add(matcher, prelude, content)
    return matcher


def _counts(block: _Element) -> bool:
    kind = (block.get("type") or "text/css").casefold()
    return (
        "css" in kind
        and on_screen(block.get("media") or "")
        and not any(above.tag in {"noscript", "template"} for above in block.iterancestors())
    )


def _live(text: str, names: Collection[str]) -> str:
    """The stylesheet without plain rules that can meet no element, or say nothing that matters."""

    def kept(match: re.Match[str]) -> str:
        content = match["content"].casefold()
        hides = any(name in content for name in hidden_values.READERS)
        if not hides and not _CUSTOM.search(content):
            return ""
        selectors = _PARENTHESES.sub("", match["selectors"]).split(",")
        dead = (any(name.casefold() not in names for name in _NAME.findall(one))
                for one in selectors)  # fmt: skip
        return "" if all(dead) else match[0]

    return _PLAIN_RULE.sub(kept, text)


def _style_rules(text: str) -> Iterator[tuple[list[Any], list[Any]]]:
    if not text.strip():
        return
    import tinycss2

    found = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
    yield from _flat(found, DEEPEST)


def _flat(
    found: list[Any], depth: int, around: list[Any] | None = None
) -> Iterator[tuple[list[Any], list[Any]]]:
    """Prelude and declarations of each style rule, also inside of rules that say when it counts.

    A rule inside of another (`around` is the prelude of that) is met below the other, or where its
    `&` stands.
    """
    import tinycss2

    for rule in found:
        if rule.type == "qualified-rule" and depth:
            prelude = rule.prelude if around is None else _nested(around, rule.prelude)
            inside = tinycss2.parse_blocks_contents(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            yield prelude, [one for one in inside if one.type == "declaration"]
            rules = [one for one in inside if one.type in {"qualified-rule", "at-rule"}]
            yield from _flat(rules, depth - 1, prelude)
        elif rule.type == "at-rule" and rule.content is not None and depth and _applies(rule):
            yield from _inside(rule, depth - 1, around)


def _inside(
    rule: Any, depth: int, around: list[Any] | None
) -> Iterator[tuple[list[Any], list[Any]]]:
    """What stands in a rule that says when it counts: rules, in a rule declarations as well."""
    import tinycss2

    if around is None:
        found = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    else:
        found = tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        )
        yield around, [one for one in found if one.type == "declaration"]
    yield from _flat([one for one in found if one.type != "declaration"], depth, around)


def _nested(around: list[Any], prelude: list[Any]) -> list[Any]:
    """The prelude of a rule in a rule, with the outer one in its place, each with each."""
    import tinycss2

    space = tinycss2.parse_component_value_list(" , ")
    outside = tinycss2.parse_component_value_list("& ")
    found: list[Any] = []
    for outer in hidden_selectors.split(around):
        for inner in hidden_selectors.split(prelude):
            if len(found) > MOST_NESTED:
                return found
            named = any(token == "&" for token in inner)
            parts = inner if named else [*outside, *inner]
            found += space if found else []
            for token in parts:
                found += outer if token == "&" else [token]
    return found


def _applies(rule: Any) -> bool:
    if rule.lower_at_keyword == "media":
        import tinycss2

        try:
            return on_screen(tinycss2.serialize(rule.prelude))
        except RecursionError:  # brackets in brackets in brackets …
            return True
    return rule.lower_at_keyword in {"supports", "layer", "container", "scope"}


def _add(matcher: Matcher[tuple[Declared, ...]], prelude: list[Any], content: list[Any]) -> None:
    values = list(hidden_values.read(content))
    if not values:
        return
    for selector in hidden_selectors.read(prelude):
        order = len(matcher.states)
        weight = (0, *selector.specificity)
        matcher.add(
            selector,
            tuple(Declared(name, value, (important, weight, order), True)
                  for name, value, important in values),
        )  # fmt: skip


def inline(style: str) -> tuple[Declared, ...]:
    """What a style attribute declares."""
    import tinycss2

    return tuple(
        Declared(name, value, (important, INLINE, order), False)
        for order, (name, value, important) in enumerate(
            hidden_values.read(tinycss2.parse_blocks_contents(style))
        )
    )


def attributes(element: _Element) -> tuple[Declared, ...]:
    """What attributes from before stylesheets declare: the weakest of all."""
    written = {
        "color": element.get("color") if element.tag == "font" else element.get("text"),
        "background-color": element.get("bgcolor"),
    }
    found = {name: value.strip() for name, value in written.items() if value}
    return tuple(
        Declared(name, paint(value) or paint(f"#{value}"),
                 (False, (-1,), 0), False)
        for name, value in found.items()
    )  # fmt: skip
