"""Which rules of a stylesheet meet an element, decided in one walk over the page.

A selector is a row of states: the third of `nav .old > li` is met by an `li` below the second.
Each element hands on what it met, so that nothing is looked up twice, however deep the page is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from summarize.read.hidden_nodes import Node
from summarize.read.hidden_selectors import Compound, Selector

T = TypeVar("T")
# Comparisons of an element with a state, 1 to 2 µs each. The most of 91 real pages are 510,000; in
# a page made to be slow, rules are looked for until then, and its last elements meet none.
MOST_COMPARED = 2_000_000

Met = frozenset[int]
NOTHING: Met = frozenset()


@dataclass(slots=True)
class Around:
    """What was met around an element: above it, by its parent, before it, by the one before."""

    above: Met = NOTHING
    parent: Met = NOTHING
    before: Met = NOTHING
    last: Met = NOTHING


@dataclass(frozen=True, slots=True)
class _State(Generic[T]):
    compound: Compound
    link: str
    needs: int | None  # the state of the compound before
    payload: T | None
    inner: tuple[tuple[bool, Met], ...] = ()  # whether one of some states is to be met as well


@dataclass(slots=True)
class Matcher(Generic[T]):
    """The states of all selectors, found by id, class or tag of an element."""

    states: list[_State[T]] = field(default_factory=list)
    keyed: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    compared: int = 0
    nested: bool = False  # whether any state asks for others of the same element

    def add(self, selector: Selector, payload: T | None) -> int:
        """Look for `selector` from now on; `payload` is given back where it is met.

        The number of its last state. Those of selectors inside of it come before.
        """
        last = len(selector.compounds) - 1
        needs = None
        for n, compound in enumerate(selector.compounds):
            link = selector.links[n - 1] if n else ""
            inner = tuple(
                (wanted, frozenset([self.add(one, None) for one in several]))
                for wanted, several in compound.inner
            )
            self.keyed.setdefault(_key(compound), []).append(len(self.states))
            given = payload if n == last else None
            needs, before = len(self.states), needs
            self.states.append(_State(compound, link, before, given, inner))
        self.nested = self.nested or any(compound.inner for compound in selector.compounds)
        return len(self.states) - 1

    def meet(self, node: Node, around: Around) -> Met:
        """The states that the element meets."""
        if self.compared > MOST_COMPARED:
            return NOTHING
        met: set[int] = set()
        candidates = self._candidates(node)
        for number in sorted(candidates) if self.nested else candidates:
            self.compared += 1
            state = self.states[number]
            if (
                _linked(state.link, state.needs, around)
                and state.compound.fits(node)
                and all(met.isdisjoint(some) is not wanted for wanted, some in state.inner)
            ):
                met.add(number)
        return frozenset(met)

    def with_met(self, known: Met, met: Met) -> Met:
        """Both together."""
        if met <= known:
            return known
        self.compared += len(known) + len(met)
        return known | met

    def payloads(self, met: Met) -> Sequence[T]:
        """What was added with the selectors that end in the states met."""
        found = (self.states[number].payload for number in sorted(met))
        return [payload for payload in found if payload is not None]

    def _candidates(self, node: Node) -> Iterator[int]:
        keys = [("#", name) for name in node.ids] + [(".", name) for name in node.classes]
        for key in (*keys, ("", node.tag), ("", "*")):
            yield from self.keyed.get(key, ())


def _key(compound: Compound) -> tuple[str, str]:
    """The rarest thing that an element must have."""
    if compound.ids:
        return "#", min(compound.ids)
    if compound.classes:
        return ".", min(compound.classes)
    return "", compound.tag or "*"


def _linked(link: str, needs: int | None, around: Around) -> bool:
    if needs is None:
        return True
    places = {" ": around.above, ">": around.parent, "+": around.last, "~": around.before}
    return needs in places[link]
