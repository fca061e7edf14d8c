"""The register: one encrypted file, read freely, written only in units of work."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self, TypeVar, cast, overload

from vnpresence_desktop.domain.fields import column
from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.store import keys, migrations, operations, search_schema, site
from vnpresence_desktop.store.driver import Cell, Connection, connect, must_exist, told
from vnpresence_desktop.store.files import identity
from vnpresence_desktop.store.lists import Lists
from vnpresence_desktop.store.operations import Operation
from vnpresence_desktop.store.search import Found
from vnpresence_desktop.store.tables import Table, quoted, table, to_cell
from vnpresence_desktop.store.unit import Unit

R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]

_AMONG = "WHERE deleted = 0 AND id IN (SELECT value FROM json_each(?))"
"""Ids as one parameter: SQLite takes no more than some ten thousand."""


class Store:
    """An open register; it belongs to the thread that opened it.

    Attributes:
        path: the database file.
        pc_folder: this PC's own folder with its key.
        site: the id under which this opening writes.
        now: the clock, aware moments; the store never asks another.
        lists: what `search` works with; what a job found is given back to it.
        actor: who works, put into every operation.
    """

    def __init__(
        self, connection: Connection, *, path: Path, pc_folder: Path, site_id: str, now: Clock, actor: str
    ) -> None:
        """Use `create` or `open`."""
        self._connection = connection
        self._unit: Unit | None = None
        self.lists = Lists(connection, path)
        self._file = identity(path)
        self.path = path
        self.pc_folder = pc_folder
        self.site = site_id
        self.now = now
        self.actor = actor

    @classmethod
    def create(cls, path: Path, pc_folder: Path, *, now: Clock, actor: str) -> tuple[Self, str]:
        """Make a new register.

        Returns:
            The open register, and its recovery code to be printed: it is stored nowhere.

        Raises:
            UserError: there is one already; a folder cannot be written.
        """
        key, code = keys.create(path, pc_folder)
        return cls._opened(path, pc_folder, key, now=now, actor=actor, new=True), code

    @classmethod
    def open(cls, path: Path, pc_folder: Path, *, now: Clock, actor: str, code: str | None = None) -> Self:
        """Open a register by this PC's slot, or by the recovery code, which gives this PC a slot.

        Raises:
            UserError: no such file, no key on this PC, a wrong code, a newer or damaged file, read-only, locked.
        """
        must_exist(path)
        key = keys.unlock(path, pc_folder) if code is None else keys.recover(path, pc_folder, code)
        return cls._opened(path, pc_folder, key, now=now, actor=actor)

    @classmethod
    def _opened(cls, path: Path, pc_folder: Path, key: bytes, *, now: Clock, actor: str, new: bool = False) -> Self:
        connection = connect(path, key, create=new)
        try:
            migrations.migrate(connection, path)
            search_schema.catch_up(connection, path)
            site_id = site.claim(connection, path, pc_folder)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path=path, pc_folder=pc_folder, site_id=site_id, now=now, actor=actor)

    def close(self) -> None:
        """Close the file; its write-ahead log is folded in when nobody else has it open."""
        with told(self.path):
            try:
                site.leave(self._connection, self.path, self.pc_folder, self.site)
            finally:
                self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def unit(self, reason: str = "", act: str | None = None) -> Iterator[Unit]:
        """The only way to write: what happens inside is saved, synced, when the block ends, or not at all.

        Args:
            reason: why, put into every operation of the unit.
            act: what groups these operations, e.g. the id of an import; a new id unless given.

        Raises:
            UserError: locked by another program, full disk, read-only …; nothing of the unit is saved then.
            RuntimeError: a unit is open already.
        """
        self._must_be_free()
        self._must_be_there()
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._unit = unit = Unit(
                    self._connection, site=self.site, moment=self.now(), actor=self.actor, reason=reason, act=act
                )
                yield unit
                unit.finish()
                self._connection.execute("COMMIT")
            finally:
                if self._unit:
                    self._unit.abandon()
                    self._unit = None
                # A full disk has rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @overload
    def get(self, what: type[R], record_id: str) -> R | None: ...
    @overload
    def get(self, what: Kind, record_id: str) -> Record | None: ...
    def get(self, what: Kind | type[Record], record_id: str) -> Record | None:
        """One record by its id; None where it is not or was deleted. ``what``: a kind or its class."""
        return next(iter(self._records(_table(what), "WHERE id = ? AND deleted = 0", (record_id,), of=record_id)), None)

    @overload
    def all(self, what: type[R]) -> list[R]: ...
    @overload
    def all(self, what: Kind) -> list[Record]: ...
    def all(self, what: Kind | type[Record]) -> Sequence[Record]:
        """Every record that is not deleted: by name in Vietnamese order where the kind has one, else as they came."""
        home = _table(what)
        return self._records(home, f"WHERE deleted = 0 {home.order}")

    @overload
    def find(self, what: type[R], **columns: object) -> list[R]: ...
    @overload
    def find(self, what: Kind, **columns: object) -> list[Record]: ...
    def find(self, what: Kind | type[Record], **columns: object) -> Sequence[Record]:
        """Records whose fields equal the given values, e.g. ``find(Household, tax_code="…")``; deleted ones never.

        Quick for what identifies a record: id_number, tax_code, certificate_no, session, candidate.
        """
        home = _table(what)
        wanted = {column(name): value for name, value in columns.items()}
        unknown = wanted.keys() - {info.name for info in home.fields}
        if unknown:
            raise KeyError(f"{home.name} has no {', '.join(sorted(unknown))}")
        conditions = "".join(f" AND {quoted(name)} IS ?" for name in wanted)
        cells = [to_cell(cast("Any", value)) for value in wanted.values()]
        return self._records(home, f"WHERE deleted = 0{conditions} {home.order}", cells)

    def newest(self, kind: Kind) -> Record | None:
        """The record added last, as ids are ordered by time; None where there is none."""
        return next(iter(self._records(table(kind), "WHERE deleted = 0 ORDER BY id DESC LIMIT 1")), None)

    def count(self, what: Kind | type[Record], among: Collection[str] | None = None) -> int:
        """How many records are not deleted; ``among``: of these ids only."""
        chosen, cells = ("WHERE deleted = 0", ()) if among is None else (_AMONG, (json.dumps(list(among)),))
        return int(self._rows(f"SELECT count(*) FROM {_table(what).name} {chosen}", cells)[0][0])  # noqa: S608

    def ids(self, kind: Kind, text: str = "") -> list[str]:
        """Ids of the records of a kind in Vietnamese order that hold every word of ``text``, accents and case aside.

        Args:
            kind: one of the three groups; another gives all its records.
            text: what was typed: beginnings of words of any text, parts of numbers from three digits on.
        """
        if kind in CANDIDATES and text.strip():
            with self._reading():
                return self.lists.ids(kind, text)
        home = _table(kind)
        return [row[0] for row in self._rows(f"SELECT id FROM {home.name} WHERE deleted = 0 {home.order}")]  # noqa: S608

    def search(self, kind: Kind, wanted: Filter, among: Collection[str] | None = None) -> Found:
        """The list of a group for a filter: all of it, or a first page quickly; for every key that is typed.

        Args:
            kind: one of the three groups.
            wanted: what must hold of a record.
            among: only these ids, e.g. those that the rules say are entitled; None for any.

        Returns:
            Ids in Vietnamese order. Where it is not ``whole``, a job reads the rest, see `Lists.rest`.

        Raises:
            KeyError: the filter speaks of a field that the group lacks.
        """
        with self._reading():
            return self.lists.search(kind, wanted, among)

    def some(self, kind: Kind, ids: Sequence[str]) -> list[Record]:
        """Records by their ids, in the order asked for; those that are gone are left out."""
        found = {record.id: record for record in self._records(table(kind), _AMONG, (json.dumps(list(ids)),))}
        return [found[record_id] for record_id in ids if record_id in found]

    def keep_draft(self, form: str, content: str) -> None:
        """Keep what stands in a half-filled form, synced at once; raises UserError as `unit`.

        Args:
            form: which form, e.g. "household:new" or "household:<id>"; one draft each.
            content: as the form writes it; never looked into.
        """
        self._write_draft("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (form, content, self.now().isoformat()))

    def draft(self, form: str) -> str | None:
        """The draft of a form, None where there is none."""
        return next((row[0] for row in self._rows("SELECT content FROM draft WHERE form = ?", (form,))), None)

    def drafts(self) -> list[str]:
        """Forms that have a draft, latest first."""
        return [row[0] for row in self._rows("SELECT form FROM draft ORDER BY at DESC, form")]

    def drop_draft(self, form: str) -> None:
        """Forget the draft of a form; raises UserError as `unit`."""
        self._write_draft("DELETE FROM draft WHERE form = ?", (form,))

    def _write_draft(self, sql: str, parameters: Sequence[Cell]) -> None:
        self._must_be_free()
        self._must_be_there()
        self._rows(sql, parameters)

    def history(self, record_id: str) -> list[Operation]:
        """What happened to a record and who looked at it, oldest first."""
        rows = self._rows(operations.SELECT + "WHERE record = ? ORDER BY clock, site", (record_id,), of=record_id)
        return [Operation(*row) for row in rows]

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """One unchanging view of the file for several reads, while others go on writing; for this package alone."""
        self._must_be_free()
        with told(self.path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def copy_into(self, path: Path, folder: Path) -> None:
        """Write a compact copy under the same key while others may write on; for this package alone.

        Args:
            path: the copy, which must not exist.
            folder: the folder that a message about room or rights names.
        """
        self._must_be_free()
        with told(folder / self.path.name):
            self._connection.execute("VACUUM INTO ?", (str(path),))

    def _must_be_free(self) -> None:
        if self._connection.in_transaction:
            raise RuntimeError("a unit of work is open")

    def _must_be_there(self) -> None:
        # Where an open file can be deleted it can still be written, and everything saved would be gone on closing.
        if self._file is None or identity(self.path) != self._file:
            raise UserError(
                f"Tệp dữ liệu {self.path.name} đã bị xóa, di chuyển hoặc thay bằng tệp khác, chưa lưu được.",
                f"Cắm lại ổ đĩa hoặc đưa tệp về thư mục {self.path.parent}, đóng rồi mở lại chương trình.",
            )

    @contextmanager
    def _reading(self, of: str = "") -> Iterator[None]:
        """Around a query, also within a unit, where one reads what it has made; ``of``: the one record that is asked for."""
        with told(self.path):
            if self._unit:
                self._unit.write_out(of)
            yield

    def _rows(self, sql: str, parameters: Sequence[Cell] = (), *, of: str = "") -> list[tuple[Any, ...]]:
        with self._reading(of):
            return self._connection.execute(sql, parameters).fetchall()

    def _records(self, home: Table, condition: str, parameters: Sequence[Cell] = (), *, of: str = "") -> list[Any]:
        return [home.record(row) for row in self._rows(home.select + condition, parameters, of=of)]


def _table(what: Kind | type[Record]) -> Table:
    return table(what if isinstance(what, Kind) else what.KIND)
