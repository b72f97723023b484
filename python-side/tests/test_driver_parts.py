"""The driver's smaller parts: what it sends, what it counts, and what it is told."""

from __future__ import annotations

import json
import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
import pytest

from bridgebench.driver.calls import CallBlock
from bridgebench.driver.expected import Window
from bridgebench.driver.from_pandas import arrow_table
from bridgebench.driver.inputs import pandas_input, rows_input
from bridgebench.driver.memory import OperationMemory
from bridgebench.driver.operations import operation_of
from bridgebench.driver.order import Order
from bridgebench.driver.plans import first_floating, first_number, first_whole, limit_rows, planned
from bridgebench.driver.stopwatch import Stopwatch
from bridgebench.setup import Column
from bridgebench.stages import TaskMeter

if TYPE_CHECKING:
    from collections.abc import Callable

LONGS = Window((Column("n", "long", nullable=True),), [[1, None, 3]], 2)
PAIRS = Window((Column("n", "int", nullable=False), Column("t", "timestamp", nullable=True)), [[1, 2], [5, None]], 1)


def test_rows_go_through_the_window_in_its_order_and_bare_where_there_is_one_column() -> None:
    assert rows_input(LONGS, 7) == [1, None, 3, 3, 1, None, None]
    assert rows_input(PAIRS, 3) == [(1, 5), (2, None), (2, None)]
    assert rows_input(LONGS, 0) == []


def test_a_frame_holds_every_value_exactly() -> None:
    frame = pandas_input(LONGS, 4)
    assert frame["n"].dtype == "Int64"
    assert frame["n"].tolist() == [1, pd.NA, 3, 3]
    frame = pandas_input(PAIRS, 3)
    assert [str(dtype) for dtype in frame.dtypes] == ["int32", "datetime64[us]"]
    assert frame["t"].isna().tolist() == [False, True, True]
    assert len(pandas_input(PAIRS, 0)) == 0


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("boolean", [True, None, False]),
        ("byte", [-128, None, 127]),
        ("short", [-(2**15), None, 1]),
        ("int", [2**31 - 1, None, 1]),
        ("long", [2**63 - 1, None, -(2**63)]),
        ("float", [0.5, None, math.inf]),
        ("double", [5e-324, None, -math.inf]),
        ("string", ["é", None, ""]),
        ("binary", [b"\x00", None, b""]),
        ("array<long>", [[1], None, []]),
    ],
)
def test_what_is_sent_is_what_the_window_holds(kind: str, cells: list[Any]) -> None:
    column = Column("c", kind, nullable=True)
    window = Window((column,), [cells], 0)
    assert arrow_table(pandas_input(window, 3), window.columns, "UTC").column(0).to_pylist() == cells


def test_stages_follow_each_other_and_stop_before_the_check() -> None:
    watch = Stopwatch()

    def operation() -> str:
        time.sleep(0.002)
        watch.finished("a")
        watch.finished("b")
        time.sleep(0.001)
        watch.finished("a")
        return "done"

    assert watch.timed(operation) == "done"
    duration = watch.duration
    assert list(watch.nanos) == ["a", "b"]
    assert watch.nanos["a"] >= 3_000_000 > watch.nanos["b"]
    assert sum(watch.nanos.values()) <= duration
    watch.timed(lambda: None)
    assert watch.nanos == {}
    assert watch.duration < duration


def test_the_peak_of_arrow_is_that_of_one_operation_and_absent_where_none_was_used() -> None:
    memory = OperationMemory()
    memory.begin()
    held = pa.allocate_buffer(1 << 20, memory_pool=memory.pool)
    assert memory.with_result(arrow=True)["python.arrowPeak"] >= 1 << 20
    del held
    memory.begin()
    assert memory.with_result(arrow=True)["python.arrowPeak"] == 0
    assert "python.arrowPeak" not in memory.with_result(arrow=False)


def test_objects_that_live_with_the_result_are_counted() -> None:
    memory = OperationMemory()
    memory.begin()
    result = [object() for _ in range(10_000)]
    assert memory.with_result(arrow=False)["python.objects"] >= len(result)
    assert memory.without_result()["python.retainedResident"] > 1 << 20


def test_tasks_that_follow_each_other_closely_share_a_reading_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bridgebench.stages._MEMORY_EVERY_NANOS", 3_600_000_000_000)
    meter = TaskMeter()
    monkeypatch.setattr(meter, "_memory_read", time.monotonic_ns())
    meter.start(time.monotonic_ns())
    assert "memoryBytes" not in meter.finish()
    monkeypatch.setattr("bridgebench.stages._MEMORY_EVERY_NANOS", 0)
    meter.start(time.monotonic_ns())
    assert meter.finish()["memoryBytes"]["retainedResident"] > 1 << 20


@pytest.mark.parametrize("name", ["/proc/self/clear_refs", ""])
def test_a_peak_is_told_only_where_it_is_the_tasks_own(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not name:
        monkeypatch.setattr("bridgebench.stages._RESET_PEAK_RESIDENT", b"refused")
        monkeypatch.setattr("bridgebench.driver.memory._RESET_PEAK", "refused")
    elif not Path(name).exists():
        pytest.skip("no such file here")
    meter, memory = TaskMeter(), OperationMemory()
    meter.start(time.monotonic_ns())
    memory.begin()
    assert ("peakResident" in meter.finish()["memoryBytes"]) is bool(name)
    assert ("python.peakResident" in memory.with_result(arrow=False)) is bool(name)


def order(**changes: Any) -> Order:
    golden = Path(__file__).resolve().parents[2] / "docs" / "protocol" / "golden" / "driver-setup.bin"
    return Order({**json.loads(golden.read_bytes()[5:]), **changes})


class Asked:
    """Stands for a session, its frames and the JVM behind them: remembers what it is asked."""

    def __init__(self) -> None:
        self.questions: list[str] = []
        self.watch = Stopwatch()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def ask(*arguments: Any, **options: Any) -> Any:
            shown = [str(argument) for argument in arguments if not isinstance(argument, Asked)]
            shown += [f"{key}={value}" for key, value in options.items() if value is not None]
            self.questions.append(f"{name}({', '.join(shown)})")
            return self

        return ask


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        ("scan", []),
        ("filter", ["filter(n > 0)"]),
        ("limit", ["limit(7)"]),
        ("project", ["with_column(plus_one, n + 1)", "select(n, plus_one)"]),
    ],
)
def test_plans_are_built_of_what_users_write(plan: str, asked: list[str]) -> None:
    session: Any = Asked()
    planned(session, session, (Column("s", "string", nullable=False), Column("n", "long", nullable=False)), plan, 70)
    assert session.questions == asked


def test_an_unknown_plan_and_a_shape_without_numbers_are_refused() -> None:
    session: Any = Asked()
    text = (Column("s", "string", nullable=False),)
    with pytest.raises(ValueError, match="unknown plan 'sort': expected scan, filter"):
        planned(session, session, text, "sort", 1)
    for choose in (first_whole, first_number):
        with pytest.raises(ValueError, match=r"'join' needs a shape with a column of .*numbers, which s: string has not"):
            choose(text, "join")
    assert first_floating(text) is None
    assert limit_rows(9) == 1


@pytest.mark.parametrize(
    ("path", "changes", "asked"),
    [
        ("to-arrow", {}, ["rows()", "to_arrow(500, a pool)"]),
        ("to-pandas", {"representation": "pickle"}, ["rows()", "to_pandas(500, arrow=False, self_destruct=False, split_blocks=False, pool=a pool)"]),
        ("to-pandas", {"selfDestruct": True}, ["rows()", "to_pandas(500, arrow=True, self_destruct=True, split_blocks=False, pool=a pool)"]),
        ("collect", {"asRows": False}, ["rows()", "collect(500, as_rows=False)"]),
        ("count", {"place": "python"}, ["rows()", "to_pandas(500, pool=a pool)"]),
        ("count", {"place": "jvm"}, ["rows()", "count()"]),
        ("range", {}, ["range(3)"]),
        ("show", {}, ["rows()", "show_string()"]),
        ("aggregate", {"place": "jvm"}, ["rows()", "with_column(key, pmod(n, 100))", "group_by(key)", "agg(count, sum(n))", "to_pandas(500, pool=a pool)"]),
    ],
)
def test_an_operation_asks_for_what_its_scenario_says(path: str, changes: dict[str, Any], asked: list[str]) -> None:
    session: Any = Asked()
    pool: Any = "a pool"
    of = order(path=path, rows=3, batchRows=500, representation=changes.pop("representation", "arrow"), plan="scan", **changes)
    of.columns = LONGS.columns
    operation = operation_of(of, session, LONGS, lambda: None)
    operation.run(pool)
    assert session.questions == asked
    assert operation.arrow is ("pool" in asked[-1] and "arrow=False" not in asked[-1])


def test_a_frame_is_sent_with_the_pool_that_its_table_is_made_in() -> None:
    session: Any = Asked()
    pool: Any = "a pool"
    of = order(path="create-dataframe", rows=3, batchRows=500, representation="arrow")
    of.columns = LONGS.columns
    operation = operation_of(of, session, LONGS, lambda: None)
    operation.run(pool)
    assert operation.arrow
    assert session.questions[0].endswith("500, arrow=True, pool=a pool)")


class Jvm:
    """Stands for a session whose calls take as long as they are told, and whose filters are counted."""

    def __init__(self, *, forgets: bool = False) -> None:
        self.entry = self
        self.rows = 0
        self._forgets = forgets

    def calls(self) -> Jvm:
        return self

    def takeInt(self, value: int) -> int:  # noqa: N802  the JVM's name
        time.sleep(0.01)
        return value

    def range(self, rows: int) -> Jvm:
        made = Jvm(forgets=self._forgets)
        made.rows = rows
        return made

    def filter(self, condition: str) -> Jvm:
        least = int(condition.removeprefix("id >= "))
        made = Jvm(forgets=self._forgets)
        made.rows = self.rows if self._forgets else self.rows - 1
        assert least > 0
        return made

    def count(self) -> int:
        return self.rows


def block_of(jvm: Any, kind: str, **changes: Any) -> CallBlock:
    return CallBlock(jvm, kind, **{"elements": 1, "message_bytes": 1, "threads": 1, **changes})


@pytest.mark.parametrize("threads", [1, 4])
def test_a_block_lasts_from_its_first_call_to_its_last(threads: int) -> None:
    block = block_of(Jvm(), "int", threads=threads)
    nanos = block.run()
    assert len(nanos) == block.calls
    assert max(nanos) <= block.duration
    assert sum(nanos) <= threads * block.duration


def test_making_and_joining_threads_is_in_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    block = block_of(Jvm(), "int", threads=2)
    start = "threading.Thread.start"
    begin = __import__("threading").Thread.start

    def slow(thread: Any) -> None:
        time.sleep(0.3)
        begin(thread)

    monkeypatch.setattr(start, slow)
    block.run()
    assert block.duration < 500_000_000


def test_a_chain_is_asked_how_many_of_its_steps_were_taken() -> None:
    block = block_of(Jvm(), "chain", elements=25)
    block.run()
    block.check()
    with pytest.raises(ValueError, match="after 25 filters the last frame has 26 rows of 26, expected 1"):
        block_of(Jvm(forgets=True), "chain", elements=25)
