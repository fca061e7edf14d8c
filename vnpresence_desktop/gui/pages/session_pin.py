"""The session at which the records typed now were reached: chosen once beside the form, recorded with each record saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.gui.pages.entry_acts import EntryActs
from vnpresence_desktop.gui.parts import label
from vnpresence_desktop.gui.short_choice import ShortChoice

_NONE = "Không ghi"


@dataclass(frozen=True, slots=True)
class Reached:
    """A candidate was recorded as reached.

    Attributes:
        session: id.
        words: the session as shown.
    """

    session: str
    words: str


class SessionPin(QWidget):
    """Holds for the run of the program; hidden while there is no session to choose."""

    def __init__(self, acts: EntryActs) -> None:
        super().__init__()
        self._acts = acts
        self._ids: list[str] = [""]
        self.box, self._title = ShortChoice(letters=6), label("Ghi đã tiếp cận ở &buổi", "label", wrap=True)
        self.box.setAccessibleName("Ghi đã tiếp cận ở buổi")
        self.box.addItem(_NONE)
        self.box.currentIndexChanged.connect(self._tell)
        self._title.setBuddy(self.box)
        self._hint = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._title, self.box, self._hint):
            column.addWidget(part)
        self._tell()

    def refresh(self) -> None:
        """Offer the sessions there are now; the one chosen stays while it is among them."""
        sessions = self._acts.sessions()
        self.setVisible(bool(sessions))
        if [one for one, _ in sessions] == self._ids[1:]:
            return
        chosen = self._ids[self.box.currentIndex()]
        self._offer(sessions)
        self.box.setCurrentIndex(self._ids.index(chosen) if chosen in self._ids else 0)

    def _offer(self, sessions: Sequence[tuple[str, str]]) -> None:
        self._ids = ["", *(one for one, _ in sessions)]
        self.box.clear()
        self.box.addItems([_NONE, *(words for _, words in sessions)])

    def _tell(self) -> None:
        chosen = self.box.currentIndex() > 0
        self._hint.setText("Mỗi hồ sơ lưu từ đây được ghi là đã tiếp cận ở buổi này." if chosen else "")
        self._hint.setVisible(chosen)

    def reach(self, candidate: str) -> Reached | None:
        """Record that the session chosen reached a candidate (id); None where none is chosen or it was recorded already.

        Raises:
            UserError: it can't be recorded.
        """
        session = self._ids[self.box.currentIndex()]
        if not session or not self._acts.reach(session, candidate):
            return None
        return Reached(session, self.box.currentText())
