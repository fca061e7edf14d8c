"""A list of 20,000 households read into records, against calamine alone reading the same cells.

And one of 100,000 taken in by a job beside a window, in a process of its own: `python bench_import.py LIST FOLDER`.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import xlsxwriter
from PySide6.QtCore import QObject, Qt, QTimerEvent
from python_calamine import CalamineWorkbook

from vnpresence_desktop.documents.reading.lists import read_list
from vnpresence_desktop.domain.kinds import Kind
from vnpresence_desktop.store.store import Store
from vnpresence_desktop.work.demo import clock
from vnpresence_desktop.work.desk import Desk, load_rules
from vnpresence_desktop.work.importing import import_list
from vnpresence_desktop.work.office import declare, set_up

ROOT = Path(__file__).parents[2]
ROWS = 20_000
MANY = 100_000
ROUNDS = 5
HEADING = (
    "STT", "Tên hộ kinh doanh", "Họ và tên chủ hộ", "Giới tính", "Ngày sinh", "Số CCCD", "Mã số thuế", "Số GCN ĐKHKD", "Ngày cấp",
    "Địa chỉ kinh doanh", "Ngành nghề", "Số điện thoại",
)  # fmt: skip
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Thạch", "Đặng")
GIVEN = ("Sáu", "Bảy", "Kim Ngân", "Út", "Minh Đệ", "Hữu Phước", "Ngọc Ẩn", "Thanh Tùng", "Mỹ Duyên", "Ý")
HAMLETS = ("ấp Thới Phước", "ấp Thới Hòa", "khu vực 3", "26 Nguyễn Huệ", "Số 5, ấp Trường Thọ", "101/36 Lý Thường Kiệt")
TRADES = (
    "Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào",
    "Dịch vụ phục vụ đồ uống",
    "Cắt tóc, làm đầu, gội đầu",
)


def households(count: int) -> Iterator[tuple[object, ...]]:
    """Rows of a list as a commune has it: every third ID number has lost its zero, dates are real or text."""
    chance = random.Random(103)
    for number in range(1, count + 1):
        born = date(1955, 1, 1) + timedelta(days=chance.randrange(17_000))
        issued = date(2005, 1, 1) + timedelta(days=chance.randrange(7_000))
        person = f"092{born.year // 2000 * 2}{born.year % 100:02d}{number:06d}"
        name = f"{chance.choice(FAMILIES)} {chance.choice(('Văn', 'Thị'))} {chance.choice(GIVEN)}"
        yield (
            number, f"Tạp hóa {name.rsplit(maxsplit=1)[-1]} {number}", name, "Nữ" if " Thị " in name else "Nam",
            born if number % 2 else f"{born:%d/%m/%Y}", int(person) if number % 3 == 0 else person, person,
            f"57A8{number:06d}", issued,
            f"{chance.choice(HAMLETS)}, xã Thới Lai, TP. Cần Thơ", chance.choice(TRADES), f"09{number:08d}",
        )  # fmt: skip


def write(path: Path, count: int) -> None:
    """The list as a workbook."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("DS")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, HEADING)
    for row, cells in enumerate(households(count), 1):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell, day if isinstance(cell, date) else None)
    book.close()


def bare(path: Path) -> float:
    """Seconds that calamine takes for the cells alone."""
    start = perf_counter()
    CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    return perf_counter() - start


def read_ratio() -> dict[str, dict[str, float | str]]:
    """Guard, child process, table, columns and values ÷ calamine's bare read; medians of interleaved rounds."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "danh sách.xlsx"
        write(path, ROWS)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(bare(path))
            start = perf_counter()
            found = read_list(path, Kind.HOUSEHOLD)
            ours.append(perf_counter() - start)
            if len(found.rows) != ROWS:
                raise ValueError("rows were lost")
            del found
    return {"read_ratio": {"value": round(median(ours) / median(theirs), 2), "unit": "×", "aim": 3}}


def import_ratio() -> dict[str, dict[str, float | str]]:
    """Read, checked, de-duplicated and stored with its operations, in one synced act ÷ calamine's bare read."""
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "danh sách.xlsx"
        write(path, ROWS)
        for turn in range(3):
            folder = Path(name) / str(turn)
            theirs.append(bare(path))
            store, _ = Store.create(folder / "register.db", folder / "pc", now=clock, actor="bench")
            with store:
                desk = Desk(folder, store, load_rules(folder), clock)
                set_up(desk, declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
                start = perf_counter()
                done = import_list(desk, path, Kind.HOUSEHOLD)
                ours.append(perf_counter() - start)
            if done.imported != ROWS:
                raise ValueError("rows were lost")
    return {"import_ratio": {"value": round(median(ours) / median(theirs), 2), "unit": "×", "aim": 4}}


def beside_a_window() -> dict[str, dict[str, float | str]]:
    """`import_mb`: peak memory of the process; `import_freeze_ms`: longest time between two turns of the event loop."""
    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "danh sách.xlsx", Path(name) / "register"
        write(path, MANY)
        places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), name)
        environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, __file__, str(path), str(folder)]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    return {
        "import_mb": {"value": round(found["megabytes"]), "unit": "MB", "aim": 600},
        "import_freeze_ms": {"value": round(found["freeze"] * 1e3, 1), "unit": "ms", "aim": 50},
    }


def measure() -> dict[str, dict[str, float | str]]:
    """Every figure of reading and importing."""
    return read_ratio() | import_ratio() | beside_a_window()


# -- in the process beside the window


def make_register(folder: Path) -> Path:
    """A register with its office; where this PC keeps its key."""
    store, _ = Store.create(folder / "register.db", folder / "pc", now=clock, actor="bench")
    with store:
        set_up(Desk(folder, store, load_rules(folder), clock), declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
    return folder / "pc"


class Turns(QObject):
    """Looks how long a timer that is due each millisecond has to wait for its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, perf_counter()
        self.startTimer(1, Qt.TimerType.PreciseTimer)

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's name
        """Another turn."""
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def take_in_a_job(path: Path, folder: Path) -> dict[str, float]:
    """Take a list in by a job as the window does, and tell what the window has to wait and what the process needs."""
    from PySide6.QtWidgets import QApplication

    from vnpresence_desktop.gui.jobs import Job, Jobs

    app, pc_folder = QApplication([]), make_register(folder)

    def take(job: Job) -> int:
        with Store.open(folder / "register.db", pc_folder, now=clock, actor="bench") as store:
            desk = Desk(folder, store, load_rules(folder), clock)
            return import_list(desk, path, Kind.HOUSEHOLD, report=job.report).imported

    turns, taken = Turns(), list[object]()
    job = Jobs(app).start(take)
    job.done.connect(taken.append)
    job.ended.connect(app.quit)
    app.exec()
    if taken != [MANY]:
        raise ValueError("rows were lost")
    return {"freeze": turns.longest, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    print(json.dumps(take_in_a_job(Path(sys.argv[1]), Path(sys.argv[2]))))
