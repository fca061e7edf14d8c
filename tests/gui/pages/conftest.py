"""What the tests of the pages share: jobs that end with the test, a small register and the page of its households."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.candidates_setting import RECORDS, Open, opening, register
from tests.gui.pages.domains_setting import at_desk, card_over
from tests.gui.pages.support_parts import Clock
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.domain_card import DomainsCard
from vnpresence_desktop.work.desk import Desk


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """The jobs of the window; none runs on after the test."""
    made = Jobs()
    yield made
    made.shutdown()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The small register of `candidates_setting`; pages of the office have one of their own."""
    with register(tmp_path, RECORDS) as made:
        yield made


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Open]:
    """Opens the page of a group over the register."""
    with opening(qtbot, qapp, desk) as opener:
        yield opener


@pytest.fixture
def page(open_page: Open) -> CandidatesPage:
    """The households, at their list."""
    return open_page(Kind.HOUSEHOLD)


@pytest.fixture
def clock() -> Clock:
    """The day of an office that records help."""
    return Clock()


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication, desk: Desk, jobs: Jobs) -> Iterator[DomainsCard]:
    """The domains of a candidate of the register, no candidate shown yet."""
    with card_over(qtbot, qapp, at_desk(desk, jobs)) as made:
        yield made
