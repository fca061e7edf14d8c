"""The window's composition: application, look, single instance, store, pages; nothing here is reached from elsewhere."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from vnpresence_desktop import app as composition
from vnpresence_desktop.app.pages import Pages
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.instance import Instance
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.gui.shell import Shell
from vnpresence_desktop.gui.theme import FUSION
from vnpresence_desktop.gui.vietnamese import speak_vietnamese

if TYPE_CHECKING:
    from vnpresence_desktop.work.desk import Desk

_DAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_FIRST_PAGE = "household"
_BUG = 70
_SOON = 200
"""Milliseconds after which what the first page can do without is done."""


def open_window(folder: Path, files: Sequence[str] = ()) -> int:
    """Open the window on a data folder and stay until it is closed.

    Args:
        folder: where the register lies or will lie.
        files: handed over from the command line, e.g. signed files to verify.

    Returns:
        Exit code: 0, or 70 after a bug of ours.
    """
    application = QApplication.instance() or QApplication([*sys.argv[:1], *FUSION])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    application.setApplicationName("VN Presence")
    application.setDesktopFileName("vnpresence")
    speak_vietnamese(application)
    folder.mkdir(parents=True, exist_ok=True)
    instance = Instance(folder)
    if not instance.claim(files):
        return 0
    window = Window(application, folder)
    instance.called.connect(window.called)
    window.show(then=instance.listen)
    application.exec()
    window.shut_down()
    instance.release()
    return window.code


class Window:
    """One running window: what is open, and what closes it.

    Attributes:
        shell: the window itself; the program ends when it is closed.
        pages: see there.
        code: exit code of the program.
    """

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application, self._folder, self.code = application, folder, 0
        self._open = ExitStack()
        self._jobs = Jobs()
        self.pages = Pages(folder, self._jobs, self.broke)
        self.shell = Shell(self.pages.entries(), Preferences(composition.pc_folder() / "cua-so.ini"), application)
        self.pages.go_to = self.shell.open_page
        self._then: Callable[[], object] | None = None
        self.shell.when_painted(self._begin)
        self.shell.closed.connect(self.shut_down)
        sys.excepthook = self.uncaught

    def show(self, then: Callable[[], object] | None = None) -> None:
        """Show the window; the store is opened after the first painting, and ``then`` is done when there is time."""
        self._then = then
        self.shell.show()

    def called(self, files: list[str]) -> None:
        """A second start of the program: come to the front, take its files."""
        self.shell.raise_up()
        if files and self.pages.is_open:
            self.pages.verify([Path(file) for file in files])

    # -- opening

    def _begin(self) -> None:
        if self._then:
            self._soon(self._then)
        if (self._folder / composition.REGISTER).exists():
            self._told(lambda: self._open_register(self._folder))
        else:
            self._first_start()
        gc.enable()  # rests since `__main__`

    def _first_start(self) -> None:
        from vnpresence_desktop.gui.pages.first_start import FirstStart

        self.shell.show_alone(FirstStart(self.pages.first_start(self._started), self._jobs))

    def _started(self, sample: bool) -> None:  # noqa: FBT001 - the page's own signal
        folder = self._folder / composition.SAMPLE_FOLDER if sample else self._folder
        self._told(lambda: self._open_register(folder))

    def _open_register(self, folder: Path) -> None:
        from vnpresence_desktop.app.paper_code import PaperCode
        from vnpresence_desktop.work.desk import commune
        from vnpresence_desktop.work.free_period import known_today
        from vnpresence_desktop.work.office import is_declared

        desk = self._open.enter_context(composition.open_desk(folder))
        if not is_declared(desk):
            self._open.close()
            self._first_start()
            return
        office = desk.office()
        self.pages.open(desk)
        here = commune(office.commune)
        place, mark = f"{here.name}, {here.province}", " (DỮ LIỆU MẪU)" if office.sample else ""
        self.shell.set_office(f"{place}{mark}", _day_words(desk.today))
        self.shell.set_period(*known_today(desk))

        def work() -> None:
            self.shell.ready(_FIRST_PAGE)
            self.shell.say(f"Sổ ở {folder}")
            self._soon(self._offer_undo)
            self._soon(lambda: self._add_aids(desk))
            self._soon(self._copy)

        # The day's copy is made last: it shall open by the code that is on paper then.
        paper = PaperCode(self.shell, self.pages, place)
        if self.pages.code_waits():
            paper.ask(then=work)
        else:
            work()

    def _offer_undo(self) -> None:
        """Ctrl+Z and Ctrl+Y, and the line that says what they did until another page is opened."""
        from vnpresence_desktop.gui.undo_keys import UndoKeys

        keys = UndoKeys(self.shell, self.shell.page, self.pages.history.undo_acts())
        self.shell.add_foot(keys.line)
        keys.changed.connect(self.shell.renew)
        self.shell.page_opened.connect(keys.line.hide)

    def _add_aids(self, desk: Desk) -> None:
        """F1, scanned cards, what was left unfinished; a recovery code that waits is to be reminded of first."""
        from vnpresence_desktop.app.aids import Reminder, add_aids
        from vnpresence_desktop.work.entry import unfinished

        add_aids(self.shell, self._application)
        if not self.pages.code_waits():
            Reminder(self.shell, lambda: unfinished(desk))

    def _copy(self) -> None:
        """The day's copy, beside what the officer does: a large register takes seconds."""
        job = self._jobs.start(lambda _: self.pages.daily_copy())
        job.done.connect(self._copied)
        job.failed.connect(lambda error: self._copied(f"{error.title} {error.advice}"))
        job.broke.connect(self.broke)

    def _copied(self, hindered: str) -> None:
        if hindered:
            self.shell.say(hindered)

    def _soon(self, act: Callable[[], object]) -> None:
        """Do it once the page is painted; no more when the window closes, which stops its timers."""
        timer = QTimer(self.shell)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        timer.timeout.connect(timer.deleteLater)
        timer.start(_SOON)

    def _told(self, act: Callable[[], object]) -> None:
        """Do what can fail before there is a page to say so; then the one dialog says it and the window closes."""
        try:
            act()
        except UserError as error:
            self.shell.show_fatal(error.title, error.advice)
            QTimer.singleShot(0, self.shell.close)

    # -- closing

    def shut_down(self) -> None:
        """Stop the jobs, close the register; harmless when done already."""
        self._jobs.shutdown()
        self._open.close()

    # -- bugs

    def broke(self, error: Exception) -> None:
        """A bug of ours: noted without data, said once, drafts kept, the window closed."""
        from vnpresence_desktop.work.mishaps import note_bug

        file = note_bug(error, self._folder, composition.now())
        sys.excepthook = sys.__excepthook__
        self.shell.show_fatal(
            "Chương trình gặp lỗi của chính nó và phải đóng lại.",
            "Những gì đã lưu vẫn còn nguyên; phần đang gõ được giữ ở bản nháp. "
            + (f"Hãy gửi tệp {file} cho người hỗ trợ." if file else "Hãy báo cho người hỗ trợ."),
        )
        self.code = _BUG
        self.shell.close()

    def uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What no page has told: a thing that a person can mend is said above the page, anything else is a bug of ours."""
        if isinstance(error, UserError):
            self.shell.remind(
                f"{error.title} {error.advice}", "Đã hiểu", lambda: self.shell.remind("", "", lambda: None)
            )
        elif isinstance(error, Exception):
            self.broke(error)
        else:
            sys.__excepthook__(kind, error, trace)


def _day_words(day: date) -> str:
    return f"{_DAYS[day.weekday()]}, {day:%d/%m/%Y}"
