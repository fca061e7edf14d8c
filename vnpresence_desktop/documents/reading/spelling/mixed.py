"""A cell that holds both Unicode and an old spelling: "M¸y mãc thiết bÞ", "NguyÔn V¨n An, ấp Đông"."""

import re

from vnpresence_desktop.documents.reading.spelling import tcvn3
from vnpresence_desktop.documents.reading.spelling.fonts import OLD, Font
from vnpresence_desktop.documents.reading.spelling.words import READ, SURE, Look, look, mend_words

_PARTS = re.compile(r"([,;:/()\n])")


def font_of(seen: Look, column: Font | None) -> Font | None:
    """The old font of the words that are not in Unicode; None where there are none.

    Args:
        seen: of a cell with letters that only Unicode has.
        column: what most of its column was typed for, None for unknown: it may tell of one doubtful word.
    """
    best = max(OLD, key=lambda font: seen.fits[font].evidence)
    return best if seen.fits[best].evidence >= (1 if column is best else SURE) else None


def read(text: str, font: Font) -> str:
    """The text with such words in Unicode."""
    return "".join(_read_part(part, font) for part in _PARTS.split(text))


def _read_part(part: str, font: Font) -> str:
    """A part without a letter of Unicode was typed as a whole; in others word by word."""
    seen = look(part)
    whole = not seen.marked and seen.fits[font].evidence and seen.allows(font)
    read = READ[font](part) if whole else mend_words(part, font)
    return tcvn3.in_case(read) if font is Font.TCVN3 and read != part else read
