"""Taking an act back: a new act that sets the fields to what they were, all of them or none. History is never edited.

To do again what was taken back is to take the undo back. A field that somebody changed since stays as it is now: then
nothing at all is undone, and who asked is told which records and fields stand in the way.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.store import operations
from vnpresence_desktop.store.acts import Act, find
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.log import UNDO, Log, Net, Stretch
from vnpresence_desktop.store.operations import Operation
from vnpresence_desktop.store.references import by_kind, dangling, referring
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.tables import table


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One record that stands in the way.

    Attributes:
        code: "changed" since in these fields, "used" by another record that came to point at it, "gone": it points at a
            record that is deleted now, "erased": its content was erased for good.
        kind, record: which.
        fields: of the record; for "used" none.
        other: for "used" the kind of what points at it, for "gone" the id of what it points at.
    """

    code: str
    kind: Kind
    record: str
    fields: tuple[str, ...] = ()
    other: str = ""


class UndoError(UserError):
    """An act that can't be taken back as things stand; nothing was written.

    Attributes:
        code: "undone" already, "unknown", "nothing", "office", "report" as `Log.fixed` says, or "hindered".
        hindrances: for "hindered": everything that stands in the way.
    """

    def __init__(self, code: str, hindrances: Sequence[Hindrance] = ()) -> None:
        super().__init__("Không hoàn tác được việc này.", "Mở trang Lịch sử để xem điều gì đã thay đổi.")
        self.code = code
        self.hindrances = tuple(hindrances)


def undo(store: Store, act: str, reason: str = "") -> tuple[tuple[Kind, str], ...]:
    """Take an act back, in one unit.

    Args:
        store: the register.
        act: id of the act; one that took another back is thereby done again.
        reason: for the operations of the new act.

    Returns:
        Kind and id of every record that was set back.

    Raises:
        UndoError: it can't be; says why.
        UserError: as `Store.unit`.
    """
    asked = target(store, act)
    new = operations.new_id(operations.milliseconds(store.now()), 0)
    with store.unit(reason, act=f"{UNDO}:{new}:{asked.id if asked else ''}") as unit:
        log = Log(unit.connection)
        nets = _what_to_undo(log, asked)
        _refuse(_changed(log, nets))
        for net in reversed(nets):
            unit.change(net.kind, net.record, {name: old for name, (old, _) in net.changes.items()})
        _refuse(_pointing(unit.connection, nets))
    return tuple((net.kind, net.record) for net in nets)


def target(store: Store, act: str) -> Act | None:
    """What taking an act back takes back: of a redo the act that it did again, else the act; None for an unknown one."""
    found = find(store, act)
    while found and found.redoes:
        undone = find(store, found.undoes)
        found = find(store, undone.undoes) if undone else None
    return found


def _what_to_undo(log: Log, asked: Act | None) -> list[Net]:
    act = log.find(asked.id) if asked else None
    if act is None:
        raise UndoError("unknown")
    if log.undone_by(act):
        raise UndoError("undone")
    if code := log.fixed(act):
        raise UndoError(code)
    return [net for net in log.nets(act) if net.erased or net.changes]


def _refuse(hindrances: Iterable[Hindrance]) -> None:
    found = tuple(hindrances)
    if found:
        raise UndoError("hindered", found)


# -- what was changed since


def _changed(log: Log, nets: Iterable[Net]) -> Iterator[Hindrance]:
    for net in nets:
        history = log.history(net.record)
        if net.erased or any(item.patch is None for item in history):
            yield Hindrance("erased", net.kind, net.record)
        elif fields := _fields_changed(log, net, history):
            yield Hindrance("changed", net.kind, net.record, tuple(sorted(fields)))


def _fields_changed(log: Log, net: Net, history: Sequence[Operation]) -> set[str]:
    """Fields of an act that another one wrote since, or beside it on another PC; acts that were undone don't count.

    What would be deleted hides whatever was written since.
    """
    ours = net.changes.keys() if net.changes.get("deleted") != (1, 0) else None
    found = _differing(net, history)
    for later in _later(log, net, history):
        found |= {name for name in later.changes if ours is None or name in ours}
    return found


def _later(log: Log, net: Net, history: Sequence[Operation]) -> Iterator[Net]:
    own = {item.id for item in net.operations}
    unseen = [item for item in history if item.id not in own and item.seq > net.seen.get(item.site, 0)]
    groups: dict[str, tuple[Stretch, list[Operation]]] = {}
    for item in unseen:
        act = log.at(item.site, item.seq, item.act)
        if act:
            groups.setdefault(act.id, (act, []))[1].append(item)
    for act, written in groups.values():
        if not act.undoes and not log.undone_by(act):
            yield Net(net.kind, net.record, tuple(written))


def _differing(net: Net, history: Sequence[Operation]) -> set[str]:
    """Fields that hold something else now than the act left in them."""
    now = operations.state(history) or {}
    return {name for name, (_, new) in net.changes.items() if now.get(name, _NOTHING) != new}


_NOTHING: Value = ("a column that is not",)


# -- what would point at nothing


def _pointing(connection: Connection, nets: Iterable[Net]) -> Iterator[Hindrance]:
    touched = by_kind((net.kind, net.record) for net in nets)
    for kind, ids in touched.items():
        deleted = _deleted(connection, kind, ids)
        for home, _, at in referring(connection, kind, deleted):
            yield Hindrance("used", kind, at, other=home.value)
        for record, at in dangling(connection, kind, ids):
            yield Hindrance("gone", kind, record, other=at)


def _deleted(connection: Connection, kind: Kind, ids: Sequence[str]) -> list[str]:
    sql = f"SELECT deleted FROM {table(kind).name} WHERE id = ?"  # noqa: S608 - our own column names
    return [record for record in ids if connection.execute(sql, (record,)).fetchone() == (1,)]
