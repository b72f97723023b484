"""The worker: ``python -m bridgebench.worker``, started by the JVM, told by a BOOTSTRAP frame on stdin what to connect to."""

from __future__ import annotations

import time

STARTED = time.monotonic_ns()

import gc  # noqa: E402  the time stamp comes before everything that takes time
import os  # noqa: E402
import sys  # noqa: E402
from typing import Any  # noqa: E402

from bridgebench import frames, lifetime  # noqa: E402
from bridgebench.channels import Channel, connect  # noqa: E402
from bridgebench.codecs.registry import codec_for  # noqa: E402
from bridgebench.errors import describe  # noqa: E402
from bridgebench.functions.catalog import applied  # noqa: E402
from bridgebench.handshake import await_setup, bootstrap_from, greet, preload, versions  # noqa: E402
from bridgebench.setup import Setup  # noqa: E402
from bridgebench.tasks import TaskLoop, echo, sink  # noqa: E402


def main() -> None:
    """Be a worker until the JVM has no more use for it."""
    former_group = lifetime.lead_group()
    stdin, stdout = lifetime.take_standard_descriptors()
    status = 1
    try:
        reader = frames.FrameReader(stdin)
        bootstrap = bootstrap_from(reader)
        if bootstrap is None:
            status = 0
            return
        over_stdin = bootstrap.get("transport") == "pipe" and bootstrap.get("pipe", "stdio") == "stdio"
        lifetime.end_with(stdin, former_group, carries_frames=over_stdin)
        status = run(bootstrap, STARTED, (stdin, stdout), reader if over_stdin else None)
    except BaseException as error:  # noqa: BLE001  the last resort: stderr is all that is left to tell it
        sys.stderr.write(describe(error)["traceback"])
    finally:
        lifetime.leave(status, former_group)


def run(bootstrap: dict[str, Any], started: int, standard: tuple[int, int], reader: frames.FrameReader | None) -> int:
    """Connect, shake hands and work; return the exit status. ``reader`` is given where stdin goes on as the channel."""
    stdin, stdout = standard
    preload(bootstrap)
    imported = time.monotonic_ns()
    channel = connect(bootstrap, stdin, stdout)
    # One reader for the life of a channel: what it has read ahead belongs to the next frame.
    reader = reader or frames.FrameReader(channel.reading)
    reader.limit = int(bootstrap.get("maxFrameBytes", frames.DEFAULT_LIMIT))
    writer = frames.FrameWriter(channel.writing)
    times = {"started": started, "imported": imported, "connected": time.monotonic_ns()}
    try:
        greet(bootstrap, writer)
        setup = await_setup(reader, writer)
        if setup is not None:
            _work(setup, channel, times, reader, writer)
    except BrokenPipeError:
        # The JVM is gone, or has stopped reading: there is nobody to tell.
        return 1
    except BaseException as error:  # noqa: BLE001  whatever user code raises, SystemExit included, is the JVM's to know
        return _fail(error, reader, writer)
    return 0


def _work(setup: Setup, channel: Channel, times: dict[str, int], reader: frames.FrameReader, writer: frames.FrameWriter) -> None:
    if setup.mode in ("echo", "sink"):
        _ready(channel, times, writer)
        (echo if setup.mode == "echo" else sink)(reader, writer)
        return
    codec = codec_for(setup, applied(setup), reader, writer)
    loop = TaskLoop(codec, reader, writer, flush_each_batch=setup.flush_each_batch, stages=setup.stages)
    pyarrow = sys.modules.get("pyarrow")
    if pyarrow is not None:
        # One task, one core, as Spark sets it.
        pyarrow.set_cpu_count(1)
    # What is loaded by now stays: later collections need not look at it.
    gc.freeze()
    _ready(channel, times, writer)
    loop.run()


def _ready(channel: Channel, times: dict[str, int], writer: frames.FrameWriter) -> None:
    times = {**times, "functionLoaded": time.monotonic_ns()}
    writer.json(frames.READY, {"pid": os.getpid(), "versions": versions(), "timesNanos": times, "effective": channel.effective})


def _fail(error: BaseException, reader: frames.FrameReader, writer: frames.FrameWriter) -> int:
    """Tell the JVM what went wrong, then read on until it ends the channel, so that the text is not lost to a reset."""
    description = describe(error)
    sys.stderr.write(description["traceback"])
    try:
        writer.json(frames.ERROR, description)
    except OSError:
        return 1
    reader.drain()
    return 1


if __name__ == "__main__":
    main()
