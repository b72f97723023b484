"""Consecutive stages of one operation, and the operation's own duration."""

from __future__ import annotations

from time import monotonic_ns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Stopwatch:
    """Adds up how long stages take. A stage begins where the one before it ended."""

    def __init__(self) -> None:
        """Start at zero."""
        self.nanos: dict[str, int] = {}
        self.duration = 0
        self._begin = 0
        self._mark = 0

    def start(self) -> None:
        """Begin the operation: forget the last one."""
        self.nanos = {}
        self.duration = 0
        self._begin = self._mark = monotonic_ns()

    def finished(self, stage: str) -> None:
        """Count the time since the last mark as this stage's."""
        now = monotonic_ns()
        self.nanos[stage] = self.nanos.get(stage, 0) + now - self._mark
        self._mark = now

    def stop(self) -> None:
        """End the operation: what is checked afterwards does not count."""
        self.duration = monotonic_ns() - self._begin

    def timed(self, operation: Callable[[], Any]) -> Any:  # noqa: ANN401  whatever the operation returns
        """Run an operation, which marks its own stages."""
        self.start()
        result = operation()
        self.stop()
        return result
