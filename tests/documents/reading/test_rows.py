"""A row becomes a record: what was found, what was told, what stood there, what an officer typed instead."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.columns import Source, Way, map_columns
from vnpresence_desktop.documents.reading.rows import ReadCells, RowReader
from vnpresence_desktop.documents.reading.values import Options
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind

HEADINGS = [
    "Tên hộ kinh doanh",
    "Chủ hộ",
    "Giới tính",
    "Ngày sinh",
    "Số CCCD",
    "MST",
    "Ngày cấp GCN",
    "Địa chỉ",
    "SĐT",
    "Tình trạng",
]
ROW = [
    "TẠP HÓA SÁU", "TRẦN THỊ SÁU", "Nữ", "5/3/80", 92180001234.0, "092180001234", date(2020, 5, 3), "ấp 3", 912345678.0,
    "nghỉ luôn",
]  # fmt: skip


def reader(
    options: Options | None = None, *, kind: Kind = Kind.HOUSEHOLD, headings: list[str] | None = None
) -> RowReader:
    headings = headings or HEADINGS
    return RowReader(kind, map_columns(kind, headings, []), headings, "file:x", options=options or Options())


def codes(read: ReadCells) -> list[tuple[str, str]]:
    return [(item.field, item.code) for item in read.problems]


def test_originals_name_what_is_not_simply_what_stood_there() -> None:
    record, problems, originals = reader().read(ROW, "")
    found = to_values(record)
    assert {name: found[name] for name in originals} == {
        "owner": "Trần Thị Sáu", "birth_date": "1980-03-05", "id_number": "092180001234", "phone": "0912345678",
        "state": "ceased",
    }  # fmt: skip
    assert originals == {
        "owner": "TRẦN THỊ SÁU", "birth_date": "5/3/80", "id_number": "92180001234", "phone": "912345678", "state": "nghỉ luôn",
    }  # fmt: skip
    assert found["name"] == "TẠP HÓA SÁU"
    assert [(item.field, item.code) for item in problems] == [("owner", "name_case"), ("id_number", "id_zero_restored")]
    assert found["unconfirmed"] == ("id_number",)
    assert found["originals"] == ()


def test_a_row_in_its_stored_form_has_no_originals() -> None:
    row = [
        "Tạp hóa Sáu",
        "Trần Thị Sáu",
        "Nữ",
        "05/03/1980",
        "092180001234",
        None,
        "2020",
        "ấp 3",
        "0912345678",
        "Đang hoạt động",
    ]
    assert reader().read(row, "")[1:] == ((), {})


def test_what_a_person_answered_for_the_file_is_sure() -> None:
    answered = Options(
        zeros={"id_number": True},
        as_typed=frozenset({"owner"}),
        month_first=frozenset({"birth_date"}),
        codes={("state", "nghi luon"): "suspended", ("hamlet", "ap 3"): "Ấp Ba"},
        swapped_dates=frozenset({"certificate_date"}),
        hamlets=("Ấp Ba",),
    )
    read = reader(answered).read(ROW, "")
    found = to_values(read.record)
    names = ("owner", "birth_date", "id_number", "state", "hamlet", "certificate_date")
    assert tuple(found[name] for name in names) == (
        "TRẦN THỊ SÁU", "1980-05-03", "092180001234", "suspended", "Ấp Ba", "2020-03-05",
    )  # fmt: skip
    assert read.problems == ()
    assert found["unconfirmed"] == ()
    assert read.originals == {
        "birth_date": "5/3/80", "id_number": "92180001234", "phone": "912345678", "state": "nghỉ luôn",
        "certificate_date": "03/05/2020",
    }  # fmt: skip


def test_doubted_dates_are_told_and_unconfirmed() -> None:
    read = reader(Options(doubted_dates=frozenset({"certificate_date"}))).read(ROW, "")
    assert ("certificate_date", "date_maybe_swapped") in codes(read)
    assert "certificate_date" in read.record.unconfirmed


def test_a_hamlet_of_the_address_or_the_group_that_the_register_lacks_is_told() -> None:
    options = Options(hamlets=("Ấp Thới Phước",))
    assert ("hamlet", "hamlet_not_listed") in codes(reader(options).read(ROW, ""))
    assert reader(options).read(ROW, "I. Ấp Thoi Phuoc").record.hamlet == "Ấp Thới Phước"
    assert codes(reader(Options(codes={("hamlet", "ap 3"): ""})).read(ROW, ""))[-1] == ("hamlet", "hamlet_unknown")


def test_zeros_that_are_left_away_stay_away() -> None:
    read = reader(Options(zeros={"id_number": False})).read(ROW, "")
    assert to_values(read.record)["id_number"] == "92180001234"
    assert codes(read) == [("owner", "name_case")]
    assert "id_number" not in read.originals


@pytest.mark.parametrize("typed", ["092180001234", "0921 8000 1234"])
def test_what_an_officer_types_takes_the_place_of_the_cell(typed: str) -> None:
    row = [*ROW[:4], "9,2E+10", *ROW[5:]]
    assert ("id_number", "number_lost") in codes(reader().read(row, ""))
    read = reader().read(row, "", {"id_number": typed})
    assert to_values(read.record)["id_number"] == "092180001234"
    assert "id_number" not in {item.field for item in read.problems}
    assert read.originals["id_number"] == "9,2E+10"


def test_what_an_officer_types_is_read_as_a_cell() -> None:
    read = reader().read(
        ROW, "", {"id_number": "92180001235", "state": "coi lại", "owner": "LÊ ÚT", "birth_date": "1/2/1980"}
    )
    found = to_values(read.record)
    assert (found["id_number"], found["state"], found["owner"], found["birth_date"]) == (
        "092180001235", "active", "Lê Út", "1980-02-01",
    )  # fmt: skip
    assert set(codes(read)) == {("id_number", "id_zero_restored"), ("state", "state_unknown"), ("owner", "name_case")}
    assert read.originals == {
        "id_number": "92180001234", "state": "nghỉ luôn", "owner": "TRẦN THỊ SÁU", "birth_date": "5/3/80", "phone": "912345678",
    }  # fmt: skip


def test_an_officer_may_confirm_what_was_read() -> None:
    """The same value typed: the doubt is gone, the original stays."""
    read = reader().read(ROW, "", {"id_number": "092180001234"})
    assert codes(read) == [("owner", "name_case")]
    assert read.record.unconfirmed == ()
    assert read.originals["id_number"] == "92180001234"


def test_an_officer_may_empty_a_field_and_fill_one_without_a_column() -> None:
    read = reader().read(
        ROW, "", {"id_number": "", "email": "a@b.vn", "hamlet": "KV 4", "nonsense": "x", "source": "y"}
    )
    found = to_values(read.record)
    assert (found["id_number"], found["email"], found["hamlet"], found["source"]) == (
        "",
        "a@b.vn",
        "Khu vực 4",
        "file:x",
    )
    assert read.originals["id_number"] == "92180001234"
    assert "email" not in read.originals
    assert codes(read) == [("owner", "name_case")]


def test_a_formula_without_value_is_told() -> None:
    row = [*ROW[:4], None, *ROW[5:]]
    read = reader().read(row, "", missing=frozenset({4}))
    assert ("id_number", "formula_empty") in codes(read)
    assert read.record.unconfirmed == ()
    assert (
        "formula_empty"
        not in dict(codes(reader().read(row, "", {"id_number": "092180001234"}, frozenset({4})))).values()
    )


def test_an_unreadable_date_is_blank_and_not_unconfirmed() -> None:
    """What has no value has nothing to confirm: where the field is needed, the check says that it is missing."""
    headings = ["Họ và tên", "Ngày sinh", "Địa chỉ"]
    read = reader(kind=Kind.CITIZEN, headings=headings).read(["Lê Út", "31/02/2003", "ấp 3"], "")
    assert (to_values(read.record)["birth_date"], codes(read)) == ("", [("birth_date", "date_unreadable")])
    assert read.record.unconfirmed == ()
    assert read.originals == {"birth_date": "31/02/2003"}


def test_originals_of_fields_made_of_several_columns() -> None:
    sources = {
        "name": Source((0, 1), Way.JOIN), "sex": Source((2, 3), Way.TICKS), "birth_date": Source((4, 5, 6), Way.PARTS),
    }  # fmt: skip
    read = RowReader(Kind.CITIZEN, sources, [""] * 7, "file:x").read(["LÊ THỊ", "ÚT", None, "-", 5.0, 3.0, 2003.0], "")
    found = to_values(read.record)
    assert (found["name"], found["sex"], found["birth_date"]) == ("Lê Thị Út", "", "2003-03-05")
    assert read.originals == {"name": "LÊ THỊ ÚT"}
    again = RowReader(Kind.CITIZEN, sources, [""] * 7, "x").read(
        ["LÊ", "ÚT", "✓", None], "", {"sex": "nữ", "name": "Lê Ú"}
    )
    assert (to_values(again.record)["sex"], again.originals) == ("female", {"sex": "✓", "name": "LÊ ÚT"})


CELLS = st.one_of(st.none(), st.text(max_size=20), st.floats(), st.booleans(), st.dates(), st.integers())


@given(
    row=st.lists(CELLS, max_size=11),
    edits=st.dictionaries(
        st.sampled_from(["id_number", "owner", "hamlet", "sex", "birth_date", "email", "x"]), st.text(max_size=15)
    ),
    missing=st.frozensets(st.integers(0, 12)),
)
def test_no_row_and_no_edit_raises(row: list[Any], edits: dict[str, str], missing: frozenset[int]) -> None:
    read = reader().read(row, "", edits, missing)
    found = to_values(read.record)
    assert {item.field for item in read.problems} <= set(found)
    assert set(read.originals) <= set(found)
    assert all(read.originals.values())


@given(st.lists(CELLS, min_size=10, max_size=10))
def test_text_typed_for_a_cell_says_what_the_cell_said(row: list[Any]) -> None:
    """A cell of text, typed once more by hand, gives the same record."""
    fields = [
        "name",
        "owner",
        "sex",
        "birth_date",
        "id_number",
        "tax_code",
        "certificate_date",
        "business_address",
        "phone",
        "state",
    ]
    edits = {field: cell for field, cell in zip(fields, row, strict=True) if isinstance(cell, str)}
    once, again = reader().read(row, ""), reader().read(row, "", edits)
    assert again.record == once.record
    assert set(codes(again)) == set(codes(once))
    assert again.originals == once.originals
