"""Proposals and registrations of the demo agree with the law and with each other."""

import re
import tomllib
from collections import Counter
from datetime import date

from tests.work.demo_view import share
from vnpresence_desktop import assets
from vnpresence_desktop.domain.checks import missing
from vnpresence_desktop.domain.eligibility import Condition, assess
from vnpresence_desktop.domain.kinds import Kind, Need
from vnpresence_desktop.domain.numbers import check_label
from vnpresence_desktop.domain.records import Candidate, Registration
from vnpresence_desktop.domain.rules import Rule
from vnpresence_desktop.work.demo_commune import DemoCommune


class TestDomains:
    def test_shares_lie_in_the_targets(self, commune: DemoCommune, candidates: dict[str, Candidate]) -> None:
        proposed = Counter(candidates[item.candidate].KIND for item in commune.registrations)
        totals = {figure.kind: figure.total for figure in commune.base_figures}
        for kind, least, most in (("household", 50, 60), ("enterprise", 50, 60), ("citizen", 70, 80)):
            total = totals[kind]
            assert total is not None
            assert least < share(proposed[Kind(kind)], total) < most

    def test_two_thirds_are_registered(self, commune: DemoCommune) -> None:
        registered = sum(bool(item.registered_on) for item in commune.registrations)
        assert 63 < share(registered, len(commune.registrations)) < 72

    def test_everyone_is_proposed_once(self, commune: DemoCommune) -> None:
        assert max(Counter(item.candidate for item in commune.registrations).values()) == 1

    def test_labels_are_lawful_and_given_once(self, commune: DemoCommune) -> None:
        labels = [item.label for item in commune.registrations]
        assert all(label and re.fullmatch(r"[a-z0-9-]+", label) and not check_label(label) for label in labels)
        assert len(labels) == len(set(labels))

    def test_a_zone_goes_with_its_group(self, commune: DemoCommune, candidates: dict[str, Candidate]) -> None:
        for item in commune.registrations:
            youth = candidates[item.candidate].KIND is Kind.CITIZEN
            assert item.zone == ("id.vn" if youth else "biz.vn")
            assert set(item.services) <= ({"website", "email", "blog", "cv"} if youth else {"website", "email"})

    def test_every_state_occurs_and_agrees_with_its_days(self, commune: DemoCommune) -> None:
        registrars = set(tomllib.loads(assets.text("demo/domains.toml"))["registrars"])
        states = Counter(item.state for item in commune.registrations)
        assert set(states) == {"proposed", "guided", "submitted", "registered", "in_use", "refused"}
        for item in commune.registrations:
            assert "2025-10-08" <= item.proposed_on <= item.state_on <= "2025-12-13"
            granted = item.state in ("registered", "in_use")
            assert granted == bool(item.registered_on) == bool(item.expires_on) == bool(item.confirmed_by)
            assert (item.state in ("proposed", "guided")) == (item.registrar == "")
            assert item.registrar in registrars | {""}
            assert bool(item.note) == (item.state == "refused")
            assert_granted(item) if granted else None

    def test_a_proposal_follows_a_session_and_lacks_nothing(
        self, commune: DemoCommune, candidates: dict[str, Candidate], met: dict[str, list[str]]
    ) -> None:
        for item in commune.registrations:
            candidate = candidates[item.candidate]
            assert item.proposed_on >= met[candidate.id][0]
            assert missing(candidate, Need.PROPOSE) == []
            assert (candidate.state, candidate.wish) == ("active", "wants")

    def test_verdicts_are_those_of_their_days(
        self, commune: DemoCommune, candidates: dict[str, Candidate], rules: tuple[Rule, ...]
    ) -> None:
        for item in commune.registrations:
            candidate = candidates[item.candidate]
            then = assess(candidate, rules, date.fromisoformat(item.proposed_on))
            assert (item.proposal_verdict, item.proposal_rule) == (then.condition, then.rule)
            if item.registered_on:
                granted = assess(candidate, rules, date.fromisoformat(item.registered_on))
                assert granted.condition is Condition.ELIGIBLE
                assert (item.registration_verdict, item.registration_rule) == (granted.condition, granted.rule)

    def test_the_plan_s_contradiction_shows(self, commune: DemoCommune) -> None:
        verdicts = Counter(item.proposal_verdict for item in commune.registrations)
        assert set(verdicts) == {"eligible", "confirm", "annex_only"}
        assert verdicts["eligible"] > 1270


def assert_granted(item: Registration) -> None:
    registered = date.fromisoformat(item.registered_on)
    assert item.proposed_on <= item.registered_on <= item.state_on
    assert item.expires_on == registered.replace(year=registered.year + 2).isoformat()
    assert item.confirmed_by in ("candidate", "registrar", "list")
    assert item.state == "registered" or item.services, "what is in use is used for something"
