"""Whom help is given to, over a real register: found while typing, told in lists."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household, Support
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.support_people import find_people, person, support_rows, usual_helpers

HOA = Household(id="hoa", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", phone="0909123456",
                id_number="092179000123")  # fmt: skip
FIRM = Enterprise(id="firm", name="Công ty Hòa Phát", tax_code="1800123456", address="Ấp Ba")
YOUTH = Citizen(id="youth", name="Nguyễn Hòa Bình", birth_date="2004-05-06", hamlet="Ấp Hai")
HELP = Support(id="1", date="2025-11-20", candidate="hoa", channel="phone", matter="website", helper="Đoàn xã")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, HOA, FIRM, YOUTH)
        yield made


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hoa", ["hoa", "firm", "youth"]),
        ("tap HÓA", ["hoa"]),
        ("0909 123", ["hoa"]),
        ("179000", ["hoa"]),
        ("1800123456", ["firm"]),
        ("nobody", []),
        ("", []),
        (" % ", []),
    ],
)
def test_candidates_of_every_group_are_found(desk: Desk, text: str, found: list[str]) -> None:
    assert [one.id for one in find_people(desk, text)] == found


def test_one_group_does_not_push_out_the_others(desk: Desk) -> None:
    put(desk, *(Household(name=f"Quán Hòa {at}", owner="Lê A", hamlet="Ấp Một") for at in range(30)))
    found = find_people(desk, "hoa")
    assert len(found) == 8
    assert {one.id for one in found} >= {"firm", "youth"}


def test_one_candidate(desk: Desk) -> None:
    found = person(desk, "youth")
    assert found
    assert (found.name, found.hamlet) == ("Nguyễn Hòa Bình", "Ấp Hai")
    assert (person(desk, "gone"), person(desk, "")) == (None, None)


def test_rows_name_the_candidate_else_the_person(desk: Desk) -> None:
    put(
        desk,
        HELP,
        Support(id="2", date="2025-12-01", person="Bà Sáu", channel="home", matter="máy", result="Xong", helper="Tổ"),
        Support(id="3", date="2025-12-02", candidate="gone", person="Ông Ba", channel="home", matter="x", helper="Tổ"),
    )
    assert support_rows(desk, ["3", "none", "2", "1"]) == [
        ("2025-12-02", "Ông Ba", "", "home", "x", "", "Tổ"),
        (),
        ("2025-12-01", "Bà Sáu", "", "home", "máy", "Xong", "Tổ"),
        ("2025-11-20", "Tạp hóa Hòa", "Ấp Một", "phone", "website", "", "Đoàn xã"),
    ]


def test_helpers_are_offered_those_of_before_first_each_once(desk: Desk) -> None:
    usual = ("Tổ công nghệ số cộng đồng", "Đoàn viên, thanh niên", "Công chức xã, phường")
    assert usual_helpers(desk) == usual
    put(desk, HELP, Support(date="2025-12-01", person="x", channel="home", matter="x", helper=usual[1]))
    assert usual_helpers(desk) == (usual[1], "Đoàn xã", usual[0], usual[2])
