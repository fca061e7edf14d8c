"""What has the keyboard is scrolled to, also where what stands above it grows afterwards."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.domains_setting import settle
from vnpresence_desktop.gui.pages.in_sight import InSight
from vnpresence_desktop.gui.parts import scrolling

Seen = Callable[[QWidget], bool]


@pytest.fixture
def lines() -> list[QLineEdit]:
    return [QLineEdit() for _ in range(10)]


@pytest.fixture
def page(qtbot: QtBot, lines: list[QLineEdit]) -> QScrollArea:
    held, part = QWidget(), QWidget()
    column, inner = QVBoxLayout(held), QVBoxLayout(part)
    column.addWidget(QLabel("trên"))
    column.addWidget(part)
    for line in lines:
        inner.addWidget(line)
    InSight(part)
    made = scrolling(held)
    present(qtbot, made, 300, 150)
    return made


def seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_page_scrolls_to_what_gets_the_keyboard(page: QScrollArea, lines: list[QLineEdit]) -> None:
    for line in (lines[-1], lines[0], lines[5]):
        line.setFocus()
        settle()
        assert seen(line)
    assert page.verticalScrollBar().maximum() > 0


def test_it_stays_in_sight_when_what_is_above_grows(page: QScrollArea, lines: list[QLineEdit]) -> None:
    lines[5].setFocus()
    settle()
    above = page.findChild(QLabel)
    assert above
    above.setFixedHeight(400)
    settle()
    assert seen(lines[5])


def test_what_is_elsewhere_is_left_alone(page: QScrollArea, lines: list[QLineEdit]) -> None:
    lines[0].setFocus()
    settle()
    lines[0].clearFocus()
    page.verticalScrollBar().setValue(0)
    above = page.findChild(QLabel)
    assert above
    above.setFixedHeight(400)
    settle()
    assert page.verticalScrollBar().value() == 0
