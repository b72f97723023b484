"""``sleep(…)``: waits once a batch and leaves the values as they came; a known truth for the stages."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

TYPES: frozenset[str] = frozenset()
NANOS_PER_SECOND = 1e9


def before_batch(nanos: int) -> Callable[[], None]:
    """Return a function that waits until ``nanos`` nanoseconds have passed on the monotonic clock, never less."""

    def wait() -> None:
        deadline = time.monotonic_ns() + nanos
        while (left := deadline - time.monotonic_ns()) > 0:
            time.sleep(left / NANOS_PER_SECOND)

    return wait
