"""Whom help was given to: one line that finds candidates as their name or number is typed, or takes a person by name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from vnpresence_desktop.gui.pages.led_list import LedList
from vnpresence_desktop.gui.pages.record_editor import RecordEditor
from vnpresence_desktop.work.outreach import Person
from vnpresence_desktop.work.texts import say


def told(person: Person) -> str:
    """What tells a candidate from others, e.g. "Lê Thị Hòa · Ấp Một · hộ kinh doanh"."""
    return " · ".join(filter(None, (person.known_by, person.hamlet, say("kind", person.kind))))


class WhoSearch(QObject):
    """Leads the field ``person`` of the form of support: what is typed is a person by name until a candidate is taken."""

    def __init__(self, editor: RecordEditor, find: Callable[[str], Sequence[Person]]) -> None:
        super().__init__(editor)
        self._form, self._notice, self._find = editor.form, editor.notice, find
        line = editor.form.widget("person")
        if not isinstance(line, QLineEdit):
            raise TypeError(line)
        self.line, self.list = line, LedList(line, editor, "Hồ sơ tìm thấy trong sổ")
        line.setPlaceholderText("Gõ tên, số định danh, điện thoại; không cần dấu")
        line.textEdited.connect(self._typed)
        self.list.taken.connect(self._take)

    def _typed(self, text: str) -> None:
        """By hand: whoever was chosen before is chosen no more."""
        self._form.fill({"candidate": ""})
        with self._notice.telling():
            found = [(f"{one.name} · {told(one)}", one) for one in self._find(text)]
            outside = [(f"Ghi “{text.strip()}” là người ngoài sổ", None)] if found else []
            self.list.offer([*found, *outside])

    def _take(self, person: Person | None) -> None:
        if person:
            self._form.fill({"candidate": person.id, "came": "", "person": person.name})
