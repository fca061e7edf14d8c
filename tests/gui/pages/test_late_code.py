"""A start at which the code still waits: nothing is replaced unasked, a sheet printed before is taken, it can be put off."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.work.desks import new_desk
from vnpresence_desktop.gui.pages.late_code import LateCode, LateCodeActs
from vnpresence_desktop.work import office
from vnpresence_desktop.work.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.fixture
def left() -> list[str]:
    """Each time that the page was left."""
    return []


@pytest.fixture
def printed(desk: Desk) -> str:
    """The code of the last time."""
    return office.renew_code(desk)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, printed: str, left: list[str]) -> LateCode:
    confirm = partial(office.confirm_code, desk.store.path)
    made = LateCode(
        LateCodeActs(partial(office.renew_code, desk), confirm, lambda: left.append("left")), "Xã Phong Điền"
    )
    present(qtbot, made, 1000, 700)
    return made


def test_nothing_is_replaced_before_it_is_asked_for(page: LateCode, desk: Desk, printed: str) -> None:
    assert QApplication.focusWidget() is page.renew
    assert not page.code.code.isVisible()
    assert not page.code.print_button.isVisible()
    assert not page.go_on.isEnabled()
    assert page.go_on.toolTip()
    office.confirm_code(desk.store.path, printed)


def test_a_new_code_is_shown_and_typed_back(
    page: LateCode, desk: Desk, printed: str, vntype: Type, left: list[str]
) -> None:
    QTest.keyClick(page.renew, Qt.Key.Key_Space)
    code = page.code.code.text()
    assert page.code.code.isVisible()
    assert code.replace(" ", "-") != printed
    assert not page.renew.isVisible()
    assert "không còn dùng được" in page.notice.words
    assert QApplication.focusWidget() is page.code.typed
    vntype(page.code.typed, printed)
    QTest.keyClick(page.code.typed, Qt.Key.Key_Return)
    assert page.code.line.level == "error"
    assert office.code_waits(desk)
    page.code.typed.clear()
    vntype(page.code.typed, code.lower())
    assert not office.code_waits(desk)
    assert not page.later.isEnabled()
    page.go_on.click()
    assert left == ["left"]
    assert page.code.code.text() == ""


def test_the_sheet_of_the_last_time_is_taken(page: LateCode, desk: Desk, printed: str, vntype: Type) -> None:
    vntype(page.code.typed, printed.lower().replace("-", " "))
    assert page.code.line.level == "ok"
    assert page.go_on.isEnabled()
    assert not office.code_waits(desk)


def test_it_can_be_put_off_and_asked_anew(page: LateCode, desk: Desk, left: list[str]) -> None:
    page.renew.click()
    shown = page.code.code.text()
    page.later.click()
    assert left == ["left"]
    assert office.code_waits(desk)
    page.ask()
    assert page.renew.isVisible()
    assert not page.code.code.isVisible()
    assert page.notice.words == ""
    office.confirm_code(desk.store.path, shown)


def test_a_code_that_can_t_be_renewed_is_told(page: LateCode, desk: Desk) -> None:
    slots = desk.store.path.with_suffix(".keys.json")
    kept = slots.read_bytes()
    slots.write_text("{}", encoding="utf-8")
    page.renew.click()
    slots.write_bytes(kept)
    assert "Tệp khóa" in page.notice.words
    assert page.renew.isVisible()
