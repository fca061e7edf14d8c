"""Which period is reported, its days, and what is still missing, each with a button that goes there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.gui.parts import Card, button, label
from vnpresence_desktop.work.preparing import Gap, Missing, Offered
from vnpresence_desktop.work.texts import say

_MOST_NAMES = 6


def words_of(gap: Gap) -> tuple[str, str]:
    """What is missing, and what its button says."""
    shown = ", ".join(gap.names[:_MOST_NAMES]) + ("…" if len(gap.names) > _MOST_NAMES else "")
    count = len(gap.names)
    return {
        Missing.SIGNER: ("Hôm nay chưa có người ký báo cáo: chưa xuất được", "Khai báo"),
        Missing.SECTION: (f"Chưa viết mục {shown.partition('.')[0]}", "Viết"),
        Missing.BASE: (f"Chưa có số liệu nền: {', '.join(say('kind', kind) for kind in gap.ids)}", "Ghi"),
        Missing.TASK: (f"{count} nhiệm vụ chưa có kết quả trong kỳ: {shown}", "Ghi kết quả"),
        Missing.SESSION: (f"{count} buổi tuyên truyền chưa ghi số người dự", "Mở"),
    }[gap.what]


class PeriodCard(Card):
    """Signals: ``chosen(str)`` id of the period that was chosen by hand; ``wanted(Gap)`` what the user goes to mend."""

    chosen = Signal(str)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Kỳ báo cáo", "calendar")
        self.box, self.days = QComboBox(), label("", "muted", wrap=True)
        self.box.setAccessibleName("Kỳ báo cáo")
        QuietWheel(self.box)
        self.gaps: list[Gap] = []
        self.buttons: list[QPushButton] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._content: QWidget | None = None
        self.body.addWidget(self.box)
        self.body.addWidget(self.days)
        self.body.addLayout(self._lines)
        self.box.activated.connect(lambda _: self.chosen.emit(self.period))

    @property
    def period(self) -> str:
        """Id of the period shown; "" where there is none."""
        return str(self.box.currentData() or "")

    def offer(self, periods: Sequence[Offered]) -> None:
        """Offer these; what was chosen stays, else the one that is usual today."""
        before = self.period or next((one.id for one in periods if one.usual), "")
        self.box.clear()
        for one in periods:
            self.box.addItem(one.title[:1].upper() + one.title[1:], one.id)
        self.box.setCurrentIndex(max(0, self.box.findData(before)))

    def show_gaps(self, period: Offered, gaps: Sequence[Gap]) -> None:
        """Say which days the period has and what it lacks."""
        self.days.setText(f"Số liệu từ {period.first:%d/%m/%Y} đến hết {period.last:%d/%m/%Y}")
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
        line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
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
