"""Finds what ships with the program: `ui/` and `resources/`, installed, editable, from a checkout or frozen."""

from importlib.resources import files
from importlib.resources.abc import Traversable

_PACKAGE = files(__package__)
_HOME = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE / ".."


def resource(name: str) -> Traversable:
    """A file or folder under `resources/`, e.g. "fonts/Tinos-Regular.ttf"."""
    return _HOME / "resources" / name


def text(name: str) -> str:
    """A UTF-8 text file under `resources/` (with or without a byte order mark)."""
    return resource(name).read_text(encoding="utf-8-sig")
