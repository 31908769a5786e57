"""The JSON Schema of report.json, as it ships beside this file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summarize.report.file import ReportFile

FILE = Path(__file__).with_name("report.schema.json")
ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `load` reads; further fields are allowed everywhere."""
    made = ReportFile.model_json_schema()
    return {"$schema": ADDRESS, **made, "title": "report.json of summarize"}


def schema_text() -> str:
    """The file's content."""
    return json.dumps(schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
