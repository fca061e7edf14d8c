"""A filter is data: what is written is read back, what a newer program wrote is named and left out."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain import filters
from vnpresence_desktop.domain.fields import fields as record_fields
from vnpresence_desktop.domain.filters import Between, Filter, OneOf
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind

TEXTS = st.text(max_size=8)
MAYBE = st.none() | st.booleans()


def some_filter(kind: Kind) -> st.SearchStrategy[Filter]:
    names = st.sampled_from([info.name for info in record_fields(kind)])
    return st.builds(
        Filter,
        text=TEXTS,
        one_of=st.lists(st.builds(OneOf, names, st.lists(TEXTS, min_size=1, max_size=3).map(tuple)), max_size=2).map(
            tuple
        ),
        between=st.lists(st.builds(Between, names, TEXTS, TEXTS), max_size=2).map(tuple),
        blank=st.lists(names, max_size=2).map(tuple),
        filled=st.lists(names, max_size=2).map(tuple),
        unconfirmed=MAYBE,
        accepted=MAYBE,
        has_registration=MAYBE,
        registration=st.lists(TEXTS, max_size=2).map(tuple),
        reached=MAYBE,
        session=TEXTS,
        updated_since=TEXTS,
    )


@given(data=st.data(), kind=st.sampled_from(CANDIDATES))
def test_what_is_written_is_read_back(data: st.DataObject, kind: Kind) -> None:
    wanted = data.draw(some_filter(kind))
    assert filters.read(filters.write(wanted), kind) == filters.ReadFilter(wanted)


def test_every_part_of_a_filter_is_read() -> None:
    assert set(filters._READERS) == {item.name for item in fields(Filter)}


def test_what_asks_for_nothing_is_an_empty_object() -> None:
    assert filters.write(Filter()) == "{}"
    assert filters.read("", Kind.CITIZEN).filter == Filter()


def test_it_is_written_for_people_to_read() -> None:
    wanted = Filter(text="bảy", one_of=(OneOf("hamlet", ("Ấp 1", "Ấp 2")),), blank=("phone",), reached=False)
    assert (
        filters.write(wanted) == '{"text":"bảy","one_of":[["hamlet","Ấp 1","Ấp 2"]],"blank":["phone"],"reached":false}'
    )


def test_what_a_newer_program_added_is_named_and_left_out() -> None:
    text = '{"blank":["phone","fax"],"one_of":[["hamlet","Ấp 1"],["district","x"]],"near":"Ấp 1","reached":true}'
    found = filters.read(text, Kind.HOUSEHOLD)
    assert found.filter == Filter(blank=("phone",), one_of=(OneOf("hamlet", ("Ấp 1",)),), reached=True)
    assert found.ignored == ("blank.fax", "one_of.district", "near")


def test_a_field_of_another_group_is_left_out() -> None:
    found = filters.read('{"filled":["owner","school"]}', Kind.CITIZEN)
    assert (found.filter.filled, found.ignored) == (("school",), ("filled.owner",))


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("[]", ("*",)),
        ("không phải JSON", ("*",)),
        ("[" * 100_000, ("*",)),
        ('{"text":7}', ("text",)),
        ('{"reached":"yes"}', ("reached",)),
        ('{"blank":"phone"}', ("blank",)),
        ('{"one_of":[["hamlet"]]}', ("one_of",)),
        ('{"one_of":[["hamlet",3]]}', ("one_of",)),
        ('{"between":[["founded","2025"]]}', ("between",)),
    ],
)
def test_nonsense_asks_for_nothing_and_is_named(text: str, ignored: tuple[str, ...]) -> None:
    assert filters.read(text, Kind.ENTERPRISE) == filters.ReadFilter(Filter(), ignored)


@given(st.recursive(st.none() | st.booleans() | st.integers() | TEXTS, lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from([*filters._READERS, "x"]), inner)))  # fmt: skip
def test_no_json_raises(content: object) -> None:
    filters.read(json.dumps(content), Kind.HOUSEHOLD)
