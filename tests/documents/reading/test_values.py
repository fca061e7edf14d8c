"""What cells mean: numbers, dates, names, codes, and what is told about them."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading import values
from vnpresence_desktop.domain.dates import parse_date, span
from vnpresence_desktop.domain.problems import Severity


def code(taken: values.Taken) -> str:
    return taken[1].code if taken[1] else ""


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("092062775047", "092062775047", ""),
        (" 092 062 775 047 ", "092062775047", ""),
        ("'092062775047", "092062775047", ""),
        ("092062775047 cấp ngày 01/02/2021", "092062775047", ""),
        (92062775047.0, "092062775047", "id_zero_restored"),
        ("92062775047", "092062775047", "id_zero_restored"),
        (1062775047.0, "1062775047", "id_ambiguous"),
        ("1801234567", "1801234567", "id_ambiguous"),
        (361234567.0, "361234567", ""),
        ("9,20628E+10", "", "number_lost"),
        ("9.2E+10", "", "number_lost"),
        (92062775047.5, "", "number_lost"),
        (float("nan"), "", "number_lost"),
        (float("inf"), "", "number_lost"),
        (1e20, "", "number_lost"),
        ("không có", "", ""),
        ("-", "", ""),
        ("#N/A", "", ""),
    ],
)
def test_id_numbers(cell: Any, value: str, told: str) -> None:
    taken = values.read_id(cell)
    assert (taken[0], code(taken)) == (value, told)


def test_what_is_told_of_an_id_keeps_the_original() -> None:
    restored, ambiguous, lost = (
        values.read_id(92062775047.0)[1],
        values.read_id("1062775047")[1],
        values.read_id("9,2E+10")[1],
    )
    assert restored
    assert ambiguous
    assert lost
    assert (restored.severity, dict(restored.values)) == (
        Severity.WARNING, {"original": "92062775047", "value": "092062775047"},
    )  # fmt: skip
    assert (ambiguous.severity, dict(ambiguous.values)["original"]) == (Severity.WARNING, "1062775047")
    assert (lost.severity, dict(lost.values)) == (Severity.ERROR, {"value": "9,2E+10"})


def test_the_short_way_says_what_the_long_way_says() -> None:
    assert values.read_id(92062775047.0) == values.read_id("92062775047")


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("1801234567", "1801234567", ""),
        (1801234567.0, "1801234567", ""),
        ("092062775047", "092062775047", ""),
        (92062775047.0, "092062775047", "tax_zero_restored"),
        (301000003.0, "0301000003", "tax_zero_restored"),
        (1801234567001.0, "1801234567-001", ""),
        ("1801234567-001", "1801234567-001", ""),
        ("1,8E+09", "", "number_lost"),
        ("chưa có", "", ""),
    ],
)
def test_tax_codes(cell: Any, value: str, told: str) -> None:
    taken = values.read_tax(cell)
    assert (taken[0], code(taken)) == (value, told)


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("57A8012345", "57A8012345", ""),
        ("57a8 012 345", "57A8012345", ""),
        ("092062775047", "092062775047", ""),
        (92062775047.0, "092062775047", "tax_zero_restored"),
        (1801234567.0, "1801234567", ""),
        ("Số 12/GP", "SỐ12/GP", ""),
        ("5,7E+10", "", "number_lost"),
        ("không", "", ""),
    ],
)
def test_certificate_numbers(cell: Any, value: str, told: str) -> None:
    taken = values.read_certificate(cell)
    assert (taken[0], code(taken)) == (value, told)


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("0912345678", "0912345678", ""),
        (912345678.0, "0912345678", ""),
        ("912 345 678", "0912345678", ""),
        ("+84 912.345.678", "0912345678", ""),
        ("0912345678 - 0939111222", "0912345678", "phone_several"),
        ("ĐT nhà/0939111222", "0939111222", "phone_several"),
        (2923812345.0, "02923812345", ""),
        ("không có", "", ""),
        ("gọi sau 17h", "gọi sau 17h", ""),
        ("9,1E+08", "", "number_lost"),
    ],
)
def test_phones(cell: Any, value: str, told: str) -> None:
    taken = values.read_phone(cell)
    assert (taken[0], code(taken)) == (value, told)


DATES = [
    (date(2003, 2, 1), "2003-02-01", ""),
    (datetime(2003, 2, 1, 8, 30), "2003-02-01", ""),  # noqa: DTZ001 - a cell has no time zone
    ("01/02/2003", "2003-02-01", ""),
    (" 1 - 2 - 2003 ", "2003-02-01", ""),
    ("01.02.2003", "2003-02-01", ""),
    ("010203", "2003-02-01", ""),
    (1022003.0, "2003-02-01", ""),
    (10203.0, "1927-12-07", ""),
    (2003.0, "2003", ""),
    ("2003", "2003", ""),
    ("5/2003", "2003-05", ""),
    (37653.0, "2003-02-01", ""),
    ("37653", "2003-02-01", ""),
    ("00/00/2003", "2003", ""),
    ("sinh năm 1985", "1985", ""),
    ("01/02/2003 08:30", "2003-02-01", ""),
    ("ngày 1 tháng 2 năm 2003", "2003-02-01", ""),
    ("02/13/2003", "2003-02-13", "date_swapped"),
    ("31/02/2003", "", "date_unreadable"),
    ("không nhớ", "", "date_unreadable"),
    ("2004-13-40", "", "date_unreadable"),
    ("15/2004", "", "date_unreadable"),
    ("2003/31/12", "", "date_unreadable"),
    (date(9999, 1, 1), "", "date_unreadable"),
    (True, "", "date_unreadable"),
    ("chưa rõ", "", ""),
    ("-", "", ""),
]


@pytest.mark.parametrize(("cell", "value", "told"), DATES)
def test_dates(cell: Any, value: str, told: str) -> None:
    taken = values.read_date("birth_date")(cell)
    assert (taken[0], code(taken)) == (value, told)


def test_an_unreadable_date_is_told_with_its_text() -> None:
    told = values.read_date("certificate_date")("31/02/2003")[1]
    assert told
    assert (told.field, told.severity, told.values) == (
        "certificate_date",
        Severity.WARNING,
        (("original", "31/02/2003"),),
    )


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("  TRẦN TRỌNG TƯỜNG ", "Trần Trọng Tường"),
        ("trần thị đẹp", "Trần Thị Đẹp"),
        ("Lê  Thị\u00a0Út", "Lê Thị Út"),
        ("Y Bla NIÊ", "Y Bla NIÊ"),
        ("ĐẶNG THỊ MỸ-ANH", "Đặng Thị Mỹ-Anh"),
        ("Tra\u0302\u0300n Va\u0306n An", "Trần Văn An"),
        ("không có", ""),
        ("Chưa rõ", ""),
        ("#N/A", ""),
        ("…", ""),
        ("-", ""),
        ("Na", "Na"),
        ("Trọng", "Trọng"),
    ],
)
def test_names_of_persons(cell: str, name: str) -> None:
    """What stands for nothing is no name; the names Na and Trọng are."""
    assert values.read_person(cell) == (name, None)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("CÔNG TY TNHH MTV SÁU", "CÔNG TY TNHH MTV SÁU"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        (" a\u00a0 b\n", "a b"),
        (5.0, "5"),
        (date(2003, 2, 1), "01/02/2003"),
        ("#REF!", ""),
        ("#1 Sáu", "#1 Sáu"),
    ],
)
def test_free_text_stays_as_it_is_but_clean(cell: Any, text: str) -> None:
    assert values.read_text(cell) == (text, None)


@pytest.mark.parametrize(
    ("field", "cell", "stored", "told"),
    [
        ("sex", "Nam", "male", ""),
        ("sex", "NỮ", "female", ""),
        ("sex", "nu", "female", ""),
        ("sex", "khác", "", "sex_unknown"),
        ("state", "Đang hoạt động", "active", ""),
        ("state", "NNT tạm nghỉ kinh doanh có thời hạn", "suspended", ""),
        ("state", "Đã giải thể", "ceased", ""),
        ("state", "bán chậm", "", "state_unknown"),
        ("wish", "Có", "wants", ""),
        ("wish", "Không có nhu cầu", "declined", ""),
    ],
)
def test_words_become_codes(field: str, cell: str, stored: str, told: str) -> None:
    taken = values.read_code(field)(cell)
    assert (taken[0], code(taken)) == (stored, told)


@pytest.mark.parametrize(
    ("cell", "member"), [("x", True), ("Có", True), (1.0, True), ("không", False), ("chưa", False), ("?", None)]
)
def test_members_of_the_union(cell: Any, member: bool | None) -> None:
    assert values.read_member(cell)[0] is member


@pytest.mark.parametrize(
    ("cell", "hamlet"), [("3", "Ấp 3"), ("không có", ""), ("chưa rõ", ""), ("#REF!", ""), ("x", ""), (3.0, "Ấp 3")]
)
def test_a_hamlet_or_nothing(cell: Any, hamlet: str) -> None:
    assert values.read_hamlet("Ấp")(cell) == (hamlet, None)


@given(st.text(max_size=50))
def test_the_short_way_of_cleaning_changes_nothing(text: str) -> None:
    assert values.tidy(text) == values.clean(text)


@given(st.from_regex(r"[0-9]{2}/[01][0-9]/(1[89]|20|21)[0-9]{2}", fullmatch=True))
def test_the_short_way_reads_dates_as_the_long_way_does(text: str) -> None:
    assert values._usual_date(text) in (None, parse_date(text))
    assert (values._usual_date(text) is None) == (parse_date(text) is None)


ANY_CELL = st.one_of(
    st.text(max_size=40), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes(), st.none(),
    st.from_regex(r"[\d ./,+\-eE]{1,16}", fullmatch=True),
)  # fmt: skip
READERS = [
    values.read_id, values.read_tax, values.read_certificate, values.read_phone, values.read_email, values.read_text,
    values.read_person, values.read_member, values.read_hamlet("Ấp"), values.read_code("sex"), values.read_code("state"),
]  # fmt: skip


@given(ANY_CELL)
def test_no_cell_raises(cell: Any) -> None:
    for reader in READERS:
        value, told = reader(cell)
        assert value is None or isinstance(value, str | bool)
        assert told is None or told.field


@given(ANY_CELL)
def test_every_date_is_one_that_can_be_stored(cell: Any) -> None:
    value, told = values.read_date("founded")(cell)
    assert value == "" or span(str(value))
    assert told is None or told.code in ("date_unreadable", "date_swapped")
