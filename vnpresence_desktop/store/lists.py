"""The lists of an open register: searched in the thread of the store, with the order of each group kept between searches."""

from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import replace
from pathlib import Path

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.store import order, search
from vnpresence_desktop.store.driver import Connection, told
from vnpresence_desktop.store.order import Order
from vnpresence_desktop.store.search import Found, Marks, Reader, Rest
from vnpresence_desktop.store.search_query import query

MANY = 1_000
"""Ids named to choose from beyond which they are not asked for one by one: what is found is sifted instead."""


class Lists:
    """What `Store.search` works with; it belongs to the store and its thread."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        self._orders: dict[Kind, Order] = {}
        self._among: tuple[Collection[str], Marks] | None = None

    def search(self, kind: Kind, wanted: Filter, among: Collection[str] | None) -> Found:
        """See `Store.search`."""
        chosen = self._chosen(kind, among) if among is not None and len(among) > MANY else None
        asked = query(kind, wanted, None if chosen else among)
        numbers, whole = search.first(self._connection, asked, self._order(kind))
        return Found(asked, search.marked(numbers, chosen) if chosen else numbers, self, whole=whole, chosen=chosen)

    def _chosen(self, kind: Kind, among: Collection[str]) -> Marks:
        """The rows of many ids; for the same frozen set they are looked up once."""
        if self._among is None or self._among[0] is not among or not isinstance(among, frozenset):
            rows = self._connection.execute(f"SELECT row_no, id FROM {kind.value}").fetchall()  # noqa: S608
            marks = Marks(max((number for number, _ in rows), default=0) + 1)
            ids = among if isinstance(among, Set) else frozenset(among)
            for number, one in rows:
                marks[number] = one in ids
            self._among = among, marks
        return self._among[1]

    def rest(self, found: Found) -> Callable[[Reader, Callable[[], object]], Rest]:
        """What a job has to do for a list that is not whole, with a `search.reader` of its own and a check to call."""
        asked, known, chosen = found.query, self._orders.get(found.query.kind), found.chosen

        def task(reader: Reader, check: Callable[[], object]) -> Rest:
            rest = reader.rest(asked, known, check)
            return replace(rest, numbers=search.marked(rest.numbers, chosen)) if chosen else rest

        return task

    def take(self, rest: Rest) -> Found:
        """The whole list as a job found it; the order it read serves the searches to come."""
        self._orders[rest.order.kind] = rest.order
        return Found(rest.query, rest.numbers, self, whole=True)

    def ids(self, kind: Kind, text: str) -> list[str]:
        """See `Store.ids`."""
        source = query(kind, Filter(text=text)).source()
        rows = self._connection.execute(
            f"SELECT id FROM {kind.value} WHERE deleted = 0 AND row_no IN (SELECT h.row_no {source.sql}) ORDER BY sort, id",  # noqa: S608
            source.parameters,
        )
        return [row[0] for row in rows]

    def _order(self, kind: Kind) -> Order | None:
        known = self._orders.pop(kind, None)
        present = order.renewed(self._connection, known) if known else None
        if present is None and self._last_row(kind) <= search.SMALL:
            present = order.make(self._connection, kind)
        if present:
            self._orders[kind] = present
        return present

    def _last_row(self, kind: Kind) -> int:
        return int(self._connection.execute(f"SELECT coalesce(max(row_no), 0) FROM {kind.value}").fetchone()[0])  # noqa: S608

    def ids_of(self, kind: Kind, numbers: Sequence[int]) -> list[str]:
        """Ids of rows in the order asked for, "" for one that is gone; raises UserError as `Store.search`."""
        marks = ",".join(map(str, numbers))
        with told(self._path):  # asked long after the search, as rows come into sight
            rows = self._connection.execute(f"SELECT row_no, id FROM {kind.value} WHERE row_no IN ({marks})")  # noqa: S608
            ids = dict(rows.fetchall())
        return [ids.get(number, "") for number in numbers]

    def place_in(self, found: Found, record_id: str) -> int | None:
        """See `Found.place`."""
        kind = found.query.kind
        with told(self._path):
            row = self._connection.execute(f"SELECT row_no FROM {kind.value} WHERE id = ?", (record_id,)).fetchone()  # noqa: S608
        known = self._orders.get(kind)
        if row is None or known is None:
            return found.numbers.index(row[0]) if row and row[0] in found.numbers else None
        return known.place(found.numbers, row[0])
