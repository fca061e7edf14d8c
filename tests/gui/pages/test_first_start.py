"""The first start as an officer does it: found by keyboard, declared, the code typed back; or a practice commune."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.gui.pages.office_parts import create, desk_at, first_start
from vnpresence_desktop.documents.preview import draw_page, page_sizes
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Hamlet, Signer
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.first_start import FirstStart
from vnpresence_desktop.gui.pages.recovery_code import print_code
from vnpresence_desktop.work.office import code_waits, confirm_code


@pytest.fixture
def begun() -> list[bool]:
    return []


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs, tmp_path: Path, begun: list[bool]) -> FirstStart:
    confirm = partial(confirm_code, tmp_path / "register.db")
    made = first_start(jobs, partial(create, tmp_path), (tmp_path / "mau").mkdir, begun.append, confirm)
    present(qtbot, made, 1000, 700)
    return made


def line(page: FirstStart, name: str) -> QLineEdit:
    widget = page.boxes[name].editor.widget
    assert isinstance(widget, QLineEdit)
    return widget


def find(page: FirstStart, vntype: Type, text: str) -> None:
    vntype(page.search.line, text)
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)


def declare(page: FirstStart, vntype: Type) -> None:
    find(page, vntype, "phong dien can tho")
    vntype(line(page, "signer"), "Trần Thị Mỹ Hạnh")
    vntype(page.boxes["title"].editor.widget, "Chủ tịch")
    vntype(page.boxes["hamlets"].editor.widget, "Ấp Thị Tứ")
    QTest.keyClick(page.boxes["hamlets"].editor.widget, Qt.Key.Key_Return)
    vntype(page.boxes["hamlets"].editor.widget, "Ấp Tân Long")


def make(qtbot: QtBot, page: FirstStart, jobs: Jobs) -> None:
    page.make.click()
    qtbot.waitUntil(lambda: not jobs.busy)


def whole(widget: QWidget) -> bool:
    """Whether all of it is in sight."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def bottom(page: FirstStart) -> None:
    """Scroll down as far as it goes, as one does to fill the last field."""
    QApplication.processEvents()
    bar = next(area for area in page.findChildren(QScrollArea) if area.isVisible()).verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())


def waits(folder: Path) -> bool:
    with desk_at(folder) as desk:
        return code_waits(desk)


def test_the_keyboard_is_in_the_search_and_finds(page: FirstStart, vntype: Type) -> None:
    assert QApplication.focusWidget() is page.search.line
    vntype(page.search.line, "phong dien")
    assert page.search.list.isVisible()
    assert page.search.list.item(0).text() == "Phường Phong Điền, Thành phố Huế"
    QTest.keyClick(page.search.line, Qt.Key.Key_Down)
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    assert page.search.commune
    assert page.search.commune.code == "31299"
    assert page.search.line.text() == "Xã Phong Điền, Thành phố Cần Thơ"
    assert not page.search.list.isVisible()
    assert "31299" in page.search.message.text
    assert page.search.message.level == "ok"
    assert QApplication.focusWidget() is line(page, "signer")


def test_a_text_changed_is_no_commune_any_more(page: FirstStart, vntype: Type) -> None:
    find(page, vntype, "phong dien can tho")
    vntype(page.search.line, "x")
    assert page.search.commune is None
    assert "Không tìm thấy" in page.search.message.text


def test_a_province_without_programme_is_told(page: FirstStart, vntype: Type) -> None:
    find(page, vntype, "phuong ba dinh")
    assert page.search.message.level == "warning"
    assert "báo cáo thì chưa" in page.search.message.text


def test_escape_closes_the_list(page: FirstStart, vntype: Type) -> None:
    vntype(page.search.line, "phong")
    QTest.keyClick(page.search.line, Qt.Key.Key_Escape)
    assert not page.search.list.isVisible()


def test_what_lacks_is_said_at_its_place(page: FirstStart, vntype: Type, jobs: Jobs) -> None:
    page.resize(700, 350)
    bottom(page)
    page.make.click()
    assert not jobs.busy
    QApplication.processEvents()
    assert whole(page.search.line)
    assert page.search.message.level == "error"
    assert page.boxes["signer"].message == ("error", "Hãy ghi họ tên người ký.")
    assert page.boxes["title"].message[0] == "error"
    assert QApplication.focusWidget() is page.search.line
    find(page, vntype, "phong dien can tho")
    page.make.click()
    assert not jobs.busy
    assert QApplication.focusWidget() is line(page, "signer")


def test_the_register_is_made_and_the_code_typed_back(
    qtbot: QtBot, page: FirstStart, vntype: Type, jobs: Jobs, tmp_path: Path, begun: list[bool]
) -> None:
    declare(page, vntype)
    page.preset.buttons["calendar"].click()
    make(qtbot, page, jobs)
    with desk_at(tmp_path) as desk:
        assert (desk.office().commune, desk.office().preset) == ("31299", "calendar")
        assert [(one.name, one.title) for one in desk.store.all(Signer)] == [("Trần Thị Mỹ Hạnh", "CHỦ TỊCH")]
        assert {one.name for one in desk.store.all(Hamlet)} == {"Ấp Thị Tứ", "Ấp Tân Long"}
    assert page.code.isVisible()
    assert QApplication.focusWidget() is page.code.typed
    assert not page.begin.isEnabled()
    assert page.begin.toolTip()
    assert waits(tmp_path)
    code = page.code.code.text()
    vntype(page.code.typed, code.lower().replace(" ", "")[:-1])
    assert page.code.line.text == ""
    assert not page.begin.isEnabled()
    vntype(page.code.typed, code[-1])
    assert page.code.line.level == "ok"
    assert not waits(tmp_path)
    page.begin.click()
    assert begun == [False]
    assert code not in page.code.code.text()


def test_a_wrong_code_is_told_on_leaving(qtbot: QtBot, page: FirstStart, vntype: Type, jobs: Jobs) -> None:
    declare(page, vntype)
    make(qtbot, page, jobs)
    vntype(page.code.typed, "abcde")
    QTest.keyClick(page.code.typed, Qt.Key.Key_Return)
    assert page.code.line.level == "error"
    assert "34 ký tự" in page.code.line.text
    assert not page.begin.isEnabled()


def test_what_can_t_be_made_is_told_and_nothing_is_lost(
    qtbot: QtBot, page: FirstStart, vntype: Type, jobs: Jobs, tmp_path: Path
) -> None:
    with desk_at(tmp_path):
        pass
    page.resize(700, 350)
    declare(page, vntype)
    bottom(page)
    make(qtbot, page, jobs)
    assert "Đã có dữ liệu" in page.notice.words
    qtbot.waitUntil(lambda: whole(page.notice))
    assert line(page, "signer").isVisible()
    assert line(page, "signer").text() == "Trần Thị Mỹ Hạnh"
    assert page.make.isEnabled()


def test_practice_begins_with_the_sample(
    qtbot: QtBot, page: FirstStart, jobs: Jobs, tmp_path: Path, begun: list[bool]
) -> None:
    page.sample.click()
    assert not page.sample.isEnabled()
    assert page.sample.toolTip()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert begun == [True]
    assert (tmp_path / "mau").is_dir()


def test_practice_that_fails_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    def refuse() -> None:
        raise UserError("Thư mục này đang chứa sổ thật.", "Hãy chọn thư mục khác.")

    page = first_start(jobs, sample=refuse)
    qtbot.addWidget(page)
    page.show()
    page.sample.click()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert "sổ thật" in page.notice.words


def test_the_code_is_printed_on_one_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ma.pdf"))
    assert print_code(printer, "8QX0T-AB3DE", "Xã Phong Điền")
    printed = (tmp_path / "ma.pdf").read_bytes()
    assert [(round(width), round(height)) for width, height in page_sizes(printed)] == [(595, 842)]
    page = draw_page(printed, 0, 36)
    assert min(page.pixels[0 : 4 * page.width * 150 : 4]) < 100
    printer.setOutputFileName(str(tmp_path / "no such folder" / "ma.pdf"))
    assert not print_code(printer, "8QX0T", "")
