"""A domain's way from proposal to use: which step may follow which, what each needs, which labels suit whom."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from vnpresence_desktop.domain.checks import missing
from vnpresence_desktop.domain.dates import full, term_end
from vnpresence_desktop.domain.kinds import Kind, Need
from vnpresence_desktop.domain.numbers import check_label
from vnpresence_desktop.domain.problems import Problem, Severity, problem
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.domain.text import words

ZONES: Mapping[Kind, str] = {Kind.HOUSEHOLD: "biz.vn", Kind.ENTERPRISE: "biz.vn", Kind.CITIZEN: "id.vn"}
"""Kind → zone of its free domain (điểm a khoản 1, điểm a khoản 2 Mục III Kế hoạch 103/KH-UBND)."""

NEXT: Mapping[str, tuple[str, ...]] = {
    "proposed": ("guided", "submitted", "registered", "in_use", "refused"),
    "guided": ("submitted", "registered", "in_use", "refused"),
    "submitted": ("registered", "in_use", "refused"),
    "registered": ("in_use", "expired", "revoked"),
    "in_use": ("expired", "revoked"),
    "expired": ("in_use", "revoked"),
    "refused": (),
    "revoked": (),
}
"""State → the states that may follow. Steps may be skipped: the office sees only what it is told. Who was refused is proposed
anew, as another registration; an expired domain that was renewed is in use again."""

OPEN = ("proposed", "guided", "submitted")
"""On its way, not registered yet."""
HELD = ("registered", "in_use")
"""The domain is the candidate's today."""
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "proposed": ("proposed_on",),
    "guided": ("proposed_on", "state_on"),
    "submitted": ("proposed_on", "state_on", "label"),
    "refused": ("state_on",),
    **dict.fromkeys((*HELD, "expired", "revoked"), ("label", "registered_on", "state_on", "confirmed_by")),
}
"""State → what it can't be kept without."""
_WANTS: Mapping[str, tuple[str, ...]] = {
    "submitted": ("registrar",),
    "refused": ("note",),
    "revoked": ("note",),
    **dict.fromkeys((*HELD, "expired"), ("registrar", "expires_on", "confirmed_on")),
}
"""State → what should be asked for."""
_DATES = ("state_on", "proposed_on", "registered_on", "expires_on", "confirmed_on")
_AHEAD = frozenset({"expires_on"})
_FREE_YEARS = 2


def can_follow(state: str, wanted: str) -> bool:
    """Whether a registration in one state may move to another."""
    return wanted in NEXT.get(state, ())


def days_left(iso: str, day: date) -> int | None:
    """Days from a day to the last day of something, negative where that is over; None where it is not a whole date."""
    last = full(iso)
    return (last - day).days if last else None


def usual_expiry(registered_on: str) -> str:
    """The last day of the two free years (Thông tư 10/2025/TT-BTC, from a secondary source): to be offered, not asserted."""
    day = full(registered_on)
    return term_end(day, _FREE_YEARS).isoformat() if day else ""


def check_registration(
    registration: Registration,
    kind: Kind,
    day: date,
    others: Iterable[Registration] = (),
    protected: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Problems of a registration, in the order of the fields they are shown in.

    Args:
        registration: as typed.
        kind: of its candidate.
        day: today.
        others: the other registrations that may touch it: of the same candidate, and of the same label.
        protected: words of protected names, as `words` folds them without spaces.
    """
    others = [item for item in others if item.id != registration.id or not item.id]
    return (
        *missing(registration, Need.SAVE),
        *_group(registration, kind),
        *_label(registration, others, protected),
        *_lacking(registration),
        *_days(registration, day),
        *_only_one(registration, others),
    )


def _group(registration: Registration, kind: Kind) -> list[Problem]:
    if registration.zone in ("", ZONES[kind]):
        return []
    return [problem("zone", "zone_group", zone=registration.zone, fitting=ZONES[kind])]


def _label(registration: Registration, others: Iterable[Registration], protected: Collection[str]) -> list[Problem]:
    found = check_label(registration.label)
    if registration.label and not found:
        domain = (registration.label, registration.zone)
        if any((item.label, item.zone) == domain and item.state in (*OPEN, *HELD) for item in others):
            found.append(problem("label", "label_taken", Severity.WARNING, domain=".".join(domain)))
        if word := protected_word(registration.label, protected):
            found.append(problem("label", "label_protected", Severity.HINT, word=word))
    return found


def protected_word(label: str, protected: Collection[str]) -> str:
    """The protected name that a label holds, "" for none; hyphens and marks aside."""
    plain = words(label).replace(" ", "")
    return next((word for word in protected if word in plain), "")


def _lacking(registration: Registration) -> list[Problem]:
    def blank(names: Iterable[str]) -> list[str]:
        return [name for name in names if not str(getattr(registration, name)).strip()]

    state = registration.state
    needed = [problem(name, "missing") for name in blank(_NEEDS.get(state, ()))]
    return needed + [problem(name, "missing_to_know", Severity.HINT) for name in blank(_WANTS.get(state, ()))]


def _days(registration: Registration, day: date) -> list[Problem]:
    found, known = [], dict[str, date]()
    for name in _DATES:
        value = getattr(registration, name)
        date_ = full(value)
        if value and date_ is None:
            found.append(problem(name, "date_not_whole", value=value))
        elif date_ and date_ > day and name not in _AHEAD:
            found.append(problem(name, "date_ahead"))
        elif date_:
            known[name] = date_
    return found + _order(known)


def _order(known: Mapping[str, date]) -> list[Problem]:
    found = []
    registered = known.get("registered_on")
    if registered and known.get("expires_on", date.max) <= registered:
        found.append(problem("expires_on", "expires_before_registered"))
    if registered and known.get("proposed_on", date.min) > registered:
        found.append(problem("registered_on", "registered_before_proposed", Severity.WARNING))
    if registered and known.get("confirmed_on", date.max) < registered:
        found.append(problem("confirmed_on", "confirmed_before_registered", Severity.WARNING))
    return found


def _only_one(registration: Registration, others: Iterable[Registration]) -> list[Problem]:
    """A subject has one free domain: its first newly registered one (from a secondary source)."""
    same = [item for item in others if item.candidate == registration.candidate]
    is_open = registration.state in OPEN
    if had := next((item for item in same if item.registered_on), None):
        domain = f"{had.label}.{had.zone}" if had.label else had.zone
        return [problem("candidate", "domain_used", Severity.ERROR if is_open else Severity.WARNING, domain=domain)]
    if is_open and any(item.state in OPEN for item in same):
        return [problem("candidate", "proposed_twice", Severity.WARNING)]
    return []
