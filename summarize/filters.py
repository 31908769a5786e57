"""Which articles a person wants, and does not want: `--only` and `--exclude`.

A rule is `outlet:NAME`, `author:NAME`, `lang:CODE`, `url:GLOB` or `/regex/`. Of several `--only`
of one kind one has to match, and one of each kind; of `--exclude` any that matches leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fnmatch import fnmatchcase
from functools import cached_property

import regex

from summarize.article import Article
from summarize.errors import UsageError

FORMS = "outlet:NAME, author:NAME, lang:CODE, url:GLOB or /regex/"
NEAREST = 3  # titles that are named where nothing is left
SECONDS = 1.0  # that a regular expression may take over one article
_TEXT = "/"  # the kind of a regular expression
_LOOKED_AT = 100  # characters of a value that is compared with a rule


@dataclass(frozen=True)
class Rule:
    """One rule as it was written; UsageError where it is none."""

    written: str

    def __post_init__(self) -> None:
        if self.kind not in _MATCHES or not self.value:
            raise UsageError(f"{self.written!r} is no filter", hint=f"write {FORMS}")
        if self.kind == _TEXT:
            _ = self.pattern

    @property
    def kind(self) -> str:
        """`outlet`, `author`, `lang`, `url`, or `/` for a regular expression."""
        text = self.written.strip()
        if len(text) > 2 and text.startswith(_TEXT) and text.endswith(_TEXT):
            return _TEXT
        return text.partition(":")[0].casefold() if ":" in text else ""

    @property
    def value(self) -> str:
        """What stands after the kind."""
        text = self.written.strip()
        return text[1:-1] if self.kind == _TEXT else text.partition(":")[2].strip()

    @cached_property
    def pattern(self) -> regex.Pattern[str]:
        """The regular expression of a `/rule/`, which minds no case."""
        try:
            return regex.compile(self.value, regex.IGNORECASE)
        except (regex.error, RecursionError) as error:
            raise UsageError(f"{self.written!r} is no regular expression: {error}") from None

    def matches(self, article: Article) -> bool:
        """Whether the article is as the rule says."""
        return _MATCHES[self.kind](self, article)

    def nearness(self, article: Article) -> float:
        """How much the article is like what the rule asks for, from 0 to 1."""
        value = _SAYS.get(self.kind, _title)(article)[:_LOOKED_AT]
        return SequenceMatcher(None, self.value.casefold(), value.casefold()).ratio()


@dataclass(frozen=True)
class Filters:
    """Rules that articles have to match, and rules that they may not match."""

    only: tuple[Rule, ...] = ()
    exclude: tuple[Rule, ...] = ()

    def excluding(self, article: Article) -> str:
        """The rule by which an article is left out; "" where it is wanted."""
        for rule in self.exclude:
            if rule.matches(article):
                return f"--exclude {rule.written}"
        for rules in self._kinds.values():
            if not any(rule.matches(article) for rule in rules):
                return f"--only {' or '.join(rule.written for rule in rules)}"
        return ""

    def unmatched(self, articles: Sequence[Article]) -> list[str]:
        """The rules, as they were written, that no article matches."""
        rules = (*self.only, *self.exclude)
        return [rule.written for rule in rules if not any(map(rule.matches, articles))]

    def nearest(self, articles: Sequence[Article]) -> list[Article]:
        """Those that are most like what was asked for, at most three, the nearest first."""
        ranked = sorted(articles, key=self._nearness, reverse=True)
        return ranked[:NEAREST]

    def _nearness(self, article: Article) -> float:
        return max((rule.nearness(article) for rule in self.only), default=0.0)

    @cached_property
    def _kinds(self) -> Mapping[str, list[Rule]]:
        kinds: dict[str, list[Rule]] = {}
        for rule in self.only:
            kinds.setdefault(rule.kind, []).append(rule)
        return kinds


ALL = Filters()


def filters(only: Sequence[str], exclude: Sequence[str]) -> Filters:
    """The filters as they are written on the command line. UsageError names one that is none."""
    return Filters(tuple(map(Rule, only)), tuple(map(Rule, exclude)))


def _title(article: Article) -> str:
    return article.title


_SAYS: Mapping[str, Callable[[Article], str]] = {
    "outlet": lambda article: article.outlet,
    "author": lambda article: article.author or "",
    "lang": lambda article: article.language,
    "url": lambda article: article.url or "",
}


def _outlet(rule: Rule, article: Article) -> bool:
    names = (article.outlet, article.via or "")
    return any(fnmatchcase(name.casefold(), rule.value.casefold()) for name in names)


def _author(rule: Rule, article: Article) -> bool:
    return rule.value.casefold() in (article.author or "").casefold()


def _language(rule: Rule, article: Article) -> bool:
    return article.language.casefold() == rule.value.casefold()


def _url(rule: Rule, article: Article) -> bool:
    """The glob fits the whole address; its scheme may be left out."""
    url = (article.url or "").casefold()
    glob = rule.value.casefold()
    return bool(url) and any(fnmatchcase(one, glob) for one in (url, url.partition("://")[2]))


def _found(rule: Rule, article: Article) -> bool:
    try:
        return any(
            rule.pattern.search(text, timeout=SECONDS) for text in (article.title, article.text)
        )
    except TimeoutError:
        raise UsageError(
            f"{rule.written} takes more than {SECONDS:g} s over one article",
            hint="write a simpler regular expression",
        ) from None


_MATCHES: Mapping[str, Callable[[Rule, Article], bool]] = {
    "outlet": _outlet,
    "author": _author,
    "lang": _language,
    "url": _url,
    _TEXT: _found,
}
