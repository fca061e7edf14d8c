"""Lists of registered domains from the department (Sở) or VNNIC, matched with the register: what is new, what differs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any, cast

from vnpresence_desktop.domain.acceptance import accept
from vnpresence_desktop.domain.domains import OPEN, ZONES, check_registration
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.numbers import read_id_number, read_tax_code
from vnpresence_desktop.domain.problems import Problem, Severity
from vnpresence_desktop.domain.records import Candidate, Household, Registration
from vnpresence_desktop.domain.text import fold, words
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domain_reading import ListRow, split_domain
from vnpresence_desktop.work.domains import with_verdicts
from vnpresence_desktop.work.texts import say

_COMPARED = ("registrar", "registered_on", "expires_on")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the list says otherwise: ``field`` of the registration, or "owner", "number" of its subject."""

    field: str
    kept: str
    found: str


@dataclass(frozen=True, slots=True)
class Match:
    """A row of a list beside the register.

    Attributes:
        row: see `ListRow`.
        outcome: "new" (candidate known, domain not), "granted" (its open proposal became this domain), "differs", "same",
            "unclear" (several candidates fit), "not_found", "unreadable" (no domain of the programme's zones), "invalid" (see
            ``problems``), "repeated" (the domain stands further above); words in ``resources/texts.toml`` under ``match``.
        candidates: who it is; several where that is unclear.
        registration: as kept; None where there is none.
        differences: field by field; for "granted" what would change.
        problems: of "invalid", why the row can't be taken though it is known whose it is: no day of registering, an end
            before it …; of others, what to look at before taking it: a second domain of the same subject.
    """

    row: ListRow
    outcome: str
    candidates: tuple[Candidate, ...] = ()
    registration: Registration | None = None
    differences: tuple[Difference, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        """Whether taking the row would write something."""
        writing = any(item.field in _COMPARED for item in self.differences)
        known = self.outcome == "differs" and writing and not any(map(_another, self.candidates, repeat(self.row)))
        return self.outcome in ("new", "granted") or known


# -- matching


def match_list(desk: Desk, rows: Iterable[ListRow]) -> tuple[Match, ...]:
    """Compare a list with the register; nothing is written."""
    rows = tuple(rows)
    book = _Book(desk, {split_domain(row.domain) for row in rows})
    return tuple(book.match(row) for row in rows)


class _Book:
    """The register, ready for looking up."""

    def __init__(self, desk: Desk, listed: Collection[tuple[str, str]]) -> None:
        """Read it; ``listed``: labels and zones of the whole list."""
        self._listed = listed
        self._seen: set[tuple[str, str]] = set()
        self._granting: set[str] = set()
        everyone = [record for kind in CANDIDATES for record in cast("list[Candidate]", desk.store.all(kind))]
        self._people = {record.id: record for record in everyone}
        self._numbers, self._names = defaultdict[str, list[Candidate]](list), defaultdict[str, list[Candidate]](list)
        for record in everyone:
            for number in _numbers_of(record):
                self._numbers[number].append(record)
            for name in _names_of(record):
                self._names[name].append(record)
        self._domains: dict[tuple[str, str], Registration] = {}
        self._proposals: dict[tuple[str, str], Registration] = {}
        self._wanted: dict[tuple[str, str], Registration] = {}
        self._desk = desk
        self._of = defaultdict[str, list[Registration]](list)
        for item in desk.store.all(Registration):
            self._of[item.candidate].append(item)
            if item.state in OPEN:
                self._proposals[(item.candidate, item.zone)] = item
                self._wanted[(item.label, item.zone)] = item
            elif item.registered_on:
                self._domains[(item.label, item.zone)] = item

    def match(self, row: ListRow) -> Match:
        """One row beside the register."""
        found = self._found(row)
        if not found.can_be_taken:
            return found
        if found.registration:
            self._granting.add(found.registration.id)
        owner = found.candidates[0]
        others = self._of.get(owner.id, [])
        problems = check_registration(_taken(self._desk, found), owner.KIND, self._desk.today, others)
        errors = tuple(item for item in problems if item.severity is Severity.ERROR)
        told = tuple(item for item in problems if item.severity is Severity.WARNING)
        return replace(found, outcome="invalid" if errors else found.outcome, problems=errors or told)

    def _found(self, row: ListRow) -> Match:
        label, zone = split_domain(row.domain)
        if not zone:
            return Match(row, "unreadable")
        if (label, zone) in self._seen:
            return Match(row, "repeated")
        self._seen.add((label, zone))
        people = tuple(record for record in self._who(row) if ZONES[record.KIND] == zone)
        if kept := self._domains.get((label, zone)):
            return self._beside(row, kept, people)
        if not people and (proposal := self._wanted_by(row, label, zone)):
            return self._granted(row, proposal, label)
        if len(people) != 1:
            return Match(row, "unclear" if people else "not_found", people)
        proposal = self._proposals.get((people[0].id, zone))
        if proposal and self._may_be(proposal, label):
            return self._granted(row, proposal, label)
        return Match(row, "new", people)

    def _may_be(self, proposal: Registration, label: str) -> bool:
        """Whether a proposal became this domain: not where another row has its very label, or became it already."""
        another = proposal.label != label and (proposal.label, proposal.zone) in self._listed
        return not another and proposal.id not in self._granting

    def _wanted_by(self, row: ListRow, label: str, zone: str) -> Registration | None:
        """The open proposal of this very label, unless the list says that somebody else got it."""
        proposal = self._wanted.get((label, zone))
        return proposal if proposal and not _another(self._people[proposal.candidate], row) else None

    def _granted(self, row: ListRow, proposal: Registration, label: str) -> Match:
        owner = self._people[proposal.candidate]
        said = (*_differences(row, proposal, label), Difference("state", proposal.state, "registered"))
        return Match(row, "granted", (owner,), proposal, (*said, *_of_another(row, owner)))

    def _who(self, row: ListRow) -> list[Candidate]:
        """By number; where that is not known, by name, all who bear it and no other number."""
        by_number = self._numbers.get(_number(row.number), []) if row.number else []
        by_name = [record for record in self._names.get(_name(row.owner), []) if not _another(record, row)]
        both = [record for record in by_number if record in by_name]
        return both or by_number or by_name

    def _beside(self, row: ListRow, kept: Registration, people: Sequence[Candidate]) -> Match:
        owner = self._people.get(kept.candidate)
        differences = list(_differences(row, kept, kept.label))
        if owner:
            differences += _of_another(row, owner)
        found = (owner,) if owner else tuple(people)
        return Match(row, "differs" if differences else "same", found, kept, tuple(differences))


def _numbers_of(record: Candidate) -> Iterator[str]:
    found = (getattr(record, "id_number", ""), getattr(record, "tax_code", ""))
    return (_number(value) for value in dict.fromkeys(found) if value)


def _number(text: str) -> str:
    """One form for the list and the register: lost zeros restored, no separators."""
    read = read_id_number(text).value
    return (read if len(read) == 12 else read_tax_code(text).value).replace("-", "")


def _names_of(record: Candidate) -> Iterator[str]:
    owner = record.owner if isinstance(record, Household) else ""
    return (_name(text) for text in dict.fromkeys((record.name, owner)) if text)


def _name(text: str) -> str:
    return words(text).removeprefix("ho kinh doanh ")


def _differences(row: ListRow, kept: Registration, label: str) -> tuple[Difference, ...]:
    found = [
        Difference(name, getattr(kept, name), value)
        for name in _COMPARED
        if (value := getattr(row, name)) and fold(value) != fold(getattr(kept, name))
    ]
    if label != kept.label:
        found.append(Difference("label", kept.label, label))
    return tuple(found)


def _another(record: Candidate, row: ListRow) -> bool:
    """Whether a row's number says that it is about somebody else: of the same sort as one that is known, and another."""
    said, known = _number(row.number), list(_numbers_of(record))
    return bool(said) and said not in known and any(len(number) == len(said) for number in known)


def _of_another(row: ListRow, owner: Candidate) -> Iterator[Difference]:
    numbers = list(_numbers_of(owner))
    if row.number and numbers and _number(row.number) not in numbers:
        yield Difference("number", numbers[0], row.number)
    if row.owner and _name(row.owner) not in _names_of(owner):
        yield Difference("owner", owner.name, row.owner)


# -- taking


@dataclass(frozen=True, slots=True)
class TakenList:
    """How many registrations a list added and changed."""

    added: int
    changed: int


def take_list(desk: Desk, matches: Iterable[Match], chosen: Collection[int]) -> TakenList:
    """Write what a list says of the chosen rows, in one act: confirmed by the list, today.

    Args:
        desk: see `Desk`.
        matches: see `match_list`, of the register as it still is.
        chosen: Excel rows; those that would write nothing are passed over.

    Raises:
        UserError: as the store does; nothing is written then.
    """
    taken = [item for item in matches if item.row.row in chosen and item.can_be_taken]
    ready = [_taken(desk, item) for item in taken]
    if ready:
        with desk.store.unit(reason="Nhận danh sách tên miền của Sở, VNNIC") as unit:
            for registration in ready:
                unit.put(registration)
    added = sum(item.outcome == "new" for item in taken)
    return TakenList(added, len(taken) - added)


def _taken(desk: Desk, match: Match) -> Registration:
    owner, row, today = match.candidates[0], match.row, desk.today.isoformat()
    label, zone = split_domain(row.domain)
    kept = match.registration or Registration(candidate=owner.id, zone=zone, source="list")
    said: dict[str, Any] = {name: value for name in _COMPARED if (value := getattr(row, name))}
    if kept.state in OPEN:
        said["state"] = "registered"
    if kept.state in OPEN or not kept.state_on:
        said["state_on"] = row.registered_on or kept.registered_on
    accepted = kept.accepted
    for item in match.problems:
        accepted = accept(accepted, item, say("confirmed_by", "list"))
    said |= {"label": label, "confirmed_by": "list", "confirmed_on": today, "accepted": accepted}
    return with_verdicts(desk, owner, replace(kept, **said))
