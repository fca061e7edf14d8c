"""The parts of the import page by themselves: sentences, cells, names of columns and files, values as shown."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.pages.import_parts import GOOD, HEADING, OWNED, write
from tests.work.registers import OFFICE, SHOP, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.import_bar import ImportBar
from vnpresence_desktop.gui.pages.import_cells import letter, seen
from vnpresence_desktop.gui.pages.import_file import FileName
from vnpresence_desktop.gui.pages.import_sample import shown
from vnpresence_desktop.gui.pages.import_words import hindrance, kept_out, lacking, numbers, other_kind, written
from vnpresence_desktop.gui.short_choice import ShortChoice
from vnpresence_desktop.work.importing import Outlook, open_list, work_out

SAMPLES = Path(__file__).parents[2] / "samples"


def outlook(folder: Path, file: Path, kind: Kind = Kind.HOUSEHOLD) -> Outlook:
    with desk_with(folder, [OFFICE, SHOP]) as desk:
        return work_out(desk, open_list(file), file.name, kind)


def test_numbers_leave_out_what_is_none(tmp_path: Path) -> None:
    found = outlook(tmp_path, write(tmp_path / "a.xlsx", OWNED, *GOOD))
    assert numbers(found) == "3 dòng: 1 thêm mới, 1 bổ sung, 1 có lỗi"
    assert (written(found), kept_out(found)) == (2, 1)
    assert hindrance(found, "") == ""
    assert hindrance(found, "Hãy trả lời.") == "Hãy trả lời."


def test_a_column_that_lacks_hinders_before_anything_else(tmp_path: Path) -> None:
    found = outlook(tmp_path, write(tmp_path / "a.xlsx", HEADING, *GOOD))
    assert lacking(found) == ["owner"]
    assert hindrance(found, "Hãy trả lời.") == "Hãy chọn cột cho chủ hộ."


@pytest.mark.parametrize(
    ("name", "asked", "meant"),
    [
        ("thanh_nien.xlsx", Kind.HOUSEHOLD, Kind.CITIZEN),
        ("doanh_nghiep_moi.xlsx", Kind.HOUSEHOLD, Kind.ENTERPRISE),
        ("ho_kinh_doanh.xlsx", Kind.HOUSEHOLD, None),
    ],
)
def test_which_kind_it_seems_to_be(tmp_path: Path, name: str, asked: Kind, meant: Kind | None) -> None:
    found = other_kind(outlook(tmp_path, SAMPLES / name, asked))
    assert (found[1] if found else None) == meant


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_columns_are_named_as_in_excel(index: int, name: str) -> None:
    assert letter(index) == name


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (True, "Có"),
        (False, "Không"),
        (92180001234.0, "92180001234"),
        (1.5, "1,5"),
        (7, "7"),
        (date(2004, 5, 6), "06/05/2004"),
        (datetime(2004, 5, 6), "06/05/2004"),  # noqa: DTZ001 - as Excel has it
        (datetime(2004, 5, 6, 8, 30), "06/05/2004 08:30"),  # noqa: DTZ001
        (" Tạp\nhóa ", "Tạp hóa"),
        ("x" * 70, "x" * 60 + "…"),
    ],
)
def test_cells_are_shown_as_in_excel(cell: object, text: str) -> None:
    assert seen(cell) == text


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("birth_date", "2004-05-06", "06/05/2004"),
        ("sex", "female", "Nữ"),
        ("state", "active", "đang hoạt động"),
        ("union_member", True, "Có"),
        ("union_member", False, "Không"),
        ("union_member", None, ""),
        ("name", "Tạp hóa", "Tạp hóa"),
    ],
)
def test_values_are_shown_as_a_person_reads_them(field: str, value: Any, text: str) -> None:
    assert shown(field, value) == text


# -- the bar


def test_a_button_that_can_t_be_pressed_says_why(qtbot: QtBot) -> None:
    pressed: list[str] = []
    bar = ImportBar(stop=lambda: None, go_on=lambda: None, export=lambda: None, take=lambda: pressed.append("take"))
    for part in bar.parts:
        qtbot.addWidget(part)
    bar.offer("3 dòng: 3 thêm mới", 3, "Hãy chọn cột.", 0)
    assert (bar.take.isEnabled(), bar.take.toolTip()) == (False, "Hãy chọn cột.")
    assert bar.take.accessibleDescription() == "Hãy chọn cột."
    bar.offer("3 dòng: 3 thêm mới", 3, "", 0)
    bar.take.click()
    assert pressed == ["take"]
    assert bar.take.toolTip() == ""
    bar.be_busy("Đang đọc…")
    bar.take.click()
    assert pressed == ["take"]
    assert bar.take.toolTip() == "Đang đọc…"


# -- the name of a file, the choice of a column


def test_a_long_name_needs_no_more_room_and_the_tip_has_all_of_it(qtbot: QtBot) -> None:
    name = FileName()
    qtbot.addWidget(name)
    name.setText("DANH_SACH_" * 20 + ".xlsx")
    assert name.minimumSizeHint().width() < 200
    name.setFixedSize(150, 30)
    name.show()
    name.grab()
    assert name.toolTip() == name.text()


def picked(qtbot: QtBot, text: str) -> ShortChoice:
    pick = ShortChoice()
    qtbot.addWidget(pick)
    pick.addItem(text)
    pick.setFixedSize(160, 40)
    pick.show()
    return pick


def test_a_long_heading_ends_in_dots_and_the_tip_has_all_of_it(qtbot: QtBot) -> None:
    heading = "H · Số giấy chứng nhận đăng ký hộ kinh doanh theo mẫu mới"
    pick = picked(qtbot, heading)
    assert pick.shown.startswith("H · Số")
    assert pick.shown.endswith("…")
    assert pick.toolTip() == heading
    assert pick.grab().toImage() == picked(qtbot, pick.shown).grab().toImage()


def test_a_short_heading_is_seen_whole_and_a_wider_box_shows_more(qtbot: QtBot) -> None:
    assert picked(qtbot, "A · Tên").shown == "A · Tên"
    pick = picked(qtbot, "H · Số giấy chứng nhận đăng ký")
    before = len(pick.shown)
    pick.setFixedSize(200, 40)
    assert len(pick.shown) > before


def test_the_list_of_headings_is_as_wide_as_the_longest(qtbot: QtBot) -> None:
    pick = picked(qtbot, "H · Số giấy chứng nhận đăng ký hộ kinh doanh")
    pick.showPopup()
    assert pick.view().viewport().width() >= pick.fontMetrics().horizontalAdvance(pick.currentText())
    pick.hidePopup()
