"""One household that stands in the register twice: merged, given its domain, deleted, brought back; in the real window."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tests.acceptance.screen import screen
from tests.acceptance.sitting import command, new_register, sit

SHOP = {
    "Họ và tên chủ hộ": "Trần Thị Lụa", "Số định danh": "092185001777", "Ngày sinh": "02031985",
    "Số điện thoại": "0912345678", "Nơi thường trú": "Số 3, Ấp Thị Tứ", "Tên hộ kinh doanh": "Tiệm may Út Lụa",
    "Ấp, khu vực": "Ấp Thị Tứ", "Số giấy chứng nhận": "57A8012999", "Ngày cấp": "05062020",
    "Cơ quan cấp": "Phòng Kinh tế xã", "Địa chỉ kinh doanh": "Số 3, Ấp Thị Tứ", "Email": "lua@example.vn",
}  # fmt: skip
AGAIN = {
    "Họ và tên chủ hộ": "Trần Thị Lụa", "Số định danh": "092185001777", "Tên hộ kinh doanh": "Quán Út Lụa",
    "Ấp, khu vực": "Ấp Thị Tứ",
}  # fmt: skip


@dataclass(frozen=True)
class Lived:
    """What was said, what the register has then, how the program ended."""

    told: dict[str, Any]
    kept: list[dict[str, Any]]
    whole: dict[str, Any]
    ended: int


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    home = tmp_path_factory.mktemp("registrar")
    with screen(home) as environment:
        new_register(environment, home)
        sat = sit(environment, home, "registrar.py", [SHOP, AGAIN])
        kept = json.loads(command(environment, "list", "--kind", "household", "--full", "--json"))
        whole = json.loads(command(environment, "check", "--json"))
    return Lived(sat.told, kept, whole, sat.ended)


def test_two_records_become_one_with_what_each_had(lived: Lived) -> None:
    assert lived.told["saved"] == ["Đã lưu “Tiệm may Út Lụa”.", "Đã lưu “Quán Út Lụa”."]
    assert lived.told["merged"] == "Đã gộp “Tiệm may Út Lụa” vào hồ sơ này."
    (shop,) = lived.kept
    assert (shop["name"], shop["id_number"], shop["phone"]) == ("Tiệm may Út Lụa", "092185001777", "0912345678")
    assert (shop["birth_date"], shop["certificate_no"]) == ("1985-03-02", "57A8012999")


def test_the_domain_goes_its_whole_way(lived: Lived) -> None:
    states = ["đã đề xuất", "đã hướng dẫn", "đã nộp", "đã được cấp", "đang sử dụng"]
    assert lived.told["steps"] == [f"Đã ghi: {state}." for state in states]


def test_what_was_deleted_comes_back_with_its_domain(lived: Lived) -> None:
    asked, deleted, restored = lived.told["bin"]
    assert asked.startswith("Xóa cùng: 1 đăng ký tên miền;")
    assert deleted == "Đã xóa hộ kinh doanh “Tiệm may Út Lụa” cùng 1 đăng ký tên miền."
    assert restored == "Đã khôi phục hộ kinh doanh “Tiệm may Út Lụa” cùng 1 đăng ký tên miền."


def test_the_window_closed_cleanly_and_the_register_is_whole(lived: Lived) -> None:
    assert lived.ended == 0
    assert lived.whole["whole"]
