"""Technical help given to candidates and others: recorded and looked up; `deleting` takes it out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from vnpresence_desktop.domain.acceptance import standing
from vnpresence_desktop.domain.checks import in_order
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Candidate, Support
from vnpresence_desktop.domain.support import check_support
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domains import candidate
from vnpresence_desktop.work.refusing import refuse_wrong
from vnpresence_desktop.work.texts import say

_TOLD_BY = ("owner", "representative", "hamlet", "phone")
"""What else of a candidate may be searched for."""


@dataclass(frozen=True, slots=True)
class SupportLine:
    """Help as it stands in a list.

    Attributes:
        support: the record.
        candidate: whom it was given to, None for a person who is no candidate, or one that is gone.
    """

    support: Support
    candidate: Candidate | None

    @property
    def who(self) -> str:
        """The name to show."""
        return self.candidate.name if self.candidate else self.support.person


def blank_support(desk: Desk, candidate_id: str = "") -> Support:
    """A new record with what is usually so: today, the helper and channel of the last one."""
    last = max(desk.store.all(Support), key=lambda item: (item.date, item.id), default=None)
    helper, channel = (last.helper, last.channel) if last else (desk.office().preparer, "in_person")
    return Support(date=desk.today.isoformat(), candidate=candidate_id, helper=helper, channel=channel, source="typed")


def judge_support(desk: Desk, support: Support) -> tuple[Problem, ...]:
    """Problems of a record as typed, in the order of its fields."""
    found = [*check_support(support, desk.today), *_twice(desk, support)]
    if support.candidate and candidate(desk, support.candidate) is None:
        found.append(problem("candidate", "candidate_gone"))
    return in_order(support, found)


def _twice(desk: Desk, support: Support) -> Iterator[Problem]:
    """The same help to the same candidate on the same day would be counted twice."""
    same = desk.store.find(Support, candidate=support.candidate) if support.candidate else []
    what = (support.date, support.matter)
    if any((item.date, item.matter) == what for item in same if item.id != support.id):
        yield problem("matter", "support_twice", Severity.WARNING)


def record_support(desk: Desk, support: Support) -> Support:
    """Save help given; without id it is new.

    Raises:
        UserError: a problem blocks saving, or a warning waits for its reason.
    """
    problems = judge_support(desk, support)
    refuse_wrong("Chưa lưu được lượt hỗ trợ.", problems, support.accepted)
    with desk.store.unit(reason="Lưu lượt hỗ trợ") as unit:
        return unit.put(replace(support, accepted=standing(problems, support.accepted)))


def supports(
    desk: Desk, *, candidate_id: str = "", text: str = "", first: str = "", last: str = ""
) -> list[SupportLine]:
    """Help given, newest first.

    Args:
        desk: see `Desk`.
        candidate_id: only to this one; "" for all.
        text: words that the line holds, marks don't matter; "" for all.
        first: ISO day from which on; "" for the beginning.
        last: ISO day until which; "" for the end.
    """
    held = desk.store.find(Support, candidate=candidate_id) if candidate_id else desk.store.all(Support)
    wanted = fold(text).split()
    within = [item for item in held if first <= item.date <= (last or "9")]
    people = _people(desk, [item.candidate for item in within])
    lines = [line for item in within if _holds(line := SupportLine(item, people.get(item.candidate)), wanted)]
    return sorted(lines, key=lambda line: (line.support.date, line.support.id), reverse=True)


def helpers(desk: Desk) -> tuple[str, ...]:
    """Who has helped so far, the latest first, each once."""
    latest = sorted(desk.store.all(Support), key=lambda item: (item.date, item.id), reverse=True)
    return tuple(dict.fromkeys(item.helper for item in latest if item.helper))


def _people(desk: Desk, ids: Iterable[str]) -> dict[str, Candidate]:
    wanted = sorted(set(ids) - {""})
    return {record.id: cast("Candidate", record) for kind in CANDIDATES for record in desk.store.some(kind, wanted)}


def _holds(line: SupportLine, wanted: Sequence[str]) -> bool:
    item = line.support
    known = to_values(line.candidate) if line.candidate else {}
    whom = (str(known.get(name, "")) for name in _TOLD_BY)
    said = (line.who, *whom, item.person, item.result, item.helper, item.note)
    where = fold(" ".join((*said, say("channel", item.channel), say("matter", item.matter))))
    return all(word in where for word in wanted)
