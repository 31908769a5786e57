"""Four made-up articles and the replies to them, with a hostile text in each of their fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hostile_cases import TEXTS, WHOLE, Fields

URL = "https://news.example/"
TITLES = ("Karrow Dam bursts", "Dam on the Karrow fails", "Flood below the Karrow Dam")
OTHER = "Central bank cuts its rate"
TOLD = (
    "The Karrow Dam burst on Monday night and flooded two towns in the valley.",
    "The Karrow Dam failed on Monday night, and the flood reached two towns.",
    "Rescuers in boats brought 340 people from the flood below the Karrow Dam.",
)
RATE = "The central bank cut its key rate to 6.75 percent, the first cut in two years, it said."
AHEAD = "An inquiry into the Karrow Dam begins on 16 March 2026, the governor said."
LONGEST_SHOWN = 2_000  # characters of a hostile text that the articles have as well


@dataclass(frozen=True)
class Case:
    """A case: the hostile text, and how a good reply is made into the reply that is given."""

    kind: str
    name: str
    text: str
    made: Callable[[Fields], str] = json.dumps

    def replies(self) -> dict[str, str]:
        """The reply of each template."""
        return {name: self.made(good) for name, good in replies(self.text).items()}


def cases() -> Iterator[Case]:
    """All of them."""
    for kind, texts in TEXTS.items():
        for name, text in texts.items():
            yield Case(kind, name, text)
    for kind, makers in WHOLE.items():
        for name, made in makers.items():
            yield Case(kind, name, "", made)


def replies(text: str) -> dict[str, Fields]:
    """A reply of each template with `text` in each of its fields."""
    cites = list(range(1, 30))
    said = [
        {"text": sentence, "cites": cites}
        for sentence in (_witness(text), f"{text} {TOLD[0]}", f"{TOLD[2]} {text}", text, TOLD[1])
    ]
    quotation = {"text": _witness(text)[:-1], "speaker": text or "Hedda Marwick", "cites": cites}
    article: Fields = {
        "bottom_line": said[0],
        "claims": said[1:],
        "who": [text, "the governor"],
        "where": [text, "Karrow Dam"],
        "quotations": [quotation, quotation | {"text": text}],
    }
    story = article | {
        "headline": 1,
        "timeline": [{"date": text, **said[0]}, {"date": "2026-03-09", **said[1]}],
        "differ": [{"about": text, "sides": said[:2]}],
    }
    overview: Fields = {
        "bottom_line": said[:3],
        "highlights": [{"story": 1, **one} for one in said],
        "gaps": [{"text": f"{AHEAD[:-1]} {text}", "cites": cites}, said[3]],
    }
    repair: Fields = {"text": f"{text} {TOLD[0]}", "cites": cites}
    judge: Fields = {
        "verdicts": [{"claim": n, "why": text, "verdict": "unsupported"} for n in range(1, 21)]
    }
    return {
        "article": article,
        "merge": article,
        "story": story,
        "overview": overview,
        "repair": repair,
        "judge": judge,
    }


def _witness(text: str) -> str:
    return f"A witness at the Karrow Dam told of {text[:LONGEST_SHOWN]} and of 340 people on roofs."


def write_case(case: Case, folder: Path) -> None:
    """The articles and the script."""
    told = [f"{one} {_witness(case.text)} {AHEAD}" for one in TOLD]
    texts = [*zip(TITLES, told, strict=True), (OTHER, f"{RATE} {_witness(case.text)}")]
    articles = [
        {
            "title": title,
            "text": text,
            "outlet": f"Outlet {n}",
            "url": f"{URL}{n}",
            "published": f"2026-03-1{n}",
        }
        for n, (title, text) in enumerate(texts)
    ]
    lines = [{"template": name, "reply": reply} for name, reply in case.replies().items()]
    for name, entries in (("pile", articles), ("script", lines)):
        text = "".join(json.dumps(entry) + "\n" for entry in entries)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
