"""A unit of work: everything in it is saved together or not at all, and every change is an operation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar, cast

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.records import Record, derived_id
from vnpresence_desktop.store import operations, search_schema
from vnpresence_desktop.store.chain import Chain
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.operations import ACCESS
from vnpresence_desktop.store.tables import Table, canonical, quoted, table, to_cell
from vnpresence_desktop.store.waiting import Waiting

R = TypeVar("R", bound=Record)

_NOTHING = "{}"
"""What was seen of a record that is new, and what an access changes."""


class Unit:
    """What a ``with store.unit()`` block writes with; only `vnpresence_desktop.store.store.Store` makes one."""

    def __init__(
        self, connection: Connection, *, site: str, moment: datetime, actor: str, reason: str, act: str | None
    ) -> None:
        """Read the heads of all chains; the caller holds the write lock."""
        self._connection = connection
        self._chain = Chain(operations.heads(connection), site, moment, actor)
        self._site = site
        self._reason = reason
        self._act = act or self._chain.new_id()
        self._begun = self._chain.head
        self._waiting = Waiting(connection)
        self._writing = _Writing()

    @property
    def connection(self) -> Connection:
        """To read what stands within this unit; for this package alone."""
        self.write_out()
        return self._connection

    def put(self, record: R) -> R:
        """Save a record: one operation with the fields that changed, none where nothing did.

        A record without id is new; one that stands for a pair takes the pair's id. A deleted record that is put again comes back.

        Returns:
            The record with its id.
        """
        record_id = derived_id(record)
        home = table(record.KIND)
        values = to_values(record)
        with self._writing:
            before = self._values(home, record_id) if record_id else None
            if before is None:
                record_id = record_id or self._chain.new_id()
                self._create(home, record_id, values)
            else:
                self._change(home, record_id, before, values | {"deleted": 0})
        return record if record.id == record_id else cast("R", home.renamed(record_id, values))

    def delete(self, kind: Kind, record_id: str) -> None:
        """Mark a record deleted; its history stays. Raises LookupError where it never was."""
        self.change(kind, record_id, {"deleted": 1})

    def change(self, kind: Kind, record_id: str, values: Mapping[str, Value]) -> None:
        """Set single columns, "deleted" (0 or 1) among them; raises LookupError where the record never was."""
        home = table(kind)
        with self._writing:
            before = self._values(home, record_id)
            if before is None:
                raise LookupError(f"no {kind} {record_id}")
            self._change(home, record_id, before, values)

    def note(self, act: str, reason: str, record: str = "") -> None:
        """Log what changes nothing but has to be known: full numbers looked at, a list exported.

        Args:
            act: what was done, e.g. "view_full", "export".
            reason: why, in the officer's words.
            record: id of the record it was about, "" for a whole list.
        """
        with self._writing:
            seen = self._seen(record) if record else _NOTHING
            self._waiting.add(record, self._chain.append(ACCESS, record, act, reason, seen, _NOTHING))

    def write_out(self, record_id: str = "") -> None:
        """Put what waits into the file's open transaction before somebody reads there; the store calls it.

        Args:
            record_id: the one record that is read, if it is one: nothing is written unless something of it waits.
        """
        if self._writing.possible:
            with self._writing:
                self._waiting.write(record_id)

    def finish(self) -> None:
        """Write what waits and the chain's new head; the store calls it before it commits.

        Raises:
            RuntimeError: a write of this unit failed and somebody passed over it.
        """
        if not self._writing.possible:
            raise RuntimeError("a write failed in this unit of work")
        self._writing.possible = False
        self._waiting.write()
        head = self._chain.head
        if head != self._begun:
            search_schema.settle(self._connection)
            self._connection.execute(
                "INSERT INTO site (site, seq, clock, hash) VALUES (?, ?, ?, ?) ON CONFLICT (site)"
                " DO UPDATE SET seq = excluded.seq, clock = excluded.clock, hash = excluded.hash",
                (self._site, head.seq, head.clock, head.hash),
            )

    def abandon(self) -> None:
        """Write no more; the store calls it when the unit is over, however it ended."""
        self._writing.possible = False
        self._waiting.close()

    def _values(self, home: Table, record_id: str) -> dict[str, Any] | None:
        self._waiting.write(record_id)
        row = self._connection.execute(home.select + "WHERE id = ?", (record_id,)).fetchone()
        return None if row is None else home.values(row)

    def _create(self, home: Table, record_id: str, values: Mapping[str, Value]) -> None:
        operation = self._chain.append(home.name, record_id, self._act, self._reason, _NOTHING, home.birth(values))
        self._waiting.add(record_id, operation, home.insert, home.row(record_id, values))

    def _change(self, home: Table, record_id: str, before: dict[str, Any], wanted: Mapping[str, Any]) -> None:
        names = [name for name in wanted if name != "id" and wanted[name] != before[name]]
        if not names:
            return
        patch = operations.patch_of({name: (before[name], wanted[name]) for name in names})
        seen = self._seen(record_id)
        self._waiting.add(record_id, self._chain.append(home.name, record_id, self._act, self._reason, seen, patch))
        assigned = [(name, to_cell(wanted[name])) for name in names]
        assigned += zip(home.derived, home.computed({**before, **wanted}), strict=True)
        columns = ", ".join(f"{quoted(name)} = ?" for name, _ in assigned)
        self._connection.execute(
            f"UPDATE {home.name} SET {columns} WHERE id = ?",  # noqa: S608 - our own column names
            (*(cell for _, cell in assigned), record_id),
        )

    def _seen(self, record: str) -> str:
        self._waiting.write(record)
        rows = self._connection.execute("SELECT site, max(seq) FROM ops WHERE record = ? GROUP BY site", (record,))
        return canonical(dict(rows.fetchall()))


class _Writing:
    """Around each write: one that fails may be half done, or have ended the transaction (full disk): the unit is over then."""

    def __init__(self) -> None:
        self.possible = True

    def __enter__(self) -> None:
        if not self.possible:
            raise RuntimeError("this unit of work has ended")
        self.possible = False

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        self.possible = failed is None
