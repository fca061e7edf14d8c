"""What kind of file is it really, and is it safe to hand to a parser? Standard library only, milliseconds.

Names lie (an export of a web page is often called .xls), so the content decides. Two steps: `inspect` looks at the first
bytes and the directory of a ZIP; `scan` reads every part once, which proves the checksums and finds what breaks parsers.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import IO

from vnpresence_desktop.domain.problems import UserError

MAX_FILE = 100 << 20
"""Bytes of a file; a list of 100,000 rows has some 10 MB."""
MAX_PART, MAX_UNPACKED = 300 << 20, 500 << 20
"""Bytes of one part and of all parts of a ZIP when unpacked."""
MAX_PARTS = 5_000
MAX_RATIO = 200
"""How much smaller a part above 10 MB may be packed; sheets reach about 30."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, KeyError, OverflowError,
)  # fmt: skip
"""What the standard library raises on a damaged archive."""
_XLS_LOCKED = re.compile(rb"\x09\x08(?:\x10\0\0\x06\x05\0.{12}|\x08\0\0\x05\x05\0.{4})(?:\x86\0\0\0)?\x2f\0", re.DOTALL)
"""A workbook that begins with the record FilePass ([MS-XLS] 2.4.117)."""
_CONTROLS = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_ELEMENT = re.compile(rb"<[A-Za-z_]")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FAR_CELL = re.compile(rb' r="(?:[A-Z]{2,3}[0-9]+|[A-Z](?:[2-9][0-9]{5}|[0-9]{7}))"(?:[^>]{0,200}[^/>])?>')
"""A cell with content beyond column Z or row 199,999; inside of that no sheet is too big for the parser."""
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]{0,200}?\sr="([A-Z]{1,3})([0-9]{1,7})"(?:[^>]{0,200}[^/>])?>')
_MAX_AREA = 5_000_000
"""Rows × columns that the fast parser may lay out; it keeps a place for every cell between the first and the last."""

_SAVE_AGAIN = "Hãy mở tệp bằng Excel (hoặc LibreOffice), chọn “Lưu thành” (Save As) kiểu .xlsx rồi nhập lại."
_ASK_FOR_IT = "Hãy xin tệp Excel gốc từ nơi lập danh sách rồi nhập tệp đó."
_UNPACK = "Hãy giải nén rồi chọn tệp Excel ở bên trong."
_COPY_AGAIN = "Hãy sao chép lại tệp từ nguồn, hoặc mở bằng Excel rồi lưu thành .xlsx mới."

_SIGNS = {
    (b"%pdf",): ("tệp PDF", _ASK_FOR_IT),
    (b"{\\rtf",): ("văn bản RTF", _ASK_FOR_IT),
    (b"rar!",): ("tệp nén RAR", _UNPACK),
    (b"7z\xbc\xaf",): ("tệp nén 7-Zip", _UNPACK),
    (b"\x89png", b"\xff\xd8\xff"): ("ảnh", _ASK_FOR_IT),
    (b"\x09\x08\x10", b"\x09\x04\x06", b"\x09\x02\x06", b"\x09\x00\x04"): ("bảng tính Excel đời rất cũ", _SAVE_AGAIN),
}
"""First bytes, in small letters → what such a file is called, what to do with it."""


class Form(StrEnum):
    """Kinds of file that can be read."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


def inspect(path: Path) -> Form:
    """What the file is, by its content.

    Raises:
        UserError: it is missing, empty, too big, damaged, protected or no list.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
            if size > MAX_FILE:
                raise UserError(
                    f"Tệp “{path.name}” lớn hơn {MAX_FILE >> 20} MB.", "Hãy tách danh sách thành nhiều tệp."
                )
            return _form(path, head, file)
    except OSError as error:
        raise UserError(
            f"Không mở được tệp “{path.name}”.",
            "Hãy kiểm tra tệp còn ở đó, không phải là thư mục và không bị chương trình khác khóa.",
        ) from error


def _form(path: Path, head: bytes, file: IO[bytes]) -> Form:
    if not head.strip(b"\0 \r\n\t"):
        raise UserError(f"Tệp “{path.name}” không có nội dung.", "Hãy chọn đúng tệp danh sách.")
    if head.startswith(b"PK\x03\x04"):
        return _zip_form(path)
    if head.startswith(_OLE):
        return _ole_form(path, head + file.read())
    if other := _other_kind(head):
        name, advice = other
        raise UserError(f"Tệp “{path.name}” là {name}, không phải bảng tính Excel.", advice)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Form.CSV
    if _CONTROLS.search(head):
        raise UserError(f"Không nhận ra tệp “{path.name}” là kiểu gì.", _ASK_FOR_IT)
    return Form.CSV


def _other_kind(head: bytes) -> tuple[str, str] | None:
    """Name of a kind of file that people take for a spreadsheet, and what to do then; None for none of them."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<meta")) or b"<table" in start:
        return "trang web (HTML)", _SAVE_AGAIN
    if start.startswith(b"<?xml") or b"schemas-microsoft-com:office:spreadsheet" in start:
        return "tệp XML", _SAVE_AGAIN
    return next((said for signs, said in _SIGNS.items() if start.startswith(signs) or head.startswith(signs)), None)


def _ole_form(path: Path, data: bytes) -> Form:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or _XLS_LOCKED.search(data):
        raise protected(path)
    if holds("Workbook") or holds("Book"):
        return Form.XLS
    if holds("WordDocument"):
        raise _word(path)
    raise UserError(f"Tệp “{path.name}” không phải bảng tính Excel hoặc đã hỏng.", _COPY_AGAIN)


def _zip_form(path: Path) -> Form:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            locked = any(part.flag_bits & 1 for part in parts) or _is_locked_ods(archive)
    except _BROKEN as error:
        raise damaged(path) from error
    names = [part.filename.lower() for part in parts]
    form = _form_by_names(path, names)
    if len(set(names)) < len(names):
        raise damaged(path)
    if locked:
        raise protected(path)
    _check_sizes(path, parts)
    return form


def _is_locked_ods(archive: zipfile.ZipFile) -> bool:
    """Whether a spreadsheet of LibreOffice has a password (OpenDocument 1.3 part 2, §3.4.1)."""
    name = "META-INF/manifest.xml"
    if name not in archive.namelist() or archive.getinfo(name).file_size > _CHUNK:
        return False
    return b":encryption-data" in archive.read(name)


def _form_by_names(path: Path, names: list[str]) -> Form:
    if any(name.endswith("workbook.bin") for name in names):
        return Form.XLSB
    if any(name.startswith("xl/") for name in names):
        return Form.XLSX
    if "content.xml" in names and "mimetype" in names:
        return Form.ODS
    if any(name.startswith("word/") for name in names):
        raise _word(path)
    raise UserError(f"Tệp “{path.name}” là tệp nén, không phải bảng tính.", _UNPACK)


def _word(path: Path) -> UserError:
    return UserError(f"Tệp “{path.name}” là văn bản Word, không phải Excel.", "Hãy chép bảng sang Excel rồi lưu lại.")


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    swollen = any(part.file_size > 10 << 20 and part.file_size > MAX_RATIO * part.compress_size for part in parts)
    if swollen or len(parts) > MAX_PARTS or max(part.file_size for part in parts) > MAX_PART:
        raise UserError(f"Tệp “{path.name}” phình ra quá lớn khi mở, có thể là tệp độc hại nên không đọc.", _COPY_AGAIN)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise too_big(path)


def scan(path: Path) -> bool:
    """Read every part of a ZIP once.

    Returns:
        True where cells lie so far apart that only a reader row by row can read the sheet.

    Raises:
        UserError: a checksum is wrong, or XML declares entities.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(_scan_part(path, archive, part) for part in archive.infolist()) > 0  # all of them, to the end
    except _BROKEN as error:
        raise damaged(path) from error


def _scan_part(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    far = prolog = False
    with archive.open(part) as file:
        for chunk in _chunks(file):
            if not prolog:
                _check_prolog(path, chunk)
                prolog = True
            far = far or _FAR_CELL.search(chunk) is not None
    return far and _area(archive, part) > _MAX_AREA


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Pieces of about 1 MB, each beginning with the end of the one before, so that no cell is cut in two."""
    tail = b""
    while piece := file.read(_CHUNK):
        chunk = tail + piece
        yield chunk
        tail = chunk[-256:]


def _check_prolog(path: Path, start: bytes) -> None:
    plain = start.replace(b"\0", b"")  # UTF-16 too
    if not plain.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
        return
    element = _ELEMENT.search(plain)
    if element is None or _DECLARATION.search(plain, 0, element.start()):
        raise UserError(f"Tệp “{path.name}” chứa khai báo XML không an toàn nên không đọc.", _COPY_AGAIN)


def _area(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Last row × last column of the cells that hold something."""
    row = column = 0
    with archive.open(part) as file:
        for chunk in _chunks(file):
            for match in _CELL.finditer(chunk):
                column = max(column, _column_number(match[1]))
                row = max(row, int(match[2]))
    return row * column


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def damaged(path: Path) -> UserError:
    """The file can't be read."""
    return UserError(f"Tệp “{path.name}” bị hỏng hoặc chép chưa xong.", _COPY_AGAIN)


def protected(path: Path) -> UserError:
    """The file asks for a password."""
    return UserError(
        f"Tệp “{path.name}” có mật khẩu.",
        "Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi nhập.",
    )


def too_big(path: Path) -> UserError:
    """The file holds more than can be read at once."""
    return UserError(f"Bảng tính “{path.name}” quá lớn để đọc một lần.", "Hãy tách danh sách thành nhiều tệp nhỏ hơn.")
