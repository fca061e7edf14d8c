"""The runner of the measures: what it finds, what it tells, what it writes."""

import json
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

import dev

Main = Callable[[list[str], Path], None]
MEASURE = 'def measure():\n    return {{"{name}": {{"value": {value}, "unit": "×", "aim": {aim}}}}}\n'


@pytest.fixture
def main() -> Main:
    found: Main = runpy.run_path(str(dev.ROOT / "tests/bench/run.py"))["main"]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bench_quick.py").write_text(MEASURE.format(name="quick_ratio", value=1.25, aim=3), encoding="utf-8")
    (tmp_path / "bench_slow.py").write_text(
        MEASURE.format(name="slow_ratio", value=4.0, aim="'<= 3'"), encoding="utf-8"
    )
    (tmp_path / "other.py").write_text("raise SystemExit", encoding="utf-8")
    return tmp_path


def test_it_writes_every_figure(main: Main, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = folder / "kết quả.json"
    main(["--json", str(target)], folder)
    assert json.loads(target.read_text(encoding="utf-8")) == {
        "quick_ratio": {"value": 1.25, "unit": "×", "aim": 3},
        "slow_ratio": {"value": 4.0, "unit": "×", "aim": 3},
    }
    quick, slow = capsys.readouterr().out.splitlines()
    assert quick.endswith("good")
    assert slow.endswith("OVER")
    assert [path.name for path in folder.iterdir() if path.suffix == ".part"] == []


def test_one_is_picked_by_name(main: Main, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["slow"], folder)
    assert capsys.readouterr().out.split()[0] == "slow_ratio"


def test_an_unknown_name_is_refused(main: Main, folder: Path) -> None:
    with pytest.raises(SystemExit, match="no such measure: swift"):
        main(["swift"], folder)


def test_a_figure_measured_twice_is_refused(main: Main, folder: Path) -> None:
    (folder / "bench_again.py").write_text(MEASURE.format(name="slow_ratio", value=1, aim=3), encoding="utf-8")
    with pytest.raises(ValueError, match="slow_ratio"):
        main([], folder)


def test_a_broken_measure_is_not_hidden(main: Main, folder: Path) -> None:
    (folder / "bench_broken.py").write_text("def measure():\n    raise OSError('no disk')\n", encoding="utf-8")
    with pytest.raises(OSError, match="no disk"):
        main([], folder)
