"""The left part of the repair screen: what is asked once, and the kinds of things to be looked at; it scrolls as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.import_review_groups import GroupList
from vnpresence_desktop.gui.pages.import_review_questions import Questions
from vnpresence_desktop.gui.pages.in_sight import InSight
from vnpresence_desktop.gui.parts import Scrolling, label, reveal
from vnpresence_desktop.work.importing import Question

_LETTERS = 31


class Left(Scrolling):
    """As wide as some words, never narrower than what it holds."""

    def __init__(self, hamlets: Callable[[], Sequence[str]]) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self.questions, self.groups = Questions(hamlets), GroupList()
        self._asked = label("Cần trả lời", "heading")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 2, 0)
        column.setSpacing(4)
        for part in (self._asked, self.questions, label("Cần xem", "heading"), self.groups):
            column.addWidget(part)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.groups.seen.connect(self._show_place)
        InSight(self.questions)

    def begin(self) -> None:
        """Another list."""
        self.groups.begin()
        self.questions.begin()

    def ask(self, questions: Sequence[Question], kind: Kind) -> None:
        """Ask these."""
        reveal(self._asked, shown=bool(questions))
        self.questions.show_questions(questions, kind)

    def _show_place(self, place: QRect) -> None:
        middle = self.groups.mapTo(self._inside, place.center())
        self.ensureVisible(0, middle.y(), 0, place.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """See the class."""
        wanted = self.fontMetrics().averageCharWidth() * _LETTERS
        return QSize(max(wanted, self.minimumSizeHint().width()), super().sizeHint().height())
