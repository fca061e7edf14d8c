"""Who is entitled: the readable cases, that no bound lacks them, and what must hold for every record."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.dates import span
from vnpresence_desktop.domain.eligibility import Condition, FreePeriod, assess, existed, state_on
from vnpresence_desktop.domain.fields import from_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import Citizen, Enterprise, Household

SAMPLES = {
    "household": {
        "name": "Tạp hóa Hồng Gấm",
        "owner": "Nguyễn Thị Gấm",
        "hamlet": "Ấp Nhơn Lộc 1",
        "certificate_no": "57A8012345",
        "certificate_date": "2018-04-12",
    },
    "enterprise": {"name": "Công ty TNHH Gạo Phong Điền", "tax_code": "1801234560", "founded": "2025-06-20"},
    "citizen": {"name": "Trần Gia Hân", "birth_date": "2005-06-15", "nationality": "Việt Nam"},
}
DAY = timedelta(days=1)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def record_of(case):
    return from_values(Kind(case["kind"]), SAMPLES[case["kind"]] | case.get("record", {}))


def judge(case, rules):
    return assess(record_of(case), rules, case["day"], used=case.get("used", False))


def test_every_case_gets_its_answer(cases, rules):
    wrong = []
    for case in cases("eligibility.toml"):
        verdict = judge(case, rules)
        said = {
            "condition": verdict.condition,
            "period": verdict.period,
            "reasons": [reason.code for reason in verdict.reasons],
            "rule": verdict.rule,
            "from": verdict.eligible_from,
            "until": verdict.eligible_until,
            "used": verdict.used,
            "basis": verdict.reasons[0].basis,
        }
        wanted = {"used": False} | {key: case[key] for key in said if key in case}
        differs = {key: (said[key], wanted[key]) for key in wanted if said[key] != wanted[key]}
        wrong += [(case["title"], differs)] if differs else []
    assert wrong == []


def test_titles_tell_cases_apart(cases):
    titles = [case["title"] for case in cases("eligibility.toml")]
    assert len(set(titles)) == len(titles)


def test_the_contradiction_and_the_end_of_the_free_period_are_cases(cases):
    found = {(case["kind"], case["condition"], case["period"]) for case in cases("eligibility.toml")}
    assert ("citizen", "annex_only", "in_force") in found
    assert ("citizen", "eligible", "none") in found
    assert ("citizen", "eligible", "unconfirmed") in found
    assert ("household", "eligible", "none") in found
    assert ("enterprise", "eligible", "none") in found
    assert {case["condition"] for case in cases("eligibility.toml")} == set(Condition)
    assert {case["period"] for case in cases("eligibility.toml")} == set(FreePeriod)


# ── No bound without a case on both sides ──────────────────────────────────────────────────────────────────────────────


def anniversary(start, years):
    """Counted apart from the program: cases of bounds avoid 29 February, which has cases of its own."""
    return date(start.year + years, start.month, start.day)


def days_at(bounds, rule, record):
    """Bound → (its day inside, its day outside) for a record, computed from the rules entry alone."""
    certificate, founded, born = (span(getattr(record, n, "")) for n in ("certificate_date", "founded", "birth_date"))
    days = {
        "valid_from": (rule.valid_from, rule.valid_from - DAY),
        "valid_until": (rule.valid_until, rule.valid_until + DAY),
    }
    if certificate:
        days["certificate"] = (certificate[0], certificate[0] - DAY)
    if founded and rule.within_years is not None:
        end = anniversary(founded[0], rule.within_years)
        days |= {"founded": (founded[0], founded[0] - DAY), "within_years": (end, end + DAY)}
    if born and rule.age:
        turns = {name: anniversary(born[0], getattr(rule.age, name)) for name in AGE_BOUNDS}
        days |= {
            "start": (turns["start"], turns["start"] - DAY),
            "certain": (turns["certain"], turns["certain"] + DAY),
            "confirm_before": (turns["confirm_before"] - DAY, turns["confirm_before"]),
            "annex_before": (turns["annex_before"] - DAY, turns["annex_before"]),
        }
    return days[bounds]


AGE_BOUNDS = ("start", "certain", "confirm_before", "annex_before")


def bounds_of(rule):
    """Every bound of an entry, read off its own fields."""
    own = {"valid_from", "valid_until"}
    own |= {"certificate"} if rule.group == Kind.HOUSEHOLD else set()
    own |= {"founded", "within_years"} if rule.within_years is not None else set()
    return own | (set(AGE_BOUNDS) if rule.age else set())


def missing_cases(rules, all_cases):
    """(rule, bound, side) that no case stands at."""
    wanted = {(rule.id, bound, side) for rule in rules for bound in bounds_of(rule) for side in ("in", "out")}
    return wanted - {(*case["bound"].split("."), case["side"]) for case in all_cases if "bound" in case}


def test_every_bound_of_every_rule_has_a_case_on_both_sides(cases, rules):
    assert missing_cases(rules, cases("eligibility.toml")) == set()


def test_a_new_entry_without_cases_is_noticed(cases, rules):
    from dataclasses import replace

    longer = replace(rules[2], id="id-vn-2027", valid_from=date(2027, 1, 1), valid_until=date(2027, 12, 31))
    assert len(missing_cases((*rules, longer), cases("eligibility.toml"))) == 2 * 6


def test_a_case_at_a_bound_stands_on_the_very_day(cases, rules):
    known = {rule.id: rule for rule in rules}
    for case in cases("eligibility.toml"):
        if "bound" in case:
            rule_id, bound = case["bound"].split(".")
            inside, outside = days_at(bound, known[rule_id], record_of(case))
            assert case["day"] == (inside if case["side"] == "in" else outside), case["title"]
            assert bound == "valid_from" or bound == "valid_until" or case["rule"] == rule_id, case["title"]


def test_the_two_sides_of_a_bound_get_different_answers(cases, rules):
    answers = {}
    for case in cases("eligibility.toml"):
        if "bound" in case:
            verdict = judge(case, rules)
            answers.setdefault(case["bound"], set()).add(
                (case["side"], verdict.condition, verdict.period, verdict.rule)
            )
    for bound, sides in answers.items():
        inside, outside = ({tuple(rest) for side, *rest in sides if side == wanted} for wanted in ("in", "out"))
        assert not inside & outside, bound


# ── What must hold for every record ────────────────────────────────────────────────────────────────────────────────────


@given(data=st.data(), day=st.dates(), used=st.booleans())
def test_no_record_raises(data, day, used, any_record, rules):
    record = data.draw(any_record(*CANDIDATES))
    verdict = assess(record, rules, day, used=used)
    assert verdict.used is used
    assert verdict.reasons
    assert verdict.rule in {rule.id for rule in rules}


def test_without_a_rule_nothing_is_claimed():
    verdict = assess(Citizen(birth_date="2005-06-15"), (), date(2025, 11, 1))
    assert (verdict.condition, verdict.period, verdict.rule) == (Condition.UNDETERMINED, FreePeriod.NONE, "")
    assert [reason.code for reason in verdict.reasons] == ["no_rule"]


def common(verdicts):
    answers = {(verdict.condition, verdict.reasons[0].code) for verdict in verdicts}
    return answers.pop() if len(answers) == 1 else None


PARTIAL = st.one_of(
    st.integers(1997, 2009).map(str),
    st.tuples(st.integers(1997, 2009), st.integers(1, 12)).map(lambda when: f"{when[0]}-{when[1]:02d}"),
    st.tuples(st.integers(2023, 2027), st.integers(1, 12)).map(lambda when: f"{when[0]}-{when[1]:02d}"),
    st.integers(2023, 2027).map(str),
)
BUSINESSES = (
    lambda when: Household(certificate_no="57A8012345", certificate_date=when),
    lambda when: Enterprise(founded=when),
    lambda when: Citizen(birth_date=when),
)


@pytest.mark.parametrize("make", BUSINESSES, ids=["household", "enterprise", "citizen"])
@given(partial=PARTIAL, day=DAYS)
def test_a_partial_date_is_judged_as_all_the_days_it_may_mean(make, partial, day, rules):
    """Brute force over the span: the common answer of every day, or not enough to say."""
    first, last = span(partial)
    each = [assess(make((first + n * DAY).isoformat()), rules, day) for n in range((last - first).days + 1)]
    verdict = assess(make(partial), rules, day)
    answer = common(each)
    if answer is None:
        assert verdict.condition is Condition.UNDETERMINED
        assert verdict.reasons[0].code.endswith("_partial")
    else:
        assert (verdict.condition, verdict.reasons[0].code) == answer
        # Surely entitled is what every one of those days agrees on.
        assert verdict.eligible_from == max(one.eligible_from for one in each)
        assert verdict.eligible_until == min(one.eligible_until for one in each)


@pytest.mark.parametrize("make", BUSINESSES[1:], ids=["enterprise", "citizen"])
@given(born=st.dates(date(1998, 1, 1), date(2027, 12, 31)), day=DAYS)
def test_the_span_said_is_the_span_judged(make, born, day, rules):
    verdict = assess(make(born.isoformat()), rules, day)
    inside = verdict.eligible_from <= day.isoformat() <= verdict.eligible_until
    assert inside == (verdict.condition is Condition.ELIGIBLE)


@given(born=st.dates(date(1990, 1, 1), date(2012, 12, 31)), day=DAYS)
def test_a_life_passes_the_bands_in_order_and_never_back(born, day, rules):
    order = ["too_young", "age_certain", "age_confirm", "age_annex_only", "too_old"]
    today, later = (assess(Citizen(birth_date=born.isoformat()), rules, d).reasons[0].code for d in (day, day + DAY))
    assert order.index(later) - order.index(today) in (0, 1)


@given(state=st.sampled_from(["ceased", "moved", "suspended", "deceased"]), change=DAYS, day=DAYS)
def test_a_state_holds_from_its_day_on(state, change, day, rules):
    record = Citizen(birth_date="2005-06-15", state=state, state_on=change.isoformat())
    assert state_on(record, day) == (state if change <= day else "active")
    told = assess(record, rules, day).reasons[0].code == f"state_{state}"
    assert told == (change <= day)


def test_a_fact_has_no_citation_and_a_condition_has_its_text(rules):
    day = date(2025, 11, 1)
    alive = assess(Citizen(birth_date="2005-06-15"), rules, day)
    dead = assess(Citizen(birth_date="2005-06-15", state="deceased"), rules, day)
    assert alive.reasons[0].basis == "điểm a khoản 2 Mục III Kế hoạch 103/KH-UBND"
    assert dead.reasons[0].basis == ""


@given(day=DAYS, when=DAYS)
def test_a_business_exists_from_its_certificate_on(day, when):
    assert existed(Household(certificate_date=when.isoformat()), day) == (when <= day)
    assert existed(Enterprise(founded=when.isoformat()), day) == (when <= day)
    assert existed(Citizen(birth_date=when.isoformat()), day)


def test_a_business_without_a_date_is_taken_to_exist():
    day = date(2025, 11, 1)
    assert existed(Household(), day)
    assert existed(Enterprise(founded="sang năm"), day)
    assert existed(Enterprise(founded="2025"), day)
    assert not existed(Enterprise(founded="2026"), day)
