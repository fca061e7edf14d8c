"""What typing in a row asks the register: the newest record, who has a number, what was left unfinished."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.blank_desk import blank_desk
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household
from vnpresence_desktop.work import entry
from vnpresence_desktop.work.candidates import keep_draft
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.entry import Unfinished

HOA = Household(id="hoa", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", id_number="092179000123")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with blank_desk(tmp_path) as made:
        yield made


def put(desk: Desk, *records: Household | Citizen | Enterprise) -> None:
    with desk.store.unit() as unit:
        for record in records:
            unit.put(record)


def test_the_newest_is_the_one_added_last_not_the_one_changed_last(desk: Desk) -> None:
    assert entry.newest(desk, Kind.HOUSEHOLD) is None
    for name in ("Quán Một", "Quán Hai"):
        put(desk, Household(name=name, owner="Ai", hamlet="Ấp Một"))
    first, second = sorted(desk.store.all(Household), key=lambda item: item.id)
    put(desk, first)
    assert entry.newest(desk, Kind.HOUSEHOLD) == second
    assert second.name == "Quán Hai"


def test_who_has_a_number(desk: Desk) -> None:
    put(desk, HOA, Household(id="x", name="Quán X", owner="Lê X", hamlet="Ấp Hai"))
    assert entry.with_number(desk, Kind.HOUSEHOLD, "092179000123") == (HOA,)
    assert entry.with_number(desk, Kind.CITIZEN, "092179000123") == ()
    assert entry.with_number(desk, Kind.ENTERPRISE, "092179000123") == ()
    assert entry.with_number(desk, Kind.HOUSEHOLD, "") == ()


def test_unfinished_forms_the_last_one_first(desk: Desk) -> None:
    put(desk, HOA)
    keep_draft(desk, "household:hoa", {"trade": "Bán lẻ"})
    keep_draft(desk, "citizen:new", {"name": "Lê Mơ", "@": "name:3"})
    keep_draft(desk, "session:new", {"topic": "KH 103"})
    keep_draft(desk, "household:new", {"owner": "Trần Á"})
    assert entry.unfinished(desk) == (
        Unfinished(Kind.HOUSEHOLD, "", "Trần Á"),
        Unfinished(Kind.CITIZEN, "", "Lê Mơ"),
        Unfinished(Kind.HOUSEHOLD, "hoa", "Tạp hóa Hòa"),
    )


def test_the_draft_of_a_record_that_is_gone_is_passed_over(desk: Desk) -> None:
    keep_draft(desk, "household:gone", {"trade": "Bán lẻ"})
    keep_draft(desk, "household:new", {"trade": "Bán lẻ"})
    assert entry.unfinished(desk) == (Unfinished(Kind.HOUSEHOLD, "", ""),)
