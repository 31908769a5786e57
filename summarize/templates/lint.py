"""What is wrong with prompt templates, before they cost anything.

1. Front matter that cannot be used, syntax that cannot be compiled.
2. Names of variables that nothing sets, and blocks that the extended template never shows.
3. An instruction that must not be lost: the input, the rule about text by strangers, and each name
   of the reply's schema. A field must not have a name that the reply has already.
4. Characters that a person does not see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from jinja2 import nodes

from summarize.errors import TemplateFault
from summarize.templates.faults import Fault, fault_of, unseen
from summarize.templates.loading import Source
from summarize.templates.names import unknown
from summarize.templates.prompts import GIVEN, SAMPLE, Prompts, Template, prompt_file
from summarize.templates.structure import closure, parse

UNTRUSTED = "untrusted"  # the block that says what text by strangers is
_PROBE = "0123456789abcdef EVIDENCE 0123456789abcdef"


def lint(prompts: Prompts, name: str, reply: Collection[str]) -> list[Fault]:
    """What is wrong with the template `name`, whose reply has the names `reply`."""
    try:
        template = prompts.get(name)
        files = list(closure(prompt_file(name), prompts.sources))
    except TemplateFault as error:
        return [fault_of(error, Path(prompt_file(name)))]
    faults = [fault for file in files for fault in unseen(file)]
    faults += _names(template, files, prompts)
    faults += unshown_blocks(template.files)
    faults += _fields(template, reply)
    if not faults:
        faults += _instructions(template, reply)
    return sorted(set(faults))


def _names(template: Template, files: Sequence[Source], prompts: Prompts) -> Iterator[Fault]:
    known = {*GIVEN, *template.front.variables, *template.set}
    for found in unknown(files, prompts.environment, known):
        names = ", ".join(sorted(known))
        message = f"unknown variable {found.name}; known are {names}"
        yield Fault(found.file.found.path, found.line, message)


def unshown_blocks(files: Sequence[Source]) -> Iterator[Fault]:
    """Blocks of a file that no file it extends has: they are never shown.

    `files` are a template, what it extends, and so on.
    """
    trees = [parse(file) for file in files]
    for place, (file, tree) in enumerate(zip(files, trees, strict=True)):
        bases = trees[place + 1 :]
        there = {block.name for base in bases for block in base.find_all(nodes.Block)}
        inner = {
            block.name
            for outer in tree.find_all(nodes.Block)
            for block in outer.find_all(nodes.Block)
        }
        for block in tree.find_all(nodes.Block) if bases else ():
            if block.name not in there | inner:
                names = ", ".join(sorted(there))
                message = f"unknown block {block.name}; {files[-1].name} has {names}"
                yield Fault(file.found.path, block.lineno, message)


def _fields(template: Template, reply: Collection[str]) -> Iterator[Fault]:
    names = [field.name for field in template.fields]
    for name in names:
        if name in reply:
            yield Fault(template.path, 1, f"field {name}: the reply has this name already")
        if names.count(name) > 1:
            yield Fault(template.path, 1, f"field {name} stands there twice")


def _instructions(template: Template, reply: Collection[str]) -> Iterator[Fault]:
    try:
        system, user = template.system(SAMPLE), template.user(SAMPLE, _PROBE)
        rule = template.block(UNTRUSTED, SAMPLE)
    except TemplateFault as error:
        yield fault_of(error, template.path)
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


def _unsaid(text: str, names: Sequence[str]) -> Iterator[str]:
    return (name for name in names if f'"{name}"' not in text)
