"""The repair screen over odd lists, and whatever the officer does on it: all of it can be taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import let_go, present
from tests.gui.pages.review_parts import CAFE, HEADING, ROWS, SHOP, Screen, write
from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.gui.pages.import_review import Review
from vnpresence_desktop.gui.pages.import_review_kinds import ALL, IN_REGISTER
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.importing import Area, Choices, Decisions, Fate, OnMatch

SAMPLES = Path(__file__).parents[2] / "samples"
ODD = "Quán “Một & Hai”\n=1+1 <b>đậm</b> " + "rất dài " * 60


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_with(tmp_path, [OFFICE, SHOP, CAFE]) as opened:
        yield opened


@pytest.fixture
def review(qtbot: QtBot) -> Review:
    made = Review()
    present(qtbot, made, 1120, 560)
    return made


def test_before_a_list_there_is_nothing_and_no_key_does_harm(review: Review) -> None:
    assert review.waiting == ""
    assert review.card.heading.text() == "Chọn một dòng để xem."
    review.next_problem()
    review.undo()
    review.begin()
    assert review.grid.count() == 0


@pytest.mark.parametrize(
    ("name", "kind", "rows"),
    [
        ("ho_kinh_doanh.xlsx", Kind.HOUSEHOLD, 240),
        ("thanh_nien.xlsx", Kind.CITIZEN, 180),
        ("doanh_nghiep_moi.xlsx", Kind.ENTERPRISE, 40),
    ],
)
def test_each_kind_of_list_is_shown_whole(desk: Desk, review: Review, name: str, kind: Kind, rows: int) -> None:
    screen = Screen(desk, SAMPLES / name, review, kind)
    assert len(screen.shown()) == rows
    assert "name" in review.grid.fields
    for place in (0, rows - 1):
        assert "…" not in review.grid.texts(place)[:3]
        screen.stand(screen.shown()[place])
        assert review.card.heading.text().startswith(f"Dòng {screen.shown()[place]}: ")


def test_the_same_screen_shows_a_list_of_another_kind_after_it(desk: Desk, review: Review) -> None:
    QAbstractItemModelTester(review.grid.model())
    first = Screen(desk, SAMPLES / "ho_kinh_doanh.xlsx", review)
    first.stand(first.shown()[-1], "phone")
    review.begin()
    second = Screen(desk, SAMPLES / "thanh_nien.xlsx", review, Kind.CITIZEN)
    assert len(second.shown()) == 180
    assert "trade" not in review.grid.fields


def test_odd_texts_stay_texts(desk: Desk, review: Review, tmp_path: Path, qapp: QApplication) -> None:
    row = [1, ODD, "Lê An", "092180001234", "", "", ODD, "Ấp Một", "0912345678"]
    screen = Screen(desk, write(tmp_path / "lạ.xlsx", HEADING, row), review)
    screen.stand(4, "name")
    let_go(qapp)
    assert "=1+1 <b>đậm</b>" in screen.cell(4, "name")
    assert "<b>đậm</b>" in review.card.heading.text()
    assert review.layout().minimumSize().width() < 900


def test_a_list_whose_rows_are_all_wrong_can_be_left_out_whole(desk: Desk, review: Review, tmp_path: Path) -> None:
    rows: list[list[Any]] = [[place, f"Quán {place}", "", f"09218000{place:04}", *[""] * 5] for place in range(3)]
    screen = Screen(desk, write(tmp_path / "sai.xlsx", HEADING, *rows), review)
    assert screen.outlook.fates == {Fate.WRONG: 3}
    review.groups.choose(("owner", "missing"))
    review.bar.out.click()
    assert screen.outlook.fates == {Fate.LEFT_OUT: 3}
    review.undo()
    assert screen.outlook.fates == {Fate.WRONG: 3}


def test_other_rows_of_the_sheet_forget_what_could_be_taken_back(desk: Desk, review: Review, tmp_path: Path) -> None:
    screen = Screen(desk, write(tmp_path / "danh sách.xlsx", HEADING, *ROWS), review)
    screen.stand(4)
    review.grid.turned.emit(4)
    assert not review.bar.undo.isHidden()
    screen.choices = Choices(sheet="Danh sách", area=Area(3, 3, 4, 6))
    screen.decisions = Decisions()
    screen.answer()
    assert review.bar.undo.isHidden()
    assert screen.shown() == [4, 5, 6]
    review.undo()
    assert screen.decisions == Decisions()


ACTS = st.one_of(
    st.tuples(
        st.just("edit"), st.integers(4, 10), st.sampled_from(["phone", "owner", "id_number"]), st.text(max_size=9)
    ),
    st.tuples(st.just("space"), st.integers(4, 10)),
    st.tuples(st.just("kind"), st.integers(0, 9)),
    st.tuples(st.just("accept"), st.integers(0, 9)),
    st.tuples(st.just("match"), st.sampled_from(list(OnMatch))),
    st.tuples(st.just("answer"), st.integers(0, 2)),
)


def do(screen: Screen, act: tuple[Any, ...]) -> None:
    review = screen.review
    if act[0] == "edit":
        screen.stand(act[1], act[2])
        review.grid.model().setData(review.grid.currentIndex(), act[3])
    elif act[0] == "space":
        review.grid.turned.emit(act[1])
    elif act[0] == "answer":
        acts = review.questions.boxes[0].acts if review.questions.boxes else []
        if act[1] < len(acts):
            acts[act[1]].click()
    elif act[0] == "match":
        review.groups.choose(IN_REGISTER)
        review.bar.matched.emit(act[1])
    else:
        groups = review.survey.groups
        review.groups.choose(groups[act[1] % len(groups)].key)
        button = review.bar.out if act[0] == "kind" else review.bar.accept
        if not button.isHidden():
            button.click()
        if not review.bar.ask.isHidden():
            review.bar.ask.give()
    review.groups.choose(ALL)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTS, max_size=6))
def test_whatever_is_done_can_be_taken_back_step_by_step(
    qapp: QApplication, desk: Desk, tmp_path: Path, acts: list[tuple[Any, ...]]
) -> None:
    review = Review()
    screen = Screen(desk, write(tmp_path / "danh sách.xlsx", HEADING, *ROWS), review)
    before = screen.outlook.lines
    for act in acts:
        do(screen, act)
        assert sum(screen.outlook.fates.values()) == len(ROWS)
    while not review.bar.undo.isHidden():
        review.undo()
    assert screen.outlook.lines == before
    assert screen.decisions == Decisions()
    assert screen.choices.edits == {}
    review.deleteLater()
    let_go(qapp)
