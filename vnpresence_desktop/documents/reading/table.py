"""Which rows of a sheet are the list: where its heading is, which lines below are records, what the others are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest

from vnpresence_desktop.documents.reading.beside import parts_of
from vnpresence_desktop.documents.reading.heading_lines import (
    FACTS,
    NAMES,
    Heading,
    HeadingSearch,
    filled,
    text_of,
    weight,
)
from vnpresence_desktop.documents.reading.headings import Meaning, recognise
from vnpresence_desktop.documents.reading.lines import LineSorter, Skip, Skipped
from vnpresence_desktop.documents.reading.looks import fits, meanings_by_content
from vnpresence_desktop.documents.reading.places import group_hamlet
from vnpresence_desktop.documents.reading.sheets import Cell, Sheet
from vnpresence_desktop.domain.text import fold

__all__ = ["Area", "FoundTable", "Skip", "Skipped", "find_table"]

Rows = Sequence[Sequence[Cell]]

_SAMPLE = 200
"""Rows that are looked at to know a list without a heading."""
_SURE = 3
"""Weight of a heading that is one for certain; less may be a signature or a remark below a list without heading."""
_TITLES = 30
"""Rows above a heading that may be its titles."""
_TEXT = 80


@dataclass(frozen=True, slots=True)
class Area:
    """Where a list stands, as Excel rows.

    Attributes:
        top, bottom: first and last row of the heading; both 0 for a list without one.
        first, last: first and last row of the records and what stands between them.
    """

    top: int
    bottom: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class FoundTable:
    """The list in a sheet.

    Attributes:
        header_row: Excel row of the (last) line of the heading; 0 for a list without one.
        headings: text over each column, the lines of the heading joined; "" for none.
        rows: Excel rows of the records.
        groups: for each of `rows` the group line above it, "" for none.
        skipped: every other row below the heading; and the heading of a smaller list above or beside this one.
        area: where the list stands; ``last`` is that of its last record.
    """

    header_row: int
    headings: tuple[str, ...]
    rows: tuple[int, ...]
    groups: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    area: Area


def find_table(sheet: Sheet, area: Area | None = None) -> FoundTable | None:
    """Find the list of a sheet; of several the one with most records.

    Args:
        sheet: its cells.
        area: where it stands, as a person says; what is outside is left out, what is inside sorted as ever, and a row that is not
            understood is a record.

    Returns:
        None where nothing looks like a heading (two known ones at least) and no rows look like records without one.
    """
    search = HeadingSearch(sheet)
    if area:
        return _chosen(sheet.rows, search, area)
    blocks = list(_blocks(sheet.rows, search))
    best = _best(blocks) if blocks else None
    if best and weight(best.headings) >= _SURE:
        return best
    bare = _without_heading(sheet.rows)
    return bare if bare and (not best or len(bare.rows) > 2 * len(best.rows)) else best


def _chosen(rows: Rows, search: HeadingSearch, area: Area) -> FoundTable | None:
    heading = search.between(area.top, area.bottom) if area.top > 0 else Heading(0, 0, ())
    first, last = max(area.first, area.bottom + 1, 1), min(area.last, len(rows))
    tables = _tables(rows, heading, first, last)
    best = _best([_Block(heading, tables, last)])
    return best and replace(_with_strays(best), area=area)


def _with_strays(table: FoundTable) -> FoundTable:
    """A person said that these rows are the list: one that is merely not understood is a record too."""
    strays = {skipped.row for skipped in table.skipped if skipped.reason is Skip.STRAY}
    groups = dict(zip(table.rows, table.groups, strict=True))
    rows, above = sorted({*table.rows, *strays}), ""
    for row in rows:
        above = groups.setdefault(row, above)
    skipped = tuple(one for one in table.skipped if one.row not in strays)
    return replace(table, rows=tuple(rows), groups=tuple(groups[row] for row in rows), skipped=skipped)


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading and the lists under it, side by side; it reaches down to the Excel row ``last``."""

    heading: Heading
    tables: tuple[FoundTable, ...]
    last: int


def _blocks(rows: Rows, search: HeadingSearch) -> Iterator[_Block]:
    """Every list of a sheet, top to bottom: one ends where the heading of another begins."""
    heading = search.first()
    while heading:
        walk = _walk(rows, heading, _meanings(rows, heading, heading.bottom + 1, len(rows)), search=search)
        last = walk.next.top - 1 if walk.next else len(rows)
        if len(parts_of(heading, rows)) > 1:
            yield _Block(heading, _tables(rows, heading, heading.bottom + 1, last), last)
        else:
            yield _Block(heading, (walk.table(heading),), last)
        heading = walk.next


def _tables(rows: Rows, heading: Heading, first: int, last: int) -> tuple[FoundTable, ...]:
    """The lists under a heading, side by side; almost always one."""
    found = []
    for part, left, right in parts_of(heading, rows):
        seen = rows if right is None else [[None] * min(left, len(row)) + list(row[left:right]) for row in rows[:last]]
        meanings = _meanings(seen, part, first, last)
        found.append(_walk(seen, part, meanings, first=first, last=last).table(part))
    return tuple(found)


def _best(blocks: Sequence[_Block]) -> FoundTable:
    """The list with most records; the others are told among what was skipped."""
    listed = [(block, table) for block in blocks for table in block.tables]
    own, best = max(listed, key=lambda pair: (len(pair[1].rows), weight(pair[1].headings)))
    others = [Skipped(table.area.top, Skip.OTHER_TABLE, _title(table)) for _, table in listed if table is not best]
    if not others:
        return best
    below = [item for block in blocks if block.heading.top > own.heading.top for item in _rows_of(block)]
    told = {item.row: item for item in below}
    skipped = [*best.skipped, *(item for item in others if item.row not in told), *below]
    return replace(best, skipped=tuple(sorted(skipped, key=lambda item: item.row)))


def _title(table: FoundTable) -> str:
    return ", ".join(filter(None, table.headings))[:_TEXT]


def _rows_of(block: _Block) -> Iterator[Skipped]:
    """Every row of a list that is not read, which stands below the one that is."""
    yield Skipped(block.heading.top, Skip.OTHER_TABLE, _title(block.tables[0]))
    kept = {row for table in block.tables for row in table.rows}
    told = {item.row: item for table in block.tables for item in table.skipped}
    for number in range(block.heading.top + 1, block.last + 1):
        item = told.get(number)
        yield item if item and number not in kept else Skipped(number, Skip.OTHER_TABLE)


def _meanings(rows: Rows, heading: Heading, first: int, last: int) -> list[Meaning]:
    """What each column is, for telling records: by the heading; by its cells where that names nobody."""
    known = [recognise(text) for text in heading.texts]
    if any(meaning.name in NAMES for meaning in known):
        return known
    taken = {meaning.name for meaning in known if meaning.name}
    guessed = meanings_by_content(rows[first - 1 : min(last, first - 1 + _SAMPLE)])
    return [
        read if read.name or guess.name in taken else guess
        for read, guess in zip_longest(known, guessed, fillvalue=Meaning())
    ]


@dataclass(slots=True)
class _Walk:
    """What the rows below a heading turned out to be."""

    records: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    next: Heading | None = None

    def table(self, heading: Heading) -> FoundTable:
        """As a table; a group without records at the end is a remark."""
        ends = self.records[-1] if self.records else heading.bottom
        skipped = [
            replace(item, reason=Skip.FOOTER)
            if item.row > ends and item.reason is Skip.GROUP and not group_hamlet(item.text)
            else item
            for item in self.skipped
        ]
        area = Area(
            heading.top, heading.bottom, self.records[0] if self.records else ends + 1, max(ends, heading.bottom + 1)
        )
        rows, groups = tuple(self.records), tuple(self.groups)
        return FoundTable(heading.bottom, heading.texts, rows, groups, tuple(skipped), area)


def _walk(
    rows: Rows,
    heading: Heading,
    meanings: Sequence[Meaning],
    *,
    first: int = 0,
    last: int = 0,
    search: HeadingSearch | None = None,
) -> _Walk:
    """Sort the Excel rows from first to last (default: all below the heading), or to where another heading begins."""
    sorter = LineSorter(heading, meanings, _above(rows, heading))
    walk = _Walk()
    listed = True  # whether the row before is a record: a heading never stands right below one
    first, last = first or heading.bottom + 1, last or len(rows)
    for number, row in enumerate(rows[first - 1 : last], first):
        if sorter.is_plain(row):
            walk.records.append(number)
            walk.groups.append(sorter.group)
            listed = True
            continue
        if search and not listed and (other := search.other(number - 1, heading, begun=bool(walk.records))):
            walk.next = other
            break
        reason = sorter.reason(row)
        listed = reason is None
        if reason is None:
            walk.records.append(number)
            walk.groups.append(sorter.group)
        else:
            walk.skipped.append(Skipped(number, reason, " ".join(map(text_of, filled(row)))[:_TEXT]))
    return walk


def _above(rows: Rows, heading: Heading) -> set[str]:
    """The lines over a heading, folded: titles come again on every printed page."""
    lines = rows[max(0, heading.top - 1 - _TITLES) : max(0, heading.top - 1)]
    return {fold(text_of(cell)) for cell in chain.from_iterable(map(filled, lines))} - {""}


def _without_heading(rows: Rows) -> FoundTable | None:
    """A bare list: names and at least one thing that is known by its looks, from the first such row on."""
    sample = _usual(rows)
    meanings = meanings_by_content(sample)
    names = {meaning.name for meaning in meanings}
    if names.isdisjoint(NAMES) or names.isdisjoint(FACTS):
        return None
    first = next((number for number, row in enumerate(rows, 1) if _looks_listed(row, meanings)), 0)
    heading = Heading(0, 0, ("",) * len(meanings))
    table = _walk(rows, heading, meanings, first=first).table(heading) if first else None
    return table if table and len(table.rows) > 1 else None


def _usual(rows: Rows) -> Rows:
    """Rows as full as most of the first are; titles and signatures are not."""
    some = [row for row in rows[:_SAMPLE] if len(filled(row)) > 1]
    usual = sorted(len(filled(row)) for row in some)[len(some) // 2] if some else 0
    return [row for row in some if len(filled(row)) * 2 > usual]


def _looks_listed(row: Sequence[Cell], meanings: Sequence[Meaning]) -> bool:
    met = {
        meaning.name for meaning, cell in zip(meanings, row, strict=False) if meaning.name and fits(meaning.name, cell)
    }
    return len(met) > 1 and not met.isdisjoint(NAMES)
