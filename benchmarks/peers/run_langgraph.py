"""LangGraph: a `Send` for each chunk, then for each long article, then for each story."""

from __future__ import annotations

import asyncio
import importlib
import operator
from collections import Counter
from typing import Annotated, Any, TypedDict

from task import ARTICLE, KEY, MERGE, MODEL, OUTPUT_TOKENS, STORY, Work, asked, tell

langchain_openai: Any = importlib.import_module("langchain_openai")
graph: Any = importlib.import_module("langgraph.graph")
splitters: Any = importlib.import_module("langchain_text_splitters")
types: Any = importlib.import_module("langgraph.types")
openai: Any = importlib.import_module("openai")


class Note(TypedDict):
    """A text about an article or a story; `text` is None where the model failed."""

    about: str
    text: str | None


class State(TypedDict):
    """What the graph has so far."""

    notes: Annotated[list[Note], operator.add]
    articles: Annotated[list[Note], operator.add]
    stories: Annotated[list[Note], operator.add]


class Nodes:
    """The nodes of the graph, and what is sent to each."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._llm = langchain_openai.ChatOpenAI(
            model=MODEL, base_url=work.base_url, api_key=KEY, max_completion_tokens=OUTPUT_TOKENS
        )
        self.chunks: list[Note] = []
        splitter = splitters.RecursiveCharacterTextSplitter.from_tiktoken_encoder(
            encoding_name="cl100k_base", chunk_size=work.chunk_tokens, chunk_overlap=0
        )
        for article in work.articles:
            texts = splitter.split_text(article.whole)
            self.chunks += [{"about": article.id, "text": text} for text in texts]

    def to_chunk(self, _: State) -> list[Any]:
        """Every chunk of every article."""
        return [types.Send("chunk", one) for one in self.chunks]

    def to_merge(self, state: State) -> list[Any]:
        """The notes of every article of several chunks, or the stories if there is none."""
        found: dict[str, list[str | None]] = {}
        for note in state["notes"]:
            found.setdefault(note["about"], []).append(note["text"])
        merges = []
        for about, texts in found.items():
            written = [text for text in texts if text]
            if len(written) == len(texts) > 1:
                text = "\n\n".join(written)
                merges.append(types.Send("merge", {"about": about, "text": text}))
        return merges or self.to_story(state)

    def to_story(self, state: State) -> list[Any]:
        """The summaries of every story."""
        found = summaries(state)
        texts = {
            story: "\n\n".join(found[one.id] for one in articles if one.id in found)
            for story, articles in self._work.stories.items()
        }
        return [types.Send("story", {"about": story, "text": texts[story]}) for story in texts]

    async def chunk(self, note: Note) -> dict[str, list[Note]]:
        """A note on a chunk."""
        return {"notes": [await self._ask(ARTICLE, note)]}

    async def merge(self, note: Note) -> dict[str, list[Note]]:
        """The summary of an article of several chunks."""
        return {"articles": [await self._ask(MERGE, note)]}

    async def story(self, note: Note) -> dict[str, list[Note]]:
        """The brief of a story."""
        return {"stories": [await self._ask(STORY, note)]}

    async def _ask(self, prompt: str, note: Note) -> Note:
        try:
            reply = await self._llm.ainvoke(prompt.format(text=note["text"]))
        except openai.OpenAIError:
            return {"about": note["about"], "text": None}
        return {"about": note["about"], "text": reply.content}


def summaries(state: State) -> dict[str, str]:
    """By article: the note on its one chunk, or what its notes were merged into."""
    chunks = Counter(note["about"] for note in state["notes"])
    short = [note for note in state["notes"] if chunks[note["about"]] == 1]
    return {one["about"]: one["text"] for one in [*short, *state["articles"]] if one["text"]}


def compiled(nodes: Nodes) -> Any:
    """START → chunk → merge → story → END, each fanned out."""
    made = graph.StateGraph(State)
    for name in ("chunk", "merge", "story"):
        made.add_node(name, getattr(nodes, name))
    for name in ("chunked", "merged"):  # where the branches of a step meet before the next
        made.add_node(name, lambda _: {})
    made.add_conditional_edges(graph.START, nodes.to_chunk, ["chunk"])
    made.add_edge("chunk", "chunked")
    made.add_conditional_edges("chunked", nodes.to_merge, ["merge", "story"])
    made.add_edge("merge", "merged")
    made.add_conditional_edges("merged", nodes.to_story, ["story"])
    made.add_edge("story", graph.END)
    return made.compile()


async def main() -> None:
    """Do the work."""
    work = asked()
    nodes = Nodes(work)
    empty = State(notes=[], articles=[], stories=[])
    limit = {"max_concurrency": work.concurrency}
    ended: State = await compiled(nodes).ainvoke(empty, limit)
    steps = [len(ended["notes"]), len(ended["articles"]), len(ended["stories"])]
    briefs = sum(bool(one["text"]) for one in ended["stories"])
    tell(work, len(summaries(ended)) + briefs, steps)


if __name__ == "__main__":
    asyncio.run(main())
