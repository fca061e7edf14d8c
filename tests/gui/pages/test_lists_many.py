"""Many records of a list at once, by keyboard: ticked, changed, deleted, copied; each told before and taken back."""

from html.parser import HTMLParser

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import keys, names, press, settle
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household, Reach, Session
from vnpresence_desktop.gui.pages import list_bulk_panel, list_remove_panel
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.list_bulk_panel import BulkPanel
from vnpresence_desktop.gui.pages.list_copy_panel import CopyPanel
from vnpresence_desktop.gui.pages.list_remove_panel import RemovePanel
from vnpresence_desktop.work.desk import Desk


def ticked(page: CandidatesPage) -> set[str]:
    return set(page.list.table.ticked())


def states(desk: Desk) -> dict[str, str]:
    return {item.id: item.state for item in desk.store.all(Household)}


def to_top(page: CandidatesPage) -> None:
    page.list.table.setFocus()
    page.list.table.setCurrentIndex(page.list.table.model().index(0, 0))


# -- ticks


def test_rows_are_ticked_by_keyboard(page: CandidatesPage) -> None:
    bar = page.list.tools.bar
    assert not bar.isVisible()
    to_top(page)
    QTest.keyClick(page.list.table, Qt.Key.Key_Space)
    assert (ticked(page), bar.told.text()) == ({"an"}, "Đã chọn 1 hộ kinh doanh")
    assert bar.isVisible()
    QTest.keyClick(page.list.table, Qt.Key.Key_Space)
    assert not bar.isVisible()
    QTest.keyClick(page.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert ticked(page) == {"an", "dao"}
    assert page.list.table.current_id() == "dao"
    keys(page.list.table, "Ctrl+A")
    assert bar.told.text() == "Đã chọn 3 hộ kinh doanh"
    assert bar.all.text() == "Chọn cả 3"
    keys(page.list.table, "Ctrl+Shift+A")
    assert ticked(page) == set()


def test_ctrl_a_in_the_search_box_is_the_texts_own(page: CandidatesPage) -> None:
    page.list.search.setText("hoa")
    page.list.search.setFocus()
    keys(page.list.search, "Ctrl+A")
    assert page.list.search.selectedText() == "hoa"
    assert ticked(page) == set()


def test_ticks_outlast_a_search_and_only_what_is_shown_is_ticked(page: CandidatesPage) -> None:
    page.list.search.setText("hoa")
    settle()
    page.list.table.setFocus()
    keys(page.list.table, "Ctrl+A")
    page.list.search.clear()
    settle()
    assert ticked(page) == {"hoa"}
    assert list(page.list.tools.chosen()) == ["hoa"]


def test_shift_page_down_stops_at_the_end(page: CandidatesPage) -> None:
    to_top(page)
    QTest.keyClick(page.list.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert ticked(page) == {"an", "dao", "hoa"}
    assert page.list.table.current_id() == "hoa"


# -- one change to many


@pytest.fixture
def panel(page: CandidatesPage) -> BulkPanel:
    page.list.table.setFocus()
    keys(page.list.table, "Ctrl+A")
    page.list.tools.bar.change.click()
    found = page.list.tools.side.open
    assert isinstance(found, BulkPanel)
    assert found.field.hasFocus()
    return found


def pick(panel: BulkPanel, field: str, value: str = "") -> None:
    panel.field.setCurrentIndex(panel.field.findData(field))
    if value:
        panel.value.setCurrentIndex(panel.value.findData(value))


def test_a_state_is_changed_foretold_and_taken_back(
    page: CandidatesPage, panel: BulkPanel, desk: Desk, qtbot: QtBot
) -> None:
    before = desk.store.all(Household)
    qtbot.waitUntil(lambda: panel.failure.text.startswith("Chưa chọn tình trạng"))
    assert not panel.apply.isEnabled()
    pick(panel, "state", "ceased")
    qtbot.waitUntil(lambda: panel.apply.text() == "Sửa 2 hồ sơ")
    assert "1 hồ sơ giữ nguyên vì đã ghi như vậy: Ánh Sáng." in panel.told.text()
    assert panel.on.text() == "24/11/2026"
    panel.apply.setFocus()
    QTest.keyClick(panel.apply, Qt.Key.Key_Space)
    assert set(states(desk).values()) == {"ceased"}
    assert page.list.notice.words == "Đã sửa 2 hồ sơ: tình trạng thành chấm dứt từ 24/11/2026."
    assert QApplication.focusWidget() is page.list.table
    assert page.list.table.texts(2)[-1] == "Chấm dứt"
    press(page.list.notice, "Hoàn tác")
    assert desk.store.all(Household) == before
    press(page.list.notice, "Làm lại")
    assert set(states(desk).values()) == {"ceased"}


def test_a_hamlet_is_typed(page: CandidatesPage, panel: BulkPanel, desk: Desk, qtbot: QtBot, vntype: Type) -> None:
    pick(panel, "hamlet")
    assert not panel.on.isVisible()
    line = panel.value.lineEdit()
    assert line
    line.setFocus()
    vntype(line, "Ấp Mới")
    qtbot.waitUntil(lambda: panel.apply.text() == "Sửa 3 hồ sơ")
    panel.apply.click()
    assert {item.hamlet for item in desk.store.all(Household)} == {"Ấp Mới"}


def test_compared_with_the_papers_needs_no_value(panel: BulkPanel, desk: Desk, qtbot: QtBot) -> None:
    pick(panel, "unconfirmed")
    assert not panel.value.isVisible()
    qtbot.waitUntil(lambda: panel.apply.text() == "Sửa 1 hồ sơ")
    panel.apply.click()
    assert not any(item.unconfirmed for item in desk.store.all(Household))


def test_a_day_that_is_none_is_told(panel: BulkPanel, qtbot: QtBot) -> None:
    pick(panel, "wish", "wants")
    panel.on.setText("hôm kia")
    qtbot.waitUntil(lambda: panel.failure.text.startswith("Ngày chưa đúng"))
    assert panel.apply.toolTip() == "Ngày chưa đúng."


def test_ticks_changed_meanwhile_are_followed(page: CandidatesPage, panel: BulkPanel, qtbot: QtBot) -> None:
    pick(panel, "state", "moved")
    qtbot.waitUntil(lambda: panel.apply.text() == "Sửa 3 hồ sơ")
    page.list.table.tick(["hoa"], ticked=False)
    assert not panel.apply.isEnabled()
    qtbot.waitUntil(lambda: panel.apply.text() == "Sửa 2 hồ sơ")
    page.list.tools.bar.none.click()
    assert page.list.tools.side.open is None


def test_many_are_changed_in_a_job(
    page: CandidatesPage, panel: BulkPanel, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_bulk_panel, "SMALL", 2)
    pick(panel, "state", "suspended")
    qtbot.waitUntil(lambda: panel.apply.text() == "Sửa 3 hồ sơ" and panel.apply.isEnabled())
    panel.apply.click()
    assert not panel.apply.isEnabled()
    qtbot.waitUntil(lambda: set(states(desk).values()) == {"suspended"} and page.list.tools.side.open is None)
    assert page.list.notice.words.startswith("Đã sửa 3 hồ sơ")


# -- deleting


def test_deleting_tells_what_goes_along_and_comes_back(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(Session(id="s", topic="Tên miền"))
        unit.put(Reach(session="s", candidate="hoa"))
    page.list.table.tick(["hoa", "an"])
    page.list.tools.bar.remove.click()
    panel = page.list.tools.side.open
    assert isinstance(panel, RemovePanel)
    assert panel.keep.hasFocus()
    assert panel.question.text() == "Xóa 2 hộ kinh doanh?"
    assert "1 lượt tiếp cận" in panel.along.text()
    panel.remove.click()
    assert (names(page), ticked(page)) == (["Đào Tiên"], set())
    assert page.list.notice.words == "Đã xóa 2 hộ kinh doanh cùng 1 lượt tiếp cận."
    press(page.list.notice, "Hoàn tác")
    assert len(names(page)) == 3
    assert len(desk.store.all(Reach)) == 1


def test_what_does_no_harm_is_in_sight_in_a_low_window(page: CandidatesPage, qtbot: QtBot) -> None:
    page.window().resize(page.window().width(), 330)
    page.list.table.tick(["hoa", "an"])
    page.list.tools.bar.remove.click()
    panel = page.list.tools.side.open
    assert isinstance(panel, RemovePanel)
    qtbot.waitUntil(lambda: panel.keep.visibleRegion().boundingRect() == panel.keep.rect())


def test_not_deleting_keeps_all(page: CandidatesPage) -> None:
    page.list.table.tick(["hoa"])
    page.list.tools.bar.remove.click()
    panel = page.list.tools.side.open
    assert isinstance(panel, RemovePanel)
    QTest.keyClick(panel.keep, Qt.Key.Key_Space)
    assert page.list.tools.side.open is None
    assert len(names(page)) == 3


def test_many_are_deleted_in_a_job(page: CandidatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_remove_panel, "SMALL", 1)
    page.list.table.tick(["hoa", "an"])
    page.list.tools.bar.remove.click()
    panel = page.list.tools.side.open
    assert isinstance(panel, RemovePanel)
    panel.remove.click()
    qtbot.waitUntil(lambda: names(page) == ["Đào Tiên"])


# -- copying


class Cells(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_the_current_row_is_copied_masked(page: CandidatesPage) -> None:
    to_top(page)
    keys(page.list.table, "End")
    page.list.table.selectRow(2)
    keys(page.list.table, "Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().splitlines()]
    assert lines == [
        ["Tên hộ kinh doanh", "Chủ hộ", "Số định danh", "Ấp, khu vực", "Điều kiện", "Tình trạng"],
        ["Tạp hóa Hòa", "Lê Thị Hòa", "•••••••••123", "Ấp Một", "Đủ điều kiện", "Đang hoạt động"],
    ]
    assert Cells(data.html()).texts[6:8] == ["Tạp hóa Hòa", "Lê Thị Hòa"]
    assert "mso-number-format" in data.html()
    assert page.list.notice.words == "Đã chép 1 dòng, số định danh, điện thoại, email được che."


def test_whole_numbers_are_copied_with_a_reason(page: CandidatesPage, desk: Desk, vntype: Type) -> None:
    page.list.table.tick(["hoa"])
    page.list.tools.bar.copy.click()
    panel = page.list.tools.side.open
    assert isinstance(panel, CopyPanel)
    assert panel.masked.hasFocus()
    assert not panel.reason.isVisible()
    panel.full.click()
    panel.copy.click()
    assert panel.failure.level == "error"
    assert panel.reason.hasFocus()
    vntype(panel.reason, "gửi Sở")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert "092179000123" in QGuiApplication.clipboard().text()
    assert page.list.tools.side.open is None
    assert [item.reason for item in desk.store.history("")] == ["Chép đầy đủ 1 hộ kinh doanh ra bảng tính: gửi Sở"]
    page.list.tools.bar.copy.click()
    assert panel.masked.isChecked()
    assert panel.reason.text() == ""


def test_nothing_to_copy_is_said(page: CandidatesPage) -> None:
    page.list.search.setText("không ai")
    settle()
    page.list.tools._copy()
    assert page.list.notice.words.startswith("Chưa có dòng nào để chép.")


def test_other_groups_have_their_own_changes(page: CandidatesPage, panel: BulkPanel, qtbot: QtBot) -> None:
    found = [panel.field.itemData(at) for at in range(panel.field.count())]
    assert found == ["state", "wish", "hamlet", "unconfirmed"]
    citizens = BulkPanel(Kind.CITIZEN, page.list.tools.bulk)
    qtbot.addWidget(citizens)  # Qt 6.12 dies of a panel that Python drops unseen
    assert citizens.field.findData("basis") >= 0
