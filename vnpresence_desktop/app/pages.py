"""The pages of the window, each handed the functions it needs: here the officer's verbs meet their desk.

A page and its verbs are imported when the page is first shown: the window paints before any of them is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from PySide6.QtWidgets import QWidget

from vnpresence_desktop import app as composition
from vnpresence_desktop.app.history import HistoryDesk
from vnpresence_desktop.app.support_pages import support_page
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.navigation import Entry

if TYPE_CHECKING:
    from vnpresence_desktop.gui.pages.first_start import FirstStartActs
    from vnpresence_desktop.work.desk import Desk

P = ParamSpec("P")
T = TypeVar("T")

_TITLES = {
    Kind.HOUSEHOLD: ("Hộ kinh doanh", "store"),
    Kind.ENTERPRISE: ("Doanh nghiệp", "building-2"),
    Kind.CITIZEN: ("Công dân", "users"),
}


class Pages:
    """Builds each page when it is first shown, on the desk that is open by then.

    Attributes:
        go_to: shows a page by its id, set by the window.
        history: undo, redo, history and bin.
        code_changed: told when the recovery code was renewed or typed back, set by the window.
    """

    go_to: Callable[[str], QWidget]
    code_changed: Callable[[], object]

    def __init__(self, folder: Path, jobs: Jobs, broke: Callable[[Exception], object]) -> None:
        self._folder, self._jobs, self._broke = folder, jobs, broke
        self._desk: Desk | None = None
        self.history = HistoryDesk(self._here, self._in_job, jobs, broke)

    @property
    def is_open(self) -> bool:
        """Whether there is a desk."""
        return self._desk is not None

    def open(self, desk: Desk) -> None:
        """Give the pages their desk."""
        self._desk, self._folder = desk, desk.folder

    def entries(self) -> tuple[Entry, ...]:
        """Every page that works, in the order of the navigation."""
        groups = [Entry(kind.value, *_TITLES[kind], partial(self._candidates, kind)) for kind in CANDIDATES]
        return (
            *groups,
            Entry("domains", "Tên miền", "globe", self._domains),
            Entry("session", "Tuyên truyền", "megaphone", self._sessions),
            Entry("support", "Hỗ trợ", "life-buoy", partial(support_page, self._here)),
            Entry("tasks", "Nhiệm vụ", "list-checks", self._tasks),
            Entry("report", "Báo cáo", "file-text", self._report),
            Entry("import", "Nhập Excel", "file-spreadsheet", self._import),
            Entry("history", "Lịch sử", "history", self.history.page),
            Entry("settings", "Cài đặt", "settings", self._settings),
        )

    # -- how verbs meet their desk

    def _here(self, verb: Callable[Concatenate[Desk, P], T]) -> Callable[P, T]:
        """A verb at the window's own desk, for the window's thread."""

        def act(*args: P.args, **kwargs: P.kwargs) -> T:
            if self._desk is None:
                raise RuntimeError("no register is open")
            return verb(self._desk, *args, **kwargs)

        return act

    def _in_job(self, verb: Callable[Concatenate[Desk, P], T]) -> Callable[P, T]:
        """A verb at a desk of its own, for a job's thread: a store belongs to the thread that opened it."""

        def act(*args: P.args, **kwargs: P.kwargs) -> T:
            with composition.open_desk(self._folder) as desk:
                return verb(desk, *args, **kwargs)

        return act

    # -- pages

    def _candidates(self, kind: Kind) -> QWidget:
        from vnpresence_desktop.app.candidate_pages import candidates_page

        return candidates_page(self.history, kind, self.go_to, _open_folder)

    def _domains(self) -> QWidget:
        from vnpresence_desktop.app.domain_pages import domains_page

        return domains_page(self.history, self.go_to)

    def _sessions(self) -> QWidget:
        from vnpresence_desktop.gui.pages.session_acts import SessionsActs
        from vnpresence_desktop.gui.pages.sessions import SessionsPage
        from vnpresence_desktop.work import deleting, outreach

        return SessionsPage(
            SessionsActs(
                today=self._here(_today),
                session_ids=self._here(outreach.session_ids),
                session_lines=self._here(outreach.session_lines),
                blank_session=self._here(outreach.blank_session),
                judge_session=self._here(outreach.judge_session),
                record_session=self._here(outreach.record_session),
                remove_session=lambda session_id: self._here(deleting.remove)(Kind.SESSION, [session_id]),
                reached_by=self._here(outreach.reached_by),
                tasks=self._here(outreach.tasks),
                candidate_ids=self._here(outreach.candidate_ids),
                people=self._here(outreach.people),
                count_kinds=self._here(outreach.count_kinds),
                hamlets=self._here(outreach.hamlets),
                match_lines=self._here(outreach.match_lines),
                keep_draft=self._here(lambda desk, form, text: desk.store.keep_draft(form, text)),
                draft=self._here(lambda desk, form: desk.store.draft(form)),
                drop_draft=self._here(lambda desk, form: desk.store.drop_draft(form)),
            )
        )

    def _tasks(self) -> QWidget:
        from vnpresence_desktop.gui.pages.tasks import TasksActs, TasksPage
        from vnpresence_desktop.work import preparing, tasks

        return TasksPage(
            TasksActs(
                periods=self._here(preparing.periods),
                tasks_of=self._here(tasks.tasks_of),
                draft_task=self._here(tasks.draft_task),
                keep_task=self._here(tasks.keep_task),
            )
        )

    def _import(self) -> QWidget:
        from vnpresence_desktop.app.import_pages import import_page

        return import_page(self.history, self.go_to, _open_folder)

    def _report(self) -> QWidget:
        from vnpresence_desktop.app.report_pages import report_page

        return report_page(self.history, self._folder, self.go_to, _open_folder)

    def _settings(self) -> QWidget:
        from vnpresence_desktop.app.settings_pages import settings_page

        return settings_page(self.history, self._folder, _open_folder, renew=self.renew_code, confirm=self.confirm_code)

    # -- what the window asks for

    def verify(self, files: Sequence[Path]) -> None:
        """Show the verdicts of signed files on the report page."""
        from vnpresence_desktop.gui.pages.report import Report

        report = self.go_to("report")
        if isinstance(report, Report):
            report.verify.check(files)

    def daily_copy(self) -> str:
        """Make the day's copy, for a job; says what hindered it, "" when all is well."""
        from vnpresence_desktop.work import keeping

        return self._in_job(keeping.daily_copy)()

    # -- the recovery code

    def code_waits(self) -> bool:
        """Whether the code of the open register was never typed back."""
        from vnpresence_desktop.work import office

        return self._here(office.code_waits)()

    def renew_code(self) -> str:
        """A new code for the open register; raises UserError."""
        from vnpresence_desktop.work import office

        code = self._here(office.renew_code)()
        self.code_changed()
        return code

    def confirm_code(self, typed: str) -> None:
        """Note that the code is on paper; raises UserError while what was typed is not the code."""
        from vnpresence_desktop.work import office

        office.confirm_code(self._folder / composition.REGISTER, typed)
        self.code_changed()

    # -- before there is a register

    def first_start(self, begin: Callable[[bool], object]) -> FirstStartActs:
        """What the first page needs; ``begin`` opens what was made, True for the sample."""
        from vnpresence_desktop.app.settings_pages import first_start_acts

        return first_start_acts(self._folder, begin, self._broke)


def _today(desk: Desk) -> date:
    return desk.today


def _open_folder(folder: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
