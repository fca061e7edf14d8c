"""The bin: records that are deleted, and what was deleted together with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.log import Log, Stretch
from vnpresence_desktop.store.operations import ACCESS
from vnpresence_desktop.store.references import by_kind, dangling, referring
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.tables import table

PAIRS = (Kind.REACH, Kind.DISTINCTION)
"""Kinds that go and come with the records they join: nobody looks for them in a bin."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record in the bin.

    Attributes:
        record: as it was.
        at, actor, reason: when, by whom and why it was deleted.
    """

    record: Record
    at: str
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class Return:
    """What comes back with some records of the bin.

    Attributes:
        records: kind and id of everything that comes back, those asked for first.
        gone: of those asked for, id → id of the deleted record that it points at: that one has to come back before.
    """

    records: tuple[tuple[Kind, str], ...]
    gone: dict[str, str]


def count(store: Store) -> dict[Kind, int]:
    """How many records of each kind are deleted; kinds without any are left out, and `PAIRS`."""
    with store.snapshot() as connection:
        found = {
            kind: int(connection.execute(f"SELECT count(*) FROM {kind.value} WHERE deleted = 1").fetchone()[0])  # noqa: S608
            for kind in Kind
            if kind not in PAIRS
        }
    return {kind: number for kind, number in found.items() if number}


def ids(store: Store, kind: Kind, text: str = "") -> list[str]:
    """Ids of the deleted records of a kind, latest first; of the three groups those that hold every word of a text."""
    home = table(kind)
    words = fold(text).split() if "folded" in home.derived else []
    conditions = " AND instr(folded, ?) > 0" * len(words)
    last = f"(SELECT max(clock) FROM ops WHERE record = {home.name}.id AND kind <> '{ACCESS}')"  # noqa: S608
    sql = f"SELECT id FROM {home.name} WHERE deleted = 1{conditions} ORDER BY {last} DESC, id"  # noqa: S608
    with store.snapshot() as connection:
        return [record for (record,) in connection.execute(sql, words).fetchall()]


def some(store: Store, kind: Kind, wanted: Sequence[str]) -> list[Deleted | None]:
    """Deleted records by their ids, in the order asked; None for one that is not in the bin."""
    with store.snapshot() as connection:
        return [_deleted(connection, kind, record) for record in wanted]


def _deleted(connection: Connection, kind: Kind, record_id: str) -> Deleted | None:
    home = table(kind)
    row = connection.execute(home.select + "WHERE id = ? AND deleted = 1", (record_id,)).fetchone()
    last = _last(connection, record_id)
    return Deleted(home.record(row), last.at, last.actor, last.reason) if row and last else None


def kept(store: Store, kind: Kind, record_id: str) -> Record | None:
    """A record by its id, also a deleted one; None where it never was."""
    home = table(kind)
    with store.snapshot() as connection:
        row = connection.execute(home.select + "WHERE id = ?", (record_id,)).fetchone()
    return home.record(row) if row else None


def going_along(store: Store, kind: Kind, wanted: Sequence[str]) -> list[tuple[Kind, str]]:
    """Records that point at some and therefore have to be deleted with them."""
    with store.snapshot() as connection:
        return list(dict.fromkeys((home, record) for home, record, _ in referring(connection, kind, wanted)))


def coming_back(store: Store, kind: Kind, wanted: Sequence[str]) -> Return:
    """What comes back with some records: what was deleted in the same act and pointed at them, unless it would dangle."""
    with store.snapshot() as connection:
        asked = [record for record in wanted if _deleted(connection, kind, record)]
        gone = _gone(connection, kind, asked)
        asked = [record for record in asked if record not in gone]
        along = [
            (home, record)
            for home, record, at in referring(connection, kind, asked, deleted=True)
            if _together(connection, record, at)
        ]
        back = {record for _, record in along} | set(asked)
        found = [(kind, record) for record in asked]
        for home, records in by_kind(dict.fromkeys(along)).items():
            left = {record for record, at in dangling(connection, home, records, deleted=True) if at not in back}
            found += [(home, record) for record in records if record not in left]
    return Return(tuple(found), gone)


def _gone(connection: Connection, kind: Kind, asked: Sequence[str]) -> dict[str, str]:
    return dict(dangling(connection, kind, asked, deleted=True))


def _together(connection: Connection, one: str, other: str) -> bool:
    return _last(connection, one) == _last(connection, other)


def _last(connection: Connection, record: str) -> Stretch | None:
    """The act that wrote to a record last: for one in the bin, that which deleted it."""
    row = connection.execute(
        f"SELECT site, seq, act FROM ops WHERE record = ? AND kind <> '{ACCESS}' ORDER BY clock DESC LIMIT 1",  # noqa: S608
        (record,),
    ).fetchone()
    return Log(connection).at(*row) if row else None
