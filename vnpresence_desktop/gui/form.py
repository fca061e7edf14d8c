"""A form made from a description: cards with up to three columns, live messages, everything by keyboard.

Use::

    form = Form([Group(title="Chủ hộ", icon="users", fields=[Field(name="owner", label="Chủ hộ", required=True), …])], today)
    form.set_values(to_values(record))            # quiet
    form.changed.connect(lambda: form.show_problems(check(from_values(kind, form.values()), day), texts.message))
    form.settled.connect(keep_draft)
    save: if form.demand(): … form.values() …      # else the first faulty field has the keyboard and says why

Keys: Enter next field, Shift+Enter the one before, F8 next problem, F4 calendar or list, Ctrl+D pin, Alt+letter a field.
The form scrolls; put it into a page's body as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.problems import Problem, problem
from vnpresence_desktop.gui.cards import FieldCard
from vnpresence_desktop.gui.editors import ChoiceEditor, Choices, ManyEditor
from vnpresence_desktop.gui.fields import Field, FieldBox, Group, Input, Message
from vnpresence_desktop.gui.mnemonics import assign
from vnpresence_desktop.gui.parts import GAP, into_sight, scrolling
from vnpresence_desktop.gui.pins import Pins
from vnpresence_desktop.gui.place import field_of, place_in, set_cursor
from vnpresence_desktop.gui.reasons import Reasons
from vnpresence_desktop.gui.walk import Walk

__all__ = ["Field", "Form", "Group", "Input"]

_QUIET = 400
"""Milliseconds without a key after which `Form.settled` tells."""
_NOT_A_NUMBER = "number_unclear"


class Form(QWidget):
    """See the module's text.

    Signals:
        edited(str): the field with this name was changed by hand; at once.
        changed(): something was changed by hand or by `fill`; once a turn of the event loop. Validate here.
        settled(): 400 ms after the last change, and on hiding. Keep the draft and look for duplicates here.
        entered(str): this field has the keyboard now.
        completed(): Enter in the last field; give the keyboard to the save button.

    Attributes:
        reasons: asks why warnings are let stand; see there.
        pins: the fields that are kept for the next record; see there.
    """

    edited = Signal(str)
    changed = Signal()
    settled = Signal()
    entered = Signal(str)
    completed = Signal()

    def __init__(self, groups: Sequence[Group], today: Callable[[], date], reserved: str = "") -> None:
        """Make it.

        Args:
            groups: the cards from top to bottom.
            today: today's date, for "h" and the calendar.
            reserved: Alt+letters that the page's buttons use.
        """
        super().__init__()
        self._boxes: dict[str, FieldBox] = {}
        self._kept: dict[str, Value] = {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(GAP)
        self._area = scrolling(content)  # before the fields, whose first events it is asked about
        for group in groups:
            column.addWidget(FieldCard(group, [self._make(field, today) for field in group.fields]))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.reasons, self.pins = Reasons(self._boxes, self), Pins(self._boxes, self)
        self._walk = Walk(self._boxes, self.pins.holds, self)
        self._walk.completed.connect(self.completed)
        self.reasons.entered.connect(into_sight)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_question)
        self._letter(reserved)
        self._changed, self._settled = self._timer(0, self.changed), self._timer(_QUIET, self.settled)
        next_problem = QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.focus_next_problem)
        next_problem.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _make(self, field: Field, today: Callable[[], date]) -> FieldBox:
        box = self._boxes[field.name] = FieldBox(field, today)
        box.edited.connect(self._edited)
        box.editor.widget.installEventFilter(self)
        return box

    def _letter(self, reserved: str) -> None:
        boxes = list(self._boxes.values())
        for box, text in zip(boxes, assign([box.field.label for box in boxes], reserved), strict=True):
            box.set_label(text)

    def _timer(self, milliseconds: int, told: SignalInstance) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(told)
        return timer

    # -- values

    def values(self) -> dict[str, Value]:
        """Every field by name; together with values that came in by `set_values` and have no field here (id, source …)."""
        return self._kept | {name: box.editor.value() for name, box in self._boxes.items()}

    def value(self, name: str) -> Value:
        """One of `values`, without reading the others; None where there is none of this name."""
        box = self._boxes.get(name)
        return box.editor.value() if box else self._kept.get(name)

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show another record, quietly and as if untouched; fields that are not named are emptied."""
        self._kept = {name: value for name, value in values.items() if name not in self._boxes}
        for name, box in self._boxes.items():
            box.editor.put(values.get(name))
            box.forget()
        self._changed.stop()
        self._settled.stop()
        self._area.verticalScrollBar().setValue(0)

    def fill(self, values: Mapping[str, Value]) -> None:
        """Put in some fields as if typed (a scanned card, a draft): `changed` and `settled` follow."""
        for name, value in values.items():
            if name in self._boxes:
                self._boxes[name].editor.put(value)
                self._boxes[name].leave()
            else:
                self._kept[name] = value
        self._edited("")

    def put(self, name: str, value: Value) -> None:
        """Put a value into one field as if typed, told as `edited` too."""
        self._boxes[name].editor.put(value)
        self._boxes[name].leave()
        self._edited(name)

    def offer(self, name: str, choices: Choices) -> None:
        """Offer other choices in a CHOICE, SUGGEST or MANY field."""
        editor = self._boxes[name].editor
        if isinstance(editor, ChoiceEditor | ManyEditor):
            editor.offer(choices)

    def widget(self, name: str) -> QWidget:
        """The widget that takes a field's keys, for tests and for what attaches to one field."""
        return self._boxes[name].editor.widget

    def message(self, name: str) -> tuple[str, str]:
        """Level ("hint", "warning", "error") and text of the line under a field."""
        return self._boxes[name].message

    # -- problems

    def show_problems(self, problems: Sequence[Problem], message_of: Message) -> list[Problem]:
        """Put each problem into the line under its field; fields without one show their hint again.

        Returns:
            Those that belong to no field here: say them in the page's notice.
        """
        by_field: dict[str, list[Problem]] = {name: [] for name in self._boxes}
        others = [item for item in problems if item.field not in by_field]
        for item in (*self._unreadable(), *problems):
            if item.field in by_field:
                by_field[item.field].append(item)
        for name, box in self._boxes.items():
            box.show_problems(by_field[name], lambda item: _own(item) or message_of(item))
        return others

    def _unreadable(self) -> list[Problem]:
        numbers = [box for box in self._boxes.values() if box.field.input is Input.NUMBER]
        return [problem(box.field.name, _NOT_A_NUMBER) for box in numbers if isinstance(box.editor.value(), str)]

    def errors(self) -> int:
        """How many fields have an error, shown yet or not."""
        return sum(box.faulty for box in self._boxes.values())

    def demand(self) -> bool:
        """Before saving: show every error, go to the first. Returns whether there was none.

        The problems are those last given to `show_problems`; call that first with the values to be saved.
        """
        for box in self._boxes.values():
            if box.problems:
                box.leave()
        return not self.focus_first_problem(errors_only=True)

    def focus_first_problem(self, *, errors_only: bool = False) -> bool:
        """Go to the first field with an error or warning; returns whether there is one."""
        return self._focus_problem(list(self._boxes.values()), errors_only=errors_only)

    def focus_next_problem(self) -> bool:
        """Go to the next field with an error or warning, round and round (F8)."""
        boxes = list(self._boxes.values())
        here = next((at for at, box in enumerate(boxes) if box.editor.widget.hasFocus()), -1)
        return self._focus_problem(boxes[here + 1 :] + boxes[: here + 1], errors_only=False)

    def _focus_problem(self, boxes: Sequence[FieldBox], *, errors_only: bool) -> bool:
        for box in boxes:
            if box.faulty or (not errors_only and box.message[0] == "warning"):
                box.leave()
                self.focus_field(box.field.name)
                return True
        return False

    def focus_field(self, name: str = "") -> None:
        """Give the keyboard to a field, the first one if none is named."""
        wanted = name or next(iter(self._boxes))
        self._walk.go_to(wanted)
        self._area.ensureWidgetVisible(self._boxes[wanted], 0, GAP)

    def go_on(self) -> None:
        """From the field with the keyboard to the next one, as Enter does."""
        if name := self.current():
            self._walk.go_on(name)

    def go_to_blank(self) -> None:
        """To the first field that says nothing."""
        if blank := next((name for name, box in self._boxes.items() if not box.editor.text().strip()), ""):
            self.focus_field(blank)

    def current(self) -> str:
        """The field with the keyboard, "" for none."""
        return next((name for name, box in self._boxes.items() if box.editor.widget.hasFocus()), "")

    def place(self) -> str:
        """Where the keyboard is, see `gui.place`; "" where it is in no field."""
        name = self.current()
        return place_in(name, self.widget(name)) if name else ""

    def go_to_place(self, place: str) -> bool:
        """Go where the keyboard was; False where there is no such field."""
        if (name := field_of(place)) not in self._boxes:
            return False
        self.focus_field(name)
        set_cursor(self.widget(name), place)
        return True

    # -- inside

    def _edited(self, name: str) -> None:
        if name:
            self.edited.emit(name)
        self._changed.start()
        self._settled.start()

    def _keep_question(self) -> None:
        """A question stays in sight while what it asks about, and the message above, still find their room."""
        for line in map(self.reasons.widget, self.reasons.asked()):
            if line.hasFocus() and (whole := line.parentWidget()):
                into_sight(whole)  # of a line to write in, Qt would show the cursor only

    def flush(self) -> None:
        """Tell now what the timers would have told later."""
        for timer, told in ((self._changed, self.changed), (self._settled, self.settled)):
            if timer.isActive():
                timer.stop()
                told.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing typed waits while the form is out of sight."""
        super().hideEvent(event)
        self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Entering and leaving a field; no value turned by the mouse wheel in passing."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self._left(watched)
        elif kind == QEvent.Type.FocusIn:
            self._area.ensureWidgetVisible(self._boxes[watched.objectName()], 0, GAP)
            self.entered.emit(watched.objectName())
        elif kind == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return False

    def _left(self, watched: QObject) -> None:
        box = self._boxes[watched.objectName()]
        window_or_popup = isinstance(watched, QComboBox) and watched.view().isVisible()
        if not window_or_popup:
            box.leave()


def _own(item: Problem) -> str:
    return "Chỉ ghi chữ số, ví dụ 120." if item.code == _NOT_A_NUMBER else ""
