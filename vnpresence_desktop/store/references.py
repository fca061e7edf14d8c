"""Which records point at which others; one that is not deleted never points at one that is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.tables import quoted

REFERENCES: tuple[tuple[Kind, str, tuple[Kind, ...]], ...] = (
    (Kind.REACH, "session", (Kind.SESSION,)),
    (Kind.REACH, "candidate", CANDIDATES),
    (Kind.REGISTRATION, "candidate", CANDIDATES),
    (Kind.SUPPORT, "candidate", CANDIDATES),
    (Kind.DISTINCTION, "one", CANDIDATES),
    (Kind.DISTINCTION, "other", CANDIDATES),
)
"""Kind, its column, the kinds that the column may name; "" names nobody."""

_AT_ONCE = 500
"""Ids in one statement."""


def referring(
    connection: Connection, kind: Kind, ids: Sequence[str], *, deleted: bool = False
) -> Iterator[tuple[Kind, str, str]]:
    """Records that point at some of a kind: their kind, their id, whom they point at.

    Args:
        connection: of the register.
        kind: of those pointed at.
        ids: their ids.
        deleted: those that are deleted, instead of those that are not.
    """
    for home, column, there in REFERENCES:
        if kind in there:
            for some in _portions(ids):
                rows = connection.execute(
                    f"SELECT id, {quoted(column)} FROM {home.value}"  # noqa: S608 - our own column names
                    f" WHERE deleted = ? AND {quoted(column)} IN ({_marks(some)})",
                    (int(deleted), *some),
                )
                yield from ((home, record, at) for record, at in rows.fetchall())


def dangling(
    connection: Connection, kind: Kind, ids: Sequence[str], *, deleted: bool = False
) -> Iterator[tuple[str, str]]:
    """Those of some records of a kind that point at one that is deleted: their id, whom they point at.

    Args:
        connection: of the register.
        kind: of those that point.
        ids: their ids.
        deleted: look at those that are deleted themselves, instead of those that are not.
    """
    for home, column, there in REFERENCES:
        if kind is home:
            alive = " OR ".join(
                f"EXISTS (SELECT 1 FROM {other.value} WHERE id = {home.value}.{quoted(column)} AND deleted = 0)"  # noqa: S608
                for other in there
            )
            for some in _portions(ids):
                yield from connection.execute(
                    f"SELECT id, {quoted(column)} FROM {home.value} WHERE id IN ({_marks(some)})"  # noqa: S608
                    f" AND deleted = ? AND {quoted(column)} <> '' AND NOT ({alive})",
                    (*some, int(deleted)),
                ).fetchall()


def by_kind(records: Iterable[tuple[Kind, str]]) -> Mapping[Kind, list[str]]:
    """Ids of records, kind by kind."""
    found: dict[Kind, list[str]] = {}
    for kind, record in records:
        found.setdefault(kind, []).append(record)
    return found


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _marks(ids: Sequence[str]) -> str:
    return ",".join("?" * len(ids))
