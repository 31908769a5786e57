"""LlamaIndex: `TreeSummarize` for each article and each story, in `run_jobs` with its workers."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from typing import Any

from task import ARTICLE, KEY, MODEL, OUTPUT_TOKENS, STORY, Work, asked, tell

async_utils: Any = importlib.import_module("llama_index.core.async_utils")
core: Any = importlib.import_module("llama_index.core")
synthesizers: Any = importlib.import_module("llama_index.core.response_synthesizers")
openai_like: Any = importlib.import_module("llama_index.llms.openai_like")
openai: Any = importlib.import_module("openai")


class Sizes(core.PromptHelper):  # type: ignore[misc]  # the framework is not installed here
    """Its PromptHelper, which also notes into how many calls each level of a tree was packed."""

    packed: list[int] = []  # noqa: RUF012  # pydantic copies it

    def repack(self, *args: Any, **kwargs: Any) -> Any:
        """As it does."""
        texts = super().repack(*args, **kwargs)
        self.packed.append(len(texts))
        return texts


class Trees:
    """Trees of summaries under one limit."""

    def __init__(self, work: Work) -> None:
        self._llm = openai_like.OpenAILike(
            model=MODEL,
            api_base=work.base_url,
            api_key=KEY,
            is_chat_model=True,
            context_window=work.context,
            max_tokens=OUTPUT_TOKENS,
        )
        self.sizes = Sizes(
            context_window=work.context,
            num_output=OUTPUT_TOKENS,
            chunk_overlap_ratio=0.0,
            chunk_size_limit=work.chunk_tokens,
        )
        self._workers = work.concurrency

    async def written(self, prompt: str, texts: Sequence[Sequence[str]]) -> list[str | None]:
        """A summary of each, all under one prompt; None where there is none."""
        template = core.PromptTemplate(prompt.replace("{text}", "{context_str}"))
        tree = synthesizers.TreeSummarize(
            llm=self._llm, prompt_helper=self.sizes, summary_template=template, use_async=True
        )
        jobs = [self._one(tree, each) for each in texts]
        said: list[str | None] = await async_utils.run_jobs(jobs, workers=self._workers)
        return said

    async def _one(self, tree: Any, texts: Sequence[str]) -> str | None:
        try:
            return str(await tree.aget_response("", list(texts)))
        except openai.OpenAIError:
            return None


async def main() -> None:
    """Do the work."""
    work = asked()
    trees = Trees(work)
    wholes = [[article.whole] for article in work.articles]
    written = await trees.written(ARTICLE, wholes)
    leaves = [calls for calls in trees.sizes.packed if calls > 1]
    steps = [len(wholes) - len(leaves) + sum(leaves), len(leaves)]
    named = {article.id: text for article, text in zip(work.articles, written, strict=True)}
    stories = [
        [text for one in articles if (text := named[one.id])] for articles in work.stories.values()
    ]
    briefs = await trees.written(STORY, stories)
    tell(work, sum(map(bool, [*written, *briefs])), [*steps, len(stories)])


if __name__ == "__main__":
    asyncio.run(main())
