"""What cells look like, one by one and as a column."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading import looks

EXAMPLES = {
    looks.is_person: (
        ["Nguyễn Văn An", "THẠCH THỊ NEANG", "Le Ut"],
        ["An", "Tạp hóa Sáu", "Trần An 2", "Lê, Bảy", 5.0],
    ),
    looks.is_household: (
        ["Tạp hóa Sáu", "HKD Trần Văn An", "CỬA HÀNG 3"],
        ["Công ty Sáu", "Trần Văn An", "Mayo", None],
    ),
    looks.is_enterprise: (["Công ty TNHH Sáu", "DNTN Bảy", "CTY CP An"], ["Tạp hóa Công Ty", "Công Phượng", 1.0]),
    looks.is_person_number: (["092203001234", 92203001234.0, "092 203 001 234"], ["0912345678", 912345678.0, "x"]),
    looks.is_phone: (["0912345678", 912345678.0, "+84912345678", "0912.345.678"], ["0112345678", "092203001234", ""]),
    looks.is_sure_tax_number: (["0100109106", "0100109106-001"], ["0912345678", "123", "0100109107"]),
    looks.is_certificate: (["57A8012345", "57a8012345"], ["5780123456", "Số 5"]),
    looks.is_date: ([date(2003, 1, 2), "1/2/2003", 2003.0, "02/2003"], ["2003001234", "1/2/03x", 20030.0]),
    looks.is_young: ([date(2004, 1, 2), "2003"], ["1980", date(1975, 1, 1), "x"]),
    looks.is_hamlet: (["Ấp Thới Phước", "KV 3"], ["Ấp 3, xã Thới Lai", "Thới Phước"]),
    looks.is_address: (["12 Nguyễn Huệ, phường Thốt Nốt", "ấp Thới Phước"], ["Nam", "Trần Văn An", 12.0]),
    looks.is_mail: (["a@b.vn"], ["a@b", "a b@c.vn", None]),
    looks.is_sex: (["Nam", "NỮ"], ["Năm mươi", "x"]),
}


@pytest.mark.parametrize("look", EXAMPLES, ids=lambda look: look.__name__)
def test_each_look(look: Any) -> None:
    right, wrong = EXAMPLES[look]
    assert [cell for cell in right if not look(cell)] == []
    assert [cell for cell in wrong if look(cell)] == []


def test_of_two_columns_of_days_the_earlier_is_the_birth() -> None:
    row = ["Tạp hóa Út", "57A8012345", "01/02/2020", "03/04/1980"]
    assert [found.name for found in looks.meanings_by_content([row] * 3)] == [
        "household_name", "certificate_no", "certificate_date", "birth_date",
    ]  # fmt: skip


def test_a_single_recent_day_beside_businesses_is_no_birth() -> None:
    names = [found.name for found in looks.meanings_by_content([["Công ty Út", "01/02/2025"]] * 3)]
    assert names == ["enterprise_name", "certificate_date"]


def test_each_meaning_is_given_once() -> None:
    row = ["0912345678", "0912345679"]
    assert [found.name for found in looks.meanings_by_content([row] * 3)] == ["phone", ""]


@pytest.mark.parametrize(
    ("cells", "counts"), [([1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 4.0, 5.0], True), ([3.0, 9.0, 1.0], False)]
)
def test_a_column_that_counts(cells: list[Any], counts: bool) -> None:
    assert (looks.name_of(cells) == "ordinal") is counts


CELLS = st.one_of(st.none(), st.booleans(), st.text(max_size=20), st.floats(), st.integers(), st.dates())


@given(st.lists(st.lists(CELLS, max_size=4), max_size=6))
def test_no_cells_raise(rows: list[list[Any]]) -> None:
    assert len(looks.meanings_by_content(rows)) == max(map(len, rows), default=0)
