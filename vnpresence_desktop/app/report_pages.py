"""The page "Báo cáo", handed the functions it needs, and the ways from it to what a report still lacks.

What is imported inside is imported when the page is first shown, as `vnpresence_desktop.app.pages` says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vnpresence_desktop import app as composition

if TYPE_CHECKING:
    from vnpresence_desktop.app.history import HistoryDesk
    from vnpresence_desktop.gui.pages.report import Report
    from vnpresence_desktop.gui.pages.verify import VerifyActs
    from vnpresence_desktop.gui.preview import Renderer
    from vnpresence_desktop.work.preparing import Gap

GoTo = Callable[[str], QWidget]
"""Shows another page by its id."""
OpenFolder = Callable[[Path], object]
"""Shows a folder to the user."""


def report_page(desks: HistoryDesk, folder: Path, go_to: GoTo, open_folder: OpenFolder) -> Report:
    """The page; ``folder`` is the register's."""
    from vnpresence_desktop.gui.pages.report import Report
    from vnpresence_desktop.gui.pages.report_acts import ReportActs
    from vnpresence_desktop.work import drafting, exporting, preparing, quarter
    from vnpresence_desktop.work.texts import message

    here, in_job = desks.here, desks.in_job
    return Report(
        ReportActs(
            periods=here(preparing.periods),
            outlook=here(preparing.outlook),
            draft_words=here(preparing.draft_words),
            keep_words=here(preparing.keep_words),
            write_words=in_job(drafting.draft_section),
            draft_base=here(preparing.draft_base),
            keep_base=here(preparing.keep_base),
            message=message,
            figures=in_job(quarter.figures_of),
            open_figure=partial(_open_figure, desks, go_to, open_folder),
            draw=in_job(exporting.draw),
            export=in_job(exporting.export),
            renderer=_renderer(),
            verify=_verify_acts(desks, folder),
            go=partial(_go, go_to),
            open_folder=open_folder,
            today=here(lambda desk: desk.today),
            broke=desks.broke,
        ),
        desks.jobs,
    )


def _renderer() -> Renderer:
    from vnpresence_desktop.documents import preview as drawing
    from vnpresence_desktop.gui.preview import Renderer

    return Renderer(drawing.page_sizes, drawing.draw_page)


def _verify_acts(desks: HistoryDesk, folder: Path) -> VerifyActs:
    from vnpresence_desktop.gui.pages.verify import VerifyActs
    from vnpresence_desktop.work import exporting

    return VerifyActs(check=partial(exporting.check_files, folder), broke=desks.broke)


def _open_figure(desks: HistoryDesk, go_to: GoTo, open_folder: OpenFolder, figure: str, period: str) -> None:
    from vnpresence_desktop.app.lists import ListDesk
    from vnpresence_desktop.gui.preferences import Preferences

    desk = ListDesk(desks, Preferences(composition.pc_folder() / "cua-so.ini"), open_folder)
    desk.open_figure(go_to, figure, period, cumulative=True)


def _go(go_to: GoTo, gap: Gap, period: str) -> None:
    """Where what lacks is mended."""
    from vnpresence_desktop.work.preparing import Missing

    if gap.what is Missing.SIGNER:
        _to_signers(go_to)
    elif gap.what is Missing.SESSION:
        _to_session(go_to, gap.ids[0])
    elif gap.what is Missing.TASK:
        _to_tasks(go_to, period)


def _to_signers(go_to: GoTo) -> None:
    from vnpresence_desktop.gui.pages.settings import Settings

    page = go_to("settings")
    if isinstance(page, Settings):
        page.show_signers()


def _to_session(go_to: GoTo, session_id: str) -> None:
    from vnpresence_desktop.gui.pages.sessions import SessionsPage

    page = go_to("session")
    if isinstance(page, SessionsPage):
        page.open(session_id)


def _to_tasks(go_to: GoTo, period: str) -> None:
    from vnpresence_desktop.gui.pages.tasks import TasksPage

    page = go_to("tasks")
    if isinstance(page, TasksPage):
        page.show_period(period)
