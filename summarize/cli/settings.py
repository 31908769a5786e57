"""`summarize settings`: each value in force, and where it came from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from summarize.cli import options as given
from summarize.cli.reports import daily

if TYPE_CHECKING:
    from summarize.settings import Settings

# Looked up where they are used: a profile may say them too.
_OF_MODELS = ("base_url", "context", "price", "prompts", "api_key_command", "api_key_file")
_SECRET = "api_key_command"  # a command line may hold the key itself
# In an address: postgresql://desk:secret@host/news, or ?password=secret behind it.
_PASSWORD = re.compile(r"(?<=://)(?=[^/\s]*:)\S+(?=@)|(?<=password=)[^&\s\"]+")


@click.command("settings", short_help="Each setting in force, and where it came from.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@given.config
@click.pass_context
def settings_command(ctx: click.Context, names: Sequence[str], config: Settings) -> None:
    """Show the settings of a run started here: each value, and where it came from.

    With NAMEs only those.

    A value of the settings file gives way to SUMMARIZE_NAME in the environment, and that to the
    option of the command line.

    \b
    Examples:
      summarize settings
      summarize settings --config desk.toml
      summarize settings top words
    """
    from summarize.cli.terminal import printable, to_stdout
    from summarize.errors import UsageError, known_are
    from summarize.settings_keys import KNOWN

    for name in names:
        if name not in KNOWN:
            raise UsageError(f"no setting is called {name!r}", hint=known_are(name, KNOWN))
    tables = [] if names else [*_tables(config)]
    lines = [f"settings file: {config.path or 'none'}", *_values(ctx, config, names), *tables]
    to_stdout("".join(f"{printable(line)}\n" for line in lines), wrap=False)


def _values(ctx: click.Context, config: Settings, names: Sequence[str]) -> Iterator[str]:
    from summarize.settings_keys import KNOWN

    options = {param.name: param for param in daily.params if isinstance(param, click.Option)}
    of_run = click.Context(daily, default_map=dict(config.values), parent=ctx.parent)
    for name in names or KNOWN:
        value, source = None, ParameterSource.DEFAULT
        if name in options:
            value, source = options[name].consume_value(of_run, {})
        if name in _OF_MODELS and source is not ParameterSource.ENVIRONMENT:
            value = config.values.get(name)
            source = ParameterSource.DEFAULT_MAP if name in config.values else source
        origin = _origin(source, options.get(name), config)
        yield f"  {name:<20} {_shown(name, value):<24} {origin}".rstrip()


def _origin(source: ParameterSource | None, option: click.Option | None, config: Settings) -> str:
    if source is ParameterSource.ENVIRONMENT and option is not None:
        return str(option.envvar)
    return str(config.path) if source is ParameterSource.DEFAULT_MAP else "default"


def _shown(name: str, value: object) -> str:
    if value is None or value == () or not isinstance(value, (str, int, float, list, tuple)):
        return "(not set)"
    if name == _SECRET:
        return "(set)"
    shown = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return _PASSWORD.sub("***", shown)


def _tables(config: Settings) -> Iterator[str]:
    for table, entries in config.tables.items():
        for name, value in entries.items():
            if isinstance(value, Mapping):
                yield f"  [{table}.{name}]"
                yield from (f"    {key:<18} {_shown(key, v)}" for key, v in value.items())
            else:
                yield f"  {f'[{table}] {name}':<20} {_shown(name, value):<24} {config.path}"
    yield from (f"  [[source]]  {_named(entry)}" for entry in config.sources)
    yield from (f"  [[outlet]]  {_named(entry)}" for entry in config.outlets)


def _named(entry: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} = {_shown(key, value)}" for key, value in entry.items())
