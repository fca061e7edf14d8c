"""What a unit of work has made and the file does not hold yet: written in portions, before anybody reads and at the end.

A statement at a time costs an import three times as much: SQLite goes to and fro between the tables.
"""

from itertools import groupby
from operator import itemgetter

from vnpresence_desktop.store import operations
from vnpresence_desktop.store.driver import Cell, Connection

_AT_ONCE = 1_000
"""Operations in a portion."""
_MEMORY = 64 << 10
"""KiB of the file kept in memory while more than a portion is written: its indexes are written all over."""


class Waiting:
    """Operations and new rows of one unit, in the order they were made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._operations: list[tuple[Cell, ...]] = []
        self._rows: list[tuple[str, tuple[Cell, ...]]] = []
        self._records: set[str] = set()
        self._memory: int | None = None

    def add(self, record: str, operation: tuple[Cell, ...], insert: str = "", row: tuple[Cell, ...] = ()) -> None:
        """Take an operation, and the new row it makes.

        Args:
            record: id of the record; "" for none.
            operation: the parameters of `operations.INSERT`.
            insert: SQL of the row; "" for a row that is there already.
            row: its parameters.
        """
        self._records.add(record)
        self._operations.append(operation)
        if insert:
            self._rows.append((insert, row))
        if len(self._operations) >= _AT_ONCE:
            self._make_room()
            self.write()

    def write(self, record: str = "") -> None:
        """Write what waits; where a record is named only if something of it waits. May raise the driver's error."""
        if not self._operations or (record and record not in self._records):
            return
        made, rows = self._operations, self._rows
        self._operations, self._rows, self._records = [], [], set()
        self._connection.executemany(operations.INSERT, made)
        for insert, group in groupby(rows, key=itemgetter(0)):
            self._connection.executemany(insert, [row for _, row in group])

    def _make_room(self) -> None:
        if self._memory is None:
            self._memory = int(self._connection.execute("PRAGMA cache_size").fetchone()[0])
            self._connection.execute(f"PRAGMA cache_size=-{_MEMORY}").fetchall()

    def close(self) -> None:
        """Keep as much of the file in memory as before."""
        if self._memory is not None:
            self._connection.execute(f"PRAGMA cache_size={self._memory}").fetchall()
            self._memory = None
