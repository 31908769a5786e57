"""The names that templates look up, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, nodes
from jinja2.meta import TrackingCodeGenerator

from summarize.templates.sources import Source
from summarize.templates.structure import parse, syntax


@dataclass(frozen=True)
class LookUp:
    """A name that a file looks up, and in which line."""

    name: str
    file: Source
    line: int


def unknown(
    files: Sequence[Source], environment: Environment, known: Collection[str]
) -> Iterator[LookUp]:
    """What `files`, which extend and include one another, look up beyond `known`."""
    trees = [_passable(parse(file)) for file in files]
    there = {*known, *environment.globals, *(name for tree in trees for name in _shared(tree))}
    for file, tree in zip(files, trees, strict=True):
        missing = _looked_up(tree) - there
        for node in tree.find_all(nodes.Name):
            if node.name in missing and node.ctx == "load":
                yield LookUp(node.name, file, node.lineno)


def _looked_up(tree: nodes.Template) -> set[str]:
    """The names that a tree looks up from outside, as `jinja2.meta` finds them: by making code.

    Its optimizer would work out what is constant meanwhile, outside the sandbox.
    """
    generator = TrackingCodeGenerator(syntax())
    generator.optimizer = None
    generator.visit(tree)
    return generator.undeclared_identifiers


def _passable(tree: nodes.Template) -> nodes.Template:
    """A tree in which no filter is unknown: jinja2 looks no names up where one is.

    What an environment has no filter for, it says when it compiles.
    """
    for one in tree.find_all((nodes.Filter, nodes.Test)):
        known = syntax().filters if isinstance(one, nodes.Filter) else syntax().tests
        known.setdefault(one.name, _passable)  # any function will do: nothing is filled
    return tree


def _shared(tree: nodes.Template) -> Iterator[str]:
    """What a file that extends or is included by this one may use: its macros and imports."""
    for node in tree.body:
        if isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.Import):
            yield node.target
        elif isinstance(node, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in node.names)
        elif isinstance(node, nodes.Assign | nodes.AssignBlock):
            targets = (nodes.Output([node.target])).find_all(nodes.Name)
            yield from (target.name for target in targets)
