"""Which records and which columns a list shows now, and what is known of the group to choose by."""

import operator
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.pages.list_acts import ViewActs
from vnpresence_desktop.work import list_filters
from vnpresence_desktop.work.list_census import SMALL, Census
from vnpresence_desktop.work.list_columns import offered, usual
from vnpresence_desktop.work.list_filters import Part, Wanted

if TYPE_CHECKING:
    from vnpresence_desktop.work.list_views import SavedList


@dataclass(frozen=True, slots=True)
class Given:
    """Records that a list was given by name, e.g. those behind a figure of the report."""

    title: str
    ids: frozenset[str]


class Narrowing(QObject):
    """What the list is narrowed by.

    Signals:
        changed(): other records are to be shown.
        columns_changed(): other columns are to be shown.
        counted(): the census is another one now.
        failed(object): a `UserError`.

    Attributes:
        wanted: the choices; its text is not used, the search box has it.
        given: see `Given`; None for any records.
        columns: names of the columns shown.
        name: of the saved list shown, "" where it is none or was changed since.
    """

    changed = Signal()
    columns_changed = Signal()
    counted = Signal()
    failed = Signal(object)

    def __init__(
        self, kind: Kind, acts: ViewActs, start: Callable[[Callable[[Job], object]], Job], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.kind, self._acts, self._start = kind, acts, start
        self.wanted, self.given, self.name = Wanted(), None, ""  # type: Wanted, Given | None, str
        self.columns: tuple[str, ...] = self._chosen()
        self.census: Census | None = None
        self._allowed: tuple[tuple[object, ...], frozenset[str] | None] | None = None
        self._job: Job | None = None
        self._stale = True

    def _chosen(self) -> tuple[str, ...]:
        known = offered(self.kind)
        return tuple(name for name in self._acts.columns() if name in known) or usual(self.kind)

    # -- what is shown

    @property
    def parts(self) -> tuple[Part, ...]:
        """The choices made."""
        return list_filters.parts(self.wanted)

    @property
    def narrow(self) -> bool:
        """Whether anything but the text searched for decides what is shown."""
        return bool(self.parts) or self.given is not None

    def filter(self, text: str) -> Filter:
        """The filter for a text searched for."""
        return replace(self.wanted.filter, text=text)

    def wanted_with(self, text: str) -> Wanted:
        """What is wanted with the text searched for, to be kept."""
        return replace(self.wanted, filter=self.filter(text))

    def among(self) -> Collection[str] | None:
        """Ids that may be shown; nobody while the conditions are not known yet, None for anybody."""
        if self.wanted.conditions:
            self.take_census()
        if not self._allowed or not all(map(operator.is_, self._allowed[0], self._reasons())):
            self._allowed = self._reasons(), self._those()
        return self._allowed[1]

    def _reasons(self) -> tuple[object, ...]:
        """What decides who may be shown: while it is the same, the very same collection is asked for again."""
        return self.given, self.wanted.conditions, self.census

    def _those(self) -> frozenset[str] | None:
        allowed = self.given.ids if self.given else None
        if not self.wanted.conditions:
            return allowed
        fitting = (self.census.among(self.wanted.conditions) if self.census else None) or frozenset()
        return fitting if allowed is None else allowed & fitting

    @property
    def waiting(self) -> bool:
        """Whether what is shown waits for the census."""
        return bool(self.wanted.conditions) and self.census is None

    # -- choosing

    def put(self, part: Part) -> None:
        """One more choice."""
        self._want(list_filters.put(self.wanted, part))

    def drop(self, part: Part) -> None:
        """One choice less."""
        self._want(list_filters.drop(self.wanted, part))

    def clear(self) -> None:
        """No choice and no given records."""
        self.given = None
        self._want(Wanted())

    def close_given(self) -> None:
        """Any records again, the choices stay."""
        self.given = None
        self.changed.emit()

    def give(self, title: str, ids: Sequence[str]) -> None:
        """Show these records alone, without any other choice."""
        self.given = Given(title, frozenset(ids))
        self._want(Wanted())

    def show_list(self, item: "SavedList") -> None:
        """Show a saved list with its columns."""
        self.given = None
        self._want(item.wanted)
        self.name = item.name
        if item.columns:
            self.show_columns(item.columns)

    def _want(self, wanted: Wanted) -> None:
        self.wanted, self.name = wanted, ""
        if self.parts:
            self.take_census()
        self.changed.emit()

    # -- columns

    def show_columns(self, names: Sequence[str]) -> None:
        """Show these columns from now on; none means the usual ones."""
        self.columns = tuple(names) or usual(self.kind)
        self._acts.keep_columns(() if self.columns == usual(self.kind) else self.columns)
        self.columns_changed.emit()

    # -- the census

    def renew(self) -> None:
        """Something was saved: what was counted may be wrong now; counted anew where it is shown."""
        self._stale = True
        if self.parts:
            self.take_census()

    def take_census(self) -> None:
        """See to it that the census is of now: at once for a small group, else by a job that tells ``counted``."""
        if not self._stale or self._job:
            return
        self._stale = False
        if self._acts.size() > SMALL:
            self._job = self._start(lambda job: self._acts.census_in_job(job.check))
            self._job.done.connect(self._counted)
            self._job.failed.connect(self.failed)
            self._job.ended.connect(self._ended)
            return
        try:
            self.census = self._acts.census()
        except UserError as error:
            self.failed.emit(error)
        else:
            self.counted.emit()

    def _counted(self, census: Census) -> None:
        self.census = census
        self.counted.emit()
        if self.wanted.conditions:
            self.changed.emit()

    def _ended(self) -> None:
        self._job = None
        if self._stale and self.parts:  # something was saved while it counted
            self.take_census()
