"""The bin and what points at what: nothing that is there points at something deleted."""

import dataclasses
from collections.abc import Callable

import pytest

from tests.store.undoing import ctrl_z, drop, everything, keep
from vnpresence_desktop.domain.fields import column, fields
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import (
    TYPES,
    Citizen,
    Distinction,
    Household,
    Reach,
    Registration,
    Session,
    Support,
    distinction_id,
    reach_id,
)
from vnpresence_desktop.store import bin as trash
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.references import REFERENCES, by_kind, dangling, referring
from vnpresence_desktop.store.store import Store

Make = Callable[..., Household]


@pytest.fixture
def people(store: Store, household: Make, citizen: Citizen) -> tuple[Household, Citizen]:
    return keep(store, household()), keep(store, citizen)


def bring_back(store: Store, kind: Kind, *ids: str) -> trash.Return:
    back = trash.coming_back(store, kind, ids)
    with store.unit("Khôi phục") as unit:
        for home, record in back.records:
            unit.change(home, record, {"deleted": 0})
    return back


# -- who points at whom


@pytest.mark.parametrize(("kind", "name", "there"), REFERENCES)
def test_every_reference_is_one_that_the_check_proves(
    store: Store, kind: Kind, name: str, there: tuple[Kind, ...]
) -> None:
    attribute = next(info.attribute for info in fields(kind) if info.name == column(name))
    with store.unit() as unit:
        lost = unit.put(TYPES[kind](**{attribute: "không có"}))
    assert [(item.code, item.record) for item in check(store)] == [("reference", lost.id)]
    assert set(there) <= {*CANDIDATES, Kind.SESSION}


def test_who_points_at_some(store: Store, people: tuple[Household, Citizen], session: Session) -> None:
    shop, girl = people
    held = keep(store, session)
    with store.unit() as unit:
        reach = unit.put(Reach(session=held.id, candidate=girl.id))
        domain = unit.put(Registration(candidate=girl.id, zone="id.vn"))
        unit.put(Support(candidate=""))
        pair = unit.put(Distinction(one=girl.id, other=shop.id))
    with store.snapshot() as connection:
        assert set(referring(connection, Kind.CITIZEN, [girl.id])) == {
            (Kind.REACH, reach.id, girl.id), (Kind.REGISTRATION, domain.id, girl.id),
            (Kind.DISTINCTION, pair.id, girl.id),
        }  # fmt: skip
        assert list(referring(connection, Kind.HOUSEHOLD, [shop.id])) == [(Kind.DISTINCTION, pair.id, shop.id)]
        assert list(referring(connection, Kind.SESSION, [held.id])) == [(Kind.REACH, reach.id, held.id)]
        assert list(referring(connection, Kind.CITIZEN, [])) == []
        assert list(referring(connection, Kind.CITIZEN, [girl.id], deleted=True)) == []


def test_many_ids_are_asked_for_in_portions(store: Store, household: Make) -> None:
    with store.unit() as unit:
        shops = [unit.put(household(number)) for number in range(1_100)]
        for shop in shops:
            unit.put(Support(candidate=shop.id))
    with store.snapshot() as connection:
        found = {at for _, _, at in referring(connection, Kind.HOUSEHOLD, [shop.id for shop in shops])}
    assert found == {shop.id for shop in shops}


def test_who_would_dangle(store: Store, people: tuple[Household, Citizen], session: Session) -> None:
    _, girl = people
    held = keep(store, session)
    reach = keep(store, Reach(session=held.id, candidate=girl.id))
    free = keep(store, Support(person="khách"))
    with store.snapshot() as connection:
        assert list(dangling(connection, Kind.REACH, [reach.id])) == []
    drop(store, (Kind.SESSION, held.id))
    with store.snapshot() as connection:
        assert list(dangling(connection, Kind.REACH, [reach.id])) == [(reach.id, held.id)]
        assert list(dangling(connection, Kind.SUPPORT, [free.id])) == []
        assert list(dangling(connection, Kind.HAMLET, ["x"])) == []


def test_records_are_sorted_by_kind() -> None:
    pairs = [(Kind.REACH, "1"), (Kind.SUPPORT, "2"), (Kind.REACH, "3")]
    assert by_kind(pairs) == {Kind.REACH: ["1", "3"], Kind.SUPPORT: ["2"]}


# -- the bin


def test_what_is_deleted_lies_in_the_bin_with_who_and_why(store: Store, people: tuple[Household, Citizen]) -> None:
    shop, girl = people
    assert trash.count(store) == {}
    with store.unit("Trùng hồ sơ") as unit:
        unit.delete(Kind.HOUSEHOLD, shop.id)
    assert trash.count(store) == {Kind.HOUSEHOLD: 1}
    assert trash.some(store, Kind.HOUSEHOLD, [shop.id, girl.id, "x"]) == [
        trash.Deleted(shop, "2026-01-05T08:30:00+07:00", "Lan", "Trùng hồ sơ"), None, None,
    ]  # fmt: skip
    assert trash.some(store, Kind.CITIZEN, [girl.id]) == [None]
    assert trash.kept(store, Kind.HOUSEHOLD, shop.id) == shop
    assert trash.kept(store, Kind.HOUSEHOLD, "x") is None


def test_looking_at_a_deleted_record_does_not_change_who_deleted_it(
    store: Store, people: tuple[Household, Citizen]
) -> None:
    shop, girl = people
    drop(store, (Kind.HOUSEHOLD, shop.id))
    drop(store, (Kind.CITIZEN, girl.id))
    store.actor = "Hoa"
    with store.unit() as unit:
        unit.note("view_full", "xem", shop.id)
    (found,) = trash.some(store, Kind.HOUSEHOLD, [shop.id])
    assert found
    assert found.actor == "Lan"


def test_pairs_lie_in_no_bin_of_their_own(store: Store, people: tuple[Household, Citizen]) -> None:
    shop, girl = people
    keep(store, Distinction(one=shop.id, other=girl.id))
    drop(store, (Kind.DISTINCTION, distinction_id(shop.id, girl.id)))
    assert trash.count(store) == {}


def test_kinds_that_are_not_searched_show_all(store: Store, session: Session) -> None:
    held = keep(store, session), keep(store, dataclasses.replace(session, topic="khác"))
    drop(store, *((Kind.SESSION, item.id) for item in held))
    assert set(trash.ids(store, Kind.SESSION, "khong tim duoc")) == {item.id for item in held}


def test_several_come_back_with_what_joins_them(
    store: Store, people: tuple[Household, Citizen], session: Session
) -> None:
    shop, girl = people
    held = keep(store, session)
    keep(store, Reach(session=held.id, candidate=girl.id))
    keep(store, Distinction(one=shop.id, other=girl.id))
    before = everything(store)
    reach, pair = reach_id(held.id, girl.id), distinction_id(shop.id, girl.id)
    drop(
        store, (Kind.REACH, reach), (Kind.DISTINCTION, pair), (Kind.CITIZEN, girl.id), (Kind.HOUSEHOLD, shop.id)
    )  # fmt: skip
    alone = trash.coming_back(store, Kind.CITIZEN, [girl.id])
    assert set(alone.records) == {(Kind.CITIZEN, girl.id), (Kind.REACH, reach)}
    assert bring_back(store, Kind.HOUSEHOLD, shop.id).records == ((Kind.HOUSEHOLD, shop.id),)
    bring_back(store, Kind.CITIZEN, girl.id)
    assert everything(store) == before
    assert check(store) == []


def test_what_points_at_something_deleted_names_it(store: Store, people: tuple[Household, Citizen]) -> None:
    _, girl = people
    domain = keep(store, Registration(candidate=girl.id, zone="id.vn"))
    drop(store, (Kind.REGISTRATION, domain.id), (Kind.CITIZEN, girl.id))
    back = trash.coming_back(store, Kind.REGISTRATION, [domain.id, "x"])
    assert (back.records, back.gone) == ((), {domain.id: girl.id})


def test_bringing_back_is_an_act_that_can_be_undone(store: Store, people: tuple[Household, Citizen]) -> None:
    shop, _ = people
    drop(store, (Kind.HOUSEHOLD, shop.id))
    bring_back(store, Kind.HOUSEHOLD, shop.id)
    assert store.get(Household, shop.id) == shop
    assert ctrl_z(store) == "Khôi phục"
    assert trash.ids(store, Kind.HOUSEHOLD) == [shop.id]
    assert ctrl_z(store) == "Xóa"
    assert store.get(Household, shop.id) == shop
