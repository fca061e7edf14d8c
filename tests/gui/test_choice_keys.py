"""Letters choose in a box without a line, accents aside, and never the wrong one in passing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from vnpresence_desktop.gui.editors import ChoiceEditor

SEX = (("", ""), ("male", "Nam"), ("female", "Nữ"))
STATES = (("active", "Đang hoạt động"), ("paused", "Tạm ngừng"), ("ceased", "Chấm dứt"), ("moved", "Chuyển đi"))


def shown(qtbot: QtBot, choices: tuple[tuple[str, str], ...]) -> tuple[QWidget, ChoiceEditor]:
    window, editor = QWidget(), ChoiceEditor(choices)
    column = QVBoxLayout(window)
    column.addWidget(editor.widget)
    column.addWidget(QLineEdit())
    present(qtbot, window, 300, 120)
    editor.widget.setFocus()
    return window, editor


@pytest.fixture
def sex(qtbot: QtBot) -> Iterator[ChoiceEditor]:
    window, editor = shown(qtbot, SEX)
    yield editor
    window.close()


@pytest.fixture
def state(qtbot: QtBot) -> Iterator[ChoiceEditor]:
    window, editor = shown(qtbot, STATES)
    yield editor
    window.close()


@pytest.mark.parametrize(
    ("typed", "code"), [("n", "male"), ("nu", "female"), ("NU", "female"), ("nữ", "female"), ("nam", "male"), ("x", "")]
)
def test_letters_choose_accents_aside(sex: ChoiceEditor, vntype: Type, typed: str, code: str) -> None:
    sex.put("")
    vntype(sex.widget, typed)
    assert sex.value() == code


def test_a_letter_again_goes_round(sex: ChoiceEditor, vntype: Type) -> None:
    seen = []
    for _ in range(3):
        vntype(sex.widget, "n")
        seen.append(sex.value())
    assert seen == ["male", "female", "male"]


def test_more_letters_tell_what_begins_alike(state: ChoiceEditor, vntype: Type) -> None:
    vntype(state.widget, "chu")
    assert state.value() == "moved"


def test_a_letter_that_fits_nothing_is_passed_over(state: ChoiceEditor, vntype: Type) -> None:
    vntype(state.widget, "cxu")
    assert state.value() == "ceased"
    vntype(state.widget, "d")
    assert state.value() == "ceased"


def test_an_input_method_mends_what_it_typed(sex: ChoiceEditor, vntype: Type) -> None:
    vntype(sex.widget, "nu")
    QTest.keyClick(sex.widget, Qt.Key.Key_Backspace)
    vntype(sex.widget, "ữ")
    assert sex.value() == "female"


def test_coming_back_begins_anew(state: ChoiceEditor, vntype: Type) -> None:
    vntype(state.widget, "c")
    state.widget.window().findChildren(QLineEdit)[-1].setFocus()
    state.widget.setFocus()
    vntype(state.widget, "t")
    assert state.value() == "paused"


def test_what_is_chosen_is_told(sex: ChoiceEditor) -> None:
    told: list[str] = []
    sex.edited.connect(lambda: told.append("x"))
    QTest.keyClick(sex.widget, Qt.Key.Key_N)
    assert told == ["x"]
