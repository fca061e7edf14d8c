"""The draft of a form: what was typed and not saved, kept within a second, given back when the form is opened again."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import UserError

_PLACE = "@"
"""Beside the fields in a draft: where the keyboard was, see `gui.place`."""
_WITHIN = 800
"""Milliseconds from a key to the draft on disk, while typing goes on without a pause."""


class DraftActs(Protocol):
    """Where drafts are kept, as `vnpresence_desktop.gui.pages.candidate_acts.CandidateActs` says."""

    @property
    def draft(self) -> Callable[[str], Mapping[str, Value] | None]:
        """What was kept under a key, None for nothing."""

    @property
    def keep_draft(self) -> Callable[[str, Mapping[str, Value]], None]:
        """Keep it; raises UserError."""

    @property
    def drop_draft(self) -> Callable[[str], None]:
        """Forget it; raises UserError."""


def draft_key(kind: Kind, record_id: str = "") -> str:
    """The key of a form's draft: "household:<id>", "household:new" for a record that is not kept yet."""
    return f"{kind.value}:{record_id or 'new'}"


class Draft(QObject):
    """Keeps only the fields that differ from the record as opened; where none differs there is no draft.

    Attributes:
        record_id: whose draft it is, "" a new record's.
        place: where the keyboard was when it was written, "" where that is not known.

    Signals:
        kept(bool): the draft was written (True), or there is none any more (False).
        failed(object): it could not be written; a `UserError`.
    """

    kept = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        acts: DraftActs,
        values: Callable[[], Mapping[str, Value]],
        parent: QObject,
        place: Callable[[], str] = str,
    ) -> None:
        """Make it.

        Args:
            acts: see there.
            values: what stands in the form.
            parent: it lives as long.
            place: where the keyboard is, see `gui.place`; "" where it is in no field.
        """
        super().__init__(parent)
        self._acts, self._values, self._place = acts, values, place
        self.record_id, self.place, self._key = "", "", ""
        self._base, self._written, self._carried = dict[str, Value](), dict[str, Value](), dict[str, Value]()
        self._along: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WITHIN)
        self._timer.timeout.connect(self.keep)

    def begin(self, kind: Kind, record_id: str, along: Iterable[str] = ()) -> dict[str, Value]:
        """A record was opened ("" a new one) and its form shows it as kept; gives what a draft says otherwise.

        ``along``: fields kept with any other that differs, e.g. a new record's day, which would be another tomorrow.
        """
        self._timer.stop()
        self.record_id, self._key, self._along = record_id, draft_key(kind, record_id), tuple(along)
        self._base, self._carried = dict(self._values()), {}
        found = dict(self._acts.draft(self._key) or {})
        self.place = str(found.pop(_PLACE, ""))
        self._written = {name: value for name, value in found.items() if self._base.get(name) != value}
        return dict(self._written)

    def carry(self, values: Mapping[str, Value]) -> None:
        """These were put into the new record; while nothing else is typed there is no draft."""
        self._carried = dict(values)

    @property
    def opened(self) -> dict[str, Value]:
        """The record as opened."""
        return dict(self._base)

    def base(self, field: str) -> Value:
        """What the record as opened has in a field."""
        return self._base.get(field)

    def touch(self) -> None:
        """A key was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> bool:
        """Write now what differs, if that is anything new; returns whether all that was typed is safe."""
        self._timer.stop()
        values = self._values()
        differing = {name: value for name, value in values.items() if self._base.get(name) != value}
        if differing == self._carried:
            differing = {}
        if differing:
            differing |= {name: values[name] for name in self._along}
        place = self._place() or self.place
        if differing == self._written and (place == self.place or not differing):
            return True
        try:
            if differing:
                self._acts.keep_draft(self._key, differing | ({_PLACE: place} if place else {}))
            else:
                self._acts.drop_draft(self._key)
        except UserError as error:
            self.failed.emit(error)
            return False
        self._written, self.place = differing, place
        self.kept.emit(bool(differing))
        return True

    def move(self) -> None:
        """The keyboard is in another field; where it is counts once there is a draft."""
        if self.stands:
            self.touch()

    @property
    def stands(self) -> bool:
        """Whether something is kept that the record does not say."""
        return bool(self._written)

    def drop(self) -> None:
        """Forget it; raises UserError."""
        self._timer.stop()
        self._acts.drop_draft(self._key)
        self._written, self.place = {}, ""
