"""From the page of domains to the candidate whose domain it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import window_over
from vnpresence_desktop import app as composition
from vnpresence_desktop.app import domain_pages
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.records import Citizen, Registration
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.domains import DomainsPage
from vnpresence_desktop.work.office import confirm_code, declare, set_up

YOUTH = Citizen(id="youth", name="Lê Mơ", birth_date="2004-12-30", hamlet="Ấp Một")
ASKED = Registration(candidate="youth", zone="id.vn", label="mo", proposed_on="2026-01-05", state_on="2026-01-05")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "pc"))
    home = tmp_path / "sổ"
    home.mkdir()
    with composition.new_desk(home) as (desk, code):
        set_up(desk, declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
        with desk.store.unit() as unit:
            unit.put(YOUTH)
            unit.put(ASKED)
    confirm_code(home / composition.REGISTER, code)
    with window_over(qtbot, qapp, home) as made:
        yield made


def test_enter_on_a_domain_opens_the_record_of_its_candidate(window: Window) -> None:
    page = window.shell.open_page("domains")
    assert isinstance(page, DomainsPage)
    QTest.keyClick(page.all.table, Qt.Key.Key_Return)
    opened = window.shell.page()
    assert window.shell.entry == "citizen"
    assert isinstance(opened, CandidatesPage)
    assert opened.form.candidate().id == "youth"


def test_the_card_of_a_candidate_is_made_with_its_desk(window: Window, qtbot: QtBot) -> None:
    card = domain_pages.domains_card(window.pages.history)
    qtbot.addWidget(card)
    card.show_candidate("youth")
    assert [block.item.label for block in card.blocks] == ["mo"]
