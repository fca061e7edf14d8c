"""A register with the page of a group over it, put together as app.py does, for tests and pictures; hands to use it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, let_go, present
from vnpresence_desktop.app.candidate_pages import kept_acts
from vnpresence_desktop.app.entry import entry_acts
from vnpresence_desktop.app.history import HistoryDesk
from vnpresence_desktop.app.lists import ListDesk
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Hamlet, Household, Record
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.long_list import Source
from vnpresence_desktop.gui.pages.candidate_acts import CandidateActs
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.list_acts import ListActs
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work import candidates as work
from vnpresence_desktop.work import lists, twins
from vnpresence_desktop.work.desk import Desk, load_rules

TODAY = datetime(2026, 11, 24, 8, 0, tzinfo=timezone(timedelta(hours=7)))
LAST_FREE_DAY = datetime(2025, 12, 31, 8, 0, tzinfo=timezone(timedelta(hours=7)))


HOA = Household(id="hoa", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", certificate_no="57A8000001",
                certificate_date="2024-05-06", id_number="092179000123", phone="0909123456")  # fmt: skip
AN = Household(id="an", name="Ánh Sáng", owner="Trần Văn Ánh", hamlet="Ấp Hai", state="ceased")
DAO = Household(id="dao", name="Đào Tiên", owner="Phạm Thị Đào", hamlet="Ấp Một", source="file:ho.xlsx",
                phone="0909000001", unconfirmed=("phone",))  # fmt: skip
RECORDS = (HOA, AN, DAO, Hamlet(name="Ấp Một"), Hamlet(name="Ấp Hai"), Hamlet(name="Ấp Cũ", until="2020-01-01"))
"""A small register."""


@contextmanager
def register(
    folder: Path, records: Iterable[Record] = (), now: Callable[[], datetime] = lambda: TODAY
) -> Iterator[Desk]:
    """A new register with these records; their ids are given where they have none."""
    store, _ = Store.create(folder / "register.db", folder / "pc", now=now, actor="officer")
    with store:
        with store.unit() as unit:
            for record in records:
                unit.put(record)
        yield Desk(folder, store, load_rules(folder), now)


def acts(desk: Desk, kind: Kind) -> CandidateActs:
    """What app.py hands to the page."""
    return CandidateActs(
        lists=Source(
            first=partial(lists.search, desk, kind),
            rest=partial(lists.rest, desk),
            take=partial(lists.take, desk),
            start=Jobs().start,
        ),
        get=partial(work.get, desk, kind),
        judge=partial(work.judge, desk),
        has_domain=partial(work.has_domain, desk),
        twins=partial(twins.twins, desk),
        keep=partial(work.keep, desk),
        draft=partial(work.draft, desk),
        keep_draft=partial(work.keep_draft, desk),
        drop_draft=partial(work.drop_draft, desk),
        hamlets=partial(work.hamlets, desk),
        today=lambda: desk.today,
        entry=partial(entry_acts, lambda verb: partial(verb, desk), kind),
        many=many(desk, kind),
        kept=partial(kept_acts, history_desk(desk), kind, nowhere),
    )


def nowhere(entry: str) -> QWidget:
    """There is no other page."""
    raise AssertionError(entry)


def many(desk: Desk, kind: Kind) -> ListActs:
    """What app.py hands to the list."""
    preferences = Preferences(desk.folder / "cua-so.ini")
    return ListDesk(history_desk(desk), preferences, lambda _: None).acts(kind)


def history_desk(desk: Desk) -> HistoryDesk:
    """Acts at this desk; jobs open the register for themselves."""
    store = desk.store

    def in_job(verb: Callable[..., Any]) -> Callable[..., Any]:
        def act(*args: Any) -> Any:
            with Store.open(store.path, store.pc_folder, now=desk.now, actor="officer") as beside:
                return verb(replace(desk, store=beside), *args)

        return act

    def broke(error: Exception) -> None:
        raise error

    return HistoryDesk(lambda verb: partial(verb, desk), in_job, Jobs(), broke)


Open = Callable[[Kind], CandidatesPage]


@contextmanager
def opening(qtbot: QtBot, app: QApplication, desk: Desk) -> Iterator[Open]:
    """Gives what opens a page as the window does; afterwards no timer of it runs and nothing is left on the screen."""
    made: list[CandidatesPage] = []

    def open_one(kind: Kind) -> CandidatesPage:
        page = CandidatesPage(kind, acts(desk, kind))
        present(qtbot, page, 1100, 700)
        page.arrive()
        made.append(page)
        return page

    yield open_one
    for page in made:
        page.may_leave()
        page.hide()
        page.list.search.clear()
        page.list.refresh()
        assert not [timer for timer in page.findChildren(QTimer) if timer.isActive()]
    let_go(app)
    assert not [widget for widget in app.topLevelWidgets() if widget.isVisible()]


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def keys(widget: QWidget, sequence: str) -> None:
    QTest.keySequence(widget, QKeySequence(sequence))
    settle()


def shown(page: CandidatesPage) -> QWidget | None:
    stack = page.findChild(QStackedWidget)
    assert stack
    return stack.currentWidget()


def names(page: CandidatesPage) -> list[str]:
    return [page.list.table.texts(place)[0] for place in range(page.list.table.count())]


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def type_into(page: CandidatesPage, vntype: Type, name: str, text: str) -> None:
    widget = page.form.form.widget(name)
    widget.setFocus()
    vntype(widget, text)
    settle()


def leave_field(page: CandidatesPage) -> None:
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    settle()


def text_of(page: CandidatesPage, name: str) -> str:
    widget = page.form.form.widget(name)
    assert isinstance(widget, QLineEdit)
    return widget.text()


def press(widget: QWidget, text: str) -> None:
    found = [item for item in widget.findChildren(QPushButton) if item.text() == text and item.isVisible()]
    assert len(found) == 1, text
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def words_in(widget: QWidget) -> str:
    return " ".join(item.text() for item in widget.findChildren(QLabel))
