"""Articles of a few stories, and reports on them."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.local.writer import Local
from summarize.pipeline import Options, run
from summarize.read import Pile
from summarize.reported import Report
from tests.builders import NOW, article

BURST = "The Karrow Dam burst on Monday night and flooded Brask and Lindmere."
BOATS = "Rescuers in boats brought 340 people in Brask to safety before dawn."
TRAINS = "Trains to the coast stop in Wexmoor until engineers have checked the track."
GAZETTE = (
    f"{BURST} {BOATS} {TRAINS} Schools stay shut this week, and two shelters are open in the hills."
)
COURIER = (
    "Inspectors had asked for the reservoir to be lowered by three metres before the winter rains. "
    "When the Karrow Dam burst on Monday night, it flooded Brask within minutes and Lindmere "
    "after half an hour. Police praised rescuers in boats who brought 340 people in Brask to "
    "safety well before dawn, some of them with their animals."
)
TRIBUNE = (
    "Insurers expect claims of 1.9 billion lorins, a first estimate of their federation shows. "
    "Few houses were insured in Brask and Lindmere, both flooded when the Karrow Dam burst on "
    "Monday night. Farmers in the valley ask for help from the harvest fund."
)


def dam() -> list[Article]:
    """Three origins: all say that the dam burst, two say who was saved."""
    return [
        article(GAZETTE, title="Karrow Dam bursts"),
        article(COURIER, title="Advice on dam was years old", outlet="Courier"),
        article(TRIBUNE, title="Flood to cost billions", outlet="Tribune"),
    ]


def pile_of(*articles: Article) -> Pile:
    return Pile(tuple(articles), (), {one.id: {} for one in articles})


@pytest.fixture
async def report() -> Report:
    """A report by the built-in writer on the dam, all one story."""
    options = Options(kind="brief", now=NOW, group="one")
    return await run(dam(), (), Local(60), options)
