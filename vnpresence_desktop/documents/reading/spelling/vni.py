"""Text typed for VNI-Times and its kin: a plain letter, then a second sign that is drawn over or under it."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_SINGLE = dict(zip("ôöñæóòîíì", "ơưđỉĩịỵíì", strict=True))
"""Letters that are one sign."""
_SIGNS = (("aeouyôö", "øùûõï", ""), ("aeo", "âàáåãä", "\u0302"), ("a", "êèéúüë", "\u0306"))
"""Letters, the signs after them (with ở first the bare hat or bow, then one a tone), what all of these put on the letter."""


def _pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for letters, signs, over in _SIGNS:
        tones = ["", *_TONES] if over else list(_TONES)
        for sign, tone in zip(signs, tones, strict=True):
            pairs |= {letter + sign: _SINGLE.get(letter, letter) + over + tone for letter in letters}
    return {pair: unicodedata.normalize("NFC", letter) for pair, letter in pairs.items()}


_LETTERS = _pairs() | _SINGLE
_LETTER = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)) + "|[^\x00-\x7f]", re.IGNORECASE)
_PLAIN = re.compile("[aeouyô][øùõâàáåãäêèéú]", re.IGNORECASE)


def read(text: str) -> str:
    """The letters that the font draws; other signs stay."""
    return _LETTER.sub(_letter, text)


def is_readable(text: str) -> bool:
    """Whether every sign beyond ASCII is a letter of the font or stands after a letter that it belongs to."""
    return all(match[0].lower() in _LETTERS for match in _LETTER.finditer(text))


def is_plain(text: str) -> bool:
    """Whether two signs stand together as in hardly any language else ("ï" after a letter is French or Dutch)."""
    return _PLAIN.search(text) is not None


def _letter(match: re.Match[str]) -> str:
    letter = _LETTERS.get(match[0].lower(), match[0])
    return letter.upper() if match[0][0].isupper() else letter
