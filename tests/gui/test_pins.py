"""Pins: set and taken by Ctrl+D or the mouse, seen while they hold, passed by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import Shot, settle
from tests.gui.sample import TODAY
from vnpresence_desktop.gui.form import Field, Form, Group, Input
from vnpresence_desktop.gui.pins import KEEP, KEPT, Pin
from vnpresence_desktop.gui.tokens import tokens

HAMLETS = (("Ấp Một", "Ấp Một"), ("Ấp Hai", "Ấp Hai"))
FIELDS = (
    Field(name="owner", label="Chủ hộ"),
    Field(name="hamlet", label="Ấp", input=Input.SUGGEST, choices=HAMLETS, pinnable=True),
    Field(name="trade", label="Ngành nghề", pinnable=True),
    Field(name="date", label="Ngày", input=Input.DATE, pinnable=True),
    Field(name="sex", label="Giới tính", input=Input.CHOICE, choices=(("", ""), ("male", "Nam")), pinnable=True),
    Field(name="note", label="Ghi chú"),
)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form([Group(title="Hộ", fields=FIELDS)], lambda: TODAY)
    present(qtbot, made, 700, 300)
    return made


def pin(form: Form, name: str) -> Pin:
    found = form.widget(name).findChild(Pin)
    assert isinstance(found, Pin)
    return found


def keys(form: Form, name: str, sequence: str) -> None:
    form.focus_field(name)
    QTest.keySequence(form.widget(name), QKeySequence(sequence))
    settle()


@pytest.mark.parametrize("name", ["hamlet", "trade", "date", "sex"])
def test_ctrl_d_sets_and_takes_a_pin(form: Form, name: str) -> None:
    told: list[str] = []
    form.pins.changed.connect(told.append)
    keys(form, name, "Ctrl+D")
    assert form.pins.pinned == (name,)
    assert (pin(form, name).accessibleName(), pin(form, name).isChecked()) == (KEPT, True)
    keys(form, name, "Ctrl+D")
    assert form.pins.pinned == ()
    assert (pin(form, name).accessibleName(), pin(form, name).isChecked()) == (KEEP, False)
    assert told == [name, name]


def test_the_mouse_does_the_same(form: Form) -> None:
    form.focus_field("trade")
    pins: list[tuple[str, ...]] = [("trade",), ()]
    for pinned in pins:
        QTest.mouseClick(pin(form, "trade"), Qt.MouseButton.LeftButton)
        settle()
        assert form.pins.pinned == pinned
        assert pin(form, "trade").isChecked() == bool(pinned)
    assert form.widget("trade").hasFocus()


def test_a_pin_is_seen_while_the_field_has_the_keyboard_or_it_holds(form: Form) -> None:
    form.focus_field("owner")
    settle()
    assert not pin(form, "trade").isVisible()
    form.focus_field("trade")
    settle()
    assert pin(form, "trade").isVisible()
    muted = Shot(pin(form, "trade"))
    keys(form, "trade", "Ctrl+D")
    form.focus_field("owner")
    settle()
    assert pin(form, "trade").isVisible()
    held = Shot(pin(form, "trade"))
    assert held.ink == tokens().primary
    assert muted != held


def test_a_pin_that_is_not_seen_takes_no_room(form: Form) -> None:
    line = form.widget("trade")
    assert isinstance(line, QLineEdit)
    form.focus_field("trade")
    settle()
    assert line.textMargins().right() > 10
    form.focus_field("owner")
    settle()
    assert line.textMargins().right() == 0


def test_a_field_that_is_never_the_same_says_so(form: Form) -> None:
    told: list[str] = []
    form.pins.refused.connect(told.append)
    keys(form, "owner", "Ctrl+D")
    assert told == ["Chủ hộ"]
    assert form.pins.pinned == ()


def test_enter_passes_what_is_pinned_and_filled_and_shift_enter_goes_back_to_it(form: Form) -> None:
    form.set_values({"hamlet": "Ấp Hai"})
    for name in ("hamlet", "trade"):
        form.pins.toggle(name)
    form.focus_field("owner")
    QTest.keyClick(form.widget("owner"), Qt.Key.Key_Return)
    assert form.widget("trade").hasFocus()  # pinned, but blank
    QTest.keyClick(form.widget("trade"), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert form.widget("hamlet").hasFocus()


def test_a_form_without_pins_leaves_ctrl_d_alone(qtbot: QtBot) -> None:
    plain = Form([Group(title="Hộ", fields=FIELDS[:1])], lambda: TODAY)
    present(qtbot, plain, 400, 200)
    told: list[str] = []
    plain.pins.refused.connect(told.append)
    keys(plain, "owner", "Ctrl+D")
    assert told == []
    assert QApplication.focusWidget() is plain.widget("owner")
