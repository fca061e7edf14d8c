"""Who in a list is there already, in the register or further up in the list, and what a row then does."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from vnpresence_desktop.domain import originals
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.work.importing.decisions import OnMatch

UNKNOWN_HAMLET = "Chưa rõ"
_BLANK = ("", None, (), UNKNOWN_HAMLET)
_OWN = frozenset(
    {"source", "note", "state", "state_on", "wish", "wish_on", "unconfirmed", "accepted", "originals", "basis"}
)
"""Fields that a list does not decide once the candidate is in the register."""
_TELLING = ("certificate_no", "tax_code", "id_number")


class Fate(StrEnum):
    """What a row does."""

    NEW = "new"
    """a candidate more"""
    UPDATED = "updated"
    """a candidate that is there gets values"""
    SAME = "same"
    """its candidate is there with all that it says"""
    WRONG = "wrong"
    """it can't come in as it is"""
    LEFT_OUT = "left_out"
    """a person left it out"""


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate that a row may be.

    Attributes:
        record: as it would stand before the row.
        row: Excel row of the list that it came from; 0 for one of the register.
        certain: by the numbers that make two records the same candidate; else only likely.
    """

    record: Candidate
    row: int
    certain: bool


@dataclass(slots=True)
class Change:
    """A candidate to be written.

    Attributes:
        base: as the register has it; None for a new one.
        result: as it is to be.
        rows: what made it so, in order.
    """

    base: Candidate | None
    result: Candidate
    rows: list[tuple[Candidate, OnMatch]] = field(default_factory=list)


def identity(record: Candidate) -> tuple[str, ...]:
    """What makes two records the same candidate.

    An enterprise by its tax code, a citizen by the ID number, a household by certificate and name (one owner may have
    several). Where the number is not known, by everything that tells people apart in a list.
    """
    if isinstance(record, Enterprise):
        return ("tax", record.tax_code)
    if isinstance(record, Citizen):
        if record.id_number:
            return ("id", record.id_number)
        return ("person", fold(record.name), record.birth_date, fold(record.home_address), record.phone)
    if record.certificate_no:
        return ("certificate", record.certificate_no, fold(record.name))
    return ("business", fold(record.name), fold(record.owner), fold(record.business_address))


def likenesses(record: Candidate) -> Iterator[tuple[str, ...]]:
    """What makes two records likely to be the same candidate, where no number of theirs tells them apart."""
    name = fold(record.name)
    if isinstance(record, Household):
        if record.certificate_no:
            yield "certificate", record.certificate_no
        yield "business", name, fold(record.owner)
    elif isinstance(record, Citizen):
        yield "person", name, record.birth_date[:4], fold(record.hamlet)
    else:
        yield "enterprise", name
    if record.phone and not isinstance(record, Enterprise):
        yield "phone", record.phone, fold(record.owner) if isinstance(record, Household) else name


class Matching:
    """The candidates of one kind, and what a list makes of them."""

    def __init__(self, known: Iterable[Candidate]) -> None:
        self._kept: dict[tuple[str, ...], Candidate] = {}
        self._rows: dict[tuple[str, ...], int] = {}
        self._like: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._changes: dict[tuple[str, ...], Change] = {}
        for record in known:
            self._learn(identity(record), record)

    def find(self, record: Candidate) -> Match | None:
        """Who the record certainly or likely is; None for nobody."""
        key = identity(record)
        if kept := self._kept.get(key):
            return Match(kept, self._rows.get(key, 0), certain=True)
        for like in likenesses(record):
            other = self._like.get(like)
            if other and not _apart(record, self._kept[other]):
                return Match(self._kept[other], self._rows.get(other, 0), certain=False)
        return None

    def take(self, record: Candidate, row: int, match: Match | None, how: OnMatch) -> tuple[Fate, list[Problem]]:
        """Add a row's record, or do with whom it matches as was decided.

        Returns:
            What it does, and the values that differ from those that stay.
        """
        if match is None or how is OnMatch.ADD:
            self._add(record, row)
            return Fate.NEW, []
        if how is OnMatch.SKIP:
            return Fate.LEFT_OUT, []
        key = identity(match.record)
        filled, differing = complete(match.record, record, how)
        if filled == match.record:
            return Fate.SAME, differing
        self._kept[key] = filled
        change = self._changes.setdefault(key, Change(match.record, filled))
        change.result = filled
        change.rows.append((record, how))
        return Fate.UPDATED, differing

    def changes(self) -> list[Change]:
        """Candidates to write, in the order they came."""
        return list(self._changes.values())

    def _add(self, record: Candidate, row: int) -> None:
        key = identity(record)
        while key in self._kept:  # said to be another one with the same numbers
            key = (*key, str(row))
        self._learn(key, record)
        self._rows[key] = row
        self._changes[key] = Change(None, record)

    def _learn(self, key: tuple[str, ...], record: Candidate) -> None:
        self._kept.setdefault(key, record)
        for like in likenesses(record):
            self._like.setdefault(like, key)


def _apart(one: Candidate, other: Candidate) -> bool:
    """Whether a number that both have tells them apart."""
    pairs = ((getattr(one, name, ""), getattr(other, name, "")) for name in _TELLING)
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def complete(kept: Candidate, found: Candidate, how: OnMatch = OnMatch.FILL) -> tuple[Candidate, list[Problem]]:
    """Fill the blanks of a kept record from a found one; a differing value stays and is told, unless it is to be overwritten."""
    filled: dict[str, object] = {}
    differing = []
    for info in fields(kept.KIND):
        old, new = getattr(kept, info.attribute), getattr(found, info.attribute)
        if info.name in _OWN or new in _BLANK or old == new:
            continue
        if old in _BLANK or how is OnMatch.OVERWRITE:
            filled[info.attribute] = new
        elif not (isinstance(old, str) and fold(old) == fold(str(new))):
            differing.append(problem(info.name, "differs", Severity.WARNING, kept=old, found=new))
    if filled:
        filled |= _doubts(kept, found, filled.keys())
    return dataclasses.replace(kept, **filled), differing  # type: ignore[arg-type]


def _doubts(kept: Candidate, found: Candidate, names: Iterable[str]) -> dict[str, object]:
    """What is not sure of the values that came from the list, and how the list wrote them."""
    new = set(names)
    unconfirmed = [name for name in kept.unconfirmed if name not in new]
    unconfirmed += [name for name in found.unconfirmed if name in new]
    wrote = {name: text for name, text in originals.read(kept.originals).items() if name not in new}
    wrote |= {name: text for name, text in originals.read(found.originals).items() if name in new}
    return {"unconfirmed": tuple(unconfirmed), "originals": originals.entries(wrote)}
