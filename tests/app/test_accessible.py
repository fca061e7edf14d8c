"""Whatever takes the keyboard has a name for who hears the screen, its buttons hear Enter: on every page, in every form."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.app.conftest import window_over
from vnpresence_desktop import app as composition
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pressing import PushButton, ToolButton


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "pc"))
    composition.make_sample(tmp_path / "xa-mau")
    with window_over(qtbot, qapp, tmp_path / "xa-mau") as made:
        yield made


def nameless(window: Window) -> list[str]:
    """What is seen, takes the keyboard and has no name; scroll bars never have the keyboard."""
    found = []
    for widget in window.shell.findChildren(QWidget):
        takes = widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes and not isinstance(widget, QScrollBar):
            heard = QAccessible.queryAccessibleInterface(widget)
            if heard is None or not heard.text(QAccessible.Text.Name):
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def deaf_to_enter(window: Window) -> list[str]:
    """Buttons that the keyboard reaches, shown now or later, and that Space alone would press."""
    buttons = [*window.shell.findChildren(QPushButton), *window.shell.findChildren(QToolButton)]
    reached = [one for one in buttons if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [f"{one.text()} in {type(one.parentWidget()).__name__}" for one in reached if not _hears(one)]


def _hears(button: QWidget) -> bool:
    arrow_of_tabs = isinstance(
        button.parentWidget(), QTabBar
    )  # for the mouse; the keyboard's arrows go through the tabs
    return arrow_of_tabs or isinstance(button, PushButton | ToolButton)


def test_every_page_and_every_form_names_what_takes_the_keyboard(qtbot: QtBot, window: Window) -> None:
    for entry in window.pages.entries():
        page = window.shell.open_page(entry.id)
        qtbot.waitUntil(page.isVisible)
        assert (entry.id, nameless(window)) == (entry.id, [])
        if isinstance(page, CandidatesPage):
            page.open_record(page.list.table.current_id())
            qtbot.waitUntil(page.form.isVisible)
            assert (f"form of {entry.id}", nameless(window)) == (f"form of {entry.id}", [])
    assert deaf_to_enter(window) == []
