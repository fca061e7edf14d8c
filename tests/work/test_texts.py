"""Every code the program can say has Vietnamese words, and the words say what to do."""

import re
import tomllib
from pathlib import Path

import pytest

from vnpresence_desktop import assets
from vnpresence_desktop.documents.verifying.verdict import Verdict
from vnpresence_desktop.domain.eligibility import Condition, FreePeriod, Reason
from vnpresence_desktop.domain.fields import fields
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.domain.problems import Severity, problem
from vnpresence_desktop.work.demo_commune import DemoCommune
from vnpresence_desktop.work.texts import because, label, message, say

SOURCES = Path(assets.__file__).parent
TABLE = tomllib.loads(assets.text("texts.toml"))


def _source(*folders: str) -> str:
    files = (file for folder in folders for file in sorted((SOURCES / folder).rglob("*.py")))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_problem_that_the_code_raises_has_words() -> None:
    source = _source("domain", "documents/reading", "work")
    raised = set(re.findall(r"problem\(\s*[\w.\"]+,\s*\"(\w+)\"", source))
    raised |= set(re.findall(r"\"(label_\w+|phone_\w+|missing\w*|id_\w+restored|id_ambiguous|zero_restored)\"", source))
    assert len(raised) > 30
    assert raised <= TABLE["problem"].keys()


def test_every_reason_that_the_code_gives_has_words() -> None:
    source = (SOURCES / "domain" / "eligibility.py").read_text(encoding="utf-8")
    given = set(re.findall(r"Condition\.\w+, \"(\w+)\"", source)) | {"no_rule"}
    given |= {f"state_{state}" for state in ("ceased", "deceased", "suspended", "moved")}
    given |= {f"{need}_missing" for need in ("certificate_no", "founded", "birth_date", "nationality")}
    assert len(given) > 20
    assert given | {"missing"} == TABLE["reason"].keys()


def test_what_a_rule_brought_in_needs_has_words_too() -> None:
    reason = Reason("tax_code_missing", "Điều 1")
    assert because(reason) == "Chưa đủ căn cứ: chưa có mã số thuế. (Điều 1)"


@pytest.mark.parametrize(
    ("section", "codes"),
    [
        ("condition", list(Condition)),
        ("period", list(FreePeriod)),
        ("verdict", list(Verdict)),
        ("severity", list(Severity)),
        ("kind", list(Kind)),
    ],
)
def test_every_code_of_an_enumeration_has_words_and_no_others_stand_there(section: str, codes: list[str]) -> None:
    assert set(TABLE[section]) == {str(code) for code in codes}


def test_every_field_has_a_name() -> None:
    names = {info.name for kind in Kind for info in fields(kind)}
    assert names <= TABLE["field"].keys()


def test_the_codes_in_the_demo_s_records_have_words(commune: DemoCommune) -> None:
    assert {item.form for item in commune.sessions} <= TABLE["form"].keys()
    assert {item.channel for item in commune.supports} <= TABLE["channel"].keys()
    assert {item.matter for item in commune.supports} <= TABLE["matter"].keys()
    assert {item.state for item in commune.registrations} <= TABLE["registration_state"].keys()
    assert {item.confirmed_by for item in commune.registrations} - {""} <= TABLE["confirmed_by"].keys()
    assert {item.wish for item in commune.households} <= TABLE["wish"].keys()
    assert {item.legal_form for item in commune.enterprises} - {""} <= TABLE["legal_form"].keys()
    assert {item.sex for item in commune.citizens} - {""} <= TABLE["sex"].keys()


def test_words_are_filled_and_never_fail() -> None:
    assert message(problem("id_number", "id_length", count=11)) == (
        "Số định danh phải có 12 chữ số, đang có 11. Hãy kiểm tra lại trên thẻ."
    )
    assert message(problem("owner", "missing")) == "Chưa có chủ hộ. Hãy bổ sung trước khi lưu."
    assert "…" in message(problem("id_number", "id_length"))
    assert say("condition", "no_such") == "no_such"
    assert label("certificate_no") == "số giấy chứng nhận"
    assert because(Reason("age_certain", "III.2.a")) == "Công dân từ đủ 18 đến 23 tuổi. (III.2.a)"
    assert because(Reason("state_ceased")) == "Đã chấm dứt hoạt động."


def test_a_section_read_alone_is_the_same_as_in_the_whole_table() -> None:
    said = {section: {code: say(section, code) for code in words} for section, words in TABLE.items()}
    plain = {
        section: {code: words for code, words in table.items() if "{" not in words} for section, table in TABLE.items()
    }
    assert {section: {code: said[section][code] for code in words} for section, words in plain.items()} == plain
    with pytest.raises(KeyError):
        say("no such section", "x")
