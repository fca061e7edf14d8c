"""The report page's verbs over a real register: periods, what is missing, numbers and words kept and drafted."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Difficulty,
    Household,
    Narrative,
    Reach,
    Session,
    Signer,
    TaskReport,
)
from vnpresence_desktop.work import preparing
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.preparing import Missing
from vnpresence_desktop.work.quarter import figures_of, gather

Q4 = "2025-Q4"
BASE = {"total": 842, "source": "Công an xã", "as_of": "2025-12-10"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as made:
        yield made


def gap(desk: Desk, what: Missing) -> preparing.Gap | None:
    return next((one for one in preparing.outlook(desk, Q4).gaps if one.what is what), None)


# -- periods


@pytest.mark.parametrize(
    ("day", "preset", "ids", "usual"),
    [
        ("2025-10-03", "nd09", ["2025", "2025-Q4"], "2025-Q4"),
        ("2025-12-14", "nd09", ["2025", "2025-Q4"], "2025-Q4"),
        ("2025-12-15", "nd09", ["2026", "2026-Q1", "2025", "2025-Q4"], "2025-Q4"),
        ("2026-01-20", "nd09", ["2026", "2026-Q1", "2025", "2025-Q4"], "2026-Q1"),
        ("2026-01-20", "calendar", ["2026", "2026-Q1", "2025", "2025-Q4"], "2025-Q4"),
        ("2025-09-01", "calendar", ["2025", "2025-Q4"], "2025-Q4"),
    ],
)
def test_periods_from_the_programme_to_today(tmp_path: Path, day: str, preset: str, ids: list[str], usual: str) -> None:
    with new_desk(tmp_path, day, preset=preset) as desk:
        offered = preparing.periods(desk)
        assert [one.id for one in offered] == ids
        assert [one.id for one in offered if one.usual] == [usual]


def test_a_period_tells_its_days_as_reported(desk: Desk) -> None:
    first = preparing.outlook(desk, Q4).period
    assert (first.title, first.first.isoformat(), first.last.isoformat()) == (
        "quý IV năm 2025", "2025-10-03", "2025-12-14",
    )  # fmt: skip


def test_a_province_without_programme_is_told(tmp_path: Path) -> None:
    with new_desk(tmp_path, commune="00004") as desk, pytest.raises(UserError, match="hồ sơ chương trình"):
        preparing.periods(desk)


# -- what is missing


def test_an_empty_register_lacks_everything_but_its_signer(desk: Desk) -> None:
    gaps = preparing.outlook(desk, Q4).gaps
    assert [(one.what.value, one.ids) for one in gaps[:5]] == [
        ("section", ("I",)), ("section", ("III",)), ("section", ("IV",)), ("section", ("V",)),
        ("base", ("household", "enterprise", "citizen")),
    ]  # fmt: skip
    assert gaps[5].what is Missing.TASK
    assert len(gaps[5].ids) == len(desk.programme().tasks)
    assert len(gaps) == 6


def test_nobody_to_sign_today_comes_first(desk: Desk) -> None:
    put(desk, *(replace(one, until="2025-12-14") for one in desk.store.all(Signer)))
    assert preparing.outlook(desk, Q4).gaps[0].what is Missing.SIGNER


def test_a_recorded_difficulty_of_the_period_is_words_enough(desk: Desk) -> None:
    put(
        desk,
        Difficulty(date="2025-11-01", matter="Mạng yếu", proposal="Kéo cáp"),
        Difficulty(date="2025-12-15", matter="Kỳ sau", cause="Chưa tới"),
    )
    found = gap(desk, Missing.SECTION)
    sections = {one.section: one for one in preparing.outlook(desk, Q4).words}
    assert sections["III"].recorded == ("Khó khăn, vướng mắc: Mạng yếu.",)
    assert sections["V"].recorded == ("Kiến nghị: Kéo cáp (do vướng mắc: Mạng yếu).",)
    assert sections["I"].recorded == sections["IV"].recorded == ()
    assert found is not None
    lacking = [one.ids for one in preparing.outlook(desk, Q4).gaps if one.what is Missing.SECTION]
    assert lacking == [("I",), ("IV",)]
    assert gather(desk, Q4).difficulties[0].matter == "Mạng yếu"
    assert len(gather(desk, Q4).difficulties) == 1


def test_only_words_and_numbers_of_the_period_count(desk: Desk) -> None:
    put(
        desk,
        TaskReport(task="I.4", period=Q4, result="Đã đặt logo."),
        TaskReport(task="I.6", period="2026-Q1", result="Đã làm."),
        TaskReport(task="II.1", period=Q4, result="  "),
        BaseFigure(period="2026-Q1", kind="household", total=5, source="A", as_of="2025-12-01"),
        BaseFigure(period=Q4, kind="citizen", total=0, source="A", as_of="2025-12-01"),
    )
    tasks, bases = gap(desk, Missing.TASK), gap(desk, Missing.BASE)
    assert tasks
    assert "I.4" not in tasks.ids
    assert {"I.6", "II.1"} <= set(tasks.ids)
    assert bases
    assert bases.ids == ("household", "enterprise")


@pytest.mark.parametrize(
    ("session", "lacking"),
    [
        (Session(id="s", date="2025-11-01", topic="Họp"), True),
        (Session(id="s", date="2025-11-01", topic="Họp", youths=0), False),
        (Session(id="s", date="2025-11-01", topic="Phát thanh", broadcasts=4), False),
        (Session(id="s", date="2025-12-15", topic="Họp kỳ sau"), False),
        (Session(id="s", date="2025-10-02", topic="Trước chương trình"), False),
    ],
)
def test_a_session_without_audience(desk: Desk, session: Session, lacking: bool) -> None:
    put(desk, session)
    found = gap(desk, Missing.SESSION)
    assert (found is not None) == lacking
    assert found is None or (found.ids, found.names) == (("s",), ("Họp",))


# -- the office's own words


def test_words_are_drafted_then_kept_and_reported(desk: Desk) -> None:
    preparing.draft_words(desk, Q4, "III", "Đánh giá dở d")
    assert desk.store.all(Narrative) == []
    shown = {one.section: one for one in preparing.outlook(desk, Q4).words}["III"]
    assert (shown.text, shown.drafted) == ("Đánh giá dở d", True)
    preparing.keep_words(desk, Q4, "III", "Đánh giá.\nKhó khăn.")
    assert desk.store.drafts() == []
    shown = {one.section: one for one in preparing.outlook(desk, Q4).words}["III"]
    assert (shown.text, shown.drafted) == ("Đánh giá.\nKhó khăn.", False)
    assert [item.text for item in gather(desk, Q4).narratives] == ["Đánh giá.\nKhó khăn."]


def test_words_kept_again_are_one_record_and_empty_ones_none(desk: Desk) -> None:
    for text in ("Một", "Hai", "Hai"):
        preparing.keep_words(desk, Q4, "V", text)
    (kept,) = desk.store.all(Narrative)
    assert kept.text == "Hai"
    assert len(desk.store.history(kept.id)) == 2
    preparing.keep_words(desk, Q4, "V", " \n ")
    assert desk.store.all(Narrative) == []


def test_texts_of_two_pcs_are_shown_together_and_become_one(desk: Desk) -> None:
    put(
        desk,
        Narrative(id="a", period=Q4, section="V", text="Một."),
        Narrative(id="b", period=Q4, section="V", text="Hai."),
        Narrative(id="c", period="2026-Q1", section="V", text="Kỳ khác."),
    )
    assert preparing.outlook(desk, Q4).words[-1].text == "Một.\nHai."
    preparing.keep_words(desk, Q4, "V", "Một. Hai.")
    assert sorted(item.text for item in desk.store.all(Narrative)) == ["Kỳ khác.", "Một. Hai."]


def test_the_next_quarter_stands_in_its_heading(desk: Desk) -> None:
    headings = [one.heading for one in preparing.outlook(desk, Q4).words]
    assert headings[2] == "IV. NHIỆM VỤ QUÝ I NĂM 2026"


# -- base figures


def test_a_total_is_kept_and_counted(desk: Desk) -> None:
    assert preparing.keep_base(desk, Q4, Kind.CITIZEN, BASE) == ()
    assert gather(desk, Q4).figure("present_citizen").period.value == 842
    outlook = preparing.outlook(desk, Q4)
    assert outlook.bases[Kind.CITIZEN] == BASE
    assert outlook.bases[Kind.HOUSEHOLD] == {}
    assert outlook.drafted == frozenset()


def test_a_total_changed_is_one_record_and_an_empty_one_none(desk: Desk) -> None:
    preparing.keep_base(desk, Q4, Kind.CITIZEN, BASE)
    preparing.keep_base(desk, Q4, Kind.CITIZEN, BASE | {"total": 0})
    (kept,) = desk.store.all(BaseFigure)
    assert (kept.total, kept.kind, kept.period) == (0, "citizen", Q4)
    preparing.keep_base(desk, Q4, Kind.CITIZEN, {"total": None, "source": "", "as_of": ""})
    assert desk.store.all(BaseFigure) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"total": None}, ("total", "missing")),
        ({"source": ""}, ("source", "missing")),
        ({"as_of": ""}, ("as_of", "missing")),
        ({"as_of": "2025"}, ("as_of", "date_not_whole")),
        ({"as_of": "hôm qua"}, ("as_of", "date_not_whole")),
        ({"as_of": "2025-12-16"}, ("as_of", "date_ahead")),
        ({"total": "chừng trăm"}, ("total", "number_unclear")),
    ],
)
def test_what_is_wrong_is_told_and_only_drafted(
    desk: Desk, change: dict[str, str | int | None], problem: tuple[str, str]
) -> None:
    found = preparing.keep_base(desk, Q4, Kind.CITIZEN, BASE | change)
    assert [(one.field, one.code) for one in found] == [problem]
    assert desk.store.all(BaseFigure) == []
    outlook = preparing.outlook(desk, Q4)
    assert outlook.bases[Kind.CITIZEN] == BASE | change
    assert outlook.drafted == {Kind.CITIZEN}


def test_nothing_typed_lacks_nothing(desk: Desk) -> None:
    for kind in CANDIDATES:
        assert preparing.keep_base(desk, Q4, kind, {}) == ()
    assert desk.store.all(BaseFigure) == []


def test_the_latest_of_two_totals_is_the_one_shown_as_it_is_the_one_counted(desk: Desk) -> None:
    put(
        desk,
        BaseFigure(id="b", period=Q4, kind="citizen", total=9, source="Cũ", as_of="2025-11-01"),
        BaseFigure(id="a", period=Q4, kind="citizen", total=8, source="Mới", as_of="2025-12-01"),
    )
    assert preparing.outlook(desk, Q4).bases[Kind.CITIZEN]["total"] == 8
    assert gather(desk, Q4).figure("present_citizen").period.value == 8


def test_nobody_at_all_is_a_total_too_and_needs_its_source(desk: Desk) -> None:
    assert [item.field for item in preparing.check_base(desk, {"total": 0, "source": "", "as_of": ""})] == [
        "source",
        "as_of",
    ]
    assert preparing.keep_base(desk, Q4, Kind.CITIZEN, {**BASE, "total": 0}) == ()
    assert [item.total for item in desk.store.all(BaseFigure)] == [0]


def test_a_total_taken_out_is_out_also_where_two_pcs_wrote_one(desk: Desk) -> None:
    base = BaseFigure(period=Q4, kind="citizen", total=800, source="A", as_of="2025-12-01")
    put(desk, base, replace(base, total=842), replace(base, kind="household"))
    preparing.keep_base(desk, Q4, Kind.CITIZEN, {})
    assert [item.kind for item in desk.store.all(BaseFigure)] == ["household"]


# -- figures


def test_figures_are_those_of_the_report(desk: Desk) -> None:
    put(
        desk,
        Household(id="an", name="An", owner="Lê An"),
        Session(id="s", date="2025-11-01", form="training", topic="Tập huấn", households=1),
        Reach(session="s", candidate="an"),
    )
    preparing.keep_base(desk, Q4, Kind.HOUSEHOLD, BASE)
    found = {item.id: item for item in figures_of(desk, Q4)}
    assert tuple(found.values()) == gather(desk, Q4).figures
    assert (found["reached_household"].cumulative.value, found["reached_household"].cumulative.of) == (1, 842)
