"""Who may import whom: kept today, and each kind of breach is found (tried on a copy)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

BREACHES = [
    ("domain/figures.py", "import sqlite3", "The domain is plain Python"),
    ("domain/text.py", "import vnpresence_desktop.store", "Who may enter which room"),
    ("store/__init__.py", "import PySide6", "The store knows no window and no document"),
    ("store/__init__.py", "import vnpresence_desktop.documents", "Who may enter which room"),
    ("documents/__init__.py", "import sqlite3", "Documents know no window and no database"),
    ("work/__init__.py", "import openpyxl", "Work speaks through the store and the documents"),
    ("gui/pages.py", "import vnpresence_desktop.store", "The window writes no SQL and no document"),
    ("utils.py", "", "Who may enter which room"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", code, "--no-cache", "--no-logo"]
    return subprocess.run(
        command, cwd=folder, env=dev.child_environment(checkout=False), capture_output=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package and its contracts, to be broken."""
    place = tmp_path_factory.mktemp("layers")
    shutil.copy(root / "pyproject.toml", place)
    shutil.copytree(root / "vnpresence_desktop", place / "vnpresence_desktop")
    return place


def test_every_contract_is_kept(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("file", "line", "contract"), BREACHES)
def test_a_breach_is_found(copy: Path, tmp_path: Path, file: str, line: str, contract: str) -> None:
    shutil.copytree(copy, tmp_path, dirs_exist_ok=True)
    module = tmp_path / "vnpresence_desktop" / file
    if not module.parent.is_dir():
        module.parent.mkdir()
        (module.parent / "__init__.py").touch()
    before = module.read_text(encoding="utf-8") if module.exists() else ""
    module.write_text(f"{before}\n{line}\n", encoding="utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout or "not listed as layers" in done.stdout, done.stdout
