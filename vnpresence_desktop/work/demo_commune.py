"""The demo: a made-up office of a real commune with its register on the last day of quý IV/2025.

Nobody in it exists. The same seed gives the same records, to the byte, on every Python and system.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from vnpresence_desktop import assets
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Candidate,
    Citizen,
    Confirmation,
    Enterprise,
    Hamlet,
    Household,
    Narrative,
    Office,
    Reach,
    Record,
    Registration,
    Session,
    Signer,
    Support,
    TaskReport,
)
from vnpresence_desktop.domain.rules import parse
from vnpresence_desktop.work.demo_candidates import DAY, Citizens, Enterprises, Households
from vnpresence_desktop.work.demo_chance import Chance
from vnpresence_desktop.work.demo_domains import Registry, Wishes
from vnpresence_desktop.work.demo_outreach import Helpdesk, Visits, outings, visit
from vnpresence_desktop.work.demo_papers import Papers
from vnpresence_desktop.work.demo_people import Place, data

__all__ = ["DAY", "PERIOD", "SEED", "DemoCommune", "make_commune"]

C = TypeVar("C", Household, Enterprise, Citizen)

PERIOD = "2025-Q4"
"""The period whose last day is `DAY`."""
SEED = 103

_RULES = "rules/kh-103-can-tho.toml"
_REACHED = {Kind.HOUSEHOLD: 87, Kind.ENTERPRISE: 96, Kind.CITIZEN: 85}
_PROPOSED = {Kind.HOUSEHOLD: 55, Kind.ENTERPRISE: 60, Kind.CITIZEN: 74}
"""Percentages of the register."""


@dataclass(frozen=True, slots=True)
class DemoCommune:
    """Every record of the demo, with its id; candidates are referred to by it."""

    office: Office
    signers: tuple[Signer, ...]
    hamlets: tuple[Hamlet, ...]
    households: tuple[Household, ...]
    enterprises: tuple[Enterprise, ...]
    citizens: tuple[Citizen, ...]
    sessions: tuple[Session, ...]
    reaches: tuple[Reach, ...]
    registrations: tuple[Registration, ...]
    supports: tuple[Support, ...]
    confirmations: tuple[Confirmation, ...]
    task_reports: tuple[TaskReport, ...]
    narratives: tuple[Narrative, ...]
    base_figures: tuple[BaseFigure, ...]

    def records(self) -> Iterator[Record]:
        """All records in an order in which they can be saved: none refers to a later one."""
        for item in fields(self):
            value = getattr(self, item.name)
            yield from (value,) if isinstance(value, Office) else value


class _Quarter:
    """Carries the register through the quarter: sessions meet candidates, some are proposed, wishes are noted."""

    def __init__(self, seed: int, outreach: Mapping[str, Any], recorder: str) -> None:
        domains = data("domains")
        self._seed = seed
        self._plans = outings(seed, outreach, recorder)
        self._registry = Registry(seed, domains, parse(assets.text(_RULES)))
        self._wishes = Wishes(seed, domains)
        self._kinds: dict[str, Kind] = {}
        self.visits = Visits({})
        self.registrations: tuple[Registration, ...] = ()

    def follow(self, candidates: tuple[C, ...]) -> tuple[C, ...]:
        """Take in one kind of candidates; they come back with their wishes."""
        kind = candidates[0].KIND
        visits = visit(Chance(self._seed, f"visits|{kind}"), self._plans, candidates, _REACHED[kind])
        registrations = self._registry.propose(candidates, visits, _PROPOSED[kind])
        self._kinds |= dict.fromkeys(visits.met, kind)
        self.visits = Visits({**self.visits.met, **visits.met})
        self.registrations += registrations
        return self._wishes.noted(candidates, visits, registrations)

    def sessions(self) -> tuple[Session, ...]:
        """The sessions with who came of all kinds taken in."""
        return self.visits.attended(Chance(self._seed, "guests"), self._plans, self._kinds)


def make_commune(seed: int = SEED) -> DemoCommune:
    """Make the demo commune.

    Args:
        seed: another one gives other people in the same commune.

    Returns:
        1,200 households, 90 enterprises, 800 citizens, 18 sessions and what followed from them, all of it entered by `DAY`.
    """
    commune, outreach, businesses, people = (data(name) for name in ("commune", "outreach", "businesses", "people"))
    papers, place = Papers(seed, PERIOD, DAY), Place.of(commune)
    quarter = _Quarter(seed, outreach, commune["office"]["preparer"])
    households = quarter.follow(Households(seed, people, businesses, place).make(1200))
    enterprises = quarter.follow(Enterprises(seed, people, businesses, place).make(90))
    citizens = quarter.follow(Citizens(seed, people, commune, place).make(800))
    candidates: tuple[Candidate, ...] = (*households, *enterprises, *citizens)
    return DemoCommune(
        office=papers.office(commune),
        signers=papers.signers(commune),
        hamlets=papers.hamlets(commune),
        households=households,
        enterprises=enterprises,
        citizens=citizens,
        sessions=quarter.sessions(),
        reaches=quarter.visits.reaches(),
        registrations=quarter.registrations,
        supports=Helpdesk(seed, outreach["supports"]).make(60, candidates, quarter.visits, DAY),
        confirmations=papers.confirmations(commune),
        task_reports=papers.task_reports(outreach),
        narratives=papers.narratives(outreach),
        base_figures=papers.base_figures(commune),
    )
