"""A bug of ours, noted for who mends it: where it happened, never what was in the records."""

import traceback
from datetime import datetime
from pathlib import Path

LOG_FOLDER = "nhat-ky"
"""Folder beside the register for notes of bugs."""


def note_bug(error: BaseException, folder: Path, moment: datetime) -> Path | None:
    """Write the trace of a bug to a file.

    The message of the exception and the values of variables are left out: either can hold a citizen's data.

    Returns:
        The file, or None where the folder takes none.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    file = folder / LOG_FOLDER / f"loi_{moment:%Y-%m-%d_%H-%M-%S}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join((type(error).__name__, *places)) + "\n", encoding="utf-8")
    except OSError:
        return None
    return file
