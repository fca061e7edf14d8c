"""Names of persons in cells."""

import pytest

from vnpresence_desktop.documents.reading.values.names import person_reader
from vnpresence_desktop.domain.problems import Severity


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("  TRẦN TRỌNG TƯỜNG ", "Trần Trọng Tường"),
        ("NGUYỄN THỊ BÉ BA", "Nguyễn Thị Bé Ba"),
        ("trần thị đẹp", "Trần Thị Đẹp"),
        ("ĐẶNG THỊ MỸ-ANH", "Đặng Thị Mỹ-Anh"),
        ("K'SOR Y BLƠ", "K'Sor Y Blơ"),
    ],
)
def test_capitals_and_small_letters_are_offered_in_name_case(cell: str, name: str) -> None:
    value, trouble, original = person_reader("owner")(cell)
    assert trouble
    assert (value, trouble.field, trouble.code, trouble.severity) == (name, "owner", "name_case", Severity.HINT)
    assert original == dict(trouble.values)["original"] == cell.strip()


@pytest.mark.parametrize("cell", ["NGUYỄN THỊ BÉ BA", "trần thị đẹp"])
def test_a_person_may_keep_them_as_typed(cell: str) -> None:
    assert person_reader("name", as_typed=True)(cell) == (cell, None, "")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Lê  Thị\u00a0Út", "Lê Thị Út"),
        ("Y Bla NIÊ", "Y Bla NIÊ"),
        ("Tra\u0302\u0300n Va\u0306n An", "Trần Văn An"),
        ("Ý", "Ý"),
        ("không có", ""),
        ("Chưa rõ", ""),
        ("#N/A", ""),
        ("…", ""),
        ("-", ""),
        ("Na", "Na"),
        ("Trọng", "Trọng"),
    ],
)
def test_other_names_stay(cell: str, name: str) -> None:
    """What stands for nothing is no name; the names Na and Trọng are."""
    assert person_reader("name")(cell) == (name, None, "")
