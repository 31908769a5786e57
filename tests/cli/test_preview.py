"""`summarize prompts preview`: the messages that would be sent."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from summarize.cli.prompts_preview import preview_command
from tests.cli.conftest import Ran, Run
from tests.cli.test_help import examples

FAILS = (
    "The Karrow Dam failed on Monday night, and the flood reached two towns in the valley within "
    "half an hour. The governor said that rescuers brought 340 people to safety. The highway to "
    "the coast is closed until the bridge has been checked by engineers."
)
OWN = Path("prompts/story.md.j2")


@pytest.fixture(autouse=True)
def _pile(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two stories, one of them told by two outlets."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    (news / "dam2.md").write_text(
        f"---\noutlet: Vessen Courier\n---\n\n# Dam on the Karrow fails\n\n{FAILS}\n",
        encoding="utf-8",
    )


def previewed(run: Run, name: str, *options: str, model: str = "test-model") -> Ran:
    given = ["-m", model, "--store", "answers.db"]
    return run("prompts", "preview", name, "news", *given, *options)


def figures(ran: Ran) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in ran.err.splitlines() if ": " in line)


def sent(ran: Ran) -> str:
    """What stands behind the role of the user."""
    return ran.out.split("--- user\n")[1]


def long_read(folder: Path) -> None:
    lines = (f"The council of Brask spent {n} lorins on dike number {n + 7}." for n in range(150))
    (folder / "long.md").write_text(f"# The dikes\n\n{' '.join(lines)}\n", encoding="utf-8")


def cited(text: str, *cites: int) -> dict[str, Any]:
    return {"text": text, "cites": list(cites)}


def script(bottom_line: dict[str, Any]) -> str:
    """A model that says one thing of each article, and of all of them."""
    said = {"bottom_line": bottom_line, "claims": [], "who": [], "where": [], "quotations": []}
    replies = {
        "article": said,
        "overview": {"bottom_line": [bottom_line], "highlights": [], "gaps": []},
    }
    lines = (json.dumps({"template": name, "reply": reply}) for name, reply in replies.items())
    Path("script.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return "scripted:script.jsonl"


@pytest.mark.parametrize("name", ["article", "story", "overview"])
def test_the_messages_are_those_that_a_dry_run_would_send(run: Run, name: str) -> None:
    ran = previewed(run, name)
    dry = run("daily", "news", "-m", "test-model", "--store", "answers.db", "--dry-run", "-v")

    assert ran.code == 0, ran.err
    assert ran.out in dry.out
    assert f"request {figures(ran)['request']}\n{ran.out}" in dry.out


def test_stdout_holds_the_messages_and_nothing_else(run: Run) -> None:
    assert re.fullmatch(
        r"--- system\nYou read .*\n--- user\n===== \w{32}\nARTICLE 1 .*\n===== \w{32}\n",
        previewed(run, "article").out,
        re.DOTALL,
    )


def test_the_tokens_of_the_parts_add_up(run: Run) -> None:
    tokens = figures(previewed(run, "overview", model="gpt-4o-mini"))["tokens"]

    whole, system, user, shown, around = map(int, re.findall(r"\d+", tokens.replace(",", ""))[:5])
    assert whole == system + user + shown + around
    assert shown > 0


def test_tokens_of_a_model_with_another_tokenizer_are_about(run: Run) -> None:
    assert figures(previewed(run, "article"))["tokens"].startswith("about ")


def test_tokens_of_a_model_whose_tokenizer_is_known_are_exact(run: Run) -> None:
    assert figures(previewed(run, "article", model="gpt-4o-mini"))["tokens"][0].isdigit()


def test_the_cost_is_that_of_the_longest_reply(run: Run) -> None:
    said = figures(previewed(run, "article", "--price", "0,1000000"))

    worst = said["tokens"].split("at most ")[1].removesuffix(" out").replace(",", "")
    assert said["cost"] == f"at most {int(worst):.4f} USD"


def test_without_a_price_the_cost_is_unknown_and_the_option_is_named(run: Run) -> None:
    assert figures(previewed(run, "article"))["cost"] == "unknown; give it with --price IN,OUT"


def test_without_a_model_tokens_are_estimated(run: Run) -> None:
    ran = run("prompts", "preview", "article", "news", "--store", "answers.db")

    assert ran.code == 0, ran.err
    assert figures(ran)["tokens"].startswith("about ")
    assert "name it with -m" in figures(ran)["model"]


def test_the_template_is_named_with_its_place(run: Run) -> None:
    OWN.parent.mkdir()
    OWN.write_text('{% extends "default/story.md.j2" %}', encoding="utf-8")

    assert figures(previewed(run, "article"))["template"].startswith("article (package, ")
    assert figures(previewed(run, "story"))["template"].startswith(f"story ({OWN}, ")


def test_quiet_says_nothing(run: Run) -> None:
    assert previewed(run, "article", "-q").err == ""


def test_an_article_is_chosen_by_its_number(run: Run) -> None:
    titles = {
        sent(previewed(run, "article", "--story", str(n))).split("TITLE: ")[1].split("\n")[0]
        for n in (1, 2, 3)
    }

    assert titles == {"Karrow Dam bursts", "Dam on the Karrow fails", "Central bank cuts rate"}


def test_the_first_story_that_needs_a_call_is_shown(run: Run) -> None:
    ran = previewed(run, "story")

    assert figures(ran)["about"].startswith("story 1 of 2: ")
    assert "Karrow Dam bursts" in sent(ran)
    assert "Dam on the Karrow fails" in sent(ran)


def test_a_story_of_one_source_needs_no_call(run: Run) -> None:
    ran = previewed(run, "story", "--story", "2")

    assert ran.code == 2
    assert "no story call is needed for story 2; one is for --story 1" in ran.err


def test_where_no_story_has_two_sources_that_is_said(run: Run) -> None:
    ran = previewed(run, "story", "--group", "each")

    assert ran.code == 2
    assert "each story is told by one source" in ran.err


@pytest.mark.parametrize(("name", "what"), [("article", "articles"), ("story", "stories")])
def test_a_number_past_the_last_is_refused(run: Run, name: str, what: str) -> None:
    ran = previewed(run, name, "--story", "9")

    assert ran.code == 2
    assert f"--story 9 is more than there are {what}; up to " in ran.err


@pytest.mark.parametrize("name", ["overview", "judge"])
def test_what_is_about_all_stories_has_no_number(run: Run, name: str) -> None:
    ran = previewed(run, name, "--story", "1")

    assert ran.code == 2
    assert "leave --story out" in ran.err


def test_a_name_that_no_run_asks_with_is_refused(run: Run) -> None:
    ran = previewed(run, "briefing")

    assert ran.code == 2
    assert "no run asks with a template 'briefing'; preview one of article, merge," in ran.err


def test_a_merge_that_is_not_needed_says_how_to_need_one(run: Run) -> None:
    ran = previewed(run, "merge", "--context", "8192")

    assert ran.code == 2
    assert ran.err == (
        "Error: no merge call is needed: nothing is longer than the context of 8,192 tokens; "
        "try --context 4096\n"
    )


def test_at_the_smallest_context_a_longer_article_is_what_a_merge_needs(run: Run) -> None:
    assert "give a longer article" in previewed(run, "merge", "--context", "2048").err
    assert "try --context 2048" in previewed(run, "merge", "--context", "4096").err


def test_the_parts_of_a_long_article_are_shown_with_their_merge(run: Run, news: Path) -> None:
    long_read(news)

    parts = previewed(run, "article", "--context", "2048")
    merge = previewed(run, "merge", "--context", "2048")

    number = int(merge.out.split("PART 1 OF ")[1].split("\n")[0])
    calls = re.findall(r"call: (\d+) of (\d+)", previewed_long(run, parts))
    assert calls == [(str(n), calls[0][1]) for n in range(1, int(calls[0][1]) + 1)]
    assert 1 < number <= len(calls)  # of a part may nothing be selected
    assert figures(merge)["claims"].startswith("selected by the built-in writer")


def previewed_long(run: Run, first: Ran) -> str:
    """The figures of the article that is read in parts, whichever number it has."""
    if "call: " in first.err:
        return first.err
    others = (
        previewed(run, "article", "--context", "2048", "--story", str(n)) for n in range(2, 5)
    )
    return next(ran.err for ran in others if "call: " in ran.err)


def test_claims_are_from_the_store_where_the_answers_are(run: Run) -> None:
    model = script(cited("A bank cut its rate.", 1))
    assert figures(previewed(run, "overview", model=model))["claims"].startswith("selected by")

    run("daily", "news", "-m", model, "--store", "answers.db", "-o", "r.json")

    said = figures(previewed(run, "overview", model=model))
    assert said["claims"].startswith("3 of 4 answers from the store, else selected")
    said = figures(previewed(run, "overview", "--group", "each", model=model))
    assert said["claims"] == "written by the model, from the store"


def test_what_is_in_the_store_costs_nothing(run: Run) -> None:
    model = script(cited("A bank cut its rate.", 1))
    run("daily", "news", "-m", model, "--store", "answers.db", "-o", "r.json")

    said = figures(previewed(run, "article", model=model))

    assert said["cost"] == "nothing: the answer is in the store"


def test_sentences_that_all_fit_are_shown_without_claims(run: Run) -> None:
    assert figures(previewed(run, "story"))["claims"].startswith("none are shown: the sentences")


def test_a_claim_that_failed_is_shown_for_its_repair(run: Run) -> None:
    model = script(cited("A flood of 1,234 frogs came.", 1))
    run("daily", "news", "-m", model, "--store", "answers.db", "-o", "r.json")

    ran = previewed(run, "repair", model=model)

    assert "SENTENCE: A flood of 1,234 frogs came.\nWRONG: number: 1,234 " in sent(ran)
    assert "sample" not in figures(ran)


def test_where_no_claim_failed_a_finding_is_made_up_and_that_is_said(run: Run) -> None:
    ran = previewed(run, "repair", "--story", "2")

    assert "WRONG: name: A Name " in sent(ran)
    assert figures(ran)["sample"].startswith("no run asks this")
    assert figures(ran)["about"].startswith("story 2 of 2: Central bank")


def test_the_difference_is_against_the_shipped_template_of_the_same_input(run: Run) -> None:
    OWN.parent.mkdir()
    OWN.write_text(
        '{% extends "default/story.md.j2" %}{% block audience %}\nFor {{ who }}.\n{% endblock %}',
        encoding="utf-8",
    )

    ran = previewed(run, "story", "--diff", "--set", "who=farmers")

    changed = [line for line in ran.out.splitlines() if line[0] in "+-"]
    assert changed[:2] == ["--- default/story.md.j2", f"+++ {OWN}"]
    assert changed[2].startswith("-Your readers are busy.")
    assert changed[3] == "+For farmers."
    assert len(changed) == 4


def test_the_shipped_template_does_not_differ_from_itself(run: Run) -> None:
    ran = previewed(run, "article", "--diff")

    assert ran.out == ""
    assert "these messages are those of the shipped template" in ran.err


def test_the_claims_of_all_stories_are_shown_to_a_judge(run: Run) -> None:
    ran = previewed(run, "judge")

    assert "CLAIM 1: " in sent(ran)
    assert figures(ran)["about"] == "all stories"


def test_where_each_claim_is_its_own_passage_no_judge_is_needed(run: Run, news: Path) -> None:
    (news / "dam.txt").unlink()
    (news / "rate.txt").unlink()
    model = script(cited(FAILS.partition(". ")[0] + ".", 1))
    run("daily", "news", "-m", model, "--store", "answers.db", "-o", "r.json")

    ran = previewed(run, "judge", model=model)

    assert ran.code == 2
    assert "no judge call is needed: there is nothing to show it" in ran.err


def test_a_variable_that_no_template_uses_is_refused(run: Run) -> None:
    ran = previewed(run, "article", "--set", "audiance=farmers")

    assert ran.code == 2
    assert "'audiance'" in ran.err


def test_the_language_and_the_length_are_those_asked_for(run: Run) -> None:
    ran = previewed(run, "article", "--language", "fr", "--length", "77")

    assert "Write about 77 words over all claims, in French." in ran.out


def test_a_pile_without_a_sentence_needs_no_call(run: Run, news: Path) -> None:
    for path in news.iterdir():
        path.unlink()
    (news / "table.txt").write_text("Scores\n\nKarrow 3 Lindmere 1\n", encoding="utf-8")

    ran = previewed(run, "article")

    assert ran.code != 0
    assert ran.err.startswith(("Error: ", "skipped "))


def test_nobody_is_asked(run: Run) -> None:
    """There is no server at this address, and no key."""
    ran = previewed(run, "article", "--base-url", "http://127.0.0.1:9/v1")

    assert ran.code == 0, ran.err


@pytest.mark.parametrize("example", examples(preview_command))
def test_an_example_of_the_help_runs(run: Run, example: str) -> None:
    ran = run(*shlex.split(example)[1:])

    assert ran.code == 0, ran.err
