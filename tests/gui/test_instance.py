import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vnpresence_desktop.gui.instance import Instance, address

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from vnpresence_desktop.gui.instance import Instance
app = QCoreApplication([])
print(Instance(Path(sys.argv[1])).claim(sys.argv[2:]))
"""


def start_second(folder: Path, *files: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", SECOND, str(folder), *files]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


def listening(folder: Path) -> Instance:
    made = Instance(folder)
    assert made.claim()
    made.listen()
    return made


def test_files_of_a_second_start_wait_until_the_first_is_painted(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    second = start_second(tmp_path, "b.csv")
    qtbot.wait(400)
    assert second.poll() is None
    with qtbot.waitSignal(first.called, timeout=15_000) as called:
        first.listen()
    assert called.args == [["b.csv"]]
    second.communicate(timeout=15)
    first.release()


def test_what_the_first_painting_does_without_is_not_loaded(tmp_path: Path) -> None:
    look = "import sys; print(sorted({'PySide6.QtNetwork', 'hashlib', 'json'} & set(sys.modules)))"
    command = [sys.executable, "-c", SECOND + look, str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert told.stdout.split("\n")[:2] == ["True", "[]"]


def test_a_second_start_hands_its_files_over(qtbot: QtBot, tmp_path: Path) -> None:
    first = listening(tmp_path)
    with qtbot.waitSignal(first.called, timeout=15_000) as called:
        second = start_second(tmp_path, "Danh sách ấp.xlsx", "b.csv")
    assert called.args == [["Danh sách ấp.xlsx", "b.csv"]]
    assert second.communicate(timeout=15)[0].strip() == "False"
    with qtbot.waitSignal(first.called, timeout=15_000) as called:
        third = start_second(tmp_path)
    assert called.args == [[]]
    third.communicate(timeout=15)
    first.release()


def test_a_window_open_for_days_is_still_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = listening(tmp_path)
    lock = next(tmp_path.glob("*.lock"))
    os.utime(lock, (1_000_000_000, 1_000_000_000))
    with qtbot.waitSignal(first.called, timeout=15_000):
        second = start_second(tmp_path)
    assert second.communicate(timeout=15)[0].strip() == "False"
    first.release()


def test_another_folder_has_its_own_window(qapp: QApplication, tmp_path: Path) -> None:
    first, other = Instance(tmp_path), tmp_path / "mẫu"
    other.mkdir()
    second = Instance(other)
    assert first.claim()
    assert second.claim()
    first.release()
    second.release()


def test_after_release_or_a_crash_the_next_is_first(qapp: QApplication, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    first.release()
    assert start_second(tmp_path).communicate(timeout=15)[0].strip() == "True"
    again = Instance(tmp_path)
    assert again.claim(), "the other one ended without releasing"
    again.release()


def test_what_is_no_second_start_is_ignored(qtbot: QtBot, tmp_path: Path) -> None:
    first = listening(tmp_path)
    told: list[object] = []
    first.called.connect(told.append)
    for message in (b"not json\n", b'{"a": 1}\n', b"[1]\n", b"x" * 70_000):
        socket = QLocalSocket()
        socket.connectToServer(address(tmp_path))
        assert socket.waitForConnected(2000)
        socket.write(message)
        socket.flush()
        qtbot.waitUntil(lambda socket=socket: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert told == []
    first.release()
