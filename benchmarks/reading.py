"""Briefs of 20 clusters of the open data beside those of peers, for a person to read and count.

    python benchmarks/reading.py OUT.md

OUT.md holds text of the data and stays out of the repository; what was counted by hand in ours is
in `reading.md`. Reads the open summaries of the data folder; the peers need
`pip install --group bench`.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from measure import data

from summarize.article import Article
from summarize.local.story import brief_story
from summarize.read.unwrap import paragraphs
from summarize.stories.story import Origin, Story
from summarize.text.words import count

# file, language, words of a brief, how many clusters, evenly over the file
SETS = (
    ("multinews", "en", 230, 10),
    ("neus_val", "en", 55, 5),
    ("vietnamese", "vi", 170, 5),
)
READ = datetime(2026, 1, 1, tzinfo=UTC)
ENOUGH = 40  # sentences that a peer is asked to rank; the budget of words takes fewer


def main(arguments: Sequence[str]) -> int:
    """Write the briefs to the file that is named."""
    if len(arguments) != 1:
        print("usage: python benchmarks/reading.py OUT.md", file=sys.stderr)
        return 2
    folder = data()
    if folder is None:
        return 0
    parts: list[str] = []
    for name, language, words, wanted in SETS:
        for cluster in _chosen(folder / "summaries" / f"{name}.jsonl.gz", wanted):
            parts.append(f"# {cluster['id']}\n")
            for system, sentences in _briefs(cluster["documents"], language, words):
                parts += [f"## {system}\n", *(f"- {sentence}" for sentence in sentences), ""]
    Path(arguments[0]).write_text("\n".join(parts), encoding="utf-8")
    return 0


def _chosen(path: Path, wanted: int) -> Sequence[Any]:
    if not path.is_file():
        print(f"skipped: no {path.name} in the data folder", file=sys.stderr)
        return ()
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return [json.loads(line) for line in lines[:: len(lines) // wanted][:wanted]]


def _briefs(
    documents: Sequence[Mapping[str, Any]], language: str, words: int
) -> Iterator[tuple[str, Sequence[str]]]:
    articles = [_article(document, language) for document in documents]
    brief = brief_story(Story("s", tuple(Origin(a.key, (a,)) for a in articles)), words)
    yield f"summarize: {brief.headline}", [claim.text for claim in brief.claims]
    yield "lead", _within(articles[0].wording, words)
    yield from _peers([text for article in articles for text in article.wording], words)


def _article(document: Mapping[str, Any], language: str) -> Article:
    return Article(
        key=document["id"],
        title=document["title"] or "",
        # As the reader of plain text leaves it: each line is a paragraph.
        text="\n\n".join(paragraphs(document["text"])),
        retrieved=READ,
        outlet=document["id"],
        language=language,
    )


def _within(sentences: Sequence[str], words: int) -> list[str]:
    """As many whole sentences, in the order given, as fit."""
    kept: list[str] = []
    for sentence in sentences:
        words -= count(sentence)
        if words < 0:
            break
        kept.append(sentence)
    return kept


def _peers(sentences: Sequence[str], words: int) -> Iterator[tuple[str, Sequence[str]]]:
    try:
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return
    document = ObjectDocumentModel([Paragraph([Sentence(text, _Words()) for text in sentences])])
    for name, summarizer in (("LexRank", LexRankSummarizer()), ("TextRank", TextRankSummarizer())):
        chosen = summarizer(document, ENOUGH)
        yield name, _within([str(sentence) for sentence in chosen], words)


class _Words:
    """Splits at white space, which is all that the peers need here."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.casefold().split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
