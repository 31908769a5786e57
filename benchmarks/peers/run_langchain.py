"""LangChain: the chains of `load_summarize_chain`, in batches with its own limit.

`map_reduce` for an article in several chunks, `stuff` (one call) for what fits one: out of the box
`map_reduce` would make a second call for each article that is one chunk.
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from typing import Any

from task import ARTICLE, KEY, MERGE, MODEL, OUTPUT_TOKENS, STORY, Work, asked, tell

summarize: Any = importlib.import_module("langchain_classic.chains.summarize")
documents: Any = importlib.import_module("langchain_core.documents")
prompts: Any = importlib.import_module("langchain_core.prompts")
runnables: Any = importlib.import_module("langchain_core.runnables")
langchain_openai: Any = importlib.import_module("langchain_openai")
splitters: Any = importlib.import_module("langchain_text_splitters")

prompt = prompts.PromptTemplate.from_template


class Chains:
    """One chain for articles, one for stories."""

    def __init__(self, work: Work) -> None:
        llm = langchain_openai.ChatOpenAI(
            model=MODEL, base_url=work.base_url, api_key=KEY, max_completion_tokens=OUTPUT_TOKENS
        )
        load = summarize.load_summarize_chain
        long = load(
            llm,
            "map_reduce",
            map_prompt=prompt(ARTICLE),
            combine_prompt=prompt(MERGE),
            token_max=work.chunk_tokens,
        )
        short = load(llm, "stuff", prompt=prompt(ARTICLE))
        self._article = runnables.RunnableBranch((_is_long, long), short)
        self._story = load(llm, "stuff", prompt=prompt(STORY))
        self._limit = {"max_concurrency": work.concurrency}

    async def articles(self, pieces: Sequence[Sequence[str]]) -> list[str | None]:
        """A summary of each article, given its chunks; None where there is none."""
        return await self._written(self._article, pieces)

    async def stories(self, summaries: Sequence[Sequence[str]]) -> list[str | None]:
        """A brief of each story, given the summaries of its articles."""
        return await self._written(self._story, summaries)

    async def _written(self, chain: Any, texts: Sequence[Sequence[str]]) -> list[str | None]:
        asked = [
            {"input_documents": [documents.Document(page_content=one) for one in each]}
            for each in texts
        ]
        said = await chain.abatch(asked, self._limit, return_exceptions=True)
        return [None if isinstance(one, Exception) else one["output_text"] for one in said]


def _is_long(asked: dict[str, Any]) -> bool:
    return len(asked["input_documents"]) > 1


async def main() -> None:
    """Do the work."""
    work = asked()
    splitter = splitters.RecursiveCharacterTextSplitter.from_tiktoken_encoder(
        encoding_name="cl100k_base", chunk_size=work.chunk_tokens, chunk_overlap=0
    )
    chains = Chains(work)
    chunks = [splitter.split_text(article.whole) for article in work.articles]
    written = await chains.articles(chunks)
    named = {article.id: text for article, text in zip(work.articles, written, strict=True)}
    stories = [
        [text for one in articles if (text := named[one.id])] for articles in work.stories.values()
    ]
    briefs = await chains.stories(stories)
    merged = sum(len(each) > 1 for each in chunks)
    summaries = sum(map(bool, [*written, *briefs]))
    tell(work, summaries, [sum(map(len, chunks)), merged, len(stories)])


if __name__ == "__main__":
    asyncio.run(main())
