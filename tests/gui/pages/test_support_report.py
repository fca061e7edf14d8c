"""Difficulties recorded at the page "Hỗ trợ", as the report page of their period tells them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.office_parts import desk_at, report_page
from tests.work.desks import put
from vnpresence_desktop.domain.records import Difficulty
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.report import Report
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.office import declare, set_up
from vnpresence_desktop.work.preparing import Missing

HARD = Difficulty(date="2025-11-20", matter="Mạng yếu", cause="Xa trạm", proposal="Kéo cáp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_at(tmp_path) as made:
        set_up(made, declare("31299", "nd09", "Trần Thị Mỹ Hạnh", "CHỦ TỊCH"))
        yield made


def opened(qtbot: QtBot, desk: Desk, jobs: Jobs) -> Report:
    page = report_page(desk, jobs)
    present(qtbot, page, 1150, 700)
    page.period.box.put("2025-Q4")
    page.period.box.chosen.emit("2025-Q4")
    qtbot.waitUntil(lambda: not jobs.busy)
    return page


def lacking(page: Report) -> set[str]:
    return {section for gap in page.period.gaps if gap.what is Missing.SECTION for section in gap.ids}


def test_they_stand_below_the_sections_that_tell_them(qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    put(desk, HARD)
    page = opened(qtbot, desk, jobs)
    told = {section: box.recorded.text() for section, box in page.words.boxes.items()}
    assert "Khó khăn, vướng mắc: Mạng yếu. Nguyên nhân: Xa trạm." in told["III"]
    assert "Kiến nghị: Kéo cáp" in told["V"]
    assert told["III"].startswith("Báo cáo ghi thêm, theo trang Hỗ trợ")
    assert page.words.boxes["III"].recorded.isVisible()
    assert (told["I"], lacking(page)) == ("", {"I", "IV"})


def test_those_of_another_period_do_not(qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    put(desk, Difficulty(date="2025-12-15", matter="Mạng yếu"))
    page = opened(qtbot, desk, jobs)
    assert [box.recorded.text() for box in page.words.boxes.values()] == ["", "", "", ""]
    assert lacking(page) == {"I", "III", "IV", "V"}
