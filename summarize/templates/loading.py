"""From a name to the text of a template, and from a template to what it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jinja2 import BaseLoader, Environment, TemplateError, UndefinedError

from summarize.errors import TemplateFault
from summarize.templates.meter import metered
from summarize.templates.sources import Source, Sources

# What wrong use of a value raises in a template, beside jinja2's own errors.
_FAILURES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip


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


def filled(
    parts: Iterable[str], source: Source, longest: int, known: Iterable[str], size: int = 0
) -> str:
    """What a template makes, up to `longest` characters; `known` are the names it may use.

    `size` are the parts of the page that it is filled with.

    TemplateFault names the file and the line of what is wrong.
    """
    found: list[str] = []
    length = 0
    try:
        with metered(parts=size):
            for part in parts:
                length += len(part)
                if length > longest:
                    message = f"{source.found.path}: it makes over {longest:,} characters"
                    raise TemplateFault(message, hint="look for a loop that goes wrong")
                found.append(part)
    except UndefinedError as error:
        # Of a value that has no such attribute the names say nothing.
        is_name = str(error.message).endswith("is undefined")
        hint = f"known are {', '.join(sorted(known))}" if is_name else None
        raise as_fault(error, source, hint) from None
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


def as_fault(error: TemplateError, source: Source, hint: str | None) -> TemplateFault:
    """An error of jinja2 as one of ours, with file and line."""
    return TemplateFault(f"{line_of(error, source)}: {error.message}", hint=hint)
