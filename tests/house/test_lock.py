"""The lock names exact versions with hashes, no machine and no registry, and covers all that pyproject.toml asks for."""

import re
from typing import Any

import pytest
from packaging.requirements import Requirement

import dev

TEXT = dev.LOCK.read_text(encoding="utf-8")
ENTRIES = dev.lock_entries(TEXT)
SMALL = """\
engine==1.0 \\
    --hash=sha256:aa
    # via
    #   program
    #   tool
program==2.0 ; python_version < '3.12' \\
    --hash=sha256:bb
    # via
    #   engine
    #   vnpresence-desktop (pyproject.toml)
tool==3.0 \\
    --hash=sha256:cc
    # via vnpresence-desktop (pyproject.toml:dev)
wheel-of-tool==4.0 \\
    --hash=sha256:dd
    # via tool
"""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(project: dict[str, Any]) -> list[Requirement]:
    return [Requirement(line) for line in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]]


def test_every_entry_is_pinned_and_hashed() -> None:
    assert len(ENTRIES) > 50
    for name, block, askers in ENTRIES:
        assert re.match(rf"{re.escape(name)}==\S+ ", block), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), name
        assert askers, f"{name}: nobody asked for it"


def test_nothing_but_entries_stands_in_it() -> None:
    """No index address, no folder, no host: whoever installs decides where from."""
    name, hashed, why = (
        r"[a-z0-9._-]+==\S+ (; [^\\]+)?\\",
        r"    --hash=sha256:[0-9a-f]{64}( \\)?",
        r"    # (via|via .+|  .+)",
    )
    entry = re.compile(f"{name}|{hashed}|{why}")
    assert [line for line in TEXT.splitlines() if not entry.fullmatch(line)] == []
    assert "://" not in TEXT


def test_it_holds_what_the_project_asks_for(project: dict[str, Any]) -> None:
    """A change in pyproject.toml without `dev.py lock` is found here."""
    versions: dict[str, set[str]] = {}
    for name, block, _ in ENTRIES:
        versions.setdefault(name, set()).add(re.split(r"==| ", block)[1])
    for wanted in requirements(project):
        found = versions.get(normal(wanted.name), set())
        assert any(wanted.specifier.contains(version) for version in found), str(wanted)


def test_nothing_in_it_is_asked_for_by_a_stranger(project: dict[str, Any]) -> None:
    names = {name for name, _, _ in ENTRIES} | {dev.PROJECT, dev.PROJECT.replace(")", ":dev)")}
    assert {asker for _, _, askers in ENTRIES for asker in askers} <= names


def test_the_build_uses_the_locked_backend(project: dict[str, Any]) -> None:
    assert set(project["build-system"]["requires"]) <= set(project["dependency-groups"]["dev"])


def test_runtime_part_follows_those_who_ask() -> None:
    kept = dev.runtime_lock(SMALL)
    assert [line for line in kept.splitlines() if "==" in line] == SMALL.splitlines()[0:1] + SMALL.splitlines()[5:6]
    assert "--hash=sha256:aa" in kept
    assert "--hash=sha256:dd" not in kept


def test_runtime_part_has_no_tool_of_developers(project: dict[str, Any]) -> None:
    kept = {name for name, _, _ in dev.lock_entries(dev.runtime_lock(TEXT))}
    assert {normal(Requirement(line).name) for line in project["project"]["dependencies"]} <= kept
    assert {"shiboken6", "pyhanko-certvalidator"} <= kept
    assert not {normal(Requirement(line).name) for line in project["dependency-groups"]["dev"]} & kept


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_lock_has_no_entries(text: str) -> None:
    assert dev.lock_entries(text) == []
    assert dev.runtime_lock(text) == ""
