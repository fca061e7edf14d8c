"""Files laid on disk whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vnpresence_desktop.domain.problems import UserError


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write several files so that all stand complete under their names, or none has changed.

    Each is written and synced beside its place first; only then are they moved there. Should a move fail (a file open in
    another program on Windows), those moved before it get their old content back.

    Raises:
        UserError: folder or disk can't take them.
    """
    parked: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            parked[path] = _park(path, data)
        _move(parked)
    except OSError as error:
        raise _explained(error) from error
    finally:
        for temporary in parked.values():
            with suppress(OSError):
                temporary.unlink()


def _park(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        Path(name).unlink()
        raise
    return Path(name)


def _move(parked: Mapping[Path, Path]) -> None:
    before = {path: path.read_bytes() if path.exists() else None for path in parked}
    moved: list[Path] = []
    try:
        for path, temporary in parked.items():
            temporary.replace(path)
            moved.append(path)
    except OSError:
        for path in moved:
            old = before[path]
            if old is None:
                path.unlink()
            else:
                path.write_bytes(old)
        raise


def _explained(error: OSError) -> UserError:
    where = Path(error.filename or "").name
    if isinstance(error, PermissionError):
        return UserError(
            f"Không ghi được tệp {where}.".replace(" .", "."),
            "Tệp có thể đang mở trong chương trình khác, hoặc thư mục không cho ghi. Hãy đóng tệp hay chọn thư mục khác.",
        )
    return UserError("Không ghi được tệp ra đĩa.", "Hãy kiểm tra đĩa còn chỗ trống và thư mục vẫn còn, rồi làm lại.")
