"""Vietnamese text: one stored form (NFC), one folded form for matching, one sort key."""

import re
import unicodedata
from functools import lru_cache

_TONE = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_LETTER = {
    ("a", "\u0306"): "b",
    ("a", "\u0302"): "c",
    ("e", "\u0302"): "b",
    ("o", "\u0302"): "b",
    ("o", "\u031b"): "c",
    ("u", "\u031b"): "b",
}
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufdd0-\ufdef\ufffe\uffff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]"
)


def clean(text: str) -> str:
    """The form that is stored: NFC, one space where there were several (NBSP too), none at the ends, no invisible marks."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", text))).strip()


class _Folded(dict[int, str]):
    """Sign → its folded form, worked out once a sign: lists of 100,000 rows are folded sign by sign."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = unicodedata.normalize("NFD", sign.casefold().replace("đ", "d").replace("ð", "d"))
        self[code] = "".join(part for part in plain if not unicodedata.combining(part) and not _INVISIBLE.match(part))
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The form that is compared: no marks, đ and Ð as d, lower case, single spaces ("Hoà" and "hòa" are both "hoa")."""
    plain = " ".join(text.translate(_FOLDED).split())
    return plain if plain.isascii() else clean(plain)


def capital(text: str) -> str:
    """A text as it begins a line: its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def words(text: str) -> str:
    """`fold` with everything but letters and digits turned into single spaces, for headings and labels."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def sort_key(text: str) -> str:
    """Vietnamese dictionary order as a text that compares byte by byte (CLDR "vi": letter, then tone, then case)."""
    keys = [_letter_key(sign) for sign in unicodedata.normalize("NFC", text)]
    letters = "".join(key[0] for key in keys)
    tones = "".join(key[1] for key in keys).rstrip("1")
    capitals = "".join(key[2] for key in keys).rstrip("0")
    return f"{letters}\x01{tones}\x01{capitals}"


@lru_cache(maxsize=1024)
def _letter_key(sign: str) -> tuple[str, str, str]:
    """Letter, tone and case of one composed sign; a mark that stands alone weighs nothing."""
    base, *marks = list(unicodedata.normalize("NFD", sign))
    if unicodedata.combining(base):
        return "", "", ""
    letter, tone = _primary(base.lower()), "1"
    for mark in marks:
        tone = _TONE.get(mark, tone)
        letter = letter[0] + _LETTER.get((letter[0], mark), letter[1:])
    return letter, tone, "0" if base == base.lower() else "1"


def _primary(sign: str) -> str:
    if sign == "đ":
        return "db"
    if "a" <= sign <= "z":
        return sign + "a"
    if sign.isdigit():
        return "0" + sign
    return "  " if sign.isspace() else "!" + sign


def name_sort_key(name: str) -> str:
    """`sort_key` of a person's name in the order of Vietnamese lists: given name (tên) first, then family and middle."""
    parts = name.split()
    return sort_key(" ".join(parts[-1:] + parts[:-1]))
