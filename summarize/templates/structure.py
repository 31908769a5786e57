"""What a template is made of: the files that it extends, includes and imports.

jinja2 is imported where a file is parsed: the list of templates starts in half the time without.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from summarize.errors import TemplateFault
from summarize.templates.sources import Source, Sources

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

LONGEST_CHAIN = 10  # files that extend one another
TOO_DEEP = "it is nested too deeply"
_DEEPEST = 80  # levels of a syntax tree; the shipped ones have up to 10, and Python compiles 95
# Without one of these a file names no other, and need not be parsed to see that.
_NAMES_A_FILE = re.compile(r"\{%[-+]?\s*(?:extends|from|import|include)\b")
_PLACED = re.compile(r".+?\.j2:(?:\d+:)? ")


def chain(name: str, sources: Sources) -> list[Source]:
    """The file of `name`, the one it extends, the one that extends, and so on."""
    found: list[Source] = []
    following: str | None = name
    line = 0
    while following is not None:
        if following in {one.name for one in found} or len(found) == LONGEST_CHAIN:
            raise TemplateFault(
                f"{found[0].found.path}: it extends itself", hint=f'extend "default/{name}"'
            )
        found.append(_get(following, sources, found[-1], line) if found else sources.get(name))
        following, line = _extended(found[-1])
    return found


def _extended(source: Source) -> tuple[str | None, int]:
    """The file that another one extends, and the line that says so."""
    from jinja2 import nodes

    for node in parse(source).find_all(nodes.Extends):
        return _said(node.template, source), node.lineno
    return None, 0


def _said(name: nodes.Expr, source: Source) -> str:
    """The name of a file that stands in a tag.

    One that is worked out could be a text by a stranger, and what is named so would be in no hash.
    """
    from jinja2 import nodes

    if isinstance(name, nodes.Const):
        return str(name.value)
    raise TemplateFault(
        f"{source.found.path}:{name.lineno}: a template must be named, not worked out",
        hint='write its name, as "default/story.md.j2"',
    )


def parse(source: Source) -> nodes.Template:
    """The syntax tree of a file, made once: it takes 5 ms. TemplateFault names file and line."""
    from jinja2 import TemplateSyntaxError

    if not source.tree:
        try:
            tree = syntax().parse(source.text)
        except TemplateSyntaxError as error:
            raise TemplateFault(f"{source.found.path}:{error.lineno}: {error.message}") from None
        except RecursionError:
            raise TemplateFault(f"{source.found.path}: {TOO_DEEP}") from None
        except ValueError as error:  # a number of thousands of digits
            raise TemplateFault(f"{source.found.path}: {error}") from None
        _require_flat(tree, source)
        source.tree.append(tree)
    return source.tree[0]


def _require_flat(tree: nodes.Node, source: Source) -> None:
    """TemplateFault where a tree is so deep that walking through it would fail."""
    level: list[nodes.Node] = [tree]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in node.iter_child_nodes()]
        if not level:
            return
    raise TemplateFault(f"{source.found.path}:{level[0].lineno}: {TOO_DEEP}")


def digest(name: str, sources: Sources) -> str:
    """12 hex digits that change with any file the template is made of.

    Of a template that stands alone they are those of sha256 over its bytes.
    """
    files = {one.name: one.digest for one in closure(name, sources)}
    if len(files) == 1:
        return next(iter(files.values()))[:12]
    said = "\n".join(f"{file} {files[file]}" for file in sorted(files))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def closure(name: str, sources: Sources) -> Iterator[Source]:
    """The file of `name` and every file that is extended, included or imported from there.

    A file comes before those that it names itself.
    """
    wanted, seen = [sources.get(name)], {name}
    while wanted:
        source = wanted.pop(0)
        yield source
        if _NAMES_A_FILE.search(source.text):
            for file, line in _named(source):
                if file not in seen:
                    seen.add(file)
                    wanted.append(_get(file, sources, source, line))


def _named(source: Source) -> Iterator[tuple[str, int]]:
    """The files that a template names, with the line."""
    from jinja2 import nodes

    for node in parse(source).find_all(nodes.Stmt):
        if not isinstance(node, nodes.Extends | nodes.FromImport | nodes.Import | nodes.Include):
            continue
        name = node.template
        for one in name.items if isinstance(name, nodes.List | nodes.Tuple) else (name,):
            yield _said(one, source), node.lineno


def _get(name: str, sources: Sources, by: Source, line: int) -> Source:
    """A file that another one names: where there is none, the fault is of that one."""
    try:
        return sources.get(name)
    except TemplateFault as error:
        if _PLACED.match(error.what):
            raise
        raise TemplateFault(f"{by.found.path}:{line}: {error.what}", hint=error.hint) from None


@cache
def syntax() -> Environment:
    """What every template is read with. Nothing is filled here, nor worked out.

    With a `finalize` that waits for a context, what is constant is not printed ahead.
    """
    from jinja2 import Environment, pass_eval_context

    @pass_eval_context
    def waiting(_context: object, value: object) -> object:
        return value

    return Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True, finalize=waiting)
