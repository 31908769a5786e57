"""An option that settings and the environment can set: a wrong value is told where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from summarize.errors import SettingsError

if TYPE_CHECKING:
    from summarize.settings import Settings

_BUDGET = "budget"  # its setting is `run` of the table of that name


class Settable(click.Option):
    """An option whose errors name the settings file and the key, or the variable."""

    def handle_parse_result(
        self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]
    ) -> tuple[Any, list[str]]:
        """The value. SettingsError where a wrong one was not typed."""
        try:
            return super().handle_parse_result(ctx, opts, args)
        except click.BadParameter as error:
            if place := self._place(ctx, opts):
                raise SettingsError(f"{place}: {error.message.rstrip('.')}") from None
            raise

    def _place(self, ctx: click.Context, opts: Mapping[str, Any]) -> str:
        """Where the value stands; empty where it was typed."""
        _, source = self.consume_value(ctx, opts)
        if source is ParameterSource.ENVIRONMENT:
            return str(self.envvar)
        settings: Settings | None = ctx.params.get("config")
        if source is not ParameterSource.DEFAULT_MAP or settings is None:
            return ""
        is_run = self.name == _BUDGET
        return f"{settings.path}: {'[budget] run' if is_run else self.name}"
