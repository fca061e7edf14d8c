"""What becomes of a scan: the page that is shown takes the card; where it can't, one line asks for whom; faults are told."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from vnpresence_desktop.domain.card import Card, CardFault, read_card
from vnpresence_desktop.gui.messages import Strip
from vnpresence_desktop.gui.parts import button
from vnpresence_desktop.gui.scanner import WAITING, Scanner
from vnpresence_desktop.work.texts import say

_FOR = (("household", "Hộ kinh doanh"), ("citizen", "Công dân"))
_STOP = "Bấm Esc để thôi."


@runtime_checkable
class TakesCards(Protocol):
    """A page that knows what to do with a card."""

    def take_card(self, card: Card) -> None:
        """Fill the open form, or begin a new one."""


class ScanLine(Strip):
    """The line below every page for scans; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._before: QWidget | None = None
        self.choices: tuple[QPushButton, ...] = ()
        self.shut = button("", self.put_away, "x", "link")
        self.shut.setAccessibleName("Đóng dòng này")
        self.shut.setToolTip("Đóng dòng này")
        self.add(self.shut)

    def tell(self, level: str, text: str) -> None:
        """Say something; nothing is asked."""
        self._clear()
        self.say(level, text)

    def ask(self, text: str, choices: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Ask; the keyboard is at the first choice."""
        self._clear()
        self._before = QApplication.focusWidget()
        self.choices = tuple(button(words, act) for words, act in choices)
        for place, choice in enumerate(self.choices):
            self.insert(place, choice)
        self.say("info", text)
        self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Say nothing more; the keyboard goes back where it was."""
        before = self._before
        self._clear()
        self.hide()
        if before and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._before = None
        for choice in self.choices:
            choice.hide()
            choice.deleteLater()
        self.choices = ()


class Scans(QObject):
    """Brings a scanner's scans to where they belong; nothing of a card is kept but in the form it fills."""

    def __init__(
        self, scanner: Scanner, line: ScanLine, page: Callable[[], QWidget | None], go: Callable[[str], QWidget]
    ) -> None:
        """Make it.

        Args:
            scanner: it lives as long.
            line: where faults and questions are said.
            page: what is shown now.
            go: shows a page by its id.
        """
        super().__init__(scanner)
        self._line, self._page, self._go = line, page, go
        scanner.scanned.connect(self._scanned)
        scanner.failed.connect(self._failed)
        scanner.armed.connect(self._armed)

    def _armed(self, armed: bool) -> None:  # noqa: FBT001 - what the signal carries
        if armed:
            self._line.tell("info", f"{WAITING} {_STOP}")
        elif self._line.text.startswith(WAITING):
            self._line.put_away()

    def _failed(self, code: str) -> None:
        self._line.tell("warning", say("card_fault", code))

    def _scanned(self, text: str) -> None:
        card = read_card(text)
        if isinstance(card, CardFault):
            self._failed(card.code)
        elif not self._taken_by(self._page(), card):
            self._line.ask(
                "Đã quét thẻ. Ghi vào hồ sơ nào?", [(words, partial(self._take, one, card)) for one, words in _FOR]
            )

    def _take(self, entry: str, card: Card) -> None:
        self._taken_by(self._go(entry), card)

    def _taken_by(self, page: object, card: Card) -> bool:
        """Give a page the card; False where it takes none."""
        if not isinstance(page, TakesCards):
            return False
        self._line.put_away()
        page.take_card(card)
        return True
