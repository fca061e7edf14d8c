"""Which rows of a sheet are the list: where its heading is, which lines below are records, what the others are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vnpresence_desktop.documents.reading.headings import MAX_LENGTH, Meaning, data, recognise
from vnpresence_desktop.documents.reading.workbook import Cell, Sheet
from vnpresence_desktop.domain.text import clean

_SEARCHED = 40
"""Rows from the top in which a heading is looked for."""
_DEPTH = 3
"""Rows a heading may have."""

_NAMES = frozenset({"household_name", "enterprise_name", "person", "owner", "representative", "bare_name", "surname"})
_FACTS = frozenset({
    "id_number", "tax_code", "enterprise_code", "certificate_no", "phone", "birth_date", "birth_year", "birth_male",
    "birth_female", "address", "business_address", "head_office", "home_address", "residence", "certificate_date",
    "issue_date", "founded", "sex", "email",
})  # fmt: skip
_INDEX = re.compile(r"\(?\s*(?:\d{1,2}|[A-Za-z])\s*\)?(?:\s*=.*)?")
_DATA = re.compile(r"@|\d{4,}|\d[/.\-]\d")
_YEAR = re.compile(r"(?<!\d)(?:(?:\d{1,2}[/.\-]){0,2}(?:19|20)\d\d)(?!\d)")
"""A year or a day, which a heading may name: "Doanh thu năm 2024", "Tính đến 30/6/2025"."""
_PLACE_AND_DAY = re.compile(r"ngày[\s\d.…/]*tháng[\s\d.…/]*năm(?! sinh)")
_ORDINAL = re.compile(r"\d{1,6}")


class Skip(StrEnum):
    """Why a row below the heading is no record."""

    BLANK = "blank"
    INDEX = "index"
    """the line (1) (2) (3) … or of units under the heading"""
    HEADING = "heading"
    """the heading once more, as on every printed page"""
    GROUP = "group"
    """a line that only names the part of the list below it, e.g. an ấp"""
    TOTAL = "total"
    FOOTER = "footer"
    """signatures and remarks below the list"""
    STRAY = "stray"
    """something stands here, but neither a name nor two facts of a record"""


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


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The list in a sheet.

    Attributes:
        header_row: Excel row of the (last) line of the heading.
        headings: text over each column, both lines of a two-line heading joined; "" for none.
        rows: Excel rows of the records.
        groups: for each of `rows` the nearest group line above it, "" for none.
        skipped: every other row below the heading.
    """

    header_row: int
    headings: tuple[str, ...]
    rows: tuple[int, ...]
    groups: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def find_table(sheet: Sheet) -> FoundTable | None:
    """Find the list of a sheet; None where no row looks like a heading (two known headings at least)."""
    heading = _find_heading(sheet.rows)
    if heading is None:
        return None
    first, headings = heading
    return _sort_rows(sheet.rows, first, headings)


def _find_heading(rows: Sequence[Sequence[Cell]]) -> tuple[int, tuple[str, ...]] | None:
    """Index of the first row below the heading, and the headings; the candidate with the most meanings wins."""
    best: tuple[float, int, tuple[str, ...]] | None = None
    for top in range(min(len(rows), _SEARCHED)):
        for depth in range(1, _DEPTH + 1):
            lines = rows[top : top + depth]
            if len(lines) < depth or not _may_be_heading(lines[-1]):
                break
            if len(_filled(lines[0])) < 2:
                break
            headings = _join(lines)
            weight = _weight(headings) - 0.3 * (depth - 1)
            if best is None or weight > best[0]:
                best = (weight, top + depth, headings)
    return best[1:] if best and _weight(best[2]) >= 1.5 else None


def _may_be_heading(line: Sequence[Cell]) -> bool:
    texts = [cell for cell in _filled(line) if isinstance(cell, str) and _is_words(cell)]
    long = sum(len(text) > MAX_LENGTH for text in texts)
    return 0 < len(texts) == len(_filled(line)) and long * 4 <= len(texts)


def _is_words(text: str) -> bool:
    """Whether a text may stand over a column: words, not the data of a record."""
    without = _YEAR.sub("", text)
    return not _DATA.search(without) and (without == text or any(map(str.isalpha, without)))


def _weight(headings: Sequence[str]) -> float:
    """Distinct meanings, less half of what is not understood: at most half, for a list may have any number of columns."""
    meanings = [recognise(text).name for text in headings if text]
    known = len({name for name in meanings if name})
    return known - 0.5 * min(known, meanings.count(""))


def _join(lines: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """Headings of one, two or three lines as one text a column; a merged cell above reaches over the columns below it."""
    joined = [_text(cell) for cell in lines[0]]
    for line in lines[1:]:
        below = [_text(cell) for cell in line]
        width = max(len(joined), len(below))
        joined = _under(joined + [""] * (width - len(joined)), below + [""] * (width - len(below)))
    return tuple(joined)


def _under(above: list[str], below: list[str]) -> list[str]:
    result = []
    reaching = ""
    for place, (top, bottom) in enumerate(zip(above, below, strict=True)):
        reaching = top or reaching
        if not bottom:
            result.append(top)
            reaching = top  # a column of its own ends the reach of what was merged before it
            continue
        shared = not top or (place + 1 < len(above) and not above[place + 1] and below[place + 1])
        result.append(_sub_heading(reaching if shared or top else "", bottom))
    return result


def _sub_heading(top: str, bottom: str) -> str:
    """What "Giấy chứng nhận" over "Ngày cấp" means: both together, or the line that is known alone."""
    together = f"{top} {bottom}".strip()
    if recognise(together).name:
        return together
    return bottom if recognise(bottom).name or not recognise(top).name else top


def _text(cell: Cell) -> str:
    return clean(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _filled(line: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in line if cell is not None and cell != "" and str(cell).strip()]


def _sort_rows(rows: Sequence[Sequence[Cell]], first: int, headings: tuple[str, ...]) -> FoundTable:
    sorter = _Sorter(headings)
    records: list[int] = []
    groups: list[str] = []
    skipped: list[Skipped] = []
    for number, row in enumerate(rows[first:], first + 1):
        reason = None if records and sorter.is_plain(row) else sorter.reason(row, at_top=not records)
        if reason is None:
            records.append(number)
            groups.append(sorter.group)
        else:
            skipped.append(Skipped(number, reason, " ".join(_text(cell) for cell in _filled(row))[:80]))
    return FoundTable(first, headings, tuple(records), tuple(groups), tuple(skipped))


class _Sorter:
    """Tells records from other lines, top to bottom; remembers the group and whether the list's end was seen."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        meanings = [recognise(text) for text in headings]
        self._headings = {place: text for place, text in enumerate(headings) if text}
        self._name = _columns(meanings, _NAMES)
        self._facts = _columns(meanings, _FACTS)
        self._ordinal = _columns(meanings, frozenset({"ordinal"}))[:1]
        self._totals = tuple(data()["lines"]["total"])
        self._footers = tuple(data()["lines"]["footer"])
        self._ended = False
        self.group = ""

    def is_plain(self, row: Sequence[Cell]) -> bool:
        """A quick yes for the usual record: a name, a number in the STT column, the first two facts."""
        try:
            return (
                type(row[self._ordinal[0]]) is float
                and row[self._name[0]] not in ("", None)
                and row[self._facts[0]] not in ("", None)
                and row[self._facts[1]] not in ("", None)
            )
        except IndexError:
            return False

    def reason(self, row: Sequence[Cell], *, at_top: bool) -> Skip | None:
        """Why a row is no record; None for a record."""
        cells = _filled(row)
        if not cells:
            return Skip.BLANK
        if at_top and self._is_index(cells):
            return Skip.INDEX
        if self._is_heading(row, cells):
            return Skip.HEADING
        facts = self._count(row, self._facts)
        named = self._count(row, self._name) > 0
        if closing := self._closing(cells, facts):
            self._ended = True
            return closing
        return self._by_content(row, cells, facts, named=named)

    def _by_content(self, row: Sequence[Cell], cells: list[Cell], facts: int, *, named: bool) -> Skip | None:
        numbered = self._is_numbered(row)
        if facts > 1 or (named and (numbered or (facts and not self._ended))):
            return None if named or facts > 1 else Skip.STRAY
        if self._ended:
            return Skip.FOOTER
        if len(cells) <= 2 and not facts:
            self.group = _text(max(cells, key=lambda cell: len(_text(cell))))
            return Skip.GROUP
        return None if named and len(cells) > 1 else Skip.STRAY

    def _closing(self, cells: list[Cell], facts: int) -> Skip | None:
        first = next((_text(cell).casefold().lstrip("(- .*") for cell in cells if not _is_number(cell)), "")
        if facts < 3 and _begins(first, self._totals) and (facts < 2 or not _is_number(cells[0])):
            return Skip.TOTAL
        ends = _begins(first, self._footers) or _PLACE_AND_DAY.search(first)
        return Skip.FOOTER if facts < 2 and not _is_number(cells[0]) and ends else None

    def _is_index(self, cells: list[Cell]) -> bool:
        """(1) (2) (3) … or a line of units in brackets."""
        texts = [str(int(cell)) if isinstance(cell, float) and cell.is_integer() else _text(cell) for cell in cells]
        numbered = all(_INDEX.fullmatch(text) for text in texts) and len(texts) >= min(3, len(self._headings))
        return numbered or all(text.startswith("(") and text.endswith(")") for text in texts)

    def _is_heading(self, row: Sequence[Cell], cells: list[Cell]) -> bool:
        same = sum(
            1
            for place, text in self._headings.items()
            if place < len(row) and _text(row[place]).casefold() == text.casefold()
        )
        return same >= 2 and same * 2 >= len(cells)

    def _is_numbered(self, row: Sequence[Cell]) -> bool:
        return any(place < len(row) and _is_number(row[place]) for place in self._ordinal)

    @staticmethod
    def _count(row: Sequence[Cell], places: tuple[int, ...]) -> int:
        width = len(row)
        return sum(1 for place in places if place < width and row[place] not in ("", None))


def _columns(meanings: list[Meaning], wanted: frozenset[str]) -> tuple[int, ...]:
    return tuple(place for place, meaning in enumerate(meanings) if meaning.name in wanted)


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _ORDINAL.fullmatch(cell.strip(" .")) is not None
    return isinstance(cell, int | float) and not isinstance(cell, date)


def _begins(text: str, beginnings: tuple[str, ...]) -> bool:
    return any(text.startswith(start) and not text[len(start) : len(start) + 1].isalpha() for start in beginnings)
