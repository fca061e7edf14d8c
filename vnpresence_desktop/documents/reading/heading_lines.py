"""Where the heading of a list stands in a sheet, and what it says over each column, be it of one line or of three."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vnpresence_desktop.documents.reading.headings import BRACKETS, MAX_LENGTH, is_listed, recognise
from vnpresence_desktop.documents.reading.looks import is_person
from vnpresence_desktop.documents.reading.sheets import Cell, Sheet
from vnpresence_desktop.domain.text import clean

NAMES = frozenset({"household_name", "enterprise_name", "person", "owner", "representative", "bare_name", "surname"})
FACTS = frozenset({
    "id_number", "tax_code", "enterprise_code", "certificate_no", "phone", "birth_date", "birth_year", "birth_male",
    "birth_female", "address", "business_address", "head_office", "home_address", "residence", "certificate_date",
    "issue_date", "founded", "sex", "email", "hamlet",
})  # fmt: skip

_SEARCHED = 300
"""Rows from the top in which the first heading is looked for; further ones may stand anywhere below."""
_LOOSELY = 40
"""Rows from the top that may be a heading without one cell that is listed as it stands: likeness takes its time."""
_ENOUGH = 60
"""Cells of a row that are looked at to know it."""
_LONG = 400
"""Letters of a cell that are looked at."""
_DEPTH = 3
"""Rows a heading may have."""
_LEAST = 1.5
"""Weight of a heading, see `weight`."""

_DATA = re.compile(r"@|\d{4,}|\d[/.\-]\d")
_YEAR = re.compile(r"(?<!\d)(?:(?:\d{1,2}[/.\-]){0,2}(?:19|20)\d\d)(?!\d)")
"""A year or a day, which a heading may name: "Doanh thu năm 2024", "Tính đến 30/6/2025"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a list.

    Attributes:
        top, bottom: its Excel rows; 0 for a list without one.
        texts: over each column, the lines joined; "" for none.
        lines: each line as it stands, column → text in small letters.
    """

    top: int
    bottom: int
    texts: tuple[str, ...]
    lines: tuple[Mapping[int, str], ...] = ()

    def repeated_in(self, row: Sequence[Cell]) -> bool:
        """Whether a row is one of its lines once more, as on every printed page."""
        for line in self.lines:
            begins = list(line.items())[:_ENOUGH]
            same = sum(place < len(row) and text_of(row[place]).casefold() == text for place, text in begins)
            if same >= min(2, len(line)) and same * 2 >= min(len(filled(row)), _ENOUGH):
                return True
        return False


class HeadingSearch:
    """Looks for headings in a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._rows = sheet.rows
        self._merged = sheet.merged

    def first(self) -> Heading | None:
        """The first heading from the top."""
        for index in range(min(len(self._rows), _SEARCHED)):
            usual = index < _LOOSELY and len(self._rows[index]) < _ENOUGH
            if (usual or self._listed(index)) and self.at(index):
                near = filter(None, (self.at(index + step) for step in range(_DEPTH)))
                return max(near, key=self._merit)
        return None

    def _listed(self, index: int) -> int:
        """Cells of a row, counted from 0, that are listed as headings: a quick look before the thorough one."""
        cells = filled(self._rows[index])[:_ENOUGH]
        return sum(isinstance(cell, str) and is_listed(cell) for cell in cells)

    def at(self, index: int) -> Heading | None:
        """The heading that begins at a row, counted from 0; None where it says too little."""
        best = max(self._candidates(index), key=self._merit, default=None)
        return best if best and weight(best.texts) >= _LEAST else None

    def other(self, index: int, heading: Heading, *, begun: bool) -> Heading | None:
        """The heading of another list that begins at a row below a heading.

        Args:
            index: the row, counted from 0.
            heading: of the list that stands above.
            begun: that list has records; then a stricter look protects them from being taken for a heading.
        """
        if self._listed(index) < 2 or heading.repeated_in(self._rows[index]):
            return None
        found = self.at(index)
        if found is None:
            return None
        meant = {recognise(text).name for text in found.texts if text} - {""}
        strict = len(meant) > 2 and ("ordinal" in meant or not meant.isdisjoint(NAMES))
        return found if strict and (not begun or not meant.isdisjoint(FACTS | {"ordinal"})) else None

    def between(self, top: int, bottom: int) -> Heading:
        """The heading in the Excel rows that a person chose."""
        lines = [self._rows[number - 1] for number in range(top, bottom + 1) if 0 < number <= len(self._rows)]
        return self._heading(top - 1, lines)

    def _candidates(self, index: int) -> Iterator[Heading]:
        for depth in range(1, _DEPTH + 1):
            lines = self._rows[index : index + depth]
            if len(lines) < depth or not _may_be_heading(lines[-1]) or len(filled(lines[0])) < 2:
                return
            if depth > 1 and any(map(_is_some_person, lines[-1])):
                return
            yield self._heading(index, lines)

    def _merit(self, heading: Heading) -> float:
        depth = heading.bottom - heading.top + 1
        reaching = sum(
            top == heading.top and bottom == heading.bottom > top for top, _, bottom, _ in self._spans(heading)
        )
        return weight(heading.texts) - 0.3 * (depth - 1) + (0.5 if reaching > 1 else 0)

    def _spans(self, heading: Heading) -> Sequence[tuple[int, int, int, int]]:
        return [span for row in range(heading.top, heading.bottom + 1) for span in self._by_row.get(row, ())]

    @cached_property
    def _by_row(self) -> Mapping[int, Sequence[tuple[int, int, int, int]]]:
        by_row: dict[int, list[tuple[int, int, int, int]]] = {}
        for span in self._merged:
            by_row.setdefault(span[0], []).append(span)
        return by_row

    def _heading(self, index: int, lines: Sequence[Sequence[Cell]]) -> Heading:
        width = max(map(len, lines), default=0)
        texts = [[text_of(cell) for cell in line] + [""] * (width - len(line)) for line in lines] or [[]]
        joined = texts[0]
        for number, below in enumerate(texts[1:], index + 1):
            joined = _under(joined, below, self._by_row.get(number, ()))
        as_they_stand = tuple({place: text.casefold() for place, text in enumerate(line) if text} for line in texts)
        return Heading(index + 1, index + max(len(lines), 1), tuple(joined), as_they_stand)


def weight(headings: Sequence[str]) -> float:
    """Distinct meanings, less half of what is not understood: at most half, for a list may have any number of columns."""
    meanings = [recognise(text).name for text in headings if text]
    known = len({name for name in meanings if name})
    return known - 0.5 * min(known, meanings.count(""))


def filled(line: Sequence[Cell]) -> list[Cell]:
    """The cells that hold something."""
    return [cell for cell in line if cell is not None and cell != "" and (type(cell) is not str or not cell.isspace())]


def text_of(cell: Cell) -> str:
    """A cell as a tidy text."""
    return clean(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _may_be_heading(line: Sequence[Cell]) -> bool:
    cells = filled(line)
    texts = [cell for cell in cells if isinstance(cell, str) and _is_words(cell)]
    long = sum(len(BRACKETS.sub("", text[:_LONG])) > MAX_LENGTH for text in texts)
    return 0 < len(texts) == len(cells) and long * 4 <= len(texts)


def _is_words(text: str) -> bool:
    """Whether a text may stand over a column: words, not the data of a record."""
    outside = BRACKETS.sub("", text[:_LONG]) or text[:_LONG]
    without = _YEAR.sub("", outside)
    return not _DATA.search(without) and (without == outside or any(map(str.isalpha, without)))


def _is_some_person(cell: Cell) -> bool:
    return is_person(cell) and not recognise(str(cell)).name


def _under(above: list[str], below: list[str], spans: Sequence[tuple[int, int, int, int]]) -> list[str]:
    """A line of a heading joined with the one below; a merged cell above reaches over the columns below it.

    Where the sheet names no merged cells (a copy, a CSV file) a cell reaches as far as empty ones follow it.
    """
    wide = {place: left for _, left, _, right in spans if right > left for place in range(left, right + 1)}
    result = []
    reaching = ""
    for place, (top, bottom) in enumerate(zip(above, below, strict=True)):
        reaching = top or reaching
        if not bottom:
            result.append(top)
            reaching = top  # a column of its own ends the reach of what was merged before it
            continue
        over = above[wide[place]] if place in wide else top if spans or top else reaching
        result.append(_sub_heading(over, bottom))
    return result


def _sub_heading(top: str, bottom: str) -> str:
    """What "Giấy chứng nhận" over "Ngày cấp" means: both together, or the line that is known alone."""
    together = f"{top} {bottom}".strip()
    if recognise(together).name:
        return together
    return bottom if recognise(bottom).name or not recognise(top).name else top
