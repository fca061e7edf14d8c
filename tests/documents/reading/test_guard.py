"""Files that are refused before a parser sees them, each with its own words."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from vnpresence_desktop.documents.reading import guard, parts
from vnpresence_desktop.documents.reading.guard import Form
from vnpresence_desktop.documents.reading.sheets import Traits
from vnpresence_desktop.domain.problems import UserError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOF = b"\x09\x08\x10\0\0\x06\x05\0" + b"\xbb\x0d\xcc\x07" + b"\0" * 8
"""The first record of an .xls."""
TYPES = ("[Content_Types].xml", "<Types/>")
BOOK = ("xl/workbook.xml", "<workbook/>")


def pack(path: Path, *parts: tuple[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return path


def sheet(*cells: str) -> tuple[str, str]:
    return (
        "xl/worksheets/sheet1.xml",
        f'<?xml version="1.0"?><worksheet><sheetData>{"".join(cells)}</sheetData></worksheet>',
    )


def scan(path: Path) -> dict[int, Traits]:
    with path.open("rb") as file:
        return parts.scan(path, file, Form.XLSX)


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không có nội dung"),
        (b"\0" * 5000, "không có nội dung"),
        (b" \r\n\t ", "không có nội dung"),
        (b"%PDF-1.7\n", "tệp PDF"),
        (b"{\\rtf1", "văn bản RTF"),
        (b"Rar!\x1a\x07", "tệp nén RAR"),
        (b"7z\xbc\xaf\x27\x1c", "tệp nén 7-Zip"),
        (b"\x89PNG\r\n\x1a\n", "ảnh"),
        (b"\xff\xd8\xff\xe0", "ảnh"),
        (b"\x09\x08\x10\x00\x00\x06", "đời rất cũ"),
        (b"\x7fELF\x02\x01\x00\x00", "Không nhận ra"),
        (OLE + b"\0" * 600 + utf16("WordDocument"), "Word"),
        (OLE + b"\0" * 600, "không phải bảng tính Excel hoặc đã hỏng"),
        (b"PK\x03\x04" + b"\0" * 100, "bị hỏng"),
    ],
)
def test_what_is_no_spreadsheet_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "danh sách.xls"
    path.write_bytes(data)
    with pytest.raises(UserError, match=said) as refusal:
        guard.inspect(path)
    assert refusal.value.advice
    assert "danh sách.xls" in refusal.value.title


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"%PDF-1.7\n", "xin tệp Excel gốc"),
        (b"\xff\xd8\xff\xe0", "xin tệp Excel gốc"),
        (b"\x7fELF\x02\x01\x00\x00", "xin tệp Excel gốc"),
        (b"Rar!\x1a\x07", "giải nén"),
    ],
)
def test_the_advice_fits_the_file(tmp_path: Path, data: bytes, advice: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(UserError) as refusal:
        guard.inspect(path)
    assert advice in refusal.value.advice


def test_what_is_not_there_or_is_a_folder_is_said_plainly(tmp_path: Path) -> None:
    for path in (tmp_path / "không có.xlsx", tmp_path):
        with pytest.raises(UserError, match="Không mở được"):
            guard.inspect(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "to.csv"
    with path.open("wb") as file:
        file.write(b"a,b\n")
        file.truncate(guard.MAX_FILE + 1)
    with pytest.raises(UserError, match="lớn hơn 100 MB"):
        guard.inspect(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([TYPES, ("word/document.xml", "<document/>")], "Word"),
        ([("ảnh.png", b"\x89PNG")], "tệp nén, không phải bảng tính"),
        ([TYPES, BOOK, *[(f"xl/part{n}.xml", "<a/>") for n in range(guard.MAX_PARTS)]], "phình ra quá lớn"),
        ([TYPES, BOOK, ("xl/sharedStrings.xml", b" " * (60 << 20))], "phình ra quá lớn"),
    ],
)
def test_archives_that_are_refused(tmp_path: Path, content: list[tuple[str, Any]], said: str) -> None:
    with pytest.raises(UserError, match=said):
        guard.inspect(pack(tmp_path / "a.xlsx", *content))


def test_an_archive_with_a_part_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = pack(tmp_path / "a.xlsx", TYPES, BOOK, BOOK)
    with pytest.raises(UserError, match="bị hỏng"):
        guard.inspect(path)


def test_an_archive_with_a_password_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.xlsx", TYPES, BOOK)
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the directory says: encrypted
    path.write_bytes(data)
    with pytest.raises(UserError, match="có mật khẩu"):
        guard.inspect(path)


def test_a_locked_ods_is_refused(tmp_path: Path) -> None:
    manifest = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    held = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"\x8f\x01")
    with pytest.raises(UserError, match="có mật khẩu"):
        guard.inspect(pack(tmp_path / "a.ods", *held, ("META-INF/manifest.xml", manifest)))


def test_an_archive_too_big_in_all_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_UNPACKED", 10)
    with pytest.raises(UserError, match="quá lớn để đọc một lần"):
        guard.inspect(pack(tmp_path / "a.xlsx", TYPES, BOOK))


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ([TYPES, BOOK], Form.XLSX),
        ([TYPES, ("xl/workbook.bin", b"\x83\x01")], Form.XLSB),
        ([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")], Form.ODS),
    ],
)
def test_archives_that_are_spreadsheets(tmp_path: Path, content: list[tuple[str, Any]], form: Form) -> None:
    assert guard.inspect(pack(tmp_path / "a.xls", *content)) is form


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (OLE + b"\0" * 600 + utf16("Workbook"), Form.XLS),
        (OLE + b"\0" * 600 + utf16("Workbook") + BOF + b"\xe1\0\2\0\xb0\4", Form.XLS),
        (OLE + b"\0" * 600 + utf16("EncryptedPackage"), Form.LOCKED),
        (OLE + b"\0" * 600 + utf16("Workbook") + BOF + b"\x2f\0\x36\0", Form.LOCKED),
        (OLE + b"\0" * 600 + utf16("Workbook") + BOF + b"\x86\0\0\0\x2f\0\x36\0", Form.LOCKED),
        (b"<html><body><table>", Form.HTML),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><table>", Form.HTML),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', Form.XML),
        ("Họ tên;Địa chỉ\n".encode(), Form.CSV),
        ("Họ tên\tĐịa chỉ\n".encode("utf-16"), Form.CSV),
    ],
)
def test_files_that_are_lists(tmp_path: Path, data: bytes, form: Form) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(data)
    assert guard.inspect(path) is form


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><worksheet/>',
        b"\xef\xbb\xbf<!-- long --><!doctype a><worksheet/>",
        '\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><worksheet/>'.encode("utf-16-le"),
        b"<!-- " + b"x" * 70_000 + b"--><!DOCTYPE a><worksheet/>",
        b"<!-- " + b"no element at all ",
    ],
)
def test_xml_that_declares_things_is_refused(tmp_path: Path, content: bytes) -> None:
    path = pack(tmp_path / "a.xlsx", TYPES, BOOK, ("xl/worksheets/sheet1.xml", content))
    with pytest.raises(UserError, match="không an toàn"):
        scan(path)


def test_a_wrong_checksum_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.xlsx", TYPES, BOOK)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("xl/worksheets/sheet1.xml"), "<worksheet>AAAA</worksheet>")
    path.write_bytes(path.read_bytes().replace(b"AAAA", b"AABA"))
    with pytest.raises(UserError, match="bị hỏng"):
        scan(path)


def test_endless_attributes_do_not_hang(tmp_path: Path) -> None:
    content = b"<worksheet><sheetData>" + b'<c r="AA1" ' * 300_000
    path = pack(tmp_path / "a.xlsx", TYPES, BOOK, ("xl/worksheets/sheet1.xml", content))
    assert scan(path) == {}
