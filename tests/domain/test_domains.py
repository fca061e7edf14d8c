"""A domain's way: which step follows which, what each needs, what does not fit."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.domains import (
    HELD,
    NEXT,
    OPEN,
    ZONES,
    can_follow,
    check_registration,
    days_left,
    protected_word,
    usual_expiry,
)
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.domain.records import Registration

TODAY = date(2025, 12, 1)
PROPOSED = Registration(id="p", candidate="hoa", zone="biz.vn", label="taphoahoa", proposed_on="2025-11-01")
REGISTERED = replace(
    PROPOSED, state="registered", state_on="2025-11-10", registered_on="2025-11-10", registrar="iNET",
    expires_on="2027-11-10", confirmed_by="candidate", confirmed_on="2025-11-12",
)  # fmt: skip


def said(registration: Registration, kind: Kind = Kind.HOUSEHOLD, **more: Any) -> list[tuple[str, str, str]]:
    return [
        (item.field, item.code, item.severity.value) for item in check_registration(registration, kind, TODAY, **more)
    ]


def test_the_way_of_a_domain() -> None:
    assert all(set(following) <= NEXT.keys() for following in NEXT.values())
    assert {state for state, following in NEXT.items() if not following} == {"refused", "revoked"}
    assert can_follow("proposed", "guided")
    assert can_follow("proposed", "registered")
    assert can_follow("expired", "in_use")
    assert not can_follow("registered", "refused")
    assert not can_follow("guided", "proposed")
    assert not can_follow("registered", "registered")
    assert not can_follow("none", "guided")
    assert all("refused" in NEXT[state] for state in OPEN)
    assert all("revoked" in NEXT[state] for state in HELD)


def test_complete_ones_have_no_problem() -> None:
    assert said(PROPOSED) == said(REGISTERED) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"proposed_on": ""}, ("proposed_on", "missing", "error")),
        ({"candidate": " "}, ("candidate", "missing", "error")),
        ({"state": "guided"}, ("state_on", "missing", "error")),
        (
            {"state": "submitted", "state_on": "2025-11-02", "registrar": "iNET", "label": ""},
            ("label", "missing", "error"),
        ),
        ({"state": "submitted", "state_on": "2025-11-02"}, ("registrar", "missing_to_know", "hint")),
        ({"state": "refused", "state_on": "2025-11-02"}, ("note", "missing_to_know", "hint")),
        ({"proposed_on": "2025-11"}, ("proposed_on", "date_not_whole", "error")),
        ({"proposed_on": "2025-12-02"}, ("proposed_on", "date_ahead", "error")),
        ({"zone": "id.vn"}, ("zone", "zone_group", "error")),
        ({"label": "tạp hóa"}, ("label", "label_signs", "error")),
        ({"label": "-a"}, ("label", "label_ends", "error")),
    ],
)
def test_what_a_proposal_lacks(changes: dict[str, str], expected: tuple[str, str, str]) -> None:
    assert said(replace(PROPOSED, **changes)) == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"confirmed_by": ""}, ("confirmed_by", "missing", "error")),
        ({"registered_on": ""}, ("registered_on", "missing", "error")),
        ({"registrar": ""}, ("registrar", "missing_to_know", "hint")),
        ({"expires_on": ""}, ("expires_on", "missing_to_know", "hint")),
        ({"expires_on": "2025-11-10"}, ("expires_on", "expires_before_registered", "error")),
        ({"proposed_on": "2025-11-11"}, ("registered_on", "registered_before_proposed", "warning")),
        ({"proposed_on": ""}, None),  # a domain that the office did not propose
        ({"confirmed_on": "2025-11-09"}, ("confirmed_on", "confirmed_before_registered", "warning")),
        ({"confirmed_on": "2025-12-09"}, ("confirmed_on", "date_ahead", "error")),
        ({"state": "in_use", "label": ""}, ("label", "missing", "error")),
        ({"state": "expired", "expires_on": "2025-11-30"}, None),
    ],
)
def test_what_a_registered_one_lacks(changes: dict[str, str], expected: tuple[str, str, str] | None) -> None:
    assert said(replace(REGISTERED, **changes)) == ([expected] if expected else [])


@pytest.mark.parametrize("kind", CANDIDATES)
def test_each_group_has_its_zone(kind: Kind) -> None:
    for zone in ("biz.vn", "id.vn"):
        fits = not said(replace(PROPOSED, zone=zone), kind)
        assert fits is (zone == ZONES[kind])


def test_a_label_of_another_is_told_while_it_is_alive() -> None:
    other = replace(PROPOSED, id="o", candidate="lan")
    assert said(PROPOSED, others=[other]) == [("label", "label_taken", "warning")]
    assert said(PROPOSED, others=[replace(other, state="refused")]) == []
    assert said(PROPOSED, others=[replace(other, zone="id.vn")]) == []
    assert said(PROPOSED, others=[PROPOSED]) == []


def test_one_free_domain_a_subject() -> None:
    had = replace(REGISTERED, id="h", label="hoa", state="revoked", note="x")
    assert said(PROPOSED, others=[had]) == [("candidate", "domain_used", "error")]
    assert said(REGISTERED, others=[had]) == [("candidate", "domain_used", "warning")]
    assert said(PROPOSED, others=[replace(had, candidate="lan")]) == []
    again = replace(PROPOSED, id="a", label="hoa2")
    assert said(PROPOSED, others=[again]) == [("candidate", "proposed_twice", "warning")]
    assert said(PROPOSED, others=[replace(again, state="refused")]) == []
    assert said(replace(PROPOSED, id=""), others=[replace(again, id="")]) == [
        ("candidate", "proposed_twice", "warning")
    ]


def test_protected_names_are_advice() -> None:
    words = ("truongsa", "ubnd")
    assert said(replace(PROPOSED, label="quan-truong-sa"), protected=words) == [("label", "label_protected", "hint")]
    assert protected_word("trườngsa", words) == "truongsa"
    assert protected_word("truong", words) == ""


def test_days_left_and_the_usual_end() -> None:
    assert days_left("2025-12-01", TODAY) == 0
    assert days_left("2025-11-30", TODAY) == -1
    assert days_left("2026-01-01", TODAY) == 31
    assert days_left("2025", TODAY) is None
    assert days_left("", TODAY) is None
    assert usual_expiry("2024-02-29") == "2026-02-28"
    assert usual_expiry("2025-11") == ""


@given(data=st.data(), kind=st.sampled_from(CANDIDATES))
def test_registrations_of_any_content_are_judged(data: st.DataObject, kind: Kind, any_record: Any) -> None:
    one, other = data.draw(any_record(Kind.REGISTRATION)), data.draw(any_record(Kind.REGISTRATION))
    found = check_registration(one, kind, TODAY, [other], ("ubnd",))
    assert all(isinstance(item.severity, Severity) for item in found)
