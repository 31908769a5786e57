"""Results as JUnit XML."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.cases.case import Assert, Case
from summarize.cases.judging import Failure
from summarize.cases.junit import to_junit
from summarize.cases.running import Result

CASE = Case.model_validate(
    {
        "path": Path("prompts/tests/dam.toml"),
        "name": "dam",
        "kind": "article",
        "inputs": ["dam.txt"],
        "assert": Assert(min_words=1),
    }
)
PASSED = Result(CASE, None, (), 0.25)


def failing(what: str) -> Result:
    return replace(PASSED, failures=(Failure("regex", what), Failure("min_words", "3")))


def test_a_suite_counts_what_failed_and_what_could_not_be_run() -> None:
    results = [PASSED, failing("no"), replace(PASSED, error="cannot read it")]

    suite = ET.fromstring(to_junit(results)).find("testsuite")

    assert suite is not None
    assert suite.attrib == {
        "name": "prompts", "skipped": "0", "tests": "3", "failures": "1", "errors": "1",
        "time": "0.750",
    }  # fmt: skip


def test_a_case_has_its_file_its_name_and_its_time() -> None:
    case = ET.fromstring(to_junit([PASSED])).find("testsuite/testcase")

    assert case is not None
    assert case.attrib == {
        "classname": str(Path("prompts/tests/dam.toml")), "name": "dam", "time": "0.250",
    }  # fmt: skip
    assert len(case) == 0


def test_a_failure_tells_each_assertion_that_does_not_hold() -> None:
    failure = ET.fromstring(to_junit([failing("no")])).find(".//failure")

    assert failure is not None
    assert failure.attrib == {"message": "regex: no", "type": "regex"}
    assert failure.text == "regex: no\nmin_words: 3"


def test_a_case_that_could_not_be_run_is_an_error() -> None:
    error = ET.fromstring(to_junit([replace(PASSED, error="cannot <read> it")])).find(".//error")

    assert error is not None
    assert error.attrib["message"] == "cannot <read> it"


@given(st.text())
def test_whatever_was_found_the_file_is_xml(said: str) -> None:
    failure = ET.fromstring(to_junit([failing(said)])).find(".//failure")

    assert failure is not None
    assert str(failure.text).startswith("regex: ")


@pytest.mark.parametrize("hostile", ["\x00", "\x1b[2J", "\ud800", "\ufffe", "]]>", "</failure>"])
def test_what_xml_cannot_hold_is_replaced(hostile: str) -> None:
    failure = ET.fromstring(to_junit([failing(hostile)]).encode("utf-8")).find(".//failure")

    assert failure is not None
    assert str(failure.text).startswith("regex: ")
    assert str(failure.text).endswith("\nmin_words: 3")
