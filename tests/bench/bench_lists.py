"""How long lists answer: a key in the search box of the real list page until the rows that it finds are painted.

Registers of 100,000 and 1,000,000 generated households, each measured in a process of its own with a home of its own:
`python bench_lists.py make|keys|first FOLDER [COUNT]`. Making a million takes some minutes; see `households`.
Beside it, in the same process, a bare keyset query for a page of the same table.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]
SIZES = {"100k": 100_000, "1m": 1_000_000}
PEOPLE = 9
ROUNDS = 7
TYPING = 0.06
"""Seconds between two keys of a quick typist: time in which a job may run, and after which it is stopped."""
_NOTHING = 0.001
AIMS = {"100k": (16, 50), "1m": (50, 150)}


def measure(home: Path | None = None) -> dict[str, dict[str, Any]]:
    """Every figure; ``home``: a folder that keeps the registers from one run to the next, a temporary one unless given."""
    if home is None:
        with tempfile.TemporaryDirectory() as name:
            return measure(Path(name))
    figures: dict[str, dict[str, Any]] = {}
    for name, count in SIZES.items():
        found = _told("keys", _register(home, count), home)
        usual, worst = AIMS[name]
        figures |= {
            f"filter_{name}_ms_median": _figure(found["median"], "ms", usual),
            f"filter_{name}_ms_worst": _figure(found["worst"], "ms", worst),
            f"filter_{name}_whole_ms": _figure(found["whole"], "ms", worst),
            f"keyset_{name}_ms": _figure(found["keyset"], "ms", usual),
            f"list_{name}_mb": _figure(found["megabytes"], "MB", 300),
        }
    return figures | {"first_paint_100k_ratio": _figure(_first_paint(home), "×", 1.5)}


def _figure(value: float, unit: str, aim: float) -> dict[str, Any]:
    return {"value": round(value, 2), "unit": unit, "aim": aim}


def _first_paint(home: Path) -> float:
    full, none = _register(home, SIZES["100k"]), _register(home, 0)
    long, empty = [], []
    for _ in range(ROUNDS):
        empty.append(_told("first", none, home)["seconds"])
        long.append(_told("first", full, home)["seconds"])
    return median(long) / median(empty)


def _register(home: Path, count: int) -> Path:
    folder = home / f"register-{count}"
    if not folder.exists():
        _told("make", folder, home, str(count))
    return folder


def _told(what: str, folder: Path, home: Path, *more: str) -> dict[str, float]:
    """What a process of its own tells as JSON."""
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(home))
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, __file__, what, str(folder), *more]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


# -- in the processes


def make(folder: Path, count: int) -> dict[str, float]:
    """Make a register."""
    from tests.bench.households import make_register
    from vnpresence_desktop.app import pc_folder

    folder.mkdir(parents=True)
    make_register(folder, pc_folder(), count)
    return {}


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.Paint
        return False


class Page:
    """The list of households in the window."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        """Start the program; `seconds` until the list, or that nobody is in it, is painted."""
        begin = perf_counter()
        from vnpresence_desktop.app.window import Window

        self.app = app
        self.window = Window(app, folder)
        self.window.shell.resize(1366, 768)
        self.window.show()
        while not self.window.pages.is_open:
            app.processEvents()
        self.list: Any = self.window.shell.open_page("household").list
        self.painted, nobody = Painted(self.list.table.viewport()), Painted(self.list._stack.widget(1))
        while not (self.painted.times and self.list.table.count()) and not nobody.times:
            app.processEvents()
        self.seconds = perf_counter() - begin

    def wait(self, seconds: float) -> None:
        """Let the program run."""
        until = perf_counter() + seconds
        while perf_counter() < until:
            self.app.processEvents()

    def until_whole(self) -> None:
        """Until the exact count stands there."""
        while self.list._soon.isActive() or not self.list.rows.is_whole:
            self.app.processEvents()

    def type(self, letter: str) -> float:
        """Type a letter; seconds until the rows that it finds are painted."""
        rows, before, painted = self.list.rows, self.list.rows.ids, self.painted.times
        begin = perf_counter()
        if letter.isascii():
            QTest.keyClick(self.list.search, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            self.app.sendEvent(self.list.search, event)
        while rows.ids is before or self.painted.times == painted or not (len(rows.ids) or rows.is_whole):
            self.app.processEvents()
        seconds = perf_counter() - begin
        while perf_counter() - begin < TYPING:
            self.app.processEvents()
        return seconds

    def clear(self) -> None:
        """Show all again."""
        self.list.search.clear()
        self.until_whole()
        self.wait(0.02)


def texts() -> Iterator[str]:
    """What is typed: names as they are and folded, numbers from the front, from the middle, from the end, single letters."""
    from tests.bench.households import households
    from vnpresence_desktop.domain.text import fold

    chance = random.Random(7)
    for person in chance.sample(list(households(3_000)), PEOPLE):
        yield from (person.owner, fold(person.owner), person.name, fold(person.name))
        yield from (person.id_number, person.phone, person.phone[3:8], person.phone[-4:], person.certificate_no)
        yield f"{fold(person.owner).split()[-1]} {person.phone[4:7]}"
    yield from "anđtxyáô9"


def keys(folder: Path) -> dict[str, float]:
    """Type every text, letter by letter."""
    app = QApplication([])
    page = Page(app, folder)
    page.wait(1.5)  # whatever the program does for itself after its start, the day's copy for one
    page.until_whole()
    seconds, whole = [], []
    for text in texts():
        page.clear()
        seconds += [page.type(letter) for letter in text]
        begin = perf_counter()
        page.until_whole()
        waited = perf_counter() - begin
        whole.append(seconds[-1] if waited < _NOTHING else TYPING + waited)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {"median": median(seconds) * 1e3, "worst": max(seconds) * 1e3, "whole": median(whole) * 1e3}
    keyset = _keyset(page.window.pages._desk.store._connection) * 1e3  # type: ignore[union-attr]
    page.window.shell.close()
    return found | {"keyset": keyset, "megabytes": memory}


def _keyset(connection: Any) -> float:
    """Seconds of a bare query for the page of rows behind a row."""
    chance, seconds = random.Random(1), []
    (last,) = connection.execute("SELECT max(row_no) FROM household").fetchone()
    for _ in range(60):
        key = connection.execute(
            "SELECT sort, id FROM household WHERE row_no = ?", (chance.randint(1, last),)
        ).fetchone()
        begin = perf_counter()
        connection.execute(
            "SELECT * FROM household WHERE deleted = 0 AND (sort, id) > (?, ?) ORDER BY sort, id LIMIT 64", key
        ).fetchall()
        seconds.append(perf_counter() - begin)
    return median(seconds)


def first(folder: Path) -> dict[str, float]:
    """Open the list for the first time."""
    page = Page(QApplication([]), folder)
    page.window.shell.close()
    return {"seconds": page.seconds}


if __name__ == "__main__":
    what, folder = sys.argv[1], Path(sys.argv[2])
    print(
        json.dumps(make(folder, int(sys.argv[3])) if what == "make" else {"keys": keys, "first": first}[what](folder))
    )
