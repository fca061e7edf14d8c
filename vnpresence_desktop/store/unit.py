"""A unit of work: everything in it is saved together or not at all, and every change is an operation."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.records import Record, derived_id
from vnpresence_desktop.store import operations, search_schema
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.operations import ACCESS, Head
from vnpresence_desktop.store.tables import Table, canonical, quoted, table, to_cell

R = TypeVar("R", bound=Record)

_NOTHING: Mapping[str, Any] = {}


class Unit:
    """What a ``with store.unit()`` block writes with; only `vnpresence_desktop.store.store.Store` makes one."""

    def __init__(
        self, connection: Connection, *, site: str, moment: datetime, actor: str, reason: str, act: str | None
    ) -> None:
        """Read the heads of all chains; the caller holds the write lock."""
        self._connection = connection
        self._site = site
        self._actor = actor
        self._reason = reason
        self._milliseconds = operations.milliseconds(moment)
        self._at = moment.isoformat(timespec="seconds")
        known = operations.heads(connection)
        self._head = known.get(site, Head())
        self._clock = max((head.clock for head in known.values()), default="")
        self._count = 0
        self._ids = 0
        self._act = act or self._new_id()
        self._open = True

    @property
    def connection(self) -> Connection:
        """To read what stands within this unit; for this package alone."""
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
        with self._writing():
            before = self._values(home, record_id) if record_id else None
            if before is None:
                record_id = record_id or self._new_id()
                self._create(home, record_id, values)
            else:
                self._change(home, record_id, before, values | {"deleted": 0})
        return record if record.id == record_id else replace(record, id=record_id)

    def delete(self, kind: Kind, record_id: str) -> None:
        """Mark a record deleted; its history stays. Raises LookupError where it never was."""
        self.change(kind, record_id, {"deleted": 1})

    def change(self, kind: Kind, record_id: str, values: Mapping[str, Value]) -> None:
        """Set single columns, "deleted" (0 or 1) among them; raises LookupError where the record never was."""
        home = table(kind)
        with self._writing():
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
        with self._writing():
            self._append(ACCESS, record, _NOTHING, act=act, reason=reason)

    def finish(self) -> None:
        """Write the chain's new head; the store calls it before it commits.

        Raises:
            RuntimeError: a write of this unit failed and somebody passed over it.
        """
        if not self._open:
            raise RuntimeError("a write failed in this unit of work")
        self._open = False
        if self._count:
            search_schema.settle(self._connection)
            self._connection.execute(
                "INSERT INTO site (site, seq, clock, hash) VALUES (?, ?, ?, ?) ON CONFLICT (site)"
                " DO UPDATE SET seq = excluded.seq, clock = excluded.clock, hash = excluded.hash",
                (self._site, self._head.seq, self._head.clock, self._head.hash),
            )

    def abandon(self) -> None:
        """Write no more; the store calls it when it rolls back."""
        self._open = False

    @contextmanager
    def _writing(self) -> Iterator[None]:
        # A write that fails may be half done, or have ended the transaction (full disk): the unit is over then.
        if not self._open:
            raise RuntimeError("this unit of work has ended")
        self._open = False
        yield
        self._open = True

    def _values(self, home: Table, record_id: str) -> dict[str, Any] | None:
        row = self._connection.execute(home.select + "WHERE id = ?", (record_id,)).fetchone()
        return None if row is None else home.values(row)

    def _create(self, home: Table, record_id: str, values: dict[str, Value]) -> None:
        blank = home.empty()
        changes = {
            name: (blank[name], values[name]) for name in blank if name in values and values[name] != blank[name]
        }
        self._append(home.name, record_id, changes, known=False)
        self._connection.execute(home.insert, home.row(record_id, values))

    def _change(self, home: Table, record_id: str, before: dict[str, Any], wanted: Mapping[str, Any]) -> None:
        names = [name for name in wanted if name != "id" and wanted[name] != before[name]]
        if not names:
            return
        self._append(home.name, record_id, {name: (before[name], wanted[name]) for name in names})
        assigned = [(name, to_cell(wanted[name])) for name in names]
        assigned += zip(home.derived, home.computed({**before, **wanted}), strict=True)
        columns = ", ".join(f"{quoted(name)} = ?" for name, _ in assigned)
        self._connection.execute(
            f"UPDATE {home.name} SET {columns} WHERE id = ?",  # noqa: S608 - our own column names
            (*(cell for _, cell in assigned), record_id),
        )

    def _append(
        self,
        kind: str,
        record: str,
        changes: Mapping[str, tuple[Value, Value]],
        *,
        act: str | None = None,
        reason: str | None = None,
        known: bool = True,
    ) -> None:
        self._clock = operations.tick(self._clock, self._milliseconds)
        seq, prev = self._head.seq + 1, self._head.hash
        header = (
            self._new_id(), self._site, seq, self._clock, self._at, self._actor, kind, record, act or self._act,
            self._reason if reason is None else reason, self._seen(record) if known and record else "{}", prev,
        )  # fmt: skip
        salt, patch = operations.new_salt(), operations.patch_of(changes)
        hash_ = operations.digest(header, salt, patch)
        self._connection.execute(operations.INSERT, (*header, salt, patch, hash_))
        self._head = Head(seq, self._clock, hash_)
        self._count += 1

    def _seen(self, record: str) -> str:
        rows = self._connection.execute("SELECT site, max(seq) FROM ops WHERE record = ? GROUP BY site", (record,))
        return canonical(dict(rows.fetchall()))

    def _new_id(self) -> str:
        self._ids += 1
        return operations.new_id(self._milliseconds, self._ids)
