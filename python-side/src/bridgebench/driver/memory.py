"""Memory of this process around one operation."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_RESET_PEAK = "5"


class OperationMemory:
    """Resident set, Arrow's memory and live objects. Peaks are the operation's own where the kernel lets the mark be reset."""

    def __init__(self) -> None:
        """Look at nothing yet."""
        self.pool: Any = None
        self.peak_is_own = False
        self._pools: list[Any] = []
        self._blocks = 0
        self._before: int | None = None
        self._growth = 0

    def begin(self) -> None:
        """Forget earlier peaks."""
        pyarrow = sys.modules.get("pyarrow")
        # A proxy counts what passes through it; the default pool's own peak cannot be reset.
        self.pool = None if pyarrow is None else pyarrow.proxy_memory_pool(pyarrow.default_memory_pool())
        # A buffer that outlives its pool is freed into nothing, which ends the process: pools are small, and kept.
        self._pools.append(self.pool)
        self._blocks = sys.getallocatedblocks()
        self.peak_is_own = False
        with suppress(OSError):
            with open("/proc/self/clear_refs", "w") as marks:  # noqa: PTH123  pathlib costs an import
                marks.write(_RESET_PEAK)
            self.peak_is_own = True
        self._before = _status("VmRSS:")

    def with_result(self, *, arrow: bool) -> dict[str, int]:
        """Return peaks and objects, while the result still lives; ``arrow`` says whether the operation was given :attr:`pool`."""
        figures = {"python.objects": max(0, sys.getallocatedblocks() - self._blocks)}
        peak = _status("VmHWM:")
        if self.peak_is_own and peak is not None:
            figures["python.peakResident"] = peak
            if self._before is not None:
                # Later operations use memory again that Python kept from earlier ones and from checks: the first grows most.
                self._growth = max(self._growth, peak - self._before)
                figures["python.peakGrowth"] = self._growth
        if arrow and self.pool is not None:
            figures["python.arrowPeak"] = self.pool.max_memory() or 0
        return figures

    @staticmethod
    def without_result() -> dict[str, int]:
        """Return what is kept once the result is gone."""
        retained = _status("VmRSS:")
        return {} if retained is None else {"python.retainedResident": retained}


def _status(name: str) -> int | None:
    try:
        with open(f"/proc/{os.getpid()}/status") as lines:  # noqa: PTH123  pathlib costs an import
            for line in lines:
                if line.startswith(name):
                    return int(line.split()[1]) << 10
    except OSError:
        return None  # not Linux
    return None
