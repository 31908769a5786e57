"""Prompt templates: found, joined with what they extend, and filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import Template as Jinja
from jinja2 import TemplateError

from summarize.errors import TemplateFault
from summarize.templates import front
from summarize.templates.fields import Field, joined
from summarize.templates.folders import SHIPPED, Folders, Found
from summarize.templates.known import PROMPTS, WRITING, prompt_file
from summarize.templates.loading import as_fault, filled
from summarize.templates.sandbox import Sandbox
from summarize.templates.sources import Source, Sources, sources_of
from summarize.templates.structure import chain, digest

LONGEST = 4_000_000  # characters of a filled prompt: more is a loop that went wrong
# Prompts that have no fields of their own. A merge makes a whole of the parts of an article, and is
# asked for the same as they are.
FIELDLESS = ("merge", "repair", "judge", "pair")
# Those about an article: of one that alone tells its story, they are asked for its fields too.
OF_ARTICLES = ("article", "merge")
# What every prompt may use, beside what is set for it; and what it is.
GIVEN: Mapping[str, str] = {
    "evidence": "what is asked about, between the two lines of its boundary; in block `user` only",
    "fields": "the fields that are added: each has `name`, `type`, `description`, `cited`, "
    "`max_words`, `choices` and `shape`, which is its form in words",
    "language": "the language to write in, by its English name",
    "words": "about how many words a brief has",
}
# What stands for that where a prompt is filled only to see whether it can be.
SAMPLE: Mapping[str, object] = {"language": "English", "words": 120}
_BLANK = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Template:
    """A prompt: its parts `system` (which sees no article) and `user`, and what it says of itself.

    `hash` is 12 hex digits that change with any file it is made of. `files` are these, from the
    template itself to the one that extends nothing. `fields` is what is asked for beside the
    shipped reply.
    """

    name: str
    hash: str
    front: front.Front
    files: tuple[Source, ...] = field(repr=False)
    chain: tuple[Jinja, ...] = field(repr=False)
    set: Mapping[str, object] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()

    @property
    def found(self) -> Found:
        """Where it was found."""
        return self.files[0].found

    @property
    def path(self) -> Path:
        """Its file."""
        return self.found.path

    @property
    def description(self) -> str:
        """What it is for."""
        return self.front.description

    @property
    def max_output(self) -> int:
        """Tokens that a reply may have."""
        return self.front.max_output

    @property
    def temperature(self) -> float | None:
        """How freely the model may choose its words."""
        return self.front.temperature

    def system(self, variables: Mapping[str, object]) -> str:
        """The part that is the same for every input of a run."""
        return self._part("system", variables)

    def user(self, variables: Mapping[str, object], evidence: str) -> str:
        """The part that holds the input. Text of articles is a value and never a template."""
        return self._part("user", {**variables, "evidence": evidence})

    def block(self, name: str, variables: Mapping[str, object]) -> str:
        """One inner block, filled; empty where the template has none of that name."""
        blocks = {block for one in self.chain for block in one.blocks}
        return self._part(name, variables) if name in blocks else ""

    def _part(self, block: str, variables: Mapping[str, object]) -> str:
        known = {**self.front.variables, **self.set, **variables, "fields": self.fields}
        context = self.chain[0].new_context(known)
        for base in self.chain[1:]:  # as jinja2 does where a template says what it extends
            for name, render in base.blocks.items():
                context.blocks.setdefault(name, []).append(render)
        if block not in context.blocks:
            raise TemplateFault(f"{self.path}: there is no block {block}", hint="write one")
        text = filled(context.blocks[block][0](context), self.files[0], LONGEST, known)
        return _BLANK.sub("\n\n", text).strip()


@dataclass(frozen=True)
class Prompts:
    """The prompt templates of a run, each loaded when it is first asked for.

    `set` are the values of variables that the run gives.
    """

    folders: Folders = SHIPPED
    set: Mapping[str, object] = field(default_factory=dict)
    _loaded: dict[str, Template] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def sources(self) -> Sources:
        """The files."""
        return sources_of(self.folders)

    @cached_property
    def environment(self) -> Sandbox:
        """Where prompts are compiled: a prompt is plain text, and nothing in it is escaped."""
        return Sandbox(self.sources, autoescape=False)

    def get(self, name: str) -> Template:
        """The template `name`, as `story`. TemplateFault names the file and what is wrong in it."""
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> Template:
        file = prompt_file(name)
        files = chain(file, self.sources)
        said = front.read(files[-1].toml, files[-1].found.path)
        for one in reversed(files[:-1]):
            said = front.read(one.toml, one.found.path).over(said)
        try:
            compiled = tuple(self.environment.get_template(one.name) for one in files)
        except TemplateError as error:
            raise as_fault(error, files[0], "mend it") from None
        fields = self._fields(name, said, files[0].found.path)
        made_of = digest(file, self.sources)
        return Template(name, made_of, said, tuple(files), compiled, self.set, fields)

    def _fields(self, name: str, said: front.Front, path: Path) -> tuple[Field, ...]:
        if name not in FIELDLESS:
            return said.fields
        if said.fields:
            raise TemplateFault(
                f"{path}: [[field]]: {name} has none of its own",
                hint="write it in article.md.j2, story.md.j2 or overview.md.j2",
            )
        return self.get("article").fields if name == "merge" else ()

    @property
    def fields_alone(self) -> tuple[Field, ...]:
        """What is asked for of an article that alone tells its story: those of a story as well."""
        return joined(self.get("article").fields, self.get("story").fields)

    def hashes(self, names: Iterable[str] = WRITING) -> dict[str, str]:
        """The file name and hash of each template."""
        return {prompt_file(name): self.get(name).hash for name in names}

    def try_all(self) -> None:
        """Fill each prompt once. TemplateFault where that cannot be, before anything is asked."""
        for name in PROMPTS:
            template = self.get(name)
            template.system(SAMPLE)
            template.user(SAMPLE, "")
