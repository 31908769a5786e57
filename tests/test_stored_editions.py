from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from summarize.edition import Numbered
from summarize.errors import StoreError
from summarize.store import Store
from summarize.stored import StoredEdition
from summarize.stored_editions import Editions, all_series, before, best, further_back
from tests.stores import older_store

MADE = datetime(2026, 3, 12, 6, tzinfo=UTC)
MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db") as opened:
        yield opened


def edition(
    number: int, revision: int = 0, *, as_of: date = MONDAY, partial: bool = False
) -> StoredEdition:
    return StoredEdition(
        series="desk",
        numbered=Numbered(number, revision),
        as_of=as_of,
        made=MADE,
        partial=partial,
        title="Morning brief",
        stories=2,
        articles=3,
    )


def test_an_edition_is_there_for_the_next_process(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as first:
        Editions(first, "desk").keep(edition(1), {"a"}, '{"text": "Après"}')

    with Store.open(path) as second:
        kept = Editions(second, "desk")
        assert kept.kept() == (edition(1),)
        assert kept.report(Numbered(1)) == '{"text": "Après"}'


def test_each_series_has_numbers_of_its_own(store: Store) -> None:
    Editions(store, "desk").keep(edition(1), {"a"}, "{}")

    assert Editions(store, "desk").next_number(TUESDAY, {"a"}) == Numbered(2)
    assert Editions(store, "sport").next_number(TUESDAY, {"a"}) == Numbered(1)
    assert all_series(store) == {"desk": 1}


def test_the_same_day_with_an_article_in_common_is_a_revision(store: Store) -> None:
    editions = Editions(store, "desk")
    editions.keep(edition(1), {"a", "b"}, "{}")
    editions.keep(edition(1, 1), {"b"}, "{}")

    assert editions.next_number(MONDAY, {"a", "c"}) == Numbered(1, 2)


def test_the_same_day_with_no_article_in_common_is_a_further_edition(store: Store) -> None:
    editions = Editions(store, "desk")
    editions.keep(edition(1), {"a"}, "{}")

    assert editions.next_number(MONDAY, {"z"}) == Numbered(2)


def test_what_is_written_together_is_kept_whole_or_not_at_all(store: Store) -> None:
    editions = Editions(store, "desk")

    def interrupted() -> None:
        with store.together():
            editions.keep(edition(1), {"a"}, "{}")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert editions.kept() == ()
    assert editions.next_number(MONDAY, {"a"}) == Numbered(1)


def test_a_deleted_edition_is_gone(store: Store) -> None:
    editions = Editions(store, "desk")
    editions.keep(edition(1), {"a"}, "{}")

    editions.delete(Numbered(1))

    assert editions.kept() == ()
    with pytest.raises(StoreError, match="edition 1 of series desk cannot be read; delete it"):
        editions.report(Numbered(1))


def test_an_older_store_gets_its_table_of_editions(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    older_store(path, 2)

    with Store.open(path) as store:
        assert Editions(store, "desk").kept() == ()


def test_compared_is_the_last_edition_of_an_earlier_day() -> None:
    kept = [edition(1), edition(2, as_of=TUESDAY), edition(2, 1, as_of=TUESDAY)]

    assert before(kept, date(2026, 3, 11)) == kept[2]
    assert before(kept, TUESDAY) == kept[0]
    assert before(kept, MONDAY) is None


def test_a_partial_revision_does_not_replace_a_complete_one() -> None:
    kept = [edition(1), edition(1, 1, partial=True)]

    assert before(kept, TUESDAY) == best(kept) == kept[0]


def test_a_partial_edition_is_compared_with_where_there_is_no_other() -> None:
    kept = [edition(1, partial=True), edition(1, 1, partial=True)]

    assert before(kept, TUESDAY) == kept[1]


NUMBERING = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from summarize.store import Store
from summarize.stored import StoredEdition
from summarize.stored_editions import Editions

with Store.open(Path(sys.argv[1])) as store:
    editions = Editions(store, "desk")
    for page in range(10):
        with store.together():
            number = editions.next_number(date(2026, 3, 9), {f"{sys.argv[2]}{page}"})
            stored = StoredEdition(
                "desk", number, date(2026, 3, 9), datetime.now(UTC), False, "Brief", 1, 1
            )
            editions.keep(stored, {f"{sys.argv[2]}{page}"}, "{}")
"""


def test_processes_at_once_get_different_numbers(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    running = [
        subprocess.Popen([sys.executable, "-c", NUMBERING, str(path), name]) for name in "abc"
    ]

    assert [process.wait(60) for process in running] == [0, 0, 0]

    with Store.open(path) as store:
        numbers = [one.numbered.number for one in Editions(store, "desk").kept()]
    assert numbers == list(range(1, 31))


def test_further_back_are_the_best_of_each_other_number_the_newest_first() -> None:
    wednesday = date(2026, 3, 11)
    kept = (
        edition(1),
        edition(1, 1, partial=True),
        edition(2),
        edition(3, as_of=TUESDAY),
        edition(3, 1, as_of=TUESDAY),
        edition(4, as_of=wednesday),
    )

    found = further_back(kept, edition(3, as_of=TUESDAY))

    assert [one.numbered for one in found] == [Numbered(2), Numbered(1)]
