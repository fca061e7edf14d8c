"""The log as acts: which operations belong together, what they did in all, which act took which one back.

An act is a stretch of one site's chain whose operations carry the same ``act``; accesses lie between and are none. Its id
is where it begins, ``<site>:<seq>``, which an index finds. An act that takes another one back says so in its ``act``,
``undo:<new id>:<site>:<seq>``, which is hashed. Nothing here reads the whole log.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.store import operations
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.operations import ACCESS, Operation

UNDO = "undo"
"""What the ``act`` of an operation begins with that takes an act back."""

_WRITING = f"FROM ops WHERE kind <> '{ACCESS}' AND site = ? "
_COUNTS = (
    "SELECT kind, how, count(DISTINCT record), min(record) FROM (SELECT kind, record,"  # noqa: S608
    " CASE json_extract(patch, '$.deleted[1]') WHEN 1 THEN 'deleted' WHEN 0 THEN 'restored'"
    " ELSE iif(seen = '{}', 'created', 'changed') END AS how " + _WRITING + "AND seq BETWEEN ? AND ?)"
    " GROUP BY kind, how"
)


_END = 1 << 62
"""Behind every operation of a chain."""
_FILES = {"deleted", "content", "content_hash", "pdf_hash", "xlsx_hash"}
_OUT = {"issued", "replaced", "recalled"}


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of a kind an act touched in one way.

    Attributes:
        kind: of the records.
        how: "created", "changed", "deleted" or "restored".
        records: how many.
        record: id of one of them.
    """

    kind: Kind
    how: str
    records: int
    record: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where an act lies.

    Attributes:
        site: whose chain.
        first, last: its operations by their ``seq``.
        act: as its operations carry it.
        clock: of its last operation, its place among all acts.
        at: when it began, ISO with offset.
        actor, reason: who, why.
    """

    site: str
    first: int
    last: int
    act: str
    clock: str
    at: str
    actor: str
    reason: str

    @property
    def id(self) -> str:
        """What names the act."""
        return f"{self.site}:{self.first}"

    @property
    def undoes(self) -> str:
        """Id of the act that it takes back; "" for one that takes none back."""
        head, _, rest = self.act.partition(":")
        return rest.partition(":")[2] if head == UNDO else ""


@dataclass(frozen=True)
class Net:
    """What an act did to one record in all.

    Attributes:
        kind, record: which.
        operations: those of the act on this record, in order; none is an access.
    """

    kind: Kind
    record: str
    operations: tuple[Operation, ...]

    @property
    def erased(self) -> bool:
        """Whether the content was erased since: nobody knows what it was."""
        return any(item.patch is None for item in self.operations)

    @cached_property
    def seen(self) -> dict[str, int]:
        """Site → last operation on the record that the writer knew; nothing for a new record."""
        found: dict[str, int] = json.loads(self.operations[0].seen)
        return found

    @cached_property
    def changes(self) -> dict[str, tuple[Value, Value]]:
        """Field → (before, after), where that differs; of a record that it made only "deleted", as if from the bin."""
        found: dict[str, tuple[Value, Value]] = {} if self.seen else {"deleted": (1, 0)}
        for item in self.operations:
            for name, (old, new) in item.changes.items():
                found[name] = (found[name][0] if name in found else old, new)
        if not self.seen:
            found = {"deleted": found["deleted"]}
        return {name: (old, new) for name, (old, new) in found.items() if old != new}


class Log:
    """The acts as one reading sees them; make one within a unit or a snapshot and use it there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], list[Stretch]] = {}
        self._undone: dict[str, Stretch | None] = {}
        self._counts: dict[str, tuple[Count, ...]] = {}

    # -- finding acts

    def find(self, act: str) -> Stretch | None:
        """The act of an id, None where there is none."""
        site, _, seq = act.partition(":")
        return self.at(site, int(seq)) if seq.isdecimal() else None

    def at(self, site: str, seq: int, act: str | None = None) -> Stretch | None:
        """The act that an operation belongs to; ``act`` of the operation where it is known already."""
        for known in self._known.get((site, act), ()) if act is not None else ():
            if known.first <= seq <= known.last:
                return known
        row = self._connection.execute("SELECT act " + _WRITING + "AND seq = ?", (site, seq)).fetchone()
        if row is None:
            return None
        other = _WRITING + "AND act <> ? AND seq "
        after = self._one("SELECT min(seq) " + other + "> ?", site, row[0], seq)
        last = self._one("SELECT max(seq) " + _WRITING + "AND act = ? AND seq < ?", site, row[0], after or _END)
        return self._stretch(site, row[0], last)

    def back(self, site: str, below: int | None = None, actor: str = "") -> Iterator[Stretch]:
        """The acts of a site, newest first: those wholly before an operation, those of one person."""
        whose, who = (" AND actor = ?", (actor,)) if actor else ("", ())
        while row := self._connection.execute(
            "SELECT seq, act " + _WRITING + f"AND seq < ?{whose} ORDER BY seq DESC LIMIT 1",
            (site, _END if below is None else below, *who),
        ).fetchone():
            found = self._stretch(site, row[1], row[0])
            below = found.first
            yield found

    def _stretch(self, site: str, act: str, last: int) -> Stretch:
        before = self._one("SELECT max(seq) " + _WRITING + "AND act <> ? AND seq < ?", site, act, last)
        first = self._one("SELECT min(seq) " + _WRITING + "AND seq > ?", site, before)
        at, actor, reason = self._connection.execute(
            "SELECT at, actor, reason " + _WRITING + "AND seq = ?", (site, first)
        ).fetchone()
        (clock,) = self._connection.execute("SELECT clock " + _WRITING + "AND seq = ?", (site, last)).fetchone()
        made = Stretch(site, first, last, act, clock, at, actor, reason)
        self._known.setdefault((site, act), []).append(made)
        return made

    def _one(self, sql: str, *parameters: str | int) -> int:
        # min and max walk the chain from where they begin: the index gives the order, the first row that fits ends it.
        return int(self._connection.execute(sql, parameters).fetchone()[0] or 0)

    # -- what they did

    def nets(self, act: Stretch) -> Iterator[Net]:
        """What an act did, record by record in the order it first touched them; the whole act is read."""
        rows = self._connection.execute(
            operations.SELECT + f"WHERE kind <> '{ACCESS}' AND site = ? AND seq BETWEEN ? AND ? ORDER BY seq",
            (act.site, act.first, act.last),
        )
        touched: dict[str, list[Operation]] = {}
        for row in rows.fetchall():
            operation = Operation(*row)
            touched.setdefault(operation.record, []).append(operation)
        return (Net(Kind(of[0].kind), record, tuple(of)) for record, of in touched.items())

    def only(self, act: Stretch) -> Operation | None:
        """The one operation of an act; None where there are more."""
        if act.first != act.last:
            return None
        sql = operations.SELECT + "WHERE site = ? AND seq = ?"
        return Operation(*self._connection.execute(sql, (act.site, act.first)).fetchone())

    def history(self, record: str) -> list[Operation]:
        """Everything written to a record, oldest first."""
        rows = self._connection.execute(
            operations.SELECT + f"WHERE record = ? AND kind <> '{ACCESS}' ORDER BY clock, site", (record,)
        )
        return [Operation(*row) for row in rows.fetchall()]

    def counts(self, act: Stretch) -> tuple[Count, ...]:
        """How many records of which kinds an act touched."""
        if act.id not in self._counts:
            rows = self._connection.execute(_COUNTS, (act.site, act.first, act.last)).fetchall()
            self._counts[act.id] = tuple(Count(Kind(kind), *rest) for kind, *rest in rows)
        return self._counts[act.id]

    def undone_by(self, act: Stretch) -> Stretch | None:
        """The act that took this one back and stands.

        An undo touches every record that the act changed, so one of them tells.
        """
        if act.id not in self._undone:
            witness = self._witness(act)
            self._undone[act.id] = self._taken_back(act, witness) if witness else None
        return self._undone[act.id]

    def _taken_back(self, act: Stretch, record: str) -> Stretch | None:
        rows = self._connection.execute(
            f"SELECT site, seq, act FROM ops WHERE record = ? AND kind <> '{ACCESS}' AND act LIKE '{UNDO}:%'"  # noqa: S608
            " ORDER BY clock DESC, site",
            (record,),
        )
        for site, seq, text in rows.fetchall():
            later = self.at(site, seq, text)
            if later and later.undoes == act.id and not self.undone_by(later):
                return later
        return None

    def _witness(self, act: Stretch) -> str:
        """A record that an act left other than it was; "" where it changed nothing in all."""
        seen: set[str] = set()
        seq = act.first
        while row := self._connection.execute(
            "SELECT seq, record, kind " + _WRITING + "AND seq BETWEEN ? AND ? ORDER BY seq LIMIT 1",
            (act.site, seq, act.last),
        ).fetchone():
            if row[1] not in seen and self._changed(act, Kind(row[2]), row[1]):
                return str(row[1])
            seen.add(row[1])
            seq = row[0] + 1
        return ""

    def _changed(self, act: Stretch, kind: Kind, record: str) -> bool:
        within = tuple(
            item for item in self.history(record) if item.site == act.site and act.first <= item.seq <= act.last
        )
        net = Net(kind, record, within)
        return net.erased or bool(net.changes)

    def fixed(self, act: Stretch) -> str:
        """Why an act can't be taken back whatever happens: "nothing", "office", "report"; "" where it can.

        Without its office a register opens no more. A report that became files, or was issued, left the house: the
        register keeps the marks by which the files are known; what replaces it is another report.
        """
        kinds = {item.kind for item in self.counts(act)}
        if kinds & {Kind.OFFICE, Kind.REPORT}:
            for net in self.nets(act):
                if net.kind is Kind.OFFICE and "deleted" in net.changes:
                    return "office"
                if net.kind is Kind.REPORT and _left_the_house(net):
                    return "report"
        return "" if self._witness(act) else "nothing"


def _left_the_house(net: Net) -> bool:
    return bool(_FILES & net.changes.keys() or _OUT.intersection(net.changes.get("state", ())))
