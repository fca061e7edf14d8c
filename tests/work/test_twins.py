"""Who may be the same: found by numbers, domains and names nearly spelled alike; told apart for good."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.records import Candidate, Citizen, Distinction, Enterprise, Household, Registration
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.twins import Differing, differing, maybe_the_same, not_the_same, twins

SHOP = Household(id="shop", name="Tạp hóa Bảy Đông", owner="Lê Thị Hòa", hamlet="Ấp Một", certificate_no="57A8000001",
                 id_number="092179000123", phone="0909123456", trade="Tạp hóa")  # fmt: skip
FIRM = Enterprise(id="firm", name="Công ty Lúa", tax_code="1801234567", address="Số 1", founded="2025-02-03")
YOUTH = Citizen(id="youth", name="Nguyễn Văn Đức", birth_date="2005-01-02", hamlet="Ấp Một", id_number="092205000001")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        put(made, SHOP, FIRM, YOUTH)
        yield made


def found(desk: Desk, record: Candidate) -> list[tuple[str, tuple[str, ...]]]:
    return [(twin.record.id, twin.fields) for twin in twins(desk, record)]


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Household(name="Quán khác", certificate_no="57A8000001"), ("certificate_no",)),
        (Household(name="Quán khác", id_number="092179000123"), ("id_number",)),
        (Household(name="Quán khác", phone="0909123456"), ("phone",)),
        (Household(name="TAP HOA Bảy Đông", hamlet="ấp một"), ("name", "hamlet")),
        (Household(name="Tạp hóa Bảy Đôg", hamlet="Ấp Một"), ("hamlet",)),
        (Household(name="Tạp hóa Bảy Đôg", hamlet="Ấp Hai"), None),
        (Household(name="Tạp hóa Tám Lan", hamlet="Ấp Một"), None),
        (Household(name="Tạp hóa Bảy Đông", hamlet="Ấp Hai"), None),
        (Enterprise(name="Khác", tax_code="1801234567"), ("tax_code",)),
        (Citizen(name="NGUYEN VAN DUC", birth_date="2005-01-02"), ("name", "birth_date")),
        (Citizen(name="Nguyễn Văn Đưc", birth_date="2005-01-02", hamlet="Ấp Một"), ("name", "birth_date", "hamlet")),
        (Citizen(name="Nguyễn Văn Đứt", birth_date="2005-01-02", hamlet="Ấp Một"), ("birth_date", "hamlet")),
        (Citizen(name="Nguyễn Vân Đứt", birth_date="2005-01-02"), ("birth_date",)),
        (Citizen(name="Trần Thị Mai", birth_date="2005-01-02", hamlet="Ấp Một"), None),
        (Citizen(name="Nguyễn Văn Đức", birth_date="2005-01-03", hamlet="Ấp Một"), None),
        (Citizen(name="Nguyễn Văn Đức", birth_date="2005", hamlet="Ấp Một"), ("name", "hamlet")),
        (Citizen(name="Nguyễn Văn Đức", hamlet="Ấp Một", id_number="092205000002"), None),
        (Citizen(name="Ai", phone="0909123456"), None),
        (YOUTH, None),
    ],
)
def test_who_may_be_the_same(desk: Desk, record: Candidate, fields: tuple[str, ...] | None) -> None:
    assert [item[1] for item in found(desk, record)] == ([fields] if fields else [])


def test_the_same_domain(desk: Desk) -> None:
    put(desk, Registration(candidate="shop", zone="biz.vn", label="baydong"))
    new = Household(name="Quán khác", website="https://baydong.biz.vn/")
    assert found(desk, new) == [("shop", ("label",))]
    assert found(desk, replace(new, website="baydong.id.vn")) == []
    put(desk, replace(new, id="new", website=""), Registration(candidate="new", zone="biz.vn", label="baydong"))
    assert found(desk, replace(new, id="new", website="")) == [("shop", ("label",))]
    assert found(desk, SHOP) == [("new", ("label",))]


def test_the_likeliest_first_each_with_what_differs(desk: Desk) -> None:
    put(desk, replace(SHOP, id="second", name="Quán nước Lan", certificate_no="57A8000002", phone="", trade="Nước"))
    typed = replace(SHOP, id="", phone="0909123499")
    first, second = twins(desk, typed)
    assert (first.record.id, first.score > 95, first.differing) == (
        "shop", True, (Differing("phone", "0909123499", "0909123456"),),
    )  # fmt: skip
    assert (second.record.id, second.score) == ("second", 70)  # one owner may have several
    assert [item.field for item in second.differing] == ["name", "certificate_no", "trade"]


def test_at_most_five(desk: Desk) -> None:
    put(desk, *(replace(SHOP, id=f"x{number}") for number in range(8)))
    assert len(twins(desk, replace(SHOP, id=""))) == 5


def test_what_differs_needs_both_to_say_something() -> None:
    one = replace(SHOP, trade="TAP HOA", home_address="Ấp Một", wish="wants", source="typed")
    assert differing(SHOP, one) == ()
    assert differing(SHOP, replace(one, phone="0", state="ceased")) == (
        Differing("phone", "0909123456", "0"), Differing("state", "active", "ceased"),
    )  # fmt: skip


def test_who_was_told_apart_is_not_shown_again_in_either_direction(desk: Desk) -> None:
    twin = replace(SHOP, id="twin")
    put(desk, twin)
    assert found(desk, SHOP)
    not_the_same(desk, "twin", "shop")
    not_the_same(desk, "shop", "twin")
    assert desk.store.count(Distinction) == 1
    assert found(desk, SHOP) == found(desk, twin) == []
    assert len(found(desk, replace(SHOP, id=""))) == 2
    maybe_the_same(desk, "shop", "twin")
    assert len(found(desk, twin)) == 1


def test_a_namesake_s_day_of_birth_tells_among_hundreds(desk: Desk) -> None:
    put(desk, *(replace(YOUTH, id=f"n{at}", birth_date="1990", id_number="", hamlet="Ấp Xa") for at in range(250)))
    assert found(desk, replace(YOUTH, id="", id_number=""))[0][0] == "youth"


def test_a_wrong_letter_in_a_common_name_is_found_in_its_hamlet(desk: Desk) -> None:
    put(desk, *(replace(YOUTH, id=f"n{at}", birth_date="1990", id_number="", hamlet="Ấp Xa") for at in range(250)))
    assert found(desk, Citizen(name="Nguyễn Văn Đứt", hamlet="Ấp Một"))[0][0] == "youth"


def test_more_fits_than_can_be_compared_say_nothing(desk: Desk) -> None:
    put(desk, *(replace(YOUTH, id=f"n{at}", id_number="") for at in range(250)))
    assert found(desk, Citizen(name="Nguyễn Văn Đứt", hamlet="Ấp Một")) == []
