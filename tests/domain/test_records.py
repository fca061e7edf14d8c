"""Records: every kind goes out to columns and comes back the same."""

import dataclasses
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.fields import column, fields, from_values, to_values
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind, Need
from vnpresence_desktop.domain.records import (
    TYPES,
    Distinction,
    Hamlet,
    Household,
    Reach,
    Signer,
    derived_id,
    distinction_id,
    reach_id,
)


@given(data=st.data())
def test_any_record_goes_out_and_comes_back(data, any_record):
    record = data.draw(any_record())
    assert from_values(record.KIND, to_values(record)) == record


@given(data=st.data(), kind=st.sampled_from(Kind))
def test_any_row_comes_in_and_goes_out(data, kind, any_values):
    values = data.draw(any_values(kind))
    assert to_values(from_values(kind, values)) == {name: values[name] for name in values}


def test_every_kind_has_its_class_and_says_so():
    assert set(TYPES) == set(Kind)
    assert all(TYPES[kind].KIND is kind for kind in Kind)
    assert all(kind in TYPES for kind in CANDIDATES)


@pytest.mark.parametrize("kind", Kind)
def test_no_field_of_a_class_is_forgotten(kind):
    attributes = {item.name for item in dataclasses.fields(TYPES[kind])} - {"id"}
    assert {info.attribute for info in fields(kind)} == attributes
    assert list(to_values(TYPES[kind]())) == ["id", *(info.name for info in fields(kind))]
    assert [info.name for info in fields(kind)][-2:] == ["source", "note"]


@pytest.mark.parametrize("kind", Kind)
def test_the_type_of_a_field_is_that_of_its_value(kind):
    record = TYPES[kind]()
    for info in fields(kind):
        value = getattr(record, info.attribute)
        assert info.type in (int, bool) if value is None else isinstance(value, info.type)


@pytest.mark.parametrize("kind", Kind)
def test_missing_and_null_columns_take_the_default(kind):
    empty = TYPES[kind]()
    assert from_values(kind, {}) == empty
    assert from_values(kind, dict.fromkeys(to_values(empty), None)) == empty
    assert from_values(kind, {"của phiên bản sau": 1}) == empty


def test_what_the_model_asks_before_saving():
    needed = {kind: [info.name for info in fields(kind) if info.need is Need.SAVE] for kind in CANDIDATES}
    assert needed == {
        Kind.HOUSEHOLD: ["name", "owner", "hamlet", "state"],
        Kind.ENTERPRISE: ["name", "tax_code", "address", "state"],
        Kind.CITIZEN: ["name", "birth_date", "hamlet", "state", "basis"],
    }


def test_what_is_shown_masked():
    for kind in CANDIDATES:
        personal = {info.name for info in fields(kind) if info.personal}
        assert personal == {"phone", "email"} | ({"id_number"} if kind != Kind.ENTERPRISE else set())


@pytest.mark.parametrize("record_type", [Hamlet, Signer])
def test_from_is_a_column_but_no_python_name(record_type):
    record = record_type(name="Ấp Nhơn Lộc 1", from_="2025-07-01")
    values = to_values(record)
    assert values["from"] == "2025-07-01"
    assert "from_" not in values
    assert from_values(record.KIND, values) == record
    assert column("from_") == "from"
    assert column("tax_code") == "tax_code"


def test_a_record_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Household().name = "khác"  # type: ignore[misc]


def test_an_empty_text_or_zero_is_a_value():
    assert from_values(Kind.HOUSEHOLD, {"state": ""}).state == ""
    assert from_values(Kind.SESSION, {"youths": 0}).youths == 0
    assert from_values(Kind.CITIZEN, {"union_member": False}).union_member is False


SESSION, CANDIDATE = "01938a3e-0000-7000-8000-000000000001", "01938a3e-0000-7000-8000-000000000002"


def test_a_pair_has_one_id_on_every_pc_and_in_every_version():
    assert reach_id(SESSION, CANDIDATE) == "ace9ee48-4e3e-5657-b398-01a0df09f51a"
    assert uuid.UUID(reach_id(SESSION, CANDIDATE)).version == 5

    assert distinction_id(SESSION, CANDIDATE) == distinction_id(CANDIDATE, SESSION)
    assert distinction_id(SESSION, CANDIDATE) == "2fc9dcf3-0308-56b0-a27b-013742e7c660"


def test_a_record_that_is_no_pair_keeps_its_own_id():
    assert derived_id(Household(id=CANDIDATE)) == CANDIDATE
    assert derived_id(Reach(session=SESSION, candidate=CANDIDATE)) == reach_id(SESSION, CANDIDATE)
    assert derived_id(Distinction(one=CANDIDATE, other=SESSION)) == distinction_id(SESSION, CANDIDATE)


@given(st.uuids(), st.uuids())
def test_other_pairs_have_other_ids(one, other):
    assert (reach_id(str(one), str(other)) == reach_id(str(other), str(one))) == (one == other)
    assert (reach_id(SESSION, str(one)) == reach_id(SESSION, str(other))) == (one == other)
