"""A report written and read back is the same report."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from summarize.article import Heading, Page
from summarize.claims import Call, Opinion, Writer
from summarize.errors import ReportFault
from summarize.report.assemble import settle
from summarize.report.file import ReportFile
from summarize.report.json_file import to_json
from summarize.report.reading import Loaded, load
from summarize.reported import Report


def read_back(report: Report, folder: Path) -> Loaded:
    path = folder / "report.json"
    path.write_text(to_json(report), encoding="utf-8")
    return load(path)


def changed(report: Report, folder: Path, **fields: object) -> Path:
    path = folder / "report.json"
    path.write_text(json.dumps(json.loads(to_json(report)) | fields), encoding="utf-8")
    return path


def test_a_situation_report_is_written_again_as_it_stood(daily: Report, tmp_path: Path) -> None:
    report = settle(daily)

    assert to_json(read_back(report, tmp_path).report) == to_json(report)


def test_an_article_brief_is_written_again_as_it_stood(single: Report, tmp_path: Path) -> None:
    report = settle(single)

    assert to_json(read_back(report, tmp_path).report) == to_json(report)


def test_what_a_second_judge_said_is_kept(single: Report, tmp_path: Path) -> None:
    brief = single.briefs[0]
    judged = tuple(
        replace(claim, judge=Opinion("judge-1", "unsupported", "it says 12"))
        for claim in brief.claims
    )
    report = replace(single, briefs=(replace(brief, claims=judged),))

    again = read_back(report, tmp_path).report

    assert again.briefs[0].claims[0].judge == Opinion("judge-1", "unsupported", "it says 12")


def test_what_was_asked_for_each_part_is_kept(daily: Report, tmp_path: Path) -> None:
    calls = tuple(Call("story", "0123456789ab", digit * 64, digit * 64) for digit in "ab")
    story, (entry,) = daily.stories[0], daily.withheld
    report = replace(
        daily,
        overview=replace(daily.overview, writer=Writer("model", "m"), calls=calls),
        stories=(replace(story, brief=replace(story.brief, calls=calls)), *daily.stories[1:]),
        briefs=(replace(daily.briefs[0], calls=calls),),
        withheld=(replace(entry, article=daily.briefs[0].article),),
        method=replace(daily.method, repairs={entry.claim.id: calls}),
    )

    again = read_back(report, tmp_path).report

    assert to_json(again) == to_json(report)
    assert (again.overview.calls, again.overview.writer) == (calls, Writer("model", "m"))
    assert again.stories[0].brief.calls == again.briefs[0].calls == calls
    assert again.withheld[0].article == daily.briefs[0].article
    assert again.method.repairs == {entry.claim.id: calls}


def test_a_report_of_before_calls_were_noted_can_be_read(daily: Report, tmp_path: Path) -> None:
    made = json.loads(to_json(daily))
    del made["overview"], made["method"]["repairs"], made["withheld"][0]["article"]
    path = tmp_path / "report.json"
    path.write_text(json.dumps(made), encoding="utf-8")

    report = load(path).report

    assert report.overview.writer == report.method.writer
    assert (report.overview.calls, report.method.repairs) == ((), {})


def test_an_unknown_field_of_a_call_or_a_heading_is_ignored(daily: Report, tmp_path: Path) -> None:
    made = json.loads(to_json(daily))
    call = {"template": "story", "hash": "ab", "request": "cd", "key": "ef", "seed": 7}
    made["stories"][0]["calls"] = [call]
    made["articles"][0]["headings"] = [{"start": 0, "end": 4, "level": 1, "anchor": "a"}]
    path = tmp_path / "report.json"
    path.write_text(json.dumps(made), encoding="utf-8")

    report = load(path).report

    assert report.stories[0].brief.calls == (Call("story", "ab", "cd", "ef"),)
    assert report.articles[0].headings == (Heading(0, 4, 1),)


def test_pages_and_what_an_article_is_cited_by_are_read_back(daily: Report, tmp_path: Path) -> None:
    first, *others = daily.articles
    pages = (Page(0, 9, 1, "iv"), Page(9, len(first.text), 2))
    paged = replace(first, pages=pages, doi="10.5555/x", citekey="quill26")
    report = replace(daily, articles=(paged, *others))
    assert read_back(report, tmp_path).report.articles[0] == paged


def test_a_text_that_was_changed_since_is_named(single: Report, tmp_path: Path) -> None:
    articles = json.loads(to_json(single))["articles"]
    articles[0]["text"] = articles[0]["text"].replace("killed", "hurt")

    loaded = load(changed(single, tmp_path, articles=articles))

    assert loaded.altered == {articles[0]["id"]}


def test_an_article_without_its_text_keeps_its_id(single: Report, tmp_path: Path) -> None:
    articles = json.loads(to_json(single))["articles"]
    articles[0]["text"] = None

    loaded = load(changed(single, tmp_path, articles=articles))

    assert loaded.without_text == {articles[0]["id"]} == {loaded.report.articles[0].id}


def test_a_field_of_a_later_edition_is_ignored(single: Report, tmp_path: Path) -> None:
    path = changed(single, tmp_path, mood="calm")

    assert load(path).report.title == single.title


def test_a_fault_says_where_it_is(single: Report, tmp_path: Path) -> None:
    path = changed(single, tmp_path, briefs=[{"article": 1}])

    with pytest.raises(ReportFault, match=r"no report\.json: briefs\.0\.writer: Field required"):
        load(path)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[1]", b"# Daily brief\n"])
def test_a_file_that_is_no_report_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)

    with pytest.raises(ReportFault, match=r"notes\.txt is no report\.json"):
        load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportFault, match=r"cannot read .*gone\.json: No such file"):
        load(tmp_path / "gone.json")


def test_every_field_that_is_written_is_read(daily: Report) -> None:
    """A new field of the file needs its place in the schema."""
    fields = {field.alias or name for name, field in ReportFile.model_fields.items()}

    assert set(json.loads(to_json(daily))) <= fields


def test_a_text_under_the_id_of_another_is_altered(single: Report, tmp_path: Path) -> None:
    file = json.loads(to_json(single))
    (article,) = file["articles"]
    article["text"] = article["text"].replace("4,000", "9,000")
    article["sha256"] = sha256(article["text"].encode()).hexdigest()

    assert load(changed(single, tmp_path, articles=[article])).altered == {article["id"]}
