"""The panel that deletes many records: what goes along is said before, how it comes back too."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import MessageLine
from vnpresence_desktop.gui.pages.list_acts import BulkActs
from vnpresence_desktop.gui.pages.list_bulk_panel import SMALL
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.gui.side import SidePanel
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.bulk import Done


class RemovePanel(SidePanel):
    """See the module's text.

    Signals:
        done(object): what was done, a `Done`.
    """

    done = Signal(object)

    def __init__(self, acts: BulkActs) -> None:
        super().__init__("Xóa hồ sơ", scrolls=True)
        self._acts = acts
        self._ids: Sequence[str] = ()
        self.question, self.along = label("", "label", wrap=True), label("", wrap=True)
        self.after, self.failure = label("", "muted", wrap=True), MessageLine()
        self.keep = button("Không xóa", self.shut.emit)
        self.remove = button("Xóa", self._remove, "trash-2", "danger")
        for widget in (self.question, self.along, self.after, self.failure):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.keep, self.remove, None))
        self.body.addStretch(1)

    def take(self, ids: Sequence[str], columns: Sequence[str] = ()) -> None:
        """These records are to be deleted."""
        self._ids = ids
        self.failure.say("hint", "")
        try:
            removal = self._acts.removal(ids)
        except UserError as error:
            self._refuse(error)
            return
        self.question.setText(removal.question)
        self.along.setText(removal.along)
        self.along.setVisible(bool(removal.along))
        self.after.setText(removal.after)
        self.remove.setText(f"Xóa {number(len(ids))} hồ sơ")
        self.remove.setEnabled(True)
        self.remove.setToolTip("")

    def first(self) -> QWidget:
        """What does no harm."""
        return self.keep

    def _remove(self) -> None:
        ids = self._ids
        if len(ids) <= SMALL:
            try:
                self.done.emit(self._acts.remove(ids))
            except UserError as error:
                self._refuse(error)
            return
        self.remove.setEnabled(False)
        self.remove.setToolTip("Đang xóa")
        self.along.setText(f"Đang xóa {number(len(ids))} hồ sơ, xin chờ vài giây…")
        self.along.show()
        job = self._acts.start(lambda _: self._acts.remove_in_job(ids))
        job.done.connect(self._finish)
        job.failed.connect(self._refuse)
        job.broke.connect(self._acts.broke)

    def _finish(self, done: Done) -> None:
        self.done.emit(done)

    def _refuse(self, error: UserError) -> None:
        self.remove.setEnabled(False)
        self.remove.setToolTip(error.title)
        self.failure.say("error", f"{error.title} {error.advice}")
