"""Hamlets and quarters (ấp, khu vực …) as they stand in a column of their own or inside an address."""

import re
from functools import lru_cache

from vnpresence_desktop.domain.text import clean, words

UNKNOWN_HAMLET = "Chưa rõ"
"""What is stored where a list does not say; the office sorts these later."""

_KINDS = {
    "ấp": "Ấp", "ap": "Ấp", "khu vực": "Khu vực", "khu vuc": "Khu vực", "kv": "Khu vực", "khóm": "Khóm", "khom": "Khóm",
    "thôn": "Thôn", "thon": "Thôn", "khu phố": "Khu phố", "kp": "Khu phố", "buôn": "Buôn", "bản": "Bản", "xóm": "Xóm",
    "tổ dân phố": "Tổ dân phố", "tdp": "Tổ dân phố",
}  # fmt: skip
_NAMES = "|".join(sorted(_KINDS, key=len, reverse=True))
_NAMED = r"(?:\s+|\s*[:.]\s*|(?=\d))(?P<name>\S.*)"
_KIND_FIRST = re.compile(rf"(?P<kind>{_NAMES}){_NAMED}", re.IGNORECASE)
_IN_PART = re.compile(rf"(?:(?:tổ|số)\s*\w+\s+)?(?P<kind>{_NAMES}){_NAMED}", re.IGNORECASE)
_ANYWHERE = re.compile(rf"\b(?P<kind>ấp|khu vực|kv|khóm){_NAMED}", re.IGNORECASE)
_PARTS = re.compile(r"[,;()]|\s[-–]|[-–]\s")
_ABOVE = re.compile(
    r"\s+(?:xã|phường|thị trấn|huyện|quận|thành phố|tỉnh|tp|tt|x|p|h)\b.*|\s+(?:xã|phường|tp)\..*", re.IGNORECASE
)
_NUMERAL = re.compile(r"^(?:[IVX]+|[A-Z]|\d+)\s*[.)\-:]\s*")


def hamlet_in(address: str) -> str:
    """The hamlet that an address names, with its kind ("Ấp Thới Phước"); "" where it names none."""
    parts = (
        _PARTS.split(address)
        if "(" in address or "-" in address or "–" in address or ";" in address
        else address.split(",")
    )
    for part in parts:
        if name := _hamlet_in_part(part):
            return name
    return ""


@lru_cache(50_000)
def _hamlet_in_part(part: str) -> str:
    match = _IN_PART.match(part.strip()) or _ANYWHERE.search(part)
    return _named(match) if match else ""


@lru_cache(4096)
def hamlet_of(text: str, heading: str = "") -> str:
    """The hamlet that a cell or a group line names.

    Args:
        text: e.g. "Thới Phước", "KV 3", "I. Ấp Thới Phước".
        heading: of its column; where that is a kind of hamlet alone ("Ấp") it is put before the name.
    """
    text = _NUMERAL.sub("", clean(text))
    if match := _KIND_FIRST.fullmatch(text):
        return _named(match)
    kind = _KINDS.get(words(heading)) or _KINDS.get(clean(heading).casefold())
    return f"{kind} {text}" if kind and text else text


def group_hamlet(text: str) -> str:
    """The hamlet of a group line between records; "" where the line names something else."""
    text = _NUMERAL.sub("", clean(text))
    match = _KIND_FIRST.fullmatch(text)
    return _named(match) if match else ""


def _named(match: re.Match[str]) -> str:
    name = _ABOVE.sub("", match["name"]).strip(" .:")
    name = name.title() if name.isupper() and not any(letter.isdigit() for letter in name) else name
    return f"{_KINDS[match['kind'].casefold()]} {name}" if name else ""
