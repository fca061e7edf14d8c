"""The lists of an open register: searched in the thread of the store, with the order of each group kept between searches."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.store import order, search
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.order import Order
from vnpresence_desktop.store.search import Found, Reader, Rest
from vnpresence_desktop.store.search_query import Query, query

if TYPE_CHECKING:
    from vnpresence_desktop.store.order import Numbers


class Lists:
    """What `Store.search` works with; it belongs to the store and its thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._orders: dict[Kind, Order] = {}

    def search(self, kind: Kind, wanted: Filter, among: Collection[str] | None) -> Found:
        """See `Store.search`."""
        asked = query(kind, wanted, among)
        numbers, whole = search.first(self._connection, asked, self._order(kind))
        return self._found(asked, numbers, whole=whole)

    def rest(self, found: Found) -> Callable[[Reader, Callable[[], object]], Rest]:
        """What a job has to do for a list that is not whole, with a `search.reader` of its own and a check to call."""
        asked, known = found.query, self._orders.get(found.query.kind)
        return lambda reader, check: reader.rest(asked, known, check)

    def take(self, rest: Rest) -> Found:
        """The whole list as a job found it; the order it read serves the searches to come."""
        self._orders[rest.order.kind] = rest.order
        return self._found(rest.query, rest.numbers, whole=True)

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

    def _found(self, asked: Query, numbers: "Numbers", *, whole: bool) -> Found:
        return Found(asked, numbers, self, whole=whole)

    def ids_of(self, kind: Kind, numbers: Sequence[int]) -> list[str]:
        """Ids of rows in the order asked for, "" for one that is gone."""
        marks = ",".join(map(str, numbers))
        rows = self._connection.execute(f"SELECT row_no, id FROM {kind.value} WHERE row_no IN ({marks})")  # noqa: S608
        ids = dict(rows.fetchall())
        return [ids.get(number, "") for number in numbers]

    def place_in(self, found: Found, record_id: str) -> int | None:
        """See `Found.place`."""
        kind = found.query.kind
        row = self._connection.execute(f"SELECT row_no FROM {kind.value} WHERE id = ?", (record_id,)).fetchone()  # noqa: S608
        known = self._orders.get(kind)
        if row is None or known is None:
            return found.numbers.index(row[0]) if row and row[0] in found.numbers else None
        return known.place(found.numbers, row[0])
