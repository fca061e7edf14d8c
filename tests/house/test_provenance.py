"""Every file that ships says where it comes from and under which licence."""

import re
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def rows(root: Path) -> dict[str, str]:
    """First column → last column of the table in resources/licences/README.md."""
    text = (root / "resources/licences/README.md").read_text(encoding="utf-8")
    table = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return {cells[0].strip(): cells[-1].strip() for cells in table[1:]}


def test_every_resource_is_named_once(rows: dict[str, str], tracked: list[Path], root: Path) -> None:
    here = root / "resources"
    shipped = {path.relative_to(here).parts[0] for path in tracked if path.is_relative_to(here)}
    assert set(rows) == shipped


def test_a_named_licence_file_is_there(rows: dict[str, str], root: Path) -> None:
    named = [name for licence in rows.values() for name in re.findall(r"[\w/-]+\.txt", licence)]
    assert len(named) >= 2
    for name in named:
        beside = [root / "resources" / name, root / "resources/licences" / name]
        assert any(path.is_file() and len(path.read_text(encoding="utf-8")) > 900 for path in beside), name


def test_every_typeface_has_its_licence_beside_it(root: Path) -> None:
    fonts = root / "resources/fonts"
    families = {path.name.split("-")[0] for path in fonts.glob("*.ttf")}
    assert families
    assert {path.name.split("-")[0] for path in fonts.glob("*OFL*.txt")} >= families


def test_the_project_itself_is_mit(root: Path) -> None:
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License\n")
    assert "the VN Presence Desktop contributors" in text
