"""Results as JUnit XML, which servers that run tests can show."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import regex

from summarize.cases.running import Result

# What XML 1.0 cannot hold, not even escaped.
_NO_XML = regex.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SUITE = "prompts"


def to_junit(results: Sequence[Result]) -> str:
    """One suite with a test case for each result, as a whole file."""
    counts = {
        "tests": len(results),
        "failures": sum(bool(one.failures) for one in results),
        "errors": sum(one.error is not None for one in results),
    }
    said = {name: str(number) for name, number in counts.items()}
    said["time"] = _seconds(sum(one.seconds for one in results))
    whole = ET.Element("testsuites", said)
    suite = ET.SubElement(whole, "testsuite", {"name": SUITE, "skipped": "0", **said})
    for result in results:
        _add(suite, result)
    ET.indent(whole)
    body = ET.tostring(whole, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _add(suite: ET.Element, result: Result) -> None:
    case = result.case
    said = {"classname": str(case.path), "name": case.name, "time": _seconds(result.seconds)}
    made = ET.SubElement(suite, "testcase", {key: _clean(value) for key, value in said.items()})
    if result.error is not None:
        ET.SubElement(made, "error", {"message": _clean(result.error), "type": "error"})
    if result.failures:
        lines = [f"{one.name}: {one.what}" for one in result.failures]
        first = {"message": _clean(lines[0]), "type": result.failures[0].name}
        ET.SubElement(made, "failure", first).text = _clean("\n".join(lines))


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}"


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
