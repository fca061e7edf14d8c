"""The page of all domains: every registration, and what ends soon."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.domains_setting import GRANTED, at_desk, focused, keys, page_over, settle
from tests.work.desks import new_desk, put
from tests.work.test_domains import FIRM, PEOPLE, YOUTH
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.domains import DomainsPage
from vnpresence_desktop.gui.tokens import colour
from vnpresence_desktop.work import deleting, domains
from vnpresence_desktop.work.desk import Desk

Opened = list[tuple[Kind, str]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        yield made


@pytest.fixture
def opened() -> Opened:
    return []


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk, jobs: Jobs, opened: Opened) -> Iterator[DomainsPage]:
    with page_over(qtbot, at_desk(desk, jobs), opened) as made:
        yield made


@pytest.fixture
def three(desk: Desk) -> None:
    domains.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-03")
    firm = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    domains.advance(
        desk, firm.id, "registered", "2025-12-08", **(GRANTED | {"label": "lua", "expires_on": "2025-12-31"})
    )
    domains.propose(desk, "youth", proposed_on="2025-12-02")


def shown(page: DomainsPage) -> list[str]:
    return [page.all.table.texts(place)[0] for place in range(page.all.table.count())]


# -- all registrations


def test_an_empty_register_says_how_to_begin(page: DomainsPage) -> None:
    assert page.all.table.count() == 0
    assert "Mở một hồ sơ rồi bấm “Đề xuất tên miền”" in page.all.table.accessibleDescription()
    assert page.pill.text() == "0 đăng ký"
    assert focused() == "Tìm đăng ký tên miền"


@pytest.mark.usefixtures("three")
def test_every_registration_is_listed_with_whose_it_is(page: DomainsPage) -> None:
    page.arrive()
    assert page.all.table.texts(0) == [
        "lua.biz.vn", "Công ty Lúa", "Doanh nghiệp", "Đã được cấp", "08/12/2025", "31/12/2025", "iNET", "Nhà đăng ký",
    ]  # fmt: skip
    assert shown(page) == ["lua.biz.vn", "tap-hoa-hoa.biz.vn", "Chưa chọn tên (.id.vn)"]
    assert page.pill.text() == "3 đăng ký"
    assert page.all.table.hasFocus()


@pytest.mark.usefixtures("three")
def test_typing_searches_without_accents_and_a_state_narrows(page: DomainsPage, vntype: Type) -> None:
    page.arrive()
    vntype(page.all.table, "h")
    assert focused() == "Tìm đăng ký tên miền"
    vntype(page.all.search, "òa")
    assert shown(page) == ["tap-hoa-hoa.biz.vn"]
    page.all.search.setText("không ai")
    assert "Không tìm thấy" in page.all.table.accessibleDescription()
    page.all.search.clear()
    page.all.states.setCurrentIndex(page.all.states.findData("proposed"))
    page.all.states.activated.emit(1)
    assert shown(page) == ["tap-hoa-hoa.biz.vn", "Chưa chọn tên (.id.vn)"]


@pytest.mark.usefixtures("three")
def test_enter_opens_the_candidate_and_a_deleted_one_is_told(page: DomainsPage, desk: Desk, opened: Opened) -> None:
    page.arrive()
    keys("Return")
    assert opened == [(Kind.ENTERPRISE, "firm")]
    put(desk, Registration(candidate="nobody", zone="biz.vn", label="ai", state_on="2025-12-15"))
    page.arrive()
    page.all.table.selectRow(0)
    keys("Return")
    assert "Hồ sơ của ai.biz.vn đã xóa" in page.all.notice.words
    assert len(opened) == 1


# -- what ends


def turn_to_ending(page: DomainsPage, qtbot: QtBot) -> list[list[str]]:
    page.tabs.setCurrentWidget(page.ending)
    return read(page, qtbot)


def read(page: DomainsPage, qtbot: QtBot) -> list[list[str]]:
    qtbot.waitUntil(lambda: page.ending._job is None, timeout=20_000)
    settle()
    return [page.ending.table.texts(place)[:4] for place in range(page.ending.table.count())]


@pytest.mark.usefixtures("three")
def test_what_ends_is_ordered_by_the_days_left(page: DomainsPage, desk: Desk, qtbot: QtBot) -> None:
    put(desk, replace(YOUTH, birth_date="2002-12-10"))
    assert turn_to_ending(page, qtbot) == [
        ["Đã quá 5 ngày", "10/12/2025", "Hết điều kiện", "Lê Mơ (công dân)"],
        ["Còn 16 ngày", "31/12/2025", "Tên miền hết hạn", "Công ty Lúa (doanh nghiệp)"],
    ]
    assert page.pill.text() == "2 mục, 1 đã quá"
    red = page.ending.table.model().index(0, 0).data(Qt.ItemDataRole.ForegroundRole)
    assert QColor(red) == colour("error")
    page.ending.table.selectRow(1)
    assert page.ending.told.text().startswith("lua.biz.vn của Công ty Lúa hết hạn ngày 31/12/2025 (còn 16 ngày).")


@pytest.mark.parametrize(("choice", "count"), [(0, 0), (1, 1), (2, 2)])
def test_how_far_to_look_ahead_is_chosen(page: DomainsPage, desk: Desk, qtbot: QtBot, choice: int, count: int) -> None:
    put(desk, replace(YOUTH, birth_date="2003-01-30"), replace(FIRM, founded="2025-03-10"))
    put(desk, replace(YOUTH, birth_date="2003-02-10"), replace(FIRM, founded="2025-03-10"))
    turn_to_ending(page, qtbot)
    page.ending.days.setCurrentIndex(choice)
    page.ending.days.activated.emit(choice)
    assert len(read(page, qtbot)) == count


def test_nothing_that_ends_is_said(page: DomainsPage, desk: Desk, qtbot: QtBot) -> None:
    deleting.remove(desk, Kind.ENTERPRISE, ["firm"])
    deleting.remove(desk, Kind.CITIZEN, ["youth"])
    assert turn_to_ending(page, qtbot) == []
    assert "Không có ai sắp hết điều kiện" in page.ending.table.accessibleDescription()
    assert page.pill.text() == "0 mục"


def test_enter_opens_whose_it_is(page: DomainsPage, opened: Opened, qtbot: QtBot) -> None:
    turn_to_ending(page, qtbot)
    page.arrive()
    read(page, qtbot)
    assert page.ending.table.hasFocus()
    keys("Return")
    assert opened == [(Kind.ENTERPRISE, "firm")]


def test_what_hinders_reading_is_told_and_read_again_on_wish(page: DomainsPage, qtbot: QtBot, desk: Desk) -> None:
    register = desk.folder / "register.db"
    hidden = register.rename(desk.folder / "elsewhere.db")
    page.tabs.setCurrentWidget(page.ending)
    read(page, qtbot)
    assert page.ending.notice.words
    assert "Bấm F5 để thử lại" in page.ending.table.accessibleDescription()
    hidden.rename(register)
    page.ending.table.setFocus()
    keys("F5")
    assert read(page, qtbot)
    assert page.ending.notice.isHidden()
