"""Run by the system's Python: an officer who types a pile of papers, hands on the keys, and counts every key.

Argument: JSON of the papers and of the fields that stay the same. Answer on stdout: JSON, the keys of each record beyond
its content, and what was said when it was saved.
"""

import json
import subprocess
import sys

from officer import at, eventually, press, read


class Hands:
    """Types ahead as people do: what is typed for a record goes out in one run of `xdotool`."""

    def __init__(self):
        self.keys, self._run = 0, []

    def type(self, text):
        """The content of a field."""
        self._run += ["type", "--clearmodifiers", "--delay", "3", text]

    def press(self, chord):
        """A key, or several together; each one counts."""
        self.keys += chord.count("+") + 1
        self._run += ["key", "--clearmodifiers", chord]

    def go(self):
        """Let them fly; gives the keys pressed beyond content since the last time."""
        run, self._run = self._run, []
        keys, self.keys = self.keys, 0
        at_once = []
        for word in run:  # "type" takes all that follows it, so that each goes by itself
            if word in ("type", "key") and at_once:
                subprocess.run(["xdotool", *at_once], check=True)
                at_once = []
            at_once.append(word)
        subprocess.run(["xdotool", *at_once], check=True)
        return keys


def type_paper(hands, paper, before, fields, pinned):
    """Every field that says something else than the pinned ones of the paper before; then save and go on."""
    same = {name for name in pinned if before and before[name] == paper[name]}
    changed = [name for name in pinned if before and name not in same]
    for place, name in enumerate(fields):
        if name in same:
            continue  # Enter passes it
        if name in changed:
            hands.press("shift+Return")
        hands.type(paper[name])
        if name in pinned and not before:
            hands.press("ctrl+d")
        if place + 1 < len(fields):
            hands.press("Return")
    hands.press("ctrl+Return")


def main():
    order = json.loads(sys.argv[1])
    read("Chưa có hộ kinh doanh nào trong sổ")
    press("ctrl+n")
    eventually("the form", lambda: at("Họ và tên chủ hộ"))
    hands, before, told = Hands(), None, []
    hands.keys += 2  # Ctrl+N
    for paper in order["papers"]:
        type_paper(hands, paper["typed"], before, order["fields"], order["pinned"])
        keys = hands.go()
        if paper["doubtful"]:
            eventually("the line for the reason", lambda: at("Đã đối chiếu giấy tờ"))  # Qt names it by what it says
            for chord in ("Return", "ctrl+Return"):
                hands.press(chord)
            keys += hands.go()
        said = read(f"Đã lưu “{paper['typed']['name']}”")
        told.append([keys, said])
        before = paper["typed"]
    press("alt+F4")
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
