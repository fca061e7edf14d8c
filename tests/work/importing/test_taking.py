"""A list looked at before it comes in, its columns corrected, its zeros confirmed, its import broken off."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.work.registers import OFFICE, SHOP, YOUTH, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import Citizen, Household, ImportBatch
from vnpresence_desktop.work import candidates
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import (
    Choices,
    Decisions,
    Fate,
    Imported,
    OnMatch,
    Options,
    Outlook,
    batches,
    import_list,
    open_list,
    take_back,
    take_in,
    work_out,
)

HEADING = ["STT", "Tên hộ kinh doanh", "Người nắm giữ", "Số CCCD", "Số GCN ĐKHKD", "Địa chỉ", "Điện thoại"]
ROWS = [
    [1, "Tạp hóa Sáu", "Trần Thị Sáu", 92180001234, "57A8000002", "ấp Thới Phước", "0912345678"],
    [2, "Tạp hóa Hòa", "Lê Thị Hòa", 92180001235, "57A8000001", "ấp Một", "0912345679"],
    [3, "Quán Bảy", "", "092180001236", "57A8000003", "ấp Hai", "0912345670"],
]
OWNER = Choices(columns={"owner": 2})


def write(path: Path, *rows: Sequence[Any]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Danh sách")
    for place, row in enumerate(rows):
        sheet.write_row(place + 2, 0, row)
    book.close()
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "danh sách.xlsx", HEADING, *ROWS)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, SHOP]) as opened:
        yield opened


def look(desk: Desk, file: Path, choices: Choices | None = None, decisions: Decisions | None = None) -> Outlook:
    return work_out(desk, open_list(file), file.name, Kind.HOUSEHOLD, choices or Choices(), decisions)


def bring(desk: Desk, file: Path, choices: Choices | None = None, decisions: Decisions | None = None) -> Imported:
    return take_in(desk, file.name, look(desk, file, choices, decisions))


def phones(desk: Desk) -> dict[str, str]:
    return {kept.name: kept.phone for kept in desk.store.all(Household)}


def test_a_look_tells_what_was_found_and_writes_nothing(desk: Desk, file: Path) -> None:
    seen = look(desk, file)
    found = seen.found
    assert (found.sheet, found.header_row, found.headings) == ("Danh sách", 3, tuple(HEADING))
    assert found.places["name"] == (1,)
    assert "owner" not in found.places
    assert [line.record.name for line in seen.lines] == ["Tạp hóa Sáu", "Tạp hóa Hòa", "Quán Bảy"]
    assert desk.store.count(Household) == 1
    assert batches(desk) == []


def test_a_column_chosen_by_hand_is_read_and_taking_in_does_what_was_said(desk: Desk, file: Path) -> None:
    assert look(desk, file).outcome.imported == 0  # nobody knows the owners
    seen = look(desk, file, OWNER)
    assert [line.record.owner for line in seen.lines] == ["Trần Thị Sáu", "Lê Thị Hòa", ""]
    assert [line.fate for line in seen.lines] == [Fate.NEW, Fate.UPDATED, Fate.WRONG]
    done = take_in(desk, file.name, seen)
    assert replace(done, batch="") == seen.outcome
    assert (done.rows, done.imported, done.updated, done.skipped) == (3, 1, 1, 1)
    assert phones(desk) == {"Tạp hóa Sáu": "0912345678", "Tạp hóa Hòa": "0912345679"}


def test_a_column_serves_one_field_and_can_be_taken_from_all(desk: Desk, file: Path) -> None:
    seen = look(desk, file, Choices(columns={"owner": 1, "phone": -1}))
    assert seen.found.places["owner"] == (1,)
    assert "name" not in seen.found.places
    assert "phone" not in seen.found.places
    assert {line.record.phone for line in seen.lines} == {""}


def test_a_list_without_names_is_shown_where_its_columns_can_be_chosen(desk: Desk, tmp_path: Path) -> None:
    file = write(tmp_path / "lạ.xlsx", ["Bảng", "Ai", "Số CCCD", "Điện thoại", "Ngày sinh"], ["x", "Sáu", "", "", ""])
    with pytest.raises(UserError):
        import_list(desk, file, Kind.CITIZEN)
    seen = work_out(desk, open_list(file), file.name, Kind.CITIZEN, Choices())
    assert "name" not in seen.found.places
    chosen = work_out(desk, open_list(file), file.name, Kind.CITIZEN, Choices(columns={"name": 1}))
    assert chosen.found.places["name"] == (1,)


def test_zeros_put_back_are_doubted_until_confirmed_once_for_the_column(desk: Desk, file: Path) -> None:
    seen = look(desk, file, OWNER)
    assert seen.lines[0].record.unconfirmed == ("id_number",)
    assert "id_zero_restored" in [item.problem.code for item in seen.outcome.problems]
    sure = replace(OWNER, options=Options(zeros={"id_number": True}))
    bring(desk, file, sure)
    (six,) = desk.store.find(Household, name="Tạp hóa Sáu")
    assert (six.id_number, six.unconfirmed, six.originals) == ("092180001234", (), ("id_number:92180001234",))


def test_progress_rises_to_the_end_and_what_it_raises_leaves_nothing_written(desk: Desk, file: Path) -> None:
    told: list[tuple[int, int]] = []
    import_list(desk, file, Kind.HOUSEHOLD, dry_run=True, choices=OWNER, report=lambda *step: told.append(step))
    assert told == [(0, 6), (1, 6), (2, 6)]

    def stop_while_writing(done: int, total: int) -> None:
        if done * 2 > total:
            raise KeyError(done)

    with pytest.raises(KeyError):
        import_list(desk, file, Kind.HOUSEHOLD, choices=OWNER, report=stop_while_writing)
    assert desk.store.count(Household) == 1
    assert batches(desk) == []
    import_list(desk, file, Kind.HOUSEHOLD, choices=OWNER, report=lambda *step: told.append(step))
    assert told[-2:] == [(2, 4), (3, 4)]
    assert desk.store.count(Household) == 2


# -- rows as a person decided


def test_rows_typed_anew_left_out_and_overwritten(desk: Desk, file: Path) -> None:
    choices = replace(OWNER, edits={6: {"owner": "Võ Thị Bảy", "phone": "0939 111 222"}})
    decisions = Decisions(left_out=frozenset({4}), on_match={5: OnMatch.OVERWRITE})
    seen = look(desk, file, choices, decisions)
    assert [line.fate for line in seen.lines] == [Fate.LEFT_OUT, Fate.UPDATED, Fate.NEW]
    done = take_in(desk, file.name, seen)
    assert (done.rows, done.imported, done.updated, done.skipped) == (3, 1, 1, 1)
    assert phones(desk) == {"Tạp hóa Hòa": "0912345679", "Quán Bảy": "0939111222"}


def test_a_kind_of_problem_is_left_out_or_accepted_with_a_reason(desk: Desk, file: Path) -> None:
    problem = ("id_number", "id_zero_restored")
    left = look(desk, file, OWNER, Decisions(left_out_kinds=frozenset({problem})))
    assert [line.fate for line in left.lines] == [Fate.LEFT_OUT, Fate.LEFT_OUT, Fate.WRONG]
    bring(desk, file, OWNER, Decisions(accepted={problem: "đã so với thẻ"}))
    (six,) = desk.store.find(Household, name="Tạp hóa Sáu")
    assert six.accepted == ("id_number:id_zero_restored:đã so với thẻ",)


def test_a_row_that_may_be_somebody_is_told_and_comes_in_as_another_unless_decided(desk: Desk, tmp_path: Path) -> None:
    file = write(tmp_path / "a.xlsx", HEADING, [1, "Tạp hóa Hòa", "Lê Thị Hòa", "", "", "ấp Một", "0912345679"])
    seen = look(desk, file, OWNER)
    assert seen.lines[0].fate is Fate.NEW
    assert "likely_same" in [item.code for item in seen.lines[0].problems]
    assert seen.lines[0].match is not None
    same = look(desk, file, OWNER, Decisions(on_match={4: OnMatch.FILL}))
    assert same.lines[0].fate is Fate.UPDATED
    assert "likely_same" not in [item.code for item in same.lines[0].problems]
    take_in(desk, file.name, same)
    assert phones(desk) == {"Tạp hóa Hòa": "0912345679"}


def test_a_row_that_stands_twice_comes_in_once_and_names_the_other(desk: Desk, tmp_path: Path) -> None:
    row = [1, "Quán Tám", "Lê Tám", "", "57A8000008", "ấp Hai", ""]
    file = write(tmp_path / "a.xlsx", HEADING, row, row)
    seen = look(desk, file, OWNER)
    assert [line.fate for line in seen.lines] == [Fate.NEW, Fate.SAME]
    assert [(item.code, dict(item.values)) for item in seen.lines[1].problems][-1] == ("same_row", {"row": "4"})


# -- meanwhile


def test_what_is_written_while_a_list_is_looked_at_is_not_lost(tmp_path: Path) -> None:
    kept = replace(YOUTH, id="youth", hamlet="Ấp Hai")
    with desk_with(tmp_path, [OFFICE, kept]) as desk:
        outlook = look_at_youth(desk, tmp_path)
        changed = replace(kept, phone="0909123456", hamlet="Ấp Ba", note="mới sửa")
        with desk.store.unit() as unit:
            unit.put(changed)
        take_in(desk, "list.csv", outlook)
        assert desk.store.get(Citizen, "youth") == replace(changed, email="mo@example.vn", home_address="Ấp Hai")


def test_what_is_deleted_while_a_list_is_looked_at_stays_deleted_and_is_counted_so(tmp_path: Path) -> None:
    with desk_with(tmp_path, [OFFICE, replace(YOUTH, id="youth")]) as desk:
        outlook = look_at_youth(desk, tmp_path)
        with desk.store.unit() as unit:
            unit.delete(Kind.CITIZEN, "youth")
        done = take_in(desk, "list.csv", outlook)
        assert desk.store.all(Citizen) == []
        assert (done.rows, done.updated, done.skipped) == (1, 0, 1)


def look_at_youth(desk: Desk, folder: Path) -> Outlook:
    file = folder / "list.csv"
    file.write_text(
        "Họ và tên;Ngày sinh;Số CCCD;Địa chỉ thường trú;Email\n"
        f"{YOUTH.name};6/5/2004;{YOUTH.id_number};Ấp Hai;mo@example.vn\n",
        encoding="utf-8-sig",
    )
    return work_out(desk, open_list(file), file.name, Kind.CITIZEN)


# -- the list as a whole


def test_the_same_list_again_adds_nothing_and_no_batch(desk: Desk, file: Path) -> None:
    bring(desk, file, OWNER)
    before = desk.store.all(Household)
    again = bring(desk, file, OWNER)
    assert (again.imported, again.updated, again.skipped) == (0, 0, 3)
    assert again.batch == ""
    assert desk.store.all(Household) == before
    assert len(batches(desk)) == 1


def test_a_batch_says_what_the_register_got(desk: Desk, file: Path) -> None:
    done = bring(desk, file, OWNER)
    (batch,) = batches(desk)
    assert batch.id == done.batch
    assert (batch.file, batch.sheet, batch.of) == (file.name, "Danh sách", "household")
    assert (batch.rows, batch.imported, batch.updated, batch.skipped) == (3, 1, 1, 1)
    new = [kept for kept in desk.store.all(Household) if kept.source == f"file:{file.name}"]
    assert len(new) == batch.imported


def test_a_batch_is_taken_back_whole(desk: Desk, file: Path) -> None:
    before = desk.store.all(Household)
    done = bring(desk, file, OWNER)
    take_back(desk, done.batch)
    assert desk.store.all(Household) == before
    assert batches(desk) == []


def test_a_batch_stays_where_a_record_was_changed_since_and_says_which(desk: Desk, file: Path) -> None:
    done = bring(desk, file, OWNER)
    (six,) = desk.store.find(Household, name="Tạp hóa Sáu")
    candidates.keep(desk, replace(six, phone="0939111222", accepted=("id_number:id_number_unconfirmed:đúng",)), six)
    with pytest.raises(UserError) as refused:
        take_back(desk, done.batch)
    assert "Tạp hóa Sáu" in str(refused.value)
    assert len(batches(desk)) == 1
    assert desk.store.count(Household) == 2


def test_the_next_list_of_the_shape_is_read_as_the_last_one_was(desk: Desk, file: Path, tmp_path: Path) -> None:
    bring(desk, file, OWNER)
    heading = [text.upper() for text in HEADING]
    later = write(tmp_path / "quý sau.xlsx", heading, [1, "Quán Chín", "Lê Chín", "", "57A8000009", "ấp Hai", ""])
    assert look(desk, later).lines[0].record.owner == "Lê Chín"
    assert import_list(desk, later, Kind.HOUSEHOLD).imported == 1  # on the command line too
    other = look(desk, later, Choices(columns={"owner": -1}))
    assert "owner" not in other.found.places


def test_sheets_columns_of_another_shape_are_not_mistaken(desk: Desk, file: Path, tmp_path: Path) -> None:
    bring(desk, file, OWNER)
    other = write(
        tmp_path / "khác.xlsx", [*HEADING, "Email"], [1, "Quán", "Lê Chín", "", "57A8000009", "ấp Hai", "", ""]
    )
    assert "owner" not in look(desk, other).found.places
    assert [batch.shape.count("|") for batch in desk.store.all(ImportBatch)] == [len(HEADING) - 1]
