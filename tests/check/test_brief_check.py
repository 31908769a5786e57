from __future__ import annotations

from dataclasses import replace

from summarize.check.brief_check import CheckedText, Checker, Judged
from summarize.check.brief_nouns import Furniture
from summarize.check.brief_text import parse
from summarize.check.cited import Sources
from tests.builders import article

DAM = article(
    "The Karrow Dam burst on Monday night and killed 26 people in the valley, the governor said. "
    "Two towns were flooded. Rescuers in boats brought 340 people to safety before dawn.",
    title="Karrow Dam bursts in the night",
)
LATER = article(
    "The Karrow Dam burst on Monday night and killed 31 people in the valley, rescuers said.",
    title="Toll of the dam rises",
    outlet="Courier",
)
FRENCH = article(
    "Hedda Marwick a rencontré Elin Sorvald à Wexmoor.", title="Rencontre", language="fr"
)
SOURCES = Sources((DAM, LATER, FRENCH))


def judged(text: str, sources: Sources = SOURCES) -> Judged:
    checked = Checker(sources, "en").check(parse(text, "en", frozenset({"Courier"})))
    return checked.judged[0]


def kinds(one: Judged) -> list[str]:
    return [finding.kind for finding in one.verdict.findings]


def test_a_sentence_in_other_words_is_supported_by_a_passage_that_is_found() -> None:
    one = judged("Rescuers brought 340 people to safety in boats.")

    assert (one.verdict.status, one.is_cited) == ("supported", False)
    assert one.quotes == (DAM.quote(DAM.text.index("Rescuers"), len(DAM.text)),)


def test_sources_differ_and_one_of_them_is_enough() -> None:
    for killed in (26, 31):
        one = judged(f"The Karrow Dam burst on Monday night and killed {killed} people.")
        assert one.verdict.status == "supported"


def test_what_contradicts_every_near_passage_is_a_finding() -> None:
    one = judged("The Karrow Dam burst on Monday night and killed 48 people.")

    assert (one.verdict.status, kinds(one)) == ("unsupported", ["number"])


def test_a_passage_that_is_cited_decides() -> None:
    text = 'The Karrow Dam killed {} people. [1a]\n\n## Sources\n\n- [1a] "{}" (¶ 1)'
    passage = LATER.text

    assert judged(text.format(31, passage)).verdict.status == "supported"
    assert judged(text.format(26, passage)).verdict.status == "unsupported"
    assert judged(text.format(26, passage)).is_cited


def test_an_article_that_is_cited_is_looked_through() -> None:
    killed = "The Karrow Dam burst on Monday night and killed 26 people"

    assert judged(f"{killed}.").verdict.status == "supported"
    assert judged(f"{killed} (Courier).").verdict.status == "unsupported"


def test_a_short_sentence_is_looked_for_in_what_it_cites() -> None:
    assert judged("31 people died. (Courier)").verdict.status == "supported"
    assert judged("31 people died.").verdict.findings[0].why == "too short to look for"


def test_a_few_words_with_a_number_are_looked_up_in_what_they_cite() -> None:
    for text in ("Killed: 31 (Courier)", "31 dead (Courier)"):
        assert judged(text).verdict.status == "supported"
    for text in ("Killed: 48 (Courier)", "26 dead (Courier)", "48 dead", "Killed: 48"):
        one = judged(text)
        assert (one.verdict.status, kinds(one)) == ("unsupported", ["number"])


def test_a_few_words_with_a_number_that_stands_elsewhere_are_unchecked() -> None:
    assert judged("340 chairs (Harbor Gazette)").verdict.status != "supported"
    assert judged("340").verdict.status == "unchecked"


def test_a_few_words_with_a_number_are_not_looked_up_in_a_language_that_is_not_covered() -> None:
    checked = Checker(SOURCES, "fi").check(parse("48 kuollutta", "fi", frozenset()))

    assert checked.judged[0].verdict.findings[0].why == "too short to look for"


def test_nothing_near_is_a_finding() -> None:
    assert kinds(judged("Penguins marched through the royal gardens.")) == ["no passage found"]


def test_what_may_stand_in_another_language_is_unchecked() -> None:
    one = judged("Elin Sorvald received Hedda Marwick.")

    assert (one.verdict.status, kinds(one)) == ("unchecked", ["language"])


def test_a_passage_that_is_listed_nowhere_is_a_finding() -> None:
    one = judged("Rescuers brought 340 people to safety in boats. [9z]")

    assert (one.verdict.status, kinds(one)) == ("unsupported", ["citation"])


def test_a_claim_of_a_report_has_all_of_its_evidence() -> None:
    killed = "The dam killed 31 people."
    sources = Sources((DAM, LATER), said={killed: (LATER.quote(0, len(LATER.text)),)})

    assert judged(killed, sources).is_cited


def test_a_listed_passage_that_is_in_no_source_is_missing() -> None:
    text = 'Text.\n\n## Sources\n\n- [1a] "The dam held." (¶ 1)'
    checked = Checker(SOURCES, "en").check(parse(text, "en"))

    assert [(one.reference.name, one.meant) for one in checked.missing] == [("1a", None)]


def test_the_articles_are_known_by_id() -> None:
    assert Checker(SOURCES, "en").articles[DAM.id] is DAM


def test_other_marks_than_those_of_a_report_decide() -> None:
    killed = "The dam killed 31 people."
    wrong = DAM.quote(0, DAM.text.index(" Two"))
    sources = Sources((DAM, LATER), {"1a": wrong}, {killed: (LATER.quote(0, len(LATER.text)),)})

    assert judged(f"{killed} [1a]", sources).verdict.status == "unsupported"


def test_a_sentence_said_to_have_no_passage_is_a_finding_until_one_is_found() -> None:
    assert judged("Next steps. [no passage found]").verdict.status == "unsupported"
    found = judged("Rescuers in boats brought 340 people to safety. [no passage found]")
    assert found.verdict.status == "supported"


def test_a_listed_passage_with_a_word_changed_stands_for_the_one_of_the_source() -> None:
    text = 'Two towns were flooded. [1a]\n\n## Sources\n\n- [1a] "Ten towns were flooded." (¶ 1)'
    checked = Checker(SOURCES, "en").check(parse(text, "en"))

    assert [one.meant.text for one in checked.missing if one.meant] == ["Two towns were flooded."]
    assert checked.judged[0].verdict.status == "supported"


def test_a_date_beside_a_statement_is_that_of_its_passage() -> None:
    rescued = "Rescuers brought 340 people to safety in boats."

    assert judged(f"**10 March**: {rescued}").verdict.status == "supported"
    assert kinds(judged(f"**12 March**: {rescued}")) == ["date"]


def test_who_says_it_is_named_in_the_article() -> None:
    said = '"Rescuers in boats brought 340 people to safety."'

    assert kinds(judged(f"{said} — Ana Reyes")) == ["speaker"]
    assert judged(f"{said} — The governor").verdict.status == "supported"
    assert judged(f"{said} — Ana Reyes").words == "supported"


def test_a_count_of_origins_is_that_of_the_report() -> None:
    own = Furniture(
        frozenset(), r"(?!)", r"(?!)", r"(?:\s*\((\d+) origins\))*", r"\((\d+) origins\)"
    )
    text = (
        'Two towns were flooded. [1a] (3 origins)\n\n## Sources\n\n- [1a] "Two towns were flooded."'
    )
    brief = parse(text, "en", furniture=own)

    def check(counts: dict[str, int]) -> CheckedText:
        return Checker(replace(SOURCES, counts=counts), "en").check(brief)

    assert check({"Two towns were flooded.": 3}).judged[0].verdict.status == "supported"
    assert kinds(check({"Two towns were flooded.": 2}).judged[0]) == ["number"]
    assert check({}).uncounted == 1
