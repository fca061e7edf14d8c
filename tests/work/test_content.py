"""What the report says: recorded facts only, in the order of the outline, each rate beside its numbers."""

from dataclasses import replace
from datetime import date

import pytest

from vnpresence_desktop import assets
from vnpresence_desktop.domain import figures
from vnpresence_desktop.domain.figures import Register, Span
from vnpresence_desktop.domain.periods import Period
from vnpresence_desktop.domain.programme import parse_programme
from vnpresence_desktop.domain.records import (
    BaseFigure,
    Citizen,
    Difficulty,
    Household,
    Narrative,
    Reach,
    Session,
    TaskReport,
)
from vnpresence_desktop.domain.report import Blank, Heading, Paragraph, Rate, Table
from vnpresence_desktop.domain.rules import parse
from vnpresence_desktop.work.content import compose, unwritten
from vnpresence_desktop.work.demo_commune import DemoCommune
from vnpresence_desktop.work.facts import Facts

PROGRAMME = parse_programme(assets.text("plan/kh-103-can-tho.toml"))
RULES = parse(assets.text("rules/kh-103-can-tho.toml"))
SPAN = Span(date(2025, 10, 3), date(2025, 12, 14))


def facts(
    register: Register, *, task_reports: tuple[TaskReport, ...] = (), narratives: tuple[Narrative, ...] = ()
) -> Facts:
    counted = figures.count(register, RULES, "2025-Q4", SPAN, PROGRAMME.first_day)
    return Facts(
        programme=PROGRAMME,
        place="xã Phong Điền",
        period=Period(2025, 4),
        span=SPAN,
        register=register,
        figures=counted,
        task_reports=task_reports,
        narratives=narratives,
    )


@pytest.fixture(scope="module")
def demo(commune: DemoCommune) -> Facts:
    register = Register(
        candidates=(*commune.households, *commune.enterprises, *commune.citizens),
        sessions=commune.sessions,
        reaches=commune.reaches,
        registrations=commune.registrations,
        supports=commune.supports,
        confirmations=commune.confirmations,
        base_figures=commune.base_figures,
    )
    return facts(register, task_reports=commune.task_reports, narratives=commune.narratives)


def tables(made: Facts) -> list[Table]:
    return [block for block in compose(made) if isinstance(block, Table)]


def words(made: Facts) -> str:
    return "\n".join(block.text for block in compose(made) if isinstance(block, Paragraph | Heading))


def test_the_body_follows_the_outline_and_tables_are_numbered_as_they_come(demo: Facts) -> None:
    headings = [block.text for block in compose(demo) if isinstance(block, Heading)]
    assert [text.split(".")[0] for text in headings] == ["I", "II", "1", "2", "3", "4", "5", "6", "III", "IV", "V"]
    assert "IV. NHIỆM VỤ QUÝ I NĂM 2026" in headings
    assert [table.number for table in tables(demo)] == [1, 2, 3, 4, 5]
    assert all(len(row) == len(table.columns) for table in tables(demo) for row in table.rows)
    assert all(table.total is None or len(table.total) == len(table.columns) for table in tables(demo))


def test_an_empty_register_says_that_nothing_is_recorded_and_asserts_nothing() -> None:
    empty = facts(Register())
    text = words(empty)
    assert "chưa ghi nhận buổi tuyên truyền nào" in text
    assert "chưa ghi nhận lượt hỗ trợ kỹ thuật nào" in text
    assert "chưa ghi nhận yêu cầu xác nhận" in text
    assert "0/0 (–)" in text
    assert [block.section for block in compose(empty) if isinstance(block, Blank)] == ["I", "III", "IV", "V"]
    assert unwritten(empty) == ("I", "III", "IV", "V")
    assert {row[3] for row in tables(empty)[4].rows} == {"Chưa ghi nhận kết quả trong kỳ."}


def test_the_office_s_own_words_stand_paragraph_by_paragraph() -> None:
    narratives = (
        Narrative(period="2025-Q4", section="V", text="Kiến nghị một.\n\n Kiến nghị hai. "),
        Narrative(period="2025-Q4", section="III", text="  \n "),
    )
    made = facts(Register(), narratives=narratives)
    assert "Kiến nghị một.\nKiến nghị hai." in words(made)
    assert unwritten(made) == ("I", "III", "IV")


def test_the_totals_of_table_1_are_the_figures(demo: Facts) -> None:
    total = tables(demo)[0].total
    assert total is not None
    counted = {figure.id: figure for figure in demo.figures}
    assert total[1] == counted["sessions"].period.value
    groups = [counted[f"audience_{name}"] for name in figures.AUDIENCE]
    assert list(total[2:7]) == [figure.period.value for figure in groups]
    assert total[7] == counted["broadcasts"].period.value
    assert total[8:] == (counted["sessions"].cumulative.value, sum(figure.cumulative.value for figure in groups))
    for column in range(1, 10):
        assert sum(int(row[column] or 0) for row in tables(demo)[0].rows) == total[column]  # type: ignore[call-overload]


def test_rates_stand_beside_their_numbers_and_are_never_added_up(demo: Facts) -> None:
    reached = tables(demo)[1]
    assert reached.total is None
    for row in reached.rows:
        assert row[3] == Rate(row[2], row[1])  # type: ignore[arg-type]
        assert row[5] == Rate(row[4], row[1])  # type: ignore[arg-type]
    domains = tables(demo)[2]
    assert domains.total is None
    for row in domains.rows:
        assert row[5] == Rate(row[4], row[2])  # type: ignore[arg-type]
        assert row[7] == Rate(row[6], row[3])  # type: ignore[arg-type]
    assert [row[9] for row in domains.rows] == ["50% – 60%", None, "50% – 60%", None, "70% – 80%", None]


def test_the_table_says_which_denominators_it_used(demo: Facts) -> None:
    assert "1.264" in tables(demo)[1].note
    assert "sổ theo dõi" not in tables(demo)[1].note
    base = BaseFigure(period="2025-Q4", kind="citizen", total=842, source="Công an xã", as_of="2025-12-10")
    mixed = tables(facts(Register(base_figures=(base,))))[1].note
    assert "sổ theo dõi" in mixed
    assert "842, theo Công an xã, ngày 10/12/2025" in mixed
    other = replace(base, period="2026-Q1")
    assert "842" not in tables(facts(Register(base_figures=(other,))))[1].note


def test_of_two_totals_the_one_that_counts_is_told() -> None:
    base = BaseFigure(id="a", period="2025-Q4", kind="citizen", total=800, source="Công an xã", as_of="2025-12-01")
    later = replace(base, id="b", total=842, as_of="2025-12-10")
    notes = " ".join(table.note for table in tables(facts(Register(base_figures=(later, base)))))
    assert "842" in notes
    assert "800" not in notes


def test_groups_are_called_by_what_is_counted_in_them() -> None:
    """A household without its certificate and a youth of 17 count as present, so no row says otherwise."""
    people = (Household(id="a", name="A"), Citizen(id="b", name="B", birth_date="2008-05-01"))
    reached, granted, _ = tables(facts(Register(candidates=people)))[1:4]
    assert [row[:2] for row in reached.rows] == [("Hộ kinh doanh", 1), ("Doanh nghiệp", 0), ("Công dân", 1)]
    assert [row[0] for row in granted.rows[::2]] == [
        "Hộ kinh doanh (biz.vn)", "Doanh nghiệp (biz.vn)", "Công dân (id.vn)",
    ]  # fmt: skip


def test_only_events_of_the_period_are_spoken_of_and_services_not_offered_are_dashes() -> None:
    session = Session(id="s", date="2025-12-15", form="training", officials=5, households=5)
    made = facts(
        Register(candidates=(Household(id="h"),), sessions=(session,), reaches=(Reach(session="s", candidate="h"),))
    )
    assert tables(made)[0].rows == ()
    assert "chưa ghi nhận buổi tuyên truyền" in words(made)
    services = tables(made)[3]
    assert [row[3:5] for row in services.rows] == [("–", "–"), ("–", "–"), (0, 0)]


def test_what_was_done_on_a_task_stands_in_its_row() -> None:
    done = TaskReport(task="I.4", period="2025-Q4", result="Đã đặt logo.", evidence="Ảnh")
    rows = {row[0]: row for row in tables(facts(Register(), task_reports=(done,)))[4].rows}
    assert rows["I.4"][3:] == ("Đã đặt logo.", "Ảnh")
    assert rows["I.6"][3:] == ("Chưa ghi nhận kết quả trong kỳ.", "")


LOST = Difficulty(
    id="a", date="2025-11-02", matter="Người dân chưa có email.", cause="Ít dùng máy tính", proposal="Mở lớp;"
)
SLOW = Difficulty(id="b", date="2025-10-20", matter="Nhà đăng ký trả lời chậm")


def below(made: Facts, section: str) -> list[str]:
    """The paragraphs under a section's heading."""
    found: list[str] = []
    inside = False
    for block in compose(made):
        if isinstance(block, Heading):
            inside = block.text.startswith(f"{section}. ")
        elif inside:
            found.append(block.text if isinstance(block, Paragraph) else type(block).__name__)
    return found


def test_difficulties_of_the_period_follow_the_office_s_own_words() -> None:
    own = Narrative(period="2025-Q4", section="III", text="Nhìn chung thuận lợi.")
    made = replace(facts(Register(), narratives=(own,)), difficulties=(LOST, SLOW))
    assert below(made, "III") == [
        "Nhìn chung thuận lợi.",
        "Khó khăn, vướng mắc: Nhà đăng ký trả lời chậm.",
        "Khó khăn, vướng mắc: Người dân chưa có email. Nguyên nhân: Ít dùng máy tính.",
    ]
    assert below(made, "V") == ["Kiến nghị: Mở lớp (do vướng mắc: Người dân chưa có email)."]
    assert unwritten(made) == ("I", "IV")


def test_a_difficulty_without_a_wish_leaves_the_wishes_to_be_written() -> None:
    made = replace(facts(Register()), difficulties=(SLOW,))
    assert below(made, "V") == ["Blank"]
    assert unwritten(made) == ("I", "IV", "V")


def test_a_programme_without_such_wording_says_nothing_of_them() -> None:
    plain = {name: text for name, text in PROGRAMME.wording.items() if "." not in name}
    made = replace(facts(Register()), difficulties=(LOST,), programme=replace(PROGRAMME, wording=plain))
    assert unwritten(made) == ("I", "III", "IV", "V")


def test_what_was_let_stand_with_a_reason_is_told_under_the_table_of_domains() -> None:
    stood, gone = (
        Household(
            id=name,
            name=name,
            owner="An",
            hamlet="Ấp 1",
            state=state,
            state_on="2025-11-01",
            accepted=("phone:phone_form:số của con",),
        )
        for name, state in (("một", "active"), ("hai", "ceased"))
    )
    plain = Household(id="ba", name="Ba", owner="Ba", hamlet="Ấp 1")
    notes = [table.note for table in tables(facts(Register(candidates=(stood, gone, plain))))]
    assert [note for note in notes if "giữ nguyên" in note] == [
        PROGRAMME.wording["ineligible_note"]
        + " 1 hồ sơ có số liệu khác thường được giữ nguyên; lý do ghi ở cột Ghi chú của danh sách."
    ]
    assert not [table for table in tables(facts(Register(candidates=(plain,)))) if "giữ nguyên" in table.note]
