"""The choice of a reporting period."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.quiet_wheel import QuietWheel
from vnpresence_desktop.work.preparing import Offered


class PeriodBox(QComboBox):
    """Signal ``chosen(str)``: id of the period that was chosen by hand."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kỳ báo cáo")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        QuietWheel(self)
        self._periods: Sequence[Offered] = ()
        self.activated.connect(lambda _: self.chosen.emit(self.period))

    @property
    def period(self) -> str:
        """Id of the period shown; "" where there is none."""
        return str(self.currentData() or "")

    @property
    def offered(self) -> Offered | None:
        """The period shown; None where there is none."""
        return next((one for one in self._periods if one.id == self.period), None)

    @property
    def days(self) -> str:
        """The days of the period shown, in words."""
        one = self.offered
        return f"Số liệu từ {one.first:%d/%m/%Y} đến hết {one.last:%d/%m/%Y}" if one else ""

    def offer(self, periods: Sequence[Offered]) -> None:
        """Offer these; what was chosen stays, else the one that is usual today."""
        before = self.period or next((one.id for one in periods if one.usual), "")
        self._periods = tuple(periods)
        self.clear()
        for one in periods:
            self.addItem(capital(one.title), one.id)
        self.put(before)

    def put(self, period: str) -> None:
        """Show a period, the first one where it is not offered; `chosen` stays silent."""
        self.setCurrentIndex(max(0, self.findData(period)))


def holding(periods: Sequence[Offered], day: date | None) -> Offered | None:
    """The period that reports a day: the shortest, a quarter before a year of the same days; None where there is none."""
    found = [one for one in periods if day and one.first <= day <= one.last]
    return min(reversed(found), key=lambda one: one.last - one.first, default=None)
