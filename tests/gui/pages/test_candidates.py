"""The list of a group over a real register, by keyboard: look up, open, save, come back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import (
    AN,
    DAO,
    HOA,
    Open,
    acts,
    keys,
    names,
    settle,
    shown,
    text_of,
)
from vnpresence_desktop.domain.eligibility import assess
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Enterprise
from vnpresence_desktop.gui.pages.candidate_form import CandidateForm
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_columns import usual
from vnpresence_desktop.work.texts import because


def test_the_list_shows_everybody_in_vietnamese_order(page: CandidatesPage) -> None:
    assert names(page) == ["Ánh Sáng", "Đào Tiên", "Tạp hóa Hòa"]
    assert page.list.pill.text() == "3 hộ kinh doanh"
    assert page.list.table.texts(2) == [
        "Tạp hóa Hòa", "Lê Thị Hòa", "•••••••••123", "Ấp Một", "Đủ điều kiện", "Đang hoạt động",
    ]  # fmt: skip
    assert page.list.table.texts(0)[4:] == ["Không đủ điều kiện", "Chấm dứt"]
    assert page.list.table.hasFocus()


def test_a_condition_says_its_reasons_by_tooltip_and_to_screen_readers(page: CandidatesPage, desk: Desk) -> None:
    table = page.list.table
    place = usual(Kind.HOUSEHOLD).index("condition")
    for row, record in enumerate((AN, DAO, HOA)):
        reasons = [because(reason) for reason in assess(record, desk.rules, desk.today).reasons]
        assert reasons
        cell = table.model().index(row, place)
        assert cell.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "\n".join(reasons)
        tip = cell.data(Qt.ItemDataRole.ToolTipRole)
        assert " ".join(tip.split()) == " ".join([cell.data(), *reasons])


def test_the_model_keeps_its_promises(page: CandidatesPage, vntype: Type) -> None:
    model = page.list.table.model()
    assert isinstance(model, QAbstractItemModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.list.search.setText("hoa")
    page.list.refresh()
    page.list.search.clear()
    page.list.refresh()
    assert tester.model() is model


def test_search_needs_no_accents_and_no_pause(page: CandidatesPage, vntype: Type, qtbot: QtBot) -> None:
    keys(page, "Ctrl+F")
    assert page.list.search.hasFocus()
    vntype(page.list.search, "hoa")
    assert page.list.table.count() == 3
    qtbot.waitUntil(lambda: names(page) == ["Tạp hóa Hòa"])
    assert page.list.pill.text() == "1 hộ kinh doanh"
    keys(page.list.search, "Esc")
    qtbot.waitUntil(lambda: page.list.table.count() == 3)


def test_a_letter_typed_on_the_rows_searches(page: CandidatesPage, vntype: Type, qtbot: QtBot) -> None:
    vntype(page.list.table, "đ")
    assert page.list.search.text() == "đ"
    assert page.list.search.hasFocus()
    keys(page.list.search, "Down")
    assert page.list.table.hasFocus()
    keys(page, "Ctrl+F")
    vntype(page.list.search, "dao")
    keys(page.list.search, "Return")
    assert text_of(page, "owner") == "Phạm Thị Đào"


def test_nothing_found_says_what_to_do_and_nobody_at_all_too(open_page: Open) -> None:
    page = open_page(Kind.CITIZEN)
    assert page.list.pill.text() == "0 công dân"
    empty = [item for item in page.findChildren(QWidget) if item.accessibleName() == "Chưa có công dân nào"]
    assert empty[0].isVisible()
    assert page.list.search.hasFocus()
    page.list.search.setText("ai")
    page.list.refresh()
    assert not empty[0].isVisible()


def test_enter_and_double_click_open(page: CandidatesPage) -> None:
    keys(page.list.table, "End")
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)
    keys(page.list.table, "Return")
    assert shown(page) is page.form
    keys(page, "Esc")
    assert shown(page) is page.list
    box = page.list.table.visualRect(page.list.table.model().index(2, 0)).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(page.list.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box)
    settle()
    assert text_of(page, "name") == "Tạp hóa Hòa"


def test_a_record_that_is_gone_is_said(page: CandidatesPage, desk: Desk) -> None:
    with desk.store.unit() as unit:
        unit.delete(Kind.HOUSEHOLD, "hoa")
    page.open_record("hoa")
    assert page.list.notice.words == "Hồ sơ này không còn trong sổ."
    assert names(page) == ["Ánh Sáng", "Đào Tiên"]


def test_keys_work_only_on_the_page_that_is_shown(qtbot: QtBot, desk: Desk) -> None:
    window = QStackedWidget()
    qtbot.addWidget(window)
    pages = [CandidatesPage(kind, acts(desk, kind)) for kind in (Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN)]
    for item in pages:
        window.addWidget(item)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for item in pages:
        window.setCurrentWidget(item)
        item.arrive()
        keys(window, "Ctrl+N")
        assert isinstance(shown(item), CandidateForm)
        keys(window, "Esc")
        assert shown(item) is item.list
    window.hide()


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (Kind.ENTERPRISE, Enterprise(name="Công ty Lúa", tax_code="1801234562", address="Số 1", legal_form="llc")),
        (Kind.CITIZEN, Citizen(name="Lê Mơ", birth_date="2005-01-02", hamlet="Ấp Một", union_member=True)),
    ],
)
def test_the_other_groups_are_kept_too(open_page: Open, desk: Desk, kind: Kind, record: Enterprise | Citizen) -> None:
    page = open_page(kind)
    page.open_record()
    page.form.form.fill({name: value for name, value in to_values(record).items() if name != "id"})
    page.form.save()
    (kept,) = desk.store.all(type(record))
    assert replace(kept, id="") == record
    assert names(page) == [record.name]
