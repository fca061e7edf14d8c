"""Builds the wheel, installs it with the runtime part of the lock into a clean environment and runs it from elsewhere.

Called by `dev.py test`. It shows that the wheel carries `ui/` and `resources/`, that the runtime part of the lock is
enough, and that nothing leans on the checkout.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import dev


def install(place: Path) -> Path:
    """A clean environment under `place` with the new wheel in it; the `vnpresence` command of that environment."""
    if dev.python("-m", "hatchling", "build", "-t", "wheel", "-d", str(place)):
        sys.exit("the wheel was not built")
    (wheel,) = place.glob("*.whl")
    needs = place / "runtime.lock"
    needs.write_text(dev.runtime_lock(dev.LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    clean, uv = place / "venv", str(dev.script(dev.VENV, "uv"))
    dev.make_venv(clean, needs, uv)
    command = [
        uv,
        "pip",
        "install",
        "-q",
        "--offline",
        "--no-deps",
        "--python",
        str(dev.interpreter(clean)),
        str(wheel),
    ]
    subprocess.run(command, check=True, env=dev.child_environment(checkout=False))
    return dev.script(clean, "vnpresence")


def run(program: Path, place: Path, *arguments: str) -> str:
    """What the installed command prints when run in `place`; its complaints are shown when it fails."""
    command = [str(program), *arguments]
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), str(place))
    environment = {
        **dev.child_environment(checkout=False),
        **own,
    }  # nothing of it may land in the developer's own folders
    done = subprocess.run(command, check=False, cwd=place, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} ended with {done.returncode}\n{done.stdout}")
    return done.stdout


def main() -> None:
    """Exit 0 only when the installed command explains itself and makes the whole demonstration."""
    with tempfile.TemporaryDirectory(prefix="vnpresence wheel ", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        program = install(place)
        run(program, place, "--help")
        answer = json.loads(run(program, place, "demo", "--no-window", "--json", "--data", str(place / "sổ thử")))
        absent = [answer[key] for key in ("pdf", "xlsx") if not (place / answer[key]).is_file()]
        if absent:
            sys.exit(f"the installed command did not write {absent}")


if __name__ == "__main__":
    main()
