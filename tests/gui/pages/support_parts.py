"""The page "Hỗ trợ" over a small register, composed as the program does, for tests; hands to use it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type, present
from tests.gui.pages.candidates_setting import settle
from tests.work.desks import put
from vnpresence_desktop.app.support_pages import support_page
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household, Support
from vnpresence_desktop.gui.pages.record_editor import RecordEditor
from vnpresence_desktop.gui.pages.record_part import RecordsPage, RecordsPart
from vnpresence_desktop.gui.pages.support import SupportPage
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.desk import Desk, load_rules
from vnpresence_desktop.work.office import declare, set_up

HOA = Household(id="hoa", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", phone="0909123456")
HOA_TWO = Household(id="hoa2", name="Tạp hóa Hòa", owner="Lê Văn Hòa", hamlet="Ấp Hai")
FIRM = Enterprise(id="firm", name="Công ty Hòa Phát", tax_code="1800123456", address="Ấp Ba", representative="Võ Hòa")
YOUTH = Citizen(id="youth", name="Nguyễn Hòa Bình", birth_date="2004-05-06", hamlet="Ấp Hai")
HELP = Support(id="help", date="2025-11-20", candidate="hoa", person="Lê Thị Hòa", channel="phone", matter="website",
               result="Đã dựng trang", helper="Đoàn xã")  # fmt: skip


@dataclass
class Clock:
    """The day of the desk, which a test can change."""

    now: datetime = field(default=datetime(2025, 12, 20, 8, 30, tzinfo=timezone(timedelta(hours=7))))

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def helpdesk(folder: Path, clock: Callable[[], datetime], commune: str = "31299") -> Iterator[Desk]:
    """An office with a few candidates and one record of help."""
    store, _ = Store.create(folder / "register.db", folder / "pc", now=clock, actor="test")
    with store:
        desk = Desk(folder, store, load_rules(folder), clock)
        set_up(desk, declare(commune, "nd09", "Trần Thị Mỹ Hạnh", "CHỦ TỊCH"))
        put(desk, HOA, HOA_TWO, FIRM, YOUTH, HELP)
        yield desk


def opened(qtbot: QtBot, desk: Desk) -> SupportPage:
    """The page as the window opens it."""
    page = support_page(lambda verb: partial(verb, desk))
    present(qtbot, page, 1100, 700)
    page.arrive()
    settle()
    return page


def keys(sequence: str) -> None:
    """Press keys where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget
    QTest.keySequence(widget, QKeySequence(sequence))
    settle()


def type_here(vntype: Type, text: str) -> None:
    """Type where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget
    vntype(widget, text)
    settle()


def shown(page: RecordsPage) -> QWidget | None:
    return page._stack.currentWidget()


def editor(part: RecordsPart) -> RecordEditor:
    assert part.form
    return part.form


def lines(part: RecordsPart) -> list[list[str]]:
    return [part.list.table.texts(place) for place in range(part.list.table.count())]


def words_in(widget: QWidget) -> str:
    return " ".join(item.text() for item in widget.findChildren(QLabel) if item.isVisible())
