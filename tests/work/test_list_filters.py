"""Choices of a list: put on, taken off, told in words, counted; what each shows is what its count says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.filters import Filter, OneOf
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import Citizen, Household, Reach, Registration
from vnpresence_desktop.work import lists
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.list_census import census
from vnpresence_desktop.work.list_filters import EXCLUSIVE, Part, Wanted, clear, drop, parts, words
from vnpresence_desktop.work.list_filters import put as put_on

CODES = {
    "condition": ("eligible", "not_eligible"),
    "domain": ("none", "open", "held", "ended"),
    "reached": ("yes", "no"),
    "hamlet": ("Ấp Một", "Ấp Hai"),
    "state": ("active", "moved"),
    "wish": ("wants", "unknown"),
    "source": ("typed", "file:ho.xlsx"),
    "missing": ("phone", "email"),
    "doubt": ("unconfirmed", "accepted"),
    "since": ("2025-11-01", "2025-12-01"),
}
PARTS = st.sampled_from([Part(group, code) for group, codes in CODES.items() for code in codes])


@given(st.lists(PARTS), PARTS)
def test_what_is_put_on_stands_and_can_be_taken_off(before: list[Part], part: Part) -> None:
    wanted = Wanted(Filter(text="lan"))
    for one in before:
        wanted = put_on(wanted, one)
    kept = set(parts(wanted))
    narrowed = put_on(wanted, part)
    others = {one for one in kept if not (one.group == part.group and part.group in EXCLUSIVE)}
    assert set(parts(narrowed)) == others | {part}
    assert set(parts(drop(narrowed, part))) == others - {part}
    assert put_on(narrowed, part) == narrowed
    assert clear(narrowed) == Wanted(Filter(text="lan"))


def test_the_order_of_choosing_does_not_matter() -> None:
    one, other = Part("state", "active"), Part("hamlet", "Ấp Một")
    assert put_on(put_on(Wanted(), one), other).filter == put_on(put_on(Wanted(), other), one).filter
    assert put_on(put_on(Wanted(), one), other).filter.one_of == (
        OneOf("hamlet", ("Ấp Một",)),
        OneOf("state", ("active",)),
    )


def test_choices_speak_for_themselves() -> None:
    said = {part: words(Kind.HOUSEHOLD, part) for group, codes in CODES.items() for part in [Part(group, codes[0])]}
    assert said == {
        Part("condition", "eligible"): "Đủ điều kiện",
        Part("domain", "none"): "Chưa có tên miền",
        Part("reached", "yes"): "Đã tiếp cận",
        Part("hamlet", "Ấp Một"): "Ấp Một",
        Part("state", "active"): "Đang hoạt động",
        Part("wish", "wants"): "Có nhu cầu",
        Part("source", "typed"): "Nhập tay",
        Part("missing", "phone"): "Thiếu số điện thoại",
        Part("doubt", "unconfirmed"): "Chưa đối chiếu giấy tờ",
        Part("since", "2025-11-01"): "Sửa từ 01/11/2025",
    }
    assert words(Kind.CITIZEN, Part("state", "active")) == "Đang cư trú"
    assert words(Kind.HOUSEHOLD, Part("source", "file:ho.xlsx")) == "Danh sách “ho.xlsx”"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        certificate = {"certificate_no": "57A8012345", "certificate_date": "2020-01-02"}
        put(
            desk,
            Household(id="an", name="An", owner="An", hamlet="Ấp Một", phone="0912345678", **certificate),
            Household(id="ba", name="Ba", owner="Ba", hamlet="Ấp Hai", source="file:ho.xlsx", unconfirmed=("phone",)),
            Household(id="ca", name="Ca", owner="Ca", hamlet="Ấp Một", state="ceased", wish="wants",
                      accepted=("phone:phone_form:hỏi sau",), **certificate),
            Citizen(id="mo", name="Mơ", birth_date="2005-01-02", hamlet="Ấp Một"),
            Registration(id="r1", candidate="an", zone="biz.vn", label="an"),
            Registration(id="r2", candidate="ca", zone="biz.vn", label="ca", state="refused"),
            Registration(id="r3", candidate="ca", zone="biz.vn", label="caca", state="in_use"),
            Reach(session="s1", candidate="an"),
            Reach(session="s2", candidate="an"),
        )  # fmt: skip
        yield desk


def test_every_choice_shows_as_many_as_its_count_says(desk: Desk) -> None:
    for kind in CANDIDATES:
        counted = census(desk, kind)
        for part, count in counted.counts.items():
            wanted = put_on(Wanted(), part)
            shown = lists.search(desk, kind, wanted.filter, counted.among(wanted.conditions))
            assert len(shown) == count, part


def test_the_choices_there_are(desk: Desk) -> None:
    found = census(desk, Kind.HOUSEHOLD)
    assert set(found.codes("hamlet")) == {"Ấp Một", "Ấp Hai"}
    assert set(found.codes("source")) == {"typed", "file:ho.xlsx"}
    assert found.counts[Part("reached", "no")] == 2
    assert {code: sorted(ids) for code, ids in found.conditions.items()} == {
        "eligible": ["an"], "undetermined": ["ba"], "not_eligible": ["ca"],
    }  # fmt: skip
    assert found.among(()) is None
    assert found.among(("eligible", "undetermined")) == {"an", "ba"}


def test_a_census_can_be_stopped(desk: Desk) -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        census(desk, Kind.HOUSEHOLD, stop)
