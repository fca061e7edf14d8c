"""What a list shows for a filter: a first page at once, everything with its exact count at once or from a job."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, compress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, overload

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.store import keys, order
from vnpresence_desktop.store.driver import Connection, connect, told
from vnpresence_desktop.store.order import Order
from vnpresence_desktop.store.search_query import Clause, Query

if TYPE_CHECKING:
    from vnpresence_desktop.store.order import Numbers

PAGE = 128
"""Rows of a first page: more than a large screen shows."""
SMALL = 30_000
"""Records up to which a list's order is read on the spot (some 20 ms), so that every answer is whole at once."""
_FEW, _FEW_UNSORTED = 25_000, 2_000
"""Hits that are fetched and sorted on the spot (some 10 ms); fewer while the order has to be read for each."""
_SHARE = 8
"""The same for a long list: every so manieth record; above, hits stand so close that a first page is found by looking."""
_READ = 1_500
"""Rows that are read on the spot where the index alone does not decide."""
_LOOKED_AT = (PAGE, 512)
"""Rows in order that are looked at one by one for a first page, in steps; beyond, hits are too far apart."""
_CHUNK = 65_536


Marks = bytearray
"""By row number: 1 for a row that may be shown."""


class Rows(Protocol):
    """Where a list reads what its row numbers stand for."""

    def ids_of(self, kind: Kind, numbers: Sequence[int]) -> Sequence[str]:
        """Ids of rows in the order asked for, "" for one that is gone."""

    def place_in(self, found: "Found", record_id: str) -> int | None:
        """Where a record stands in a list; None where it does not."""


class Found(Sequence[str]):
    """Ids of the records of a list in order, read as they are asked for; a first page until it is `whole`.

    Attributes:
        query: what was asked.
        whole: whether it holds every record that was asked for, so that its length is the count.
        chosen: rows that may be shown, where too many were named to be asked for; None for any.
    """

    def __init__(
        self, query: Query, numbers: "Numbers", rows: Rows, *, whole: bool, chosen: Marks | None = None
    ) -> None:
        """``numbers``: of rows, in order; ``chosen``: those that may be shown; `Lists` makes one."""
        self.query, self.numbers, self.whole, self.chosen = query, numbers, whole, chosen
        self._rows = rows

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        """One id, or those of a slice; "" for a record that is gone."""
        if isinstance(place, slice):
            return self._rows.ids_of(self.query.kind, self.numbers[place])
        return self._rows.ids_of(self.query.kind, (self.numbers[place],))[0]

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), _CHUNK):
            yield from self[start : start + _CHUNK]

    def place(self, record_id: str) -> int | None:
        """Where a record stands; None where it does not, or not yet."""
        return self._rows.place_in(self, record_id)


@dataclass(frozen=True, slots=True)
class Rest:
    """Everything that was asked for, as a job found it.

    Attributes:
        query: what was asked.
        numbers: row numbers in order.
        order: the list's order, for the searches to come.
    """

    query: Query
    numbers: "Numbers"
    order: Order


def first(connection: Connection, query: Query, known: Order | None) -> tuple["Numbers", bool]:
    """Row numbers for a query, and whether they are all: else the first page, or what of it was found quickly."""
    if query.asks_nothing:
        return (known.numbers, True) if known else _page(connection, query.kind, PAGE)
    hits = _hits(connection, query, known)
    if hits is None:
        return _looked_through(connection, query, _ordered(connection, query.kind, known)), False
    if not query.match or not query.rest:
        return _sorted(connection, query.kind, known, hits), True
    if len(hits) <= _READ:
        return _sorted(connection, query.kind, known, _those(connection, query.kind, hits, query.rest)), True
    return _looked_through(connection, query, _sorted(connection, query.kind, known, hits)), False


def _hits(connection: Connection, query: Query, known: Order | None) -> list[int] | None:
    """Row numbers that the index gives, or the conditions where nothing is looked for; None where there are too many."""
    if not query.match:
        quick = query.named is not None and query.named <= _READ
        quick = quick or (known is not None and len(known.numbers) <= SMALL)
        return _numbers(connection, query.source()) if quick else None
    most = max(_FEW, len(known.numbers) // _SHARE) if known else _FEW_UNSORTED
    hits = query.hits()
    found = _numbers(connection, Clause(f"{hits.sql} LIMIT ?", (*hits.parameters, most + 1)))
    return found if len(found) <= most else None


def _numbers(connection: Connection, source: Clause) -> list[int]:
    # One text instead of a row a number: three times faster, and in a job the window's thread is not held up by ours.
    sql = f"SELECT group_concat(row_no) FROM (SELECT h.row_no {source.sql})"  # noqa: S608
    (text,) = connection.execute(sql, source.parameters).fetchone()
    return list(map(int, text.split(","))) if text else []


def _those(connection: Connection, kind: Kind, numbers: Sequence[int], clauses: Sequence[Clause]) -> list[int]:
    """Which of these rows fulfil the conditions, in no order."""
    which = " AND ".join([f"h.row_no IN ({','.join(map(str, numbers))})", *(clause.sql for clause in clauses)])
    parameters = tuple(cell for clause in clauses for cell in clause.parameters)
    return _numbers(connection, Clause(f"FROM {kind.value} h WHERE {which}", parameters))


def _page(connection: Connection, kind: Kind, size: int) -> tuple["Numbers", bool]:
    rows = connection.execute(
        f"SELECT row_no FROM {kind.value} WHERE deleted = 0 ORDER BY sort, id LIMIT ?",  # noqa: S608
        (size + 1,),
    ).fetchall()
    return array("q", chain.from_iterable(rows[:size])), len(rows) <= size


def _ordered(connection: Connection, kind: Kind, known: Order | None) -> "Numbers":
    return known.numbers if known else _page(connection, kind, sum(_LOOKED_AT))[0]


def _sorted(connection: Connection, kind: Kind, known: Order | None, numbers: list[int]) -> "Numbers":
    if known:
        return known.sorted(numbers)
    rows = connection.execute(
        f"SELECT row_no FROM {kind.value} WHERE row_no IN ({','.join(map(str, numbers))}) ORDER BY sort, id"  # noqa: S608
    )
    return array("q", chain.from_iterable(rows))


def _looked_through(connection: Connection, query: Query, ordered: "Numbers") -> "Numbers":
    found: Numbers = array("q")
    condition, start = query.every(), 0
    for step in _LOOKED_AT:
        some = ordered[start : start + step]
        fitting = set(_those(connection, query.kind, some, (condition,)))
        found.extend(number for number in some if number in fitting)
        start += step
        if len(found) >= PAGE:
            break
    return found


# -- in a job


class Reader:
    """A connection of its own beside the open register, for the thread of a job; see `reader`."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def interrupt(self) -> None:
        """Break off what is being read; callable from any thread."""
        self._connection.interrupt()

    def rest(self, query: Query, known: Order | None, check: Callable[[], object] = lambda: None) -> Rest:
        """Everything a query asks for.

        Args:
            query: of a `Found` that is not whole.
            known: the list's order, if it was read before.
            check: called now and then; what it raises ends the work.

        Raises:
            UserError: the file can't be read.
        """
        with told(self._path):
            present = order.renewed(self._connection, known) if known else None
            present = present or order.make(self._connection, query.kind, check)
            numbers = present.numbers if query.asks_nothing else self._all(query, present, check)
        return Rest(query, numbers, present)

    def _all(self, query: Query, known: Order, check: Callable[[], object]) -> "Numbers":
        size, source = len(known.ranks), query.source()
        marks = bytearray(size)
        for start in range(0, size, _CHUNK):
            between = (*source.parameters, start, start + _CHUNK - 1)
            for number in _numbers(self._connection, Clause(f"{source.sql} AND h.row_no BETWEEN ? AND ?", between)):
                if number < size:
                    marks[number] = 1
            check()
        return marked(known.numbers, marks)


def marked(numbers: "Numbers", marks: Marks) -> "Numbers":
    """The rows with a mark, in the order given; a row that is newer than the marks has none."""
    if numbers and max(numbers) >= len(marks):
        marks = marks.ljust(max(numbers) + 1, b"\0")
    return array("q", chain.from_iterable(_marked(numbers, marks)))


def _marked(numbers: "Numbers", marks: bytearray) -> Iterator[Iterable[int]]:
    for start in range(0, len(numbers), _CHUNK):
        some = numbers[start : start + _CHUNK]
        yield compress(some, map(marks.__getitem__, some))


@contextmanager
def reader(path: Path, pc_folder: Path) -> Iterator[Reader]:
    """Open a `Reader` of a register that is open on this PC, in the thread that will use it; raises UserError."""
    connection = connect(path, keys.unlock(path, pc_folder))
    try:
        yield Reader(connection, path)
    finally:
        connection.close()
