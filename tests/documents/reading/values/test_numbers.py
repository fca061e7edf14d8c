"""ID numbers, tax codes, certificate numbers in cells: zeros, lost digits, words around them."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.values.cells import Taken
from vnpresence_desktop.documents.reading.values.numbers import certificate_reader, id_reader, tax_reader
from vnpresence_desktop.domain.problems import Severity


def told(taken: Taken) -> tuple[Any, str, str]:
    """Value, code of the problem, original."""
    return taken[0], taken[1].code if taken[1] else "", taken[2]


@pytest.mark.parametrize(
    ("cell", "value", "code", "original"),
    [
        ("092062775047", "092062775047", "", ""),
        (" 092 062 775 047 ", "092062775047", "", ""),
        ("'092062775047", "092062775047", "", ""),
        (92062775047.0, "092062775047", "id_zero_restored", "92062775047"),
        (92062775047, "092062775047", "id_zero_restored", "92062775047"),
        ("92062775047", "092062775047", "id_zero_restored", "92062775047"),
        ("92 062 775 047", "092062775047", "id_zero_restored", "92 062 775 047"),
        (1062775047.0, "1062775047", "id_ambiguous", ""),
        ("1801234567", "1801234567", "id_ambiguous", ""),
        ("9204001234", "9204001234", "", ""),
        ("09220400123", "09220400123", "", ""),
    ],
)
def test_digits_and_their_lost_zeros(cell: Any, value: str, code: str, original: str) -> None:
    assert told(id_reader()(cell)) == (value, code, original)


@pytest.mark.parametrize(
    "cell",
    ["9,20628E+10", "9.2E+10", "9.20628E+10", 9.20628e10, 92062775047.5, float("nan"), float("inf"), 1e20, "9 E+10"],
)
def test_digits_that_excel_lost_are_asked_for(cell: Any) -> None:
    value, trouble, original = id_reader()(cell)
    assert trouble
    assert (value, trouble.code, trouble.severity) == ("", "number_lost", Severity.ERROR)
    assert original == dict(trouble.values)["value"]


@pytest.mark.parametrize("cell", ["không có", "-", "#N/A", "chưa cấp", "đang làm", "Xem lại", "0", "x", "mất"])
@pytest.mark.parametrize("reader", [id_reader(), tax_reader(), certificate_reader()])
def test_no_number_at_all_is_blank_and_no_error(reader: Any, cell: str) -> None:
    assert reader(cell) == ("", None, "")


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("092062775047 cấp ngày 01/02/2021", "092062775047", "value_inside"),
        ("092062775047 (cũ 361234567)", "092062775047", "value_inside"),
        ("CCCD: 092 062 775 047", "092062775047", "value_inside"),
        ("CCCD 0920 6277 5047", "092062775047", "value_inside"),
        ("CMND cũ 361234567", "", "id_old_card_left"),
        (361234567.0, "", "id_old_card_left"),
        (12345678.0, "", "id_old_card_left"),
        ("361 234 567", "", "id_old_card_left"),
        ("B1234567", "", "value_unclear"),
        ("hộ chiếu", "", "value_unclear"),
        ("09220400123O", "", "value_unclear"),
        ("092062775047 hoặc 092062775048", "", "value_unclear"),
    ],
)
def test_a_number_among_words_where_it_is_certain_else_the_words_are_kept(cell: Any, value: str, code: str) -> None:
    seen = str(int(cell)) if isinstance(cell, float) else cell
    taken = id_reader()(cell)
    assert told(taken) == (value, code, seen)
    assert taken[1]
    assert taken[1].severity is (Severity.HINT if value else Severity.WARNING)
    assert dict(taken[1].values)["original"] == seen


@pytest.mark.parametrize("cell", [92062775047.0, "92062775047"])
def test_a_person_says_what_becomes_of_lost_zeros(cell: Any) -> None:
    assert told(id_reader(zeros=True)(cell)) == ("092062775047", "", "92062775047")
    assert told(id_reader(zeros=False)(cell)) == ("92062775047", "", "")


def test_two_zeros_are_put_back_once_a_person_has_said_so() -> None:
    """The fourth digit of an ID number says the century: 1801234567 would be born after 2300, it is a tax code."""
    assert told(id_reader(zeros=True)(1062775047.0)) == ("001062775047", "", "1062775047")
    assert told(id_reader(zeros=True)("1801234567")) == ("1801234567", "id_ambiguous", "")
    assert told(id_reader(zeros=False)("1062775047")) == ("1062775047", "", "")


def test_the_short_way_says_what_the_long_way_says() -> None:
    assert id_reader()(92062775047.0) == id_reader()("92062775047")


@pytest.mark.parametrize(
    ("cell", "value", "code", "original"),
    [
        ("1801234567", "1801234567", "", ""),
        (1801234567.0, "1801234567", "", ""),
        ("092062775047", "092062775047", "", ""),
        (92062775047.0, "092062775047", "tax_zero_restored", "92062775047"),
        (301000003.0, "0301000003", "tax_zero_restored", "301000003"),
        (1801234567001.0, "1801234567-001", "", ""),
        ("1801234567-001", "1801234567-001", "", ""),
        ("1,8E+09", "", "number_lost", "1,8E+09"),
        (1.8e9, "", "number_lost", "1800000000"),
        ("MST: 0301000003", "0301000003", "value_inside", "MST: 0301000003"),
        ("chủ hộ 092062775047", "092062775047", "value_inside", "chủ hộ 092062775047"),
        ("gọi 0912345678", "", "value_unclear", "gọi 0912345678"),
        ("đang chờ thuế cấp", "", "value_unclear", "đang chờ thuế cấp"),
    ],
)
def test_tax_codes(cell: Any, value: str, code: str, original: str) -> None:
    assert told(tax_reader()(cell)) == (value, code, original)


@pytest.mark.parametrize(
    ("cell", "value", "code", "original"),
    [
        ("57A8012345", "57A8012345", "", ""),
        ("57a8 012 345", "57A8012345", "", ""),
        ("092062775047", "092062775047", "", ""),
        (92062775047.0, "092062775047", "tax_zero_restored", "92062775047"),
        (1801234567.0, "1801234567", "", ""),
        ("Số 12/GP", "SỐ12/GP", "", ""),
        ("5,7E+10", "", "number_lost", "5,7E+10"),
    ],
)
def test_certificate_numbers(cell: Any, value: str, code: str, original: str) -> None:
    assert told(certificate_reader()(cell)) == (value, code, original)


@pytest.mark.parametrize("reader", [tax_reader, certificate_reader])
def test_a_person_says_it_for_codes_too(reader: Any) -> None:
    assert told(reader(zeros=True)(301000003.0)) == ("0301000003", "", "301000003")
    assert told(reader(zeros=False)(301000003.0)) == ("301000003", "", "")


@given(st.from_regex(r"\A0[1-9][0-9]{10}\Z"))
def test_every_id_number_comes_back_from_a_number_cell(number: str) -> None:
    assume(not number.endswith("00000"))
    assert id_reader()(float(number))[0] == number
    assert id_reader(zeros=True)(int(number))[0] == number
