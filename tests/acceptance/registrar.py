"""Run by the system's Python: an officer with one household in the register twice, by keyboard only.

They are merged, the domain goes its way from proposal to use, the record is deleted by mistake and brought back.

Argument: JSON of both households. Answer on stdout: JSON of what was said at each step.
"""

import json
import sys

from officer import FOCUSED, at, eventually, focused, go_to, press, read, seen, type_text

CONFIRMED_BY = "Danh sách của Sở, VNNIC"
STEP_SAVE = "Lưu bước này"


def has_keyboard(name):
    """Whether something of this name has the keyboard; Qt says so of the open tab too, whatever has it."""
    return any(one.is_(FOCUSED) and one.name.startswith(name) for one in seen())


def type_household(fields):
    press("ctrl+n")
    eventually("the form", lambda: at("Họ và tên chủ hộ"))
    for name, text in fields.items():
        go_to(name)
        type_text(text)
    press("ctrl+s")
    return read("Đã lưu “")


def merge():
    """Open the record that is current, go to its twin beside it, take the twin's name."""
    press("Return")
    eventually("the form", lambda: at("Họ và tên chủ hộ"))
    read("Có thể trùng (1)")
    press("F6")
    eventually("the twin", lambda: at("Mở hồ sơ"))
    go_to("Gộp vào hồ sơ này")
    press("Return")
    eventually("what to choose", lambda: at("Tên, giữ của hồ sơ này"))
    press("Down")
    eventually("the other's", lambda: at("Tên, lấy của hồ sơ kia"))
    press("Return")
    eventually("the button", lambda: at("Gộp hai hồ sơ"))
    press("Return")
    return read("Đã gộp “")


def take_step(name, told):
    """Begin a step by its button, Enter through its fields, save it."""
    go_to(name)
    press("Return")
    eventually("its form", lambda: not at(name))
    for _ in range(12):
        now = eventually("something with the keyboard", focused)
        if now.name == STEP_SAVE:
            break
        if now.role == "combo box":
            type_text("d")
            eventually("who confirmed", lambda: at(CONFIRMED_BY))
        press("Return")
        eventually("the next field", lambda here=now.address: (one := focused()) and one.address != here)
    press("Return")
    return read(f"Đã ghi: {told}")


def propose():
    press("F6")
    eventually("the card", lambda: at("Đề xuất tên miền"))
    press("Return")
    eventually("the label", lambda: at("Tên miền (đuôi .biz.vn)"))
    press("Down")
    for _ in range(3):
        press("Return")
    eventually("its button", lambda: at(STEP_SAVE))
    press("Return")
    return read("Đã ghi: đã đề xuất")


def live():
    steps = [
        ("Đã hướng dẫn", "đã hướng dẫn"),
        ("Đã nộp", "đã nộp"),
        ("Được cấp", "đã được cấp"),
        ("Đã sử dụng", "đang sử dụng"),
    ]
    return [propose(), *(take_step(name, told) for name, told in steps)]


def delete_and_bring_back():
    press("Escape")
    read("Thêm mới")
    press("space")
    read("Đã chọn 1 hộ kinh doanh")
    go_to("Xóa hồ sơ đã chọn")
    press("Return")
    eventually("the way out first", lambda: at("Không xóa"))
    asked = read("Xóa cùng: ")
    press("Tab")
    eventually("the button", lambda: at("Xóa 1 hồ sơ"))
    press("Return")
    deleted = read("Đã xóa hộ kinh doanh")
    press("ctrl+0")
    read("Lịch sử và thùng rác")
    press("ctrl+Tab")
    eventually("the bin", lambda: has_keyboard("Các mục đã xóa"))
    press("Return")
    eventually("its button", lambda: has_keyboard("Khôi phục"))
    press("Return")
    return [asked, deleted, read("Đã khôi phục hộ kinh doanh")]


def main():
    first, again = json.loads(sys.argv[1])
    read("Chưa có hộ kinh doanh nào trong sổ")
    told = {"saved": [type_household(first), type_household(again)], "merged": merge(), "steps": live()}
    told["bin"] = delete_and_bring_back()
    press("ctrl+1")
    read("1 hộ kinh doanh")
    press("alt+F4")
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
