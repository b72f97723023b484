"""The driver's loop: SETUP, then operations for each TASK, and what they took in a TRAILER."""

from __future__ import annotations

import gc
import os
import sys
import time

from bridgebench import frames
from bridgebench.driver.local_zone import adopt
from bridgebench.driver.memory import OperationMemory
from bridgebench.driver.order import Order
from bridgebench.driver.session import Session
from bridgebench.errors import ProtocolError
from bridgebench.handshake import await_setup_body, json_object, versions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bridgebench.driver.expected import Window
    from bridgebench.driver.stopwatch import Stopwatch

ALIVE_EVERY_NANOS = 500_000_000


class SignsOfLife:
    """Tells the JVM now and then that a check goes on: a PONG that answers nothing."""

    def __init__(self, writer: frames.FrameWriter) -> None:
        """Write to the JVM."""
        self._writer = writer
        self._last = time.monotonic_ns()

    def __call__(self) -> None:
        """Say so, unless it was said a moment ago."""
        now = time.monotonic_ns()
        if now - self._last > ALIVE_EVERY_NANOS:
            self._last = now
            self._writer.body(frames.PONG, frames.PONG_BODY.pack(0, now), frames.PONG_BODY.size)
            self._writer.flush()


def serve(reader: frames.FrameReader, writer: frames.FrameWriter, times: dict[str, int], effective: dict[str, str]) -> None:
    """Serve operations until the JVM closes the channel."""
    setup = await_setup_body(reader, writer)
    if setup is None:
        return
    order = Order(setup)
    adopt(order.zone)
    session = Session(order.gateway_port, order.gateway_token, zone=order.zone, max_frame_bytes=order.max_frame_bytes)
    work = _calls(order, session) if order.path == "call" else _operations(order, session, SignsOfLife(writer))
    # Without gc.freeze(): a full collection waits until the new objects are a quarter of the old ones. With the old ones out of sight it would come
    # ten times in a million rows, and look at all of them each time.
    gc.collect()
    ready = {
        "pid": os.getpid(),
        "versions": {**versions(), **session.versions()},
        "timesNanos": {**times, "functionLoaded": time.monotonic_ns()},
        "effective": {**effective, **_threads()},
    }
    writer.json(frames.READY, ready)
    while (header := reader.header()) is not None:
        length, kind = header
        if kind != frames.TASK:
            message = f"expected TASK, got {frames.name_of(kind)}"
            raise ProtocolError(message)
        writer.json(frames.TRAILER, work(json_object(reader.body(length), "TASK")))
    session.close()


def _threads() -> dict[str, str]:
    """Return how many threads pyarrow takes for conversions: as many as it likes, as in PySpark's driver."""
    pyarrow = sys.modules.get("pyarrow")
    return {} if pyarrow is None else {"arrowThreads": str(pyarrow.cpu_count())}


def _calls(order: Order, session: Session) -> Any:  # noqa: ANN401  a function of TASK's body
    from bridgebench.driver.calls import CallBlock

    call = order.call
    block = CallBlock(session, call["kind"], elements=call["elements"], message_bytes=call["messageBytes"], threads=call["threads"])

    def work(_: dict[str, Any]) -> dict[str, Any]:
        nanos = block.run()
        block.check()
        # A Py4J proxy and its methods refer to each other, so that only a collection frees them, and the objects in the JVM with them.
        gc.collect()
        return {
            "rows": 0,
            "calls": block.calls,
            "durationNanos": block.duration,
            "sentBytes": block.sent,
            "receivedBytes": block.received,
            "latencyNanos": nanos if order.record_latency else [],
        }

    return work


def _operations(order: Order, session: Session, alive: SignsOfLife) -> Any:  # noqa: ANN401  a function of TASK's body
    from bridgebench.driver.operations import operation_of

    operation = operation_of(order, session, _window(order, session), alive)
    memory = OperationMemory()

    def work(task: dict[str, Any]) -> dict[str, Any]:
        if task["memory"]:
            memory.begin()
        figures: dict[str, int] = {}
        totals = _Totals()
        for _ in range(task["operations"]):
            result = session.watch.timed(lambda: operation.run(memory.pool))
            if task["memory"]:
                figures = memory.with_result(arrow=operation.arrow)
            totals.add(session.watch)
            operation.check(result)
            del result
            # Proxies are freed here, with a call of Py4J each, and not inside a later operation. Looking at all objects would leave cold caches.
            gc.collect(2 if task["memory"] else 1)
        if task["memory"]:
            figures.update(memory.without_result())
        return {
            "rows": operation.rows * task["operations"],
            "calls": 0,
            "durationNanos": totals.duration,
            "stageNanos": totals.nanos,
            "memoryBytes": figures,
        }

    return work


class _Totals:
    """Stages and durations of several operations."""

    def __init__(self) -> None:
        self.nanos: dict[str, int] = {}
        self.duration = 0

    def add(self, watch: Stopwatch) -> None:
        self.duration += watch.duration
        for stage, nanos in watch.nanos.items():
            self.nanos[stage] = self.nanos.get(stage, 0) + nanos


def _window(order: Order, session: Session) -> Window:
    """Fetch the window in the representation that is not measured."""
    from bridgebench.driver.data import arrow_batches, connected, pickled_batches
    from bridgebench.driver.expected import Window, cells_of_batches, cells_of_table
    from bridgebench.driver.stopwatch import Stopwatch

    handle = session.entry.window()
    with connected(handle.serve(order.expectation, order.window_batch_rows), order.max_frame_bytes) as connection:
        if order.expectation == "pickle":
            cells = cells_of_batches(pickled_batches(connection, Stopwatch()), len(order.columns))
            return Window(order.columns, cells, order.window_stride)
        import pyarrow as pa

        schema, batches = arrow_batches(connection, Stopwatch())
        return Window(order.columns, cells_of_table(pa.Table.from_batches(batches, schema)), order.window_stride)
