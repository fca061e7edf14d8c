"""Every field of every record has its column; what is put comes back."""

import re
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnpresence_desktop.domain.fields import FieldInfo, fields, from_values, to_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.records import TYPES, Citizen, Household, Record
from vnpresence_desktop.domain.text import clean, fold
from vnpresence_desktop.store import migrations
from vnpresence_desktop.store.driver import scratch
from vnpresence_desktop.store.migrations import expected_schema
from vnpresence_desktop.store.operations import patch_of
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.store.tables import order_text, quoted, search_numbers, search_text, search_words, table

if TYPE_CHECKING:
    from tests.store.conftest import Place

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12).map(clean)


def value(info: FieldInfo) -> st.SearchStrategy[object]:
    if info.type is str:
        return TEXT
    if info.type is tuple:
        return st.lists(TEXT, max_size=3).map(tuple)
    return st.none() | (st.booleans() if info.type is bool else st.integers(-(2**40), 2**40))


def a_record(kind: Kind) -> st.SearchStrategy[Record]:
    return st.fixed_dictionaries({info.name: value(info) for info in fields(kind)}).map(
        lambda values: from_values(kind, values)
    )


def columns(kind: Kind) -> dict[str, tuple[str, int, str | None]]:
    """Column → (type, not null, default) of a fresh file."""
    connection = scratch()
    migrations._apply(connection)
    rows = connection.execute(f"PRAGMA table_info({kind.value})").fetchall()
    connection.close()
    return {name: (type_, not_null, default) for _, name, type_, not_null, default, _ in rows}


@pytest.mark.parametrize("kind", Kind)
def test_every_field_has_a_column_of_its_type(kind: Kind) -> None:
    found = columns(kind)
    wanted = {str: ("TEXT", 1), tuple: ("TEXT", 1), int: ("INTEGER", 0), bool: ("INTEGER", 0)}
    assert {name: found[name][:2] for name in found.keys() & {info.name for info in fields(kind)}} == {
        info.name: wanted[info.type] for info in fields(kind)
    }
    assert found.keys() - {info.name for info in fields(kind)} == {"row_no", "id", "deleted", *table(kind).derived} | (
        {"domains"} if kind in CANDIDATES else set()
    )


@pytest.mark.parametrize("kind", Kind)
def test_every_table_is_strict(kind: Kind) -> None:
    sql = next(sql for type_, name, sql in expected_schema() if (type_, name) == ("table", kind.value))
    assert sql.endswith("STRICT")


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_what_is_put_comes_back(kind: Kind, data: st.DataObject, store: Store) -> None:
    with store.unit() as unit:
        saved = unit.put(data.draw(a_record(kind)))
    found = store.get(kind, saved.id)
    assert found == saved
    assert type(found) is TYPES[kind]
    again = data.draw(a_record(kind))
    changed = from_values(kind, {**{i.name: getattr(again, i.attribute) for i in fields(kind)}, "id": saved.id})
    if kind not in (Kind.REACH, Kind.DISTINCTION):  # their id is that of the pair
        with store.unit() as unit:
            unit.put(changed)
        assert store.get(kind, saved.id) == changed


def test_search_text_is_words_once_and_numbers_are_digits(household: Callable[..., Household]) -> None:
    record = household(7, phone="0912.345 678", email="BayDong@Gmail.com", tax_code="1801234567-001", note="Bảy, bảy")
    values = {info.name: getattr(record, info.attribute) for info in fields(Kind.HOUSEHOLD)}
    text = search_text(Kind.HOUSEHOLD, values)
    assert text.startswith(" tap hoa bay dong 7 nguyen van duc khu vuc 1 64a8000007 12 3 binh")
    assert text.endswith(" ban baydong gmail com")
    assert search_numbers(values).split() == ["092080000007", "1801234567001", "648000007", "0912345678"]
    assert search_numbers({"phone": "1" * 200}) == "1" * 96


@pytest.mark.parametrize("kind", Kind)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_new_record_has_the_patch_of_what_it_holds(kind: Kind, data: st.DataObject) -> None:
    home, record = table(kind), data.draw(a_record(kind))
    values, blank = to_values(record), table(kind).empty()
    changes = {
        name: (blank[name], values[name]) for name in blank.keys() & values.keys() if values[name] != blank[name]
    }
    assert home.birth(values) == patch_of(changes)
    assert home.birth(blank) == "{}"
    assert home.renamed("x", values) == from_values(kind, values | {"id": "x"})


@settings(max_examples=200, deadline=None)
@given(st.text() | st.text("đĐÁ ằ\u0301\xa0\x1f\u200b\n\u1100\u1161-_/.²ﬁ9", max_size=30))
def test_words_kept_one_by_one_are_those_of_the_whole_text(text: str) -> None:
    """The index of older files was made from whole texts."""
    assert search_words(text) == list(dict.fromkeys(re.findall(r"[^\W_]+", fold(text))))


def test_people_are_ordered_by_given_name() -> None:
    names = ["Lê Văn Ánh", "Nguyễn Văn Anh", "Trần Ân", "Phạm Đức", "Đỗ Dũng", "Bùi Anh"]
    ordered = sorted(names, key=lambda name: order_text(Kind.CITIZEN, {"name": name}))
    assert ordered == ["Bùi Anh", "Lê Văn Ánh", "Nguyễn Văn Anh", "Trần Ân", "Đỗ Dũng", "Phạm Đức"]


def test_derived_columns_follow_every_change(place: "Place", household: Callable[..., Household]) -> None:
    with place.open() as store:
        with store.unit() as unit:
            saved = unit.put(household(name="Quán Bà Tư"))
        with store.unit() as unit:
            unit.put(household(id=saved.id, name="Quán Út Đẹt"))
        ((folded, sort),) = store._rows("SELECT folded, sort FROM household")
    assert folded.startswith(" quan ut det nguyen van duc")
    assert sort == order_text(Kind.HOUSEHOLD, {"name": "Quán Út Đẹt"})


def test_a_value_of_another_type_is_refused_by_the_file(store: Store) -> None:
    with pytest.raises(Exception, match="cannot store TEXT value in INTEGER column"), store.unit() as unit:
        unit.put(Citizen(name="A", union_member="yes"))  # type: ignore[arg-type]
    assert store.count(Citizen) == 0


def test_column_names_that_sql_reserves_are_quoted() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE hamlet ({quoted('from')} TEXT, {quoted('until')} TEXT)")
    connection.close()
