"""A screen of its own for one run of the window: X server, window manager, message bus, accessibility; all gone afterwards."""

import os
import re
import secrets
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

LETTERS = "ĂÂĐÊÔƠƯÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ"
"""Letters of Vietnamese that a keyboard of the United States lacks, one key each, the capital with Shift."""
_MEDIA_KEY = re.compile(r"<(I\d+)> = \d+;")
"""Keys for music, mail and the like, which nobody misses here."""
_PATIENCE = 30


@contextmanager
def screen(home: Path) -> Iterator[dict[str, str]]:
    """Start it; gives the environment for programs that are to be on it, with a home below ``home``.

    Raises:
        AssertionError: a part did not start.
    """
    environment = _at_home(home)
    with ExitStack() as parts:
        parts.callback(_clear, environment["ACCEPTANCE_RUN"])
        environment["DISPLAY"] = _server(parts, environment)
        _teach_vietnamese(environment, home)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _bus(parts, environment)
        _wake_accessibility(environment)
        parts.enter_context(_started(["openbox"], environment))
        yield environment


def _at_home(home: Path) -> dict[str, str]:
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    environment |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "TZ": "Asia/Ho_Chi_Minh"}
    environment["ACCEPTANCE_RUN"] = secrets.token_hex(8)  # by which the processes of this run are known
    places = {
        "HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "run",
    }  # fmt: skip
    for variable, name in places.items():
        (home / name).mkdir(mode=0o700)
        environment[variable] = str(home / name)
    return environment


@contextmanager
def _started(command: list[str], environment: dict[str, str], **more: object) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, text=True, **more)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def _server(parts: ExitStack, environment: dict[str, str]) -> str:
    """The X server on the first display number that is free."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    server = parts.enter_context(_started(command, environment, stdout=subprocess.PIPE))
    number = server.stdout.readline().strip() if server.stdout else ""
    assert number.isdigit(), "Xvfb does not start"
    return f":{number}"


def _bus(parts: ExitStack, environment: dict[str, str]) -> str:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    bus = parts.enter_context(_started(command, environment, stdout=subprocess.PIPE))
    address = bus.stdout.readline().strip() if bus.stdout else ""
    assert address, "dbus-daemon does not start"
    return address


def _wake_accessibility(environment: dict[str, str]) -> None:
    """Have the accessibility bus and its registry there before a program looks for them, which it does once."""
    where = _send(environment, "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
    there = f"--bus={where.strip()}"
    root, question = "/org/a11y/atspi/accessible/root", "org.a11y.atspi.Accessible.GetChildren"
    _send(environment, there, "--dest=org.a11y.atspi.Registry", root, question)


def _send(environment: dict[str, str], *message: str) -> str:
    command = ["dbus-send", "--print-reply=literal", f"--reply-timeout={_PATIENCE * 1000}", *message]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"no accessibility bus: {done.stderr}"
    return done.stdout


def _teach_vietnamese(environment: dict[str, str], home: Path) -> None:
    """Give every Vietnamese letter a key before anything is typed: a keyboard changed while typing loses letters."""
    display = environment["DISPLAY"]
    now = subprocess.run(["xkbcomp", "-xkb", display, "-"], env=environment, capture_output=True, text=True, check=True)
    names = _MEDIA_KEY.findall(now.stdout)[: len(LETTERS)]
    assert len(names) == len(LETTERS), "the keyboard has too few keys"
    keys = "".join(
        f"    key <{name}> {{ [ U{ord(letter.lower()):04X}, U{ord(letter):04X} ] }};\n"
        for name, letter in zip(names, LETTERS, strict=True)
    )
    without = re.sub(rf"key +<({'|'.join(names)})> *{{[^}}]*}};", "", now.stdout)
    end = without.index("\n};", without.index("xkb_symbols"))
    layout = home / "vietnamese.xkb"
    layout.write_text(f"{without[:end]}\n{keys}{without[end:]}", encoding="utf-8")
    subprocess.run(["xkbcomp", "-w", "0", str(layout), display], env=environment, check=True, capture_output=True)


def _clear(run: str) -> None:
    """End what the bus started for this run and nobody else ends."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        until = time.monotonic() + _PATIENCE / 3
        for process in _left(run):
            try:
                os.kill(process, how)
            except ProcessLookupError:
                continue
        while _left(run) and time.monotonic() < until:
            time.sleep(0.05)
    assert not _left(run), "processes are left"


def _left(run: str) -> list[int]:
    mark = f"ACCEPTANCE_RUN={run}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0") and _state(folder) != "Z":
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def _state(folder: Path) -> str:
    return (folder / "stat").read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()[0]
