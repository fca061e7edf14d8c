"""The life of a registration: each step with its day, the steps ahead, and steps that were taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from tests.work.test_domains import GRANTED, PEOPLE
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.work import domains, undoing
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.domain_life import life


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, "2025-12-15") as made:
        put(made, *PEOPLE)
        yield made


def told(desk: Desk, item: Registration) -> list[str]:
    return [
        f"{stop.state} {stop.on}".strip() if stop.reached else f"({stop.state}{stop.on})" for stop in life(desk, item)
    ]


def test_steps_keep_their_days_and_those_ahead_have_none(desk: Desk) -> None:
    one = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    assert told(desk, one) == ["proposed 2025-12-01", "(guided)", "(submitted)", "(registered)", "(in_use)"]
    domains.advance(desk, one.id, "guided", "2025-12-02")
    one = domains.advance(desk, one.id, "submitted", "2025-12-03")
    assert told(desk, one) == [
        "proposed 2025-12-01", "guided 2025-12-02", "submitted 2025-12-03", "(registered)", "(in_use)",
    ]  # fmt: skip


def test_what_was_skipped_is_left_out(desk: Desk) -> None:
    one = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    one = domains.advance(desk, one.id, "in_use", "2025-12-09", registered_on="2025-12-08", **GRANTED)
    assert told(desk, one) == ["proposed 2025-12-01", "registered 2025-12-08", "in_use 2025-12-09"]


def test_an_end_stands_behind_what_was_reached(desk: Desk) -> None:
    one = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    domains.advance(desk, one.id, "registered", "2025-12-08", **GRANTED)
    domains.advance(desk, one.id, "expired", "2025-12-09")
    one = domains.advance(desk, one.id, "revoked", "2025-12-10", note="x")
    assert told(desk, one) == ["proposed 2025-12-01", "registered 2025-12-08", "revoked 2025-12-10"]
    other = domains.propose(desk, "youth", proposed_on="2025-12-01")
    other = domains.advance(desk, other.id, "refused", "2025-12-02", note="x")
    assert told(desk, other) == ["proposed 2025-12-01", "refused 2025-12-02"]


def test_a_renewed_domain_is_in_use_since_then(desk: Desk) -> None:
    one = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    domains.advance(desk, one.id, "registered", "2025-12-08", **GRANTED)
    domains.advance(desk, one.id, "expired", "2025-12-09")
    one = domains.advance(desk, one.id, "in_use", "2025-12-10")
    assert told(desk, one)[-1] == "in_use 2025-12-10"
    assert not any(step.startswith("expired") for step in told(desk, one))


def test_a_step_that_was_taken_back_did_not_happen(desk: Desk) -> None:
    one = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    domains.advance(desk, one.id, "guided", "2025-12-02")
    domains.advance(desk, one.id, "submitted", "2025-12-03")
    undoing.undo(desk)
    kept = desk.store.get(Registration, one.id)
    assert kept
    assert told(desk, kept) == [
        "proposed 2025-12-01", "guided 2025-12-02", "(submitted)", "(registered)", "(in_use)",
    ]  # fmt: skip


def test_a_refusal_stands_behind_the_steps_that_stand(desk: Desk) -> None:
    one = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    domains.advance(desk, one.id, "submitted", "2025-12-03")
    undoing.undo(desk)
    one = domains.advance(desk, one.id, "refused", "2025-12-04", note="x")
    assert told(desk, one) == ["proposed 2025-12-01", "refused 2025-12-04"]


def test_a_day_that_was_mended_counts_as_mended(desk: Desk) -> None:
    from dataclasses import replace

    one = domains.propose(desk, "firm", label="lua", proposed_on="2025-12-01")
    one = domains.advance(desk, one.id, "guided", "2025-12-02")
    one = domains.keep(desk, replace(one, state_on="2025-12-04", proposed_on="2025-11-30"))
    assert told(desk, one)[:2] == ["proposed 2025-11-30", "guided 2025-12-04"]


def test_what_came_from_a_list_begins_with_its_grant(desk: Desk) -> None:
    put(desk, Registration(id="r", candidate="firm", zone="biz.vn", label="lua", state="registered", state_on="2025-12-01",
                           registered_on="2025-12-01"))  # fmt: skip
    one = desk.store.get(Registration, "r")
    assert one
    assert told(desk, one) == ["registered 2025-12-01", "(in_use)"]
