"""What the form of a household looks like on its road: new, refused, with warnings, kept, restored from a draft."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Type
from tests.gui.pages.candidates_setting import HOA, Open, keys, leave_field, opening, type_into
from tests.gui.pictures import Shot, cut_texts, looking, settle
from vnpresence_desktop.domain.card import Card, read_card
from vnpresence_desktop.domain.kinds import Kind, Value
from vnpresence_desktop.domain.records import Household
from vnpresence_desktop.gui.icons import Picture
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.pages.verdict_panel import Block
from vnpresence_desktop.gui.tokens import Tokens
from vnpresence_desktop.work.desk import Desk

VERDICTS: dict[str, tuple[dict[str, Value], str]] = {
    "nothing known": ({}, "primary"),
    "eligible": ({"certificate_no": "57A8012345", "certificate_date": "2024-02-01"}, "ok"),
    "to confirm": ({"certificate_no": "57A8012345", "state": "suspended"}, "warning"),
    "not": ({"certificate_no": "57A8012345", "state": "ceased"}, "error"),
}
"""What is typed, and the colour of what is said of it."""
FAULTY: dict[str, Value] = {"owner": "Lê A", "name": "Quán A", "hamlet": "Ấp Một", "birth_date": "31/2/2003"}


@pytest.fixture(params=["light", "dark 150"])
def colours(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Tokens]:
    with looking(qapp, request.param) as shown:
        yield shown


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication, desk: Desk, colours: Tokens) -> Iterator[Open]:
    with opening(qtbot, qapp, desk) as opener:
        yield opener


@pytest.fixture
def page(open_page: Open) -> CandidatesPage:
    return roomy(open_page)


def roomy(open_page: Open) -> CandidatesPage:
    """The households with so much room that nothing has to be scrolled to."""
    made = open_page(Kind.HOUSEHOLD)
    made.resize(1700, 2400)
    settle()
    return made


def fill(page: CandidatesPage, values: dict[str, Value]) -> None:
    page.form.form.fill(values)
    page.form.form.flush()
    settle()


def blocks(within: QWidget) -> list[Block]:
    return [item for item in within.findChildren(Block) if item.isVisible()]


def painted(block: QFrame) -> tuple[str, set[str], str]:
    """Ground, border and icon of a coloured block."""
    icon = block.findChild(Picture)
    assert isinstance(icon, Picture)
    shot = Shot(block)
    return shot.ground, shot.ring(0), Shot(icon).ink


def coloured(colours: Tokens, level: str) -> tuple[str, set[str], str]:
    return getattr(colours, f"{level}_soft"), {getattr(colours, level)}, getattr(colours, level)


def test_the_verdict_has_the_colour_of_its_condition(page: CandidatesPage, colours: Tokens) -> None:
    page.open_record()
    for verdict, (values, level) in VERDICTS.items():
        fill(page, values)
        condition, free = blocks(page.form.verdict)
        assert painted(condition) == coloured(colours, level), verdict
        assert painted(free) == coloured(colours, "primary"), verdict
        assert cut_texts(page) == [], verdict


def test_the_road_of_a_household_in_pictures(open_page: Open, desk: Desk, colours: Tokens, vntype: Type) -> None:
    page = roomy(open_page)
    pictures = [new(page, colours)]
    pictures.append(refused(page, colours))
    with_warnings(page, desk, colours)
    pictures.append(Shot(page))
    type_into(page, vntype, "trade", "Bán lẻ")
    page.form.draft.keep()
    pictures.append(restored(roomy(open_page), colours))
    assert all(one != two for one, two in combinations(pictures, 2))


def new(page: CandidatesPage, colours: Tokens) -> Shot:
    """Nothing is blamed on an empty form, and the keyboard is in its first field."""
    page.open_record()
    page.form.take_keyboard()
    settle()
    assert Shot(page.form.form.widget("owner")).ring(1) == {colours.focus}
    others = [Shot(page.form.form.widget(name)) for name in ("name", "hamlet", "phone")]
    assert {(*shot.ring(0), shot.ground) for shot in others} == {(colours.edge, colours.surface)}
    assert not page.form.notice.isVisible()
    assert not page.form.twins.isVisible()
    return checked(page)


def refused(page: CandidatesPage, colours: Tokens) -> Shot:
    """The faulty field has the keyboard and the ground of an error; the notice above is red; the others are as before."""
    fill(page, FAULTY)
    keys(page, "Ctrl+S")
    faulty, right = (Shot(page.form.form.widget(name)) for name in ("birth_date", "name"))
    assert (faulty.ring(0), faulty.ring(1), faulty.ground) == ({colours.focus}, {colours.focus}, colours.error_soft)
    assert (right.ring(0), right.ground) == ({colours.edge}, colours.surface)
    assert painted(page.form.notice) == coloured(colours, "error")
    shot = checked(page)
    leave_field(page)
    assert Shot(page.form.form.widget("birth_date")).ring(0) == {colours.error}
    return shot


def with_warnings(page: CandidatesPage, desk: Desk, colours: Tokens) -> None:
    """A twin and a doubtful number are shown in amber while typing; with its reason the number is calm."""
    page.open_record("hoa")
    fill(page, {"phone": "123", "name": "Đào Tiên"})
    amber = Shot(page.form.form.widget("phone"))
    assert (amber.ring(0), amber.ground) == ({colours.warning}, colours.warning_soft)
    assert painted(page.form.twins) == coloured(colours, "warning")
    keys(page, "Ctrl+S")
    assert painted(page.form.notice) == coloured(colours, "warning")
    checked(page)
    keys(page.form.form.reasons.widget("phone"), "Return")
    keys(page, "Ctrl+S")
    assert [item.phone for item in desk.store.all(Household) if item.id == "hoa"] == ["123"]
    page.open_record("hoa")
    settle()
    calm = Shot(page.form.form.widget("phone"))
    assert (calm.ring(0), calm.ground) == ({colours.edge}, colours.surface)
    assert not page.form.notice.isVisible()
    checked(page)


def restored(page: CandidatesPage, colours: Tokens) -> Shot:
    """A draft says so in blue, and the number is still calm."""
    page.open_record("hoa")
    settle()
    assert painted(page.form.notice) == coloured(colours, "primary")
    assert Shot(page.form.form.widget("phone")).ground == colours.surface
    return checked(page)


def checked(page: CandidatesPage) -> Shot:
    assert cut_texts(page) == []
    return Shot(page)


def test_what_is_offered_and_what_would_be_merged_is_seen_whole(open_page: Open, desk: Desk, colours: Tokens) -> None:
    page = roomy(open_page)
    page.open_record()
    fill(page, {"owner": "Nguyễn Văn Dức", "birth_date": "16/08/2003"})
    card = read_card("092203001234||NGUYỄN VĂN ĐỨC|15082003|Nam|Ấp Nhơn Lộc, xã Phong Điền, Cần Thơ|01052021")
    assert isinstance(card, Card)
    page.take_card(card)
    settle()
    assert painted(page.form.side.offers) == coloured(colours, "warning")
    checked(page)
    long = "Số 123/45, đường tỉnh 923, khu dân cư vượt lũ, ấp Nhơn Lộc 1, xã Phong Điền, thành phố Cần Thơ " * 2
    with desk.store.unit() as unit:
        unit.put(replace(HOA, id="hoa2", business_address=long.strip(), owner="Lê Thị Hoà Bình"))
        unit.put(replace(HOA, business_address=f"Gần {long}".strip()))
    page.open_record("hoa")
    page.form.twins.merge_wanted.emit("hoa2")
    settle()
    assert page.form.merging.is_open
    checked(page)
