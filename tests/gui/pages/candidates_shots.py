"""Pictures of the three groups: ``python -m tests.gui.pages.candidates_shots FOLDER``; light, dark, letters of 150 %."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.pages.candidates_setting import acts, register
from tests.gui.shots import settle
from vnpresence_desktop.domain.kinds import CANDIDATES, Kind
from vnpresence_desktop.gui.navigation import Entry
from vnpresence_desktop.gui.pages.candidate_kinds import WORDS
from vnpresence_desktop.gui.pages.candidates import CandidatesPage
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.gui.shell import Shell
from vnpresence_desktop.gui.theme import Theme
from vnpresence_desktop.gui.vietnamese import speak_vietnamese
from vnpresence_desktop.work.demo_commune import make_commune
from vnpresence_desktop.work.desk import Desk

LOOKS = {"light": Theme(), "dark": Theme(dark=True), "150": Theme(scale=1.5)}
ICONS = {Kind.HOUSEHOLD: "store", Kind.ENTERPRISE: "building-2", Kind.CITIZEN: "users"}


def window(app: QApplication, desk: Desk, folder: Path, theme: Theme) -> Shell:
    preferences = Preferences(folder / "window.ini")
    preferences.keep_theme(theme)
    entries = [
        Entry("o", "Tổng quan", "layout-dashboard", QWidget),
        *(
            Entry(kind, WORDS[kind].title, ICONS[kind], lambda kind=kind: CandidatesPage(kind, acts(desk, kind)))
            for kind in CANDIDATES
        ),
        Entry("t", "Tuyên truyền", "megaphone", QWidget),
        Entry("b", "Báo cáo", "file-text", QWidget),
        Entry("n", "Nhập Excel", "file-spreadsheet", QWidget),
    ]
    shell = Shell(entries, preferences, app)
    shell.setFixedSize(1366, 768)
    shell.show()
    shell.activateWindow()
    shell.set_office("Xã Vĩnh Thạnh, TP Cần Thơ", "Thứ ba, 24/11/2026")
    shell.set_period("warning", "Chưa có văn bản nào được biết nói tên miền còn miễn phí sau ngày 31/12/2025.")
    shell.say("Sổ để trên máy này; bản nháp tự lưu")
    shell.ready(Kind.HOUSEHOLD)
    return shell


def shoot(app: QApplication, desk: Desk, shell: Shell, kind: Kind, name: str) -> None:
    page = shell.open_page(kind)
    assert isinstance(page, CandidatesPage)

    def grab(what: str) -> None:
        settle(app)
        shell.grab().save(f"{name}-{what}.png")

    grab("list")
    page.open_record(desk.store.ids(kind)[1])
    grab("kept")
    page.open_record()
    first = desk.store.all(kind)[0]
    values = {"name": first.name, "hamlet": first.hamlet, "phone": first.phone, "birth_date": "310203"}
    page.form.form.fill(values | {"id_number": "09220300123", "email": "a@"})
    page.form.form.flush()
    grab("new")
    page.form.save()
    page.form.form.focus_field("note")
    grab("refused")
    page.form.leave()
    page.list.search.setText("khong co ai")
    page.list.refresh()
    grab("nothing")
    page.list.search.clear()


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    speak_vietnamese(app)
    with tempfile.TemporaryDirectory() as kept, register(Path(kept), make_commune().records()) as desk:
        for look, theme in LOOKS.items():
            shell = window(app, desk, Path(kept), theme)
            for kind in CANDIDATES:
                shoot(app, desk, shell, kind, str(folder / f"{kind.value}-{look}"))
            shell.close()
            shell.deleteLater()
            settle(app)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
