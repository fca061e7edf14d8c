"""F1, scanned cards and the way back to unfinished forms in the composed window; no two keys of a page clash."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vnpresence_desktop import app as composition
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen
from vnpresence_desktop.gui.key_sheet import KeySheet
from vnpresence_desktop.gui.keys import parts
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.scanner import Scanner
from vnpresence_desktop.gui.scans import ScanLine
from vnpresence_desktop.work import candidates

GIRL = Citizen(name="Nguyễn Thị Thủy", birth_date="2004-05-06", hamlet="Ấp Hai")
LINE = "092203001234|361234567|NGUYỄN VĂN ĐỨC|15082003|Nam|Ấp Nhơn Lộc, Cần Thơ|01052021"


def page(window: Window, entry: str) -> CandidatesPage:
    shown = window.shell.open_page(entry)
    assert isinstance(shown, CandidatesPage)
    return shown


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus
    QTest.keyClick(focus, key, modifiers)
    for _ in range(5):
        QApplication.processEvents()


def reminder(window: Window) -> str:
    strip = window.shell._reminder
    return strip.text if strip.isVisible() else ""


# -- keys


def states(window: Window) -> Iterator[tuple[str, QWidget]]:
    """Every page, and the form of each group."""
    for entry in window.pages.entries():
        shown = window.shell.open_page(entry.id)
        yield entry.id, shown
        if isinstance(shown, CandidatesPage):
            shown.open_record()
            yield entry.id, shown
            shown.form.leave()


def letters(shown: QWidget) -> Counter[str]:
    """How often each Alt+letter is given out among what is seen."""
    labels = [item.text() for item in shown.findChildren(QLabel) if item.buddy() and item.isVisible()]
    buttons = [item.text() for item in shown.findChildren(QAbstractButton) if item.isVisible()]
    marked = (re.search(r"&(\w)", text.replace("&&", "")) for text in (*labels, *buttons))
    return Counter(found[1].lower() for found in marked if found)


def test_no_alt_letter_is_given_out_twice_on_a_page(window: Window) -> None:
    forms = 0
    for entry, shown in states(window):
        given = letters(shown)
        forms += len(given) > 10
        assert [letter for letter, times in given.items() if times > 1] == [], entry
        assert all(letter.isascii() for letter in given), entry
    assert forms == 3


def named(text: str) -> str:
    return {"Ctrl+Return": "Ctrl+Enter", "Del": "Delete"}.get(text, text)


def test_every_key_of_a_page_stands_in_its_sheet(window: Window) -> None:
    for entry, shown in states(window):
        told = {one for part in parts(entry) for key in part.keys for one in key.keys.split(", ")}
        used = {named(item.key().toString()) for item in shown.findChildren(QShortcut) if item.isEnabled()}
        assert used - told - {""} == set(), entry


def test_f1_shows_the_keys_of_the_page_and_follows_to_the_next(window: Window) -> None:
    sheet = window.shell.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    press(Qt.Key.Key_F1)
    assert sheet.isVisible()
    assert "Trong hồ sơ" in [item.text() for item in sheet.findChildren(QLabel)]
    press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert sheet.hasFocus()
    assert "Trong hồ sơ" not in [item.text() for item in sheet.findChildren(QLabel) if item.isVisible()]
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


# -- cards


def test_a_card_scanned_on_another_page_finds_its_form(window: Window, qapp: QApplication) -> None:
    window.shell.open_page("tasks")
    (scanner,) = qapp.findChildren(Scanner)
    scanner.scanned.emit(LINE)
    line = window.shell.findChild(ScanLine)
    assert isinstance(line, ScanLine)
    assert line.text == "Đã quét thẻ. Ghi vào hồ sơ nào?"
    line.choices[1].click()
    citizens = window.shell.page()
    assert isinstance(citizens, CandidatesPage)
    assert citizens.form.candidate().name == "Nguyễn Văn Đức"


def test_a_closed_window_leaves_no_scanner(window: Window, qapp: QApplication, qtbot: QtBot) -> None:
    window.shell.close()
    qtbot.waitUntil(lambda: not qapp.findChildren(Scanner))


# -- what was left unfinished


@pytest.fixture
def left(register: Path) -> str:
    """A kept citizen in whose form something was typed when the program ended."""
    with composition.open_desk(register) as desk:
        girl = candidates.keep(desk, GIRL)
        values = {"school": "Đại học Cần Thơ", "@": "school:8"}
        candidates.keep_draft(desk, f"{Kind.CITIZEN.value}:{girl.id}", values)
    return girl.id


def test_what_was_left_is_gone_on_with_at_its_very_letter(left: str, window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(reminder(window)))
    assert reminder(window) == ("Công dân “Nguyễn Thị Thủy” đang nhập dở từ lần trước, được giữ trong bản nháp.")
    (act,) = [one for one in window.shell.findChildren(QPushButton) if one.text() == "Nhập tiếp" and one.isVisible()]
    act.click()
    citizens = window.shell.page()
    assert isinstance(citizens, CandidatesPage)
    assert citizens.form.draft.record_id == left
    line = citizens.form.form.widget("school")
    assert line.hasFocus()
    assert line.property("text") == "Đại học Cần Thơ"
    assert line.property("cursorPosition") == 8
    assert reminder(window) == ""


def test_the_reminder_goes_when_work_goes_on_elsewhere(left: str, window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(reminder(window)))
    page(window, "enterprise")
    assert reminder(window)
    page(window, "household").open_record()
    assert reminder(window) == ""
    page(window, "citizen").open_record()


def test_nothing_left_reminds_of_nothing(window: Window) -> None:
    assert reminder(window) == ""
