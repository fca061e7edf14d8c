"""A unit writes in portions, and nobody notices: reading, order, failing and search are as if each was written at once."""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household, Registration, Session
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.driver import Error
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.unit import Unit

if TYPE_CHECKING:
    from tests.store.conftest import Place

Make = Callable[..., Household]
MANY = 2_300
"""Two portions and some."""


def in_file(store: Store) -> int:
    """Households that the file's transaction holds, whatever waits."""
    return int(store._connection.execute("SELECT count(*) FROM household").fetchone()[0])


def memory(store: Store) -> int:
    return int(store._connection.execute("PRAGMA cache_size").fetchone()[0])


def test_a_long_unit_is_written_whole_and_in_order(store: Store, household: Make) -> None:
    before = memory(store)
    with store.unit("nhập") as unit:
        saved = [unit.put(household(number)) for number in range(MANY)]
        assert in_file(store) == 2_000, "portions"
        assert memory(store) != before, "the indexes stay in memory meanwhile"
    assert memory(store) == before
    assert store._rows("SELECT record FROM ops ORDER BY rowid") == [(record.id,) for record in saved]
    assert store._rows("SELECT record FROM ops ORDER BY site, seq") == [(record.id,) for record in saved]
    assert store.some(Kind.HOUSEHOLD, [record.id for record in saved]) == saved
    assert store.ids(Kind.HOUSEHOLD, saved[-1].phone) == [saved[-1].id]
    assert check(store) == []


def test_a_small_unit_leaves_the_memory_alone(store: Store, household: Make) -> None:
    before = memory(store)
    with store.unit() as unit:
        unit.put(household())
        assert memory(store) == before


def test_a_unit_that_fails_after_a_portion_leaves_nothing(store: Store, household: Make) -> None:
    before = memory(store)

    def fail(unit: Unit) -> None:
        for number in range(1_100):
            unit.put(household(number))
        assert in_file(store) == 1_000
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.unit() as unit:
        fail(unit)
    assert (in_file(store), store._rows("SELECT count(*) FROM ops"), memory(store)) == (0, [(0,)], before)
    with store.unit() as unit:
        unit.put(household())
    assert check(store) == []


READS: tuple[Callable[[Store, Household], bool], ...] = (
    lambda store, saved: store.get(Household, saved.id) == saved,
    lambda store, saved: store.all(Household) == [saved],
    lambda store, saved: store.find(Household, id_number=saved.id_number) == [saved],
    lambda store, saved: store.count(Household) == 1,
    lambda store, saved: store.newest(Kind.HOUSEHOLD) == saved,
    lambda store, saved: store.ids(Kind.HOUSEHOLD) == [saved.id],
    lambda store, saved: list(store.search(Kind.HOUSEHOLD, Filter())) == [saved.id],
    lambda store, saved: store.some(Kind.HOUSEHOLD, [saved.id]) == [saved],
    lambda store, saved: len(store.history(saved.id)) == 1,
)


@pytest.mark.parametrize("read", READS)
def test_whoever_reads_within_a_unit_finds_what_it_made(
    store: Store, household: Make, read: Callable[[Store, Household], bool]
) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
        assert in_file(store) == 0, "it waits"
        assert read(store, saved)


def test_the_package_reads_what_was_made(store: Store, household: Make) -> None:
    with store.unit() as unit:
        unit.put(household())
        assert unit.connection.execute("SELECT count(*) FROM household").fetchone() == (1,)


def test_reading_one_record_writes_nothing_of_others(store: Store, household: Make) -> None:
    """An import reads each record that is there already; the new ones go on waiting."""
    with store.unit() as unit:
        kept = unit.put(household(1))
    with store.unit() as unit:
        unit.put(household(2))
        assert store.get(Household, kept.id) == kept
        unit.put(dataclasses.replace(kept, phone="0913000000"))
        assert in_file(store) == 1
    assert store.count(Household) == 2
    assert check(store) == []


def test_what_happens_to_a_new_record_within_its_unit_is_its_history(store: Store, household: Make) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
        unit.put(dataclasses.replace(saved, phone="0913000000"))
        unit.note("view_full", "xem", saved.id)
        unit.delete(Kind.HOUSEHOLD, saved.id)
        unit.put(dataclasses.replace(saved, phone="0914000000"))
    site = store.site
    told = [(item.seq, item.kind, item.seen) for item in store.history(saved.id)]
    assert told == [
        (1, "household", "{}"),
        (2, "household", f'{{"{site}":1}}'),
        (3, "access", f'{{"{site}":2}}'),
        (4, "household", f'{{"{site}":3}}'),
        (5, "household", f'{{"{site}":4}}'),
    ]
    assert store.get(Household, saved.id) == dataclasses.replace(saved, phone="0914000000")
    assert check(store) == []


@pytest.mark.parametrize("first", ["candidate", "registration"])
def test_search_knows_the_domain_whichever_came_first(store: Store, household: Make, first: str) -> None:
    shop = household(id="019b8c3e-7f00-7000-8000-000000000002")
    site = Registration(candidate=shop.id, zone="biz.vn", label="baydong", state="registered")
    with store.unit() as unit:
        for record in (shop, site) if first == "candidate" else (site, shop):
            unit.put(record)
    assert store.ids(Kind.HOUSEHOLD, "baydong.biz") == [shop.id]
    assert check(store) == []


def test_what_the_file_refuses_ends_the_unit_whenever_it_is_found(store: Store, household: Make) -> None:
    wrong = Session(topic="x", officials="many")  # type: ignore[arg-type]

    def go_on(unit: Unit) -> None:
        unit.put(wrong)
        for number in range(MANY):
            unit.put(household(number))

    with pytest.raises(Error, match="cannot store TEXT"), store.unit() as unit:
        go_on(unit)
    assert store.count(Household) == 0

    def read_on(unit: Unit) -> None:
        unit.put(wrong)
        with pytest.raises(Error, match="cannot store TEXT"):
            store.count(Session)
        assert store.count(Session) == 0, "reading goes on"

    with pytest.raises(RuntimeError, match="a write failed"), store.unit() as unit:
        read_on(unit)
    assert store._rows("SELECT count(*) FROM ops") == [(0,)]


def test_a_statement_stays_ready_however_many_came_before(place: "Place") -> None:
    """The driver's cache keeps the old and parses the new each time once it is full, as after the migrations."""
    asked: list[str] = []
    with place.open() as store:
        connection = store._connection
        for number in range(400):
            for _ in range(2):
                connection.execute(f"SELECT {number}").fetchall()
        connection.set_authorizer(lambda *what: asked.append(str(what[1])) or 0)  # type: ignore[attr-defined]
        for _ in range(5):
            for table in ("household", "ops"):
                connection.execute(f"SELECT max(rowid) FROM {table}").fetchall()
        connection.set_authorizer(None)  # type: ignore[attr-defined]
    assert asked.count("household") == asked.count("ops") > 0
    assert len(asked) < 20, "each was parsed once"
