"""What the page of outreach sessions asks for."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Problem
from vnpresence_desktop.domain.programme import Task
from vnpresence_desktop.domain.records import Session
from vnpresence_desktop.work.outreach import Matched, Person, SessionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsActs:
    """The acts, each a function of `work.outreach` with its desk already given, unless said otherwise.

    Attributes:
        today: today's date (``desk.today``).
        remove_session: takes one out by its id (`work.deleting`).
        keep_draft: keeps a text under the name of a form (``store.keep_draft``).
        draft: the text kept under a name, None for none (``store.draft``).
        drop_draft: forgets it (``store.drop_draft``).
    """

    today: Callable[[], date]
    session_ids: Callable[[str], Sequence[str]]
    session_lines: Callable[[Sequence[str]], Sequence[SessionLine | None]]
    blank_session: Callable[[], Session]
    judge_session: Callable[[Session, Mapping[Kind, int]], Sequence[Problem]]
    record_session: Callable[[Session, Collection[str]], Session]
    remove_session: Callable[[str], object]
    reached_by: Callable[[str], set[str]]
    tasks: Callable[[], Sequence[Task]]
    candidate_ids: Callable[[str, Kind | None, str], Sequence[str]]
    people: Callable[[Sequence[str]], Sequence[Person | None]]
    count_kinds: Callable[[Collection[str]], Mapping[Kind, int]]
    hamlets: Callable[[], Sequence[str]]
    match_lines: Callable[[str], Matched]
    keep_draft: Callable[[str, str], None]
    draft: Callable[[str], str | None]
    drop_draft: Callable[[str], None]
