"""The texts of a sheet in plain Unicode, however they were typed; what is sound stays as it is.

A font is an ornament of its cells, and a file does not say how its bytes were read; but "NguyÔn", "Nguyeãn" and "Nguyá»…n"
are no Vietnamese. A cell's font is trusted before its neighbours, these before the cell alone; the grammar of syllables decides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vnpresence_desktop.documents.reading.sheets import Cell, Place, Sheet
from vnpresence_desktop.documents.reading.spelling import forms, mixed, mojibake, tcvn3
from vnpresence_desktop.documents.reading.spelling.fonts import OLD, Drawn, Font, drawn_by
from vnpresence_desktop.documents.reading.spelling.search import texts_of, unusual_cells
from vnpresence_desktop.documents.reading.spelling.votes import Votes
from vnpresence_desktop.documents.reading.spelling.words import READ, Look, is_marked, look

_UNICODE = Drawn(Font.UNICODE)
_SAMPLE = 400
"""Cells that tell how a column uses capitals."""


class Spelling(StrEnum):
    """How a cell was spelled, as an officer is told."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    MOJIBAKE = "mojibake"
    """bytes read with the wrong table"""
    COMBINING = "combining"
    """letters and their marks apart (NFD, tổ hợp), or Ð and Ƣ for Đ and Ư"""
    INVISIBLE = "invisible"
    """no-break spaces, zero-width and direction marks, soft hyphens"""


@dataclass(frozen=True, slots=True)
class Mended:
    """One cell that was changed.

    Attributes:
        original: as it stood in the file.
        text: in plain Unicode.
        spelling: what most told it from that; a lesser fault of the same cell is mended with it.
    """

    original: str
    text: str
    spelling: Spelling


def in_unicode(sheet: Sheet, refused: Collection[Spelling | Place] = ()) -> tuple[Sheet, Mapping[Place, Mended]]:
    """A sheet in plain Unicode, and which cells were changed.

    Args:
        sheet: as read.
        refused: what an officer wants left as it stands: all cells of a spelling, or single cells (row from 1, column from 0).
    """
    unusual = unusual_cells(sheet.rows)
    if not unusual and not sheet.fonts:
        return sheet, {}
    mended = {
        place: change
        for place, change in _Sheet(sheet, unusual).changes()
        if place not in refused and change.spelling not in refused
    }
    return replace(sheet, rows=_with(sheet.rows, mended)) if mended else sheet, mended


def _with(rows: Sequence[Sequence[Cell]], mended: Mapping[Place, Mended]) -> list[Sequence[Cell]]:
    result = list(rows)
    changes: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for (number, column), change in mended.items():
        changes[number][column] = change.text
    for number, texts in changes.items():
        result[number - 1] = [texts.get(column, cell) for column, cell in enumerate(rows[number - 1])]
    return result


@dataclass(frozen=True, slots=True)
class _Cell:
    """A text: as it stands in the file, with its bytes read by the right table, and in every reading."""

    original: str
    text: str
    misread: bool
    look: Look
    opinion: Font | None


def _cell(original: str, *, suspected: bool = False) -> _Cell:
    bare = forms.without_strays(original)
    text = mojibake.mend(bare, suspected=suspected)
    seen = look(text)
    return _Cell(original, text, text != bare, seen, seen.opinion())


class _Sheet:
    """The texts of one sheet that may have to change, and what all its texts say of each other."""

    def __init__(self, sheet: Sheet, unusual: Mapping[Place, str]) -> None:
        self._drawn = {place: drawn_by(name) for place, name in sheet.fonts.items()}
        self._votes = Votes()
        self._cells = {place: _cell(text) for place, text in unusual.items()}
        if self._is_mixed():
            self._take_in_all(sheet)
        for place, cell in self._cells.items():
            drawn = self._font_drawn(place)
            self._votes.add(place, cell.look, drawn if drawn in OLD and not cell.look.marked else cell.opinion)
        self._fonts = {place: self._font(place, cell) for place, cell in self._cells.items()}
        self._styles = self._styles_of_columns()

    def changes(self) -> Iterator[tuple[Place, Mended]]:
        """Each cell that is to be changed."""
        for place, cell in self._cells.items():
            text = self._read(place, cell)
            if text != cell.original:
                yield place, Mended(cell.original, text, self._spelling(place, cell))

    def _is_mixed(self) -> bool:
        """Whether a word that is sound alone may not be so here."""
        return bool(self._drawn) or any(cell.misread or cell.opinion in OLD for cell in self._cells.values())

    def _take_in_all(self, sheet: Sheet) -> None:
        broken = {place[1] for place, cell in self._cells.items() if cell.misread}
        for place, text in texts_of(sheet.rows):
            seen = self._cells.get(place)
            if seen is None and is_marked(text):
                self._votes.add_unicode(place)
            elif seen is None or (place[1] in broken and not (seen.misread or seen.look.marked)):
                self._cells[place] = _cell(text, suspected=place[1] in broken)
        self._cells |= {place: _cell(text) for place, text in self._drawn_as_capitals(sheet)}

    def _drawn_as_capitals(self, sheet: Sheet) -> Iterator[tuple[Place, str]]:
        """Cells of plain letters that their font draws as capitals; an address of the network has none."""
        for (number, column), drawn in self._drawn.items():
            cells = sheet.rows[number - 1] if drawn.capitals and 0 < number <= len(sheet.rows) else ()
            cell = cells[column] if 0 <= column < len(cells) else None
            if isinstance(cell, str) and cell.isascii() and "@" not in cell and "://" not in cell:
                yield (number, column), cell

    def _font_drawn(self, place: Place) -> Font:
        return self._drawn.get(place, _UNICODE).font

    def _font(self, place: Place, cell: _Cell) -> Font:
        """What a cell was typed for: by its font, else by its own opinion unless its column says otherwise, else by others."""
        drawn, opinion, seen = self._font_drawn(place), cell.opinion, cell.look
        if seen.marked:
            return Font.UNICODE
        if drawn in OLD and (seen.allows(drawn) or seen.fits[drawn].evidence):
            return drawn
        if opinion in OLD:
            other = self._votes.is_outvoted(place, opinion)
            return other if other and seen.allows(other) else opinion
        said = self._votes.about(place) if opinion is None else None
        return said if said and seen.allows(said) else Font.UNICODE

    def _read(self, place: Place, cell: _Cell) -> str:
        text, font = cell.text, self._fonts[place]
        if within := self._within(place, cell):
            text = mixed.read(text, within)
        elif font in OLD:
            text = READ[font](text)
        if font is Font.TCVN3:
            capitals = self._drawn.get(place, _UNICODE).capitals
            text = text.upper() if capitals else tcvn3.in_case(text, self._styles.get(place[1], tcvn3.Style.MIXED))
        return forms.visible(forms.compose(forms.visible(text)))

    def _within(self, place: Place, cell: _Cell) -> Font | None:
        """The old font of some words of a cell in Unicode."""
        return mixed.font_of(cell.look, self._votes.of_column(place[1])) if cell.look.marked else None

    def _spelling(self, place: Place, cell: _Cell) -> Spelling:
        font = self._within(place, cell) or self._fonts[place]
        if font in OLD:
            return Spelling(font.value)
        if cell.misread:
            return Spelling.MOJIBAKE
        seen = forms.visible(cell.text)
        return Spelling.COMBINING if forms.compose(seen) != seen else Spelling.INVISIBLE

    def _styles_of_columns(self) -> Mapping[int, tcvn3.Style]:
        """How each column of TCVN3 uses capitals."""
        texts: defaultdict[int, list[str]] = defaultdict(list)
        for place, font in self._fonts.items():
            if font is Font.TCVN3 and len(texts[place[1]]) < _SAMPLE:
                texts[place[1]].append(tcvn3.read(self._cells[place].text))
        return {column: tcvn3.usual_style(sample) for column, sample in texts.items()}
