"""What the page of history and bin is given to work with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.turning import TurningActs
from vnpresence_desktop.work.deleting import Binned
from vnpresence_desktop.work.history import Lines


class Recent(Protocol):
    """See `work.history.recent`."""

    def __call__(self, older: Mapping[str, int] | None = None, *, actor: str = "", day: date | None = None) -> Lines:
        """Acts, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryActs:
    """Functions of `work.history` and `work.deleting` with their desk given.

    Attributes:
        recent: see `Recent`.
        turning: how an act is taken back.
        bins: kinds that have deleted records, and how many.
        deleted: ids of the deleted records of a kind for a text searched for, latest first.
        binned: for some ids their lines, None for one that came back.
        bring_back: bring records back; says what came back; raises UserError.
        today: today's date.
    """

    recent: Recent
    turning: TurningActs
    bins: Callable[[], Mapping[Kind, int]]
    deleted: Callable[[Kind, str], Sequence[str]]
    binned: Callable[[Kind, Sequence[str]], Sequence[Binned | None]]
    bring_back: Callable[[Kind, Sequence[str]], str]
    today: Callable[[], date]
