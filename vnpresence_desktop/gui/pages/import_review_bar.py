"""The line over the grid: which rows are seen, and what can be done with all of them at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.gui.flow import Flow
from vnpresence_desktop.gui.pages.import_review_comparing import WAYS
from vnpresence_desktop.gui.pages.import_review_kinds import LEFT_OUT, Group, is_about_matches
from vnpresence_desktop.gui.pages.import_review_reason import ReasonAsk
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import Decisions, OnMatch

_KEYS = "F2 sửa ô · F8 chỗ cần xem kế tiếp · phím cách bỏ dòng"
_WIDE = 96
"""Letters from which on there is room for them."""
_EACH = (OnMatch.FILL, OnMatch.OVERWRITE, OnMatch.ADD)


class GroupBar(QWidget):
    """The line, and below it the buttons of the group that is seen.

    Signals:
        left_out(bool): leave all these rows out, or take them again.
        accepted(str): their warnings may stand for this reason; "" takes that back.
        matched(object): this `OnMatch` for all of them.
        undone(): take the last decision back.
    """

    left_out = Signal(bool)
    accepted = Signal(str)
    matched = Signal(object)
    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group: Group | None = None
        self._is_out, self._reason = False, ""
        self.title, self.keys = label("", "heading", wrap=True), label(_KEYS, "small")
        self.undo = button("Hoàn tác", self.undone.emit, "undo-2", "link")
        place = self.undo.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # the grid below does not jump
        self.undo.setSizePolicy(place)
        self.out = button("", self._turn)
        self.accept = button("", self._accept)
        self.ways = {way: self._way_button(way) for way in _EACH}
        self.ask = ReasonAsk("các dòng này")
        self.ask.given.connect(self._give)
        self.ask.left.connect(self._show_acts)
        self._acts = Flow()
        self._acts.hold([*self.ways.values(), self.out, self.accept, self.ask])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        head = row(self.title, self.keys, self.undo)
        head.setStretch(0, 1)
        whole.addLayout(head)
        whole.addWidget(self._acts)
        self.keys.hide()
        self.tell_undo("")

    def _way_button(self, way: OnMatch) -> QPushButton:
        words, tip = WAYS[way]
        made = button(words.replace("&", ""), partial(self.matched.emit, way))
        made.setToolTip(tip)
        return made

    def show_group(self, group: Group, decisions: Decisions) -> None:
        """Show what can be done with a group."""
        if self._group is None or self._group.key != group.key:
            self.ask.hide()
        self.keys.setText(_KEYS)
        self._group = group
        self._is_out = group.key in decisions.left_out_kinds or group.key == LEFT_OUT
        self._reason = decisions.accepted.get(group.key, "")
        self.title.setText(f"{group.title} · {number(len(group.rows))} dòng")
        self._show_acts()

    def _show_acts(self) -> None:
        group, asking = self._group, not self.ask.isHidden()
        if group is None:
            return
        matched = is_about_matches(group.key)
        wrong = group.severity in (Severity.ERROR, Severity.WARNING)
        may_leave = bool(group.rows) and (wrong or matched or group.key == LEFT_OUT)
        for way in self.ways.values():
            way.setVisible(matched and bool(group.rows) and not self._is_out and not asking)
        self.out.setText("Lấy lại các dòng này" if self._is_out else "Bỏ các dòng này")
        self.out.setVisible(may_leave and not asking)
        acceptable = group.severity is Severity.WARNING and not matched and not self._is_out
        self.accept.setText("Thôi chấp nhận" if self._reason else "Chấp nhận…")
        self.accept.setToolTip(self._reason or "Giữ nguyên những chỗ này, ghi lý do vào từng hồ sơ")
        self.accept.setVisible(acceptable and not asking)
        shown = asking or may_leave or acceptable
        self._acts.setVisible(shown)
        if self._reason:
            self.title.setText(f"{group.title} · {number(len(group.rows))} dòng, đã chấp nhận: {self._reason}")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The keys are told where there is room."""
        super().resizeEvent(event)
        self.keys.setVisible(self.width() > self.fontMetrics().averageCharWidth() * _WIDE)

    def tell(self, words: str) -> None:
        """Say something about the keys, until another group is seen."""
        self.keys.setText(words)

    def tell_undo(self, last: str) -> None:
        """What the last decision was; "" for none."""
        self.undo.setVisible(bool(last))
        self.undo.setText("Hoàn tác")
        self.undo.setToolTip(f"Hoàn tác: {last} (Ctrl+Z)")
        self.undo.setAccessibleName(f"Hoàn tác: {last}")

    def _turn(self) -> None:
        self.left_out.emit(not self._is_out)

    def _accept(self) -> None:
        if self._reason:
            self.accepted.emit("")
        else:
            self.ask.ask()
            self._show_acts()

    def _give(self, reason: str) -> None:
        self._show_acts()
        self.accepted.emit(reason)
