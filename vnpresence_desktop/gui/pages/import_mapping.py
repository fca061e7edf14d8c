"""Which column of the file fills which field: as it was found, to be corrected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.import_pick import ColumnPick
from vnpresence_desktop.gui.pages.import_sample import shown
from vnpresence_desktop.gui.parts import Card, label, mark, scrolling
from vnpresence_desktop.work.importing import Preview
from vnpresence_desktop.work.texts import label as name_of

NOT_READ = -1
"""A field that no column fills."""
_LONGEST = 26
"""Letters of an example."""
_NARROW = 56
"""Letters that the card must have room for to show name, column and example in a line; else the column is below its name."""
_APART = 8
"""Room above a field that has its column below it."""
_AS_FOUND = -2
"""A field that comes from several columns, as found."""


class MappingCard(Card):
    """The table field → column.

    Signals:
        corrected(): the officer chose another column; `columns` tells all corrections.
    """

    corrected = Signal()

    def __init__(self) -> None:
        super().__init__("Cột trong tệp", "list-checks", "Chọn lại nếu chưa đúng")
        self.columns: dict[str, int] = {}
        self._titles: dict[str, QLabel] = {}
        self._picks: dict[str, ColumnPick] = {}
        self._notes: dict[str, QLabel] = {}
        self._wide: bool | None = None
        self._about: tuple[Sequence[str], Sequence[str]] = ((), ())
        self.found = label("Chọn tệp để xem các cột của tệp.", "muted", wrap=True)
        self.body.addWidget(self.found)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._area = scrolling(self._content)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._area, 1)
        self.body.addStretch()  # where there are no columns the heading stays at the top

    def begin(self) -> None:
        """Another list: nothing is known and nothing corrected yet."""
        self.columns = {}
        self.tell("Đang đọc các cột của tệp…")

    def tell(self, words: str) -> None:
        """Say why there are no columns to show."""
        self.found.setText(words)
        self._area.hide()

    def pick(self, field: str) -> QComboBox:
        """The list of columns of a field."""
        return self._picks[field]

    def note(self, field: str) -> str:
        """What stands beside a field: an example, or that a column has to be chosen."""
        return self._notes[field].text()

    def show_preview(self, preview: Preview) -> None:
        """Show where each field comes from; the keyboard stays where it is."""
        self.found.setText(f"Bảng ở trang “{preview.sheet}”, tiêu đề ở dòng {preview.header_row}.")
        self._area.show()
        if self._about != (preview.headings, preview.fields):
            self._about = (preview.headings, preview.fields)
            self._build(preview)
        for field in preview.fields:
            self._show_field(field, preview)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow the columns need the room of the examples."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _NARROW
        if wide is self._wide:
            return
        self._wide = wide
        for column, share in enumerate((2, 3, 2) if wide else (1, 1, 0)):
            self._grid.setColumnStretch(column, share)
        for place, field in enumerate(self._picks):
            title, pick, note = self._titles[field], self._picks[field], self._notes[field]
            row, below = (place, (place, 1, 1, 1)) if wide else (2 * place, (2 * place + 1, 0, 1, 2))
            self._grid.addWidget(title, row, 0)
            title.setContentsMargins(0, 0 if wide else _APART, 0, 0)
            note.setContentsMargins(0, 0 if wide else _APART, 0, 0)
            self._grid.addWidget(pick, *below)
            self._grid.addWidget(note, row, 2 if wide else 1)

    # -- inside

    def _build(self, preview: Preview) -> None:
        for widget in self._content.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._titles, self._picks, self._notes, self._wide = {}, {}, {}, None
        self._grid.setContentsMargins(0, 0, 6, 0)
        for field in preview.fields:
            self._add(field, preview)
        self._make_room()
        self._grid.setRowStretch(2 * len(preview.fields), 1)

    def _add(self, field: str, preview: Preview) -> None:
        pick, note = ColumnPick(), label("", "message", wrap=True)
        name = capital(name_of(field))
        title = label(f"{name}\u00a0*" if field in preview.required else name, "label", wrap=True, buddy=pick)
        pick.setAccessibleName(f"Cột của {name_of(field)}")
        pick.addItem("(không có)", NOT_READ)
        for index, heading in enumerate(preview.headings):
            pick.addItem(f"{_letter(index)} · {' '.join(heading.split()) or 'không tên'}", index)
        pick.activated.connect(lambda _, field=field: self._correct(field))
        self._titles[field], self._picks[field], self._notes[field] = title, pick, note

    def _show_field(self, field: str, preview: Preview) -> None:
        pick, columns = self._picks[field], preview.places.get(field, ())
        several = pick.findData(_AS_FOUND)
        if several >= 0:
            pick.removeItem(several)
        if len(columns) > 1:
            pick.addItem(" + ".join(_letter(index) for index in columns if index >= 0), _AS_FOUND)
        pick.setCurrentIndex(pick.findData(_AS_FOUND if len(columns) > 1 else columns[0] if columns else NOT_READ))
        lacking = not columns and field in preview.required
        self._notes[field].setText("Hãy chọn cột" if lacking else _example(field, preview))
        mark(self._notes[field], "level", "error" if lacking else "")
        mark(pick, "state", "error" if lacking else "")
        pick.setAccessibleDescription(self._notes[field].text())

    def _correct(self, field: str) -> None:
        chosen = self._picks[field].currentData()
        if chosen == _AS_FOUND:
            return
        self.columns = {name: place for name, place in self.columns.items() if place != chosen or place == NOT_READ}
        self.columns[field] = chosen
        self.corrected.emit()


def _example(field: str, preview: Preview) -> str:
    """The first value that the column brings."""
    values = (to_values(row.record).get(field) for row in preview.sample if field in preview.places)
    text = shown(field, next(filter(None, values), ""))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _letter(index: int) -> str:
    """Name of a column as Excel shows it: A, B … Z, AA and so on."""
    name = ""
    while index >= 0:
        name = chr(ord("A") + index % 26) + name
        index = index // 26 - 1
    return name
