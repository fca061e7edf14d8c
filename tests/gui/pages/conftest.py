"""What the tests of the pages share: jobs that end with the test, a small register and the page of its households."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.candidates_setting import RECORDS, Open, opening, register
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
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
