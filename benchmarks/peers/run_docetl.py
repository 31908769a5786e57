"""DocETL: split and map, reduce the chunks of long articles, reduce the stories.

Three frames and not one, so that an article of one chunk is not reduced as well: in one frame a
`reduce` by article makes a call for each of them.
"""

from __future__ import annotations

import importlib
from collections import Counter
from typing import Any

from task import ARTICLE, MERGE, MODEL, OUTPUT_TOKENS, STORY, Work, asked, tell

docetl: Any = importlib.import_module("docetl")

Row = dict[str, Any]
# The rows come as `inputs`; a title keeps two articles with one summary apart.
ALL = "{% for one in inputs %}{{ one.title }}\n{{ one.text }}\n\n{% endfor %}"


class Frames:
    """The three steps, each run to its end."""

    def __init__(self, work: Work) -> None:
        docetl.default_model = f"openai/{MODEL}"
        docetl.max_threads = work.concurrency
        self._work = work
        schema = {"text": "string", "cites": "list[int]"}
        self._how = {
            "output": {"schema": schema, "mode": "structured_output"},
            "litellm_completion_kwargs": {
                "api_base": work.base_url,
                "max_completion_tokens": OUTPUT_TOKENS,
            },
        }

    def notes(self) -> list[Row]:
        """A row for each chunk of each article, with a note on it."""
        rows = [
            {"id": one.id, "title": one.title, "story": one.story, "whole": one.whole}
            for one in self._work.articles
        ]
        size = {"num_tokens": self._work.chunk_tokens}
        frame = docetl.from_list(rows).split(
            split_key="whole", method="token_count", method_kwargs=size
        )
        prompt = ARTICLE.replace("{text}", "{{ input.whole_chunk }}")
        made: list[Row] = frame.map(prompt=prompt, drop_keys=["whole"], **self._how).collect()
        return made

    def reduced(self, rows: list[Row], key: str, prompt: str) -> list[Row]:
        """A row for each value of `key`."""
        if not rows:
            return []
        made: list[Row] = (
            docetl.from_list(rows)
            .reduce(reduce_key=key, prompt=prompt.replace("{text}", ALL), **self._how)
            .collect()
        )
        return made


def main() -> None:
    """Do the work."""
    work = asked()
    frames = Frames(work)
    notes = frames.notes()
    chunks = Counter(row["id"] for row in notes)
    merged = frames.reduced([row for row in notes if chunks[row["id"]] > 1], "id", MERGE)
    titled = {one.id: {"title": one.title, "story": one.story} for one in work.articles}
    articles = {row["id"]: row["text"] for row in [*notes, *merged]}
    rows = [titled[name] | {"text": text} for name, text in articles.items()]
    stories = frames.reduced(rows, "story", STORY)
    texts = [*articles.values(), *(row["text"] for row in stories)]
    tell(work, sum(map(bool, texts)), [len(notes), len(merged), len(stories)])


if __name__ == "__main__":
    main()
