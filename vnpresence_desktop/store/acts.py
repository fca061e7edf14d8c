"""Acts: what the officers did, one save or one import each, newest first; which one Ctrl+Z and Ctrl+Y take next.

Both follow from the log alone, so they are the same after a restart and in every window. See `vnpresence_desktop.store.log`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from vnpresence_desktop.store import operations
from vnpresence_desktop.store.driver import Connection
from vnpresence_desktop.store.log import Count, Log, Stretch
from vnpresence_desktop.store.operations import Operation
from vnpresence_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody did.

    Attributes:
        id: names it, see the module's text.
        site: who wrote it; the store's own ``site`` for the acts of this PC.
        at: when it began, ISO with offset.
        actor, reason: who, why.
        counts: what it touched.
        undoes: id of the act that it takes back, "" for none.
        redoes: what it takes back took something back itself: it was done again.
        undone_by: id of the act that took it back and stands; "" while it stands itself.
        fixed: code why it can't be taken back whatever happens, see `Log.fixed`; "" where it can.
        only: its one operation, where it has no more.
    """

    id: str
    site: str
    at: str
    actor: str
    reason: str
    counts: tuple[Count, ...]
    undoes: str
    redoes: bool
    undone_by: str
    fixed: str
    only: Operation | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some acts, newest first.

    Attributes:
        acts: of all sites.
        older: what to ask for with to read on; None where there is nothing older.
    """

    acts: tuple[Act, ...]
    older: Mapping[str, int] | None


def acts(
    store: Store,
    older: Mapping[str, int] | None = None,
    *,
    actor: str = "",
    span: tuple[int, int] | None = None,
    limit: int = 50,
) -> Page:
    """The acts of all sites, newest first.

    Args:
        store: the register.
        older: read on from there, see `Page`; None begins with the newest.
        actor: only what this person did; "" for everybody.
        span: only acts that ended between two moments (Unix time in milliseconds, the second one not included).
        limit: at most so many.
    """
    with store.snapshot() as connection:
        log = Log(connection)
        begin = older if older is not None else _ends(connection, span[1] if span else None)
        chains = (log.back(site, below, actor) for site, below in begin.items())
        found = list(islice(merge(*chains, key=lambda act: (act.clock, act.site), reverse=True), limit + 1))
        if span:
            found = [act for act in found if act.clock >= operations.tick("", span[0])]
        shown = found[:limit]
        rest = {**begin, **{act.site: act.first for act in shown}} if len(found) > limit else None
        return Page(tuple(_told(log, act) for act in shown), rest)


def _ends(connection: Connection, moment: int | None) -> Mapping[str, int]:
    """Site → the first operation that is too late to be asked for."""
    ends = {site: head.seq + 1 for site, head in operations.heads(connection).items()}
    if moment is None:
        return ends
    return {site: _first_since(connection, site, end, operations.tick("", moment)) for site, end in ends.items()}


def _first_since(connection: Connection, site: str, end: int, clock: str) -> int:
    low = 1
    while low < end:  # the clocks of a chain grow
        middle = (low + end) // 2
        (found,) = connection.execute("SELECT clock FROM ops WHERE site = ? AND seq = ?", (site, middle)).fetchone()
        low, end = (middle + 1, end) if found < clock else (low, middle)
    return low


def next_undo(store: Store) -> Act | None:
    """The act that Ctrl+Z takes back: this site's last one that stands, is no undo and can be taken back."""
    with store.snapshot() as connection:
        log = Log(connection)
        for act in log.back(store.site):
            if not act.undoes and not log.undone_by(act) and not log.fixed(act):
                return _told(log, act)
    return None


def next_redo(store: Store) -> Act | None:
    """The undo that Ctrl+Y takes back: this site's last one that stands; whatever was done anew since ends the chain."""
    with store.snapshot() as connection:
        log = Log(connection)
        for act in log.back(store.site):
            if not act.undoes:
                return None
            target = log.find(act.undoes)
            if target and not target.undoes and not log.undone_by(act):
                return _told(log, act)
    return None


def _told(log: Log, act: Stretch) -> Act:
    undone, target = log.undone_by(act), log.find(act.undoes)
    return Act(
        id=act.id,
        site=act.site,
        at=act.at,
        actor=act.actor,
        reason=act.reason,
        counts=log.counts(act),
        undoes=act.undoes,
        redoes=bool(target and target.undoes),
        undone_by=undone.id if undone else "",
        fixed=log.fixed(act),
        only=log.only(act),
    )


def find(store: Store, act: str) -> Act | None:
    """The act of an id, None where there is none."""
    with store.snapshot() as connection:
        log = Log(connection)
        found = log.find(act)
        return _told(log, found) if found else None
