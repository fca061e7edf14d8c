"""Text files of cells: encodings, separators, line breaks inside cells."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.delimited import decode, read_rows, separator
from vnpresence_desktop.domain.problems import UserError

LINES = 'Họ và tên;Địa chỉ\n"Trần Thị Sáu";"ấp Thới Phước, xã\nThới Lai"\n'
ROWS = [["Họ và tên", "Địa chỉ"], ["Trần Thị Sáu", "ấp Thới Phước, xã\nThới Lai"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-sig"])
def test_unicode_is_known_by_its_bytes(tmp_path: Path, encoding: str) -> None:
    data = b"\xff\xfe" + LINES.encode("utf-16-le") if encoding == "utf-16-le-sig" else LINES.encode(encoding)
    path = tmp_path / "ds.csv"
    path.write_bytes(data)
    assert read_rows(path) == ROWS


def test_the_code_page_of_vietnamese_windows_is_read() -> None:
    assert (
        decode(b"H\xf4\xf2 Tr\xe2\xcc n V\xe3n;\xd0i\xf2a chi\xd2".replace(b"\xcc n", b"\xccn"))
        == "Hộ Trần Văn;Địa chỉ"
    )


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b\nc,d", ","),
        ("a;b,x\nc;d\n", ";"),
        ("a\tb, c, d\ne\tf", "\t"),
        ("a|b\nc|d", "|"),
        ("", ","),
        ("một cột", ","),
    ],
)
def test_the_separator(text: str, sign: str) -> None:
    assert separator(text) == sign


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text('a,b\n"' + "x" * 200_000, encoding="utf-8")
    with pytest.raises(UserError, match="hỏng"):
        read_rows(path)


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(separator(decode(data)), str)
