"""Files laid on disk whole or not at all."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from vnpresence_desktop.domain.problems import UserError


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write several files so that all stand complete under their names, or none has changed.

    Each is written and synced beside its place first; only then are they moved there. Should a move fail (a file open in
    another program on Windows), those moved before it get their old content back.

    Raises:
        UserError: folder or disk can't take them.
    """
    with written_together(contents):
        pass


@contextmanager
def written_together(contents: Mapping[Path, bytes]) -> Iterator[None]:
    """Files written as `write_together` does that stand while the block runs; where it fails all get their old content back.

    So what is kept of them, committed in the block, and the files stand together or not at all. Only the power going between
    the two leaves files that no record speaks of; never a record without its files.

    Raises:
        UserError: as `write_together`, before the block is entered.
    """
    parked: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            with _explained(path):
                parked[path] = _park(path, data)
        with _moved(parked):
            yield
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


def _content(path: Path) -> bytes | None:
    with _explained(path):
        return path.read_bytes() if path.exists() else None


@contextmanager
def _moved(parked: Mapping[Path, Path]) -> Iterator[None]:
    before = {path: _content(path) for path in parked}
    moved: list[Path] = []
    try:
        for path, temporary in parked.items():
            with _explained(path):
                temporary.replace(path)
            moved.append(path)
        yield
    except BaseException:
        for path in moved:
            with suppress(OSError):
                _put_back(path, before[path])
        raise


def _put_back(path: Path, old: bytes | None) -> None:
    if old is None:
        path.unlink()
    else:
        path.write_bytes(old)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What goes wrong here is told of this file: the error itself names the one beside it."""
    try:
        yield
    except PermissionError as error:
        raise UserError(
            f"Không ghi được tệp “{path.name}”.",
            "Tệp có thể đang mở trong chương trình khác, hoặc thư mục không cho ghi. Hãy đóng tệp hay chọn thư mục khác.",
        ) from error
    except OSError as error:
        raise UserError(
            f"Không ghi được tệp “{path.name}” ra đĩa.",
            "Hãy kiểm tra đĩa còn chỗ trống và thư mục vẫn còn, rồi làm lại.",
        ) from error
