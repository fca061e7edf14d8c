"""A line for a date: typed as offices write it, or picked from a calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from vnpresence_desktop.domain.dates import full, parse_date, show
from vnpresence_desktop.domain.text import clean
from vnpresence_desktop.gui.icons import dress
from vnpresence_desktop.gui.insets import LineButton
from vnpresence_desktop.gui.tokens import colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCalendarWidget

_SHIFT = re.compile(r"[+-]\d{1,3}", re.ASCII)


def read_day(text: str, today: date) -> str:
    """ISO text of what was typed: a date (see `parse_date`), "h" for today, "-3" for three days ago; else the text itself."""
    text = clean(text)
    if text.lower() == "h":
        return today.isoformat()
    if _SHIFT.fullmatch(text):
        return (today + timedelta(days=int(text))).isoformat()
    return parse_date(text) or text


class DateEdit(QLineEdit):
    """A line for a date. ``010203``, ``1/2/2003``, ``h`` (hôm nay), ``-3``; F4 or Alt+Down opens a calendar, Esc closes it.

    What was understood is written out (dd/mm/yyyy) on leaving; what was not is left as typed.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.setPlaceholderText("ngày/tháng/năm")
        LineButton(self, "calendar", "Mở lịch (F4)", self.open_calendar)
        self.editingFinished.connect(self.write_out)

    def iso(self) -> str:
        """ISO text, partial where the date is; the text itself where it is no date; "" where nothing stands."""
        return read_day(self.text(), self._today())

    def put(self, iso: str) -> None:
        """Show a stored date."""
        self.setText(show(iso))
        self.setCursorPosition(0)

    def write_out(self) -> None:
        """Show what was understood in full; the date stays the same, so nothing is told."""
        shown = show(self.iso())
        if shown != self.text():
            with QSignalBlocker(self):
                self.setText(shown)

    def open_calendar(self) -> None:
        """Open the calendar below the line; a click or Enter takes the day."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(menu, full(self.iso()) or self._today())

        def take(chosen: QDate) -> None:
            self.setText(show(f"{chosen.year():04d}-{chosen.month():02d}-{chosen.day():02d}"))
            menu.close()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """F4 and Alt+Down open the calendar."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)


def _calendar(parent: QWidget, day: date) -> QCalendarWidget:
    """A month with Monday first, every day in the same colour, large enough for the letters."""
    from PySide6.QtWidgets import QCalendarWidget  # its enums cost 2 ms of every start

    calendar = QCalendarWidget(parent)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setAccessibleName("Lịch")
    plain = QTextCharFormat()
    plain.setForeground(colour("text"))
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, plain)
    for name, picture in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        button = calendar.findChild(QToolButton, name)
        if button:
            dress(button, picture)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    metrics = calendar.fontMetrics()
    calendar.setMinimumSize(metrics.averageCharWidth() * 49, (metrics.height() + 8) * 8 + 24)
    return calendar
