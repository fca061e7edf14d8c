"""Hamlets and quarters (ấp, khu vực …) as they stand in a column of their own or inside an address."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from vnpresence_desktop.domain.card import name_case
from vnpresence_desktop.domain.problems import Problem, Severity, problem
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
    bare = text.strip(" .:")  # as a name is left by `_named`
    return f"{kind} {_in_name_case(bare)}" if kind and bare else text


def group_hamlet(text: str) -> str:
    """The hamlet of a group line between records; "" where the line names something else."""
    text = _NUMERAL.sub("", clean(text))
    match = _KIND_FIRST.fullmatch(text)
    return _named(match) if match else ""


def _named(match: re.Match[str]) -> str:
    name = _ABOVE.sub("", match["name"]).strip(" .:")
    return f"{_KINDS[match['kind'].casefold()]} {_in_name_case(name)}" if name else ""


def _in_name_case(name: str) -> str:
    """A name in capitals in name case; one letter or one with a digit is a number ("A", "3A")."""
    return name_case(name) if len(name) > 1 and not any(sign.isdigit() for sign in name) else name


class HamletNames:
    """The register's hamlets, and the spellings of a list that a person has led back to them."""

    def __init__(self, answers: Mapping[str, str], listed: Iterable[str]) -> None:
        """Prepare the names.

        Args:
            answers: folded spelling → name, as a person said for this file.
            listed: the register's names; empty: none is told to be missing there.
        """
        names = tuple(listed)
        self._answers = answers
        self._known = {words(name): name for name in names} | {words(name): name for name in answers.values() if name}
        kindless = [(words(_kindless(name)), name) for name in names]
        often = Counter(word for word, _ in kindless)
        self._kindless = {word: name for word, name in kindless if often[word] == 1}
        self._compared = bool(names)
        self._settled: dict[tuple[str, str], tuple[str, Problem | None]] = {}

    def settle(self, name: str, said: str = "") -> tuple[str, Problem | None]:
        """The register's name for a hamlet as read, and what is to be told where there is none.

        Args:
            name: as read, with its kind ("Ấp Thới Phước").
            said: the cell itself, where it differs.
        """
        if not self._answers and not self._compared:
            return name, None
        key = (name, said)
        if key not in self._settled:
            self._settled[key] = self._look_up(name, said)
        return self._settled[key]

    def _look_up(self, name: str, said: str) -> tuple[str, Problem | None]:
        word = words(name)
        for spelling in (words(said), word):
            if spelling and spelling in self._answers:
                return self._answers[spelling], None
        if not self._compared or not word:
            return name, None
        if found := self._known.get(word) or self._kindless.get(word):
            return found, None
        return name, problem("hamlet", "hamlet_not_listed", Severity.WARNING, original=name, word=word)


def _kindless(name: str) -> str:
    match = _KIND_FIRST.fullmatch(name)
    return match["name"] if match else name
