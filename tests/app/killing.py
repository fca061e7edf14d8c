"""Kill the program while a form is being typed and see what is left; for the test and for the bench."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from vnpresence_desktop import app as composition
from vnpresence_desktop.work.candidates import draft
from vnpresence_desktop.work.office import confirm_code, declare, set_up

TYPIST = Path(__file__).with_name("typist.py")

State = Mapping[str, str]


def new_register(folder: Path) -> Path:
    """A register whose window opens on the first page; the caller has set the folders of the environment."""
    with composition.new_desk(folder) as (desk, code):
        set_up(desk, declare("31299", "nd09", "Lê Văn Bé", "CHỦ TỊCH"))
        confirm_code(desk.store.path, code)
    return folder


def typed_until_killed(register: Path, seconds: float) -> tuple[list[tuple[float, State]], float]:
    """Every key with its moment, and the moment of the kill, ``seconds`` after the first key."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, str(TYPIST), str(register)]
    said = register / "said.txt"  # not a pipe: a full one would stop the typist
    with said.open("wb") as output, subprocess.Popen(command, stdout=output, env=environment) as typist:
        while b"\n" not in said.read_bytes():
            assert typist.poll() is None, "it ended before it typed"
            time.sleep(0.01)
        time.sleep(seconds)
        killed = time.monotonic()
        typist.kill()
    lines = said.read_text(encoding="utf-8").split("\n")[:-1]
    return [(moment, state) for moment, state in map(json.loads, lines)], killed


def kept(register: Path) -> State:
    with composition.open_desk(register) as desk:
        values = draft(desk, "household:new") or {}
    return {name: str(value) for name, value in values.items()}


def lost(keys: list[tuple[float, State]], killed: float, found: State) -> float:
    """Seconds before the kill at which the oldest key was typed that is not in the draft."""
    # Leaving a field takes the space at its end away, between two keys.
    as_kept = [{name: text.strip() for name, text in state.items()} for _, state in keys]
    whole = {name: found.get(name, "").strip() for name in keys[0][1]}
    last = max((place for place, state in enumerate(as_kept) if state == whole), default=-1)
    return killed - keys[last + 1][0] if last + 1 < len(keys) else 0.0
