"""What is asked once for a column or the file: each in a box, answered in place; an answer folds it into one sentence."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.flow import Flow
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.pages.import_review_asked import answer, answers, asked
from vnpresence_desktop.gui.parts import button, label
from vnpresence_desktop.gui.short_choice import ShortChoice
from vnpresence_desktop.work.importing import Ask, Question

_FEW = 6
"""Questions about words that are shown at once."""
_WAITS, _SAID, _TOLD = ("triangle-alert", "warning"), ("circle-check", "ok"), ("info", "muted")


def _key(question: Question) -> tuple[Ask, str, str]:
    return question.ask, question.field, question.word


class QuestionBox(QWidget):
    """One question.

    Signals:
        answered(str): this is the answer.
    """

    answered = Signal(str)

    def __init__(self, question: Question, kind: Kind, hamlets: Sequence[str]) -> None:
        super().__init__()
        self.question = question
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.words = label(asked(question), wrap=True)
        self._column.addWidget(self.words)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 6)
        line.setSpacing(6)
        said = _SAID if question.answer is not None else _TOLD
        picture = Picture(*(_WAITS if question.must else said))
        line.addWidget(picture)
        line.setAlignment(picture, self.words.alignment().AlignTop)
        line.addLayout(self._column, 1)
        self.acts: list[QWidget] = []
        self._offer(answers(question, kind, hamlets))

    def _offer(self, offered: Sequence[tuple[str, str]]) -> None:
        if self.question.ask is Ask.WORD:
            self.acts.append(_Meaning(self.question, offered, self.answered.emit))
            self._column.addWidget(self.acts[0])
            return
        given = answer(self.question)
        kind = "" if self.question.must else "link"
        for code, words in offered:
            if code != given:
                made = button(words, partial(self.answered.emit, code), kind=kind)
                made.setProperty("flush", "true")
                made.setAccessibleName(f"{self.words.text()} {words}")
                self.acts.append(made)
        line = Flow(spacing=4)
        line.hold(self.acts)
        self._column.addWidget(line)


class _Meaning(ShortChoice):
    """What a word means."""

    def __init__(self, question: Question, offered: Sequence[tuple[str, str]], give: Callable[[str], object]) -> None:
        super().__init__()
        self.setPlaceholderText("Chọn…")
        self.setAccessibleName(asked(question))
        for code, words in offered:
            self.addItem(words, code)
        self.setCurrentIndex(self.findData(question.answer) if question.answer is not None else -1)
        self.activated.connect(lambda: give(str(self.currentData())))

    @property
    def shown(self) -> str:
        """What is seen of it: that nothing is chosen, too."""
        return super().shown or self.placeholderText()


class Questions(QWidget):
    """The boxes.

    Signals:
        answered(object, str): a `Question` got this answer.
    """

    answered = Signal(object, str)

    def __init__(self, hamlets: Callable[[], Sequence[str]] = tuple) -> None:
        super().__init__()
        self._hamlets = hamlets
        self._about: tuple[Sequence[Question], Kind | None, bool] = ((), None, False)
        self._every = False
        self.boxes: list[QuestionBox] = []
        self.more = button("", self._show_all, kind="link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.more)
        self.more.hide()

    def begin(self) -> None:
        """Another list."""
        self._every = False

    def show_questions(self, questions: Sequence[Question], kind: Kind) -> None:
        """Show these; the keyboard stays with the question that has it, or goes to the next that waits."""
        about = (questions, kind, self._every)
        if about == self._about:
            return
        self._about = about
        held = self._held()
        self._clear()
        shown = self._shown(questions)
        names = self._hamlets() if any(one.field == "hamlet" and one.ask is Ask.WORD for one in shown) else ()
        for place, question in enumerate(shown):
            box = QuestionBox(question, kind, names)
            box.answered.connect(lambda said, question=question: self.answered.emit(question, said))
            self.boxes.append(box)
            self._column.insertWidget(place, box)
        self.more.setText(f"Xem cả {len(questions)} câu hỏi")
        self.more.setVisible(len(shown) < len(questions))
        if held:
            self._take_keyboard(held)

    def _shown(self, questions: Sequence[Question]) -> list[Question]:
        """All but the rarer words."""
        words = [one for one in questions if one.ask is Ask.WORD]
        spare = set() if self._every else {_key(one) for one in words[_FEW:]}
        return [one for one in questions if _key(one) not in spare]

    def _show_all(self) -> None:
        questions, kind, _ = self._about
        self._every = True
        if kind:
            self.show_questions(questions, kind)

    def _clear(self) -> None:
        for box in self.boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []

    def _held(self) -> QuestionBox | None:
        now = QApplication.focusWidget()
        return next((box for box in self.boxes if now and box.isAncestorOf(now)), None)

    def _take_keyboard(self, held: QuestionBox) -> None:
        waits = [box for box in self.boxes if box.question.must]
        same = [box for box in self.boxes if _key(box.question) == _key(held.question)]
        chosen = same if held.question.must is False else [*waits, *same]
        if chosen and chosen[0].acts:
            chosen[0].acts[0].setFocus()
