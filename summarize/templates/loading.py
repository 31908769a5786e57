"""From a name to compiled templates: the file itself, and all that it extends or includes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import BaseLoader, Environment, TemplateError, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from summarize.errors import TemplateFault
from summarize.templates import front
from summarize.templates.folders import Folders, Found

LONGEST_CHAIN = 10  # files that extend one another
_READABLE = 1_000_000  # bytes; a longer file is no template
# What wrong use of a value raises in a template, beside jinja2's own errors.
_FAILURES = (
    ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One file: where it was found, its front matter as TOML, and its text without that."""

    name: str
    found: Found
    toml: str
    text: str
    digest: str


@dataclass(frozen=True)
class Sources:
    """The files of templates, each read once."""

    folders: Folders
    _read: dict[str, Source] = field(default_factory=dict, repr=False, compare=False)

    def get(self, name: str) -> Source:
        """The file of the template `name`. TemplateFault where it cannot be read."""
        if name not in self._read:
            found = self.folders.find(name)
            try:
                content = found.path.read_bytes()
                if len(content) > _READABLE:
                    raise TemplateFault(f"{found.path} is too large for a template")
                toml, text = front.split(content.decode("utf-8").replace("\r\n", "\n"))
            except OSError as error:
                raise TemplateFault(f"cannot read {found.path}: {error.strerror}") from None
            except UnicodeDecodeError:
                raise TemplateFault(f"{found.path} is not UTF-8 text") from None
            digest = hashlib.sha256(content).hexdigest()
            self._read[name] = Source(name, found, toml, text, digest)
        return self._read[name]


class Loader(BaseLoader):
    """Gives jinja2 the files, without their front matter."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def get_source(
        self, _environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text, its path for messages, and that it does not change while it is used."""
        source = self._sources.get(template)
        return source.text, str(source.found.path), lambda: True


def chain(name: str, environment: Environment, sources: Sources) -> list[Source]:
    """The file of `name`, the one it extends, the one that extends, and so on."""
    found: list[Source] = []
    following: str | None = name
    while following is not None:
        if following in {one.name for one in found} or len(found) == LONGEST_CHAIN:
            raise TemplateFault(
                f"{found[0].found.path} extends itself", hint=f'extend "default/{name}"'
            )
        found.append(sources.get(following))
        following = _extended(found[-1], environment)
    return found


def _extended(source: Source, environment: Environment) -> str | None:
    tree = parse(source, environment)
    for node in tree.find_all(nodes.Extends):
        if not isinstance(node.template, nodes.Const):
            raise TemplateFault(
                f"{source.found.path}:{node.lineno}: the template that is extended must be named",
                hint='write {% extends "default/story.md.j2" %}',
            )
        return str(node.template.value)
    return None


def parse(source: Source, environment: Environment) -> nodes.Template:
    """The syntax tree of a file. TemplateFault names file and line."""
    try:
        return environment.parse(source.text)
    except TemplateSyntaxError as error:
        raise TemplateFault(f"{source.found.path}:{error.lineno}: {error.message}") from None


def digest(name: str, environment: Environment, sources: Sources) -> str:
    """12 hex digits that change with any file the template is made of.

    Of a template that stands alone they are those of sha256 over its bytes.
    """
    files = {one.name: one.digest for one in closure(name, environment, sources)}
    if len(files) == 1:
        return next(iter(files.values()))[:12]
    said = "\n".join(f"{file} {files[file]}" for file in sorted(files))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def closure(name: str, environment: Environment, sources: Sources) -> Iterator[Source]:
    """The file of `name` and every file that is extended, included or imported from there.

    A file comes before those that it names itself.
    """
    wanted, seen = [name], set()
    while wanted:
        file = wanted.pop(0)
        if file in seen:
            continue
        seen.add(file)
        source = sources.get(file)
        yield source
        wanted += filter(None, find_referenced_templates(parse(source, environment)))


def filled(parts: Iterable[str], source: Source, longest: int, known: Iterable[str]) -> str:
    """What a template makes, up to `longest` characters; `known` are the names it may use.

    TemplateFault names the file and the line of what is wrong.
    """
    found: list[str] = []
    length = 0
    try:
        for part in parts:
            length += len(part)
            if length > longest:
                raise TemplateFault(f"{source.found.path}: it makes over {longest:,} characters")
            found.append(part)
    except TemplateError as error:
        raise as_fault(error, source, f"known are {', '.join(sorted(known))}") from None
    except _FAILURES as error:
        message = f"{line_of(error, source)}: {type(error).__name__}: {error}"
        raise TemplateFault(message) from None
    return "".join(found)


def line_of(error: BaseException, source: Source) -> str:
    """`PATH:LINE` of the innermost place in a template at which `error` was raised."""
    place = f"{source.found.path}"
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            # Unless jinja2 has done so, a line of the code that it made is led back to its own.
            made = trace.tb_frame.f_globals.get("__jinja_template__")
            line = made.get_corresponding_lineno(trace.tb_lineno) if made else trace.tb_lineno
            place = f"{file}:{line}"
        trace = trace.tb_next
    return place


def as_fault(error: TemplateError, source: Source, hint: str) -> TemplateFault:
    """An error of jinja2 as one of ours, with file and line."""
    return TemplateFault(f"{line_of(error, source)}: {error.message}", hint=hint)
