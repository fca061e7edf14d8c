"""How cells travel from the child process: blocks of rows, column by column, so that most of the work is done in C.

JSON costs half as much again and knows no dates; pickle may run what a parser taken over by a hostile file sends. Here whatever
arrives becomes texts, numbers, dates, or a ValueError.

A frame is one letter, the length of its content (4 bytes, big-endian), the content:

- ``S``: a sheet begins, JSON ``[name, hidden]``; ``B``: a block of its rows; ``T``: its traits, JSON.
- ``R``: refused, the code of a `Reason`; ``M``: a parser is missing, what Python said; ``E``: the end, without which
  nothing counts.

A block is a list of pieces, each after its length: the rows' lengths as unsigned integers, then for each column its kinds
(one letter for all its cells, or one for each), its texts, joined by NUL, and its numbers as doubles.
"""

import json
import math
import struct
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import IO, Any

from vnpresence_desktop.documents.reading.sheets import MAX_CELLS, Cell, Source, Traits

_FRAME = struct.Struct(">cI")
_LENGTH = struct.Struct(">I")
_MAX_FRAME = 400 << 20
_ROWS, _AREA = 1_000, 200_000
"""Rows, and cells with those between, of a block."""
_DAY = 86_400
_BETWEEN = "\0"
_HUGE = 1e300
"""From here on a number goes as text: no list has such, and it may be no number at all."""

_TEXT, _NUMBER, _DATE, _MOMENT, _TRUTH = b"sfdmb"
_KINDS = {str: _TEXT, float: _NUMBER, date: _DATE, datetime: _MOMENT, bool: _TRUTH}
_AS_NUMBER: dict[type, Callable[[Any], float]] = {float: float, bool: float, date: date.toordinal}  # and moments, below
_MAKE: dict[int, Callable[[float], Cell]] = {
    _NUMBER: float,
    _DATE: lambda day: date.fromordinal(int(day)),
    _MOMENT: lambda seconds: datetime.fromordinal(int(seconds // _DAY)) + timedelta(seconds=seconds % _DAY),
    _TRUTH: bool,
}


class TooManyCells(Exception):  # noqa: N818 - not an error of ours
    """The workbook holds more than can be read at once."""


def write_frame(out: IO[bytes], kind: bytes, content: bytes) -> None:
    """Send one frame at once."""
    out.write(_FRAME.pack(kind, len(content)))
    out.write(content)
    out.flush()


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """The next frame, kind and content; None where the stream ends or is none of ours."""
    head = stream.read(_FRAME.size)
    if len(head) < _FRAME.size:
        return None
    kind, length = _FRAME.unpack(head)
    if length > _MAX_FRAME:
        return None
    content = stream.read(length)
    return (kind, content) if len(content) == length else None


def write_sheets(out: IO[bytes], sheets: Iterable[Source]) -> None:
    """Send sheets and the end.

    Raises:
        TooManyCells: together they hold more than `MAX_CELLS`.
    """
    left = MAX_CELLS
    for sheet in sheets:
        write_frame(out, b"S", json.dumps([sheet.name, sheet.hidden]).encode())
        for block in _blocks(sheet.rows):
            left -= sum(map(len, block))
            if left < 0:
                raise TooManyCells
            write_frame(out, b"B", encode(block))
        write_frame(out, b"T", encode_traits(sheet.traits))
    write_frame(out, b"E", b"")


def _blocks(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    block: list[Sequence[Any]] = []
    width = 0
    for row in rows:
        widest = max(width, len(row))
        if block and (len(block) >= _ROWS or widest * (len(block) + 1) > _AREA):
            yield block
            block, widest = [], len(row)
        block.append(row)
        width = widest
    if block:
        yield block


def encode(rows: Sequence[Sequence[Any]]) -> bytes:
    """A block of rows; what is neither text, number, date, moment nor truth value goes as its text."""
    lengths = array("I", map(len, rows))
    width = max(lengths, default=0)
    even: Sequence[Sequence[Any]] = rows
    if min(lengths, default=0) < width:
        even = [[*row, *[""] * (width - len(row))] for row in rows]
    pieces = [lengths.tobytes()]
    for column in zip(*even, strict=True):
        pieces += _encode_column(column)
    return b"".join(chain.from_iterable((_LENGTH.pack(len(piece)), piece) for piece in pieces))


def _encode_column(column: Sequence[Any]) -> tuple[bytes, bytes, bytes]:
    types = set(map(type, column))
    if types == {str}:
        return bytes([_TEXT]), _joined(column), b""
    if not _KINDS.keys() >= types:
        column = list(map(_sendable, column))
    texts = [cell for cell in column if type(cell) is str]
    numbers = array("d", [_AS_NUMBER[type(cell)](cell) for cell in column if type(cell) is not str])
    if not math.isfinite(sum(numbers)):
        return _encode_column([cell if type(cell) is not float else _finite(cell) for cell in column])
    kinds = bytes(map(_KINDS.__getitem__, map(type, column)))
    same = kinds.count(kinds[0]) == len(kinds)
    return kinds[:1] if same else kinds, _joined(texts), numbers.tobytes()


def _joined(texts: Sequence[str]) -> bytes:
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) >= len(texts) > 0:  # NUL is no sign of any language
        joined = _BETWEEN.join(text.replace(_BETWEEN, "") for text in texts)
    return joined.encode("utf-8", "surrogatepass")


def _sendable(cell: Any) -> Any:
    """Whole numbers as Excel has them, nothing as "", what is unknown (durations, hours) as its text."""
    if type(cell) is int:
        return float(cell) if abs(cell) < _HUGE else str(cell)
    return "" if cell is None else cell if type(cell) in _KINDS else str(cell)


def _finite(number: float) -> float | str:
    return number if abs(number) < _HUGE else str(number)  # "nan" is not less


def _seconds(moment: datetime) -> float:
    return moment.toordinal() * _DAY + moment.hour * 3600 + moment.minute * 60.0 + moment.second


_AS_NUMBER[datetime] = _seconds


def decode(block: bytes) -> list[list[Cell]]:
    """The rows of a block.

    Raises:
        ValueError: it is none.
    """
    try:
        return _decode(list(_pieces(block)))
    except (StopIteration, RuntimeError, KeyError, IndexError, TypeError, OverflowError, struct.error) as error:
        raise ValueError("no block") from error


def _decode(pieces: list[bytes]) -> list[list[Cell]]:
    lengths = array("I", pieces[0]) if pieces else array("I")
    count, width = len(lengths), max(lengths, default=0)
    if len(pieces) != 1 + 3 * width or count * width > MAX_CELLS:
        raise ValueError("no block")
    if not width:
        return [[] for _ in lengths]
    columns = [_decode_column(count, *pieces[place : place + 3]) for place in range(1, len(pieces), 3)]
    rows = list(map(list, zip(*columns, strict=True)))
    if min(lengths) < width:
        rows = [row[:length] for row, length in zip(rows, lengths, strict=True)]
    return rows


def _pieces(block: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(block):
        (length,) = _LENGTH.unpack_from(block, place)
        place += _LENGTH.size + length
        yield block[place - length : place]


def _decode_column(count: int, kinds: bytes, texts: bytes, numbers: bytes) -> Sequence[Cell]:
    if kinds[0] == _TEXT and len(kinds) == 1:
        return texts.decode("utf-8", "surrogatepass").split(_BETWEEN)
    values = array("d", numbers)
    if len(kinds) == 1:
        return values.tolist() if kinds[0] == _NUMBER else list(map(_MAKE[kinds[0]], values))
    if len(kinds) != count:
        raise ValueError("no column")
    said, counted = iter(texts.decode("utf-8", "surrogatepass").split(_BETWEEN)), iter(values)
    return [next(said) if kind == _TEXT else _MAKE[kind](next(counted)) for kind in kinds]


def encode_traits(traits: Traits) -> bytes:
    """What a sheet says beyond its values, as JSON."""
    lists = [
        sorted(traits.hidden_rows),
        [[*place, font] for place, font in sorted(traits.fonts.items())],
        sorted(traits.without_value),
        sorted(traits.merged),
    ]
    return json.dumps(lists, separators=(",", ":")).encode()


def decode_traits(data: bytes) -> Traits:
    """What `encode_traits` made.

    Raises:
        ValueError: it is none.
    """
    try:
        hidden, fonts, without, merged = json.loads(data)
        return Traits(
            {int(row) for row in hidden},
            {(int(row), int(column)): str(font) for row, column, font in fonts},
            {(int(row), int(column)) for row, column in without},
            {(int(top), int(left), int(bottom), int(right)) for top, left, bottom, right in merged},
        )
    except TypeError as error:
        raise ValueError("no traits") from error
