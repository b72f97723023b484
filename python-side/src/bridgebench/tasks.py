"""The loops that a worker spends its life in: tasks, echo and sink."""

from __future__ import annotations

from time import monotonic_ns

from bridgebench import frames
from bridgebench.errors import ChannelEndedError, ProtocolError
from bridgebench.stages import TaskMeter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bridgebench.codecs.contract import Codec


class TaskLoop:
    """Answers tasks until the channel ends between two of them."""

    def __init__(self, codec: Codec, reader: frames.FrameReader, writer: frames.FrameWriter, *, flush_each_batch: bool) -> None:
        """Make the loop of one scenario; call :meth:`run` in the same thread."""
        self._codec = codec
        self._reader = reader
        self._writer = writer
        self._flush_each_batch = flush_each_batch
        self._meter = TaskMeter()

    def run(self) -> None:
        """Answer tasks until the channel ends."""
        while (header := self._reader.header()) is not None:
            arrived = monotonic_ns()
            _expect(header, frames.TASK)
            number, rows, stages = frames.TASK_BODY.unpack(self._reader.body(_exactly(header, frames.TASK_BODY.size)))
            trailer = self._timed_task(arrived) if stages else self._task()
            if trailer["rows"] != rows:
                message = f"task {number} announced {rows} rows, but {trailer['rows']} came before its END"
                raise ProtocolError(message)
            self._writer.json(frames.TRAILER, trailer)

    def _task(self) -> dict[str, Any]:
        self._schemas()
        rows, batches = self._batches()
        return {"rows": rows, "batches": batches}

    def _timed_task(self, arrived: int) -> dict[str, Any]:
        self._meter.start(arrived)
        self._schemas()
        rows, batches, stage_nanos = self._timed_batches(arrived)
        return {"rows": rows, "batches": batches, "stageNanos": stage_nanos, **self._meter.finish()}

    def _schemas(self) -> None:
        """Exchange the schema messages that open a task in the Arrow modes."""
        check_schema = self._codec.check_schema
        if check_schema is None:
            return
        header = self._reader.header()
        if header is None:
            raise _ended()
        _expect(header, frames.SCHEMA)
        check_schema(self._reader.body(header[0]))
        self._writer.parts(frames.SCHEMA, self._codec.schema)

    def _batches(self) -> tuple[int, int]:
        """Answer the batches of a task, with no clock in the loop."""
        codec = self._codec
        read, decode, count, compute, encode, send = codec.read, codec.decode, codec.count, codec.compute, codec.encode, codec.send
        next_header = self._reader.header
        flush_each_batch, flush = self._flush_each_batch, self._writer.flush
        data = frames.DATA
        rows = batches = 0
        while (header := next_header()) is not None:
            length, kind = header
            if kind != data:
                _end_of_task(header)
                flush()
                return rows, batches
            batch = decode(read(length))
            rows += count(batch)
            send(encode(compute(batch)))
            if flush_each_batch:
                flush()
            batches += 1
            # The next batch takes this one's memory while the caches still hold it.
            del batch
        raise _ended()

    def _timed_batches(self, arrived: int) -> tuple[int, int, dict[str, int]]:
        """Answer the batches of a task with consecutive marks: each stage begins where the one before it ends.

        Added up are the marks, and only their sums are subtracted: half of the arithmetic of adding up differences, in the loop that is measured.
        """
        codec = self._codec
        read, decode, count, compute, encode, send = codec.read, codec.decode, codec.count, codec.compute, codec.encode, codec.send
        next_header = self._reader.header
        flush_each_batch, flush = self._flush_each_batch, self._writer.flush
        data = frames.DATA
        now = monotonic_ns
        rows = batches = 0
        received = decoded = computed = encoded = written = 0
        while (header := next_header()) is not None:
            length, kind = header
            if kind != data:
                _end_of_task(header)
                ended = now()
                flush()
                return (
                    rows,
                    batches,
                    {
                        # A read begins where the write before it ended, the first one at the task's arrival, the last one at the last write.
                        "read": received + ended - arrived - written,
                        "decode": decoded - received,
                        "compute": computed - decoded,
                        "encode": encoded - computed,
                        "write": written - encoded + now() - ended,
                    },
                )
            body = read(length)
            received += now()
            batch = decode(body)
            rows += count(batch)
            decoded += now()
            answers = compute(batch)
            computed += now()
            encoding = encode(answers)
            encoded += now()
            send(encoding)
            if flush_each_batch:
                flush()
            # The next batch takes this one's memory while the caches still hold it.
            del body, batch, answers, encoding
            written += now()
            batches += 1
        raise _ended()


def echo(reader: frames.FrameReader, writer: frames.FrameWriter) -> None:
    """Answer every DATA frame with the same bytes at once, until the channel ends."""
    read, fill = reader.calls()
    previous = b""
    frame = body = memoryview(b"")
    body_bytes, answer = 0, writer.whole(0)
    while encoded := read(frames.HEADER_BYTES):
        # Messages of one length, which is all of a benchmark, need no second look at their header.
        if encoded != previous:
            previous = encoded
            frame = memoryview(bytearray(encoded) + bytes(_echoed(reader, encoded)))
            body = frame[frames.HEADER_BYTES :]
            body_bytes, answer = body.nbytes, writer.whole(frame.nbytes)
        if fill(body) != body_bytes:
            message = f"the channel ended inside a message: expected {body_bytes} body bytes"
            raise ChannelEndedError(message)
        answer(frame)


def _echoed(reader: frames.FrameReader, encoded: bytes) -> int:
    """Return the length of the body to be echoed."""
    header = reader.decoded(encoded)
    if header is None:
        raise _ended()
    _expect(header, frames.DATA)
    return header[0]


def sink(reader: frames.FrameReader, writer: frames.FrameWriter) -> None:
    """Read DATA frames silently and answer each END with a TRAILER, until the channel ends."""
    target = memoryview(bytearray(frames.BUFFER_BYTES))
    batches = 0
    while (header := reader.header()) is not None:
        length, kind = header
        if kind != frames.DATA:
            _end_of_task(header)
            writer.json(frames.TRAILER, {"rows": 0, "batches": batches})
            batches = 0
            continue
        if length > target.nbytes:
            target = memoryview(bytearray(length))
        reader.body_into(target[:length], length)
        batches += 1


def _expect(header: tuple[int, int], kind: int) -> None:
    if header[1] != kind:
        message = f"expected a {frames.name_of(kind)} frame, got {frames.name_of(header[1])} with a body of {header[0]} bytes"
        raise ProtocolError(message)


def _exactly(header: tuple[int, int], length: int) -> int:
    if header[0] != length:
        message = f"a {frames.name_of(header[1])} frame has a body of {length} bytes, got {header[0]}"
        raise ProtocolError(message)
    return length


def _end_of_task(header: tuple[int, int]) -> None:
    _expect(header, frames.END)
    _exactly(header, 0)


def _ended() -> ChannelEndedError:
    return ChannelEndedError("the channel ended inside a task: expected DATA or END")
