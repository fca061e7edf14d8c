"""The pages of the window, each handed the functions it needs: here the officer's verbs meet their desk.

A page and its verbs are imported when the page is first shown: the window paints before any of them is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
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
    from vnpresence_desktop.domain.records import Hamlet, Office, Signer
    from vnpresence_desktop.gui.pages.first_start import FirstStartActs, Wish
    from vnpresence_desktop.gui.pages.import_acts import Columns
    from vnpresence_desktop.gui.pages.settings_rows import RowsActs
    from vnpresence_desktop.gui.pages.verify import VerifyActs
    from vnpresence_desktop.work.desk import Commune, Desk
    from vnpresence_desktop.work.importing import Imported, Preview, Progress
    from vnpresence_desktop.work.preparing import Gap

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
        from vnpresence_desktop.work import outreach

        return SessionsPage(
            SessionsActs(
                today=self._here(_today),
                session_ids=self._here(outreach.session_ids),
                session_lines=self._here(outreach.session_lines),
                blank_session=self._here(outreach.blank_session),
                judge_session=self._here(outreach.judge_session),
                record_session=self._here(outreach.record_session),
                remove_session=self._here(outreach.remove_session),
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
        from vnpresence_desktop.gui.pages.import_acts import ImportActs
        from vnpresence_desktop.gui.pages.importing import ImportPage
        from vnpresence_desktop.work import importing

        def look(
            desk: Desk, path: Path, kind: Kind, columns: Columns, confirmed: Collection[str], report: Progress
        ) -> Preview:
            return importing.preview(desk, path, kind, columns, report, confirmed)

        def take(
            desk: Desk, path: Path, kind: Kind, columns: Columns, confirmed: Collection[str], report: Progress
        ) -> Imported:
            return importing.import_list(desk, path, kind, columns=columns, report=report, confirmed=confirmed)

        return ImportPage(
            ImportActs(start=self._jobs.start, preview=self._in_job(look), import_list=self._in_job(take))
        )

    def _report(self) -> QWidget:
        from vnpresence_desktop.documents import preview as drawing
        from vnpresence_desktop.gui.pages.report import Report
        from vnpresence_desktop.gui.pages.report_acts import ReportActs
        from vnpresence_desktop.gui.preview import Renderer
        from vnpresence_desktop.work import exporting, preparing
        from vnpresence_desktop.work.drafting import draft_section
        from vnpresence_desktop.work.quarter import figures_of
        from vnpresence_desktop.work.texts import message

        return Report(
            ReportActs(
                periods=self._here(preparing.periods),
                outlook=self._here(preparing.outlook),
                draft_words=self._here(preparing.draft_words),
                keep_words=self._here(preparing.keep_words),
                write_words=self._in_job(draft_section),
                draft_base=self._here(preparing.draft_base),
                keep_base=self._here(preparing.keep_base),
                message=message,
                figures=self._in_job(figures_of),
                open_figure=self._open_figure,
                draw=self._in_job(exporting.draw),
                export=self._in_job(exporting.export),
                renderer=Renderer(drawing.page_sizes, drawing.draw_page),
                verify=self._verify_acts(),
                go=self._go,
                open_folder=_open_folder,
                today=self._here(_today),
                broke=self._broke,
            ),
            self._jobs,
        )

    def _settings(self) -> QWidget:
        from vnpresence_desktop.gui.pages.settings import Settings, SettingsActs
        from vnpresence_desktop.work import exporting, keeping, office

        return Settings(
            SettingsActs(
                office=self._here(_office),
                change_office=self._here(
                    lambda desk, preset, preparer: office.change_office(desk, preset=preset, preparer=preparer)
                ),
                signers=self._dated(office.signers),
                hamlets=self._dated(office.hamlets),
                today=self._here(_today),
                folder=self._folder,
                open_folder=_open_folder,
                back_up=self._in_job(keeping.back_up),
                fingerprint=self._in_job(exporting.own_fingerprint),
                renew_code=self.renew_code,
                confirm=self.confirm_code,
                broke=self._broke,
            ),
            self._jobs,
        )

    def _dated(self, load: Callable[[Desk], Sequence[Signer] | Sequence[Hamlet]]) -> RowsActs:
        from vnpresence_desktop.gui.pages.settings_rows import RowsActs
        from vnpresence_desktop.work import office
        from vnpresence_desktop.work.texts import message

        return RowsActs(
            load=self._here(load), check=office.check_dated, keep=self._here(office.keep_dated), message=message
        )

    def _verify_acts(self) -> VerifyActs:
        from vnpresence_desktop.gui.pages.verify import VerifyActs
        from vnpresence_desktop.work import exporting

        return VerifyActs(check=lambda paths: exporting.check_files(self._folder, paths), broke=self._broke)

    # -- ways between pages

    def _go(self, gap: Gap, period: str) -> None:
        from vnpresence_desktop.gui.pages.settings import Settings
        from vnpresence_desktop.work.preparing import Missing

        if gap.what is Missing.SIGNER:
            settings = self.go_to("settings")
            if isinstance(settings, Settings):
                settings.show_signers()
        elif gap.what is Missing.SESSION:
            self._to_session(gap.ids[0])
        elif gap.what is Missing.TASK:
            self._to_tasks(period)

    def _open_figure(self, figure: str, period: str) -> None:
        from vnpresence_desktop.app.lists import ListDesk
        from vnpresence_desktop.gui.preferences import Preferences

        desk = ListDesk(self.history, Preferences(composition.pc_folder() / "cua-so.ini"), _open_folder)
        desk.open_figure(self.go_to, figure, period, cumulative=True)

    def _to_session(self, session_id: str) -> None:
        from vnpresence_desktop.gui.pages.sessions import SessionsPage

        page = self.go_to("session")
        if isinstance(page, SessionsPage):
            page.open(session_id)

    def _to_tasks(self, period: str) -> None:
        from vnpresence_desktop.gui.pages.tasks import TasksPage

        page = self.go_to("tasks")
        if isinstance(page, TasksPage):
            page.show_period(period)

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
        from vnpresence_desktop.gui.pages.first_start import FirstStartActs
        from vnpresence_desktop.work import office

        return FirstStartActs(
            find=office.find_communes,
            has_programme=_has_programme,
            create=self._create,
            make_sample=self._make_sample,
            confirm=partial(office.confirm_code, self._folder / composition.REGISTER),
            begin=begin,
            broke=self._broke,
        )

    def _create(self, wish: Wish) -> str:
        from vnpresence_desktop.work import office

        declared = office.declare(wish.commune, wish.preset, wish.signer, wish.title, wish.hamlets)
        with composition.new_desk(self._folder) as (desk, code):
            office.set_up(desk, declared)
        return code

    def _make_sample(self) -> None:
        composition.make_sample(self._folder / composition.SAMPLE_FOLDER)


def _today(desk: Desk) -> date:
    return desk.today


def _office(desk: Desk) -> tuple[Office, Commune]:
    from vnpresence_desktop.work.desk import communes

    kept = desk.office()
    return kept, communes()[kept.commune]


def _has_programme(commune: Commune) -> bool:
    from vnpresence_desktop.work.desk import programmes

    return commune.province_code in programmes()


def _open_folder(folder: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
