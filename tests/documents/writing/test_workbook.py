"""The workbook as other programs see it: openpyxl for types and settings, LibreOffice for the printed page."""

import os
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from vnpresence_desktop.documents.writing import phrases
from vnpresence_desktop.documents.writing.workbook import write_xlsx
from vnpresence_desktop.domain.figures import Figure, Measure
from vnpresence_desktop.domain.report import Align, Column, Rate, Report, Table
from vnpresence_desktop.domain.text import clean

LABEL = "Ký bằng danh tính kỹ thuật A&B 3F:A2, không phải chữ ký số của cơ quan"
TABLE_SHEETS = ["Bảng 1", "Bảng 2", "Bảng 3", "Bảng 4", "Bảng 5"]


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def tables(report: Report) -> Iterator[Table]:
    return (block for block in report.blocks if isinstance(block, Table))


def row_of(sheet: Any, first: str) -> int:
    """The row in which a cell holds just this text."""
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == first)


def body(sheet: Any, table: Table) -> list[list[Any]]:
    """The rows under the headings as openpyxl reads them."""
    top = sheet.freeze_panes and int("".join(filter(str.isdigit, sheet.freeze_panes)))
    count = len(table.rows) + (table.total is not None)
    return [list(row) for row in sheet.iter_rows(top, top + count - 1, 1, len(table.columns))]


def one_table(report: Report, *rows: tuple[Any, ...], columns: int = 2) -> Report:
    heads = tuple(Column(f"Cột {index}", 1) for index in range(columns))
    return replace(report, blocks=(Table(1, "Một bảng", heads, rows),))


def test_there_is_a_sheet_a_table_and_one_for_machines(report: Report) -> None:
    book = opened(write_xlsx(report))
    assert book.sheetnames == [*TABLE_SHEETS, "Du_lieu"]
    assert book.active.title == "Bảng 1"


def test_every_cell_has_its_value_and_type(report: Report) -> None:
    book = opened(write_xlsx(report))
    for table in tables(report):
        rows = body(book[f"Bảng {table.number}"], table)
        expected = [*table.rows, *([table.total] if table.total else [])]
        for cells, row in zip(rows, expected, strict=True):
            for cell, value in zip(cells, row, strict=True):
                match value:
                    case None:
                        assert cell.value is None
                    case Rate(part, of) if of:
                        assert cell.value == pytest.approx(part / of, abs=1e-12)
                        assert "0.0%" in cell.number_format
                    case Rate():
                        assert (cell.value, cell.data_type) == ("–", "s")
                    case int():
                        assert (cell.value, type(cell.value)) == (value, int)
                        assert "#,##0" in cell.number_format
                    case str():
                        assert (cell.value, cell.data_type) == (value, "s")


def test_the_total_is_bold_and_cells_stand_as_their_column_says(report: Report) -> None:
    table = next(tables(report))
    rows = body(opened(write_xlsx(report))["Bảng 1"], table)
    assert all(cell.font.bold for cell in rows[-1])
    assert not any(cell.font.bold for cell in rows[0])
    assert [cell.alignment.horizontal for cell in rows[0]] == [column.align for column in table.columns]
    assert rows[0][1].alignment.indent == 1
    assert all(cell.border.left.style == "thin" and cell.border.bottom.style == "thin" for row in rows for cell in row)


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+84",
        "-1",
        "@SUM(A1)",
        "012",
        "1e5",
        "http://a.vn",
        "{=1}",
        "TRUE",
        "#N/A",
        "_x0041_",
        "<b>&amp;",
    ],
)
def test_text_stays_text(report: Report, text: str) -> None:
    hostile = one_table(replace(report, period=text), (text, 1))
    table = replace(
        next(tables(hostile)), title=text, note=text, columns=(Column(text, 1, group=text), Column("x", 1, group=text))
    )
    data = write_xlsx(replace(hostile, blocks=(table,)), label=text)
    book = opened(data)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value for cell in cells].count(text) >= 5
    assert b"<f>" not in b"".join(
        zipfile.ZipFile(BytesIO(data)).read(name) for name in zipfile.ZipFile(BytesIO(data)).namelist()
    )
    assert not any(sheet._hyperlinks for sheet in book)


def test_the_letterhead_the_title_and_the_period_stand_above(report: Report) -> None:
    sheet = opened(write_xlsx(replace(report, number="5", dated="2026-01-05")))["Bảng 2"]
    above = [cell.value for row in sheet.iter_rows(1, 8) for cell in row if cell.value]
    assert above[:4] == ["ỦY BAN NHÂN DÂN", phrases.NATION, "XÃ PHONG ĐIỀN", phrases.MOTTO]
    assert above[4] == "Bảng 2. Kết quả tiếp cận đối tượng"
    assert above[5].replace(phrases.NBSP, " ").startswith("(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 01 năm 2026")
    assert above[6] == "Kỳ báo cáo: quý IV năm 2025 (từ ngày 15/09/2025 đến ngày 14/12/2025)"


def test_grouped_headings_are_merged_on_two_rows(report: Report) -> None:
    sheet = opened(write_xlsx(report))["Bảng 1"]
    top = row_of(sheet, "Trong kỳ")
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"C{top}:E{top}", f"F{top}:H{top}", f"A{top}:A{top + 1}", f"B{top}:B{top + 1}"} <= merged
    assert [cell.value for cell in sheet[top + 1]][2:] == ["Số buổi", "Số lượt người", "Trong đó CBCCVC"] * 2
    assert sheet.print_title_rows == f"${top}:${top + 1}"
    assert sheet.freeze_panes == f"A{top + 2}"


def test_sheets_are_ready_to_print(report: Report) -> None:
    book = opened(write_xlsx(report))
    for sheet in book:
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert (int(sheet.page_setup.fitToWidth or 1), int(sheet.page_setup.fitToHeight)) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert sheet.print_area.endswith(f"${sheet.max_row}")
        assert "P" in (sheet.oddHeader.center.text or "")
        assert all(cell.font.name == "Times New Roman" for row in sheet.iter_rows() for cell in row)


def test_a_clean_copy_bears_no_mark_of_ours(report: Report) -> None:
    book = opened(write_xlsx(report))
    words = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [word for word in words if "VN Presence" in word or phrases.SAMPLE_MARK in word]
    for sheet in book:
        assert sheet.oddFooter.center.text is None
        assert sheet.oddHeader.right.text is None
        assert sheet.sheet_properties.tabColor is None


def test_made_up_data_and_the_label_are_marked_on_every_sheet_and_page(report: Report) -> None:
    book = opened(write_xlsx(replace(report, sample=True), label=LABEL))
    for sheet in book:
        assert phrases.SAMPLE_MARK in sheet.oddHeader.right.text
        assert LABEL.replace("&", "&&") in sheet.oddFooter.center.text
        assert sheet.sheet_properties.tabColor.rgb == "FFC00000"
    for name in TABLE_SHEETS:
        first, second = book[name]["A1"], book[name]["A2"]
        assert (first.value, first.font.color.rgb, first.font.bold) == (phrases.SAMPLE_MARK, "FFC00000", True)
        assert second.value == LABEL


def test_the_machine_sheet_is_one_flat_typed_list(report: Report) -> None:
    rows = [*opened(write_xlsx(replace(report, issue=2, sample=True), label=LABEL))["Du_lieu"].iter_rows()]
    assert [cell.value for cell in rows[0]] == [
        "commune", "period", "issue", "figure", "value", "of", "cumulative_value", "cumulative_of",
    ]  # fmt: skip
    assert [[cell.value for cell in row] for row in rows[1:]] == [
        ["31299", "2025-Q4", 2, "present_household", 1200, None, 1200, None],
        ["31299", "2025-Q4", 2, "reached_household", 1042, 1200, 1100, 1200],
        ["31299", "2025-Q4", 2, "registered_household", 648, 1187, 648, 1187],
        ["31299", "2025-Q4", 2, "sessions", 36, None, 43, None],
        ["31299", "2025-Q4", 2, "cost", 12_500_000, None, 12_500_000, None],
    ]
    assert [cell.data_type for cell in rows[2]] == ["s", "s", "n", "s", "n", "n", "n", "n"]


def test_a_zero_is_a_figure_and_a_code_keeps_its_zeros(report: Report) -> None:
    nothing = Measure(0, 0, "2025-09-15", "2025-12-14")
    issuer = replace(report.issuer, code="00123")
    odd = replace(report, issuer=issuer, period="2025", figures=(Figure("sessions", nothing, nothing),))
    row = [cell.value for cell in opened(write_xlsx(odd))["Du_lieu"][2]]
    assert row == ["00123", "2025", 1, "sessions", 0, 0, 0, 0]


def test_a_report_without_tables_or_figures_is_still_a_workbook(report: Report) -> None:
    book = opened(write_xlsx(replace(report, blocks=(), figures=())))
    assert book.sheetnames == ["Du_lieu"]
    assert book["Du_lieu"].max_row == 1


def test_rows_are_as_tall_as_their_text(report: Report) -> None:
    long = "Tuyên truyền, hướng dẫn đăng ký tên miền cho hộ kinh doanh trên địa bàn xã. "
    sheet = opened(write_xlsx(one_table(report, ("ngắn", 1), (long, 2), (long * 4, 3), (long * 400, 4))))["Bảng 1"]
    start = row_of(sheet, "ngắn")
    heights = [sheet.row_dimensions[start + index].height for index in range(4)]
    assert heights[0] < heights[1] < heights[2] < heights[3] == pytest.approx(409, abs=0.5)
    width = sheet.column_dimensions["A"].width * 7 * 0.75  # points
    needed = len(long * 4) * 12 * 0.43 / width  # a Vietnamese letter is about 0.43 of the size wide
    assert heights[2] > int(needed) * 12 * 1.15


def test_columns_fill_the_page_and_no_number_is_too_wide(report: Report) -> None:
    columns = (Column("Nội dung", 40), *(Column(f"Số {index}", 0.1, Align.RIGHT) for index in range(5)))
    rows = (("Website " * 30, *(1_234_567_890 for _ in range(5))),)
    sheet = opened(write_xlsx(replace(report, blocks=(Table(1, "T", columns, rows),))))["Bảng 1"]
    alike = [(part.width, part.max - part.min + 1) for part in sheet.column_dimensions.values()]
    widths = [width for width, count in alike for _ in range(count)]
    assert sum(widths) * 7 * 0.75 == pytest.approx(735, rel=0.06)
    assert min(widths[1:]) > len("1.234.567.890")


@pytest.mark.parametrize("columns", [1, 2, 30])
def test_narrow_and_wide_tables_have_a_letterhead(report: Report, columns: int) -> None:
    rows = (tuple(range(columns)),)
    sheet = opened(write_xlsx(one_table(report, *rows, columns=columns)))["Bảng 1"]
    words = [cell.value for row in sheet.iter_rows(1, 3) for cell in row if cell.value]
    assert words[0] == "ỦY BAN NHÂN DÂN"
    assert (phrases.NATION in words) == (columns > 1)


def test_text_is_composed_and_nothing_is_only_in_the_properties(report: Report) -> None:
    decomposed = unicodedata.normalize("NFD", "Hộ Ánh Tuyết")
    book = opened(write_xlsx(one_table(report, (decomposed, 1))))
    assert row_of(book["Bảng 1"], unicodedata.normalize("NFC", decomposed))
    assert book.properties.title == f"Báo cáo {report.title}"
    assert book.properties.creator == "Ủy ban nhân dân xã Phong Điền"
    assert f"{book.properties.created:%Y-%m-%d}" == report.last_day


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert write_xlsx(report) == write_xlsx(report)


@given(st.lists(st.text(max_size=40), min_size=2, max_size=2), st.text(max_size=300))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back(report: Report, cells: list[str], title: str) -> None:
    odd = one_table(report, tuple(cells))
    table = replace(next(tables(odd)), title=title, note=title)
    sheet = opened(write_xlsx(replace(odd, blocks=(table,), title=title), label=title))["Bảng 1"]
    found = [cell.value or "" for cell in body(sheet, table)[0]]
    assert found == [clean(cell) for cell in cells]


def test_text_longer_than_a_cell_may_be_is_cut_not_lost(report: Report) -> None:
    sheet = opened(write_xlsx(one_table(report, ("dài " * 20_000, 1))))["Bảng 1"]
    assert (
        len(next(cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("dài")))
        == 32_767
    )


def test_libreoffice_opens_it_and_prints_the_same_figures(report: Report, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(write_xlsx(report))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=os.environ | {"HOME": str(tmp_path)})
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    pages = text.split("\f")[:-1]
    assert len(pages) == len(TABLE_SHEETS) + 1  # one page wide, one page tall
    for page, table in zip(pages, tables(report), strict=False):
        cells = [cell for row in (*table.rows, table.total or ()) for cell in row if isinstance(cell, int | Rate)]
        assert {phrases.printed(cell) for cell in cells} <= set(page.split())
    assert "12500000" in pages[-1].split()
