"""The office set up and changed; communes found as people type them; the recovery code renewed and checked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen, Enterprise, Hamlet, Household, Office, ReportRecord, Signer
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work import office, undoing
from vnpresence_desktop.work.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("phong dien can tho", "31299"),
        ("Xã Phong Điền, Thành phố Cần Thơ", "31299"),
        ("PHONG ĐIỀN cần", "31299"),
        ("31299", "31299"),
        ("can tho phong dien", "31299"),
        ("phường ba đình", "00004"),
    ],
)
def test_a_commune_is_found_as_it_is_typed(typed: str, first: str) -> None:
    assert office.find_communes(typed.replace(",", ""))[0].code == first


def test_names_that_begin_so_come_first_and_nothing_finds_nothing() -> None:
    found = office.find_communes("phong dien")
    assert {place.issuer.name for place in found[:2]} == {"Phong Điền"}
    assert office.find_communes("") == ()
    assert office.find_communes("không có xã nào như thế") == ()
    assert len(office.find_communes("a")) == 50


def test_hamlets_are_declared_once_each() -> None:
    declared = office.declare("31299", "nd09", "A", "Chủ tịch", ["Ấp Thị Tứ", "", "  ấp thị tứ ", "Ấp  Tân Long"])
    assert [one.name for one in declared.hamlets] == ["Ấp Thị Tứ", "Ấp Tân Long"]


def test_hamlets_are_kept_with_the_office(desk: Desk) -> None:
    office.set_up(desk, office.declare("31299", "nd09", "A", "CHỦ TỊCH", ["Ấp Một", "Ấp Hai"]))
    assert [one.name for one in office.hamlets(desk)] == ["Ấp Hai", "Ấp Một"]


def test_preset_and_preparer_change_and_nothing_else(desk: Desk) -> None:
    before = desk.office()
    office.change_office(desk, preset="calendar", preparer="  Lê Thị Cẩm Tiên ")
    after = desk.office()
    assert (after.preset, after.preparer) == ("calendar", "Lê Thị Cẩm Tiên")
    assert (after.id, after.commune, after.programme) == (before.id, before.commune, before.programme)
    assert len(desk.store.all(Office)) == 1


def test_who_signs_today_comes_first(desk: Desk) -> None:
    put(
        desk,
        Signer(name="Cũ", title="CHỦ TỊCH", until="2025-10-31"),
        Signer(name="Mới", title="CHỦ TỊCH", from_="2025-11-01"),
        Signer(name="Sau", title="CHỦ TỊCH", from_="2026-01-01"),
    )
    assert [one.name for one in office.signers(desk)] == ["Mới", "Trần Thị Mỹ Hạnh", "Sau", "Cũ"]


@pytest.mark.parametrize(
    ("record", "problems"),
    [
        (Signer(name="A", title="CHỦ TỊCH"), set()),
        (Signer(name="A", title="CHỦ TỊCH", from_="2025", until="2025-06"), set()),
        (Signer(name="", title=" "), {("name", "missing"), ("title", "missing")}),
        (Hamlet(name="Ấp Một", from_="mai"), {("from", "date_unclear")}),
        (Hamlet(name="Ấp Một", from_="2025-07-02", until="2025-07-01"), {("until", "until_before_from")}),
        (Hamlet(name="Ấp Một", from_="2025-07-01", until="2025-07-01"), set()),
    ],
)
def test_signers_and_hamlets_are_checked(desk: Desk, record: Signer | Hamlet, problems: set[tuple[str, str]]) -> None:
    assert {(one.field, one.code) for one in office.check_dated(record)} == problems
    if problems:
        with pytest.raises(UserError):
            office.keep_dated(desk, record)
    else:
        assert office.keep_dated(desk, record).id


def test_a_new_code_opens_and_the_old_one_no_more(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        first = office.renew_code(desk)
        second = office.renew_code(desk)
        clock = desk.store.now
    Store.open(tmp_path / "register.db", tmp_path / "pc2", now=clock, actor="t", code=second).close()
    with pytest.raises(UserError):
        Store.open(tmp_path / "register.db", tmp_path / "pc3", now=clock, actor="t", code=first)


def test_a_code_waits_until_it_is_typed_back_and_careless_typing_is_taken_as_meant(desk: Desk) -> None:
    old, code = office.renew_code(desk), office.renew_code(desk)
    for wrong in (code[:-1], code.replace(code[0], "Z" if code[0] != "Z" else "Y", 1), "mã", old):
        with pytest.raises(UserError):
            office.confirm_code(desk.store.path, wrong)
        assert office.code_waits(desk)
    office.confirm_code(desk.store.path, f"  {code.lower().replace('-', ' ')} ")
    assert not office.code_waits(desk)
    office.renew_code(desk)
    assert office.code_waits(desk)


def test_a_made_up_commune_needs_no_code(desk: Desk) -> None:
    put(desk, replace(desk.office(), sample=True))
    office.renew_code(desk)
    assert not office.code_waits(desk)


def test_what_nobody_uses_is_removed_and_comes_back_by_an_undo(desk: Desk) -> None:
    put(desk, Hamlet(name="Ấp Nhầm"))
    (hamlet,) = [one for one in desk.store.all(Hamlet) if one.name == "Ấp Nhầm"]
    before = desk.store.all(Hamlet)
    assert office.remove_dated(desk, hamlet) == "Đã xóa ấp, khu vực “Ấp Nhầm”."
    assert hamlet not in desk.store.all(Hamlet)
    undoing.undo(desk)
    assert desk.store.all(Hamlet) == before


@pytest.mark.parametrize("record", [Household(name="A", owner="B"), Enterprise(name="A"), Citizen(name="A")])
def test_a_hamlet_with_records_stays(desk: Desk, record: Household | Enterprise | Citizen) -> None:
    put(desk, Hamlet(name="Ấp Ba"), replace(record, hamlet="Ấp Ba"))
    (hamlet,) = [one for one in desk.store.all(Hamlet) if one.name == "Ấp Ba"]
    with pytest.raises(UserError, match=r"Chưa xóa được “Ấp Ba”: 1 .* đang ghi tên này\.") as told:
        office.remove_dated(desk, hamlet)
    assert "ngày kết thúc" in told.value.advice
    assert hamlet in desk.store.all(Hamlet)


def test_of_two_lines_with_one_name_either_may_go(desk: Desk) -> None:
    put(desk, Hamlet(name="Ấp Ba", until="2025-06-30"), Hamlet(name="Ấp Ba"), Citizen(name="A", hamlet="Ấp Ba"))
    first = next(one for one in desk.store.all(Hamlet) if one.name == "Ấp Ba")
    assert office.remove_dated(desk, first)


def test_who_is_named_in_a_report_stays(desk: Desk) -> None:
    (signer,) = desk.store.all(Signer)
    content = '{"signature":{"authority":["CHỦ TỊCH"],"name":"Trần Thị Mỹ Hạnh"}}'
    put(desk, ReportRecord(period="2025-Q4", issue=1, content=content, content_hash="0" * 64))
    with pytest.raises(UserError, match="1 báo cáo ghi tên người này"):
        office.remove_dated(desk, signer)
    put(desk, Signer(name="Mỹ Hạnh", title="CHỦ TỊCH"))
    other = next(one for one in desk.store.all(Signer) if one.name == "Mỹ Hạnh")
    assert office.remove_dated(desk, other)
