"""What typing records in a row is given to work with beside `CandidateActs`: plain functions of one kind, by app.py."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vnpresence_desktop.domain.kinds import Value
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.work.merging import MergePreview


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryActs:
    """Acts around the form of one kind, functions of `work` with desk (and kind) given; those that write raise UserError.

    Attributes:
        newest: the candidate added last, None where there is none.
        with_number: the candidates with an ID number.
        sessions: id and words of the last sessions, newest first.
        reach, take_back_reach: a session (id) reached a candidate (id), or did not; the first tells whether that was new.
        merge_preview: what merging would do, by the ids of who stays and who goes; raises UserError.
        merge: ids of who stays and who goes, and field → value where they differ.
        not_the_same, maybe_the_same: two ids are told apart, or not any more.
    """

    newest: Callable[[], Candidate | None]
    with_number: Callable[[str], Sequence[Candidate]]
    sessions: Callable[[], Sequence[tuple[str, str]]]
    reach: Callable[[str, str], bool]
    take_back_reach: Callable[[str, str], None]
    merge_preview: Callable[[str, str], MergePreview]
    merge: Callable[[str, str, Mapping[str, Value]], Candidate]
    not_the_same: Callable[[str, str], None]
    maybe_the_same: Callable[[str, str], None]
