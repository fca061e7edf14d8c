"""Buttons that rest while their work runs: the keyboard is neither lost nor taken from where the user went."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from vnpresence_desktop.gui.resting import Rest


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A button and a line behind it."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.addWidget(QPushButton("Sao lưu ngay"))
    row.addWidget(QLineEdit())
    present(qtbot, made, 400, 100)
    return made


@pytest.fixture
def act(window: QWidget) -> QPushButton:
    found = window.findChild(QPushButton)
    assert found
    found.setFocus()
    return found


@pytest.fixture
def line(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert found
    return found


def test_it_says_why_it_rests(act: QPushButton) -> None:
    rest = Rest(act)
    rest.begin("Đang sao lưu")
    assert (act.isEnabled(), act.toolTip()) == (False, "Đang sao lưu")
    rest.end()
    assert (act.isEnabled(), act.toolTip()) == (True, "")


def test_the_keyboard_comes_back_to_it(act: QPushButton, line: QLineEdit) -> None:
    rest = Rest(act)
    rest.begin("Đang sao lưu")
    assert not line.hasFocus()  # what is typed now lands nowhere
    rest.end()
    assert act.hasFocus()


def test_it_stays_where_the_user_gave_it_meanwhile(act: QPushButton, line: QLineEdit) -> None:
    rest = Rest(act)
    rest.begin("Đang sao lưu")
    line.setFocus()
    rest.end()
    assert line.hasFocus()


def test_a_button_that_did_not_have_it_takes_none(act: QPushButton, line: QLineEdit) -> None:
    line.setFocus()
    rest = Rest(act)
    rest.begin("Đang sao lưu")
    assert line.hasFocus()
    rest.end()
    assert line.hasFocus()


def test_what_holds_the_button_may_rest_as_a_whole(window: QWidget, act: QPushButton) -> None:
    holder = QWidget()
    QHBoxLayout(holder).addWidget(act)
    layout = window.layout()
    assert layout
    layout.addWidget(holder)
    act.setFocus()
    rest = Rest(holder)
    rest.begin("Đang kiểm tra")
    assert QApplication.focusWidget() is None
    rest.end()
    assert act.hasFocus()
