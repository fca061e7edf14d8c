"""A scan goes to the page that is shown, or one line asks for whom; what was no card is told in one line."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import settle
from tests.gui.scanner_hands import LINE, OTHER, Hands
from vnpresence_desktop.domain.card import Card
from vnpresence_desktop.gui.scanner import Scanner
from vnpresence_desktop.gui.scans import ScanLine, Scans


class CardPage(QWidget):
    """A page that takes cards."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []

    def take_card(self, card: Card) -> None:
        self.cards.append(card)


class Setting:
    """A window with a line to type in, hands, and pages."""

    def __init__(self, app: QApplication) -> None:
        self.window, self.typed, self.line, self.hands = QMainWindow(), QLineEdit(), ScanLine(), Hands()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addWidget(self.typed)
        column.addWidget(self.line)
        self.window.setCentralWidget(middle)
        self.hands.window = self.window
        self.page: QWidget = QWidget()
        self.groups = {"household": CardPage(), "citizen": CardPage()}
        self.scanner = Scanner(app, self.hands.stamp)
        Scans(self.scanner, self.line, lambda: self.page, self.groups.__getitem__)

    def scan(self, text: str) -> None:
        self.hands.now += 1000
        self.hands.press(text, end=Qt.Key.Key_Return)
        settle()


@pytest.fixture
def setting(qtbot: QtBot, qapp: QApplication) -> Iterator[Setting]:
    made = Setting(qapp)
    present(qtbot, made.window, 900, 300)
    made.typed.setFocus()
    settle()
    yield made
    made.scanner.stop()


def test_the_page_takes_the_card(setting: Setting) -> None:
    page = setting.page = CardPage()
    setting.scan(LINE)
    setting.scan(OTHER)
    assert [card.id_number for card in page.cards] == ["092203001234", "092303005678"]
    assert not setting.line.isVisible()
    assert setting.typed.text() == ""


@pytest.mark.parametrize(("place", "group"), [(0, "household"), (1, "citizen")])
def test_another_page_asks_for_whom(setting: Setting, place: int, group: str) -> None:
    setting.scan(LINE)
    assert setting.line.text == "Đã quét thẻ. Ghi vào hồ sơ nào?"
    assert setting.line.choices[0].hasFocus()
    QTest.keyClick(setting.line.choices[place], Qt.Key.Key_Space)
    settle()
    assert len(setting.groups[group].cards) == 1
    assert not setting.line.isVisible()


def test_the_question_can_be_put_away(setting: Setting) -> None:
    setting.scan(LINE)
    setting.line.shut.click()
    settle()
    assert not setting.line.isVisible()
    assert setting.typed.hasFocus()
    assert setting.groups["household"].cards == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("092203001234||NGUYEN", "một phần của thẻ"),
        ("DN4921234567890|4e677579e1bb856e|15/08/2003", "thẻ bảo hiểm y tế"),
        (LINE + LINE, "dính vào nhau"),
    ],
)
def test_what_is_no_card_is_told_in_one_line(setting: Setting, text: str, words: str) -> None:
    page = setting.page = CardPage()
    setting.scan(text)
    assert words in setting.line.text
    assert page.cards == []
    assert "|" not in setting.line.text
    assert "NGUY" not in setting.line.text


def test_a_scan_that_stops_is_told(setting: Setting, qtbot: QtBot) -> None:
    setting.hands.now += 1000
    setting.hands.press(LINE[:30])
    qtbot.waitUntil(lambda: "một phần của thẻ" in setting.line.text)
    assert setting.typed.text() == ""


def test_waiting_is_said_until_the_card_or_esc_comes(setting: Setting) -> None:
    page = setting.page = CardPage()
    for end in ("esc", "card"):
        setting.hands.key(Qt.Key.Key_F2)
        settle()
        assert setting.line.text == "Chờ quét thẻ… Bấm Esc để thôi."
        if end == "esc":
            setting.hands.key(Qt.Key.Key_Escape)
        else:
            setting.scan(LINE)
        settle()
        assert not setting.line.isVisible()
    assert len(page.cards) == 1


def test_a_good_card_clears_what_was_said_of_a_bad_one(setting: Setting) -> None:
    setting.page = CardPage()
    setting.scan("092203001234||NGUYEN")
    setting.scan(LINE)
    assert not setting.line.isVisible()
