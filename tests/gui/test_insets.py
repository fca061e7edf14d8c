from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.gui.pictures import Shot, same, settle
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.insets import LineButton, searching
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.gui.tokens import tokens


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[QLineEdit]:
    """A search line in a window."""
    window, made = QWidget(), QLineEdit()
    QVBoxLayout(window).addWidget(made)
    searching(made)
    present(qtbot, window, 400, 120)
    yield made
    window.close()


def cross(line: QLineEdit) -> LineButton:
    found = line.findChild(LineButton)
    assert found
    return found


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_icons_within_a_line_are_as_large_as_its_letters(line: QLineEdit, qapp: QApplication, scale: float) -> None:
    apply(qapp, Theme(scale=scale))
    line.setText("hoa")
    settle()
    lens, letters = line.findChild(Picture), line.fontMetrics().height()
    assert lens
    assert cross(line).iconSize().width() == pytest.approx(letters, abs=2)
    assert cross(line).width() >= cross(line).iconSize().width()
    for held in (lens, cross(line)):
        assert line.rect().adjusted(3, 3, -3, -3).contains(held.geometry())
        assert held.height() >= letters - 2
        assert abs(held.geometry().center().y() - line.rect().center().y()) <= 1
        assert same(Shot(held).ink, tokens().muted)
    assert line.textMargins().left() >= lens.width()
    assert line.textMargins().right() >= cross(line).width()


def test_an_icon_follows_light_and_dark(line: QLineEdit, qapp: QApplication) -> None:
    line.setText("hoa")
    for dark in (True, False):
        apply(qapp, Theme(dark=dark))
        settle()
        assert same(Shot(cross(line)).ink, tokens().muted)


def test_the_cross_is_there_while_there_is_something_to_clear(line: QLineEdit, qtbot: QtBot, vntype: Type) -> None:
    assert not cross(line).isVisible()
    vntype(line, "ấp")
    assert cross(line).isVisible()
    assert cross(line).accessibleName() == "Xóa chữ đang tìm"
    qtbot.mouseClick(cross(line), Qt.MouseButton.LeftButton)
    assert line.text() == ""
    assert not cross(line).isVisible()
    assert line.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert cross(line).focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.fixture(params=["line", "box"])
def crowded(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QLineEdit | QComboBox]:
    """A line or a box with two buttons; the second one comes and goes."""
    window, made = QWidget(), QLineEdit() if request.param == "line" else QComboBox()
    QVBoxLayout(window).addWidget(made)
    for tip in ("Mở lịch", "Giữ"):
        LineButton(made, "calendar", tip, lambda: None)
    present(qtbot, window, 400, 120)
    yield made
    window.close()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_two_buttons_stand_beside_each_other(crowded: QLineEdit | QComboBox, qapp: QApplication, scale: float) -> None:
    apply(qapp, Theme(scale=scale))
    settle()
    last, before = crowded.findChildren(LineButton)
    assert crowded.rect().contains(last.geometry())
    assert crowded.rect().contains(before.geometry())
    assert before.geometry().right() < last.geometry().left()
    if isinstance(crowded, QLineEdit):
        assert crowded.textMargins().right() >= last.width() + before.width()
        before.hide()
        settle()
        assert last.width() <= crowded.textMargins().right() < 2 * last.width()
    else:
        assert crowded.width() - last.geometry().right() > 16, "the arrow of the box is free"
