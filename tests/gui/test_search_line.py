"""The line that searches a list, and the ways between the two."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from vnpresence_desktop.gui.search_line import SearchLine
from vnpresence_desktop.gui.table import Column, RecordTable

NAMES = ["An", "Ánh", "Bình"]


class Searched(QWidget):
    """A list with its line, on a page that Esc leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.left = 0
        self.line = SearchLine("Tìm người", "Tìm theo tên (Ctrl+F)")
        self.table = RecordTable(
            [Column(title="Tên")],
            lambda text: [name for name in NAMES if text in name],
            lambda ids: [(one,) for one in ids],
            name="Người",
        )
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.table)
        self.line.lead(self.table)
        self.line.textChanged.connect(self.table.load)
        QShortcut(QKeySequence("Esc"), self, self._leave)
        self.table.load()

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def page(qtbot: QtBot) -> Searched:
    made = Searched()
    present(qtbot, made, 400, 300)
    made.line.setFocus()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_it_leads_into_the_rows(page: Searched, key: Qt.Key) -> None:
    QTest.keyClick(page.line, key)
    assert page.table.hasFocus()


def test_where_there_is_no_row_the_keyboard_stays(page: Searched, vntype: Type) -> None:
    vntype(page.line, "ế")
    QTest.keyClick(page.line, Qt.Key.Key_Down)
    assert (page.table.count(), page.line.hasFocus()) == (0, True)


def test_a_letter_typed_on_the_rows_is_searched_for(page: Searched, vntype: Type) -> None:
    page.table.setFocus()
    vntype(page.table, "B")
    assert (page.line.text(), page.line.hasFocus(), page.table.count()) == ("B", True, 1)


def test_escape_clears_first_and_leaves_the_page_then(page: Searched, vntype: Type) -> None:
    vntype(page.line, "An")
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert (page.line.text(), page.left) == ("", 0)
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert page.left == 1


def test_coming_back_to_it_begins_anew(page: Searched, vntype: Type) -> None:
    vntype(page.line, "An")
    page.table.setFocus()
    page.line.take_keyboard()
    vntype(page.line, "B")
    assert page.line.text() == "B"


def test_it_says_what_it_is(page: Searched) -> None:
    assert (page.line.accessibleName(), page.line.toolTip()) == ("Tìm người", "Tìm theo tên (Ctrl+F)")
