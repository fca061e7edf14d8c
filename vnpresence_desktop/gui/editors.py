"""Editors of a form: what a person types, read as the value of a record's field and shown from one.

Nothing refuses a keystroke, nothing completes within the line: both break Vietnamese input methods.
"""

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListWidgetItem, QWidget

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.text import clean
from vnpresence_desktop.gui.areas import LongEdit, TickList
from vnpresence_desktop.gui.choice_keys import ChoiceKeys
from vnpresence_desktop.gui.dates import DateEdit
from vnpresence_desktop.gui.suggestions import Suggestions
from vnpresence_desktop.gui.vietnamese import number

Choices = Sequence[tuple[Value, str]]
"""Code and Vietnamese text of each choice, in the order shown."""


class _Hand(QObject):
    """Tells of the user's hand."""

    edited = Signal()


class Editor(ABC):
    """One editor; ``widget`` takes the keyboard. Whoever makes it keeps it: the widget alone does not hold it."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self._hand = _Hand(widget)
        self._quiet = False

    @property
    def edited(self) -> SignalInstance:
        """Comes from the user's hand only, never from `put`."""
        return self._hand.edited

    @abstractmethod
    def value(self) -> Value:
        """What the record's field gets."""

    @abstractmethod
    def text(self) -> str:
        """What stands there, to see whether anything does."""

    def put(self, value: Value) -> None:
        """Show a value; `edited` stays silent."""
        with self._silent():
            self._put(value)

    @abstractmethod
    def _put(self, value: Value) -> None:
        """Show a value."""

    @contextmanager
    def _silent(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

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

    widget: LongEdit

    def __init__(self, lines: int, *, paragraphs: bool) -> None:
        super().__init__(LongEdit(lines))
        self._paragraphs = paragraphs
        self.widget.textChanged.connect(self._tell)

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
        self._codes: list[Value] = []  # Qt would hand a member of an enumeration back as plain text
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        if free:
            self._open_to_text(box)
        else:
            ChoiceKeys(box)
        self.offer(choices)
        box.currentIndexChanged.connect(self._tell)

    def _open_to_text(self, box: QComboBox) -> None:
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = box.completer() or QCompleter(box)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.editTextChanged.connect(self._tell)
        Suggestions(box)

    def offer(self, choices: Choices) -> None:
        """Offer other choices; what was chosen stays."""
        kept = self.value() if self.widget.count() else None
        with self._silent():
            self.widget.clear()
            self._codes.clear()
            for code, text in choices:
                self._add(code, text)
        self.put(kept)

    def _add(self, code: Value, text: str) -> None:
        self._codes.append(code)
        self.widget.addItem(text, code)

    def text(self) -> str:  # noqa: D102
        return self.widget.currentText()

    def value(self) -> Value:  # noqa: D102
        if self._free:
            text = clean(self.widget.currentText())
            place = self.widget.findText(text, Qt.MatchFlag.MatchFixedString)
            return self._code(place) if place >= 0 else text
        return self._code(self.widget.currentIndex())

    def _code(self, place: int) -> Value:
        return self._codes[place] if place >= 0 else None

    def _place(self, value: Value) -> int:
        """Where a code stands, -1 nowhere; nothing at all stands where "" or None is offered."""
        if value in (None, ""):
            return next((at for at, code in enumerate(self._codes) if code in (None, "")), -1)
        alike = (at for at, code in enumerate(self._codes) if code == value and _truth(code) == _truth(value))
        return next(alike, -1)

    def _put(self, value: Value) -> None:
        place = self._place(value)
        if place < 0 and value not in (None, "") and not self._free:
            self._add(value, str(value))
            place = len(self._codes) - 1
        self.widget.setCurrentIndex(place)
        if self._free and place < 0:
            self.widget.setEditText(str(value or ""))
        if line := self.widget.lineEdit():
            line.setCursorPosition(0)  # of a long text its beginning is to be seen


def _truth(code: Value) -> bool:
    """Whether it is a yes or no, which is not the same as 1 or 0."""
    return isinstance(code, bool)


class ManyEditor(Editor):
    """Any number of codes, ticked in a list; a code that is not offered is kept."""

    widget: TickList

    def __init__(self, choices: Choices, lines: int) -> None:
        super().__init__(TickList(lines))
        self._codes: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self.offer(choices)
        self.widget.itemChanged.connect(self._tell)

    def offer(self, choices: Choices) -> None:
        """Offer other choices; what was ticked stays."""
        kept = self.value()
        with self._silent():
            self.widget.clear()
            for _, text in choices:
                item = QListWidgetItem(text, self.widget)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self._codes = tuple(cast("str", code) for code, _ in choices)
        self.widget.measure()
        self.put(kept)

    def _items(self) -> Iterator[tuple[str, QListWidgetItem]]:
        return zip(self._codes, (self.widget.item(place) for place in range(self.widget.count())), strict=True)

    def text(self) -> str:  # noqa: D102
        return " ".join(self._ticked())

    def value(self) -> Value:  # noqa: D102
        return (*self._ticked(), *self._others)

    def _ticked(self) -> tuple[str, ...]:
        return tuple(code for code, item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def _put(self, value: Value) -> None:
        wanted = value if isinstance(value, tuple) else ()
        self._others = tuple(code for code in wanted if code not in self._codes)
        for code, item in self._items():
            item.setCheckState(Qt.CheckState.Checked if code in wanted else Qt.CheckState.Unchecked)
