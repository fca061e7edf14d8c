"""The records behind a report's figures: from a number to the list of those it counts."""

from dataclasses import dataclass

from vnpresence_desktop.domain.figures import BY_GROUP, Span, members
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.periods import parse_period
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.quarter import read_register
from vnpresence_desktop.work.spans import reported_span
from vnpresence_desktop.work.texts import say

_EVENTS = {"sessions": Kind.SESSION, "supports": Kind.SUPPORT, "confirmations": Kind.CONFIRMATION}
_OF_REGISTRATIONS = tuple(name for name in BY_GROUP if name == "refused" or name.startswith("services_"))


@dataclass(frozen=True, slots=True)
class FigureList:
    """The candidates behind a figure, to be shown as a list of their group.

    Attributes:
        kind: the group.
        ids: theirs, each once.
        title: e.g. "Đã tiếp cận, quý IV năm 2025".
        counted: what the figure counts; more than there are ids where it counts registrations.
    """

    kind: Kind
    ids: tuple[str, ...]
    title: str
    counted: int


def has_list(figure: str) -> bool:
    """Whether there are records behind a figure; sums (audience, broadcasts, cost) have none of their own."""
    return figure in _EVENTS or _parts(figure) is not None


def ids_of(desk: Desk, figure: str, period: str, *, cumulative: bool = False) -> tuple[Kind, tuple[str, ...]]:
    """Whom a figure of a report counts: as many ids as its value says, base figures aside.

    Args:
        desk: see `Desk`.
        figure: id, e.g. "reached_household", "sessions".
        period: e.g. "2025-Q4".
        cumulative: since the programme's first day.

    Returns:
        The kind that is counted and its ids: registrations for refused and services, else candidates or events.

    Raises:
        KeyError: a figure that counts no records.
        UserError: no office, no programme, no such period.
    """
    kind = _EVENTS.get(figure)
    if kind is None:
        parts = _parts(figure)
        if parts is None:
            raise KeyError(figure)
        kind = Kind.REGISTRATION if parts[0] in _OF_REGISTRATIONS else parts[1]
    found = members(read_register(desk), desk.rules, _span(desk, period, cumulative=cumulative))
    return kind, tuple(found.get(figure, ()))


def candidates_of(desk: Desk, figure: str, period: str, *, cumulative: bool = False) -> FigureList:
    """The candidates behind a figure of one of the groups; raises as `ids_of`, KeyError also for figures of events."""
    parts = _parts(figure)
    if parts is None:
        raise KeyError(figure)
    name, group = parts
    kind, ids = ids_of(desk, figure, period, cumulative=cumulative)
    counted = desk.store.some(kind, ids) if kind is Kind.REGISTRATION else ()
    owners = [item.candidate for item in counted if isinstance(item, Registration)] or ids
    span_words = "lũy kế đến " if cumulative else ""
    title = f"{say('figure', name)}, {span_words}{parse_period(period).title}"
    return FigureList(group, tuple(dict.fromkeys(owners)), title, len(ids))


def _parts(figure: str) -> tuple[str, Kind] | None:
    name, _, group = figure.rpartition("_")
    return (name, Kind(group)) if name in BY_GROUP and group in list(CANDIDATES) else None


def _span(desk: Desk, period: str, *, cumulative: bool) -> Span:
    span = reported_span(desk, parse_period(period))
    return Span(desk.programme().first_day, span.last) if cumulative else span
