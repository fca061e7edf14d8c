"""Hamlets inside addresses, columns and group lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.places import HamletNames, group_hamlet, hamlet_in, hamlet_of


@pytest.mark.parametrize(
    ("address", "hamlet"),
    [
        ("ấp Thới Phước", "Ấp Thới Phước"),
        ("Số 198, ấp Thới Bình, phường Bình Thủy, TP. Cần Thơ", "Ấp Thới Bình"),
        ("số 12 ấp Thới Bình xã Thới Lai", "Ấp Thới Bình"),
        ("Tổ 5, Khu vực 3, phường An Bình", "Khu vực 3"),
        ("Tổ 5 KV Bình Yên A - P. Long Hòa", "Khu vực Bình Yên A"),
        ("KV3, P. An Bình", "Khu vực 3"),
        ("123 Nguyễn Huệ, KV. Thới Thuận", "Khu vực Thới Thuận"),
        ("Ấp: Thới Phước, Thới Lai", "Ấp Thới Phước"),
        ("ẤP THỚI PHƯỚC, XÃ THỚI LAI", "Ấp Thới Phước"),
        ("ap Thoi Phuoc, xa Thoi Lai", "Ấp Thoi Phuoc"),
        ("khóm 2 (gần chợ)", "Khóm 2"),
        ("thôn Đông, xã Tân Lập", "Thôn Đông"),
        ("ấp 3", "Ấp 3"),
        ("26 Nguyễn Huệ, phường Thốt Nốt, TP. Cần Thơ", ""),
        ("Trường cấp 3 Thới Lai", ""),
        ("Số 5, hẻm Bản Đồ", ""),
        ("ấp", ""),
        ("", ""),
    ],
)
def test_the_hamlet_in_an_address(address: str, hamlet: str) -> None:
    assert hamlet_in(address) == hamlet


@pytest.mark.parametrize(
    ("text", "heading", "hamlet"),
    [
        ("Thới Phước", "Ấp", "Ấp Thới Phước"),
        ("3", "Khu vực", "Khu vực 3"),
        ("THỚI PHƯỚC", "Ấp", "Ấp Thới Phước"),
        ("A", "Khu vực", "Khu vực A"),
        ("3A", "Khu vực", "Khu vực 3A"),
        ("Thới Phước", "Ấp/KV", "Thới Phước"),
        ("ấp Thới Phước", "Ấp/KV", "Ấp Thới Phước"),
        ("KV 3", "Địa bàn", "Khu vực 3"),
        ("Ấp Thới Phước", "Ấp", "Ấp Thới Phước"),
    ],
)
def test_the_hamlet_of_a_column(text: str, heading: str, hamlet: str) -> None:
    assert hamlet_of(text, heading) == hamlet


@pytest.mark.parametrize(
    ("text", "hamlet"),
    [("I. Ấp Thới Phước", "Ấp Thới Phước"), ("KHU VỰC 3", "Khu vực 3"), ("Hộ mới cấp năm 2025", ""), ("", "")],
)
def test_the_hamlet_of_a_group_line(text: str, hamlet: str) -> None:
    assert group_hamlet(text) == hamlet


REGISTER = ("Ấp Thới Phước", "Khu vực 3", "Ấp Tân An", "Khóm Tân An", "Chợ")


@pytest.mark.parametrize(
    ("name", "settled"),
    [
        ("Ấp Thoi Phuoc", "Ấp Thới Phước"),
        ("thới phước", "Ấp Thới Phước"),
        ("3", "Khu vực 3"),
        ("khóm tân an", "Khóm Tân An"),
        ("CHỢ", "Chợ"),
        ("", ""),
    ],
)
def test_a_spelling_is_led_back_to_the_register(name: str, settled: str) -> None:
    assert HamletNames({}, REGISTER).settle(name) == (settled, None)


@pytest.mark.parametrize("name", ["Tân An", "Ấp Thới Hòa", "Khu vực 4"])
def test_a_name_that_is_not_there_or_means_two_is_told(name: str) -> None:
    settled, told = HamletNames({}, REGISTER).settle(name)
    assert told
    assert (settled, told.field, told.code) == (name, "hamlet", "hamlet_not_listed")
    assert HamletNames({}, ()).settle(name) == (name, None)
    assert HamletNames({dict(told.values)["word"]: "Khu vực 3"}, REGISTER).settle(name) == ("Khu vực 3", None)


@given(st.text(max_size=30))
def test_every_name_of_the_register_is_itself(text: str) -> None:
    names = HamletNames({"x": "Ấp X"}, (*REGISTER, "Ấp X"))
    settled, told = names.settle(text)
    assert names.settle(settled) == (settled, told)
    assert all(names.settle(name) == (name, None) for name in REGISTER)


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert isinstance(hamlet_in(text) + hamlet_of(text, text) + group_hamlet(text), str)
