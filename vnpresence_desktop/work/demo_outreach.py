"""Whom the demo's sessions reached, how many came, and who was helped afterwards."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Any

from vnpresence_desktop.domain.eligibility import existed, state_on
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind, Need
from vnpresence_desktop.domain.records import Candidate, Reach, Session, Support, reach_id
from vnpresence_desktop.work.demo_chance import Chance, Weighted, stamped_id

_COUNTS = {Kind.HOUSEHOLD: "households", Kind.ENTERPRISE: "enterprises", Kind.CITIZEN: "youths"}
_AGAIN = 32
"""Percentage of the candidates reached who meet a second session."""


@dataclass(frozen=True, slots=True)
class Outing:
    """A session with whom it is meant for.

    Attributes:
        session: the record, its head counts still those of officials and others alone.
        day: its date.
        groups: kinds of candidates it meets by name; none for broadcasts and meetings of officials.
        hamlets: where; empty means everywhere.
        weight: how many it meets, relative to others.
        guests: people of its groups who came and stand in no list, at most.
    """

    session: Session
    day: date
    groups: tuple[str, ...]
    hamlets: tuple[str, ...]
    weight: int
    guests: int

    def meets(self, candidate: Candidate) -> bool:
        """Whether the candidate could be met there: of the group, of the hamlet, there and at work on that day."""
        return (
            candidate.KIND in self.groups
            and (not self.hamlets or candidate.hamlet in self.hamlets)
            and existed(candidate, self.day)
            and state_on(candidate, self.day) == "active"
        )


def outings(seed: int, source: Mapping[str, Any], recorder: str) -> tuple[Outing, ...]:
    """The sessions of `resources/demo/outreach.toml`, in its order (by date)."""
    return tuple(_outing(seed, number, entry, recorder) for number, entry in enumerate(source["sessions"]))


def _outing(seed: int, number: int, entry: Mapping[str, Any], recorder: str) -> Outing:
    day = date.fromisoformat(entry["date"])
    session = Session(
        id=stamped_id(seed, "session", number, day),
        **{name: entry[name] for name in ("date", "form", "topic", "place", "host")},
        **{name: entry.get(name, "") for name in ("partners", "materials", "evidence")},
        tasks=tuple(entry["tasks"]),
        officials=entry.get("officials", 0),
        others=entry.get("others", 0),
        broadcasts=entry.get("broadcasts"),
        cost=entry.get("cost"),
        recorder=recorder,
    )
    return Outing(
        session=session,
        day=day,
        groups=tuple(entry.get("groups", ())),
        hamlets=tuple(entry.get("hamlets", ())),
        weight=entry.get("weight", 1),
        guests=entry.get("guests", 0),
    )


def complete(candidate: Candidate) -> bool:
    """Whether nothing that a proposal needs is missing and the candidate is at work."""
    needed = (info.attribute for info in fields(candidate.KIND) if info.need is not Need.NEVER)
    return candidate.state == "active" and all(getattr(candidate, name) for name in needed)


@dataclass(frozen=True, slots=True)
class Visits:
    """Which candidates met which sessions: id of candidate → outings by date."""

    met: Mapping[str, tuple[Outing, ...]]

    def first(self, candidate: Candidate) -> Outing | None:
        """The first session that met the candidate."""
        return next(iter(self.met.get(candidate.id, ())), None)

    def reaches(self) -> tuple[Reach, ...]:
        """One record a pair."""
        return tuple(
            Reach(id=reach_id(outing.session.id, candidate), session=outing.session.id, candidate=candidate)
            for candidate, met in self.met.items()
            for outing in met
        )

    def attended(self, chance: Chance, plans: Iterable[Outing], kinds: Mapping[str, Kind]) -> tuple[Session, ...]:
        """The sessions with their head counts: who was met by name and some guests.

        Args:
            chance: decides how many guests came.
            plans: every session, also those that met nobody by name.
            kinds: id of candidate → kind.
        """
        heads: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
        for candidate, met in self.met.items():
            for outing in met:
                heads[outing.session.id][kinds[candidate]] += 1
        return tuple(replace(plan.session, **_counts(chance, plan, heads[plan.session.id])) for plan in plans)


def _counts(chance: Chance, plan: Outing, heads: Counter[Kind]) -> dict[str, Any]:
    return {
        name: heads[kind] + (chance.below(plan.guests + 1) if kind in plan.groups else 0)
        for kind, name in _COUNTS.items()
    }


def visit(chance: Chance, plans: Sequence[Outing], candidates: Sequence[Candidate], percent: int) -> Visits:
    """Let the sessions meet that percentage of the candidates of one kind, rather those whose record is complete."""
    likely = [candidate for candidate in candidates if complete(candidate) or chance.happens(30)]
    unlikely = {candidate.id for candidate in candidates} - {candidate.id for candidate in likely}
    order = chance.shuffled(likely) + [candidate for candidate in candidates if candidate.id in unlikely]
    met: dict[str, tuple[Outing, ...]] = {}
    for candidate in order:
        if len(met) == len(candidates) * percent // 100:
            break
        if chosen := _chosen(chance, [plan for plan in plans if plan.meets(candidate)]):
            met[candidate.id] = chosen
    return Visits(met)


def _chosen(chance: Chance, possible: list[Outing]) -> tuple[Outing, ...]:
    if not possible:
        return ()
    weighted = Weighted(tuple(possible), tuple(accumulate(plan.weight for plan in possible)))
    drawn = [chance.pick(weighted) for _ in range(2 if chance.happens(_AGAIN) else 1)]
    return tuple(sorted({plan.session.id: plan for plan in drawn}.values(), key=lambda plan: plan.day))


class Helpdesk:
    """Makes the supports: each helps someone a session had met before."""

    def __init__(self, seed: int, source: Mapping[str, Any]) -> None:
        self._seed = seed
        self._chance = Chance(seed, "supports")
        self._channels = Weighted.of(source["channels"])
        self._matters = Weighted.of(source["matters"])
        self._helpers = Weighted.of(source["helpers"])
        self._results: Mapping[str, list[str]] = source["results"]

    def make(self, count: int, candidates: Iterable[Candidate], visits: Visits, last: date) -> tuple[Support, ...]:
        """That many, up to the day ``last``, by date."""
        met = [candidate for candidate in candidates if candidate.state == "active" and visits.first(candidate)]
        helped = [(self._day(visits, candidate, last), candidate) for candidate in self._chance.shuffled(met)[:count]]
        helped.sort(key=lambda entry: (entry[0], entry[1].id))
        return tuple(self._support(number, *entry) for number, entry in enumerate(helped))

    def _day(self, visits: Visits, candidate: Candidate, last: date) -> date:
        first = visits.first(candidate)
        return self._chance.day(first.day if first else last, last)

    def _support(self, number: int, day: date, candidate: Candidate) -> Support:
        matter = self._chance.pick(self._matters)
        person = {Kind.HOUSEHOLD: "owner", Kind.ENTERPRISE: "representative", Kind.CITIZEN: "name"}[candidate.KIND]
        return Support(
            id=stamped_id(self._seed, "support", number, day),
            date=day.isoformat(),
            candidate=candidate.id,
            person=getattr(candidate, person),
            channel=self._chance.pick(self._channels),
            matter=matter,
            result=self._chance.one(self._results[matter]),
            helper=self._chance.pick(self._helpers),
        )
