"""How old the oldest key is that a kill takes, over 200 kills at random moments while a form is being typed."""

import os
import random
import tempfile
from pathlib import Path

from tests.app.killing import kept, lost, new_register, typed_until_killed

KILLS = 200
SECONDS = 3.0


def measure() -> dict[str, dict[str, float | str]]:
    """`typing_lost_s_worst`: seconds before the kill at which the oldest lost key was typed."""
    chance = random.Random(200)
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"XDG_CONFIG_HOME": str(Path(name) / "pc"), "QT_QPA_PLATFORM": "offscreen"}
        register = new_register(Path(name) / "register")
        worst = 0.0
        for _ in range(KILLS):
            keys, killed = typed_until_killed(register, chance.uniform(0, SECONDS))
            worst = max(worst, lost(keys, killed, kept(register)))
    return {"typing_lost_s_worst": {"value": round(worst, 2), "unit": "s", "aim": 1.0}}
