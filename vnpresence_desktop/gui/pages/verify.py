"""Whether signed files hold: drop them here, or choose them, and read the verdict of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.parts import Card, button, into_sight, label, row
from vnpresence_desktop.gui.resting import Rest
from vnpresence_desktop.gui.tokens import colour
from vnpresence_desktop.work.exporting import Checked

_LEVEL = {"valid": "ok", "untrusted": "warning", "missing_signature": "warning", "unsigned": "info"}


@dataclass(frozen=True, slots=True)
class VerifyActs:
    """What the card needs.

    Attributes:
        check: files → what is said of each, in order; called in a job's thread, raises UserError.
        broke: a bug in a job, to be logged and told by app.py.
    """

    check: Callable[[Sequence[Path]], Sequence[Checked]]
    broke: Callable[[Exception], object]


class DropZone(QFrame):
    """Takes files that are dragged onto it, or chosen. Signal ``dropped(list[Path])``."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._over = False
        words = label("Kéo tệp PDF, Excel đã ký thả vào đây", "label", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button("Chọn tệp…", self._choose, "folder-open")
        self.choose.setAccessibleDescription("Chọn tệp PDF, Excel đã ký để kiểm tra")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(Picture("shield-check", "primary", 1.8), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, "Chọn tệp đã ký", "", "Tệp PDF, Excel (*.pdf *.xlsx);;Mọi tệp (*)"
        )
        if names:
            self.dropped.emit([Path(name) for name in names])

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files of this machine are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """They were carried on."""
        self._hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take them."""
        self._hover(over=False)
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A dashed edge, filled while files hover over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("primary" if self._over else "edge"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(colour("primary_soft" if self._over else "raised"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)
        painter.end()


class Verdicts(QWidget):
    """What is said of some files, one notice each."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.notices: list[Notice] = []

    def show_all(self, checked: Sequence[Checked]) -> None:
        """Show these instead of what stood here."""
        for old in self.notices:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        self.notices = [Notice() for _ in checked]
        for notice, one in zip(self.notices, checked, strict=True):
            self._column.addWidget(notice)
            notice.say(_LEVEL.get(one.verdict, "error"), f"{one.word}: {one.file}", _explained(one))


def _explained(one: Checked) -> str:
    lines = [f"Người ký: {who.name}, lúc {who.time}\nDấu vân tay: {who.fingerprint}" for who in one.signers]
    return "\n".join([*one.reasons, *lines])


class VerifyCard(Card):
    """The drop zone and the verdicts below it."""

    def __init__(self, acts: VerifyActs, jobs: Jobs) -> None:
        super().__init__("Kiểm tra tệp đã ký", "shield-check")
        self._acts, self._jobs = acts, jobs
        self.zone, self.notice, self.verdicts = DropZone(), Notice(), Verdicts()
        self._busy = label("", "muted")
        self._busy.hide()
        self._resting = Rest(self.zone)
        for widget in (self.zone, self.notice, self.verdicts):
            self.body.addWidget(widget)
        self.body.addLayout(row(self._busy, None))
        self.zone.dropped.connect(self.check)

    def check(self, files: Sequence[Path]) -> None:
        """Check these files in the background and show what is said of each."""
        self.notice.clear()
        self.verdicts.show_all(())  # what was said of other files is not left beside a failure
        self._busy.setText(f"Đang kiểm tra {len(files)} tệp…")
        self._busy.show()
        self._resting.begin("Đang kiểm tra")
        wanted = list(files)
        job = self._jobs.start(lambda _: self._acts.check(wanted))
        job.done.connect(self._show)
        job.failed.connect(self.notice.show_error)
        job.broke.connect(self._acts.broke)
        job.ended.connect(self._rest)

    def _show(self, checked: Sequence[Checked]) -> None:
        """The verdicts; the first one is seen where the card stands at the end of a page."""
        self.verdicts.show_all(checked)
        for notice in self.verdicts.notices[:1]:
            into_sight(notice)

    def _rest(self) -> None:
        self._busy.hide()
        self._resting.end()
