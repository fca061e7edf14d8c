"""The child process that reads a file, seen from the program: started, listened to, ended in time."""

import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import IO

from vnpresence_desktop.documents.reading import wire
from vnpresence_desktop.documents.reading.refusals import Reason, refusal

_CHILD = "vnpresence_desktop.documents.reading.child"
_HOME = Path(__file__).resolve().parents[3]
_PATIENCE = 0.1
"""Seconds between two looks at the clock and at whether to stop."""
_WAITING = 8
"""Frames that wait to be decoded; the child rests when there are more."""

Frame = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Watch:
    """Until when a file may be read, and whether it is still wanted.

    Attributes:
        path: the file, for what is said.
        deadline: on the monotonic clock, seconds.
        stopped: asked ten times a second in the caller's thread; it ends the reading by returning True, or by raising
            an error of its own.
    """

    path: Path
    deadline: float
    stopped: Callable[[], bool]

    def look(self) -> None:
        """Raise `Refused` where reading has to end."""
        if self.stopped():
            raise refusal(self.path, Reason.STOPPED)
        if monotonic() >= self.deadline:
            raise refusal(self.path, Reason.SLOW)


class Child:
    """A reader at work in its own process; leaving the block ends it."""

    def __init__(self, how: str, watch: Watch, password: str = "") -> None:
        self._watch = watch
        self._frames: queue.Queue[Frame | None] = queue.Queue(_WAITING)
        self._process = subprocess.Popen(
            [sys.executable, "-m", _CHILD, how, str(watch.path.resolve())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,  # `-m` looks there first: a checkout works as an installed program does
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._thread = threading.Thread(target=self._listen, args=(self._process.stdout, password), daemon=True)

    def _listen(self, stream: IO[bytes], password: str) -> None:
        """Give the password (not as an argument: those are seen by everybody), then take what is written."""
        if self._process.stdin:
            try:
                with self._process.stdin as pipe:
                    pipe.write(password.encode())
            except OSError:  # it is gone already
                pass
        while frame := wire.read_frame(stream):
            self._frames.put(frame)
        self._frames.put(None)

    def frames(self) -> Iterator[Frame]:
        """What it writes until its end.

        Raises:
            Refused: it took too long, or nobody wants it any more.
        """
        while True:
            self._watch.look()
            try:
                frame = self._frames.get(timeout=_PATIENCE)
            except queue.Empty:
                continue
            if frame is None:
                return
            yield frame

    def __enter__(self) -> "Child":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        while self._thread.is_alive():  # it may wait for a place in the queue
            while not self._frames.empty():
                self._frames.get_nowait()
            self._thread.join(_PATIENCE)
        if self._process.stdout:
            self._process.stdout.close()
        self._process.wait()
