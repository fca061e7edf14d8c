"""Pictures of the report page, settings and first start: ``python -m tests.gui.pages.office_shots FOLDER``."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tests.gui.pages.office_parts import desk_at, fill, first_start, report_page, settings_page
from tests.gui.shots import settle
from vnpresence_desktop.gui.jobs import Jobs
from vnpresence_desktop.gui.theme import Theme, apply
from vnpresence_desktop.gui.vietnamese import speak_vietnamese
from vnpresence_desktop.work.desk import Desk
from vnpresence_desktop.work.exporting import Signing

LOOKS = {"light": Theme(), "dark": Theme(dark=True), "150": Theme(scale=1.5), "175": Theme(scale=1.75)}
WIDTHS = {"light": 1154, "dark": 1154, "150": 1060, "175": 1010}
"""What the navigation leaves of 1366 pixels."""


def shoot(app: QApplication, page: QWidget, folder: Path, name: str, width: int = 1366) -> None:
    window = page.window()
    window.setFixedSize(width, 768 if width == 1366 else 700)
    window.show()
    settle(app)
    window.grab().save(str(folder / f"{name}.png"))


def first(app: QApplication, folder: Path, look: str) -> None:
    jobs = Jobs()
    page = first_start(jobs)
    shoot(app, page, folder, f"first-{look}")
    page.search.line.setText("phong dien")
    page.search.line.textEdited.emit("phong dien")
    shoot(app, page, folder, f"first-search-{look}")
    page._steps.setCurrentIndex(1)
    page.code.show_code("8QX0T-AB3DE-9KMNP-RSTVW-XYZ01-23456-789A", "Xã Phong Điền, Thành phố Cần Thơ")
    page.code.typed.setText("8qx0t")
    shoot(app, page, folder, f"first-code-{look}")
    jobs.shutdown()
    page.deleteLater()


def wait(app: QApplication, jobs: Jobs) -> None:
    while jobs.busy:
        settle(app)


def report(app: QApplication, folder: Path, look: str, desk: Desk) -> None:
    jobs = Jobs()
    page = report_page(desk, jobs)
    window = QStackedWidget()
    window.addWidget(page)
    window.setFixedSize(WIDTHS[look], 700)
    window.show()
    wait(app, jobs)
    shoot(app, page, folder, f"report-{look}", WIDTHS[look])
    for name, widget in (
        ("base", page.base),
        ("words", page.words),
        ("signing", page.signing),
        ("verify", page.verify),
    ):
        page._area.verticalScrollBar().setValue(widget.y())
        shoot(app, page, folder, f"report-{name}-{look}", WIDTHS[look])
    page.signing.choice.buttons[Signing.LOCAL].click()
    page.export.click()
    wait(app, jobs)
    shoot(app, page, folder, f"report-done-{look}", WIDTHS[look])
    page.period.box.setCurrentIndex(page.period.box.findData("2025"))
    page.period.box.activated.emit(0)
    wait(app, jobs)
    shoot(app, page, folder, f"report-year-{look}", WIDTHS[look])
    window.close()
    jobs.shutdown()
    window.deleteLater()


def settings(app: QApplication, folder: Path, look: str, desk: Desk) -> None:
    jobs = Jobs()
    page = settings_page(desk, jobs)
    window = QStackedWidget()
    window.addWidget(page)
    window.setFixedSize(WIDTHS[look], 700)
    window.show()
    wait(app, jobs)
    shoot(app, page, folder, f"settings-{look}", WIDTHS[look])
    page.data.back_up(None)
    wait(app, jobs)
    page._area.verticalScrollBar().setValue(page.data.y())
    shoot(app, page, folder, f"settings-data-{look}", WIDTHS[look])
    page._area.verticalScrollBar().setValue(page.hamlets.y())
    shoot(app, page, folder, f"settings-hamlets-{look}", WIDTHS[look])
    window.close()
    jobs.shutdown()
    window.deleteLater()


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    speak_vietnamese(app)
    for look, theme in LOOKS.items():
        apply(app, theme)
        first(app, folder, look)
        with tempfile.TemporaryDirectory() as place, desk_at(Path(place)) as desk:
            fill(desk)
            report(app, folder, look, desk)
            settings(app, folder, look, desk)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
