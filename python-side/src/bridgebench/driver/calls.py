"""The path ``call``: blocks of Py4J calls, each timed by itself, from one thread or several."""

from __future__ import annotations

import threading
import zlib
from time import monotonic_ns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from bridgebench.driver.frame import DataFrame
    from bridgebench.driver.session import Session

MOST_CALLS = 1_000
MOST_BYTES = 4 << 20
BLOCK_NANOS = 100_000_000
TRIALS = 5
NOTHING = 42
INT = 1_234_567
LONG = 1 << 40
DOUBLE = 0.1
CALLBACK_ARGUMENT = 20
BYTE_FACTOR = 31
BYTE_MODULUS = 251


class Adder:
    """What the JVM calls: adds one."""

    def apply(self, value: int) -> int:
        """Return one more."""
        return value + 1

    class Java:
        """The Java interface that this class implements."""

        implements = ("bridgebench.bridge.driver.PythonCallback",)


class Call:
    """One kind of call: what is called, and what it must return."""

    def __init__(self, call: Callable[[], Any], expected: Any, *, sent: int = 0, received: int = 0, verify: Callable[[], None] | None = None) -> None:  # noqa: ANN401
        """Time ``call``, which must return ``expected``; ``verify`` looks further, outside the timing. The payloads are in bytes."""
        self.call = call
        self.expected = expected
        self.sent = sent
        self.received = received
        self.verify = verify


class CallBlock:
    """As many calls as take at most about a tenth of a second, in each thread."""

    def __init__(self, session: Session, kind: str, *, elements: int, message_bytes: int, threads: int) -> None:
        """Prepare the calls of one kind."""
        self._call = _made(session, kind, elements, message_bytes)
        weight = elements if kind in ("list", "chain") else 1
        payload = message_bytes if kind in ("string", "bytes-in", "bytes-out") else 1
        self._each = min(self._affordable(), max(1, min(MOST_CALLS // weight, MOST_BYTES // payload)))
        # What the trials left behind must not be there when handles are counted.
        self.check()
        self._threads = threads
        #: Nanoseconds of the last block, from the first call's begin to the last call's end.
        self.duration = 0
        self.calls = self._each * threads
        self.sent = self._call.received * self.calls
        self.received = self._call.sent * self.calls

    def run(self) -> list[int]:
        """Make all calls and return the nanoseconds of each. Threads begin together; making and joining them is in no figure."""
        blocks = [self._some()] if self._threads == 1 else self._at_once()
        self.duration = max(block.end for block in blocks) - min(block.begin for block in blocks)
        return [nanos for block in blocks for nanos in block.nanos]

    def check(self) -> None:
        """Look at what the JVM got or made, where the answers do not tell it."""
        if self._call.verify is not None:
            self._call.verify()

    def _affordable(self) -> int:
        """Return how many calls take about a tenth of a second: some stall for 40 ms each."""
        nanos = []
        for _ in range(TRIALS):
            before = monotonic_ns()
            self._call.call()
            nanos.append(monotonic_ns() - before)
        return int(max(1, BLOCK_NANOS // min(nanos)))

    def _some(self) -> _Block:
        call, expected = self._call.call, self._call.expected
        nanos = []
        begin = monotonic_ns()
        for _ in range(self._each):
            before = monotonic_ns()
            answer = call()
            nanos.append(monotonic_ns() - before)
            if answer != expected:
                message = f"a call answered {answer!r:.80}, expected {expected!r:.80}"
                raise ValueError(message)
        return _Block(begin, monotonic_ns(), nanos)

    def _at_once(self) -> list[_Block]:
        together = threading.Barrier(self._threads)
        blocks: list[_Block] = []
        failures: list[BaseException] = []

        def work() -> None:
            try:
                together.wait()
                blocks.append(self._some())
            except BaseException as failure:  # noqa: BLE001  raised again by the thread that waits
                failures.append(failure)

        workers = [threading.Thread(target=work) for _ in range(self._threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        if failures:
            raise failures[0]
        return blocks


class _Block:
    """The calls of one thread: when they began and ended (``time.monotonic_ns()``), and the nanoseconds of each."""

    def __init__(self, begin: int, end: int, nanos: list[int]) -> None:
        self.begin = begin
        self.end = end
        self.nanos = nanos


def _made(session: Session, kind: str, elements: int, message_bytes: int) -> Call:
    if kind in _SCALARS:
        method, value = _SCALARS[kind]
        return _echo(getattr(session.entry.calls(), method), value)
    if kind == "static":
        return Call(session.gateway.jvm.bridgebench.bridge.driver.Calls.nothing, NOTHING)
    if kind == "callback":
        return _callback(session)
    if kind == "chain":
        return _chain(session, elements)
    return _payload(session.entry.calls(), kind, elements, message_bytes)


_SCALARS = {"bool": ("takeBool", True), "int": ("takeInt", INT), "long": ("takeLong", LONG), "double": ("takeDouble", DOUBLE)}


def _echo(method: Any, value: Any) -> Call:  # noqa: ANN401  a proxy's method and its argument
    return Call(lambda: method(value), value)


def _payload(calls: Any, kind: str, elements: int, message_bytes: int) -> Call:  # noqa: ANN401  a proxy
    if kind == "string":
        text = ("bridge" * (message_bytes // 6 + 1))[:message_bytes]
        return Call(lambda: calls.takeString(text), text, sent=message_bytes, received=message_bytes)
    if kind == "list":
        numbers = list(range(elements))
        return Call(lambda: calls.takeList(numbers), sum(numbers), sent=4 * elements)
    if kind == "bytes-in":
        return _bytes_in(calls, message_bytes)
    if kind == "bytes-out":
        calls.prepareBytes(message_bytes)
        return Call(calls.giveBytes, pattern(message_bytes), received=message_bytes)
    message = f"unknown kind of call {kind!r}"
    raise ValueError(message)


def _callback(session: Session) -> Call:
    session.serve_callbacks()
    calls = session.entry.calls()
    adder = Adder()
    return Call(lambda: calls.callBack(adder, CALLBACK_ARGUMENT), CALLBACK_ARGUMENT + 1)


def pattern(count: int) -> bytes:
    """Return the bytes that the JVM prepares."""
    # The pattern repeats after as many bytes as the modulus.
    period = bytes(BYTE_FACTOR * i % BYTE_MODULUS for i in range(BYTE_MODULUS))
    return (period * (count // BYTE_MODULUS + 1))[:count]


def _bytes_in(calls: Any, count: int) -> Call:  # noqa: ANN401  a proxy
    sent = pattern(count)

    def verify() -> None:
        arrived = calls.checksumOfTaken()
        if arrived != zlib.crc32(sent):
            message = f"{count} bytes arrived in the JVM with CRC-32 {arrived:#x}, expected {zlib.crc32(sent):#x}"
            raise ValueError(message)

    return Call(lambda: calls.takeBytes(sent), count, sent=count, verify=verify)


def _chain(session: Session, length: int) -> Call:
    """Return a chain of filters, each of which leaves one row less: what is left of the rows counts the steps that the JVM has taken."""
    rows = session.range(length + 1)
    bounds = [f"id >= {step + 1}" for step in range(length)]
    last: list[DataFrame] = []

    def chain() -> int:
        frame = rows
        for bound in bounds:
            frame = frame.filter(bound)
        last[:] = [frame]
        return length

    def verify() -> None:
        left = last.pop().count()
        if left != 1:
            message = f"after {length} filters the last frame has {left} rows of {length + 1}, expected 1"
            raise ValueError(message)

    return Call(chain, length, verify=verify)
