"""After a list was taken in: what did not come in, the lists taken in before, and taking one back whole."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import offered, present
from tests.gui.pages.import_parts import GOOD, OWNED, Hand, at_hand, write
from tests.work.registers import OFFICE, SHOP, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.work.candidates import keep
from vnpresence_desktop.work.deleting import remove


@pytest.fixture
def here(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Hand:
    """One row would be added, one completes a record, one has an error."""
    with desk_with(tmp_path, [OFFICE, SHOP]):
        pass
    made = at_hand(qtbot, jobs, tmp_path)
    present(qtbot, made.page, 1120, 660)
    made.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    return made


@pytest.fixture
def done(here: Hand) -> Hand:
    here.page.take.click()
    here.rest()
    return here


def also(here: Hand) -> QPushButton:
    """The second button of the page's notice."""
    return here.page.notice._buttons[1]


def test_the_same_numbers_stand_before_and_after(here: Hand) -> None:
    before = here.page.bar.told.text()
    here.page.take.click()
    here.rest()
    assert here.page.notice.words == f"Đã nhập “danh sách.xlsx”. {before}"
    assert before == "3 dòng: 1 thêm mới, 1 bổ sung, 1 có lỗi."
    assert here.page.batches.table.texts(0)[1:] == ["danh sách.xlsx", "Hộ kinh doanh", "1", "1", "1"]


def test_the_register_s_list_is_one_press_away(done: Hand) -> None:
    offered(done.page.notice).click()
    assert done.went == [Kind.HOUSEHOLD]


def test_rows_that_did_not_come_in_are_laid_on_disk_before_and_after(here: Hand) -> None:
    page = here.page
    assert page.bar.export.text() == "Xuất 1 dòng cần sửa ra Excel"
    page.bar.export.click()
    here.rest()
    assert page.take.isEnabled()
    assert "Đã xuất các dòng cần sửa" in page.notice.words
    offered(page.notice).click()
    (folder,) = here.went
    assert isinstance(folder, Path)
    (file,) = folder.glob("*.xlsx")
    texts = {str(cell.value) for row in openpyxl.load_workbook(file).worksheets[0] for cell in row}
    assert "Quán Bảy" in texts
    assert "Tạp hóa Sáu" not in texts
    page.take.click()
    here.rest()
    file.unlink()
    assert page.bar.told.text() == "1 dòng của “danh sách.xlsx” chưa vào sổ."
    page.bar.export.click()
    here.rest()
    assert list(folder.glob("*.xlsx"))
    assert page.bar.told.text() == "1 dòng của “danh sách.xlsx” chưa vào sổ."


def test_what_is_left_is_mended_and_only_that_comes_in(done: Hand) -> None:
    page = done.page
    assert not page.take.isEnabled()
    page.bar.go_on.click()
    done.rest()
    assert page.notice.isHidden()
    assert page.bar.told.text().startswith("3 dòng: 1 có lỗi, 2 bỏ qua.")
    done.edit(4, "owner", "Lý Văn Bảy")
    assert page.take.text() == "Nhập 1 dòng"
    page.take.click()
    done.rest()
    assert sorted(one.name for one in done.all(Household)) == ["Quán Bảy", "Tạp hóa Hòa", "Tạp hóa Sáu"]
    assert page.batches.table.count() == 2


def test_taking_back_asks_in_place_and_harms_nothing_by_default(done: Hand) -> None:
    page, batches = done.page, done.page.batches
    also(done).click()
    assert batches.question.text().startswith("Lấy lại cả lần nhập “danh sách.xlsx” lúc 24/11/2026 09:30: 1 hồ sơ")
    assert batches.keep.hasFocus()
    batches.keep.click()
    assert not batches.question.isVisible()
    assert batches.table.hasFocus()
    assert done.kept(Household) == 2
    QTest.keyClick(batches.table, Qt.Key.Key_Return)
    assert batches.asking
    batches.sure.click()
    done.rest()
    assert [(one.name, one.phone) for one in done.all(Household)] == [(SHOP.name, SHOP.phone)]
    assert batches.table.count() == 0
    assert not batches.take_back.isEnabled()
    assert batches.take_back.toolTip() == "Chưa có lần nhập nào"
    assert page.notice.isHidden()
    assert page.hand.path is None
    assert page.bar.go_on.isHidden()


def test_what_was_taken_back_comes_in_again_by_one_press(done: Hand) -> None:
    batches = done.page.batches
    batches.ask(batches.table.current_id())
    batches.sure.click()
    done.rest()
    again = offered(batches.notice)
    assert again.text() == "Làm lại"
    again.click()
    done.rest()
    assert done.kept(Household) == 2
    assert batches.table.count() == 1
    batches.ask(batches.table.current_id())
    batches.sure.click()
    done.rest()
    assert [(one.name, one.phone) for one in done.all(Household)] == [(SHOP.name, SHOP.phone)]


def test_what_hinders_taking_back_is_told_with_names(done: Hand, tmp_path: Path) -> None:
    six = next(one for one in done.all(Household) if one.name == "Tạp hóa Sáu")
    with desk_with(tmp_path, (), new=False) as desk:
        keep(desk, replace(six, phone="0900000001"))
    batches = done.page.batches
    batches.ask(batches.table.current_id())
    batches.sure.click()
    done.rest()
    assert "Chưa hoàn tác được" in batches.notice.words
    assert "Tạp hóa Sáu" in batches.notice.words
    assert done.kept(Household) == 2
    assert batches.table.count() == 1
    assert batches.take_back.isEnabled()


def test_each_list_stands_by_itself_and_another_file_shuts_the_question(done: Hand, tmp_path: Path) -> None:
    batches = done.page.batches
    batches.ask(batches.table.current_id())
    done.open(write(tmp_path / "tháng sau.xlsx", OWNED, [9, "Quán Chín", "Lê Chín", "092180001299", "57A8000009"]))
    assert not batches.asking
    done.page.take.click()
    done.rest()
    assert {batches.table.texts(place)[1] for place in range(2)} == {"tháng sau.xlsx", "danh sách.xlsx"}
    assert done.page.bar.go_on.isHidden()


def test_a_candidate_deleted_meanwhile_is_told_of(here: Hand, tmp_path: Path) -> None:
    with desk_with(tmp_path, (), new=False) as desk:
        remove(desk, Kind.HOUSEHOLD, [one.id for one in desk.store.all(Household)])
    here.page.take.click()
    here.rest()
    assert here.page.notice.words.endswith("3 dòng: 1 thêm mới, 1 có lỗi, 1 đã bị xóa khỏi sổ.")
