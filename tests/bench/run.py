"""Runs every measure in this folder: python3 dev.py bench [--json FILE] [NAME…]

A measure is a module `bench_*.py` with a function `measure()` that answers name → {"value", "unit", "aim"}. A value is a
ratio to a baseline measured in the same run, so that it says the same on a fast and on a slow machine; the aim is the
largest good value. NAMEs pick modules: `dev.py bench store` runs bench_store.py alone.
"""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, TypedDict


class Figure(TypedDict):
    """One measured figure; `aim` is the largest value that is good, in the same unit."""

    value: float
    unit: str
    aim: float


def load(path: Path) -> ModuleType:
    """The module in this file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path.name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def collect(folder: Path, names: list[str]) -> dict[str, Figure]:
    """Every figure of the modules in `folder`, all or those named; a name may be given once only."""
    paths = sorted(folder.glob("bench_*.py"))
    if unknown := set(names) - {path.stem.removeprefix("bench_") for path in paths}:
        raise SystemExit(f"no such measure: {', '.join(sorted(unknown))}")
    figures: dict[str, Figure] = {}
    for path in paths:
        if names and path.stem.removeprefix("bench_") not in names:
            continue
        found: dict[str, dict[str, Any]] = load(path).measure()
        for name, figure in found.items():
            if name in figures:
                raise ValueError(f"{name} is measured twice")
            figures[name] = Figure(value=figure["value"], unit=figure["unit"], aim=limit(figure["aim"]))
    return figures


def limit(aim: float | str) -> float:
    """The largest good value, given as a number or as "<= 3"."""
    return float(str(aim).removeprefix("<="))


def table(figures: dict[str, Figure]) -> str:
    """The figures for people, a line each."""
    lines = []
    for name, figure in figures.items():
        good = "good" if figure["value"] <= figure["aim"] else "OVER"
        lines.append(f"{name:<24} {figure['value']:>8.2f} {figure['unit']:<6} aim {figure['aim']:g}  {good}")
    return "\n".join(lines)


def write(figures: dict[str, Figure], target: Path) -> None:
    """The figures for programs; the file is there whole or not at all."""
    part = target.with_name(target.name + ".part")
    part.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    part.replace(target)


def main(arguments: list[str], folder: Path = Path(__file__).parent) -> None:
    """Measure, tell, write."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure this program against its baselines.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="bench_NAME.py alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write name → value, unit, aim")
    options = parser.parse_args(arguments)
    figures = collect(folder, options.names)
    print(table(figures))
    if options.json:
        write(figures, options.json)


if __name__ == "__main__":
    main(sys.argv[1:])
