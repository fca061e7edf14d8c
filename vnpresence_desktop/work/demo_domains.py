"""The demo's domains: who was proposed, how far each proposal got, under which label, used for what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from vnpresence_desktop.domain.domains import ZONES, usual_expiry
from vnpresence_desktop.domain.eligibility import Condition, Verdict, assess
from vnpresence_desktop.domain.labels import suggest_labels
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household, Registration
from vnpresence_desktop.domain.rules import Rule
from vnpresence_desktop.work.demo_chance import Chance, Taken, Weighted, stamped_id
from vnpresence_desktop.work.demo_outreach import Visits, complete

_FIRST, _LAST = date(2025, 10, 8), date(2025, 12, 13)
_DOUBTFUL = frozenset({Condition.CONFIRM, Condition.ANNEX_ONLY})

C = TypeVar("C", Household, Enterprise, Citizen)


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A proposal to be carried on: whose, when, how it was judged then."""

    candidate: Candidate
    day: date
    verdict: Verdict


class Registry:
    """Makes the registrations, at most one a candidate, no label twice."""

    def __init__(self, seed: int, source: Mapping[str, Any], rules: Sequence[Rule]) -> None:
        self._seed = seed
        self._chance = Chance(seed, "registrations")
        self._rules = rules
        self._taken = Taken()
        self._count = 0
        self._source = source
        self._stages = Weighted.of(source["stages"])
        self._services = {zone: Weighted.of(weights) for zone, weights in source["services"].items()}
        self._confirmed_by = Weighted.of(source["confirmed_by"])

    def propose(self, candidates: Sequence[Candidate], visits: Visits, percent: int) -> tuple[Registration, ...]:
        """Propose that percentage of the candidates of one kind, each some days after a session met it."""
        made: list[Registration] = []
        for candidate in self._chance.shuffled(candidates):
            if len(made) == len(candidates) * percent // 100:
                break
            if proposal := self._proposal(candidate, visits):
                made.append(self._registration(proposal))
        return tuple(sorted(made, key=lambda registration: (registration.proposed_on, registration.id)))

    def _proposal(self, candidate: Candidate, visits: Visits) -> _Proposal | None:
        met = visits.first(candidate)
        if met is None or not complete(candidate):
            return None
        first = max(met.day, _FIRST)
        day = self._chance.day(first, min(first + timedelta(days=18), _LAST))
        verdict = assess(candidate, self._rules, day)
        doubtful = verdict.condition in _DOUBTFUL and self._chance.happens(30)
        return _Proposal(candidate, day, verdict) if verdict.condition is Condition.ELIGIBLE or doubtful else None

    def _registration(self, proposal: _Proposal) -> Registration:
        self._count += 1
        base = Registration(
            id=stamped_id(self._seed, "registration", self._count, proposal.day),
            candidate=proposal.candidate.id,
            zone=ZONES[proposal.candidate.KIND],
            label=self._taken.claim(*suggest_labels(proposal.candidate, ())),
            state_on=proposal.day.isoformat(),
            proposed_on=proposal.day.isoformat(),
            proposal_verdict=proposal.verdict.condition.value,
            proposal_rule=proposal.verdict.rule,
        )
        stage = self._chance.pick(self._stages)
        if stage == "proposed":
            return base
        later = self._chance.day(
            min(proposal.day + timedelta(days=2), _LAST), min(proposal.day + timedelta(days=21), _LAST)
        )
        if stage == "registered":
            return self._registered(base, proposal.candidate, later)
        if stage == "refused":
            return replace(base, note=self._chance.one(self._source["refusals"]), **self._moved("refused", later))
        return replace(base, **self._moved(stage, later))

    def _moved(self, state: str, day: date) -> dict[str, Any]:
        registrar = "" if state == "guided" else self._chance.one(self._source["registrars"])
        return {"state": state, "state_on": day.isoformat(), "registrar": registrar}

    def _registered(self, base: Registration, candidate: Candidate, day: date) -> Registration:
        """Registered on that day, or refused where the candidate is no longer entitled then."""
        verdict = assess(candidate, self._rules, day)
        if verdict.condition is not Condition.ELIGIBLE:
            return replace(base, note=self._source["refused_late"], **self._moved("refused", day))
        services = tuple(self._chance.pick(self._services[base.zone]).split())
        used = bool(services) and self._chance.happens(60)
        since = self._chance.day(day, min(day + timedelta(days=14), _LAST)) if used else day
        moved = self._moved("in_use" if used else "registered", since)
        return replace(
            base,
            registered_on=day.isoformat(),
            expires_on=usual_expiry(day.isoformat()),
            services=services,
            confirmed_by=self._chance.pick(self._confirmed_by),
            registration_verdict=verdict.condition.value,
            registration_rule=verdict.rule,
            **moved,
        )


class Wishes:
    """Notes what each candidate wishes, as far as the officers heard of it."""

    def __init__(self, seed: int, source: Mapping[str, Any]) -> None:
        self._chance = Chance(seed, "wishes")
        self._wishes = Weighted.of(source["wishes"])
        self._taken = Taken()

    def noted(self, candidates: Iterable[C], visits: Visits, registrations: Iterable[Registration]) -> tuple[C, ...]:
        """The candidates with ``wish``, its day and, where they have one, their website."""
        proposed = {registration.candidate: registration.proposed_on for registration in registrations}
        return tuple(self._noted(candidate, visits, proposed.get(candidate.id, "")) for candidate in candidates)

    def _noted(self, candidate: C, visits: Visits, proposed_on: str) -> C:
        if proposed_on:
            return replace(candidate, wish="wants", wish_on=proposed_on)
        met = visits.first(candidate)
        if met is None:
            sought = self._chance.day(date(2025, 11, 10), date(2025, 12, 10)).isoformat()
            return replace(candidate, wish="unreachable", wish_on=sought) if self._chance.happens(20) else candidate
        wish = self._chance.pick(self._wishes)
        if wish == "unknown":
            return candidate
        site = f"https://{self._taken.claim(*suggest_labels(candidate, ())[:1])}.example" if wish == "has_site" else ""
        return replace(candidate, wish=wish, wish_on=met.day.isoformat(), website=site)
