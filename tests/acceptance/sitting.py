"""A person's sitting at the real window: a register of its own, somebody who drives the window by the accessibility bus."""

import json
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
SETUP = ("setup", "--commune", "31299", "--signer", "Trần Thị Mỹ Hạnh", "--title", "CHỦ TỊCH")
_PROGRAM = (sys.executable, "-m", "vnpresence_desktop")
_PATIENCE = 200
"""Seconds for one command, the driver's whole work among them."""


@dataclass(frozen=True)
class Sat:
    """What the driver told, and how the program ended."""

    told: Any
    ended: int


def new_register(environment: dict[str, str], home: Path) -> None:
    """Set a register up below ``home`` and have every command of this environment use it."""
    environment["VNPRESENCE_DATA"] = str(home / "so")
    command(environment, *SETUP)


def command(environment: dict[str, str], *arguments: str) -> str:
    """What a command of the program answers."""
    return _run(environment, *_PROGRAM, *arguments)


def sit(environment: dict[str, str], home: Path, driver: str, order: object) -> Sat:
    """Open the window and let a driver (a script beside this one) work at it until it has shut the window.

    Args:
        environment: of the screen.
        home: where the program's own words go.
        driver: the script's name.
        order: what it is told, as JSON.
    """
    with (home / "program.log").open("w") as log, closing(_Window(environment, log)) as window:
        script = str(Path(__file__).with_name(driver))
        told = json.loads(_run(environment, SYSTEM_PYTHON, script, json.dumps(order)))
        return Sat(told, window.process.wait(20))


class _Window:
    def __init__(self, environment: dict[str, str], log: Any) -> None:
        self.process = subprocess.Popen(_PROGRAM, cwd=ROOT, env=environment, stdout=log, stderr=log)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def _run(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=_PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
