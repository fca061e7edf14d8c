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
        self._said: dict[int, Font | None] = {}

    def add(self, place: Place, look: Look, sure: Font | None) -> None:
        """Count one cell: what it was surely typed for, else what it leans to."""
        if sure is not None:
            self._columns[place[1]][sure] += _SURE
            self._rows[place[0]].add(sure)
            return
        for font in OLD:
            if look.fits[font].evidence and not look.fits[font].odd:
                self._columns[place[1]][font] += _LEANING

    def add_unicode(self, place: Place) -> None:
        """Count a cell with letters that only Unicode has."""
        self._columns[place[1]][Font.UNICODE] += _SURE
        self._rows[place[0]].add(Font.UNICODE)

    def of_column(self, column: int) -> Font | None:
        """What most of a column was typed for; None where nothing tells or two tell the same. To be asked after the count."""
        if column not in self._said:
            self._said[column] = _most(self._columns[column])
        return self._said[column]

    def about(self, place: Place) -> Font | None:
        """What the neighbours of a doubtful cell were typed for: those of its row if they agree, else its column."""
        row = self._rows[place[0]]
        return next(iter(row)) if len(row) == 1 else self.of_column(place[1])

    def is_outvoted(self, place: Place, font: Font) -> Font | None:
        """The other old font, where a column is typed for it three times as often as for this one."""
        column = self._columns[place[1]]
        other = OLD[1 - OLD.index(font)]
        return other if column[other] > 3 * column[font] else None


def _most(counts: Counter[Font]) -> Font | None:
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _SURE or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
