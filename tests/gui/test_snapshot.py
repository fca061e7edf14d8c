"""A widget is set back as it was: text, cursor, selection, choice, and what has opened since."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vnpresence_desktop.gui.snapshot import snapshot


@pytest.mark.parametrize(("start", "length"), [(-1, 0), (2, 4), (6, -4), (0, 10)])
def test_a_line_s_selection_comes_back_in_its_direction(qtbot: QtBot, start: int, length: int) -> None:
    line = QLineEdit("Lê Thị Hòa")
    qtbot.addWidget(line)
    line.setCursorPosition(3)
    if start >= 0:
        line.setSelection(start, length)
    before = (line.text(), line.cursorPosition(), line.selectionStart(), line.selectedText())
    restore = snapshot(line)
    line.setText("khác")
    restore()
    assert (line.text(), line.cursorPosition(), line.selectionStart(), line.selectedText()) == before


@pytest.mark.parametrize("modified", [True, False])
def test_a_line_stays_as_modified_as_it_was_and_remembers_nothing_between(qtbot: QtBot, modified: bool) -> None:
    line = QLineEdit("x")
    qtbot.addWidget(line)
    line.setModified(modified)
    restore = snapshot(line)
    line.insert("092203001234")
    restore()
    assert line.isModified() is modified
    assert not line.isUndoAvailable()
    assert not line.isRedoAvailable()


def test_a_line_that_was_not_touched_keeps_its_own_undo(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.insert("Ấp")
    snapshot(line)()
    line.undo()
    assert line.text() == ""


def test_what_is_told_of_a_line_is_told_once(qtbot: QtBot) -> None:
    line, told = QLineEdit("x"), list[str]()
    qtbot.addWidget(line)
    restore = snapshot(line)
    line.setText("y")
    line.textChanged.connect(told.append)
    restore()
    restore()
    assert told == ["x"]


def box(*items: str, editable: bool = False) -> QComboBox:
    made = QComboBox()
    made.addItems(items)
    made.setEditable(editable)
    return made


def numbers() -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, 10**9)
    made.setValue(120)
    return made


def rows() -> QListView:
    made = QListView()
    made.setModel(QStringListModel(["a", "b", "c"], made))
    made.setCurrentIndex(made.model().index(1, 0))
    return made


@pytest.mark.parametrize(
    ("make", "change", "value"),
    [
        (lambda: box("a", "b"), lambda it: it.setCurrentIndex(1), lambda it: it.currentIndex()),
        (
            lambda: box("a", "b", editable=True),
            lambda it: it.setEditText("092"),
            lambda it: (it.currentText(), it.currentIndex()),
        ),
        (lambda: box("a", "092", editable=True), lambda it: it.setCurrentIndex(1), lambda it: it.currentText()),
        (numbers, lambda it: it.findChild(QLineEdit).setText("120092"), lambda it: (it.value(), it.text())),
        (rows, lambda it: it.setCurrentIndex(it.model().index(2, 0)), lambda it: it.currentIndex().row()),
        (
            lambda: QPlainTextEdit("Một\nHai"),
            lambda it: it.insertPlainText("092"),
            lambda it: (it.toPlainText(), it.textCursor().position(), it.document().isUndoAvailable()),
        ),
    ],
)
def test_other_widgets(
    qtbot: QtBot,
    make: Callable[[], QWidget],
    change: Callable[[QWidget], object],
    value: Callable[[QWidget], object],
) -> None:
    made = make()
    qtbot.addWidget(made)
    before = value(made)
    restore = snapshot(made)
    change(made)
    assert value(made) != before
    restore()
    assert value(made) == before


def test_a_list_that_has_opened_since_is_closed_one_that_was_open_stays(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    restore = snapshot(line)
    menu = QMenu(line)
    menu.addAction("Sửa")
    menu.popup(line.pos())
    snapshot(line)()
    assert QApplication.activePopupWidget() is menu
    restore()
    assert QApplication.activePopupWidget() is None


def test_what_holds_no_text_or_is_gone_is_left_alone(qtbot: QtBot) -> None:
    button = QPushButton("Lưu")
    qtbot.addWidget(button)
    snapshot(button)()
    snapshot(None)()
    line = QLineEdit("x")
    restore = snapshot(line)
    shiboken6.delete(line)
    restore()
