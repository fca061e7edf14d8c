"""How soon the window is there, against a bare PySide6 window; how soon a key is judged and painted in a form.

Each measure runs in a process of its own, with a home of its own: `python bench_window.py bare|start|keys FOLDER`.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QTableView, QWidget

ROOT = Path(__file__).parents[2]
ROUNDS = 9
KEYS = "092185001234"
KEY_ROUNDS = 12


def measure() -> dict[str, dict[str, float | str]]:
    """`start_ratio`, `start_list_ratio`: medians of interleaved rounds; `key_*_ms`: medians over many keys."""
    with tempfile.TemporaryDirectory() as name:
        environment = _environment(Path(name))
        register = Path(name) / "xa-mau"
        command = [sys.executable, "-m", "vnpresence_desktop", "demo", "--no-window", "--data", str(register)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        bare, shell, rows = [], [], []
        for _ in range(ROUNDS):
            bare.append(_seconds("bare", register, environment)[0])
            painted, listed = _seconds("start", register, environment)
            shell.append(painted)
            rows.append(listed)
        validated, painted = _seconds("keys", register, environment, since_start=False)
    return {
        "start_ratio": {"value": round(median(shell) / median(bare), 2), "unit": "×", "aim": 1.3},
        "start_list_ratio": {"value": round(median(rows) / median(bare), 2), "unit": "×", "aim": 2},
        "key_validated_ms": {"value": round(validated * 1000, 2), "unit": "ms", "aim": 1},
        "key_painted_ms": {"value": round(painted * 1000, 2), "unit": "ms", "aim": 3},
    }


def _environment(home: Path) -> dict[str, str]:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(home))
    return {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def _seconds(what: str, register: Path, environment: dict[str, str], *, since_start: bool = True) -> list[float]:
    """The numbers that a process of its own tells, each on a line: its own, or when the line was heard."""
    start = perf_counter()
    command = [sys.executable, __file__, what, str(register)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        told = [perf_counter() - start if since_start else float(line) for line in process.stdout or ()]
    if process.returncode:
        raise RuntimeError(f"{what} ended with {process.returncode}")
    return told


# -- in the processes


class FirstPaint(QObject):
    """Tells when a widget of a kind is painted, the window first, then, where it is wanted, rows of a list."""

    def __init__(self, app: QApplication, *, rows: bool) -> None:
        super().__init__()
        self._app, self._rows, self._told = app, rows, False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The painting itself comes after this call, so it is told by the next one."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if not self._told and isinstance(watched, QMainWindow):
                self._told = True
                self._tell(last=not self._rows)
            elif self._rows and _shows_rows(watched):
                self._tell(last=True)
        return False

    def _tell(self, *, last: bool) -> None:
        print("painted", flush=True)
        if last:
            os._exit(0)


def _shows_rows(widget: QWidget) -> bool:
    table = widget.parentWidget()
    return isinstance(table, QTableView) and widget is table.viewport() and table.model().rowCount() > 0


def bare() -> None:
    """The least that PySide6 can show."""
    app = QApplication([])
    paint = FirstPaint(app, rows=False)
    window = QMainWindow()
    window.setCentralWidget(QLabel("bare"))
    window.resize(1280, 720)
    window.show()
    sys.exit(app.exec() or bool(paint))


def start(register: Path) -> None:
    """The program as it is started."""
    app = QApplication([])
    paint = FirstPaint(app, rows=True)
    from vnpresence_desktop.__main__ import main

    os.environ["VNPRESENCE_DATA"] = str(register)
    sys.exit(main([]) or bool(paint))


def keys(register: Path) -> None:
    """Type an identity number in the form of a new household; tell the medians of judging and of judging with painting."""
    from vnpresence_desktop.app.window import Window
    from vnpresence_desktop.gui.pages.candidates import CandidatesPage

    app = QApplication([])
    window = Window(app, register)
    window.show()
    while not isinstance(page := window.shell.page(), CandidatesPage):
        app.processEvents()
    page.open_record()
    line = page.form.form.widget("id_number")
    assert isinstance(line, QLineEdit)
    _settle(app)
    validated = _typed(app, line, page.form.judge)
    painted = _typed(app, line, lambda: (app.processEvents(), app.processEvents()))
    print(validated, painted, sep="\n", flush=True)
    window.shell.close()


def _typed(app: QApplication, line: QLineEdit, then: Callable[[], object]) -> float:
    """Seconds from a key until what follows is done; median over many keys."""
    from PySide6.QtTest import QTest

    seconds = []
    for _ in range(KEY_ROUNDS):
        line.clear()
        _settle(app)
        for key in KEYS:
            begin = perf_counter()
            QTest.keyClick(line, key)
            then()
            seconds.append(perf_counter() - begin)
            _settle(app)
    return median(seconds)


def _settle(app: QApplication) -> None:
    for _ in range(5):
        app.processEvents()


if __name__ == "__main__":
    {"bare": lambda _: bare(), "start": start, "keys": keys}[sys.argv[1]](Path(sys.argv[2]))
