"""The people of support: whom help is given to, found while a name or number is typed; how they are told; who helps."""

from collections.abc import Sequence

from vnpresence_desktop.domain.filters import Filter
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Value
from vnpresence_desktop.work import dated, lists
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.outreach import Person, people
from vnpresence_desktop.work.support import helpers
from vnpresence_desktop.work.texts import say

_MOST = 6
"""Candidates of a group that are offered for what was typed."""
_HELPERS = ("community", "union", "officer")
_SHOWN = ("date", "candidate", "person", "channel", "matter", "result", "helper")


def find_people(desk: Desk, text: str) -> tuple[Person, ...]:
    """The first candidates of each group for what was typed: name, ID number, phone …, marks don't matter.

    Where no letter and no digit is typed there are none.
    """
    if not any(letter.isalnum() for letter in text):
        return ()
    wanted = Filter(text=text)
    found = [one for kind in CANDIDATES for one in lists.search(desk, kind, wanted)[:_MOST]]
    return tuple(person for person in people(desk, found) if person)


def person(desk: Desk, candidate_id: str) -> Person | None:
    """One candidate; None where it is gone, or none is named."""
    return people(desk, [candidate_id])[0] if candidate_id else None


def support_rows(desk: Desk, ids: Sequence[str]) -> list[tuple[Value, ...]]:
    """Help given as a list shows it: day, whom, hamlet, channel, matter, result, helper; () for what is gone."""
    found = dated.rows(desk, Kind.SUPPORT, _SHOWN, ids)
    helped = {str(row[1]) for row in found if row}
    known = {one.id: one for one in people(desk, sorted(helped)) if one}
    return [_row(row, known.get(str(row[1]))) if row else () for row in found]


def _row(row: tuple[Value, ...], helped: Person | None) -> tuple[Value, ...]:
    day, _, name, *rest = row
    return (day, helped.name if helped else name, helped.hamlet if helped else "", *rest)


def usual_helpers(desk: Desk) -> tuple[str, ...]:
    """Who helps, to be offered: who helped so far, the latest first, then who does so everywhere."""
    everywhere = (desk.office().preparer, *(say("helper", code) for code in _HELPERS))
    return tuple(dict.fromkeys(filter(None, (*helpers(desk), *everywhere))))
