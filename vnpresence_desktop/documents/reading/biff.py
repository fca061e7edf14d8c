"""What an xls says beyond its values: hidden rows, old fonts ([MS-XLS]). The records are walked through, nothing is parsed.

A record is its number, its length (2 bytes each, little-endian), its content. The values are read by calamine.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from vnpresence_desktop.documents.reading.fonts import LEGACY, is_legacy
from vnpresence_desktop.documents.reading.refusals import Reason, refusal
from vnpresence_desktop.documents.reading.sheets import Traits

_BOF, _EOF, _SHEET, _FONT, _XF, _ROW = 0x0809, 0x000A, 0x0085, 0x0031, 0x00E0, 0x0208
_TEXTS = frozenset((0x00FD, 0x0204, 0x00D6, 0x0006))
"""Cells with a text: LabelSst, Label, RString, Formula; row, column, style come first in each."""
_HEAD = struct.Struct("<HH")
_PLACE = struct.Struct("<HHH")
_ROW_FIELDS = struct.Struct("<HHHHHHH")
_IS_HIDDEN = 0x20
_HEIGHT = 0x7FFF
_BIFF_8 = 0x0600
_FONTS_NAME = 14
"""Bytes of a font before its name."""
_NO_FOURTH = 4
"""The number of font that was never given out ([MS-XLS] 2.5.129)."""

Record = tuple[int, bytes]


def scan(path: Path, file: IO[bytes]) -> dict[int, Traits]:
    """What the sheets of an xls say beyond their values, by their place in the workbook; a sheet may be missing.

    Raises:
        Refused: the file is damaged.
    """
    stream = _workbook(path, file)
    try:
        head = list(_records(stream, 0))
        biff_8 = head[0][1][:2] == _BIFF_8.to_bytes(2, "little")
        starts = [struct.unpack_from("<I", data)[0] for kind, data in head if kind == _SHEET]
        fonts = _legacy_styles(head, biff_8=biff_8) if LEGACY.search(stream) else {}
        return {place: _sheet(stream, start, fonts) for place, start in enumerate(starts)}
    except (struct.error, IndexError) as error:
        raise refusal(path, Reason.DAMAGED) from error


def _workbook(path: Path, file: IO[bytes]) -> bytes:
    """The stream of the workbook out of its container ([MS-CFB])."""
    import olefile

    try:
        with olefile.OleFileIO(file) as container:
            name = next(name for name in ("Workbook", "Book") if container.exists(name))
            data: bytes = container.openstream(name).read()
    except (OSError, StopIteration, ValueError, IndexError, TypeError, struct.error) as error:
        raise refusal(path, Reason.DAMAGED) from error
    return data


def _records(stream: bytes, place: int) -> Iterator[Record]:
    """The records of one part of the stream, from its beginning to its end; those of a chart within are left out."""
    depth = 0
    while place + _HEAD.size <= len(stream):
        kind, length = _HEAD.unpack_from(stream, place)
        depth += (kind == _BOF) - (kind == _EOF)
        if not depth:
            return
        if depth == 1:
            yield kind, stream[place + _HEAD.size : place + _HEAD.size + length]
        place += _HEAD.size + length


def _sheet(stream: bytes, start: int, fonts: dict[int, str]) -> Traits:
    traits = Traits()
    for kind, data in _records(stream, start):
        if kind == _ROW:
            row, _, _, height, _, _, flags = _ROW_FIELDS.unpack_from(data)
            if flags & _IS_HIDDEN or not height & _HEIGHT:
                traits.hidden_rows.add(row + 1)
        elif fonts and kind in _TEXTS:
            row, column, style = _PLACE.unpack_from(data)
            if style in fonts:
                traits.fonts[row + 1, column] = fonts[style]
    return traits


def _legacy_styles(head: list[Record], *, biff_8: bool) -> dict[int, str]:
    """Number of a cell style → its font, for the fonts of the 1990s only."""
    names = [_font(data, biff_8=biff_8) for kind, data in head if kind == _FONT]
    names.insert(_NO_FOURTH, "")
    numbers = [struct.unpack_from("<H", data)[0] for kind, data in head if kind == _XF]
    used = {style: names[number] for style, number in enumerate(numbers) if number < len(names)}
    return {style: name for style, name in used.items() if is_legacy(name)}


def _font(data: bytes, *, biff_8: bool) -> str:
    length = data[_FONTS_NAME]
    start = _FONTS_NAME + 1 + biff_8
    if biff_8 and data[start - 1] & 1:
        return data[start : start + 2 * length].decode("utf-16-le", "replace")
    return data[start : start + length].decode("latin-1")
