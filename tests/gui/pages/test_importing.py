"""The import page as an officer uses it: a real file, a real register, jobs in the background."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import dragged, let_go, offered, present, tab_stops
from tests.gui.pages.import_parts import GOOD, HEADING, OWNED, ROWS, Hand, at_hand, locked, write
from tests.work.registers import OFFICE, SHOP, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household
from vnpresence_desktop.gui.jobs import Job, Jobs
from vnpresence_desktop.gui.pages.import_steps import COLUMNS, REVIEW
from vnpresence_desktop.gui.short_choice import ShortChoice
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.work.importing import OnMatch

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def here(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Hand:
    with desk_with(tmp_path, [OFFICE]):
        pass
    made = at_hand(qtbot, jobs, tmp_path)
    present(qtbot, made.page, 1120, 660)
    made.page.arrive()
    return made


def test_before_a_file_is_chosen_nothing_can_be_imported_and_the_page_says_why(here: Hand) -> None:
    page = here.page
    assert not page.take.isEnabled()
    assert page.take.toolTip() == page.bar.told.text() == "Chọn tệp danh sách để bắt đầu."
    assert page.file.open.hasFocus()
    assert page.bar.stop.isHidden()
    assert page.bar.progress.isHidden()
    assert page.bar.export.isHidden()
    assert page.file.close_file.isHidden()


@pytest.mark.parametrize(
    ("name", "kind", "record"),
    [
        ("ho_kinh_doanh.xlsx", Kind.HOUSEHOLD, Household),
        ("doanh_nghiep_moi.xlsx", Kind.ENTERPRISE, Enterprise),
        ("thanh_nien.xlsx", Kind.CITIZEN, Citizen),
    ],
)
def test_a_list_is_seen_imported_and_the_summary_is_what_the_register_holds(
    here: Hand, qtbot: QtBot, name: str, kind: Kind, record: type[Household | Enterprise | Citizen]
) -> None:
    page = here.page
    page.file.be(kind)
    here.open(SAMPLES / name)
    here.answer_zeros()
    forecast, wanted = page.bar.told.text(), page.take.text()
    assert here.kept(record) == 0
    with qtbot.waitSignal(page.imported, timeout=20_000):
        page.take.click()
    here.rest()
    count = here.kept(record)
    assert count > 0
    assert wanted == f"Nhập {count} dòng"
    assert page.notice.words == f"Đã nhập “{name}”. {forecast}"
    assert not page.take.isEnabled()
    assert page.hand.book is None
    assert page.hand.shown is None
    here.open(SAMPLES / name)
    here.answer_zeros()
    assert "Không có dòng nào để nhập" in page.take.toolTip()
    assert not page.take.isEnabled()


def test_a_column_that_is_needed_is_asked_for_and_chosen(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(write(tmp_path / "danh sách.xlsx", HEADING, *ROWS))
    place = page.looking.place
    assert place.told.text() == "Tiêu đề ở dòng 3, danh sách từ dòng 4 đến 6"
    assert place.steps.step == COLUMNS
    assert place.steps.at(COLUMNS).text().endswith("còn thiếu 1")
    assert page.pill.text() == "3 dòng"
    assert page.take.toolTip() == "Hãy chọn cột cho chủ hộ."
    assert page.bar.export.isHidden()
    mapping = page.looking.mapping
    assert mapping.note("owner") == "Hãy chọn cột"
    assert mapping.pick("owner").property("state") == "error"
    assert mapping.pick("owner").hasFocus()
    assert not page.take.isEnabled()
    here.pick("owner", 2)
    assert mapping.pick("owner").hasFocus()
    assert mapping.pick("owner").currentText() == "C · Người nắm giữ"
    assert mapping.note("owner") == "Trần Thị Sáu"
    assert place.steps.at(COLUMNS).text() == "&Cột"
    here.answer_zeros()
    assert page.bar.told.text() == "3 dòng: 2 thêm mới, 1 có lỗi."
    page.take.click()
    here.rest()
    assert {one.owner for one in here.all(Household)} == {"Trần Thị Sáu", "Lê Thị Hòa"}


def test_a_list_without_gaps_opens_on_the_repair_screen_and_alt_letters_turn_it(
    here: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    page = here.page
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    assert page.looking.place.steps.step == REVIEW
    assert page.looking.review.grid.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(page.looking.mapping.isVisible)  # Qt shows a button pressed by its letter for a moment
    assert page.looking.mapping.pick("name").hasFocus()
    assert page.looking.sample.table.count() == 3
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(page.looking.review.isVisible)


def test_nothing_comes_in_before_lost_zeros_are_answered(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *ROWS))
    assert page.looking.review.questions.boxes[0].acts[0].hasFocus()
    assert "Hãy trả lời" in page.take.toolTip()
    assert page.bar.told.text().endswith(page.take.toolTip())
    assert not page.take.isEnabled()
    page.import_now()
    here.rest()
    assert here.kept(Household) == 0
    here.answer_zeros()
    assert page.take.isEnabled()
    page.take.click()
    here.rest()
    assert {one.unconfirmed for one in here.all(Household)} == {()}


def test_what_the_officer_decides_counts_and_only_the_rows_are_settled_anew(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    shown = page.hand.shown
    assert shown is not None
    read = shown.outlook.found
    page.looking.review.changed.emit(shown.choices, replace(shown.decisions, left_out=frozenset({4})))
    here.rest()
    assert page.bar.told.text() == "3 dòng: 1 thêm mới, 1 có lỗi, 1 bỏ qua."
    assert page.hand.shown is not None
    assert page.hand.shown.outlook.found is read
    page.looking.review.changed.emit(replace(shown.choices, edits={6: {"owner": "Lý Bảy"}}), page.hand.decisions)
    here.rest()
    assert page.bar.told.text() == "3 dòng: 2 thêm mới, 1 bỏ qua."
    page.take.click()
    here.rest()
    assert {one.owner for one in here.all(Household)} == {"Lê Thị Hòa", "Lý Bảy"}


def test_who_is_there_already_is_completed(here: Hand, tmp_path: Path) -> None:
    with desk_with(tmp_path, [SHOP], new=False):
        pass
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    assert here.page.bar.told.text() == "3 dòng: 1 thêm mới, 1 bổ sung, 1 có lỗi."
    shown = here.page.hand.shown
    assert shown is not None
    here.page.looking.review.changed.emit(shown.choices, replace(shown.decisions, on_every_match=OnMatch.SKIP))
    here.rest()
    assert here.page.bar.told.text() == "3 dòng: 1 thêm mới, 1 có lỗi, 1 bỏ qua."


def test_the_wrong_kind_is_mended_by_one_press(here: Hand) -> None:
    page = here.page
    here.open(SAMPLES / "doanh_nghiep_moi.xlsx")
    assert "có vẻ là của doanh nghiệp, không phải hộ kinh doanh" in page.notice.words
    turn = offered(page.notice)
    assert turn.text() == "Chuyển sang “Doanh nghiệp”"
    here.pick("trade", 1)
    turn.click()
    here.rest()
    assert page.file.kind is Kind.ENTERPRISE
    assert page.notice.isHidden()
    assert page.hand.choices.columns == {}
    assert page.take.text() == "Nhập 40 dòng"


def test_another_kind_is_chosen_by_keyboard(here: Hand) -> None:
    page = here.page
    here.open(SAMPLES / "doanh_nghiep_moi.xlsx")
    page.file.kinds.setFocus()
    QTest.keyClick(page.file.kinds, Qt.Key.Key_Down)
    here.rest()
    assert page.hand.kind is Kind.ENTERPRISE
    assert page.take.text() == "Nhập 40 dòng"


def test_tab_goes_through_the_page_as_it_is_read(here: Hand) -> None:
    page = here.page
    here.open(SAMPLES / "ho_kinh_doanh.xlsx")
    steps, mapping = page.looking.place.steps, page.looking.mapping
    wanted = [page.file.kinds, page.file.open, steps.at(REVIEW), page.looking.place.mend, page.looking.review.grid]
    assert [one for one in tab_stops(page.file.kinds) if one in wanted] == wanted
    page.looking.turn_step(COLUMNS)
    wanted = [page.file.kinds, page.file.open, steps.at(COLUMNS), page.looking.place.mend]
    wanted += [mapping.pick("name"), mapping.pick("owner"), page.looking.sample.table]
    assert [one for one in tab_stops(page.file.kinds) if one in wanted] == wanted


def test_a_file_that_can_t_be_read_is_told_in_place_and_read_again_on_wish(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(SAMPLES / "ho_kinh_doanh.xlsx")
    file = tmp_path / "danh sách.xlsx"
    here.open(file)
    assert "Không mở được tệp “danh sách.xlsx”" in page.notice.words
    assert not page.take.isEnabled()
    assert page.batches.isVisible()
    assert page.pill.isHidden()
    write(file, OWNED, *GOOD)
    offered(page.notice).click()
    here.rest()
    assert page.notice.isHidden()
    assert page.take.text() == "Nhập 2 dòng"


def test_a_register_that_was_never_set_up_says_what_to_do(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    with desk_with(tmp_path):
        pass
    made = at_hand(qtbot, jobs, tmp_path)
    made.open(SAMPLES / "thanh_nien.xlsx")
    assert "Chưa khai báo cơ quan" in made.page.notice.words


def test_stopping_an_import_leaves_nothing_and_it_can_be_begun_again(here: Hand) -> None:
    page = here.page
    here.open(SAMPLES / "ho_kinh_doanh.xlsx")
    here.answer_zeros()
    page.take.click()
    assert page.bar.stop.hasFocus()
    assert not page.take.isEnabled()
    assert not page.file.isEnabled()
    page.file.ask()
    assert page.findChild(QFileDialog) is None
    QTest.keyClick(page, Qt.Key.Key_Escape)
    here.rest()
    assert page.notice.words == "Đã dừng. Chưa có dòng nào của tệp này được ghi vào sổ."
    assert here.kept(Household) == 0
    assert page.bar.stop.isHidden()
    assert page.take.hasFocus()
    page.take.click()
    here.rest()
    assert here.kept(Household) == 240


def test_a_reading_that_was_stopped_can_be_gone_on_with(here: Hand) -> None:
    page = here.page
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    here.rest()
    assert page.notice.words.startswith("Đã dừng.")
    offered(page.notice).click()
    here.rest()
    assert page.pill.text() == "240 dòng"


def test_what_was_shown_before_a_stop_is_not_taken_in(here: Hand, tmp_path: Path) -> None:
    """The outlook on the screen is of other columns than those that were chosen."""
    page = here.page
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    page.hand.correct("phone", -1)
    page.hand.cancel()
    here.rest()
    assert not page.take.isEnabled()
    offered(page.notice).click()
    here.rest()
    page.take.click()
    here.rest()
    assert {one.phone for one in here.all(Household)} == {""}


def test_the_latest_choice_wins_over_one_still_being_read(here: Hand) -> None:
    page = here.page
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    page.file.take(SAMPLES / "thanh_nien.xlsx")
    page._turn_kind(Kind.CITIZEN)
    here.rest()
    page._turn_kind(Kind.CITIZEN)
    here.rest()
    assert page.hand.kind is Kind.CITIZEN
    assert page.looking.mapping.pick("birth_date").currentData() >= 0
    assert page.take.isEnabled()


def test_a_reading_that_was_too_late_to_stop_shows_nothing(here: Hand, jobs: Jobs) -> None:
    page = here.page
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    (first,) = jobs.findChildren(Job)
    page.file.take(SAMPLES / "thanh_nien.xlsx")
    first.done.emit("late")
    assert page.hand.book is None
    here.rest()
    assert page.pill.text() == "180 dòng"


def test_a_file_that_is_closed_is_let_go(here: Hand) -> None:
    page = here.page
    here.open(SAMPLES / "thanh_nien.xlsx")
    assert page.file.title.text() == "thanh_nien.xlsx"
    page.file.close_file.click()
    assert (page.hand.book, page.hand.shown, page.hand.path) == (None, None, None)
    assert page.batches.isVisible()
    assert page.file.open.hasFocus()
    assert page.pill.isHidden()
    assert page.bar.told.text() == "Chọn tệp danh sách để bắt đầu."


def test_coming_back_shows_what_the_list_would_do_to_the_register_as_it_is_now(here: Hand, tmp_path: Path) -> None:
    here.open(write(tmp_path / "danh sách.xlsx", OWNED, *GOOD))
    assert here.page.bar.told.text() == "3 dòng: 2 thêm mới, 1 có lỗi."
    with desk_with(tmp_path, [SHOP], new=False):
        pass
    here.page.arrive()
    here.rest()
    assert here.page.bar.told.text() == "3 dòng: 1 thêm mới, 1 bổ sung, 1 có lỗi."


def test_a_bug_in_a_job_reaches_the_program_s_own_handler(here: Hand, qtbot: QtBot) -> None:
    nothing: dict[str, str] = {}
    with qtbot.captureExceptions() as caught:
        here.page.hand._start("…", lambda _: nothing["there"], lambda _: None)
        here.rest()
    assert [kind for kind, _, _ in caught] == [KeyError]
    assert here.page.bar.stop.isHidden()


def test_columns_are_remembered_told_and_dropped_on_wish(here: Hand, tmp_path: Path) -> None:
    page = here.page
    here.open(write(tmp_path / "một.xlsx", HEADING, *GOOD))
    here.pick("owner", 2)
    page.take.click()
    here.rest()
    page.close_file()
    here.open(write(tmp_path / "hai.xlsx", HEADING, *GOOD))
    assert page.looking.place.steps.step == REVIEW
    page.looking.turn_step(COLUMNS)
    mapping = page.looking.mapping
    assert mapping.remembered.text() == "Cột như lần nhập “một.xlsx” ngày 24/11/2026."
    assert mapping.pick("owner").currentData() == 2
    mapping.forget.click()
    here.rest()
    assert mapping.pick("owner").property("state") == "error"
    assert not mapping.remembered.isVisible()


# -- passwords


def test_a_password_is_asked_for_in_place_and_opens_the_file(here: Hand, tmp_path: Path) -> None:
    page, asked = here.page, here.page.file.password
    here.open(locked(tmp_path / "khóa.xlsx", "mở ra"))
    assert asked.line.hasFocus()
    assert not page.take.isEnabled()
    assert page.notice.isHidden()
    QTest.keyClick(asked.line, Qt.Key.Key_Return)
    assert asked.told.text == "Hãy gõ mật khẩu của tệp."
    asked.line.setText("sai")
    QTest.keyClick(asked.line, Qt.Key.Key_Return)
    here.rest()
    assert "chưa đúng" in asked.told.text
    assert asked.line.hasFocus()
    asked.line.setText("mở ra")
    QTest.keyClick(asked.line, Qt.Key.Key_Return)
    here.rest()
    assert asked.isHidden()
    assert asked.line.text() == ""
    page.take.click()
    here.rest()
    assert here.kept(Household) == 2


# -- choosing a file


def test_a_file_is_chosen_in_a_dialog_that_does_not_stay(here: Hand, qapp: QApplication) -> None:
    page = here.page
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert "*.xlsx" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(SAMPLES / "thanh_nien.xlsx"))
    dialog.close()
    here.rest()
    assert page.file.title.text() == "thanh_nien.xlsx"
    del dialog
    let_go(qapp)
    assert page.findChild(QFileDialog) is None


def test_a_dropped_file_is_taken_and_anything_else_is_not(here: Hand) -> None:
    def drop(place: QWidget, *urls: QUrl) -> bool:
        data = QMimeData()
        data.setUrls(list(urls))
        enter, let_fall = dragged(5, data)
        enter.setAccepted(False)
        place.dragEnterEvent(enter)
        place.dropEvent(let_fall)
        return enter.isAccepted()

    page = here.page
    file = QUrl.fromLocalFile(str(SAMPLES / "thanh_nien.xlsx"))
    for place in (page, page.file):
        assert not drop(place)
        assert not drop(place, file, file)
        assert not drop(place, QUrl("https://example.vn/a.xlsx"))
    assert page.file.path is None
    page.file.be(Kind.CITIZEN)
    assert drop(page, file)
    assert page.file.path == SAMPLES / "thanh_nien.xlsx"
    here.rest()
    page.import_now()
    assert not drop(page, QUrl.fromLocalFile(str(SAMPLES / "ho_kinh_doanh.xlsx")))
    here.rest()
    assert here.kept(Citizen) == 180


# -- large letters


def test_at_large_letters_every_column_stands_whole_below_its_field(here: Hand, qapp: QApplication) -> None:
    apply(qapp, Theme(scale=1.5))
    page = here.page
    page.resize(1040, 580)
    here.open(SAMPLES / "ho_kinh_doanh.xlsx")
    page.looking.turn_step(COLUMNS)
    qapp.processEvents()
    mapping = page.looking.mapping
    picks = mapping.findChildren(ShortChoice)
    assert len(picks) > 10
    assert [pick.currentText() for pick in picks if pick.shown != pick.currentText()] == []
    assert mapping.note("owner") == "Lê Tuấn Quân"
    (note,) = (one for one in mapping.findChildren(QLabel) if one.text() == "Lê Tuấn Quân")
    assert note.isVisible()


def test_tab_goes_on_from_an_answer_to_what_stands_below_it(here: Hand, qtbot: QtBot) -> None:
    here.open(SAMPLES / "ho_kinh_doanh.xlsx")
    here.answer_zeros()
    review = here.page.looking.review
    asked = [one for one in review.questions.findChildren(QPushButton) if one.isVisible()]
    chain = tab_stops(asked[0])
    assert chain[: len(asked)] == asked
    assert chain.index(review.grid) < chain.index(here.page.file.open)
