"""The data sockets: rows from the JVM and to it, a connection for each action."""

from __future__ import annotations

import json
import os
import pickle
from contextlib import contextmanager
from functools import partial

from bridgebench import frames
from bridgebench.channels import connect
from bridgebench.driver.errors import DataSocketError, JvmError
from bridgebench.errors import ChannelEndedError, ProtocolError
from bridgebench.handshake import greet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    import pyarrow as pa

    from bridgebench.driver.stopwatch import Stopwatch

# Python's own newest; Pyrolite reads it.
PICKLE_PROTOCOL = 5


class DataConnection:
    """A connection that has shown its secret."""

    def __init__(self, address: str, max_frame_bytes: int) -> None:
        """Connect to the address that the JVM gave, and prove who we are."""
        bootstrap = json.loads(address)
        channel = connect(bootstrap)
        self._descriptor = channel.reading
        self.effective = channel.effective
        self.reader = frames.FrameReader(self._descriptor, max_frame_bytes)
        self.writer = frames.FrameWriter(self._descriptor)
        greet(bootstrap, self.writer)

    def close(self) -> None:
        """Close the socket."""
        os.close(self._descriptor)


@contextmanager
def connected(address: str, max_frame_bytes: int) -> Iterator[DataConnection]:
    """Connect, and close the connection whatever happens.

    Raises:
        DataSocketError: when the socket breaks, so that it is not taken for the end of the channel over which the driver is told what to do.
    """
    try:
        connection = DataConnection(address, max_frame_bytes)
        try:
            yield connection
        finally:
            connection.close()
    except OSError as broken:
        raise DataSocketError(broken) from broken


def _next(reader: frames.FrameReader) -> tuple[int, int] | None:
    """Return length and kind of the next SCHEMA or DATA frame; None after END."""
    header = reader.header()
    if header is None:
        message = "the JVM closed the data socket before the last row"
        raise ChannelEndedError(message)
    length, kind = header
    if kind in (frames.DATA, frames.SCHEMA):
        return header
    if kind == frames.END:
        return None
    if kind == frames.ERROR:
        error = json.loads(reader.body(length))
        message = f"while it served rows the JVM failed: {error['kind']}: {error['message']}"
        raise JvmError(message)
    message = f"expected SCHEMA, DATA, END or ERROR, got {frames.name_of(kind)}"
    raise ProtocolError(message)


def pickled_bodies(connection: DataConnection, watch: Stopwatch) -> Iterator[bytes]:
    """Yield batches of rows as they come."""
    reader = connection.reader
    while (header := _next(reader)) is not None:
        body = reader.body(header[0])
        watch.finished("python.read")
        yield body
    watch.finished("python.read")


def unpickled(bodies: Iterable[bytes], watch: Stopwatch) -> Iterator[tuple[tuple[Any, ...], ...]]:
    """Yield batches of rows as tuples."""
    for body in bodies:
        batch = pickle.loads(body)
        watch.finished("python.decode")
        yield batch


def pickled_batches(connection: DataConnection, watch: Stopwatch) -> Iterator[tuple[tuple[Any, ...], ...]]:
    """Yield batches of rows as tuples, each as soon as it has come."""
    return unpickled(pickled_bodies(connection, watch), watch)


def arrow_batches(
    connection: DataConnection, watch: Stopwatch, pool: pa.MemoryPool | None = None, *, own_columns: bool = False
) -> tuple[pa.Schema, list[pa.RecordBatch]]:
    """Return the schema and all batches, each in memory of its own; with ``own_columns`` each column of a batch, as it takes to free one alone.

    The columns of a batch as it came are parts of one buffer, which lives as long as any of them. PySpark copies them for the same reason
    (``_collect_as_arrow`` with ``split_batches``).
    """
    import pyarrow as pa

    reader = connection.reader
    header = _next(reader)
    if header is None or header[1] != frames.SCHEMA:
        message = "expected a SCHEMA frame before the first batch"
        raise ProtocolError(message)
    schema = pa.ipc.read_schema(pa.py_buffer(reader.body(header[0])))
    read = reader.bodies(partial(pa.allocate_buffer, memory_pool=pool))
    batches = []
    while (header := _next(reader)) is not None:
        buffer = read(header[0])
        watch.finished("python.read")
        batch = pa.ipc.read_record_batch(buffer, schema)
        if own_columns:
            # To concatenate one array is to copy it.
            batch = pa.RecordBatch.from_arrays([pa.concat_arrays([column], memory_pool=pool) for column in batch.columns], schema=schema)
        batches.append(batch)
        del buffer, batch
        watch.finished("python.decode")
    watch.finished("python.read")
    return schema, batches


def send_pickled(connection: DataConnection, rows: list[Any], batch_rows: int, watch: Stopwatch) -> None:
    """Send rows in pickled batches: bare values where there is one column, else tuples."""
    writer = connection.writer
    for first in range(0, len(rows), batch_rows):
        body = pickle.dumps(rows[first : first + batch_rows], PICKLE_PROTOCOL)
        watch.finished("python.encode")
        writer.data(body)
        watch.finished("python.write")
    _end(writer)
    watch.finished("python.write")


def send_arrow(connection: DataConnection, schema: pa.Schema, batches: Iterable[pa.RecordBatch], watch: Stopwatch) -> None:
    """Send record batches as an Arrow stream, message by message."""
    import pyarrow as pa

    from bridgebench.codecs.arrow_batches import GatherSink

    sink = GatherSink()
    writer = connection.writer
    with pa.ipc.new_stream(sink, schema) as stream:
        first = True
        for batch in batches:
            stream.write_batch(batch)
            parts = sink.take()
            watch.finished("python.encode")
            if first:
                # The stream writes its schema message before the first batch; the frames keep them apart.
                _schema(writer, schema)
                parts = _after_schema(parts, schema)
                first = False
            writer.parts(frames.DATA, parts)
            watch.finished("python.write")
        if first:
            _schema(writer, schema)
    _end(writer)
    watch.finished("python.write")


def _schema(writer: frames.FrameWriter, schema: pa.Schema) -> None:
    message = schema.serialize()
    writer.body(frames.SCHEMA, message, len(message))


def _after_schema(parts: list[bytes], schema: pa.Schema) -> list[bytes]:
    skip = len(schema.serialize())
    while skip > 0:
        skip -= len(parts.pop(0))
    if skip != 0:
        message = f"Arrow's schema message does not end with a piece of its own: {-skip} bytes too many"
        raise ProtocolError(message)
    return parts


def _end(writer: frames.FrameWriter) -> None:
    writer.body(frames.END, b"", 0)
    writer.flush()
