"""Drafted sentences say recorded facts, agree with the figures, and nothing where nothing is recorded."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.work.desks import new_desk, put
from vnpresence_desktop.domain.records import Citizen, Household, Registration, Session, Support, TaskReport
from vnpresence_desktop.domain.report import show_number
from vnpresence_desktop.work.demo_commune import DemoCommune
from vnpresence_desktop.work.drafting import draft, draft_section
from vnpresence_desktop.work.facts import Facts
from vnpresence_desktop.work.quarter import gather

Q4 = "2025-Q4"
SESSION = Session(
    date="2025-11-01", form="training", topic="A", officials=5, households=20, partners="Đoàn xã; Hội Nông dân"
)


@pytest.fixture(scope="module")
def demo(commune: DemoCommune, tmp_path_factory: pytest.TempPathFactory) -> Facts:
    with new_desk(tmp_path_factory.mktemp("demo")) as desk:
        put(desk, *(record for record in commune.records() if record.KIND not in ("office", "signer")))
        return gather(desk, Q4)


def drafted(folder: Path, section: str, *records: object) -> str:
    with new_desk(folder) as desk:
        put(desk, *records)  # type: ignore[arg-type]
        return draft_section(desk, Q4, section)


@pytest.mark.parametrize("section", ["I", "III", "V"])
def test_nothing_recorded_says_nothing(tmp_path: Path, section: str) -> None:
    assert drafted(tmp_path, section) == ""


def test_sessions_of_the_period_are_said_with_their_forms_and_people(tmp_path: Path) -> None:
    late = replace(SESSION, date="2025-12-20", form="conference")
    other = replace(SESSION, partners="Đoàn xã", households=None, form="leaflet")
    text = drafted(tmp_path, "I", SESSION, SESSION, other, late)
    assert "3 buổi tuyên truyền trong quý IV năm 2025 (tập huấn (2), phát tài liệu (1)) với 55 lượt" in text
    assert "Phối hợp thực hiện: Đoàn xã; Hội Nông dân." in text
    assert "hội nghị" not in text


def test_tasks_and_help_are_said_as_recorded(tmp_path: Path) -> None:
    text = drafted(
        tmp_path,
        "I",
        TaskReport(task="I.4", period=Q4, result="Đã đặt logo."),
        TaskReport(task="I.6", period=Q4, result=" "),
        *(
            Support(date="2025-11-02", channel="home", matter="email", helper=who)
            for who in ("Tổ CNSCĐ", "Tổ CNSCĐ", "Đoàn")
        ),
    )
    assert text.splitlines() == [
        "Đã có kết quả 1/10 nhiệm vụ theo Phụ lục Kế hoạch (mục I.4).",
        "Đã hỗ trợ kỹ thuật 3 lượt; người hỗ trợ: Tổ CNSCĐ (2), Đoàn (1).",
    ]


def test_rates_are_set_against_their_targets(demo: Facts) -> None:
    text = draft(demo, "III")
    for name in ("reached_household", "proposed_enterprise", "registered_citizen"):
        figure = demo.figure(name).cumulative
        assert f"{show_number(figure.value)}/{show_number(figure.of or 0)} " in text
    for line in text.splitlines():
        if "chỉ tiêu" in line:
            assert ("chưa đạt chỉ tiêu" in line) != (", đạt chỉ tiêu" in line)


def test_a_target_just_met_is_met(tmp_path: Path) -> None:
    people = [Citizen(id=f"c{at}", name=f"A{at}", birth_date="2005-01-01", state="active") for at in range(10)]
    proposals = [Registration(candidate=f"c{at}", zone="id.vn", proposed_on="2025-11-01") for at in range(7)]
    met = drafted(tmp_path / "met", "III", *people, *proposals)
    assert "đề xuất tên miền cho 7/10 công dân (70,0%), đạt chỉ tiêu 70% – 80%" in met
    short = drafted(tmp_path / "short", "III", *people, *proposals[:6])
    assert "6/10 công dân (60,0%), chưa đạt chỉ tiêu" in short


def test_wishes_explain_and_those_said_later_do_not(tmp_path: Path) -> None:
    text = drafted(
        tmp_path,
        "III",
        Household(name="A", wish="declined", wish_on="2025-11-01"),
        Household(name="B", wish="declined", wish_on="2025-12-20"),
        Citizen(name="C", wish="unreachable"),
        Citizen(name="D", wish="unreachable", state="moved"),
    )
    assert "Chưa có nhu cầu dùng tên miền: 1 hộ kinh doanh." in text
    assert "Chưa liên lạc được 1 công dân." in text


def test_wishes_of_those_present_at_the_end_of_the_period_explain(tmp_path: Path) -> None:
    gone = {"wish": "declined", "wish_on": "2025-11-01", "state": "moved"}
    left_since = Citizen(name="A", birth_date="2004", hamlet="Ấp 1", state_on="2025-12-15", **gone)  # type: ignore[arg-type]
    left_before = replace(left_since, state_on="2025-12-14")
    assert "Chưa có nhu cầu dùng tên miền: 1 công dân." in drafted(tmp_path, "III", left_since, left_before)


def test_what_remains_is_what_lacks_to_the_lower_target(tmp_path: Path) -> None:
    people = [Citizen(id=f"c{at}", name=f"A{at}", birth_date="2005-01-01", state="active") for at in range(9)]
    text = drafted(
        tmp_path, "IV", *people, TaskReport(task="I.4", period=Q4, result="Xong."),
        Registration(candidate="c1", zone="id.vn", proposed_on="2025-11-01"),
    )  # fmt: skip
    assert "Tiếp cận thêm 9 công dân để đạt chỉ tiêu 100%." in text
    assert "Đề xuất tên miền cho thêm 6 công dân để đạt chỉ tiêu 70% – 80%." in text  # 70 % of 9 is 6,3: 7 are needed
    assert "nhiệm vụ mục I.6" in text
    assert "nhiệm vụ mục I.4" not in text


def test_every_sentence_is_whole(demo: Facts) -> None:
    for section in ("I", "III", "IV"):
        for line in draft(demo, section).splitlines():
            assert line.endswith(".")
            assert "{" not in line
            assert "…" not in line
