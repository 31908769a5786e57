"""Where the templates are, what they hash to, and how they are filled.

A template sees plain frozen data only. It is run in jinja2's immutable sandbox, a name that does
not exist is an error, and every string is escaped for the output format when it is printed; there
is no way to switch that off from inside a template.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError  # noqa: TID251
from jinja2 import Template as Jinja  # noqa: TID251
from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: TID251
from markupsafe import Markup

from summarize.claims import Kind
from summarize.errors import SettingsError, TemplateFault

# Each of these returns text that counts as escaped already, for HTML or for nothing.
_UNESCAPING = ("e", "escape", "forceescape", "safe", "tojson", "urlize", "xmlattr")


def prompts_folder(package: Path = Path(__file__).parent) -> Path:
    """The shipped templates: inside the package when installed, beside it in a checkout.

    SettingsError where neither exists.
    """
    for folder in (package / "prompts", package.parent / "prompts"):
        if (folder / "report").is_dir():
            return folder
    raise SettingsError(
        f"no templates in {package} or beside it", hint="the installation is damaged: install again"
    )


def template_hash(name: str) -> str:
    """12 hex digits of sha256 over the bytes of the template `name`, as `report/head.md.j2`."""
    return hashlib.sha256((prompts_folder() / name).read_bytes()).hexdigest()[:12]


def report_hashes(kind: Kind) -> dict[str, str]:
    """Every template that shapes a report of `kind`, by name, with its hash."""
    folder = prompts_folder()
    names = sorted(path.relative_to(folder).as_posix() for path in folder.glob("report/*.j2"))
    other = "report/situation.md.j2" if kind == "article" else "report/article.md.j2"
    others = {other, "report/review.md.j2"}
    return {name: template_hash(name) for name in names if name not in others}


PROMPTS = ("article", "merge", "story", "overview", "repair")
# Between two lines of these stands what a template says of itself, in TOML.
_FRONT = re.compile(r"\A\+\+\+\n(.*?)^\+\+\+\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Template:
    """A prompt: its parts `system` (which sees no article) and `user`, and what it says of itself.

    `hash` is 12 hex digits of sha256 over its file; `max_output` bounds the tokens of a reply.
    """

    name: str
    path: Path
    hash: str
    description: str
    max_output: int
    temperature: float | None
    source: Jinja

    def system(self, variables: Mapping[str, object]) -> str:
        """The part that is the same for every input of a run."""
        return self._part("system", variables)

    def user(self, variables: Mapping[str, object], evidence: str) -> str:
        """The part that holds the input. Text of articles is a value and never a template."""
        return self._part("user", {**variables, "evidence": evidence})

    def _part(self, block: str, variables: Mapping[str, object]) -> str:
        try:
            render = self.source.blocks[block]
            text = "".join(render(self.source.new_context(dict(variables))))
        except (TemplateError, KeyError) as error:
            raise TemplateFault(f"{self.path}: block {block}: {error}") from None
        return _BLANK.sub("\n\n", text).strip()


_BLANK = re.compile(r"\n{3,}")


class _Stripped(FileSystemLoader):
    """Templates without their front matter, whose lines stay as blank ones: errors name lines."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        front = _FRONT.match(source)
        kept = "\n" * front[0].count("\n") + source[front.end() :] if front else source
        return kept, path, fresh


class Prompts:
    """The prompt templates, each loaded when it is first asked for."""

    @cached_property
    def _environment(self) -> ImmutableSandboxedEnvironment:
        return ImmutableSandboxedEnvironment(
            loader=_Stripped(prompts_folder()),
            undefined=StrictUndefined,
            autoescape=False,  # a prompt is plain text
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @cached_property
    def _loaded(self) -> dict[str, Template]:
        return {}

    def get(self, name: str) -> Template:
        """The template `name`. TemplateFault names the file and what is wrong in it."""
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> Template:
        path = prompts_folder() / f"{name}.md.j2"
        try:
            front = _FRONT.match(path.read_text(encoding="utf-8"))
            said = tomllib.loads(front[1]) if front else {}
            source = self._environment.get_template(path.name)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, TemplateError) as error:
            raise TemplateFault(f"{path}: {error}", hint="mend the template") from None
        return Template(
            name=name,
            path=path,
            hash=template_hash(path.name),
            description=said.get("description", ""),
            max_output=said.get("max_output", 1_500),
            temperature=said.get("temperature"),
            source=source,
        )

    def hashes(self) -> dict[str, str]:
        """The file name and hash of each template."""
        return {f"{name}.md.j2": self.get(name).hash for name in PROMPTS}


def environment(
    escape: Callable[[str], str], filters: Mapping[str, Callable[[str], str]]
) -> ImmutableSandboxedEnvironment:
    """The environment of one output format.

    `escape` makes a plain string inert in that format. Each of `filters` is trusted to return text
    that already is, as a link target does.
    """

    def finalize(value: object) -> Markup:
        return value if isinstance(value, Markup) else Markup(escape(str(value)))

    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(prompts_folder()),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in _UNESCAPING:
        del made.filters[name]
    for name, trusted in filters.items():
        made.filters[name] = _returning_markup(trusted)
    return made


def _returning_markup(trusted: Callable[[str], str]) -> Callable[[object], Markup]:
    return lambda value: Markup(trusted(str(value)))
