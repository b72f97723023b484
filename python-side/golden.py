"""Writes ``docs/protocol/golden/``: the bytes that both languages test against. Usage: ``python golden.py`` in the tests' environment.

Each ``.bin`` file is one whole frame, header included. ``values.json`` holds the rows of the DATA frames.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "docs" / "protocol" / "golden"
sys.path.insert(0, str(HERE / "src"))

import pyarrow as pa  # noqa: E402  beside what follows

from bridgebench import frames  # noqa: E402  found through the line above
from bridgebench.codecs.arrow_batches import BatchWriter, schema_of  # noqa: E402
from bridgebench.functions.row_loops import pickled_answers  # noqa: E402
from bridgebench.setup import TYPES, Column, Function, Setup  # noqa: E402

SECRET = "0123456789abcdef" * 4
COLUMNS = tuple(Column(f"c{index}", type_word, nullable=True) for index, type_word in enumerate(TYPES))
EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001  timestamps are naive, in UTC

#: The rows as a function sees them: ordinary, all null, lowest, highest, odd.
ROWS: list[tuple[Any, ...]] = [
    (
        *(True, 1, 2, 3, 4, 0.5, 0.25, Decimal("1.2345"), "text", b"\x01\x02", dt.date(2024, 2, 29)),
        *(EPOCH + dt.timedelta(microseconds=1_700_000_000_123_456), [1, 2, 3], {"a": 5, "b": "five"}, {"six": 6, "seven": 7}),
    ),
    (None,) * len(TYPES),
    (
        *(False, -(2**7), -(2**15), -(2**31), -(2**63), float("-inf"), float("-inf"), Decimal("-99999999999999.9999"), "", b"", dt.date(1, 1, 1)),
        *(EPOCH - dt.timedelta(microseconds=1), [], {"a": -(2**63), "b": ""}, {}),
    ),
    (
        *(
            True,
            2**7 - 1,
            2**15 - 1,
            2**31 - 1,
            2**63 - 1,
            float("inf"),
            float("inf"),
            Decimal("99999999999999.9999"),
            "Straße, Ωmega, 日本, 😀",
            bytes(range(256)),
        ),
        *(dt.date(9999, 12, 31), EPOCH + dt.timedelta(days=36_500, microseconds=999_999), [2**63 - 1], {"a": 0, "b": "ß"}, {"": 0}),
    ),
    (
        *(False, 0, 0, 0, 0, float("nan"), float("nan"), Decimal("0.0000"), "\u0000", b"\x00", dt.date(1970, 1, 1)),
        *(EPOCH, [0, -1], {"a": 1, "b": "\u0000"}, {"é": -1}),
    ),
]


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (_, body) in golden_frames().items():
        (FOLDER / f"{name}.bin").write_bytes(body)
    (FOLDER / "values.json").write_text(json.dumps(values(), ensure_ascii=True, indent=1) + "\n")
    (FOLDER / "README.md").write_text(readme(), encoding="utf-8")
    print(f"{len(golden_frames())} frames in {FOLDER}")


def golden_frames() -> dict[str, tuple[str, bytes]]:
    """Return every golden frame by its name, each with what it shows."""
    return {**_control_frames(), **_driver_frames(), **_pickles(), **_arrow()}


def _control_frames() -> dict[str, tuple[str, bytes]]:
    bootstrap = {"protocol": 1, "secret": SECRET, "maxFrameBytes": frames.DEFAULT_LIMIT}
    columns = [{"name": "x", "type": "double", "nullable": False}]
    setup = {
        "mode": "arrow-pandas",
        "columns": columns,
        "function": {"name": "sleep", "sleepNanos": 5_000_000},
        "results": columns,
        "batchRows": 10_000,
        "flush": "buffer",
        "compression": "none",
        "dtypes": "nullable",
    }
    times = {"started": 1_000, "imported": 2_000, "connected": 3_000, "functionLoaded": 4_000}
    tcp = {"tcpNoDelay": "true", "sendBufferBytes": "2626560", "receiveBufferBytes": "131072"}
    stages = {"read": 1, "decode": 2, "compute": 3, "encode": 4, "write": 5}
    memory = {"peakResident": 4096, "retainedResident": 2048, "arrowPoolPeak": 1024, "arrowPool": 512}
    named = {"transport": "pipe", "pipe": "named", "readPath": "/tmp/b/to-worker", "writePath": "/tmp/b/from-worker"}  # noqa: S108  nothing is opened
    return {
        "bootstrap-stdio": ("BOOTSTRAP, transport pipe, stdio", _json(frames.BOOTSTRAP, {**bootstrap, "transport": "pipe", "pipe": "stdio", "pipeBytes": 0})),
        "bootstrap-named": ("BOOTSTRAP, transport pipe, named", _json(frames.BOOTSTRAP, {**bootstrap, **named, "pipeBytes": 1_048_576})),
        "bootstrap-tcp": (
            "BOOTSTRAP, transport tcp, with packages to import",
            _json(
                frames.BOOTSTRAP,
                {**bootstrap, "transport": "tcp", "host": "127.0.0.1", "port": 40123, "tcpNoDelay": True, "socketBufferBytes": 0, "preload": ["pyarrow"]},
            ),
        ),
        "bootstrap-unix": ("BOOTSTRAP, transport unix", _json(frames.BOOTSTRAP, {**bootstrap, "transport": "unix", "path": "/tmp/b/worker.sock"})),  # noqa: S108  nothing is opened
        "bootstrap-daemon": ("BOOTSTRAP of a daemon", _json(frames.BOOTSTRAP, {"protocol": 1, "preload": ["pyarrow", "pandas"]})),
        "hello": ("HELLO", _json(frames.HELLO, {"protocol": 1, "pid": 123, "secret": SECRET})),
        "ping": ("PING 1", _frame(frames.PING, frames.PING_BODY.pack(1))),
        "pong": ("PONG 1 at 123456789012345 ns", _frame(frames.PONG, frames.PONG_BODY.pack(1, 123_456_789_012_345))),
        "setup": ("SETUP, sleep(5ms) over one double column", _json(frames.SETUP, setup)),
        "setup-echo": ("SETUP, echo", _json(frames.SETUP, {"mode": "echo"})),
        "ready": ("READY", _json(frames.READY, {"pid": 123, "versions": {"python": "3.11.7"}, "timesNanos": times, "effective": tcp})),
        "task": ("TASK 7 of 1,000,000 rows, with stages", _frame(frames.TASK, frames.TASK_BODY.pack(7, 1_000_000, 1))),
        "data-bytes": ("DATA, 0x00 to 0xff, as echo and sink take it", _frame(frames.DATA, bytes(range(256)))),
        "data-empty": ("DATA, no bytes", _frame(frames.DATA, b"")),
        "end": ("END", _frame(frames.END, b"")),
        "trailer": (
            "TRAILER",
            _json(
                frames.TRAILER,
                {"rows": 5, "batches": 1, "stageNanos": stages, "wallNanos": 16, "cpuNanos": 14, "runQueueNanos": 1, "memoryBytes": memory},
            ),
        ),
        "trailer-without-stages": ("TRAILER, stages off", _json(frames.TRAILER, {"rows": 5, "batches": 1})),
        "error": ("ERROR", _json(frames.ERROR, {"kind": "ValueError", "message": "no \u00df", "traceback": "Traceback …\nValueError: no \u00df\n"})),
        "fork": ("FORK, transport unix", _json(frames.FORK, {**bootstrap, "transport": "unix", "path": "/tmp/b/worker.sock"})),  # noqa: S108  nothing is opened
        "forked": ("FORKED", _json(frames.FORKED, {"pid": 124})),
        "negative-length": ("not a frame: declares -1 bytes", frames.HEADER.pack(-1, frames.DATA)),
        "oversize-length": ("not a frame: declares 2 GiB - 1 bytes", frames.HEADER.pack(2**31 - 1, frames.DATA)),
    }


def _driver_frames() -> dict[str, tuple[str, bytes]]:
    setup = {
        "path": "to-pandas",
        "rows": 1_000_000,
        "batchRows": 10_000,
        "representation": "arrow",
        "expectation": "pickle",
        "plan": "scan",
        "place": "jvm",
        "origin": "jvm",
        "asRows": True,
        "selfDestruct": False,
        "splitBlocks": False,
        "gatewayPort": 40123,
        "gatewayToken": SECRET,
        "columns": [{"name": "x", "type": "double", "nullable": False}],
        "windowRows": 524_288,
        "windowStride": 324_025,
        "windowBatchRows": 1_000,
        "timeZone": "UTC",
        "maxFrameBytes": frames.DEFAULT_LIMIT,
        "recordLatency": True,
    }
    call = {"kind": "int", "elements": 1, "messageBytes": 1, "threads": 1}
    times = {"started": 1_000, "imported": 2_000, "connected": 3_000, "functionLoaded": 4_000}
    memory = {"python.objects": 1, "python.peakResident": 4096, "python.peakGrowth": 1024, "python.arrowPeak": 512, "python.retainedResident": 2048}
    stages = {"python.plan": 1, "python.connect": 2, "python.read": 3, "python.decode": 4, "python.to-pandas": 5}
    calls = {"rows": 0, "calls": 2, "durationNanos": 5, "sentBytes": 2, "receivedBytes": 2, "latencyNanos": [2, 3]}
    return {
        "driver-setup": ("SETUP of a driver, to-pandas", _json(frames.SETUP, setup)),
        "driver-setup-call": ("SETUP of a driver, call", _json(frames.SETUP, {**setup, "path": "call", "call": call})),
        "driver-ready": (
            "READY of a driver",
            _json(frames.READY, {"pid": 123, "versions": {"python": "3.11.7", "py4j": "0.10.9.9"}, "timesNanos": times, "effective": {"arrowThreads": "2"}}),
        ),
        "driver-task": ("TASK of a driver", _json(frames.TASK, {"operations": 1, "memory": True})),
        "driver-trailer": (
            "TRAILER of a driver, an action",
            _json(frames.TRAILER, {"rows": 5, "calls": 0, "durationNanos": 16, "stageNanos": stages, "memoryBytes": memory}),
        ),
        "driver-trailer-call": ("TRAILER of a driver, a block of calls", _json(frames.TRAILER, calls)),
    }


def _pickles() -> dict[str, tuple[str, bytes]]:
    to_pickle = pickled_answers(COLUMNS)
    if to_pickle is None:
        raise AssertionError(COLUMNS)
    answers = to_pickle(ROWS)
    sent = [tuple(bytearray(value) if isinstance(value, bytes) else value for value in row) for row in answers]
    return {
        "pickle-to-worker": ("DATA, mode pickle, to the worker: the rows of values.json", _frame(frames.DATA, pickle.dumps(sent, 2))),
        "pickle-from-worker": ("DATA, mode pickle, from the worker: the same rows, identity", _frame(frames.DATA, pickle.dumps(answers, 5))),
        "pickle-bare-from-worker": (
            "DATA, mode pickle, from the worker: the doubles of values.json, one result column",
            _frame(frames.DATA, pickle.dumps([row[TYPES.index("double")] for row in ROWS], 5)),
        ),
    }


def _arrow() -> dict[str, tuple[str, bytes]]:
    schema = schema_of(COLUMNS)
    batch = batch_of_rows()
    found = {
        "arrow-schema": ("SCHEMA, the columns of values.json; both directions", _frame(frames.SCHEMA, schema.serialize().to_pybytes())),
        "arrow-to-worker": ("DATA, Arrow modes, to the worker: the rows of values.json", _frame(frames.DATA, batch.serialize().to_pybytes())),
    }
    for compression in (None, "lz4", "zstd"):
        kept: list[bytes] = []
        setup = Setup(
            mode="arrow",
            columns=COLUMNS,
            results=COLUMNS,
            function=Function("identity"),
            flush_each_batch=False,
            compression=compression,
            faithful_dtypes=False,
        )
        writer = BatchWriter(setup, kept.extend)
        writer.send(writer.encode(batch))
        name = "arrow-from-worker" if compression is None else f"arrow-{compression}-from-worker"
        found[name] = (f"DATA, Arrow modes, from the worker: the same rows, compression {compression or 'none'}", _frame(frames.DATA, b"".join(kept)))
    return found


#: Frames that Java wrote and that Java's encoders are held to: bridge/…/codec/GoldenBytesTest.
WRITTEN_BY_JAVA = {
    "pyrolite-from-driver-plan": "DATA, representation pickle, from a plan to the driver: the rows of values.json as Pyrolite pickles them",
    "pyrolite-to-worker": "DATA, mode pickle, to the worker: the first 5 rows of the shape mixed, seed 7, as Pyrolite pickles them",
}


def batch_of_rows() -> pa.RecordBatch:
    """Return the golden rows as a record batch."""
    schema = schema_of(COLUMNS)
    columns = [
        [list(value.items()) if pa.types.is_map(kind) and value is not None else value for value in column] for kind, column in zip(schema.types, zip(*ROWS))
    ]
    return pa.RecordBatch.from_arrays([pa.array(column, kind) for column, kind in zip(columns, schema.types)], schema=schema)


def values() -> dict[str, Any]:
    """Return the golden rows as JSON: decimals, floats and doubles as text, binary in hex, dates in days, timestamps in microseconds."""
    columns = [{"name": column.name, "type": column.type} for column in COLUMNS]
    return {"columns": columns, "rows": [[_as_json(value) for value in row] for row in ROWS]}


def _as_json(value: Any) -> Any:  # noqa: ANN401  every type of the protocol
    if isinstance(value, float):
        return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(repr(value), repr(value))
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dt.datetime):
        return (value - EPOCH) // dt.timedelta(microseconds=1)
    if isinstance(value, dt.date):
        return value.toordinal() - EPOCH.toordinal()
    return value


def _frame(kind: int, body: bytes) -> bytes:
    return frames.HEADER.pack(len(body), kind) + body


def _json(kind: int, body: dict[str, Any]) -> bytes:
    return _frame(kind, json.dumps(body, separators=(",", ":")).encode())


def readme() -> str:
    """Return the folder's table of contents."""
    found = {name: (shows, len(body)) for name, (shows, body) in golden_frames().items()}
    found |= {name: (shows, (FOLDER / f"{name}.bin").stat().st_size) for name, shows in WRITTEN_BY_JAVA.items()}
    lines = [f"| `{name}.bin` | {shows} | {length} |" for name, (shows, length) in sorted(found.items())]
    return (
        "# Golden bytes\n\nWritten by `python-side/golden.py`, but for `pyrolite-…`, which Java's `GoldenBytesTest` writes; both languages test against them."
        " Each file is one whole frame, header included"
        " ([the protocol](../frames.md)).\n`values.json` holds the rows of the DATA frames: floats, doubles and decimals as text, binary in hex,"
        " dates in days, timestamps in microseconds, maps and structs as objects.\n\nControl frames are compared byte by byte where a side writes them with"
        " the same keys in the same order, DATA by the values they hold: pickles and Arrow\nmessages of the same rows may differ between library versions.\n\n"
        "| file | what | bytes |\n| --- | --- | --- |\n" + "\n".join(lines) + "\n"
    )


if __name__ == "__main__":
    main()
