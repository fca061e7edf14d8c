"""How columns share the room there is: as wide as they want to be, one takes what is left, all give way where it lacks.

Where not even that suffices, spare columns are left out, and only then the table scrolls sideways.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QTableView

from vnpresence_desktop.gui.rows import Column

_FIRM, _FIRM_KEEPS = 13, 0.92
"""Columns of so few letters hold numbers and dates, which must not be cut: this part of their width they keep."""
_STRETCHING_KEEPS, _KEEPS = 0.85, 0.75
"""The part that the column which stretches keeps where the room lacks, and any other; texts are elided then, tooltips whole."""
_PADDING = 20


@dataclass(frozen=True, slots=True)
class Span:
    """The width a column wants, and the least it can do with; pixels."""

    wanted: int
    least: int


def shared(spans: Sequence[Span], room: int, stretching: int | None = None) -> list[int]:
    """The width of each column.

    Args:
        spans: see `Span`.
        room: for all of them; where not even the least fits, they are wider together.
        stretching: place of the column that takes what is left; None for none.
    """
    widths = [span.wanted for span in spans]
    lacking = sum(widths) - room
    if lacking <= 0:
        if stretching is not None:
            widths[stretching] -= lacking
        return widths
    slack = [max(span.wanted - span.least, 0) for span in spans]
    given = min(lacking, sum(slack))
    behind, before = 0, 0
    for place, part in enumerate(slack):  # running sums, so that not a pixel is lost by rounding
        behind += part
        share = given * behind // sum(slack) if given else 0
        widths[place] -= share - before
        before = share
    return widths


class ColumnWidths:
    """Lays out the columns of a table; one that was dragged keeps its width until other columns or letters are shown."""

    def __init__(self, table: QTableView, columns: Callable[[], Sequence[Column]]) -> None:
        self._table, self._columns = table, columns
        self._dragged: dict[int, int] = {}
        self._left_out: set[int] = set()
        self._laying = False
        table.horizontalHeader().sectionResized.connect(self._drag)

    def begin(self) -> None:
        """Other columns, or other letters: as described."""
        self._dragged.clear()
        self._show(self._left_out, hidden=False)
        self._left_out.clear()
        self.lay()

    def lay(self) -> None:
        """Share the room there is now."""
        columns, room = self._columns(), self._table.viewport().width()
        places = range(len(columns))
        wanted = [place for place in places if place in self._left_out or not self._table.isColumnHidden(place)]
        spans = {place: self._span(place, columns[place]) for place in wanted}
        self._laying = True
        self._leave_out(spans, room)
        shown = [place for place in wanted if place not in self._left_out]
        stretching = next((at for at, place in enumerate(shown) if columns[place].stretch), None)
        for place, width in zip(shown, shared([spans[place] for place in shown], room, stretching), strict=True):
            self._table.setColumnWidth(place, width)
        self._laying = False

    def _leave_out(self, spans: Mapping[int, Span], room: int) -> None:
        """Hide as many spare columns as the room lacks, the last one first."""
        lacking = sum(span.least for span in spans.values()) - room
        left_out = set()
        for place in sorted(spans, reverse=True):
            if lacking > 0 and self._columns()[place].spare:
                left_out.add(place)
                lacking -= spans[place].least
        self._show(self._left_out - left_out, hidden=False)
        self._show(left_out - self._left_out, hidden=True)
        self._left_out = left_out

    def _show(self, places: Iterable[int], *, hidden: bool) -> None:
        for place in places:
            self._table.horizontalHeader().setSectionHidden(place, hidden)

    def _span(self, place: int, column: Column) -> Span:
        if place in self._dragged:
            return Span(self._dragged[place], self._dragged[place])
        heading = self._table.horizontalHeader().sectionSizeHint(place)
        wanted = max(self._table.fontMetrics().averageCharWidth() * column.width + _PADDING, heading)
        kept = _STRETCHING_KEEPS if column.stretch else _FIRM_KEEPS if column.width <= _FIRM else _KEEPS
        return Span(wanted, max(round(wanted * kept), heading))

    def _drag(self, place: int, before: int, width: int) -> None:
        if not self._laying and before and width:  # one that is hidden or shown again was not dragged
            self._dragged[place] = width
