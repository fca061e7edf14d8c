"""ZIP files with one reading only."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.documents.signing.archive import DEFLATED, STORED, ArchiveError, pack, read, write

PARTS = st.dictionaries(
    st.text("abcdefghij/._-", min_size=1, max_size=12),
    st.tuples(st.binary(max_size=300), st.sampled_from([STORED, DEFLATED])),
    max_size=6,
)


@given(PARTS)
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read(parts):
    data = write(pack(name, content, method=method) for name, (content, method) in parts.items())
    assert {name: entry.content() for name, entry in read(data).items()} == {
        name: one[0] for name, one in parts.items()
    }
    assert write(read(data).values()) == data
    with zipfile.ZipFile(io.BytesIO(data)) as other:
        assert other.testzip() is None
        assert other.namelist() == list(parts)


@pytest.fixture
def plain():
    return write([pack("a.xml", b"<a/>" * 20), pack("b/c.xml", b"<c/>", method=STORED)])


def test_zips_of_other_programs_are_read():
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("a.xml", "<a/>")
    assert read(sheet.getvalue())["a.xml"].content() == b"<a/>"


def test_sizes_after_the_data_are_read():
    class Pipe(io.RawIOBase):  # where one can't go back, the sizes come after the data
        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, some):
            self.data += bytes(some)
            return len(some)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("a.xml", "<a/>" * 9)
        book.writestr("b.xml", "<b/>")
    assert {name: entry.content() for name, entry in read(pipe.data).items()} == {
        "a.xml": b"<a/>" * 9,
        "b.xml": b"<b/>",
    }
    with pytest.raises(ArchiveError):
        read(pipe.data.replace(b"PK\x07\x08", b"PK\x07\x09", 1))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b"x",
        lambda data: b"x" + data,
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data[:-2] + b"\x01\x00" + b"!",  # a comment
        lambda data: data.replace(b"a.xml", b"A.xml", 1),  # local header ≠ directory
        lambda data: data.replace(b"PK\x01\x02", b"PK\x01\x03", 1),
    ],
)
def test_more_than_one_reading_is_refused(plain, change):
    with pytest.raises(ArchiveError):
        read(change(plain))


def test_names_that_differ_in_case_alone_are_refused():
    with pytest.raises(ArchiveError, match="same name"):
        read(write([pack("a.xml", b"1"), pack("A.XML", b"2")]))


def test_bytes_between_entries_are_refused(plain):
    place = plain.index(b"PK\x03\x04", 4)
    shifted = bytearray(plain[:place] + b"hidden" + plain[place:])
    end = len(shifted) - 22
    struct.pack_into("<I", shifted, end + 16, struct.unpack_from("<I", shifted, end + 16)[0] + 6)
    second = shifted.index(b"PK\x01\x02", shifted.index(b"PK\x01\x02") + 4)
    struct.pack_into("<I", shifted, second + 42, struct.unpack_from("<I", shifted, second + 42)[0] + 6)
    with pytest.raises(ArchiveError, match="gap"):
        read(bytes(shifted))


def test_content_that_is_not_what_the_directory_says_is_refused(plain):
    entry = read(plain)["a.xml"]
    for wrong in (entry.packed[:-1], entry.packed + b"\0", b"", b"\xff" * 9):
        with pytest.raises(ArchiveError):
            type(entry)(entry.name, entry.method, entry.crc, entry.size, wrong).content()
    with pytest.raises(ArchiveError):
        type(entry)(entry.name, entry.method, entry.crc, entry.size - 1, entry.packed).content()


def test_an_enormous_content_is_refused_unread():
    small = write([pack("a.xml", b"")])
    big = bytearray(small)
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", big, big.index(mark) + place, 0x7FFFFFFF)
    with pytest.raises(ArchiveError, match="too large"):
        read(bytes(big))


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_nothing_but_the_one_error_comes_out(data):
    try:
        read(b"PK\x03\x04" + data + b"PK\x05\x06" + bytes(18))
    except ArchiveError:
        return
    pytest.fail("this was no ZIP file")
