"""A step of a registration as a form, without a window: what it asks for, what it begins with, what it makes of what is typed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.dates import show
from vnpresence_desktop.domain.domains import HELD, NEXT, OPEN, check_registration
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.domain.records import Registration
from vnpresence_desktop.gui.pages.domain_steps import (
    BUTTONS,
    EDIT,
    PROPOSE,
    WHO,
    Step,
    group,
    offered_end,
    told,
    words,
)

TODAY = "2025-12-15"
PROPOSED = Registration(
    id="r", candidate="shop", zone="biz.vn", label="taphoa", state="proposed", state_on="2025-12-01",
    proposed_on="2025-12-01",
)  # fmt: skip
HELD_ONE = replace(
    PROPOSED, state="in_use", state_on="2025-12-12", registered_on="2025-12-10", registrar="iNET",
    expires_on="2027-12-10", confirmed_by="registrar", confirmed_on="2025-12-10",
)  # fmt: skip
EXPIRED = replace(HELD_ONE, state="expired", state_on="2025-12-14", expires_on="2025-12-14")


def labels(step: Step) -> dict[str, str]:
    return {field.name: field.label for field in group(step, (), ()).fields}


def required(step: Step) -> set[str]:
    return {field.name for field in group(step, (), ()).fields if field.required}


# -- what a step asks for


def test_a_form_says_whose_it_is_first_and_asks_for_the_fields_of_its_step() -> None:
    fields = group(Step("guided", PROPOSED), ("taphoa", "hoa"), ("iNET",)).fields
    assert [field.name for field in fields] == [WHO, "state_on", "label", "note"]
    assert fields[2].label == "Tên miền (đuôi .biz.vn)"
    assert fields[2].choices == (("taphoa", "taphoa"), ("hoa", "hoa"))


def test_straight_to_use_asks_for_the_grant_too_and_a_granted_domain_is_not_asked_again() -> None:
    straight, usual = Step("in_use", PROPOSED), Step("in_use", replace(HELD_ONE, state="registered"))
    assert {"label", "registered_on", "registrar", "expires_on"} <= set(straight.fields)
    assert straight.judges_day
    assert not {"label", "registered_on", "registrar"} & set(usual.fields)
    assert not usual.judges_day


def test_only_an_expired_domain_is_renewed() -> None:
    begun, renewed = Step("in_use", replace(HELD_ONE, state="registered")), Step("in_use", EXPIRED)
    assert (begun.title, begun.button, labels(begun)["state_on"]) == (
        "Đã đưa vào sử dụng", "Đã sử dụng", "Ngày bắt đầu sử dụng",
    )  # fmt: skip
    assert (renewed.title, renewed.button, labels(renewed)["state_on"]) == (
        "Đã gia hạn, tiếp tục sử dụng", "Đã gia hạn", "Ngày gia hạn",
    )  # fmt: skip
    assert labels(Step(EDIT, EXPIRED))["state_on"] == "Ngày hết hạn"


@pytest.mark.parametrize(
    ("step", "wanted"),
    [
        (Step(PROPOSE, PROPOSED), {"proposed_on"}),
        (Step("guided", PROPOSED), {"state_on"}),
        (Step("submitted", PROPOSED), {"state_on", "label"}),
        (Step("registered", PROPOSED), {"label", "registered_on", "confirmed_by"}),
        (Step("revoked", HELD_ONE), {"state_on", "confirmed_by"}),
        (Step(EDIT, HELD_ONE), {"label", "registered_on", "state_on", "confirmed_by"}),
        (Step(EDIT, PROPOSED), {"proposed_on"}),
    ],
    ids=lambda value: value.code if isinstance(value, Step) else "",
)
def test_what_can_t_be_left_out_is_marked(step: Step, wanted: set[str]) -> None:
    assert required(step) == wanted


def test_why_it_ended_is_asked_for_by_its_name() -> None:
    notes = {state: labels(Step(state, HELD_ONE))["note"] for state in ("expired", "revoked")}
    assert notes == {"expired": "Ghi chú", "revoked": "Lý do bị thu hồi"}
    assert labels(Step("refused", PROPOSED))["note"] == "Lý do bị từ chối"


def test_mending_asks_for_the_days_that_the_registration_has_had() -> None:
    days = {"proposed_on", "registered_on", "state_on"}
    registered = replace(HELD_ONE, state="registered", state_on=HELD_ONE.registered_on)
    assert days & set(Step(EDIT, PROPOSED).fields) == {"proposed_on"}
    assert days & set(Step(EDIT, replace(PROPOSED, state="guided")).fields) == {"proposed_on", "state_on"}
    assert days & set(Step(EDIT, registered).fields) == {"proposed_on", "registered_on"}
    assert days & set(Step(EDIT, HELD_ONE).fields) == days
    assert days & set(Step(EDIT, EXPIRED).fields) == days


def test_a_fault_elsewhere_gets_its_field_and_a_hint_none() -> None:
    step = Step("refused", PROPOSED)
    grave = [problem("label", "label_taken", Severity.ERROR), problem("candidate", "second", Severity.WARNING)]
    assert step.with_faults(grave).fields == ("state_on", "note", "label")
    assert step.with_faults([problem("label", "label_room", Severity.HINT)]) == step


# -- what stands in it


def test_a_step_begins_on_its_day_with_what_confirms_it() -> None:
    begun = Step("registered", PROPOSED).begun(TODAY)
    assert (begun.state, begun.registered_on, begun.confirmed_on) == ("registered", TODAY, TODAY)
    assert Step("guided", PROPOSED).begun(TODAY).confirmed_on == ""
    assert Step(EDIT, HELD_ONE).begun(TODAY) == HELD_ONE


@pytest.mark.parametrize(
    ("expires_on", "state_on"),
    [
        ("2025-12-14", "2025-12-14"),  # it ended yesterday, whenever that is recorded
        ("2025-12-15", TODAY),
        ("2026-02-01", TODAY),  # given up before its end
        ("", TODAY),
        ("2025", TODAY),
    ],
)
def test_an_expired_domain_ended_on_its_last_day(expires_on: str, state_on: str) -> None:
    assert Step("expired", replace(HELD_ONE, expires_on=expires_on)).begun(TODAY).state_on == state_on
    revoked = Step("revoked", replace(HELD_ONE, expires_on=expires_on)).begun(TODAY)
    assert revoked.state_on == TODAY


def test_what_is_typed_becomes_the_registration_and_a_label_is_kept_as_it_is_meant() -> None:
    step = Step("registered", PROPOSED)
    values = dict.fromkeys(step.fields, None) | {
        "label": "https://Tap-Hoa.biz.vn/", "registered_on": "2025-12-10", "accepted": (), "registrar": "iNET",
    }  # fmt: skip
    made = step.typed({**values}, TODAY)  # type: ignore[arg-type]
    assert (made.label, made.registered_on, made.state, made.registrar) == (
        "tap-hoa", "2025-12-10", "registered", "iNET",
    )  # fmt: skip
    assert made.state_on == "2025-12-10"  # a state that has a day of its own began on it
    assert (made.services, made.note, made.id) == ((), "", "r")


def test_a_day_of_the_state_that_is_asked_for_is_as_typed() -> None:
    step = Step("in_use", PROPOSED)
    values = dict.fromkeys(step.fields, "") | {
        "registered_on": "2025-12-02", "state_on": "2025-12-09", "accepted": (), "services": ("website",),
    }  # fmt: skip
    made = step.typed(values, TODAY)
    assert (made.registered_on, made.state_on, made.services) == ("2025-12-02", "2025-12-09", ("website",))


@given(data=st.data(), today=st.dates().map(lambda day: day.isoformat()))
def test_every_step_that_may_follow_can_be_asked_for_and_begun(data: st.DataObject, today: str) -> None:
    state = data.draw(st.sampled_from([state for state in NEXT if NEXT[state]]))
    kept = replace(HELD_ONE, state=state, expires_on=data.draw(st.dates().map(str) | st.just("")))
    step = Step(data.draw(st.sampled_from(NEXT[state])), kept)
    asked = [field.name for field in group(step, (), ()).fields]
    assert asked == [WHO, *step.fields]
    assert len(set(asked)) == len(asked)
    assert step.begun(today).state == step.state == step.code
    assert step.button in {*BUTTONS.values(), "Đã gia hạn"}
    assert (step.state in OPEN) == (step.code in OPEN)
    assert ("registered_on" in step.fields) == (state in OPEN and step.code in HELD)


# -- what is said under them


def test_how_much_room_is_left_is_said_where_nothing_is_wrong() -> None:
    (hint,) = told(PROPOSED, [])
    assert (hint.field, hint.severity) == ("label", Severity.HINT)
    assert words(hint).startswith("Hợp lệ, còn ")
    assert int(words(hint).split()[3]) == 63 - len(PROPOSED.label)
    wrong = check_registration(replace(PROPOSED, label="-hoa"), Kind.HOUSEHOLD, date.fromisoformat(TODAY), [], ())
    assert told(replace(PROPOSED, label="-hoa"), wrong) == list(wrong) != []
    assert told(replace(PROPOSED, label=""), []) == []
    other: list[Any] = [problem("note", "x", Severity.WARNING)]
    assert [item.field for item in told(PROPOSED, other)] == ["note", "label"]


def test_the_end_of_the_free_years_is_offered_once() -> None:
    day, said = offered_end(replace(HELD_ONE, expires_on=""))
    assert (day, said) == ("2027-12-10", f"Ghi hết hạn {show('2027-12-10')} (đủ 2 năm)")
    assert offered_end(HELD_ONE) == ("", "")
    assert offered_end(PROPOSED) == ("", "")
    assert offered_end(replace(HELD_ONE, registered_on="2025-12", expires_on="")) == ("", "")
