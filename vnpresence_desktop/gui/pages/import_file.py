"""Which file, and what its rows are: chosen, or dropped on the page; its password where it has one."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.gui.pages.file_pick import FilePick
from vnpresence_desktop.gui.pages.import_password import PasswordLine
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.gui.parts import button, label, mark, reveal
from vnpresence_desktop.gui.tokens import colour

TITLES = {Kind.HOUSEHOLD: "Hộ kinh doanh", Kind.ENTERPRISE: "Doanh nghiệp", Kind.CITIZEN: "Công dân, thanh niên"}
_HINT = "Hoặc kéo thả tệp Excel, .ods, .csv vào trang này."
_LETTERS = 12
"""How narrow the name of a file may get."""


class FileName(QLabel):
    """A file's name in one line; what does not fit is left out in its middle, the tip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "label")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Some letters."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """What fits."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        self.setToolTip(self.text())
        painter.setPen(colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class FileCard(FilePick):
    """The card; `title` and `close_file` stand in the page's own title line.

    Signals:
        turned(object): the rows are said to be of this `Kind`.
        closed(): the officer wants the file no more.
    """

    turned = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        self.kinds = QComboBox()
        for kind in CANDIDATES:
            self.kinds.addItem(TITLES[kind], kind)
        self.kinds.setAccessibleName("Danh sách gồm")
        QuietWheel(self.kinds)
        super().__init__(label("Danh sách gồm", "label", buddy=self.kinds), self.kinds)
        self.close_file = button("Đóng tệp", self.closed.emit, "x", "link")
        self.title = FileName()
        self.password = PasswordLine()
        self.body.addWidget(self.password)
        self.kinds.activated.connect(lambda: self.turned.emit(self.kind))
        self.forget()

    @property
    def kind(self) -> Kind:
        """What the rows are said to be."""
        return Kind(self.kinds.currentData())

    def be(self, kind: Kind) -> None:
        """The rows are of this kind."""
        self.kinds.setCurrentIndex(self.kinds.findData(kind))

    def forget(self) -> None:
        """No file."""
        self.path = None
        mark(self.name, "role", "muted")
        self.password.begin()
        self._show()

    def _tell(self) -> None:
        self.title.setText(self.path.name if self.path else "")
        self.password.begin()
        self._show()
        super()._tell()

    def _show(self) -> None:
        """The file's name instead of what can be done without one."""
        self.name.setText("" if self.path else _HINT)
        for part in (self.title, self.close_file):
            reveal(part, shown=self.path is not None)
