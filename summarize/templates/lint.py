"""What is wrong with prompt templates, before they cost anything.

1. Front matter that cannot be used, syntax that cannot be compiled.
2. Names of variables that nothing sets, and blocks that the extended template never shows.
3. An instruction that must not be lost: the input, the rule about text by strangers, and each name
   of the reply's schema. A field must not have a name that the reply has already.
4. Characters that a person does not see.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from summarize.errors import TemplateFault
from summarize.templates.loading import Source, parse
from summarize.templates.prompts import GIVEN, Prompts, Template

# Control and format characters; joiners are spelling in Arabic and Indic scripts.
_UNSEEN = regex.compile(
    r"(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])"
    r"|[[\p{Cc}\p{Cf}]--[\t\u200c\u200d]]",
    regex.VERSION1,
)
UNTRUSTED = "untrusted"  # the block that says what text by strangers is
PARTS = ("system", "user")
_PROBE = "0123456789abcdef EVIDENCE 0123456789abcdef"
_PLACE = re.compile(r"\A(?P<path>.+?\.j2):(?P<line>\d+): (?P<why>.*)\Z", re.DOTALL)


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: in which file, in which line, and what."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def lint(prompts: Prompts, name: str, reply: Collection[str]) -> list[Fault]:
    """What is wrong with the template `name`, whose reply has the names `reply`."""
    try:
        template = prompts.get(name)
    except TemplateFault as error:
        return [_as_fault(error, prompts, name)]
    faults = [fault for file in template.files for fault in _unseen(file)]
    faults += _names(template, prompts)
    faults += _blocks(template, prompts)
    faults += _fields(template, reply)
    if not faults:
        faults += _instructions(template, reply)
    return sorted(set(faults))


def _as_fault(error: TemplateFault, prompts: Prompts, name: str) -> Fault:
    if place := _PLACE.match(error.what):
        return Fault(Path(place["path"]), int(place["line"]), place["why"])
    found = next(prompts.folders.all(f"{name}.md.j2"), None)
    return Fault(found.path if found else Path(f"{name}.md.j2"), 1, error.what)


def _unseen(file: Source) -> Iterator[Fault]:
    text = file.found.path.read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        if hidden := _UNSEEN.search(line.rstrip("\r")):
            yield Fault(file.found.path, number, f"hidden character U+{ord(hidden[0]):04X}")


def _names(template: Template, prompts: Prompts) -> Iterator[Fault]:
    known = {*GIVEN, *template.front.variables, *template.set}
    for file in template.files:
        tree = parse(file, prompts.environment)
        unknown = find_undeclared_variables(tree) - known
        for node in tree.find_all(nodes.Name):
            if node.name in unknown and node.ctx == "load":
                names = ", ".join(sorted(known))
                message = f"unknown variable {node.name}; known are {names}"
                yield Fault(file.found.path, node.lineno, message)


def _blocks(template: Template, prompts: Prompts) -> Iterator[Fault]:
    """Blocks of a file that no file it extends has: they are never shown."""
    trees = [parse(file, prompts.environment) for file in template.files]
    for place, (file, tree) in enumerate(zip(template.files, trees, strict=True)):
        bases = trees[place + 1 :]
        there = {block.name for base in bases for block in base.find_all(nodes.Block)}
        inner = {
            block.name
            for outer in tree.find_all(nodes.Block)
            for part in outer.body
            for block in part.find_all(nodes.Block)
        }
        for block in tree.find_all(nodes.Block) if bases else ():
            if block.name not in there | inner:
                names = ", ".join(sorted(there))
                message = f"unknown block {block.name}; {template.files[-1].name} has {names}"
                yield Fault(file.found.path, block.lineno, message)


def _fields(template: Template, reply: Collection[str]) -> Iterator[Fault]:
    names = [field.name for field in template.fields]
    for name in names:
        if name in reply:
            yield Fault(template.path, 1, f"field {name}: the reply has this name already")
        if names.count(name) > 1:
            yield Fault(template.path, 1, f"field {name} stands there twice")


def _instructions(template: Template, reply: Collection[str]) -> Iterator[Fault]:
    sample: Mapping[str, object] = {"language": "English", "words": 120}
    try:
        system, user = template.system(sample), template.user(sample, _PROBE)
        rule = template.block(UNTRUSTED, sample)
    except TemplateFault as error:
        yield _of(error, template)
        return
    if _PROBE not in user:
        yield Fault(template.path, 1, "the input is not shown: block input needs {{ evidence }}")
    elif not user.endswith(_PROBE):
        yield Fault(template.path, 1, "something follows the input: what is fixed stands before it")
    if not rule or rule not in system:
        message = "the rule about text by strangers is gone: write {{ self.untrusted() }}"
        yield Fault(template.path, 1, message)
    for missing in _unsaid(system, [*reply, *(field.name for field in template.fields)]):
        yield Fault(template.path, 1, f'"{missing}" of the reply is not asked for')


def _of(error: TemplateFault, template: Template) -> Fault:
    place = _PLACE.match(error.what)
    if place is None:
        return Fault(template.path, 1, error.what)
    return Fault(Path(place["path"]), int(place["line"]), place["why"])


def _unsaid(text: str, names: Sequence[str]) -> Iterator[str]:
    return (name for name in names if f'"{name}"' not in text)
