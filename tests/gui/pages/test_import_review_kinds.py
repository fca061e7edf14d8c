"""What there is to be looked at in a list, counted; and what the officer's acts make of choices and decisions."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.pages.review_parts import CAFE, HEADING, ROWS, SHOP, write
from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop import assets
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Severity
from vnpresence_desktop.gui.pages.import_review_kinds import (
    ALL,
    CHANGED,
    IN_FILE,
    IN_REGISTER,
    LEFT_OUT,
    Rows,
    Survey,
    survey,
    title,
)
from vnpresence_desktop.gui.pages.import_review_said import Said
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import Choices, Decisions, OnMatch, Options, Outlook, open_list, work_out

WRONG_ID, ZERO, LIKELY = ("id_number", "id_length"), ("id_number", "id_zero_restored"), ("", "likely_same")
NOTHING = Said(Choices(), Decisions())


@pytest.fixture
def worked(tmp_path: Path) -> Iterator[tuple[Desk, Path]]:
    with desk_with(tmp_path, [OFFICE, SHOP, CAFE]) as desk:
        yield desk, write(tmp_path / "danh sách.xlsx", HEADING, *ROWS)


def outlook(worked: tuple[Desk, Path], said: Said = NOTHING) -> Outlook:
    desk, path = worked
    return work_out(desk, open_list(path), path.name, Kind.HOUSEHOLD, said.choices, said.decisions)


def seen(worked: tuple[Desk, Path], said: Said = NOTHING) -> Survey:
    return survey(outlook(worked, said), said.choices, said.decisions)


def test_everything_is_counted_errors_first(worked: tuple[Desk, Path]) -> None:
    groups = seen(worked).groups
    assert [(one.title, list(one.rows)) for one in groups] == [
        ("Tất cả các dòng", [4, 5, 6, 7, 8, 9, 10]),
        ("Thiếu chủ hộ", [6]),
        ("Số định danh sai số chữ số", [8]),
        ("Số định danh mất số 0", [4, 7, 9]),
        ("Ngày cấp giấy chứng nhận: không đọc được", [7]),
        ("Số điện thoại chưa đúng", [7]),
        ("Có thể đã có trong sổ", [7]),
        ("Số giấy chứng nhận khác mẫu", [10]),
        ("Trùng trong sổ", [5, 7]),
        ("Trùng trong tệp", [9]),
    ]
    assert [one.severity for one in groups[1:4]] == [Severity.ERROR, Severity.ERROR, Severity.WARNING]
    assert [one.waiting for one in groups] == [0, 1, 1, 3, 1, 1, 1, 1, 0, 0]
    assert list(seen(worked).waiting) == [4, 6, 7, 8, 9, 10]


def test_the_columns_are_the_files_from_left_to_right(worked: tuple[Desk, Path]) -> None:
    assert seen(worked).fields == (
        "name", "owner", "id_number", "certificate_no", "certificate_date", "business_address", "hamlet", "phone",
    )  # fmt: skip


def test_a_field_without_a_column_has_one_where_something_is_wrong_with_it(tmp_path: Path) -> None:
    rows = [[*row[:1], *row[2:7]] for row in ([*HEADING], *ROWS)]
    with desk_with(tmp_path, [OFFICE]) as desk:
        found = seen((desk, write(tmp_path / "không ấp.xlsx", *rows)))
    assert found.fields[0] == "name"
    assert "name_from_owner" in {one.key[1] for one in found.groups}


def test_what_was_dealt_with_waits_no_more_but_can_still_be_seen(worked: tuple[Desk, Path]) -> None:
    said = NOTHING.accept(ZERO, "Đúng như danh sách gốc").leave_out_kind(WRONG_ID).match([7], OnMatch.ADD)
    found = seen(worked, said)
    assert found.group(ZERO).waiting == 0
    assert list(found.group(ZERO).rows) == [4, 7, 9]
    assert found.group(WRONG_ID).waiting == 0
    assert list(found.group(LEFT_OUT).rows) == [8]
    assert not found.group(LIKELY).rows
    assert found.group(LIKELY).title == "Có thể đã có trong sổ"
    assert list(found.group(IN_REGISTER).rows) == [5, 7]
    assert list(found.waiting) == [6, 7, 10]


def test_a_value_that_differs_waits_until_it_is_said_who_the_row_is(tmp_path: Path) -> None:
    with desk_with(tmp_path, [OFFICE, SHOP]) as desk:
        row = [1, SHOP.name, SHOP.owner, "", SHOP.certificate_no, "", "", "Ấp Hai", ""]
        worked = desk, write(tmp_path / "khác.xlsx", HEADING, row)
        key = "hamlet", "differs"
        assert seen(worked).group(key).waiting == 1
        assert seen(worked, NOTHING.match([4], OnMatch.FILL)).group(key).waiting == 0
        assert not seen(worked, NOTHING.match([4], OnMatch.OVERWRITE)).group(key).rows


def test_what_was_typed_is_a_group_of_its_own(worked: tuple[Desk, Path]) -> None:
    found = seen(worked, NOTHING.edit(6, "owner", "Lê Văn Bảy"))
    assert list(found.group(CHANGED).rows) == [6]
    assert not found.group(("owner", "missing")).rows


def test_every_group_has_a_name_also_one_that_nobody_named() -> None:
    assert title(("email", "email_form")) == "Email chưa đúng"
    assert title(("name", "not_entitled")).startswith("Tên: Theo hồ sơ thì không đủ điều kiện")
    assert title(("", "row_hidden")) == "Dòng ẩn trong Excel"
    assert title(IN_FILE) == "Trùng trong tệp"
    assert title(ALL) == "Tất cả các dòng"


def test_short_names_are_of_problems_that_there_are() -> None:
    texts = tomllib.loads(assets.text("texts.toml"))
    assert texts["problem_short"].keys() <= texts["problem"].keys()


@given(st.sets(st.integers(1, 200)), st.integers(0, 201))
def test_a_row_is_found_among_others(some: set[int], row: int) -> None:
    ordered = sorted(some)
    rows = Rows(ordered)
    assert list(rows) == ordered
    assert rows == Rows(ordered)
    assert rows.place(row) == (ordered.index(row) if row in some else None)
    assert rows.after(row) == next((one for one in ordered if one > row), None)
    at = rows.near(row)
    assert at == (next((place for place, one in enumerate(ordered) if one >= row), len(ordered) - 1))


# -- what was said


def test_an_edit_that_says_what_the_file_says_is_none() -> None:
    said = NOTHING.edit(4, "phone", "0911", None).edit(4, "owner", "A").edit(5, "owner", "B")
    assert said.choices.edits == {4: {"phone": "0911", "owner": "A"}, 5: {"owner": "B"}}
    said = said.edit(4, "phone", "0912 34", "0912 34").edit(5, "owner", "Cũ", "Cũ")
    assert said.choices.edits == {4: {"owner": "A"}}


def test_rows_and_kinds_are_left_out_and_taken_again() -> None:
    said = NOTHING.leave_out([4, 5]).leave_out([5], out=False).leave_out_kind(ZERO)
    assert said.decisions.left_out == {4}
    assert said.decisions.left_out_kinds == {ZERO}
    assert said.leave_out_kind(ZERO, out=False).decisions.left_out_kinds == frozenset()
    said = said.match([6], OnMatch.SKIP).match([7], OnMatch.ADD)
    again = said.take_again([4, 6]).decisions
    assert (again.left_out, again.left_out_kinds, again.on_match) == (frozenset(), frozenset(), {7: OnMatch.ADD})


def test_one_row_of_a_kind_that_is_left_out_comes_in_again_and_the_others_do_not() -> None:
    said = NOTHING.leave_out_kind(ZERO).leave_out_kind(WRONG_ID).take_one_again(7, {ZERO: [4, 7, 9]})
    assert said.decisions.left_out == {4, 9}
    assert said.decisions.left_out_kinds == {WRONG_ID}
    skipped = NOTHING.match([7, 9], OnMatch.SKIP).take_one_again(7, {})
    assert skipped.decisions.on_match == {9: OnMatch.SKIP}


def test_a_reason_is_given_and_taken_back_for_a_kind_and_for_a_row() -> None:
    said = NOTHING.accept(ZERO, "vì").accept_row(4, "bởi")
    assert said.decisions.accepted == {ZERO: "vì"}
    assert said.decisions.accepted_rows == {4: "bởi"}
    said = said.accept(ZERO, "").accept_row(4, "")
    assert said.decisions == Decisions()


def test_going_back_leaves_alone_how_the_sheet_is_read() -> None:
    before = Said(Choices(columns={"owner": 1}), Decisions())
    later = before.edit(4, "owner", "A").leave_out([5])
    later = Said(Choices(columns={"owner": 2}, edits=later.choices.edits, options=Options()), later.decisions)
    back = later.back_to(before)
    assert back.choices.columns == {"owner": 2}
    assert back.choices.edits == {}
    assert back.decisions.left_out == frozenset()
    assert back.is_of_same_list(before)
    assert not back.is_of_same_list(Said(Choices(sheet="khác"), Decisions()))
