"""Small files that must never be half-written: key slots and what this PC knows of a register."""

import errno
import json
import os
import secrets
from pathlib import Path
from typing import Any

from vnpresence_desktop.store.driver import told_by_system


def write(path: Path, data: bytes) -> None:
    """Put bytes in place whole or not at all, synced, readable by this account only; raises UserError as `told_by_system`."""
    with told_by_system(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            with os.fdopen(os.open(part, flags, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(path.parent)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """`write` of a JSON object."""
    write(path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def read_json(path: Path) -> dict[str, Any] | None:
    """A JSON object; None where there is no such file or it holds something else."""
    try:
        with told_by_system(path):
            content = json.loads(path.read_bytes()) if path.is_file() else None
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def sync_file(path: Path) -> None:
    """Have the content of a finished file on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk; Windows does that by itself and cannot open a folder."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            # Some network and USB file systems know no sync of a folder.
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(handle)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that took its place; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
