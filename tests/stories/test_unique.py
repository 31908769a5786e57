from __future__ import annotations

from summarize.stories.origins import make_origin
from summarize.stories.unique import only_others, said_by
from tests.stories.texts import DAM, article

LEAD = article("a", DAM + "\n\nMore is to come from the valley in the days ahead of the vote.")


def added(text: str) -> list[str]:
    return [quote.text for quote in only_others(make_origin([LEAD, article("b", text)]))]


def test_a_carrier_alone_adds_nothing() -> None:
    origin = make_origin([LEAD])
    assert (only_others(origin), len(list(said_by(origin)))) == ((), len(LEAD.statements))


def test_what_another_carrier_alone_has_is_said_after_the_lead() -> None:
    tail = "Divers found the bakery's sign far below."
    assert added(f"{DAM}\n\n{tail}") == [tail]


def test_a_sentence_lightly_edited_adds_nothing() -> None:
    assert added(DAM.replace("Rescuers took", "Rescuers then took")) == []


def test_a_sentence_with_another_figure_in_it_is_another_statement() -> None:
    (only,) = added(DAM.replace("killing 26", "killing 31"))
    assert "killing 31" in only
