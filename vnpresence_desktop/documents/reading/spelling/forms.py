"""Unicode as it is stored: one sign a letter (NFC), the Vietnamese letter and not its double, nothing that nobody sees."""

import re
import unicodedata

from vnpresence_desktop.domain.syllables import is_written_syllable

_UNSEEN = (
    "\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufdd0-\ufdef\ufffe\uffff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
)
_STRAY = re.compile(f"[{_UNSEEN}]")
_INVISIBLE = re.compile(f"[\u00ad{_UNSEEN}]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_MARK = re.compile("[\u0300-\u036f]")
_TONE_FIRST = re.compile("([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])")
_DOUBLES = str.maketrans("ÐðƉɖƢƣ", "ĐđĐđƯư")
"""Eth, the African D and Gha are drawn like Đ and Ư, or stand in their place in fonts of the time."""
_WITH_DOUBLE = re.compile("[^\\W\\d_]*[ÐðƉɖƢƣ][^\\W\\d_]*")


def compose(text: str) -> str:
    """Letters and the marks after them as one sign, in whichever order they were typed, and Đ and Ư for their doubles."""
    composed = _WITH_DOUBLE.sub(_without_double, _composed(text))
    return _composed(composed) if composed != text else text


def visible(text: str) -> str:
    """The text without marks nobody sees, with plain spaces for others of their width; line breaks and tabs stay."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text))


def without_strays(text: str) -> str:
    """The text without what is invisible in every spelling; the soft hyphen is a letter in some."""
    return _STRAY.sub("", text)


def _composed(text: str) -> str:
    if not _MARK.search(text):
        return text
    return unicodedata.normalize("NFC", _TONE_FIRST.sub(r"\2\1", unicodedata.normalize("NFD", text)))


def _without_double(match: re.Match[str]) -> str:
    """Only in what is Vietnamese then: a syllable, or an abbreviation such as ĐTXD; "Guðrún" stays."""
    meant = match[0].translate(_DOUBLES)
    return meant if meant.isupper() or is_written_syllable(meant) else match[0]
