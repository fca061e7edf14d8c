"""Where a list begins and ends in a sheet, and what its other lines are."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.sheets import Sheet
from vnpresence_desktop.documents.reading.table import Area, FoundTable, Skip, find_table

HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Địa chỉ", "Ghi chú"]


def person(n: float) -> list[Any]:
    return [n, f"Trần Văn {n:g}", "01/02/2003", "092203001234", "ấp Thới Phước", ""]


def found(rows: list[list[Any]]) -> FoundTable:
    table = find_table(Sheet("DS", hidden=False, rows=rows))
    assert table is not None
    first = table.header_row + 1 if table.header_row else table.area.first
    listed = [*table.rows, *(item.row for item in table.skipped if item.row >= first)]
    assert sorted(listed) == list(range(first, len(rows) + 1)), "every row below the heading, once"
    return table


def reasons(table: FoundTable) -> dict[int, Skip]:
    return {item.row: item.reason for item in table.skipped}


def test_titles_above_are_passed_over() -> None:
    table = found([
        ["UBND XÃ THỚI LAI", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["", "", "", "", "Độc lập - Tự do - Hạnh phúc"],
        [],
        ["DANH SÁCH THANH NIÊN ĐỦ 18 TUỔI"],
        ["(Kèm theo Công văn số 12/UBND ngày 01/10/2025)"],
        HEADING,
        person(1.0),
        person(2.0),
    ])  # fmt: skip
    assert (table.header_row, table.headings, table.rows) == (6, tuple(HEADING), (7, 8))


def test_a_heading_of_two_lines_is_joined() -> None:
    table = found([
        ["STT", "Tên hộ kinh doanh", "Chủ hộ", "", "Giấy chứng nhận ĐKHKD", "", "Địa chỉ"],
        ["", "", "Họ và tên", "Năm sinh", "Số", "Ngày cấp", ""],
        [1.0, "Tạp hóa Sáu", "Trần Thị Sáu", 1980.0, "57A8012345", "01/02/2020", "ấp Thới Phước"],
    ])  # fmt: skip
    assert table.header_row == 2
    assert table.headings == (
        "STT", "Tên hộ kinh doanh", "Chủ hộ Họ và tên", "Chủ hộ Năm sinh", "Giấy chứng nhận ĐKHKD Số",
        "Giấy chứng nhận ĐKHKD Ngày cấp", "Địa chỉ",
    )  # fmt: skip
    assert table.rows == (3,)


def test_a_heading_of_three_lines_is_joined() -> None:
    table = found([
        ["TT", "Họ và tên", "Thông tin cá nhân", "", "", "Địa chỉ"],
        ["", "", "Ngày, tháng, năm sinh", "", "CCCD", ""],
        ["", "", "Nam", "Nữ", "", ""],
        [1.0, "Trần Thị Sáu", "", "01/02/2003", "092303001234", "ấp Thới Phước"],
    ])  # fmt: skip
    assert (table.header_row, table.rows) == (3, (4,))
    birth = "Thông tin cá nhân Ngày, tháng, năm sinh"
    assert table.headings[2:5] == (f"{birth} Nam", f"{birth} Nữ", "CCCD")


@pytest.mark.parametrize(
    "line",
    [
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        ["A", "B", "1", "2", "3", "4"],
        ["1", "2", "3", "4=2+3", "5", "6"],
        ["", "", "(dd/mm/yyyy)", "(12 số)", "", ""],
    ],
)
def test_the_line_of_column_numbers_is_no_record(line: list[Any]) -> None:
    table = found([HEADING, line, person(1.0)])
    assert (reasons(table), table.rows) == ({2: Skip.INDEX}, (3,))


def test_a_repeated_heading_is_no_record() -> None:
    table = found([HEADING, person(1.0), [text.upper() for text in HEADING], person(2.0)])
    assert (reasons(table), table.rows) == ({3: Skip.HEADING}, (2, 4))


def test_group_lines_are_kept_with_their_records() -> None:
    table = found([
        HEADING, ["I", "Ấp Thới Phước"], person(1.0), ["", "II. Ấp Thới Hòa"], person(1.0), person(2.0),
    ])  # fmt: skip
    assert table.rows == (3, 5, 6)
    assert table.groups == ("Ấp Thới Phước", "II. Ấp Thới Hòa", "II. Ấp Thới Hòa")
    assert reasons(table) == {2: Skip.GROUP, 4: Skip.GROUP}


@pytest.mark.parametrize(
    "line",
    [["", "Tổng cộng", "2 người"], ["Tổng số:", 2.0], ["", "CỘNG", "", "", "2 người", ""], ["Tổng cộng: 2 thanh niên"]],
)
def test_a_total_is_no_record(line: list[Any]) -> None:
    table = found([HEADING, person(1.0), person(2.0), line])
    assert (reasons(table), table.rows) == ({4: Skip.TOTAL}, (2, 3))


def test_signatures_are_no_records() -> None:
    table = found([
        HEADING,
        person(1.0),
        [],
        ["", "", "", "", "Thới Lai, ngày 30 tháng 9 năm 2025"],
        ["", "NGƯỜI LẬP BIỂU", "", "", "CHỦ TỊCH"],
        ["", "(Ký, ghi rõ họ tên)", "", "", "(Ký tên, đóng dấu)"],
        [],
        ["", "Trần Thị Kim Ngân", "", "", "Nguyễn Văn Hùng"],
    ])  # fmt: skip
    assert table.rows == (2,)
    assert reasons(table) == {row: Skip.BLANK if row in (3, 7) else Skip.FOOTER for row in range(3, 9)}


def test_a_household_called_like_a_footer_stays() -> None:
    rows = [
        HEADING,
        [1.0, "Ngày Mới", "01/02/2003", "092203001234", "ấp 3", ""],
        [2.0, "Tổng", "1999", "092099001234", "ấp 3"],
    ]
    assert found(rows).rows == (2, 3)


def test_records_with_holes_stay_and_stray_words_do_not() -> None:
    table = found([
        HEADING,
        person(1.0),
        [2.0, "Lê Út", "", "", "", ""],
        ["", "", "02/03/2004", "092204001234", "", ""],
        ["", "", "", "", "xem lại", ""],
        ["", "Phan Ý", "2004", "", "", ""],
    ])  # fmt: skip
    assert table.rows == (2, 3, 4, 6)
    assert set(reasons(table)) == {5}


def test_records_may_go_on_after_a_total() -> None:
    table = found([HEADING, person(1.0), ["", "Cộng ấp Thới Phước", "1"], person(2.0)])
    assert table.rows == (2, 4)


@pytest.mark.parametrize(
    "heading",
    [
        ["STT", "Họ và tên", "Số CCCD", "Doanh thu năm 2024", "Tính đến 30/6/2025"],
        [
            "STT",
            "Họ và tên",
            "Số CCCD",
            "Số điện thoại (ghi " + "số đang dùng, không ghi số của người khác, " * 3 + ")",
        ],
        ["STT", "Họ và tên", "Số CCCD", "Điện thoại", *(f"Cột {n}" for n in range(200))],
    ],
)
def test_years_remarks_and_many_columns_are_no_reason_to_miss_a_heading(heading: list[str]) -> None:
    table = found([["DANH SÁCH NĂM 2025"], heading, person(1.0), person(2.0)])
    assert (table.header_row, table.rows) == (2, (3, 4))


@pytest.mark.parametrize("cell", ["05/03/1980", "2004", "0912345678", "a@b.vn"])
def test_data_are_never_a_heading(cell: str) -> None:
    assert find_table(Sheet("DS", hidden=False, rows=[["STT", "Họ và tên", "Ngày sinh", cell]])) is None


@pytest.mark.parametrize("rows", [[], [[]], [["DANH SÁCH"], ["Trần Văn A", "Lê Thị B"]], [[1.0, 2.0], [3.0, 4.0]]])
def test_a_sheet_without_a_list_has_none(rows: list[list[Any]]) -> None:
    assert find_table(Sheet("DS", hidden=False, rows=rows)) is None


CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.floats(),
    st.dates(),
    st.sampled_from([*HEADING, "Tổng cộng", "(1)", "Ấp 3", "x"]),
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=12))
def test_no_sheet_raises_and_no_row_is_lost(rows: list[list[Any]]) -> None:
    if find_table(Sheet("DS", hidden=False, rows=rows)):
        found(rows)


def test_a_repeated_heading_of_two_lines_is_no_record() -> None:
    heading: list[list[Any]] = [
        ["STT", "Tên hộ kinh doanh", "Chủ hộ", "", "Địa chỉ"],
        ["", "", "Họ và tên", "Năm sinh", ""],
    ]
    record = [1.0, "Tạp hóa Sáu", "Trần Thị Sáu", 1980.0, "ấp Thới Phước"]
    index = [f"({n})" for n in range(1, 6)]
    table = found([*heading, index, record, *heading, index, record])
    assert table.rows == (4, 8)
    assert reasons(table) == {3: Skip.INDEX, 5: Skip.HEADING, 6: Skip.HEADING, 7: Skip.INDEX}


def test_a_title_repeated_on_each_page_is_no_group() -> None:
    title = ["DANH SÁCH THANH NIÊN XÃ THỚI LAI"]
    table = found([title, HEADING, ["I", "Ấp Thới Phước"], person(1.0), title, HEADING, person(2.0)])
    assert table.groups == ("Ấp Thới Phước", "Ấp Thới Phước")


def test_groups_go_on_after_their_totals_and_parts_of_a_hamlet_do_not_end_it() -> None:
    table = found([
        HEADING,
        ["I.", "Ấp Thới Phước (1 hộ)"],
        person(1.0),
        ["", "Cộng: 1 hộ"],
        ["II.", "Ấp Thới Hòa"],
        ["1. Ăn uống"],
        person(1.0),
        ["", "Cộng", "1"],
        ["III", "Chưa rõ địa bàn"],
        person(1.0),
    ])  # fmt: skip
    assert table.rows == (3, 7, 10)
    assert table.groups[:2] == ("Ấp Thới Phước", "Ấp Thới Hòa")
    assert "Ấp" not in table.groups[2]


def test_three_names_under_three_signatures_are_no_record() -> None:
    table = found(
        [
            HEADING,
            person(1.0),
            ["", "NGƯỜI LẬP", "KẾ TOÁN", "", "CHỦ TỊCH"],
            ["", "Trần Thị Ngân", "Lê Văn Bảy", "", "Nguyễn Văn Hùng"],
        ]
    )
    assert (table.rows, reasons(table)) == ((2,), {3: Skip.FOOTER, 4: Skip.FOOTER})


MERGED = [
    ["STT", "Tên hộ kinh doanh", "Chủ hộ", "", "", "Số GCN"],
    ["", "", "Họ và tên", "", "Năm sinh", ""],
    [1.0, "Tạp hóa Sáu", "Trần Thị", "Sáu", 1980.0, "57A8012345"],
]


def test_merged_cells_say_how_far_a_heading_reaches() -> None:
    spans = ((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4), (2, 2, 2, 3), (1, 5, 2, 5))
    table = find_table(Sheet("DS", hidden=False, rows=MERGED, merged=spans))
    assert table is not None
    assert table.headings == ("STT", "Tên hộ kinh doanh", "Chủ hộ Họ và tên", "", "Chủ hộ Năm sinh", "Số GCN")
    assert table.area == Area(1, 2, 3, 3)


def test_a_merged_heading_does_not_reach_beyond_its_cells() -> None:
    rows = [
        ["STT", "Họ và tên", "CCCD", "", ""],
        ["", "", "Số", "Ngày cấp", "Ghi chú"],
        [1.0, "Lê Út", "092203001234", "", ""],
    ]
    table = find_table(Sheet("DS", hidden=False, rows=rows, merged=((1, 2, 1, 3),)))
    assert table is not None
    assert table.headings[2:] == ("CCCD Số", "CCCD Ngày cấp", "Ghi chú")


def test_a_list_may_begin_anywhere() -> None:
    rows = [[]] * 14 + [["", "", "", *HEADING], ["", "", "", *person(1.0)], [], ["", "", "", *person(2.0)]]
    table = found(rows)
    assert (table.header_row, table.rows, table.area) == (15, (16, 18), Area(15, 15, 16, 18))
    assert table.headings[3:] == tuple(HEADING)


SMALL = [["STT", "Họ và tên trưởng ấp", "Số điện thoại"], [1.0, "Lê Văn Bảy", "0912345678"]]


def told(table: FoundTable) -> list[int]:
    return [item.row for item in table.skipped if item.reason is Skip.OTHER_TABLE]


def test_of_two_lists_below_each_other_the_bigger_is_read() -> None:
    big = [HEADING, person(1.0), person(2.0), person(3.0)]
    table = found([*big, [], ["TRƯỞNG ẤP"], *SMALL])
    assert (table.header_row, table.rows, told(table)) == (1, (2, 3, 4), [7, 8])
    table = find_table(Sheet("DS", hidden=False, rows=[*SMALL, [], *big]))
    assert table is not None
    assert (table.header_row, table.rows, told(table)) == (4, (5, 6, 7), [1])


@pytest.mark.parametrize("gap", [[], [""]])
def test_of_two_lists_side_by_side_the_bigger_is_read(gap: list[Any]) -> None:
    small = [*SMALL, ["", "", ""], ["", "", ""]]
    big = [HEADING, person(1.0), person(2.0), person(3.0)]
    left = find_table(Sheet("DS", hidden=False, rows=[a + gap + b for a, b in zip(big, small, strict=True)]))
    right = find_table(Sheet("DS", hidden=False, rows=[b + gap + a for a, b in zip(big, small, strict=True)]))
    for table in (left, right):
        assert table is not None
        assert (table.rows, told(table)) == ((2, 3, 4), [1])
        assert [text for text in table.headings if text] == HEADING
    assert right is not None
    assert right.headings[: 3 + len(gap)] == ("",) * (3 + len(gap))


BARE = [["Trần Văn An", "092203001234", "0912345678"], ["Lê Thị Út", "092303001235", "0912345679"]]


def test_a_list_without_heading_is_known_by_its_cells() -> None:
    table = find_table(Sheet("DS", hidden=False, rows=[["DANH SÁCH XÃ THỚI LAI"], [], *BARE, [], ["CHỦ TỊCH"]]))
    assert table is not None
    assert (table.header_row, table.headings, table.rows) == (0, ("", "", ""), (3, 4))
    assert table.area == Area(0, 0, 3, 4)
    assert reasons(table) == {5: Skip.BLANK, 6: Skip.FOOTER}


def test_names_alone_are_no_list_without_heading() -> None:
    assert find_table(Sheet("DS", hidden=False, rows=[row[:1] for row in BARE])) is None
    assert find_table(Sheet("DS", hidden=False, rows=BARE[:1])) is None


def test_what_a_person_chose_is_read_and_nothing_else() -> None:
    rows = [
        HEADING,
        person(1.0),
        [*HEADING[:4], "Nơi ở", "Ghi chú"],
        person(2.0),
        ["", "Tổng cộng", "1"],
        person(3.0),
        person(4.0),
    ]
    chosen = Area(3, 3, 4, 6)
    table = find_table(Sheet("DS", hidden=False, rows=rows), chosen)
    assert table is not None
    assert (table.header_row, table.rows, table.area) == (3, (4, 6), chosen)
    assert table.headings[4] == "Nơi ở"
    assert reasons(table) == {5: Skip.TOTAL}


def test_a_person_may_say_that_there_is_no_heading() -> None:
    table = find_table(Sheet("DS", hidden=False, rows=[HEADING, *BARE]), Area(0, 0, 2, 3))
    assert table is not None
    assert (table.header_row, table.rows) == (0, (2, 3))
    assert set(table.headings) <= {""}


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=12), st.tuples(*[st.integers(-2, 20)] * 4))
def test_no_choice_raises(rows: list[list[Any]], numbers: tuple[int, int, int, int]) -> None:
    table = find_table(Sheet("DS", hidden=False, rows=rows), Area(*numbers))
    assert table is None or all(1 <= row <= len(rows) for row in table.rows)


def test_rows_that_a_person_chose_are_records_even_where_no_heading_is_known() -> None:
    rows = [["Bảng", "Ai", "Gì"], ["x", "Sáu", "y"], ["z", "Bảy", "t"], ["", "Tổng cộng", "2"]]
    table = find_table(Sheet("DS", hidden=False, rows=rows), Area(1, 1, 2, 4))
    assert table is not None
    assert table.rows == (2, 3)
    assert table.groups == ("", "")
