"""The two steps of looking at a list: its columns, and what is doubtful; one switch, also by Alt and a letter."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vnpresence_desktop.gui.parts import button

COLUMNS, REVIEW = 0, 1
_TITLES = ("&Cột", "&Rà soát")
_TIPS = ("Cột nào của tệp ghi vào ô nào (Alt+C)", "Những điều cần xem và mọi dòng như sẽ ghi vào sổ (Alt+R)")


class Steps(QWidget):
    """The switch.

    Signals:
        turned(int): to this step, by the officer.
    """

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[QPushButton] = []  # no group: Tab would leave out one of its buttons
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for place, title in enumerate(_TITLES):
            made = button(title, partial(self._turn, place), kind="segment")
            made.setProperty("end", ("left", "right")[place])
            made.setCheckable(True)
            made.setToolTip(_TIPS[place])
            self._buttons.append(made)
            line.addWidget(made)
        self.show_step(REVIEW)

    @property
    def step(self) -> int:
        """The one that is chosen."""
        return self._step

    def at(self, step: int) -> QPushButton:
        """Its button."""
        return self._buttons[step]

    def show_step(self, step: int) -> None:
        """This one is shown now."""
        self._step = step
        for place, made in enumerate(self._buttons):
            made.setChecked(place == step)

    def lack(self, count: int) -> None:
        """So many columns have still to be chosen."""
        lacking = f" · còn thiếu {count}" if count else ""
        self.at(COLUMNS).setText(f"{_TITLES[COLUMNS]}{lacking}")

    def _turn(self, place: int) -> None:
        self.show_step(place)
        self.turned.emit(place)
