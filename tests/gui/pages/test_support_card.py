"""The card of a candidate's form: what help it got, and the way to record more."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.candidates_setting import press
from tests.gui.pages.support_parts import HELP, Clock, editor, helpdesk, opened, shown, words_in
from tests.work.desks import put
from vnpresence_desktop.app.support_pages import support_card
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.pages.support import SupportPage
from vnpresence_desktop.gui.pages.support_card import SupportCard, SupportCardActs
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.support import SupportLine


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with helpdesk(tmp_path, Clock()) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SupportPage:
    return opened(qtbot, desk)


@pytest.fixture
def came() -> list[str]:
    return []


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, page: SupportPage, came: list[str]) -> SupportCard:
    made = support_card(lambda verb: partial(verb, desk), lambda: page, lambda: came.append("back"))
    present(qtbot, made, 320, 300)
    return made


def test_help_is_told_the_latest_first(card: SupportCard, desk: Desk) -> None:
    put(desk, replace(HELP, id="later", date="2025-12-02", matter="sửa máy", result=""))
    card.show_for("hoa")
    days = [one.text() for one in card.findChildren(QPushButton) if one.isVisible() and one is not card.add]
    assert days == ["02/12/2025", "20/11/2025"]
    assert "Sửa máy" in words_in(card)
    assert "Lập website: Đã dựng trang" in words_in(card)
    assert "Chưa có lượt nào" not in words_in(card)


def test_only_the_latest_of_many_are_told(card: SupportCard, desk: Desk) -> None:
    put(desk, *(replace(HELP, id=f"h{at}", date=f"2025-12-{at:02d}") for at in range(1, 12)))
    card.show_for("hoa")
    assert card.told.text() == "Có 12 lượt; 4 lượt mới nhất:"
    assert len([one for one in card.findChildren(QPushButton) if one.isVisible()]) == 5


def test_none_is_told(card: SupportCard) -> None:
    card.show_for("hoa")
    card.show_for("youth")
    assert (card.told.text(), card.add.isEnabled()) == ("Chưa có lượt nào.", True)
    assert "Lập website" not in words_in(card)


def test_a_candidate_not_saved_yet_has_to_be_saved_first(card: SupportCard) -> None:
    card.show_for("hoa")
    card.show_for("")
    assert not card.add.isEnabled()
    assert card.add.toolTip() == card.told.text() == "Lưu hồ sơ rồi ghi lượt hỗ trợ."


def test_more_help_is_recorded_and_leads_back(card: SupportCard, page: SupportPage, came: list[str]) -> None:
    card.show_for("youth")
    press(card, "Ghi thêm")
    assert shown(page) is page.support.form
    assert editor(page.support).form.values()["candidate"] == "youth"
    editor(page.support).form.fill({"matter": "email", "helper": "Đoàn xã", "channel": "home"})
    editor(page.support).save()
    card.show_for("youth")
    assert came == ["back"]
    assert "Dùng email" in words_in(card)


def test_a_line_opens_its_record(card: SupportCard, page: SupportPage, came: list[str]) -> None:
    card.show_for("hoa")
    press(card, "20/11/2025")
    assert editor(page.support).title.text() == "Lượt hỗ trợ ngày 20/11/2025"
    editor(page.support).leave()
    assert came == ["back"]


def test_a_register_that_cannot_be_read_is_said(qtbot: QtBot) -> None:
    def refuse(_: str) -> list[SupportLine]:
        raise UserError("Tệp dữ liệu đang bị khóa.", "Đóng chương trình kia.")

    card = SupportCard(SupportCardActs(supports=refuse, add=print, open=print))
    qtbot.addWidget(card)
    card.show_for("hoa")
    assert (card.line.level, card.line.text) == ("error", "Tệp dữ liệu đang bị khóa. Đóng chương trình kia.")
