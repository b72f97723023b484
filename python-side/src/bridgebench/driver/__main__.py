"""The driver's process: ``python -m bridgebench.driver``, started by the JVM, told by a BOOTSTRAP frame on stdin what to import."""

from __future__ import annotations

import time

STARTED = time.monotonic_ns()

import sys  # noqa: E402  the time stamp comes before everything that takes time

from bridgebench import frames  # noqa: E402
from bridgebench.channels import pipes  # noqa: E402
from bridgebench.errors import describe  # noqa: E402
from bridgebench.handshake import LONGEST_BOOTSTRAP, bootstrap_from, greet, preload  # noqa: E402
from bridgebench.lifetime import Life, take_standard_descriptors  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def main() -> None:
    """Be a driver until the JVM has no more use for it."""
    stdin, stdout = take_standard_descriptors()
    life = Life(stdin, carries_frames=True)
    status = 1
    try:
        reader = frames.FrameReader(stdin, LONGEST_BOOTSTRAP)
        bootstrap = bootstrap_from(reader)
        if bootstrap is None:
            status = 0
            return
        life.watch()
        status = _run(bootstrap, life, stdin, stdout, reader)
    except BaseException as error:  # noqa: BLE001  the last resort: stderr is all that is left to tell it
        sys.stderr.write(describe(error)["traceback"])
    finally:
        life.leave(status)


def _run(bootstrap: dict[str, Any], life: Life, stdin: int, stdout: int, reader: frames.FrameReader) -> int:
    channel = pipes(stdin, stdout, bootstrap)
    writer = frames.FrameWriter(stdout)
    try:
        preload(bootstrap)
        imported = time.monotonic_ns()
        greet(bootstrap, writer)
        from bridgebench.driver.serving import serve

        serve(reader, writer, {"started": STARTED, "imported": imported, "connected": time.monotonic_ns()}, channel.effective)
    except BaseException as error:  # noqa: BLE001  whatever went wrong is the JVM's to know, if it is still there
        from bridgebench.worker import fail

        return fail(error, life, reader, writer)
    return 0


if __name__ == "__main__":
    main()
