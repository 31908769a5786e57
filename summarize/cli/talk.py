"""What is said on stderr: progress on a terminal, what was skipped, what was written."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from summarize.article import UNKNOWN_LANGUAGE, Article
from summarize.cli.output import Target, path_of
from summarize.cli.terminal import counted, printable
from summarize.read import Pile
from summarize.report.walk import tally
from summarize.reported import Method, Report, Skipped

NAMED = 20  # inputs skipped for one reason that are named one by one


@dataclass(frozen=True)
class Talk:
    """How much to say: `quiet` nothing but errors, `verbose` more."""

    quiet: bool
    verbose: bool

    def say(self, line: str) -> None:
        """One line on stderr."""
        if not self.quiet:
            click.echo(printable(" ".join(line.split())), err=True)

    def warn(self, line: str) -> None:
        """One line on stderr that is said even where nothing but errors is: it is about money."""
        click.echo(f"Warning: {printable(' '.join(line.split()))}", err=True)

    def skipped(self, skipped: Sequence[Skipped]) -> None:
        """Each skipped input with its reason; many of one reason are one line."""
        often = Counter(entry.reason for entry in skipped)
        for entry in skipped:
            if often[entry.reason] <= NAMED or self.verbose:
                self.say(f"skipped {printable(entry.source)}: {entry.reason}")
        for reason, times in often.items():
            if times > NAMED and not self.verbose:
                self.say(f"skipped {times} inputs: {reason}")

    def left_out(self, left_out: Mapping[str, Sequence[Article]]) -> None:
        """Each article that a rule leaves out."""
        for rule, articles in left_out.items():
            for article in articles:
                title = article.title or article.path or article.key
                self.say(f"left out by {printable(f'{rule}: {title} ({article.outlet})')}")

    def unread_fields(self, pile: Pile) -> None:
        """Say once what stood where a date or an address should, and was none."""
        for field, what in (("published", "not a date"), ("url", "not a web address")):
            found = [
                (article, why)
                for article in pile.articles
                if (why := pile.fields[article.id].get(field, "")).startswith(what)
            ]
            if found:
                (first, why), *_ = found
                name = printable(first.path or first.title)
                self.say(f"{counted(len(found), 'article', 'articles')}: {why} (first: {name})")

    def languages(self, articles: Sequence[Article], language: str) -> None:
        """Say once that the built-in writer quotes other languages as they are."""
        known = {UNKNOWN_LANGUAGE, language}
        other = Counter(a.language for a in articles if a.language not in known)
        if other:
            listed = ", ".join(f"{code}: {times}" for code, times in other.most_common())
            self.say(f"the built-in writer does not translate; quoted as they are ({listed})")

    def written(
        self, report: Report, files: Sequence[Target], strangers: Collection[Path] = ()
    ) -> None:
        """What was made of what, and where it is; `strangers` are files that it replaced."""
        counts = tally(report)
        parts = [counted(len(report.own_articles), "article", "articles")]
        if report.stories:
            parts.append(counted(len(report.stories), "story", "stories"))
        parts.append(f"{counted(counts.supported, 'claim', 'claims')} supported")
        self.say(f"{', '.join(parts)}, {counts.unchecked} unchecked, {counts.withheld} withheld")
        for path in (path_of(target, report) for target in files if not target.is_stdout):
            over = ", in place of a file that was no report" if path in strangers else ""
            self.say(f"wrote {printable(str(path))}{over}")
            self.clipped(path)
        if counts.many_withheld:
            self.say(
                f"NOTE: more than a quarter of the claims were withheld ({counts.withheld} of "
                f"{counts.all}); --show-withheld prints them, -o FILE.review.md lists them"
            )
        for line in report.missing:
            self.say(f"INCOMPLETE: {line}" if report.partial else line)

    def clipped(self, path: Path) -> None:
        """Say of a mail that is longer than what Gmail shows."""
        if path.suffix.lower() != ".eml" or not path.is_file():
            return
        from summarize.report.mail import CLIPPED, html_size

        size = html_size(path.read_text(encoding="ascii"))
        if size > CLIPPED:
            self.say(
                f"NOTE: Gmail shows the first {CLIPPED // 1024} kB of {printable(str(path))} "
                f"({size // 1024} kB); --words, --top or --sections shortens it"
            )

    def used(self, method: Method, models: Sequence[str]) -> None:
        """What was asked of the models with these names, and what it cost."""
        if not models:
            return
        tokens = method.tokens
        parts = [
            f"{counted(method.calls, 'call', 'calls')} to {printable(' and '.join(models))}",
            f"{counted(method.reused, 'answer', 'answers')} from the store",
            f"{tokens.input:,} tokens in, {tokens.output:,} out",
            "cost unknown" if method.cost_usd is None else f"{method.cost_usd:.4f} USD",
        ]
        self.say(", ".join(parts))

    @contextmanager
    def progress(self) -> Iterator[Callable[[str, str], None]]:
        """`(stage, detail)` on one line that is replaced, on a terminal only."""
        if self.quiet or not sys.stderr.isatty():
            yield lambda _stage, _detail: None
            return
        from rich.console import Console
        from rich.markup import escape

        with Console(stderr=True).status("reading") as status:
            yield lambda stage, detail: status.update(f"{stage} {escape(printable(detail))}")
