"""What stands in a list's columns: codes, dates and names as kept, personal numbers masked, what is gone left blank."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import TYPES, Citizen, Household, Reach, Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_columns import offered, rows

ID = "092080001234"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        put(
            desk,
            Household(id="an", name="An", owner="Lê An", hamlet="Ấp Một", id_number=ID, tax_code=ID, phone="0912345678",
                      email="an@example.vn", unconfirmed=("phone", "email"), state="ceased", state_on="2025-12-20"),
            Citizen(id="mo", name="Mơ", birth_date="2005-01-02", hamlet="Ấp Một", union_member=True),
            Registration(candidate="an", zone="biz.vn", label="an"),
            Registration(candidate="an", zone="biz.vn"),
            Reach(session="s1", candidate="an"),
            Reach(session="s2", candidate="an"),
        )  # fmt: skip
        yield desk


def cells(desk: Desk, kind: Kind, name: str, *, full: bool = False) -> str:
    ids = {"household": "an", "citizen": "mo"}
    ((cell,),) = rows(desk, kind, (name,), (ids[kind],), full=full)
    return cell


def test_personal_numbers_are_masked_unless_asked_for(desk: Desk) -> None:
    masked = {name: cells(desk, Kind.HOUSEHOLD, name) for name in ("id_number", "tax_code", "phone", "email")}
    assert masked == {
        "id_number": "•" * 9 + "234", "tax_code": "•" * 9 + "234", "phone": "•" * 7 + "678", "email": "••@example.vn",
    }  # fmt: skip
    assert cells(desk, Kind.HOUSEHOLD, "tax_code", full=True) == ID


def test_a_certificate_numbered_as_its_owner_is_masked_too(desk: Desk) -> None:
    put(desk, Household(id="an", name="An", owner="Lê An", hamlet="Ấp Một", certificate_no=ID))
    assert cells(desk, Kind.HOUSEHOLD, "certificate_no") == "•" * 9 + "234"
    assert cells(desk, Kind.HOUSEHOLD, "certificate_no", full=True) == ID


def test_what_is_no_field_is_told_too(desk: Desk) -> None:
    assert cells(desk, Kind.HOUSEHOLD, "domain") == "an.biz.vn, ….biz.vn"
    assert cells(desk, Kind.HOUSEHOLD, "reached") == "2"
    assert cells(desk, Kind.CITIZEN, "reached") == ""
    assert cells(desk, Kind.HOUSEHOLD, "unconfirmed") == "phone, email"
    assert cells(desk, Kind.HOUSEHOLD, "state") == "active"
    assert cells(desk, Kind.HOUSEHOLD, "condition") == "undetermined"
    assert cells(desk, Kind.CITIZEN, "union_member") == "True"


def test_rows_stand_in_the_order_asked_and_the_gone_are_blank(desk: Desk) -> None:
    assert rows(desk, Kind.HOUSEHOLD, ("owner", "name"), ("gone", "an", "an")) == [(), ("Lê An", "An"), ("Lê An", "An")]


def test_every_column_can_be_shown_of_a_blank_record(desk: Desk) -> None:
    for kind in CANDIDATES:
        with desk.store.unit() as unit:
            blank = unit.put(TYPES[kind](name="Trống"))  # type: ignore[call-arg]
        (row,) = rows(desk, kind, offered(kind), (blank.id,))
        assert len(row) == len(offered(kind))
        assert {info.name for info in fields(kind)} - set(offered(kind)) == {"accepted", "originals"}


def test_thousands_of_ids_are_read_at_once(desk: Desk) -> None:
    ids = [f"gone-{number}" for number in range(70_000)]
    assert rows(desk, Kind.HOUSEHOLD, ("name",), [*ids, "an"])[-1] == ("An",)
