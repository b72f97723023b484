"""The worker: ``python -m bridgebench.worker``, started by the JVM, told by a BOOTSTRAP frame on stdin what to connect to."""

from __future__ import annotations

import time

STARTED = time.monotonic_ns()

import gc  # noqa: E402  the time stamp comes before everything that takes time
import os  # noqa: E402
import sys  # noqa: E402
from contextlib import suppress  # noqa: E402

from bridgebench import frames  # noqa: E402
from bridgebench.channels import Channel, connect, over_standard_pipes, pipes  # noqa: E402
from bridgebench.codecs.registry import codec_for  # noqa: E402
from bridgebench.errors import ProtocolError, describe  # noqa: E402
from bridgebench.functions.catalog import applied  # noqa: E402
from bridgebench.handshake import LONGEST_BOOTSTRAP, await_setup, bootstrap_from, greet, preload, take_one_core, versions  # noqa: E402
from bridgebench.lifetime import Life, take_standard_descriptors  # noqa: E402
from bridgebench.speculative import SpeculativeReader  # noqa: E402
from bridgebench.tasks import TaskLoop, echo, sink  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bridgebench.setup import Setup


def main() -> None:
    """Be a worker until the JVM has no more use for it."""
    stdin, stdout = take_standard_descriptors()
    life = Life(stdin)
    status = 1
    try:
        reader = frames.FrameReader(stdin, LONGEST_BOOTSTRAP)
        bootstrap = bootstrap_from(reader)
        if bootstrap is None:
            status = 0
            return
        life.carries_frames = over_standard_pipes(bootstrap)
        life.watch()
        status = run(bootstrap, STARTED, life, StandardPipes(stdin, stdout, reader) if life.carries_frames else None)
    except BaseException as error:  # noqa: BLE001  the last resort: stderr is all that is left to tell it
        sys.stderr.write(describe(error)["traceback"])
    finally:
        life.leave(status)


class StandardPipes:
    """The process's own stdin and stdout, and the reader that BOOTSTRAP came through: what it has read ahead are the next frames."""

    def __init__(self, stdin: int, stdout: int, reader: frames.FrameReader) -> None:
        """Hold them together."""
        self.stdin = stdin
        self.stdout = stdout
        self.reader = reader


def run(bootstrap: dict[str, Any], started: int, life: Life, standard: StandardPipes | None) -> int:
    """Connect, shake hands and work; return the exit status."""
    take_one_core()
    preload(bootstrap)
    imported = time.monotonic_ns()
    try:
        channel = connect(bootstrap) if standard is None else pipes(standard.stdin, standard.stdout, bootstrap)
    except ProtocolError as unfit:
        if standard is None:
            raise
        # There is a channel to tell it over, only not as it was asked for.
        return fail(unfit, life, standard.reader, frames.FrameWriter(standard.stdout))
    reader = SpeculativeReader(channel.reading) if standard is None else standard.reader
    reader.limit = int(bootstrap.get("maxFrameBytes", frames.DEFAULT_LIMIT))
    if bootstrap.get("transport") == "pipe":
        # A pipe holds 64 KiB, less than many a batch: what is left in it stops the JVM from writing on, and waking a process costs more than a copy.
        reader.read_ahead(channel.piece_bytes)
    writer = frames.FrameWriter(channel.writing, channel.piece_bytes)
    times = {"started": started, "imported": imported, "connected": time.monotonic_ns()}
    try:
        greet(bootstrap, writer)
        setup = await_setup(reader, writer)
        if setup is not None:
            if setup.function.cloudpickle is not None:
                life.guard()
                channel.keep_from_children()
            _work(setup, channel, times, reader, writer)
    except BaseException as error:  # noqa: BLE001  whatever user code raises, SystemExit included, is the JVM's to know
        return fail(error, life, reader, writer) if life.is_own() else _end_of_child(error)
    return 0


def _work(setup: Setup, channel: Channel, times: dict[str, int], reader: frames.FrameReader, writer: frames.FrameWriter) -> None:
    if setup.mode in ("echo", "sink"):
        reader.read_ahead()
        _ready(channel, times, writer)
        (echo if setup.mode == "echo" else sink)(reader, writer)
        return
    codec = codec_for(setup, applied(setup), reader, writer)
    loop = TaskLoop(codec, reader, writer, flush_each_batch=setup.flush_each_batch)
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


def fail(error: BaseException, life: Life, reader: frames.FrameReader, writer: frames.FrameWriter) -> int:
    """Tell the JVM what went wrong, then read on until it ends the channel, so that the text is not lost to a reset; return the exit status."""
    life.status = 1
    description = describe(error)
    told = False
    # The JVM first: user code may have closed stderr. A channel that is gone is no reason to be silent there.
    with suppress(OSError, ValueError):
        writer.json(frames.ERROR, description)
        told = True
    _say(description["traceback"])
    if told:
        reader.drain()
    return 1


def _end_of_child(error: BaseException) -> int:
    """Return the exit status of a process that user code has forked and that has left the function: the JVM is not told, since its parent works on."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else int(error.code is not None)
    _say(describe(error)["traceback"])
    return 1


def _say(text: str) -> None:
    with suppress(Exception):
        sys.stderr.write(text)
        sys.stderr.flush()


if __name__ == "__main__":
    main()
