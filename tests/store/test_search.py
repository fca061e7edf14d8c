"""Search as one types: the index answers as looking at every row would, in order, whole or page by page."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.test_search_and_drafts import names
from vnpresence_desktop.domain.fields import to_values
from vnpresence_desktop.domain.filters import Between, Filter, OneOf
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household, Reach, Registration, Session
from vnpresence_desktop.domain.text import fold, sort_key
from vnpresence_desktop.store import search
from vnpresence_desktop.store.search import Found, reader
from vnpresence_desktop.store.store import Store

if TYPE_CHECKING:
    from tests.store.conftest import Place

WORDS = ("Nguyễn", "Văn", "An", "Ánh", "Đức", "Bảy", "hòa", "12/3", "3", "khu", "vực", "baydong@gmail.com", "ngọc-ẩn")
PIECES = (
    "nguyen",
    "n",
    "a",
    "d",
    "đ",
    "van a",
    "12",
    "3",
    "091",
    "2345",
    "0912345678",
    "92080",
    "080001234509",
    "gmail",
    "bay",
)


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds so low that a few records take every way a million would."""
    monkeypatch.setattr(search, "SMALL", 0)
    monkeypatch.setattr(search, "_FEW", 3)
    monkeypatch.setattr(search, "_FEW_UNSORTED", 3)
    monkeypatch.setattr(search, "_READ", 2)
    monkeypatch.setattr(search, "PAGE", 2)
    monkeypatch.setattr(search, "_LOOKED_AT", (2, 4, 6))
    monkeypatch.setattr(search, "_CHUNK", 5)


def whole(store: Store, place: "Place", found: Found) -> Found:
    """What the page of a list does with a first page."""
    if found.whole:
        return found
    job = store.lists.rest(found)
    with reader(place.path, place.pc) as beside:
        return store.lists.take(job(beside, lambda: None))


def found_names(store: Store, found: Found) -> list[str]:
    return [cast("Candidate", record).name for record in store.some(found.query.kind, list(found))]


# -- what is found


@pytest.mark.parametrize(
    "text",
    [
        "nguyen van duc", "Nguyễn Văn Đức", "đ", "d", "DUC", "bay dong", "khu vuc 1", "an vat 3", "64A8", "64a8000007", "8000007",
        "0912", "912000", "000007", "007", "0912 000 007", "0912.000.007", "092080000007", "2080000", "1801234567", "34567",
        "1801234567-001", "7001", "baydong", "gmail", "bay.dong@gmail.com", "facebook.com/baydong", "bán lẻ", "hoà bình",
        "hòa bình", "12/3", "gọi buổi chiều", "bay-dong", "bay-dong.biz.vn", "biz vn",
    ],
)  # fmt: skip
def test_a_person_is_found_by_whatever_is_known(store: Store, household: Callable[..., Household], text: str) -> None:
    known = household(
        7, hamlet="Khu vực 1", tax_code="1801234567-001", email="bay.dong@gmail.com", website="facebook.com/baydong",
        trade="Bán lẻ, ăn vặt 3", note="Gọi buổi chiều",
    )  # fmt: skip
    with store.unit() as unit:
        saved = unit.put(known)
        unit.put(Registration(candidate=saved.id, zone="biz.vn", label="bay-dong"))
        unit.put(Household(name="Người khác", owner="Bùi Cảnh", hamlet="Ấp Tân"))
    assert list(store.search(Kind.HOUSEHOLD, Filter(text=text))) == [saved.id]
    assert store.ids(Kind.HOUSEHOLD, text) == [saved.id]


@pytest.mark.parametrize("text", ["guyen", "an van duc x", "12", "0913", "20", "9120000070920"])
def test_what_is_not_there_is_not_found(store: Store, household: Callable[..., Household], text: str) -> None:
    with store.unit() as unit:
        unit.put(household(7, business_address="Hoà Bình", home_address="Lê Lợi"))
    assert len(store.search(Kind.HOUSEHOLD, Filter(text=text))) == 0


def test_the_other_groups_are_searched_in_their_fields(store: Store, enterprise: Enterprise, citizen: Citizen) -> None:
    with store.unit() as unit:
        firm = unit.put(enterprise).id
        person = unit.put(citizen).id
    for text in ("anh duong", "le thi anh", "234567", "tran phu"):
        assert list(store.search(Kind.ENTERPRISE, Filter(text=text))) == [firm]
    for text in ("anh nguyet", "7777", "ap thoi hoa", "goi buoi chieu"):
        assert list(store.search(Kind.CITIZEN, Filter(text=text))) == [person]


def test_numbers_side_by_side_are_not_one_number(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        unit.put(household(7, id_number="111122223333", phone="0944445555"))
    assert len(store.search(Kind.HOUSEHOLD, Filter(text="3330944"))) == 0
    assert len(store.search(Kind.HOUSEHOLD, Filter(text="1112222 444455"))) == 1


def test_parts_of_two_numbers_are_no_long_number(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        unit.put(household(7, id_number="123456000000", phone="0456789000"))
    assert store.ids(Kind.HOUSEHOLD, "123456789") == []
    assert len(store.search(Kind.HOUSEHOLD, Filter(text="123456789"))) == 0


# -- as rows say


def naive(record: Candidate, text: str) -> bool:
    """The meaning of search without any index."""
    values = to_values(record)
    spoken = [str(values[name]) for name in ("name", "owner", "hamlet", "trade", "email", "note") if values.get(name)]
    words = re.findall(r"[^\W_]+", fold("\n".join(spoken)))
    numbers = [re.sub(r"\D", "", str(values.get(name) or "")) for name in ("id_number", "phone")]
    return all(
        any(word.startswith(sought) for word in words)
        or (sought.isdigit() and len(sought) > 2 and any(sought in number for number in numbers))
        for sought in re.findall(r"[^\W_]+", fold(text))
    )


SPOKEN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
NUMBER = st.sampled_from(("", "0912345678", "0923450912", "092080001234", "091234509208"))
SOMEBODY = st.builds(
    Household, name=SPOKEN, owner=SPOKEN, hamlet=st.sampled_from(("Ấp 1", "Ấp 2")), phone=NUMBER, id_number=NUMBER
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(people=st.lists(SOMEBODY, max_size=14), more=st.lists(SOMEBODY, max_size=3), data=st.data())
def test_the_index_finds_what_rows_say_in_order_by_every_way(
    tight: None, place: "Place", people: list[Household], more: list[Household], data: st.DataObject
) -> None:
    with place.open() as store:
        with store.unit() as unit:
            for old in store.ids(Kind.HOUSEHOLD):
                unit.delete(Kind.HOUSEHOLD, old)
            saved = {record.id: record for record in map(unit.put, people)}
        for _ in range(2):
            text = " ".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=2)))
            wanted = [record for record in saved.values() if naive(record, text)]
            wanted.sort(key=lambda record: (sort_key(record.name), record.id))
            first = store.search(Kind.HOUSEHOLD, Filter(text=text))
            complete = whole(store, place, first)
            assert list(complete) == [record.id for record in wanted] == store.ids(Kind.HOUSEHOLD, text)
            assert [one for one in complete if one in set(first)] == list(first), "a first page is part of the whole"
            with store.unit() as unit:
                saved |= {record.id: record for record in map(unit.put, more)}
                if wanted:
                    unit.delete(Kind.HOUSEHOLD, wanted[0].id)
                    del saved[wanted[0].id]


def test_a_first_page_comes_without_the_rest(
    tight: None, store: Store, place: "Place", household: Callable[..., Household]
) -> None:
    with store.unit() as unit:
        for number in range(9):
            unit.put(household(number))
    first = store.search(Kind.HOUSEHOLD, Filter(text="nguyen"))
    assert (len(first), first.whole) == (2, False)
    assert [first.place(one) for one in first] == [0, 1], "known before the order is"
    later = [one for one in store.ids(Kind.HOUSEHOLD) if one not in first]
    assert [first.place(one) for one in (*later, "nobody")] == [None] * 8
    assert (len(store.search(Kind.HOUSEHOLD, Filter())), len(whole(store, place, first))) == (2, 9)
    everyone = store.search(Kind.HOUSEHOLD, Filter())
    assert (len(everyone), everyone.whole) == (9, True), "the order that a job has read serves from then on"
    assert [everyone.place(one) for one in everyone] == list(range(9))
    assert everyone.place("nobody") is None
    assert first.place(everyone[8]) is None


def test_hits_that_stand_far_apart_are_left_to_the_job(tight: None, store: Store, place: "Place") -> None:
    with store.unit() as unit:
        for number in range(20):
            unit.put(Household(name=f"A {number}", owner="B", hamlet="C"))
        for number in range(5):
            unit.put(Household(name=f"Xuân {number}", owner="B", hamlet="C"))
    first = store.search(Kind.HOUSEHOLD, Filter(text="xuan"))
    assert (len(first), first.whole) == (0, False)
    assert found_names(store, whole(store, place, first)) == [f"Xuân {number}" for number in range(5)]


def test_an_id_of_a_record_that_went_meanwhile_is_blank(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        unit.put(household())
    found = store.search(Kind.HOUSEHOLD, Filter())
    store.lists._connection.execute("DELETE FROM household")
    assert (found[0], list(found[:])) == ("", [""])


def test_ids_asked_for_after_the_file_went_bad_are_told_plainly(
    household: Callable[..., Household], place: "Place"
) -> None:
    store = place.open()
    with store.unit() as unit:
        unit.put(household())
    found = store.search(Kind.HOUSEHOLD, Filter())
    for file in place.path.parent.glob("register.db*"):
        file.write_bytes(b"x" * file.stat().st_size)
    with pytest.raises(UserError, match="Không mở được"):
        found[:1]
    with pytest.raises(UserError, match="Không mở được"):
        found.place("nobody")
    with suppress(UserError):
        store.close()


def test_a_job_can_be_stopped(tight: None, store: Store, place: "Place", household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        for number in range(9):
            unit.put(household(number))
    job = store.lists.rest(store.search(Kind.HOUSEHOLD, Filter(text="nguyen")))

    def stop() -> None:
        raise InterruptedError

    with reader(place.path, place.pc) as beside:
        beside.interrupt()
        with pytest.raises(InterruptedError):
            job(beside, stop)


# -- filters


@pytest.fixture
def told(store: Store, session: Session) -> Store:
    with store.unit() as unit:
        meeting = unit.put(session)
        other = unit.put(session)
        a = unit.put(Household(name="A", owner="X", hamlet="Ấp 1", phone="0912345678", certificate_date="2024-03-02"))
        b = unit.put(
            Household(name="B", owner="X", hamlet="Ấp 2", state="ceased", unconfirmed=("phone",), birth_date="1980")
        )
        c = unit.put(Household(name="C", owner="Y", hamlet="Ấp 1", accepted=("phone:odd:có lý do",), source="scan"))
        unit.put(Registration(candidate=a.id, zone="biz.vn", label="a", state="in_use"))
        unit.put(Registration(candidate=b.id, zone="biz.vn", label="b"))
        unit.delete(Kind.REGISTRATION, unit.put(Registration(candidate=c.id, zone="biz.vn", state="in_use")).id)
        unit.put(Reach(session=meeting.id, candidate=a.id))
        unit.put(Reach(session=other.id, candidate=c.id))
    return store


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "ABC"),
        (Filter(one_of=(OneOf("hamlet", ("Ấp 1",)),)), "AC"),
        (Filter(one_of=(OneOf("hamlet", ("Ấp 1", "Ấp 2")), OneOf("owner", ("X",)))), "AB"),
        (Filter(one_of=(OneOf("state", ("ceased",)),)), "B"),
        (Filter(one_of=(OneOf("source", ("scan",)),)), "C"),
        (Filter(one_of=(OneOf("wish", ("unknown",)),), text="x"), "AB"),
        (Filter(blank=("phone",)), "BC"),
        (Filter(filled=("phone",)), "A"),
        (Filter(filled=("unconfirmed",)), "B"),
        (Filter(between=(Between("certificate_date", "2024-01-01", "2024-12-31"),)), "A"),
        (Filter(between=(Between("certificate_date", "2024-03-03"),)), ""),
        (Filter(between=(Between("certificate_date", until="2024-03"),)), "A"),
        (Filter(between=(Between("birth_date", "1980-06-01", "1980-06-30"),)), "B"),
        (Filter(between=(Between("birth_date", "1981"),)), ""),
        (Filter(between=(Between("birth_date"),)), "B"),
        (Filter(unconfirmed=True), "B"),
        (Filter(unconfirmed=False), "AC"),
        (Filter(accepted=True), "C"),
        (Filter(has_registration=True), "AB"),
        (Filter(has_registration=False), "C"),
        (Filter(registration=("in_use", "refused")), "A"),
        (Filter(reached=True), "AC"),
        (Filter(reached=False), "B"),
        (Filter(updated_since="2026-01-05"), "ABC"),
        (Filter(updated_since="2026-01-06"), ""),
        (Filter(text="y", reached=True, accepted=True, blank=("phone",)), "C"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("bounds", ["wide", "tight"])
def test_every_condition(
    told: Store, place: "Place", wanted: Filter, found: str, bounds: str, request: pytest.FixtureRequest
) -> None:
    if bounds == "tight":
        request.getfixturevalue("tight")
    assert "".join(found_names(told, whole(told, place, told.search(Kind.HOUSEHOLD, wanted)))) == found


def test_by_the_session_that_reached(told: Store) -> None:
    one, other = (meeting.id for meeting in told.all(Session))
    assert found_names(told, told.search(Kind.HOUSEHOLD, Filter(session=one))) == ["A"]
    assert found_names(told, told.search(Kind.HOUSEHOLD, Filter(session=other, reached=False))) == ["A", "B"]


def test_only_among_the_ids_that_are_given(told: Store, place: "Place") -> None:
    a, b, _ = told.ids(Kind.HOUSEHOLD)
    assert list(told.search(Kind.HOUSEHOLD, Filter(), among={b, a, "nobody"})) == [a, b]
    assert list(told.search(Kind.HOUSEHOLD, Filter(text="x", blank=("phone",)), among={b, a})) == [b]
    assert list(told.search(Kind.HOUSEHOLD, Filter(), among=())) == []


def test_a_yes_or_no_can_be_asked_for(store: Store) -> None:
    with store.unit() as unit:
        for name, member in (("A", True), ("B", False), ("C", None)):
            unit.put(Citizen(name=name, birth_date="2004", hamlet="Ấp 1", union_member=member))
    for wanted, found in (
        (Filter(one_of=(OneOf("union_member", ("1",)),)), ["A"]),
        (Filter(one_of=(OneOf("union_member", ("0",)),)), ["B"]),
        (Filter(blank=("union_member",)), ["C"]),
    ):
        assert found_names(store, store.search(Kind.CITIZEN, wanted)) == found


@pytest.mark.parametrize("wanted", [Filter(blank=("owner",)), Filter(one_of=(OneOf("nothing", ("1",)),))])
def test_a_field_that_the_group_lacks_is_refused(store: Store, wanted: Filter) -> None:
    with pytest.raises(KeyError):
        store.search(Kind.CITIZEN, wanted)


# -- in step


def texts(store: Store, kind: Kind) -> Iterator[str]:
    for word in ("dong", "ut", "0912", "7777", "moi"):
        yield f"{word}: {len(store.ids(kind, word))}"


def test_the_index_follows_every_change(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        saved = unit.put(household(1))
    assert list(texts(store, Kind.HOUSEHOLD)) == ["dong: 1", "ut: 0", "0912: 1", "7777: 0", "moi: 0"]
    with store.unit() as unit:
        unit.put(household(1, id=saved.id, name="Quán Út", phone="0987777000"))
    assert list(texts(store, Kind.HOUSEHOLD)) == ["dong: 0", "ut: 1", "0912: 0", "7777: 1", "moi: 0"]
    with store.unit() as unit:
        unit.delete(Kind.HOUSEHOLD, saved.id)
    assert set(texts(store, Kind.HOUSEHOLD)) == {"dong: 0", "ut: 0", "0912: 0", "7777: 0", "moi: 0"}
    with store.unit() as unit:
        unit.put(saved)
    assert next(texts(store, Kind.HOUSEHOLD)) == "dong: 1"


def test_a_domain_is_found_as_long_as_its_candidate_has_it(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        one, other = unit.put(household(1)), unit.put(household(2))
        domain = unit.put(Registration(candidate=one.id, zone="biz.vn", label="cua-hang-xanh"))
    assert store.ids(Kind.HOUSEHOLD, "xanh.biz.vn") == [one.id]
    with store.unit() as unit:
        unit.put(Registration(id=domain.id, candidate=other.id, zone="biz.vn", label="cua-hang-moi"))
    assert (store.ids(Kind.HOUSEHOLD, "xanh"), store.ids(Kind.HOUSEHOLD, "cua moi")) == ([], [other.id])
    with store.unit() as unit:
        unit.delete(Kind.REGISTRATION, domain.id)
    assert store.ids(Kind.HOUSEHOLD, "cua") == []


def test_a_unit_that_failed_leaves_the_index_alone(store: Store, household: Callable[..., Household]) -> None:
    def fail() -> None:
        with store.unit() as unit:
            unit.put(household(1))
            unit.delete(Kind.CITIZEN, "nobody")

    with pytest.raises(LookupError):
        fail()
    assert store.ids(Kind.HOUSEHOLD, "dong") == []


def test_what_was_written_past_a_unit_is_found_after_opening(
    place: "Place", household: Callable[..., Household]
) -> None:
    with place.open() as store, store.unit() as unit:
        unit.put(household(1))
    place.hurt("UPDATE household SET folded = ' quan ut'")
    with place.open() as store:
        assert (store.ids(Kind.HOUSEHOLD, "dong"), len(store.ids(Kind.HOUSEHOLD, "ut"))) == ([], 1)


def test_what_another_program_wrote_is_found_in_order(store: Store, place: "Place") -> None:
    with store.unit() as unit:
        unit.put(Household(name="Bình", owner="X", hamlet="Ấp 1"))
    assert found_names(store, store.search(Kind.HOUSEHOLD, Filter())) == ["Bình"]
    with place.open() as other, other.unit() as unit:
        for name in ("Cúc", "An", "Bàng"):
            unit.put(Household(name=name, owner="X", hamlet="Ấp 1"))
    assert found_names(store, store.search(Kind.HOUSEHOLD, Filter(text="x"))) == ["An", "Bàng", "Bình", "Cúc"]


def test_nothing_that_is_typed_breaks_the_question(store: Store, household: Callable[..., Household]) -> None:
    with store.unit() as unit:
        unit.put(household(1))
    for text in (
        '"',
        "'",
        '"a" OR',
        "a*",
        "NEAR(a b)",
        "-a",
        "a:b",
        "#",
        "#091",
        "(",
        "\x00",
        "^a",
        "a" * 5_000,
        "a " * 500,
    ):
        for kind in CANDIDATES:
            store.search(kind, Filter(text=text))
    assert names(store, '-"bay"* OR') == names(store, "bay or")
