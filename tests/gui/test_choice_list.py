"""Choices with ticks under headings: arrows pass over headings, Space and Enter tick, Alt and arrows move."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from vnpresence_desktop.gui.choice_list import Choice, ChoiceList, Section

SECTIONS = (
    Section("Chữ", (Choice("a", "A"), Choice("b", "B", ticked=True))),
    Section("Trống", ()),
    Section("Số", (Choice(1, "Một"), Choice(2, "Hai"))),
)


@pytest.fixture
def choices(qtbot: QtBot) -> ChoiceList:
    made = ChoiceList("Điều kiện", ordered=True)
    present(qtbot, made, 300, 300)
    made.show_sections(SECTIONS)
    made.setFocus()
    return made


def current(choices: ChoiceList) -> object:
    item = choices.currentItem()
    return item.text() if item else None


def test_headings_are_shown_and_passed_over(choices: ChoiceList) -> None:
    texts = [choices.item(place).text() for place in range(choices.count())]
    assert texts == ["Chữ", "A", "B", "Số", "Một", "Hai"]
    seen = [current(choices)]
    for _ in range(3):
        QTest.keyClick(choices, Qt.Key.Key_Down)
        seen.append(current(choices))
    assert seen == ["A", "B", "Một", "Hai"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_ticks_and_tells(choices: ChoiceList, key: Qt.Key, qtbot: QtBot) -> None:
    told: list[tuple[object, bool]] = []
    choices.turned.connect(lambda chosen, ticked: told.append((chosen, ticked)))
    QTest.keyClick(choices, key)
    assert (told, choices.keys(ticked=True)) == ([("a", True)], ["a", "b"])
    QTest.keyClick(choices, key)
    assert (told[1], choices.keys(ticked=True)) == (("a", False), ["b"])


def test_showing_anew_keeps_the_place_and_tells_nothing(choices: ChoiceList) -> None:
    told: list[object] = []
    choices.turned.connect(lambda chosen, _: told.append(chosen))
    choices.setCurrentRow(4)
    choices.show_sections((Section("Số", (Choice(2, "Hai"), Choice(1, "Một", ticked=True))),))
    assert (current(choices), told) == ("Một", [])


def test_alt_and_arrows_move_a_choice(choices: ChoiceList, qtbot: QtBot) -> None:
    choices.show_sections((Section("", (Choice("a", "A"), Choice("b", "B"), Choice("c", "C"))),))
    with qtbot.waitSignal(choices.moved):
        QTest.keyClick(choices, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (choices.keys(), current(choices)) == (["b", "a", "c"], "A")
    QTest.keyClick(choices, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(choices, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert choices.keys() == ["a", "b", "c"]
