"""A name list drawn: the same bytes for the same list, numbers never broken, addresses broken at their marks."""

import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from vnpresence_desktop.documents.writing.name_list import write_list_pdf, write_list_xlsx
from vnpresence_desktop.domain.name_list import NameList
from vnpresence_desktop.domain.report import Align, Column, Issuer, SignatureBlock, Table

COLUMNS = tuple(Column(f"Cột {number}", 10) for number in range(9))
EMAIL = "hoangoanh.pd@cantho-household.example.vn"
ROW = (
    "Bảy Đông",
    "Nguyễn Văn Đức",
    "092080001234",
    "57A8012345",
    "1801234567-001",
    "12/3 Hòa Bình",
    "",
    "0912345678",
    EMAIL,
)


@pytest.fixture
def names() -> NameList:
    table = Table(1, "", (Column("Stt", 4, Align.CENTER), *COLUMNS), tuple((n, *ROW) for n in range(1, 41)))
    committee = Issuer("31299", "xã", "Phong Điền", "thành phố Cần Thơ")
    block = SignatureBlock(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Thị Mỹ Hạnh")
    return NameList(committee, "Hộ kinh doanh", 2026, table, "Danh sách gồm 40 hộ kinh doanh./.", "Lê Lan", block)


def printed(pdf: bytes, folder: Path) -> str:
    file = folder / "list.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout


def test_the_same_list_gives_the_same_bytes(names: NameList) -> None:
    assert write_list_pdf(names) == write_list_pdf(names)
    assert write_list_xlsx(names) == write_list_xlsx(names)


def test_numbers_stay_whole_and_an_address_breaks_at_its_marks(names: NameList, tmp_path: Path) -> None:
    text = printed(write_list_pdf(names), tmp_path)
    for number in ("092080001234", "57A8012345", "1801234567-001", "0912345678"):
        assert text.count(number) == 40
    pieces = [word for word in text.split() if word in EMAIL and len(word) > 3]
    assert set(pieces) == {"hoangoanh.pd@", "cantho-household.", "example.vn"}


def test_numbers_stay_whole_on_the_sheet_too(names: NameList, tmp_path: Path) -> None:
    more = ("Bán lẻ lương thực, thực phẩm", "tap-hoa-bay-dong-phong-dien.biz.vn", "Chưa đối chiếu")
    table = replace(names.table, columns=(*names.table.columns, *COLUMNS[:3]), rows=((1, *ROW, *more),) * 9)
    book = tmp_path / "list.xlsx"
    book.write_bytes(write_list_xlsx(replace(names, table=table)))
    sheet = load_workbook(book)["Danh sách"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value in ROW}
    widths = {n: one.width for one in sheet.column_dimensions.values() for n in range(one.min, one.max + 1)}
    for number in ("092080001234", "57A8012345", "1801234567-001", "0912345678"):
        points = (7 * widths[cells[number].column] + 5) * 0.75 - 13  # less indent and border
        assert points >= 6 * (len(number) - number.count("-")), number  # a digit is half as wide as it is high
    assert sheet.row_dimensions[cells[EMAIL].row].height < 70


def test_the_files_know_their_year_and_leave_the_letter_to_the_pen(names: NameList, tmp_path: Path) -> None:
    pdf, book = write_list_pdf(names), tmp_path / "list.xlsx"
    book.write_bytes(write_list_xlsx(names))
    assert b"D:20260101000000+07'00'" in pdf
    assert load_workbook(book).properties.created == datetime(2026, 1, 1)  # noqa: DTZ001 - Excel knows no zone
    assert "(Kèm theo văn bản số ngày tháng năm 2026 của Ủy ban nhân dân xã Phong Điền)" in " ".join(
        printed(pdf, tmp_path).split()
    )


def test_the_last_page_has_the_signers_and_every_page_its_number_but_the_first(names: NameList, tmp_path: Path) -> None:
    pages = printed(write_list_pdf(names), tmp_path).rstrip("\f").split("\f")
    assert "NGƯỜI LẬP" in pages[-1]
    assert "Lê Lan" in pages[-1]
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_made_up_names_say_so_on_every_page(names: NameList, tmp_path: Path) -> None:
    plain, marked = (write_list_pdf(replace(names, sample=sample)) for sample in (False, True))
    assert "DỮ LIỆU MẪU" not in printed(plain, tmp_path)
    with pypdfium2.PdfDocument(marked) as pages:
        assert len(pages) > 1
        assert all("DỮ LIỆU MẪU" in page.get_textpage().get_text_range() for page in pages)
    book = tmp_path / "list.xlsx"
    book.write_bytes(write_list_xlsx(replace(names, sample=True)))
    assert load_workbook(book)["Danh sách"]["A1"].value == "DỮ LIỆU MẪU"
