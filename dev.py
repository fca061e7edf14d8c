#!/usr/bin/env python3
"""Everything a developer does here, by one command; needs only Python 3.11, 3.12 or 3.13 and a network once.

    python3 dev.py demo [--no-window] …   set up, then make the sample commune and its signed report
    python3 dev.py test                   set up, then all that CI runs: format, lint, types, layers, wheel, tests
    python3 dev.py test ARGUMENTS…        set up, then only pytest with these arguments
    python3 dev.py check                  the same list as `test`
    python3 dev.py bench [--json FILE]    measure; what is measured stands in tests/bench
    python3 dev.py shots [FOLDER [LOOK…]] make pictures of every page (light, dark, 150) in build/shots or FOLDER
    python3 dev.py run ARGUMENTS…         set up, then `vnpresence ARGUMENTS…` from this checkout
    python3 dev.py lock [--upgrade]       resolve pyproject.toml anew into requirements.lock
    python3 dev.py runtime-lock           print the part of requirements.lock that the program itself needs
    python3 dev.py windows                ask whether every entry of the lock installs on Windows from ready wheels

Set-up makes `.venv` from requirements.lock, every file checked by its hash, and is repeated only when the lock or the
Python changes. It uses `uv` where there is one (quicker), else `venv` and `pip`. On Debian and Ubuntu it also installs
the system packages that are missing if it may (root), else it says the one line to run.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PROJECT = "vnpresence-desktop (pyproject.toml)"
PYTHONS = ("3.11", "3.12", "3.13")

DEBIAN = ROOT / "packaging" / "debian.txt"


# --- the machine ---------------------------------------------------------------------------------------------------


def require_python() -> None:
    if ".".join(map(str, sys.version_info[:2])) not in PYTHONS:
        sys.exit(
            f"Python {', '.join(PYTHONS)} is supported; this is {sys.version.split()[0]}. Try: python3.13 dev.py …"
        )


def there(mark: str) -> bool:
    """Whether a file exists (full path), or the loader finds a library (bare name)."""
    if Path(mark).is_absolute():
        return Path(mark).exists()
    try:
        ctypes.CDLL(mark)
    except OSError:
        return False
    return True


def missing_packages(table: str, uses: set[str]) -> list[str]:
    """The Debian packages wanted for `uses` and not there; `table` is the text of packaging/debian.txt."""
    rows = [line.split() for line in table.splitlines() if line and not line.startswith("#")]
    return [package for mark, package, use in rows if use in uses and not there(mark)]


def install_packages(packages: list[str]) -> None:
    """Install with apt-get as root; stop with the one line to run where that may not be."""
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        sys.exit(f"Some system packages are missing. On Debian or Ubuntu run once:\n  sudo {' '.join(install)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], install):
        subprocess.run(command, check=True, env=environment, stdin=subprocess.DEVNULL)


def require_system(*uses: str) -> None:
    """Make sure of what packaging/debian.txt names for these uses; elsewhere say how the judges are had."""
    if sys.platform.startswith("linux"):
        install_packages(missing_packages(DEBIAN.read_text(encoding="utf-8"), set(uses)))
    elif "judge" in uses:
        print(
            "The tests call poppler (pdfsig, pdftotext …) and LibreOffice: have both on PATH, or let CI judge.",
            flush=True,
        )


# --- the environment -----------------------------------------------------------------------------------------------


def interpreter(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if WINDOWS else "bin/python")


def script(venv: Path, name: str) -> Path:
    return venv / (f"Scripts/{name}.exe" if WINDOWS else f"bin/{name}")


def find_uv() -> str | None:
    """The `uv` on PATH, if it really runs."""
    try:
        subprocess.run(["uv", "--version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return "uv"


def child_environment(*, checkout: bool = True) -> dict[str, str]:
    """What our own processes see: UTF-8 everywhere, and this checkout on the path unless a wheel is being tried."""
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment["PYTHONUTF8"] = "1"
    environment.setdefault("UV_SYSTEM_CERTS", "1")  # as pip: an office's proxy may have a certificate of its own
    if not WINDOWS and not environment.get("LC_ALL"):
        environment.setdefault("LANG", "C.UTF-8")
    if checkout:
        environment["PYTHONPATH"] = str(ROOT)
    return environment


def make_venv(venv: Path, lock: Path, uv: str | None) -> None:
    """A new environment with exactly what `lock` names; every file must have the hash written there."""
    environment = child_environment(checkout=False)
    python = str(interpreter(venv))
    if uv:
        create = [uv, "venv", "-q", "--clear", "--no-project", "--python", sys.executable, str(venv)]
        install = [uv, "pip", "install", "-q", "--python", python, "--require-hashes", "-r", str(lock)]
    else:
        if not importlib.util.find_spec("ensurepip"):
            install_packages(["python3-venv"])
        create = [sys.executable, "-m", "venv", "--clear", str(venv)]
        pip = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--only-binary", ":all:"]
        install = [*pip, "--require-hashes", "-r", str(lock)]
    for command in (create, install):
        subprocess.run(command, check=True, env=environment, cwd=ROOT)


def fingerprint() -> str:
    """Changes when the environment must be made anew: another lock, another Python, another place."""
    parts = (LOCK.read_bytes(), sys.version.encode(), str(VENV).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up() -> None:
    stamp = VENV / "made-from.sha256"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint() and interpreter(VENV).exists():
        return
    print("Setting up .venv from requirements.lock …", flush=True)
    stamp.unlink(missing_ok=True)
    make_venv(VENV, LOCK, find_uv())
    stamp.write_text(fingerprint(), encoding="ascii")


def call(command: list[str], cwd: Path = ROOT, environment: dict[str, str] | None = None) -> int:
    return subprocess.run(command, check=False, cwd=cwd, env=environment or child_environment()).returncode


def python(*arguments: str, cwd: Path = ROOT, **variables: str) -> int:
    """Run this project's Python; the exit code is the answer."""
    environment = {**child_environment(), **variables}
    return call([str(interpreter(VENV)), *arguments], cwd, environment)


# --- the lock ------------------------------------------------------------------------------------------------------


def lock_entries(text: str) -> list[tuple[str, str, set[str]]]:
    """The lock's entries: name, the entry's whole text, and who asked for it (the `# via` lines)."""
    asked_by = re.compile(r"^    # (?:via |  )(\S.*)$", re.MULTILINE)
    blocks = re.split(r"(?m)^(?=[a-z0-9])", text)
    return [(block.split("==")[0], block, set(asked_by.findall(block))) for block in blocks if "==" in block]


def runtime_lock(text: str) -> str:
    """The entries that the program itself needs, directly or through another; without the developers' tools."""
    entries = lock_entries(text)
    wanted: set[str] = {PROJECT}
    while True:
        more = {name for name, _, askers in entries if askers & wanted} - wanted
        if not more:
            return "".join(block for name, block, _ in entries if name in wanted)
        wanted |= more


def lock(arguments: list[str]) -> int:
    set_up()
    command = [str(script(VENV, "uv")), "pip", "compile", "-q", "--universal", "--python-version", PYTHONS[0]]
    command += ["--generate-hashes", "--no-emit-index-url", "--only-binary", ":all:", "--no-header", "--group", "dev"]
    return call([*command, "pyproject.toml", "-o", LOCK.name, *arguments])


def print_runtime_lock(arguments: list[str]) -> int:
    print(runtime_lock(LOCK.read_text(encoding="utf-8")), end="")
    return 0


def windows(arguments: list[str]) -> int:
    """Resolve the lock as a 64-bit Windows would, for every Python; downloads nothing but the wheels' descriptions."""
    set_up()
    for version in PYTHONS:
        with tempfile.TemporaryDirectory() as folder:
            command = [
                str(script(VENV, "uv")),
                "pip",
                "install",
                "-q",
                "--dry-run",
                "--target",
                folder,
                "-r",
                LOCK.name,
            ]
            command += ["--require-hashes", "--only-binary", ":all:", "--no-progress", "--python-version", version]
            command += ["--python-platform", "x86_64-pc-windows-msvc"]
            if code := call(command):
                return code
            print(f"Windows, Python {version}: every entry of the lock has a wheel with a known hash", flush=True)
    return 0


# --- the list that must be green -----------------------------------------------------------------------------------


def wheel() -> int:
    return python("packaging/wheel_check.py")


def layers() -> int:
    return python("-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-logo")


def pytest(*arguments: str) -> int:
    return python("-m", "pytest", *arguments, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))


CHECKS = {
    "format": lambda: python("-m", "ruff", "format", "--check", "."),
    "lint": lambda: python("-m", "ruff", "check", "."),
    "types": lambda: python("-m", "mypy"),
    "layers": layers,
    "windows": lambda: windows([]),
    "wheel": wheel,
    "tests": pytest,  # last, so that pytest's own summary closes the output
}


def check(arguments: list[str]) -> int:
    """The whole list; a step that fails does not hide what the next ones find."""
    require_system("qt", "window", "judge")
    set_up()
    if arguments:
        return pytest(*arguments)
    failed = []
    for name, step in CHECKS.items():
        print(f"== {name}", flush=True)
        start = time.monotonic()
        if step():
            failed.append(name)
        elif name != "tests":
            print(f"   {name}: good ({time.monotonic() - start:.0f} s)", flush=True)
    if failed:
        print(f"Not good yet: {', '.join(failed)}", flush=True)
    return bool(failed)


# --- running it ----------------------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    if "--no-window" not in arguments:
        require_system("qt", "window")
    set_up()
    return python("-m", "vnpresence_desktop", *arguments, cwd=Path.cwd())


def demo(arguments: list[str]) -> int:
    return run(["demo", *arguments])


def bench(arguments: list[str]) -> int:
    set_up()
    return python("tests/bench/run.py", *arguments, QT_QPA_PLATFORM="offscreen")


def shots(arguments: list[str]) -> int:
    require_system("qt")
    set_up()
    folder = Path(arguments[0]).resolve() if arguments else ROOT / "build" / "shots"
    return python("-m", "tests.gui.shots", str(folder), *arguments[1:], QT_QPA_PLATFORM="offscreen")


COMMANDS = {
    "demo": demo,
    "test": check,
    "check": check,
    "bench": bench,
    "shots": shots,
    "run": run,
    "lock": lock,
    "runtime-lock": print_runtime_lock,
    "windows": windows,
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return int(arguments[:1] not in (["-h"], ["--help"], ["help"]))
    require_python()
    return COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
