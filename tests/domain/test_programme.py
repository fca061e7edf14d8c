import tomllib
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop import assets
from vnpresence_desktop.domain.figures import figure_ids
from vnpresence_desktop.domain.problems import UserError
from vnpresence_desktop.domain.programme import Programme, Target, parse_programme

TEXT = assets.text("plan/kh-103-can-tho.toml")


@pytest.fixture(scope="module")
def programme() -> Programme:
    return parse_programme(TEXT)


def test_the_plan_of_can_tho_begins_on_its_own_day_and_goes_to_its_department(programme: Programme) -> None:
    assert programme.first_day == date(2025, 10, 3)
    assert programme.addressee == "Sở Khoa học và Công nghệ thành phố Cần Thơ"
    assert "103/KH-UBND" in programme.plan


def test_the_tasks_are_those_a_commune_leads_or_joins(programme: Programme) -> None:
    roles = {task.id: task.role for task in programme.tasks}
    assert {task for task, role in roles.items() if role == "lead"} == {"I.4", "I.6", "II.1", "II.2", "II.3", "III"}
    assert {task for task, role in roles.items() if role == "join"} == {"I.1", "I.2", "I.3", "IV.2"}
    assert all(task.text and task.target and task.deadline for task in programme.tasks)


def test_the_targets_are_the_plan_s_and_stand_for_figures_that_are_counted(programme: Programme) -> None:
    shown = {target.figure: target.text for target in programme.targets}
    assert shown["proposed_household"] == shown["proposed_enterprise"] == "50% – 60%"
    assert shown["proposed_citizen"] == "70% – 80%"
    assert {shown[f"reached_{kind}"] for kind in ("household", "enterprise", "citizen")} == {"100%"}
    assert shown.keys() <= set(figure_ids())
    assert all(target.basis for target in programme.targets)
    assert programme.target("sessions") is None


def test_the_outline_has_five_parts_and_every_narrative_is_the_office_s_own(programme: Programme) -> None:
    assert [section.id for section in programme.sections if section.level == 1] == ["I", "II", "III", "IV", "V"]
    assert [s.id for s in programme.sections if s.content == "narrative"] == ["I", "III", "IV", "V"]


def test_a_target_of_one_number_is_shown_as_one() -> None:
    assert Target("x", 100, 100, "b").text == "100%"


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[programme",
        TEXT.replace('id = "kh-103-can-tho"', "", 1),
        TEXT.replace("level = 1", "depth = 1", 1),
        TEXT.replace("[wording]", "[words]", 1),
    ],
)
def test_a_broken_profile_is_told_plainly(broken: str) -> None:
    with pytest.raises(UserError) as told:
        parse_programme(broken)
    assert told.value.title == "Không đọc được hồ sơ chương trình."


@given(st.integers(0, len(TEXT) - 1), st.text(max_size=3))
def test_a_mutated_profile_is_read_or_refused(place: int, put: str) -> None:
    with suppress(UserError):
        parse_programme(TEXT[:place] + put + TEXT[place + 5 :])


def test_the_file_says_whence_it_is() -> None:
    assert TEXT.startswith("#")
    assert tomllib.loads(TEXT)["programme"]["province"] == "92"
