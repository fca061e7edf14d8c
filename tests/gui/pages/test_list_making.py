"""A list becomes paper: looked at masked, made as PDF and workbook, whole numbers only with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.candidates_setting import AN, DAO, HOA, keys, opening, settle, shown
from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.list_making import ListMaking
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_filters import Part
from vnpresence_desktop.work.name_lists import LISTS_FOLDER, Purpose


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        put(made, HOA, AN, DAO)
        yield made


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[CandidatesPage]:
    with opening(qtbot, qapp, desk) as opener:
        yield opener(Kind.HOUSEHOLD)


def making(page: CandidatesPage, qtbot: QtBot) -> ListMaking:
    keys(page, "Ctrl+P")
    found = shown(page)
    assert isinstance(found, ListMaking)
    qtbot.waitUntil(lambda: found.preview.view.pages > 0, timeout=20_000)
    return found


def files(desk: Desk) -> list[str]:
    return sorted(file.suffix for file in (desk.folder / LISTS_FOLDER).glob("*"))


def made(found: ListMaking, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: found.notice.words.startswith("Đã lập danh sách."), timeout=20_000)
    qtbot.waitUntil(lambda: not found._acts.jobs.busy, timeout=20_000)


def test_all_that_is_shown_is_looked_at_and_made(page: CandidatesPage, desk: Desk, qtbot: QtBot) -> None:
    page.list.tools.narrowing.put(Part("hamlet", "Ấp Một"))
    found = making(page, qtbot)
    assert found.pill.text() == "2 hộ kinh doanh"
    assert found.make.hasFocus()
    assert not (desk.folder / LISTS_FOLDER).exists()
    QTest.keyClick(found.make, Qt.Key.Key_Space)
    made(found, qtbot)
    assert files(desk) == [".pdf", ".xlsx"]
    assert found.preview.print_button.isEnabled()
    keys(found, "Esc")
    assert shown(page) is page.list
    assert page.list.table.hasFocus()


def test_whole_numbers_want_a_reason(page: CandidatesPage, desk: Desk, qtbot: QtBot) -> None:
    page.list.table.tick(["hoa"])
    found = making(page, qtbot)
    assert found.pill.text() == "1 hộ kinh doanh"
    found.purpose.buttons[Purpose.CONFIRMATION].click()
    assert not found.reason.isVisible()
    found.full.click()
    assert found.reason.hasFocus()
    found.make.click()
    assert found.failure.level == "error"
    found.reason.setText("gửi Sở")
    found.make.click()
    made(found, qtbot)
    (note,) = desk.store.history("")
    assert note.reason.endswith("HoKinhDoanh_XacNhan.pdf, đầy đủ: gửi Sở")
    found.left.emit()
    found = making(page, qtbot)
    assert found.masked.isChecked()
    assert found.reason.text() == ""


def test_an_empty_list_is_told(page: CandidatesPage) -> None:
    page.list.search.setText("không ai")
    settle()
    keys(page, "Ctrl+P")
    assert shown(page) is page.list
    assert page.list.notice.words.startswith("Danh sách đang trống")


def test_what_hinders_is_said_in_place(page: CandidatesPage, desk: Desk, qtbot: QtBot) -> None:
    found = making(page, qtbot)
    (desk.folder / LISTS_FOLDER).write_text("no folder")
    found.make.click()
    qtbot.waitUntil(lambda: bool(found.notice.words), timeout=20_000)
    assert found.notice.property("level") == "error"
    qtbot.waitUntil(found.make.isEnabled)
