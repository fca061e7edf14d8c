import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from vnpresence_desktop.gui.navigation import Entry, Navigation
from vnpresence_desktop.gui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The navigation with three entries beside a line of text, the second one open."""
    made, entries = QWidget(), [Entry(name, name, "store", QWidget) for name in ("a", "b", "c")]
    row, navigation = QHBoxLayout(made), Navigation(entries, Theme())
    row.addWidget(navigation)
    row.addWidget(QLineEdit())
    navigation.open(usable=True)
    navigation.mark("b")
    present(qtbot, made, 600, 400)
    return made


def line(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert found
    return found


def entry(window: QWidget, name: str) -> QToolButton:
    return next(item for item in window.findChildren(QToolButton) if item.text() == name)


def into_navigation(window: QWidget, qtbot: QtBot, key: Qt.Key) -> str:
    """The entry that Tab or Shift+Tab reaches first from the content."""
    line(window).setFocus()
    while True:
        qtbot.keyClick(QApplication.focusWidget(), key)
        reached = QApplication.focusWidget()
        assert isinstance(reached, QToolButton), "the line came round again"
        if reached.isCheckable():
            return reached.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_from_the_content_reaches_the_open_page_first(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    assert into_navigation(window, qtbot, key) == "b"
    navigation = window.findChild(Navigation)
    assert navigation
    line(window).setFocus()
    navigation.mark("c")
    assert into_navigation(window, qtbot, key) == "c"


def test_an_entry_that_only_had_the_keyboard_is_no_stop_later(window: QWidget, qtbot: QtBot) -> None:
    entry(window, "a").setFocus()
    assert into_navigation(window, qtbot, Qt.Key.Key_Tab) == "b"


def test_arrows_still_go_from_entry_to_entry(window: QWidget, qtbot: QtBot) -> None:
    navigation = window.findChild(Navigation)
    assert navigation
    entry(window, "b").setFocus()
    with qtbot.waitSignal(navigation.chosen) as chosen:
        qtbot.keyClick(entry(window, "b"), Qt.Key.Key_Down)
    assert chosen.args == ["c"]
    assert entry(window, "c").hasFocus()
