"""A paper as it will look, drawn anew as it changes; enlarged, turned, printed."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.jobs import Job, Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.preview import PdfView, Renderer
from vnpresence_desktop.gui.printing import ask_printer, print_pdf

_QUIET = 600


class Drawing(Protocol):
    """What draws a paper."""

    @property
    def renderer(self) -> Renderer:
        """Draws pages of a PDF."""

    @property
    def draw(self) -> Callable[[str], bytes]:
        """The PDF of a period, or of whatever else names the paper, in a job; raises UserError."""

    @property
    def broke(self) -> Callable[[Exception], object]:
        """Told of a bug."""


class PreviewPanel(QWidget):
    """Its line of buttons and the pages. Signal ``ended()``: drawn, or found impossible."""

    ended = Signal()

    def __init__(self, acts: Drawing, jobs: Jobs, name: str = "Bản xem trước báo cáo") -> None:
        super().__init__()
        self._acts, self._jobs, self._period = acts, jobs, ""
        self._drawing: str | None = None
        self._again = self._stale = False
        self.view = PdfView(acts.renderer, name)
        self.notice, self._where, self._size = Notice(), label("Đang vẽ…", "muted"), label("", "muted")
        self.smaller, self.larger = button("−", lambda: self.view.zoom(-1)), button("+", lambda: self.view.zoom(1))
        self.fit = button("Vừa khung", lambda: self.view.zoom(0))
        self.print_button = button("In…", self._print, "printer")
        self.print_button.setEnabled(False)
        self.print_button.setToolTip("Đang vẽ")
        for one, name in ((self.smaller, "Thu nhỏ (−)"), (self.larger, "Phóng to (+)"), (self.fit, "Vừa khung (0)")):
            one.setAccessibleName(name)
            one.setToolTip(name)
        self._lay_out()
        self.view.turned.connect(self._turned)
        self.view.zoomed.connect(lambda percent: self._size.setText(f"{percent}%"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._draw)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(
            row(self._where, None, self._size, self.smaller, self.larger, self.fit, self.print_button, spacing=6)
        )
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)

    # -- drawing

    def show_period(self, period: str) -> None:
        """Draw the paper of this name (of a report: its period) now."""
        self._period = period
        self._timer.stop()
        self._draw()

    def refresh(self) -> None:
        """Something of the report has changed: draw it anew soon."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Out of sight nothing is drawn."""
        super().hideEvent(event)
        self._stale = self._stale or self._timer.isActive()
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What was not drawn out of sight is drawn now."""
        super().showEvent(event)
        if self._stale:
            self._draw()

    def _draw(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self._drawing is not None:
            self._again = True
            return
        period = self._drawing = self._period
        job = self._jobs.start(lambda _: self._acts.draw(period))
        job.done.connect(self._drawn)
        job.failed.connect(self._failed)
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._ended)

    def _drawn(self, pdf: bytes) -> None:
        if self._drawing == self._period:
            self.notice.clear()
            self.view.show_pdf(pdf)

    def _failed(self, error: UserError) -> None:
        self.view.show_pdf(b"")
        self.notice.say("warning", "Chưa xem trước được.", f"{error.title} {error.advice}")

    def _ended(self) -> None:
        self._drawing = None
        self.ended.emit()
        if self._again:
            self._again = False
            self._draw()

    def _turned(self, page: int, pages: int) -> None:
        self._where.setText(f"Trang {page}/{pages}" if pages else "Chưa có trang nào")
        self.print_button.setEnabled(pages > 0)
        self.print_button.setToolTip("" if pages else "Chưa có trang nào để in")

    # -- printing

    def _print(self) -> None:
        printer = ask_printer(self, self.view.pages)
        if printer:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> Job:
        """Print what is shown in the background; the result is told in place."""
        pdf, renderer = self.view.pdf, self._acts.renderer
        self.print_button.setEnabled(False)
        self.print_button.setToolTip("Đang in")
        job = self._jobs.start(lambda job: print_pdf(printer, renderer, pdf, job.report))
        job.done.connect(lambda pages: self.notice.say("ok", f"Đã gửi {pages} trang đến máy in."))
        job.failed.connect(self.notice.show_error)
        job.broke.connect(self._acts.broke)
        job.ended.connect(lambda: self._turned(self.view.page + 1, self.view.pages))
        return job
