"""The import page as an officer uses it: a real file, a real register, jobs in the background."""

import io
from collections.abc import Callable
from pathlib import Path

import msoffcrypto.format.ooxml
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import dragged, let_go, offered, present, tab_stops
from tests.gui.pages.outreach_parts import import_acts
from tests.work.importing.test_taking import HEADING, ROWS, write
from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.import_pick import ColumnPick
from vnpresence_desktop.gui.pages.importing import ImportPage
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.importing import preview

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    with desk_with(tmp_path, [OFFICE]):
        return tmp_path


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs, register: Path) -> ImportPage:
    page = ImportPage(import_acts(register, jobs))
    present(qtbot, page, 1120, 660)
    page.arrive()
    return page


@pytest.fixture
def rest(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    """Wait until nothing is being done any more."""
    return lambda: qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)


def opened(folder: Path) -> Store:
    from tests.work.registers import clock

    return Store.open(folder / "register.db", folder / "pc", now=clock, actor="thu")


def pick(page: ImportPage, field: str, column: int) -> None:
    """Choose a column as the keyboard does."""
    box = page.mapping.pick(field)
    box.setCurrentIndex(box.findData(column))
    box.activated.emit(box.currentIndex())


def kept(register: Path, kind: type[Household | Enterprise | Citizen]) -> int:
    with opened(register) as store:
        return store.count(kind)


def test_before_a_file_is_chosen_nothing_can_be_imported_and_the_page_says_why(page: ImportPage) -> None:
    assert not page.take.isEnabled()
    assert page.take.toolTip() == page.told.text() == "Chọn tệp danh sách để bắt đầu."
    assert page.file.open.hasFocus()
    assert page.stop.isHidden()
    assert page.progress.isHidden()


@pytest.mark.parametrize(
    ("name", "kind", "record"),
    [
        ("ho_kinh_doanh.xlsx", 0, Household),
        ("doanh_nghiep_moi.xlsx", 1, Enterprise),
        ("thanh_nien.xlsx", 2, Citizen),
    ],
)
def test_a_list_is_seen_imported_and_the_summary_is_what_the_register_holds(
    page: ImportPage,
    register: Path,
    rest: Callable[[], None],
    qtbot: QtBot,
    name: str,
    kind: int,
    record: type[Household | Enterprise | Citizen],
) -> None:
    page.file.kinds.setCurrentIndex(kind)
    page.file.take(SAMPLES / name)
    rest()
    forecast, wanted = page.told.text(), page.take.text()
    assert page.sample.table.count() == 12
    assert kept(register, record) == 0
    with qtbot.waitSignal(page.imported, timeout=20_000):
        page.take.click()
    rest()
    count = kept(register, record)
    assert count > 0
    assert wanted == f"Nhập {count} dòng"
    assert f"Thêm mới {count}, bổ sung 0" in page.notice.words
    assert page.notice.words.endswith(forecast.removeprefix("Sẽ thêm mới"))
    assert not page.take.isEnabled()
    assert page.file.open.hasFocus()
    page.file.take(SAMPLES / name)
    rest()
    assert page.told.text() == "Không có dòng nào để nhập: đã có đủ trong sổ hoặc có lỗi."
    assert not page.take.isEnabled()
    assert kept(register, record) == count


def test_a_column_that_is_needed_is_asked_for_and_chosen(
    page: ImportPage, register: Path, rest: Callable[[], None], tmp_path: Path
) -> None:
    page.file.take(write(tmp_path / "danh sách.xlsx", HEADING, *ROWS))
    rest()
    assert page.mapping.found.text() == "Bảng ở trang “Danh sách”, tiêu đề ở dòng 3."
    assert page.pill.text() == "3 dòng"
    assert page.told.text() == "Chưa nhập được: hãy chọn cột cho chủ hộ."
    assert page.mapping.note("owner") == "Hãy chọn cột"
    assert page.mapping.pick("owner").property("state") == "error"
    assert not page.take.isEnabled()
    page.mapping.pick("owner").setFocus()
    pick(page, "owner", 2)
    rest()
    assert page.mapping.pick("owner").hasFocus()
    assert page.mapping.pick("owner").currentText() == "C · Người nắm giữ"
    assert page.mapping.note("owner") == "Trần Thị Sáu"
    assert page.told.text() == "Sẽ thêm mới 2, bổ sung 0, bỏ qua 1 (0 đã có đủ, 1 có lỗi)."
    page.take.click()
    rest()
    assert kept(register, Household) == 2
    with opened(register) as store:
        assert {one.owner for one in store.all(Household)} == {"Trần Thị Sáu", "Lê Thị Hòa"}


def test_zeros_are_asked_about_once_a_column_and_the_answer_counts(
    page: ImportPage, register: Path, rest: Callable[[], None], tmp_path: Path
) -> None:
    page.file.take(write(tmp_path / "danh sách.xlsx", HEADING, *ROWS))
    rest()
    pick(page, "owner", 2)
    rest()
    page.problems.question("id_number").click()
    rest()
    assert page.problems.question("id_number").isChecked()
    page.take.click()
    rest()
    with opened(register) as store:
        assert {one.unconfirmed for one in store.find(Household, name="Tạp hóa Sáu")} == {()}


def test_problems_stand_by_kind_with_their_rows(page: ImportPage, rest: Callable[[], None], tmp_path: Path) -> None:
    QAbstractItemModelTester(page.problems.model)
    assert page.problems.model.index(0, 0).data() == "Chưa đọc tệp nào."
    page.file.take(write(tmp_path / "danh sách.xlsx", HEADING, *ROWS))
    rest()
    pick(page, "owner", 2)
    rest()
    model = page.problems.model
    groups = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert next(iter(groups)) == "Chủ hộ: Chưa có chủ hộ. Hãy bổ sung trước khi lưu."  # errors first
    zeros = next(row for row, text in enumerate(groups) if "thiếu số 0" in text)
    assert list(groups.values())[zeros] == "2"
    first = model.index(0, 0, model.index(zeros, 0))
    assert first.data().startswith("Dòng 4: Số định danh 92180001234 thiếu số 0")
    page.problems.tree.expandAll()
    line = page.problems.tree.fontMetrics().height()
    assert page.problems.tree.visualRect(first).height() > 2 * line  # too long for a line, yet all of it is seen
    assert page.problems.tree.visualRect(model.index(0, 0)).height() < 2 * line


def test_tab_goes_through_the_page_as_it_is_read(page: ImportPage, rest: Callable[[], None]) -> None:
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    rest()
    wanted = [page.file.kinds, page.file.open, page.mapping.pick("name"), page.mapping.pick("owner")]
    wanted += [page.sample.table, page.problems.question("id_number"), page.problems.tree, page.take]
    stops = tab_stops(page.file.kinds)
    assert [one for one in stops if one in wanted] == wanted


def test_the_wrong_kind_can_be_mended_by_choosing_the_right_one(page: ImportPage, rest: Callable[[], None]) -> None:
    page.file.take(SAMPLES / "doanh_nghiep_moi.xlsx")
    rest()
    assert "có vẻ là của doanh nghiệp, không phải hộ kinh doanh" in page.notice.words
    pick(page, "trade", 1)
    rest()
    page.file.kinds.setCurrentIndex(1)
    rest()
    assert page.notice.isHidden()
    assert page.mapping.columns == {}
    assert page.take.isEnabled()
    assert page.take.text() == "Nhập 40 dòng"


def test_a_file_that_can_t_be_read_is_told_in_place_and_read_again_on_wish(
    page: ImportPage, register: Path, rest: Callable[[], None], tmp_path: Path
) -> None:
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    rest()
    file = tmp_path / "danh sách.xlsx"
    page.file.take(file)
    rest()
    assert "Không mở được tệp “danh sách.xlsx”" in page.notice.words
    assert not page.take.isEnabled()
    assert page.sample.table.count() == 0
    assert page.mapping.found.text() == "Chưa đọc được cột nào của tệp."
    assert page.mapping.found.y() < page.mapping.height() // 4  # the heading does not float in an empty card
    write(file, HEADING, *ROWS)
    offered(page.notice).click()
    rest()
    assert page.notice.isHidden()
    assert page.sample.table.count() == 3


def test_a_register_that_was_never_set_up_says_what_to_do(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, rest: Callable[[], None]
) -> None:
    with desk_with(tmp_path):
        pass
    page = ImportPage(import_acts(tmp_path, jobs))
    qtbot.addWidget(page)
    page.file.take(SAMPLES / "thanh_nien.xlsx")
    rest()
    assert "Chưa khai báo cơ quan" in page.notice.words


def test_stopping_an_import_leaves_nothing_and_it_can_be_begun_again(
    page: ImportPage, register: Path, rest: Callable[[], None]
) -> None:
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    rest()
    page.take.click()
    assert page.stop.hasFocus()
    assert not page.take.isEnabled()
    assert not page.file.isEnabled()
    page.file.ask()
    assert page.findChild(QFileDialog) is None
    QTest.keyClick(page, Qt.Key.Key_Escape)
    rest()
    assert page.notice.words == "Đã dừng. Chưa có dòng nào của tệp này được ghi vào sổ."
    assert kept(register, Household) == 0
    assert page.stop.isHidden()
    assert page.take.hasFocus()
    page.take.click()
    rest()
    assert kept(register, Household) == 240


def test_the_latest_choice_wins_over_one_still_being_read(page: ImportPage, rest: Callable[[], None]) -> None:
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    page.file.take(SAMPLES / "thanh_nien.xlsx")
    page.file.kinds.setCurrentIndex(2)
    rest()
    assert page.file.kind is Kind.CITIZEN
    assert page.mapping.pick("birth_date").currentData() >= 0
    assert page.notice.isHidden()
    assert page.take.isEnabled()


def test_a_reading_that_was_too_late_to_stop_shows_nothing(
    page: ImportPage, register: Path, rest: Callable[[], None]
) -> None:
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    first = page._job
    assert first is not None
    page.file.kinds.setCurrentIndex(2)
    page.file.take(SAMPLES / "thanh_nien.xlsx")
    with desk_with(register, new=False) as desk:
        first.done.emit(preview(desk, SAMPLES / "ho_kinh_doanh.xlsx", Kind.HOUSEHOLD))
    assert page.pill.text() == ""
    rest()
    assert page.pill.text() == "180 dòng"


def test_a_bug_in_a_job_reaches_the_program_s_own_handler(page: ImportPage, jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        job = page._start("…", lambda job: {}["nothing"])
        qtbot.waitSignal(job.ended, timeout=5000).wait()
    assert [kind for kind, _, _ in caught] == [KeyError]
    assert page.stop.isHidden()


# -- choosing a file


def test_a_file_is_chosen_in_a_dialog_that_does_not_stay(
    page: ImportPage, rest: Callable[[], None], qtbot: QtBot, qapp: QWidget
) -> None:
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert "*.xlsx" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(SAMPLES / "thanh_nien.xlsx"))
    dialog.close()
    rest()
    assert page.file.name.text() == "thanh_nien.xlsx"
    del dialog
    let_go(qapp)  # type: ignore[arg-type]
    assert page.findChild(QFileDialog) is None


def test_a_dropped_file_is_taken_and_anything_else_is_not(page: ImportPage, rest: Callable[[], None]) -> None:
    def drop(*urls: QUrl) -> bool:
        data = QMimeData()
        data.setUrls(list(urls))
        enter, let_fall = dragged(5, data)
        enter.setAccepted(False)
        page.file.dragEnterEvent(enter)
        page.file.dropEvent(let_fall)
        return enter.isAccepted()

    file = QUrl.fromLocalFile(str(SAMPLES / "thanh_nien.xlsx"))
    assert not drop()
    assert not drop(file, file)
    assert not drop(QUrl("https://example.vn/a.xlsx"))
    assert page.file.path is None
    assert drop(file)
    assert page.file.path == SAMPLES / "thanh_nien.xlsx"
    rest()


def test_at_large_letters_every_column_stands_whole_below_its_field(
    page: ImportPage, rest: Callable[[], None], qapp: QApplication
) -> None:
    apply(qapp, Theme(scale=1.5))
    page.resize(1040, 580)
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    rest()
    qapp.processEvents()
    picks = page.mapping.findChildren(ColumnPick)
    assert len(picks) > 10
    assert [pick.currentText() for pick in picks if pick.shown != pick.currentText()] == []
    assert page.mapping.note("owner") == "Lê Tuấn Quân"
    (note,) = (one for one in page.mapping.findChildren(QLabel) if one.text() == "Lê Tuấn Quân")
    assert note.isVisible()


def test_a_password_is_asked_for_in_place_and_opens_the_file(
    page: ImportPage, rest: Callable[[], None], register: Path, tmp_path: Path
) -> None:
    clear, locked = write(tmp_path / "rõ.xlsx", HEADING, *ROWS), tmp_path / "khóa.xlsx"
    with locked.open("wb") as file:
        msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(clear.read_bytes())).encrypt("mở ra", file)
    page.file.take(locked)
    rest()
    assert page.password.line.hasFocus()
    assert not page.take.isEnabled()
    assert page.notice.isHidden()
    page.password.line.setText("sai")
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    rest()
    assert "chưa đúng" in page.password.told.text
    page.password.line.setText("mở ra")
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    rest()
    assert page.password.isHidden()
    assert page.password.line.text() == ""
    pick(page, "owner", 2)
    rest()
    page.import_now()
    rest()
    assert kept(register, Household) == 2
