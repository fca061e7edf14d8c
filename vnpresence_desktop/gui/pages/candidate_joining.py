"""A record that is there already: another one is merged into it, or what was typed for a new one goes into it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from vnpresence_desktop.domain.card import Offer
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.records import TYPES
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.candidate_draft import Draft
from vnpresence_desktop.gui.pages.candidate_kinds import UNSEEN
from vnpresence_desktop.gui.pages.candidate_side import SidePanel
from vnpresence_desktop.gui.pages.entry_acts import EntryActs
from vnpresence_desktop.gui.pages.merge_panel import MergePanel
from vnpresence_desktop.gui.pages.offer_panel import BY_TYPING, OfferPanel


class Merging(QObject):
    """The preview in place of the form. Signal ``merged(str, str)``: id of the record as merged, name of the one gone."""

    merged = Signal(str, str)

    def __init__(self, acts: EntryActs, stack: QStackedWidget, notice: Notice) -> None:
        """Work in a stack whose first page is the form."""
        super().__init__(stack)
        self._acts, self._stack, self.notice = acts, stack, notice
        self._ids, self._name = ("", ""), ""
        self.panel = MergePanel()
        stack.addWidget(self.panel)
        self.panel.agreed.connect(self._merge)
        self.panel.left.connect(self.shut)

    @property
    def is_open(self) -> bool:
        """Whether the preview is shown."""
        return self._stack.currentWidget() is self.panel

    def begin(self, keep: str, gone: str) -> None:
        """Show what merging one record (id) into another would do."""
        with self.notice.telling():
            preview = self._acts.merge_preview(keep, gone)
            self._ids, self._name = (keep, gone), preview.gone.name
            self.notice.clear()
            self._stack.setCurrentWidget(self.panel)
            self.panel.show_preview(preview)

    def shut(self) -> None:
        """Back to the form."""
        self._stack.setCurrentIndex(0)

    def _merge(self, choices: Mapping[str, Value]) -> None:
        with self.panel.notice.telling():
            merged = self._acts.merge(*self._ids, choices)
            self.shut()
            self.merged.emit(merged.id, self._name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What the page does when it is asked.

    Attributes:
        open: show the record of this id; False where it is gone.
        save: save what is shown.
        keep: keep what was typed as a draft; whether anything was.
        take_keyboard: give the keyboard to the form.
        forget_new: forget the draft of a new record; raises UserError.
    """

    open: Callable[[str], bool]
    save: Callable[[], None]
    keep: Callable[[], bool]
    take_keyboard: Callable[[], None]
    forget_new: Callable[[], None]


class Joining(QObject):
    """What the panel of twins asks for, over the form of one page."""

    def __init__(self, kind: Kind, form: Form, draft: Draft, side: SidePanel, merging: Merging, ways: Ways) -> None:
        super().__init__(form)
        self._kind, self._form, self._draft, self._side = kind, form, draft, side
        self._merging, self._ways = merging, ways
        self._next, self._from_new = "", False
        side.twins.merge_wanted.connect(self._merge_with)
        side.twins.fill_wanted.connect(self._fill_other)
        merging.merged.connect(self._merged)

    def begin(self) -> None:
        """Another record is shown."""
        self._next, self._from_new = "", False
        self._merging.shut()

    def saved(self, record_id: str) -> bool:
        """The open record was saved; True where merging goes on with it. Raises UserError."""
        other, from_new = self._next, self._from_new
        self._next, self._from_new = "", False
        if from_new:
            self._ways.forget_new()
        if other:
            self._ways.open(record_id)
            self._merging.begin(record_id, other)
        return bool(other)

    def _merge_with(self, other: str) -> None:
        """What was typed is saved before, since records of the register are merged."""
        if self._ways.keep():
            self._next = other
            self._ways.save()
        else:
            self._merging.begin(self._draft.record_id, other)

    def _merged(self, record_id: str, gone: str) -> None:
        self._ways.open(record_id)
        self._merging.notice.tell_written(f"Đã gộp “{gone}” vào hồ sơ này.")
        self._ways.take_keyboard()

    def _fill_other(self, other: str) -> None:
        """A new record is one of the register: what was typed goes there; its draft goes when that is saved."""
        typed = typed_values(self._kind, self._form.values())
        self._ways.keep()
        if self._ways.open(other):
            self._from_new = True
            self._merging.notice.say("info", "Ô trống đã được điền theo phần vừa gõ. Xem lại rồi lưu.")
            fill_in(self._form, self._side.offers, typed)


def typed_values(kind: Kind, values: Mapping[str, Value]) -> dict[str, Value]:
    """What a new record's form says that an empty one does not."""
    blank = to_values(TYPES[kind]())
    return {
        name: value for name, value in values.items() if name not in UNSEEN and value not in (blank.get(name), "", None)
    }


def fill_in(form: Form, panel: OfferPanel, typed: Mapping[str, Value]) -> None:
    """Put what was typed into the record that is shown now: blanks are filled, what differs is offered."""
    there = form.values()
    offered = []
    for name, value in typed.items():
        if there.get(name) in ("", None, "unknown"):
            form.put(name, value)
        elif isinstance(value, str) and fold(value) != fold(str(there[name])):
            offered.append(Offer(name, value, str(there[name]), doubtful=False))
    panel.offer(BY_TYPING, offered)
    panel.take_keyboard()
