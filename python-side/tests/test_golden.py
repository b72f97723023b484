"""The golden bytes of the protocol, against this side."""

from __future__ import annotations

import json
import math
import os
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from batches import MODES, decoded
from batches import settings as setup_settings
from driver import Daemon, Worker, WorkerError, json_frame

from bridgebench import frames
from bridgebench.driver.expected import Window
from bridgebench.driver.stopwatch import Stopwatch
from bridgebench.functions.row_loops import pickled_answers
from bridgebench.handshake import checked_bootstrap, json_object
from bridgebench.setup import setup_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from driver import DaemonChild

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "protocol" / "golden"
sys.path.insert(0, str(ROOT / "python-side"))

import golden  # noqa: E402  found through the line above

VALUES = json.loads((FOLDER / "values.json").read_text())
COLUMNS = [{**column, "nullable": True} for column in VALUES["columns"]]


def body_of(name: str) -> bytes:
    data = (FOLDER / f"{name}.bin").read_bytes()
    length, _ = frames.HEADER.unpack(data[:5])
    assert length == len(data) - 5
    return data[5:]


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal, NaN and the sign of zero included."""
    if isinstance(one, float) and isinstance(other, float):
        return (math.isnan(one) and math.isnan(other)) or (one == other and math.copysign(1, one) == math.copysign(1, other))
    if isinstance(one, (tuple, list)):
        return isinstance(other, (tuple, list)) and len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) and type(one) is type(other)


def test_the_files_are_those_that_the_script_writes() -> None:
    assert {path.stem for path in FOLDER.glob("*.bin")} == {*golden.golden_frames(), *golden.WRITTEN_BY_JAVA}
    assert json.loads(json.dumps(golden.values())) == VALUES
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == golden.readme()


@pytest.mark.parametrize("name", [name for name in golden.golden_frames() if not name.startswith(("arrow", "pickle"))])
def test_control_frames_are_byte_for_byte_what_this_side_writes(name: str) -> None:
    assert (FOLDER / f"{name}.bin").read_bytes() == golden.golden_frames()[name][1]


@pytest.mark.parametrize("name", ["bootstrap-stdio", "bootstrap-named", "bootstrap-tcp", "bootstrap-unix", "bootstrap-daemon", "fork"])
def test_every_bootstrap_is_understood(name: str) -> None:
    assert checked_bootstrap(json_object(body_of(name), "BOOTSTRAP"))["protocol"] == 1


def shape(value: Any, name: str = "") -> Any:
    """The names and kinds of values in a body; of packages and options, which have their own names, only that they are texts."""
    if name in ("versions", "effective"):
        return set(map(type, value.values())) <= {str}
    if isinstance(value, dict):
        return {key: shape(of, key) for key, of in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value)


def golden_shape(name: str) -> Any:
    return shape(json.loads(body_of(name)))


DOUBLE = [{"name": "x", "type": "double", "nullable": False}]


def test_a_worker_says_what_the_golden_frames_say() -> None:
    with Worker() as worker:
        assert shape(worker.greeting) == golden_shape("hello")
        assert shape(worker.set_up("arrow", **setup_settings(DOUBLE, {"name": "identity"}))) == golden_shape("ready")
        assert shape(run(worker)) == golden_shape("trailer")
        worker.channel.send(b"\xff" * 5)
        with pytest.raises(WorkerError) as told:
            worker.channel.frame()
        assert shape({name: getattr(told.value, name) for name in ("kind", "message", "traceback")}) == golden_shape("error")
    with Worker() as worker:
        worker.set_up("arrow", **setup_settings(DOUBLE, {"name": "identity"}))
        assert shape(run(worker, stages=False)) == golden_shape("trailer-without-stages")


def run(worker: Worker, *, stages: bool = True) -> dict[str, Any]:
    batch = pa.record_batch({"x": pa.array([1.0])})
    return worker.task(1, [batch.serialize().to_pybytes()], batch.schema.serialize().to_pybytes(), stages=stages)[1]


def test_a_daemon_says_what_the_golden_frames_say() -> None:
    with Daemon([]) as daemon:
        # A daemon connects to nothing and loads no function.
        assert shape(daemon.ready) == {**golden_shape("ready"), "timesNanos": {"started": int, "imported": int}}
        daemon.control.send((FOLDER / "fork.bin").read_bytes())
        assert shape(json.loads(daemon.control.expect(frames.FORKED))) == golden_shape("forked")


def driver_says(name: str, session: Any, monkeypatch: pytest.MonkeyPatch, task: bytes = (FOLDER / "driver-task.bin").read_bytes()) -> list[tuple[int, Any]]:
    """Return the frames that a driver answers to a golden SETUP and one TASK, with a session that stands for the JVM."""
    from bridgebench.driver import serving

    monkeypatch.setattr(serving, "Session", lambda *_, **__: session)
    asking, answering = os.pipe(), os.pipe()
    os.write(asking[1], (FOLDER / f"{name}.bin").read_bytes() + task)
    os.close(asking[1])
    serving.serve(frames.FrameReader(asking[0]), frames.FrameWriter(answering[1]), {"started": 1, "imported": 2, "connected": 3}, {})
    os.close(answering[1])
    with os.fdopen(answering[0], "rb") as answers:
        data = answers.read()
    os.close(asking[0])
    said = []
    while data:
        length, kind = frames.HEADER.unpack(data[:5])
        if kind != frames.PONG:  # a sign of life while results are checked
            said.append((kind, json.loads(data[5 : 5 + length])))
        data = data[5 + length :]
    return said


class CalledSession:
    """Stands for a session whose JVM answers calls."""

    def __init__(self) -> None:
        self.entry: Any = self

    def calls(self) -> Any:
        return self

    def takeInt(self, value: int) -> int:  # noqa: N802  the JVM's name
        return value

    @staticmethod
    def versions() -> dict[str, str]:
        return {"py4j": "0"}

    def close(self) -> None:
        pass


def test_a_driver_says_what_the_golden_frames_say_of_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    (ready, said), (trailer, figures) = driver_says("driver-setup-call", CalledSession(), monkeypatch)
    assert (ready, trailer) == (frames.READY, frames.TRAILER)
    assert shape(said) == golden_shape("driver-ready")
    assert shape(figures) == golden_shape("driver-trailer-call")


class ActingSession(CalledSession):
    """Stands for a session whose frame marks every stage of a scan as pandas."""

    def __init__(self) -> None:
        super().__init__()
        self.watch = Stopwatch()

    def rows(self) -> Any:
        return self

    def to_pandas(self, *_: Any, **__: Any) -> pd.DataFrame:
        for stage in ("connect", "read", "decode", "to-pandas"):
            self.watch.finished(f"python.{stage}")
        return pd.DataFrame({"x": np.resize([0.5, 1.5], 1_000_000)})


def test_a_driver_says_what_the_golden_frames_say_of_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    from bridgebench.driver import serving

    monkeypatch.setattr(serving, "_window", lambda order, _: Window(order.columns, [[0.5, 1.5]], 0))
    (_, said), (_, figures) = driver_says("driver-setup", ActingSession(), monkeypatch)
    assert shape(said) == golden_shape("driver-ready")
    assert shape(figures) == golden_shape("driver-trailer")


def test_a_driver_checks_every_operation_of_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    from bridgebench.driver import serving

    class WrongOnce(ActingSession):
        frames = 0

        def to_pandas(self, *_: Any, **__: Any) -> pd.DataFrame:
            self.frames += 1
            return pd.DataFrame({"x": np.resize([0.5, 1.5 if self.frames != 2 else 2.5], 1_000_000)})

    monkeypatch.setattr(serving, "_window", lambda order, _: Window(order.columns, [[0.5, 1.5]], 0))
    task = json_frame(frames.TASK, {"operations": 3, "memory": False})
    with pytest.raises(Exception, match=r"2\.5"):
        driver_says("driver-setup", WrongOnce(), monkeypatch, task)
    (_, figures) = driver_says("driver-setup", ActingSession(), monkeypatch, task)[1]
    assert figures["rows"] == 3_000_000
    assert figures["memoryBytes"] == {}


def test_pyrolites_own_bytes_are_the_rows_for_python() -> None:
    setup = setup_of({"mode": "pickle", **setup_settings(COLUMNS, {"name": "identity"})})
    rows = [tuple(bytes(value) if isinstance(value, bytearray) else value for value in row) for row in pickle.loads(body_of("pyrolite-from-driver-plan"))]
    travelling = pickled_answers(setup.columns)
    assert travelling is not None
    assert same(rows, [tuple(row) for row in travelling(golden.ROWS)])
    # The shape mixed has a column of each type that is not nested.
    assert [len(row) for row in pickle.loads(body_of("pyrolite-to-worker"))] == [len(COLUMNS) - 3] * 5


def test_the_setup_is_understood() -> None:
    setup = setup_of(json_object(body_of("setup"), "SETUP"))
    assert (setup.mode, setup.function.name, setup.function.sleep_nanos, setup.columns[0].type) == ("arrow-pandas", "sleep", 5_000_000, "double")
    assert setup_of(json_object(body_of("setup-echo"), "SETUP")).mode == "echo"


@pytest.mark.parametrize("mode", MODES)
def test_golden_rows_come_back_from_a_worker_as_the_golden_answers(mode: str, start: Callable[[str], Worker | DaemonChild]) -> None:
    name = "pickle" if mode == "pickle" else "arrow"
    schema = None if mode == "pickle" else body_of("arrow-schema")
    with start("unix") as worker:
        worker.set_up(mode, **setup_settings(COLUMNS, {"name": "identity"}))
        answers, _ = worker.task(len(VALUES["rows"]), [body_of(f"{name}-to-worker")], schema)
    expected = decoded(mode, COLUMNS, body_of(f"{name}-from-worker"))
    assert same(decoded(mode, COLUMNS, answers[-1][1]), expected)


def test_bare_answers_are_a_pickle_of_a_list() -> None:
    assert same(pickle.loads(body_of("pickle-bare-from-worker")), [row[6] for row in golden.ROWS])


@pytest.mark.parametrize("name", ["arrow-to-worker", "arrow-from-worker", "arrow-lz4-from-worker", "arrow-zstd-from-worker"])
def test_arrow_messages_hold_the_rows_whatever_the_compression(name: str) -> None:
    schema = pa.ipc.read_schema(pa.py_buffer(body_of("arrow-schema")))
    batch = pa.ipc.read_record_batch(pa.py_buffer(body_of(name)), schema)
    assert same(decoded("arrow", COLUMNS, batch.serialize().to_pybytes()), decoded("arrow", COLUMNS, golden.batch_of_rows().serialize().to_pybytes()))
