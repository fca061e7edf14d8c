"""Run by the system's Python: an officer who goes through the dialogs for files, folders and printing.

Buttons get the keyboard as a screen reader gives it; that Tab reaches them is tried elsewhere, and takes long.

Argument: JSON of the files and folders to choose. Answer on stdout: JSON of what was seen.
"""

import json
import sys

from officer import FOCUSED, at, eventually, fill, press, read, seen, shown, type_text


def push(name):
    """Give a button the keyboard, and press it; its name may begin with the question that it answers."""
    button = eventually(
        name, lambda: next((one for one in seen() if one.name.endswith(name) and "button" in one.role), None)
    )
    button.ask("org.a11y.atspi.Component", "GrabFocus")
    eventually(f"the keyboard at {name}", lambda: button.is_(FOCUSED))
    press("space")


def dialog(title):
    """The dialog of this title, None while there is none."""
    return next((one for one in seen() if one.name == title and one.role in ("dialog", "file chooser")), None)


def choose_in_dialog(title, path):
    """Type a path into the file dialog of this title, see that it stands there, and accept it."""
    eventually(title, lambda: dialog(title))
    line = eventually("the line for the name", lambda: at("Tên tệp") or at("Thư mục"))
    type_text(path)
    eventually(path, lambda: line.text == path)
    press("Return")
    eventually("the dialog gone", lambda: not dialog(title))


def take_in(path):
    read("Chưa có hộ kinh doanh nào trong sổ")
    press("ctrl+9")
    read("Chọn tệp danh sách để bắt đầu.")
    press("ctrl+o")
    choose_in_dialog("Chọn danh sách", path)
    told = read("240 dòng: ")
    push("Thêm lại, chắc chắn đúng")
    push("Nhập 240 dòng")
    read("Đã nhập “ho_kinh_doanh.xlsx”.")
    return {"forecast": told, "taken": read("240 dòng: 240 thêm mới")}


def copy_to(folder):
    press("ctrl+comma")
    push("Sao lưu ra USB…")
    choose_in_dialog("Chọn thư mục hoặc USB để sao lưu", folder)
    return read("Đã sao lưu và kiểm tra bản sao")


def print_to(path):
    press("ctrl+8")
    read("Trang 1/")
    period = read("Quý ")
    push("In…")
    asked = eventually("the print dialog", lambda: dialog("In báo cáo"))
    words = sorted({one.name for one in shown(asked) if one.name})
    fill("Ghi ra tệp:", path)
    press("Return")
    return {"period": period, "words": words, "told": read("đến máy in.")}


def verify(path):
    push("Chọn tệp…")
    choose_in_dialog("Chọn tệp đã ký", path)
    return read("HỢP LỆ: ")


def main():
    order = json.loads(sys.argv[1])
    told = {"import": take_in(order["list"]), "copy": copy_to(order["folder"]), "print": print_to(order["print"])}
    told["verify"] = verify(order["signed"])
    press("alt+F4")
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
