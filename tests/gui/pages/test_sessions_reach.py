"""Ticking whom a session reached: search, filters, all of a list, a pasted list."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.outreach_parts import sessions_acts
from tests.work.registers import FIRM, OFFICE, PEOPLE, SHOP, TWIN, YOUTH, desk_with
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.pages.session_reach import ReachPicker
from vnpresence_desktop.work.desk import Desk

Type = Callable[[QWidget, str], None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, *PEOPLE]) as opened:
        yield opened


@pytest.fixture
def picker(qtbot: QtBot, desk: Desk) -> ReachPicker:
    picker = ReachPicker(sessions_acts(desk))
    picker.begin(())
    present(qtbot, picker, 560, 600)
    QAbstractItemModelTester(picker.table.model())
    return picker


def id_of(desk: Desk, record: Candidate) -> str:
    kept = [one for kind in CANDIDATES for one in desk.store.all(kind)]
    return next(one.id for one in kept if replace(one, id="") == record)


def names(picker: ReachPicker) -> list[str]:
    return [picker.table.texts(place)[0] for place in range(picker.table.count())]


def test_everybody_of_the_three_groups_is_there_told_apart(picker: ReachPicker) -> None:
    assert picker.table.count() == 5
    assert picker.table.texts(0) == ["Cà phê Đông", "Trần Văn Đông", "Ấp Hai"]
    assert picker.told.text() == "Đã chọn 0"
    assert not picker.none.isEnabled()


def test_search_is_accent_blind_at_every_key_and_ticks_outlive_it(
    picker: ReachPicker, desk: Desk, vntype: Type
) -> None:
    picker.table.tick([id_of(desk, SHOP)])
    vntype(picker.search, "đông")
    assert names(picker) == ["Cà phê Đông"]
    picker.search.clear()
    vntype(picker.search, "DONG")
    assert names(picker) == ["Cà phê Đông"]
    picker.table.tick_shown()
    picker.search.clear()
    assert picker.told.text() == "Đã chọn 2: 2 hộ"


def test_group_and_hamlet_narrow_the_list_and_all_of_it_is_ticked_at_once(picker: ReachPicker, desk: Desk) -> None:
    picker.hamlet.setCurrentText("Ấp Một")
    assert sorted(names(picker)) == sorted((SHOP.name, FIRM.name, TWIN.name))
    assert picker.all.text() == "Chọn cả 3"
    picker.all.click()
    assert picker.told.text() == "Đã chọn 3: 1 hộ, 1 doanh nghiệp, 1 công dân"
    picker.group.setCurrentText("Công dân")
    assert names(picker) == [TWIN.name]
    picker.hamlet.setCurrentIndex(0)
    picker.group.setCurrentText("Người đã chọn")
    assert picker.table.count() == 3
    picker.none.click()
    assert picker.told.text() == "Đã chọn 0"


def test_space_ticks_and_a_letter_goes_on_searching(picker: ReachPicker, desk: Desk) -> None:
    picker.search.setFocus()
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.table, Qt.Key.Key_Down)
    QTest.keyClick(picker.table, Qt.Key.Key_Space)
    assert picker.reached == {id_of(desk, SHOP)}
    QTest.keyClick(picker.table, Qt.Key.Key_Space)
    assert picker.reached == frozenset()
    QTest.keyClick(picker.table, Qt.Key.Key_T)
    assert QApplication.focusWidget() is picker.search
    assert picker.search.text() == "t"


def test_only_what_changes_is_told(picker: ReachPicker, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.ticked):
        picker.table.tick([id_of(desk, SHOP)])
    with qtbot.assertNotEmitted(picker.ticked):
        picker.table.tick([id_of(desk, SHOP)])
        picker.begin({id_of(desk, YOUTH)})
    assert picker.reached == {id_of(desk, YOUTH)}


def test_a_pasted_list_ticks_whom_it_names_and_leaves_the_rest_to_be_seen(
    picker: ReachPicker, desk: Desk, vntype: Type
) -> None:
    picker.from_list.click()
    assert QApplication.focusWidget() is picker.paste.lines
    assert not picker.table.isVisible()
    picker.paste.lines.setPlainText("57A8000001\nNguyễn Thị Thủy\nAi đó\n")
    picker.paste.search.click()
    assert picker.reached == {id_of(desk, SHOP)}
    assert picker.paste.lines.toPlainText() == "Nguyễn Thị Thủy\nAi đó"
    assert picker.paste.message.level == "warning"
    assert picker.paste.message.text == (
        "Đã chọn 1 người. Trùng tên, hãy tìm và chọn tay: Nguyễn Thị Thủy. Chưa có trong sổ: Ai đó."
    )
    picker.from_list.click()
    assert picker.table.isVisible()
    picker.paste.lines.setPlainText("092304000456")
    picker.paste.search.click()
    assert (picker.paste.message.level, picker.paste.lines.toPlainText()) == ("ok", "")
    picker.paste.lines.setPlainText("\n".join(f"không có {place}" for place in range(9)))
    picker.paste.search.click()
    assert picker.paste.message.text.endswith("không có 5 và 3 dòng nữa.")
    picker.paste.begin()
    picker.paste.search.click()
    assert picker.paste.message.level == "hint"


def test_where_it_is_narrow_the_names_have_the_room(picker: ReachPicker) -> None:
    assert not picker.table.isColumnHidden(2)
    picker.resize(380, 600)
    assert picker.table.isColumnHidden(2)
    assert picker.table.columnWidth(0) > 100


# -- going back


def test_choosing_all_is_taken_back_in_place_by_mouse(picker: ReachPicker, desk: Desk, qtbot: QtBot) -> None:
    picker.begin({id_of(desk, SHOP)})
    assert not picker.back.isEnabled()
    assert picker.back.toolTip() == "Chưa chọn hay bỏ chọn ai để hoàn tác"
    picker.all.click()
    assert picker.back.toolTip() == "Vừa chọn thêm 4 người · Ctrl+Z"
    with qtbot.waitSignal(picker.ticked):
        picker.back.click()
    assert picker.reached == {id_of(desk, SHOP)}
    assert picker.told.text() == "Đã chọn 1: 1 hộ"
    assert not picker.back.isEnabled()


def test_taking_back_goes_step_by_step_by_keyboard(picker: ReachPicker, desk: Desk) -> None:
    picker.search.setFocus()
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.table, Qt.Key.Key_Space)
    picker.all.click()
    picker.none.click()
    assert picker.back.toolTip().startswith("Vừa bỏ chọn 5 người")
    for count in (5, 1, 0, 0):
        QTest.keyClick(picker.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(picker.reached) == count


def test_the_button_hands_the_keyboard_to_the_list_when_nothing_is_left(picker: ReachPicker) -> None:
    picker.all.click()
    picker.back.setFocus()
    QTest.keyClick(picker.back, Qt.Key.Key_Space)
    assert picker.reached == frozenset()
    assert QApplication.focusWidget() is picker.table


def test_a_text_box_keeps_its_own_way_back(picker: ReachPicker, vntype: Type) -> None:
    picker.all.click()
    picker.search.setFocus()
    vntype(picker.search, "thuy")
    QTest.keyClick(picker.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert picker.search.text() != "thuy"
    assert len(picker.reached) == 5


def test_the_list_of_those_ticked_shows_who_came_back(picker: ReachPicker) -> None:
    picker.all.click()
    picker.group.setCurrentText("Người đã chọn")
    picker.none.click()
    picker.load()
    assert picker.table.count() == 0
    picker.back.click()
    assert picker.table.count() == 5


def test_another_session_begins_without_the_steps_of_the_one_before(picker: ReachPicker, desk: Desk) -> None:
    picker.all.click()
    picker.begin({id_of(desk, YOUTH)})
    picker.take_back()
    assert picker.reached == {id_of(desk, YOUTH)}


def test_where_nobody_is_shown_every_dead_button_says_why(picker: ReachPicker) -> None:
    picker.search.setText("không có ai tên thế này")
    assert picker.table.count() == 0
    assert "ghi vào sổ trước" in picker.table.accessibleDescription()
    assert picker.all.text() == "Chọn cả danh sách"
    for one in (picker.all, picker.none, picker.back):
        assert not one.isEnabled()
        assert one.toolTip()
    picker.search.clear()
    picker.all.click()
    assert (picker.all.toolTip(), picker.none.toolTip()) == ("", "")
