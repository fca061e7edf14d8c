"""Two records become one: nothing is lost, nothing dangles, figures count one less at most, one step back undoes it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.work.desks import new_desk, put
from tests.work.test_twins import FIRM, SHOP, YOUTH
from vnpresence_desktop.domain import figures
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.figures import Span
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import (
    TYPES,
    Citizen,
    Distinction,
    Household,
    Reach,
    Record,
    Registration,
    Session,
    Support,
    reach_id,
)
from vnpresence_desktop.store.acts import next_undo
from vnpresence_desktop.store.undoing import undo
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.merging import merge, merge_preview
from vnpresence_desktop.work.quarter import read_register
from vnpresence_desktop.work.twins import Differing, not_the_same

TWIN = Household(id="twin", name="Tạp hoá Bảy Đông", owner="Lê Thị Hòa", hamlet="Ấp Hai", phone="0909999999",
                 email="hoa@example.vn", wish="wants", wish_on="2025-11-01", unconfirmed=("email", "phone"),
                 accepted=("email:email_form:đúng vậy", "phone:phone_form:x"))  # fmt: skip
SESSIONS = tuple(
    Session(id=f"s{number}", date="2025-11-0{number}", form="conference", topic="T", place="P", host="H", tasks=("I.6",),
            officials=0, households=1, enterprises=0, youths=0, others=0, recorder="R")
    for number in (1, 2)
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        put(made, SHOP, TWIN, FIRM, YOUTH, *SESSIONS)
        yield made


def everything(desk: Desk) -> dict[tuple[Kind, str], Any]:
    return {(kind, item.id): to_values(item) for kind in TYPES for item in desk.store.all(kind)}


def test_a_preview_says_what_would_happen(desk: Desk) -> None:
    put(desk, Reach(session="s1", candidate="twin"), Support(candidate="twin", date="2025-11-01", channel="phone"))
    put(desk, Registration(candidate="twin", zone="biz.vn", proposed_on="2025-11-02"))
    not_the_same(desk, "twin", "youth")
    before = everything(desk)
    found = merge_preview(desk, "shop", "twin")
    assert (found.keep, found.gone, found.hindrance) == (SHOP, TWIN, "")
    assert found.filled == ("email", "wish", "wish_on")
    assert found.differing == (Differing("hamlet", "Ấp Một", "Ấp Hai"), Differing("phone", "0909123456", "0909999999"))
    assert found.moved == {Kind.REACH: 1, Kind.REGISTRATION: 1, Kind.SUPPORT: 1, Kind.DISTINCTION: 1}
    assert everything(desk) == before


def test_blanks_are_filled_and_choices_made(desk: Desk) -> None:
    merged = merge(desk, "shop", "twin", {"phone": "0909999999"})
    assert merged == desk.store.get(Household, "shop") == replace(
        SHOP, phone="0909999999", email="hoa@example.vn", wish="wants", wish_on="2025-11-01",
        unconfirmed=("email", "phone"), accepted=("email:email_form:đúng vậy", "phone:phone_form:x"),
    )  # fmt: skip
    assert desk.store.get(Household, "twin") is None


def test_a_state_comes_with_its_day(desk: Desk) -> None:
    put(desk, replace(TWIN, state="suspended", state_on="2025-11-05"))
    assert "state_on" not in merge_preview(desk, "shop", "twin").filled
    merged = merge(desk, "shop", "twin", {"state": "suspended"})
    assert (merged.state, merged.state_on) == ("suspended", "2025-11-05")


def test_a_state_that_stays_takes_no_day_of_the_other(desk: Desk) -> None:
    put(desk, replace(TWIN, state="suspended", state_on="2025-11-05"))
    assert merge(desk, "shop", "twin", {}).state_on == ""


def test_everything_moves_and_a_pair_counts_once(desk: Desk) -> None:
    put(desk, *(Reach(session=session, candidate=one) for session in ("s1", "s2") for one in ("twin",)))
    put(desk, Reach(session="s1", candidate="shop"), Support(id="u", candidate="twin", date="2025-11-01"))
    put(desk, Registration(id="r", candidate="twin", zone="biz.vn", label="x", proposed_on="2025-11-02"))
    for third in ("shop", "firm"):
        not_the_same(desk, "twin", third)
    merge(desk, "shop", "twin", {})
    assert {item.id for item in desk.store.all(Reach)} == {reach_id("s1", "shop"), reach_id("s2", "shop")}
    assert [item.candidate for item in (*desk.store.all(Support), *desk.store.all(Registration))] == ["shop", "shop"]
    assert [{item.one, item.other} for item in desk.store.all(Distinction)] == [{"shop", "firm"}]


def test_the_act_names_the_record_that_stays_and_no_person(desk: Desk) -> None:
    desk.store.keep_draft("household:twin", "{}")
    merge(desk, "shop", "twin", {})
    last = desk.store.history("twin")[-1]
    assert last.reason == "Gộp hai hồ sơ trùng"
    assert last.changes == {"deleted": (0, 1)}
    assert {item.act for item in desk.store.history("shop")[1:]} == {last.act}
    assert desk.store.drafts() == []


def test_what_can_t_be_merged_is_said_and_nothing_is_written(desk: Desk) -> None:
    put(desk, Registration(candidate="twin", zone="biz.vn", label="hai", registered_on="2025-11-02"))
    put(desk, Registration(candidate="shop", zone="biz.vn", label="mot", registered_on="2025-11-03"))
    before = everything(desk)
    assert merge_preview(desk, "shop", "twin").hindrance.startswith("Cả hai đều đã được cấp tên miền miễn phí")
    for keep, gone, choices, why in (
        ("shop", "twin", {}, r"mot\.biz\.vn và hai\.biz\.vn"),
        ("shop", "firm", {}, "cùng một nhóm"),
        ("shop", "shop", {}, "hai hồ sơ khác nhau"),
        ("shop", "nobody", {}, "không còn trong sổ"),
    ):
        with pytest.raises(UserError, match=why):
            merge(desk, keep, gone, choices)
    assert everything(desk) == before


def test_a_merged_record_must_be_right(desk: Desk) -> None:
    with pytest.raises(UserError, match="chủ hộ"):
        merge(desk, "shop", "twin", {"owner": ""})


# -- whatever belongs to them

_DAYS = st.sampled_from(["", "2025-10-20", "2025-11-05", "2025-12-01"])
_ONE = st.sampled_from(["a", "b", "c"])
_REACHES = st.builds(Reach, session=st.sampled_from(["s1", "s2"]), candidate=_ONE)
_REGISTRATIONS = st.builds(
    Registration, candidate=_ONE, zone=st.just("id.vn"), state=st.sampled_from(["proposed", "refused", "registered"]),
    state_on=_DAYS, proposed_on=_DAYS, registered_on=_DAYS,
)  # fmt: skip
_SUPPORTS = st.builds(Support, candidate=_ONE, date=_DAYS)
_PAIRS = st.sampled_from([("a", "b"), ("b", "c"), ("a", "c")]).map(lambda pair: Distinction(one=pair[0], other=pair[1]))
_RECORDS = st.lists(st.one_of(_REACHES, _REGISTRATIONS, _SUPPORTS, _PAIRS), max_size=8)
_SPAN = Span(*(date(2025, month, day) for month, day in ((10, 3), (12, 14))))
_PERSON = Citizen(name="Lê Mơ", birth_date="2005-01-02", hamlet="Ấp Một", basis="consent")


def _counted(desk: Desk) -> dict[str, int]:
    found = figures.count(read_register(desk), desk.rules, "2025-Q4", _SPAN, _SPAN.first)
    return {item.id: item.cumulative.value for item in found}


def _dangling(desk: Desk) -> list[Record]:
    there = {record.id for record in desk.store.all(Citizen)}
    pointing = [*desk.store.all(Reach), *desk.store.all(Registration), *desk.store.all(Support)]
    lost: list[Record] = [item for item in pointing if item.candidate not in there]
    return lost + [item for item in desk.store.all(Distinction) if not {item.one, item.other} <= there]


@settings(max_examples=15, deadline=None, derandomize=True)
@given(records=_RECORDS)
def test_whatever_is_merged(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_desk(tmp_path_factory.mktemp("merge")) as made:
        put(made, *(replace(_PERSON, id=one) for one in "abc"), *SESSIONS, *records)
        before, counted = everything(made), _counted(made)
        if merge_preview(made, "a", "b").hindrance:
            with pytest.raises(UserError):
                merge(made, "a", "b", {})
            assert everything(made) == before
            return
        merge(made, "a", "b", {})
        assert _dangling(made) == []
        for name, value in _counted(made).items():
            least = counted[name] - (name.split("_")[0] in ("present", "eligible", "reached", "proposed"))
            assert least <= value <= counted[name], name
        act = next_undo(made.store)
        assert act is not None
        undo(made.store, act.id)
        assert everything(made) == before
