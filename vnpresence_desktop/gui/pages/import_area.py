"""Which rows of a sheet are the heading and which are the list: shown over the rows of the file, and moved there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vnpresence_desktop.gui.flow import Flow
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.import_cells import letter, seen
from vnpresence_desktop.gui.pages.import_row_number import RowNumber
from vnpresence_desktop.gui.parts import Card, button, label
from vnpresence_desktop.gui.rows import Row
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.tokens import colour
from vnpresence_desktop.work.importing import Area

_COLUMNS = 60
"""Columns of a sheet that are shown."""
_HEADING, _LIST = "Tiêu đề", "Danh sách"
_SKIPPED = {
    "blank": "Trống",
    "index": "Dòng đánh số",
    "heading": "Tiêu đề lặp lại",
    "group": "Tên nhóm, ấp",
    "total": "Dòng tổng cộng",
    "footer": "Sau danh sách",
    "stray": "Không phải hồ sơ",
    "other_table": "Bảng khác",
}
_NUMBERS = ("Tiêu đề từ dòng", "Tiêu đề đến dòng", "Danh sách từ dòng", "Danh sách đến dòng")


class AreaCard(Card):
    """The card; T, D, C and K on a row do what the buttons do.

    Signals:
        chosen(str, object): of this sheet, the rows of this `Area`; None: as the program finds them.
        given_up(): nothing shall change.
    """

    chosen = Signal(str, object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__("Tiêu đề và danh sách ở những dòng nào", "list-checks", "Nội dung như trong tệp")
        self._name = ""
        self._cells: Sequence[Sequence[object]] = ()
        self._skipped: Mapping[int, str] = {}
        self.numbers = tuple(self._number(name) for name in _NUMBERS)
        self.told = MessageLine()
        self.heading = button("Đây là tiêu đề (T)", self._be_heading)
        self.without = button("Không có tiêu đề (K)", self._be_without)
        self.first = button("Danh sách từ đây (D)", self._begin_list)
        self.last = button("Danh sách hết ở đây (C)", self._end_list)
        self.keep = button("Đọc theo các dòng này", self._choose, "check")
        self.found = button("Để chương trình tự tìm", lambda: self.chosen.emit(self._name, None), "search")
        self.back = button("Thôi (Esc)", self.given_up.emit, "x")
        self.table = RecordTable((), lambda _: self._places, self._rows, name="Các dòng của tệp như trong Excel")
        self._lay_out()

    def _lay_out(self) -> None:
        top, bottom, first, last = self.numbers
        exact, acts, ends = Flow(8), Flow(8), Flow(8)
        above, below = label("Tiêu đề từ dòng"), label("· danh sách từ dòng")
        exact.hold([above, top, label("đến dòng"), bottom, below, first, label("đến dòng"), last])
        acts.hold([label("Dòng đang chọn:", "muted"), self.heading, self.first, self.last, self.without])
        ends.hold([self.keep, self.found, self.back])
        for part in (exact, acts, self.told):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(ends)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.table.setItemDelegate(_Marked(self))
        self.table.typed.connect(self._press)
        for place in (self.table, exact, acts, ends):
            shut = QShortcut(QKeySequence("Esc"), place, self.given_up.emit)
            shut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _number(self, name: str) -> RowNumber:
        made = RowNumber(name, blank="không có" if name.startswith(_HEADING) else "")
        made.moved.connect(lambda: self._moved(made))
        return made

    # -- what is shown

    def show_sheet(
        self, name: str, cells: Sequence[Sequence[object]], area: Area | None, skipped: Mapping[int, str]
    ) -> None:
        """Show a sheet.

        Args:
            name: of the sheet.
            cells: from its row 1.
            area: what is its heading and its list; None where nothing was found.
            skipped: row → why it is no record, see `_SKIPPED`; as it was read by this area.
        """
        self.table.show_ids(())  # what is read from now on is of this sheet
        self._name, self._cells, self._skipped = name, cells, skipped
        width = min(max(map(len, cells), default=0), _COLUMNS)
        columns = [Column(title="Dòng", width=6, align="right"), Column(title="Là gì", width=15)]
        self.table.show_columns([*columns, *(Column(title=letter(place), width=16) for place in range(width))])
        self._put(area or _guess(cells))
        self.table.load()
        self._show_row(max(self.area.top, 1))

    @property
    def area(self) -> Area:
        """As chosen now."""
        return Area(*(number.value for number in self.numbers))

    def is_of(self, number: int) -> str:
        """What a row is, in words; "" for one outside."""
        area = self.area
        if area.top <= number <= area.bottom:
            return _HEADING
        return _SKIPPED.get(self._skipped.get(number, ""), _LIST) if area.first <= number <= area.last else ""

    @property
    def _places(self) -> Sequence[int]:
        return range(1, len(self._cells) + 1)

    def _rows(self, numbers: Sequence[int]) -> list[Row]:
        width = self.table.model().columnCount() - 2
        return [(number, self.is_of(number), *self._texts(number, width)) for number in numbers]

    def _texts(self, number: int, width: int) -> list[str]:
        texts = [seen(cell) for cell in self._cells[number - 1][:width]]
        return texts + [""] * (width - len(texts))

    def _show_row(self, number: int) -> None:
        """The row, and where there are some, three above it."""
        self.table.select(number)
        self.table.scrollTo(self.table.model().index(max(number - 4, 0), 0), QAbstractItemView.ScrollHint.PositionAtTop)

    # -- what is moved

    def _put(self, area: Area) -> None:
        for number, value in zip(self.numbers, (area.top, area.bottom, area.first, area.last), strict=True):
            number.put(value, max(len(self._cells), 1))
        self._judge()

    def _moved(self, number: RowNumber) -> None:
        self._change(self.area)
        self._show_row(max(number.value, 1))

    def _judge(self) -> None:
        wrong = _wrong(self.area)
        hint = (
            "Chọn dòng bằng chuột hoặc phím mũi tên (Shift để chọn nhiều dòng) rồi bấm T, D, C; K khi không có tiêu đề."
        )
        self.told.say("error" if wrong else "hint", wrong or hint)
        self.keep.setEnabled(not wrong)
        self.keep.setToolTip(wrong)

    def _change(self, area: Area) -> None:
        here = self.table.current_id()
        self._skipped = {}
        self._put(area)
        self.table.refresh()
        self.table.select(here)

    def _picked(self) -> tuple[int, int]:
        rows = [index.row() + 1 for index in self.table.selectionModel().selectedRows()]
        return (min(rows), max(rows)) if rows else (0, 0)

    def _be_heading(self) -> None:
        top, bottom = self._picked()
        area = self.area
        if top:
            first = area.first if area.first > bottom else min(bottom + 1, len(self._cells))
            self._change(Area(top, bottom, first, max(area.last, first)))

    def _begin_list(self) -> None:
        first, _ = self._picked()
        area = self.area
        if first:
            self._change(Area(area.top, area.bottom, first, max(area.last, first)))

    def _end_list(self) -> None:
        _, last = self._picked()
        area = self.area
        if last:
            self._change(Area(area.top, area.bottom, area.first, last))

    def _be_without(self) -> None:
        area = self.area
        self._change(Area(0, 0, area.first, area.last))

    def _press(self, key: str) -> None:
        acts = {"t": self._be_heading, "d": self._begin_list, "c": self._end_list, "k": self._be_without}
        if act := acts.get(key.lower()):
            act()

    def _choose(self) -> None:
        self.chosen.emit(self._name, self.area)


class _Marked(QStyledItemDelegate):
    """Heading and list stand on grounds of their own, the heading in strong letters too; the second column says it in words."""

    def __init__(self, card: AreaCard) -> None:
        super().__init__(card.table)
        self._card = card

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground, then the cell as usual."""
        if ground := self._ground(index.row() + 1):
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Strong letters for the heading."""
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.Alternate
        if self._card.is_of(index.row() + 1) == _HEADING:
            option.font.setBold(True)
        elif not self._card.is_of(index.row() + 1):
            option.palette.setColor(option.palette.ColorRole.Text, colour("muted"))
        if QStyle.StateFlag.State_HasFocus in option.state:
            option.state &= ~QStyle.StateFlag.State_HasFocus

    def _ground(self, number: int) -> QColor | None:
        what = self._card.is_of(number)
        return colour("primary_soft") if what == _HEADING else colour("ok_soft") if what == _LIST else None


def _wrong(area: Area) -> str:
    if (area.top == 0) != (area.bottom == 0):
        return "Tiêu đề cần cả dòng đầu và dòng cuối; nếu không có tiêu đề, bấm “Không có tiêu đề”."
    if area.bottom < area.top:
        return "Dòng cuối của tiêu đề phải ở dưới dòng đầu của nó."
    if area.first <= area.bottom:
        return "Danh sách phải bắt đầu ở dưới tiêu đề."
    return "Dòng cuối của danh sách phải ở dưới dòng đầu của nó." if area.last < area.first else ""


def _guess(rows: Sequence[Sequence[object]]) -> Area:
    """The first row with two texts and all below it."""
    texts = ([cell for cell in cells if isinstance(cell, str) and cell] for cells in rows)
    top = next((number for number, found in enumerate(texts, 1) if len(found) > 1), 1)
    return Area(top, top, min(top + 1, max(len(rows), 1)), max(len(rows), 1))


def sentence(area: Area) -> str:
    """Where heading and list are, e.g. "Tiêu đề ở dòng 4–5, danh sách từ dòng 6 đến 245"."""
    rows = f"{area.top}–{area.bottom}" if area.top < area.bottom else f"{area.bottom}"
    heading = f"Tiêu đề ở dòng {rows}" if area.bottom else "Không có tiêu đề"
    return f"{heading}, danh sách từ dòng {area.first} đến {area.last}"
