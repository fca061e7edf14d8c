"""A name list drawn: the same bytes for the same list, numbers never broken, addresses broken at their marks."""

import subprocess
from dataclasses import replace
from pathlib import Path

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


def test_the_last_page_has_the_signers_and_every_page_its_number_but_the_first(names: NameList, tmp_path: Path) -> None:
    pages = printed(write_list_pdf(names), tmp_path).rstrip("\f").split("\f")
    assert "NGƯỜI LẬP" in pages[-1]
    assert "Lê Lan" in pages[-1]
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_made_up_names_say_so_on_every_page(names: NameList, tmp_path: Path) -> None:
    plain, marked = (write_list_pdf(replace(names, sample=sample)) for sample in (False, True))
    assert "DỮ LIỆU MẪU" not in printed(plain, tmp_path)
    text = printed(marked, tmp_path)
    assert all(set("DỮLIỆUMẪU") <= set(page) for page in text.rstrip("\f").split("\f"))
    book = tmp_path / "list.xlsx"
    book.write_bytes(write_list_xlsx(replace(names, sample=True)))
    assert load_workbook(book)["Danh sách"]["A1"].value == "DỮ LIỆU MẪU"
