"""Fields that come from more than one column, or from what the cells say."""

from datetime import date
from typing import Any

import pytest

from vnpresence_desktop.documents.reading.columns import Source, Way, likely_kind, map_columns
from vnpresence_desktop.domain.kinds import Kind

CITIZEN_ROW = ["1", "Trần Văn", "An", "x", "", "01/02/2003", "092203001234"]


def test_a_name_in_two_columns_is_joined() -> None:
    found = map_columns(Kind.CITIZEN, ["STT", "Họ và tên đệm", "Tên", "Ngày sinh"], [["1", "Trần Văn", "An", "2003"]])
    assert found["name"] == Source((1, 2), Way.JOIN)


def test_a_name_under_one_wide_heading_is_joined() -> None:
    found = map_columns(Kind.CITIZEN, ["STT", "Họ và tên", "", "Ngày sinh"], [["1", "Trần Văn", "An", "2003"]] * 3)
    assert found["name"] == Source((1, 2), Way.JOIN)


def test_an_unnamed_column_of_other_things_is_not_joined() -> None:
    found = map_columns(Kind.CITIZEN, ["STT", "Họ và tên", "", "Ngày sinh"], [["1", "Trần Văn An", "tổ 5", "2003"]] * 3)
    assert found["name"] == Source((1,))


def test_the_owner_in_two_columns_is_joined() -> None:
    headings = ["STT", "Tên hộ kinh doanh", "Họ đệm", "Tên", "Số CCCD"]
    found = map_columns(Kind.HOUSEHOLD, headings, [["1", "Tạp hóa Sáu", "Trần Thị", "Sáu", "092180001234"]])
    assert (found["owner"], found["name"]) == (Source((2, 3), Way.JOIN), Source((1,)))


@pytest.mark.parametrize(
    ("headings", "source"),
    [
        (["Họ và tên", "Nam", "Nữ", "Ngày sinh"], Source((1, 2), Way.TICKS)),
        (["Họ và tên", "Nữ", "Ngày sinh"], Source((-1, 1), Way.TICKS)),
        (["Họ và tên", "Giới tính Nam", "Giới tính Nữ", "Ngày sinh"], Source((1, 2), Way.TICKS)),
    ],
)
def test_sex_by_marks(headings: list[str], source: Source) -> None:
    found = map_columns(Kind.CITIZEN, headings, [["Trần Văn An", "x", "", "2003"]])
    assert found["sex"] == source
    assert found["birth_date"] == Source((len(headings) - 1,))


@pytest.mark.parametrize("headings", [["Họ và tên", "Năm sinh Nam", "Năm sinh Nữ"], ["Họ và tên", "Nam", "Nữ"]])
def test_birth_years_in_the_column_of_the_sex(headings: list[str]) -> None:
    found = map_columns(
        Kind.CITIZEN, headings, [["Trần Văn An", 2003.0, ""], ["Lê Thị Út", "", 2004.0], ["Lê Bảy", "2005", ""]]
    )
    assert found["birth_date"] == Source((1, 2), Way.BY_SEX)
    assert found["sex"] == Source((1, 2), Way.TICKS)


def test_a_birth_date_in_three_columns() -> None:
    headings = ["Họ và tên", "Ngày sinh Ngày", "Ngày sinh Tháng", "Ngày sinh Năm"]
    assert map_columns(Kind.CITIZEN, headings, [["Trần Văn An", "1", "2", "2003"]])["birth_date"] == Source(
        (1, 2, 3), Way.PARTS
    )


def test_the_day_of_issue_belongs_to_the_number_before_it() -> None:
    headings = ["Chủ hộ", "Số CCCD", "Ngày cấp", "Nơi cấp", "Số GCN ĐKHKD", "Ngày cấp", "Nơi cấp"]
    found = map_columns(Kind.HOUSEHOLD, headings, [])
    assert found["certificate_date"] == Source((5,))
    assert found["certificate_issuer"] == Source((6,))
    assert "certificate_date" not in map_columns(Kind.HOUSEHOLD, headings[:4], [])


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        ("092203001234", "id_number"),
        (92203001234.0, "id_number"),
        ("an@example.vn", "email"),
        (912345678.0, "phone"),
        ("Nữ", "sex"),
    ],
)
@pytest.mark.parametrize("heading", ["", "Cột 3"])
def test_a_column_without_a_heading_is_known_by_its_cells(cell: Any, field: str, heading: str) -> None:
    found = map_columns(
        Kind.CITIZEN, ["Họ và tên", "Ngày sinh", heading], [["Trần Văn An", date(2003, 2, 1), cell]] * 4
    )
    assert found[field] == Source((2,))


def test_a_known_heading_is_not_overruled_by_cells() -> None:
    found = map_columns(
        Kind.CITIZEN, ["Họ và tên", "Số tài khoản", "Số CCCD"], [["An", "092203001234", "092203001299"]] * 4
    )
    assert found["id_number"] == Source((2,))


@pytest.mark.parametrize(
    ("kind", "cell", "field"),
    [
        (Kind.HOUSEHOLD, "092203001234", "id_number"),
        (Kind.ENTERPRISE, "1801234567", "tax_code"),
        (Kind.CITIZEN, "12", None),
    ],
)
def test_a_bare_code_is_what_its_digits_say(kind: Kind, cell: str, field: str | None) -> None:
    found = map_columns(kind, ["Họ và tên", "Mã số"], [["An", cell]])
    assert [name for name, source in found.items() if source == Source((1,))] == ([field] if field else [])


def test_of_two_columns_the_surer_heading_counts() -> None:
    found = map_columns(Kind.CITIZEN, ["Họ và tên", "Điện thoại người nhà ở xa", "Số điện thoại"], [])
    assert found["phone"] == Source((2,))


@pytest.mark.parametrize("kind", [Kind.HOUSEHOLD, Kind.ENTERPRISE, Kind.CITIZEN])
def test_no_column_serves_two_fields(kind: Kind) -> None:
    headings = [
        "Tên",
        "Họ và tên",
        "Địa chỉ",
        "Nơi ở",
        "Số",
        "Ngày",
        "MST",
        "MSDN",
        "CCCD",
        "Ngày cấp",
        "Nam",
        "Nữ",
        "Đơn vị",
    ]
    used = [
        index for field, source in map_columns(kind, headings, []).items() if field != "sex" for index in source.columns
    ]
    assert len(used) == len(set(used))


def test_without_any_heading_the_cells_tell() -> None:
    row = [
        1.0,
        "Tạp hóa Sáu",
        "Trần Thị Sáu",
        "092180001234",
        912345678.0,
        "57A8012345",
        date(2020, 5, 1),
        "12 Nguyễn Huệ, xã Thới Lai",
    ]
    sample = [[float(number), *row[1:]] for number in range(1, 5)]
    found = map_columns(Kind.HOUSEHOLD, [""] * len(row), sample)
    assert {name: source.columns for name, source in found.items()} == {
        "name": (1,), "owner": (2,), "id_number": (3,), "phone": (4,), "certificate_no": (5,), "certificate_date": (6,),
        "business_address": (7,),
    }  # fmt: skip


def test_a_mark_or_a_short_form_beside_names_is_no_given_name() -> None:
    for cell in ("x", "TNHH"):
        found = map_columns(Kind.CITIZEN, ["Họ và tên", "", "Ngày sinh"], [["Trần Văn An", cell, "2003"]] * 4)
        assert found["name"] == Source((0,))


def test_cells_of_a_list_that_stands_to_the_left_are_not_taken() -> None:
    row = ["Lê Văn Bảy", "0912345678", "", "Trần Văn An", "2003"]
    found = map_columns(Kind.CITIZEN, ["", "", "", "Họ và tên", "Ngày sinh"], [row] * 4)
    assert set(found) == {"name", "birth_date"}


def test_names_under_a_heading_that_is_not_understood_are_found() -> None:
    found = map_columns(Kind.CITIZEN, ["STT", "Quý vị", "Số CCCD"], [["1", "Trần Văn An", "092203001234"]] * 4)
    assert found["name"] == Source((1,))


@pytest.mark.parametrize(
    ("headings", "row", "kind"),
    [
        (["Họ và tên", "CCCD", "Địa chỉ", "Số ĐKKD"], ["Lê Út", "092180001234", "ấp 3", ""], Kind.HOUSEHOLD),
        (["Tên đơn vị", "MST", "Địa chỉ"], ["Công ty TNHH Sáu", "1801234567", "ấp 3"], Kind.ENTERPRISE),
        (["Tên DN", "MSDN", "Giám đốc"], ["", "", ""], Kind.ENTERPRISE),
        (["Họ và tên", "Ngày sinh", "Địa chỉ"], ["Lê Út", date(2004, 1, 2), "ấp 3"], Kind.CITIZEN),
        (["Họ và tên", "Trường"], ["Lê Út", "ĐH Cần Thơ"], Kind.CITIZEN),
        (["Họ và tên", "Ngày sinh", "Vốn KD (đồng)"], ["Lê Út", "2004", ""], Kind.CITIZEN),
        (["Họ và tên chủ hộ", "Ngày sinh"], ["Lê Út", "2004"], Kind.HOUSEHOLD),
        (["Họ và tên", "Ngày sinh", "Địa chỉ"], ["Lê Út", "1960", "ấp 3"], None),
        (["Họ và tên", "Địa chỉ"], ["Lê Út", "ấp 3"], None),
        (["", "", ""], ["Tạp hóa Út", "Lê Văn Út", "57A8012345"], Kind.HOUSEHOLD),
        (["", "", ""], ["DNTN Út", "1801234567", "Lê Văn Út"], Kind.ENTERPRISE),
        ([], [], None),
    ],
)
def test_the_likely_kind(headings: list[str], row: list[Any], kind: Kind | None) -> None:
    assert likely_kind(headings, [row] * 4) is kind
