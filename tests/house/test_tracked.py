"""What git holds speaks of the project alone, and hides no test."""

import ast
import re
import statistics
from pathlib import Path

import pytest

FOREIGN = {
    "a folder of somebody's machine": r"(?<![\w.$}])/(?:work|root|home|Users)/\w|[A-Z]:\\\\?Users",
    "a folder of this session's kind": r"(?:\.\./)+shared/",
    "a registry": r"(?:pypi|pythonhosted|npmjs|debian)\.org|pkg\.dev|artifact-?registry",
    "work left undone": r"\b(?:TODO|FIXME|XXX)\b",
    "a test switched off": r"mark\.(?:skip|xfail)|pytest\.(?:skip|xfail|importorskip)|unittest\.skip",
}
TEXTS = {".py", ".toml", ".md", ".txt", ".csv", ".yml", ".sh", ".ui", ".svg", ".lock", ""}


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_holds(tracked: list[Path], root: Path, what: str) -> None:
    pattern = re.compile(FOREIGN[what])
    files = [path for path in tracked if path.suffix in TEXTS and path != Path(__file__)]
    assert len(files) > 20
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()[:90]}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a folder of somebody's machine", "open('/home/lan/so.db')"),
        ("a folder of somebody's machine", r"C:\Users\Lan"),
        ("a folder of this session's kind", "see ../shared/notes.md"),
        ("a registry", "https://files.pythonhosted.org/x"),
        ("work left undone", "# TODO later"),
        ("a test switched off", "@pytest.mark.skipif(True)"),
    ],
)
def test_the_patterns_find_what_they_name(what: str, line: str) -> None:
    assert re.search(FOREIGN[what], line)


def test_every_text_is_utf8_with_unix_line_ends(tracked: list[Path]) -> None:
    bad = [path for path in tracked if path.suffix in TEXTS - {".csv", ".txt"} and b"\r" in path.read_bytes()]
    assert bad == []


def test_nothing_made_by_a_tool_is_tracked(tracked: list[Path], root: Path) -> None:
    made = {".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "build", "dist"}
    assert [path for path in tracked if made & set(path.relative_to(root).parts)] == []


def code_lines(path: Path) -> int:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return sum(1 for line in lines if line and not line.startswith("#"))


def test_modules_and_functions_stay_small(tracked: list[Path], root: Path) -> None:
    modules = [path for path in tracked if path.suffix == ".py" and path.is_relative_to(root / "vnpresence_desktop")]
    long = [path.name for path in modules if code_lines(path) > 300]
    assert long == []
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    sizes = sorted((node.end_lineno or node.lineno) - node.lineno + 1 for node in functions)
    assert statistics.quantiles(sizes, n=20)[-1] <= 30, "the 95th percentile of functions"
