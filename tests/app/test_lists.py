"""From a figure to its list in the window, and the columns of a list remembered on this PC."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.candidates_setting import names, opening
from tests.work.desks import new_desk, put
from vnpresence_desktop.app.history import HistoryDesk
from vnpresence_desktop.app.lists import ListDesk
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Household, Reach, Session
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.work.desk import Desk

SESSION = Session(id="s", date="2026-02-10", form="conference", topic="Tên miền", place="Ấp Một", households=2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        put(
            made,
            *(Household(id=name, name=name, owner="Lê An", hamlet="Ấp Một") for name in ("an", "ba", "ca")),
            Citizen(id="mo", name="Mơ", birth_date="2005-01-02", hamlet="Ấp Một"),
            SESSION,
            replace(SESSION, id="early", date="2025-11-20"),
            Reach(session="s", candidate="an"),
            Reach(session="s", candidate="mo"),
            Reach(session="early", candidate="ca"),
        )
        yield made


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[CandidatesPage]:
    with opening(qtbot, qapp, desk) as opener:
        yield opener(Kind.HOUSEHOLD)


def lists(desk: Desk) -> ListDesk:
    def in_job(verb: Any) -> Any:
        return partial(verb, desk)

    return ListDesk(HistoryDesk(in_job, in_job, Jobs(), print), Preferences(desk.folder / "cua-so.ini"), print)


def test_a_figure_opens_the_list_of_whom_it_counts(desk: Desk, page: CandidatesPage) -> None:
    asked: list[str] = []

    def go_to(entry: str) -> CandidatesPage:
        asked.append(entry)
        return page

    lists(desk).open_figure(go_to, "reached_household", "2026-Q1")
    assert (asked, names(page)) == (["household"], ["an"])
    lists(desk).open_figure(go_to, "reached_household", "2026-Q1", cumulative=True)
    assert names(page) == ["an", "ca"]
    assert page.list.tools.chips.chips[0].text().startswith("Từ báo cáo: Đã tiếp cận, lũy kế đến quý I năm 2026 (2)")


def test_a_figure_without_candidates_opens_nothing(desk: Desk, page: CandidatesPage) -> None:
    with pytest.raises(KeyError):
        lists(desk).open_figure(lambda _: page, "sessions", "2026-Q1")
    assert names(page) == ["an", "ba", "ca"]


def test_columns_are_remembered_for_each_group(desk: Desk) -> None:
    views = lists(desk).acts(Kind.HOUSEHOLD).views
    assert views.columns() == ()
    views.keep_columns(("name", "phone"))
    assert lists(desk).acts(Kind.HOUSEHOLD).views.columns() == ("name", "phone")
    assert lists(desk).acts(Kind.CITIZEN).views.columns() == ()
    views.keep_columns(())
    assert lists(desk).acts(Kind.HOUSEHOLD).views.columns() == ()
