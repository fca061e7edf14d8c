"""What is asked once a column or file, and what each answer makes of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.records import Hamlet, Household
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import (
    Ask,
    Choices,
    Decisions,
    Outlook,
    Question,
    answered,
    open_list,
    questions,
    take_in,
    work_out,
)

HEADING = (
    "STT",
    "Tên hộ kinh doanh",
    "Chủ hộ",
    "Giới tính",
    "Ngày sinh",
    "Số CCCD",
    "Số GCN ĐKHKD",
    "Ấp",
    "Tình trạng",
)
ROWS = (
    (1, "Quán Một", "LÊ MỘT", "Chị Hai", "13/05/1980", 92180001234, "57A8000001", "Ấp Một", "đang hđ"),
    (2, "Quán Hai", "Lê Hai", "chị hai", "12/30/1981", 92180001235, "57A8000002", "Ấp Một", "đang hđ"),
    (3, "Quán Ba", "Lê Ba", "Nam", "01/02/1982", "092080001236", "57A8000003", "Ấp Hai", "Hoạt động"),
)

SWAPPED = (
    (1, "Quán Một", "Lê Một", "Nam", "13/05/1980", "", "57A8000001", "Ấp Một", ""),
    (2, "Quán Hai", "Lê Hai", "Nam", "25/12/1981", "", "57A8000002", "Ấp Một", ""),
    (3, "Quán Ba", "Lê Ba", "Nam", date(1980, 3, 5), "", "57A8000003", "Ấp Một", ""),
    (4, "Quán Bốn", "Lê Bốn", "Nam", date(1981, 4, 6), "", "57A8000004", "Ấp Một", ""),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "hộ.xlsx", HEADING, *ROWS)


def written(path: Path, *rows: Sequence[Any]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Danh sách")
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
    book.close()
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE]) as opened:
        yield opened


class Talk:
    """An officer who is asked and answers."""

    def __init__(self, desk: Desk, file: Path) -> None:
        self._desk, self._file = desk, file
        self.choices, self.decisions = Choices(), Decisions()

    def outlook(self) -> Outlook:
        return work_out(
            self._desk, open_list(self._file), self._file.name, Kind.HOUSEHOLD, self.choices, self.decisions
        )

    def asked(self, ask: Ask, word: str = "") -> Question:
        found = questions(self.outlook(), self.decisions)
        return next(item for item in found if item.ask is ask and word in ("", item.word))

    def answer(self, question: Question, said: str) -> None:
        self.choices, self.decisions = answered(question, said, self.choices, self.decisions)

    def records(self) -> list[Household]:
        return [line.record for line in self.outlook().lines if isinstance(line.record, Household)]


@pytest.fixture
def talk(desk: Desk, file: Path) -> Talk:
    return Talk(desk, file)


@pytest.mark.parametrize(
    ("said", "number", "doubted"),
    [("restore", "092180001234", False), ("unsure", "092180001234", True), ("leave", "92180001234", False)],
)
def test_lost_zeros_must_be_answered(talk: Talk, said: str, number: str, doubted: bool) -> None:
    question = talk.asked(Ask.ZEROS)
    assert (question.field, question.count, question.must) == ("id_number", 2, True)
    assert question.examples[0] == ("92180001234", "092180001234")
    talk.answer(question, said)
    again = talk.asked(Ask.ZEROS)
    assert (again.answer, again.must) == (said, False)
    first = talk.records()[0]
    assert (first.id_number, "id_number" in first.unconfirmed) == (number, doubted)


def test_an_unknown_word_is_answered_once_for_the_file_and_remembered(talk: Talk, desk: Desk) -> None:
    question = talk.asked(Ask.WORD, "chi hai")
    assert (question.field, question.count, question.answer) == ("sex", 2, None)
    talk.answer(question, "female")
    assert [record.sex for record in talk.records()] == ["female", "female", "male"]
    assert talk.asked(Ask.WORD, "chi hai").answer == "female"
    talk.answer(talk.asked(Ask.ZEROS), "restore")
    take_in(desk, "hộ.xlsx", talk.outlook())
    later = Talk(desk, talk._file)
    assert [record.sex for record in later.records()] == ["female", "female", "male"]


def test_dates_that_may_be_month_first_are_asked_about(talk: Talk) -> None:
    assert talk.records()[2].birth_date == "1982-02-01"
    talk.answer(talk.asked(Ask.DAYS), "month")
    assert talk.records()[2].birth_date == "1982-01-02"
    assert talk.records()[0].birth_date == "1980-05-13"  # there is no thirteenth month
    talk.answer(talk.asked(Ask.DAYS), "day")
    assert talk.records()[2].birth_date == "1982-02-01"


def test_names_in_capitals_are_offered_in_name_case(talk: Talk) -> None:
    assert talk.records()[0].owner == "Lê Một"
    assert talk.asked(Ask.CAPITALS).count == 1
    talk.answer(talk.asked(Ask.CAPITALS), "keep")
    assert talk.records()[0].owner == "LÊ MỘT"
    talk.answer(talk.asked(Ask.CAPITALS), "mend")
    assert talk.records()[0].owner == "Lê Một"


def test_old_text_is_mended_unless_refused(desk: Desk, tmp_path: Path) -> None:
    rows = [
        (place, f"Qu¸n {place}", "NguyÔn V¨n §øc", "Nam", "1980", "", f"57A800000{place}", "Ấp Một", "")
        for place in "1234"
    ]
    talk = Talk(desk, written(tmp_path / "cũ.xlsx", HEADING, *rows))
    assert talk.records()[0].owner == "Nguyễn Văn Đức"
    question = talk.asked(Ask.SPELLING)
    assert question.word == "tcvn3"
    assert question.count >= 8
    talk.answer(question, "keep")
    assert talk.records()[0].owner == "NguyÔn V¨n §øc"
    assert talk.asked(Ask.SPELLING).answer == "keep"


def test_days_that_excel_took_for_months_are_asked_about_and_put_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "lẫn.xlsx"
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Danh sách")
    for place, row in enumerate((HEADING, *SWAPPED)):
        sheet.write_row(place, 0, row)
    book.close()
    talk = Talk(desk, path)
    question = talk.asked(Ask.SWAPPED)
    assert (question.field, question.count, question.answer) == ("birth_date", 2, None)
    assert [record.birth_date for record in talk.records()][2:] == ["1980-03-05", "1981-04-06"]
    talk.answer(question, "swap")
    assert [record.birth_date for record in talk.records()][2:] == ["1980-05-03", "1981-06-04"]
    talk.answer(talk.asked(Ask.SWAPPED), "keep")
    assert talk.records()[2].birth_date == "1980-03-05"


def test_a_hamlet_that_the_office_does_not_have_is_asked_about(desk: Desk, file: Path) -> None:
    with desk.store.unit() as unit:
        unit.put(Hamlet(name="Ấp Một"))
    talk = Talk(desk, file)
    question = talk.asked(Ask.WORD, "ap hai")
    assert (question.field, question.count) == ("hamlet", 1)
    talk.answer(question, "Ấp Một")
    assert [record.hamlet for record in talk.records()] == ["Ấp Một"] * 3


def test_refusing_a_spelling_leaves_the_cells_and_not_the_headings(desk: Desk, tmp_path: Path) -> None:
    heading = (
        "STT",
        "Tªn hé kinh doanh",
        "Chñ hé",
        "Giíi tÝnh",
        "Ngµy sinh",
        "Sè CCCD",
        "Sè GCN §KHKD",
        "Êp",
        "T×nh tr¹ng",
    )
    rows = [(n, f"Qu¸n {n}", "NguyÔn V¨n §øc", "Nam", "1980", "", f"57A800000{n}", "Êp Mét", "") for n in "1234"]
    talk = Talk(desk, written(tmp_path / "cũ.xlsx", heading, *rows))
    talk.answer(talk.asked(Ask.SPELLING), "keep")
    assert talk.outlook().found.columns["owner"] == "Chủ hộ"
    assert talk.records()[0].owner == "NguyÔn V¨n §øc"
