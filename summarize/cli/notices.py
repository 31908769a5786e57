"""What is said of options that do nothing, so that nobody relies on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import click
from click.core import ParameterSource

from summarize.errors import TemplateFault
from summarize.reported import Kind
from summarize.templates import Folders

# They are said to or of a model, or bound what may be asked of one.
_OF_A_MODEL = (
    "base_url",
    "context",
    "budget",
    "max_calls",
    "price",
    "fallback",
    "concurrency",
    "requests_per_minute",
    "tokens_per_minute",
    "store",
    "fresh",
    "record",
)


def without_effect(context: click.Context, kind: Kind | None = None) -> Iterator[str]:
    """A line for each option of the command line that is about models, where none is asked."""
    for name in _OF_A_MODEL:
        if name == "store" and kind == "daily":
            continue  # it keeps the editions
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            option = f"--{name.replace('_', '-')}"
            yield f"{option} has no effect: the built-in writer asks no model; name one with -m"
    if context.params.get("dry_run"):
        yield "--dry-run: nothing is written; the built-in writer asks no model and costs nothing"


def unsettled(model: str, group: str | None) -> str:
    """That nobody settles what is doubtful, where a model is to and none writes; else nothing."""
    if model != "local" or group != "model":
        return ""
    return (
        "--group model has no effect: the built-in writer asks no model, and stories are found "
        "as with auto; name one with -m"
    )


def unfilled_fields(kind: Kind, folders: Folders) -> str:
    """The fields of a person's templates, which the built-in writer does not fill; else nothing."""
    if not folders.own:
        return ""
    from summarize.templates import Prompts

    prompts = Prompts(folders)
    found = []
    for name in ("article",) if kind == "article" else ("article", "story", "overview"):
        with suppress(TemplateFault):  # it is not used, and prompts check tells
            found += [field.name for field in prompts.get(name).fields]
    names = ", ".join(dict.fromkeys(found))
    return f"the built-in writer fills no added fields ({names}); name a model with -m" * bool(
        names
    )
