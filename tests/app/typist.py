"""A program that types a household into the real window without end and says each key; the tests kill it. Argument: folder.

A line a key: the moment (monotonic seconds, the same clock for every process) and what then stands in the fields, as JSON.
"""

import json
import os
import sys
import time
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from vnpresence_desktop.app.window import Window
from vnpresence_desktop.gui.pages.candidates import CandidatesPage

TYPED = (
    ("name", "Tạp hóa Bảy Đông "),
    ("owner", "Nguyễn Văn Đức "),
    ("trade", "Bán lẻ lương thực, thực phẩm "),
    ("note", "Hẹn quay lại sau giờ chợ "),
)


def main() -> None:
    """Open the form of a new household and type, field by field, round and round."""
    app = QApplication([])
    window = Window(app, Path(sys.argv[1]))
    window.show()
    while not isinstance(page := window.shell.page(), CandidatesPage):
        app.processEvents()
    page.open_record()
    form = page.form.form
    # What an earlier typist left comes back as a draft: it is part of what must not be lost.
    for name, text in cycle(TYPED):
        form.focus_field(name)
        widget = form.widget(name)
        widget.setCursorPosition(10_000) if hasattr(widget, "setCursorPosition") else None
        for letter in text:
            _press(widget, letter)
            _tell(form.values())
            until = time.monotonic() + 0.01
            while time.monotonic() < until:
                app.processEvents()


def _press(widget: object, letter: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QCoreApplication.sendEvent(widget, event)  # type: ignore[arg-type]


def _tell(values: dict[str, object]) -> None:
    state = {name: values[name] for name, _ in TYPED}
    os.write(1, (json.dumps([time.monotonic(), state]) + "\n").encode())


if __name__ == "__main__":
    main()
