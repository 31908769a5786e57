"""What the value of an option may be, and what is said of one that it may not."""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import click

from summarize.errors import UsageError, nearly


class OneOf(click.Choice[str]):
    """One of some words; an error says which was nearly meant."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """The words there are, and one that is much like `value`."""
        said = super().get_invalid_choice_message(value, ctx)
        meant = nearly(str(value), self.choices)
        return f"{said.rstrip('.')}; {meant}" if meant else said


class Day(click.ParamType[date]):
    """An ISO date."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The date; a usage error where it is none."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2026-03-10", param, ctx)


class Zone(click.ParamType[tzinfo]):
    """A time zone."""

    name = "zone"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tzinfo:
        """The zone of that name; a usage error where there is none."""
        try:
            return ZoneInfo(str(value))
        except (KeyError, ValueError, OSError):
            meant = nearly(str(value), available_timezones())
            hint = meant or "write it as Europe/Berlin or UTC"
            self.fail(f"{value!r} is not known; {hint}", param, ctx)


class Since(click.ParamType[str]):
    """An ISO date, a number of days or hours, `yesterday` or `last`."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The value as it is; a usage error where no day can be made of it."""
        from summarize.period import LAST, start

        now = datetime.now(UTC)  # any moment will do
        try:
            if value != LAST:
                start(str(value), now.date(), now)
        except UsageError as error:
            self.fail(str(error).removeprefix("--since "), param, ctx)
        return str(value)


SERIES = re.compile(r"\w[\w.-]{0,59}")  # what can stand in the name of a file


class Series(click.ParamType[str]):
    """The name of a series, which can stand in the name of a file."""

    name = "name"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The name; a usage error where it could not stand in the name of a file."""
        if SERIES.fullmatch(str(value)) is None:
            self.fail(
                f"{value!r} is no name of a series: letters, digits, dots, hyphens", param, ctx
            )
        return str(value)


class Amount(click.ParamType[float]):
    """A number that is not negative; with `above`, one that is greater."""

    name = "number"

    def __init__(self, above: float | None = None) -> None:
        self._above = above

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number; a usage error where it is none."""
        try:
            number = float(str(value))
        except ValueError:
            number = math.nan
        if not math.isfinite(number) or number < 0 or number == self._above:
            self.fail(f"{value!r} is no such number", param, ctx)
        return number


class StorePlace(click.ParamType[Path | str]):
    """A file, or the address of a PostgreSQL database."""

    name = "place"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> Path | str:
        """The path of a file, or the address as it was written."""
        from summarize.stored import ON_SERVER

        if isinstance(value, Path):
            return value
        return str(value) if str(value).startswith(ON_SERVER) else Path(str(value))


class Sections(click.ParamType[tuple[str, ...]]):
    """A preset of the sections of a page, or names of them with commas."""

    name = "sections"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The sections; a usage error names the one that there is not."""
        from summarize.report.sections import sections

        if isinstance(value, tuple):
            return value
        try:
            return sections(str(value))
        except UsageError as error:
            self.fail(str(error), param, ctx)
