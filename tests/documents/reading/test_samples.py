"""The sample lists mean what their truth files say, in every column and every row."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from vnpresence_desktop.documents.reading.columns import likely_kind
from vnpresence_desktop.documents.reading.lists import ReadList, read_list
from vnpresence_desktop.documents.reading.table import Skip, find_table
from vnpresence_desktop.documents.reading.workbook import read_workbook
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind

SAMPLES = Path(__file__).parents[2] / "samples"
SEX = {"Nam": "male", "Nữ": "female"}

HOUSEHOLD = {
    "biz": "name", "owner": "owner", "sex": "sex", "dob": "birth_date", "cccd": "id_number", "mst": "tax_code",
    "reg": "certificate_no", "regd": "certificate_date", "addr": "business_address", "trade": "trade", "phone": "phone",
}  # fmt: skip
ENTERPRISE = {
    "name": "name", "mst": "tax_code", "founded": "founded", "rep": "representative", "phone": "phone", "addr": "address",
    "email": "email",
}  # fmt: skip
CITIZEN = {
    "name": "name", "sex": "sex", "dob": "birth_date", "cccd": "id_number", "addr": "home_address", "phone": "phone",
    "school": "school",
}  # fmt: skip
LISTS = [
    ("ho_kinh_doanh", Kind.HOUSEHOLD, HOUSEHOLD, 5, 6),
    ("doanh_nghiep_moi", Kind.ENTERPRISE, ENTERPRISE, 3, 4),
    ("thanh_nien", Kind.CITIZEN, CITIZEN, 1, 2),
]


def truth(name: str) -> list[dict[str, str]]:
    with (SAMPLES / f"{name}.truth.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def read() -> dict[str, ReadList]:
    return {name: read_list(SAMPLES / f"{name}.xlsx", kind) for name, kind, *_ in LISTS}


@pytest.mark.parametrize(("name", "kind", "fields", "header", "first"), LISTS)
def test_every_value_is_the_true_one(
    read: dict[str, ReadList], name: str, kind: Kind, fields: dict[str, str], header: int, first: int
) -> None:
    found = read[name]
    assert found.header_row == header
    wanted = [
        {field: SEX.get(row[column], row[column]) for column, field in fields.items()} | {"source": f"file:{name}.xlsx"}
        for row in truth(name)
    ]
    got = [{field: to_values(item.record)[field] for field in (*fields.values(), "source")} for item in found.rows]
    assert got == wanted
    assert all(item.record.KIND is kind for item in found.rows)
    assert set(found.columns) == set(fields.values())
    assert [item.row for item in found.rows] == list(range(first, first + len(wanted)))


@pytest.mark.parametrize("name", [name for name, *_ in LISTS])
def test_every_row_below_the_heading_is_accounted_for(read: dict[str, ReadList], name: str) -> None:
    found = read[name]
    rows = [item.row for item in found.rows] + [item.row for item in found.skipped]
    assert sorted(rows) == list(range(found.header_row + 1, max(rows) + 1))


def test_the_total_and_the_signature_are_no_households(read: dict[str, ReadList]) -> None:
    said = [(item.reason, item.text) for item in read["ho_kinh_doanh"].skipped if item.reason is not Skip.BLANK]
    assert said == [
        (Skip.TOTAL, "Tổng cộng 240 hộ"),
        (Skip.FOOTER, "NGƯỜI LẬP BIỂU"),
        (Skip.FOOTER, "Trần Thị Kim Ngân"),
    ]


def test_lost_zeros_are_told_and_leave_the_number_unconfirmed(read: dict[str, ReadList]) -> None:
    row = next(item for item in read["ho_kinh_doanh"].rows if item.row == 8)
    told = [(item.field, item.code, dict(item.values)) for item in row.problems if item.field == "id_number"]
    assert told == [("id_number", "id_zero_restored", {"original": "92066264978", "value": "092066264978"})]
    assert row.record.unconfirmed == ("id_number",)


def test_hamlets_come_from_the_address_or_are_told_to_be_unknown(read: dict[str, ReadList]) -> None:
    hamlets = Counter(item.record.hamlet for item in read["ho_kinh_doanh"].rows)
    assert hamlets["Ấp Bình Yên"] == 13
    unknown = [item for item in read["ho_kinh_doanh"].rows if item.record.hamlet == "Chưa rõ"]
    assert unknown
    assert all("hamlet_unknown" in {trouble.code for trouble in item.problems} for item in unknown)
    assert all("ấp" not in str(to_values(item.record)["business_address"]) for item in unknown)


def test_no_sample_has_an_error(read: dict[str, ReadList]) -> None:
    codes = Counter(trouble.code for found in read.values() for item in found.rows for trouble in item.problems)
    assert set(codes) == {"id_zero_restored", "hamlet_unknown", "name_case"}
    assert all(found.problems == () for found in read.values())


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kind, *_ in LISTS])
def test_the_kind_is_known_by_the_list_itself(name: str, kind: Kind) -> None:
    (sheet,) = read_workbook(SAMPLES / f"{name}.xlsx").sheets
    table = find_table(sheet)
    assert table is not None
    sample = [sheet.rows[number - 1] for number in table.rows[:60]]
    assert likely_kind(table.headings, sample) is kind
    assert likely_kind([""] * len(table.headings), sample) is kind, "also without its headings"
