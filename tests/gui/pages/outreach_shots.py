"""Pictures of the pages for outreach and import: ``python -m tests.gui.pages.outreach_shots FOLDER``."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.gui.pages.outreach_parts import import_acts, sessions_acts
from tests.gui.shots import settle
from tests.work.registers import OFFICE, desk_with
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.navigation import Entry
from vnpresence_desktop.gui.pages.importing import ImportPage
from vnpresence_desktop.gui.pages.sessions import SessionsPage
from vnpresence_desktop.gui.preferences import Preferences
from vnpresence_desktop.gui.shell import Shell
from vnpresence_desktop.gui.theme import Theme
from vnpresence_desktop.gui.vietnamese import speak_vietnamese
from vnpresence_desktop.work.demo_commune import make_commune
from vnpresence_desktop.work.desk import Desk

SAMPLES = Path(__file__).parents[2] / "samples"
LOOKS = {"light": Theme(), "dark": Theme(dark=True), "150": Theme(scale=1.5)}


def window(app: QApplication, folder: Path, theme: Theme, entries: list[Entry]) -> Shell:
    preferences = Preferences(folder / "cua-so.ini")
    preferences.keep_theme(theme)
    shell = Shell(entries, preferences, app)
    shell.set_office("Xã Vĩnh Thạnh, TP Cần Thơ", "Thứ ba, 24/11/2026")
    shell.set_period("warning", "Chưa có văn bản nào được biết nói tên miền còn miễn phí sau ngày 31/12/2025.")
    shell.say("Sổ để trên máy này; bản nháp tự lưu")
    shell.setFixedSize(1366, 768)
    shell.show()
    shell.activateWindow()
    shell.ready(entries[0].id)
    settle(app)
    return shell


def sessions(app: QApplication, folder: Path, desk: Desk, look: str, kept: Path) -> None:
    entry = Entry("sessions", "Tuyên truyền", "megaphone", lambda: SessionsPage(sessions_acts(desk)))
    shell = window(app, kept, LOOKS[look], [entry])
    page = shell.page()
    assert isinstance(page, SessionsPage)

    def shoot(name: str) -> None:
        settle(app)
        shell.grab().save(str(folder / f"sessions-{name}-{look}.png"))

    shoot("list")
    page.open(desk.store.all(type(page.editor.session()))[-1].id)
    shoot("form")
    page.editor.picker.from_list.click()
    page.editor.picker.paste.lines.setPlainText("Nguyễn Văn Không Có\n092204000001")
    page.editor.picker.paste.search.click()
    page.editor.form.focus_field("cost")
    shoot("paste")
    page.add()
    page.editor.keep()
    page.editor.form.focus_field("officials")
    shoot("new")
    shell.close()
    shell.deleteLater()
    settle(app)


def imports(app: QApplication, folder: Path, register: Path, look: str, kept: Path) -> None:
    jobs = Jobs()
    entry = Entry("import", "Nhập Excel", "file-spreadsheet", lambda: ImportPage(import_acts(register, jobs)))
    shell = window(app, kept, LOOKS[look], [entry])
    page = shell.page()
    assert isinstance(page, ImportPage)

    def shoot(name: str) -> None:
        while jobs.busy:
            app.processEvents()
        settle(app)
        shell.grab().save(str(folder / f"import-{name}-{look}.png"))

    shoot("empty")
    page.file.take(SAMPLES / "ho_kinh_doanh.xlsx")
    shoot("preview")
    page.problems.tree.expand(page.problems.model.index(0, 0))
    page.mapping.pick("owner").setCurrentIndex(0)
    page.mapping.pick("owner").activated.emit(0)
    shoot("lacking")
    page.mapping.pick("owner").setFocus()
    page.file.take(SAMPLES / "doanh_nghiep_moi.xlsx")
    shoot("other-kind")
    page.file.kinds.setCurrentIndex(1)
    shoot("enterprises")
    page.import_now()
    settle(app, 3)
    shell.grab().save(str(folder / f"import-busy-{look}.png"))
    shoot("done")
    page.file.take(SAMPLES / "không có.xlsx")
    shoot("failed")
    shell.close()
    shell.deleteLater()
    jobs.shutdown()
    settle(app)


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    speak_vietnamese(app)
    with tempfile.TemporaryDirectory() as name, desk_with(Path(name), make_commune().records()) as desk:
        for look in LOOKS:
            with tempfile.TemporaryDirectory() as kept:
                sessions(app, folder, desk, look, Path(kept))
        for look in LOOKS:
            with tempfile.TemporaryDirectory() as kept:
                with desk_with(Path(kept), [OFFICE]):
                    pass
                imports(app, folder, Path(kept), look, Path(kept))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
