"""Lists typed for the fonts of the 1990s, TCVN3 (.VnTime) and VNI (VNI-Times): signs of Western languages drawn as Vietnamese.

A file does not say so, for a font is an ornament of its cells; but "NguyÔn" and "Nguyeãn" are no Vietnamese.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from vnpresence_desktop.documents.reading.workbook import Cell, Sheet

TCVN3, VNI = "TCVN3 (.VnTime)", "VNI (VNI-Times)"

_SAMPLE = 300
"""Rows that tell how a sheet was typed."""
_LEAST = 3
"""Cells that must look typed so; one or two may be foreign names."""

_SOUND = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that only Unicode has."""
_OF_TCVN3 = re.compile("(?i:(?<=[a-z])[µ¸¶·¹¨»¾¼½©®ª«¬\u00ad§ß¦þ]|[µ¸¶·¹¨»¾¼½©®ª«¬\u00ad§ß¦¡¢£¤¥þ](?=[a-z]))")
_OF_VNI = re.compile("(?i:[ae][ùøûõïâáàåãäêéèúüë]|[ouyôö][ùøûõïåä]|[ñö])")
"""Signs in a neighbourhood where Vietnamese in Unicode never has them ("Hoà" and "Nguyên" are sound)."""

_FROM_TCVN3 = str.maketrans(
    "¡¢§£¤¥¦µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
    "ĂÂĐÊÔƠƯàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
)
"""TCVN 5712:1993, VN3."""

_FROM_VNI = re.compile("([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñæóòî]", re.IGNORECASE)
_LETTERS = dict(zip("ôöñæóòîÔÖÑÆÓÒÎ", "ơưđỉĩịỵƠƯĐỈĨỊỴ", strict=True))
_MARKS = {
    sign: above + tone
    for signs, above, tones in (
        ("øùûõï", "", "\u0300\u0301\u0309\u0303\u0323"),
        ("âàáåãä", "\u0302", " \u0300\u0301\u0309\u0303\u0323"),
        ("êèéúüë", "\u0306", " \u0300\u0301\u0309\u0303\u0323"),
    )
    for sign, tone in zip(signs, (tone.strip() for tone in tones), strict=True)
}
"""Sign after a letter → what stands over or under it: a tone, a hat (â), a bow (ă)."""


def old_font(sheet: Sheet) -> str:
    """The kind of old font that most of a sheet was typed for, `TCVN3` or `VNI`; "" for Unicode."""
    cells = [cell for row in sheet.rows[:_SAMPLE] for cell in row if isinstance(cell, str)]
    kinds = Counter(map(_kind, cells))
    if kinds[TCVN3] + kinds[VNI] < max(_LEAST, kinds[""]):
        return ""
    return TCVN3 if kinds[TCVN3] * 3 > kinds[VNI] else VNI  # some words of TCVN3 look like VNI, none the other way


def in_unicode(sheet: Sheet, font: str) -> Sheet:
    """The sheet with the cells of an old font in Unicode; rows that are in Unicode stay as they are."""
    read = _from_tcvn3 if font == TCVN3 else _from_vni
    return replace(sheet, rows=[_row_in_unicode(row, read) for row in sheet.rows])


def _kind(text: str) -> str | None:
    """What a cell was typed for: "" for Unicode, None where its letters are the same everywhere."""
    if text.isascii():
        return None
    if _SOUND.search(text):
        return ""
    return TCVN3 if _OF_TCVN3.search(text) else VNI if _OF_VNI.search(text) else None


def _row_in_unicode(row: Sequence[Cell], read: Callable[[str], str]) -> list[Cell]:
    kinds = [_kind(cell) if isinstance(cell, str) else None for cell in row]
    whole = "" not in kinds and any(kinds)  # "Tên" alone may be of either kind: its row tells
    return [
        read(cell) if isinstance(cell, str) and (kind or (whole and not cell.isascii())) else cell
        for cell, kind in zip(row, kinds, strict=True)
    ]


def _from_tcvn3(text: str) -> str:
    return text.translate(_FROM_TCVN3)


def _from_vni(text: str) -> str:
    return unicodedata.normalize("NFC", _FROM_VNI.sub(_letter_of_vni, text))


def _letter_of_vni(match: re.Match[str]) -> str:
    letter, sign = match[1] or match[0], match[2] or ""
    return _LETTERS.get(letter, letter) + (_MARKS[sign.lower()] if sign else "")
