"""What an officer does with candidates, over a real register: look up, tidy, judge, find twins, keep, drafts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.fields import fields, to_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Value
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import TYPES, Candidate, Citizen, Enterprise, Hamlet, Household, Registration
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work import candidates as work
from vnpresence_desktop.work.desk import Desk, load_rules
from vnpresence_desktop.work.list_columns import rows, usual
from vnpresence_desktop.work.twins import twins

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=timezone(timedelta(hours=7)))
HOA = Household(id="hoa", name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp Một", certificate_no="57A8000001",
                id_number="092179000123", phone="0909123456")  # fmt: skip
LUA = Enterprise(id="lua", name="Công ty Lúa", tax_code="1801234567", address="Số 1", founded="2026-02-03")
MO = Citizen(id="mo", name="Lê Mơ", birth_date="2005-01-02", hamlet="Ấp Một", state="moved", state_on="2026-12-01")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store, _ = Store.create(tmp_path / "register.db", tmp_path / "pc", now=lambda: NOW, actor="officer")
    with store:
        made = Desk(tmp_path, store, load_rules(tmp_path), lambda: NOW)
        with store.unit() as unit:
            for record in (HOA, LUA, MO, Hamlet(name="Ấp Tư", from_="2027"), Hamlet(name="Ấp Ba", until="2026-11-23"),
                           Hamlet(name="Ấp Đông"), Hamlet(name="Ấp Bắc", from_="2020", until="2026-11")):  # fmt: skip
                unit.put(record)
        yield made


def test_rows_are_what_is_listed_and_mask_personal_numbers(desk: Desk) -> None:
    assert rows(desk, Kind.HOUSEHOLD, usual(Kind.HOUSEHOLD), ["gone", "hoa"]) == [
        (),
        ("Tạp hóa Hòa", "Lê Thị Hòa", "•••••••••123", "Ấp Một", "eligible", "active"),
    ]
    assert rows(desk, Kind.ENTERPRISE, usual(Kind.ENTERPRISE), ["lua"]) == [
        ("Công ty Lúa", "1801234567", "2026-02-03", "", "eligible", "active")
    ]
    # the move lies ahead: she lives here today
    assert rows(desk, Kind.CITIZEN, usual(Kind.CITIZEN), ["mo"]) == [
        ("Lê Mơ", "2005-01-02", "", "Ấp Một", "eligible", "active")
    ]  # fmt: skip
    for kind in CANDIDATES:
        known = {info.name for info in fields(kind)} | {"condition"}
        assert known.issuperset(usual(kind))


def test_look_ups(desk: Desk) -> None:
    assert desk.store.ids(Kind.HOUSEHOLD, "hoa le") == ["hoa"]
    assert work.get(desk, Kind.HOUSEHOLD, "hoa") == HOA
    assert work.get(desk, Kind.HOUSEHOLD, "lua") is None
    assert not work.has_domain(desk, "hoa")
    with desk.store.unit() as unit:
        unit.put(Registration(candidate="hoa", zone="biz.vn", proposed_on="2025-11-01"))
    assert not work.has_domain(desk, "hoa")
    with desk.store.unit() as unit:
        unit.put(Registration(candidate="hoa", zone="biz.vn", registered_on="2025-12-01"))
    assert work.has_domain(desk, "hoa")


def test_hamlets_are_those_of_today(desk: Desk) -> None:
    assert work.hamlets(desk) == ("Ấp Bắc", "Ấp Đông")


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("id_number", "092 179.000-123", "092179000123"),
        ("id_number", "92179000123", "092179000123"),
        ("phone", "+84 909 123 456", "0909123456"),
        ("tax_code", "1801234567001", "1801234567-001"),
        ("certificate_no", "57a8 000 001", "57A8000001"),
        ("name", "092 179", "092 179"),
        ("union_member", True, True),
        ("unconfirmed", ("phone",), ("phone",)),
    ],
)
def test_what_is_typed_is_tidied(name: str, typed: Value, kept: Value) -> None:
    assert work.tidy(name, typed) == kept
    assert work.tidy(name, kept) == kept


@given(st.sampled_from(CANDIDATES), st.data())
def test_whatever_is_typed_is_judged(kind: Kind, data: st.DataObject) -> None:
    typed = {info.name: data.draw(st.text(max_size=14)) for info in fields(kind) if info.type is str}
    record = work.as_candidate(kind, {"id": "", **typed, "union_member": None})
    assert type(record) is TYPES[kind]
    desk = Desk(Path(), None, load_rules(Path("nowhere")), lambda: NOW)  # type: ignore[arg-type] - judging asks no store
    assert work.judge(desk, record).verdict.reasons


def found(desk: Desk, record: Candidate) -> list[tuple[str, tuple[str, ...]]]:
    return [(twin.record.id, twin.fields) for twin in twins(desk, record)]


def test_twins_agree_in_a_number_or_in_name_and_hamlet(desk: Desk) -> None:
    new = Household(name="Quán khác", owner="Ai", hamlet="Ấp Hai")
    assert found(desk, new) == []
    assert found(desk, replace(new, phone=HOA.phone)) == [("hoa", ("phone",))]
    both = replace(new, phone=HOA.phone, id_number=HOA.id_number)
    assert found(desk, both) == [("hoa", ("id_number", "phone"))]
    named = replace(new, name="TAP HOA hoà", hamlet="áp một")
    assert found(desk, named) == [("hoa", ("name", "hamlet"))]
    assert found(desk, replace(named, hamlet="Ấp Hai")) == []
    assert found(desk, replace(named, name="Tạp hóa")) == []
    assert found(desk, HOA) == []
    assert found(desk, Citizen(name="Ai", phone=HOA.phone)) == []


def test_at_most_five_twins_the_best_first(desk: Desk) -> None:
    with desk.store.unit() as unit:
        for number in range(8):
            unit.put(replace(HOA, id=f"x{number}", name=f"Quán {number}", id_number="", certificate_no=""))
    twins = found(desk, replace(HOA, id=""))
    assert len(twins) == 5
    assert twins[0] == ("hoa", ("id_number", "certificate_no", "phone", "name", "hamlet"))


def test_only_a_record_without_errors_is_kept(desk: Desk) -> None:
    with pytest.raises(UserError, match="còn ô chưa đúng"):
        work.keep(desk, Household(name="Quán"))
    kept = work.keep(desk, Household(name="Quán", owner="Ai", hamlet="Ấp Một"))
    assert desk.store.get(Household, kept.id) == kept


def test_a_draft_comes_back_as_it_was(desk: Desk) -> None:
    assert work.draft(desk, "household:new") is None
    values = to_values(replace(HOA, unconfirmed=("phone", "email"))) | {"union_member": None}
    work.keep_draft(desk, "household:new", values)
    assert work.draft(desk, "household:new") == values
    work.drop_draft(desk, "household:new")
    assert work.draft(desk, "household:new") is None


def test_what_another_window_filled_in_meanwhile_stays(desk: Desk) -> None:
    opened = HOA
    work.keep(desk, replace(opened, trade="Bán gạo"), opened)
    kept = work.keep(desk, replace(opened, email="hoa@example.vn"), opened)
    assert (kept.trade, kept.email) == ("Bán gạo", "hoa@example.vn")


def test_a_record_deleted_while_it_was_open_does_not_come_back_by_itself(desk: Desk) -> None:
    opened = HOA
    with desk.store.unit() as unit:
        unit.delete(Kind.HOUSEHOLD, opened.id)
    with pytest.raises(UserError, match="đã bị xóa") as caught:
        work.keep(desk, replace(opened, trade="Bán gạo"), opened)
    assert "bản nháp" in caught.value.advice
    assert desk.store.get(Kind.HOUSEHOLD, opened.id) is None
