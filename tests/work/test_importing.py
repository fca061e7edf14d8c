"""Who is the same candidate, what is completed, what is only told."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household
from vnpresence_desktop.work.importing import Matching, complete, identity, import_list

HOME = Household(name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp 1", certificate_no="57A8000001")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Enterprise(tax_code="1801234567", name="A"), Enterprise(tax_code="1801234567", name="B"), True),
        (Enterprise(tax_code="1801234567", name="A"), Enterprise(tax_code="1801234568", name="A"), False),
        (Citizen(id_number="092204000001", name="A"), Citizen(id_number="092204000001", name="B"), True),
        (Citizen(name="Lê An", birth_date="2004"), Citizen(name="LÊ ẨN", birth_date="2004"), True),
        (Citizen(name="Lê An", birth_date="2004"), Citizen(name="Lê An", birth_date="2005"), False),
        (HOME, replace(HOME, name="TẠP HOÁ HOÀ"), True),
        (HOME, replace(HOME, name="Quán cơm Hòa"), False),  # one owner may have several
        (replace(HOME, certificate_no=""), replace(HOME, certificate_no="", owner="Khác"), False),
    ],
)
def test_identity(one: Candidate, other: Candidate, same: bool) -> None:
    assert (identity(one) == identity(other)) is same


def test_blanks_are_filled_and_what_differs_is_kept_and_told() -> None:
    kept = replace(HOME, phone="0909123456", hamlet="Chưa rõ", state="ceased", note="riêng")
    found = replace(HOME, phone="0909999999", email="a@b.vn", owner="LÊ THỊ HOÀ", state="active", note="khác")
    filled, differing = complete(kept, found)
    assert filled == replace(kept, email="a@b.vn", hamlet="Ấp 1")
    assert [(item.field, item.code, dict(item.values)) for item in differing] == [
        ("phone", "differs", {"kept": "0909123456", "found": "0909999999"})
    ]


def test_an_unsure_value_stays_unsure_when_it_fills_a_blank_only() -> None:
    found = replace(HOME, id_number="092179000001", unconfirmed=("id_number",))
    assert complete(HOME, found)[0].unconfirmed == ("id_number",)
    sure = replace(HOME, id_number="092179000001")
    assert complete(sure, found)[0].unconfirmed == ()


def test_a_row_that_stands_twice_in_a_list_comes_in_once() -> None:
    matching = Matching([])
    taken = [matching.take(row)[0] for row in (HOME, HOME, replace(HOME, phone="0909123456"), HOME)]
    assert taken == ["imported", "skipped", "updated", "skipped"]
    assert matching.changed() == [replace(HOME, phone="0909123456")]


@given(st.lists(st.tuples(st.sampled_from(["57A8000001", "57A8000002", ""]), st.sampled_from(["A", "a", "B"]))))
def test_the_same_list_twice_changes_nothing_more(rows: list[tuple[str, str]]) -> None:
    records = [replace(HOME, certificate_no=number, name=name) for number, name in rows]
    first = Matching([])
    for record in records:
        first.take(record)
    second = Matching(first.changed())
    assert all(second.take(record)[0] == "skipped" for record in records)
    assert second.changed() == []


LIST = (
    "Họ và tên;Ngày sinh;Số CCCD;Địa chỉ thường trú;Ấp;Email\nLê Mơ;1/2/2004;092304000001;Ấp Hai;Ấp Hai;mo@example.vn\n"
)
YOUTH = Citizen(id="youth", name="Lê Mơ", birth_date="2004-02-01", hamlet="Ấp Một", id_number="092304000001")


def test_what_is_written_while_a_list_is_read_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8-sig")
    with new_desk(tmp_path) as desk:
        put(desk, YOUTH)

        def meanwhile(done: int, total: int) -> None:
            if done == 0:
                put(desk, replace(YOUTH, phone="0909123456", hamlet="Ấp Ba", note="mới sửa"))

        import_list(desk, tmp_path / "list.csv", Kind.CITIZEN, report=meanwhile)
        kept = desk.store.get(Citizen, "youth")
        changed = replace(YOUTH, phone="0909123456", hamlet="Ấp Ba", note="mới sửa")
        assert kept == replace(changed, email="mo@example.vn", home_address="Ấp Hai")


def test_what_is_deleted_while_a_list_is_read_stays_deleted(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8-sig")
    with new_desk(tmp_path) as desk:
        put(desk, YOUTH)

        def meanwhile(done: int, total: int) -> None:
            if done == 0:
                with desk.store.unit() as unit:
                    unit.delete(Kind.CITIZEN, "youth")

        import_list(desk, tmp_path / "list.csv", Kind.CITIZEN, report=meanwhile)
        assert desk.store.all(Citizen) == []
