"""What cells, questions, the current row and its neighbour in the register say; no window is needed for it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gui.pages.review_parts import CAFE, HEADING, ROWS, SHOP, write
from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.import_review_asked import answer, answers, asked, waiting
from vnpresence_desktop.gui.pages.import_review_cells import Cells, Shown, fate_words
from vnpresence_desktop.gui.pages.import_review_comparing import becomes, compared, heading, way_of
from vnpresence_desktop.gui.pages.import_review_lines import Lines
from vnpresence_desktop.gui.pages.import_review_row import sentences
from vnpresence_desktop.gui.pages.import_review_said import Said
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import (
    Ask,
    Choices,
    Decisions,
    Fate,
    Line,
    OnMatch,
    Outlook,
    Question,
    open_list,
    work_out,
)

NOTHING = Said(Choices(), Decisions())
FORM = ("certificate_no", "certificate_form")


class Worked:
    """A list over a register."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk, self._book = desk, open_list(path)

    def outlook(self, said: Said = NOTHING) -> Outlook:
        return work_out(self._desk, self._book, "danh sách", Kind.HOUSEHOLD, said.choices, said.decisions)

    def cells(self, said: Said = NOTHING) -> Cells:
        return Cells(self.outlook(said), said)


@pytest.fixture
def worked(tmp_path: Path) -> Iterator[Worked]:
    with desk_with(tmp_path, [OFFICE, SHOP, CAFE]) as desk:
        yield Worked(desk, write(tmp_path / "danh sách.xlsx", HEADING, *ROWS))


def at(cells: Cells, row: int) -> Line:
    return next(line for line in cells.outlook.lines if line.row == row)


# -- cells


def test_a_cell_shows_its_weightiest_level(worked: Worked) -> None:
    cells = worked.cells()
    assert cells.shown(at(cells, 4), "name") == Shown("Tạp hóa Sáu")
    assert cells.shown(at(cells, 4), "id_number") == Shown("092180001234", "warning")
    assert cells.shown(at(cells, 6), "owner") == Shown("", "error")
    assert cells.shown(at(cells, 7), "certificate_date") == Shown("31/02/2022", "warning", lost=True, ink="muted")
    assert cells.shown(at(cells, 8), "id_number") == Shown("0921800012", "error")


def test_of_a_row_that_is_left_out_nothing_weighs(worked: Worked) -> None:
    cells = worked.cells(NOTHING.leave_out([8]))
    assert cells.shown(at(cells, 8), "id_number") == Shown("0921800012", "hint", ink="muted")
    assert cells.fate(at(cells, 8)).text == "Bỏ qua"


def test_a_warning_that_may_stand_is_said_calmly(worked: Worked) -> None:
    for said in (NOTHING.accept(FORM, "vì"), NOTHING.accept_row(10, "vì")):
        cells = worked.cells(said)
        assert cells.shown(at(cells, 10), "certificate_no") == Shown("X1", "accepted")
        assert ("accepted", "Đã chấp nhận: vì.") in list(sentences(cells, at(cells, 10)))


def test_what_is_typed_is_seen_before_it_is_worked_out_and_so_is_its_taking_back(worked: Worked) -> None:
    cells = worked.cells()
    line = at(cells, 6)
    cells.said = NOTHING.edit(6, "owner", "Lê Văn Bảy")
    assert cells.shown(line, "owner") == Shown("Lê Văn Bảy", changed=True, ink="muted")
    cells.said = NOTHING.leave_out([6])
    assert cells.fate(line).text == "Bỏ qua"
    said = NOTHING.edit(4, "phone", "0987654321")
    cells = worked.cells(said)
    line = at(cells, 4)
    assert cells.shown(line, "phone") == Shown("0987654321", changed=True)
    assert cells.why(line, "phone") == "Đã sửa; trong tệp ghi “0912345678”."
    cells.said = NOTHING
    assert cells.shown(line, "phone") == Shown("0912345678", ink="muted")


def test_a_typed_value_that_can_not_be_read_is_kept_in_sight(worked: Worked) -> None:
    cells = worked.cells(NOTHING.edit(4, "certificate_date", "hôm kia"))
    assert cells.shown(at(cells, 4), "certificate_date") == Shown(
        "hôm kia", "warning", lost=True, changed=True, ink="muted"
    )


def test_the_tip_tells_what_stood_in_the_file_where_it_is_another(worked: Worked) -> None:
    cells = worked.cells()
    assert cells.why(at(cells, 4), "name") == ""
    assert cells.why(at(cells, 4), "certificate_date") == ""
    assert cells.why(at(cells, 7), "phone").endswith("\nTrong tệp: “0912 34”.")


def test_what_becomes_of_a_row_is_said_in_a_sentence(worked: Worked) -> None:
    cells = worked.cells()
    assert [fate_words(at(cells, row)) for row in (4, 5, 6, 9)] == [
        "Thêm một hồ sơ mới vào sổ.",
        "Bổ sung vào hồ sơ “Tạp hóa Hòa” trong sổ.",
        "Chưa nhập được vì còn lỗi: hãy sửa, hoặc bỏ dòng này.",
        "Đã có đủ ở dòng 4 của danh sách; không phải ghi gì thêm.",
    ]
    assert "Chưa có chủ hộ" in cells.why_fate(at(cells, 6))
    out = worked.cells(NOTHING.leave_out([4]))
    assert fate_words(at(out, 4)) == "Không nhập dòng này."


def test_only_a_row_as_a_whole_that_waits_has_a_sign_beside_its_fate(worked: Worked) -> None:
    cells = worked.cells()
    assert cells.fate(at(cells, 7)).icon == "triangle-alert"
    assert cells.fate(at(cells, 4)).icon == "plus"


# -- the current row


def test_sentences_begin_with_errors_and_name_what_stood_in_the_file(worked: Worked) -> None:
    cells = worked.cells(NOTHING.edit(8, "certificate_no", "X2"))
    told = list(sentences(cells, at(cells, 8)))
    assert [level for level, _ in told] == ["error", "warning"]
    assert told[0][1].startswith("Số định danh phải có 12 chữ số, đang có 10.")
    assert list(sentences(worked.cells(), at(worked.cells(), 5))) == []


def test_a_typed_cell_is_told_where_nothing_is_wrong_with_it(worked: Worked) -> None:
    cells = worked.cells(NOTHING.edit(4, "phone", "").edit(6, "owner", "A"))
    told = [text for level, text in sentences(cells, at(cells, 4)) if level == "hint"]
    assert told == ["Số điện thoại đã sửa; trong tệp ghi “0912345678”."]
    told = [text for level, text in sentences(cells, at(cells, 6)) if level == "hint"]
    assert told == ["Chủ hộ đã sửa; trong tệp để trống."]


# -- beside the register


def test_a_row_and_its_record_are_compared_field_by_field(worked: Worked) -> None:
    outlook = worked.outlook()
    rows = compared(outlook, outlook.lines[1])
    assert [(row.title, row.listed, row.kept, row.verdict) for row in rows if row.verdict != "same"] == [
        ("Chủ hộ", "Lê Thị Hoa", "Lê Thị Hòa", "differs"),
        ("Ngày cấp", "03/04/2020", "", "fills"),
        ("Số định danh", "092180001235", "", "fills"),
        ("Địa chỉ kinh doanh", "ấp Một", "", "fills"),
        ("Số điện thoại", "0912345679", "", "fills"),
    ]
    assert [row.title for row in rows if row.verdict == "same"] == ["Tên", "Ấp, khu vực", "Số giấy chứng nhận"]
    assert compared(outlook, outlook.lines[0]) == []


def test_each_way_says_what_it_makes_of_a_field(worked: Worked) -> None:
    outlook = worked.outlook()
    rows = compared(outlook, outlook.lines[1])
    differs, fills, same = rows[0], rows[1], rows[-1]
    assert [becomes(differs, way) for way in OnMatch] == [
        "khác, giữ như đang có", "sẽ lấy theo danh sách", "khác nhau", "khác nhau",
    ]  # fmt: skip
    assert [becomes(fills, way) for way in OnMatch] == ["sẽ bổ sung", "sẽ bổ sung", "chưa có", "chưa có"]
    assert becomes(same, OnMatch.FILL) == "giống nhau"


def test_who_a_row_is_or_may_be_is_said_at_the_top(worked: Worked) -> None:
    lines = {line.row: line for line in worked.outlook().lines}
    told = [heading(lines[row].match) for row in (5, 7, 9) if lines[row].match]
    assert told == [
        "Đã có trong sổ: “Tạp hóa Hòa”",
        "Có thể đã có trong sổ: “Cà phê Đông”",
        "Trùng với dòng 4 của danh sách: “Tạp hóa Sáu”",
    ]
    likely = replace(lines[9].match, certain=False)
    assert heading(likely) == "Có thể trùng với dòng 4 của danh sách: “Tạp hóa Sáu”"


def test_only_a_likely_one_has_no_way_yet(worked: Worked) -> None:
    lines = {line.row: line for line in worked.outlook().lines}
    assert way_of(lines[5], {}, OnMatch.FILL) is OnMatch.FILL
    assert way_of(lines[7], {}, OnMatch.FILL) is None
    assert way_of(lines[7], {7: OnMatch.SKIP}, OnMatch.FILL) is OnMatch.SKIP


# -- questions


def test_every_question_and_every_answer_has_words() -> None:
    told = set()
    for ask in Ask:
        for given in (None, "keep", "month", "restore", "unsure", "leave"):
            word = "tcvn3" if ask is Ask.SPELLING else "nghỉ"
            question = Question(ask, "birth_date" if ask is Ask.DAYS else "state", word, 1200, (), given)
            told.add(asked(question))
            offered = answers(question, Kind.HOUSEHOLD)
            assert all(words for _, words in offered)
            assert len({code for code, _ in offered}) == len(offered) > 1
            assert "1.200" in asked(question) or given is not None
    assert len(told) > 7


def test_what_is_done_while_nothing_is_said_is_known_of_all_but_zeros_and_words() -> None:
    usual = {ask: answer(Question(ask, "", "", 1)) for ask in Ask}
    assert usual == {
        Ask.ZEROS: None, Ask.WORD: None, Ask.DAYS: "day", Ask.SWAPPED: "keep", Ask.SPELLING: "mend", Ask.CAPITALS: "mend",
    }  # fmt: skip
    assert answer(Question(Ask.DAYS, "founded", "", 1, (), "month")) == "month"
    assert answer(Question(Ask.WORD, "sex", "x", 1, (), "")) == ""


@pytest.mark.parametrize(
    ("field", "kind", "meant"),
    [
        ("hamlet", Kind.HOUSEHOLD, [("Ấp Một", "Ấp Một"), ("", "Để trống")]),
        ("union_member", Kind.CITIZEN, [("yes", "Có"), ("no", "Không"), ("", "Để trống")]),
        ("sex", Kind.CITIZEN, [("male", "Nam"), ("female", "Nữ"), ("", "Để trống")]),
    ],
)
def test_a_word_may_mean_what_the_field_may_hold(field: str, kind: Kind, meant: list[tuple[str, str]]) -> None:
    assert list(answers(Question(Ask.WORD, field, "x", 1), kind, ["Ấp Một"])) == meant


def test_only_zeros_hinder() -> None:
    word, zeros = Question(Ask.WORD, "sex", "x", 3), Question(Ask.ZEROS, "tax_code", "", 231)
    assert waiting([word]) == ""
    assert waiting([word, zeros]) == "Hãy trả lời câu hỏi về 231 mã số thuế mất số 0."
    assert waiting([word, replace(zeros, answer="unsure")]) == ""


# -- rows for the grid


def test_lines_are_found_by_their_number_and_unknown_ones_are_nothing(worked: Worked) -> None:
    lines = Lines()
    assert lines.line(4) is None
    assert lines.rows([4]) == [()]
    assert lines.to_edit(4, "name") == ""
    outlook = worked.outlook()
    lines.show_outlook(outlook, NOTHING)
    columns = lines.columns(("name", "phone"))
    assert [column.title for column in columns] == ["Dòng", "Kết quả", "Tên", "Số điện thoại"]
    assert columns[2].tip == "Tên: cột “Tên hộ kinh doanh” trong tệp"
    assert lines.rows([4, 99])[0][2:] == (Shown("Tạp hóa Sáu"), Shown("0912345678"))
    assert lines.rows([99]) == [()]
    assert lines.line(99) is None
    assert lines.to_edit(7, "certificate_date") == "31/02/2022"
    assert lines.unedited(4, "phone") is None
    lines.take(NOTHING.edit(4, "phone", "1"))
    assert lines.unedited(4, "phone") == "0912345678"
    assert lines.as_certain([4, 5, 7, 9], certain=True) == [5, 9]
    assert lines.as_certain([4, 5, 7, 9], certain=False) == [7]
    assert columns[1].why
    assert columns[1].why(6).startswith("Chưa nhập được")
    assert at(Cells(outlook, NOTHING), 6).fate is Fate.WRONG
