"""Which list is to be read: a file chosen, or dropped on the card."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from vnpresence_desktop.gui.parts import Card, button, label, mark, row

_ENDINGS = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv")


class FilePick(Card):
    """The card; ``line`` takes more widgets.

    Signals:
        chosen(): another file; `path` tells which.
    """

    chosen = Signal()

    def __init__(self, *before: QWidget) -> None:
        """Make it; ``before`` stands before the button."""
        super().__init__()
        self.path: Path | None = None
        self._folder = ""
        self.setAcceptDrops(True)
        self.open = button("Chọn tệp… (Ctrl+O)", self.ask, "folder-open")
        self.name = label("Chọn tệp, hoặc kéo thả tệp vào đây.", "muted", wrap=True)
        self.line = row(*before, self.open, self.name)
        self.line.setStretch(len(before) + 1, 1)
        self.body.addLayout(self.line)

    def ask(self) -> None:
        """Open the dialog for files; not while one is being taken in."""
        if not self.isEnabled():
            return
        dialog = QFileDialog(self, "Chọn danh sách", self._folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"Bảng tính ({' '.join(f'*.{ending}' for ending in _ENDINGS)})", "Mọi tệp (*)"])
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
