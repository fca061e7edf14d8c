"""The second count, checked by hand on a register small enough to see through."""

from collections import defaultdict
from datetime import date

import pytest

from tests.work.recount import Counted, Row, recount
from vnpresence_desktop.domain import figures
from vnpresence_desktop.domain.eligibility import Condition, assess
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.rules import Rule
from vnpresence_desktop.work.demo_commune import DAY, PERIOD, DemoCommune

FIRST, LAST, BEGIN = "2025-11-01", "2025-12-14", "2025-10-03"


def candidate(name: str, **values: object) -> Row:
    return {"id": name, "state": "active", "state_on": "", "certificate_date": "", "founded": ""} | values


def registration(person: str, proposed: str = "", granted: str = "", **values: object) -> Row:
    services: tuple[str, ...] = ()
    row: Row = {"candidate": person, "state": "proposed", "state_on": proposed, "services": services}
    return row | {"proposed_on": proposed, "registered_on": granted} | values


def session(name: str, day: str, **values: object) -> Row:
    heads: Row = dict.fromkeys(("officials", "households", "enterprises", "youths", "others"), 0)
    return heads | {"id": name, "date": day, "broadcasts": None, "cost": None} | values


@pytest.fixture
def rows() -> dict[str, list[Row]]:
    return {
        "household": [
            candidate("h1", certificate_date="2020"),
            candidate("h2", certificate_date="2025-12-14"),
            candidate("h3", certificate_date="2025-12-15"),
            candidate("h4", state="ceased", state_on="2025-12-14"),
            candidate("h5", state="ceased", state_on="2025-12-15"),
            candidate("h6", state="moved"),
            candidate("h7"),
        ],
        "enterprise": [candidate("e1", founded="2025-01-01")],
        "citizen": [candidate("c1"), candidate("c2")],
        "session": [
            session("s1", "2025-10-10", officials=5, households=3, cost=100),
            session("s2", "2025-11-01", youths=7, others=1, cost=50),
            session("s3", "2025-12-14", broadcasts=9),
            session("s4", "2025-12-15", officials=99, broadcasts=99, cost=99),
        ],
        "reach": [
            {"session": "s1", "candidate": "h1"},
            {"session": "s1", "candidate": "h4"},
            {"session": "s2", "candidate": "h1"},
            {"session": "s2", "candidate": "c1"},
            {"session": "s4", "candidate": "h2"},
            {"session": "s1", "candidate": "gone"},
        ],
        "registration": [
            registration("h1", "2025-10-12", "2025-11-02", services=("website", "email"), state="in_use"),
            registration("h1", "2025-11-03", "2025-11-20", services=["website"], state="registered"),
            registration("h2", "2025-10-20", state="refused", state_on="2025-10-31"),
            registration("h7", "2025-11-20", state="refused", state_on="2025-12-14"),
            registration("c1", "2025-12-14", "2025-12-15", services=("cv",)),
            registration("gone", "2025-11-20", "2025-11-20"),
        ],
        "support": [{"date": "2025-10-09"}, {"date": "2025-12-01"}],
        "confirmation": [{"date": "2025-10-16"}],
        "base_figure": [
            {"id": "b1", "period": "2025-Q4", "kind": "citizen", "total": 40, "as_of": "2025-12-01"},
            {"id": "b0", "period": "2025-Q4", "kind": "citizen", "total": 50, "as_of": "2025-12-10"},
            {"id": "b2", "period": "2026-Q1", "kind": "enterprise", "total": 9, "as_of": "2026-03-01"},
        ],
    }


@pytest.fixture
def counted(rows: dict[str, list[Row]]) -> dict[str, Counted]:
    eligible = {"household": {"h1", "h2", "h3", "h4"}, "enterprise": set[str](), "citizen": {"c1"}}
    return recount(rows, FIRST, LAST, BEGIN, eligible)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("present_household", (4, None, 4, None)),
        ("eligible_household", (2, 4, 2, 4)),
        ("reached_household", (1, 4, 2, 4)),
        ("proposed_household", (2, 4, 3, 4)),
        ("registered_household", (1, 2, 1, 2)),
        ("refused_household", (1, None, 2, None)),
        ("services_website_household", (2, None, 2, None)),
        ("services_email_household", (1, None, 1, None)),
        ("services_cv_household", (0, None, 0, None)),
        ("present_enterprise", (1, None, 1, None)),
        ("eligible_enterprise", (0, 1, 0, 1)),
        ("present_citizen", (50, None, 50, None)),
        ("eligible_citizen", (1, 50, 1, 50)),
        ("reached_citizen", (1, 50, 1, 50)),
        ("proposed_citizen", (1, 50, 1, 50)),
        ("registered_citizen", (0, 1, 0, 1)),
        ("sessions", (2, None, 3, None)),
        ("audience_officials", (0, None, 5, None)),
        ("audience_households", (0, None, 3, None)),
        ("audience_youths", (7, None, 7, None)),
        ("audience_others", (1, None, 1, None)),
        ("broadcasts", (9, None, 9, None)),
        ("cost", (50, None, 150, None)),
        ("supports", (1, None, 2, None)),
        ("confirmations", (0, None, 1, None)),
    ],
)
def test_a_figure_counted_by_hand(counted: dict[str, Counted], name: str, expected: Counted) -> None:
    assert counted[name] == expected


def test_an_empty_register_counts_to_nothing() -> None:
    counted = recount({}, FIRST, LAST, BEGIN, {})
    assert len(counted) == 3 * 10 + 10
    assert {(value, so_far) for value, _, so_far, _ in counted.values()} == {(0, 0)}


BEGUN = date(2025, 10, 3)


class TestRecount:
    """Figures counted by the program and a second way agree."""

    @pytest.mark.parametrize("first", [BEGUN, date(2025, 11, 5), DAY])
    @pytest.mark.parametrize("with_base", [True, False])
    def test_both_ways_agree(
        self, commune: DemoCommune, rules: tuple[Rule, ...], first: date, *, with_base: bool
    ) -> None:
        base = commune.base_figures if with_base else ()
        everyone = (*commune.households, *commune.enterprises, *commune.citizens)
        register = figures.Register(
            everyone,
            commune.sessions,
            commune.reaches,
            commune.registrations,
            commune.supports,
            commune.confirmations,
            base,
        )
        counted = figures.count(register, rules, PERIOD, figures.Span(first, DAY), BEGUN)
        rows: defaultdict[str, list[Row]] = defaultdict(list)
        for record in commune.records():
            if with_base or record.KIND is not Kind.BASE_FIGURE:
                rows[record.KIND.value].append(dict(to_values(record)))
        eligible = {
            kind.value: {
                c.id for c in everyone if assess(c, rules, DAY).condition is Condition.ELIGIBLE and c.KIND is kind
            }
            for kind in CANDIDATES
        }
        again = recount(rows, first.isoformat(), DAY.isoformat(), BEGUN.isoformat(), eligible, PERIOD)
        assert {f.id: (f.period.value, f.period.of, f.cumulative.value, f.cumulative.of) for f in counted} == again
