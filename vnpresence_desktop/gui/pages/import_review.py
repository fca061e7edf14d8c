"""Rà soát: what is doubtful about a list, and every row as it would come in, mended in place before anything is written.

Left: what is asked once, and the kinds of things to be looked at. Middle: the rows of the kind that is chosen, a grid to edit.
Below: the current row, what stood in the file, and who it may be already. Whatever is said becomes new `Choices` and
`Decisions`; the page works the list out anew and shows it here again, the keyboard where it was.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vnpresence_desktop.gui.pages.import_review_asked import waiting
from vnpresence_desktop.gui.pages.import_review_bar import GroupBar
from vnpresence_desktop.gui.pages.import_review_grid import RepairGrid
from vnpresence_desktop.gui.pages.import_review_kinds import (
    IN_FILE,
    IN_REGISTER,
    LEFT_OUT,
    Key,
    Rows,
    Survey,
    is_about_matches,
    survey,
)
from vnpresence_desktop.gui.pages.import_review_left import Left
from vnpresence_desktop.gui.pages.import_review_lines import Lines
from vnpresence_desktop.gui.pages.import_review_row import RowCard
from vnpresence_desktop.gui.pages.import_review_said import Said
from vnpresence_desktop.gui.parts import GAP
from vnpresence_desktop.gui.vietnamese import number
from vnpresence_desktop.work.importing import Choices, Decisions, Fate, OnMatch, Outlook, Question
from vnpresence_desktop.work.texts import label as name_of

_LINES = 24
"""Lines of text that it must have room for."""


class Review(QWidget):
    """See the module's text.

    Signals:
        changed(object, object): the officer answered, mended or decided; `Choices` and `Decisions` as they are now.
    """

    changed = Signal(object, object)

    def __init__(self, hamlets: Callable[[], Sequence[str]] = tuple) -> None:
        """Make it; ``hamlets``: names of the commune's hamlets, offered for words that are not understood."""
        super().__init__()
        self.lines = Lines()
        self.survey = Survey()
        self._said = Said(Choices(), Decisions())
        self._before: list[tuple[str, Said]] = []
        self._later: tuple[Outlook, Said, Survey] | None = None
        self.left, self.bar, self.card = Left(hamlets), GroupBar(), RowCard()
        self.questions, self.groups = self.left.questions, self.left.groups
        self.grid = RepairGrid(self.lines.rows, self.lines.to_edit)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(self.bar)
        middle.addWidget(self.grid, 5)
        middle.addWidget(self.card, 3)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.left)
        whole.addLayout(middle, 1)
        self._measure()

    def _measure(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)

    def _connect(self) -> None:
        self.questions.answered.connect(self._answer)
        self.groups.chosen.connect(self._choose_group)
        self.bar.left_out.connect(self._leave_out_group)
        self.bar.accepted.connect(self._accept_group)
        self.bar.matched.connect(lambda way: self._match(self._group_rows(), way))
        self.bar.undone.connect(self.undo)
        self.grid.typed.connect(self._edit)
        self.grid.turned.connect(self._turn)
        self.grid.sought.connect(self.next_problem)
        self.grid.settled.connect(self._catch_up)
        self.grid.chosen.connect(self._show_row)
        self.card.turned.connect(self._turn)
        self.card.accepted.connect(self._accept_row)
        self.card.beside.chosen.connect(self._match_row)
        self.card.beside.chosen_for_all.connect(lambda way: self._match(self._such_rows(), way))

    # -- what it shows

    def begin(self) -> None:
        """Another list: nothing is chosen, nothing to take back."""
        self._said, self._before, self._later = Said(Choices(), Decisions()), [], None
        self.left.begin()
        self.bar.tell_undo("")

    def show_outlook(
        self, outlook: Outlook, choices: Choices, decisions: Decisions, seen: Survey | None = None
    ) -> None:
        """Show what taking the list in would do; the current row, the kind and the place on the screen stay.

        Args:
            outlook: as worked out.
            choices: with which it was worked out, the officer's own.
            decisions: as well.
            seen: `survey` of it where a job made that already.
        """
        said = Said(choices, decisions)
        if not self._said.is_of_same_list(said):
            self._before = []
        self._said = said
        self._later = outlook, said, seen or survey(outlook, choices, decisions)
        self.left.ask(self._later[2].questions, outlook.kind)
        if not self.grid.editing:
            self._catch_up()

    def _catch_up(self) -> None:
        """Show what came while a cell was being typed; what was said since is seen in it."""
        if self._later is None:
            return
        outlook, then, self.survey = self._later
        self._later = None
        self.lines.show_outlook(outlook, then)
        self.lines.take(self._said)
        self.groups.show_groups(self.survey.groups)
        self.grid.show_fields(self.survey.fields, self.lines.columns(self.survey.fields))
        self._show_group(self.groups.key)
        self._tell_undo()

    def _show_group(self, key: Key) -> None:
        group = self.survey.group(key)
        self.bar.show_group(group, self._said.decisions)
        self.grid.say_empty("Đã xử lý hết. Chọn mục khác ở bên trái." if self.survey.groups else "")
        self.grid.show_rows(group.rows)

    def _choose_group(self, key: Key) -> None:
        """The officer looks at a group: at its first cell that waits."""
        self._show_group(key)
        if place := self.lines.next_problem(self.survey, self.grid.ids, None, "", key):
            self.grid.stand(*place)

    def _show_row(self, row: int | None) -> None:
        line = None if row is None else self.lines.line(row)
        self.card.show_row(self.lines.cells, line)
        if line and line.match:
            self.card.beside.offer_every(len(self._such_rows()))

    @property
    def waiting(self) -> str:
        """Why nothing can be taken in yet; "" where nothing hinders."""
        return waiting(self.survey.questions if self._later is None else self._later[2].questions)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Its parts in the order of Tab."""
        return self.questions, self.groups, self.bar, self.grid, self.card

    # -- what the officer says

    def _say(self, what: str, said: Said) -> None:
        """Something was said: shown at once, worked out by the page."""
        self._before.append((what, self._said))
        self._take(said)

    def _take(self, said: Said) -> None:
        self._said = said
        self.lines.take(said)
        self.grid.renew()
        self._tell_undo()
        self.changed.emit(said.choices, said.decisions)

    def undo(self) -> None:
        """Take the last thing back that was said."""
        if self._before:
            _, before = self._before.pop()
            self._take(self._said.back_to(before))

    def _tell_undo(self) -> None:
        self.bar.tell_undo(self._before[-1][0] if self._before else "")

    def _answer(self, question: Question, answer: str) -> None:
        self._say("câu trả lời", self._said.answer(question, answer))

    def _edit(self, row: int, field: str, text: str) -> None:
        before = self.lines.unedited(row, field)
        self._say(f"sửa {name_of(field)} ở dòng {row}", self._said.edit(row, field, text, before))

    def _turn(self, row: int) -> None:
        line = self.lines.line(row)
        if line is None:
            return
        mine = self._said.decisions.left_out
        out = row not in mine and line.fate is not Fate.LEFT_OUT
        if out or row in mine:
            said = self._said.leave_out([row], out=out)
        else:
            kinds = {(item.field, item.code) for item in line.problems} & self._said.decisions.left_out_kinds
            said = self._said.take_one_again(row, {key: self.survey.group(key).rows for key in kinds})
        self._say(f"{'bỏ' if out else 'lấy lại'} dòng {row}", said)

    def _leave_out_group(self, out: bool) -> None:  # noqa: FBT001 - a signal's
        key, rows = self.groups.key, self._group_rows()
        if key == LEFT_OUT:
            said = self._said.take_again(rows)
        elif is_about_matches(key):  # not yet known when the rows of a kind are left out
            said = self._said.leave_out(rows, out=out)
        else:
            said = self._said.leave_out_kind(key, out=out)
        self._say(f"{'bỏ' if out else 'lấy lại'} {number(len(rows))} dòng", said)

    def _accept_group(self, reason: str) -> None:
        what = "chấp nhận" if reason else "thôi chấp nhận"
        self._say(f"{what} {number(len(self._group_rows()))} dòng", self._said.accept(self.groups.key, reason))

    def _accept_row(self, row: int, reason: str) -> None:
        self._say(f"{'chấp nhận' if reason else 'thôi chấp nhận'} dòng {row}", self._said.accept_row(row, reason))
        self.grid.setFocus()

    def _match_row(self, way: OnMatch) -> None:
        if self.card.line:
            self._match([self.card.line.row], way)

    def _match(self, rows: Sequence[int], way: OnMatch) -> None:
        self._say(f"chọn cho {number(len(rows))} dòng trùng", self._said.match(rows, way))

    def _group_rows(self) -> Rows:
        return self.survey.group(self.groups.key).rows

    def _such_rows(self) -> Sequence[int]:
        """Rows that are somebody's as certainly as the current one, in the register or in the list as it."""
        line = self.card.line
        if line is None or line.match is None:
            return ()
        rows = self.survey.group(IN_FILE if line.match.row else IN_REGISTER).rows
        return self.lines.as_certain(rows, certain=line.match.certain)

    # -- keys

    def next_problem(self) -> None:
        """Go to the next cell that wants a decision, round to the first; of the kind that is seen, where one is chosen."""
        place = self.lines.next_problem(
            self.survey, self.grid.ids, self.grid.current_id(), self.grid.field, self.groups.key
        )
        if place:
            self.grid.stand(*place)
        else:
            self.bar.tell("Không còn chỗ nào cần xem.")

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the screen's, not the register's, while a list is looked at."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Z takes back, F8 goes on, from wherever the keyboard is."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_F8:
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.next_problem()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters want more room; other colours other icons."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "left"):
            self._measure()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "left"):
            self.groups.redress()
