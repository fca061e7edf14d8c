"""Settings over a real register: kept as soon as left, told in place, nothing lost."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, offered, present, tab_stops
from tests.gui.pages.office_parts import desk_at, rows_acts, settings_page
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Hamlet, Household, Signer
from vnpresence_desktop.gui.fields import Field
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.settings import Settings
from vnpresence_desktop.gui.pages.settings_rows import DatedRow, DatedRows
from vnpresence_desktop.store.backup import restore
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.demo import clock
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.office import declare, set_up


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_at(tmp_path) as made:
        set_up(made, declare("31299", "nd09", "Trần Thị Mỹ Hạnh", "CHỦ TỊCH", ["Ấp Một"]))
        yield made


@pytest.fixture
def shown() -> list[Any]:
    """Folders that were opened."""
    return []


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, jobs: Jobs, shown: list[Any]) -> Settings:
    made = settings_page(desk, jobs, shown.append)
    present(qtbot, made, 1100, 700)
    qtbot.waitUntil(lambda: not jobs.busy)
    return made


def widget(line: DatedRow, name: str) -> QWidget:
    return line.boxes[name].editor.widget


def leave(page: Settings) -> None:
    page.office.preparer.setFocus()
    QApplication.processEvents()


# -- the office


def test_the_office_is_shown_and_changed_at_once(page: Settings, desk: Desk, vntype: Type) -> None:
    assert page.office.commune.text() == "Xã Phong Điền, Thành phố Cần Thơ · mã 31299"
    page.office.preset.buttons["calendar"].click()
    assert desk.office().preset == "calendar"
    vntype(page.office.preparer, "Lê Thị Cẩm Tiên")
    QTest.keyClick(page.office.preparer, Qt.Key.Key_Return)
    assert desk.office().preparer == "Lê Thị Cẩm Tiên"
    assert len(desk.store.history(desk.office().id)) == 3
    page.arrive()
    assert page.office.preset.value() == "calendar"


def test_what_is_typed_is_kept_when_the_page_goes_out_of_sight(page: Settings, desk: Desk, vntype: Type) -> None:
    vntype(page.office.preparer, "Lê Thị Tiên")
    vntype(widget(page.hamlets.rows[0], "name"), "A")
    page.hide()
    assert desk.office().preparer == "Lê Thị Tiên"
    assert [one.name for one in desk.store.all(Hamlet)] == ["AẤp Một"]


# -- signers and hamlets


def test_a_successor_is_added_and_kept_on_leaving_the_line(page: Settings, desk: Desk, vntype: Type) -> None:
    vntype(widget(page.signers.rows[0], "until"), "30112025")
    page.signers.add_button.click()
    line = page.signers.rows[1]
    assert QApplication.focusWidget() is widget(line, "name")
    vntype(widget(line, "name"), "Nguyễn Văn Ưu")
    vntype(widget(line, "title"), "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")
    vntype(widget(line, "from"), "1/12/2025")
    leave(page)
    kept = {one.name: one for one in desk.store.all(Signer)}
    assert kept["Trần Thị Mỹ Hạnh"].until == "2025-11-30"
    assert (kept["Nguyễn Văn Ưu"].title, kept["Nguyễn Văn Ưu"].from_) == ("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "2025-12-01")
    assert len(kept) == 2


def test_a_line_changed_twice_is_one_record(page: Settings, desk: Desk, vntype: Type) -> None:
    page.hamlets.add_button.click()
    for letter in "AB":
        widget(page.hamlets.rows[1], "name").setFocus()
        vntype(widget(page.hamlets.rows[1], "name"), letter)
        leave(page)
    assert sorted(one.name for one in desk.store.all(Hamlet)) == ["AB", "Ấp Một"]


def test_what_is_wrong_is_told_under_its_field_and_not_kept(page: Settings, desk: Desk, vntype: Type) -> None:
    line = page.hamlets.rows[0]
    widget(line, "from").setFocus()
    vntype(widget(line, "from"), "2/7/2025")
    widget(line, "until").setFocus()
    vntype(widget(line, "until"), "1/7/2025")
    leave(page)
    assert line.boxes["until"].message == ("error", "Ngày kết thúc trước ngày bắt đầu. Hãy kiểm tra lại cả hai.")
    assert desk.store.all(Hamlet)[0].until == ""
    page.arrive()
    assert page.hamlets.rows[0] is line


def test_an_empty_new_line_writes_nothing(page: Settings, desk: Desk) -> None:
    page.signers.add_button.click()
    leave(page)
    assert len(desk.store.all(Signer)) == 1
    page.arrive()
    assert len(page.signers.rows) == 1


def test_the_wheel_turns_no_title_in_passing(page: Settings) -> None:
    box = widget(page.signers.rows[0], "title")
    assert isinstance(box, QComboBox)
    before = box.currentText()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(box.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentText() == before


def test_somebody_missing_is_led_to_the_signers(page: Settings) -> None:
    page.show_signers()
    assert QApplication.focusWidget() is page.signers.add_button


# -- data and copies


def test_the_folder_is_shown_and_opened(page: Settings, desk: Desk, shown: list[Any]) -> None:
    page.data.open.click()
    assert shown == [desk.folder]


def test_a_copy_is_made_where_it_was_wished(
    qtbot: QtBot, page: Settings, jobs: Jobs, tmp_path: Path, shown: list[Any]
) -> None:
    page.data.back_up(tmp_path / "usb")
    assert not page.data.here.isEnabled()
    qtbot.waitUntil(lambda: not jobs.busy)
    (copy,) = (tmp_path / "usb").iterdir()
    assert str(copy) in page.data.notice.words
    assert page.data.here.isEnabled()
    offered(page.data.notice).click()
    assert shown == [tmp_path / "usb"]


def test_the_keyboard_comes_back_to_the_button_of_the_copy(qtbot: QtBot, page: Settings, jobs: Jobs) -> None:
    page.data.here.setFocus()
    page.data.here.click()
    assert QApplication.focusWidget() is None
    qtbot.waitUntil(lambda: not jobs.busy)
    assert page.data.here.hasFocus()


def test_a_register_that_can_t_be_read_is_told_and_what_is_shown_stays(qtbot: QtBot, desk: Desk) -> None:
    asked: list[int] = []

    def load() -> Sequence[Hamlet]:
        asked.append(1)
        if len(asked) > 1:
            raise UserError("Không mở được sổ.", "Hãy cắm lại ổ đĩa.")
        return [Hamlet(id="1", name="Ấp Một")]

    acts = replace(rows_acts(desk, lambda _: ()), load=load)
    card = DatedRows("Ấp", "map-pin", "Thêm", Hamlet(), [Field(name="name", label="Tên ấp")], acts, lambda: desk.today)
    qtbot.addWidget(card)
    card.load()
    card.load()
    assert "Hãy cắm lại ổ đĩa." in card.notice.words
    assert [line.record.name for line in card.rows] == ["Ấp Một"]


def test_a_copy_that_can_t_be_made_is_told(qtbot: QtBot, page: Settings, jobs: Jobs, tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("a file", encoding="utf-8")
    page.data.back_up(tmp_path / "usb")
    qtbot.waitUntil(lambda: not jobs.busy)
    assert page.data.notice.property("level") == "error"
    assert page.data.here.isEnabled()


# -- keys


def test_the_fingerprint_of_this_machine_is_shown(page: Settings) -> None:
    groups = page.keys.fingerprint.text().split()
    assert len(groups) == 16
    assert all(int(group, 16) >= 0 for group in groups)


def renew(page: Settings) -> None:
    """Ask for a new code, and say yes."""
    page.keys.renew.click()
    offered(page.keys.notice).click()


def test_a_new_code_opens_the_register_and_is_shown_until_typed_back(
    page: Settings, desk: Desk, vntype: Type, tmp_path: Path
) -> None:
    assert not page.keys.code.isVisible()
    renew(page)
    code = page.keys.code.code.text()
    assert page.keys.code.isVisible()
    Store.open(desk.store.path, tmp_path / "other pc", now=clock, actor="test", code=code).close()
    vntype(page.keys.code.typed, code.lower())
    assert not page.keys.code.isVisible()
    assert "Đã chép đúng" in page.keys.notice.words
    assert page.keys.renew.hasFocus()  # and not a name below, where a late key would land
    assert code not in page.keys.code.code.text()


def test_a_new_code_is_asked_for_twice_and_the_old_one_holds_until_then(
    page: Settings, desk: Desk, tmp_path: Path
) -> None:
    renew(page)
    code = page.keys.code.code.text()
    page.keys.renew.click()
    assert "sẽ không mở được sổ này nữa" in page.keys.notice.words
    Store.open(desk.store.path, tmp_path / "other pc", now=clock, actor="test", code=code).close()


def test_a_copy_that_opens_by_the_new_code_is_offered_at_once(
    page: Settings, desk: Desk, vntype: Type, tmp_path: Path, qtbot: QtBot
) -> None:
    renew(page)
    code = page.keys.code.code.text()
    vntype(page.keys.code.typed, code)
    assert offered(page.keys.notice).text() == "Sao lưu ngay"
    offered(page.keys.notice).click()
    qtbot.waitUntil(lambda: "Đã sao lưu" in page.data.notice.words)
    (copy,) = (desk.folder / "sao-luu").iterdir()
    restore(copy, tmp_path / "other" / "register.db", tmp_path / "other pc", moment=clock(), code=code)


def test_a_code_left_without_typing_it_back_is_warned_of(page: Settings) -> None:
    renew(page)
    page.hide()
    page.show()
    assert not page.keys.code.isVisible()
    assert page.keys.code.code.text() == ""
    assert "chưa được gõ lại" in page.keys.notice.words


def test_a_code_that_can_t_be_renewed_is_told(page: Settings, desk: Desk) -> None:
    slots = desk.store.path.with_suffix(".keys.json")
    kept = slots.read_bytes()
    slots.write_text("{}", encoding="utf-8")
    renew(page)
    slots.write_bytes(kept)
    assert "Tệp khóa" in page.keys.notice.words
    assert not page.keys.code.isVisible()


def test_tab_goes_from_above_to_below_also_through_lines_made_later(page: Settings) -> None:
    page.hamlets.add_button.click()
    QApplication.processEvents()
    signers, hamlets = page.signers, page.hamlets
    wanted = [page.office.preparer, widget(signers.rows[0], "name"), signers.add_button, page.data.here]
    wanted += [page.keys.renew, *(widget(line, "name") for line in hamlets.rows), hamlets.add_button]
    stops = tab_stops(page.office.preparer)
    assert [one for one in stops if one in wanted] == wanted


def test_everything_that_takes_keys_has_a_name(page: Settings) -> None:
    renew(page)
    nameless = [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []


# -- room


def settle() -> None:
    """Until what is said got its room: each layout within another takes a round."""
    for _ in range(9):
        QApplication.processEvents()


def test_a_line_is_as_low_as_its_fields_until_something_is_wrong(qtbot: QtBot, page: Settings, vntype: Type) -> None:
    page.hamlets.add_button.click()
    line = page.hamlets.rows[1]
    low = widget(line, "name").sizeHint().height()
    qtbot.waitUntil(lambda: line.height() == low)
    widget(line, "name").setFocus()
    vntype(widget(line, "name"), "Ấp Hai")
    vntype(widget(line, "until"), "mai")
    leave(page)
    assert line.boxes["until"].message[0] == "error"
    qtbot.waitUntil(lambda: line.height() > low + 10)
    line.boxes["until"].editor.put("")
    line.boxes["until"].editor.edited.emit()
    qtbot.waitUntil(lambda: line.height() == low)


def test_words_below_a_line_leave_the_line_with_the_keyboard_in_sight(
    page: Settings, qapp: QApplication, vntype: Type
) -> None:
    for name in "ABCDEFGHIJ":
        page.hamlets.add_button.click()
        vntype(widget(page.hamlets.rows[-1], "name"), f"Ấp {name}")
    first, last = page.hamlets.rows[-2:]
    widget(first, "until").setFocus()
    vntype(widget(first, "until"), "mai")
    widget(last, "name").setFocus()
    qapp.processEvents()
    bottom = page._area.viewport().height()
    page._area.verticalScrollBar().setValue(0)
    top = last.mapTo(page._area.viewport(), QPoint(0, last.height())).y()
    page._area.verticalScrollBar().setValue(top - bottom)
    widget(first, "until").setFocus()
    vntype(widget(first, "until"), "x")
    widget(last, "name").setFocus()
    qapp.processEvents()
    assert first.boxes["until"].message[0] == "error"
    seen = last.mapTo(page._area.viewport(), QPoint(0, 0)).y()
    assert 0 <= seen <= bottom - last.height()


def test_a_button_does_not_slip_from_under_the_mouse(qtbot: QtBot, page: Settings, vntype: Type) -> None:
    window, add = page.windowHandle(), page.hamlets.add_button
    add.click()
    line = page.hamlets.rows[1]
    widget(line, "until").setFocus()
    vntype(widget(line, "until"), "30/6/2026")
    assert [box.message[1] for box in line.boxes.values()] == ["", "", ""]
    settle()
    page._area.ensureWidgetVisible(add)
    settle()
    place = add.mapTo(page, add.rect().center())
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()
    assert QApplication.focusWidget() is add
    assert add.mapTo(page, add.rect().center()) == place
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QApplication.processEvents()
    assert len(page.hamlets.rows) == 3
    qtbot.waitUntil(lambda: line.boxes["name"].message[0] == "error")


def test_what_the_register_refuses_is_told_below_its_line(qtbot: QtBot, page: Settings, vntype: Type) -> None:
    page.hamlets.add_button.click()
    vntype(widget(page.hamlets.rows[1], "name"), "Ấp Hai")
    leave(page)
    first, second = page.hamlets.rows

    def refuse(_: object) -> Hamlet:
        raise UserError("Đĩa đầy.", "Hãy dọn bớt.")

    page.hamlets.rows[0]._acts = replace(first._acts, keep=refuse)
    widget(first, "name").setFocus()
    vntype(widget(first, "name"), "A")
    leave(page)
    assert page.hamlets.notice.words == "Đĩa đầy. Hãy dọn bớt."
    notice = page.hamlets.notice
    qtbot.waitUntil(lambda: first.geometry().bottom() < notice.geometry().top() < second.geometry().top())


# -- taking a line out


def test_a_hamlet_entered_by_mistake_goes_and_comes_back(page: Settings, desk: Desk) -> None:
    line = page.hamlets.rows[0]
    assert line.remove.accessibleName() == line.remove.toolTip() == "Xóa “Ấp Một”"
    line.remove.setFocus()
    QTest.keyClick(line.remove, Qt.Key.Key_Return)
    assert desk.store.all(Hamlet) == []
    assert page.hamlets.rows == []
    assert page.hamlets.notice.words == "Đã xóa ấp, khu vực “Ấp Một”."
    assert page.hamlets.add_button.hasFocus()
    offered(page.hamlets.notice).click()
    assert [one.name for one in desk.store.all(Hamlet)] == ["Ấp Một"]
    assert [one.kept.name for one in page.hamlets.rows] == ["Ấp Một"]


def test_one_in_use_stays_and_an_end_is_offered(page: Settings, desk: Desk, vntype: Type) -> None:
    with desk.store.unit() as unit:
        unit.put(Household(name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một"))
    line = page.hamlets.rows[0]
    line.remove.click()
    assert page.hamlets.notice.words.startswith("Chưa xóa được “Ấp Một”: 1 hộ kinh doanh đang ghi tên này.")
    assert "ngày kết thúc" in page.hamlets.notice.words
    assert page.hamlets.notice.y() > line.y()
    offered(page.hamlets.notice).click()
    assert widget(line, "until").hasFocus()
    vntype(widget(line, "until"), "311225")
    leave(page)
    assert [one.until for one in desk.store.all(Hamlet)] == ["2025-12-31"]


def test_a_line_that_was_never_kept_goes_without_a_word(page: Settings, desk: Desk, vntype: Type) -> None:
    page.hamlets.add_button.click()
    line = page.hamlets.rows[-1]
    assert line.remove.accessibleName() == "Bỏ dòng này"
    vntype(widget(line, "from"), "mai")
    line.remove.click()
    assert len(page.hamlets.rows) == 1
    assert (page.hamlets.notice.words, len(desk.store.all(Hamlet))) == ("", 1)


def test_the_line_that_is_first_now_has_the_headings(page: Settings, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.put(Hamlet(name="Ấp Hai"))
    page.arrive()
    QApplication.processEvents()
    first, second = page.hamlets.rows
    assert not any(words.isVisible() for words in second.findChildren(QLabel) if words.text() == "Từ ngày")
    assert abs(first.remove.mapTo(first, QPoint(0, 0)).y() - widget(first, "name").mapTo(first, QPoint(0, 0)).y()) < 8
    first.remove.click()
    assert page.hamlets.rows == [second]
    assert any(words.isVisible() for words in second.findChildren(QLabel) if words.text() == "Từ ngày")


def test_a_signer_goes_too(page: Settings, desk: Desk) -> None:
    page.signers.rows[0].remove.click()
    assert desk.store.all(Signer) == []
    assert page.signers.notice.words.startswith("Đã xóa người ký")
