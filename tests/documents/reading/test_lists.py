"""A list from file to records: what is joined, derived, told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.columns import map_columns
from vnpresence_desktop.documents.reading.lists import ReadRow, read_list
from vnpresence_desktop.documents.reading.rows import RowReader
from vnpresence_desktop.documents.reading.table import Skip
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Severity, UserError
from vnpresence_desktop.domain.records import Household

MakeBook = Callable[..., Path]


def codes(row: ReadRow) -> set[tuple[str, str]]:
    return {(trouble.field, trouble.code) for trouble in row.problems}


def test_a_citizen_written_over_many_columns(book: MakeBook) -> None:
    path = book([
        ["STT", "Họ và tên", None, "Giới tính", None, "Ngày sinh", None, None, "Ấp", "Đoàn viên"],
        [None, None, None, "Nam", "Nữ", "Ngày", "Tháng", "Năm", None, None],
        [1, "TRẦN THỊ", "ÚT", None, "x", 5, 12, 2003, "Thới Phước", "x"],
        [2, "Lê Văn", "Bảy", "✓", None, None, None, 2004, "Ấp Thới Hòa", None],
    ])  # fmt: skip
    found = read_list(path, Kind.CITIZEN)
    first, second = (to_values(item.record) for item in found.rows)
    assert (first["name"], first["sex"], first["birth_date"], first["hamlet"], first["union_member"]) == (
        "Trần Thị Út", "female", "2003-12-05", "Ấp Thới Phước", True,
    )  # fmt: skip
    assert (second["name"], second["sex"], second["birth_date"], second["union_member"]) == (
        "Lê Văn Bảy",
        "male",
        "2004",
        None,
    )
    assert found.columns["birth_date"] == "Ngày sinh Ngày + Ngày sinh Tháng + Ngày sinh Năm"


def test_birth_years_under_the_sex(book: MakeBook) -> None:
    path = book([
        ["STT", "Họ và tên", "Năm sinh", None, "Địa chỉ"],
        [None, None, "Nam", "Nữ", None],
        [1, "Lê Văn Bảy", 2003, None, "ấp 3"],
        [2, "Lê Thị Út", None, "05/06/2004", "ấp 3"],
    ])  # fmt: skip
    rows = [to_values(item.record) for item in read_list(path, Kind.CITIZEN).rows]
    assert [(row["sex"], row["birth_date"]) for row in rows] == [("male", "2003"), ("female", "2004-06-05")]


def test_both_sexes_marked_is_told(book: MakeBook) -> None:
    path = book([["Họ và tên", "Nam", "Nữ", "Ngày sinh", "Địa chỉ"], ["Lê Út", "x", "x", "2003", "ấp 3"]])
    (row,) = read_list(path, Kind.CITIZEN).rows
    assert (to_values(row.record)["sex"], codes(row)) == ("", {("sex", "sex_unknown")})


@pytest.mark.parametrize(("cell", "sex"), [("x", "female"), (True, "female"), (None, ""), (False, ""), ("không", "")])
def test_one_column_for_the_sex_tells_only_where_it_is_marked(book: MakeBook, cell: Any, sex: str) -> None:
    path = book([["Họ và tên", "Nữ", "Ngày sinh", "Địa chỉ"], ["Lê Út", cell, "2003", "ấp 3"]])
    (row,) = read_list(path, Kind.CITIZEN).rows
    assert (to_values(row.record)["sex"], codes(row)) == (sex, set())


def test_the_hamlet_comes_from_group_lines_then_addresses(book: MakeBook, household_rows: list[list[Any]]) -> None:
    heading, record = household_rows
    elsewhere = [*record[:5], "26 Nguyễn Huệ", record[6]]
    path = book([heading, record, elsewhere, ["II", "Ấp Thới Hòa"], elsewhere])
    rows = read_list(path, Kind.HOUSEHOLD).rows
    assert [item.record.hamlet for item in rows] == ["Ấp Thới Phước", "Chưa rõ", "Ấp Thới Hòa"]
    assert [codes(item) for item in rows] == [set(), {("hamlet", "hamlet_unknown")}, set()]


def test_an_empty_form_beside_the_list_is_not_read(book: MakeBook) -> None:
    form = ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Điện thoại", "Địa chỉ"]
    path = book(sheets={"Mẫu": [form], "Danh sách": [["STT", "Họ và tên"], [1, "Lê Út"]]})
    found = read_list(path, Kind.CITIZEN)
    assert (found.sheet, len(found.rows)) == ("Danh sách", 1)


def test_a_list_without_rows_is_told(book: MakeBook) -> None:
    with pytest.raises(UserError, match="chưa có dòng nào") as told:
        read_list(book([["STT", "Họ và tên", "Ngày sinh"], [None, "Người lập biểu"]]), Kind.CITIZEN)
    assert told.value.advice
    with pytest.raises(UserError, match="chưa có dòng nào"):
        read_list(book([["STT", "Họ và tên", "Ngày sinh"]]), Kind.CITIZEN, strict=False)


def test_an_enterprise_needs_no_hamlet(book: MakeBook) -> None:
    path = book([["Tên doanh nghiệp", "MSDN", "Trụ sở"], ["Công ty Sáu", "1801234567", "26 Nguyễn Huệ"]])
    (row,) = read_list(path, Kind.ENTERPRISE).rows
    assert (row.record.hamlet, row.problems) == ("", ())


def test_a_household_without_a_name_is_called_after_its_owner(book: MakeBook) -> None:
    path = book([["STT", "Họ và tên chủ hộ", "Số CCCD", "Địa chỉ"], [1, "TRẦN THỊ SÁU", "092180001234", "ấp 3"]])
    (row,) = read_list(path, Kind.HOUSEHOLD).rows
    assert isinstance(row.record, Household)
    assert (row.record.name, row.record.owner) == ("Hộ kinh doanh Trần Thị Sáu", "Trần Thị Sáu")
    assert codes(row) == {("name", "name_from_owner"), ("owner", "name_case")}
    assert row.record.unconfirmed == ("name",)


def test_a_row_with_a_lost_number_is_given_with_its_error(book: MakeBook, household_rows: list[list[Any]]) -> None:
    household_rows[1][4] = "9,20628E+10"
    (row,) = read_list(book(household_rows), Kind.HOUSEHOLD).rows
    assert [(item.field, item.code, item.severity) for item in row.problems] == [
        ("id_number", "number_lost", Severity.ERROR)
    ]
    assert to_values(row.record)["id_number"] == ""


def test_ten_digits_in_an_id_column_are_asked_about(book: MakeBook, household_rows: list[list[Any]]) -> None:
    household_rows[1][4] = 1180001234
    (row,) = read_list(book(household_rows), Kind.HOUSEHOLD).rows
    assert to_values(row.record)["id_number"] == "1180001234"
    assert codes(row) == {("id_number", "id_ambiguous")}
    assert row.record.unconfirmed == ("id_number",)


def test_the_sheet_with_the_list_is_read_and_others_are_told(book: MakeBook, household_rows: list[list[Any]]) -> None:
    path = book(
        sheets={
            "Bìa": [["DANH SÁCH"]],
            "Cũ": household_rows,
            "Ẩn": household_rows,
            "Mới": [*household_rows, household_rows[1]],
        },
        hidden=["Ẩn"],
    )
    found = read_list(path, Kind.HOUSEHOLD)
    assert (found.sheet, len(found.rows)) == ("Mới", 2)
    assert [(item.code, dict(item.values)["sheet"]) for item in found.problems] == [
        ("sheet_not_read", "Cũ"),
        ("sheet_hidden", "Ẩn"),
    ]


def test_a_hidden_sheet_is_read_where_there_is_no_other(book: MakeBook, household_rows: list[list[Any]]) -> None:
    path = book(sheets={"Bìa": [["DANH SÁCH"]], "Ẩn": household_rows}, hidden=["Ẩn"])
    assert read_list(path, Kind.HOUSEHOLD).sheet == "Ẩn"


def test_a_missing_column_that_every_record_needs_is_told_once(book: MakeBook) -> None:
    path = book([["Họ và tên", "Địa chỉ"], ["Trần Văn An", "ấp 3"], ["Lê Thị Út", "ấp 3"]])
    found = read_list(path, Kind.CITIZEN)
    assert [(item.field, item.code) for item in found.problems] == [("birth_date", "column_missing")]


@pytest.mark.parametrize(
    ("rows", "kind", "said", "advice"),
    [
        ([["chỉ có chữ"], ["và chữ"]], Kind.HOUSEHOLD, "dòng tiêu đề", "STT, Họ và tên"),
        ([["Ngày sinh", "Số CCCD"], ["2003", "1"]], Kind.CITIZEN, "không có cột họ và tên", "“Ngày sinh”, “Số CCCD”"),
        ([["Địa chỉ", "MST"], ["ấp 3", "1"]], Kind.ENTERPRISE, "không có cột tên doanh nghiệp", "“MST”"),
        ([["Địa chỉ", "MST"], ["ấp 3", "1"]], Kind.HOUSEHOLD, "tên hộ kinh doanh hoặc họ tên chủ hộ", "“MST”"),
    ],
)
def test_a_file_without_the_list_is_refused_with_advice(
    book: MakeBook, rows: list[list[str]], kind: Kind, said: str, advice: str
) -> None:
    with pytest.raises(UserError, match=said) as refusal:
        read_list(book(rows), kind)
    assert advice in refusal.value.advice


def test_a_text_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "hộ.csv"
    path.write_text(
        "Tên hộ kinh doanh;Chủ hộ;Ngày cấp GCN;Địa chỉ\nTạp hóa;LÊ ÚT;1/2/2020;ấp 3\nTổng cộng\n", encoding="utf-8"
    )
    found = read_list(path, Kind.HOUSEHOLD)
    assert [
        (item.row, to_values(item.record)["owner"], to_values(item.record)["certificate_date"]) for item in found.rows
    ] == [(2, "Lê Út", "2020-02-01")]
    assert [(item.row, item.reason) for item in found.skipped] == [(3, Skip.TOTAL)]


def test_short_rows_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("STT,Họ và tên,Ngày sinh,Số CCCD,Địa chỉ\n1,Lê Út,2003\n", encoding="utf-8")
    (row,) = read_list(path, Kind.CITIZEN).rows
    assert to_values(row.record)["birth_date"] == "2003"


def test_state_and_wish_take_their_codes_or_their_defaults(book: MakeBook, household_rows: list[list[Any]]) -> None:
    heading, record = household_rows
    path = book([[*heading, "Tình trạng", "Nhu cầu"], [*record, "Tạm ngừng", "Có"], [*record, "bán chậm", None]])
    rows = read_list(path, Kind.HOUSEHOLD).rows
    assert [(to_values(item.record)["state"], to_values(item.record)["wish"]) for item in rows] == [
        ("suspended", "wants"), ("active", "unknown"),
    ]  # fmt: skip
    assert codes(rows[1]) == {("state", "state_unknown")}


CELLS = st.one_of(
    st.none(), st.text(max_size=30), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.integers()
)
HEADINGS = {
    Kind.HOUSEHOLD: [
        "Tên hộ kinh doanh", "Chủ hộ", "Ngày sinh", "CCCD", "MST", "Số GCN", "Ngày cấp", "Địa chỉ", "SĐT", "Tình trạng", "Ấp",
    ],
    Kind.ENTERPRISE: [
        "Tên doanh nghiệp", "MSDN", "Ngày thành lập", "Trụ sở", "Giám đốc", "SĐT", "Email", "Website", "Nhu cầu", "Loại hình",
    ],
    Kind.CITIZEN: [
        "Họ đệm", "Tên", "Nam", "Nữ", "Ngày sinh Ngày", "Ngày sinh Tháng", "Ngày sinh Năm", "CCCD", "HKTT", "Đoàn viên",
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", list(HEADINGS))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=st.lists(CELLS, max_size=12), group=st.text(max_size=20))
def test_no_cells_raise(kind: Kind, row: list[Any], group: str) -> None:
    sources = map_columns(kind, HEADINGS[kind], [])
    assert len(sources) >= 6
    record, problems, _ = RowReader(kind, sources, HEADINGS[kind], "file:x").read(row, group)
    assert record.KIND is kind
    assert all(value is None or isinstance(value, str | bool | tuple) for value in to_values(record).values())
    assert {item.field for item in problems} <= set(to_values(record))


def test_dates_of_cells_are_kept(book: MakeBook) -> None:
    path = book([["Họ và tên", "Ngày sinh", "Địa chỉ"], ["Lê Út", date(2003, 2, 1), "ấp 3"]])
    assert to_values(read_list(path, Kind.CITIZEN).rows[0].record)["birth_date"] == "2003-02-01"


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("doanh_nghiep_moi", Kind.HOUSEHOLD, "của doanh nghiệp, không phải hộ kinh doanh"),
        ("ho_kinh_doanh", Kind.CITIZEN, "của hộ kinh doanh, không phải công dân"),
        ("ho_kinh_doanh", Kind.ENTERPRISE, "của hộ kinh doanh, không phải doanh nghiệp"),
    ],
)
def test_a_list_of_another_kind_is_refused_or_told(name: str, asked: Kind, said: str) -> None:
    path = Path(__file__).parents[2] / "samples" / f"{name}.xlsx"
    with pytest.raises(UserError) as told:
        read_list(path, asked)
    assert said in told.value.title
    assert "other_kind" in {item.code for item in read_list(path, asked, strict=False).problems}
