"""Which column of the file fills which field: as it was found, to be corrected."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.gui.pages.import_sample import capital, shown
from vnpresence_desktop.gui.parts import Card, label, mark, scrolling
from vnpresence_desktop.work.importing import Preview
from vnpresence_desktop.work.texts import label as name_of

NOT_READ = -1
"""A field that no column fills."""
_LONGEST = 26
"""Letters of an example."""
_NARROW = 56
"""Letters that the card must have room for to show examples."""
_AS_FOUND = -2
"""A field that comes from several columns, as found."""


class _Pick(QComboBox):
    """A list of columns; the mouse wheel in passing changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class MappingCard(Card):
    """The table field → column.

    Signals:
        corrected(): the officer chose another column; `columns` tells all corrections.
    """

    corrected = Signal()

    def __init__(self) -> None:
        super().__init__("Cột trong tệp", "list-checks", "Chọn lại nếu chưa đúng")
        self.columns: dict[str, int] = {}
        self._picks: dict[str, _Pick] = {}
        self._notes: dict[str, QLabel] = {}
        self._about: tuple[Sequence[str], Sequence[str]] = ((), ())
        self.found = label("Chọn tệp để xem các cột của tệp.", "muted", wrap=True)
        self.body.addWidget(self.found)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._area = scrolling(self._content)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._area, 1)

    def begin(self) -> None:
        """Another list: nothing is known and nothing corrected yet."""
        self.columns = {}
        self.found.setText("")
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
        self._grid.setColumnStretch(2, 2 if wide else 0)
        for note in self._notes.values():
            note.setVisible(wide)

    # -- inside

    def _build(self, preview: Preview) -> None:
        for widget in self._content.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._picks, self._notes = {}, {}
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        for place, field in enumerate(preview.fields):
            self._add(place, field, preview)
        self._grid.setRowStretch(len(preview.fields), 1)
        self._make_room()

    def _add(self, place: int, field: str, preview: Preview) -> None:
        pick, note = _Pick(), label("", "message", wrap=True)
        name = capital(name_of(field))
        title = label(f"{name}\u00a0*" if field in preview.required else name, "label", wrap=True)
        title.setBuddy(pick)
        pick.setAccessibleName(f"Cột của {name_of(field)}")
        pick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        pick.setMinimumContentsLength(9)
        pick.addItem("(không có)", NOT_READ)
        for index, heading in enumerate(preview.headings):
            pick.addItem(f"{_letter(index)} · {heading or 'không tên'}", index)
        pick.activated.connect(lambda _, field=field: self._correct(field))
        self._picks[field], self._notes[field] = pick, note
        for column, widget in enumerate((title, pick, note)):
            self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)

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
