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
from summarize.read.hidden_match import Matcher
from summarize.read.hidden_values import SCREEN, Value

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

# Characters of rules, after those were cut out that meet nothing: up to 5 µs each. Of 91 real pages
# the most have 464,000. What stands behind is not read, as a linked stylesheet is not.
MOST_STYLE = 600_000
DEEPEST = 4  # @media inside @supports inside …

INLINE = (1, 0, 0, 0)  # a style attribute goes before every selector
_INSIDE = r"\((?:[^(){}\[\]\"'\\/@;<]|/(?!\*))*+\)"  # balanced, and no comment begins in it
_PLAIN_RULE = re.compile(
    rf"(?:(?<=[{{}}])|\A)(?P<selectors>(?:[^{{}}()\[\]\"'\\/@;<]|{_INSIDE})*+)"
    rf"\{{(?P<content>(?:[^{{}}()\[\]\"'\\/]|/(?!\*)|{_INSIDE})*+)\}}"
)
_PARENTHESES = re.compile(r"\([^()]*\)")
_NAME = re.compile(r"[.#]([\w-]+)")
_OTHER_MEDIA = re.compile(
    r"\b(?:print|speech|aural|tty|tv|handheld|projection|braille|embossed)\b|\bnot\s+(?:all|screen)\b"
    r"|prefers-color-scheme:\s*dark|prefers-reduced-motion|forced-colors|scripting:\s*none"
    r"|orientation:\s*portrait|device-width|prefers-contrast",
    re.IGNORECASE,
)
_WIDTH = re.compile(r"(min|max)-width:\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|r?em)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declared:
    """A value that a property is given; of several the one of greatest `weight` counts.

    `sheet` says that a stylesheet gave it, not the element's own style attribute.
    """

    name: str
    value: Value
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
        and _on_screen(block.get("media") or "")
        and not any(above.tag in {"noscript", "template"} for above in block.iterancestors())
    )


def _live(text: str, names: Collection[str]) -> str:
    """The stylesheet without plain rules that can meet no element, or say nothing that matters."""

    def kept(match: re.Match[str]) -> str:
        if not any(name in match["content"].casefold() for name in hidden_values.READERS):
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


def _flat(found: list[Any], depth: int) -> Iterator[tuple[list[Any], list[Any]]]:
    """Prelude and content of each style rule, also inside of rules that say when it counts."""
    import tinycss2

    for rule in found:
        if rule.type == "qualified-rule":
            yield rule.prelude, rule.content
        elif rule.type == "at-rule" and rule.content is not None and depth and _applies(rule):
            inside = tinycss2.parse_rule_list(
                rule.content, skip_comments=True, skip_whitespace=True
            )
            yield from _flat(inside, depth - 1)


def _applies(rule: Any) -> bool:
    if rule.lower_at_keyword == "media":
        import tinycss2

        return _on_screen(tinycss2.serialize(rule.prelude))
    return rule.lower_at_keyword in {"supports", "layer", "container", "scope"}


def _on_screen(media: str) -> bool:
    """Whether one of the media queries holds on a desktop screen, where that can be known."""
    return any(_holds(query) for query in media.split(","))


def _holds(query: str) -> bool:
    if _OTHER_MEDIA.search(query):
        return False
    for side, number, unit in _WIDTH.findall(query):
        width = float(number) * (1 if unit.lower() == "px" else 16)
        if (side.lower() == "min") is (width > SCREEN[0]):
            return False
    return True


def _add(matcher: Matcher[tuple[Declared, ...]], prelude: list[Any], content: list[Any]) -> None:
    import tinycss2

    declarations = tinycss2.parse_blocks_contents(content)
    values = list(hidden_values.read(declarations))
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
        Declared(name, hidden_values.paint(value) or hidden_values.paint(f"#{value}"),
                 (False, (-1,), 0), False)
        for name, value in found.items()
    )  # fmt: skip
