"""What the page of a group is given to work with: plain functions of one kind, by app.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.gui.long_list import Source
from vnpresence_desktop.work.candidates import Judged

if TYPE_CHECKING:
    from vnpresence_desktop.gui.pages.candidate_kept import KeptActs
    from vnpresence_desktop.gui.pages.entry_acts import EntryActs
    from vnpresence_desktop.gui.pages.list_acts import ListActs
    from vnpresence_desktop.work.twins import Twin


class Judge(Protocol):
    """See `work.candidates.judge`."""

    def __call__(self, record: Candidate, *, used: bool = False) -> Judged:
        """What is said of a candidate as typed; asked on every key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateActs:
    """Acts on the candidates of one kind, each a function of `work.candidates` with its desk (and kind) given.

    Attributes:
        lists: where the list comes from, by a `Filter` and the ids that may be shown.
        get: one record, None where it is gone.
        judge: see `Judge`.
        has_domain: whether the candidate of this id has its free domain.
        twins: who a candidate may be already.
        keep: save a record, given as it was when opened (None for a new one); raises UserError.
        draft, keep_draft, drop_draft: values by field that were typed and not saved, under "household:new" or
            "household:<id>"; the last two raise UserError.
        hamlets: names to offer.
        today: today's date.
        many: what is done with the list and many of its records.
        entry, kept: make what typing records in a row needs, and what belongs to a record of the register; asked for when
            the form is, so that the list is painted before.
    """

    lists: Source
    get: Callable[[str], Candidate | None]
    judge: Judge
    has_domain: Callable[[str], bool]
    twins: Callable[[Candidate], Sequence[Twin]]
    keep: Callable[[Candidate, Candidate | None], Candidate]
    draft: Callable[[str], Mapping[str, Value] | None]
    keep_draft: Callable[[str, Mapping[str, Value]], None]
    drop_draft: Callable[[str], None]
    hamlets: Callable[[], Sequence[str]]
    today: Callable[[], date]
    entry: Callable[[], EntryActs]
    many: ListActs
    kept: Callable[[], KeptActs]
