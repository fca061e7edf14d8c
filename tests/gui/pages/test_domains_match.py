"""A row of a registrars' list beside the register, in words and on its card."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pages.domains_setting import settle
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.domain.records import Candidate, Household
from vnpresence_desktop.gui.pages.domains_match import LEVELS, MatchCard, name_of, value_of, why
from vnpresence_desktop.work.domain_lists import Difference, Match
from vnpresence_desktop.work.domain_reading import ListRow
from vnpresence_desktop.work.texts import say

ROW = ListRow(7, "taphoa.biz.vn", "Lê Thị Hòa", "092179000123")
PEOPLE = tuple(Household(id=f"h{at}", name=f"Tạp hóa {at}", owner="Lê Thị Hòa", hamlet="Ấp Một") for at in range(6))


def match(outcome: str, *differences: Difference, people: tuple[Candidate, ...] = PEOPLE[:1]) -> Match:
    return Match(ROW, outcome, people, differences=differences)


# -- words


def test_a_difference_is_said_by_its_name_in_the_words_of_the_screen() -> None:
    assert name_of("number") == "Số định danh, mã số thuế"
    assert name_of("owner") == "Tên chủ thể"
    assert name_of("registrar") == "Nhà đăng ký"
    day, state = Difference("expires_on", "", "2027-12-10"), Difference("state", "proposed", "registered")
    assert (value_of(day, day.kept), value_of(day, day.found)) == ("chưa ghi", "“10/12/2027”")
    assert (value_of(state, state.kept), value_of(state, state.found)) == ("“đã đề xuất”", "“đã được cấp”")


@pytest.mark.parametrize("outcome", sorted(LEVELS.keys() - {"differs", "invalid"}))
def test_every_outcome_says_what_it_means_and_what_taking_does(outcome: str) -> None:
    assert say("match", outcome) != outcome
    assert why(match(outcome)).endswith(".")
    assert ("Nhận thì" in why(match(outcome))) is (outcome in ("new", "granted"))


def test_what_differs_is_taken_over_unless_the_list_means_somebody_else() -> None:
    mine = Difference("registrar", "iNET", "Mắt Bão")
    other = Difference("owner", "Tạp hóa 0", "Nguyễn Văn Khác")
    assert why(match("differs", mine)) == "Nhận thì sổ ghi theo danh sách."
    assert why(match("differs", other)).startswith("Danh sách ghi chủ thể khác; không tự sửa hồ sơ được.")


def test_a_row_that_is_wrong_says_only_what_is_wrong() -> None:
    wrong = problem("registered_on", "field_missing", Severity.ERROR)
    assert why(replace(match("invalid"), problems=(wrong,))) not in ("", why(match("new")))
    assert "Nhận thì" not in why(replace(match("invalid"), problems=(wrong,)))


# -- the card


@pytest.fixture
def opened() -> list[Candidate]:
    return []


@pytest.fixture
def card(qtbot: QtBot, opened: list[Candidate]) -> MatchCard:
    made = MatchCard(opened.append)
    present(qtbot, made, 600, 400)
    return made


def test_it_says_the_row_its_owner_and_line_by_line_what_differs(card: MatchCard) -> None:
    card.show_match(
        match("differs", Difference("registrar", "iNET", "Mắt Bão"), Difference("expires_on", "", "2027-12-10"))
    )
    assert card.title.text() == "Dòng 7: taphoa.biz.vn · Lê Thị Hòa"
    assert (card.outcome.text(), card.outcome.property("level")) == ("Khác với sổ", "warning")
    assert card.lines == [
        "Nhà đăng ký: trong sổ “iNET”, trong danh sách “Mắt Bão”",
        "Ngày hết hạn: trong sổ chưa ghi, trong danh sách “10/12/2027”",
    ]
    assert card.differing.isVisible()
    card.show_match(replace(match("new"), row=replace(ROW, owner="")))
    assert card.title.text() == "Dòng 7: taphoa.biz.vn · không ghi chủ thể"
    assert card.lines == []
    assert not card.differing.isVisible()


def test_no_row_hides_it(card: MatchCard) -> None:
    card.show_match(match("same"))
    assert card.isVisible()
    card.show_match(None)
    assert not card.isVisible()


def test_each_record_that_fits_can_be_opened_and_goes_with_its_row(card: MatchCard, opened: list[Candidate]) -> None:
    card.show_match(match("unclear", people=PEOPLE))
    settle()
    assert [link.text() for link in card.links] == [f"Mở hồ sơ: Tạp hóa {at}, Ấp Một" for at in range(4)]
    QTest.mouseClick(card.links[2], Qt.MouseButton.LeftButton)
    assert opened == [PEOPLE[2]]
    before = card.links
    card.show_match(match("new", people=(replace(PEOPLE[5], hamlet=""),)))
    assert not [link for link in before if link.isVisible()]
    settle()
    assert [link.text() for link in card.links] == ["Mở hồ sơ: Tạp hóa 5"]
