"""The one command of developers: what it offers, what it finds missing, when it sets up anew."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from vnpresence_desktop.commands import parser

TABLE = dev.DEBIAN.read_text(encoding="utf-8")


def call(*arguments: str, folder: Path = dev.ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=dev.child_environment(checkout=False))


@pytest.mark.parametrize(("arguments", "code"), [([], 1), (["dance"], 1), (["--help"], 0), (["-h"], 0)])
def test_it_explains_itself(arguments: list[str], code: int) -> None:
    done = call(*arguments)
    assert done.returncode == code
    assert done.stdout.strip() == (dev.__doc__ or "").strip()


def test_every_command_is_explained() -> None:
    assert set(re.findall(r"python3 dev\.py ([a-z-]+)", dev.__doc__ or "")) == set(dev.COMMANDS)


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", ".ci/run"])
def test_commands_named_elsewhere_exist(root: Path, page: str) -> None:
    named = set(re.findall(r"dev\.py ([a-z-]+)", (root / page).read_text(encoding="utf-8")))
    assert named
    assert named <= set(dev.COMMANDS)


def test_ci_runs_the_whole_list(root: Path) -> None:
    assert dev.COMMANDS["test"] is dev.COMMANDS["check"]
    assert (root / ".ci/run").read_text(encoding="utf-8").rstrip().endswith('exec "$python" dev.py test')
    assert list(dev.CHECKS)[-1] == "tests", "pytest's summary must close the output"


@pytest.mark.parametrize("name", [".ci/run", "packaging/wine_demo.sh"])
def test_shell_scripts_are_sound_and_strict(root: Path, name: str) -> None:
    script = root / name
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert "\nset -euo pipefail\n" in script.read_text(encoding="utf-8")


def test_another_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    with pytest.raises(SystemExit, match=r"3\.11, 3\.12, 3\.13 is supported"):
        dev.require_python()


def test_supported_pythons_are_those_of_the_project(project: dict[str, dict[str, str]]) -> None:
    assert project["project"]["requires-python"] == ">=3.11,<3.14"
    assert dev.PYTHONS == ("3.11", "3.12", "3.13")


def test_a_missing_library_or_file_is_found(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.touch()
    table = f"""# what is there
{here} nothing-to-do judge
{tmp_path / "absent"} tool judge
libc.so.6 libc6 qt
libnever-was.so.7 libnever7 qt
libnever-was.so.8 libnever8 window
"""
    assert dev.missing_packages(table, {"qt", "judge"}) == ["tool", "libnever7"]
    assert dev.missing_packages(table, {"window"}) == ["libnever8"]
    assert dev.missing_packages(table, set()) == []


def test_every_row_of_the_table_is_whole() -> None:
    rows = [line.split() for line in TABLE.splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {3}
    assert {use for _, _, use in rows} == {"qt", "window", "judge"}
    assert all(re.fullmatch(r"lib\S+\.so\.\d+|/usr/\S+", mark) for mark, _, _ in rows)


def test_this_machine_has_all_of_it() -> None:
    """Else the tests that need it could not judge; `dev.py test` installs it."""
    assert dev.missing_packages(TABLE, {"qt", "window", "judge"}) == []


def test_without_the_right_it_says_the_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as stop:
        dev.install_packages(["libgl1", "xvfb"])
    line = str(stop.value).splitlines()[-1].strip()
    assert line == "sudo apt-get install -y --no-install-recommends libgl1 xvfb"


def test_nothing_missing_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    dev.install_packages([])


def test_children_see_utf8_and_this_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("VIRTUAL_ENV", "elsewhere")
    inside, outside = dev.child_environment(), dev.child_environment(checkout=False)
    assert inside["PYTHONUTF8"] == outside["PYTHONUTF8"] == "1"
    assert inside["PYTHONPATH"] == str(dev.ROOT)
    assert "PYTHONPATH" not in outside
    assert "VIRTUAL_ENV" not in inside | outside


@pytest.fixture
def clone(root: Path, tmp_path: Path) -> Path:
    """The command and the lock alone, in a folder with spaces and Vietnamese letters."""
    place = tmp_path / "Sổ theo dõi (bản sao)"
    place.mkdir()
    shutil.copy(root / "dev.py", place)
    shutil.copy(root / "requirements.lock", place)
    return place


def fingerprint(clone: Path) -> str:
    code = "import dev; print(dev.fingerprint())"
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=clone, capture_output=True, check=True, encoding="utf-8").stdout.strip()


def test_the_environment_is_stamped_by_lock_and_place(clone: Path) -> None:
    before = fingerprint(clone)
    assert before == fingerprint(clone)
    with (clone / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    changed = fingerprint(clone)
    moved = fingerprint(clone.rename(clone.with_name("khác")))
    assert len({before, changed, moved}) == 3


def test_runtime_lock_is_printed_without_set_up(clone: Path) -> None:
    done = call("runtime-lock", folder=clone)
    assert done.returncode == 0
    assert done.stdout == dev.runtime_lock((clone / "requirements.lock").read_text(encoding="utf-8"))
    assert "pyhanko==" in done.stdout
    assert not (clone / ".venv").exists()


def test_a_new_environment_holds_exactly_the_lock(tmp_path: Path) -> None:
    """An empty lock gives an environment that runs, with nothing in it and no way to fetch."""
    lock = tmp_path / "empty.lock"
    lock.write_text("# nothing\n", encoding="utf-8")
    venv = tmp_path / "môi trường mới"
    dev.make_venv(venv, lock, str(dev.script(dev.VENV, "uv")))
    assert dev.call([str(dev.interpreter(venv)), "-c", "import sqlite3"]) == 0
    assert list((venv / "lib").glob("*/site-packages/*.dist-info")) == []


def test_a_wrong_hash_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "wrong.lock"
    lock.write_text(f"iniconfig==2.3.1 \\\n    --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        dev.make_venv(tmp_path / "venv", lock, str(dev.script(dev.VENV, "uv")))


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_commands_shown_to_officers_are_understood(root: Path, page: str) -> None:
    """Each `vnpresence …` line is given to the real parser."""
    text = (root / page).read_text(encoding="utf-8")
    lines = re.findall(r"^vnpresence (.+)$|`vnpresence (.+?)`", text, re.MULTILINE)
    assert page != "README.md" or len(lines) > 8
    for line in ("".join(found) for found in lines):
        words = [word.strip('"') for word in shlex.split(line, posix=False)]
        assert parser.build().parse_args(words).command == words[0]
