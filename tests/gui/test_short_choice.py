"""A choice that is narrower than its words: dots where they end, all of them in the tip, quiet under the wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vnpresence_desktop.gui.short_choice import ShortChoice

LONG = "12/12/2025, Hội nghị: Hội trường Ủy ban nhân dân xã Phong Điền"


@pytest.fixture
def choice(qtbot: QtBot) -> ShortChoice:
    made = ShortChoice()
    qtbot.addWidget(made)
    made.addItems(["Không ghi", LONG])
    made.setFixedSize(180, 40)
    made.show()
    return made


def test_long_words_end_in_dots_and_the_tip_has_all_of_them(choice: ShortChoice) -> None:
    choice.setCurrentIndex(1)
    assert choice.shown.startswith("12/12/2025")
    assert choice.shown.endswith("…")
    assert choice.toolTip() == LONG


def test_what_is_painted_is_what_is_said_to_be_seen(choice: ShortChoice) -> None:
    choice.setCurrentIndex(1)
    painted, words = choice.grab().toImage(), choice.shown
    choice.setItemText(1, words)
    assert choice.grab().toImage() == painted
    assert choice.shown == words


def test_short_words_are_seen_whole(choice: ShortChoice) -> None:
    assert choice.shown == choice.toolTip() == "Không ghi"


def test_a_wider_box_shows_more(choice: ShortChoice) -> None:
    choice.setCurrentIndex(1)
    before = len(choice.shown)
    choice.setFixedSize(260, 40)
    assert len(choice.shown) > before


def test_the_list_is_as_wide_as_its_longest_words(choice: ShortChoice) -> None:
    choice.showPopup()
    assert choice.view().viewport().width() >= choice.fontMetrics().horizontalAdvance(LONG)
    choice.hidePopup()


def test_the_wheel_turns_nothing(choice: ShortChoice) -> None:
    middle, none = QPointF(20, 20), QPoint()
    turn = QWheelEvent(
        middle, middle, none, QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, turn)
    assert choice.currentIndex() == 0
    assert not turn.isAccepted()
