"""Which file, and what its rows are: chosen, or dropped on the card."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout

from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.gui.parts import Card, button, label, mark, row

_TITLES = {Kind.HOUSEHOLD: "Hộ kinh doanh", Kind.ENTERPRISE: "Doanh nghiệp", Kind.CITIZEN: "Công dân, thanh niên"}
ENDINGS = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv")


class FileCard(Card):
    """The card.

    Signals:
        chosen(): another file or kind; `path` and `kind` tell them.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self._folder = ""
        self.setAcceptDrops(True)
        self.kinds = QComboBox()
        for kind in CANDIDATES:
            self.kinds.addItem(_TITLES[kind], kind)
        self.kinds.setAccessibleName("Danh sách gồm")
        self.kinds.currentIndexChanged.connect(self._tell)
        self.open = button("Chọn tệp… (Ctrl+O)", self.ask, "folder-open")
        self.name = label("Chọn tệp, hoặc kéo thả tệp vào đây.", "muted", wrap=True)
        self.body.addLayout(self._line())

    def _line(self) -> QHBoxLayout:
        kinds = label("Danh sách gồm", "label")
        kinds.setBuddy(self.kinds)
        line = row(kinds, self.kinds, self.open, self.name)
        line.setStretch(3, 1)
        return line

    @property
    def kind(self) -> Kind:
        """What the rows are said to be."""
        return Kind(self.kinds.currentData())

    def ask(self) -> None:
        """Open the dialog for files; not while one is being taken in."""
        if not self.isEnabled():
            return
        dialog = QFileDialog(self, "Chọn danh sách", self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"Bảng tính ({' '.join(f'*.{ending}' for ending in ENDINGS)})", "Mọi tệp (*)"])
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.open()

    def take(self, path: Path) -> None:
        """This file."""
        self.path, self._folder = path, str(path.parent)
        self.name.setText(path.name)
        mark(self.name, "role", "label")
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """One file may be dropped."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take the file."""
        if path := _dropped(event):
            event.acceptProposedAction()
            self.take(path)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
