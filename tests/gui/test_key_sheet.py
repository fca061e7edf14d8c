"""The cheat sheet of keys: F1 opens it in place with the page's own keys, Esc closes it and leaves the page alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import cut_texts, settle
from vnpresence_desktop.gui.key_sheet import KeySheet
from vnpresence_desktop.gui.keys import EVERYWHERE, FORM, LIST, brief, parts
from vnpresence_desktop.gui.theme import Theme, apply


class Setting:
    """A window with one line, an Esc of its own, and the sheet."""

    def __init__(self) -> None:
        self.window, self.line, self.page, self.left = QMainWindow(), QLineEdit(), "household", 0
        middle = QWidget()
        QVBoxLayout(middle).addWidget(self.line)
        self.window.setCentralWidget(middle)
        QShortcut(QKeySequence("Esc"), self.window, self.leave)
        self.sheet = KeySheet(self.window, middle, lambda: self.page)

    def leave(self) -> None:
        self.left += 1

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus
        QTest.keySequence(focus, QKeySequence(key))
        settle()


@pytest.fixture
def setting(qtbot: QtBot) -> Setting:
    made = Setting()
    present(qtbot, made.window, 1000, 700)
    made.line.setFocus()
    settle()
    return made


def words(sheet: KeySheet) -> list[str]:
    return [item.text() for item in sheet.findChildren(QLabel) if item.isVisibleTo(sheet)]


def test_f1_opens_and_closes_it_and_the_keyboard_comes_back(setting: Setting) -> None:
    setting.press(Qt.Key.Key_F1)
    assert setting.sheet.isVisible()
    assert setting.sheet.hasFocus()
    assert not setting.sheet.isWindow()
    setting.press(Qt.Key.Key_F1)
    assert not setting.sheet.isVisible()
    assert setting.line.hasFocus()


def test_esc_closes_the_sheet_and_only_the_sheet(setting: Setting) -> None:
    setting.press(Qt.Key.Key_F1)
    setting.press(Qt.Key.Key_Escape)
    assert not setting.sheet.isVisible()
    assert setting.left == 0
    assert setting.line.hasFocus()
    setting.press(Qt.Key.Key_Escape)
    assert setting.left == 1


def test_it_tells_the_keys_of_the_page_and_those_of_every_page(setting: Setting) -> None:
    setting.press(Qt.Key.Key_F1)
    told = words(setting.sheet)
    for part in (FORM, LIST, EVERYWHERE):
        assert part.title in told
        for key in part.keys:
            assert key.keys in told
            assert key.does in told
    setting.page = "import"
    setting.sheet.refresh()
    settle()
    assert FORM.title not in words(setting.sheet)
    assert "chọn tệp" in words(setting.sheet)


def test_its_button_closes_it_too(setting: Setting) -> None:
    setting.press(Qt.Key.Key_F1)
    (close,) = setting.sheet.findChildren(QPushButton)
    close.click()
    assert not setting.sheet.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_and_it_stays_at_the_right_side(setting: Setting, qapp: QApplication, scale: float) -> None:
    apply(qapp, Theme(scale=scale))
    setting.window.resize(900, 540)
    setting.press(Qt.Key.Key_F1)
    setting.window.resize(1000, 2000)
    settle()
    host = setting.line.parentWidget()
    assert host
    assert setting.sheet.geometry().right() == host.width() - 1
    assert setting.sheet.height() == host.height()
    assert cut_texts(setting.sheet) == []


def test_arrows_scroll_it(setting: Setting) -> None:
    setting.window.resize(900, 300)
    setting.press(Qt.Key.Key_F1)
    bar = setting.sheet._area.verticalScrollBar()
    before = bar.value()
    setting.press(Qt.Key.Key_PageDown)
    assert bar.value() > before


@pytest.mark.parametrize(
    "page", ["household", "enterprise", "citizen", "domains", "session", "support", "import", "report", ""]
)
def test_every_key_stands_once_in_its_place(page: str) -> None:
    for part in parts(page):
        told = [key.keys for key in part.keys]
        assert len(told) == len(set(told)), part.title
        assert all(key.does for key in part.keys)


def test_the_help_beside_the_form_is_of_the_same_data() -> None:
    known: Callable[[str], bool] = lambda line: line in [f"{key.keys}: {key.does}" for key in FORM.keys]  # noqa: E731
    *lines, last = brief().split(" · ")
    assert len(lines) >= 6
    assert all(known(line) for line in lines)
    assert last == "F1: mọi phím"
