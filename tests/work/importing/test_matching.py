"""Who is the same candidate, what is completed, what is only told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.domain.records import Candidate, Citizen, Enterprise, Household
from vnpresence_desktop.work.importing.decisions import OnMatch
from vnpresence_desktop.work.importing.matching import Fate, Matching, complete, identity

HOME = Household(name="Tạp hóa Hòa", owner="Lê Thị Hòa", hamlet="Ấp 1", certificate_no="57A8000001")


def take(matching: Matching, record: Candidate, row: int = 0) -> Fate:
    return matching.take(record, row, matching.find(record), OnMatch.FILL)[0]


def written(matching: Matching) -> list[Candidate]:
    return [change.result for change in matching.changes()]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Enterprise(tax_code="1801234567", name="A"), Enterprise(tax_code="1801234567", name="B"), True),
        (Enterprise(tax_code="1801234567", name="A"), Enterprise(tax_code="1801234568", name="A"), False),
        (Citizen(id_number="092204000001", name="A"), Citizen(id_number="092204000001", name="B"), True),
        (Citizen(name="Lê An", birth_date="2004"), Citizen(name="LÊ ẨN", birth_date="2004"), True),
        (Citizen(name="Lê An", birth_date="2004"), Citizen(name="Lê An", birth_date="2005"), False),
        (HOME, replace(HOME, name="TẠP HOÁ HOÀ"), True),
        (HOME, replace(HOME, name="Quán cơm Hòa"), False),  # one owner may have several
        (replace(HOME, certificate_no=""), replace(HOME, certificate_no="", owner="Khác"), False),
    ],
)
def test_identity(one: Candidate, other: Candidate, same: bool) -> None:
    assert (identity(one) == identity(other)) is same


def test_blanks_are_filled_and_what_differs_is_kept_and_told() -> None:
    kept = replace(HOME, phone="0909123456", hamlet="Chưa rõ", state="ceased", note="riêng")
    found = replace(HOME, phone="0909999999", email="a@b.vn", owner="LÊ THỊ HOÀ", state="active", note="khác")
    filled, differing = complete(kept, found)
    assert filled == replace(kept, email="a@b.vn", hamlet="Ấp 1")
    assert [(item.field, item.code, dict(item.values)) for item in differing] == [
        ("phone", "differs", {"kept": "0909123456", "found": "0909999999"})
    ]


def test_an_unsure_value_stays_unsure_when_it_fills_a_blank_only() -> None:
    found = replace(HOME, id_number="092179000001", unconfirmed=("id_number",))
    assert complete(HOME, found)[0].unconfirmed == ("id_number",)
    sure = replace(HOME, id_number="092179000001")
    assert complete(sure, found)[0].unconfirmed == ()


def test_a_row_that_stands_twice_in_a_list_comes_in_once() -> None:
    matching = Matching([])
    rows = (HOME, HOME, replace(HOME, phone="0909123456"), HOME)
    assert [take(matching, row, number) for number, row in enumerate(rows)] == ["new", "same", "updated", "same"]
    assert written(matching) == [replace(HOME, phone="0909123456")]


@given(st.lists(st.tuples(st.sampled_from(["57A8000001", "57A8000002", ""]), st.sampled_from(["A", "a", "B"]))))
def test_the_same_list_twice_changes_nothing_more(rows: list[tuple[str, str]]) -> None:
    records = [replace(HOME, certificate_no=number, name=name) for number, name in rows]
    first = Matching([])
    for record in records:
        take(first, record)
    second = Matching(written(first))
    assert all(take(second, record) == "same" for record in records)
    assert written(second) == []


# -- what a person decides


KEPT = replace(HOME, id="kept", phone="0909123456", tax_code="", note="riêng")
FOUND = replace(HOME, phone="0909999999", tax_code="8012345678", owner="", note="khác", state="ceased")


def test_overwriting_takes_what_the_list_says_and_keeps_the_rest() -> None:
    filled, differing = complete(KEPT, FOUND, OnMatch.OVERWRITE)
    assert filled == replace(KEPT, phone="0909999999", tax_code="8012345678")
    assert differing == []


def test_what_a_list_wrote_follows_the_values_that_came_from_it() -> None:
    kept = replace(KEPT, unconfirmed=("phone", "name"), originals=("phone:909123456", "name:TẠP HÓA HÒA"))
    found = replace(FOUND, unconfirmed=("tax_code",), originals=("tax_code:8012345678 ", "name:tạp hoá"))
    filled, _ = complete(kept, found, OnMatch.OVERWRITE)
    assert filled.unconfirmed == ("name", "tax_code")
    assert filled.originals == ("name:TẠP HÓA HÒA", "tax_code:8012345678 ")


def test_a_match_can_be_skipped_or_be_another_candidate() -> None:
    matching = Matching([KEPT])
    match = matching.find(FOUND)
    assert match is not None
    assert match.certain
    assert matching.take(FOUND, 5, match, OnMatch.SKIP)[0] is Fate.LEFT_OUT
    assert matching.take(FOUND, 6, match, OnMatch.ADD)[0] is Fate.NEW
    assert written(matching) == [FOUND]
    assert matching.find(replace(FOUND, email="a@b.vn")) == match  # the first one stays the one that is meant


@pytest.mark.parametrize(
    ("other", "likely"),
    [
        (replace(HOME, name="Quán cơm Hòa"), True),  # the certificate is the same
        (replace(HOME, certificate_no=""), True),
        (replace(HOME, certificate_no="57A8000002"), False),  # its number tells it apart
        (replace(HOME, certificate_no="", owner="Trần Văn Ba"), False),
        (replace(HOME, name="Cà phê", certificate_no="", phone="0909123456"), True),
    ],
)
def test_who_is_likely_the_same_is_found_and_not_taken_for_certain(other: Household, likely: bool) -> None:
    match = Matching([KEPT]).find(other)
    assert (match is not None) is likely
    assert match is None or not match.certain


def test_a_person_of_the_same_name_year_and_hamlet_is_likely_the_same() -> None:
    kept = Citizen(name="Lê Thị Mơ", birth_date="2004-02-01", hamlet="Ấp Hai", id_number="092304000001")
    matching = Matching([kept])
    assert matching.find(Citizen(name="LÊ THỊ MƠ", birth_date="2004", hamlet="ấp hai")) is not None
    assert matching.find(replace(kept, id_number="092304000002")) is None
    assert matching.find(replace(kept, id_number="", birth_date="2005")) is None
