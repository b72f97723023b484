"""Tasks over real channels: every mode, function and transport, and the sizes at the edges."""

from __future__ import annotations

import json
import math
import pickle
import threading
import time
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from batches import MODES, batch_of, decoded, encoded, run_task, schema_of, settings
from driver import CHANNELS, Worker, WorkerError, column

from bridgebench import frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from driver import DaemonChild

    Start = Callable[[str], Worker | DaemonChild]

DOUBLES = [(0.0,), (-1.5,), (2.25,), (1e300,)]
NORMAL_AT = {0.0: 0.5, -1.5: 0.0668072012688581, 2.25: 0.987775527344955, 1e300: 1.0}
BUILT_INS: dict[str, tuple[dict[str, Any], list[tuple[float]]]] = {
    "identity": ({"name": "identity"}, DOUBLES),
    "plus-one": ({"name": "plus-one"}, [(1.0,), (-0.5,), (3.25,), (1e300,)]),
    "cdf": ({"name": "cdf"}, [(NORMAL_AT[value],) for (value,) in DOUBLES]),
    "subtract-mean": ({"name": "subtract-mean"}, [(value - 2.5e299,) for (value,) in DOUBLES]),
    "sleep": ({"name": "sleep", "sleepNanos": 1_000_000}, DOUBLES),
}


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("mode", MODES)
def test_every_function_works_in_every_mode_over_every_transport(mode: str, channel: str, start: Start) -> None:
    for function, expected in BUILT_INS.values():
        with start(channel) as worker:
            worker.set_up(mode, **settings([column("double")], function))
            answers = run_task(worker, mode, [column("double")], [column("double")], [DOUBLES])
            assert [value for (value,) in answers] == pytest.approx([value for (value,) in expected], rel=1e-13), function


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("mode", MODES)
def test_upper_works_over_every_transport(mode: str, channel: str, start: Start) -> None:
    text = [column("string", nullable=True)]
    with start(channel) as worker:
        worker.set_up(mode, **settings(text, {"name": "upper"}))
        answers = run_task(worker, mode, text, text, [[("aé",), (None,), ("",)], [("日本 z",)]])
    assert answers == [("AÉ",), (None,), ("",), ("日本 Z",)]


@pytest.mark.parametrize("flush", ["buffer", "batch"])
@pytest.mark.parametrize("stages", [True, False])
@pytest.mark.parametrize("mode", MODES)
def test_one_worker_answers_many_tasks_of_every_size(mode: str, stages: bool, flush: str) -> None:  # noqa: FBT001  two settings of one switch
    columns = [column("long"), column("double", "y")]
    with Worker() as worker:
        worker.set_up(mode, **settings(columns, {"name": "plus-one"}, flush=flush))
        for sizes in ([], [1], [100, 100, 37], [0, 2, 0], [9000, 9000]):
            first = 0
            batches = []
            for size in sizes:
                batches.append([(row, row / 2) for row in range(first, first + size)])
                first += size
            assert run_task(worker, mode, columns, columns, batches, stages=stages) == [(row + 1, row / 2 + 1) for row in range(first)]
        assert worker.end() == 0


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("mode", MODES)
def test_values_of_16_mb_cross(mode: str, channel: str, start: Start) -> None:
    text = [column("string")]
    long_value = "bridge é" * (16_000_000 // 9)
    with start(channel) as worker:
        worker.set_up(mode, **settings(text, {"name": "identity"}))
        assert run_task(worker, mode, text, text, [[(long_value,)], [("short",)], [(long_value,), ("",)]]) == [(long_value,), ("short",), (long_value,), ("",)]


@pytest.mark.parametrize("mode", ["arrow-row", "arrow-pandas", "arrow"])
@pytest.mark.parametrize("compression", ["lz4", "zstd"])
def test_compressed_batches_cross_both_ways(mode: str, compression: str, start: Start) -> None:
    columns = [column("long", nullable=True), column("string", "s")]
    rows = [(None if row % 10 == 0 else row, "s" * 50) for row in range(5000)]
    options = pa.ipc.IpcWriteOptions(compression=compression)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema_of(columns), options=options) as stream:
        stream.write_batch(batch_of(columns, rows))
    messages = list(pa.ipc.MessageReader.open_stream(pa.BufferReader(sink.getvalue())))
    schema, body = (message.serialize().to_pybytes() for message in messages)
    with start("unix") as worker:
        worker.set_up(mode, **settings(columns, {"name": "identity"}, compression=compression))
        answers, _ = worker.task(len(rows), [body], schema)
        assert decoded(mode, columns, answers[1][1]) == rows
        assert len(answers[1][1]) < len(body) * 1.1


def test_stages_add_up_to_the_wall_time_and_never_exceed_it() -> None:
    with Worker() as worker:
        worker.set_up("pickle", **settings([column("double")], {"name": "sleep", "sleepNanos": 5_000_000}))
        body = pickle.dumps([(float(row),) for row in range(100)], 2)
        _, trailer = worker.task(1000, [body] * 10)
    stages = trailer["stageNanos"]
    assert set(stages) == {"read", "decode", "compute", "encode", "write"}
    assert all(nanos >= 0 for nanos in stages.values())
    assert 50_000_000 <= stages["compute"] <= sum(stages.values()) <= trailer["wallNanos"]
    assert 0 < trailer["cpuNanos"] <= trailer["wallNanos"]
    assert trailer["runQueueNanos"] >= 0
    assert trailer["memoryBytes"]["peakResident"] >= trailer["memoryBytes"]["retainedResident"] > 1_000_000


def test_the_peak_is_that_of_the_task() -> None:
    text = [column("string")]
    with Worker() as worker:
        worker.set_up("pickle", **settings(text, {"name": "identity"}))
        _, large = worker.task(1, [pickle.dumps([("x" * 64_000_000,)], 2)])
        time.sleep(0.02)
        _, small = worker.task(1, [pickle.dumps([("x",)], 2)])
    assert large["memoryBytes"]["peakResident"] - small["memoryBytes"]["peakResident"] > 64_000_000


def test_a_task_without_stages_has_a_trailer_of_counts_only_and_the_next_may_have_them() -> None:
    with Worker() as worker:
        worker.set_up("pickle", **settings([column("double")], {"name": "identity"}))
        assert worker.task(0, [], stages=False)[1] == {"rows": 0, "batches": 0}
        assert "stageNanos" in worker.task(0, [])[1]
        assert worker.task(0, [], stages=False)[1] == {"rows": 0, "batches": 0}


@pytest.mark.parametrize("mode", MODES)
def test_a_lost_batch_is_an_error(mode: str, start: Start) -> None:
    doubles = [column("double")]
    with start("unix") as worker:
        worker.set_up(mode, **settings(doubles, {"name": "identity"}))
        schema = None if mode == "pickle" else schema_of(doubles).serialize().to_pybytes()
        with pytest.raises(WorkerError, match="task 1 announced 5 rows, but 4 came before its END"):
            worker.task(5, [encoded(mode, doubles, DOUBLES)], schema)


def test_a_schema_of_other_types_is_refused() -> None:
    with Worker() as worker:
        worker.set_up("arrow", **settings([column("double")], {"name": "identity"}))
        with pytest.raises(WorkerError, match=r"expected x: double.*, got x: int64"):
            worker.task(0, [], schema_of([column("long")]).serialize().to_pybytes())


def test_the_schema_of_every_task_is_looked_at() -> None:
    doubles = [column("double")]
    schema = schema_of(doubles).serialize().to_pybytes()
    with Worker() as worker:
        worker.set_up("arrow", **settings(doubles, {"name": "identity"}))
        for _ in range(2):
            answers, _ = worker.task(len(DOUBLES), [encoded("arrow", doubles, DOUBLES)], schema)
            assert [kind for kind, _ in answers] == [frames.SCHEMA, frames.DATA]
        with pytest.raises(WorkerError, match=r"expected x: double.*, got x: int64"):
            worker.task(0, [], schema_of([column("long")]).serialize().to_pybytes())


@pytest.mark.parametrize("channel", CHANNELS)
def test_echo_returns_the_same_bytes_of_every_size(channel: str) -> None:
    with Worker(channel) as worker:
        worker.set_up("echo")
        for size in (0, 1, 8, 1000, 65_531, 65_536, 300_000, 8_000_000):
            body = bytes(range(256)) * (size // 256) + bytes(size % 256)
            writer = threading.Thread(target=worker.channel.send, args=(frames.HEADER.pack(len(body), frames.DATA) + body,))
            writer.start()
            assert worker.channel.expect(frames.DATA) == body
            writer.join()
        assert worker.end() == 0


@pytest.mark.parametrize("channel", CHANNELS)
def test_sink_swallows_data_and_tells_how_many_frames_came(channel: str) -> None:
    with Worker(channel) as worker:
        worker.set_up("sink")
        for sizes in ([8] * 1000, [100_000] * 3, []):
            for size in sizes:
                worker.channel.send(frames.HEADER.pack(size, frames.DATA) + bytes(size))
            worker.channel.send(frames.HEADER.pack(0, frames.END))
            assert json.loads(worker.channel.expect(frames.TRAILER)) == {"rows": 0, "batches": len(sizes)}
        assert worker.end() == 0


def test_the_expected_probabilities_are_those_of_the_normal_distribution() -> None:
    assert {value: 0.5 * math.erfc(-value / math.sqrt(2)) for value in NORMAL_AT} == pytest.approx(NORMAL_AT, rel=1e-13)
