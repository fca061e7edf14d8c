"""Finds what ships with the program: `ui/` and `resources/`, installed, editable, from a checkout or frozen."""

from pathlib import Path

# Not importlib.resources: the program is never run from a zip, and that module costs 6 ms of every start.
_PACKAGE = Path(__file__).resolve().parent
_HOME = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent


def resource(name: str) -> Path:
    """A file or folder under `resources/`, e.g. "fonts/Tinos-Regular.ttf"."""
    return _HOME / "resources" / name


def text(name: str) -> str:
    """A UTF-8 text file under `resources/` (with or without a byte order mark)."""
    return resource(name).read_text(encoding="utf-8-sig")
