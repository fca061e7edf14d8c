"""All registrations of the register as a list to search; a list of the department (Sở), VNNIC read and taken with care."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.records import Candidate, Registration
from vnpresence_desktop.domain.text import words
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domain_lists import Match, TakenList, match_list, take_list
from vnpresence_desktop.work.domain_reading import ListRow, read_domain_list

Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many; raises to stop."""


@dataclass(frozen=True, slots=True)
class RegistrationLine:
    """A registration and whose it is; ``candidate`` is None where the record is in the bin."""

    registration: Registration
    candidate: Candidate | None


class RegistrationBook:
    """All registrations as they stood when it was made, what happened last first; quick enough for every key."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        found = sorted(desk.store.all(Registration), key=lambda item: (item.state_on, item.id), reverse=True)
        self._items = [(item.id, item.candidate, item.state, _searched(item)) for item in found]

    def ids(self, text: str = "", state: str = "") -> list[str]:
        """Ids of those that are meant.

        Args:
            text: words of the domain, the registrar, or of anything that its candidate can be found by; accents aside.
            state: only those of this state, "" for all.
        """
        found = [item for item in self._items if state in ("", item[2])]
        if text.strip():
            asked, whose = words(text).split(), self._candidates(text)
            found = [item for item in found if item[1] in whose or _holds(item[3], asked)]
        return [item[0] for item in found]

    def _candidates(self, text: str) -> set[str]:
        return {record_id for kind in CANDIDATES for record_id in self._desk.store.ids(kind, text)}


def _searched(item: Registration) -> str:
    return f" {words(f'{item.label} {item.zone} {item.registrar}')}"


def _holds(said: str, asked: Sequence[str]) -> bool:
    return bool(asked) and all(f" {word}" in said for word in asked)


def registration_lines(desk: Desk, ids: Sequence[str]) -> list[RegistrationLine | None]:
    """The lines of some registrations in the order asked for, None for one that is gone."""
    found = {item.id: item for item in cast("list[Registration]", desk.store.some(Registration.KIND, ids))}
    wanted = list({item.candidate for item in found.values()})
    people = {record.id: record for kind in CANDIDATES for record in desk.store.some(kind, wanted)}
    lines = (found.get(one) for one in ids)
    return [RegistrationLine(item, cast("Candidate", people.get(item.candidate))) if item else None for item in lines]


# -- lists from elsewhere


def match_file(desk: Desk, path: Path, report: Progress) -> tuple[Match, ...]:
    """Read a list of domains and compare it with the register; nothing is written. Raises UserError."""
    rows = read_domain_list(path)
    return match_list(desk, _counted(rows, report))


def _counted(rows: Sequence[ListRow], report: Progress) -> Iterator[ListRow]:
    for done, row in enumerate(rows):
        report(done, len(rows))
        yield row


def take_shown(desk: Desk, shown: Sequence[Match], chosen: Collection[int]) -> TakenList:
    """Take the chosen rows of a list as they were shown; a row that the register says otherwise of by now is left.

    Args:
        desk: see `Desk`.
        shown: all rows as matched when they were shown.
        chosen: Excel rows.

    Raises:
        UserError: as `take_list`.
    """
    known = {item.row.row: item for item in shown}
    now = match_list(desk, [item.row for item in shown])
    return take_list(desk, [item for item in now if known[item.row.row] == item], chosen)
