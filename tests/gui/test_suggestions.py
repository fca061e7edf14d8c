"""The list that opens below a box while it is typed in: Enter goes on to the next field all the same."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.gui.pictures import settle
from tests.gui.sample import TODAY
from vnpresence_desktop.gui.form import Field, Form, Group, Input

HAMLETS = [(name, name) for name in ("Ấp Nhơn Lộc 1", "Ấp Nhơn Lộc 2", "Ấp Thị Tứ")]
FIELDS = [
    Field(name="name", label="Tên"),
    Field(name="hamlet", label="Ấp", input=Input.SUGGEST, choices=HAMLETS),
    Field(name="trade", label="Ngành nghề"),
]


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form([Group(title="Hộ", fields=FIELDS)], lambda: TODAY)
    present(qtbot, made, 700, 400)
    made.focus_field("hamlet")
    return made


@pytest.fixture
def press(form: Form, vntype: Type) -> Callable[..., None]:
    """A key where the system would send it: to the list while it is open."""
    vntype(form.widget("hamlet"), "Ấp Nhơn")
    settle()

    def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert target
        QTest.keyClick(target, key, held)
        settle()

    return key


def field(form: Form) -> str:
    assert QApplication.activePopupWidget() is None
    return form.current()


Press = Callable[..., None]


def test_enter_keeps_what_was_typed_and_goes_on(form: Form, press: Press) -> None:
    assert isinstance(QApplication.activePopupWidget(), QWidget)
    press(Qt.Key.Key_Return)
    assert (field(form), form.value("hamlet")) == ("trade", "Ấp Nhơn")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_takes_the_one_that_is_marked_and_goes_on(form: Form, press: Press, key: Qt.Key) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(key)
    assert (field(form), form.value("hamlet")) == ("trade", "Ấp Nhơn Lộc 2")


def test_shift_enter_goes_back(form: Form, press: Press) -> None:
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field(form) == "name"


def test_escape_only_shuts_the_list(form: Form, press: Press) -> None:
    press(Qt.Key.Key_Escape)
    assert (field(form), form.value("hamlet")) == ("hamlet", "Ấp Nhơn")


def test_typing_goes_on_while_the_list_is_open(form: Form, press: Press, vntype: Type) -> None:
    target = QApplication.activePopupWidget()
    assert target
    vntype(target, " Lộc 2")
    press(Qt.Key.Key_Return)
    assert (field(form), form.value("hamlet")) == ("trade", "Ấp Nhơn Lộc 2")
