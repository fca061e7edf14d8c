"""Which period is reported, its days, and what is still missing, each with a button that goes there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.pages.period_box import PeriodBox
from vnpresence_desktop.gui.parts import Card, button, label
from vnpresence_desktop.work.preparing import Gap, Missing
from vnpresence_desktop.work.texts import say


def words_of(gap: Gap) -> tuple[str, str]:
    """What is missing, and what its button says."""
    shown, count = ", ".join(gap.names), len(gap.names)
    return {
        Missing.SIGNER: ("Hôm nay chưa có người ký báo cáo: chưa xuất được", "Khai báo"),
        Missing.SECTION: (f"Chưa viết mục {shown.partition('.')[0]}", "Viết"),
        Missing.BASE: (f"Chưa có số liệu nền: {', '.join(say('kind', kind) for kind in gap.ids)}", "Ghi"),
        Missing.TASK: (f"{count} nhiệm vụ chưa có kết quả trong kỳ: {shown}", "Ghi kết quả"),
        Missing.SESSION: (f"{count} buổi tuyên truyền chưa ghi số người dự", "Mở"),
    }[gap.what]


class PeriodCard(Card):
    """The choice of the period (``box``) and what it lacks. Signal ``wanted(Gap)``: what the user goes to mend."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Kỳ báo cáo", "calendar")
        self.box, self.days = PeriodBox(), label("", "muted", wrap=True)
        self.gaps: list[Gap] = []
        self.buttons: list[QPushButton] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._content: QWidget | None = None
        self.body.addWidget(self.box)
        self.body.addWidget(self.days)
        self.body.addLayout(self._lines)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Say which days the period chosen has and what it lacks."""
        self.days.setText(self.box.days)
        if self._content is not None and list(gaps) == self.gaps:
            return
        if self._content is not None:
            self._content.hide()
            self._lines.removeWidget(self._content)
            self._content.deleteLater()
        self.gaps, self.buttons, self._content = list(gaps), [], QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for gap in gaps:
            column.addLayout(self._line(gap))
        if not gaps:
            column.addLayout(_said("circle-check", "ok", "Đã đủ nội dung để xuất báo cáo."))
        self._lines.addWidget(self._content)

    def _line(self, gap: Gap) -> QHBoxLayout:
        text, act = words_of(gap)
        colour = "error" if gap.what is Missing.SIGNER else "warning"
        line = _said("triangle-alert", colour, text)
        made = button(act, self._going(gap), kind="link")
        made.setAccessibleName(f"{act}: {text}")
        self.buttons.append(made)
        line.addWidget(made)
        return line

    def _going(self, gap: Gap) -> Callable[[], None]:
        return lambda: self.wanted.emit(gap)


def _said(icon: str, colour: str, text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(Picture(icon, colour))
    line.addWidget(label(text, wrap=True), 1)
    return line
