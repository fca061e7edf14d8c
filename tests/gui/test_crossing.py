"""F6 leads to what stands beside a form, and back to the field that was being typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from vnpresence_desktop.gui.crossing import Crossing
from vnpresence_desktop.gui.parts import button


class Setting:
    """Two lines; beside them two buttons, the upper one made later."""

    def __init__(self) -> None:
        self.page, self.form, self.beside = QWidget(), QWidget(), QWidget()
        self.lines = [QLineEdit(), QLineEdit()]
        self.lower, self.upper = button("Dưới", lambda: None), button("Trên", lambda: None)
        column, side, whole = QVBoxLayout(self.form), QVBoxLayout(self.beside), QHBoxLayout(self.page)
        for line in self.lines:
            column.addWidget(line)
        side.addWidget(self.lower)
        side.insertWidget(0, self.upper)
        whole.addWidget(self.form)
        whole.addWidget(self.beside)
        Crossing(self.form, self.beside, self.page)

    def press(self) -> QWidget | None:
        focus = QApplication.focusWidget()
        assert focus
        QTest.keyClick(focus, Qt.Key.Key_F6)
        return QApplication.focusWidget()


@pytest.fixture
def setting(qtbot: QtBot) -> Iterator[Setting]:
    made = Setting()
    present(qtbot, made.page, 400, 200)
    made.lines[1].setFocus()
    yield made  # noqa: PT022 - held until the test is over


def test_to_the_topmost_and_back_to_the_field(setting: Setting) -> None:
    assert setting.press() is setting.upper
    assert setting.press() is setting.lines[1]


def test_what_rests_is_passed_over(setting: Setting) -> None:
    setting.upper.setEnabled(False)
    assert setting.press() is setting.lower


def test_where_nothing_beside_takes_the_keyboard_it_stays(setting: Setting) -> None:
    setting.upper.hide()
    setting.lower.hide()
    assert setting.press() is setting.lines[1]


def test_who_came_by_tab_goes_to_the_first_field(setting: Setting) -> None:
    setting.lower.setFocus()
    assert setting.press() is setting.lines[0]


def test_while_the_form_is_out_of_sight_nothing_happens(setting: Setting) -> None:
    setting.form.hide()
    setting.lower.setFocus()
    assert setting.press() is setting.lower
