"""Editors of a form: what a person types, read as the value of a record's field and shown from one.

Nothing refuses a keystroke, nothing completes within the line: both break Vietnamese input methods.
"""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.text import clean
from vnpresence_desktop.gui.dates import DateEdit
from vnpresence_desktop.gui.vietnamese import number

Choices = Sequence[tuple[Value, str]]
"""Code and Vietnamese text of each choice, in the order shown."""

_CODE = Qt.ItemDataRole.UserRole


class Editor(QObject):
    """One editor; ``widget`` takes the keyboard. ``edited`` comes from the user's hand only, never from `put`."""

    edited = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget
        self._quiet = False

    def value(self) -> Value:
        """What the record's field gets."""
        raise NotImplementedError

    def text(self) -> str:
        """What stands there, to see whether anything does."""
        raise NotImplementedError

    def put(self, value: Value) -> None:
        """Show a value; `edited` stays silent."""
        self._quiet = True
        try:
            self._put(value)
        finally:
            self._quiet = False

    def _put(self, value: Value) -> None:
        raise NotImplementedError

    def _tell(self, *_: object) -> None:
        if not self._quiet:
            self.edited.emit()


class LineEditor(Editor):
    """One line of text."""

    widget: QLineEdit

    def __init__(self, widget: QLineEdit | None = None) -> None:
        line = widget or QLineEdit()
        super().__init__(line)
        line.textChanged.connect(self._tell)

    def text(self) -> str:  # noqa: D102
        return self.widget.text()

    def value(self) -> Value:  # noqa: D102
        return clean(self.widget.text())

    def _put(self, value: Value) -> None:
        self.widget.setText("" if value is None else str(value))
        self.widget.setCursorPosition(0)


class NumberEditor(LineEditor):
    """A whole number, shown "1.200"; None where nothing stands, the text itself where it is no number."""

    def __init__(self) -> None:
        super().__init__()
        self.widget.editingFinished.connect(self._write_out)

    def _write_out(self) -> None:
        if isinstance(value := self.value(), int):
            self.put(value)

    def _put(self, value: Value) -> None:
        super()._put(number(value) if type(value) is int else value)

    def value(self) -> Value:  # noqa: D102
        text = clean(self.widget.text())
        digits = text.replace(".", "").replace(" ", "")
        if digits.isascii() and digits.isdigit():
            return int(digits)
        return text or None


class DateEditor(LineEditor):
    """A date as ISO text, partial dates too; the text itself where it is no date."""

    widget: DateEdit

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(DateEdit(today))

    def value(self) -> Value:  # noqa: D102
        return self.widget.iso()

    def _put(self, value: Value) -> None:
        self.widget.put(str(value or ""))


class LongEditor(Editor):
    """Several lines; read as one text, or with its paragraphs kept."""

    widget: QPlainTextEdit

    def __init__(self, lines: int, *, paragraphs: bool) -> None:
        area = QPlainTextEdit()
        super().__init__(area)
        self._paragraphs = paragraphs
        area.setTabChangesFocus(True)
        area.ensurePolished()
        area.setMinimumHeight(area.fontMetrics().lineSpacing() * lines + 16)
        area.setMaximumHeight(area.minimumHeight())
        area.textChanged.connect(self._tell)

    def text(self) -> str:  # noqa: D102
        return self.widget.toPlainText()

    def value(self) -> Value:  # noqa: D102
        text = self.widget.toPlainText()
        if self._paragraphs:
            return unicodedata.normalize("NFC", "\n".join(clean(line) for line in text.splitlines())).strip()
        return clean(text)

    def _put(self, value: Value) -> None:
        self.widget.setPlainText(str(value or ""))


class ChoiceEditor(Editor):
    """One of several codes; with ``free`` also any other text. A code that is not offered is kept and shown as it is."""

    widget: QComboBox

    def __init__(self, choices: Choices, *, free: bool = False) -> None:
        box = QComboBox()
        super().__init__(box)
        self._free = free
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        if free:
            self._open_to_text(box)
        self.offer(choices)
        box.currentIndexChanged.connect(self._tell)

    def _open_to_text(self, box: QComboBox) -> None:
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = box.completer() or QCompleter(box)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.editTextChanged.connect(self._tell)

    def offer(self, choices: Choices) -> None:
        """Offer other choices; what was chosen stays."""
        kept = self.value() if self.widget.count() else None
        self._quiet = True
        self.widget.clear()
        for code, text in choices:
            self.widget.addItem(text, code)
        self._quiet = False
        self.put(kept)

    def text(self) -> str:  # noqa: D102
        return self.widget.currentText()

    def value(self) -> Value:  # noqa: D102
        if self._free:
            text = clean(self.widget.currentText())
            place = self.widget.findText(text, Qt.MatchFlag.MatchFixedString)
            return self._code(place) if place >= 0 else text
        return self._code(self.widget.currentIndex())

    def _code(self, place: int) -> Value:
        code: Value = self.widget.itemData(place)
        return code

    def _put(self, value: Value) -> None:
        codes = [self.widget.itemData(place) for place in range(self.widget.count())]
        place = next((at for at, code in enumerate(codes) if code == value and type(code) is type(value)), -1)
        if place < 0 and value in (None, ""):
            place = next((at for at, code in enumerate(codes) if code in (None, "")), -1)
        if place < 0 and value not in (None, "") and not self._free:
            self.widget.addItem(str(value), value)
            place = self.widget.count() - 1
        self.widget.setCurrentIndex(place)
        if self._free and place < 0:
            self.widget.setEditText(str(value or ""))


class ManyEditor(Editor):
    """Any number of codes, ticked in a list; a code that is not offered is kept."""

    widget: QListWidget

    def __init__(self, choices: Choices, lines: int) -> None:
        box = QListWidget()
        super().__init__(box)
        self._others: tuple[str, ...] = ()
        box.ensurePolished()
        box.setFixedHeight((box.fontMetrics().lineSpacing() + 8) * lines + 8)
        box.setWordWrap(True)
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offer(choices)
        box.itemChanged.connect(self._tell)

    def offer(self, choices: Choices) -> None:
        """Offer other choices; what was ticked stays."""
        kept = self.value()
        self._quiet = True
        self.widget.clear()
        for code, text in choices:
            item = QListWidgetItem(text, self.widget)
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self._quiet = False
        self.put(kept)

    def _items(self) -> list[QListWidgetItem]:
        return [self.widget.item(place) for place in range(self.widget.count())]

    def text(self) -> str:  # noqa: D102
        return " ".join(self._ticked())

    def value(self) -> Value:  # noqa: D102
        return (*self._ticked(), *self._others)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(item.data(_CODE) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def _put(self, value: Value) -> None:
        wanted = value if isinstance(value, tuple) else ()
        offered = {item.data(_CODE) for item in self._items()}
        self._others = tuple(code for code in wanted if code not in offered)
        for item in self._items():
            ticked = item.data(_CODE) in wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
