"""Take out of a page what nobody who looks at it can see, before its text is read.

1. Elements that are never shown (scripts, templates, what stands in for a missing feature), or that
   an attribute hides: `aria-hidden`, and `hidden` or `popover` where no style displays them.
2. What styles hide: those of the element, of the page's own style blocks, and old attributes such
   as `<font color>`; hidden_looks.py says how.
3. Descriptions of the page in its head. Comments are gone since the page was parsed.

`<details>` stays: a reader can open it. Each piece with a letter in it is counted by what hid it;
scripts, styles, drawings, comments and descriptions are no text of the page and are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from summarize.read import hidden_custom, hidden_fades, hidden_looks, hidden_styles
from summarize.read.hidden_custom import NOTHING, Named
from summarize.read.hidden_looks import Look
from summarize.read.hidden_match import Around, Matcher, Met
from summarize.read.hidden_nodes import Node

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from summarize.read.hidden_styles import Declared

CODE = {"script", "style", "svg"}
NEVER_SHOWN = {"audio", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "object",
               "template", "title", "video"}  # fmt: skip
PICTURES = {"canvas", "iframe", "img", "picture", "svg", "video"}
# A page that a script fades in is hidden as a whole in its file: `html` and `body` are never taken
# out, nor is one transparent element with more than this share of the letters (none of 91 real
# pages does so). Whoever hides nine times the text that is seen passes by this; a lower share would
# let pass what only outweighs the article.
PAGE = {"html", "body"}
PAGE_SHARE = 0.9
# Declarations, and values that styles give a name, over all elements: 47,000 at most in 91 real
# pages. In a page made to be slow, names mean nothing from there on.
MOST_NAMES = 500_000
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is not seen, and why: an element, or (not `whole`) the text of its own.

    `part_of` is the outermost element of those around whose own text is not seen either.
    """

    element: HtmlElement
    carrier: str
    part_of: HtmlElement
    whole: bool = True


def remove(tree: HtmlElement) -> Mapping[str, int]:
    """Take what is hidden out of `tree`; how many pieces with text, by the name of the carrier.

    Scripts stay, for what they say of the page: `drop_scripts` before its text is read.
    """
    pieces = list(_Walk(tree).pieces())
    counted = {piece.part_of: piece.carrier for piece in reversed(pieces) if _counts(piece)}
    removed = Counter(counted.values())
    for piece in pieces:
        if piece.carrier == "script":  # some say who wrote the page, and when
            continue
        if piece.whole:
            piece.element.drop_tree()
        else:
            _blank(piece.element)
    for meta in list(tree.iter("meta")):
        if "description" in f"{meta.get('name')} {meta.get('property')}".casefold():
            meta.drop_tree()
    return dict(sorted(removed.items()))


def drop_scripts(tree: HtmlElement) -> None:
    """Take out scripts, among them articles in JSON that no reader of the page sees."""
    for script in list(tree.iter("script")):
        script.drop_tree()


def _counts(piece: Piece) -> bool:
    if piece.carrier in CODE:
        return False
    texts = _texts(piece.element) if piece.whole else _own_texts(piece.element)
    return any(map(_LETTER.search, texts))


def _own_texts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _texts(element: HtmlElement) -> Iterator[str]:
    """All text inside, code left out."""
    for inside in element.iter():
        if inside.text and inside.tag not in CODE:
            yield inside.text
        if inside.tail and inside is not element:
            yield inside.tail


def _letters(element: HtmlElement) -> int:
    return sum(len(_LETTER.findall(text)) for text in _texts(element))


def _blank(element: HtmlElement) -> None:
    """Take the text of the element itself away, not that of its children."""
    element.text = element.text and " "
    for child in element:
        child.tail = child.tail and " "


@dataclass(slots=True)
class _Level:
    """The children of one element, on the way through them.

    `own` is why its own text is not seen, `unseen` the outermost element of which that is so.
    `named` are the values that styles give a name.
    """

    children: Iterator[Node]
    look: Look
    own: str | None
    unseen: HtmlElement | None
    around: Around
    named: Named


class _Walk:
    """One walk over a page, from the outermost element inwards."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        names = (name for element in tree.iter() for name in _names(element))
        self._rules: Matcher[tuple[Declared, ...]] = hidden_styles.rules(tree, set(names))
        self._fades = hidden_fades.fades(tree)
        self._inline: dict[str, tuple[Declared, ...]] = {}
        self._room = hidden_styles.MOST_STYLE
        self._wrapped = False
        self._names = 0

    def pieces(self) -> Iterator[Piece]:
        """What is not seen, in order; nothing inside of a whole piece."""
        root = Node(self._tree, _tag(self._tree), *_marks(self._tree), True, 1, 1, 1, 1)
        levels = [_Level(iter([root]), Look(), None, None, Around(), NOTHING)]
        while levels:
            level = levels[-1]
            node = next(level.children, None)
            if node is None:
                levels.pop()
                continue
            met = self._rules.meet(node, level.around)
            inside = self._inside(node, met, level)
            if isinstance(inside, str):
                yield Piece(node.element, inside, node.element)
            else:
                if inside.own:
                    yield Piece(node.element, inside.own, inside.unseen, whole=False)
                levels.append(inside)
            level.around.last = met
            level.around.before = self._rules.with_met(level.around.before, met)

    def _inside(self, node: Node, met: Met, level: _Level) -> _Level | str:
        """What is inside an element, or why nothing of it is seen."""
        element, page = node.element, node.tag in PAGE
        if not page and (reason := _never(element, node.tag)):
            return reason
        found, named = self._resolved(self._declared(element, met), level.named)
        declared = hidden_fades.ended(hidden_looks.settle(found), self._fades)
        if "display" not in declared and (reason := _not_opened(element, node.tag)):
            return reason
        look = hidden_looks.look(declared, level.look)
        if page:
            look = hidden_looks.shown(look)
        elif reason := hidden_looks.whole(declared, look, level.look):
            if not self._fades_in(element, declared, look, level.look):
                return reason
            look = hidden_looks.shown(look)
        if look.ground is not level.look.ground and hidden_looks.spread(declared):
            level.look = replace(level.look, ground=None)
        if hidden_looks.backed(declared) and _has_picture(element):
            look = replace(look, ground=None)
        around = Around(self._rules.with_met(level.around.above, met), met)
        own = level.own if look is level.look else hidden_looks.own_text(look)
        outermost = element if level.unseen is None else level.unseen
        unseen = outermost if own else None
        return _Level(iter(_children(element)), look, own, unseen, around, named)

    @cached_property
    def _all_letters(self) -> int:
        return _letters(self._tree)

    def _fades_in(
        self, element: HtmlElement, declared: Mapping[str, Declared], look: Look, above: Look
    ) -> bool:
        """Whether the page as good as consists of this element, which a script shows."""
        if self._wrapped or not hidden_looks.only_faint(declared, look, above):
            return False
        self._wrapped = _letters(element) > PAGE_SHARE * self._all_letters
        return self._wrapped

    def _resolved(
        self, declared: Sequence[Declared], above: Named
    ) -> tuple[Sequence[Declared], Named]:
        self._names += len(declared) + len(above)
        if self._names > MOST_NAMES:
            return declared, NOTHING
        return hidden_custom.resolved(declared, above)

    def _declared(self, element: HtmlElement, met: Met) -> Sequence[Declared]:
        found = [*hidden_styles.attributes(element)]
        for declared in self._rules.payloads(met):
            found += declared
        style = element.get("style")
        if style and style not in self._inline:
            self._room -= len(style)
            self._inline[style] = hidden_styles.inline(style) if self._room >= 0 else ()
        return [*found, *self._inline[style]] if style else found


def _never(element: HtmlElement, tag: str) -> str | None:
    """Why an element is not shown, whatever its styles are; None where it is."""
    if tag in CODE or (tag in NEVER_SHOWN and not _in_head(element)):
        return tag
    if tag == "input" and (element.get("type") or "").casefold() == "hidden":
        return "hidden input"
    return "aria-hidden" if (element.get("aria-hidden") or "").casefold() == "true" else None


def _not_opened(element: HtmlElement, tag: str) -> str | None:
    """Why a browser does not display an element for which no style says otherwise."""
    if tag == "dialog" and element.get("open") is None:
        return tag
    if element.get("popover") is not None:
        return "popover"
    return "hidden attribute" if element.get("hidden") is not None else None


def _has_picture(element: HtmlElement) -> bool:
    """Whether a picture stands in it, or in one of its children."""
    near = (inside for child in element for inside in (child, *child))
    return any(one.tag in PICTURES for one in near)


def _in_head(element: HtmlElement) -> bool:
    above = element.getparent()
    return above is None or above.tag == "head"


def _children(element: HtmlElement) -> list[Node]:
    found = [child for child in element if isinstance(child.tag, str)]
    of = Counter(child.tag for child in found)
    met: Counter[str] = Counter()
    nodes = []
    for place, child in enumerate(found, 1):
        met[child.tag] += 1
        counts = (place, len(found), met[child.tag], of[child.tag])
        nodes.append(Node(child, _tag(child), *_marks(child), False, *counts))
    return nodes


def _tag(element: HtmlElement) -> str:
    return str(element.tag).casefold()


def _marks(element: HtmlElement) -> tuple[frozenset[str], frozenset[str]]:
    """Ids and classes, without case."""
    ids = (element.get("id") or "").casefold()
    classes = (element.get("class") or "").casefold()
    return frozenset([ids] if ids else ()), frozenset(classes.split())


def _names(element: HtmlElement) -> Iterator[str]:
    if isinstance(element.tag, str):
        for names in _marks(element):
            yield from names
