"""What a task cost this process: wall and CPU time and run-queue delay of each task, memory now and then, and only when stages are asked for."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_RESET_PEAK_RESIDENT = b"5"
#: Reading memory takes 30 to 80 microseconds, a fifth of a task of one batch: tasks that are shorter than this share a reading.
_MEMORY_EVERY_NANOS = 10_000_000


class TaskMeter:
    """Reads the counters of the thread that runs tasks. Make it in that thread, after any fork."""

    def __init__(self) -> None:
        """Open the kernel's files; where there are none (not Linux) the figures they hold are left out."""
        self._schedule = _opened("/proc/thread-self/schedstat", os.O_RDONLY)
        self._status = _opened("/proc/self/status", os.O_RDONLY)
        self._clear = _opened("/proc/self/clear_refs", os.O_WRONLY)
        self._peak_is_own = False
        self._memory_read = 0
        self._wall = 0
        self._cpu = 0
        self._queued: int | None = None

    def start(self, arrived: int) -> None:
        """Begin a task that arrived at ``arrived`` (``time.monotonic_ns()``)."""
        self._wall = arrived
        if self._clear is not None and not self._peak_is_own:
            with suppress(OSError):
                os.pwrite(self._clear, _RESET_PEAK_RESIDENT, 0)
                self._peak_is_own = True
        self._queued = self._run_queue_nanos()
        self._cpu = time.thread_time_ns()

    def finish(self) -> dict[str, Any]:
        """Return the task's figures, as they stand in a TRAILER."""
        figures: dict[str, Any] = {"cpuNanos": time.thread_time_ns() - self._cpu}
        queued = self._run_queue_nanos()
        # Read last, so that a core lost between two readings lengthens the wall too.
        ended = time.monotonic_ns()
        figures["wallNanos"] = ended - self._wall
        if queued is not None and self._queued is not None:
            figures["runQueueNanos"] = queued - self._queued
        if ended - self._memory_read >= _MEMORY_EVERY_NANOS:
            figures["memoryBytes"] = self._memory_bytes()
            self._memory_read = ended
            # The next task begins a peak of its own.
            self._peak_is_own = False
        return figures

    def _run_queue_nanos(self) -> int | None:
        """Nanoseconds that the thread was runnable without a core: the second field of schedstat."""
        if self._schedule is None:
            return None
        try:
            return int(os.pread(self._schedule, 128, 0).split()[1])
        except (OSError, IndexError, ValueError):
            return None

    def _memory_bytes(self) -> dict[str, int]:
        memory = {}
        if self._status is not None:
            status = os.pread(self._status, 8192, 0)
            peak = _bytes_of(status, b"VmHWM:")
            if peak is not None and self._peak_is_own:
                memory["peakResident"] = peak
            resident = _bytes_of(status, b"VmRSS:")
            if resident is not None:
                memory["retainedResident"] = resident
        pyarrow = sys.modules.get("pyarrow")
        if pyarrow is not None:
            pool = pyarrow.default_memory_pool()
            # The pool's peak is that of the process so far: Arrow has no way to reset it.
            memory["arrowPoolPeak"] = pool.max_memory() or 0
            memory["arrowPool"] = pool.bytes_allocated()
        return memory


def _bytes_of(status: bytes, name: bytes) -> int | None:
    """Return a figure of ``/proc/self/status``, which has it in KiB; None where the system leaves it out."""
    begin = status.find(name)
    if begin < 0:
        return None
    return int(status[begin + len(name) : status.index(b"kB", begin)]) * 1024


def _opened(path: str, flags: int) -> int | None:
    try:
        return os.open(path, flags)
    except OSError:
        return None
