"""Bytes → text for files that say nothing, or the wrong thing, about their encoding."""

import codecs
import re
import unicodedata

_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
"""``<?xml encoding="…"?>``, ``<meta charset="…">``, ``content="text/html; charset=…"``."""
_BEGINNING = 2048
_BLANK = 0.3
"""Share of zero bytes in every second place from which a text counts as UTF-16: half of the letters of a list are Latin."""
_WINDOWS = "cp1258"
"""What Excel writes as "CSV" and "web page" on a Vietnamese PC."""


def decode(data: bytes) -> str:
    """The text of a list: UTF-16 by its mark or its zero bytes, UTF-8 where that is possible, else Windows-1258, in NFC."""
    sixteen = _utf_16(data)
    if sixteen:
        return data.decode(sixteen, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return unicodedata.normalize("NFC", data.decode(_WINDOWS, "replace"))


def decode_markup(data: bytes) -> str:
    """The text of a web page or of XML: as `decode`, but what is no UTF-8 is read as the file declares.

    Text that happens to be sound UTF-8 beyond ASCII is UTF-8 whatever the file says: exports often declare another.
    """
    declared = _declared(data)
    if _utf_16(data) or declared is None or _is_utf_8(data):
        return decode(data)
    return unicodedata.normalize("NFC", data.decode(declared, "replace"))


def _utf_16(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:_BEGINNING]
    for codec, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if zeros and zeros.count(0) > _BLANK * len(zeros) and zeros.count(0) > 0.9 * start.count(0):
            return codec
    return None


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    """The encoding that a file names, if Python knows it and it can be one of these bytes."""
    match = _DECLARED.search(data[:_BEGINNING])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        "a".encode(name)
    except LookupError:  # unknown, or no encoding of text (rot13, base64)
        return None
    plain = name in ("utf-8", "utf-8-sig", "ascii") or name.startswith(("utf-16", "utf-32"))
    return None if plain else name
