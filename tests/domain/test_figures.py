"""The figures of a report: known counts by hand, and what must hold for any register."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnpresence_desktop.domain.eligibility import Condition, assess
from vnpresence_desktop.domain.figures import (
    AUDIENCE,
    BY_GROUP,
    OVERALL,
    SERVICES,
    Register,
    Span,
    count,
    figure_ids,
    is_present,
)
from vnpresence_desktop.domain.kinds import CANDIDATES
from vnpresence_desktop.domain.periods import Period, Preset, reported_days
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Citizen,
    Confirmation,
    Enterprise,
    Household,
    Reach,
    Registration,
    Session,
    Support,
    reach_id,
)

FIRST = date(2025, 10, 3)
EVENTS = ("sessions", "broadcasts", "cost", "supports", "confirmations", *(f"audience_{name}" for name in AUDIENCE))
ITEMS = ("refused", *(f"services_{service}" for service in SERVICES))
PEOPLE = ("reached", "proposed", "registered")


def household(name, **more):
    return Household(id=name, certificate_no="57A8012345", certificate_date="2018-01-01", **more)


def session(name, day, **more):
    return Session(id=name, date=day, **more)


def reach(held, candidate):
    return Reach(id=reach_id(held, candidate), session=held, candidate=candidate)


def registration(name, candidate, **more):
    return Registration(id=name, candidate=candidate, zone="biz.vn", **more)


def counted(register, rules, first=FIRST, last=date(2025, 12, 14), period="2025-Q4"):
    return {figure.id: figure for figure in count(register, rules, period, Span(first, last), FIRST)}


def values(register, rules, **when):
    return {name: figure.period.value for name, figure in counted(register, rules, **when).items()}


# ── By hand ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_empty_register_has_every_figure_at_zero(rules):
    figures = count(Register(), rules, "2025-Q4", Span(FIRST, date(2025, 12, 14)), FIRST)
    assert tuple(figure.id for figure in figures) == figure_ids()
    assert len(set(figure_ids())) == len(BY_GROUP) * len(CANDIDATES) + len(OVERALL)
    assert {figure.period.value for figure in figures} == {figure.cumulative.value for figure in figures} == {0}


def test_present_are_the_active_that_exist_on_the_last_day(rules):
    register = Register(
        candidates=(
            household("a"),
            household("b", state="ceased", state_on="2025-12-14"),
            household("c", state="ceased", state_on="2025-12-15"),
            household("d", state="suspended"),
            Household(id="e", certificate_no="x", certificate_date="2025-12-14"),
            Household(id="f", certificate_no="x", certificate_date="2025-12-15"),
            Household(id="g"),
            Enterprise(id="h", founded="2025-12-14"),
            Enterprise(id="i", founded="2025-12-15"),
            Enterprise(id="k", founded="2020-01-01"),
            Citizen(id="l", birth_date="2005-01-01"),
            Citizen(id="m", birth_date="2001-01-01"),
            Citizen(id="n", birth_date="2005-01-01", state="moved", state_on="2025-11-01"),
        )
    )
    told = values(register, rules)
    assert (told["present_household"], told["eligible_household"]) == (4, 3)  # a c e g; g has no certificate
    assert (told["present_enterprise"], told["eligible_enterprise"]) == (2, 1)
    assert (told["present_citizen"], told["eligible_citizen"]) == (2, 1)


def test_a_person_reached_twice_counts_once(rules):
    register = Register(
        candidates=(household("a"), household("b"), Citizen(id="c", birth_date="2005")),
        sessions=(session("s", "2025-10-03"), session("t", "2025-12-14"), session("u", "2025-12-15")),
        reaches=(reach("s", "a"), reach("t", "a"), reach("s", "c"), reach("u", "b")),
    )
    told = values(register, rules)
    assert (told["reached_household"], told["reached_citizen"], told["sessions"]) == (1, 1, 2)


def test_head_counts_are_audience_and_reach_nobody(rules):
    register = Register(
        candidates=(household("a"),), sessions=(session("s", "2025-11-01", households=80, broadcasts=12),)
    )
    told = values(register, rules)
    assert (told["audience_households"], told["broadcasts"], told["reached_household"]) == (80, 12, 0)


def test_who_was_deleted_is_not_counted(rules):
    """A register holds what is not deleted; a reach or a registration may outlive its candidate or its session."""
    register = Register(
        candidates=(household("a"),),
        sessions=(session("s", "2025-11-01"),),
        reaches=(reach("s", "a"), reach("s", "deleted"), reach("deleted", "a")),
        registrations=(
            registration("r", "deleted", proposed_on="2025-11-01", registered_on="2025-11-02", services=("website",)),
            registration("t", "deleted", proposed_on="2025-11-01", state="refused", state_on="2025-11-02"),
        ),
    )
    told = values(register, rules)
    assert told["reached_household"] == 1
    assert [
        name for name in told if told[name] and name.startswith(("proposed", "registered", "refused", "services"))
    ] == []


def test_a_domains_way_is_counted_by_its_days(rules):
    register = Register(
        candidates=(household("a"), household("b")),
        registrations=(
            registration(
                "r", "a", proposed_on="2025-10-03", registered_on="2025-12-14", services=("email", "email", "cv")
            ),
            registration("s", "a", proposed_on="2025-11-03", registered_on="2025-12-15", services=("blog",)),
            registration("t", "b", proposed_on="2025-10-02", state="refused", state_on="2025-11-01"),
            registration("u", "b", proposed_on="2025-11", state="refused", state_on="2025-12-15"),
            registration("v", "b", proposed_on="2025-10-04", state="refused"),
        ),
    )
    told = values(register, rules)
    assert {name: told[f"{name}_household"] for name in (*PEOPLE[1:], *ITEMS)} == {
        "proposed": 2,  # a; b by the last
        "registered": 1,
        "refused": 2,
        "services_website": 0,
        "services_email": 1,
        "services_blog": 0,
        "services_cv": 1,
    }


def test_events_are_counted_by_their_day(rules):
    register = Register(
        sessions=(
            session("s", "2025-10-03", youths=30, others=0, cost=500_000),
            session("t", "2025-10-02", youths=7, cost=1),
        ),
        supports=(
            Support(id="a", date="2025-12-14"),
            Support(id="b", date="2025-12-15"),
            Support(id="c", date="2025-11"),
        ),
        confirmations=(Confirmation(id="a", date="2025-11-01"), Confirmation(id="b", date="")),
    )
    told = values(register, rules)
    assert [told[name] for name in ("sessions", "audience_youths", "cost", "supports", "confirmations")] == [
        1,
        30,
        500_000,
        1,
        1,
    ]


def test_a_base_figure_replaces_present_and_its_rates(rules):
    register = Register(
        candidates=(household("a"), household("b")),
        sessions=(session("s", "2025-11-01"),),
        reaches=(reach("s", "a"),),
        registrations=(registration("r", "a", proposed_on="2025-11-01", registered_on="2025-11-02"),),
        base_figures=(
            BaseFigure(id="x", period="2025-Q4", kind="household", total=1200, as_of="2025-12-01"),
            BaseFigure(id="y", period="2026-Q1", kind="household", total=9999, as_of="2026-03-01"),
            BaseFigure(id="z", period="2025-Q4", kind="enterprise", total=None),
        ),
    )
    told = counted(register, rules)
    assert told["present_household"].period.value == 1200
    assert {told[f"{name}_household"].period.of for name in ("reached", "proposed", "eligible")} == {1200}
    assert told["registered_household"].period.of == told["eligible_household"].period.value == 2
    assert told["present_enterprise"].period.value == 0
    assert (
        told["refused_household"].period.of is told["sessions"].period.of is told["present_household"].period.of is None
    )


def test_a_base_figure_of_nobody_is_a_figure(rules):
    base = (BaseFigure(id="x", period="2025-Q4", kind="household", total=0),)
    told = counted(Register(candidates=(household("a"),), base_figures=base), rules)
    assert told["present_household"].period.value == told["reached_household"].period.of == 0


def test_of_two_base_figures_the_latest_counts_in_any_order(rules):
    old = BaseFigure(id="b", period="2025-Q4", kind="citizen", total=800, as_of="2025-10-01")
    new = BaseFigure(id="a", period="2025-Q4", kind="citizen", total=850, as_of="2025-12-01")
    for order in ((old, new), (new, old)):
        assert values(Register(base_figures=order), rules)["present_citizen"] == 850


def test_a_figure_says_its_days(rules):
    figure = counted(Register(), rules, first=date(2025, 12, 15), last=date(2026, 3, 14), period="2026-Q1")["sessions"]
    assert (figure.period.first, figure.period.last) == ("2025-12-15", "2026-03-14")
    assert (figure.cumulative.first, figure.cumulative.last) == ("2025-10-03", "2026-03-14")


# ── Any register ───────────────────────────────────────────────────────────────────────────────────────────────────────


def invent(seed):
    """A register of a year and a half, with dates partial, missing and outside the programme among them."""
    dice = random.Random(seed)

    def day():
        iso = (date(2025, 9, 1) + timedelta(days=dice.randrange(560))).isoformat()
        return dice.choice([iso] * 8 + ["", iso[:7]])

    def number():
        return dice.choice([None, 0, dice.randrange(200)])

    states = ["active"] * 5 + ["ceased", "moved", "suspended"]
    people = [
        dice.choice([Household, Enterprise, Citizen])(id=f"c{n}", state=dice.choice(states), state_on=day())
        for n in range(dice.randrange(25))
    ]
    people = [replace(p, **{DATES[type(p)]: dice.choice([day(), "2005-01-01", "2025"])}) for p in people]
    sessions = [
        session(f"s{n}", day(), youths=number(), cost=number(), broadcasts=number()) for n in range(dice.randrange(12))
    ]
    names = [p.id for p in people] + ["deleted"]
    held = [s.id for s in sessions] + ["deleted"]
    domains = [
        registration(
            f"r{n}",
            dice.choice(names),
            proposed_on=day(),
            registered_on=day(),
            state=dice.choice(["proposed", "refused", "registered"]),
            state_on=day(),
            services=tuple(dice.sample(SERVICES, dice.randrange(4))),
        )
        for n in range(dice.randrange(30))
    ]
    return Register(
        candidates=tuple(people),
        sessions=tuple(sessions),
        reaches=tuple({r.id: r for r in (reach(dice.choice(held), dice.choice(names)) for _ in range(40))}.values()),
        registrations=tuple(domains),
        supports=tuple(Support(id=f"h{n}", date=day()) for n in range(dice.randrange(10))),
        confirmations=tuple(Confirmation(id=f"x{n}", date=day()) for n in range(dice.randrange(5))),
    )


DATES = {Household: "certificate_date", Enterprise: "founded", Citizen: "birth_date"}
REGISTERS = st.integers(0, 2**32).map(invent)


def report(register, rules, period, preset):
    first, last = reported_days(period, preset, FIRST)
    return counted(register, rules, first, last, period.id)


@pytest.mark.parametrize("preset", Preset)
@settings(max_examples=40)
@given(register=REGISTERS)
def test_quarters_add_up_to_their_year(preset, register, rules):
    quarters = [report(register, rules, Period(2026, number), preset) for number in (1, 2, 3, 4)]
    year = report(register, rules, Period(2026), preset)
    for name in figure_ids():
        parts = [quarter[name].period.value for quarter in quarters]
        base = name.rpartition("_")[0]
        if name in EVENTS or base in ITEMS:
            assert sum(parts) == year[name].period.value, name
        elif base in PEOPLE:  # one person may be reached in two quarters
            assert max(parts) <= year[name].period.value <= sum(parts), name
        else:  # stocks on the last day, which the year shares with its last quarter
            assert parts[-1] == year[name].period.value, name
        assert year[name].cumulative == quarters[-1][name].cumulative


@pytest.mark.parametrize("preset", Preset)
@settings(max_examples=40)
@given(register=REGISTERS)
def test_the_cumulative_figures_grow_and_hold_the_period(preset, register, rules):
    before = report(register, rules, Period(2025, 4), preset)
    after = report(register, rules, Period(2026, 1), preset)
    for name in figure_ids():
        assert after[name].cumulative.value >= after[name].period.value
        assert before[name].cumulative.value == before[name].period.value  # the first period of the programme
        if name.rpartition("_")[0] not in ("present", "eligible"):
            assert after[name].cumulative.value >= before[name].cumulative.value
        if name in EVENTS or name.rpartition("_")[0] in ITEMS:
            assert after[name].cumulative.value == before[name].period.value + after[name].period.value


@settings(max_examples=40)
@given(register=REGISTERS)
def test_distinct_people_are_never_more_than_there_are(register, rules):
    told = report(register, rules, Period(2026, 2), Preset.ND09)
    for kind in CANDIDATES:
        people = sum(candidate.KIND is kind for candidate in register.candidates)
        assert told[f"eligible_{kind}"].period.value <= told[f"present_{kind}"].period.value <= people
        for name in PEOPLE:
            assert told[f"{name}_{kind}"].cumulative.value <= people


@settings(max_examples=40)
@given(register=REGISTERS)
def test_figures_counted_a_second_way(register, rules):
    """Plain loops over ISO texts instead of counters over spans."""
    first, last = (day.isoformat() for day in reported_days(Period(2026, 1), Preset.ND09, FIRST))
    told = report(register, rules, Period(2026, 1), Preset.ND09)

    def within(iso, start=first):
        return len(iso) == 10 and start <= iso <= last

    day = date.fromisoformat(last)
    for kind in CANDIDATES:
        own = [c for c in register.candidates if c.KIND is kind]
        held = [s.id for s in register.sessions if within(s.date)]
        here = [c for c in own if is_present(c, day)]
        assert told[f"present_{kind}"].period.value == len(here)
        assert told[f"eligible_{kind}"].period.value == sum(
            assess(c, rules, day).condition is Condition.ELIGIBLE for c in here
        )
        assert told[f"reached_{kind}"].period.value == sum(
            any(r.candidate == c.id and r.session in held for r in register.reaches) for c in own
        )
        mine = [r for r in register.registrations if r.candidate in {c.id for c in own}]
        assert told[f"proposed_{kind}"].period.value == len({r.candidate for r in mine if within(r.proposed_on)})
        assert told[f"registered_{kind}"].cumulative.value == len(
            {r.candidate for r in mine if within(r.registered_on, FIRST.isoformat())}
        )
        assert told[f"services_blog_{kind}"].period.value == sum(
            "blog" in r.services for r in mine if within(r.registered_on)
        )
        refused = [r for r in mine if r.state == "refused" and within(r.state_on or r.proposed_on)]
        assert told[f"refused_{kind}"].period.value == len(refused)
    assert told["cost"].period.value == sum(s.cost or 0 for s in register.sessions if within(s.date))
    assert told["supports"].period.value == sum(within(s.date) for s in register.supports)


@settings(max_examples=40)
@given(register=REGISTERS, seed=st.integers())
def test_the_order_of_records_never_matters(register, seed, rules):
    dice = random.Random(seed)
    names = ("candidates", "sessions", "reaches", "registrations", "supports", "confirmations")
    shuffled = {name: tuple(dice.sample(items, len(items))) for name in names for items in [getattr(register, name)]}
    assert counted(replace(register, **shuffled), rules) == counted(register, rules)


@settings(max_examples=30)
@given(data=st.data())
def test_records_of_any_content_are_counted(data, any_record, rules):
    kinds = {
        "sessions": "session",
        "reaches": "reach",
        "registrations": "registration",
        "supports": "support",
        "confirmations": "confirmation",
        "base_figures": "base_figure",
    }
    parts = {name: tuple(data.draw(st.lists(any_record(kind), max_size=2))) for name, kind in kinds.items()}
    people = tuple(data.draw(st.lists(any_record(*CANDIDATES), max_size=3)))
    assert len(count(Register(candidates=people, **parts), rules, "2025-Q4", Span(FIRST, FIRST), FIRST)) == len(
        figure_ids()
    )
