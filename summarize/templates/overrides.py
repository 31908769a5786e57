"""Files with which a person begins: a copy of a shipped template, of one block, or a new one."""

from __future__ import annotations

import re

from summarize.errors import UsageError
from summarize.templates.blocks import blocks
from summarize.templates.folders import DEFAULT, SHIPPED
from summarize.templates.known import PROMPTS
from summarize.templates.shelf import copy_line, file_of, name_of
from summarize.templates.sources import Source, sources_of

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
_NEW = """\
+++
# What the template is for, as `summarize prompts list` shows it.
description = "{described}"

# What is not said here is as in the shipped template: temperature, max_output.

# Variables that your blocks may use, as {{{{ region }}}}; --set region=… gives another value.
# [variables]
# region = "the coast"

# A field of your own beside those of the shipped reply: text, list, choice or number. One that is
# cited is checked like every other sentence.
[[field]]
name = "impact"
type = "text"
description = "what it changes for the readers, in one sentence"
cited = true
max_words = 35
+++
{copied}{{% extends "{base}" %}}
{used}{{# A block that does not stand here is the shipped one. `summarize prompts show --resolved`
   shows all of them, `summarize prompts check` says what is wrong. #}}

{{# Who reads it. #}}
{audience}

{{# What is to be done. #}}
{task}
"""
# What is said in a new template whose name no run looks for.
_UNUSED = """\
{{# A run uses {base}, and not this file, until a {base} beside it says:
   {{% extends "{name}" %}} #}}
"""


def copy(name: str, block: str | None = None) -> str:
    """The shipped template `name`, or a file that overrides one block of it and nothing else.

    TemplateFault where there is no such template, UsageError where it has no such block.
    """
    source = _shipped(name)
    if block is None:
        lines = source.toml.count("\n") + 2 if source.toml else 0
        head = f"+++\n{source.toml}+++\n" if source.toml else ""
        return head + copy_line(source) + source.text[lines:]
    base = source.name.removeprefix(DEFAULT)
    body = _block(source, block)
    return f'{copy_line(source)}{{% extends "{DEFAULT}{base}" %}}\n\n{body}\n'


def new(name: str, base: str) -> str:
    """A template that begins with the shipped `base` (`story`), with comments on what to change.

    UsageError where `name` cannot be the name of a file, or is that of another shipped template.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} is no name of a template", hint="use letters, digits, - and _ only"
        )
    if name in PROMPTS and name != base:
        raise UsageError(
            f"{name} is another shipped template than {base}, and asks for another reply",
            hint=f"name it {base}, or as you like",
        )
    source = _shipped(base)
    return _NEW.format(
        described=f"{name}: what it is for.",
        copied=copy_line(source),
        base=source.name,
        used="" if name == base else _UNUSED.format(base=file_of(base), name=file_of(name)),
        audience=_block(source, "audience"),
        task=_block(source, "task"),
    )


def _shipped(name: str) -> Source:
    return sources_of(SHIPPED).get(DEFAULT + file_of(name).removeprefix(DEFAULT))


def _block(source: Source, wanted: str) -> str:
    """A block with its tags."""
    found = blocks(source.text)
    for block in found:
        if block.name == wanted:
            return source.text[block.start : block.end]
    names = ", ".join(block.name for block in found) or "none"
    raise UsageError(
        f"{name_of(source.name.removeprefix(DEFAULT))} has no block {wanted!r}",
        hint=f"its blocks are {names}",
    )
