"""What kind of file is it really, and may a parser see it? Standard library only, milliseconds.

Names lie (an export of a web page is often called .xls), so the content decides: the first bytes, and the directory of a
ZIP. What is inside the parts of a ZIP is looked at by `parts` beside the parser.
"""

import lzma
import re
import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path
from typing import IO

from vnpresence_desktop.documents.reading.refusals import MAX_FILE, Reason, refusal

MAX_PART, MAX_UNPACKED = 300 << 20, 500 << 20
"""Bytes of one part and of all parts of a ZIP when unpacked."""
MAX_PARTS = 5_000
MAX_RATIO = 200
"""How much smaller a part above 10 MB may be packed; sheets reach about 30."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, KeyError, OverflowError,
)  # fmt: skip
"""What the standard library raises on a damaged archive."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_XLS_LOCKED = re.compile(rb"\x09\x08(?:\x10\0\0\x06\x05\0.{12}|\x08\0\0\x05\x05\0.{4})(?:\x86\0\0\0)?\x2f\0", re.DOTALL)
"""A workbook that begins with the record FilePass ([MS-XLS] 2.4.117)."""
_CONTROLS = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_TEXT_IN_16_BITS = re.compile(rb"(?:[\t\n\r -~]\0){4}|(?:\0[\t\n\r -~]){4}")
"""Four letters of UTF-16, which may lack its mark."""
_SPREADSHEET_2003 = b"schemas-microsoft-com:office:spreadsheet"

_SIGNS = {
    (b"%pdf",): Reason.PDF,
    (b"{\\rtf",): Reason.RTF,
    (b"rar!",): Reason.RAR,
    (b"7z\xbc\xaf",): Reason.SEVEN_ZIP,
    (b"\x89png", b"\xff\xd8\xff"): Reason.PICTURE,
    (b"\x09\x08\x10", b"\x09\x04\x06", b"\x09\x02\x06", b"\x09\x00\x04"): Reason.ANCIENT,
    (b"mime-version:",): Reason.WEB_ARCHIVE,
}
"""First bytes, in small letters → what such a file is."""


class Form(StrEnum):
    """Kinds of file that can be read; `LOCKED` is an xlsx, xlsb or xls that has to be decrypted first."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    HTML = "html"
    XML = "xml"
    LOCKED = "locked"


def inspect(path: Path) -> Form:
    """What the file is, by its content.

    Raises:
        Refused: it is missing, empty, too big, damaged or no list.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            if size > MAX_FILE:
                raise refusal(path, Reason.LARGE)
            return form_of(path, file)
    except OSError as error:
        raise refusal(path, Reason.NOT_OPENED) from error


def form_of(path: Path, file: IO[bytes]) -> Form:
    """What a content is; `path` only names it. Raises `Refused` as `inspect` does."""
    head = file.read(_HEAD)
    if not head.strip(b"\0 \r\n\t"):
        raise refusal(path, Reason.EMPTY)
    if head.startswith(b"PK\x03\x04"):
        return _zip_form(path, file)
    if head.startswith(_OLE):
        return _ole_form(path, head + file.read())
    return _text_form(path, head)


def _text_form(path: Path, head: bytes) -> Form:
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()  # UTF-16 too
    if markup := _markup_form(path, start):
        return markup
    for signs, reason in _SIGNS.items():
        if start.startswith(signs) or head.startswith(signs):
            raise refusal(path, reason)
    sixteen = head.startswith((b"\xff\xfe", b"\xfe\xff")) or _TEXT_IN_16_BITS.search(head)
    if not sixteen and _CONTROLS.search(head):
        raise refusal(path, Reason.UNKNOWN)
    return Form.CSV


def _markup_form(path: Path, start: bytes) -> Form | None:
    if _SPREADSHEET_2003 in start and start.startswith(b"<"):
        # A web page that Excel wrote names this too, as one of its namespaces.
        return Form.HTML if start.startswith((b"<html", b"<!doctype html")) else Form.XML
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or b"<table" in start or b"<html" in start:
        return Form.HTML
    if start.startswith(b"<?xml"):
        raise refusal(path, Reason.XML)
    return None


def _ole_form(path: Path, data: bytes) -> Form:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or _XLS_LOCKED.search(data):
        return Form.LOCKED
    if holds("Workbook") or holds("Book"):
        return Form.XLS
    raise refusal(path, Reason.WORD if holds("WordDocument") else Reason.NO_SHEET)


def _zip_form(path: Path, file: IO[bytes]) -> Form:
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            locked = any(part.flag_bits & 1 for part in parts) or _is_locked_ods(archive)
    except BROKEN as error:
        raise refusal(path, Reason.DAMAGED) from error
    names = [part.filename.lower() for part in parts]
    form = _form_by_names(path, names)
    if len(set(names)) < len(names):
        raise refusal(path, Reason.DAMAGED)
    if locked:
        raise refusal(path, Reason.LOCKED)
    _check_sizes(path, parts)
    return form


def _is_locked_ods(archive: zipfile.ZipFile) -> bool:
    """Whether a spreadsheet of LibreOffice has a password (OpenDocument 1.3 part 2, §3.4.1)."""
    name = "META-INF/manifest.xml"
    if name not in archive.namelist() or archive.getinfo(name).file_size > 1 << 20:
        return False
    return b":encryption-data" in archive.read(name)


def _form_by_names(path: Path, names: list[str]) -> Form:
    if any(name.endswith("workbook.bin") for name in names):
        return Form.XLSB
    if any(name.startswith("xl/") for name in names):
        return Form.XLSX
    if "content.xml" in names and "mimetype" in names:
        return Form.ODS
    if "encrypted-package" in names:  # LibreOffice from 24.2 on
        raise refusal(path, Reason.LOCKED)
    raise refusal(path, Reason.WORD if any(name.startswith("word/") for name in names) else Reason.ARCHIVE)


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    swollen = any(part.file_size > 10 << 20 and part.file_size > MAX_RATIO * part.compress_size for part in parts)
    if swollen or len(parts) > MAX_PARTS or max(part.file_size for part in parts) > MAX_PART:
        raise refusal(path, Reason.SWOLLEN)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise refusal(path, Reason.TOO_BIG)
