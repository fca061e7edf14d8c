"""Where heading and list are: said over the rows of the file, by keyboard and mouse; and the sheet they are on."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, offered, present
from tests.gui.pages.import_parts import GOOD, OWNED, Hand, at_hand, two_sheets, write, write_sheets
from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.import_area import AreaCard, sentence
from vnpresence_desktop.gui.pages.import_row_number import RowNumber
from vnpresence_desktop.gui.tokens import colour
from vnpresence_desktop.work.importing import Area

CELLS: Sequence[Sequence[object]] = [
    ["Ủy ban"],
    [],
    ["STT", "Tên"],
    ["(1)", "(2)"],
    [1, "Sáu"],
    [2, "Bảy"],
    ["Cộng", 2],
]


@pytest.fixture
def card(qtbot: QtBot) -> AreaCard:
    made = AreaCard()
    present(qtbot, made, 900, 600)
    made.show_sheet("Danh sách", CELLS, Area(3, 3, 5, 7), {7: "total"})
    return made


@pytest.fixture
def here(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Hand:
    with desk_with(tmp_path, [OFFICE]):
        pass
    made = at_hand(qtbot, jobs, tmp_path)
    present(qtbot, made.page, 1120, 660)
    return made


def choose(card: AreaCard, *rows: int) -> None:
    """Put the keyboard on a row and stretch the choice to the last one, as Shift and the arrow keys do."""
    card.table.setFocus()
    card.table.select(rows[0])
    for _ in range(rows[-1] - rows[0]):
        QTest.keyClick(card.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def marks(card: AreaCard) -> list[str]:
    return [card.table.texts(place)[1] for place in range(card.table.count())]


def test_the_rows_stand_as_in_the_file_with_what_each_is(card: AreaCard) -> None:
    QAbstractItemModelTester(card.table.model())
    assert card.table.texts(4) == ["5", "Danh sách", "1", "Sáu"]
    assert marks(card) == ["", "", "Tiêu đề", "", "Danh sách", "Danh sách", "Dòng tổng cộng"]
    assert card.area == Area(3, 3, 5, 7)
    assert card.table.current_id() == 3


def test_the_heading_is_seen_without_reading(card: AreaCard) -> None:
    card.table.select(6)
    picture = card.table.viewport().grab().toImage()

    def ground(row: int) -> str:
        place = card.table.visualRect(card.table.model().index(row - 1, 3)).bottomRight()
        return picture.pixelColor(place.x() - 3, place.y() - 3).name()

    assert ground(3) == colour("primary_soft").name()
    assert ground(5) == colour("ok_soft").name()
    assert ground(1) not in {ground(3), ground(5)}


@pytest.mark.parametrize(
    ("rows", "key", "area"),
    [
        ((3, 4), "t", Area(3, 4, 5, 7)),
        ((4, 5), "t", Area(4, 5, 6, 7)),
        ((6,), "d", Area(3, 3, 6, 7)),
        ((5, 6), "c", Area(3, 3, 5, 6)),
        ((6,), "k", Area(0, 0, 5, 7)),
    ],
)
def test_letters_on_chosen_rows_move_heading_and_list(
    card: AreaCard, vntype: Type, rows: tuple[int, ...], key: str, area: Area
) -> None:
    choose(card, *rows)
    vntype(card.table, key)
    assert card.area == area
    assert card.table.current_id() == rows[-1] or len(rows) > 1
    assert card.keep.isEnabled()


def test_the_buttons_do_the_same(card: AreaCard) -> None:
    choose(card, 4)
    card.heading.click()
    choose(card, 5)
    card.first.click()
    choose(card, 6)
    card.last.click()
    assert card.area == Area(4, 4, 5, 6)
    assert marks(card) == ["", "", "", "Tiêu đề", "Danh sách", "Danh sách", ""]
    card.without.click()
    assert card.area == Area(0, 0, 5, 6)


def test_exact_numbers_can_be_typed_and_the_row_comes_into_sight(card: AreaCard) -> None:
    last = card.numbers[3]
    last.setText("6")
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert card.area == Area(3, 3, 5, 6)
    assert card.table.current_id() == 6
    QTest.keyClick(last, Qt.Key.Key_Down)
    assert card.area.last == 5
    last.setText("99")
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert last.property("state") == "error"
    assert card.area.last == 5


def test_what_can_t_be_is_said_and_not_taken(card: AreaCard) -> None:
    choose(card, 2)
    card.first.click()
    assert not card.keep.isEnabled()
    assert card.keep.toolTip() == card.told.text == "Danh sách phải bắt đầu ở dưới tiêu đề."
    choose(card, 5)
    card.first.click()
    choose(card, 4)
    card.last.click()
    assert card.told.text == "Dòng cuối của danh sách phải ở dưới dòng đầu của nó."
    for number, text in zip(card.numbers, ("", "3", "5", "7"), strict=True):
        number.setText(text)
        number.editingFinished.emit()
    assert card.told.text.startswith("Tiêu đề cần cả dòng đầu và dòng cuối")


def test_what_is_chosen_is_told_and_esc_gives_up(card: AreaCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.chosen) as told:
        card.keep.click()
    assert told.args == ["Danh sách", Area(3, 3, 5, 7)]
    with qtbot.waitSignal(card.chosen) as told:
        card.found.click()
    assert told.args == ["Danh sách", None]
    for place in (card.table, card.numbers[0], card.keep):
        place.setFocus()
        with qtbot.waitSignal(card.given_up):
            QTest.keyClick(place, Qt.Key.Key_Escape)


def test_a_sheet_in_which_nothing_was_found_begins_with_a_guess(card: AreaCard) -> None:
    card.show_sheet("Khác", CELLS, None, {})
    assert card.area == Area(3, 3, 4, 7)
    card.show_sheet("Trống", [], None, {})
    assert card.table.count() == 0


def test_a_hundred_thousand_rows_of_sixty_columns_are_not_all_touched(card: AreaCard) -> None:
    touched: set[int] = set()

    class Watched(list[list[object]]):
        def __getitem__(self, place: object) -> list[object]:  # type: ignore[override]
            assert isinstance(place, int)
            touched.add(place)
            return super().__getitem__(place)

    card.show_sheet("Lớn", Watched([["x"] * 60] * 100_000), Area(1, 1, 2, 100_000), {})
    QApplication.processEvents()
    choose(card, 3)
    card.heading.click()
    QApplication.processEvents()
    assert len(touched) < 1000


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (Area(4, 5, 6, 245), "Tiêu đề ở dòng 4–5, danh sách từ dòng 6 đến 245"),
        (Area(1, 1, 2, 9), "Tiêu đề ở dòng 1, danh sách từ dòng 2 đến 9"),
        (Area(0, 0, 1, 9), "Không có tiêu đề, danh sách từ dòng 1 đến 9"),
    ],
)
def test_where_they_are_is_one_sentence(area: Area, words: str) -> None:
    assert sentence(area) == words


def test_a_row_number_may_be_blank_only_where_it_is_said(qtbot: QtBot) -> None:
    blank, never = RowNumber("một", blank="không có"), RowNumber("hai")
    for number in (blank, never):
        qtbot.addWidget(number)
        number.put(3, 10)
        number.setText("")
        number.editingFinished.emit()
    assert (blank.value, blank.property("state")) == (0, "")
    assert (never.value, never.property("state")) == (3, "error")


# -- on the page


def test_rows_that_were_taken_for_others_are_mended_on_the_page(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    page.looking.place.mend.click()
    area = page.looking.area
    assert area.table.hasFocus()
    assert page.looking.place.mend.isHidden()
    assert marks(area) == ["", "", "Tiêu đề", "Danh sách", "Danh sách", "Danh sách"]
    QTest.keyClick(area.table, Qt.Key.Key_Escape)
    assert page.looking.review.isVisible()
    page.looking.edit_area()
    choose(area, 5)
    area.last.click()
    area.keep.click()
    here.rest()
    assert page.looking.place.told.text() == "Tiêu đề ở dòng 3, danh sách từ dòng 4 đến 5"
    assert page.bar.told.text() == "2 dòng: 2 thêm mới."
    page.looking.edit_area()
    area.found.click()
    here.rest()
    assert page.pill.text() == "3 dòng"


def test_another_sheet_is_read_and_what_was_decided_about_this_one_is_over(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(two_sheets(tmp_path / "nhiều trang.xlsx"))
    sheets = page.looking.place.sheets
    assert sheets.currentText() == "Ấp Một · 3 dòng"
    texts = [sheets.itemText(place) for place in range(sheets.count())]
    assert texts == ["Bìa · không thấy danh sách", "Ấp Một · 3 dòng", "Ấp Hai · 1 dòng"]
    here.edit(2, "owner", "Ai")
    sheets.setCurrentIndex(2)
    sheets.activated.emit(2)
    here.rest()
    assert page.pill.text() == "1 dòng"
    assert page.hand.choices.edits == {}
    assert sheets.currentText() == "Ấp Hai · 1 dòng"
    page.take.click()
    here.rest()
    assert here.kept(Household) == 1


def test_a_sheet_without_a_list_is_shown_to_be_pointed_at_or_left(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(two_sheets(tmp_path / "nhiều trang.xlsx"))
    sheets, area = page.looking.place.sheets, page.looking.area
    sheets.setCurrentIndex(0)
    sheets.activated.emit(0)
    assert area.isVisible()
    assert area.table.texts(0)[2] == "Báo cáo tháng"
    assert sheets.currentData() == "Bìa"
    area.back.click()
    assert page.looking.review.isVisible()
    assert sheets.currentData() == "Ấp Một"


def test_one_sheet_needs_no_choice(here: Hand, tmp_path: Path) -> None:
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    assert not here.page.looking.place.sheets.isVisible()


def test_where_no_list_is_found_it_is_pointed_at(here: Hand, tmp_path: Path) -> None:
    page = here.page
    people = [["Trần Thị Sáu", "Tạp hóa", "092180001201"], ["Lê Thị Hòa", "Quán", "092180001202"]]
    rows = [["Ghi chép"], ["Bảng", "Ai", "Gì"], *people]
    here.open(write_sheets(tmp_path / "lạ.xlsx", {"Trang": rows}))
    area = page.looking.area
    if page.notice.isHidden():  # it was known by what stands in it
        page.looking.edit_area()
    else:
        offered(page.notice).click()
    assert area.isVisible()
    choose(area, 2)
    area.heading.click()
    area.keep.click()
    here.rest()
    assert page.looking.place.told.text() == "Tiêu đề ở dòng 2, danh sách từ dòng 3 đến 4"
    here.pick("owner", 0)
    assert page.bar.told.text() == "2 dòng: 2 thêm mới."
