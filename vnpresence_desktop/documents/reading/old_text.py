"""The texts of a sheet in plain Unicode, however they were typed; what is sound stays as it is.

A font is an ornament of its cells, and a file does not say how its bytes were read; but "NguyÔn", "Nguyeãn" and "Nguyá»…n"
are no Vietnamese. A cell's font is trusted before its neighbours, these before the cell alone; the grammar of syllables decides.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vnpresence_desktop.documents.reading.sheets import Cell, Place, Sheet
from vnpresence_desktop.documents.reading.spelling import forms, mixed, mojibake, tcvn3
from vnpresence_desktop.documents.reading.spelling.fonts import OLD, Drawn, Font, drawn_by
from vnpresence_desktop.documents.reading.spelling.search import texts_of, unusual_cells
from vnpresence_desktop.documents.reading.spelling.votes import Votes
from vnpresence_desktop.documents.reading.spelling.words import READ, look

_UNICODE = Drawn(Font.UNICODE)


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


class _Sheet:
    """The texts of one sheet, each with its look, and what they say of each other."""

    def __init__(self, sheet: Sheet, unusual: dict[Place, str]) -> None:
        self._drawn = {place: drawn_by(name) for place, name in sheet.fonts.items()}
        self._originals = unusual
        self._texts = {place: mojibake.mend(text) for place, text in unusual.items()}
        self._looks = {place: look(text) for place, text in self._texts.items()}
        if self._is_mixed():
            self._take_in_all(sheet)
        self._votes = Votes()
        for place, seen in self._looks.items():
            self._votes.add(place, seen, self._drawn.get(place, _UNICODE).font)
        self._fonts = {place: self._font(place) for place in self._texts}
        self._styles = self._styles_of_columns()

    def changes(self) -> Iterator[tuple[Place, Mended]]:
        """Each cell that is to be changed."""
        for place, original in self._originals.items():
            text = self._read(place)
            if text != original:
                yield place, Mended(original, text, self._spelling(place, original))

    def _is_mixed(self) -> bool:
        """Whether a word that is sound alone may not be so here."""
        return (
            bool(self._drawn)
            or any(seen.opinion() in OLD for seen in self._looks.values())
            or any(self._texts[place] != text for place, text in self._originals.items())
        )

    def _take_in_all(self, sheet: Sheet) -> None:
        broken = Counter(place[1] for place, text in self._originals.items() if self._texts[place] != text)
        self._originals = dict(texts_of(sheet.rows)) | self._drawn_small(sheet)
        for place, text in self._originals.items():
            if place not in self._looks:
                self._texts[place] = mojibake.mend(text)
                self._looks[place] = look(self._texts[place])
            if self._texts[place] == text and broken[place[1]] and not self._looks[place].marked:
                self._texts[place] = mojibake.mend(text, suspected=True)
                self._looks[place] = look(self._texts[place])

    def _drawn_small(self, sheet: Sheet) -> dict[Place, str]:
        """Cells of plain letters that their font draws as capitals; an address of the network has none."""
        places = [(number, column) for (number, column), drawn in self._drawn.items() if drawn.capitals]
        found = {}
        for number, column in places:
            cells = sheet.rows[number - 1] if 0 < number <= len(sheet.rows) else ()
            cell = cells[column] if 0 <= column < len(cells) else None
            if isinstance(cell, str) and "@" not in cell and "://" not in cell:
                found[number, column] = cell
        return found

    def _font(self, place: Place) -> Font:
        """What a cell was typed for: by its font, else by its own opinion unless its column says otherwise, else by others."""
        seen = self._looks[place]
        drawn = self._drawn.get(place, _UNICODE).font
        if drawn in OLD and (seen.allows(drawn) or seen.fits[drawn].evidence):
            return drawn
        opinion = seen.opinion()
        if opinion is Font.UNICODE:
            return Font.UNICODE
        if opinion is not None:
            other = self._votes.is_outvoted(place, opinion)
            return other if other and seen.allows(other) else opinion
        said = self._votes.about(place)
        return said if said and seen.allows(said) else Font.UNICODE

    def _read(self, place: Place) -> str:
        text, font = self._texts[place], self._fonts[place]
        if self._looks[place].marked:
            text = mixed.read(text, self._votes.of_column(place[1]))
        elif font in OLD:
            text = READ[font](text)
        if font is Font.TCVN3:
            capitals = self._drawn.get(place, _UNICODE).capitals
            text = text.upper() if capitals else tcvn3.in_case(text, self._styles[place[1]])
        return forms.visible(forms.compose(forms.visible(text)))

    def _spelling(self, place: Place, original: str) -> Spelling:
        if self._fonts[place] in OLD:
            return Spelling(self._fonts[place].value)
        text = self._texts[place]
        if self._looks[place].marked and (font := mixed.font_of(text, self._votes.of_column(place[1]))):
            return Spelling(font.value)
        if text != original:
            return Spelling.MOJIBAKE
        seen = forms.visible(text)
        return Spelling.COMBINING if forms.compose(seen) != seen else Spelling.INVISIBLE

    def _styles_of_columns(self) -> Mapping[int, tcvn3.Style]:
        """How each column of TCVN3 uses capitals, if four of five cells agree."""
        counts: defaultdict[int, Counter[tcvn3.Style]] = defaultdict(Counter)
        for place, font in self._fonts.items():
            style = tcvn3.style_of(tcvn3.read(self._texts[place])) if font is Font.TCVN3 else None
            if style is not None:
                counts[place[1]][style] += 1
        styles: defaultdict[int, tcvn3.Style] = defaultdict(lambda: tcvn3.Style.MIXED)
        for column, counted in counts.items():
            style, count = counted.most_common(1)[0]
            if count * 5 >= counted.total() * 4 and counted.total() >= 5:
                styles[column] = style
        return styles
