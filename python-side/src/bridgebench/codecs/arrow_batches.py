"""What the three Arrow modes share: schemas, reading a record batch without a copy, and gathering the buffers of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from bridgebench.errors import ProtocolError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bridgebench import frames
    from bridgebench.setup import Column, Setup

ARROW_TYPES: dict[str, pa.DataType] = {
    "boolean": pa.bool_(),
    "byte": pa.int8(),
    "short": pa.int16(),
    "int": pa.int32(),
    "long": pa.int64(),
    "float": pa.float32(),
    "double": pa.float64(),
    "decimal": pa.decimal128(18, 4),
    "string": pa.utf8(),
    "binary": pa.binary(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "array<long>": pa.list_(pa.int64()),
    "struct<a:long,b:string>": pa.struct([pa.field("a", pa.int64()), pa.field("b", pa.utf8())]),
    "map<string,long>": pa.map_(pa.utf8(), pa.int64()),
}


def schema_of(columns: tuple[Column, ...]) -> pa.Schema:
    """Return the Arrow schema of columns."""
    return pa.schema([pa.field(column.name, ARROW_TYPES[column.type], column.nullable) for column in columns])


class GatherSink:
    """A file that Arrow's stream writer may write to: it keeps the pieces, which are bytes and, for the columns, Arrow's own buffers."""

    closed = False

    def __init__(self) -> None:
        """Start with nothing."""
        self.parts: list[bytes] = []
        self.write = self.parts.append

    def take(self) -> list[bytes]:
        """Return the pieces since the last call, and forget them."""
        parts = self.parts.copy()
        self.parts.clear()
        return parts

    def readable(self) -> bool:
        """Say no."""
        return False

    def writable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say no."""
        return False

    def flush(self) -> None:
        """Have nothing to do."""

    def close(self) -> None:
        """Have nothing to do."""


class BatchReader:
    """Reads encapsulated record batch messages of one schema."""

    def __init__(self, setup: Setup, reader: frames.FrameReader) -> None:
        """Read batches with the columns of ``setup``."""
        self.schema = schema_of(setup.columns)
        #: Reads a body into memory of its own, aligned as Arrow likes it.
        self.read: Callable[[int], pa.Buffer] = reader.bodies(pa.allocate_buffer)
        #: Returns the batch whose columns lie in a body.
        self.decode: Callable[[pa.Buffer], pa.RecordBatch] = (_plain if setup.compression is None else _unpacking)(self.schema)

    def check_schema(self, body: bytes) -> None:
        """Refuse a schema message whose types differ from those of the columns. Names and nullability are the JVM's affair."""
        sent = pa.ipc.read_schema(pa.py_buffer(body))
        if sent.types != self.schema.types:
            message = f"SCHEMA differs from the columns of SETUP: expected {_listed(self.schema)}, got {_listed(sent)}"
            raise ProtocolError(message)


def _plain(schema: pa.Schema) -> Callable[[pa.Buffer], pa.RecordBatch]:
    read_record_batch = pa.ipc.read_record_batch
    return lambda body: read_record_batch(body, schema)


def _unpacking(schema: pa.Schema) -> Callable[[pa.Buffer], pa.RecordBatch]:
    """Return a function that reads batches whose columns are compressed.

    ``read_record_batch`` takes no options and would unpack on another thread, whose time is not the task's; a stream's reader can be told not to.
    """
    feed = _Feed(schema.serialize())
    options = pa.ipc.IpcReadOptions(use_threads=False)
    stream = pa.ipc.open_stream(pa.PythonFile(feed, mode="r"), options=options)

    def decode(body: pa.Buffer) -> pa.RecordBatch:
        feed.serve(body)
        return stream.read_next_batch()

    return decode


class _Feed:
    """A file that holds one message after another; what is read of it is not copied."""

    closed = False

    def __init__(self, first: pa.Buffer) -> None:
        self.serve(first)

    def serve(self, message: pa.Buffer) -> None:
        self._message = message
        self._at = 0

    def read(self, length: int) -> pa.Buffer:
        start = self._at
        self._at = start + length
        return self._message.slice(start, length)

    def close(self) -> None:
        pass


def _listed(schema: pa.Schema) -> str:
    return ", ".join(f"{field.name}: {field.type}" for field in schema)


class BatchWriter:
    """Turns record batches of one schema into messages whose column buffers are not copied, and sends them."""

    def __init__(self, setup: Setup, send: Callable[[list[bytes]], None]) -> None:
        """Write batches with the columns of ``setup.results`` through what writes the pieces of a message as one DATA frame."""
        self.schema = schema_of(setup.results)
        self.schema_message: list[bytes] = [self.schema.serialize()]
        self._sink = GatherSink()
        options = pa.ipc.IpcWriteOptions(compression=setup.compression, use_threads=False)
        self._stream = pa.ipc.new_stream(self._sink, self.schema, options=options)
        self._write_batch = self._stream.write_batch
        self.send = send
        # The stream writes its schema message before the first batch; the protocol has a frame of its own for it.
        self._stream.write_batch(pa.RecordBatch.from_arrays([pa.nulls(0, kind) for kind in self.schema.types], schema=self.schema))
        self._sink.take()

    def encode(self, batch: pa.RecordBatch) -> list[bytes]:
        """Return the pieces of the batch's message."""
        self._write_batch(batch)
        return self._sink.take()


def batch_of(schema: pa.Schema) -> Callable[[list[Any]], pa.RecordBatch]:
    """Return a function that makes a record batch from arrays."""
    from_arrays = pa.RecordBatch.from_arrays
    return lambda arrays: from_arrays(arrays, schema=schema)
