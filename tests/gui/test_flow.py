"""Widgets that flow like words: in lines, none outside, none upon another, hidden ones without a place."""

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from vnpresence_desktop.gui.flow import Flow


@pytest.fixture
def flow(qtbot: QtBot) -> Flow:
    made = Flow(6, QMargins(4, 4, 4, 4))
    present(qtbot, made, 400, 200)
    made.hold([QLabel("một điều kiện " * length) for length in (1, 2, 1, 3, 1)])
    return made


@pytest.mark.parametrize("width", [120, 300, 500, 2000])
def test_nothing_overlaps_and_nothing_is_outside(flow: Flow, width: int) -> None:
    flow.resize(width, flow.heightForWidth(width))
    places = [label.geometry() for label in flow.findChildren(QLabel)]
    assert all(flow.rect().contains(place) for place in places)
    for at, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[at + 1 :])
    assert [(place.y(), place.x()) for place in places] == sorted((place.y(), place.x()) for place in places)


def test_narrow_is_high_and_hidden_takes_no_room(flow: Flow) -> None:
    assert flow.heightForWidth(150) > flow.heightForWidth(2000)
    before = flow.heightForWidth(300)
    for label in flow.findChildren(QLabel)[1:]:
        label.hide()
    assert flow.heightForWidth(300) < before


def test_a_child_that_grows_moves_the_others(flow: Flow, qtbot: QtBot) -> None:
    flow.resize(2000, 60)
    first, second = flow.findChildren(QLabel)[:2]
    before = second.x()
    first.setText("một điều kiện dài hơn nhiều lần")
    qtbot.waitUntil(lambda: second.x() > before)
