"""What becomes of a candidate, recorded with its day at its form and seen in the list; hamlets that have ended."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from tests.gui.pages.candidates_setting import HOA, RECORDS, Open, keys, register, settle
from tests.work.desks import put
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.work import outreach
from vnpresence_desktop.work.desk import Desk

FIRM = Enterprise(id="firm", name="Công ty Lúa", tax_code="1800123404", address="Ấp Ba", hamlet="Ấp Một")
YOUTH = Citizen(id="youth", name="Nguyễn An", birth_date="2004-05-06", hamlet="Ấp Một")
ONE = {Kind.HOUSEHOLD: "hoa", Kind.ENTERPRISE: "firm", Kind.CITIZEN: "youth"}
BUSINESS = {"suspended": "Tạm ngừng", "ceased": "Chấm dứt", "moved": "Chuyển đi", "deceased": "Đã qua đời"}
STATES = {
    Kind.HOUSEHOLD: BUSINESS,
    Kind.ENTERPRISE: {code: BUSINESS[code] for code in ("suspended", "ceased", "moved")},
    Kind.CITIZEN: {code: BUSINESS[code] for code in ("moved", "deceased")},
}
WISHES = {
    "wants": "Có nhu cầu",
    "declined": "Không có nhu cầu",
    "has_site": "Đã có website",
    "unreachable": "Không liên lạc được",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with register(tmp_path, (*RECORDS, FIRM, YOUTH)) as made:
        yield made


def choose(page: CandidatesPage, name: str, text: str) -> None:
    """Take a choice by hand."""
    box = page.form.form.widget(name)
    assert isinstance(box, QComboBox)
    box.setFocus()
    place = box.findText(text)
    assert place >= 0, [box.itemText(at) for at in range(box.count())]
    box.setCurrentIndex(place)
    settle()


def kept(desk: Desk, kind: Kind) -> Candidate:
    found = desk.store.get(kind, ONE[kind])
    assert isinstance(found, Household | Enterprise | Citizen)
    return found


@pytest.mark.parametrize("kind", CANDIDATES)
def test_every_end_is_recorded_with_its_day_and_seen_in_the_list(open_page: Open, desk: Desk, kind: Kind) -> None:
    page = open_page(kind)
    for month, (code, text) in enumerate(STATES[kind].items(), 1):
        page.open_record(ONE[kind])
        choose(page, "state", text)
        page.form.form.fill({"state_on": f"2026-0{month}-15"})
        keys(page, "Ctrl+S")
        found = kept(desk, kind)
        assert (found.state, found.state_on) == (code, f"2026-0{month}-15")
        rows = [page.list.table.texts(place) for place in range(page.list.table.count())]
        assert text in next(row for row in rows if row[0] == found.name)


@pytest.mark.parametrize("kind", CANDIDATES)
def test_every_wish_is_recorded_and_is_of_today_unless_said_otherwise(open_page: Open, desk: Desk, kind: Kind) -> None:
    page = open_page(kind)
    for code, text in WISHES.items():
        page.open_record(ONE[kind])
        choose(page, "wish", text)
        keys(page, "Ctrl+S")
        found = kept(desk, kind)
        assert (found.wish, found.wish_on) == (code, "2026-11-24")
        put(desk, replace(found, wish="unknown", wish_on=""))


def test_an_ended_hamlet_is_offered_no_more_but_kept_where_it_stands(open_page: Open, desk: Desk) -> None:
    put(desk, replace(HOA, hamlet="Ấp Cũ"))
    page = open_page(Kind.HOUSEHOLD)
    page.open_record()
    box = page.form.form.widget("hamlet")
    assert isinstance(box, QComboBox)
    assert {box.itemText(at) for at in range(box.count())} >= {"Ấp Một", "Ấp Hai"}
    assert box.findText("Ấp Cũ") < 0
    page.open_record("hoa")
    assert box.currentText() == "Ấp Cũ"
    page.form.form.fill({"note": "đã sáp nhập"})
    keys(page, "Ctrl+S")
    found = kept(desk, Kind.HOUSEHOLD)
    assert (found.hamlet, found.note) == ("Ấp Cũ", "đã sáp nhập")
    assert page.list.table.count() == 3


def test_records_of_an_ended_hamlet_are_still_filtered_by_it(desk: Desk) -> None:
    put(desk, replace(HOA, hamlet="Ấp Cũ"))
    assert "Ấp Cũ" in outreach.hamlets(desk)
    assert outreach.candidate_ids(desk, hamlet="Ấp Cũ") == ["hoa"]
