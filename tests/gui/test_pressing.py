"""Enter presses the button that has the keyboard, as Space does; nothing else, and never twice."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from vnpresence_desktop.gui.parts import button
from vnpresence_desktop.gui.pressing import ToolButton

Key, Held = Qt.Key, Qt.KeyboardModifier


def flat(act: Callable[[], object]) -> ToolButton:
    made = ToolButton()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _: act())
    return made


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture(params=["usual", "flat"])
def pressed(request: pytest.FixtureRequest, qtbot: QtBot, told: list[str]) -> Iterator[QAbstractButton]:
    """A button below a line to write in; ``told`` hears each press."""
    made = button("Lưu", lambda: told.append("x")) if request.param == "usual" else flat(lambda: told.append("x"))
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    present(qtbot, window, 300, 120)
    made.setFocus()
    yield made  # noqa: PT022 - held until the test is over


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_each_of_the_keys_presses_once(pressed: QAbstractButton, told: list[str], key: Key) -> None:
    QTest.keyClick(pressed, key)
    assert told == ["x"]


def test_enter_of_the_number_block_presses(pressed: QAbstractButton, told: list[str]) -> None:
    QTest.keyClick(pressed, Key.Key_Enter, Held.KeypadModifier)
    assert told == ["x"]


@pytest.mark.parametrize("held", [Held.ShiftModifier, Held.ControlModifier, Held.AltModifier])
def test_with_a_modifier_it_is_another_key(pressed: QAbstractButton, told: list[str], held: Held) -> None:
    QTest.keyClick(pressed, Key.Key_Return, held)
    assert told == []


def test_held_down_it_presses_once(pressed: QAbstractButton, told: list[str]) -> None:
    for again in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Held.NoModifier, "\r", autorep=again)
        QApplication.sendEvent(pressed, event)
    assert told == ["x"]


def test_one_that_rests_is_not_pressed(pressed: QAbstractButton, told: list[str]) -> None:
    pressed.setEnabled(False)
    QTest.keyClick(pressed, Key.Key_Return)
    assert told == []


def test_enter_in_a_line_presses_no_button(pressed: QAbstractButton, told: list[str]) -> None:
    line = pressed.window().findChild(QLineEdit)
    assert line
    line.setFocus()
    QTest.keyClick(line, Key.Key_Return)
    assert told == []


def test_the_menu_of_a_flat_one_opens(qtbot: QtBot, qapp: QApplication) -> None:
    made, menu = flat(lambda: None), QMenu()
    menu.addAction("Cỡ chữ 150 %")
    made.setMenu(menu)
    made.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
    present(qtbot, made, 100, 40)
    seen: list[bool] = []
    menu.aboutToShow.connect(lambda: seen.append(True))
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    QTest.keyClick(made, Key.Key_Return)
    qapp.processEvents()
    assert seen == [True]
    menu.deleteLater()
