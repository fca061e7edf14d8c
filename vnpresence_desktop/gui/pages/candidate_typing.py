"""What follows from typing: a value is written out as it will be kept, a changed state gets its day, a doubt is settled."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.pages.candidate_doubts import Doubts
from vnpresence_desktop.gui.pages.candidate_draft import Draft
from vnpresence_desktop.gui.pages.candidate_kinds import groups
from vnpresence_desktop.work.candidates import tidy

_DATES_OF = {"state": "state_on", "wish": "wish_on"}


class Typing(QObject):
    """Follows the form of a kind; a field that is only walked through stays as it is."""

    def __init__(self, kind: Kind, form: Form, draft: Draft, doubts: Doubts, today: Callable[[], date]) -> None:
        super().__init__(form)
        self._form, self._draft, self._doubts, self._today = form, draft, doubts, today
        self._touched: set[str] = set()
        form.edited.connect(self._edited)
        for group in groups(kind):
            for field in group.fields:
                widget = form.widget(field.name)
                if isinstance(widget, QLineEdit):
                    widget.editingFinished.connect(lambda name=field.name: self._finished(name))

    def begin(self) -> None:
        """Another record is shown."""
        self._touched.clear()

    def _edited(self, name: str) -> None:
        self._touched.add(name)
        self._draft.touch()
        if name in _DATES_OF:
            self._date_change(name)

    def _date_change(self, name: str) -> None:
        """A changed state or wish is of today unless the officer says otherwise."""
        dated = _DATES_OF[name]
        before = self._draft.base(dated)
        if self._form.value(name) == self._draft.base(name):
            self._form.fill({dated: before})
        elif self._form.value(dated) == before:
            self._form.fill({dated: self._today().isoformat()})

    def _finished(self, name: str) -> None:
        """A line was left: its value is written out as it will be kept."""
        if name not in self._touched:
            return
        self._touched.discard(name)
        self._form.fill({name: tidy(name, self._form.value(name))})
        self._doubts.settle((name,))
