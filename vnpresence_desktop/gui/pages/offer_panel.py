"""Values that are offered beside what was typed, one under the other: one key takes one, another leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vnpresence_desktop.domain.card import Offer
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.text import capital
from vnpresence_desktop.gui.pages.candidate_kinds import value_text
from vnpresence_desktop.gui.pages.verdict_panel import Block
from vnpresence_desktop.gui.parts import button, label, row
from vnpresence_desktop.work.texts import label as field_label

_NUMBERED = 9
"""Offers that have a key of their own, Alt+1 to Alt+9."""


@dataclass(frozen=True, slots=True)
class Words:
    """How offers are worded.

    Attributes:
        title: of the panel.
        there: before what stands in the form.
        offered: before what is offered.
        take: on the button that takes it.
        keep: on the button that leaves it.
    """

    title: str
    there: str
    offered: str
    take: str
    keep: str


BY_CARD = Words("Thẻ ghi khác, hãy chọn", "Đã gõ", "Trên thẻ", "Lấy theo thẻ", "Giữ ô đã gõ")
BY_TYPING = Words("Hồ sơ trong sổ ghi khác, hãy chọn", "Trong sổ", "Vừa gõ", "Lấy theo ô vừa gõ", "Giữ như trong sổ")


class OfferPanel(Block):
    """Hidden while nothing is offered.

    Signals:
        taken(str, str): field and the value taken for it.
        done(): the last offer was taken or left.
    """

    taken = Signal(str, str)
    done = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self._rows: dict[str, QWidget] = {}
        self._takes: dict[str, QPushButton] = {}
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 4, 0, 0)
        self._list.setSpacing(10)
        self.body.addLayout(self._list)
        self.hide()

    @property
    def waiting(self) -> tuple[str, ...]:
        """The fields whose offer is neither taken nor left."""
        return tuple(self._rows)

    def offer(self, words: Words, offers: Sequence[Offer]) -> None:
        """Offer these instead of earlier ones."""
        for field in self.waiting:
            self._remove(field)
        for number, one in enumerate(offers, 1):
            self._list.addWidget(self._made(one, number, words))
        self.say("warning", words.title, ["Enter hoặc Alt+số: lấy. Tab rồi Enter: giữ."])
        self.setVisible(bool(offers))

    def _made(self, one: Offer, number: int, words: Words) -> QWidget:
        name = field_label(one.field)
        made = self._rows[one.field] = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        doubt = " (dấu có thể sai, hãy so với thẻ)" if one.doubtful else ""
        for text, role in (
            (capital(name), "label"),
            (f"{words.there}: {value_text(self._kind, one.field, one.typed)}", ""),
            (f"{words.offered}: {value_text(self._kind, one.field, one.value)}{doubt}", ""),
        ):
            column.addWidget(label(text, role, wrap=True))
        take = button(words.take, partial(self._take, one))
        take.setAccessibleName(f"{words.take}: {name}")
        if number <= _NUMBERED:
            take.setText(f"{words.take} (Alt+{number})")
            take.setShortcut(QKeySequence(f"Alt+{number}"))
        keep = button("Giữ", partial(self._leave, one.field), kind="link")
        keep.setAccessibleName(f"{words.keep}: {name}")
        self._takes[one.field] = take
        column.addLayout(row(take, keep, None, spacing=4))
        return made

    def take_keyboard(self) -> None:
        """Give the keyboard to the first offer."""
        if self._takes:
            next(iter(self._takes.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, one: Offer) -> None:
        self.taken.emit(one.field, one.value)
        self._leave(one.field)

    def _leave(self, field: str) -> None:
        self._remove(field)
        if self._rows:
            self.take_keyboard()
        else:
            self.hide()
            self.done.emit()

    def _remove(self, field: str) -> None:
        self._takes.pop(field)
        gone = self._rows.pop(field)
        self._list.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def clear(self) -> None:
        """Offer nothing more."""
        for field in self.waiting:
            self._remove(field)
        self.hide()
