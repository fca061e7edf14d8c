"""Run by the system's Python, which has `gi`: an officer at the screen who reads by accessibility and types by keyboard.

Argument: JSON of what is to be done. Answer on stdout: JSON of what was seen.

The accessibility bus is spoken directly: libatspi asks for children one by one, by number, and Qt ends the program when a
scroll bar has gone between its count and the question; ``GetChildren`` answers in one piece.
"""

import json
import subprocess
import sys
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402 - only after its version

PATIENCE = 40
"""Seconds to wait for anything to be seen; a slow machine needs some."""
MOST_TABS = 60
CHECKED, FOCUSED, SELECTED, SHOWING = 4, 12, 23, 25
"""Bits of a widget's state, from AT-SPI's list."""
ACCESSIBLE = "org.a11y.atspi.Accessible"


def accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None)
    kind = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(answer.unpack()[0], kind)


BUS = accessibility_bus()


class Widget:
    """What stands at an address of the accessibility bus; ``above`` is what it was found in."""

    def __init__(self, address, above=None):
        self.address, self.above = address, above

    def ask(self, interface, method, arguments=None):
        return BUS.call_sync(*self.address, interface, method, arguments, None, 0, 5000, None).unpack()[0]

    @property
    def children(self):
        return [Widget(address, self) for address in self.ask(ACCESSIBLE, "GetChildren")]

    @property
    def name(self):
        return self.ask("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name")))

    @property
    def role(self):
        return self.ask(ACCESSIBLE, "GetRoleName")

    @property
    def text(self):
        try:
            return self.ask("org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))
        except GLib.Error:
            return ""

    def is_(self, state):
        return bool(self.ask(ACCESSIBLE, "GetState")[0] >> state & 1)

    def is_called(self, name):
        """Whether it, or what it is a part of, has this name."""
        return self.name.startswith(name) or bool(self.above and self.above.above and self.above.is_called(name))


def eventually(what, look):
    """The first answer of `look` that is true; a widget that goes while it is read counts as not seen."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if found := look():
                return found
        except GLib.Error:
            pass
        if time.monotonic() > end:
            raise SystemExit(f"never seen: {what}\n{screen_words()}")
        time.sleep(0.05)


def press(*keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", text], check=True)


# -- reading


def seen():
    """Everything that shows, in reading order; the insides of a table are not entered."""
    desktop = Widget(("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"))
    for program in desktop.children:
        for window in program.children:
            yield from shown(window)


def shown(widget):
    if not widget.is_(SHOWING):
        return
    yield widget
    if widget.role != "table":
        for child in widget.children:
            yield from shown(child)


def screen_words():
    try:
        return "\n".join(f"{one.role}: {one.name} {one.text}" for one in seen() if one.name)
    except GLib.Error as error:
        return f"(the screen can't be read: {error})"


def read(part):
    """Wait for words on the screen; gives all that the widget says."""
    return eventually(part, lambda: next((name for one in seen() if part in (name := one.name)), ""))


def texts():
    return [one.name for one in seen() if one.role == "label"]


def focused():
    """What has the keyboard; the innermost one."""
    return next((one for one in reversed(list(seen())) if one.is_(FOCUSED)), None)


def at(name):
    now = focused()
    return now if now and now.is_called(name) else None


# -- acting


def go_to(name, role=""):
    """Tab until the keyboard is there."""
    for _ in range(MOST_TABS):
        now = eventually("something with the keyboard", focused)
        if now.is_called(name) and role in ("", now.role):
            return now
        press("Tab")
        eventually("the keyboard elsewhere", lambda here=now.address: (one := focused()) and one.address != here)
    raise SystemExit(f"not reached by Tab: {name}\n{screen_words()}")


def fill(name, text):
    """Go into a field, type, and see that it stands there."""
    line = go_to(name)
    type_text(text)
    eventually(f"“{text}” in {name}", lambda: line.text == text)


def choose(name, text):
    """Go to a box and press Down until it says this."""
    box = go_to(name)
    for _ in range(30):
        before = chosen(box)
        if before == text:
            return
        press("Down")
        eventually("another choice", lambda before=before: chosen(box) != before)
    raise SystemExit(f"{name} does not offer {text}")


def chosen(box):
    lists = [one for one in box.children if one.role == "list"]
    return next((item.name for one in lists for item in one.children if item.is_(SELECTED)), "")


def push(name):
    go_to(name)
    press("space")


# -- the road


def start(who):
    read("Chào mừng đến với VN Presence")
    fill("Xã, phường, đặc khu", "phong dien can tho")
    read("Xã Phong Điền, Thành phố Cần Thơ")
    press("Return")
    told = read("Đã có hồ sơ chương trình")
    fill("Họ và tên người ký báo cáo", who["signer"])
    go_to("Chức vụ")
    type_text(who["title"])
    go_to("Mỗi dòng một ấp")
    type_text(who["hamlet"])
    push("Tạo sổ")
    code = read("Mã khôi phục: ").removeprefix("Mã khôi phục: ")
    eventually("the keyboard in the line for the code", lambda: at("Gõ lại mã"))
    type_text(code.lower().replace("-", " "))
    read("Đúng mã.")
    push("Bắt đầu")
    read("Chưa có hộ kinh doanh nào trong sổ")
    return {"commune": told, "code": code}


def household(fields):
    press("ctrl+n")
    eventually("the form", lambda: at("Họ và tên chủ hộ"))
    for name, text in fields.items():
        if name == "Ấp, khu vực":
            go_to(name)
            type_text(text)
        else:
            fill(name, text)
    verdict = read("Thuộc đối tượng theo")
    free = read("miễn phí nào được biết cho ngày này")
    press("ctrl+s")
    return {"verdict": verdict, "free": free, "saved": read("Đã lưu “"), "count": read("1 hộ kinh doanh")}


def session(fields, counts, recorder, reached):
    press("ctrl+5")
    read("0 buổi")
    press("ctrl+n")
    eventually("the form", lambda: at("Ngày"))
    type_text("051125")
    choose("Hình thức", "Hội nghị")
    for name, text in (fields | counts).items():
        fill(name, text)
    go_to("Thực hiện nhiệm vụ")
    press("space")
    fill("Người ghi", recorder)
    press("ctrl+f")
    fill("Tìm người được tiếp cận", reached)
    press("Down", "space")
    told = read("Đã chọn 1: 1 hộ")
    press("ctrl+s")
    return {"ticked": told, "saved": read("Tiếp cận đích danh 1 người")}


def report(period):
    press("ctrl+8")
    box = go_to("", "combo box")  # its name is what it says, as Qt has it on Linux
    for _ in range(30):
        if (told := box.name) == period:
            break
        press("Down")
        eventually("another period", lambda told=told: box.name != told)
    days = read("Số liệu từ")
    go_to("Bản trình ký")
    press("Down")
    eventually("the technical identity", lambda: (one := at("Danh tính kỹ thuật")) and one.is_(CHECKED))
    push("Xuất báo cáo")
    made = read("Đã xuất báo cáo")
    read("HỢP LỆ: ")
    return {"days": days, "made": made, "verdicts": [told for told in texts() if told.startswith("HỢP LỆ: ")]}


def main():
    order = json.loads(sys.argv[1])
    told = {"start": start(order["start"]), "household": household(order["household"])}
    told["session"] = session(*order["session"])
    told["report"] = report(order["report"])
    press("alt+F4")
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
