"""The card "Hỗ trợ đã nhận": what help a candidate got, the latest first, and a way to record more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.parts import Card, button, label, reveal
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.support import SupportLine
from vnpresence_desktop.work.texts import say

_MOST = 4
_UNSAVED = "Lưu hồ sơ rồi ghi lượt hỗ trợ."


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportCardActs:
    """What the card is given to work with.

    Attributes:
        supports: help that a candidate got, newest first (`work.support.supports`); raises UserError.
        add: begins a record of help for the candidate of an id.
        open: opens the record of help of an id.
    """

    supports: Callable[[str], Sequence[SupportLine]]
    add: Callable[[str], object]
    open: Callable[[str], object]


class SupportCard(Card):
    """For the panel beside a candidate's form; `show_for` whenever a record is opened or the page is shown again."""

    def __init__(self, acts: SupportCardActs) -> None:
        super().__init__("Hỗ trợ đã nhận", "life-buoy")
        self._acts, self._candidate = acts, ""
        self.told, self.line = label("", "muted", wrap=True), MessageLine()
        self.add = button("Ghi thêm", lambda: acts.add(self._candidate), "plus")
        self.add.setAccessibleName("Ghi thêm lượt hỗ trợ cho hồ sơ này")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._content: QWidget | None = None
        self.body.addWidget(self.told)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.line)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_for("")

    def show_for(self, candidate_id: str) -> None:
        """Show what help this candidate got; "" for one that is not saved yet."""
        self._candidate = candidate_id
        self.add.setEnabled(bool(candidate_id))
        self.add.setToolTip("" if candidate_id else _UNSAVED)
        try:
            found = self._acts.supports(candidate_id) if candidate_id else ()
            self._say("", "")
        except UserError as error:
            found = ()
            self._say("error", f"{error.title} {error.advice}")
        self._tell(found)
        self._list(found[:_MOST])

    def _say(self, level: str, text: str) -> None:
        self.line.say(level or "hint", text)
        reveal(self.line, shown=bool(text))

    def _tell(self, found: Sequence[SupportLine]) -> None:
        none = "Chưa có lượt nào." if self._candidate else _UNSAVED
        earlier = f"Có {number(len(found))} lượt; {_MOST} lượt mới nhất:" if len(found) > _MOST else ""
        self.told.setText(earlier if found else none)
        reveal(self.told, shown=bool(self.told.text()))

    def _list(self, found: Sequence[SupportLine]) -> None:
        if self._content is not None:
            self._content.hide()
            self._lines.removeWidget(self._content)
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for one in found:
            column.addLayout(self._line(one))
        self._lines.addWidget(self._content)
        reveal(self._content, shown=bool(found))

    def _line(self, one: SupportLine) -> QHBoxLayout:
        given = one.support
        day, matter = show(given.date), say("matter", given.matter)
        opening = button(day, lambda: self._acts.open(given.id), kind="link")
        opening.setAccessibleName(f"Mở lượt hỗ trợ ngày {day}: {matter}")
        said = label(": ".join(filter(None, (capital(matter), given.result))), wrap=True)
        said.setToolTip(f"Người hỗ trợ: {given.helper}" if given.helper else "")
        opening.ensurePolished()
        edge = max(0, (opening.sizeHint().height() - opening.fontMetrics().height()) // 2)
        said.setContentsMargins(0, edge, 0, edge)  # its first line beside the button's words
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(opening, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(said, 1)
        return line
