"""One window for one data folder: a second start raises the first window and hands its files over.

The lock alone says who is first, and the window is to be seen soon: what two starts need to talk to each other (QtNetwork,
hashlib, json: 10 ms) is imported by the first once its window is painted, by the second when it calls.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 2_000
"""Milliseconds to wait for the other window; it listens once it is painted and answers from its event loop."""
_AGAIN = 0.05
"""Seconds after which a window that does not listen yet is called again."""
_LONGEST = 65_536
"""Bytes of a message; whoever sends more is no second start of this program."""
_PATIENCE = 300
"""Milliseconds to wait for the rest of a message."""
_LOCK = "cua-so.lock"


class Instance(QObject):
    """Whether this is the first window of a data folder.

    Use: ``instance = Instance(folder); if not instance.claim(files): exit``; then connect ``called(list[str])``: raise the
    window and take the files. `listen` once the window is painted, `release` before the program ends. The folder must exist.
    """

    called = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # held as long as its process lives, however long that is
        self._folder = folder
        self._server: QLocalServer | None = None

    def claim(self, files: Sequence[str] = ()) -> bool:
        """Become the first window, or hand the files to the one there is.

        Returns:
            Whether this is the first; also when the folder takes no lock file (then nothing is shared).
        """
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            self._call(files)
            return False
        return True

    def listen(self) -> None:
        """As the first window: hear of later starts."""
        from PySide6.QtNetwork import QLocalServer

        name = address(self._folder)
        QLocalServer.removeServer(name)  # left by a program that was killed; the lock says nobody is there
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(name)

    def release(self) -> None:
        """Let the next start be the first."""
        if self._server:
            self._server.close()
        self._lock.unlock()

    def _call(self, files: Sequence[str]) -> None:
        import json

        if socket := _reach(address(self._folder)):
            socket.write(json.dumps(list(files)).encode() + b"\n")
            socket.waitForBytesWritten(_WAIT)
            socket.disconnectFromServer()

    def _greet(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()):
            files = _files(_line(socket))
            socket.abort()
            socket.deleteLater()
            if files is not None:
                self.called.emit(files)


def address(folder: Path) -> str:
    """The name under which the window of a folder listens."""
    import hashlib

    return "vnpresence-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]


def _reach(name: str) -> QLocalSocket | None:
    """A line to the window that holds the lock; None when it is closing: two windows would be worse than none."""
    from PySide6.QtNetwork import QLocalSocket

    socket, until = QLocalSocket(), monotonic() + _WAIT / 1000
    while monotonic() < until:
        socket.connectToServer(name)
        if socket.waitForConnected(_WAIT):
            return socket
        sleep(_AGAIN)  # it is starting and not painted yet
    return None


def _line(socket: QLocalSocket) -> bytes:
    """The one line a second start sends; it is there at once, so waiting here holds nothing up."""
    heard = bytes(socket.readAll().data())
    while b"\n" not in heard and len(heard) < _LONGEST and socket.waitForReadyRead(_PATIENCE):
        heard += bytes(socket.readAll().data())
    return heard.split(b"\n")[0]


def _files(line: bytes) -> list[str] | None:
    import json

    try:
        files = json.loads(line)
    except ValueError:
        return None
    return files if isinstance(files, list) and all(isinstance(name, str) for name in files) else None
