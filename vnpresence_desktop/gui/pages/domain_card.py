"""The domains of one candidate: each with its life, the next steps in place, one free domain a subject."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from vnpresence_desktop.domain.domains import OPEN, ZONES
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate, Registration
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_draft import draft_key
from vnpresence_desktop.gui.pages.domain_acts import DomainActs
from vnpresence_desktop.gui.pages.domain_block import RegistrationBlock, state_of
from vnpresence_desktop.gui.pages.domain_form import StepForm, draft_id
from vnpresence_desktop.gui.pages.domain_steps import EDIT, PROPOSE, Step
from vnpresence_desktop.gui.pages.in_sight import InSight
from vnpresence_desktop.gui.pages.undoable import Undoable
from vnpresence_desktop.gui.parts import Card, button, label, reveal, row, tab_through

__all__ = ["DomainActs", "DomainsCard"]


class DomainsCard(Card):
    """The card; hidden until a kept candidate is shown.

    Signals:
        changed(str): registrations of the candidate of this id are others now: judge it anew, as used or not.
        field_wanted(str): the keyboard is to go to this field of the candidate, which a proposal lacks.
    """

    changed = Signal(str)
    field_wanted = Signal(str)

    def __init__(self, acts: DomainActs) -> None:
        super().__init__("Tên miền", "globe")
        self._acts = acts
        self._owner: Candidate | None = None
        self.blocks: list[RegistrationBlock] = []
        self.step: StepForm | None = None
        self._pinned: dict[str, Value] = {}
        self.notice, self.told = Notice(), label("", "muted", wrap=True)
        self._undoable, self._in_sight = Undoable(self.notice, acts.undo), InSight(self)
        self.propose = button("Đề xuất tên miền", self.begin_proposal, "plus")
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.told)
        self.body.addLayout(self._list)
        self.body.addLayout(row(self.propose, None))
        self._undoable.turned.connect(self._turned)
        self.hide()

    # -- what the form of the candidate asks

    def show_candidate(self, candidate_id: str) -> None:
        """Show the domains of a kept candidate, "" hides the card; a half-typed step of it is opened again."""
        self.flush()
        self.notice.clear()
        self._owner = self._acts.candidate(candidate_id) if candidate_id else None
        reveal(self, shown=self._owner is not None)
        self._show()
        self._resume()

    def take_keyboard(self) -> None:
        """Give the keyboard to the step being typed, else to the first thing that can be done."""
        if self.step:
            self.step.take_keyboard()
        else:
            acting = [made for block in self.blocks for made in block.buttons]
            next(iter([*acting, self.propose])).setFocus()

    def flush(self) -> bool:
        """Keep what is being typed; returns whether all of it is safe."""
        return self.step is None or self.step.flush()

    # -- what stands

    def _show(self) -> None:
        self._close_step()
        for block in self.blocks:
            block.hide()
            self._list.removeWidget(block)
            block.deleteLater()
        self.blocks = []
        owner = self._owner
        items = self._acts.registrations(owner.id) if owner else ()
        for item in items:
            block = RegistrationBlock(item, self._acts.life(item), self._acts.today())
            block.step_wanted.connect(self.begin)
            block.removal_wanted.connect(self._remove)
            self.blocks.append(block)
            self._list.addWidget(block)
        if owner:
            self._tell(owner, items)
        self._order()

    def _order(self) -> None:
        """Tab goes from top to bottom, though blocks and steps are made later than the rest."""
        proposing = [self.step] if self.step and not any(block.isAncestorOf(self.step) for block in self.blocks) else []
        tab_through(self.notice, *proposing, *self.blocks, self.propose)

    def _tell(self, owner: Candidate, items: Sequence[Registration]) -> None:
        """Say plainly that there is one free domain a subject, and whether one may be proposed now."""
        had = next((item for item in items if item.registered_on), None)
        waits = any(item.state in OPEN for item in items)
        if had:
            words = "Đã có tên miền miễn phí. Mỗi đối tượng chỉ một tên; không đề xuất thêm."
        elif waits:
            words = "Đang có đề xuất chưa xong; đề xuất thêm thì phải ghi lý do."
        else:
            words = f"Mỗi đối tượng được một tên miền .{ZONES[owner.KIND]} miễn phí."
        self.told.setText(words)
        self.propose.setText("Đề xuất thêm" if waits else "Đề xuất lại" if items else "Đề xuất tên miền")
        self.propose.setEnabled(had is None)
        self.propose.setToolTip("" if had is None else words)
        self.propose.setAccessibleDescription(words)

    # -- a step

    def begin_proposal(self) -> None:
        """Open the form of a new proposal."""
        if self._owner:
            self.begin(Step(PROPOSE, self._acts.new_proposal(self._owner)))

    def begin(self, step: Step) -> None:
        """Open the form of a step, with the keyboard in it."""
        if self._open(step) and self.step:
            self.step.take_keyboard()

    def _open(self, step: Step) -> bool:
        if self.step or not self._owner:
            return False
        self.notice.clear()
        try:
            faults = self._acts.judge(step.begun(self._acts.today().isoformat())).problems
        except UserError as error:
            self.notice.show_error(error)
            return False
        made = self.step = StepForm(step.with_faults(faults), self._owner, self._acts, self._pinned)
        made.saved.connect(lambda kept: self._saved(step, kept))
        made.left.connect(self._left)
        made.field_wanted.connect(self.field_wanted)
        block = next((block for block in self.blocks if block.item.id == step.kept.id), None)
        if block and step.kept.id:
            block.hold(made)
        else:
            self._list.insertWidget(0, made)
        self._let_act(free=False)
        self._order()
        return True

    def _let_act(self, *, free: bool) -> None:
        """One step at a time: what begins another one is not to be seen meanwhile."""
        for block in self.blocks:
            block.let_act(free=free)
        reveal(self.propose, shown=free)

    def _close_step(self) -> None:
        if self.step:
            self.step.hide()
            self.step.deleteLater()
            self.step = None
            self._let_act(free=True)

    def _left(self, kept: bool) -> None:  # noqa: FBT001 - what the signal carries
        self._close_step()
        self.take_keyboard()
        if kept:
            self.notice.say("info", "Bước đang ghi dở được giữ trong bản nháp.", action=("Ghi tiếp", self._resume_here))

    def _resume_here(self) -> None:
        self._resume()
        self.take_keyboard()

    def _resume(self) -> None:
        """Open the step again that was being typed, if it may still follow."""
        found = self._acts.draft(draft_key(Kind.REGISTRATION, draft_id(self._owner.id))) if self._owner else None
        if not found or not self._owner:
            return
        code, of = str(found.get("step", "")), str(found.get("of", ""))
        if code == PROPOSE:
            self._open(Step(PROPOSE, self._acts.new_proposal(self._owner)))
        for block in self.blocks:
            if block.item.id == of and (code == EDIT or code in block.steps):
                self._open(Step(code, block.item))

    # -- after an act

    def _saved(self, step: Step, kept: Registration) -> None:
        self._show()
        self._undoable.tell("Đã sửa đăng ký." if step.code == EDIT else f"Đã ghi: {state_of(kept).lower()}.")
        self.take_keyboard()
        self.changed.emit(kept.candidate)

    def _remove(self, item: Registration) -> None:
        with self.notice.telling():
            self._acts.remove(item.id)
            self._show()
            self._undoable.tell("Đã xóa đăng ký khỏi sổ.")
            self.take_keyboard()
            self.changed.emit(item.candidate)

    def _turned(self) -> None:
        self._show()
        if self._owner:
            self.changed.emit(self._owner.id)
