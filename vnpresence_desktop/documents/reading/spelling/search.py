"""The quick way: which cells may be anything but sound Unicode. A sheet without any is let pass at once."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from vnpresence_desktop.documents.reading.sheets import Cell, Place

_TOGETHER = 256
"""Rows whose texts are searched as one: nearly all sheets are sound from the first to the last row."""

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = "đ" + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES)
_SIGNS = "°–—‘’“”…•\u2212"
_UNUSUAL = re.compile(f"[^\x00-\x7f{_LETTERS}{_LETTERS.upper()}{_SIGNS}]")
_PAIR = re.compile(
    "[ùõâáàãêéèúÀ-Þ](?:(?<=[aeAE][ùõâáàãêéèúÙÕÂÁÀÃÊÉÈÚ])|(?<=[ouyôOUYÔ][ùõÙÕ])|(?<=[a-z][À-Þ]))",
)
"""Two vowels as VNI puts them together, or a capital of TCVN3 in a word ("LiÔu"), as no sound word has them."""


def is_unusual(text: str) -> bool:
    """Whether a text holds a sign, or two together, that plain Vietnamese in Unicode does not have."""
    return _UNUSUAL.search(text) is not None or _PAIR.search(text) is not None


def unusual_cells(rows: Sequence[Sequence[Cell]]) -> dict[Place, str]:
    """Place (row from 1, column from 0) → text of the cells that need a closer look."""
    found: dict[Place, str] = {}
    for start in range(0, len(rows), _TOGETHER):
        part = rows[start : start + _TOGETHER]
        texts = [cell for row in part for cell in row if type(cell) is str and not cell.isascii()]
        if is_unusual("\n".join(texts)):
            found.update((place, text) for place, text in texts_of(part, start + 1) if is_unusual(text))
    return found


def texts_of(rows: Sequence[Sequence[Cell]], first: int = 1) -> Iterator[tuple[Place, str]]:
    """Place and text of each cell with a sign beyond ASCII; ``first`` is the number of the first row."""
    for number, row in enumerate(rows, first):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and not cell.isascii():
                yield (number, column), cell
