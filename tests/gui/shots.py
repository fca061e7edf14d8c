"""Pictures of the sample window: ``python -m tests.gui.shots FOLDER``; light, dark and letters of 150 %, 1366×768."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.gui.sample import sample_shell
from vnpresence_desktop.gui.form import Form
from vnpresence_desktop.gui.shell import Shell
from vnpresence_desktop.gui.theme import Theme

LOOKS = {"light": Theme(), "dark": Theme(dark=True), "150": Theme(scale=1.5), "dark-175": Theme(dark=True, scale=1.75)}


def settle(app: QApplication, rounds: int = 20) -> None:
    for _ in range(rounds):
        app.processEvents()


def shoot(app: QApplication, shell: Shell, folder: Path, look: str) -> None:
    shell.setFixedSize(1366, 768)
    shell.show()
    shell.activateWindow()
    settle(app)
    page = shell.open_page("form")
    settle(app)
    form = page.findChild(Form)
    assert form is not None
    form.focus_field("tax_code" if look == "light" else "owner")
    settle(app)
    shell.grab().save(str(folder / f"form-{look}.png"))
    form.widget("email").setFocus()
    settle(app)
    shell.grab().save(str(folder / f"form-end-{look}.png"))
    shell.open_page("list")
    settle(app)
    shell.grab().save(str(folder / f"list-{look}.png"))


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for look, theme in LOOKS.items():
        with tempfile.TemporaryDirectory() as kept:
            shell = sample_shell(app, Path(kept), theme)
            shoot(app, shell, folder, look)
            shell.close()
            shell.deleteLater()
            settle(app)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
