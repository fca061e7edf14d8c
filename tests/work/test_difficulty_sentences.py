"""Sentences from recorded difficulties, in the wording of the programme."""

from dataclasses import replace

import pytest

from tests.work.test_content import PROGRAMME
from vnpresence_desktop.domain.records import Difficulty
from vnpresence_desktop.work.difficulty_sentences import difficulty_sentences

HARD = Difficulty(id="a", date="2025-11-02", matter="Mạng yếu", cause="Xa trạm", proposal="Kéo cáp")


@pytest.mark.parametrize(
    ("changes", "section", "sentences"),
    [
        ({}, "III", ("Khó khăn, vướng mắc: Mạng yếu. Nguyên nhân: Xa trạm.",)),
        ({"cause": " "}, "III", ("Khó khăn, vướng mắc: Mạng yếu.",)),
        (
            {"matter": "Mạng yếu.", "cause": "Xa trạm;"},
            "III",
            ("Khó khăn, vướng mắc: Mạng yếu. Nguyên nhân: Xa trạm.",),
        ),
        ({}, "V", ("Kiến nghị: Kéo cáp (do vướng mắc: Mạng yếu).",)),
        ({"proposal": ""}, "V", ()),
        ({"matter": "Lỗi {x} 100%"}, "V", ("Kiến nghị: Kéo cáp (do vướng mắc: Lỗi {x} 100%).",)),
        ({}, "I", ()),
        ({}, "IV", ()),
    ],
)
def test_what_a_section_says(changes: dict[str, str], section: str, sentences: tuple[str, ...]) -> None:
    assert difficulty_sentences(PROGRAMME, section, [replace(HARD, **changes)]) == sentences


def test_by_day_and_each_once() -> None:
    early = replace(HARD, id="b", date="2025-10-05", matter="Chưa có email")
    same = replace(HARD, id="c", date="2025-11-09")
    assert [text.split(". ")[0] for text in difficulty_sentences(PROGRAMME, "III", [same, HARD, early])] == [
        "Khó khăn, vướng mắc: Chưa có email", "Khó khăn, vướng mắc: Mạng yếu",
    ]  # fmt: skip
