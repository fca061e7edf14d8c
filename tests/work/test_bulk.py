"""One change to many: foretold exactly, one act, taken back whole, what can't take it left alone with its reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate, Citizen, Household
from vnpresence_desktop.work.bulk import CHANGEABLE, Change, Left, apply, outlook
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.history import recent
from vnpresence_desktop.work.undoing import turn_round

IDS = ("an", "ba", "ca")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        put(
            desk,
            Household(id="an", name="Quán An", owner="An", hamlet="Ấp Một", unconfirmed=("phone",)),
            Household(id="ba", name="Quán Ba", owner="Ba", hamlet="Ấp Hai", state="ceased", state_on="2025-01-01"),
            Household(id="ca", name="Quán Ca", owner="Ca", hamlet="Ấp Một", phone="12"),
            Citizen(id="mo", name="Mơ", birth_date="2005-01-02", hamlet="Ấp Một"),
        )
        yield desk


def kept(desk: Desk, name: str) -> list[object]:
    return [getattr(item, name) for item in desk.store.some(Kind.HOUSEHOLD, IDS)]


def test_a_state_is_set_with_its_day_and_who_has_it_already_stays(desk: Desk) -> None:
    change = Change("state", "ceased", "2025-12-01")
    seen = outlook(desk, Kind.HOUSEHOLD, (*IDS, "gone"), change)
    assert (seen.changed, seen.left, seen.gone) == (2, (Left("đã ghi như vậy", ("Quán Ba",)),), 1)
    assert seen.sentences == (
        "Sẽ sửa 2 hồ sơ.",
        "1 hồ sơ giữ nguyên vì đã ghi như vậy: Quán Ba.",
        "1 hồ sơ không còn trong sổ.",
    )
    done = apply(desk, Kind.HOUSEHOLD, (*IDS, "gone"), change)
    assert done.text == "Đã sửa 2 hồ sơ: tình trạng thành chấm dứt từ 01/12/2025."
    assert kept(desk, "state_on") == ["2025-12-01", "2025-01-01", "2025-12-01"]


def test_it_is_one_act_that_is_taken_back_whole(desk: Desk) -> None:
    before = desk.store.some(Kind.HOUSEHOLD, IDS)
    done = apply(desk, Kind.HOUSEHOLD, IDS, Change("hamlet", " Ấp  Ba "))
    assert (done.size, kept(desk, "hamlet")) == (3, ["Ấp Ba"] * 3)
    line = recent(desk).lines[0]
    assert (line.id, line.size) == (done.act, 3)
    assert "Sửa hàng loạt: ấp, khu vực thành Ấp Ba" in line.title
    turn_round(desk, done.act)
    assert desk.store.some(Kind.HOUSEHOLD, IDS) == before


def test_compared_with_the_papers(desk: Desk) -> None:
    seen = outlook(desk, Kind.HOUSEHOLD, IDS, Change("unconfirmed"))
    assert seen.left == (Left("không có ô nào chờ đối chiếu", ("Quán Ba", "Quán Ca")),)
    assert apply(desk, Kind.HOUSEHOLD, IDS, Change("unconfirmed")).size == 1
    assert kept(desk, "unconfirmed") == [(), (), ()]


def test_what_was_wrong_before_is_no_hindrance(desk: Desk) -> None:
    assert outlook(desk, Kind.HOUSEHOLD, ("ca",), Change("wish", "wants", "2025-12-01")).changed == 1
    apply(desk, Kind.HOUSEHOLD, ("ca",), Change("wish", "wants", "2025-12-01"))
    assert kept(desk, "wish") == ["unknown", "unknown", "wants"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change("state", "", "2025-12-01"), "Chưa chọn tình trạng"),
        (Change("state", "ceased", "2025-12"), "Ngày chưa đúng"),
        (Change("hamlet", "  "), "Chưa chọn ấp"),
    ],
)
def test_a_change_that_is_not_sound_is_refused(desk: Desk, change: Change, why: str) -> None:
    with pytest.raises(UserError, match=why):
        outlook(desk, Kind.HOUSEHOLD, IDS, change)
    with pytest.raises(UserError, match=why):
        apply(desk, Kind.HOUSEHOLD, IDS, change)


def test_nothing_to_change_is_no_act(desk: Desk) -> None:
    before = recent(desk).lines
    done = apply(desk, Kind.HOUSEHOLD, ("ba",), Change("state", "ceased", "2025-12-01"))
    assert (done.act, done.size) == ("", 0)
    assert recent(desk).lines == before


def test_only_citizens_have_a_basis(desk: Desk) -> None:
    assert apply(desk, Kind.CITIZEN, ("mo",), Change("basis", "consent")).size == 1
    with pytest.raises(KeyError):
        outlook(desk, Kind.HOUSEHOLD, IDS, Change("basis", "consent"))


def test_stopped_half_way_nothing_is_changed(desk: Desk) -> None:
    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        apply(desk, Kind.HOUSEHOLD, IDS, Change("hamlet", "Ấp Ba"), stop)
    assert kept(desk, "hamlet") == ["Ấp Một", "Ấp Hai", "Ấp Một"]


VALUES = {
    "state": ("active", "ceased", "moved"),
    "wish": ("wants", "unknown"),
    "hamlet": ("Ấp Một", "Ấp Bốn"),
    "unconfirmed": ("",),
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_what_is_foretold_is_what_happens(desk: Desk, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(CHANGEABLE[Kind.HOUSEHOLD]))
    ids = data.draw(st.lists(st.sampled_from([*IDS, "gone"]), unique=True))
    change = Change(name, data.draw(st.sampled_from(VALUES[name])), "2025-12-01")
    before: dict[str, Candidate] = {item.id: item for item in desk.store.all(Household)}
    seen = outlook(desk, Kind.HOUSEHOLD, ids, change)
    done = apply(desk, Kind.HOUSEHOLD, ids, change)
    after = {item.id: item for item in desk.store.all(Household)}
    changed = {one for one in before if before[one] != after[one]}
    assert (done.size, len(changed)) == (seen.changed, seen.changed)
    assert seen.changed + sum(len(item.names) for item in seen.left) + seen.gone == len(ids)
    assert changed <= set(ids)
    if done.act:
        turn_round(desk, done.act)
    assert {item.id: item for item in desk.store.all(Household)} == before
