"""The parts of a ZIP workbook, read once beside the parser: are they sound, and what do they say beyond values?"""

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Protocol

from vnpresence_desktop.documents.reading import ods_traits, xlsx_traits
from vnpresence_desktop.documents.reading.guard import BROKEN, Form
from vnpresence_desktop.documents.reading.refusals import Reason, refusal
from vnpresence_desktop.documents.reading.sheets import Traits

_CHUNK = 1 << 20
_ELEMENT = re.compile(rb"<[A-Za-z_]")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Finder(Protocol):
    """Looks for traits in the pieces of a part."""

    def look(self, piece: bytes) -> None:
        """Take the next piece."""


def scan(path: Path, file: IO[bytes], form: Form) -> dict[int, Traits]:
    """Read every part of a ZIP once.

    Args:
        path: for its name.
        file: the content.
        form: xlsx, xlsb or ods.

    Returns:
        What the sheets say beyond their values, by their place in the workbook; a sheet may be missing. Nothing for xlsb.

    Raises:
        Refused: a checksum is wrong, or XML declares entities.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            if form is Form.XLSX:
                sheets = xlsx_traits.finders(archive)
                _read_all(path, archive, sheets)
                return xlsx_traits.by_sheet(archive, {name: finder.traits for name, finder in sheets.items()})
            content = ods_traits.ContentFinder()
            _read_all(path, archive, {ods_traits.PART: content})
            return content.traits
    except BROKEN as error:
        raise refusal(path, Reason.DAMAGED) from error


def _read_all(path: Path, archive: zipfile.ZipFile, finders: Mapping[str, Finder]) -> None:
    for part in archive.infolist():
        finder = finders.get(part.filename)
        with archive.open(part) as file:
            piece = file.read(_CHUNK)
            check_prolog(path, piece)
            while piece:
                if finder:
                    finder.look(piece)
                piece = file.read(_CHUNK)


def check_prolog(path: Path, start: bytes) -> None:
    """Raise `Refused` where XML declares a document type or entities, or has no element at all."""
    plain = start.replace(b"\0", b"")  # UTF-16 too
    if not plain.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<"):
        return
    element = _ELEMENT.search(plain)
    if element is None or _DECLARATION.search(plain, 0, element.start()):
        raise refusal(path, Reason.UNSAFE_XML)
