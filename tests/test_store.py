from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.errors import StoreError
from summarize.store import Store, StoredAnswer

LONG_AGO = datetime(2026, 1, 5, tzinfo=UTC).timestamp()
ANSWER = StoredAnswer(
    template="article",
    model="small",
    endpoint="http://127.0.0.1:1/v1",
    request="f00d",
    reply='{"text": "{}", "finish": "stop"}',
    input=900,
    cached=300,
    output=80,
    cost_usd=0.25,
    created=LONG_AGO,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data" / "store.db") as opened:
        yield opened


def test_an_answer_is_there_for_the_next_process(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as first:
        first.keep("k", ANSWER)

    with Store.open(path) as second:
        assert second.answer("k") == ANSWER


def test_there_is_no_answer_that_was_not_kept(store: Store) -> None:
    assert store.answer("k") is None


def test_an_answer_without_usage_and_price_is_kept_so(store: Store) -> None:
    bare = StoredAnswer("article", "small", "http://127.0.0.1:1/v1", "f00d", "{}")
    store.keep("k", bare)

    assert store.answer("k") == bare


def test_a_second_answer_takes_the_place_of_the_first(store: Store) -> None:
    store.keep("k", ANSWER)
    store.keep("k", replace(ANSWER, reply="better"))

    found = store.answer("k")
    assert found is not None
    assert found.reply == "better"


@given(asked=st.text(st.characters()))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_asked_is_kept_with_the_answer(store: Store, asked: str) -> None:
    store.keep("k", ANSWER, asked)

    assert store.asked("k") == asked
    assert store.answer("k") == ANSWER


def test_what_was_asked_goes_with_its_answer(store: Store) -> None:
    store.keep("k", ANSWER, "What happened?")
    store.clear()

    assert store.asked("k") is None


def test_a_damaged_question_is_one_line(store: Store) -> None:
    store.keep("k", ANSWER, "What happened?")
    with sqlite3.connect(store.info().where) as connection:
        connection.execute("UPDATE answers SET asked = x'00'")
    connection.close()

    with pytest.raises(StoreError, match="cannot use the store"):
        store.asked("k")


def test_a_key_is_leased_to_one_owner(store: Store) -> None:
    assert store.lease("k", "a", 60)
    assert not store.lease("k", "b", 60)
    assert store.lease("other", "b", 60)


def test_an_owner_may_lease_its_key_again(store: Store) -> None:
    store.lease("k", "a", 60)

    assert store.lease("k", "a", 60)


def test_a_lease_that_ran_out_goes_to_another(store: Store) -> None:
    store.lease("k", "a", -1)

    assert store.lease("k", "b", 60)


def test_a_renewed_lease_holds(store: Store) -> None:
    store.lease("k", "a", -1)
    store.renew("a", 60)

    assert not store.lease("k", "b", 60)


def test_a_released_key_goes_to_another(store: Store) -> None:
    store.lease("k", "a", 60)
    store.release("k", "a")

    assert store.lease("k", "b", 60)


def test_nobody_releases_the_lease_of_another(store: Store) -> None:
    store.lease("k", "a", 60)
    store.release("k", "b")

    assert not store.lease("k", "b", 60)


def test_what_is_answered_is_not_leased(store: Store) -> None:
    store.keep("k", ANSWER)

    assert not store.lease("k", "a", 60)


def test_what_was_answered_too_long_ago_is_leased(store: Store) -> None:
    store.keep("k", ANSWER)

    assert store.lease("k", "a", 60, after=LONG_AGO)


def test_what_works_at_a_server_is_remembered(store: Store) -> None:
    store.remember("http://a", "small", "form", "words")
    store.remember("http://a", "small", "form", "prose")

    assert store.remembered("http://a", "small", "form") == "prose"
    assert store.remembered("http://a", "large", "form") is None


def test_spending_adds_up_from_a_day_on(store: Store) -> None:
    for day, usd in ((9, 4.0), (10, 0.5), (10, 0.25), (11, 1.0)):
        store.spend(date(2026, 3, day), usd)

    assert store.spent(date(2026, 3, 10)) == pytest.approx(1.75)
    assert store.spent(date(2026, 3, 12)) == 0


def test_info_counts_by_model_and_template(store: Store) -> None:
    store.keep("a", ANSWER)
    store.keep("b", replace(ANSWER, created=LONG_AGO + 86_400))
    store.keep("c", replace(ANSWER, template="story", input=None, cost_usd=None))

    info = store.info()

    articles, stories = info.kinds
    assert (info.answers, articles.answers, articles.input, articles.cached) == (3, 2, 1800, 600)
    assert (articles.output, articles.cost_usd) == (160, 0.5)
    assert (stories.template, stories.input, stories.cost_usd) == ("story", 0, None)
    assert (info.oldest, info.newest) == (
        datetime(2026, 1, 5, tzinfo=UTC),
        datetime(2026, 1, 6, tzinfo=UTC),
    )
    assert info.where.endswith("store.db")


def test_an_empty_store_has_no_oldest_answer(store: Store) -> None:
    info = store.info()

    assert (info.answers, info.oldest, info.newest) == (0, None, None)
    assert info.bytes > 0


def test_what_was_not_used_for_long_is_pruned(store: Store) -> None:
    store.keep("old", ANSWER)
    store.keep("new", StoredAnswer("article", "small", "http://a", "f00d", "{}"))

    assert store.prune(timedelta(days=30)) == 1
    assert store.answer("old") is None
    assert store.answer("new") is not None


def test_what_was_used_lately_is_not_pruned(store: Store) -> None:
    store.keep("old", ANSWER)
    store.answer("old")

    assert store.prune(timedelta(days=30)) == 0


def test_pruning_frees_the_disk(store: Store) -> None:
    for n in range(100):
        store.keep(str(n), replace(ANSWER, reply="x" * 10_000))
    before = store.info().bytes
    store.prune(timedelta(days=30))

    assert store.info().bytes < before / 4


def test_clearing_forgets_all_but_what_was_spent(store: Store) -> None:
    store.keep("k", ANSWER)
    store.remember("http://a", "small", "form", "words")
    store.spend(date(2026, 3, 10), 2.0)

    assert store.clear() == 1
    assert store.answer("k") is None
    assert store.remembered("http://a", "small", "form") is None
    assert store.spent(date(2026, 3, 1)) == pytest.approx(2.0)


def test_the_default_is_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert Store.default_path().name == "store.db"
    assert Store.default_path().parent.name == "summarize"


def refusal(path: Path) -> str:
    """The one line that says why the store cannot be opened."""
    with pytest.raises(StoreError) as caught:
        Store.open(path, patience=0)
    line = str(caught.value)
    assert str(path) in line
    assert "--store" in line
    return line


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert "File exists" in refusal(tmp_path / "file" / "store.db") or os.name == "nt"


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert "unable to open" in refusal(tmp_path)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.write_text("Dear diary, " * 500, encoding="utf-8")

    assert "not a database; move it away" in refusal(path)
    assert path.read_text(encoding="utf-8").startswith("Dear diary")


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    connection.close()
    before = path.read_bytes()

    assert "another program" in refusal(path)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()

    assert "newer summarize; update summarize" in refusal(path)


OLDER = """
CREATE TABLE answers (
  key TEXT PRIMARY KEY, template TEXT NOT NULL, model TEXT NOT NULL, endpoint TEXT NOT NULL,
  request TEXT NOT NULL, reply TEXT NOT NULL, input INTEGER, cached INTEGER, output INTEGER,
  cost_usd REAL, created REAL NOT NULL, used REAL NOT NULL);
CREATE TABLE leases (key TEXT PRIMARY KEY, owner TEXT NOT NULL, expires REAL NOT NULL);
CREATE TABLE spending (day TEXT PRIMARY KEY, usd REAL NOT NULL);
CREATE TABLE memory (
  endpoint TEXT, model TEXT, name TEXT, value TEXT NOT NULL, PRIMARY KEY (endpoint, model, name));
INSERT INTO answers VALUES ('k', 'article', 'small', 'http://127.0.0.1:1/v1', 'f00d',
  '{"text": "{}", "finish": "stop"}', 900, 300, 80, 0.25, 1767571200.0, 1767571200.0);
PRAGMA application_id = 0x53554D4D;
PRAGMA user_version = 1;
"""


def test_a_store_of_the_first_version_keeps_its_answers_and_takes_what_was_asked(
    tmp_path: Path,
) -> None:
    path = tmp_path / "store.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(OLDER)
    connection.close()

    for _ in range(2):  # brought up to date once
        with Store.open(path) as store:
            assert store.answer("k") == ANSWER
            assert store.asked("k") is None
            store.keep("new", ANSWER, "What happened?")
            assert store.asked("new") == "What happened?"


def test_a_store_that_another_holds_is_named_after_a_while(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, patience=0) as store:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            store.keep("k", ANSWER)
        assert "locked" in refusal(path)
        holder.close()


def test_a_closed_store_is_one_line(store: Store) -> None:
    store.close()

    with pytest.raises(StoreError, match="closed"):
        store.answer("k")


def test_a_name_that_is_no_text_is_one_line(store: Store) -> None:
    with pytest.raises(StoreError, match="surrogates"):
        store.remember("http://a", "\udcff", "form", "words")


STEPS = st.lists(
    st.tuples(st.sampled_from(["lease", "release", "keep"]), st.sampled_from("ab"), st.booleans()),
    max_size=30,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_a_key_has_one_owner_whatever_happens(steps: list[tuple[str, str, bool]]) -> None:
    """Two owners and two keys against a model of what leases are."""
    holds: dict[str, str] = {}
    answered: set[str] = set()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "store.db") as store:
        for step, owner, first in steps:
            key = "x" if first else "y"
            free = key not in answered and holds.get(key, owner) == owner
            if step == "lease":
                assert store.lease(key, owner, 60) == free
                if free:
                    holds[key] = owner
            elif step == "release":
                store.release(key, owner)
                if holds.get(key) == owner:
                    del holds[key]
            else:
                store.keep(key, ANSWER)
                answered.add(key)


OPENER = """
import sys
from pathlib import Path
from summarize.store import Store
sys.stdin.read(1)
with Store.open(Path(sys.argv[1])) as store:
    store.remember("http://a", sys.argv[2], "form", "words")
"""


def test_many_processes_make_a_new_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.db"
    commands = [[sys.executable, "-c", OPENER, str(path), str(n)] for n in range(6)]
    running = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    for process in running:
        assert process.stdin is not None
        process.stdin.write("g")
        process.stdin.flush()

    assert [process.communicate(timeout=60)[1] for process in running] == [""] * 6
    with Store.open(path) as store:
        assert all(store.remembered("http://a", str(n), "form") == "words" for n in range(6))


KEEPER = """
import sys
from dataclasses import replace
from pathlib import Path
from summarize.store import Store, StoredAnswer
store = Store.open(Path(sys.argv[1]))
for n in range(1_000_000):
    store.keep(f"{sys.argv[2]}-{n}", StoredAnswer("article", "small", "http://a", "f00d", "x" * n))
    print(n, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_what_was_kept_before_a_kill_is_there_after_it(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    for life in range(5):
        command = [sys.executable, "-c", KEEPER, str(path), str(life)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                if int(line) == 20 + life:
                    break
            process.send_signal(signal.SIGKILL)

        with Store.open(path) as store:
            assert all(store.answer(f"{life}-{n}") for n in range(21 + life))


def test_a_store_that_is_not_there_yet_is_none_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "answers.db"

    assert Store.open_existing(path) is None
    assert not path.parent.exists()


def test_a_store_that_is_there_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "answers.db"
    Store.open(path).close()

    store = Store.open_existing(path)

    assert store is not None
    store.close()


def test_where_no_store_could_be_made_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(StoreError, match="Not a directory"):
        Store.open_existing(tmp_path / "file" / "answers.db")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_may_be_written_there_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(StoreError, match="Permission denied"):
        Store.open_existing(tmp_path / "answers.db")


def test_a_place_that_cannot_be_looked_at_is_told_when_it_is_opened(tmp_path: Path) -> None:
    place = tmp_path / ("long" * 100)

    assert Store.exists(place)
    with pytest.raises(StoreError, match="cannot use the store"):
        Store.open(place)
