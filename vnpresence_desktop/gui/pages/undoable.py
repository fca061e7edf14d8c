"""What was just done, said in a notice with the way back: no question before, no loss after."""

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.turning import WAIT, Turning
from vnpresence_desktop.gui.undo_keys import UndoActs
from vnpresence_desktop.work.undoing import Told


class Undoable(QObject):
    """Signal ``turned()``: the act was taken back, or done again; show what stands now."""

    turned = Signal()

    def __init__(self, notice: Notice, acts: UndoActs) -> None:
        super().__init__(notice)
        self._notice, self._acts = notice, acts
        self._turning = Turning(acts.turning, self)
        self._turning.began.connect(lambda: notice.say("info", WAIT))
        self._turning.turned.connect(self._told)
        self._turning.failed.connect(notice.show_error)

    def tell(self, title: str, text: str = "") -> None:
        """Say what the last act was, right after it."""
        try:
            step = self._acts.next_undo()
        except UserError:
            step = None
        back = ("Hoàn tác", lambda: self._turning.turn(step.act, step.size)) if step else None
        self._notice.tell_written(title, text, action=back)

    def _told(self, told: Told) -> None:
        self.turned.emit()
        word = "Hoàn tác" if told.again else "Làm lại"
        back = (word, lambda: self._turning.turn(told.act, len(told.records))) if told.act else None
        self._notice.tell_written(told.text, action=back)
