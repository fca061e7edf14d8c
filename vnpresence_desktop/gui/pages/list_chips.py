"""The row under the search box: what opens the panels, and what the list is narrowed by, each to be taken off."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from vnpresence_desktop.gui.flow import Flow
from vnpresence_desktop.gui.pages.list_narrowing import Narrowing
from vnpresence_desktop.gui.parts import button, reveal
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.list_filters import Part, words


class Chips(Flow):
    """Buttons and chips; it breaks its line where the window is narrow."""

    def __init__(self, narrowing: Narrowing, *openers: QWidget) -> None:
        super().__init__()
        self._narrowing, self._openers = narrowing, openers
        self.chips: list[QPushButton] = []
        self.clear = button("Xóa lọc", self._clear, "", "link")
        self.clear.setToolTip("Bỏ mọi điều kiện lọc, xem cả danh sách")
        narrowing.changed.connect(self.show_choices)
        narrowing.counted.connect(self.show_choices)
        self.show_choices()

    def show_choices(self) -> None:
        """Show what the list is narrowed by now; the keyboard stays at its place in the row."""
        at = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [*self._given(), *map(self._chip, self._narrowing.parts)]
        self.hold([*self._openers, *self.chips, self.clear])
        reveal(self.clear, shown=self._narrowing.narrow)
        if at is not None and self.chips:
            self.chips[min(at, len(self.chips) - 1)].setFocus()

    def _given(self) -> list[QPushButton]:
        given = self._narrowing.given
        if given is None:
            return []
        return [_made(f"Từ báo cáo: {given.title}", len(given.ids), self._narrowing.close_given)]

    def _chip(self, part: Part) -> QPushButton:
        census = self._narrowing.census
        count = census.counts.get(part, 0) if census and part.group != "since" else None
        return _made(words(self._narrowing.kind, part), count, lambda: self._narrowing.drop(part))

    def _clear(self) -> None:
        self._narrowing.clear()


def _made(text: str, count: int | None, act: Callable[[], object]) -> QPushButton:
    counted = text if count is None else f"{text} ({number(count)})"
    made = button(f"{counted}  ×", act, "", "chip")
    made.setAccessibleName(f"Bỏ lọc: {counted}")
    made.setToolTip("Bỏ điều kiện này")
    return made
