"""The figures on the report page: those of the report, counted once, each leading to its list by mouse and keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present, tab_stops
from tests.gui.pages.office_parts import desk_at, fill, report_acts, report_page
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Household, Reach, Session, Signer
from vnpresence_desktop.domain.report import Rate, show_number, show_rate
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.report import Report
from vnpresence_desktop.gui.pages.report_figures import SHOWN
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.office import declare, set_up
from vnpresence_desktop.work.quarter import figures_of

Q4 = "2025-Q4"
BASE = {"total": 1200, "source": "Thuế", "as_of": "2025-12-10"}
WIDE, NARROW = 1150, 600


@pytest.fixture
def frame(qapp: QApplication) -> QStackedWidget:
    """What the page stands in: alone it would not get as narrow."""
    return QStackedWidget()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_at(tmp_path) as made:
        set_up(made, declare("31299", "nd09", "Trần Thị Mỹ Hạnh", "CHỦ TỊCH"))
        with made.store.unit() as unit:
            unit.put(Session(id="s", date="2025-11-01", form="training", topic="Tập huấn", households=2))
            for name in ("an", "ba", "ca"):
                unit.put(Household(id=name, name=name, owner="Lê An"))
            for name in ("an", "ba"):
                unit.put(Reach(session="s", candidate=name))
        yield made


def opened(
    frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs, asked: list[tuple[str, str]], width: int = WIDE
) -> Report:
    made = report_page(desk, jobs, open_figure=lambda figure, period: asked.append((figure, period)))
    show(frame, qtbot, made, jobs, width)
    return made


def show(frame: QStackedWidget, qtbot: QtBot, page: Report, jobs: Jobs, width: int) -> None:
    frame.addWidget(page)
    present(qtbot, frame, width, 700)
    qtbot.waitUntil(lambda: not jobs.busy)


def value(page: Report, figure: str) -> str:
    return page.figures.values[figure].text()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_report_s_figures_are_shown(
    frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs, width: int
) -> None:
    fill(desk)
    page = opened(frame, qtbot, desk, jobs, [], width)
    assert page.preview.isVisible() == (width == WIDE)
    found = {item.id: item for item in figures_of(desk, Q4)}
    for figure in (f"{name}_{kind}" for name in SHOWN for kind in ("household", "enterprise", "citizen")):
        so_far = found[figure].cumulative
        rate = f" / {show_number(so_far.of)} · {show_rate(Rate(so_far.value, so_far.of))}" if so_far.of else ""
        assert value(page, figure) == show_number(so_far.value) + rate
        if figure in page.figures.flows:
            assert page.figures.flows[figure].text() == f"trong kỳ {show_number(found[figure].period.value)}"
    assert found["reached_household"].cumulative.value >= 2


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_link_begins_under_its_number(
    frame: QStackedWidget, qtbot: QtBot, qapp: QApplication, desk: Desk, jobs: Jobs, scale: float
) -> None:
    apply(qapp, Theme(scale=scale))
    page = opened(frame, qtbot, desk, jobs, [])
    for link in page.figures.links.values():
        option = QStyleOptionButton()
        option.initFrom(link)
        assert link.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, link).x() <= 3


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_total_given_changes_the_rate_at_once(
    frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs, width: int
) -> None:
    page = opened(frame, qtbot, desk, jobs, [], width)
    assert value(page, "reached_household") == "2 / 3 · 66,7%"
    boxes = page.base.boxes[Kind.HOUSEHOLD]
    for box in boxes:
        box.editor.put(BASE[box.field.name])
    page.base.flush()
    qtbot.waitUntil(lambda: value(page, "reached_household") == "2 / 1.200 · 0,2%")


@pytest.mark.parametrize(("width", "counts", "draws"), [(WIDE, 0, 1), (NARROW, 1, 0)])
def test_the_register_is_read_once_for_an_arrival(
    frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs, width: int, counts: int, draws: int
) -> None:
    done: list[str] = []
    acts = report_acts(desk)
    acts = replace(
        acts,
        figures=lambda period, count=acts.figures: (done.append("count"), count(period))[1],
        draw=lambda period, counted, draw=acts.draw: (done.append("draw"), draw(period, counted))[1],
    )
    page = Report(acts, jobs)
    page.arrive()
    show(frame, qtbot, page, jobs, width)
    assert (done.count("count"), done.count("draw")) == (counts, draws)
    done.clear()
    page.arrive()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (done.count("count"), done.count("draw")) == (counts, draws)
    assert value(page, "present_household") == "3"


def test_without_a_signer_there_are_figures(frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    with desk.store.unit() as unit:
        for one in desk.store.all(Signer):
            unit.put(replace(one, until="2025-01-01"))
    page = opened(frame, qtbot, desk, jobs, [])
    assert value(page, "reached_household") == "2 / 3 · 66,7%"


def test_a_figure_s_link_asks_for_its_list(frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    asked: list[tuple[str, str]] = []
    page = opened(frame, qtbot, desk, jobs, asked)
    link = page.figures.links["reached_household"]
    assert link.accessibleName() == "Xem danh sách: Đã tiếp cận hộ kinh doanh"
    link.click()
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert asked == [("reached_household", Q4)] * 2


def test_links_are_stops_of_tab_between_the_gaps_and_the_totals(
    frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs
) -> None:
    page = opened(frame, qtbot, desk, jobs, [])
    stops = tab_stops(page.period.box)
    link, total = page.figures.links["reached_household"], page.base.boxes[Kind.HOUSEHOLD][0].editor.widget
    assert stops.index(page.period.buttons[-1]) < stops.index(link) < stops.index(total)


def test_where_nobody_is_counted_there_is_no_list_and_that_is_said(
    frame: QStackedWidget, qtbot: QtBot, desk: Desk, jobs: Jobs
) -> None:
    link = opened(frame, qtbot, desk, jobs, []).figures.links["registered_citizen"]
    assert (link.isEnabled(), link.toolTip()) == (False, "Không có hồ sơ nào")


def test_a_province_without_programme_has_no_figures(
    frame: QStackedWidget, qtbot: QtBot, tmp_path: Path, jobs: Jobs
) -> None:
    with desk_at(tmp_path / "hn") as desk:
        set_up(desk, declare("00004", "nd09", "A", "CHỦ TỊCH"))
        assert not opened(frame, qtbot, desk, jobs, []).figures.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(
    frame: QStackedWidget, qtbot: QtBot, qapp: QApplication, desk: Desk, jobs: Jobs, scale: float
) -> None:
    apply(qapp, Theme(scale=scale))
    page = opened(frame, qtbot, desk, jobs, [])
    page.figures.values["reached_household"].setText("11.032 / 11.200 · 98,5%")
    parts = (*page.figures.values.values(), *page.figures.flows.values(), *page.figures.links.values())
    qtbot.waitUntil(lambda: all(part.width() >= part.sizeHint().width() for part in parts))
    for part in parts:
        assert part.mapTo(page.figures, part.rect().topRight()).x() < page.figures.width()
    assert page.figures.width() <= page._area.viewport().width()
