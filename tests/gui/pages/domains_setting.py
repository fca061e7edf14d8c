"""A register with the card and the page of domains over it, put together as app does, and hands to use them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, let_go, present
from vnpresence_desktop.app import domain_pages
from vnpresence_desktop.app.history import HistoryDesk
from vnpresence_desktop.domain.domains import NEXT
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.domain_card import DomainsCard
from vnpresence_desktop.gui.pages.domain_form import StepForm
from vnpresence_desktop.gui.pages.domains import DomainsPage
from vnpresence_desktop.gui.parts import scrolling
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work import domains as work
from vnpresence_desktop.work.desk import Desk

GRANTED = {"label": "tap-hoa-hoa", "registrar": "iNET", "confirmed_by": "registrar", "confirmed_on": "2025-12-15",
           "expires_on": "2027-12-10"}  # fmt: skip


def at_desk(desk: Desk, jobs: Jobs) -> HistoryDesk:
    """The verbs at a desk; in a job at one of its own, as a store belongs to its thread."""

    def in_job(verb: Callable[..., Any]) -> Callable[..., Any]:
        def act(*args: Any, **kwargs: Any) -> Any:
            folder = desk.folder
            with Store.open(folder / "register.db", folder / "pc", now=desk.now, actor="test") as store:
                return verb(Desk(folder, store, desk.rules, desk.now), *args, **kwargs)

        return act

    return HistoryDesk(lambda verb: partial(verb, desk), in_job, jobs, _broke)


def _broke(error: Exception) -> None:
    raise error


@contextmanager
def card_over(qtbot: QtBot, app: QApplication, desks: HistoryDesk) -> Iterator[DomainsCard]:
    """The card in a panel that scrolls, as beside a candidate's form."""
    card = domain_pages.domains_card(desks)
    held = QWidget()
    column = QVBoxLayout(held)
    for part in (QPushButton("Trước thẻ"), card, QPushButton("Sau thẻ")):
        column.addWidget(part)
    column.addStretch(1)
    panel = scrolling(held)
    present(qtbot, panel, 340, 700)
    yield card
    assert card.flush()
    panel.hide()
    let_go(app)
    assert not [widget for widget in app.topLevelWidgets() if widget.isVisible()]


@contextmanager
def page_over(qtbot: QtBot, desks: HistoryDesk, opened: list[tuple[Kind, str]]) -> Iterator[DomainsPage]:
    """The page; which candidates it opens is noted."""
    page = DomainsPage(domain_pages.domains_acts(desks, lambda kind, one: opened.append((kind, one))))
    present(qtbot, page, 1120, 660)
    page.arrive()
    yield page
    assert not desks.jobs.busy, "a job would tell a page that is gone"


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def keys(sequence: str) -> None:
    """Press keys where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget
    QTest.keySequence(widget, QKeySequence(sequence))
    settle()


def focused() -> str:
    widget = QApplication.focusWidget()
    return (widget.objectName() or widget.accessibleName()) if widget else ""


def press(around: QWidget, text: str) -> None:
    settle()
    found = [item for item in around.findChildren(QPushButton) if item.text() == text and item.isVisible()]
    assert len(found) == 1, (text, [item.text() for item in around.findChildren(QPushButton) if item.isVisible()])
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def buttons(around: QWidget) -> list[str]:
    settle()
    return [item.text() for item in around.findChildren(QPushButton) if item.isVisible() and item.text()]


def words_in(widget: QWidget) -> str:
    settle()
    return " ".join(item.text() for item in widget.findChildren(QLabel) if item.isVisible())


def kept(desk: Desk) -> list[Registration]:
    return desk.store.all(Registration)


def unnamed(around: QWidget) -> list[str]:
    """What takes the keyboard and has no name for a screen reader."""
    settle()
    stops = [
        item
        for item in around.findChildren(QWidget)
        if item.isVisible() and item.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    return [
        type(item).__name__
        for item in stops
        if not item.accessibleName()
        and not (isinstance(item, QAbstractButton) and item.text())
        and not isinstance(item.parentWidget(), QComboBox | QTabWidget)
    ]


ALL_STATES = tuple(NEXT)


def step(card: DomainsCard) -> StepForm:
    assert card.step
    return card.step


def write(card: DomainsCard, vntype: Type, name: str, text: str) -> None:
    """Type into a field from its beginning."""
    step(card).form.focus_field(name)
    settle()
    widget = step(card).form.widget(name)
    line = widget.lineEdit() if isinstance(widget, QComboBox) else widget
    assert isinstance(line, QLineEdit)
    line.clear()
    vntype(widget, text)
    card.window().activateWindow()  # a list of suggestions that came and went took that away
    settle()


def granted(desk: Desk) -> Registration:
    proposed = work.propose(desk, "shop", label="tap-hoa-hoa", proposed_on="2025-12-01")
    return work.advance(desk, proposed.id, "registered", "2025-12-10", **GRANTED)
