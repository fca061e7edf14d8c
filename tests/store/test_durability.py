"""What was acknowledged stays, whatever kills the program."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from vnpresence_desktop.domain.records import Citizen
from vnpresence_desktop.store.check import check

if TYPE_CHECKING:
    from tests.store.conftest import Place

SAVER = Path(__file__).with_name("saver.py")
KILLS = 50


def killed_while_saving(place: "Place", start: int, seconds: float) -> list[str]:
    """Ids that the program said were saved before it was killed."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, str(SAVER), str(place.path), str(place.pc), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as saver:
        assert saver.stdout is not None
        assert saver.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        saver.kill()
        said = saver.stdout.read().decode()
    return said.split("\n")[:-1]


def test_no_acknowledged_record_is_lost_by_50_kills(place: "Place") -> None:
    chance = random.Random(75)
    acknowledged: list[str] = []
    for number in range(KILLS):
        acknowledged += killed_while_saving(place, number * 100_000, chance.uniform(0, 0.05))
    with place.open() as store:
        saved = {record.id: record for record in store.all(Citizen)}
        assert check(store) == []
    assert len(acknowledged) > KILLS, "the program was killed before it saved anything"
    assert [record for record in acknowledged if record not in saved] == []
    pairs = {record.hamlet for record in saved.values()} - {"Ấp 1"}
    assert len(saved) == 2 * len(pairs), "half a unit was saved"
    assert pairs <= saved.keys()
