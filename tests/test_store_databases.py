"""A store keeps the same promises in a file and on a server."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from postgresql_server import Server, found, served

from summarize.edition import Numbered
from summarize.errors import StoreError
from summarize.history import History
from summarize.store import Place, Store, StoredAnswer
from summarize.stored import StoredEdition
from summarize.stored_editions import Editions

pytestmark = pytest.mark.enable_socket

ANSWER = StoredAnswer("story", "m", "http://x", "hash", '{"text": "né"}', 10, 2, 5, 0.01)
MONDAY = date(2026, 3, 9)
EDITION = StoredEdition(
    "default", Numbered(1), MONDAY, datetime(2026, 3, 9, 7, tzinfo=UTC), False, "Daily", 2, 5
)
Open = Callable[[], Store]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A PostgreSQL server of our own."""
    if found() is None:
        pytest.skip("PostgreSQL is not installed")
    with served() as running:
        yield running


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a store with nothing in it can be."""
    if request.param == "file":
        return tmp_path / "store.db"
    address: str = request.getfixturevalue("server").address
    with Store.open(address) as store:
        store.clear()
        store.write("DELETE FROM editions")
        store.write("DELETE FROM spending")
        store.write("DELETE FROM leases")
    return address


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with Store.open(place) as opened:
        yield opened


def test_an_answer_comes_back_as_it_was_kept(store: Store) -> None:
    store.keep("key", ANSWER, "asked \ud800 é")

    assert store.answer("key") == ANSWER
    assert store.asked("key") == "asked \ud800 é"


def test_a_later_answer_takes_the_place_of_an_earlier_one(store: Store) -> None:
    store.keep("key", ANSWER)
    store.keep("key", replace(ANSWER, reply="{}"))

    kept = store.answer("key")
    assert kept is not None
    assert kept.reply == "{}"
    assert store.info().answers == 1


def test_what_was_kept_is_there_for_the_next_who_opens(place: Place) -> None:
    with Store.open(place) as first:
        first.keep("key", ANSWER)

    with Store.open(place) as second:
        assert second.answer("key") == ANSWER


def test_one_of_two_gets_the_lease(place: Place) -> None:
    with Store.open(place) as one, Store.open(place) as two:
        assert one.lease("key", "one", 10)
        assert not two.lease("key", "two", 10)


def test_a_lease_that_ran_out_is_for_the_next(place: Place) -> None:
    with Store.open(place) as one, Store.open(place) as two:
        one.lease("key", "one", 0.01)
        time.sleep(0.05)
        assert two.lease("key", "two", 10)


def test_a_renewed_lease_lasts(store: Store) -> None:
    store.lease("key", "one", 0.05)
    store.renew("one", 30)
    time.sleep(0.1)

    assert not store.lease("key", "two", 10)


def test_what_is_answered_is_not_leased(store: Store) -> None:
    store.keep("key", ANSWER)

    assert not store.lease("key", "one", 10)
    assert store.lease("key", "one", 10, after=ANSWER.created)


def test_many_who_ask_at_once_get_one_lease(place: Place) -> None:
    won: list[str] = []

    def ask(name: str) -> None:
        with Store.open(place) as mine:
            if mine.lease("key", name, 10):
                won.append(name)

    threads = [threading.Thread(target=ask, args=(f"t{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(won) == 1


def test_what_is_spent_adds_up(store: Store) -> None:
    store.spend(MONDAY, 0.25)
    store.spend(MONDAY, 0.5)
    store.spend(MONDAY + timedelta(days=1), 1.0)

    assert store.spent(MONDAY) == 1.75
    assert store.spent(MONDAY + timedelta(days=1)) == 1.0


def test_what_is_remembered_is_the_last_said(store: Store) -> None:
    store.remember("e", "m", "context", "1")
    store.remember("e", "m", "context", "2")

    assert store.remembered("e", "m", "context") == "2"
    assert store.remembered("e", "m", "other") is None


def test_what_is_old_is_removed(store: Store) -> None:
    store.keep("old", replace(ANSWER, created=time.time() - 90_000))
    store.keep("new", ANSWER)

    assert store.prune(timedelta(days=1)) == 1
    assert store.answer("new") is not None
    assert store.answer("old") is None


def test_the_answers_are_told_by_kind(store: Store) -> None:
    store.keep("a", ANSWER)
    store.keep("b", replace(ANSWER, cost_usd=None))
    store.keep("c", replace(ANSWER, template="article"))

    kinds = {kind.template: kind for kind in store.info().kinds}
    assert kinds["story"].answers == 2
    assert kinds["story"].cost_usd is None
    assert kinds["article"].cost_usd == 0.01
    assert store.info().bytes > 0


def test_an_edition_is_kept_whole(store: Store) -> None:
    editions = Editions(store, "default")
    editions.keep(EDITION, ["https://a.example/1"], '{"report": "é"}')

    assert editions.kept() == (EDITION,)
    assert editions.report(Numbered(1)) == '{"report": "é"}'


def test_what_fails_together_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.together():
            store.spend(MONDAY, 5.0)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert store.spent(MONDAY) == 0.0
    store.spend(MONDAY, 1.0)
    assert store.spent(MONDAY) == 1.0


def test_two_who_number_at_once_get_two_numbers(place: Place) -> None:
    numbers: list[int] = []

    def keep() -> None:
        with Store.open(place) as mine, mine.together():
            editions = Editions(mine, "default")
            number = editions.next_number(MONDAY, [])
            time.sleep(0.02)
            editions.keep(replace(EDITION, numbered=number), [], "{}")
            numbers.append(number.number)

    threads = [threading.Thread(target=keep) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(numbers) == [1, 2, 3]


def test_a_series_is_a_history_of_its_own(store: Store) -> None:
    Editions(store, "desk").keep(replace(EDITION, series="desk"), [], "{}")

    assert History(store, "default").kept() == ()
    assert History(store, "default").others() == {"desk": 1}


def test_a_server_started_anew_has_lost_nothing(server: Server) -> None:
    with Store.open(server.address) as store:
        store.keep("before", ANSWER)
        server.stop()
        server.start()

        assert store.answer("before") == ANSWER
        store.keep("after", ANSWER)
        assert store.answer("after") == ANSWER


def test_a_server_that_is_away_is_waited_for(server: Server) -> None:
    with Store.open(server.address) as store:
        server.stop()
        back = threading.Timer(0.5, server.start)
        back.start()
        store.keep("waited", ANSWER)
        back.join()

        assert store.answer("waited") == ANSWER


def test_a_server_that_stays_away_is_one_line_without_the_password() -> None:
    address = "postgresql://desk:secret@127.0.0.1:1/news"

    with pytest.raises(StoreError) as raised:
        Store.open(address, patience=0.1)

    assert "cannot use the store postgresql://desk@127.0.0.1:1/news" in str(raised.value)
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_store_of_a_newer_summarize_is_left_alone(server: Server) -> None:
    with Store.open(server.address) as store:
        store.write("UPDATE schema_version SET version = version + 1")
        try:
            with pytest.raises(StoreError, match="newer summarize"):
                Store.open(server.address)
        finally:
            store.write("UPDATE schema_version SET version = version - 1")


def test_an_older_store_on_a_server_gets_what_it_lacks(server: Server) -> None:
    with Store.open(server.address) as store:
        for table in ("editions", "pages", "sources", "feed_items", "batches", "batch_lines"):
            store.write(f"DROP TABLE {table}")
        store.write("UPDATE schema_version SET version = 2")

    with Store.open(server.address) as store:
        assert Editions(store, "default").kept() == ()


def test_other_tables_of_the_database_are_not_touched(server: Server) -> None:
    with Store.open(server.address) as store:
        store.write("CREATE TABLE public.answers (own TEXT)")
        try:
            store.keep("key", ANSWER)
            assert store.read("SELECT count(*) FROM public.answers") == [(0,)]
        finally:
            store.write("DROP TABLE public.answers")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_the_place_on_a_server_is_told_without_a_password(server: Server) -> None:
    address = server.address.replace("summarize@", "summarize:pw@")

    with Store.open(address) as store:
        assert "pw" not in store.where
        assert store.where == server.address


@pytest.mark.parametrize("wrong", ["desk:secret@[::1/news", "desk:secret%zz@127.0.0.1/news"])
def test_an_address_that_is_none_is_one_line_without_the_password(wrong: str) -> None:
    pytest.importorskip("psycopg")

    with pytest.raises(StoreError, match="none of PostgreSQL") as raised:
        Store.open(f"postgresql://{wrong}")

    assert "secret" not in str(raised.value)


def test_what_another_thread_writes_is_not_lost_with_what_fails_together(store: Store) -> None:
    other = threading.Thread(target=lambda: store.keep("other", ANSWER))

    def fail() -> None:
        with store.together():
            other.start()
            other.join(0.2)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    other.join()

    assert store.answer("other") == ANSWER
