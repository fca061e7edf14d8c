"""The ways out of a candidate's form: none of them loses a letter."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_draft import Draft


class Leaving(QObject):
    """What was typed is a draft before anything else is shown.

    Signals:
        left(): back to the list.
        search_wanted(): back to the list, to its search.
        new_wanted(): a new record, while another one is open.
    """

    left = Signal()
    search_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, form: Form, draft: Draft, notice: Notice, give_up: Callable[[], object]) -> None:
        """Leave one page; ``give_up`` drops its draft."""
        super().__init__(form)
        self._form, self._draft, self._notice, self._give_up = form, draft, notice, give_up

    def keep(self) -> bool:
        """Keep what was typed; returns whether anything was."""
        self._form.flush()
        self._draft.keep()
        return self._draft.stands

    def leave(self) -> None:
        """Back to the list."""
        self.keep()
        self.left.emit()

    def search(self) -> None:
        """Ctrl+F: to the search of the list."""
        self.keep()
        self.search_wanted.emit()

    def new(self) -> None:
        """Ctrl+N: another record; a new one that is being typed has to be saved first."""
        if self._draft.record_id or not self.keep():
            self.new_wanted.emit()
            return
        self._notice.say(
            "info",
            "Hồ sơ mới này chưa lưu.",
            "Bấm Ctrl+Enter để lưu rồi nhập hồ sơ khác.",
            action=("Bỏ bản nháp", self._give_up),
        )
