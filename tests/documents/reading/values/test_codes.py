"""Words that stand for codes and hamlets: known ones, unknown ones, and what a person answered."""

from typing import Any

import pytest

from vnpresence_desktop.documents.reading.places import HamletNames
from vnpresence_desktop.documents.reading.values.codes import code_reader, hamlet_reader, member_reader
from vnpresence_desktop.domain.problems import Severity

REGISTER = ("Ấp Thới Phước", "Khu vực 3", "Ấp Tân An", "Khóm Tân An")


@pytest.mark.parametrize(
    ("field", "cell", "stored", "original"),
    [
        ("sex", "Nam", "male", ""),
        ("sex", "NỮ", "female", ""),
        ("sex", "nu", "female", ""),
        ("sex", "Con gái", "female", "Con gái"),
        ("sex", "không có", "", ""),
        ("state", "Đang hoạt động", "active", ""),
        ("state", "NNT tạm nghỉ kinh doanh có thời hạn", "suspended", "NNT tạm nghỉ kinh doanh có thời hạn"),
        ("state", "Ngưng hoạt động", "ceased", ""),
        ("state", "Đã giải thể", "ceased", "Đã giải thể"),
        ("wish", "Có", "wants", ""),
        ("wish", "✓", "wants", "✓"),
        ("wish", "Không có nhu cầu", "declined", "Không có nhu cầu"),
        ("wish", "has_site", "has_site", "has_site"),
    ],
)
def test_known_words(field: str, cell: str, stored: str, original: str) -> None:
    assert code_reader(field)(cell) == (stored, None, original)


@pytest.mark.parametrize(
    ("field", "cell", "word"),
    [("sex", "Giới khác", "gioi khac"), ("state", "Bán chậm.", "ban cham"), ("wish", "để coi", "de coi")],
)
def test_an_unknown_word_is_told_with_its_folded_form(field: str, cell: str, word: str) -> None:
    value, trouble, original = code_reader(field)(cell)
    assert trouble
    assert (value, trouble.field, trouble.code, original) == ("", field, f"{field}_unknown", cell)
    assert dict(trouble.values) == {"original": cell, "word": word}


def test_an_answer_serves_for_the_whole_file_and_goes_before_the_known_words() -> None:
    read = code_reader("state", {"ban cham": "suspended", "nghi": "suspended", "moi": ""})
    assert read("BÁN CHẬM") == ("suspended", None, "BÁN CHẬM")
    assert read("Nghỉ") == ("suspended", None, "Nghỉ")
    assert read("mới") == ("", None, "mới")
    assert code_reader("state")("Nghỉ")[0] == "ceased"


@pytest.mark.parametrize(
    ("cell", "member"),
    [
        ("x", True),
        ("Có", True),
        (1.0, True),
        ("✓", True),
        (True, True),
        (False, False),
        ("không", False),
        ("chưa", False),
        ("-", None),
    ],
)
def test_members_of_the_union(cell: Any, member: bool | None) -> None:
    value, trouble, _ = member_reader()(cell)
    assert value is member
    assert trouble is None


def test_what_a_member_is_may_be_answered_too() -> None:
    trouble = member_reader()("Dự bị")[1]
    assert trouble
    assert (trouble.code, dict(trouble.values)["word"]) == ("union_member_unknown", "du bi")
    assert member_reader({"du bi": "no"})("Dự bị") == (False, None, "Dự bị")


NO_REGISTER = HamletNames({}, ())


@pytest.mark.parametrize(
    ("cell", "hamlet", "original"),
    [
        ("3", "Ấp 3", ""),
        (3.0, "Ấp 3", ""),
        ("Thới Phước", "Ấp Thới Phước", ""),
        ("THỚI PHƯỚC", "Ấp Thới Phước", "THỚI PHƯỚC"),
        ("KV 3", "Khu vực 3", "KV 3"),
        ("không có", "", ""),
        ("chưa rõ", "", ""),
        ("#REF!", "", ""),
        ("x", "", ""),
    ],
)
def test_a_hamlet_or_nothing(cell: Any, hamlet: str, original: str) -> None:
    assert hamlet_reader("Ấp", NO_REGISTER)(cell) == (hamlet, None, original)


@pytest.mark.parametrize(
    ("cell", "hamlet"),
    [
        ("Thoi Phuoc", "Ấp Thới Phước"),
        ("ấp thới phước", "Ấp Thới Phước"),
        ("kv3", "Khu vực 3"),
        ("Ấp Tân An", "Ấp Tân An"),
        ("khóm tân an", "Khóm Tân An"),
    ],
)
def test_a_spelling_finds_the_name_of_the_register(cell: str, hamlet: str) -> None:
    assert hamlet_reader("Ấp/KV", HamletNames({}, REGISTER))(cell)[:2] == (hamlet, None)


@pytest.mark.parametrize(("cell", "word"), [("Tân Thạnh", "tan thanh"), ("Tân An", "tan an")])
def test_a_hamlet_that_the_register_lacks_or_has_twice_is_told(cell: str, word: str) -> None:
    value, trouble, _ = hamlet_reader("Ấp/KV", HamletNames({}, REGISTER))(cell)
    assert trouble
    assert (value, trouble.code, trouble.severity) == (cell, "hamlet_not_listed", Severity.WARNING)
    assert dict(trouble.values)["word"] == word


def test_a_spelling_is_answered_once_for_the_file() -> None:
    names = HamletNames({"tan thanh": "Khu vực 3", "ap 9": "", "ap 10": "Ấp Mười"}, REGISTER)
    assert hamlet_reader("Ấp/KV", names)("Tân Thạnh") == ("Khu vực 3", None, "Tân Thạnh")
    assert hamlet_reader("Ấp", names)("9") == ("", None, "9")
    assert hamlet_reader("Ấp", names)("ấp mười")[:2] == ("Ấp Mười", None)
