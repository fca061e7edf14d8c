"""Search as one types, and half-filled forms that survive."""

import pytest

from tests.store.conftest import Place
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Citizen, Household
from vnpresence_desktop.store.store import Store

SHOP = Household(
    name="Tạp hóa Đông Hòa", owner="Nguyễn Văn Đức", hamlet="Ấp Mỹ", phone="0912 345 678", business_address="12 Lê Lợi"
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.unit() as unit:
        unit.put(SHOP)
        unit.put(Household(name="Cà phê 100%", owner="Trần Thị An", hamlet="Ấp Mỹ"))
        unit.put(Household(name="Áo dài Ánh", owner="Lê Bé", hamlet="Ấp 1"))
        unit.delete(Kind.HOUSEHOLD, unit.put(Household(name="Đã xóa", owner="X", hamlet="Y")).id)
    return store


def names(store: Store, text: str = "") -> list[str]:
    return [record.name for record in store.some(Kind.HOUSEHOLD, store.ids(Kind.HOUSEHOLD, text))]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["Áo dài Ánh", "Cà phê 100%", "Tạp hóa Đông Hòa"]),
        ("dong hoa", ["Tạp hóa Đông Hòa"]),
        ("ĐÔNG HOÀ", ["Tạp hóa Đông Hòa"]),
        ("nguyen duc", ["Tạp hóa Đông Hòa"]),
        ("345678", ["Tạp hóa Đông Hòa"]),
        ("le loi tap hoa", ["Tạp hóa Đông Hòa"]),
        ("100%", ["Cà phê 100%"]),
        ("hoa %", ["Tạp hóa Đông Hòa"]),
        ("_", ["Áo dài Ánh", "Cà phê 100%", "Tạp hóa Đông Hòa"]),
        ("da xoa", []),
        ("áo ca", []),
    ],
)
def test_every_word_is_looked_for_accents_and_case_aside(filled: Store, text: str, found: list[str]) -> None:
    assert names(filled, text) == found


def test_records_come_in_the_order_asked_for_and_the_gone_are_left_out(filled: Store) -> None:
    ids = filled.ids(Kind.HOUSEHOLD)
    asked = [ids[2], "không có", ids[0]]
    assert [record.id for record in filled.some(Kind.HOUSEHOLD, asked)] == [ids[2], ids[0]]
    assert filled.some(Kind.HOUSEHOLD, []) == []


def test_a_kind_without_a_search_column_gives_all(store: Store) -> None:
    with store.unit() as unit:
        unit.put(Citizen(name="An", birth_date="2004", hamlet="Ấp 1"))
    assert store.ids(Kind.SESSION, "gì đó") == []
    assert len(store.ids(Kind.CITIZEN)) == 1


def test_a_draft_is_kept_replaced_and_dropped_without_an_operation(store: Store) -> None:
    store.keep_draft("household:new", '{"name": "Tạp"}')
    store.keep_draft("household:new", '{"name": "Tạp hóa"}')
    store.keep_draft("session:new", "{}")
    assert store.draft("household:new") == '{"name": "Tạp hóa"}'
    assert set(store.drafts()) == {"household:new", "session:new"}
    store.drop_draft("household:new")
    store.drop_draft("household:new")
    assert store.draft("household:new") is None
    assert store.drafts() == ["session:new"]


def test_a_draft_survives_closing(place: Place) -> None:
    with place.open() as store:
        store.keep_draft("citizen:new", "x")
    with place.open() as again:
        assert again.draft("citizen:new") == "x"
