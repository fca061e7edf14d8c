"""Values offered beside what was typed: taken by one key, left by another, said in the words of where they come from."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.domains_setting import settle, words_in
from vnpresence_desktop.domain.card import Offer
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.offer_panel import BY_CARD, BY_TYPING, OfferPanel

OFFERS = (
    Offer("owner", value="Lê Thị Hòa", typed="Lê Thị Hoà", doubtful=True),
    Offer("birth_date", value="1979-02-01", typed="1979-01-02", doubtful=False),
)


@pytest.fixture
def told() -> list[tuple[str, ...]]:
    """What the panel gave back, in order."""
    return []


@pytest.fixture
def panel(qtbot: QtBot, told: list[tuple[str, ...]]) -> OfferPanel:
    made = OfferPanel(Kind.HOUSEHOLD)
    made.taken.connect(lambda field, value: told.append((field, value)))
    made.done.connect(lambda: told.append(("done",)))
    present(qtbot, made, 320, 500)
    made.offer(BY_CARD, OFFERS)
    made.take_keyboard()
    settle()
    return made


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def press(keys: str) -> None:
    widget = QApplication.focusWidget()
    assert widget
    QTest.keySequence(widget, QKeySequence(keys))
    settle()


def test_both_values_are_read_and_a_doubtful_one_is_marked(panel: OfferPanel) -> None:
    told = words_in(panel)
    assert "Đã gõ: Lê Thị Hoà" in told
    assert "Trên thẻ: Lê Thị Hòa (dấu có thể sai, hãy so với thẻ)" in told
    assert "Đã gõ: 02/01/1979" in told
    assert "Trên thẻ: 01/02/1979" in told
    assert told.count("dấu có thể sai") == 1
    assert panel.waiting == ("owner", "birth_date")


def test_enter_takes_one_after_the_other(panel: OfferPanel, told: list[tuple[str, ...]]) -> None:
    assert focused() == "Lấy theo thẻ: chủ hộ"
    press("Return")
    assert focused() == "Lấy theo thẻ: ngày sinh"
    assert panel.waiting == ("birth_date",)
    press("Enter")
    assert told == [("owner", "Lê Thị Hòa"), ("birth_date", "1979-02-01"), ("done",)]
    assert not panel.isVisible()


def test_a_number_takes_its_own_and_what_is_kept_is_not_told_as_taken(
    panel: OfferPanel, told: list[tuple[str, ...]], qtbot: QtBot
) -> None:
    press("Alt+2")
    qtbot.waitUntil(lambda: told == [("birth_date", "1979-02-01")])  # the button is seen going down first
    press("Tab")
    assert focused() == "Giữ ô đã gõ: chủ hộ"
    press("Return")
    assert told == [("birth_date", "1979-02-01"), ("done",)]


def test_later_offers_take_the_place_of_earlier_ones_in_their_own_words(
    panel: OfferPanel, told: list[tuple[str, ...]], qtbot: QtBot
) -> None:
    panel.offer(BY_TYPING, (Offer("phone", value="0909654321", typed="0909123456", doubtful=False),))
    panel.take_keyboard()
    settle()
    assert panel.waiting == ("phone",)
    assert "Lê Thị" not in words_in(panel)
    assert focused() == "Lấy theo ô vừa gõ: số điện thoại"
    press("Alt+1")
    qtbot.waitUntil(lambda: told == [("phone", "0909654321"), ("done",)])


def test_nothing_offered_is_nothing_to_see(panel: OfferPanel, told: list[tuple[str, ...]]) -> None:
    panel.clear()
    assert (panel.waiting, panel.isVisible(), told) == ((), False, [])
    panel.offer(BY_CARD, ())
    assert not panel.isVisible()
    assert [one for one in panel.findChildren(QPushButton) if one.isVisible()] == []


def test_beyond_nine_there_is_no_number(panel: OfferPanel) -> None:
    names = ("name", "owner", "hamlet", "phone", "email", "website", "trade", "note", "sex", "certificate_no")
    panel.offer(BY_CARD, [Offer(name, value="b", typed="a", doubtful=False) for name in names])
    settle()
    texts = [one.text() for one in panel.findChildren(QPushButton) if one.text().startswith("Lấy") and one.isVisible()]
    assert texts[8:] == ["Lấy theo thẻ (Alt+9)", "Lấy theo thẻ"]
