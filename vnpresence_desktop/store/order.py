"""The order of a group's list, kept in memory: 16 bytes a record, so that what a search finds is sorted without reading it.

An order is never changed, only replaced: a job may go on with the one it was given. What was written since it was made
is seen in the operations, whoever wrote.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.store.driver import Connection

if TYPE_CHECKING:
    Numbers = array[int]
    Ranks = array[float]

NOWHERE = math.inf
"""Rank of a row that the list does not have."""
_BATCH = 16_384
_MOST_CHANGES = 500
"""Records changed at once, above which an order is made anew."""


@dataclass(frozen=True, slots=True)
class Order:
    """Rows of a group in Vietnamese order.

    Attributes:
        kind: the group.
        numbers: row numbers in order.
        ranks: row number → its place in ``numbers``; `NOWHERE` for what is not in it.
        upto: the last operation it knows of.
    """

    kind: Kind
    numbers: "Numbers"
    ranks: "Ranks"
    upto: int

    def sorted(self, numbers: Sequence[int]) -> "Numbers":
        """Row numbers in the list's order; those that it does not have are left out."""
        size = len(self.ranks)
        places = sorted(map(self.ranks.__getitem__, (number for number in numbers if number < size)))
        while places and places[-1] == NOWHERE:
            places.pop()
        return array("q", map(self.numbers.__getitem__, map(int, places)))

    def place(self, numbers: "Numbers", number: int) -> int | None:
        """Where a row stands in a list that is in this order; None where it does not."""
        rank = self.ranks[number] if number < len(self.ranks) else NOWHERE
        place = bisect_left(numbers, rank, key=self.ranks.__getitem__)
        return place if place < len(numbers) and numbers[place] == number else None


def last_operation(connection: Connection) -> int:
    """Number of the last operation written."""
    return int(connection.execute("SELECT coalesce(max(rowid), 0) FROM ops").fetchone()[0])


def make(connection: Connection, kind: Kind, check: Callable[[], object] = lambda: None) -> Order:
    """Read a group's order; about half a second for a million records.

    Args:
        connection: any of the file.
        kind: a group.
        check: called now and then; what it raises ends the work.
    """
    upto = last_operation(connection)
    numbers: Numbers = array("q")
    rows = connection.execute(f"SELECT row_no FROM {kind.value} WHERE deleted = 0 ORDER BY sort, id")  # noqa: S608
    while batch := rows.fetchmany(_BATCH):
        numbers.extend(chain.from_iterable(batch))
        check()
    ranks = array("d", [NOWHERE]) * (max(numbers, default=0) + 1)
    _number(numbers, ranks)
    return Order(kind, numbers, ranks, upto)


def _number(numbers: "Numbers", ranks: "Ranks") -> None:
    for place, number in enumerate(numbers):
        ranks[number] = place


def renewed(connection: Connection, order: Order) -> Order | None:
    """The order with what was written since; None where that is too much to put in its place one by one."""
    upto = last_operation(connection)
    if upto == order.upto:
        return order
    changed = connection.execute(
        "SELECT DISTINCT record FROM ops WHERE rowid > ? AND kind = ? LIMIT ?",
        (order.upto, order.kind.value, _MOST_CHANGES + 1),
    ).fetchall()
    if len(changed) > _MOST_CHANGES:
        return None
    numbers, ranks = order.numbers, order.ranks
    if changed:
        numbers, ranks = numbers[:], ranks[:]
        rows = _rows(connection, order.kind, [record for (record,) in changed])
        _take_out(numbers, ranks, [number for number, *_ in rows])
        for number, deleted, sort, record in rows:
            if not deleted and not _put_in(connection, order.kind, numbers, ranks, (number, sort, record)):
                return None
        _number(numbers, ranks)
    return Order(order.kind, numbers, ranks, upto)


def _rows(connection: Connection, kind: Kind, records: list[str]) -> list[tuple[int, int, str, str]]:
    """Number, deleted, sort and id of records, in order."""
    marks = ", ".join("?" * len(records))
    rows = f"SELECT row_no, deleted, sort, id FROM {kind.value} WHERE id IN ({marks}) ORDER BY sort, id"  # noqa: S608
    return list(connection.execute(rows, records).fetchall())


def _take_out(numbers: "Numbers", ranks: "Ranks", gone: list[int]) -> None:
    for number in gone:
        if number >= len(ranks):
            ranks.extend([NOWHERE] * (number + 1 - len(ranks)))
        elif ranks[number] != NOWHERE:
            del numbers[bisect_left(numbers, ranks[number], key=ranks.__getitem__)]
            ranks[number] = NOWHERE


def _put_in(
    connection: Connection,
    kind: Kind,
    numbers: "Numbers",
    ranks: "Ranks",
    row: tuple[int, str, str],
) -> bool:
    """Put a row behind the one before it; whether there was room between the ranks of its neighbours."""
    number, *key = row
    before = connection.execute(
        f"SELECT row_no FROM {kind.value} WHERE deleted = 0 AND (sort, id) < (?, ?) ORDER BY sort DESC, id DESC LIMIT 1",  # noqa: S608
        key,
    ).fetchone()
    low = ranks[before[0]] if before else -math.inf
    place = bisect_left(numbers, low, key=ranks.__getitem__) + 1 if before else 0
    high = ranks[numbers[place]] if place < len(numbers) else math.inf
    rank = _middle(low, high)
    if not low < rank < high:
        return False
    numbers.insert(place, number)
    ranks[number] = rank
    return True


def _middle(low: float, high: float) -> float:
    if math.isinf(low) or math.isinf(high):
        return 0.0 if low == -high else (high - 1 if math.isinf(low) else low + 1)
    return (low + high) / 2
