"""What the cells of a sheet say about each other: lists are pasted together by rows, and typed by columns."""

from collections import Counter, defaultdict

from vnpresence_desktop.documents.reading.sheets import Place
from vnpresence_desktop.documents.reading.spelling.fonts import OLD, Font
from vnpresence_desktop.documents.reading.spelling.words import Look

_SURE, _LEANING = 2, 1


class Votes:
    """Counts opinions by column and by row."""

    def __init__(self) -> None:
        self._columns: defaultdict[int, Counter[Font]] = defaultdict(Counter)
        self._rows: defaultdict[int, set[Font]] = defaultdict(set)

    def add(self, place: Place, look: Look, drawn: Font) -> None:
        """Count one cell: by its font where that is an old one, by its opinion, or by what it leans to."""
        sure = drawn if drawn in OLD and not look.marked else look.opinion()
        if sure is not None:
            self._columns[place[1]][sure] += _SURE
            self._rows[place[0]].add(sure)
            return
        for font in OLD:
            if look.fits[font].evidence and not look.fits[font].odd:
                self._columns[place[1]][font] += _LEANING

    def of_column(self, column: int) -> Font | None:
        """What most of a column was typed for; None where nothing tells or two tell the same."""
        ranked = self._columns[column].most_common(2)
        if not ranked or ranked[0][1] < _SURE or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def about(self, place: Place) -> Font | None:
        """What the neighbours of a doubtful cell were typed for: those of its row if they agree, else its column."""
        row = self._rows[place[0]]
        return next(iter(row)) if len(row) == 1 else self.of_column(place[1])

    def is_outvoted(self, place: Place, font: Font) -> Font | None:
        """The other old font, where a column is typed for it three times as often as for this one."""
        column = self._columns[place[1]]
        other = OLD[1 - OLD.index(font)]
        return other if column[other] > 3 * column[font] else None
