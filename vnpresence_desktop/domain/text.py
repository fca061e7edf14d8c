"""Vietnamese text: one stored form (NFC), one folded form for matching, one sort key."""

import re
import unicodedata

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
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]")


def clean(text: str) -> str:
    """The form that is stored: NFC, one space where there were several (NBSP too), none at the ends, no invisible marks."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", text))).strip()


def fold(text: str) -> str:
    """The form that is compared: no marks, đ and Ð as d, lower case, single spaces ("Hoà" and "hòa" are both "hoa")."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ð", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return clean(letters)


def words(text: str) -> str:
    """`fold` with everything but letters and digits turned into single spaces, for headings and labels."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def sort_key(text: str) -> str:
    """Vietnamese dictionary order as a text that compares byte by byte (CLDR "vi": letter, then tone, then case)."""
    letters: list[str] = []
    tones: list[str] = []
    capitals: list[str] = []
    for sign in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(sign):
            letters.append(_primary(sign.lower()))
            tones.append("1")
            capitals.append("0" if sign == sign.lower() else "1")
        elif letters and sign in _TONE:
            tones[-1] = _TONE[sign]
        elif letters:
            letters[-1] = letters[-1][0] + _LETTER.get((letters[-1][0], sign), letters[-1][1:])
    return "\x01".join(("".join(letters), "".join(tones).rstrip("1"), "".join(capitals).rstrip("0")))


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
