"""A brief without citations: are its right sentences found and supported, its broken ones not?

    python benchmarks/check_text.py [--every N]

Sources are all articles of the data at once. Of right and broken sentences (those of
`check_facts.py`, every Nth) none says what it was made from: `check/propose.py` looks for passages.
Right sentences without support are false alarms; `no passage` is the part for which none was found.
A sentence is at home where one of the passages that decided is of the article it was made from. In
the row `no source`, that article and those like it are left out: there nothing should be supported.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from broken_facts import broken
from facts_corpus import LANGUAGE, MAIN, Item, read_articles, right_sentences
from measure import data, machine

from summarize.article import Article
from summarize.check.brief_check import NOT_FOUND, Checker, Judged
from summarize.check.brief_nouns import Statement
from summarize.check.cited import Sources
from summarize.text.words import content

ALIKE = 0.4  # share of words; two articles on one event share more


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=5, metavar="N", help="take every Nth sentence")
    asked = parser.parse_args()
    folder = data()
    if folder is None or not (folder / "facts").is_dir():
        print("Skipped: the folder facts of the data is needed.", file=sys.stderr)
        return 0
    articles = read_articles(folder / "facts")
    items = [i for i in right_sentences(folder / "facts", articles) if i.set in MAIN]
    items = items[:: asked.every]
    homes = {text: _article(key, text) for key, text in articles.items()}
    started = time.process_time()
    checker = Checker(Sources(tuple(homes.values())), LANGUAGE)
    print(machine())
    print(f"\n{len(homes)} articles indexed in {time.process_time() - started:.1f} s cpu\n")
    print("| sentences | n | found wrong % | no passage % | unchecked % | at home % | ms cpu |")
    print("|---|---|---|---|---|---|---|")
    right = [(item.claim.text, item) for item in items]
    _print_row("right", checker, right, homes)
    _print_row("right, no source", checker, right, homes, others(list(homes.values())))
    variants = broken(items, articles.values())
    for kind in dict.fromkeys(each.kind for each in variants):
        some = [(each.text, each.item) for each in variants if each.kind == kind]
        _print_row(kind, checker, some, homes)
    return 0


def _article(key: str, text: str) -> Article:
    return Article(key, "", text, datetime(2026, 1, 1, tzinfo=UTC), language=LANGUAGE)


def others(articles: Sequence[Article]) -> dict[str, frozenset[str]]:
    """For each article (by id) those that share less than `ALIKE` of its words, or of their own."""
    words = {article.id: set(content(article.text, LANGUAGE)) for article in articles}
    return {
        one: frozenset(
            other
            for other in words
            if len(words[one] & words[other]) < ALIKE * min(len(words[one]), len(words[other]))
        )
        for one in words
    }


def _print_row(
    kind: str,
    checker: Checker,
    sentences: Sequence[tuple[str, Item]],
    homes: Mapping[str, Article],
    within: Mapping[str, frozenset[str]] | None = None,
) -> None:
    started = time.process_time()
    judged = []
    for text, item in sentences:
        articles = within[homes[item.article].id] if within else frozenset[str]()
        judged.append((checker.find(Statement(text, 1, 0, len(text)), articles), item))
    spent = 1000 * (time.process_time() - started) / len(judged)
    status = Counter(one.verdict.status for one, _ in judged)
    lost = sum(NOT_FOUND in one.verdict.findings for one, _ in judged)
    at_home = sum(_is_at_home(one, homes[item.article]) for one, item in judged)
    counts = [status["unsupported"], lost, status["unchecked"], at_home]
    shares = " | ".join(f"{100 * count / len(judged):.1f}" for count in counts)
    print(f"| {kind} | {len(judged)} | {shares} | {spent:.1f} |")


def _is_at_home(judged: Judged, home: Article) -> bool:
    return any(quote.article == home.id for quote in judged.quotes)


if __name__ == "__main__":
    sys.exit(main())
