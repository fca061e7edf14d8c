"""A ZIP file with one reading only: what Excel, LibreOffice and we see in it can't differ (PKWARE APPNOTE 6.3).

Packed bytes are kept as they are, so that signing a large workbook packs nothing anew.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

STORED, DEFLATED = 0, 8
_END = struct.Struct("<IHHHHIIH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_END_MARK, _CENTRAL_MARK, _LOCAL_MARK = 0x06054B50, 0x02014B50, 0x04034B50
_FLAGS = 0x080E  # how hard it was packed, sizes after the data, names in UTF-8; no encryption, no patches
_SIZES_AFTER = 0x0008
_FIRST_DAY = 0x0021  # 1980-01-01, the date of every entry we write
_MOST_BYTES = 400 << 20
_MOST_ENTRIES = 5000


class ArchiveError(ValueError):
    """The bytes are no ZIP file, or one that can be read in more than one way."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in the ZIP.

    Attributes:
        name: ASCII path with slashes.
        method: STORED or DEFLATED.
        crc, size: CRC-32 and length of the content.
        packed: the bytes as they lie in the ZIP.
    """

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    def content(self) -> bytes:
        """The content. Raises `ArchiveError` when it is not what the directory says."""
        data = self.packed if self.method == STORED else _unpack(self.packed, self.size)
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise ArchiveError(f"content of {self.name}")
        return data


def pack(name: str, content: bytes, *, method: int = DEFLATED) -> Entry:
    """An entry of new content."""
    packed = content
    if method == DEFLATED:
        packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(content) + packer.flush()
    return Entry(name, method, zlib.crc32(content), len(content), packed)


def write(entries: Iterable[Entry]) -> bytes:
    """A ZIP file with these entries in this order; the same entries always give the same bytes."""
    body, directory, position, count = [], [], 0, 0
    for entry in entries:
        name = entry.name.encode("ascii")
        facts = (0, entry.method, 0, _FIRST_DAY, entry.crc, len(entry.packed), entry.size, len(name), 0)
        local = _LOCAL.pack(_LOCAL_MARK, 20, *facts) + name
        directory.append(_CENTRAL.pack(_CENTRAL_MARK, 20, 20, *facts, 0, 0, 0, 0, position) + name)
        body += [local, entry.packed]
        position += len(local) + len(entry.packed)
        count += 1
    index = b"".join(directory)
    return b"".join((*body, index, _END.pack(_END_MARK, 0, 0, count, count, len(index), position, 0)))


def read(data: bytes) -> dict[str, Entry]:
    """Name → entry, in the order of the directory.

    Raises:
        ArchiveError: cut, damaged, encrypted, ZIP64, several disks, a comment, bytes before, between or after the
            entries, two names that differ in nothing but case, a local header that contradicts the directory,
            more than 400 MB of content.
    """
    try:
        start, count = _end(data)
        entries, spans = _directory(data, start, count)
    except (struct.error, UnicodeDecodeError) as error:
        raise ArchiveError("cut short or not readable") from error
    if sum(entry.size for entry in entries) > _MOST_BYTES:
        raise ArchiveError("too large")
    if len({entry.name.lower() for entry in entries}) != len(entries):
        raise ArchiveError("two entries of the same name")
    position = 0
    for first, last in sorted(spans):
        if first != position:
            raise ArchiveError("a gap or an overlap between entries")
        position = last
    if position != start:
        raise ArchiveError("a gap before the directory")
    return {entry.name: entry for entry in entries}


def _end(data: bytes) -> tuple[int, int]:
    place = len(data) - _END.size
    mark, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, max(place, 0))
    if mark != _END_MARK or disk or first_disk or comment or here != count or start + size != place:
        raise ArchiveError("no end of a plain ZIP file")
    if count > _MOST_ENTRIES:
        raise ArchiveError("too many entries")
    return start, count


def _directory(data: bytes, start: int, count: int) -> tuple[list[Entry], list[tuple[int, int]]]:
    entries, spans, position = [], [], start
    for _ in range(count):
        header = _CENTRAL.unpack_from(data, position)
        mark, _, _, flags, method, _, _, _, _, _, name_size, extra, comment, disk, _, _, local = header
        position += _CENTRAL.size
        if mark != _CENTRAL_MARK or flags & ~_FLAGS or method not in (STORED, DEFLATED) or comment or disk:
            raise ArchiveError("an entry of an unusual kind")
        name = data[position : position + name_size]
        position += name_size + extra
        entry, end = _entry(data, header, name, local)
        entries.append(entry)
        spans.append((local, end))
    if position != len(data) - _END.size:
        raise ArchiveError("directory size")
    return entries, spans


def _entry(data: bytes, header: tuple[int, ...], name: bytes, place: int) -> tuple[Entry, int]:
    flags, method, _, _, crc, packed_size, size = header[3:10]
    mark, _, local_flags, local_method, _, _, *sizes, name_size, extra = _LOCAL.unpack_from(data, place)
    first = place + _LOCAL.size + name_size
    same_name = data[place + _LOCAL.size : first] == name
    first += extra
    last = first + packed_size
    if mark != _LOCAL_MARK or local_flags != flags or local_method != method or not same_name:
        raise ArchiveError("a local header that contradicts the directory")
    if flags & _SIZES_AFTER:
        return Entry(name.decode("ascii"), method, crc, size, data[first:last]), _after_sizes(data, last, header)
    if sizes != [crc, packed_size, size]:
        raise ArchiveError("a local header that contradicts the directory")
    return Entry(name.decode("ascii"), method, crc, size, data[first:last]), last


def _after_sizes(data: bytes, place: int, header: tuple[int, ...]) -> int:
    sizes = struct.pack("<III", *header[7:10])
    for descriptor in (b"PK\x07\x08" + sizes, sizes):
        if data.startswith(descriptor, place):
            return place + len(descriptor)
    raise ArchiveError("sizes after the data that contradict the directory")


def _unpack(packed: bytes, size: int) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = unpacker.decompress(packed, size + 1)
    except zlib.error as error:
        raise ArchiveError("packed data") from error
    if not unpacker.eof or unpacker.unused_data or unpacker.unconsumed_tail:
        raise ArchiveError("packed data")
    return data
