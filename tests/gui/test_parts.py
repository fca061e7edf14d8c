"""Parts of every page: what appears is brought into sight, two scroll bars meet without a spot."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import looking, same, settle
from vnpresence_desktop.gui.parts import Card, into_sight, scrolling
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.tokens import Tokens


@pytest.fixture
def long(qtbot: QtBot) -> QScrollArea:
    """Twenty buttons in a place for five."""
    content = QWidget()
    column = QVBoxLayout(content)
    for count in range(20):
        column.addWidget(QPushButton(f"Nút {count}"))
    made = scrolling(content)
    present(qtbot, made, 300, 200)
    return made


def whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_what_is_below_the_edge_is_scrolled_to(long: QScrollArea) -> None:
    last = long.findChildren(QPushButton)[-1]
    assert not whole(last)
    into_sight(last)
    settle()
    assert whole(last)


def test_what_appears_only_now_too(long: QScrollArea) -> None:
    content = long.widget()
    assert content
    added, layout = QPushButton("Nút mới"), content.layout()
    assert layout
    layout.addWidget(added)
    added.show()
    into_sight(added)
    settle()
    assert whole(added)


def test_where_nothing_scrolls_nothing_happens(qtbot: QtBot) -> None:
    alone = QPushButton("Nút")
    present(qtbot, alone, 100, 40)
    into_sight(alone)
    settle()
    assert alone.isVisible()


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Tokens]:
    with looking(qapp, request.param) as made:
        yield made


def test_where_two_scroll_bars_meet_the_ground_is_the_table_s(qtbot: QtBot, colours: Tokens) -> None:
    table = RecordTable(
        [Column(title="Tên", width=80)],
        lambda _: range(50),
        lambda ids: [(f"Dòng {one}",) for one in ids],
        name="Dòng",
    )
    present(qtbot, table, 300, 200)
    table.load()
    settle()
    down, across = table.verticalScrollBar(), table.horizontalScrollBar()
    assert down.isVisible()
    assert across.isVisible()
    picture = table.grab().toImage()
    left = down.mapTo(table, down.rect().bottomLeft()).x()
    top = across.mapTo(table, across.rect().topLeft()).y()
    spot = {picture.pixelColor(left + x, top + y).name() for x in range(8) for y in range(8)}
    assert all(same(ink, colours.surface) for ink in spot)


def test_what_scrolls_is_as_wide_as_its_content_needs_later_too(qtbot: QtBot) -> None:
    host, content, beside = QWidget(), QWidget(), QWidget()
    QVBoxLayout(content)
    line = QHBoxLayout(host)
    line.addWidget(beside, 5)
    line.addWidget(area := scrolling(content), 1)
    present(qtbot, host, 600, 200)
    wide = QPushButton("x" * 60)
    layout = content.layout()
    assert layout
    layout.addWidget(wide)
    settle()
    assert wide.width() >= wide.minimumSizeHint().width()
    assert area.viewport().width() >= content.width()


@pytest.mark.parametrize(("width", "beside"), [(620, True), (280, False)])
def test_the_hint_of_a_card_stands_below_its_heading_where_a_line_lacks_the_room(
    qtbot: QtBot, width: int, *, beside: bool
) -> None:
    window = QWidget()
    card = Card("Lịch sử hồ sơ", "history", "Mới nhất ở trên; số cá nhân được che bớt")
    QVBoxLayout(window).addWidget(card)
    present(qtbot, window, width, 200)
    settle()
    heading, hint = card.findChildren(QLabel)[-2:]
    assert hint.text().startswith("Mới nhất")
    assert (hint.y() < heading.geometry().bottom()) is beside
    assert hint.height() >= hint.heightForWidth(hint.width())
    if beside:
        assert hint.heightForWidth(hint.width()) < 2 * hint.fontMetrics().height()
    else:
        assert hint.x() <= heading.x()
