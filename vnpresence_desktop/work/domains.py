"""Domains of candidates: proposed, followed on their way, judged on the days that count, watched until they end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from vnpresence_desktop.domain.acceptance import standing, unexplained
from vnpresence_desktop.domain.checks import missing
from vnpresence_desktop.domain.dates import full, show
from vnpresence_desktop.domain.domains import HELD, OPEN, ZONES, can_follow, check_registration, days_left
from vnpresence_desktop.domain.eligibility import Condition, Verdict, assess, state_on
from vnpresence_desktop.domain.kinds import CANDIDATES, Need, Value
from vnpresence_desktop.domain.labels import suggest_labels
from vnpresence_desktop.domain.problems import Problem, Severity, UserError, problem
from vnpresence_desktop.domain.records import Candidate, Registration
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.registrars import protected_words
from vnpresence_desktop.work.texts import because, label, message, say


@dataclass(frozen=True, slots=True)
class JudgedDomain:
    """What is said of a registration as it stands.

    Attributes:
        problems: of its fields.
        lacking: fields of the candidate without which no domain can be proposed; empty once it is registered.
        verdict: on the candidate, for the day of registering, or of proposing before that; None without such a day.
    """

    problems: tuple[Problem, ...]
    lacking: tuple[str, ...]
    verdict: Verdict | None

    @property
    def hindrances(self) -> tuple[str, ...]:
        """What blocks saving, in words."""
        wrong = tuple(message(item) for item in self.problems if item.severity is Severity.ERROR)
        names = ", ".join(label(name) for name in self.lacking)
        return (*wrong, *([f"Hồ sơ còn thiếu: {names}."] if names else []))


def candidate(desk: Desk, record_id: str) -> Candidate | None:
    """A candidate of any group by its id, None where it is gone."""
    found = (desk.store.get(kind, record_id) for kind in CANDIDATES)
    return cast("Candidate | None", next(filter(None, found), None))


def registrations(desk: Desk, candidate_id: str) -> tuple[Registration, ...]:
    """The registrations of a candidate, the latest first."""
    found = desk.store.find(Registration, candidate=candidate_id)
    return tuple(sorted(found, key=lambda item: (max(item.proposed_on, item.registered_on), item.id), reverse=True))


def new_proposal(desk: Desk, record: Candidate) -> Registration:
    """A proposal as it usually begins: today, in the zone of the candidate's group; nothing is saved."""
    today = desk.today.isoformat()
    return Registration(candidate=record.id, zone=ZONES[record.KIND], proposed_on=today, state_on=today, source="typed")


def suggestions(desk: Desk, record: Candidate) -> tuple[str, ...]:
    """Labels for a candidate that nobody in the register has or wants, best first."""
    zone = ZONES[record.KIND]
    taken = {item.label for item in desk.store.all(Registration) if item.zone == zone and item.candidate != record.id}
    return suggest_labels(record, taken)


# -- judging


def judge(desk: Desk, registration: Registration) -> JudgedDomain:
    """Judge a registration as typed.

    Raises:
        UserError: its candidate is gone.
    """
    record = _candidate_of(desk, registration)
    others = desk.store.find(Registration, candidate=registration.candidate)
    if registration.label:
        others += desk.store.find(Registration, label=registration.label, zone=registration.zone)
    problems = check_registration(registration, record.KIND, desk.today, others, protected_words())
    verdict = _verdict(desk, record, registration.registered_on or registration.proposed_on)
    if verdict and verdict.condition is Condition.NOT_ELIGIBLE:
        severity = Severity.WARNING if registration.state in OPEN else Severity.HINT
        why = because(verdict.reasons[0])
        problems += (problem("candidate", "not_entitled", severity, why=why),)
    proposing = registration.state in OPEN
    return JudgedDomain(problems, tuple(_lacking(record)) if proposing else (), verdict)


def _candidate_of(desk: Desk, registration: Registration) -> Candidate:
    record = candidate(desk, registration.candidate)
    if record is None:
        raise UserError("Hồ sơ của tên miền này không còn trong sổ.", "Hãy mở Thùng rác để khôi phục hồ sơ trước.")
    return record


def _lacking(record: Candidate) -> Iterator[str]:
    return (item.field for item in missing(record, Need.PROPOSE))


def _verdict(desk: Desk, record: Candidate, iso: str) -> Verdict | None:
    day = full(iso)
    return assess(record, desk.rules, day) if day else None


# -- writing


def propose(desk: Desk, /, candidate_id: str, **values: Value) -> Registration:
    """Propose a domain for a candidate.

    Args:
        desk: see `Desk`.
        candidate_id: whose.
        **values: fields of the registration where they differ from `new_proposal`: ``label``, ``proposed_on``,
            ``registrar``, ``note``, ``accepted`` …

    Raises:
        UserError: the candidate is gone or lacks what a proposal needs; a field is wrong; a warning waits for a reason.
    """
    record = _candidate_of(desk, Registration(candidate=candidate_id))
    wanted = cast("Mapping[str, Any]", values)
    begun = replace(new_proposal(desk, record), **wanted)
    return keep(desk, replace(begun, state_on=begun.proposed_on) if "state_on" not in wanted else begun)


def advance(desk: Desk, /, registration_id: str, state: str, day: str, **values: Value) -> Registration:
    """Move a registration on.

    Args:
        desk: see `Desk`.
        registration_id: which.
        state: the new one, see `vnpresence_desktop.domain.domains.NEXT`.
        day: ISO day of the change; of registering where it is registered by it.
        **values: other fields to set with it: ``registrar``, ``services``, ``expires_on``, ``confirmed_by`` …

    Raises:
        UserError: it is gone, the state can't follow, a field is wrong, a warning waits for a reason.
    """
    kept = desk.store.get(Registration, registration_id)
    if kept is None:
        raise UserError("Đăng ký tên miền này không còn trong sổ.", "Hãy mở lại danh sách.")
    if not can_follow(kept.state, state):
        now, then = say("registration_state", kept.state), say("registration_state", state)
        raise UserError(
            f"Tên miền {now} không chuyển thẳng sang {then} được.", "Hãy chọn bước khác, hoặc hoàn tác bước trước."
        )
    return keep(desk, moved(kept, state, day, **values))


def moved(kept: Registration, state: str, day: str, **values: Value) -> Registration:
    """A registration as `advance` would leave it; nothing is checked or saved."""
    said = cast("Mapping[str, Any]", {"state": state, "state_on": day, **_first_day(kept, state, day), **values})
    return replace(kept, **said)


def _first_day(kept: Registration, state: str, day: str) -> dict[str, str]:
    return {"registered_on": day} if state in HELD and not kept.registered_on else {}


def keep(desk: Desk, registration: Registration) -> Registration:
    """Save a registration, with what the rules say on the day of proposing and on the day of registering.

    A day that was judged already keeps its verdict: rules that come later don't change what was said then.

    Raises:
        UserError: as `propose`.
    """
    judged = judge(desk, registration)
    if judged.hindrances:
        raise UserError("Chưa lưu được tên miền.", " ".join(judged.hindrances))
    if waiting := unexplained(judged.problems, registration.accepted):
        raise UserError("Cần ghi lý do trước khi lưu tên miền.", " ".join(message(item) for item in waiting))
    ready = replace(
        with_verdicts(desk, _candidate_of(desk, registration), registration),
        accepted=standing(judged.problems, registration.accepted),
    )
    with desk.store.unit(reason=f"Tên miền: {say('registration_state', ready.state)}") as unit:
        return unit.put(ready)


def with_verdicts(desk: Desk, record: Candidate, registration: Registration) -> Registration:
    """The registration with verdict and rule of its days, where those are not judged yet."""
    before = desk.store.get(Registration, registration.id) if registration.id else None
    found: dict[str, Any] = {}
    for event, day in (("proposal", "proposed_on"), ("registration", "registered_on")):
        same = before and getattr(before, day) == getattr(registration, day) and getattr(before, f"{event}_verdict")
        if not same:
            verdict = _verdict(desk, record, getattr(registration, day))
            found[f"{event}_verdict"] = verdict.condition.value if verdict else ""
            found[f"{event}_rule"] = verdict.rule if verdict else ""
    return replace(registration, **found)


# -- what ends


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends: being entitled, or a domain.

    Attributes:
        what: "condition" or "expiry".
        then: what the rules say from the day after on, see `Condition`: past the certain age a citizen is not out at once;
            "" for "expiry".
        candidate: whose.
        registration: the domain that expires; for "condition" the proposal still open, None where there is none.
        on: ISO date of the last day.
        days: left until then, negative where it is over.
    """

    what: str
    then: str
    candidate: Candidate
    registration: Registration | None
    on: str
    days: int

    @property
    def code(self) -> str:
        """The code that texts say it by: `what` for a certain end, else `then`."""
        return self.what if self.then in ("", Condition.NOT_ELIGIBLE) else self.then

    @property
    def sentence(self) -> str:
        """One Vietnamese sentence."""
        code = self.code + ("_past" if self.days < 0 else "_today" if self.days == 0 else "")
        domain = f"{self.registration.label}.{self.registration.zone}" if self.registration else ""
        return say(
            "ending", code, name=self.candidate.name, domain=domain, on=show(self.on), days=show_number(abs(self.days))
        )


def about_to_lose(desk: Desk, days: int) -> tuple[Ending, ...]:
    """The list "sắp hết điều kiện, sắp hết hạn", the soonest end first.

    Args:
        desk: see `Desk`.
        days: how far to look ahead. Candidates without a domain that were entitled until up to as many days ago are listed
            too; any longer ago where their proposal is still open. A held domain past its last day always is.
    """
    day = desk.today
    everything = desk.store.all(Registration)
    had = {item.candidate for item in everything if item.registered_on}
    open_ = {item.candidate: item for item in everything if item.state in OPEN}
    people = {record.id: record for kind in CANDIDATES for record in cast("list[Candidate]", desk.store.all(kind))}
    waiting = (record for record in people.values() if record.id not in had)
    found = [*_conditions(desk, waiting, open_, days), *_expiries(everything, people, day, days)]
    return tuple(sorted(found, key=lambda item: (item.days, item.candidate.name, item.candidate.id)))


def _conditions(
    desk: Desk, waiting: Iterable[Candidate], open_: Mapping[str, Registration], days: int
) -> Iterator[Ending]:
    day = desk.today
    for record in waiting:
        if state_on(record, day) != "active":
            continue
        last = assess(record, desk.rules, day).eligible_until
        left = days_left(last, day)
        proposal = open_.get(record.id)
        if left is not None and left <= days and (left >= -days or proposal):
            then = assess(record, desk.rules, day + timedelta(days=max(0, left + 1))).condition
            yield Ending("condition", then, record, proposal, last, left)


def _expiries(
    everything: Iterable[Registration], people: Mapping[str, Candidate], day: date, days: int
) -> Iterator[Ending]:
    for item in everything:
        left = days_left(item.expires_on, day) if item.state in HELD else None
        if left is not None and left <= days and item.candidate in people:
            yield Ending("expiry", "", people[item.candidate], item, item.expires_on, left)
