"""Paste a list of names or numbers, one candidate a line, and tick whom it names."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.outreach import Matched

_NAMED = 6
"""Lines that are named in the message; of more only the number."""


class PasteBox(QWidget):
    """The place to paste into.

    Signals:
        matched(list): ids of the candidates found.
    """

    matched = Signal(object)

    def __init__(self, match: Callable[[str], Matched]) -> None:
        super().__init__()
        self._match = match
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setPlaceholderText("Mỗi dòng một người: số định danh, mã số thuế, điện thoại hoặc họ tên")
        self.lines.setAccessibleName("Danh sách dán vào, mỗi dòng một người")
        self.search = button("Tìm và chọn", self._find, "search")
        self.message = MessageLine()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(label("Danh sách dán từ Excel, Word", "label"))
        whole.addWidget(self.lines, 1)
        line = row(self.message, self.search)
        line.setStretch(0, 1)
        whole.addLayout(line)

    def begin(self) -> None:
        """Empty it."""
        self.lines.clear()
        self.message.say("hint", "")

    def _find(self) -> None:
        try:
            matched = self._match(self.lines.toPlainText())
        except UserError as error:
            self.message.say("error", f"{error.title} {error.advice}")
            return
        self.matched.emit(matched.found)
        self.lines.setPlainText("\n".join((*matched.unclear, *matched.unknown)))
        self.message.say(*_told(matched))


def _told(matched: Matched) -> tuple[str, str]:
    parts = [f"Đã chọn {number(len(matched.found))} người."] if matched.found else []
    if matched.unclear:
        parts.append(f"Trùng tên, hãy tìm và chọn tay: {_listed(matched.unclear)}.")
    if matched.unknown:
        parts.append(f"Chưa có trong sổ: {_listed(matched.unknown)}.")
    if not parts:
        return "hint", "Hãy dán danh sách vào ô trên."
    return "warning" if matched.unclear or matched.unknown else "ok", " ".join(parts)


def _listed(lines: Sequence[str]) -> str:
    more = len(lines) - _NAMED
    return ", ".join(lines[:_NAMED]) + (f" và {number(more)} dòng nữa" if more > 0 else "")
