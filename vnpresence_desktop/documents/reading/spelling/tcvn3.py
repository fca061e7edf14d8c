"""Text typed for .VnTime and its kin (TCVN 5712:1993, VN3): one Western sign a letter, and no capital that bears a tone."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto

SIGNS = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾×÷ß"
"""Signs that are no letters, or hardly ones, elsewhere. U+00AD is "ư" here, not a hyphen."""

_TABLE = str.maketrans(
    "¡¢§£¤¥¦µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ" + "\u2212\u2219\u03bc",
    "ĂÂĐÊÔƠƯàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" + "ưãà",
)
"""The last three are what a way through PDF or a web page makes of U+00AD, · and µ."""
_UNUSED = re.compile("[^\x00-\x7f" + "".join(map(chr, _TABLE)) + "]")

_WORD = re.compile(r"[^\W\d_]+")
_HAS_CAPITAL = "ăâđêôơư"
"""Small letters whose capitals have signs of their own: written small, they were meant small."""
_SMALL = re.compile(f"[a-z{_HAS_CAPITAL}]")
_RAISABLE = re.compile(f"(?<![^\\W\\d_])[^\\W\\d_a-zA-Z{_HAS_CAPITAL}{_HAS_CAPITAL.upper()}]")
"""A word whose first letter has no capital sign."""
_TWO_CAPITALS = re.compile(f"[A-Z{_HAS_CAPITAL.upper()}][^\\W\\d_]*[A-Z{_HAS_CAPITAL.upper()}]")
_VOWEL = re.compile("[^\\W\\d_B-DĐF-HJ-NP-TV-XZ]")
_FEW = 5
_PARTS = re.compile(r"([,;()\n])")
_PLACES = frozenset({
    "ấp", "khóm", "khu", "vực", "tổ", "xã", "phường", "đường", "huyện", "quận", "tỉnh", "số", "hẻm", "kênh", "rạch",
    "chợ", "cầu", "thôn", "xóm", "tp", "tt", "thị", "trấn", "tại", "thành", "phố", "ở",
})  # fmt: skip
"""Words that stand small before a name."""
_NAMES = frozenset({"út", "ánh", "ẩn", "ái", "ý"})
"""Given names that hardly stand small in a list, unless a small word follows ("ánh sáng") or precedes ("góp ý")."""


def read(text: str) -> str:
    """The letters that the font draws; other signs stay."""
    return text.translate(_TABLE)


def is_readable(text: str) -> bool:
    """Whether the font has a letter for every sign beyond ASCII."""
    return not _UNUSED.search(text)


class Style(Enum):
    """How most cells of a column use capitals."""

    MIXED = auto()
    TITLED = auto()
    """every word begins with a capital, as in names"""
    CAPITALS = auto()


def in_case(text: str, style: Style = Style.MIXED) -> str:
    """The text as it was meant: letters with a tone have no capital sign of their own, so they come out small.

    Args:
        text: as `read` gives it: "NGUYễN VĂN HùNG", "Trần Thị út".
        style: of the column, or `Style.CAPITALS` for a font that draws small letters as capitals.
    """
    if style_of(text) is Style.CAPITALS or (style is Style.CAPITALS and not _has_small(text)):
        return text.upper()
    if _TWO_CAPITALS.search(text):
        text = _WORD.sub(lambda match: match[0].upper() if _is_capitals(match[0]) else match[0], text)
    return "".join(_raised(part, style) for part in _PARTS.split(text)) if _RAISABLE.search(text) else text


def style_of(text: str) -> Style | None:
    """How one cell uses capitals; None where nothing tells ("Võ", "Số TT": such an S or TT is large either way)."""
    words = _WORD.findall(text)
    if not _has_small(text):
        return Style.CAPITALS if any(_is_capitals(word) and _VOWEL.search(word) for word in words) else None
    telling = [word for word in words if _tells(word)]
    if not telling:
        return None
    return Style.TITLED if all(word[0].isupper() for word in telling) else Style.MIXED


def usual_style(texts: Sequence[str]) -> Style:
    """The style of a column: that of four fifths of the cells that tell, five of them at least."""
    counts = Counter(style for text in texts if (style := style_of(text)) is not None)
    if counts.total() < _FEW:
        return Style.MIXED
    style, count = counts.most_common(1)[0]
    return style if count * 5 >= counts.total() * 4 else Style.MIXED


def _has_small(text: str) -> bool:
    return _SMALL.search(text) is not None


def _is_capitals(word: str) -> bool:
    """Two capitals and no small letter but those that have no capital here: "NGUYễN"."""
    return not _has_small(word) and sum(map(str.isupper, word)) >= 2


def _tells(word: str) -> bool:
    """Whether the first letter of a word could have been typed as a capital and as a small letter."""
    return word[0].isascii() or word[0].lower() in _HAS_CAPITAL


def _raised(part: str, style: Style) -> str:
    """A part between commas, first letters of a name raised where all others are."""
    words = [match for match in _WORD.finditer(part) if match[0].lower() not in _PLACES]
    telling = [match[0] for match in words if _tells(match[0])]
    enough = 0 if style is Style.TITLED else 1 if len(words) < len(_WORD.findall(part)) else 2
    if not all(word[0].isupper() for word in telling) or len(telling) < enough:
        words = [match for place, match in enumerate(words) if match[0] in _NAMES and _is_name(words, place)]
    for match in words:
        part = part[: match.start()] + match[0][0].upper() + part[match.start() + 1 :]
    return part


def _is_name(words: list[re.Match[str]], place: int) -> bool:
    before, after = words[max(place - 1, 0)][0], words[place + 1 : place + 2]
    goes_on = bool(after) and after[0][0][0].islower() and after[0][0] not in _NAMES
    return not goes_on and (words[place][0] != "ý" or (place > 1 and before[0].isupper()))
