"""Ctrl+Z in the composed window: from any page, over the real register, and the page of history behind it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Household
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.history import HistoryPage
from vnpresence_desktop.gui.undo_keys import UndoLine
from vnpresence_desktop.work import bulk, candidates
from vnpresence_desktop.work.deleting import remove
from vnpresence_desktop.work.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
GIRL = Citizen(name="Nguyễn Thị Thủy", birth_date="2004-05-06", hamlet="Ấp Hai")


def line(window: Window) -> UndoLine:
    found = window.shell.findChild(UndoLine)
    assert isinstance(found, UndoLine)
    return found


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClick(focused, key, CTRL)


def desk_of(window: Window) -> Desk:
    assert window.pages._desk
    return window.pages._desk


def shown(window: Window, entry: str) -> QWidget:
    return window.shell.open_page(entry)


def test_ctrl_z_takes_the_last_save_back_and_the_list_shows_it(window: Window) -> None:
    page = shown(window, "household")
    assert isinstance(page, CandidatesPage)
    page.list.table.setFocus()
    assert page.list.table.count() == 1
    press(Qt.Key.Key_Z)
    assert line(window).text == "Đã hoàn tác: Lưu hồ sơ “Tạp hóa Hòa”."
    assert line(window).isVisible()
    assert page.list.table.count() == 0
    line(window).turn.click()
    assert page.list.table.count() == 1
    shown(window, "citizen")
    assert not line(window).isVisible()


def test_the_search_box_keeps_its_own_undo(window: Window) -> None:
    page = shown(window, "household")
    assert isinstance(page, CandidatesPage)
    page.list.search.setFocus()
    QTest.keyClicks(page.list.search, "hoa")
    for _ in range(3):
        press(Qt.Key.Key_Z)
    assert page.list.search.text() == ""
    assert desk_of(window).store.count(Household) == 1


def test_the_page_of_history_and_bin(window: Window) -> None:
    desk = desk_of(window)
    girl = candidates.keep(desk, GIRL)
    remove(desk, Kind.CITIZEN, [girl.id])
    page = shown(window, "history")
    assert isinstance(page, HistoryPage)
    assert page.list.table.texts(0)[2] == "Xóa công dân “Nguyễn Thị Thủy”"
    page.show_bin()
    page.bin.back.click()
    assert desk.store.all(Citizen) == [girl]
    page.tabs.setCurrentWidget(page.list)
    assert page.list.table.texts(0)[2] == "Khôi phục công dân “Nguyễn Thị Thủy”"


def test_a_large_act_is_taken_back_in_a_job_of_the_program(window: Window, qtbot: QtBot) -> None:
    desk = desk_of(window)
    with desk.store.unit("Nhập danh sách") as unit:
        for number in range(250):
            unit.put(Household(name=f"Quán {number}", owner="A", hamlet="Ấp Một"))
    page = shown(window, "household")
    assert isinstance(page, CandidatesPage)
    page.list.table.setFocus()
    press(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: line(window).text == "Đã hoàn tác: Nhập danh sách.", timeout=20_000)
    assert desk.store.count(Household) == 1
    assert page.list.table.count() == 1


def test_what_the_page_said_of_an_act_goes_when_that_is_undone(window: Window) -> None:
    page = shown(window, "household")
    assert isinstance(page, CandidatesPage)
    page.list.table.setFocus()
    tools = page.list.tools
    tools._done(bulk.apply(desk_of(window), Kind.HOUSEHOLD, list(page.list.table.ids), bulk.Change("hamlet", "Ấp Hai")))
    assert page.list.notice.words == "Đã sửa 1 hồ sơ: ấp, khu vực thành Ấp Hai."
    press(Qt.Key.Key_Z)
    assert line(window).isVisible()
    assert (page.list.notice.words, page.list.notice.isVisible()) == ("", False)
    assert page.list.table.hasFocus()


def test_it_goes_from_a_page_out_of_sight_too_and_what_wrote_nothing_stays(window: Window) -> None:
    page, other = shown(window, "household"), shown(window, "citizen")
    assert isinstance(page, CandidatesPage)
    assert isinstance(other, CandidatesPage)
    page.list.notice.tell_written("Đã lưu “Tạp hóa Hòa”.")
    other.list.notice.say("ok", "Đã chép 1 dòng.")
    other.list.search.clearFocus()
    window.shell.setFocus()
    QTest.keyClick(window.shell, Qt.Key.Key_Z, CTRL)
    assert line(window).isVisible()
    assert (page.list.notice.words, other.list.notice.words) == ("", "Đã chép 1 dòng.")
