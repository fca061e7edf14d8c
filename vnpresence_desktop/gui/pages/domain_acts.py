"""What the domains of a candidate, and the page of all domains, are given to work with."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.records import Candidate, Registration
from vnpresence_desktop.gui.jobs import Job
from vnpresence_desktop.gui.undo_keys import UndoActs
from vnpresence_desktop.work.domain_life import Stop
from vnpresence_desktop.work.domain_listing import Progress, RegistrationBook, RegistrationLine
from vnpresence_desktop.work.domain_lists import Match, TakenList
from vnpresence_desktop.work.domains import Ending, JudgedDomain


class Propose(Protocol):
    """See `work.domains.propose`."""

    def __call__(self, candidate_id: str, **values: Value) -> Registration:
        """Propose a domain; raises UserError."""


class Advance(Protocol):
    """See `work.domains.advance`."""

    def __call__(self, registration_id: str, state: str, day: str, **values: Value) -> Registration:
        """Move a registration on; raises UserError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainActs:
    """Acts on the domains of one candidate, each a function of `work.domains` and its neighbours with its desk given.

    Attributes:
        candidate: by id, None where it is gone.
        registrations: of the candidate of this id, the latest first.
        life: the steps of a registration.
        new_proposal: a proposal for a candidate as it usually begins.
        suggestions: labels for a candidate that nobody in the register has.
        registrars: their names; raises UserError.
        judge: what is said of a registration as typed, at every key; raises UserError.
        propose, advance, keep: see there; raise UserError.
        remove: takes one out by its id (`work.deleting`); raises UserError.
        undo: what was done last, and how it is taken back.
        draft, keep_draft, drop_draft: what was typed and not saved; the last two raise UserError.
        today: today's date.
    """

    candidate: Callable[[str], Candidate | None]
    registrations: Callable[[str], Sequence[Registration]]
    life: Callable[[Registration], Sequence[Stop]]
    new_proposal: Callable[[Candidate], Registration]
    suggestions: Callable[[Candidate], Sequence[str]]
    registrars: Callable[[], Sequence[str]]
    judge: Callable[[Registration], JudgedDomain]
    propose: Propose
    advance: Advance
    keep: Callable[[Registration], Registration]
    remove: Callable[[str], object]
    undo: UndoActs
    draft: Callable[[str], Mapping[str, Value] | None]
    keep_draft: Callable[[str, Mapping[str, Value]], None]
    drop_draft: Callable[[str], None]
    today: Callable[[], date]


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainsActs:
    """What the page of all domains needs.

    Attributes:
        book: all registrations as they stand now, to be searched.
        lines: for some ids their lines, None for one that is gone.
        endings: what ends within so many days; called in a job, raises UserError.
        match: a list read and compared, with the job's report; called in a job, raises UserError.
        take: rows as shown, chosen Excel rows; called in a job, raises UserError.
        start: begins a job (``Jobs.start``).
        broke: told of a bug.
        undo: what was done last, and how it is taken back.
        open: shows the candidate of this kind and id.
        today: today's date.
    """

    book: Callable[[], RegistrationBook]
    lines: Callable[[Sequence[str]], Sequence[RegistrationLine | None]]
    endings: Callable[[int], Sequence[Ending]]
    match: Callable[[Path, Progress], Sequence[Match]]
    take: Callable[[Sequence[Match], Collection[int]], TakenList]
    start: Callable[[Callable[[Job], object]], Job]
    broke: Callable[[Exception], object]
    undo: UndoActs
    open: Callable[[Kind, str], object]
    today: Callable[[], date]
