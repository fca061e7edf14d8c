"""Units of work and reading: everything or nothing, every change an operation."""

import dataclasses
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen, Enterprise, Hamlet, Household, Reach, Session, Support, reach_id
from vnpresence_desktop.store.check import check
from vnpresence_desktop.store.driver import BusyError, Error
from vnpresence_desktop.store.operations import Operation, state
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.unit import Unit

if TYPE_CHECKING:
    from tests.store.conftest import FakeClock, Place


def operations(store: Store) -> int:
    return int(store._rows("SELECT count(*) FROM ops")[0][0])


def test_a_saved_record_is_there_after_reopening(place: "Place", household: Callable[..., Household]) -> None:
    with place.open() as store, store.unit() as unit:
        saved = unit.put(household())
    assert saved.id
    assert dataclasses.replace(saved, id="") == household()
    with place.open() as store:
        assert store.get(Household, saved.id) == saved
        assert store.get(Kind.HOUSEHOLD, saved.id) == saved
        assert store.get(Kind.CITIZEN, saved.id) is None


def test_an_error_rolls_everything_back(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        kept = unit.put(household(1))
    before = operations(store)

    def fail(unit: Unit) -> None:
        unit.put(household(2))
        unit.put(dataclasses.replace(kept, phone="0999999999"))
        unit.delete(Kind.HOUSEHOLD, kept.id)
        unit.note("export", "gửi Sở")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.unit() as unit:
        fail(unit)
    assert store.all(Household) == [kept]
    assert operations(store) == before
    with store.unit() as unit:
        unit.put(household(3))
    assert check(store) == []


def test_an_interrupted_unit_is_rolled_back(store: Store, household: Callable[..., Household]) -> None:
    def interrupted() -> Household:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), store.unit() as unit:
        unit.put(household()) and unit.put(interrupted())
    assert store.count(Household) == 0


def test_units_do_not_nest(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        unit.put(household(1))
        with pytest.raises(RuntimeError, match="open"), store.unit():
            pass
        with pytest.raises(RuntimeError, match="open"), store.snapshot():
            pass
        unit.put(household(2))
    assert store.count(Household) == 2


def test_a_unit_that_has_ended_writes_no_more(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as ended:
        pass
    with pytest.raises(RuntimeError, match="ended"):
        ended.put(household())
    with pytest.raises(ZeroDivisionError), store.unit() as broken:
        1 / 0  # noqa: B018
    for write in (lambda: broken.delete(Kind.HOUSEHOLD, "x"), lambda: broken.note("export", "")):
        with pytest.raises(RuntimeError, match="ended"):
            write()


def test_what_a_unit_wrote_can_be_read_inside_it(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
        assert store.find(Household, id_number=saved.id_number) == [saved]
        changed = unit.put(dataclasses.replace(saved, phone="0913000000"))
        assert store.get(Household, saved.id) == changed


def test_only_what_changed_is_written(store: Store, household: Callable[..., Household], clock: "FakeClock") -> None:
    with store.unit() as unit:
        saved = unit.put(household())
    clock.forward(days=1)
    store.actor = "Hùng"
    with store.unit("chủ hộ đổi số", act="01-import") as unit:
        unit.put(dataclasses.replace(saved, phone="0913000000", unconfirmed=()))
    first, second = store.history(saved.id)
    assert first.changes["owner"] == ("", saved.owner)
    assert first.changes["source"] == ("", "typed"), "a record's first values are in its history, the usual ones too"
    assert "website" not in first.changes
    assert (first.kind, first.seen, first.reason) == ("household", "{}", "")
    assert second.changes == {"phone": (saved.phone, "0913000000"), "unconfirmed": (("id_number",), ())}
    assert (second.actor, second.reason, second.act) == ("Hùng", "chủ hộ đổi số", "01-import")
    assert second.at == "2026-01-06T08:30:00+07:00"
    assert second.seen == f'{{"{store.site}":1}}'
    assert second.prev == first.hash


def test_nothing_is_written_when_nothing_changed(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
    before = operations(store)
    with store.unit() as unit:
        assert unit.put(saved) == saved
    assert operations(store) == before


def test_a_record_of_nothing_but_blanks_still_has_its_operation(store: Store) -> None:
    with store.unit() as unit:
        saved = unit.put(Hamlet(source=""))
    assert len(store.history(saved.id)) == 1
    assert store.get(Hamlet, saved.id) == saved
    assert check(store) == []


def test_a_unit_groups_its_operations(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        ids = [unit.put(household(number)).id for number in (1, 2)]
    with store.unit() as unit:
        ids.append(unit.put(household(3)).id)
    acts = [store.history(record)[0].act for record in ids]
    assert acts[0] == acts[1] != acts[2]


def test_deleting_hides_and_putting_again_brings_back(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
    for _ in range(2):
        with store.unit("nhập trùng") as unit:
            unit.delete(Kind.HOUSEHOLD, saved.id)
    assert store.get(Household, saved.id) is None
    assert (store.all(Household), store.count(Household), store.find(Household, phone=saved.phone)) == ([], 0, [])
    assert [operation.changes for operation in store.history(saved.id)][1:] == [{"deleted": (0, 1)}]
    with store.unit() as unit:
        unit.put(saved)
    assert store.all(Household) == [saved]
    with pytest.raises(LookupError), store.unit() as unit:
        unit.delete(Kind.CITIZEN, saved.id)


def test_a_pair_reached_twice_counts_once(store: Store, household: Callable[..., Household], session: Session) -> None:
    with store.unit() as unit:
        meeting, someone = unit.put(session), unit.put(household())
        reach = unit.put(Reach(session=meeting.id, candidate=someone.id))
    assert reach.id == reach_id(meeting.id, someone.id)
    with store.unit() as unit:
        assert unit.put(Reach(session=meeting.id, candidate=someone.id)) == reach
        unit.delete(Kind.REACH, reach.id)
        unit.put(Reach(session=meeting.id, candidate=someone.id))
    assert store.all(Reach) == [reach]
    assert len(store.history(reach.id)) == 3


def test_a_record_with_an_id_of_its_own_is_made(store: Store, citizen: Citizen) -> None:
    given = dataclasses.replace(citizen, id="0192f000-0000-7000-8000-000000000001")
    with store.unit() as unit:
        assert unit.put(given) is given
    assert store.get(Citizen, given.id) == given


def test_looking_at_numbers_leaves_a_trace(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
    with store.unit() as unit:
        unit.note("view_full", "đối chiếu hồ sơ", record=saved.id)
        unit.note("export", "gửi Sở Khoa học và Công nghệ")
    (_, seen) = store.history(saved.id)
    assert (seen.kind, seen.act, seen.reason, seen.changes) == ("access", "view_full", "đối chiếu hồ sơ", {})
    assert store._rows("SELECT kind, record, act FROM ops WHERE act = 'export'") == [("access", "", "export")]
    assert store.get(Household, saved.id) == saved
    assert check(store) == []


def test_lists_come_in_vietnamese_order_or_as_they_came(store: Store, citizen: Citizen) -> None:
    names = ["Trần Đức", "Lê Văn Dũng", "Bùi Ân", "Phạm Thị Ánh", "Ngô An"]
    with store.unit() as unit:
        for name in names:
            unit.put(dataclasses.replace(citizen, name=name))
            unit.put(Support(date="2025-11-01", channel="phone", matter=name, helper="youth_union"))
    assert [found.name for found in store.all(Citizen)] == [
        "Ngô An", "Phạm Thị Ánh", "Bùi Ân", "Lê Văn Dũng", "Trần Đức",
    ]  # fmt: skip
    assert [found.matter for found in store.all(Support)] == names


def test_finding_by_what_identifies(store: Store, household: Callable[..., Household], enterprise: Enterprise) -> None:
    with store.unit() as unit:
        first = unit.put(household(1, tax_code="092080000001"))
        second = unit.put(household(2, tax_code="092080000001", name="Sạp vải"))
        company = unit.put(enterprise)
    assert store.find(Household, tax_code="092080000001") == [second, first]
    assert store.find(Household, tax_code="092080000001", name="Sạp vải") == [second]
    assert store.find(Kind.ENTERPRISE, tax_code=company.tax_code) == [company]
    assert store.find(Household, tax_code="' OR 1=1 --") == []
    with pytest.raises(KeyError, match="colour"):
        store.find(Household, colour="red")


def test_fields_named_like_words_of_python_are_found(store: Store, session: Session) -> None:
    with store.unit() as unit:
        old = unit.put(Hamlet(name="Khu vực 1", from_="2020-01-01", until="2025-06-30"))
        unit.put(Hamlet(name="Khu vực 1", from_="2025-07-01"))
        meeting = unit.put(session)
    assert store.find(Hamlet, from_="2020-01-01") == [old]
    assert store.find(Session, officials=0, broadcasts=None) == [meeting]
    assert store.find(Session, tasks=("I.2", "I.6")) == [meeting]


def test_two_stores_on_one_file_see_each_others_work(place: "Place", household: Callable[..., Household]) -> None:
    with place.open() as one, place.open(actor="Hùng") as two:
        for number in range(6):
            with (one, two)[number % 2].unit() as unit:
                unit.put(household(number))
        assert one.all(Household) == two.all(Household)
        assert one.count(Household) == 6
        chain = one._rows("SELECT seq, actor FROM ops WHERE site = ? ORDER BY seq", (one.site,))
        assert chain == [(number + 1, ("Lan", "Hùng")[number % 2]) for number in range(6)]
        assert check(two) == []


def test_a_unit_holds_the_lock_from_its_first_moment(place: "Place", household: Callable[..., Household]) -> None:
    """Else two units would read the same head and write the same place of the chain."""
    with place.open() as one, place.open() as two:
        two._connection.execute("PRAGMA busy_timeout=0")
        with one.unit() as unit:
            with pytest.raises(BusyError), two.unit():
                pass
            unit.put(household())
        with two.unit() as unit:
            unit.put(household(2))
        assert check(one) == []


def test_a_failed_write_cannot_be_passed_over(store: Store, household: Callable[..., Household]) -> None:
    """Its operation may have been written and its row not."""

    def carry_on(unit: Unit) -> None:
        unit.put(Session(topic="x", officials="many"))  # type: ignore[arg-type]
        with pytest.raises(Error, match="cannot store TEXT"):  # it waits until somebody reads or the unit ends
            unit.write_out()
        with pytest.raises(RuntimeError, match="ended"):
            unit.put(household(2))

    with pytest.raises(RuntimeError, match="a write failed"), store.unit() as unit:
        unit.put(household(1)) and carry_on(unit)
    assert operations(store) == 0
    assert store.count(Household) == 0


def test_two_writers_at_once(place: "Place", household: Callable[..., Household]) -> None:
    failures: list[BaseException] = []

    def write(start: int) -> None:
        try:
            with place.open() as store:
                for number in range(start, start + 40):
                    with store.unit() as unit:
                        unit.put(household(number))
        except BaseException as error:
            failures.append(error)

    writers = [threading.Thread(target=write, args=(start,)) for start in (0, 1000)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    with place.open() as store:
        assert store.count(Household) == 80
        assert check(store) == []


def test_a_reader_is_not_disturbed_by_a_writer(place: "Place", household: Callable[..., Household]) -> None:
    with place.open() as reader, place.open() as writer:
        with reader.snapshot() as view:
            before = view.execute("SELECT count(*) FROM household").fetchone()
            with writer.unit() as unit:
                unit.put(household())
            assert view.execute("SELECT count(*) FROM household").fetchone() == before
        assert reader.count(Household) == 1


def test_a_clock_set_back_keeps_the_order(
    store: Store, household: Callable[..., Household], clock: "FakeClock"
) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
    for phone in ("0911", "0922", "0933"):
        clock.forward(days=-400)
        with store.unit() as unit:
            saved = unit.put(dataclasses.replace(saved, phone=phone))
    history = store.history(saved.id)
    assert [operation.changes["phone"][1] for operation in history][1:] == ["0911", "0922", "0933"]
    assert history[-1].at.startswith("2022-"), "what the PC's clock said is kept as it was"
    assert check(store) == []


def test_another_sites_later_clock_is_followed(
    place: "Place", household: Callable[..., Household], clock: "FakeClock"
) -> None:
    with place.open() as store, store.unit() as unit:
        saved = unit.put(household())
    for note in place.pc.glob("*.site.json"):
        note.unlink()
    clock.forward(hours=-5)
    with place.open() as store:
        with store.unit() as unit:
            unit.put(dataclasses.replace(saved, phone="0900"))
        first, second = store.history(saved.id)
        assert second.site != first.site
        assert second.clock > first.clock
        assert (second.seq, second.prev) == (1, "")
        assert second.seen == f'{{"{first.site}":1}}'
        row = state(store.history(saved.id))
        assert row is not None
        assert row["phone"] == "0900"


def test_many_records_in_one_unit(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        saved = [unit.put(household(number)) for number in range(1000)]
    assert len({record.id for record in saved}) == 1000
    assert [record.id for record in saved] == sorted(record.id for record in saved)
    assert set(store.all(Household)) == set(saved)
    assert check(store) == []


def test_history_is_whole_operations(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        saved = unit.put(household())
    (operation,) = store.history(saved.id)
    assert isinstance(operation, Operation)
    assert operation.hash == operation.expected_hash()
    assert store.history("nobody") == []


def test_creating_again_is_refused(place: "Place", household: Callable[..., Household]) -> None:
    with place.open() as store, store.unit() as unit:
        saved = unit.put(household())
    with pytest.raises(UserError, match="Đã có dữ liệu"):
        Store.create(place.path, place.pc, now=place.clock, actor="Lan")
    with place.open() as store:
        assert store.get(Household, saved.id) == saved


def test_a_store_belongs_to_its_thread(store: Store) -> None:
    caught: list[BaseException] = []

    def read() -> None:
        try:
            store.count(Household)
        except Error as error:
            caught.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert "thread" in str(caught[0])


def test_nothing_typed_lies_open_in_any_file(
    place: "Place", household: Callable[..., Household], citizen: Citizen
) -> None:
    with place.open() as store:
        with store.unit("lý do riêng tư") as unit:
            for number in range(50):
                unit.put(household(number))
            unit.put(citizen)
        with store.unit() as unit:
            unit.delete(Kind.CITIZEN, store.all(Citizen)[0].id)
        while_open = {path.name: path.read_bytes() for path in place.files()}
    closed = {path.name: path.read_bytes() for path in place.files()}
    assert {"register.db", "register.db-wal", "register.keys.json"} <= while_open.keys()
    words = [
        "Tạp hóa",
        "tap hoa",
        "Nguyễn Văn Đức",
        "09208000",
        "0912000",
        "Ánh Nguyệt",
        "lý do riêng",
        "household",
        "Lan",
    ]
    for files in (while_open, closed):
        for name, content in files.items():
            found = [word for word in words if len(word) > 3 and word.encode() in content]
            assert not found, (name, found)


def test_the_newest_record_and_how_many_of_some_ids_are_there(
    store: Store, household: Callable[..., Household]
) -> None:
    assert store.newest(Kind.HOUSEHOLD) is None
    with store.unit() as unit:
        first, second, third = (unit.put(household(number)) for number in (1, 2, 3))
    assert store.newest(Kind.HOUSEHOLD) == third
    with store.unit() as unit:
        unit.put(dataclasses.replace(first, phone="0909000111"))
        unit.delete(Kind.HOUSEHOLD, third.id)
    assert store.newest(Kind.HOUSEHOLD) == second
    assert store.count(Kind.HOUSEHOLD, {first.id, third.id, "nobody"}) == 1
    assert store.count(Kind.HOUSEHOLD, ()) == store.count(Kind.CITIZEN, {first.id}) == 0
    assert store.count(Kind.HOUSEHOLD) == 2
