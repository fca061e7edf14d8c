"""The page of history and bin, the panel of one record's history, and Ctrl+Z for the window, over a real register."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.pages.history_parts import history_acts, undo_acts
from tests.work.registers import OFFICE, PEOPLE, SHOP, YOUTH, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen, Household, Registration
from vnpresence_desktop.gui.form import Field, Form, Group
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.history import HistoryPage
from vnpresence_desktop.gui.pages.record_history import RecordHistory
from vnpresence_desktop.gui.undo_keys import UndoKeys
from vnpresence_desktop.work import history
from vnpresence_desktop.work.candidates import keep
from vnpresence_desktop.work.deleting import remove
from vnpresence_desktop.work.desk import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, *PEOPLE]) as opened:
        yield opened


@pytest.fixture
def make(qtbot: QtBot, desk: Desk, jobs: Jobs, tmp_path: Path) -> Callable[[], HistoryPage]:
    def made() -> HistoryPage:
        page = HistoryPage(history_acts(desk, tmp_path, jobs))
        qtbot.addWidget(page)
        page.resize(1130, 660)
        with qtbot.waitActive(page):
            page.show()
        page.arrive()
        return page

    return made


def shop(desk: Desk) -> Household:
    return desk.store.find(Household, name=SHOP.name)[0]


def called(desk: Desk, phone: str) -> Household:
    return keep(desk, replace(shop(desk), phone=phone))


def lines(page: HistoryPage) -> list[tuple[str, str]]:
    texts = [page.list.table.texts(place) for place in range(page.list.table.count())]
    return [(cells[2], cells[4]) for cells in texts]


def choose(page: HistoryPage, place: int) -> None:
    page.list.table.setCurrentIndex(page.list.table.model().index(place, 0))


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    widget = QApplication.focusWidget()
    assert widget
    QTest.keyClick(widget, key, modifiers)


# -- acts


def test_acts_are_shown_newest_first_and_the_chosen_one_in_full(make: Callable[[], HistoryPage], desk: Desk) -> None:
    called(desk, "0912345678")
    remove(desk, Kind.CITIZEN, [desk.store.find(Citizen, name=YOUTH.name)[0].id])
    page = make()
    QAbstractItemModelTester(page.list.table.model())
    assert lines(page)[:2] == [
        ("Xóa công dân “Nguyễn Thị Thủy”", ""), ("Lưu hồ sơ “Tạp hóa Hòa”", ""),
    ]  # fmt: skip
    assert page.focusWidget() is page.list.table
    choose(page, 1)
    card = page.list.chosen
    assert card.title.text() == "Lưu hồ sơ “Tạp hóa Hòa”"
    assert card.detail.text() == "Bổ sung số điện thoại “•••••••678”"
    assert card.who.text() == "24/11/2026 09:30 · thu"
    assert (card.turn.text(), card.turn.isEnabled(), card.why_not.isVisible()) == ("Hoàn tác việc này", True, False)


def test_an_act_is_taken_back_in_place_by_keyboard_and_done_again(make: Callable[[], HistoryPage], desk: Desk) -> None:
    called(desk, "0912345678")
    page = make()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.focusWidget() is page.list.chosen.turn
    QTest.keyClick(page.list.chosen.turn, Qt.Key.Key_Space)
    assert shop(desk).phone == ""
    assert page.list.notice.words == "Đã hoàn tác: Lưu hồ sơ “Tạp hóa Hòa”."
    assert lines(page)[:2] == [
        ("Hoàn tác: Lưu hồ sơ “Tạp hóa Hòa”", ""), ("Lưu hồ sơ “Tạp hóa Hòa”", "Đã hoàn tác"),
    ]  # fmt: skip
    assert page.list.chosen.title.text() == "Lưu hồ sơ “Tạp hóa Hòa”"
    assert page.list.chosen.turn.text() == "Làm lại việc này"
    assert page.focusWidget() is page.list.table
    press_action(page.list.notice, "Làm lại")
    assert shop(desk).phone == "0912345678"
    press_action(page.list.notice, "Hoàn tác")
    assert shop(desk).phone == ""


def press_action(notice: QWidget, text: str) -> None:
    (found,) = [item for item in notice.findChildren(QPushButton) if item.text() == text and item.isVisible()]
    found.click()


def test_what_hinders_is_said_and_nothing_changes(make: Callable[[], HistoryPage], desk: Desk) -> None:
    called(desk, "0912345678")
    called(desk, "0912345699")
    page = make()
    choose(page, 1)
    page.list.chosen.turn.click()
    assert "đã được thu sửa tiếp lúc 24/11/2026 09:30 (số điện thoại)" in page.list.notice.words
    assert shop(desk).phone == "0912345699"
    choose(page, 0)
    assert page.list.notice.words == ""


def test_a_button_that_can_not_be_pressed_says_why(make: Callable[[], HistoryPage]) -> None:
    page = make()
    card = page.list.chosen
    assert not card.turn.isEnabled()
    assert card.why_not.isVisible()
    assert card.why_not.text() == card.turn.toolTip() == card.turn.accessibleDescription()
    assert "khai báo cơ quan" in card.why_not.text()


def test_acts_of_a_person_and_of_a_day(make: Callable[[], HistoryPage], desk: Desk) -> None:
    desk.store.actor = "Hoa"
    called(desk, "0912345678")
    page = make()
    who = page.list.who
    assert [who.itemText(place) for place in range(who.count())] == ["Mọi người", "Hoa", "thu"]
    who.setCurrentIndex(1)
    who.activated.emit(1)
    assert [title for title, _ in lines(page)] == ["Lưu hồ sơ “Tạp hóa Hòa”"]
    page.list.day.setFocus()
    QTest.keyClicks(page.list.day, "-1")
    QTest.keyClick(page.list.day, Qt.Key.Key_Return)
    assert lines(page) == []
    assert not page.list.chosen.isVisible()
    page.list.day.put("2026-11-24")
    page.list.day.editingFinished.emit()
    assert len(lines(page)) == 1


def test_older_acts_are_read_on(make: Callable[[], HistoryPage], desk: Desk) -> None:
    for number in range(45):
        called(desk, f"09123456{number:02}")
    page = make()
    assert page.list.table.count() == 40
    assert page.list.more.text() == "Xem việc cũ hơn"
    page.list.more.click()
    assert page.list.table.count() == 46
    assert (page.list.more.text(), page.list.more.isEnabled()) == ("Đã xem hết", False)


def test_a_large_act_is_taken_back_in_a_job(
    make: Callable[[], HistoryPage], desk: Desk, qtbot: QtBot, jobs: Jobs
) -> None:
    with desk.store.unit("Nhập danh sách") as unit:
        for number in range(300):
            unit.put(replace(SHOP, name=f"Quán {number}"))
    page = make()
    page.list.chosen.turn.click()
    assert jobs.busy
    assert not page.list.chosen.turn.isEnabled()
    page.list._turning.turn("", 1)  # a second one waits
    qtbot.waitUntil(lambda: page.list.notice.words == "Đã hoàn tác: Nhập danh sách.")
    assert desk.store.count(Household) == 2
    qtbot.waitUntil(lambda: not jobs.busy)
    press_action(page.list.notice, "Làm lại")
    qtbot.waitUntil(lambda: desk.store.count(Household) == 302)
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_large_act_that_is_hindered_says_so(
    make: Callable[[], HistoryPage], desk: Desk, qtbot: QtBot, jobs: Jobs
) -> None:
    with desk.store.unit("Nhập danh sách") as unit:
        made = [unit.put(replace(SHOP, name=f"Quán {number}")) for number in range(300)]
    keep(desk, replace(made[7], note="gọi lại"))
    page = make()
    choose(page, 1)
    page.list.chosen.turn.click()
    qtbot.waitUntil(lambda: "“Quán 7” đã được thu sửa tiếp" in page.list.notice.words)
    assert page.list.chosen.turn.isEnabled()
    assert desk.store.count(Household) == 302
    qtbot.waitUntil(lambda: not jobs.busy)


# -- the bin


@pytest.fixture
def binned(desk: Desk) -> Desk:
    for person in desk.store.all(Citizen):
        remove(desk, Kind.CITIZEN, [person.id])
    remove(desk, Kind.HOUSEHOLD, [shop(desk).id])
    return desk


def names(page: HistoryPage) -> list[str]:
    return [page.bin.table.texts(place)[0] for place in range(page.bin.table.count())]


def test_the_bin_shows_kind_by_kind_what_was_deleted(make: Callable[[], HistoryPage], binned: Desk) -> None:
    page = make()
    page.show_bin()
    kinds = page.bin.kinds
    assert [kinds.itemText(place) for place in range(kinds.count())] == ["Hộ kinh doanh (1)", "Công dân (2)"]
    assert page.bin.table.texts(0) == ["Tạp hóa Hòa", "24/11/2026 09:30", "thu", "Xóa hộ kinh doanh"]
    kinds.setCurrentIndex(1)
    kinds.activated.emit(1)
    QAbstractItemModelTester(page.bin.table.model())
    assert names(page) == ["Nguyễn Thị Thủy", "Nguyễn Thị Thủy"]
    assert page.bin.back.text() == "Khôi phục"


def test_one_comes_back_and_the_bin_is_searched(make: Callable[[], HistoryPage], binned: Desk, qtbot: QtBot) -> None:
    page = make()
    page.show_bin()
    press(Qt.Key.Key_F)
    assert page.focusWidget() is page.bin.search
    QTest.keyClicks(page.bin.search, "khong co")
    qtbot.waitUntil(lambda: names(page) == [])
    assert not page.bin.back.isEnabled()
    page.bin.search.setText("tap hoa")
    qtbot.waitUntil(lambda: names(page) == ["Tạp hóa Hòa"])
    QTest.keyClick(page.bin.search, Qt.Key.Key_Return)
    QTest.keyClick(page.bin.table, Qt.Key.Key_Return)
    assert page.focusWidget() is page.bin.back
    page.bin.back.click()
    assert page.bin.notice.words == "Đã khôi phục hộ kinh doanh “Tạp hóa Hòa”."
    assert shop(binned)
    assert page.bin.kind is Kind.CITIZEN


def test_many_come_back_together(make: Callable[[], HistoryPage], binned: Desk) -> None:
    page = make()
    page.show_bin()
    page.bin.kinds.setCurrentIndex(1)
    page.bin.kinds.activated.emit(1)
    page.bin.table.setFocus()
    QTest.keyClick(page.bin.table, Qt.Key.Key_Space)
    QTest.keyClick(page.bin.table, Qt.Key.Key_Down)
    QTest.keyClick(page.bin.table, Qt.Key.Key_Space)
    assert (page.bin.back.text(), page.bin.told.text()) == ("Khôi phục 2 mục", "Đã chọn 2")
    page.bin.back.click()
    assert binned.store.count(Citizen) == 2
    assert page.bin.notice.words == "Đã khôi phục 2 công dân."


def test_what_hinders_coming_back_is_said(make: Callable[[], HistoryPage], desk: Desk) -> None:
    person = desk.store.find(Citizen, name=YOUTH.name)[0]
    with desk.store.unit() as unit:
        unit.put(Registration(candidate=person.id, zone="id.vn", label="thuy"))
    remove(desk, Kind.CITIZEN, [person.id])
    page = make()
    page.show_bin()
    page.bin.kinds.setCurrentIndex(page.bin.kinds.findData("registration"))
    page.bin.kinds.activated.emit(1)
    assert names(page) == ["thuy.id.vn"]
    assert not page.bin.search.isEnabled()
    assert page.bin.search.toolTip()
    page.bin.back.click()
    assert "thuộc về “Nguyễn Thị Thủy” đã bị xóa" in page.bin.notice.words
    assert desk.store.all(Registration) == []


def test_an_empty_bin(make: Callable[[], HistoryPage]) -> None:
    page = make()
    page.show_bin()
    assert page.bin.kind is None
    assert not page.bin.kinds.isEnabled()
    assert not page.bin.back.isEnabled()
    page.bin.bring_back()
    assert "Thùng rác trống" in page.bin.table.accessibleDescription()


def test_everything_has_a_name_for_screen_readers(make: Callable[[], HistoryPage], binned: Desk) -> None:
    page = make()
    for part in (page.list, page.bin):
        page.tabs.setCurrentWidget(part)
        stops = [item for item in part.findChildren(QWidget) if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [item for item in stops if item.isVisible() and not named(item)] == []


def named(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QPushButton) else ""
    inner = isinstance(widget.parentWidget(), QLineEdit) or "Header" in type(widget).__name__
    return bool(widget.accessibleName() or text or widget.toolTip()) or inner


# -- one record's history


def test_a_records_history_beside_its_form(qtbot: QtBot, desk: Desk) -> None:
    kept = called(desk, "0912345678")
    panel = RecordHistory(partial(history.sentences, desk))
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show_record(kept.id)
    assert [panel.list.item(place).text() for place in range(panel.list.count())] == [
        "24/11/2026 09:30 · thu\nBổ sung số điện thoại “•••••••678”",
        "24/11/2026 09:30 · thu\nThêm vào sổ (nhập tay)",
    ]
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_history_that_can_not_be_read_says_why(qtbot: QtBot) -> None:
    def fail(_: str) -> list[history.Sentence]:
        raise UserError("Tệp đang bị khóa.", "Chờ một lát.")

    panel = RecordHistory(fail)
    qtbot.addWidget(panel)
    panel.show_record("x")
    assert panel.notice.words == "Tệp đang bị khóa. Chờ một lát."


# -- Ctrl+Z for the window


class Desktop(QMainWindow):
    """A window as the shell is: pages, and the line below them."""

    def __init__(self, desk: Desk, folder: Path, jobs: Jobs) -> None:
        super().__init__()
        self.pages = QStackedWidget()
        self.keys = UndoKeys(self, self.pages.currentWidget, undo_acts(desk, folder, jobs))
        self.plain, self.line, self.text = QPushButton("Nút"), QLineEdit(), QPlainTextEdit()
        self.locked = QLineEdit("chỉ đọc")
        self.locked.setReadOnly(True)
        self.form = Form([Group(title="Hộ", fields=[Field(name="name", label="Tên")])], lambda: desk.today)
        page = QWidget()
        column = QVBoxLayout(page)
        self.combo, self.spin = QComboBox(), QSpinBox()
        self.combo.setEditable(True)
        for item in (self.plain, self.line, self.text, self.locked, self.combo, self.spin):
            column.addWidget(item)
        self.pages.addWidget(page)
        self.pages.addWidget(self.form_page())
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.addWidget(self.pages)
        whole.addWidget(self.keys.line)
        self.setCentralWidget(middle)

    def form_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self.save = QPushButton("Lưu")
        column.addWidget(self.form)
        column.addWidget(self.save)
        return page


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, jobs: Jobs, tmp_path: Path) -> Desktop:
    made = Desktop(desk, tmp_path, jobs)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.plain.setFocus()
    return made


def test_ctrl_z_takes_back_and_ctrl_y_does_again(window: Desktop, desk: Desk, qtbot: QtBot) -> None:
    called(desk, "0912345678")
    with qtbot.waitSignal(window.keys.changed):
        press(Qt.Key.Key_Z)
    assert shop(desk).phone == ""
    line = window.keys.line
    assert (line.text, line.turn.text()) == ("Đã hoàn tác: Lưu hồ sơ “Tạp hóa Hòa”.", "Làm lại")
    press(Qt.Key.Key_Y)
    assert shop(desk).phone == "0912345678"
    assert (line.text, line.turn.text()) == ("Đã làm lại: Lưu hồ sơ “Tạp hóa Hòa”.", "Hoàn tác")
    line.turn.click()
    assert shop(desk).phone == ""
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert shop(desk).phone == "0912345678"
    line.shut.click()
    assert not line.isVisible()


def test_nothing_to_undo_is_said(window: Desktop) -> None:
    press(Qt.Key.Key_Z)
    assert window.keys.line.text == "Không có việc nào để hoàn tác."
    assert not window.keys.line.turn.isVisible()
    press(Qt.Key.Key_Y)
    assert window.keys.line.text == "Không có việc nào để làm lại."


@pytest.mark.parametrize("place", ["line", "text", "locked", "combo", "spin"])
def test_in_a_text_the_keys_belong_to_the_text(window: Desktop, desk: Desk, place: str) -> None:
    called(desk, "0912345678")
    box = getattr(window, place)
    box.setFocus()
    if place in ("line", "text"):
        QTest.keyClicks(box, "ab")
        press(Qt.Key.Key_Z)
        assert (box.text() if isinstance(box, QLineEdit) else box.toPlainText()) == ""
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y):
        press(key)
    assert shop(desk).phone == "0912345678"
    assert window.keys.line.text == ""


def test_beside_an_open_form_nothing_is_undone_behind_it(window: Desktop, desk: Desk) -> None:
    called(desk, "0912345678")
    window.pages.setCurrentIndex(1)
    window.save.setFocus()
    press(Qt.Key.Key_Z)
    assert shop(desk).phone == "0912345678"
    assert "Bấm Esc để rời hồ sơ" in window.keys.line.text
    window.pages.setCurrentIndex(0)
    window.plain.setFocus()
    press(Qt.Key.Key_Z)
    assert shop(desk).phone == ""


def test_what_hinders_the_keys_is_said(window: Desktop, desk: Desk, tmp_path: Path) -> None:
    called(desk, "0912345678")
    with desk_with(tmp_path, (), new=False) as other:
        other.store.site = "fedcba9876543210"  # as another PC's acts look once both have exchanged
        called(other, "0912345699")
    press(Qt.Key.Key_Z)
    assert shop(desk).phone == "0912345699"
    assert window.keys.line.text.startswith("Chưa hoàn tác được: Lưu hồ sơ “Tạp hóa Hòa”. Hộ kinh doanh")


def test_a_register_that_is_locked_is_said(window: Desktop, desk: Desk, tmp_path: Path) -> None:
    called(desk, "0912345678")
    desk.store.path.rename(tmp_path / "khac.db")
    press(Qt.Key.Key_Z)
    assert "đã bị xóa, di chuyển" in window.keys.line.text
    (tmp_path / "khac.db").rename(desk.store.path)


def test_ctrl_tab_leads_into_the_rows_of_the_bin_and_back(make: Callable[[], HistoryPage], desk: Desk) -> None:
    remove(desk, Kind.HOUSEHOLD, [shop(desk).id])
    page = make()
    for rows in (page.bin.table, page.list.table):
        focus = page.focusWidget()
        assert focus
        QTest.keyClick(focus, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert page.focusWidget() is rows


def test_arrows_go_on_through_the_tabs(make: Callable[[], HistoryPage]) -> None:
    page = make()
    bar = page.tabs.tabBar()
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert (page.tabs.currentWidget(), page.focusWidget()) == (page.bin, bar)
