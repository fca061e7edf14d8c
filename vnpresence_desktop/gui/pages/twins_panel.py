"""Who a candidate may be already: the records that agree with what is typed, and the way to each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.gui.pages.verdict_panel import Block
from vnpresence_desktop.gui.parts import button, label
from vnpresence_desktop.work.candidates import Twin
from vnpresence_desktop.work.texts import label as field_label


def agreement(twin: Twin) -> str:
    """What agrees, e.g. "Cùng số định danh cá nhân; số điện thoại"."""
    return f"Cùng {'; '.join(field_label(name) for name in twin.fields)}"


class TwinsPanel(Block):
    """Hidden while nobody agrees. ``wanted(str)``: open the record of this id."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._twins: tuple[Twin, ...] = ()
        self._list: QWidget | None = None
        self.hide()

    def show_twins(self, twins: Sequence[Twin]) -> None:
        """Show these; the same ones again change nothing, so that the keyboard stays where it is."""
        if tuple(twins) == self._twins:
            return
        self._twins = tuple(twins)
        if self._list:
            self.body.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self._list = self._made()
        self.body.addWidget(self._list)
        self.say("warning", f"Có thể trùng ({len(twins)})", ["Xem hồ sơ đã có trước khi lưu thêm."])
        self.setVisible(bool(twins))

    def _made(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for twin in self._twins:
            column.addWidget(label(twin.record.name, "label", wrap=True))
            column.addWidget(label(twin.record.hamlet, "muted", wrap=True))
            column.addWidget(label(agreement(twin), wrap=True))
            opening = button("Mở hồ sơ", partial(self.wanted.emit, twin.record.id), kind="link")
            opening.setAccessibleName(f"Mở hồ sơ {twin.record.name}")
            column.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeft)
        return made
