"""The templates of a report, and the environment in which every string is made inert."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from markupsafe import Markup

from summarize.templates import front
from summarize.templates.folders import SHIPPED, Folders
from summarize.templates.known import ARTICLE, SITUATION
from summarize.templates.loading import as_fault, filled
from summarize.templates.sandbox import Sandbox
from summarize.templates.sources import Source, sources_of
from summarize.templates.structure import closure

if TYPE_CHECKING:
    from summarize.reported import Kind

PAGE = "page"  # the one name that every report template may use, beside the variables of the run
LONGEST = 50_000_000  # characters of a filled report: more is a loop that went wrong
# Each of these returns text that counts as escaped already, for HTML or for nothing.
_UNESCAPING = ("e", "escape", "forceescape", "safe", "tojson", "urlize", "xmlattr")


def report_hashes(kind: Kind, folders: Folders = SHIPPED) -> dict[str, str]:
    """Every template that a report of `kind` is made of, by name, with its hash.

    TemplateFault where one cannot be found or parsed.
    """
    name = ARTICLE if kind == "article" else SITUATION
    files = closure(name, sources_of(folders))
    return {file.name: file.short for file in sorted(files, key=lambda file: file.name)}


def environment(
    escape: Callable[[str], str],
    filters: Mapping[str, Callable[[str], str]],
    folders: Folders = SHIPPED,
) -> Sandbox:
    """The environment of one output format.

    `escape` makes a plain string inert in that format. Each of `filters` is trusted to return text
    that already is, as a link target does.
    """

    def finalize(value: object) -> Markup:
        return value if isinstance(value, Markup) else Markup(escape(str(value)))

    made = Sandbox(sources_of(folders), autoescape=True, finalize=finalize)
    for name in _UNESCAPING:
        del made.filters[name]
    for name, trusted in filters.items():
        made.filters[name] = _returning_markup(trusted)
    return made


def fill(made: Sandbox, name: str, page: object, variables: Mapping[str, object]) -> str:
    """The report template `name` with a page of `report.view`.

    Variables of the front matter stand where `variables` has none. TemplateFault names the file
    and the line of what is wrong.
    """
    source = made.sources.get(name)
    said = {**front_variables(list(closure(name, made.sources))), **variables}
    known = {**said, PAGE: page}
    try:
        template = made.get_template(name)
    except TemplateError as error:
        raise as_fault(error, source, "mend it") from None
    return filled(template.generate(known), source, LONGEST, known, _size(page))


def _size(page: object) -> int:
    """The parts of a page: everything in it that has fields, and the page."""
    if isinstance(page, tuple):
        return sum(map(_size, page))
    if is_dataclass(page):
        return 1 + sum(_size(getattr(page, one.name)) for one in fields(page))
    return 0


def front_variables(files: list[Source]) -> dict[str, object]:
    """What the front matter of `files` gives to variables, the earlier before the later."""
    found: dict[str, object] = {}
    for file in reversed(files):
        found.update(front.read(file.toml, file.found.path).variables)
    return found


def _returning_markup(trusted: Callable[[str], str]) -> Callable[[object], Markup]:
    return lambda value: Markup(trusted(str(value)))
