"""Reading a pile, end to end."""

import io
import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import UNKNOWN_OUTLET, Article
from summarize.errors import UsageError
from summarize.read import Pile, read
from summarize.read.draft import Block, Draft, Field, Found, Place
from summarize.read.finish import LONGEST_NAME, Finished, finish, made_title, refusal, shorten
from summarize.reported import Skipped

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
BODY = (
    "The dam above Orlen gave way shortly after midnight on Tuesday, and a wall of water went"
    " through the lower town, the regional council said in a statement.\n\n"
    "Rescue teams reached the school by boat at dawn, where about 140 people had spent the night"
    " on the roof, and nobody there was hurt."
)
OTHER = BODY.replace("140", "160")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "Valley Ledger"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def pile_of(*sources: Path | str, stdin: bytes | None = None) -> Pile:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return read([str(source) for source in sources], now=NOW, stdin=stream)


def one(*sources: Path | str, stdin: bytes | None = None) -> Article:
    found = pile_of(*sources, stdin=stdin)
    assert found.skipped == ()
    (article,) = found.articles
    return article


def reasons(found: Pile) -> dict[str, str]:
    return {Path(skipped.source).name: skipped.reason for skipped in found.skipped}


def test_a_text_file_becomes_an_article(pile: Path) -> None:
    put(pile, "dam.txt", f"Dam breaks\n\n{BODY}")
    article = one(pile)
    assert article == Article(
        key="Valley Ledger: Dam breaks",
        title="Dam breaks",
        text=BODY,
        retrieved=NOW,
        outlet="Valley Ledger",
        path="dam.txt",
        language="en",
    )


def test_where_each_field_came_from_is_told(pile: Path) -> None:
    put(pile, "dam.txt", f"Dam breaks\n\n{BODY}")
    found = pile_of(pile)
    assert found.fields[found.articles[0].id] == {
        "title": "first line",
        "outlet": "folder",
        "language": "detected",
    }


def test_a_file_named_directly_has_no_outlet(pile: Path) -> None:
    article = one(put(pile, "dam.txt", f"Dam breaks\n\n{BODY}"))
    assert (article.outlet, article.key) == (UNKNOWN_OUTLET, "dam.txt")


def test_a_text_without_a_title_gets_its_first_sentence(pile: Path) -> None:
    article = one(put(pile, "dam.txt", BODY))
    assert article.title.startswith("The dam above Orlen gave way")
    assert len(article.title) <= 100
    assert article.title.endswith("…")
    assert article.text == BODY


def test_markdown_headings_are_spans_of_the_text(pile: Path) -> None:
    put(pile, "dam.md", f"# Dam breaks\n\n## What is known\n\n{BODY}\n\n## Empty end\n")
    article = one(pile)
    assert article.title == "Dam breaks"
    assert [article.text[h.start : h.end] for h in article.headings] == ["What is known"]


def test_a_page_becomes_an_article(pile: Path) -> None:
    parts = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    put(pile, "dam.html", f"""<!DOCTYPE html><html lang="en"><head>
        <title>Dam breaks above Orlen | The Daily</title>
        <meta property="og:site_name" content="The Daily">
        <meta property="article:published_time" content="2026-03-10T08:30:00+02:00">
        <link rel="canonical" href="https://www.daily.example/dam/"></head><body><article>
        <h1>Dam breaks above Orlen</h1><p>Staff writer, 2026-03-10</p>{parts}
        <p>Subscribe to our newsletter</p></article></body></html>""")  # fmt: skip
    article = one(pile)
    assert article.title == "Dam breaks above Orlen"
    assert article.text == BODY
    assert article.outlet == "The Daily"
    assert article.key == "https://daily.example/dam"
    assert article.url == "https://www.daily.example/dam/"
    assert article.published == datetime.fromisoformat("2026-03-10T08:30:00+02:00")


def test_a_template_that_declares_another_language_is_not_believed(pile: Path) -> None:
    parts = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    html = f"<html lang='de'><body><article><h1>Dam</h1>{parts}</article></body></html>"
    put(pile, "dam.html", html)
    found = pile_of(pile)
    assert found.articles[0].language == "en"
    assert found.fields[found.articles[0].id]["language"] == "detected"


def test_a_declared_language_stands_where_detection_is_unsure() -> None:
    found = Found(
        (Block("Lorem qux zzyzx blorp frim gax wug dax dorb."),),
        {"language": Field("la", "html lang")},
    )
    made = finish(Draft(found, Place("a"), 8), {}, NOW)
    assert isinstance(made, Finished)
    assert made.article.language == "la"


def test_json_lines_are_articles_and_bad_lines_are_named(pile: Path) -> None:
    good = json.dumps({"title": "Dam breaks", "text": "The dam above Orlen gave way at night.",
                       "source": "The Daily", "date": "2026-03-10"})  # fmt: skip
    file = put(
        pile, "feed.jsonl", f'{good}\n{{"text": \n\n{json.dumps({"text": "Too few words."})}\n'
    )
    found = pile_of(pile)
    assert [article.title for article in found.articles] == ["Dam breaks"]
    assert found.articles[0].path == "feed.jsonl:1"
    assert found.articles[0].published == date(2026, 3, 10)
    assert found.skipped == (
        Skipped(f"{file}:2", "bad JSON"),
        Skipped(f"{file}:4", "under 8 words"),
    )


def test_a_json_file_holds_a_list(pile: Path) -> None:
    records = [{"title": "Dam breaks", "text": BODY}, {"title": "Dam breaks again", "text": BODY}]
    put(pile, "export.json", json.dumps(records))
    assert [article.title for article in pile_of(pile).articles] == [
        "Dam breaks",
        "Dam breaks again",
    ]


def test_json_lines_in_utf_16_are_read(pile: Path) -> None:
    line = json.dumps({"title": "Dam breaks", "text": BODY})
    put(pile, "feed.jsonl", f"{line}\n".encode("utf-16"))
    assert one(pile).title == "Dam breaks"


def test_sources_csv_overrides_field_by_field(pile: Path) -> None:
    put(pile, "dam.txt", f"Dam breaks\n\n{BODY}")
    put(pile, "sources.csv", "path,outlet,published,url\ndam.txt,The Daily,2026-03-10,\n")
    found = pile_of(pile)
    (article,) = found.articles
    assert (article.outlet, article.published, article.title) == (
        "The Daily",
        date(2026, 3, 10),
        "Dam breaks",
    )
    assert found.fields[article.id]["outlet"] == "sources.csv"
    assert found.skipped == ()


def test_what_cannot_be_used_of_a_field_is_noted(pile: Path) -> None:
    record = {"title": "x" * 400, "text": BODY, "date": "soon", "url": "javascript:alert(1)"}
    put(pile, "feed.jsonl", json.dumps(record))
    found = pile_of(pile)
    (article,) = found.articles
    assert (article.published, article.url, len(article.title)) == (None, None, 300)
    assert found.fields[article.id]["published"] == "not a date: soon"
    assert found.fields[article.id]["url"] == "not a web address: javascript:alert(1)"


def test_a_language_that_a_person_declares_is_believed(pile: Path) -> None:
    put(pile, "feed.jsonl", json.dumps({"title": "Dam breaks", "text": BODY, "lang": "fr-CA"}))
    assert one(pile).language == "fr"


def test_a_title_is_cut_at_a_space_that_fits() -> None:
    assert shorten("The dam broke and fell", 14) == "The dam broke…"


def test_the_domain_is_the_outlet_where_none_is_given(pile: Path) -> None:
    record = {"title": "Dam breaks", "text": BODY, "url": "https://www.daily.example/dam"}
    put(pile, "feed.jsonl", json.dumps(record))
    assert one(pile).outlet == "daily.example"


def test_a_byline_gives_the_author(pile: Path) -> None:
    put(pile, "dam.txt", f"Dam breaks\n\nBy Anna Kell\n10 March 2026\n\n{BODY}")
    article = one(pile)
    assert (article.author, article.published) == ("Anna Kell", date(2026, 3, 10))
    assert article.text == BODY


def test_the_same_key_and_text_is_read_once(pile: Path) -> None:
    first = put(pile, "a.txt", f"Dam breaks\n\n{BODY}")
    second = put(pile, "b.txt", f"Dam breaks\n\n{BODY}")
    found = pile_of(pile)
    assert len(found.articles) == 1
    assert found.skipped == (Skipped(str(second), f"same article as {first}"),)


def test_the_same_text_under_another_key_is_kept(pile: Path) -> None:
    put(pile, "a.txt", f"Dam breaks\n\n{BODY}")
    put(pile, "b.txt", f"Dam breaks - report\n\n{BODY}")
    assert len(pile_of(pile).articles) == 2


def test_the_same_key_with_another_text_is_kept(pile: Path) -> None:
    put(pile, "a.txt", f"Dam breaks\n\n{BODY}")
    put(pile, "b.txt", f"Dam breaks\n\n{OTHER}")
    first, second = pile_of(pile).articles
    assert first.key == second.key
    assert first.id != second.id


def test_one_page_under_two_addresses_is_one_article(pile: Path) -> None:
    records = [{"title": "Dam", "text": BODY, "url": f"{url}/dam"} for url in
               ("https://www.daily.example", "http://m.daily.example")]  # fmt: skip
    put(pile, "feed.jsonl", "\n".join(map(json.dumps, records)))
    assert reasons(pile_of(pile))["feed.jsonl:2"].startswith("same article as")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n ", "empty"),
        ("a.txt", b"A few words only.", "under 40 words"),
        ("a.txt", "洪水冲毁了三座桥梁。".encode(), "under 80 characters"),
        ("a.txt", b"1 2 3 -- 4 5 6", "no text found"),
        ("a.html", b"<html><body></body></html>", "no text found"),
        ("a.txt", b"text\0" * 100, "not text"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "not text"),
        ("a.txt", bytes(range(160, 256)) + bytes([129, 141, 143, 144, 157]) * 9, "not decodable"),
        ("a", b"%PDF-1.7 ...", "not a readable PDF"),
        ("a.pdf", b"%PDF-1.7 ...", "not a readable PDF"),
        ("a.CSV", b"a,b", "no column of text; say which is in [columns]"),
        ("a.eml", b"Subject: x", "no text found"),
        ("a.rtf", b"{rtf1", "rtf files are not read yet"),
        ("a.css", b"p {}", "css files are not articles"),
        ("feed", b"<?xml version='1.0'?><rss></rss>", "a feed without items"),
        ("a.json", b"{", "bad JSON"),
        ("a.jsonl", b"[1]", "not a JSON object"),
    ],
)
def test_what_is_no_article_is_named_with_its_reason(
    pile: Path, name: str, content: bytes, reason: str
) -> None:
    put(pile, name, content)
    found = pile_of(pile)
    assert found.articles == ()
    assert [skipped.reason for skipped in found.skipped] == [reason]


def test_a_large_file_is_refused_without_reading_it(pile: Path) -> None:
    with (pile / "a.txt").open("wb") as file:
        file.truncate(40_000_000)
    assert reasons(pile_of(pile)) == {"a.txt": "larger than 20 MB"}


def test_a_file_without_suffix_is_read_by_its_content(pile: Path) -> None:
    parts = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    put(pile, "page", f"<!DOCTYPE html><html><body><article>{parts}</article></body></html>")
    put(pile, "text", f"Dam breaks\n\n{OTHER}")
    assert [article.text for article in pile_of(pile).articles] == [BODY, OTHER]


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "cp1252", "utf-8-sig"])
def test_a_text_in_any_charset_is_read(pile: Path, charset: str) -> None:
    text = (
        "Le barrage d'Orlen a cédé mardi peu après minuit, a annoncé le préfet de la région. " * 4
    )
    put(pile, "barrage.txt", text.encode(charset))
    assert one(pile).text == text.strip()


def test_a_link_to_nothing_does_not_stop_the_run(pile: Path) -> None:
    put(pile, "dam.txt", f"Dam breaks\n\n{BODY}")
    (pile / "gone.txt").symlink_to(pile / "nowhere")
    found = pile_of(pile)
    assert len(found.articles) == 1
    assert reasons(found) == {"gone.txt": "broken link"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_named(pile: Path) -> None:
    put(pile, "a.txt", BODY).chmod(0)
    assert reasons(pile_of(pile)) == {"a.txt": "not readable: permission denied"}


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file here")
def test_a_file_that_cannot_be_read_is_named() -> None:
    (skipped,) = pile_of("/proc/self/mem").skipped
    assert skipped.reason.startswith("not readable")


def test_standard_input_is_one_text() -> None:
    article = one("-", stdin=f"\n\nDam breaks\n\n{BODY}".encode())
    assert (article.title, article.text, article.path) == ("Dam breaks", BODY, None)
    assert (article.outlet, article.key) == (UNKNOWN_OUTLET, "standard input")


def test_standard_input_is_json_lines_where_it_starts_with_an_object() -> None:
    lines = [json.dumps({"title": f"Dam {n}", "text": f"{BODY} {n}"}) for n in range(3)]
    found = pile_of("-", stdin="\n".join(["", *lines, "{"]).encode())
    assert [article.title for article in found.articles] == ["Dam 0", "Dam 1", "Dam 2"]
    assert found.skipped == (Skipped("standard input:5", "bad JSON"),)


def test_standard_input_may_be_a_json_document() -> None:
    document = json.dumps([{"title": "Dam breaks", "text": BODY}], indent=2)
    assert one("-", stdin=document.encode()).title == "Dam breaks"


def test_standard_input_may_be_a_page() -> None:
    parts = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    head = "<head><title>Dam breaks</title></head>"
    html = f"<html>{head}<body><article>{parts}</article></body></html>"
    assert one("-", stdin=html.encode()).title == "Dam breaks"


def test_the_standard_input_of_the_program_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(f"Dam\n\n{BODY}".encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream, encoding="utf-8"))
    assert one("-").title == "Dam"


def test_standard_input_that_is_closed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert pile_of("-").skipped == (Skipped("standard input", "not readable: closed"),)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no such file here")
def test_standard_input_that_cannot_be_read_is_named() -> None:
    with Path("/proc/self/mem").open("rb") as stdin:
        (skipped,) = read(["-"], now=NOW, stdin=stdin).skipped
    assert skipped.reason.startswith("not readable")


def test_a_file_is_read_where_standard_input_is_closed(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert one(put(pile, "dam.txt", f"Dam breaks\n\n{BODY}")).title == "Dam breaks"


def test_empty_standard_input_is_named() -> None:
    assert pile_of("-", stdin=b"").skipped == (Skipped("standard input", "empty"),)


def test_a_text_that_starts_with_a_bracket_is_text() -> None:
    text = f"[Update] {BODY}"
    assert one("-", stdin=text.encode()).text == text


def test_a_line_longer_than_any_article_is_named(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarize.read import formats, records

    monkeypatch.setattr(formats, "LARGEST", 1_000)
    monkeypatch.setattr(records, "LONGEST_LINE", 1_000)
    good = json.dumps({"title": "Dam breaks", "text": BODY})
    put(pile, "feed.jsonl", f"{json.dumps({'text': 'x' * 3_500})}\n{good}\n")
    found = pile_of(pile)
    assert len(found.articles) == 1
    assert reasons(found) == {"feed.jsonl:1": "larger than 20 MB"}


def test_more_than_the_limit_on_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.read import formats

    monkeypatch.setattr(formats, "LARGEST", 1_000)
    assert pile_of("-", stdin=b"word " * 900).skipped[0].reason == "larger than 20 MB"


def test_a_source_that_does_not_exist_is_named(pile: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        pile_of(pile, pile / "nowhere")


def test_progress_is_told_each_file(pile: Path) -> None:
    files = [put(pile, name, BODY) for name in ("a.txt", "b.txt")]
    told: list[str] = []
    read([str(pile)], now=NOW, progress=told.append)
    assert told == [str(file) for file in files]


def test_a_thousand_files_are_read_one_by_one(pile: Path) -> None:
    for number in range(1_000):
        put(pile, f"{number:04}.txt", "One line.")
    found = pile_of(pile)
    assert len(found.skipped) == 1_000


def test_titles_of_first_sentences_lose_their_dateline() -> None:
    assert made_title("ORLEN (CNW) — The dam broke. Two died.") == "The dam broke."


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The dam broke", "The dam broke"),
        ("The dam broke on Tuesday", "The dam broke…"),
        ("The dam broke, on Tuesday", "The dam broke…"),
        ("x" * 30, "x" * 15 + "…"),
    ],
)
def test_text_is_shortened_on_a_word_border(text: str, short: str) -> None:
    assert shorten(text, 16) == short


@pytest.mark.parametrize(
    ("text", "least", "reason"),
    [
        ("word " * 40, 40, None),
        ("word " * 39, 40, "under 40 words"),
        ("- " * 2_000 + "word " * 40, 40, None),
        ("洪水" * 40, 40, None),
        ("洪水" * 39, 40, "under 80 characters"),
        ("ー。" * 1_500 + "洪水" * 40, 40, None),
    ],
)
def test_a_text_needs_enough_words(text: str, least: int, reason: str | None) -> None:
    assert refusal(text, least) == reason


blocks = st.lists(
    st.builds(Block, st.text(alphabet="ab .A\n\u200b中", max_size=40), st.integers(0, 6)),
    max_size=8,
)


@given(blocks)
def test_headings_are_exact_spans_between_blank_lines(made: list[Block]) -> None:
    lead = Block("It rained in Orlen and the dam broke that night.")
    finished = finish(Draft(Found((lead, *made), {}), Place("a"), 8), {}, NOW)
    assert isinstance(finished, Finished)
    article = finished.article
    for heading in article.headings:
        part = article.text[heading.start : heading.end]
        assert part
        assert part == part.strip()
        assert "\n" not in part
        assert article.text[: heading.start].endswith("\n\n")
    assert all(part == " ".join(part.split()) for part in article.text.split("\n\n"))


def test_a_text_too_long_for_an_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dump.txt").write_text("word " * 600_001, encoding="utf-8")

    assert reasons(pile_of(tmp_path)) == {"dump.txt": "over 3 million characters"}


def test_a_file_named_directly_has_its_entry_in_the_sources_csv_beside_it(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text("The dam held through the night. " * 12, encoding="utf-8")
    (tmp_path / "sources.csv").write_text("path,outlet\ndam.txt,Vessen Courier\n", encoding="utf-8")

    assert one(tmp_path / "dam.txt").outlet == "Vessen Courier"


def test_what_a_reader_could_not_have_seen_is_counted(pile: Path) -> None:
    put(pile, "dam.txt", BODY.replace("dam", "d\u200bam", 1))
    put(pile, "b.md", f"# Dam\u202e breaks\n\n{BODY}")
    record = {"title": "Dam\U000e0041\U000e0042 breaks", "outlet": "D\x07aily", "text": BODY}
    put(pile, "c.jsonl", json.dumps(record))
    removed = {article.path: article.removed for article in pile_of(pile).articles}
    assert removed == {
        "dam.txt": {"zero-width": 1},
        "b.md": {"bidi": 1},
        "c.jsonl:1": {"control": 1, "tag characters": 1},
    }


def test_what_was_removed_is_no_part_of_what_an_article_is(pile: Path) -> None:
    put(pile, "dam.txt", BODY)
    plain = one(pile / "dam.txt")
    put(pile, "dam.txt", BODY.replace("dam", "d\u200bam", 1))
    dirty = one(pile / "dam.txt")
    assert dirty.removed
    assert (dirty.id, hash(dirty), dirty) == (plain.id, hash(plain), plain)


def test_names_are_one_line_and_not_longer_than_names_are(pile: Path) -> None:
    record = {"title": "Dam", "outlet": "The\n\nDaily " * 100, "author": "A " * 300, "text": BODY}
    put(pile, "a.jsonl", json.dumps(record))
    article = one(pile)
    assert article.outlet.startswith("The Daily The Daily")
    assert len(article.outlet) <= LONGEST_NAME
    assert article.author is not None
    assert len(article.author) <= LONGEST_NAME


def test_an_address_longer_than_one_is_none(pile: Path) -> None:
    put(pile, "a.jsonl", json.dumps({"url": f"https://a.example/{'x' * 2_000}", "text": BODY}))
    assert one(pile).url is None
