"""Windows' own protection of a secret for the present Windows account (CryptProtectData, no window shown)."""

import sys
from typing import Any

_NO_WINDOW = 1  # CRYPTPROTECT_UI_FORBIDDEN


def available() -> bool:
    """Whether this is Windows."""
    return sys.platform == "win32"


def protect(secret: bytes) -> bytes:
    """Wrap a secret so that only this Windows account on this PC opens it; raises OSError."""
    return _call("CryptProtectData", secret)


def unprotect(wrapped: bytes) -> bytes:
    """Open what `protect` made; raises OSError on another account or PC."""
    return _call("CryptUnprotectData", wrapped)


def _call(function: str, data: bytes) -> bytes:
    if not available():
        raise OSError(f"{function} needs Windows")
    import ctypes  # needed on Windows alone, and the window starts with this module

    class Blob(ctypes.Structure):
        _fields_ = (("length", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char)))

    windows: Any = ctypes
    crypt = windows.WinDLL("crypt32", use_last_error=True)
    kernel = windows.WinDLL("kernel32", use_last_error=True)
    kernel.LocalFree.argtypes = [ctypes.c_void_p]
    buffer = ctypes.create_string_buffer(data, len(data))
    given = Blob(len(data), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char)))
    answer = Blob()
    done = getattr(crypt, function)(ctypes.byref(given), None, None, None, None, _NO_WINDOW, ctypes.byref(answer))
    if not done:
        raise windows.WinError(windows.get_last_error())
    try:
        return ctypes.string_at(answer.data, answer.length)
    finally:
        kernel.LocalFree(ctypes.cast(answer.data, ctypes.c_void_p))
