"""What the list of a group is given: filters, saved lists, columns, changes to many, name lists, met with their desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnpresence_desktop.gui.pages.list_acts import BulkActs, ListActs, MakingActs, ViewActs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vnpresence_desktop.app.history import HistoryDesk
    from vnpresence_desktop.domain.kinds import Kind
    from vnpresence_desktop.gui.preferences import Preferences
    from vnpresence_desktop.work.desk import Desk
    from vnpresence_desktop.work.list_filters import Wanted
    from vnpresence_desktop.work.list_views import SavedList

Verb = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class ListDesk:
    """The acts of the lists; verbs are imported when a list asks for them.

    Attributes:
        history: knows the desk of the window, jobs, how acts are taken back.
        preferences: where chosen columns are remembered.
        open_folder: show a folder to the user.
    """

    history: HistoryDesk
    preferences: Preferences
    open_folder: Callable[[Path], object]

    def acts(self, kind: Kind) -> ListActs:
        """Of one group."""
        return ListActs(views=self._views(kind), bulk=partial(self._bulk, kind), making=partial(self._making))

    def open_figure(
        self, go_to: Callable[[str], QWidget], figure: str, period: str, *, cumulative: bool = False
    ) -> None:
        """Show whom a figure of a report counts, in the list of their group.

        Args:
            go_to: shows a page by its id.
            figure: e.g. "reached_household"; raises KeyError for one that counts no candidates.
            period: e.g. "2025-Q4"; raises UserError as `work.figure_lists`.
            cumulative: since the programme's first day.
        """
        from vnpresence_desktop.gui.pages.candidates import CandidatesPage
        from vnpresence_desktop.work import figure_lists

        found = self.history.here(figure_lists.candidates_of)(figure, period, cumulative=cumulative)
        page = go_to(found.kind.value)
        if isinstance(page, CandidatesPage):
            page.show_ids(found.title, found.ids)

    def _of(self, kind: Kind, verb: Verb) -> Verb:
        """A verb of one group at the window's desk."""
        return self.history.here(lambda desk, *args, **kwargs: verb(desk, kind, *args, **kwargs))

    def _in_job_of(self, kind: Kind, verb: Verb) -> Verb:
        return self.history.in_job(lambda desk, *args, **kwargs: verb(desk, kind, *args, **kwargs))

    def _views(self, kind: Kind) -> ViewActs:
        from vnpresence_desktop.work import list_census, list_columns

        def saved(desk: Desk) -> Sequence[SavedList]:
            from vnpresence_desktop.work import list_views

            return list_views.saved(desk, kind)

        def keep(desk: Desk, name: str, wanted: Wanted, columns: Sequence[str]) -> SavedList:
            from vnpresence_desktop.work import list_views

            return list_views.keep(desk, kind, name, wanted, columns)

        def remove(desk: Desk, list_id: str) -> None:
            from vnpresence_desktop.work import list_views

            list_views.remove(desk, list_id)

        return ViewActs(
            size=self._of(kind, list_census.size),
            census=self._of(kind, list_census.census),
            census_in_job=self._in_job_of(kind, list_census.census),
            saved=self.history.here(saved),
            keep=self.history.here(keep),
            remove=self.history.here(remove),
            columns=partial(self.preferences.columns, kind.value),
            keep_columns=partial(self.preferences.keep_columns, kind.value),
            rows=self._of(kind, list_columns.rows),
        )

    def _bulk(self, kind: Kind) -> BulkActs:
        from vnpresence_desktop.work import bulk, candidates, copying, deleting

        return BulkActs(
            outlook=self._of(kind, bulk.outlook),
            apply=self._of(kind, bulk.apply),
            remove=self._of(kind, bulk.remove),
            outlook_in_job=self._in_job_of(kind, bulk.outlook),
            apply_in_job=self._in_job_of(kind, bulk.apply),
            remove_in_job=self._in_job_of(kind, bulk.remove),
            removal=self._of(kind, deleting.removal),
            copy=self._of(kind, copying.copy),
            hamlets=self.history.here(candidates.hamlets),
            today=self.history.here(lambda desk: desk.today),
            turning=self.history.turning(),
            start=self.history.jobs.start,
            broke=self.history.broke,
        )

    def _making(self) -> MakingActs:
        from vnpresence_desktop.documents import preview as drawing
        from vnpresence_desktop.gui.preview import Renderer
        from vnpresence_desktop.work import name_lists

        return MakingActs(
            draw=self.history.in_job(name_lists.draw_list),
            export=self.history.in_job(name_lists.export_list),
            renderer=Renderer(drawing.page_sizes, drawing.draw_page),
            open_folder=self.open_folder,
            jobs=self.history.jobs,
            broke=self.history.broke,
        )
