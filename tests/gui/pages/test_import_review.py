"""The repair screen as an officer uses it: a real list, a real register, keys and clicks."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import let_go, present, tab_stops
from tests.gui.pages.review_parts import CAFE, FIRST, HEADING, ROWS, SHOP, Screen, write
from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.gui.pages.import_review import Review
from vnpresence_desktop.gui.pages.import_review_kinds import ALL, CHANGED, IN_FILE, IN_REGISTER, LEFT_OUT
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import Ask, Fate, OnMatch, Spelling

WRONG_ID, ZERO, LIKELY = ("id_number", "id_length"), ("id_number", "id_zero_restored"), ("", "likely_same")
FORM = ("certificate_no", "certificate_form")
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, SHOP, CAFE]) as opened:
        yield opened


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Screen:
    review = Review(lambda: ("Ấp Một", "Ấp Hai"))
    present(qtbot, review, 1120, 560)
    return Screen(desk, write(tmp_path / "danh sách.xlsx", HEADING, *ROWS), review)


def press(key: Qt.Key, control: bool = False) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key, Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()  # Qt takes what was typed a moment after Enter


def editor(screen: Screen) -> QLineEdit:
    here = QApplication.focusWidget()
    assert isinstance(here, QLineEdit)
    assert screen.review.grid.isAncestorOf(here)
    return here


# -- what is shown


def test_every_row_is_shown_as_it_would_be_stored(screen: Screen) -> None:
    QAbstractItemModelTester(screen.review.grid.model())
    assert screen.shown() == [FIRST + place for place in range(len(ROWS))]
    assert screen.review.grid.texts(0)[:4] == ["4", "Thêm mới", "Tạp hóa Sáu", "Trần Thị Sáu"]
    assert [screen.review.grid.texts(place)[1] for place in range(7)] == [
        "Thêm mới", "Bổ sung", "Có lỗi", "Thêm mới", "Có lỗi", "Đã có", "Thêm mới",
    ]  # fmt: skip
    assert screen.cell(4, "id_number") == "092180001234"
    assert screen.cell(4, "certificate_date") == "12/05/2019"


def test_a_value_that_can_not_be_read_is_shown_struck_out_as_the_file_has_it(screen: Screen) -> None:
    grid = screen.review.grid
    screen.stand(7, "certificate_date")
    index = grid.currentIndex()
    assert index.data() == "31/02/2022"
    assert index.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert "Không đọc được ngày" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Không đọc được ngày" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    screen.stand(4, "id_number")
    assert "Trong tệp: “92180001234”" in grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_a_kind_shows_its_rows_alone(screen: Screen) -> None:
    screen.review.groups.setFocus()
    screen.review.groups.choose(ZERO)
    assert screen.shown() == [4, 7, 9]
    assert screen.review.bar.title.text() == "Số định danh mất số 0 · 3 dòng"
    assert (screen.review.grid.current_id(), screen.review.grid.field) == (4, "id_number")
    screen.review.groups.choose(IN_REGISTER)
    assert screen.shown() == [5, 7]
    press(Qt.Key.Key_Home)
    assert screen.review.groups.key == ALL
    assert len(screen.shown()) == len(ROWS)


def test_the_current_row_is_explained_beside_what_stood_in_the_file(screen: Screen) -> None:
    card = screen.review.card
    screen.stand(7)
    assert card.heading.text() == "Dòng 7: Cà phê Đông"
    texts = card.texts()
    assert any("31/02/2022" in text for text in texts)
    assert any(text.endswith("Trong tệp: “0912 34”.") for text in texts)
    assert "31/02/2022" in card.accessibleDescription()
    assert not any("Hãy so hai hồ sơ" in text for text in texts)  # it stands beside
    screen.stand(10)
    assert card.beside.isHidden()


# -- editing


def test_typing_edits_the_cell_and_enter_keeps(screen: Screen, vntype: Callable[[QWidget, str], None]) -> None:
    screen.stand(6, "owner")
    vntype(screen.review.grid, "L")
    vntype(editor(screen), "ê Văn Bảy")
    press(Qt.Key.Key_Return)
    assert screen.choices.edits == {6: {"owner": "Lê Văn Bảy"}}
    assert screen.line(6).fate is Fate.NEW
    assert screen.cell(6, "owner") == "Lê Văn Bảy"
    assert screen.review.grid.hasFocus()
    assert (screen.review.grid.current_id(), screen.review.grid.field) == (6, "owner")
    assert "Chủ hộ đã sửa; trong tệp để trống." in screen.review.card.texts()
    assert "trong tệp để trống" in screen.review.grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_a_word_composed_by_the_input_method_is_taken(
    screen: Screen, unikey: Callable[[QWidget, str, str], None]
) -> None:
    screen.stand(6, "owner")
    press(Qt.Key.Key_F2)
    unikey(editor(screen), "Lee", "Lê")
    press(Qt.Key.Key_Return)
    assert screen.cell(6, "owner") == "Lê"


def test_escape_gives_up_and_enter_without_a_change_says_nothing(screen: Screen, qtbot: QtBot) -> None:
    screen.stand(4, "phone")
    with qtbot.assertNotEmitted(screen.review.changed):
        press(Qt.Key.Key_Return)
        QTest.keyClicks(editor(screen), "999")
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_F2)
        press(Qt.Key.Key_Return)
    assert screen.cell(4, "phone") == "0912345678"


def test_delete_empties_and_ctrl_z_takes_it_back(screen: Screen) -> None:
    screen.stand(4, "phone")
    press(Qt.Key.Key_Delete)
    assert screen.line(4).record.phone == ""
    assert not screen.review.bar.undo.isHidden()
    assert screen.review.bar.undo.toolTip() == "Hoàn tác: sửa số điện thoại ở dòng 4 (Ctrl+Z)"
    press(Qt.Key.Key_Z, control=True)
    assert screen.line(4).record.phone == "0912345678"
    assert screen.choices.edits == {}
    assert screen.review.bar.undo.isHidden()
    press(Qt.Key.Key_Z, control=True)  # nothing more


def test_what_the_file_says_typed_again_is_no_edit(screen: Screen) -> None:
    screen.stand(7, "phone")
    for text in ("0987654321", "0912 34"):
        press(Qt.Key.Key_F2)
        editor(screen).setText(text)
        press(Qt.Key.Key_Return)
    assert screen.choices.edits == {}


def test_a_row_that_is_mended_leaves_its_kind_and_the_next_one_is_current(screen: Screen) -> None:
    screen.review.groups.choose(ZERO)
    screen.stand(7, "id_number")
    press(Qt.Key.Key_F2)
    editor(screen).setText("092080000124")
    press(Qt.Key.Key_Return)
    assert screen.shown() == [4, 9]
    assert (screen.review.grid.current_id(), screen.review.grid.field) == (9, "id_number")
    assert screen.review.groups.key == ZERO


def test_the_last_row_of_a_kind_mended_leaves_an_empty_list_that_says_so(screen: Screen) -> None:
    screen.review.groups.choose(WRONG_ID)
    screen.stand(8, "id_number")
    press(Qt.Key.Key_F2)
    editor(screen).setText("092180001299")
    press(Qt.Key.Key_Return)
    assert screen.shown() == []
    assert screen.review.grid.accessibleDescription() == "Đã xử lý hết. Chọn mục khác ở bên trái."
    assert "Số định danh sai số chữ số" not in [name for name, _ in screen.review.groups.texts()]
    screen.review.groups.choose(CHANGED)
    assert screen.shown() == [8]


def test_an_answer_that_comes_while_a_cell_is_typed_waits_for_it(screen: Screen) -> None:
    screen.answering = False
    screen.stand(4, "phone")
    press(Qt.Key.Key_Delete)
    assert screen.cell(4, "phone") == ""  # seen before it is worked out
    screen.stand(6, "owner")
    press(Qt.Key.Key_F2)
    line = editor(screen)
    line.setText("Lê Văn Bảy")
    screen.answer()
    press(Qt.Key.Key_F8)  # no key of the grid now
    assert editor(screen) is line
    assert line.text() == "Lê Văn Bảy"
    press(Qt.Key.Key_Return)
    assert screen.choices.edits == {4: {"phone": ""}, 6: {"owner": "Lê Văn Bảy"}}
    assert screen.cell(6, "owner") == "Lê Văn Bảy"
    screen.answer()
    assert screen.line(6).fate is Fate.NEW
    assert screen.review.grid.texts(2)[1] == "Thêm mới"


# -- rows and kinds


def test_space_leaves_a_row_out_and_takes_it_again(screen: Screen) -> None:
    screen.stand(5)
    press(Qt.Key.Key_Space)
    assert screen.line(5).fate is Fate.LEFT_OUT
    assert screen.review.grid.texts(1)[1] == "Bỏ qua"
    assert screen.review.card.out.text() == "Lấy lại dòng này"
    press(Qt.Key.Key_Space)
    assert screen.line(5).fate is Fate.UPDATED


def test_a_kind_is_left_out_and_one_row_of_it_taken_again(screen: Screen) -> None:
    screen.review.groups.choose(ZERO)
    screen.review.bar.out.click()
    assert [screen.line(row).fate for row in (4, 7, 9)] == [Fate.LEFT_OUT] * 3
    assert screen.decisions.left_out_kinds == {ZERO}
    assert screen.review.bar.out.text() == "Lấy lại các dòng này"
    screen.stand(7)
    assert screen.review.card.out.text() == "Lấy lại dòng này"
    press(Qt.Key.Key_Space)
    assert screen.line(7).fate is Fate.NEW
    assert [screen.line(row).fate for row in (4, 9)] == [Fate.LEFT_OUT] * 2
    screen.review.groups.choose(LEFT_OUT)
    screen.review.bar.out.click()
    assert screen.outlook.fates[Fate.LEFT_OUT] == 0
    for _ in range(3):
        screen.review.undo()
    assert screen.decisions.left_out_kinds == frozenset()


def test_a_kind_is_accepted_for_a_reason_asked_in_place(screen: Screen) -> None:
    bar = screen.review.bar
    screen.review.groups.choose(FORM)
    assert bar.ask.isHidden()
    bar.accept.click()
    assert bar.ask.line.hasFocus()
    assert bar.ask.line.currentText() == "Đúng như danh sách gốc"
    press(Qt.Key.Key_Return)
    assert screen.line(10).record.accepted == ("certificate_no:certificate_form:Đúng như danh sách gốc",)
    assert "đã chấp nhận: Đúng như danh sách gốc" in bar.title.text()
    assert screen.review.survey.group(FORM).waiting == 0
    assert screen.review.card.accept.isHidden()
    bar.accept.click()
    assert screen.line(10).record.accepted == ()


def test_escape_ends_the_question_for_a_reason(screen: Screen, qtbot: QtBot) -> None:
    screen.review.groups.choose(FORM)
    screen.review.bar.accept.click()
    with qtbot.assertNotEmitted(screen.review.changed):
        press(Qt.Key.Key_Escape)
    assert screen.review.bar.ask.isHidden()
    assert not screen.review.bar.accept.isHidden()


def test_an_error_can_not_be_accepted(screen: Screen) -> None:
    screen.review.groups.choose(WRONG_ID)
    assert screen.review.bar.accept.isHidden()
    screen.stand(8)
    assert screen.review.card.accept.isHidden()


def test_a_row_is_accepted_alone(screen: Screen) -> None:
    screen.stand(10)
    screen.review.card.accept.click()
    screen.review.card.ask.take.click()
    assert screen.decisions.accepted_rows == {10: "Đúng như danh sách gốc"}
    assert screen.review.card.accept.text() == "Thôi chấp nhận"
    assert "Đã chấp nhận: Đúng như danh sách gốc." in screen.review.card.texts()
    screen.review.card.accept.click()
    assert screen.decisions.accepted_rows == {}


def test_rows_that_excel_hides_are_pointed_out_and_may_come_in(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    review = Review()
    present(qtbot, review, 1120, 560)
    screen = Screen(desk, write(tmp_path / "ẩn.xlsx", HEADING, *ROWS, hidden=[8, 10]), review)
    hidden = ("", "row_hidden")
    review.groups.choose(hidden)
    assert review.bar.title.text() == "Dòng ẩn trong Excel · 2 dòng"
    assert screen.shown() == [8, 10]
    review.bar.out.click()
    assert screen.line(10).fate is Fate.LEFT_OUT
    review.bar.out.click()
    review.bar.accept.click()
    review.bar.ask.give()
    assert screen.line(10).fate is Fate.NEW
    assert review.survey.group(hidden).waiting == 0


def test_f8_goes_to_the_next_cell_that_waits_and_round(screen: Screen) -> None:
    grid = screen.review.grid
    screen.stand(4)
    seen = []
    for _ in range(9):
        press(Qt.Key.Key_F8)
        seen.append((grid.current_id(), grid.field))
    assert seen == [
        (4, "id_number"), (6, "owner"), (7, ""), (7, "id_number"), (7, "certificate_date"), (7, "phone"),
        (8, "id_number"), (9, "id_number"), (10, "certificate_no"),
    ]  # fmt: skip
    press(Qt.Key.Key_F8)
    assert (grid.current_id(), grid.field) == (4, "id_number")
    screen.review.groups.choose(WRONG_ID)
    screen.review.groups.setFocus()
    press(Qt.Key.Key_F8)
    assert grid.hasFocus()
    assert (grid.current_id(), grid.field) == (8, "id_number")


def test_f8_says_where_nothing_is_left(screen: Screen) -> None:
    screen.review.groups.choose(IN_FILE)
    screen.review.bar.out.click()
    screen.review.groups.choose(LEFT_OUT)
    screen.stand(9)
    press(Qt.Key.Key_F8)
    assert screen.review.bar.keys.text() == "Không còn chỗ nào cần xem."


# -- who it is


def test_a_row_stands_beside_the_record_that_it_is(screen: Screen) -> None:
    beside = screen.review.card.beside
    screen.stand(5)
    assert beside.heading.text() == "Đã có trong sổ: “Tạp hóa Hòa”"
    assert beside.ways[OnMatch.FILL].isChecked()
    assert screen.line(5).match is not None
    beside.ways[OnMatch.OVERWRITE].click()
    assert screen.decisions.on_match == {5: OnMatch.OVERWRITE}
    assert beside.ways[OnMatch.OVERWRITE].isChecked()
    assert screen.outlook.changes[1].result.name == "Tạp hóa Hòa"
    assert getattr(screen.outlook.changes[1].result, "owner", "") == "Lê Thị Hoa"


def test_one_that_is_only_likely_waits_for_a_word(screen: Screen) -> None:
    beside = screen.review.card.beside
    screen.stand(7)
    assert beside.heading.text() == "Có thể đã có trong sổ: “Cà phê Đông”"
    assert not any(one.isChecked() for one in beside.ways.values())
    beside.ways[OnMatch.FILL].click()
    assert screen.line(7).fate is Fate.UPDATED
    beside.ways[OnMatch.SKIP].click()
    assert screen.line(7).fate is Fate.LEFT_OUT
    screen.review.grid.setFocus()
    press(Qt.Key.Key_Space)
    assert screen.decisions.on_match == {}
    assert screen.line(7).fate is Fate.NEW


def test_all_that_stand_in_the_register_are_decided_at_once(screen: Screen) -> None:
    screen.review.groups.choose(IN_REGISTER)
    screen.review.bar.ways[OnMatch.ADD].click()
    assert screen.decisions.on_match == {5: OnMatch.ADD, 7: OnMatch.ADD}
    assert screen.line(5).fate is Fate.NEW
    assert LIKELY not in {one.key for one in screen.review.survey.groups}


def test_a_decision_is_taken_for_all_such_rows(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_with(tmp_path, [OFFICE]) as desk:
        rows = [*ROWS[:1], *ROWS[:1], *ROWS[:1]]
        review = Review()
        present(qtbot, review, 1120, 560)
        screen = Screen(desk, write(tmp_path / "ba lần.xlsx", HEADING, *rows), review)
        screen.stand(5)
        assert review.card.beside.every.text() == "Làm vậy với cả 2 dòng như thế"
        review.card.beside.ways[OnMatch.ADD].click()
        review.card.beside.every.click()
        assert screen.decisions.on_match == {5: OnMatch.ADD, 6: OnMatch.ADD}
        assert screen.outlook.fates[Fate.NEW] == 3


# -- questions


def test_nothing_comes_in_before_the_zeros_are_answered(screen: Screen) -> None:
    review = screen.review
    assert review.waiting == "Hãy trả lời câu hỏi về 3 số định danh cá nhân mất số 0."
    box = review.questions.boxes[0]
    assert (box.question.ask, box.question.field) == (Ask.ZEROS, "id_number")
    assert "92180001234 → 092180001234" in box.words.text()
    box.acts[0].setFocus()
    QTest.keyClick(box.acts[0], Qt.Key.Key_Space)
    assert screen.choices.options.zeros == {"id_number": True}
    assert review.waiting == ""
    assert review.questions.boxes[0].words.text().startswith("Đã thêm lại số 0 cho 3 số định danh cá nhân")
    assert screen.line(4).record.unconfirmed == ()
    assert ZERO not in {one.key for one in review.survey.groups}
    here = QApplication.focusWidget()
    assert here is not None
    assert review.questions.isAncestorOf(here)
    press(Qt.Key.Key_Z, control=True)
    assert screen.choices.options.zeros == {}
    assert review.waiting


def test_zeros_may_stay_unsure_or_be_left_as_they_are(screen: Screen) -> None:
    for answer, number in (("unsure", "092180001234"), ("leave", "92180001234")):
        box = screen.review.questions.boxes[0]
        box.answered.emit(answer)
        assert screen.line(4).record.id_number == number
        assert screen.review.waiting == ""


def test_old_spellings_are_told_and_may_be_left_as_they_are(screen: Screen, qtbot: QtBot, desk: Desk) -> None:
    review = Review()
    present(qtbot, review, 1120, 560)
    old = Screen(desk, SAMPLES / "tcvn3_vntime.xls", review)
    box = next(one for one in review.questions.boxes if one.question.ask is Ask.SPELLING)
    assert box.words.text() == "189 ô gõ bằng phông cũ TCVN3 (.VnTime); đã đổi sang Unicode."
    assert old.cell(4, "owner") == "Trần Văn Trí"
    old.stand(4, "owner")
    assert "Trong tệp: “TrÇn V¨n TrÝ”." in review.grid.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    box.acts[0].click()
    assert old.choices.refused == {Spelling.TCVN3}
    box = next(one for one in review.questions.boxes if one.question.ask is Ask.SPELLING)
    assert box.words.text().startswith("Giữ nguyên những ô gõ bằng phông cũ TCVN3")
    box.acts[0].click()
    assert old.cell(4, "owner") == "Trần Văn Trí"


def test_a_word_gets_its_meaning_once_for_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    with desk_with(tmp_path, [OFFICE]) as desk:
        heading = [*HEADING, "Tình trạng"]
        rows = [[*ROWS[0], "đóng cửa tạm"], [*ROWS[4][:3], "092180001277", *ROWS[4][4:], "đóng cửa tạm"]]
        review = Review()
        present(qtbot, review, 1120, 560)
        screen = Screen(desk, write(tmp_path / "từ lạ.xlsx", heading, *rows), review)
        box = next(one for one in review.questions.boxes if one.question.ask is Ask.WORD)
        assert box.words.text() == "“đóng cửa tạm” ở cột tình trạng (2 dòng) nghĩa là:"
        pick = box.acts[0]
        assert pick.shown == "Chọn…"
        place = pick.findText("Tạm ngừng")
        pick.setCurrentIndex(place)
        pick.activated.emit(place)
        assert {line.record.state for line in screen.outlook.lines} == {"suspended"}


# -- the whole


def test_the_keys_of_the_grid_are_not_the_windows(screen: Screen, qtbot: QtBot) -> None:
    heard: list[str] = []
    for keys in ("Ctrl+Z", "F2", "F8"):
        QShortcut(keys, screen.review, lambda keys=keys: heard.append(keys))
    screen.stand(4, "phone")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Z, control=True)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F2)
    assert editor(screen)
    press(Qt.Key.Key_Escape)
    assert heard == []
    assert screen.choices.edits == {}


def test_another_list_forgets_what_could_be_taken_back(screen: Screen) -> None:
    screen.review.groups.choose(ZERO)
    screen.stand(4, "phone")
    press(Qt.Key.Key_Delete)
    screen.review.begin()
    screen.review.undo()
    assert screen.choices.edits == {4: {"phone": ""}}
    screen.answer()
    assert screen.review.groups.key == ALL


def test_tab_goes_through_all_of_it_and_everything_has_a_name(screen: Screen) -> None:
    screen.review.groups.choose(LIKELY)
    screen.stand(7)
    first = screen.review.questions.boxes[0].acts[0]
    stops = tab_stops(first)
    for wanted in (screen.review.groups, screen.review.grid, screen.review.card.beside.ways[OnMatch.FILL]):
        assert wanted in stops
    for stop in stops:
        assert stop.accessibleName() or (isinstance(stop, QPushButton) and stop.text()), stop


def test_it_lives_with_large_letters_and_dark_colours(screen: Screen, qapp: QApplication) -> None:
    apply(qapp, Theme(dark=True, scale=1.5))
    review = screen.review
    for group in review.survey.groups:
        review.groups.choose(group.key)
        for row in screen.shown():
            screen.stand(row)
            let_go(qapp)
            assert review.layout().minimumSize().width() <= 1000
    screen.stand(10)
    review.card.accept.click()
    review.groups.choose(FORM)
    review.bar.accept.click()
    let_go(qapp)
    assert review.layout().minimumSize().width() <= 1000
    assert review.bar.ask.minimumSizeHint().width() <= 600
    screen.stand(7, "phone")
    assert review.grid.visualRect(review.grid.currentIndex()).right() <= review.grid.viewport().width()


def test_the_first_columns_stay_while_the_grid_is_scrolled_and_give_way_to_an_editor(screen: Screen) -> None:
    grid = screen.review.grid
    screen.review.resize(700, 560)
    let_go(QApplication.instance())
    screen.stand(6, "phone")
    let_go(QApplication.instance())
    frozen = grid._frozen
    assert frozen.isVisible()
    assert grid.visualRect(grid.currentIndex()).left() >= frozen.width()
    QTest.mouseClick(
        frozen.viewport(), Qt.MouseButton.LeftButton, pos=frozen.visualRect(frozen.model().index(0, 0)).center()
    )
    assert grid.current_id() == 4
    assert grid.hasFocus()
    press(Qt.Key.Key_F2)
    assert editor(screen).isVisible()
    assert frozen.isHidden()
    press(Qt.Key.Key_Escape)
    screen.stand(6, "phone")
    screen.stand(6, "owner")
    assert frozen.isVisible()
    assert grid.visualRect(grid.currentIndex()).left() >= frozen.width()
    screen.stand(6, "phone")
    screen.stand(6)
    assert frozen.isHidden()


def test_a_long_list_is_read_as_it_comes_into_sight(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    rows = [[place, f"Quán {place}", "Lê An", f"09218{place:07}", "", "", "", "Ấp Một", ""] for place in range(3000)]
    rows[2900][2] = ""
    review = Review()
    present(qtbot, review, 1120, 560)
    asked: list[int] = []
    known = review.lines.rows

    def counted(numbers: Sequence[int]) -> Sequence[Sequence[object]]:
        asked.extend(numbers)
        return known(numbers)

    review.grid._model._rows = counted
    screen = Screen(desk, write(tmp_path / "dài.xlsx", HEADING, *rows), review)
    assert len(screen.shown()) == 3000
    let_go(QApplication.instance())
    assert len(set(asked)) < 300
    screen.stand(4)
    press(Qt.Key.Key_F8)
    assert review.grid.current_id() == 2904
    assert review.grid.field == "owner"
