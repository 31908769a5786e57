"""The plain script that a competent person writes: openai, asyncio, one semaphore."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from typing import Any

from task import ARTICLE, KEY, MERGE, MODEL, OUTPUT_TOKENS, STORY, Article, Work, asked, tell

openai: Any = importlib.import_module("openai")
tiktoken: Any = importlib.import_module("tiktoken")


class Script:
    """Everything is started at once; the semaphore lets some of it through."""

    def __init__(self, work: Work) -> None:
        self._chunk_tokens = work.chunk_tokens
        self._client = openai.AsyncOpenAI(base_url=work.base_url, api_key=KEY)
        self._tokens = tiktoken.get_encoding("cl100k_base")
        self._gate = asyncio.Semaphore(work.concurrency)
        self.steps = [0, 0, 0]
        self.summaries = 0

    async def story(self, articles: Sequence[Article]) -> None:
        """A summary of each article, then one of all that have one."""
        written = await asyncio.gather(*(self._article(one) for one in articles))
        text = "\n\n".join(one for one in written if one)
        self._counted(await self._ask(2, STORY, text))

    async def _article(self, article: Article) -> str | None:
        chunks = self._chunks(article.whole)
        parts = await asyncio.gather(*(self._ask(0, ARTICLE, chunk) for chunk in chunks))
        if None in parts:
            return None
        if len(parts) > 1:
            parts = [await self._ask(1, MERGE, "\n\n".join(parts))]
        return self._counted(parts[0])

    def _counted(self, summary: str | None) -> str | None:
        self.summaries += bool(summary)
        return summary

    def _chunks(self, text: str) -> list[str]:
        chunks, room = [""], self._chunk_tokens
        for paragraph in text.split("\n\n"):
            size = len(self._tokens.encode(paragraph)) + 1
            if size > room:
                chunks.append("")
                room = self._chunk_tokens
            chunks[-1] += f"{paragraph}\n\n"
            room -= size
        return chunks

    async def _ask(self, step: int, prompt: str, text: str) -> Any:
        self.steps[step] += 1
        message = {"role": "user", "content": prompt.format(text=text)}
        async with self._gate:
            try:
                reply = await self._client.chat.completions.create(
                    model=MODEL, messages=[message], max_completion_tokens=OUTPUT_TOKENS
                )
            except openai.OpenAIError:
                return None
        return reply.choices[0].message.content


async def main() -> None:
    """Do the work."""
    work = asked()
    script = Script(work)
    await asyncio.gather(*(script.story(articles) for articles in work.stories.values()))
    tell(work, script.summaries, script.steps)


if __name__ == "__main__":
    asyncio.run(main())
