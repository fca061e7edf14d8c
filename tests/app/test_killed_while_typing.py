"""No key older than a second is lost, whatever kills the program while a form is being typed."""

import random
from pathlib import Path

import pytest

from tests.app.killing import kept, lost, new_register, typed_until_killed

KILLS = 20
SECONDS = 2.0
"""Longest time that is typed before the kill."""


def test_no_key_older_than_a_second_is_lost_by_20_kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "pc"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    register = new_register(tmp_path / "sổ")
    chance, typed = random.Random(4), 0
    for _ in range(KILLS):
        keys, killed = typed_until_killed(register, chance.uniform(0, SECONDS))
        typed += len(keys)
        assert lost(keys, killed, kept(register)) <= 1.0
    assert typed > KILLS * 10, "it was killed before anything was typed"
