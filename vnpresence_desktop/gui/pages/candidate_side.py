"""The panel beside a candidate's form: what is said of the candidate, who it may be already, where it came from, the keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.keys import brief
from vnpresence_desktop.gui.pages.candidate_kept import KeptParts
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.entry_acts import EntryActs
from vnpresence_desktop.gui.pages.offer_panel import OfferPanel
from vnpresence_desktop.gui.pages.session_pin import SessionPin
from vnpresence_desktop.gui.pages.twins_panel import TwinsPanel
from vnpresence_desktop.gui.pages.verdict_panel import VerdictPanel
from vnpresence_desktop.gui.parts import GAP, label, scrolling
from vnpresence_desktop.work.texts import say


class SidePanel(QWidget):
    """From top to bottom: what is offered, verdict, twins, session, what belongs to a kept record, origin, keys.

    Attributes:
        area: scrolls it; to be put beside the form.
    """

    def __init__(self, kind: Kind, acts: EntryActs, kept: KeptParts) -> None:
        super().__init__()
        self.offers, self.verdict = OfferPanel(kind), VerdictPanel(WORDS[kind].zone)
        self.twins, self.session, self.kept = TwinsPanel(), SessionPin(acts), kept
        self._origin = label("", "small", wrap=True)
        side = QVBoxLayout(self)
        side.setContentsMargins(0, 0, 6, 0)
        side.setSpacing(GAP)
        for part in self._parts():
            side.addWidget(part)
        side.addStretch(1)
        side.addWidget(self._origin)
        side.addWidget(label(brief(), "small", wrap=True))
        self.area = scrolling(self)

    def begin(self) -> None:
        """Another record is shown: nothing offered, what is said of it from the top."""
        self.session.refresh()
        self.offers.clear()
        self.area.verticalScrollBar().setValue(0)

    def _parts(self) -> Sequence[QWidget]:
        return self.offers, self.verdict, self.twins, self.session, self.kept

    def show_origin(self, source: str) -> None:
        """Where a record came from, e.g. "file:ho.xlsx"; "" for one that is not kept yet."""
        kind, _, name = source.partition(":")
        self._origin.setText(f"Nguồn: {say('source', kind, name=name)}" if source else "")
