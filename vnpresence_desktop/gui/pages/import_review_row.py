"""The current row: what becomes of it, what is wrong with it in sentences beside what stood in the file, and who it may be."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from vnpresence_desktop.domain import originals
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.import_review_beside import Beside
from vnpresence_desktop.gui.pages.import_review_cells import ACCEPTED, FATES, Cells, fate_words
from vnpresence_desktop.gui.pages.import_review_kinds import MATCHED, acceptable, waits
from vnpresence_desktop.gui.pages.import_review_reason import ReasonAsk
from vnpresence_desktop.gui.parts import button, label, reveal, row, scrolling
from vnpresence_desktop.work.importing import Fate, Line
from vnpresence_desktop.work.texts import label as name_of
from vnpresence_desktop.work.texts import message

Told = tuple[str, str]
"""Level and sentence."""
_LINES = 9
"""Of text that can be seen at least."""
_WIDE = 90
"""Letters from which on what is wrong and who it may be stand side by side."""
_NARROW = 52
"""Below so many letters a heading would be squeezed beside the buttons."""


class RowCard(QFrame):
    """The card.

    Signals:
        turned(int): leave this row out, or take it again.
        accepted(int, str): its warnings may stand for this reason; "" takes that back.
    """

    turned = Signal(int)
    accepted = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.line: Line | None = None
        self._reason = ""
        self._picture = Picture("info", "muted")
        self.heading, self.fate = label("", "heading", wrap=True), label("", "muted", wrap=True)
        self.out = button("", self._turn)
        self.accept = button("", self._accept)
        self.ask = ReasonAsk("dòng này")
        self.ask.given.connect(self._give)
        self.ask.left.connect(lambda: self._asking(asked=False))
        self.beside = Beside()
        self._told = QWidget()
        self._lay_out()
        self.show_row(None, None)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 6, 12, 8)
        whole.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.fate)
        told = row(self._picture)
        told.addLayout(words, 1)
        told.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(told, 1)
        self._head.addLayout(row(None, self.accept, self.out))
        whole.addLayout(self._head)
        whole.addWidget(self.ask)
        content = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._both.setContentsMargins(0, 0, 4, 0)
        self._both.setSpacing(16)
        self._both.addWidget(self._told, 1)
        self._both.addWidget(self.beside, 2)
        self._area = scrolling(content)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        whole.addWidget(self._area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._measure()

    def _measure(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow the record that is there stands below the sentences, and what can be done below the heading."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        for line, least in ((self._both, _WIDE), (self._head, _NARROW)):
            line.setDirection(QBoxLayout.Direction.LeftToRight if letters > least else QBoxLayout.Direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_area"):
            self._measure()

    # -- what it shows

    def show_row(self, cells: Cells | None, line: Line | None) -> None:
        """Show a row; None for none."""
        self.line = line
        self._asking(asked=False)
        for part in (self._picture, self.fate, self.out, self._told):
            reveal(part, shown=line is not None)
        if cells is None or line is None:
            self.heading.setText("Chọn một dòng để xem.")
            self.accept.hide()
            self.beside.show_row(None, None)
            return
        self.heading.setText(f"Dòng {line.row}: {line.record.name}" if line.record.name else f"Dòng {line.row}")
        self._show_fate(cells, line)
        told = list(sentences(cells, line))
        self._tell(told if told or line.match else [("hint", "Không có gì cần xem.")])
        self.beside.show_row(cells, line)
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(" ".join(text for _, text in told))

    def _show_fate(self, cells: Cells, line: Line) -> None:
        word, picture, ink = FATES[line.fate]
        self._picture.show_icon(picture, ink)
        self.fate.setText(word if line.fate is Fate.LEFT_OUT else fate_words(line))
        self.fate.setToolTip(fate_words(line))
        decisions = cells.said.decisions
        out = line.fate is Fate.LEFT_OUT or line.row in decisions.left_out
        self.out.setText("Lấy lại dòng này" if out else "Bỏ dòng này")
        self.out.setToolTip(f"{self.out.text()} (phím cách ở lưới)")
        self._reason = decisions.accepted_rows.get(line.row, "")
        may = any(acceptable(item) and waits(line, item, decisions) for item in line.problems)
        self.accept.setText("Thôi chấp nhận" if self._reason else "Chấp nhận…")
        self.accept.setToolTip(self._reason or "Ghi lý do và giữ nguyên những chỗ còn cảnh báo của dòng này")
        reveal(self.accept, shown=may or bool(self._reason))

    def _tell(self, told: Sequence[Told]) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for level, text in told:
            line = MessageLine()
            line.say(level, text)
            column.addWidget(line)
        column.addStretch(1)
        stretch = self._both.stretch(0)
        self._both.replaceWidget(self._told, content)
        self._both.setStretch(0, stretch)
        self._told.hide()
        self._told.deleteLater()
        self._told = content
        content.setVisible(bool(told))
        self._area.verticalScrollBar().setValue(0)

    def texts(self) -> list[str]:
        """The sentences as shown."""
        return [line.text for line in self._told.findChildren(MessageLine)]

    # -- what it does

    def _turn(self) -> None:
        if self.line:
            self.turned.emit(self.line.row)

    def _accept(self) -> None:
        if self._reason:
            self._give("")
        else:
            self._asking(asked=True)

    def _asking(self, *, asked: bool) -> None:
        for part in (self.accept, self.out):
            reveal(part, shown=not asked)
        if asked:
            self.ask.ask()
        elif not self.ask.isHidden():
            self.ask.hide()

    def _give(self, reason: str) -> None:
        self._asking(asked=False)
        if self.line:
            self.accepted.emit(self.line.row, reason)


def sentences(cells: Cells, line: Line) -> Iterator[Told]:
    """What is to be said of a row: the weightiest first, each with what stood in the file."""
    ordered = sorted(line.problems, key=lambda item: tuple(Severity).index(item.severity))
    for item in ordered:
        if item.code in MATCHED or item.code == "same_row":
            continue  # stands beside the record that is there
        text, original = message(item), cells.original(line, item.field) if item.field else ""
        known = not original or original in text or original == cells.value(line.record, item.field)
        yield cells.weight(line, item), text if known else f"{text} Trong tệp: “{original}”."
    told = {item.field for item in line.problems}
    changed = {*cells.said.choices.edits.get(line.row, {}), *originals.read(line.record.originals)} - told
    for field in sorted(changed):
        original, verb = cells.original(line, field), "" if cells.typed(line, field) is None else "đã sửa; "
        stood = f"ghi “{original}”" if original else "để trống"
        yield "hint", f"{capital(name_of(field))} {verb}trong tệp {stood}."
    reasons = {cells.said.decisions.accepted.get((item.field, item.code), "") for item in line.problems}
    reasons.add(cells.said.decisions.accepted_rows.get(line.row, ""))
    for reason in sorted(reasons - {""}):
        yield ACCEPTED, f"Đã chấp nhận: {reason}."
