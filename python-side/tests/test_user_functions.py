"""The user's own functions: shipped, called, and held to their promises; and what they may not break."""

from __future__ import annotations

import os
import pickle
import re
import signal
import struct
import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from batches import MODES, RESULT, run_task, settings
from driver import Worker, WorkerError, alive, column, frame, wait_until_gone

from bridgebench import frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from driver import DaemonChild

    Start = Callable[[str], Worker | DaemonChild]
    Ship = Callable[[Any], dict[str, Any]]

XY = [column("double", "x", nullable=True), column("long", "y")]
ROWS = [(1.5, 2), (None, 3), (0.25, 4)]


def add_rows(x: float | None, y: int) -> float | None:
    return None if x is None else x + y


def add_series(x: Any, y: Any) -> Any:
    return x + y


def add_arrays(x: Any, y: Any) -> Any:
    return pc.add(x, y.cast(pa.float64()))


ADDING = {"pickle": add_rows, "arrow-row": add_rows, "arrow-pandas": add_series, "arrow": add_arrays}


def answers_of(start: Start, mode: str, function: dict[str, Any], result: str = "double", channel: str = "unix", rows: Any = None, **others: Any) -> list[Any]:
    results = [column(result, "result", nullable=True)]
    with start(channel) as worker:
        worker.set_up(mode, **settings(XY, function, results, **others))
        return [value for (value,) in run_task(worker, mode, XY, results, [ROWS if rows is None else rows])]


@pytest.mark.parametrize("mode", MODES)
def test_a_users_function_takes_the_columns_and_answers_one(mode: str, shipped: Ship, start: Start) -> None:
    assert answers_of(start, mode, shipped(ADDING[mode])) == [3.5, None, 4.25]
    assert answers_of(start, mode, shipped(ADDING[mode]), rows=[]) == []


@pytest.mark.parametrize("dtypes", ["nullable", "faithful"])
def test_series_arrays_and_numpy_arrays_are_answers(dtypes: str, shipped: Ship, start: Start) -> None:
    as_numpy = shipped(lambda x, y: (x + y).to_numpy(dtype="float64", na_value=np.nan))
    assert answers_of(start, "arrow-pandas", as_numpy, dtypes=dtypes) == [3.5, None, 4.25]
    seen = shipped(lambda x, y: pd.Series([f"{x.dtype} {y.dtype}"] * len(x)))
    expected = {"nullable": "Float64 Int64", "faithful": "float64 int64"}[dtypes]
    assert answers_of(start, "arrow-pandas", seen, "string", dtypes=dtypes) == [expected] * 3


@pytest.mark.parametrize("mode", MODES)
def test_what_it_raises_arrives_with_its_traceback(mode: str, shipped: Ship, start: Start) -> None:
    def broken(*_: Any) -> None:
        message = "no ß today"
        raise LookupError(message)

    with pytest.raises(WorkerError, match="LookupError: no ß today") as caught:
        answers_of(start, mode, shipped(broken))
    assert "in broken" in caught.value.traceback


@pytest.mark.parametrize("error", [SystemExit(3), KeyboardInterrupt(), MemoryError("none left"), BrokenPipeError("mine")])
def test_even_errors_that_end_programs_are_told(error: BaseException, shipped: Ship, start: Start) -> None:
    def broken(*_: Any) -> None:
        raise error

    with pytest.raises(WorkerError, match=type(error).__name__):
        answers_of(start, "pickle", shipped(broken))


def test_an_error_without_a_text_of_its_own_is_told(shipped: Ship, start: Start) -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    def broken(*_: Any) -> None:
        raise MuteError

    with pytest.raises(WorkerError, match=r"MuteError: .*could not be made"):
        answers_of(start, "pickle", shipped(broken))


WRONG: list[tuple[str, Any, str, str]] = [
    ("pickle", lambda x, y: str(y), "double", "returned str '2' for row 0 of its batch: expected float or int (result type double)"),
    ("pickle", lambda x, y: np.float64(y), "double", "numpy.float64"),
    ("pickle", lambda x, y: x, "long", "returned float 1.5 for row 0 of its batch: expected int"),
    ("arrow-row", lambda x, y: str(y), "double", "returned str '2' for row 0"),
    ("arrow-row", lambda x, y: 2**40, "int", "do not fit the result type int (int32)"),
    ("arrow-pandas", lambda x, y: 5, "double", "returned int: expected a pandas Series"),
    ("arrow-pandas", lambda x, y: pd.Series(["a", "b", "c"]), "double", "do not fit the result type double"),
    ("arrow-pandas", lambda x, y: pd.Series(["1", "2", "3"], dtype="string"), "double", "do not fit the result type double"),
    ("arrow", lambda x, y: [1.0, 2.0, 3.0], "double", "returned list: expected a pyarrow array of double"),
    ("arrow", lambda x, y: y, "double", "returned an array of int64: expected double"),
    ("arrow-pandas", lambda x, y: x[:2], "double", "returned 2 rows for a batch of 3: expected 3"),
    ("arrow", lambda x, y: x[:2], "double", "returned 2 rows for a batch of 3: expected 3"),
    ("arrow", lambda x, y: pa.array([], pa.float64()), "double", "returned 0 rows for a batch of 3: expected 3"),
]


@pytest.mark.parametrize(("mode", "function", "result", "message"), WRONG)
def test_wrong_types_and_row_counts_are_told_with_what_was_expected(mode: str, function: Any, result: str, message: str, shipped: Ship, start: Start) -> None:
    with pytest.raises(WorkerError, match=re.escape(message)):
        answers_of(start, mode, shipped(function), result)


@pytest.mark.parametrize("channel", ["stdio", "unix"])
def test_prints_and_reads_of_user_code_never_reach_the_frames(channel: str, shipped: Ship) -> None:
    def noisy(x: float | None, y: int) -> float | None:
        print("printed", y)  # noqa: T201  the subject
        os.write(1, b"written\n")
        os.system("echo shell")  # noqa: S605, S607  the subject
        sys.stdout.flush()
        assert sys.stdin.read() == ""
        assert os.read(0, 10) == b""
        return x

    results = RESULT
    with Worker(channel) as worker:
        worker.set_up("pickle", **settings(XY, shipped(noisy), results))
        assert run_task(worker, "pickle", XY, results, [ROWS]) == [(1.5,), (None,), (0.25,)]
        assert worker.end() == 0
        for line in ("printed 2", "written", "shell"):
            assert line in worker.program.stderr()


class PrintsWhenLoaded:
    """Prints while it is unpickled, as a module does while it is imported."""

    def __init__(self) -> None:
        self.noise = "noise at import"

    def __call__(self, x: Any, y: Any) -> Any:  # noqa: ARG002  takes what it is given
        return x

    def __reduce__(self) -> Any:
        return exec, ("import os; print('noise at import', flush=True); os.write(1, b'more')",)


@pytest.mark.parametrize("channel", ["stdio", "tcp"])
def test_prints_while_the_function_is_loaded_do_not_corrupt_the_handshake(channel: str, shipped: Ship) -> None:
    def made() -> Any:
        return PrintsWhenLoaded()

    made.__name__ = "made"
    with Worker(channel) as worker, pytest.raises(WorkerError, match="is not a function: got NoneType"):
        worker.set_up("pickle", **settings(XY, {**shipped(made), "cloudpickle": shipped_instance(shipped)}, RESULT))


def shipped_instance(shipped: Ship) -> str:
    instance = PrintsWhenLoaded()
    instance.__name__ = "instance"  # type: ignore[attr-defined]
    text: str = shipped(instance)["cloudpickle"]
    return text


def test_a_flood_on_stderr_does_not_stop_the_task(shipped: Ship) -> None:
    def flood(x: float | None, y: int) -> float | None:  # noqa: ARG001  takes what it is given
        sys.stderr.write("flood " * 20_000)
        return x

    with Worker() as worker:
        worker.set_up("pickle", **settings(XY, shipped(flood), RESULT))
        assert len(run_task(worker, "pickle", XY, RESULT, [ROWS * 20])) == 60


@pytest.mark.parametrize("status", [0, 3])
def test_os_exit_ends_the_channel_with_its_own_status(status: int, shipped: Ship) -> None:
    def leave(*_: Any) -> None:
        os._exit(status)

    with Worker() as worker:
        worker.set_up("pickle", **settings(XY, shipped(leave), RESULT))
        with pytest.raises(EOFError):
            run_task(worker, "pickle", XY, RESULT, [ROWS])
        assert worker.program.wait() == status


def test_a_signal_mid_task_ends_the_channel(shipped: Ship) -> None:
    def kill(*_: Any) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with Worker() as worker:
        worker.set_up("arrow", **settings(XY, shipped(kill), RESULT))
        with pytest.raises(EOFError):
            run_task(worker, "arrow", XY, RESULT, [ROWS])
        assert worker.program.wait() == -signal.SIGKILL


def fork_and_tell(x: Any, y: Any) -> Any:  # noqa: ARG001  takes what it is given
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
        os._exit(0)
    return float(child)


def fork_and_exit(x: Any, y: Any) -> Any:  # noqa: ARG001  takes what it is given
    child = os.fork()
    if child == 0:
        time.sleep(600)
    sys.stderr.write(f"child {child}\n")
    sys.stderr.flush()
    os._exit(5)


@pytest.mark.parametrize("channel", ["stdio", "unix"])
def test_a_child_that_stays_does_not_outlive_the_worker(channel: str, shipped: Ship) -> None:
    with Worker(channel) as worker:
        worker.set_up("pickle", **settings(XY, shipped(fork_and_tell), RESULT))
        children = [int(child) for (child,) in run_task(worker, "pickle", XY, RESULT, [ROWS])]
        assert all(map(alive, children))
        assert worker.end() == 0
        assert all(map(wait_until_gone, children))


def test_a_child_that_stays_does_not_outlive_a_worker_that_left_by_os_exit(shipped: Ship) -> None:
    with Worker() as worker:
        worker.set_up("pickle", **settings(XY, shipped(fork_and_exit), RESULT))
        # The child holds a copy of the channel: its end is the end of the child.
        with pytest.raises(EOFError):
            run_task(worker, "pickle", XY, RESULT, [ROWS])
        assert worker.program.wait() == 5
        found = re.search(r"child (\d+)", worker.program.stderr())
        assert found is not None
        assert wait_until_gone(int(found[1]))


def return_twice(x: Any, y: Any) -> Any:  # noqa: ARG001  takes what it is given
    child = os.fork()
    if child == 0:
        return -1.0
    return float(os.waitpid(child, 0)[1] >> 8)


def leave_by_system_exit(x: Any, y: Any) -> Any:  # noqa: ARG001  takes what it is given
    child = os.fork()
    if child == 0:
        sys.exit(7)
    return float(os.waitpid(child, 0)[1] >> 8)


def raise_in_the_child(x: Any, y: Any) -> Any:  # noqa: ARG001  takes what it is given
    child = os.fork()
    if child == 0:
        message = "the child's own"
        raise LookupError(message)
    return float(os.waitpid(child, 0)[1] >> 8)


@pytest.mark.parametrize("channel", ["stdio", "unix"])
@pytest.mark.parametrize(("function", "status"), [(return_twice, {0.0, 1.0}), (leave_by_system_exit, {7.0}), (raise_in_the_child, {1.0})])
def test_a_forked_child_that_leaves_the_function_has_no_part_in_its_parents_protocol(function: Any, status: set[float], channel: str, shipped: Ship) -> None:
    with Worker(channel) as worker:
        worker.set_up("pickle", **settings(XY, shipped(function), RESULT))
        for _ in range(2):
            answers = run_task(worker, "pickle", XY, RESULT, [ROWS[:1], ROWS[:1]])
            assert len(answers) == 2
            # One that returns goes on with what had been read ahead, which ends inside a task or after it.
            assert {answer for (answer,) in answers} <= status
        assert worker.end() == 0


def test_what_it_raises_arrives_though_stderr_is_closed(shipped: Ship) -> None:
    def broken(*_: Any) -> None:
        sys.stderr.close()
        message = "unheard"
        raise LookupError(message)

    with Worker() as worker:
        worker.set_up("pickle", **settings(XY, shipped(broken), RESULT))
        with pytest.raises(WorkerError, match="LookupError: unheard"):
            run_task(worker, "pickle", XY, RESULT, [ROWS])
        assert worker.end() == 1


def test_a_crash_in_native_code_leaves_the_stack_of_python(shipped: Ship) -> None:
    def crashing(*_: Any) -> None:
        import ctypes

        ctypes.string_at(0)

    with Worker() as worker:
        worker.set_up("pickle", **settings(XY, shipped(crashing), RESULT))
        with pytest.raises(EOFError):
            run_task(worker, "pickle", XY, RESULT, [ROWS])
        assert worker.program.wait() == -signal.SIGSEGV
        assert "Segmentation fault" in worker.program.stderr()
        assert "in crashing" in worker.program.stderr()


def hang_politely(*_: Any) -> None:
    os.write(2, b"hung")
    while True:
        time.sleep(60)


def hang_with_the_lock(*_: Any) -> None:
    os.write(2, b"hung")
    # One call into C that never gives other threads a turn.
    re.match(r"(a+)+$", "a" * 60 + "b")


@pytest.mark.parametrize("channel", ["stdio", "named", "unix"])
@pytest.mark.parametrize("hang", [hang_politely, hang_with_the_lock])
def test_a_hung_function_ends_with_its_jvm(channel: str, hang: Any, shipped: Ship) -> None:
    with Worker(channel) as worker:
        worker.set_up("pickle", **settings(XY, shipped(hang), RESULT))
        worker.channel.send(frame(frames.TASK, struct.pack(">qq?", 1, 3, 0)) + frame(frames.DATA, pickle.dumps(ROWS, 2)))
        deadline = time.monotonic() + 30
        while "hung" not in worker.program.stderr() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.05)
        worker.program.stdin.close()
        status = worker.program.wait()
    assert status == (0 if hang is hang_politely else -signal.SIGKILL)


def test_only_a_users_function_has_a_guard_and_it_holds_no_channel(shipped: Ship) -> None:
    with Worker() as worker:
        worker.set_up("pickle", **settings(XY, shipped(add_rows), RESULT))
        os.kill(worker.pid, signal.SIGKILL)
        assert worker.channel.receive(1) == b"", "the channel ends though the guard may still be there"
