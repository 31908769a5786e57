"""Cases that are run one after the other."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.cases.case import Case, load
from summarize.cases.running import Result, Setup, run_cases
from summarize.errors import OutputError
from summarize.settings import Settings
from summarize.templates import Folders
from tests.cases.conftest import GOOD, Made, Write

EXTENDS = '{% extends "default/article.md.j2" %}'


async def results(cases: list[Case], setup: Setup) -> list[Result]:
    return await run_cases(cases, setup, lambda _line: None)


def own(setup: Setup, text: str) -> None:
    folder = setup.folders.own[0]
    (folder / "article.md.j2").write_text(EXTENDS + text, encoding="utf-8")


async def test_a_case_is_answered_by_its_replies(make: Made, setup: Setup) -> None:
    (result,) = await results([make('must_mention = ["340"]')], setup)

    assert result.passed
    assert result.outcome is not None
    assert result.outcome.report.method.calls == 1
    assert result.seconds > 0


async def test_no_case_is_answered_from_the_store_of_another(make: Made, setup: Setup) -> None:
    case = make("min_words = 1")

    found = await results([case, case], setup)

    assert [one.outcome.report.method.reused for one in found if one.outcome] == [0, 0]


async def test_each_result_is_told_as_soon_as_it_is_there(make: Made, setup: Setup) -> None:
    case = make("min_words = 1")
    told: list[Result] = []

    found = await run_cases([case, case], setup, lambda _line: None, told.append)

    assert told == found


async def test_the_templates_in_force_are_used(make: Made, setup: Setup) -> None:
    case = make(
        "min_words = 1",
        {"template": "article", "contains": "For farmers.", "reply": GOOD},
        set='{ who = "farmers" }',
    )
    own(setup, "{% block audience %}For {{ who }}.{% endblock %}")

    (result,) = await results([case], setup)

    assert result.passed, result


async def test_the_variables_of_the_settings_give_way_to_those_of_a_case(
    make: Made, setup: Setup
) -> None:
    case = make(
        "min_words = 1",
        {"template": "article", "contains": "For farmers on 2.", "reply": GOOD},
        set='{ who = "farmers" }',
    )
    own(setup, "{% block audience %}For {{ who }} on {{ day }}.{% endblock %}")
    settings = Settings({}, None, {"vars": {"who": "bankers", "day": 2}})

    (result,) = await results([case], replace(setup, settings=settings))

    assert result.passed, result


async def test_language_and_length_are_those_of_the_case(make: Made, setup: Setup) -> None:
    asked = "Write about 77 words over all claims, in French."
    case = make(
        "max_words = 99",
        {"template": "article", "contains": asked, "reply": GOOD},
        length="77",
        language='"fr"',
    )

    (result,) = await results([case], setup)

    assert result.passed, result


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"replies": ""}, "has no replies; name them in it, or a model with -m"),
        ({"replies": '"none.jsonl"'}, "cannot read the script"),
        ({"inputs": '["none.txt"]'}, "none.txt"),
        ({"set": '{ nobody = "x" }'}, "no template uses the variable 'nobody'"),
        ({"set": '{ words = "x" }'}, "the variable 'words' is given by the run"),
    ],
)
async def test_a_case_that_cannot_be_run_says_why_and_the_others_go_on(
    make: Made, setup: Setup, keys: dict[str, str], said: str
) -> None:
    good = make("min_words = 1")
    bad = make("min_words = 1", **keys)

    first, second = await results([bad, good], setup)

    assert first.outcome is None
    assert not first.passed
    assert said in str(first.error)
    assert second.passed


async def test_a_template_that_cannot_be_filled_is_an_error_of_the_case(
    make: Made, setup: Setup
) -> None:
    case = make("min_words = 1")
    own(setup, "{% block audience %}{{ nobody }}{% endblock %}")

    (result,) = await results([case], setup)

    assert "article.md.j2:1: 'nobody' is undefined" in str(result.error)


async def test_a_model_that_is_named_answers_instead_of_the_replies(
    make: Made, write: Write, setup: Setup, tmp_path: Path
) -> None:
    make("min_words = 1")
    other = load(write(name="other", replies=""))
    script = tmp_path / "prompts" / "tests" / "dam.jsonl"

    (result,) = await results([other], replace(setup, model=f"scripted:{script}"))

    assert result.passed, result


async def test_recorded_answers_answer_the_case_without_the_model(
    make: Made, setup: Setup, tmp_path: Path
) -> None:
    case = make('must_mention = ["340"]')
    record = tmp_path / "recorded" / "replies.jsonl"
    model = f"scripted:{case.script}"

    await results([case, case], replace(setup, model=model, record=record))

    lines = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    assert [line["template"] for line in lines] == ["article", "article"]
    (again,) = await results([case], replace(setup, model=f"scripted:{record}"))
    assert again.passed


async def test_a_record_that_cannot_be_written_is_an_error_before_anything_is_asked(
    make: Made, setup: Setup, tmp_path: Path
) -> None:
    case = make("min_words = 1")

    with pytest.raises(OutputError, match="--record"):
        await results([case], replace(setup, record=tmp_path))


async def test_a_budget_is_for_all_cases_together(make: Made, setup: Setup) -> None:
    usage = {"input": 1_000, "cached": 0, "output": 1_000}
    case = make("min_words = 1", {"template": "article", "reply": GOOD, "usage": usage})
    # A call may take about 1,000 tokens in and 1,500 out at a dollar for a million.
    setup = replace(setup, price="1,1", budget=0.004)

    first, second = await results([case, case], setup)

    assert first.passed
    assert "the budget of $0.002 is reached" in second.failures[0].what


async def test_a_story_is_made_of_all_inputs_where_that_is_asked_for(
    make: Made, setup: Setup, tmp_path: Path
) -> None:
    tests = tmp_path / "prompts" / "tests"
    case = make(
        "min_words = 1",
        {"template": "article", "reply": GOOD},
        kind='"brief"',
        group='"one"',
        inputs='["dam.md", "frogs.txt"]',
    )
    (tests / "frogs.txt").write_text(
        "Frogs of Lindmere\n\nSome 4,000 frogs crossed the road at Lindmere on Sunday night, and "
        "volunteers carried them over in buckets until the morning, the town said on Monday.\n",
        encoding="utf-8",
    )

    (result,) = await results([case], setup)

    assert result.outcome is not None
    assert len(result.outcome.report.stories) == 1


async def test_the_example_passes() -> None:
    folder = Path(__file__).parents[2] / "examples" / "prompts"
    setup = Setup(Settings({}), Folders((folder,)))

    (result,) = await results([load(folder / "tests" / "freight.toml")], setup)

    assert result.passed, result
