"""Phone numbers and e-mail addresses in cells."""

from typing import Any

import pytest

from vnpresence_desktop.documents.reading.values.contacts import phone_reader, read_email
from vnpresence_desktop.domain.problems import Severity


@pytest.mark.parametrize(
    ("cell", "value", "code", "original"),
    [
        ("0912345678", "0912345678", "", ""),
        (912345678.0, "0912345678", "", "912345678"),
        ("912 345 678", "0912345678", "", "912 345 678"),
        ("0912.345.678", "0912345678", "", ""),
        ("+84 912.345.678", "0912345678", "", "+84 912.345.678"),
        (84912345678.0, "0912345678", "", "84912345678"),
        (2923812345.0, "02923812345", "", "2923812345"),
        ("0912345678 - 0939111222", "0912345678", "phone_several", "0912345678 - 0939111222"),
        ("0912345678 0939111222", "0912345678", "phone_several", "0912345678 0939111222"),
        ("ĐT nhà/0939111222", "0939111222", "value_inside", "ĐT nhà/0939111222"),
        ("0912 345 678 (Zalo)", "0912345678", "value_inside", "0912 345 678 (Zalo)"),
        ("0912345678/0912345678", "0912345678", "value_inside", "0912345678/0912345678"),
        ("01689123456", "0389123456", "phone_renewed", "01689123456"),
        (1689123456.0, "0389123456", "phone_renewed", "1689123456"),
        ("0168.912.3456", "0389123456", "phone_renewed", "0168.912.3456"),
        ("0710 3812345", "02923812345", "phone_renewed", "0710 3812345"),
        ("01009123456", "01009123456", "", ""),
        ("091234567", "091234567", "", ""),
        ("092062775047", "092062775047", "", ""),
        ("không có", "", "", ""),
        ("đang làm", "", "", ""),
        ("gọi sau 17h", "", "value_unclear", "gọi sau 17h"),
        ("9,1E+08", "", "number_lost", "9,1E+08"),
    ],
)
def test_phones(cell: Any, value: str, code: str, original: str) -> None:
    taken = phone_reader()(cell)
    assert (taken[0], taken[1].code if taken[1] else "", taken[2]) == (value, code, original)


def test_a_new_number_for_an_old_one_is_a_hint() -> None:
    trouble = phone_reader()("01689123456")[1]
    assert trouble
    assert (trouble.severity, dict(trouble.values)) == (
        Severity.HINT, {"original": "01689123456", "value": "0389123456"},
    )  # fmt: skip


def test_zeros_are_left_away_where_a_person_says_so() -> None:
    assert phone_reader(zeros=False)(912345678.0) == ("912345678", None, "")
    assert phone_reader(zeros=False)("912 345 678") == ("912345678", None, "")
    assert phone_reader(zeros=True)(912345678.0) == ("0912345678", None, "912345678")


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("a@b.vn", "a@b.vn", ""),
        (" a@b. vn; ", "a@b.vn", ""),
        ("a@b.vn; c@d.vn", "a@b.vn", "value_inside"),
        ("Email: a@b.vn", "a@b.vn", "value_inside"),
        ("a@gmail", "a@gmail", ""),
        ("a.gmail.com", "a.gmail.com", ""),
        ("không có", "", ""),
        ("chị Sáu giữ", "", "value_unclear"),
    ],
)
def test_addresses(cell: str, value: str, code: str) -> None:
    taken = read_email(cell)
    assert (taken[0], taken[1].code if taken[1] else "") == (value, code)
    assert taken[2] == ("" if value in ("", cell) and not code else cell.strip())
