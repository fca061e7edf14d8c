"""A row beside the record that it may be, field by field, and what is to become of it: four ways, for it or for all such rows."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.gui.flow import Flow
from vnpresence_desktop.gui.pages.import_review_cells import Cells
from vnpresence_desktop.gui.pages.import_review_comparing import (
    SAME,
    WAYS,
    Compared,
    becomes,
    compared,
    heading,
    way_of,
)
from vnpresence_desktop.gui.parts import button, label
from vnpresence_desktop.work.importing import Line, OnMatch


class Beside(QWidget):
    """Hidden where a row is nobody's that is known.

    Signals:
        chosen(object): this `OnMatch` for the row.
        chosen_for_all(object): for all such rows.
    """

    chosen = Signal(object)
    chosen_for_all = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "label", wrap=True)
        self._group = QButtonGroup(self)
        self.ways = {way: self._way_button(way) for way in WAYS}
        self.every = button("", self._choose_every, kind="link")
        self._way: OnMatch | None = None
        self._table, self._same = QWidget(), label("", "small", wrap=True)
        acts = Flow(spacing=4)
        acts.hold([*self.ways.values(), self.every])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self.heading, acts, self._table, self._same):
            self._column.addWidget(part)
        self._column.addStretch(1)

    def _way_button(self, way: OnMatch) -> QPushButton:
        words, tip = WAYS[way]
        made = button(words, partial(self._choose, way), kind="segment")
        made.setCheckable(True)
        made.setProperty("end", "alone")
        made.setToolTip(f"{tip} (Alt+{words[words.index('&') + 1].upper()})")
        made.setAccessibleDescription(tip)
        self._group.addButton(made)
        return made

    def show_row(self, cells: Cells | None, line: Line | None) -> None:
        """Show a row's match."""
        if cells is None or line is None or line.match is None:
            self.hide()
            return
        decisions = cells.said.decisions
        self._way = way_of(line, decisions.on_match, decisions.on_every_match)
        self._mark(self._way)
        self.heading.setText(heading(line.match))
        rows = compared(cells.outlook, line)
        self._replace(_table([one for one in rows if one.verdict != SAME], self._way))
        same = [one.title for one in rows if one.verdict == SAME]
        self._same.setText(f"Giống nhau: {', '.join(same)}." if same else "")
        self._same.setVisible(bool(same))
        self.show()

    def _replace(self, table: QWidget) -> None:
        self._column.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table

    def offer_every(self, count: int) -> None:
        """There are so many rows of this sort."""
        self.every.setText(f"Làm vậy với cả {count} dòng như thế")
        self.every.setVisible(count > 1 and self._way is not None)

    def _mark(self, way: OnMatch | None) -> None:
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for one, made in self.ways.items():
                made.setChecked(one is way)
            self._group.setExclusive(True)

    def _choose(self, way: OnMatch) -> None:
        self._mark(way)
        self.chosen.emit(way)

    def _choose_every(self) -> None:
        if self._way:
            self.chosen_for_all.emit(self._way)


def _table(rows: list[Compared], way: OnMatch | None) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(1)
    for column, words in enumerate(("", "Trong danh sách", "Đang có", "") if rows else ()):
        grid.addWidget(label(words, "small"), 0, column)
        grid.setColumnStretch(column, (0, 3, 3, 2)[column])
    for place, one in enumerate(rows, 1):
        told = becomes(one, way or OnMatch.ADD)
        for column, words in enumerate((one.title, one.listed, one.kept or "(trống)", told)):
            quiet = column in (0, 3) or (column == 2 and not one.kept)
            part = label(words, "muted" if quiet else "", wrap=column > 0)
            grid.addWidget(part, place, column, Qt.AlignmentFlag.AlignTop)
    return made
