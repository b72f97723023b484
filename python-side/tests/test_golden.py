"""The golden bytes of the protocol, against this side."""

from __future__ import annotations

import json
import math
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from batches import MODES, decoded
from batches import settings as setup_settings

from bridgebench import frames
from bridgebench.handshake import checked_bootstrap, json_object
from bridgebench.setup import setup_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from driver import DaemonChild, Worker

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
    assert {path.stem for path in FOLDER.glob("*.bin")} == set(golden.golden_frames())
    assert json.loads(json.dumps(golden.values())) == VALUES
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == golden.readme()


@pytest.mark.parametrize("name", [name for name in golden.golden_frames() if not name.startswith(("arrow", "pickle"))])
def test_control_frames_are_byte_for_byte_what_this_side_writes(name: str) -> None:
    assert (FOLDER / f"{name}.bin").read_bytes() == golden.golden_frames()[name][1]


@pytest.mark.parametrize("name", ["bootstrap-stdio", "bootstrap-named", "bootstrap-tcp", "bootstrap-unix", "bootstrap-daemon", "fork"])
def test_every_bootstrap_is_understood(name: str) -> None:
    assert checked_bootstrap(json_object(body_of(name), "BOOTSTRAP"))["protocol"] == 1


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
