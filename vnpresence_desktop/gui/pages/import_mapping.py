"""Which column of the file fills which field: as it was found, to be corrected."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.import_cells import letter
from vnpresence_desktop.gui.pages.import_sample import shown
from vnpresence_desktop.gui.parts import Card, button, label, mark, reveal, row, scrolling
from vnpresence_desktop.gui.short_choice import ShortChoice
from vnpresence_desktop.work.history_words import moment
from vnpresence_desktop.work.importing import Outlook, readable_fields, required_fields
from vnpresence_desktop.work.texts import label as name_of

NOT_READ = -1
"""A field that no column fills."""
_LOOKED_AT = 60
"""Rows in which an example is looked for."""
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
        corrected(str, int): the officer chose this column for this field, -1 for none.
        forgotten(): columns that were remembered shall not count.
    """

    corrected = Signal(str, int)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__("Cột trong tệp", "list-checks", "Chọn lại nếu chưa đúng")
        self._titles: dict[str, QLabel] = {}
        self._picks: dict[str, ShortChoice] = {}
        self._notes: dict[str, QLabel] = {}
        self._wide: bool | None = None
        self._about: tuple[Sequence[str], Sequence[str]] = ((), ())
        self.remembered = label("", "muted", wrap=True)
        self.forget = button("Tìm lại cột", self.forgotten.emit, "undo-2", "link")
        self._memory = QWidget()
        memory = row(self.remembered, self.forget)
        memory.setStretch(0, 1)
        self._memory.setLayout(memory)
        self.body.addWidget(self._memory)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._area = scrolling(self._content)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._area, 1)

    def pick(self, field: str) -> QComboBox:
        """The list of columns of a field."""
        return self._picks[field]

    def note(self, field: str) -> str:
        """What stands beside a field: an example, or that a column has to be chosen."""
        return self._notes[field].text()

    def first(self) -> QWidget:
        """Where one begins: the first field that lacks its column."""
        lacking = [pick for pick in self._picks.values() if pick.property("state") == "error"]
        return next(iter([*lacking, *self._picks.values()]), self)

    def begin(self) -> None:
        """Another list: from the top."""
        QTimer.singleShot(0, self._area, lambda: self._area.verticalScrollBar().setValue(0))

    def show_outlook(self, outlook: Outlook) -> None:
        """Show where each field comes from; the keyboard stays where it is."""
        batch, headings, names = outlook.remembered, outlook.found.headings, readable_fields(outlook.kind)
        reveal(self._memory, shown=batch is not None)
        if batch:
            self.remembered.setText(f"Cột như lần nhập “{batch.file}” ngày {moment(batch.taken_at)[:10]}.")
        if self._about != (headings, names):
            self._about = (headings, names)
            self._build(headings, names, required_fields(outlook.kind))
        examples = _examples(outlook)
        for field in names:
            self._show_field(field, outlook, examples.get(field, ""))

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

    def _build(self, headings: Sequence[str], names: Sequence[str], required: Collection[str]) -> None:
        for widget in self._content.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._titles, self._picks, self._notes, self._wide = {}, {}, {}, None
        self._grid.setContentsMargins(0, 0, 6, 0)
        for field in names:
            self._add(field, headings, must=field in required)
        self._make_room()
        self._grid.setRowStretch(2 * len(names), 1)

    def _add(self, field: str, headings: Sequence[str], *, must: bool) -> None:
        pick, note = ShortChoice(), label("", "message", wrap=True)
        name = capital(name_of(field))
        title = label(f"{name}\u00a0*" if must else name, "label", wrap=True, buddy=pick)
        pick.setAccessibleName(f"Cột của {name_of(field)}")
        pick.addItem("(không có)", NOT_READ)
        for index, heading in enumerate(headings):
            pick.addItem(f"{letter(index)} · {' '.join(heading.split()) or 'không tên'}", index)
        pick.activated.connect(lambda _, field=field: self._correct(field))
        self._titles[field], self._picks[field], self._notes[field] = title, pick, note

    def _show_field(self, field: str, outlook: Outlook, example: str) -> None:
        pick, columns = self._picks[field], outlook.found.places.get(field, ())
        several = pick.findData(_AS_FOUND)
        if several >= 0:
            pick.removeItem(several)
        if len(columns) > 1:
            pick.addItem(" + ".join(letter(index) for index in columns if index >= 0), _AS_FOUND)
        pick.setCurrentIndex(pick.findData(_AS_FOUND if len(columns) > 1 else columns[0] if columns else NOT_READ))
        lacking = not columns and field in required_fields(outlook.kind)
        self._notes[field].setText("Hãy chọn cột" if lacking else example)
        mark(self._notes[field], "level", "error" if lacking else "")
        mark(pick, "state", "error" if lacking else "")
        pick.setAccessibleDescription(self._notes[field].text())

    def _correct(self, field: str) -> None:
        chosen = self._picks[field].currentData()
        if chosen != _AS_FOUND:
            self.corrected.emit(field, chosen)


def _examples(outlook: Outlook) -> dict[str, str]:
    """Field → the first value that its column brings."""
    wanted = set(outlook.found.places)
    found: dict[str, str] = {}
    for line in outlook.lines[:_LOOKED_AT]:
        values = to_values(line.record)
        for field in wanted - found.keys():
            if value := values.get(field, ""):
                text = shown(field, value)
                found[field] = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return found
