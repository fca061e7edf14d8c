"""What the tests of the window share: typing Vietnamese, a place for the window's choices, and no widget left behind."""

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.sample import sample_shell
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.shell import Shell
from vnpresence_desktop.gui.style import sheet
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.gui.tokens import LIGHT

Type = Callable[[QWidget, str], None]


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    """Every test begins with the light window and its letters; applied anew only where a test changed them."""
    if qapp.styleSheet() != sheet(LIGHT, 1.0):
        apply(qapp, Theme())
    yield
    let_go(qapp)


@pytest.fixture(autouse=True)
def _words_as_before(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    QLocale.setDefault(locale)


@pytest.fixture
def vntype() -> Type:
    """Type any text key by key; ``qtbot.keyClicks`` aborts the process at the first letter outside Latin-1."""

    def type_text(widget: QWidget, text: str) -> None:
        for letter in text:
            if ord(letter) < 128:
                QTest.keyClick(widget, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QCoreApplication.sendEvent(widget, event)

    return type_text


@pytest.fixture
def unikey() -> Callable[[QWidget, str, str], None]:
    """Type as ibus and fcitx do: what is being composed, then the word itself."""

    def compose(widget: QWidget, steps: str, word: str) -> None:
        for length in range(1, len(steps) + 1):
            QCoreApplication.sendEvent(widget, QInputMethodEvent(steps[:length], []))
        event = QInputMethodEvent()
        event.setCommitString(word)
        QCoreApplication.sendEvent(widget, event)

    return compose


def present(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    """Show a widget in a size and wait until it is the active window; it goes when the test ends."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def offered(notice: Notice) -> QPushButton:
    """The button that a notice carries, beside the one that closes it."""
    return next(one for one in notice.findChildren(QPushButton) if one.text() and not one.isHidden())


def tab_stops(first: QWidget) -> list[QWidget]:
    """What Tab reaches from a widget on, until it comes round or leaves to nothing."""
    first.setFocus()
    found: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in found:
        found.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return found


def let_go(app: QApplication) -> None:
    """Run what waits, and delete what is to be deleted."""
    for _ in range(3):
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    """The sample window, open on its form; afterwards nothing of it may be left."""
    window = sample_shell(qapp, tmp_path)
    with qtbot.waitActive(window):
        window.show()
    qtbot.waitUntil(lambda: bool(window.page() and window.page().findChild(QWidget, "owner")))
    yield window
    timers = window.findChildren(QTimer)
    window.close()
    assert not [timer for timer in timers if timer.isActive()]
    window.deleteLater()
    del timers
    let_go(qapp)
    assert [type(widget).__name__ for widget in qapp.topLevelWidgets() if widget.isVisible()] == []


def dragged(place: int, data: QMimeData) -> tuple[QDragEnterEvent, QDropEvent]:
    """What a widget gets when files are dragged onto it and let go."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        # Qt 6.12 calls the only form that 6.11 knows deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(place, place), copy, data, left, none)
    return enter, QDropEvent(QPointF(place, place), copy, data, left, none)
