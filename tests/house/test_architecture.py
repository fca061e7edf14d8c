"""ARCHITECTURE.md tells of the house as it stands."""

import re
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason(page: str, project: dict[str, Any]) -> None:
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {Requirement(line).name for line in asked}
    reasons = dict(re.findall(r"^\| `([\w-]+)` \| (.+?) \|$", page, re.MULTILINE))
    assert set(reasons) == names
    assert min(len(reason) for reason in reasons.values()) > 20


def test_every_room_is_named(page: str, root: Path) -> None:
    package = root / "vnpresence_desktop"
    rooms = [path.name for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"]
    modules = [path.name for path in package.glob("*.py") if path.name != "__init__.py"]
    top = ["resources/", "tests/", "packaging/", "dev.py"]
    assert [
        name for name in [*rooms, *modules, *top] if not re.search(rf"^\s*{re.escape(name)}", page, re.MULTILINE)
    ] == []


def test_the_changelog_names_the_version(root: Path, project: dict[str, Any]) -> None:
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[?{re.escape(project['project']['version'])}\b", text, re.MULTILINE)


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_links_lead_somewhere(root: Path, page: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", (root / page).read_text(encoding="utf-8"))
    assert [target for target in targets if not (root / target).exists()] == []
