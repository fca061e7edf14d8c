"""What the reading child may take from the system; set by the child itself, before it looks at the file."""

import sys

MAX_MEMORY = 1280 << 20
"""Bytes: of address space (Linux), of committed memory (Windows)."""


def limit_resources() -> None:
    """Limit the memory of this process; no crash dialog, no core file."""
    if sys.platform == "win32":
        _limit_on_windows()
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _JOB_LIMIT_PROCESS_MEMORY = 0x100
    _JOB_DIE_ON_EXCEPTION = 0x400
    _EXTENDED_LIMITS = 9

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION with the basic limits and the counters of input and output in it."""

        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
            ("counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("most_process_memory", ctypes.c_size_t),
            ("most_job_memory", ctypes.c_size_t),
        )

    def _limit_on_windows() -> None:
        """Put this process into a job of its own; where the system refuses, the time limit has to do."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.SetErrorMode(0x8003)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        job = kernel.CreateJobObjectW(None, None)  # never closed: it lives as long as we do
        limits = _ExtendedLimits(flags=_JOB_LIMIT_PROCESS_MEMORY | _JOB_DIE_ON_EXCEPTION, process_memory=MAX_MEMORY)
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
