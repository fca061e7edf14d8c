"""Hamlets inside addresses, columns and group lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnpresence_desktop.documents.reading.places import group_hamlet, hamlet_in, hamlet_of


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


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert isinstance(hamlet_in(text) + hamlet_of(text, text) + group_hamlet(text), str)
