"""The shipped JSON Schema says what report.json is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from summarize.report.json_file import to_json
from summarize.report.schema import FILE, schema, schema_text
from summarize.reported import Report


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    made = json.loads(FILE.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made)


def test_the_shipped_file_is_what_is_read() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text()


def test_a_report_is_as_the_schema_says(validator: Draft202012Validator, daily: Report) -> None:
    assert not list(validator.iter_errors(json.loads(to_json(daily))))


def test_a_report_without_texts_is_as_the_schema_says(
    validator: Draft202012Validator, daily: Report
) -> None:
    assert not list(validator.iter_errors(json.loads(to_json(daily, texts=False))))


@pytest.mark.parametrize(
    ("field", "value"), [("schema", 2), ("kind", "weekly"), ("articles", None), ("as_of", 5)]
)
def test_another_value_is_refused(
    validator: Draft202012Validator, daily: Report, field: str, value: Any
) -> None:
    made = json.loads(to_json(daily)) | {field: value}

    with pytest.raises(ValidationError):
        validator.validate(made)


def test_every_field_that_is_written_is_described(daily: Report) -> None:
    described = set(schema()["properties"])

    assert set(json.loads(to_json(daily))) <= described
