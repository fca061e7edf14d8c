"""From a number on the report page to the list of whom it counts, in the composed window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.conftest import window_over
from vnpresence_desktop import app as composition
from vnpresence_desktop.app.window import Window
from vnpresence_desktop.domain.records import Household, Reach, Session
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.report import Report
from vnpresence_desktop.work.office import declare, set_up


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "pc"))
    with composition.new_desk(tmp_path / "sổ") as (desk, _):
        set_up(desk, declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
        met = desk.today.isoformat()
        with desk.store.unit() as unit:
            unit.put(Session(id="s", date=met, form="training", topic="Tập huấn", households=2))
            for name in ("an", "ba", "ca"):
                unit.put(Household(id=name, name=name, owner="Lê An"))
            for name in ("an", "ba"):
                unit.put(Reach(session="s", candidate=name))
    with window_over(qtbot, qapp, tmp_path / "sổ") as made:
        yield made


def test_a_number_on_the_report_page_opens_the_list_of_whom_it_counts(qtbot: QtBot, window: Window) -> None:
    report = window.shell.open_page("report")
    assert isinstance(report, Report)
    link = report.figures.links["reached_household"]
    qtbot.waitUntil(link.isEnabled, timeout=20_000)
    assert report.figures.values["reached_household"].text() == "2 / 3 · 66,7%"
    link.click()
    page = window.shell.page()
    assert isinstance(page, CandidatesPage)
    assert sorted(page.list.rows.ids) == ["an", "ba"]
    chip = page.list.tools.chips.chips[0].text()
    assert chip.startswith("Từ báo cáo: Đã tiếp cận, lũy kế đến")
    assert "(2)" in chip
