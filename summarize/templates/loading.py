"""From a name to the text of a template, and from a template to what it makes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from jinja2 import BaseLoader, Environment, TemplateError, UndefinedError, nodes

from summarize.errors import TemplateFault
from summarize.templates import front
from summarize.templates.folders import SHIPPED, Folders, Found
from summarize.templates.meter import metered

_READABLE = 1_000_000  # bytes; a longer file is no template
# What wrong use of a value raises in a template, beside jinja2's own errors.
_FAILURES = (
    ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One file: where it was found, its front matter as TOML, and its text without that.

    `tree` holds its syntax tree once that was made.
    """

    name: str
    found: Found
    toml: str
    text: str
    digest: str
    tree: list[nodes.Template] = field(default_factory=list, repr=False, compare=False)

    @property
    def short(self) -> str:
        """12 hex digits of sha256 over its bytes: how a person is shown which state it has."""
        return self.digest[:12]


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
                    raise TemplateFault(f"{found.path}: it is too large for a template")
                toml, text = front.split(content.decode("utf-8-sig").replace("\r\n", "\n"))
                if front.is_open(text):
                    hint = "write +++ in a line of its own behind it"
                    raise TemplateFault(f"{found.path}: its front matter does not end", hint=hint)
            except OSError as error:
                raise TemplateFault(f"{found.path}: cannot read it: {error.strerror}") from None
            except UnicodeDecodeError:
                raise TemplateFault(f"{found.path}: it is not UTF-8 text") from None
            digest = hashlib.sha256(content).hexdigest()
            self._read[name] = Source(name, found, toml, text, digest)
        return self._read[name]


def sources_of(folders: Folders) -> Sources:
    """The files in `folders`; the shipped ones are read once, others may change meanwhile."""
    return _shipped() if folders == SHIPPED else Sources(folders)


@cache
def _shipped() -> Sources:
    return Sources(SHIPPED)


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


def filled(parts: Iterable[str], source: Source, longest: int, known: Iterable[str]) -> str:
    """What a template makes, up to `longest` characters; `known` are the names it may use.

    TemplateFault names the file and the line of what is wrong.
    """
    found: list[str] = []
    length = 0
    try:
        with metered():
            for part in parts:
                length += len(part)
                if length > longest:
                    message = f"{source.found.path}: it makes over {longest:,} characters"
                    raise TemplateFault(message, hint="look for a loop that goes wrong")
                found.append(part)
    except UndefinedError as error:
        raise as_fault(error, source, f"known are {', '.join(sorted(known))}") from None
    except TemplateError as error:
        raise as_fault(error, source, "take it out") from None
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
