"""Where a report goes: files by their ending, or stdout."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.cli.overwriting import is_read, is_stranger
from summarize.cli.terminal import to_stdout
from summarize.cli.values import SERIES
from summarize.errors import OutputError, TemplateFault, UsageError
from summarize.report.claim_lines import to_claim_lines
from summarize.report.desk import Printing
from summarize.report.html import to_html
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown, to_review
from summarize.report.references import to_bibtex, to_csl_json
from summarize.reported import Report

Render = Callable[[Report, Printing], str]


def _json(report: Report, printing: Printing) -> str:
    return to_json(report, texts=printing.embed != "passages")


def _mail(report: Report, printing: Printing) -> str:
    from summarize.report.mail import to_mail  # 30 ms that only a mail needs

    return to_mail(report, printing)


FORMATS: Mapping[str, Render] = {
    ".json": _json,
    ".md": to_markdown,
    ".html": to_html,
    ".eml": _mail,
    ".review.md": to_review,
    ".bib": lambda report, _printing: to_bibtex(report),
    ".csl.json": lambda report, _printing: to_csl_json(report),
    ".claims.jsonl": lambda report, _printing: to_claim_lines(report),
}

STDOUT = "-"
UNNUMBERED = "unnumbered"  # stands in a file's name where the store could not be used
_OTHER = "name another file"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Target:
    """A file to write: its name, still with `{date}` in it, and how it is made."""

    name: str
    render: Render

    @property
    def is_stdout(self) -> bool:
        """Whether it is no file."""
        return self.name == STDOUT


def targets(
    names: Sequence[str], sources: Sequence[str] = (), *, numbered: bool = False
) -> list[Target]:
    """The files asked for, else stdout. UsageError, before any work, where one cannot be written.

    None may be a file that is read, of those at `sources`. Only of a report that is `numbered` can
    a name hold the number.
    """
    for name in names:
        if "{number}" in name and not numbered:
            raise UsageError(f"{name!r}: the report has no number", hint="use {date} or {series}")
        if not _PLACEHOLDER.search(name) and is_read(name, sources):
            raise UsageError(_is_read(name), hint=_OTHER)
    return [Target(name, _format(name)) for name in dict.fromkeys(names or (STDOUT,))]


def _format(name: str) -> Render:
    if name == STDOUT:
        return to_markdown
    ending = max((e for e in FORMATS if name.lower().endswith(e)), key=len, default=None)
    if ending is None:
        raise UsageError(
            f"cannot tell the format of {name!r}",
            hint=f"end it in {', '.join(FORMATS)}, or write - for stdout",
        )
    unknown = set(_PLACEHOLDER.findall(name)) - {"date", "series", "number"}
    if unknown:
        raise UsageError(
            f"{{{min(unknown)}}} in {name!r} is not known", hint="use {date}, {series} or {number}"
        )
    if os.path.isdir(name):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        raise UsageError(f"{name!r} is a folder", hint="name a file in it")
    return FORMATS[ending]


def write(
    report: Report, files: Sequence[Target], printing: Printing, sources: Sequence[str] = ()
) -> set[Path]:
    """Write every file that can be written, then raise the error of the first that cannot.

    An OutputError, or a TemplateFault where its template cannot be filled.

    The files that were there and did not look like reports. One that is read, of those at
    `sources`, is not written.
    """
    failed: OutputError | TemplateFault | None = None
    strangers = set()
    for target in files:
        try:
            text = target.render(report, printing)
            if target.is_stdout:
                to_stdout(text)
                continue
            path = path_of(target, report)
            if is_read(str(path), sources):
                raise OutputError(_is_read(str(path)), hint=_OTHER)
            stranger = is_stranger(path)
            write_file(path, text)
            if stranger:
                strangers.add(path)
        except (OutputError, TemplateFault) as error:
            failed = failed or error
    if failed:
        raise failed
    return strangers


def _is_read(name: str) -> str:
    return f"-o {name!r} is one of the SOURCEs, and would be lost"


def path_of(target: Target, report: Report) -> Path:
    """The name with the report's date, series and number filled in.

    OutputError where its series, as a file of others may have it, would lead to another folder.
    """
    name = target.name.replace("{date}", report.as_of.isoformat())
    name = name.replace("{number}", str(report.numbered or UNNUMBERED))
    if "{series}" in name and SERIES.fullmatch(report.series) is None:
        what = f"the series {report.series!r} of the report cannot stand in the name of a file"
        raise OutputError(what, hint="leave {series} out of the name")
    return Path(name.replace("{series}", report.series))


def write_file(path: Path, text: str, hint: str = "name another place with -o") -> None:
    """Write a file as a whole. OutputError names the file and what is in the way."""
    try:
        _replace(path, text)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links in a circle
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise OutputError(f"cannot write {str(path)!r}: {reason or error}", hint=hint) from None


def _replace(path: Path, text: str) -> None:
    """Write beside the file and rename: a crash leaves the old one, and not half of a new one.

    What is there and is no plain file, as a named pipe, is written to directly.
    """
    path = path.resolve()  # through a link, the file itself is replaced
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")
        return
    # Permissions as a plain open() would give them: mkstemp makes files for the owner alone.
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".summarize-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
