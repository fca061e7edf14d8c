"""What the tests of the house share: the checkout and what git would take from it."""

import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

import dev


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's top folder."""
    return dev.ROOT


@pytest.fixture(scope="session")
def project(root: Path) -> dict[str, Any]:
    """pyproject.toml, read."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Every file that git has or would take."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout.decode().split("\0")
    return [root / name for name in names if name and (root / name).is_file()]
