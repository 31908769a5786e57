"""The templates of a report, and the environment in which every string is made inert."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from summarize.claims import Kind
from summarize.templates.folders import SHIPPED, Folders, prompts_folder
from summarize.templates.loading import Loader, Sources

# Each of these returns text that counts as escaped already, for HTML or for nothing.
_UNESCAPING = ("e", "escape", "forceescape", "safe", "tojson", "urlize", "xmlattr")
_APART = ("report/review.md.j2",)  # no part of a report


def report_hashes(kind: Kind, folders: Folders = SHIPPED) -> dict[str, str]:
    """Every template that shapes a report of `kind`, by name, with its hash."""
    shipped = prompts_folder()
    names = sorted(path.relative_to(shipped).as_posix() for path in shipped.glob("report/*.j2"))
    other = "report/situation.md.j2" if kind == "article" else "report/article.md.j2"
    sources = Sources(folders)
    return {name: sources.get(name).digest[:12] for name in names if name not in (other, *_APART)}


def environment(
    escape: Callable[[str], str],
    filters: Mapping[str, Callable[[str], str]],
    folders: Folders = SHIPPED,
) -> ImmutableSandboxedEnvironment:
    """The environment of one output format.

    `escape` makes a plain string inert in that format. Each of `filters` is trusted to return text
    that already is, as a link target does.
    """

    def finalize(value: object) -> Markup:
        return value if isinstance(value, Markup) else Markup(escape(str(value)))

    made = ImmutableSandboxedEnvironment(
        loader=Loader(Sources(folders)),
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
