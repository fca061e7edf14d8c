"""What the page of a group is given to work with: plain functions of one kind, by app.py."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.work.candidates import Judged, Twin


class Judge(Protocol):
    """See `work.candidates.judge`."""

    def __call__(self, record: Candidate, *, used: bool = False) -> Judged:
        """What is said of a candidate as typed; asked on every key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateActs:
    """Acts on the candidates of one kind, each a function of `work.candidates` with its desk (and kind) given.

    Attributes:
        ids: ids of the records for a text searched for, in order.
        rows: for some ids, one tuple each as `work.candidates.LISTED` says, () for one that is gone.
        get: one record, None where it is gone.
        judge: see `Judge`.
        has_domain: whether the candidate of this id has its free domain.
        twins: who a candidate may be already.
        keep: save; raises UserError.
        draft, keep_draft, drop_draft: values by field that were typed and not saved, under "household:new" or
            "household:<id>"; the last two raise UserError.
        hamlets: names to offer.
        today: today's date.
    """

    ids: Callable[[str], Sequence[str]]
    rows: Callable[[Sequence[str]], Sequence[Sequence[str]]]
    get: Callable[[str], Candidate | None]
    judge: Judge
    has_domain: Callable[[str], bool]
    twins: Callable[[Candidate], Sequence[Twin]]
    keep: Callable[[Candidate], Candidate]
    draft: Callable[[str], Mapping[str, Value] | None]
    keep_draft: Callable[[str, Mapping[str, Value]], None]
    drop_draft: Callable[[str], None]
    hamlets: Callable[[], Sequence[str]]
    today: Callable[[], date]
