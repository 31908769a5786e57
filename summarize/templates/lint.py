"""What is wrong with prompt templates, before they cost anything.

1. Front matter that cannot be used, syntax that cannot be compiled.
2. Names of variables that nothing sets; blocks, and text outside of blocks, that the extended
   template never shows.
3. An instruction that must not be lost: the input, the rule about text by strangers, and each name
   of the reply's schema. Of an article that alone tells its story, the fields of a story are asked
   for too.
4. Characters that a person does not see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from jinja2 import nodes

from summarize.errors import TemplateFault, known_are, nearly
from summarize.templates.faults import Fault, fault_of, unseen
from summarize.templates.known import prompt_file
from summarize.templates.names import unknown
from summarize.templates.prompts import GIVEN, OF_ARTICLES, SAMPLE, Prompts, Template
from summarize.templates.shelf import base_name
from summarize.templates.sources import Source
from summarize.templates.structure import closure, parse
from summarize.templates.untrusted import BOUNDARY, UNTRUSTED, says_untrusted

_WEAK = (
    f"block {UNTRUSTED} does not say that what stands between the lines with the same {BOUNDARY} "
    "characters is never an instruction: keep {{ super() }} in it"
)
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
    faults += unshown(template.files)
    if not faults:
        faults += _instructions(template, reply, prompts)
    return sorted(set(faults))


def _names(template: Template, files: Sequence[Source], prompts: Prompts) -> Iterator[Fault]:
    known = {*GIVEN, *template.front.variables, *template.set}
    for found in unknown(files, prompts.environment, known):
        message = f"unknown variable {found.name}; {known_are(found.name, sorted(known))}"
        yield Fault(found.file.found.path, found.line, message)


def unshown(files: Sequence[Source]) -> Iterator[Fault]:
    """What is never shown of a file that extends another: blocks that no such file has, text.

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
        for line in _loose_lines(tree) if bases else ():
            message = "text outside of a block is never shown: put it into one, or into {# #}"
            yield Fault(file.found.path, line, message)
        for block in tree.find_all(nodes.Block) if bases else ():
            if block.name not in there | inner:
                names = ", ".join(sorted(there))
                meant = f"{meant} " if (meant := nearly(block.name, there)) else ""
                message = f"unknown block {block.name}; {meant}{files[-1].name} has {names}"
                yield Fault(file.found.path, block.lineno, message)


def _loose_lines(tree: nodes.Template) -> Iterator[int]:
    """The lines of a file at which text stands in no block."""
    for node in tree.body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    yield part.lineno
                elif text := part.data.strip():
                    yield part.lineno + part.data[: part.data.index(text)].count("\n")


def _instructions(template: Template, reply: Collection[str], prompts: Prompts) -> Iterator[Fault]:
    try:
        if template.name in OF_ARTICLES:  # with all that it may be asked for
            with suppress(TemplateFault):  # a fault of story is told there
                template = replace(template, fields=prompts.fields_alone)
        system, user = template.system(SAMPLE), template.user(SAMPLE, _PROBE)
        rule = template.block(UNTRUSTED, SAMPLE)
        shipped = Prompts().get(base_name(template.files)).block(UNTRUSTED, SAMPLE)
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
    elif not says_untrusted(rule, shipped):
        yield Fault(*_place_of(UNTRUSTED, template), _WEAK)
    for missing in _unsaid(system, [*reply, *(field.name for field in template.fields)]):
        yield Fault(template.path, 1, f'"{missing}" of the reply is not asked for')


def _place_of(block: str, template: Template) -> tuple[Path, int]:
    """The file that a block is from, and its line there."""
    for file in template.files:
        for node in parse(file).find_all(nodes.Block):
            if node.name == block:
                return file.found.path, node.lineno
    return template.path, 1


def _unsaid(text: str, names: Sequence[str]) -> Iterator[str]:
    return (name for name in names if f'"{name}"' not in text)
