"""The order kept in memory: made once, then renewed by what was written; the same as the file's own order."""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.store import order
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.store import Store

if TYPE_CHECKING:
    from tests.store.conftest import Place

NAMES = ("An", "Ánh", "Ân", "Bảy", "Đông", "Dung", "Ý", "an", "Xuân")


def somebody(chance: random.Random) -> Household:
    return Household(name=f"{chance.choice(NAMES)} {chance.choice(NAMES)}", owner="X", hamlet="Ấp 1")


def test_a_renewed_order_is_a_new_one(store: Store) -> None:
    chance = random.Random(2)
    connection = store.lists._connection
    known = order.make(connection, Kind.HOUSEHOLD)
    ids: list[str] = []
    for turn in range(40):
        with store.unit() as unit:
            ids += [unit.put(somebody(chance)).id for _ in range(chance.randrange(1, 4))]
            if turn % 3 == 0:
                unit.delete(Kind.HOUSEHOLD, chance.choice(ids))
            if turn % 4 == 0:
                unit.put(Household(id=chance.choice(ids), name=chance.choice(NAMES), owner="Y", hamlet="Ấp 2"))
        before = (known.numbers[:], known.ranks[:])
        found = order.renewed(connection, known)
        assert found == order.make(connection, Kind.HOUSEHOLD)
        assert (known.numbers, known.ranks) == before, "a job may go on with the one it was given"
        known = found or known
    assert order.renewed(connection, known) is known


def test_too_much_at_once_is_read_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "_MOST_CHANGES", 3)
    connection, chance = store.lists._connection, random.Random(3)
    known = order.make(connection, Kind.HOUSEHOLD)
    with store.unit() as unit:
        for _ in range(4):
            unit.put(somebody(chance))
    assert order.renewed(connection, known) is None
    assert len(store.search(Kind.HOUSEHOLD, Filter())) == 4


def test_rows_are_sorted_and_found_by_it(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        for number in range(9):
            unit.put(household(number))
    known = order.make(store.lists._connection, Kind.HOUSEHOLD)
    assert list(known.sorted([9, 2, 5, 77])) == [2, 5, 9]
    some = known.sorted([9, 2, 5])
    assert [known.place(some, number) for number in (2, 5, 9, 3, 77)] == [0, 1, 2, None, None]


def test_the_lists_order_is_read_from_an_index(place: "Place", raw: Callable[["Place"], Connection]) -> None:
    sql = "EXPLAIN QUERY PLAN SELECT row_no FROM household WHERE deleted = 0 ORDER BY sort, id"
    plan = raw(place).execute(sql).fetchall()
    assert [row[-1] for row in plan] == ["SCAN household USING COVERING INDEX household_order"]
