"""A simple kind of record as a page shows it, all of it data: words, columns, fields, and the acts it is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.problems import Problem
from vnpresence_desktop.domain.records import Record
from vnpresence_desktop.gui.editors import Choices
from vnpresence_desktop.gui.fields import Group
from vnpresence_desktop.gui.table import Column
from vnpresence_desktop.work.preparing import Offered


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """How a kind is called and shown.

    Attributes:
        kind: the kind; it has a field ``date``.
        tab: its name among the parts of a page.
        unit: after a number, e.g. "lượt hỗ trợ".
        add: what its primary button says, e.g. "Ghi lượt hỗ trợ".
        search: what the search line finds.
        empty: shown while there is none.
        about: what becomes of the records, in one sentence.
        columns: of the list.
        narrow: places of columns that give way where there is little room, the first to go first.
        groups: cards of the form.
        first: the field that a new record begins at.
        reasons: why a warning is let stand, to be offered.
    """

    kind: Kind
    tab: str
    unit: str
    add: str
    search: str
    empty: str
    about: str
    columns: Sequence[Column]
    narrow: Sequence[int] = ()
    groups: Sequence[Group]
    first: str = "date"
    reasons: Sequence[str] = ()


class FindIds(Protocol):
    """See `work.dated.ids`."""

    def __call__(self, text: str = "", first: str = "", last: str = "") -> Sequence[str]:
        """Ids, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordActs:
    """Acts on the records of one kind, each with its desk given.

    Attributes:
        ids: see `FindIds`.
        rows: for some ids, one tuple each as the columns say, () for one that is gone.
        get: one record, None where it is gone.
        blank: a new record with what is usually so.
        shown: the values of a record as the form shows them.
        record: the record of what stands in the form.
        judge: problems of a record as typed, by the form's fields.
        keep: save; raises UserError.
        remove, bring_back: by id; say what was done; raise UserError.
        offers: what SUGGEST and CHOICE fields offer, by field.
        periods: what can be reported, the newest first; raises UserError.
        draft, keep_draft, drop_draft: as `vnpresence_desktop.gui.pages.candidate_acts.CandidateActs` has them.
        today: today's date.
    """

    ids: FindIds
    rows: Callable[[Sequence[str]], Sequence[Sequence[Value]]]
    get: Callable[[str], Record | None]
    blank: Callable[[], Record]
    shown: Callable[[Record], Mapping[str, Value]]
    record: Callable[[Mapping[str, Value]], Record]
    judge: Callable[[Record], Sequence[Problem]]
    keep: Callable[[Record], Record]
    remove: Callable[[str], str]
    bring_back: Callable[[str], str]
    offers: Callable[[], Mapping[str, Choices]]
    periods: Callable[[], Sequence[Offered]]
    draft: Callable[[str], Mapping[str, Value] | None]
    keep_draft: Callable[[str, Mapping[str, Value]], None]
    drop_draft: Callable[[str], None]
    today: Callable[[], date]
