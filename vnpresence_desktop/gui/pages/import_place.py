"""The line above a list: which step is shown, where heading and rows are, and of which sheet."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vnpresence_desktop.gui.flow import Flow
from vnpresence_desktop.gui.pages.import_area import sentence
from vnpresence_desktop.gui.pages.import_steps import Steps
from vnpresence_desktop.gui.parts import button, label, reveal, row
from vnpresence_desktop.gui.short_choice import ShortChoice
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import Area, Workbook

_LETTERS = 22


class PlaceLine(Flow):
    """The line.

    Signals:
        edit(): the officer wants to say where heading and rows are.
        turned(str): to this sheet.
    """

    edit = Signal()
    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__(10)
        self.steps, self.told = Steps(), label("")
        self.mend = button("Sửa", self.edit.emit, "pencil", "link")
        self.mend.setAccessibleName("Sửa dòng tiêu đề và các dòng của danh sách")
        self.sheets = ShortChoice()
        self.sheets.setMinimumContentsLength(_LETTERS)
        self.sheets.setAccessibleName("Trang tính")
        self._of = QWidget()
        self._of.setLayout(row(label("Trang tính", "label", buddy=self.sheets), self.sheets))
        self.hold([self.steps, self.told, self.mend, self._of])
        self.sheets.activated.connect(lambda: self.turned.emit(self.sheets.currentData()))

    def show_book(self, book: Workbook, sheet: str, rows: Mapping[str, int]) -> None:
        """Offer the sheets of a file; ``rows``: sheet → rows of the list that was found in it."""
        self.sheets.clear()
        for one in book.sheets:
            what = f"{number(rows[one.name])} dòng" if one.name in rows else "không thấy danh sách"
            self.sheets.addItem(f"{one.name} · {what}{' · đang ẩn' if one.hidden else ''}", one.name)
        self.show_sheet(sheet)
        reveal(self._of, shown=len(book.sheets) > 1)

    def show_sheet(self, sheet: str) -> None:
        """This sheet is shown."""
        self.sheets.setCurrentIndex(self.sheets.findData(sheet))

    def show_area(self, area: Area | None, *, edited: bool) -> None:
        """Say where heading and rows are; None: nothing was found. ``edited``: just now it is being said."""
        self.told.setText(sentence(area) if area else "Chưa rõ tiêu đề và danh sách ở dòng nào")
        reveal(self.steps, shown=area is not None and not edited)
        reveal(self.mend, shown=not edited)
        self.told.adjustSize()
        self.updateGeometry()
