"""A commune looked up by its name, led from the line by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from vnpresence_desktop.gui.pages.commune_search import CommuneSearch
from vnpresence_desktop.work.office import find_communes


@pytest.fixture
def search(qtbot: QtBot) -> CommuneSearch:
    made = CommuneSearch(find_communes)
    present(qtbot, made, 500, 400)
    made.line.setFocus()
    return made


def found(search: CommuneSearch) -> list[str]:
    return [search.list.item(at).text() for at in range(search.list.count())] if search.list.isVisible() else []


def press(search: CommuneSearch, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(search.line, key)


def test_what_is_typed_without_accents_finds_and_enter_takes_the_first(
    search: CommuneSearch, vntype: Type, qtbot: QtBot
) -> None:
    vntype(search.line, "phong dien can tho")
    assert found(search)[0] == "Xã Phong Điền, Thành phố Cần Thơ"
    with qtbot.waitSignal(search.chosen):
        press(search, Qt.Key.Key_Return)
    assert search.commune
    assert search.commune.code == "31299"
    assert search.line.text() == "Xã Phong Điền, Thành phố Cần Thơ"
    assert found(search) == []
    assert search.line.hasFocus()


def test_the_arrows_choose_while_the_keyboard_stays_in_the_line(search: CommuneSearch, vntype: Type) -> None:
    vntype(search.line, "an")
    names = found(search)
    assert len(names) > 2
    press(search, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert search.list.currentRow() == 1
    assert search.line.hasFocus()
    press(search, Qt.Key.Key_Return)
    assert search.commune
    assert f"{search.commune.name}, {search.commune.province}" == names[1]


def test_escape_shuts_the_list_and_takes_nothing(search: CommuneSearch, vntype: Type) -> None:
    vntype(search.line, "phong dien")
    assert found(search)
    press(search, Qt.Key.Key_Escape)
    assert found(search) == []
    press(search, Qt.Key.Key_Return)
    assert search.commune is None
    assert search.line.text() == "phong dien"


def test_a_name_of_before_the_reform_is_told_how_to_look(search: CommuneSearch, vntype: Type) -> None:
    vntype(search.line, "không có xã này")
    assert found(search) == []
    assert (search.message.level, search.message.text) == (
        "warning", "Không tìm thấy. Hãy gõ tên sau sắp xếp ngày 01/7/2025, hoặc thêm tên tỉnh.",
    )  # fmt: skip
    search.line.clear()
    vntype(search.line, " ")
    assert search.message.text == ""


def test_a_commune_is_demanded_until_one_is_taken(search: CommuneSearch, vntype: Type) -> None:
    vntype(search.line, "phong dien can tho")
    assert not search.demand()
    assert search.message.level == "error"
    assert search.line.property("state") == "error"
    press(search, Qt.Key.Key_Return)
    assert search.demand()
    assert (search.message.text, search.line.property("state")) == ("", "")
    vntype(search.line, "x")
    assert search.commune is None
    assert not search.demand()
