"""What helps on every page of an open register: the sheet of keys, the card scanner, the way back to what was left unfinished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vnpresence_desktop.gui.key_sheet import KeySheet
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.scanner import Scanner
from vnpresence_desktop.gui.scans import ScanLine, Scans

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from vnpresence_desktop.gui.shell import Shell
    from vnpresence_desktop.work.entry import Unfinished


def add_aids(shell: Shell, application: QApplication) -> None:
    """Once the first page is shown; they end with the window."""
    sheet = KeySheet(shell, shell.centralWidget() or shell, lambda: shell.entry)
    shell.page_opened.connect(sheet.refresh)
    line, scanner = ScanLine(), Scanner(application)
    shell.add_foot(line)
    Scans(scanner, line, shell.page, shell.open_page)
    shell.closed.connect(scanner.stop)


class Reminder(QObject):
    """Offers to go on with what was left unfinished, until a form is opened."""

    def __init__(self, shell: Shell, unfinished: Callable[[], Sequence[Unfinished]]) -> None:
        super().__init__(shell)
        self._shell, self._watched = shell, set[CandidatesPage]()
        # A new record of the first page is offered by its list already.
        waiting = [one for one in unfinished() if one.record_id or one.kind.value != shell.entry]
        if waiting:
            shell.page_opened.connect(self._watch)
            self._watch()
            shell.remind(_words(waiting[0], len(waiting) - 1), "Nhập tiếp", lambda: self._resume(waiting[0]))

    def _watch(self) -> None:
        page = self._shell.page()
        if isinstance(page, CandidatesPage) and page not in self._watched:
            self._watched.add(page)
            page.form_opened.connect(self._hide)

    def _hide(self) -> None:
        self._shell.remind("", "", self._shell.update)
        self._shell.page_opened.disconnect(self._watch)
        for page in self._watched:
            page.form_opened.disconnect(self._hide)
        self.deleteLater()

    def _resume(self, one: Unfinished) -> None:
        page = self._shell.open_page(one.kind.value)
        if isinstance(page, CandidatesPage):
            page.resume(one.record_id)


def _words(one: Unfinished, others: int) -> str:
    name = f" “{one.name}”" if one.name else ""
    told = f"{WORDS[one.kind].title}{name} đang nhập dở từ lần trước, được giữ trong bản nháp."
    return f"{told} Còn {others} hồ sơ khác cũng nhập dở." if others else told
