"""Where the templates are, what they hash to, and how they are filled.

A template sees plain frozen data only. It is run in jinja2's immutable sandbox, a name that does
not exist is an error, and every string is escaped for the output format when it is printed; there
is no way to switch that off from inside a template.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined  # noqa: TID251
from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: TID251
from markupsafe import Markup

from summarize.claims import Kind
from summarize.errors import SettingsError

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
    return {name: template_hash(name) for name in names if name != other}


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
