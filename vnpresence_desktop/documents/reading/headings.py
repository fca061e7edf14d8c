"""What a heading of a list means, whatever way an office writes it. The words are data: ``resources/columns.toml``."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from vnpresence_desktop import assets
from vnpresence_desktop.domain.syllables import is_syllable
from vnpresence_desktop.domain.text import clean, words

EXACT, BARE, PARTS, RULE, FILLER, ALIKE = 100, 98, 92, 90, 88, 80
"""How sure a meaning is: as listed, without brackets, by its parts, by rule, without filler words, by likeness."""

MAX_LENGTH = 90
"""Longer texts are sentences, no headings; remarks in brackets don't count."""

_MOST = 600
"""Letters of a heading with its remarks."""

_LIKENESS = 84
BRACKETS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")
"""Remarks in brackets, which say how to write, not what."""
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
"""An abbreviation with its dots: "M.S.T", "C.C.C.D."."""
_DOUBLED = re.compile(r"(.)\1+")
_PART = re.compile(r"[/;,\n]| hoặc | - |–")
_TITLE = re.compile(
    r"danh sach |tong hop |bang (?:tong|ke|theo|danh|so) |uy ban |cong hoa |doc lap |bieu |phu luc |mau so "
)
_ONLY_FULL = {  # the marks decide: folded, "Họ" and "Hộ", "Nam" and "Năm" are the same
    "nam": "sex_male", "nữ": "sex_female", "họ": "surname", "hộ": "household_name", "tên họ": "person",
}  # fmt: skip
_BIRTH_PART = {
    "ngày": "birth_day",
    "tháng": "birth_month",
    "năm": "birth_year",
    "nam": "birth_male",
    "nữ": "birth_female",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means.

    Attributes:
        name: key of ``headings`` in columns.toml, or of a rule; "" for unknown.
        sure: 0 to 100.
    """

    name: str = ""
    sure: int = 0


UNKNOWN = Meaning()


@dataclass(frozen=True, slots=True)
class _Rule:
    meaning: str
    every: tuple[str, ...]
    some: tuple[str, ...]
    never: tuple[str, ...]

    def fits(self, heading: str) -> bool:
        """Whether it holds for a heading of whole words between single spaces."""

        def holds(run: str) -> bool:
            return f" {run} " in heading

        return (
            all(map(holds, self.every))
            and (not self.some or any(map(holds, self.some)))
            and not any(map(holds, self.never))
        )


class Vocabulary:
    """The words of columns.toml, ready for looking up."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._short: dict[str, str] = data["short"]
        self._shorts = _any_of(self._short)
        self._filler = _any_of(self.spell(word) for word in data["filler"]["words"])
        self._guard = frozenset(data["guard"]["words"])
        self._known: dict[str, str] = {
            self.spell(words(text)): meaning for meaning, texts in data["headings"].items() for text in texts
        }
        self._bracketed = frozenset(
            self.spell(words(text)) for texts in data["headings"].values() for text in texts if "(" in text
        )
        self._rules = tuple(
            _Rule(rule["meaning"], *(tuple(rule.get(name, ())) for name in ("all", "any", "none")))
            for rule in data["rule"]
        )
        listed = [*self._known, *self._short, *(run for rule in self._rules for run in (*rule.every, *rule.some))]
        self._words = frozenset(word for text in listed for word in text.split())

    def spell(self, folded: str) -> str:
        """A folded text with its short forms written out."""
        return self._shorts.sub(lambda match: self._short[match[0]], folded)

    def recognise(self, text: str) -> Meaning:
        """What a heading means."""
        if len(text) > _MOST:
            return UNKNOWN
        text = _DOTTED.sub(_without_dots, text)
        outside = BRACKETS.sub(" ", text)
        full = self.spell(words(text))
        if len(outside) > MAX_LENGTH or not words(outside) or full.replace(" ", "").isdigit():
            return UNKNOWN
        if found := self._by_marks(outside if words(outside) else text):
            return Meaning(found, EXACT)
        bare = full if full in self._bracketed else self.spell(words(outside)) or full
        if found := self._known.get(bare, ""):
            return Meaning(found, EXACT if bare == full else BARE)
        if found := self._known.get(full, ""):
            return Meaning(found, BARE)
        if _TITLE.match(full + " "):
            return UNKNOWN
        return self._mistyped(text) or self._loosely(text, bare)

    def lists(self, text: str) -> bool:
        """Whether a heading is listed as it stands; much quicker than `recognise` for texts that are none."""
        return len(text) < _MOST and self.spell(words(BRACKETS.sub(" ", text))) in self._known

    def _mistyped(self, text: str) -> Meaning | None:
        """What a heading means once its words that can't be Vietnamese and are near a listed one are put right."""
        right = re.sub(r"\w{4,}", self._put_right, clean(text))
        found = UNKNOWN if words(right) == words(text) else self.recognise(right)
        return Meaning(found.name, min(found.sure, ALIKE)) if found.name else None

    def _put_right(self, match: re.Match[str]) -> str:
        from rapidfuzz.distance import OSA

        word = words(match[0])
        if word in self._words or is_syllable(match[0]):
            return match[0]
        if (single := _DOUBLED.sub(r"\1", word)) in self._words:
            return single
        near = [known for known in self._words if len(known) > 3 and OSA.distance(word, known, score_cutoff=1) == 1]
        return near[0] if len(near) == 1 else match[0]

    def _loosely(self, text: str, bare: str) -> Meaning:
        if found := self._by_parts(text):
            return Meaning(found, PARTS)
        if found := next((rule.meaning for rule in self._rules if rule.fits(f" {bare} ")), ""):
            return Meaning(found, RULE)
        if found := self._known.get(re.sub(r"\s+", " ", self._filler.sub(" ", bare)).strip(), ""):
            return Meaning(found, FILLER)
        if found := self._alike(bare):
            return Meaning(found, ALIKE)
        return UNKNOWN

    def _by_marks(self, text: str) -> str:
        parts = re.findall(r"\w+", clean(text).casefold())
        if found := _ONLY_FULL.get(" ".join(parts), ""):
            return found
        return _BIRTH_PART.get(parts[-1], "") if len(parts) > 2 and "sinh" in parts[-3:-1] else ""

    def _by_parts(self, text: str) -> str:
        """For "CCCD/CMND", "Họ tên, ngày sinh": every part has to be known; the first one says what the column is."""
        parts = [self.spell(words(part)) for part in _PART.split(clean(BRACKETS.sub(" ", text)))]
        known = [self._known.get(part, "") for part in parts if part]
        return known[0] if len(known) > 1 and all(known) else ""

    def _alike(self, heading: str) -> str:
        from rapidfuzz import fuzz, process

        heading = heading.removeprefix("so ")
        if len(heading) < 4:
            return ""
        near = process.extract(
            heading, self._known.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_LIKENESS, limit=6
        )
        return next((self._known[key] for key, *_ in near if self._same_kind(heading.split(), key.split())), "")

    def _same_kind(self, heading: list[str], known: list[str]) -> bool:
        """Whether the words that make a heading another one agree; a typing error of one letter is let through."""
        from rapidfuzz.distance import Levenshtein

        def meets(word: str, others: list[str]) -> bool:
            return any(Levenshtein.distance(word, other, score_cutoff=1) <= 1 for other in others)

        added = [word for word in heading if word in self._guard and word not in known]
        lost = [word for word in known if word in self._guard and word not in heading]
        return all(meets(word, known) for word in added) and all(meets(word, heading) for word in lost)


def _without_dots(match: re.Match[str]) -> str:
    return match[0].replace(".", "") + (" " if match[0].endswith(".") else "")


def _any_of(texts: Any) -> re.Pattern[str]:
    longest_first = sorted(set(texts), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


@cache
def data() -> Mapping[str, Any]:
    """The content of columns.toml."""
    return tomllib.loads(assets.text("columns.toml"))


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(data())


@lru_cache(4096)
def recognise(text: str) -> Meaning:
    """What a heading means, whatever its case, marks, short forms, remarks in brackets and typing errors."""
    return _vocabulary().recognise(text)


def is_listed(text: str) -> bool:
    """Whether a text stands in columns.toml as a heading, marks, case and short forms aside."""
    return _vocabulary().lists(text)
