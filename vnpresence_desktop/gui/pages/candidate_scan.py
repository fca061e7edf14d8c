"""A scanned card goes into the open form: what is sure and stands against nothing is filled, the rest is offered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from vnpresence_desktop.domain.card import Card, offers
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.messages import Notice
from vnpresence_desktop.gui.pages.offer_panel import BY_CARD, OfferPanel
from vnpresence_desktop.work.texts import label


class CardIntoForm(QObject):
    """Signal ``other_wanted(str)``: open the record of this id, which is that of the person on the card."""

    other_wanted = Signal(str)

    def __init__(
        self,
        kind: Kind,
        form: Form,
        panel: OfferPanel,
        notice: Notice,
        with_number: Callable[[str], Sequence[Candidate]],
    ) -> None:
        """Fill one page's form; ``with_number`` gives the candidates of the group with an ID number."""
        super().__init__(form)
        self._kind, self._form, self._panel, self._notice = kind, form, panel, notice
        self._with_number = with_number
        panel.taken.connect(form.put)
        panel.done.connect(form.go_to_blank)

    def take(self, card: Card, record_id: str) -> None:
        """Take a card.

        Args:
            card: as read.
            record_id: of the record that is open, "" for a new one, which then comes from a scan.
        """
        found = offers(self._kind, card, self._form.values())
        sure = [one for one in found if one.plain]
        for one in sure:
            self._form.put(one.field, one.value)
        if not record_id:
            self._form.fill({"source": "scan"})
        asked = [one for one in found if not one.plain]
        self._panel.offer(BY_CARD, asked)
        self._tell([one.field for one in sure], bool(asked))
        self._tell_known(card, record_id)
        if asked:
            self._panel.take_keyboard()
        elif not record_id:
            self._form.go_to_blank()

    def _tell(self, filled: Sequence[str], asked: bool) -> None:  # noqa: FBT001 - one of two sentences
        names = ", ".join(map(label, filled))
        told = f"Đã điền từ thẻ: {names}." if filled else "Thẻ không có gì mới so với hồ sơ."
        self._notice.say("ok", told, "") if filled or not asked else self._notice.clear()

    def _tell_known(self, card: Card, record_id: str) -> None:
        others = [one for one in self._with_number(card.id_number) if one.id != record_id]
        if others:
            first = others[0]
            self._notice.say(
                "warning",
                f"Người trên thẻ đã có trong sổ: “{first.name}”.",
                "Hãy mở hồ sơ đó xem trước khi thêm hồ sơ nữa.",
                action=("Mở hồ sơ", lambda: self.other_wanted.emit(first.id)),
            )
