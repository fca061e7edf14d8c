"""One window for one data folder: a second start raises the first window and hands its files over."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 2_000
"""Milliseconds to wait for the other window; it answers from its event loop."""
_LONGEST = 65_536
"""Bytes of a message; whoever sends more is no second start of this program."""
_PATIENCE = 300
"""Milliseconds to wait for the rest of a message."""
_LOCK = "cua-so.lock"


class Instance(QObject):
    """Whether this is the first window of a data folder.

    Use: ``instance = Instance(folder); if not instance.claim(files): exit``; then connect ``called(list[str])``: raise the
    window and take the files. `release` before the program ends. The folder must exist.
    """

    called = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # held as long as its process lives, however long that is
        self._name = "vnpresence-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self, files: Sequence[str] = ()) -> bool:
        """Become the first window, or hand the files to the one there is.

        Returns:
            Whether this is the first; also when the folder takes no lock file (then nothing is shared).
        """
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            return not self._call(files)
        QLocalServer.removeServer(self._name)  # left by a program that was killed; the lock says nobody is there
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let the next start be the first."""
        self._server.close()
        self._lock.unlock()

    def _call(self, files: Sequence[str]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return True  # the lock is held: the other one is starting or closing; two windows would be worse than none
        socket.write(json.dumps(list(files)).encode() + b"\n")
        socket.waitForBytesWritten(_WAIT)
        socket.disconnectFromServer()
        return True

    def _greet(self) -> None:
        while socket := self._server.nextPendingConnection():
            files = _files(_line(socket))
            socket.abort()
            socket.deleteLater()
            if files is not None:
                self.called.emit(files)


def _line(socket: QLocalSocket) -> bytes:
    """The one line a second start sends; it is there at once, so waiting here holds nothing up."""
    heard = bytes(socket.readAll().data())
    while b"\n" not in heard and len(heard) < _LONGEST and socket.waitForReadyRead(_PATIENCE):
        heard += bytes(socket.readAll().data())
    return heard.split(b"\n")[0]


def _files(line: bytes) -> list[str] | None:
    try:
        files = json.loads(line)
    except ValueError:
        return None
    return files if isinstance(files, list) and all(isinstance(name, str) for name in files) else None
