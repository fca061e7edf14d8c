"""What each line below the heading of a list is: a record, or why it is none."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vnpresence_desktop.documents.reading.heading_lines import FACTS, NAMES, Heading, filled, text_of
from vnpresence_desktop.documents.reading.headings import Meaning, data
from vnpresence_desktop.documents.reading.places import group_hamlet
from vnpresence_desktop.documents.reading.sheets import Cell
from vnpresence_desktop.domain.text import fold

_INDEX = re.compile(r"[(\[]?\s*(?:\d{1,2}|[A-Za-z]|[IVX]+)\s*[)\]]?(?:\s*=.*)?")
_PLACE_AND_DAY = re.compile(r"ngày[\s\d.…/]*tháng[\s\d.…/]*năm(?! sinh)")
_ORDINAL = re.compile(r"\d{1,6}")
_NUMERALS = (re.compile(r"[IVX]+\s*[.)\-:/]"), re.compile(r"[A-ZĐ]\s*[.)\-:/]"), re.compile(r"\d+\s*[.)\-:/]"))
_PART = re.compile(r"(?:[IVX]+|[A-ZĐ])[.)]?")
_COUNT = re.compile(
    r"[\s:(\-–]*\d+\s*(?:hộ|người|thanh niên|cơ sở|đoàn viên|doanh nghiệp|công dân|HKD|DN)\b.*$", re.IGNORECASE
)
_DIGITS = "0123456789"
_PLAIN_FACTS = 3
"""Facts that no total and no signature has."""


class Skip(StrEnum):
    """Why a row is no record of the list that was read."""

    BLANK = "blank"
    INDEX = "index"
    """the line (1) (2) (3) … or of units under the heading"""
    HEADING = "heading"
    """the heading or a title once more, as on every printed page"""
    GROUP = "group"
    """a line that only names the part of the list below it, e.g. an ấp"""
    TOTAL = "total"
    FOOTER = "footer"
    """signatures and remarks below the list"""
    STRAY = "stray"
    """something stands here, but neither a name nor two facts of a record"""
    OTHER_TABLE = "other_table"
    """it belongs to another, smaller list of the sheet; for one that stands above or beside, the row of its heading"""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no record.

    Attributes:
        row: Excel row, from 1.
        reason: see `Skip`.
        text: what stands there, cut to 80 letters.
    """

    row: int
    reason: Skip
    text: str = ""


class LineSorter:
    """Tells records from other lines, top to bottom; remembers the group and whether the list's end was seen."""

    def __init__(self, heading: Heading, meanings: Sequence[Meaning], above: Collection[str] = ()) -> None:
        """Prepare a sorter.

        Args:
            heading: of the list.
            meanings: what each column is.
            above: the lines above the heading, folded: they come again on every printed page.
        """
        self._heading = heading
        self._starts = frozenset(text for line in heading.lines for text in list(line.values())[:1])
        self._above = frozenset(above)
        self._width = sum(map(bool, meanings)) or len(heading.texts)
        self._name = _columns(meanings, NAMES)
        self._facts = _columns(meanings, FACTS)
        self._ordinal = _columns(meanings, frozenset({"ordinal"}))[:1]
        self._may_be_plain = bool(self._name) and len(self._facts) > 1
        self._fact, self._other = self._facts[:2] if self._may_be_plain else (-1, -1)
        self._first_name = self._name[0] if self._name else -1
        self._number = self._ordinal[0] if self._ordinal else self._first_name  # a name is no number
        self._totals = tuple(data()["lines"]["total"])
        self._footers = tuple(data()["lines"]["footer"])
        self._fresh = True
        self._ended = self._signed = False
        self.group = ""
        self._level = 0

    def is_plain(self, row: Sequence[Cell]) -> bool:
        """A quick yes for the usual record: a name, and the STT with two facts, or three facts one of which has digits."""
        if self._fresh or not self._may_be_plain:
            return False
        try:
            name = row[self._first_name]
            if type(name) is not str or not name:
                return False
            if (
                type(row[self._number]) is float
                and row[self._fact] not in ("", None)
                and row[self._other] not in ("", None)
            ):
                return True
            return self._has_plain_facts(row)
        except IndexError:
            return False

    def _has_plain_facts(self, row: Sequence[Cell]) -> bool:
        count, sure = 0, False
        for place in self._facts:
            cell = row[place]
            if cell is None or cell == "":
                continue
            count += 1
            sure = sure or type(cell) is not str or cell[0] in _DIGITS or cell[-1] in _DIGITS
            if sure and count >= _PLAIN_FACTS:
                return True
        return False

    def reason(self, row: Sequence[Cell]) -> Skip | None:
        """Why a row is no record; None for a record."""
        found = self._reason(row)
        if found is None:
            self._fresh = self._ended = self._signed = False
        elif found is Skip.HEADING:
            self._fresh, self._ended, self._signed = True, False, False
        return found

    def _reason(self, row: Sequence[Cell]) -> Skip | None:
        cells = filled(row)
        if not cells:
            return Skip.BLANK
        if self._fresh and self._is_index(cells):
            return Skip.INDEX
        if self._is_heading(row, cells):
            return Skip.HEADING
        facts = self._count(row, self._facts)
        numbered = self._is_numbered(row)
        if closing := self._closing(cells, facts, numbered=numbered):
            self._ended = True
            self._signed = self._signed or closing is Skip.FOOTER
            return closing
        return self._by_content(row, cells, facts, numbered=numbered)

    def _by_content(self, row: Sequence[Cell], cells: list[Cell], facts: int, *, numbered: bool) -> Skip | None:
        named = self._is_named(row, cells)
        if (not facts or _is_part(cells)) and self._is_group(cells):
            return Skip.GROUP
        if self._signed and not (numbered and named) and not self._has_digits(row):
            return Skip.FOOTER
        if facts > 1 or (named and (numbered or (facts and not self._ended))):
            return None
        if self._ended:
            return Skip.FOOTER
        if self._fresh and not named and len(cells) > 1 and not any(map(_has_digit, cells)):
            return Skip.HEADING
        if len(cells) <= 2 and not facts:
            self._enter(cells, max(map(text_of, cells), key=len))
            return Skip.GROUP
        return None if named and len(cells) > 1 else Skip.STRAY

    def _is_group(self, cells: list[Cell]) -> bool:
        """Whether a line without facts names a hamlet, or a part with a numeral where a total has closed the last one."""
        text = next((text for cell in cells if group_hamlet(text := _uncounted(text_of(cell)))), "")
        if not text and self._ended and not self._signed and len(cells) <= 3:
            longest = max(map(text_of, cells), key=len)
            numbered = _level(longest) or (len(cells) > 1 and _level(f"{text_of(cells[0])}."))
            text = longest if numbered else ""
        if not text or (len(cells) > 4 and self._ordinal):
            return False
        self._ended = False
        self._enter(cells, text)
        return True

    def _enter(self, cells: list[Cell], text: str) -> None:
        """A new group; a part of a hamlet ("1. Ăn uống" under "II. Ấp 3") does not end the hamlet."""
        text = _uncounted(text)
        level = _level(text) or (_level(f"{text_of(cells[0])}.") if len(cells) > 1 else 0)
        if level > self._level and group_hamlet(self.group) and not group_hamlet(text):
            return
        self.group, self._level = text, level

    def _closing(self, cells: list[Cell], facts: int, *, numbered: bool) -> Skip | None:
        if facts >= _PLAIN_FACTS:
            return None
        texts = [text_of(cell).casefold().lstrip("(- .*+") for cell in cells if not _is_number(cell)]
        if texts and _begins(texts[0], self._totals) and (facts < 2 or not _is_number(cells[0])):
            return Skip.TOTAL
        if numbered or not texts:
            return None
        if facts > 1:  # three or four signatures side by side
            return Skip.FOOTER if _begins(texts[0], self._footers) and not any(map(_has_digit, cells)) else None
        return (
            Skip.FOOTER if any(_begins(text, self._footers) or _PLACE_AND_DAY.search(text) for text in texts) else None
        )

    def _is_index(self, cells: list[Cell]) -> bool:
        """(1) (2) (3) … or a line of units in brackets."""
        texts = [str(int(cell)) if isinstance(cell, float) and cell.is_integer() else text_of(cell) for cell in cells]
        numbered = all(_INDEX.fullmatch(text) for text in texts) and len(texts) >= min(3, self._width)
        return numbered or all(text.startswith("(") and text.endswith(")") for text in texts)

    def _is_heading(self, row: Sequence[Cell], cells: list[Cell]) -> bool:
        first = text_of(cells[0]).casefold()
        if first in self._starts:
            return self._heading.repeated_in(row)
        return bool(self._above) and len(cells) <= 2 and fold(first) in self._above

    def _is_numbered(self, row: Sequence[Cell]) -> bool:
        return any(place < len(row) and _is_number(row[place]) for place in self._ordinal)

    def _is_named(self, row: Sequence[Cell], cells: list[Cell]) -> bool:
        if not self._name:
            return len(cells) > 1 and any(isinstance(cell, str) for cell in cells)
        return any(place < len(row) and isinstance(row[place], str) and row[place] for place in self._name)

    def _has_digits(self, row: Sequence[Cell]) -> bool:
        return any(place < len(row) and _has_digit(row[place]) for place in self._facts)

    @staticmethod
    def _count(row: Sequence[Cell], places: tuple[int, ...]) -> int:
        width = len(row)
        return sum(1 for place in places if place < width and row[place] not in ("", None))


def _columns(meanings: Sequence[Meaning], wanted: Collection[str]) -> tuple[int, ...]:
    return tuple(place for place, meaning in enumerate(meanings) if meaning.name in wanted)


def _is_part(cells: list[Cell]) -> bool:
    """A numeral and a text alone: "I", "Ấp Thới Phước", in whatever columns."""
    return len(cells) == 2 and _PART.fullmatch(text_of(cells[0])) is not None


def _has_digit(cell: Cell) -> bool:
    return any(map(str.isdigit, cell)) if isinstance(cell, str) else cell is not None


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _ORDINAL.fullmatch(cell.strip(" .")) is not None
    return isinstance(cell, int | float) and not isinstance(cell, date)


def _uncounted(text: str) -> str:
    """A group line without the number of its records: "Ấp 3 (12 hộ)"."""
    return _COUNT.sub("", text)


def _level(text: str) -> int:
    """How deep a numeral stands: 1 for "I.", 2 for "A.", 3 for "1."; 0 for none."""
    return next((level for level, numeral in enumerate(_NUMERALS, 1) if numeral.match(text)), 0)


def _begins(text: str, beginnings: tuple[str, ...]) -> bool:
    return text.startswith(beginnings) and any(
        text.startswith(start) and not text[len(start) : len(start) + 1].isalpha() for start in beginnings
    )
