"""Record outreach sessions (buổi tuyên truyền) and which candidates each reached by name; `deleting` takes them out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from vnpresence_desktop.domain.checks import AUDIENCE, check_session
from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.numbers import mask
from vnpresence_desktop.domain.problems import Problem, Severity, UserError, problem
from vnpresence_desktop.domain.programme import Task
from vnpresence_desktop.domain.records import Candidate, Enterprise, Hamlet, Household, Reach, Session
from vnpresence_desktop.domain.text import fold
from vnpresence_desktop.work.desk import Desk, communes, programmes
from vnpresence_desktop.work.texts import say

FORMS = ("conference", "training", "meeting", "home_visit", "loudspeaker", "article", "leaflet", "online")
"""Forms of a session (hình thức), the usual ones first."""
_COUNTED_IN = {Kind.HOUSEHOLD: "households", Kind.ENTERPRISE: "enterprises", Kind.CITIZEN: "youths"}
_SEARCHED = ("date", "topic", "place", "host", "partners", "recorder")
_KEYS = ("id_number", "tax_code", "certificate_no", "phone", "name")
"""What a line of a pasted list may name a candidate by, the surest first."""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as it stands in the list.

    Attributes:
        session: the record.
        audience: everyone who came, not counted by name.
        reached: candidates reached by name.
    """

    session: Session
    audience: int
    reached: int


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate as shown where it can be ticked.

    Attributes:
        id: the record's.
        name: of the household, enterprise or citizen.
        known_by: what tells two of the same name apart: the owner, the representative or the birth date; a masked
            number where there is none of these.
        hamlet: ấp, khu vực.
        kind: household, enterprise or citizen.
    """

    id: str
    name: str
    known_by: str
    hamlet: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Matched:
    """Candidates found for the lines of a pasted list; every line that is not blank is counted once.

    Attributes:
        found: ids, in the order of the lines.
        unclear: lines that fit several candidates.
        unknown: lines that fit none.
    """

    found: tuple[str, ...]
    unclear: tuple[str, ...]
    unknown: tuple[str, ...]


def record_session(desk: Desk, session: Session, reached: Collection[str]) -> Session:
    """Save a session with the candidates it reached, as one act; who is no longer among them is taken out.

    Args:
        desk: see `Desk`.
        session: as typed; without id it is new.
        reached: ids of candidates; those of who is gone are passed over.

    Raises:
        UserError: a problem blocks saving (the form shows each under its field).
    """
    if any(item.severity is Severity.ERROR for item in judge_session(desk, session)):
        raise UserError("Chưa lưu được: còn ô chưa đúng.", "Hãy sửa các ô báo lỗi đỏ rồi lưu lại.")
    kept = desk.store.find(Reach, session=session.id) if session.id else []
    added = sorted(set(reached) - {reach.candidate for reach in kept})
    # Who was deleted while the form was open is not reached: nothing may point at who is gone.
    there = {record.id for kind in CANDIDATES for record in desk.store.some(kind, added)}
    with desk.store.unit(reason="Lưu buổi tuyên truyền") as unit:
        saved = unit.put(session)
        for candidate in filter(there.__contains__, added):
            unit.put(Reach(session=saved.id, candidate=candidate))
        for reach in kept:
            if reach.candidate not in reached:
                unit.delete(Kind.REACH, reach.id)
    return saved


def judge_session(desk: Desk, session: Session, reached: Mapping[Kind, int] = MappingProxyType({})) -> list[Problem]:
    """Problems of a session as typed; quick enough for every key.

    Args:
        desk: see `Desk`.
        session: as typed.
        reached: how many of each group are ticked as reached, see `count_kinds`; more than came is told.
    """
    found = list(check_session(session, desk.today))
    if not tasks(desk):  # an office without a programme profile has none to choose from
        found = [item for item in found if item.field != "tasks"]
    for kind, name in _COUNTED_IN.items():
        came, met = getattr(session, name), reached.get(kind, 0)
        if came is not None and met > came:
            words = {"reached": met, "counted": came, "group": say("kind", kind)}
            found.append(problem(name, "reached_more", Severity.WARNING, **words))
    return found


def tasks(desk: Desk) -> tuple[Task, ...]:
    """The tasks of the programme's plan that a session can serve; none where the province has no profile."""
    profile = programmes().get(communes()[desk.office().commune].province_code)
    return profile.tasks if profile else ()


def reached_by(desk: Desk, session_id: str) -> set[str]:
    """Ids of the candidates a session reached by name; none for a session not yet saved."""
    return {reach.candidate for reach in desk.store.find(Reach, session=session_id)} if session_id else set()


def session_ids(desk: Desk, text: str = "") -> list[str]:
    """Ids of the sessions that hold every word searched for (marks don't matter), newest first."""
    wanted = fold(text).split()
    held = [item for item in desk.store.all(Session) if _holds(item, wanted)]
    return [item.id for item in sorted(held, key=lambda item: (item.date, item.id), reverse=True)]


def _holds(session: Session, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    where = fold(" ".join(str(getattr(session, name)) for name in _SEARCHED))
    return all(word in where for word in wanted)


def session_lines(desk: Desk, ids: Sequence[str]) -> list[SessionLine | None]:
    """These sessions as lines of the list, in the order asked; None for one that is gone."""
    held = {item.id: item for item in desk.store.some(Kind.SESSION, ids) if isinstance(item, Session)}
    return [_line(desk, held[one]) if one in held else None for one in ids]


def _line(desk: Desk, session: Session) -> SessionLine:
    audience = sum(getattr(session, name) or 0 for name in AUDIENCE)
    return SessionLine(session, audience, len(desk.store.find(Reach, session=session.id)))


def blank_session(desk: Desk) -> Session:
    """A new session with what is usually so: today, the office as host, who recorded the last one."""
    office = desk.office()
    last = desk.store.some(Kind.SESSION, session_ids(desk)[:1])
    recorder = last[0].recorder if last and isinstance(last[0], Session) else office.preparer
    place = communes()[office.commune].issuer
    return Session(date=desk.today.isoformat(), host=f"Ủy ban nhân dân {place.kind} {place.name}", recorder=recorder)


# -- whom it reached


def candidate_ids(desk: Desk, text: str = "", kind: Kind | None = None, hamlet: str = "") -> list[str]:
    """Ids of candidates for a text searched for, group by group in Vietnamese order of names.

    Args:
        desk: see `Desk`.
        text: searched as everywhere in the register, marks don't matter; "" for all.
        kind: one group; None for all three.
        hamlet: one hamlet; "" for all.
    """
    found: list[str] = []
    for group in (kind,) if kind else CANDIDATES:
        ids = desk.store.ids(group, text)
        if hamlet:
            there = {record.id for record in desk.store.find(group, hamlet=hamlet)}
            ids = [one for one in ids if one in there]
        found += ids
    return found


def people(desk: Desk, ids: Sequence[str]) -> list[Person | None]:
    """These candidates as shown where they can be ticked, in the order asked; None for one that is gone."""
    records = (cast("Candidate", record) for kind in CANDIDATES for record in desk.store.some(kind, ids))
    held = {record.id: _person(record) for record in records}
    return [held.get(one) for one in ids]


def count_kinds(desk: Desk, ids: Collection[str]) -> dict[Kind, int]:
    """How many of these candidates are in each group; every group is named."""
    return {kind: desk.store.count(kind, ids) for kind in CANDIDATES}


def _person(record: Candidate) -> Person:
    if isinstance(record, Household):
        known_by = record.owner
    elif isinstance(record, Enterprise):
        known_by = record.representative or record.tax_code
    else:
        known_by = show(record.birth_date) or mask(record.id_number)
    return Person(record.id, record.name, known_by, record.hamlet, record.KIND)


def hamlets(desk: Desk) -> list[str]:
    """Names of hamlets to filter by: those declared, else those the candidates live in."""
    declared = [item.name for item in desk.store.all(Hamlet)]
    if declared:
        return declared
    everyone = (cast("Candidate", record) for kind in CANDIDATES for record in desk.store.all(kind))
    return sorted({record.hamlet for record in everyone if record.hamlet}, key=fold)


def match_lines(desk: Desk, text: str) -> Matched:
    """Find the candidates that the lines of a pasted list name.

    A line names a candidate by ID number, tax code, certificate number or phone, or by its whole name; a line copied
    from Excel has several cells (tabs): the surest of them that fits exactly one candidate decides.
    """
    index = _index(desk)
    found: dict[str, None] = {}
    unclear: list[str] = []
    unknown: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        fitting = [ids for cell in line.split("\t") if (ids := index.get(_key(cell)))]
        surest = min(fitting, key=len, default=set())
        if len(surest) == 1:
            found |= dict.fromkeys(surest)
        else:
            (unclear if surest else unknown).append(line.replace("\t", " · "))
    return Matched(tuple(found), tuple(unclear), tuple(unknown))


def _index(desk: Desk) -> Mapping[str, set[str]]:
    index: defaultdict[str, set[str]] = defaultdict(set)
    for kind in CANDIDATES:
        for record in desk.store.all(kind):
            for key in _keys_of(cast("Candidate", record)):
                index[key].add(record.id)
    return index


def _keys_of(record: Candidate) -> Iterable[str]:
    values = to_values(record)
    owner = record.owner if isinstance(record, Household) else ""
    return filter(None, (_key(str(value or "")) for value in (*(values.get(name) for name in _KEYS), owner)))


def _key(text: str) -> str:
    """A number as its digits, as Excel may have eaten its zeros; anything else folded."""
    digits = text.strip().replace(" ", "").replace(".", "").replace("'", "")
    return digits.lstrip("0") if digits.isdigit() and len(digits) > 7 else fold(text)
