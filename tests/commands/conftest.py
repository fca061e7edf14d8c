import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from vnpresence_desktop.__main__ import main


@dataclass
class Run:
    """What a command did: exit code, what it printed, what it complained of."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Run]


@pytest.fixture
def vnpresence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command as an officer calls it, on a PC of its own, with its register in `tmp_path / "sổ"`."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "pc"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VNPRESENCE_DATA", str(tmp_path / "sổ"))
    monkeypatch.delenv("VNPRESENCE_KEY_PASSWORD", raising=False)

    def run(*words: object) -> Run:
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return Run(code, told.out, told.err)

    return run


@pytest.fixture
def office(vnpresence: Command) -> Command:
    """The command with an office set up."""
    done = vnpresence("setup", "--commune", "31299", "--signer", "Nguyễn Thị Ánh", "--title", "Chủ tịch")
    assert done.code == 0, done.err
    return vnpresence
