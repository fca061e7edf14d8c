"""A list without rows: what is so, and what to do, to be read in every look."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import present
from tests.gui.pictures import LOOKS, Shot, far, hexed, looking, same, settle
from vnpresence_desktop.gui.table import Column, RecordTable
from vnpresence_desktop.gui.tokens import Tokens

TITLE, ADVICE = "Chưa có buổi tuyên truyền nào", "Bấm “Thêm buổi” để ghi buổi đầu tiên."


@pytest.fixture(params=LOOKS)
def colours(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Tokens]:
    with looking(qapp, request.param) as made:
        yield made


def empty(qtbot: QtBot, words: str, height: int = 400) -> list[str]:
    """The ink of each band of letters, from above."""
    table = RecordTable([Column(title="Tên")], lambda _: [], lambda _: [], name="Buổi", empty=words)
    present(qtbot, table, 700, height)
    table.load()
    settle()
    shot = Shot(table.viewport(), margin=4)
    ground = shot.ground
    rows = [{hexed(point) for point in row} for row in shot.rows]
    bands: list[set[str]] = []
    for before, row in zip([set(), *rows], rows, strict=False):
        if row != {ground}:
            if not before or before == {ground}:
                bands.append(set())
            bands[-1] |= row
    return [max(band, key=lambda ink: far(ink, ground)) for band in bands]


def test_the_first_sentence_is_the_heading(qtbot: QtBot, colours: Tokens) -> None:
    heading, advice, *more = empty(qtbot, f"{TITLE}. {ADVICE}")
    assert more == []
    assert same(heading, colours.text)
    assert same(advice, colours.muted)


def test_a_single_sentence_is_said_quietly(qtbot: QtBot, colours: Tokens) -> None:
    (ink,) = empty(qtbot, "Chọn tệp để xem trước những dòng đầu.")
    assert same(ink, colours.muted)


def test_a_low_list_has_room_for_it(qtbot: QtBot, colours: Tokens) -> None:
    assert len(empty(qtbot, f"{TITLE}. {ADVICE}", height=170)) == 2
