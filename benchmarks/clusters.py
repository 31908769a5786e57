"""The open clusters of articles with a summary by a person, as selection sees them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from summarize.article import Article
from summarize.local.select import Candidate, form
from summarize.read.unwrap import paragraphs
from summarize.text.words import content, count, tokens

READ = datetime(2026, 1, 1, tzinfo=UTC)
# Words of a sentence that may be chosen, by any system: shorter is a byline, longer is a list.
FIT = range(5, 101)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles on one event, their sentences side by side with what selection sees, a summary."""

    id: str
    articles: Sequence[Article]
    sentences: Sequence[str]
    candidates: Sequence[Candidate]
    titles: Sequence[str]
    summary: str


def clusters(folder: Path, name: str, language: str) -> list[Cluster]:
    """All clusters of a set; none where the data folder does not hold it."""
    path = folder / "summaries" / f"{name}.jsonl.gz"
    if not path.is_file():
        return []
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return [_cluster(json.loads(line), language) for line in lines]


def _cluster(line: dict[str, object], language: str) -> Cluster:
    documents = line["documents"]
    assert isinstance(documents, list)
    articles = [_article(document, language) for document in documents if document["text"].strip()]
    sentences: list[str] = []
    candidates: list[Candidate] = []
    for number, article in enumerate(articles):
        place = 0
        for text in article.wording:
            if count(text) in FIT:
                sentences.append(text)
                candidates.append(_candidate(text, number, place, language))
                place += 1
    titles = [word for article in articles for word in tokens(article.title)]
    return Cluster(str(line["id"]), articles, sentences, candidates, titles, str(line["summary"]))


def _candidate(text: str, document: int, place: int, language: str) -> Candidate:
    terms = content(text, language)
    return Candidate(document, place, tokens(text), terms, count(text), language, *form(text))


def _article(document: dict[str, str], language: str) -> Article:
    return Article(
        key=document["id"],
        title=(document["title"] or "").replace("_", " "),
        text="\n\n".join(paragraphs(document["text"])),
        retrieved=READ,
        language=language,
    )
