"""Text whose bytes were read with the wrong table: UTF-8 as Windows-1252, Latin-1 or Windows-1258, once or more often."""

import re
from itertools import chain

_MOST = 4
"""How often the wrong reading is taken back."""


def _bytes_by_sign() -> dict[int, int]:
    """Sign → the byte that it was read from, for all three tables at once: no sign stands for two bytes."""
    signs: dict[int, int] = {}
    for byte, table in chain.from_iterable(((byte, table) for byte in range(0x80, 0x100)) for table in _TABLES):
        signs[ord(bytes([byte]).decode(table, "replace"))] = byte
    signs.pop(0xFFFD)
    return signs


_TABLES = ("latin-1", "cp1252", "cp1258")
_BYTES = _bytes_by_sign()

_SURE = re.compile(
    "\xc3[\x80-\x83\x88-\x8a\x8c-\x90\x98-\x9a\x9c-\x9f\xa1-\xbf]"
    "|(?<=[a-z])\xc3[\x80-\xbf]|\xc3[\x92-\x95](?=[A-Za-z])|\xc3\xa0(?=(?:[imouy]|n[gh]?)(?![A-Za-z]))"
    "|\xc2[\x80-\xbf]"
    "|\xc4[\x82\x83\x90\x91\xa8\xa9]|\xc5[\x92\x93\xa0\xa1\xa8\xa9\xb8\xbd\xbe]|\xc6[\x92\xa0-\xa3\xaf\xb0]"
    "|\xcb[\x86\x9c]|\xcc[\x80-\x83\x86\x89\x9b\xa3]"
    "|\xe1[\xba\xbb][\x80-\xbf]"
    "|\xe2\x80[\x80-\xbf]|\xe2\x82[\xab\xac]|\xe2\x84\xa2"
    "|\xef\xbb\xbf"
)
"""UTF-8 of what Vietnamese lists hold, or of its own misreading, as signs that stand side by side in no sound text.

Not "XÃ" before a closing quote (Ò, Ó, Ô, Õ), a dash or a no-break space (à): these count where something else is sure.
"""
_LIKELY = re.compile(_SURE.pattern + "|\xc3[\x80-\xbf]")
_ANY = re.compile(_LIKELY.pattern + "|\xc3(?=\\s|$)|\xc4(?![\x80-\xff])")
_CUT = {"\xc3": "à", "\xc4": "Đ"}
"""What a first byte alone was: a no-break space became a plain one or was cut off ("HÃ Ná»™i"); no table has 0x90."""
_POSSIBLE = re.compile("[ÃĂ]|[ÂÄÅÆËÌáâï\u0300][^\x00-\x7f]|Ä")
"""What begins a letter that was read wrongly, for a quick no."""
_QUOTE = re.compile("(?<![»ºÃÂ])«")
"""Opens a quotation, "«rau, cá»"; elsewhere the sign is part of a letter: "tá»«"."""
_CONTROLS = re.compile("[\x80-\x9f]")


def mend(text: str, *, suspected: bool = False) -> str:
    """The text as it was before the wrong reading; sound text comes back as it is.

    Args:
        text: any.
        suspected: its neighbours were read wrongly, so signs that could be sound are not.
    """
    for _ in range(_MOST):
        if not _POSSIBLE.search(text):
            break
        shown = text.translate(_BYTES)
        if _QUOTE.search(text) or not (_LIKELY if suspected else _SURE).search(shown):
            break
        text = _taken_back(text, shown, _ANY if _SURE.search(shown) else _LIKELY)
    return _CONTROLS.sub(_windows_sign, text)


def _taken_back(text: str, shown: str, misread: re.Pattern[str]) -> str:
    parts: list[str] = []
    last = 0
    for match in misread.finditer(shown):
        meant = _CUT.get(match[0]) or match[0].encode("latin-1").decode("utf-8", "replace")
        parts += [text[last : match.start()], meant]
        last = match.end()
    return "".join([*parts, text[last:]])


def _windows_sign(match: re.Match[str]) -> str:
    """What Windows-1252 has where Latin-1 has a control sign."""
    return match[0].encode("latin-1").decode("cp1252", "ignore")
