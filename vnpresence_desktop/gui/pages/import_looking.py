"""The list that is open, looked at: its columns, or the repair screen, or which of its rows are heading and list."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vnpresence_desktop.gui.pages import import_words as words
from vnpresence_desktop.gui.pages.import_area import AreaCard
from vnpresence_desktop.gui.pages.import_at_hand import AtHand
from vnpresence_desktop.gui.pages.import_holder import Holder
from vnpresence_desktop.gui.pages.import_mapping import MappingCard
from vnpresence_desktop.gui.pages.import_place import PlaceLine
from vnpresence_desktop.gui.pages.import_review import Review
from vnpresence_desktop.gui.pages.import_sample import SampleCard
from vnpresence_desktop.gui.pages.import_steps import COLUMNS, REVIEW
from vnpresence_desktop.gui.parts import GAP, into_sight, scrolling
from vnpresence_desktop.work.importing import Area

_LINES = 15
"""Lines of text that the columns must have room for."""


_ROWS = 20
"""Lines of text that the rows of the file must have room for."""


class Looking(QWidget):
    """See the module's text.

    Signals:
        turned(): another part is shown, so Tab goes another way.
        begun(): another sheet or other rows are to be read.
        given_up(): nothing was found, and nothing was said.
    """

    turned = Signal()
    begun = Signal()
    given_up = Signal()

    def __init__(self, hand: AtHand, hamlets: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._hand, self._new = hand, True
        self.place, self.area = PlaceLine(), AreaCard()
        self.mapping, self.sample, self.review = MappingCard(), SampleCard(), Review(hamlets)
        self._stack, self._columns = QStackedWidget(), QWidget()
        self._steps = {COLUMNS: scrolling(self._columns), REVIEW: scrolling(self.review)}
        self._rows = scrolling(Holder(self.area))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(GAP)
        columns.addWidget(self.mapping, 9)
        columns.addWidget(self.sample, 11)
        for part in (*self._steps.values(), self._rows):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.place)
        whole.addWidget(self._stack, 1)
        self._keep_room()

    def _keep_room(self) -> None:
        """Where the window is low the columns scroll, rather than that their lists shrink to nothing."""
        self._columns.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.area.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROWS)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_columns"):
            self._keep_room()

    def _connect(self) -> None:
        self.place.edit.connect(self.edit_area)
        self.place.turned.connect(self._turn_sheet)
        self.place.steps.turned.connect(self.turn_step)
        self.mapping.corrected.connect(self._hand.correct)
        self.mapping.forgotten.connect(self._hand.forget_remembered)
        self.review.changed.connect(self._hand.change)
        self.area.chosen.connect(self._set_area)
        self.area.given_up.connect(self._leave_area)

    # -- what is shown

    def begin(self) -> None:
        """Another list is going to be seen."""
        self._new = True
        self.review.begin()

    def see(self) -> bool:
        """Show what was worked out; whether the list is another one than before."""
        seen = self._hand.shown
        if seen is None:
            return False
        new, self._new = self._new, False
        self.mapping.show_outlook(seen.outlook)
        self.sample.show_outlook(seen.outlook)
        self.review.show_outlook(seen.outlook, seen.choices, seen.decisions, seen.survey)
        lacking = words.lacking(seen.outlook)
        self.place.steps.lack(len(lacking))
        if new:
            self.turn_step(COLUMNS if lacking else REVIEW)
            self.mapping.begin()
            for step in self._steps.values():
                QTimer.singleShot(0, step, partial(step.verticalScrollBar().setValue, 0))
        elif self._stack.currentWidget() is not self._rows:
            self._show(self._stack.currentWidget())
        return new

    def turn_step(self, step: int) -> None:
        """Show the columns or the repair screen, and give it the keyboard."""
        self.place.steps.show_step(step)
        self._show(self._steps[step])
        self.turned.emit()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to what is shown."""
        shown = self._stack.currentWidget()
        if shown is self._rows:
            self.area.table.setFocus()
        elif shown is self._steps[COLUMNS]:
            self.mapping.first().setFocus()
        else:
            asked = [act for box in self.review.questions.boxes if box.question.must for act in box.acts]
            first = next(iter(asked), self.review.grid)
            QTimer.singleShot(0, first, first.setFocus)  # a question that has just been made is not seen yet

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Its parts in the order of Tab."""
        shown = self._stack.currentWidget()
        if shown is self._rows:
            return self.place, self.area
        return (self.place, *((self.mapping, self.sample) if shown is self._steps[COLUMNS] else self.review.stops))

    def _show(self, part: QWidget | None) -> None:
        if part:
            self._stack.setCurrentWidget(part)
        outlook = self._hand.shown.outlook if self._hand.shown else None
        if book := self._hand.book:
            rows = {one.name: one.rows for one in outlook.found.sheets} if outlook else {}
            self.place.show_book(book, outlook.found.sheet if outlook else "", rows)
        self.place.show_area(outlook.found.area if outlook else None, edited=part is self._rows)

    # -- sheet and rows

    def _turn_sheet(self, sheet: str) -> None:
        outlook = self._hand.shown.outlook if self._hand.shown else None
        if outlook and sheet in {one.name for one in outlook.found.sheets}:
            self._set_area(sheet, None)
        else:
            self._edit_sheet(sheet)

    def edit_area(self) -> None:
        """Let the officer say which rows are the heading and the list."""
        if self._hand.shown:
            found = self._hand.shown.outlook.found
            self.area.show_sheet(found.sheet, found.cells, found.area, {one.row: one.reason for one in found.skipped})
            self._show_area(found.sheet)
        elif self._hand.book:
            self._edit_sheet(max(self._hand.book.sheets, key=lambda one: len(one.rows)).name)

    def _edit_sheet(self, name: str) -> None:
        """A sheet in which nothing was found."""
        sheets = self._hand.book.sheets if self._hand.book else ()
        for sheet in (one for one in sheets if one.name == name):
            self.area.show_sheet(name, sheet.rows, None, {})
            self._show_area(name)

    def _show_area(self, sheet: str) -> None:
        self._show(self._rows)
        self.place.show_sheet(sheet)
        self.turned.emit()
        self.take_keyboard()
        into_sight(self.area.table)

    def _set_area(self, sheet: str, area: Area | None) -> None:
        self._new = True
        self.begun.emit()
        self._hand.turn_to(sheet, area)

    def _leave_area(self) -> None:
        if self._hand.shown:
            self.turn_step(self.place.steps.step)
        else:
            self.given_up.emit()
