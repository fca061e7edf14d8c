"""Every form of file that a list comes in, and what a sheet says beyond its values."""

import contextlib
import io
import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msoffcrypto.format.ooxml
import openpyxl
import pytest
import xlsxwriter

from vnpresence_desktop.documents.reading.workbook import PasswordNeeded, Sheet, read_workbook
from vnpresence_desktop.domain.problems import UserError

MakeBook = Callable[..., Path]
SAMPLES = Path(__file__).parents[2] / "samples"
SPACES = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'


def read(path: Path) -> Sheet:
    return read_workbook(path).sheets[0]


def texts(sheet: Sheet) -> list[list[Any]]:
    return [["" if cell is None else cell for cell in row] for row in sheet.rows]


def web(tmp_path: Path, table: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "xuất.xls"
    path.write_bytes(f'<html><meta charset="{encoding}"><body>{table}</body></html>'.encode(encoding))
    return path


def xml(tmp_path: Path, rows: str) -> Path:
    path = tmp_path / "cũ.xls"
    path.write_text(
        f'<?xml version="1.0"?><Workbook {SPACES}><Worksheet ss:Name="DS"><Table>{rows}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    return path


def test_a_web_page_named_xls_with_cells_that_span(tmp_path: Path) -> None:
    table = (
        "<table><tr><th colspan=2>Họ và tên</th><th rowspan=2>Ấp</th></tr><tr><td>Lê</td><td>Mơ</td></tr>"
        "<tr><td>Võ</td><td>T&aacute;m</td><td>Ấp Hai</td></tr></table>"
    )
    sheet = read(web(tmp_path, table))
    assert texts(sheet)[0][0] == "Họ và tên"
    assert texts(sheet)[1][:2] == ["Lê", "Mơ"]
    assert texts(sheet)[2] == ["Võ", "Tám", "Ấp Hai"]
    assert (1, 0, 1, 1) in sheet.merged


def test_each_table_of_a_web_page_is_a_sheet_in_whatever_encoding(tmp_path: Path) -> None:
    page = web(tmp_path, "<table><tr><td>Một</td></tr></table><table><tr><td>Hai</td></tr></table>", "utf-16")
    assert [one.rows[0][0] for one in read_workbook(page).sheets] == ["Một", "Hai"]


def test_spreadsheet_xml_of_2003(tmp_path: Path) -> None:
    rows = (
        '<Row><Cell><Data ss:Type="String">Họ tên</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">5</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell><Data ss:Type="DateTime">2003-02-01T00:00:00.000</Data></Cell></Row>'
    )
    found = texts(read(xml(tmp_path, rows)))
    assert found[0][:3] == ["Họ tên", "", 5]
    assert found[2][0] == date(2003, 2, 1)


@pytest.mark.parametrize(
    "rows",
    [
        '<Row ss:Index="1000000000"><Cell><Data ss:Type="String">x</Data></Cell></Row>',
        '<Row><Cell ss:Index="1000000000"><Data ss:Type="String">x</Data></Cell></Row>',
        "<Row>" * 5_000,
    ],
)
def test_hostile_xml_is_refused_in_plain_words(tmp_path: Path, rows: str) -> None:
    with pytest.raises(UserError) as refused:
        read(xml(tmp_path, rows))
    assert refused.value.advice


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td colspan=100000 rowspan=100000>x</td></tr><tr><td>y</td></tr></table>",
        "<table><tr>" + "<td rowspan=60000 colspan=900>x</td>" * 50 + "</tr></table>",
        "<div>" * 100_000 + "<table><tr><td>x</td></tr></table>",
    ],
)
def test_a_hostile_web_page_is_read_or_refused(tmp_path: Path, table: str) -> None:
    cells = 0
    with contextlib.suppress(UserError):
        cells = sum(len(row) for one in read_workbook(web(tmp_path, table)).sheets for row in one.rows)
    assert cells < 6_000_000


def test_a_password_is_asked_for_and_opens_the_file(book: MakeBook, tmp_path: Path) -> None:
    path = tmp_path / "khóa.xlsx"
    clear = io.BytesIO(book([["Họ tên"], ["Lê Mơ"]], name="rõ.xlsx").read_bytes())
    with path.open("wb") as file:
        msoffcrypto.format.ooxml.OOXMLFile(clear).encrypt("mật khẩu 1", file)
    with pytest.raises(PasswordNeeded, match="có mật khẩu"):
        read(path)
    with pytest.raises(PasswordNeeded, match="chưa đúng"):
        read_workbook(path, password="mật khẩu 2")
    assert texts(read_workbook(path, password="mật khẩu 1").sheets[0]) == [["Họ tên"], ["Lê Mơ"]]


def test_what_a_sheet_says_beyond_its_values(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path), {"date_1904": True})
    sheet, old = made.add_worksheet(), made.add_format({"font_name": ".VnTime"})
    sheet.write_row(0, 0, ["Họ tên", "Ngày"])
    sheet.write_string(1, 0, "NguyÔn", old)
    sheet.write_datetime(1, 1, date(2003, 2, 1), made.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_string(2, 0, "ẩn")
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.merge_range(4, 0, 4, 2, "Cộng")
    made.close()
    found = read(path)
    assert found.rows[1][1] == date(2003, 2, 1)
    assert found.hidden_rows == {3}
    assert dict(found.fonts) == {(2, 0): ".VnTime"}
    assert found.merged == ((5, 0, 5, 2),)


def test_a_formula_saved_without_its_value_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = openpyxl.Workbook()
    made.active.append(["Họ tên", "Số"])
    made.active.append(["Lê Mơ", "=1+1"])
    made.save(path)
    assert read(path).without_value == {(2, 1)}


def test_many_empty_rows_with_a_look_cost_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet, look = made.add_worksheet(), made.add_format({"bg_color": "#FFFF00"})
    sheet.write_row(0, 0, ["Họ tên", "Số"])
    for row in range(1, 50_000):
        sheet.write_blank(row, 0, None, look)
    made.close()
    assert texts(read(path))[0] == ["Họ tên", "Số"]


def _cyclic(data: bytes) -> bytes:
    """An .xls whose first sectors name themselves as their successors ([MS-CFB] 2.3)."""
    spoilt = bytearray(data)
    table = 512 * (struct.unpack_from("<I", spoilt, 76)[0] + 1)
    for sector in range(60):
        if struct.unpack_from("<I", spoilt, table + 4 * sector)[0] < 0xFFFF_FFF0:
            struct.pack_into("<I", spoilt, table + 4 * sector, sector)
    return bytes(spoilt)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dòng dài.csv", b"Ho ten;So\n" + b"a" * 50_000_000),
        ("nhiều cột.csv", b";".join([b"x"] * 1_000_000)),
        ("nhiều ô.csv", b"a;b\n" * 3_000_000),
        ("vòng.xls", _cyclic((SAMPLES / "vni_times.xls").read_bytes())),
    ],
    ids=["line", "columns", "cells", "cycle"],
)
def test_what_has_no_end_is_refused_in_plain_words(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        read(path)
    assert name in refused.value.title
    assert refused.value.advice
