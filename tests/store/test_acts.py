"""Acts, undo and redo: what the log says of them, against a model, across windows and restarts."""

import dataclasses
import itertools
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from tests.store.undoing import ctrl_y, ctrl_z, drop, everything, keep, newest, refusal
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import (
    Citizen,
    Hamlet,
    Household,
    Office,
    Reach,
    ReportRecord,
    Session,
    Support,
    reach_id,
)
from vnpresence_desktop.store import bin as trash
from vnpresence_desktop.store.acts import acts, next_undo
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.operations import milliseconds
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.undoing import undo

if TYPE_CHECKING:
    from tests.store.conftest import FakeClock, Place

Make = Callable[..., Household]


# -- reading


def test_an_act_says_who_did_what_to_how_many(store: Store, household: Make, citizen: Citizen) -> None:
    one, two = household(1), household(2)
    with store.unit("Nhập danh sách") as unit:
        one, two = unit.put(one), unit.put(two)
        unit.note("export", "giữa chừng")
        gone = unit.put(citizen)
        unit.delete(Kind.CITIZEN, gone.id)
    with store.unit("Sửa") as unit:
        unit.put(dataclasses.replace(one, phone=""))
        unit.delete(Kind.HOUSEHOLD, two.id)
    keep(store, two, reason="Đưa lại")
    restored, changed, first = acts(store).acts
    assert [(item.kind, item.how, item.records) for item in first.counts] == [
        (Kind.CITIZEN, "created", 1), (Kind.CITIZEN, "deleted", 1), (Kind.HOUSEHOLD, "created", 2),
    ]  # fmt: skip
    assert [(item.how, item.record) for item in changed.counts] == [("changed", one.id), ("deleted", two.id)]
    assert [(item.how, item.record) for item in restored.counts] == [("restored", two.id)]
    assert (first.reason, first.actor, first.at, first.site) == (
        "Nhập danh sách", "Lan", "2026-01-05T08:30:00+07:00", store.site,
    )  # fmt: skip


def test_looking_is_no_act(store: Store, household: Make) -> None:
    keep(store, household())
    with store.unit("Xem") as unit:
        unit.note("view_full", "đối chiếu")
    assert [item.reason for item in acts(store).acts] == ["Lưu"]
    assert ctrl_z(store) == "Lưu"


def test_acts_are_read_in_pages_newest_first_over_all_sites(
    place: "Place", other_pc: "Place", household: Make, clock: "FakeClock"
) -> None:
    def save(store: Store, numbers: Iterator[int]) -> None:
        for number in numbers:
            clock.forward(minutes=1)
            keep(store, household(number), household(number + 50), reason=str(number))

    numbers = itertools.count(1)
    with place.open() as store:
        save(store, itertools.islice(numbers, 5))
    moved(place, other_pc)
    with other_pc.open(other_pc.code, actor="Hoa") as store:
        save(store, itertools.islice(numbers, 4))
        pages = [acts(store, limit=2)]
        while (older := pages[-1].older) is not None:
            pages.append(acts(store, older, limit=2))
        assert [act.reason for page in pages for act in page.acts] == [str(number) for number in range(9, 0, -1)]
        assert [act.reason for act in acts(store, actor="Hoa", limit=3).acts] == ["9", "8", "7"]
        assert [act.reason for act in acts(store, actor="Lan").acts] == ["5", "4", "3", "2", "1"]
        assert acts(store, actor="Ai").acts == ()


def moved(place: "Place", other: "Place") -> None:
    """The file as it would be after both PCs had exchanged: the other one has its history and writes its own chain."""
    other.path.parent.mkdir(parents=True, exist_ok=True)
    other.path.write_bytes(place.path.read_bytes())
    for file in place.path.parent.iterdir():
        if file != place.path:
            (other.path.parent / file.name).write_bytes(file.read_bytes())
    other.code = place.code


def test_acts_of_a_day(store: Store, household: Make, clock: "FakeClock") -> None:
    for number in range(1, 7):
        keep(store, household(number), reason=str(number))
        clock.forward(hours=12)
    day = datetime(2026, 1, 6, tzinfo=clock.moment.tzinfo)
    span = milliseconds(day), milliseconds(day.replace(day=7))
    assert [act.reason for act in acts(store, span=span).acts] == ["4", "3"]
    first = acts(store, span=span, limit=1)
    assert [act.reason for act in first.acts] == ["4"]
    assert [act.reason for act in acts(store, first.older, span=span, limit=1).acts] == ["3"]
    long_before = milliseconds(day.replace(year=2020))
    assert acts(store, span=(long_before, long_before + 1)).acts == ()


def test_several_units_of_one_act_are_one(store: Store, household: Make) -> None:
    keep(store, household(1), act="import-1")
    keep(store, household(2), act="import-1")
    assert ctrl_z(store)
    assert everything(store) == {}
    assert ctrl_z(store) == ""


# -- undo, redo


def test_an_edit_is_undone_and_done_again(store: Store, household: Make) -> None:
    saved = keep(store, household())
    keep(store, changed := dataclasses.replace(saved, phone="0999999999", unconfirmed=(), note="mới"))
    ctrl_z(store)
    assert store.get(Household, saved.id) == saved
    ctrl_y(store)
    assert store.get(Household, saved.id) == changed
    assert ctrl_y(store) == ""
    assert [item.how for item in newest(store).counts] == ["changed"]
    assert check(store) == []


def test_making_is_undone_by_the_bin_and_deleting_by_coming_back(store: Store, household: Make) -> None:
    saved = keep(store, household())
    ctrl_z(store)
    assert store.get(Household, saved.id) is None
    assert trash.ids(store, Kind.HOUSEHOLD) == [saved.id]
    ctrl_y(store)
    assert store.get(Household, saved.id) == saved
    drop(store, (Kind.HOUSEHOLD, saved.id))
    ctrl_z(store)
    assert store.get(Household, saved.id) == saved
    ctrl_y(store)
    assert store.get(Household, saved.id) is None


def test_values_of_every_type_come_back(store: Store, citizen: Citizen, session: Session) -> None:
    kept = keep(store, citizen), keep(store, session)
    keep(store, dataclasses.replace(kept[0], union_member=None, birth_date="2005-05-01", unconfirmed=("phone",)))
    keep(store, dataclasses.replace(kept[1], tasks=(), officials=None, cost=5_000_000))
    ctrl_z(store)
    ctrl_z(store)
    assert (store.get(Citizen, kept[0].id), store.get(Session, kept[1].id)) == kept


def test_the_search_text_follows(store: Store, household: Make) -> None:
    saved = keep(store, household())
    keep(store, dataclasses.replace(saved, name="Quán Gió Chiều"))
    ctrl_z(store)
    assert store.ids(Kind.HOUSEHOLD, "quan gio chieu") == []
    assert store.ids(Kind.HOUSEHOLD, "bay dong") == [saved.id]


def test_undoing_goes_back_step_by_step_and_a_new_act_ends_redoing(store: Store) -> None:
    kept = keep(store, Hamlet(name="Ấp 1"), reason="1")
    for number in range(2, 5):
        keep(store, dataclasses.replace(kept, name=f"Ấp {number}"), reason=str(number))
    assert [ctrl_z(store) for _ in range(3)] == ["4", "3", "2"]
    assert ctrl_y(store) == "Hoàn tác: 2"
    assert ctrl_z(store) == "2"
    assert ctrl_y(store)
    keep(store, dataclasses.replace(kept, name="Ấp mới"), reason="mới")
    assert ctrl_y(store) == ""
    assert [ctrl_z(store) for _ in range(4)] == ["mới", "2", "1", ""]
    assert [item.name for item in store.all(Hamlet)] == []
    assert check(store) == []


def test_what_an_undo_is_stands_in_the_hashed_log(store: Store, household: Make) -> None:
    saved = keep(store, household())
    target = newest(store)
    ctrl_z(store)
    last = store.history(saved.id)[-1]
    assert last.act.startswith("undo:")
    assert last.act.endswith(f":{target.id}")
    assert last.hash == last.expected_hash()
    assert dataclasses.replace(last, act="undo:x:y:1").expected_hash() != last.hash
    assert newest(store).undoes == target.id
    assert acts(store).acts[1].undone_by == newest(store).id


def test_it_survives_a_restart_and_another_window(place: "Place", household: Make) -> None:
    with place.open() as first, place.open() as second:
        one = keep(first, household(1), reason="một")
        keep(second, household(2), reason="hai")
        assert ctrl_z(first) == "hai"
        assert ctrl_z(second) == "một"
    with place.open() as store:
        assert everything(store) == {}
        assert ctrl_y(store) == "Hoàn tác: một"
        assert everything(store) == {one.id: one}


def test_another_sites_acts_are_undone_on_purpose_only(place: "Place", other_pc: "Place", household: Make) -> None:
    with place.open() as store:
        keep(store, household(1), reason="máy một")
    moved(place, other_pc)
    with other_pc.open(other_pc.code, actor="Hoa") as store:
        assert next_undo(store) is None
        keep(store, household(2), reason="máy hai")
        undo(store, acts(store).acts[1].id, "Hoàn tác")
        assert [item.name for item in store.all(Household)] == [household(2).name]
        assert ctrl_z(store) == "máy hai"
        assert everything(store) == {}
        assert check(store) == []


def test_what_another_pc_took_back_is_skipped(place: "Place", other_pc: "Place", household: Make) -> None:
    with place.open() as store:
        keep(store, household(1), reason="một")
        keep(store, household(2), reason="hai")
    moved(place, other_pc)
    with other_pc.open(other_pc.code) as store:
        undo(store, newest(store).id)
        foreign = [item for item in acts(store).acts if item.site != store.site]
        assert [bool(item.undone_by) for item in foreign] == [True, False]


# -- what hinders


def test_nothing_is_undone_where_a_field_was_changed_since(store: Store, household: Make) -> None:
    one, two = household(1), household(2)
    with store.unit() as unit:
        one, two = unit.put(one), unit.put(two)
    with store.unit("Sửa cả hai") as unit:
        unit.put(dataclasses.replace(one, phone="0900000001"))
        unit.put(dataclasses.replace(two, phone="0900000002", email="a@b.vn"))
    target = newest(store)
    keep(store, dataclasses.replace(two, phone="0900000003", email="a@b.vn"))
    error = refusal(store, target.id)
    assert error.code == "hindered"
    assert [(item.code, item.record, item.fields) for item in error.hindrances] == [("changed", two.id, ("phone",))]
    ctrl_z(store)
    undo(store, target.id)
    assert everything(store) == {one.id: one, two.id: two}


def test_a_value_put_back_by_hand_is_a_change_too(store: Store) -> None:
    kept = keep(store, Hamlet(name="một"))
    keep(store, dataclasses.replace(kept, name="hai"))
    target = newest(store)
    keep(store, dataclasses.replace(kept, name="ba"))
    keep(store, dataclasses.replace(kept, name="hai"))
    assert refusal(store, target.id).hindrances[0].fields == ("name",)


def test_another_field_changed_since_does_not_hinder(store: Store, household: Make) -> None:
    kept = keep(store, household())
    keep(store, dataclasses.replace(kept, phone="0900000001"))
    target = newest(store)
    keep(store, dataclasses.replace(kept, phone="0900000001", email="a@b.vn"))
    undo(store, target.id)
    assert store.get(Household, kept.id) == dataclasses.replace(kept, email="a@b.vn")


def test_making_is_not_undone_where_the_record_was_worked_on_since(store: Store, household: Make) -> None:
    kept = keep(store, household())
    target = newest(store)
    keep(store, dataclasses.replace(kept, email="a@b.vn"))
    assert refusal(store, target.id).hindrances[0].fields == ("email",)


def test_redoing_out_of_turn_is_refused(store: Store) -> None:
    kept = keep(store, Hamlet(name="một"))
    for name in ("hai", "ba"):
        keep(store, dataclasses.replace(kept, name=name))
    ctrl_z(store)
    undone = newest(store)
    ctrl_z(store)
    assert refusal(store, undone.id).hindrances[0].fields == ("name",)


def test_an_act_is_undone_once(store: Store, household: Make) -> None:
    keep(store, household())
    target = newest(store)
    undo(store, target.id)
    assert refusal(store, target.id).code == "undone"
    assert refusal(store, "không:1").code == "unknown"
    assert refusal(store, f"{store.site}:99").code == "unknown"
    assert refusal(store, "").code == "unknown"


def test_pairs_are_undone_with_what_they_join(store: Store, citizen: Citizen, session: Session) -> None:
    person = keep(store, citizen)
    with store.unit() as unit:
        held = unit.put(session)
        unit.put(Reach(session=held.id, candidate=person.id))
    ctrl_z(store)
    assert everything(store) == {person.id: person}
    ctrl_y(store)
    assert store.get(Reach, reach_id(held.id, person.id))
    drop(store, (Kind.REACH, reach_id(held.id, person.id)), (Kind.SESSION, held.id))
    ctrl_z(store)
    assert len(everything(store)) == 3
    assert check(store) == []


def test_nobody_is_left_pointing_at_a_deleted_record(store: Store, citizen: Citizen, session: Session) -> None:
    person = keep(store, citizen)
    made = newest(store)
    help_ = keep(store, Support(date="2026-01-05", candidate=person.id, channel="phone", matter="email", helper="Lan"))
    error = refusal(store, made.id)
    assert [(item.code, item.record, item.other) for item in error.hindrances] == [("used", person.id, "support")]
    drop(store, (Kind.SUPPORT, help_.id))
    dropped = newest(store)
    drop(store, (Kind.CITIZEN, person.id))
    error = refusal(store, dropped.id)
    assert [(item.code, item.record, item.other) for item in error.hindrances] == [("gone", help_.id, person.id)]


def test_the_office_and_a_report_that_left_the_house_stay(store: Store) -> None:
    office = keep(store, Office(commune="31299"), reason="khai báo")
    keep(store, dataclasses.replace(office, preparer="Lan"), reason="sửa")
    report = ReportRecord(period="2025-Q4", issue=1, content="{}", content_hash="ab")
    kept = keep(store, report, reason="xuất")
    assert refusal(store, newest(store).id).code == "report"
    keep(store, dataclasses.replace(kept, state="presented"), reason="trình")
    assert ctrl_z(store) == "trình"
    keep(store, dataclasses.replace(kept, state="issued"), reason="phát hành")
    assert refusal(store, newest(store).id).code == "report"
    assert newest(store).fixed == "report"
    assert ctrl_z(store) == "sửa"
    assert ctrl_z(store) == ""
    assert acts(store).acts[-1].fixed == "office"


def test_an_act_that_changed_nothing_in_all_is_passed_over(store: Store) -> None:
    kept = keep(store, Hamlet(name="một"), reason="đầu")
    with store.unit("qua lại") as unit:
        unit.put(dataclasses.replace(kept, name="hai"))
        unit.put(kept)
        gone = unit.put(Hamlet(name="thoáng qua"))
        unit.delete(Kind.HAMLET, gone.id)
    assert newest(store).fixed == "nothing"
    with store.unit("một nửa") as unit:
        unit.put(dataclasses.replace(kept, name="hai"))
        unit.put(kept)
        unit.put(Hamlet(name="thêm"))
    assert [ctrl_z(store), ctrl_z(store), ctrl_z(store)] == ["một nửa", "đầu", ""]


def test_what_was_erased_can_not_come_back(store: Store, household: Make) -> None:
    kept = keep(store, household())
    keep(store, dataclasses.replace(kept, phone=""))
    store._rows("UPDATE ops SET patch = NULL WHERE record = ?", (kept.id,))
    assert refusal(store, newest(store).id).hindrances[0].code == "erased"
    assert newest(store).reason == "Lưu"


def test_a_full_import_is_undone_in_one_act(store: Store, household: Make) -> None:
    keep(store, *(household(number) for number in range(300)), reason="nhập")
    assert len(undo(store, newest(store).id)) == 300
    assert store.count(Household) == 0
    assert len(acts(store).acts) == 2
    ctrl_y(store)
    assert store.count(Household) == 300
    assert check(store) == []
