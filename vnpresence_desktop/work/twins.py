"""Records that may be the same candidate: found while one is typed, told apart for good. To merge two: `merging`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from vnpresence_desktop.domain.domains import ZONES
from vnpresence_desktop.domain.fields import FieldInfo, fields
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.numbers import read_label
from vnpresence_desktop.domain.records import Candidate, Distinction, Household, Registration, distinction_id
from vnpresence_desktop.domain.text import fold, words
from vnpresence_desktop.work.desk import Desk

_IDENTIFYING = ("id_number", "tax_code", "certificate_no")
_NUMBERS = (*_IDENTIFYING, "phone")
_AGREEING = (*_NUMBERS, "label", "name", "birth_date", "hamlet")
"""What is compared, the most telling first; "label" is that of a domain."""
_MOST = 5
_MOST_COMPARED = 200
"""A search that finds more holds no rare word: it says nothing."""
_MOST_NAMESAKES = 1000
_FEWEST_LETTERS = 4

_CERTAIN, _SAME_OWNER, _NAME, _BESIDE, _APART = 95, 70, 60, 20, 30
"""Points: an identifying number or domain; a household of the same owner (one may have several); the whole name; another
agreeing field; a number or birth date that is another one."""
_LIKELY = 72
"""From here on two records are shown: a name with one wrong letter in the same hamlet gets there."""
_META = frozenset({"source", "unconfirmed", "accepted", "originals"})


@dataclass(frozen=True, slots=True)
class Differing:
    """A field that two records say differently; both say something."""

    field: str
    mine: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class Twin:
    """A candidate of the register that may be the same.

    Attributes:
        record: as kept.
        fields: what agrees, names of fields, the most telling first.
        score: how likely it is the same, to 100.
        differing: what does not agree.
    """

    record: Candidate
    fields: tuple[str, ...]
    score: int = 0
    differing: tuple[Differing, ...] = ()


# -- finding


def twins(desk: Desk, record: Candidate) -> tuple[Twin, ...]:
    """Candidates of the same kind that agree in a number, a domain, or nearly in name and something else; five, best first.

    Pairs of which was said that they are not the same are left out.
    """
    labels = _labels(desk, record)
    apart = {record.id, *_told_apart(desk, record.id)} if record.id else set()
    found = {other.id: other for other in _compared(desk, record, labels)}
    likely = [_twin(record, other, labels) for key, other in found.items() if key not in apart]
    shown = [twin for twin in likely if twin.score >= _LIKELY or set(twin.fields).intersection((*_NUMBERS, "label"))]
    return tuple(sorted(shown, key=lambda twin: (-twin.score, -len(twin.fields), twin.record.id))[:_MOST])


def _compared(desk: Desk, record: Candidate, labels: Mapping[str, set[str]]) -> Iterator[Candidate]:
    """Whom to compare with: the same number, domain, or most words of the name; never the whole register."""
    for name in _IDENTIFYING:
        if value := getattr(record, name, ""):
            yield from desk.store.find(type(record), **{name: value})
    ids = {one for owners in labels.values() for one in owners} | _near_in_name(desk, record)
    if record.phone:
        ids |= set(desk.store.ids(record.KIND, record.phone)[:_MOST_COMPARED])
    yield from cast("list[Candidate]", desk.store.some(record.KIND, sorted(ids)))


def _near_in_name(desk: Desk, record: Candidate) -> set[str]:
    """Ids of those that hold the whole name, or all of its words but one, there or in the same hamlet."""
    parts = words(record.name).split()
    if len("".join(parts)) < _FEWEST_LETTERS:
        return set()
    found = set(desk.store.ids(record.KIND, " ".join(parts))[:_MOST_NAMESAKES])
    shorter = [parts[:at] + parts[at + 1 :] for at in range(len(parts)) if len(parts) > 2]
    for asked in (" ".join((*some, *where)) for some in shorter for where in ((), words(record.hamlet).split())):
        ids = desk.store.ids(record.KIND, asked)
        found |= set(ids) if len(ids) <= _MOST_COMPARED else set()
    return found


def _labels(desk: Desk, record: Candidate) -> dict[str, set[str]]:
    """Label of a domain that is or is wanted to be the record's → other candidates that have or want it."""
    own = {item.label for item in desk.store.find(Registration, candidate=record.id)} if record.id else set()
    zone = ZONES[record.KIND]
    if record.website.rstrip("/").lower().endswith(f".{zone}"):
        own.add(read_label(record.website).value)
    found = {name: desk.store.find(Registration, label=name, zone=zone) for name in own if name}
    return {name: {item.candidate for item in items} - {record.id} for name, items in found.items()}


def _twin(record: Candidate, other: Candidate, labels: Mapping[str, set[str]]) -> Twin:
    shared = any(other.id in owners for owners in labels.values())
    agreeing = tuple(name for name in _AGREEING if (shared if name == "label" else _agree(record, other, name)))
    return Twin(other, agreeing, _score(record, other, agreeing), differing(record, other))


def _agree(record: Candidate, other: Candidate, name: str) -> bool:
    mine, theirs = str(getattr(record, name, "")), str(getattr(other, name, ""))
    return bool(mine) and fold(mine) == fold(theirs)


def _score(record: Candidate, other: Candidate, agreeing: tuple[str, ...]) -> int:
    from rapidfuzz import fuzz

    name = fuzz.token_sort_ratio(words(record.name), words(other.name)) / 100
    beside = _BESIDE * len({"hamlet", "phone", "birth_date"}.intersection(agreeing))
    apart = _APART * sum(_tells_apart(record, other, field) for field in ("id_number", "birth_date"))
    score = _NAME * name + beside - apart
    certain = {"label", *_IDENTIFYING} if not isinstance(record, Household) else {"label", "certificate_no"}
    if certain.intersection(agreeing):
        score = max(score, _CERTAIN + beside // _BESIDE)
    elif set(_IDENTIFYING).intersection(agreeing):
        score = max(score, _SAME_OWNER)
    return max(0, min(100, round(score)))


def _tells_apart(record: Candidate, other: Candidate, field: str) -> bool:
    mine, theirs = getattr(record, field, ""), getattr(other, field, "")
    return bool(mine and theirs and mine != theirs and not theirs.startswith(mine) and not mine.startswith(theirs))


def differing(one: Candidate, other: Candidate) -> tuple[Differing, ...]:
    """Fields of two records of a kind that both say something and not the same, letters' case and marks aside."""
    return tuple(
        Differing(info.name, mine, theirs)
        for info in compared_fields(one.KIND)
        if not blank(mine := getattr(one, info.attribute))
        and not blank(theirs := getattr(other, info.attribute))
        and fold(str(mine)) != fold(str(theirs))
    )


def compared_fields(kind: Kind) -> tuple[FieldInfo, ...]:
    """The fields of a kind that say something of the candidate, not of the record."""
    return tuple(info for info in fields(kind) if info.name not in _META)


def blank(value: Value) -> bool:
    """Whether a field says nothing."""
    return value in ("", None, (), "unknown")


# -- telling apart


def not_the_same(desk: Desk, one: str, other: str) -> None:
    """Remember that two candidates (ids) look alike and are not the same; raises UserError as the store does."""
    with desk.store.unit(reason="Ghi nhận hai hồ sơ không trùng") as unit:
        unit.put(distinction_of(one, other))


def maybe_the_same(desk: Desk, one: str, other: str) -> None:
    """Take `not_the_same` back; raises UserError as the store does."""
    with desk.store.unit(reason="Bỏ ghi nhận hai hồ sơ không trùng") as unit:
        unit.delete(Kind.DISTINCTION, distinction_id(one, other))


def distinction_of(one: str, other: str) -> Distinction:
    """The distinction of two candidates, in whichever order they are named."""
    first, second = sorted((one, other))
    return Distinction(one=first, other=second)


def distinctions(desk: Desk, record_id: str) -> list[Distinction]:
    """Those that a candidate is part of."""
    return [*desk.store.find(Distinction, one=record_id), *desk.store.find(Distinction, other=record_id)]


def _told_apart(desk: Desk, record_id: str) -> set[str]:
    return {id_ for item in distinctions(desk, record_id) for id_ in (item.one, item.other)} - {record_id}
