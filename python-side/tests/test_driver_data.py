"""Data sockets, against an end that plays the JVM."""

from __future__ import annotations

import json
import os
import pickle
import threading
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from driver import SECRET, Channel, Listener, Program, frame, json_frame

from bridgebench import frames
from bridgebench.driver.data import arrow_batches, connected, pickled_batches, pickled_bodies, send_arrow, send_pickled, unpickled
from bridgebench.driver.errors import DataSocketError, JvmError
from bridgebench.driver.stopwatch import Stopwatch
from bridgebench.errors import ChannelEndedError, ProtocolError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCHEMA = pa.schema([pa.field("n", pa.int64()), pa.field("s", pa.utf8())])
LIMIT = 1 << 20


class JvmEnd:
    """Admits one connection and does something with it."""

    def __init__(self, channel: str, behave: Callable[[Channel], None]) -> None:
        self._listener = Listener(channel)
        self.address = json.dumps(self._listener.bootstrap)
        self.hello: dict[str, Any] = {}
        self._behave = behave
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        channel = self._listener.accept()
        try:
            self.hello = json.loads(channel.expect(frames.HELLO))
            self._behave(channel)
        finally:
            channel.close()

    def close(self) -> None:
        self._thread.join()
        self._listener.close()


@pytest.fixture(params=["tcp", "unix"])
def jvm(request: pytest.FixtureRequest) -> Iterator[Callable[[Callable[[Channel], None]], JvmEnd]]:
    ends: list[JvmEnd] = []

    def start(behave: Callable[[Channel], None]) -> JvmEnd:
        ends.append(JvmEnd(request.param, behave))
        return ends[-1]

    yield start
    for end in ends:
        end.close()


def sends(*sent: bytes) -> Callable[[Channel], None]:
    return lambda channel: channel.send(b"".join(sent))


def fetched(end: JvmEnd) -> list[Any]:
    with connected(end.address, LIMIT) as connection:
        return list(pickled_batches(connection, Stopwatch()))


def message(batch: pa.RecordBatch | pa.Schema) -> bytes:
    body: bytes = batch.serialize().to_pybytes()
    return body


def test_pickled_batches_come_in_order_and_the_secret_is_shown(jvm: Any) -> None:
    end = jvm(sends(*(frame(frames.DATA, pickle.dumps(((n,),))) for n in range(3)), frame(frames.END)))
    assert fetched(end) == [((0,),), ((1,),), ((2,),)]
    assert end.hello == {"protocol": 1, "pid": os.getpid(), "secret": SECRET}


def test_bodies_are_unpickled_as_often_as_they_are_asked_for(jvm: Any) -> None:
    end = jvm(sends(*(frame(frames.DATA, pickle.dumps(((n, "x"),))) for n in range(3)), frame(frames.END)))
    watch = Stopwatch()
    with connected(end.address, LIMIT) as connection:
        bodies = list(pickled_bodies(connection, watch))
    assert list(watch.nanos) == ["python.read"]
    for _ in range(2):
        assert list(unpickled(bodies, watch)) == [((0, "x"),), ((1, "x"),), ((2, "x"),)]
    assert list(watch.nanos) == ["python.read", "python.decode"]


def test_record_batches_lie_in_memory_of_the_pool(jvm: Any) -> None:
    batch = pa.record_batch([pa.array(range(10_000)), pa.array(["x"] * 10_000)], schema=SCHEMA)
    pool = pa.proxy_memory_pool(pa.default_memory_pool())
    end = jvm(sends(frame(frames.SCHEMA, message(SCHEMA)), frame(frames.DATA, message(batch)), frame(frames.END)))
    with connected(end.address, LIMIT) as connection:
        schema, batches = arrow_batches(connection, Stopwatch(), pool)
    assert pa.Table.from_batches(batches, schema).equals(pa.Table.from_batches([batch]))
    assert pool.max_memory() >= batch.nbytes
    del batches


@pytest.mark.parametrize("own", [False, True])
def test_a_column_in_memory_of_its_own_is_freed_alone(jvm: Any, own: bool) -> None:  # noqa: FBT001
    batch = pa.record_batch([pa.array(range(10_000)), pa.array(["x" * 100] * 10_000)], schema=SCHEMA)
    pool = pa.proxy_memory_pool(pa.default_memory_pool())
    end = jvm(sends(frame(frames.SCHEMA, message(SCHEMA)), frame(frames.DATA, message(batch)), frame(frames.END)))
    with connected(end.address, 1 << 22) as connection:
        _, batches = arrow_batches(connection, Stopwatch(), pool, own_columns=own)
    numbers = batches[0].column(0)
    assert batches[0].equals(batch)
    del batches
    assert (pool.bytes_allocated() < 100_000) == own
    assert numbers.equals(batch.column(0))
    del numbers


@pytest.mark.parametrize(
    ("sent", "error", "text"),
    [
        (b"", ChannelEndedError, "closed the data socket before the last row"),
        (frame(frames.DATA, b"x" * 9)[:8], ChannelEndedError, "inside a frame body: 3 of 9 bytes"),
        (json_frame(frames.ERROR, {"kind": "OutOfMemoryError", "message": "heap"}), JvmError, "the JVM failed: OutOfMemoryError: heap"),
        (frame(frames.TASK), ProtocolError, r"expected SCHEMA, DATA, END or ERROR, got TASK"),
        (frames.HEADER.pack(LIMIT + 1, frames.DATA), ProtocolError, "0 to 1048576 are allowed"),
    ],
)
def test_what_breaks_off_or_does_not_belong_there_is_told(jvm: Any, sent: bytes, error: type[Exception], text: str) -> None:
    with pytest.raises(error, match=text):
        fetched(jvm(sends(sent)))


def test_a_stream_without_a_schema_is_refused(jvm: Any) -> None:
    end = jvm(sends(frame(frames.END)))
    with pytest.raises(ProtocolError, match="expected a SCHEMA frame"), connected(end.address, LIMIT) as connection:
        arrow_batches(connection, Stopwatch())


class Taker:
    """Keeps the frames that came."""

    def __init__(self) -> None:
        self.came: list[tuple[int, bytes]] = []

    def __call__(self, channel: Channel) -> None:
        while not self.came or self.came[-1][0] != frames.END:
            self.came.append(channel.frame())


def test_rows_are_sent_in_batches_and_ended(jvm: Any) -> None:
    taker = Taker()
    end = jvm(taker)
    watch = Stopwatch()
    with connected(end.address, LIMIT) as connection:
        send_pickled(connection, list(range(5)), 2, watch)
    end.close()
    assert [kind for kind, _ in taker.came] == [frames.DATA] * 3 + [frames.END]
    assert [pickle.loads(body) for _, body in taker.came[:-1]] == [[0, 1], [2, 3], [4]]
    assert set(watch.nanos) == {"python.encode", "python.write"}


@pytest.mark.parametrize("rows", [0, 1, 25])
def test_a_table_is_sent_as_a_schema_and_record_batches(jvm: Any, rows: int) -> None:
    table = pa.table({"n": list(range(rows)), "s": [str(n) for n in range(rows)]}, SCHEMA)
    taker = Taker()
    end = jvm(taker)
    with connected(end.address, LIMIT) as connection:
        send_arrow(connection, table.schema, table.to_batches(max_chunksize=10), Stopwatch())
    end.close()
    assert [kind for kind, _ in taker.came] == [frames.SCHEMA] + [frames.DATA] * -(-rows // 10) + [frames.END]
    schema = pa.ipc.read_schema(pa.py_buffer(taker.came[0][1]))
    batches = [pa.ipc.read_record_batch(pa.py_buffer(body), schema) for _, body in taker.came[1:-1]]
    assert pa.Table.from_batches(batches, schema).equals(table)


def test_an_end_that_closes_while_rows_are_sent_is_no_end_of_the_driver(jvm: Any) -> None:
    end = jvm(lambda channel: [channel.frame() for _ in range(3)] and None)
    with pytest.raises(DataSocketError, match="the data socket to the JVM broke"), connected(end.address, LIMIT) as connection:
        send_pickled(connection, list(range(2_000_000)), 1000, Stopwatch())


def test_nobody_at_the_address_is_told(jvm: Any) -> None:
    end = jvm(sends(frame(frames.END)))
    assert fetched(end) == []
    end.close()
    with pytest.raises(DataSocketError):
        fetched(end)


def test_a_driver_told_nonsense_says_so_and_ends() -> None:
    program = Program("bridgebench.driver")
    control = Channel(program.stdout.fileno(), program.stdin.fileno())
    try:
        control.send(json_frame(frames.BOOTSTRAP, {"protocol": 1, "secret": SECRET}))
        control.expect(frames.HELLO)
        control.send(frame(frames.PING, b"short"))
        kind, body = raw(control)
        assert (kind, json.loads(body)["message"]) == (frames.ERROR, "a PING has a body of 8 bytes, got 5")
        program.stdin.close()
        assert program.wait() == 1
    finally:
        program.stop()


def raw(control: Channel) -> tuple[int, bytes]:
    length, kind = frames.HEADER.unpack(control.receive(frames.HEADER_BYTES))
    return kind, control.receive(length)
