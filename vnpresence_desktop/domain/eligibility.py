"""Who is entitled to a free domain on a day, why, by which text, from when until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vnpresence_desktop.domain.dates import birthday, span, term_end
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household
from vnpresence_desktop.domain.rules import AgeBands, Rule, pick
from vnpresence_desktop.domain.text import words

_NATION = frozenset({"viet nam", "vietnam", "vn"})
_ENDED = frozenset({"ceased", "deceased"})
_DOUBTFUL = frozenset({"suspended", "moved"})


class Condition(StrEnum):
    """Whether the candidate belongs to those the programme is for."""

    ELIGIBLE = "eligible"
    CONFIRM = "confirm"
    """the text leaves room for reading: to be confirmed with the registrar"""
    ANNEX_ONLY = "annex_only"
    """only by the plan's annex, which goes beyond its body"""
    UNDETERMINED = "undetermined"
    """what is recorded does not suffice"""
    NOT_ELIGIBLE = "not_eligible"


class FreePeriod(StrEnum):
    """Whether the domain is free on that day."""

    IN_FORCE = "in_force"
    UNCONFIRMED = "unconfirmed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code (Vietnamese text in ``resources/texts.toml`` under ``reason``) and the citation, "" where it is a fact."""

    code: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `assess` says.

    Attributes:
        condition: being entitled.
        reasons: why, most telling first.
        eligible_from, eligible_until: ISO dates of the span in which the candidate surely is entitled, "" where open.
        period: being free on that day, a matter apart.
        used: already has its one free domain.
        rule: id of the entry that judged, "" when there is none.
    """

    condition: Condition
    reasons: tuple[Reason, ...]
    period: FreePeriod
    eligible_from: str = ""
    eligible_until: str = ""
    used: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class _Finding:
    """Condition, its code, and the certain span; a basis other than the rule's where the annex is what speaks."""

    condition: Condition
    code: str
    first: date | None = None
    last: date | None = None
    basis: str | None = None


def assess(record: Candidate, rules: Iterable[Rule], day: date, *, used: bool = False) -> Verdict:
    """Judge a candidate as it is recorded, for an act of that day.

    Args:
        record: household, enterprise or citizen, however incomplete.
        rules: every known entry; the day picks one.
        day: day of the act: of the proposal when proposing, of the registration when registering.
        used: whether the candidate already has a free domain.

    Returns:
        The verdict; never raises for any content of the record.
    """
    rule = pick(rules, record.KIND, day)
    if rule is None:
        return Verdict(Condition.UNDETERMINED, (Reason("no_rule"),), FreePeriod.NONE, used=used)
    finding = _by_state(record, day) or _missing(record, rule) or _by_kind(record, rule, day)
    basis = rule.basis if finding.basis is None else finding.basis
    return Verdict(
        condition=finding.condition,
        reasons=(Reason(finding.code, basis),),
        period=free_period(rule, day),
        eligible_from=finding.first.isoformat() if finding.first else "",
        eligible_until=finding.last.isoformat() if finding.last else "",
        used=used,
        rule=rule.id,
    )


def free_period(rule: Rule, day: date) -> FreePeriod:
    """Whether the domain of a rule is free on a day."""
    if not rule.valid_from <= day <= rule.valid_until:
        return FreePeriod.NONE
    return FreePeriod.IN_FORCE if rule.confirmed else FreePeriod.UNCONFIRMED


def state_on(record: Candidate, day: date) -> str:
    """State of a candidate on a day: a change dated later has not happened yet (until then it was active)."""
    changed = span(record.state_on)
    return "active" if changed and changed[0] > day else record.state


def existed(record: Candidate, day: date) -> bool:
    """Whether a business existed on that day by its certificate's first possible date; a person always did."""
    begun = {Household: "certificate_date", Enterprise: "founded"}.get(type(record))
    days = span(getattr(record, begun)) if begun else None
    return days is None or days[0] <= day


def _by_state(record: Candidate, day: date) -> _Finding | None:
    state = state_on(record, day)
    if state in _ENDED:
        return _Finding(Condition.NOT_ELIGIBLE, f"state_{state}", basis="")
    if state in _DOUBTFUL:
        return _Finding(Condition.CONFIRM, f"state_{state}", basis="")
    return None


def _missing(record: Candidate, rule: Rule) -> _Finding | None:
    for name in rule.needs:
        if not str(getattr(record, name, "")).strip():
            return _Finding(Condition.UNDETERMINED, f"{name}_missing")
    return None


def _by_kind(record: Candidate, rule: Rule, day: date) -> _Finding:
    if isinstance(record, Household):
        return _household(record, day)
    if isinstance(record, Enterprise):
        return _enterprise(record, rule.within_years or 0, day)
    return _citizen(record, rule.age, day)


def _household(record: Household, day: date) -> _Finding:
    issued = span(record.certificate_date)
    if record.certificate_date and issued is None:
        return _Finding(Condition.UNDETERMINED, "certificate_date_unclear")
    if issued and issued[0] > day:
        return _Finding(Condition.NOT_ELIGIBLE, "certificate_later", issued[1])
    if issued and issued[1] > day:
        return _Finding(Condition.UNDETERMINED, "certificate_date_partial")
    return _Finding(Condition.ELIGIBLE, "household_certificate", issued[1] if issued else None)


def _enterprise(record: Enterprise, years: int, day: date) -> _Finding:
    founded = span(record.founded)
    if founded is None:
        return _Finding(Condition.UNDETERMINED, "founded_unclear")
    # A partial date may mean any day of its span: only where all of them agree is there an answer.
    answers = {_enterprise_on(first, years, day) for first in founded}
    if len(answers) > 1:
        return _Finding(Condition.UNDETERMINED, "founded_partial")
    condition, code = answers.pop()
    return _Finding(condition, code, founded[1], term_end(founded[0], years))


def _enterprise_on(founded: date, years: int, day: date) -> tuple[Condition, str]:
    if day < founded:
        return Condition.NOT_ELIGIBLE, "founded_later"
    if day <= term_end(founded, years):
        return Condition.ELIGIBLE, "founded_within"
    return Condition.NOT_ELIGIBLE, "founded_too_early"


def _citizen(record: Citizen, bands: AgeBands | None, day: date) -> _Finding:
    born = span(record.birth_date)
    if bands is None or born is None:
        return _Finding(Condition.UNDETERMINED, "birth_date_unclear")
    if words(record.nationality) not in _NATION:
        return _Finding(Condition.NOT_ELIGIBLE, "not_vietnamese")
    answers = [_citizen_on(first, bands, day) for first in born]
    if answers[0] != answers[1]:
        return _Finding(Condition.UNDETERMINED, "birth_date_partial")
    condition, code = answers[0]
    basis = bands.annex_basis if condition is Condition.ANNEX_ONLY else None
    return _Finding(condition, code, birthday(born[1], bands.start), birthday(born[0], bands.certain), basis)


def _citizen_on(born: date, bands: AgeBands, day: date) -> tuple[Condition, str]:
    if day < birthday(born, bands.start):
        return Condition.NOT_ELIGIBLE, "too_young"
    if day <= birthday(born, bands.certain):
        return Condition.ELIGIBLE, "age_certain"
    if day <= birthday(born, bands.confirm_before) - timedelta(days=1):
        return Condition.CONFIRM, "age_confirm"
    if day <= birthday(born, bands.annex_before) - timedelta(days=1):
        return Condition.ANNEX_ONLY, "age_annex_only"
    return Condition.NOT_ELIGIBLE, "too_old"
