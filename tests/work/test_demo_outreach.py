"""Sessions, reaches, supports and wishes of the demo agree with each other."""

from collections import Counter
from datetime import date

import pytest

from tests.work.demo_view import person, share
from vnpresence_desktop.domain.eligibility import existed, state_on
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import Candidate
from vnpresence_desktop.work.demo_commune import DemoCommune


class TestOutreach:
    def test_sessions_fill_the_quarter_in_order(self, commune: DemoCommune) -> None:
        dates = [session.date for session in commune.sessions]
        assert dates == sorted(dates)
        assert (dates[0], dates[-1]) == ("2025-10-06", "2025-12-12")

    def test_heads_are_those_met_by_name_and_some_guests(
        self, commune: DemoCommune, candidates: dict[str, Candidate]
    ) -> None:
        heads = Counter((reach.session, candidates[reach.candidate].KIND) for reach in commune.reaches)
        for session in commune.sessions:
            for kind, counted in zip(
                CANDIDATES, (session.households, session.enterprises, session.youths), strict=True
            ):
                assert counted is not None
                assert 0 <= counted - heads[session.id, kind] <= 24

    def test_broadcasts_reach_nobody_by_name(self, commune: DemoCommune) -> None:
        quiet = {session.id for session in commune.sessions if session.form in ("loudspeaker", "article")}
        assert len(quiet) == 3
        assert all((session.broadcasts or 0) > 0 for session in commune.sessions if session.id in quiet)
        assert not quiet & {reach.session for reach in commune.reaches}

    @pytest.mark.parametrize(("group", "percent"), [("households", 87), ("enterprises", 95.6), ("citizens", 85)])
    def test_nearly_everyone_was_reached(
        self, commune: DemoCommune, met: dict[str, list[str]], group: str, percent: float
    ) -> None:
        members = getattr(commune, group)
        assert share(sum(item.id in met for item in members), len(members)) == percent

    def test_who_was_met_was_there(self, candidates: dict[str, Candidate], met: dict[str, list[str]]) -> None:
        for candidate, days in met.items():
            for day in map(date.fromisoformat, days):
                assert existed(candidates[candidate], day)
                assert state_on(candidates[candidate], day) == "active"

    def test_hamlet_sessions_met_their_own_people(self, commune: DemoCommune, candidates: dict[str, Candidate]) -> None:
        visit = next(session for session in commune.sessions if session.place == "Ấp Tân Long, Tân Long A, Tân Nhơn")
        hamlets = {candidates[reach.candidate].hamlet for reach in commune.reaches if reach.session == visit.id}
        assert hamlets == {"Ấp Tân Long", "Ấp Tân Long A", "Ấp Tân Nhơn"}

    def test_help_followed_a_session(
        self, commune: DemoCommune, candidates: dict[str, Candidate], met: dict[str, list[str]]
    ) -> None:
        for support in commune.supports:
            assert support.date >= met[support.candidate][0]
            assert support.person == person(candidates[support.candidate])
        assert {candidates[support.candidate].KIND for support in commune.supports} >= {Kind.HOUSEHOLD, Kind.CITIZEN}

    def test_a_wish_is_known_only_from_those_met(
        self, candidates: dict[str, Candidate], met: dict[str, list[str]]
    ) -> None:
        for item in candidates.values():
            assert (item.wish == "unknown") == (not item.wish_on)
            assert (item.id in met) or item.wish in ("unknown", "unreachable")
            assert (item.wish == "has_site") == bool(item.website)
