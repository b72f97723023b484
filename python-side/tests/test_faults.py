"""A peer that breaks the protocol, and workers that must end."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batches import settings
from driver import CHANNELS, SECRET, Program, Worker, WorkerError, column, frame, json_frame, wait_until, wait_until_gone, wait_until_idle
from hypothesis import assume, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from bridgebench import frames
from bridgebench.channels import pipes
from bridgebench.errors import ProtocolError

DOUBLE = [column("double")]
TASK = frame(frames.TASK, struct.pack(">qq?", 1, 10, 0))


@pytest.fixture
def ready() -> Worker:
    worker = Worker()
    worker.set_up("pickle", **settings(DOUBLE, {"name": "identity"}))
    return worker


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (frame(frames.DATA), r"expected a TASK \(7\) frame, got DATA \(8\)"),
        (frame(frames.END), r"expected a TASK \(7\) frame, got END \(10\)"),
        (frame(99), r"expected a TASK \(7\) frame, got unknown \(99\)"),
        (frame(frames.TASK, b"short"), r"a TASK \(7\) frame has a body of 17 bytes, got 5"),
        (TASK + TASK, r"expected a END \(10\) frame, got TASK \(7\)"),
        (TASK + frame(frames.END, b"x"), r"an? END \(10\) frame has a body of 0 bytes, got 1"),
        (TASK + frame(frames.END), "task 1 announced 10 rows, but 0 came before its END"),
        (TASK + frame(frames.DATA, b"no pickle"), "UnpicklingError"),
        (TASK + frames.HEADER.pack(2**31 - 1, frames.DATA), "2147483647 bytes; 0 to 1073741824 are allowed"),
        (frames.HEADER.pack(-1, frames.TASK), "-1 bytes; 0 to 1073741824 are allowed"),
    ],
)
def test_what_is_out_of_order_is_told_and_ends_the_worker(ready: Worker, sent: bytes, message: str) -> None:
    with ready as worker:
        worker.channel.send(sent)
        with pytest.raises(WorkerError, match=message):
            worker.channel.frame()
        assert worker.end() == 1


@pytest.mark.parametrize(
    ("setup", "message"),
    [
        (b"{", "the body of SETUP is not JSON"),
        (b"[]", "must be a JSON object, got list"),
        (b'{"mode": "morse"}', "SETUP mode must be one of pickle, .* got 'morse'"),
        (b'{"mode": "pickle"}', "SETUP columns must be a list"),
        (json.dumps({"mode": "pickle", **settings([column("complex")], {"name": "identity"})}).encode(), "type must be one of .* got 'complex'"),
        (json.dumps({"mode": "pickle", **settings(DOUBLE, {"name": "plus-two"})}).encode(), "unknown function 'plus-two': expected one of identity, plus-one"),
        (json.dumps({"mode": "pickle", **settings(DOUBLE, {"name": "identity"}, flush="never")}).encode(), "flush must be one of buffer, batch"),
    ],
)
def test_a_setup_that_cannot_be_carried_out_is_refused_with_what_was_expected(setup: bytes, message: str) -> None:
    with Worker() as worker:
        worker.channel.send(frame(frames.SETUP, setup))
        with pytest.raises(WorkerError, match=message):
            worker.channel.frame()
        assert worker.end() == 1


def test_a_frame_above_the_limit_of_the_bootstrap_is_refused() -> None:
    with Worker(maxFrameBytes=1000) as worker:
        worker.set_up("pickle", **settings(DOUBLE, {"name": "identity"}))
        worker.channel.send(TASK + frames.HEADER.pack(1001, frames.DATA))
        with pytest.raises(WorkerError, match="1001 bytes; 0 to 1000 are allowed"):
            worker.channel.frame()


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_error_is_not_lost_while_the_jvm_is_still_writing(channel: str) -> None:
    with Worker(channel) as worker:
        worker.set_up("pickle", **settings(DOUBLE, {"name": "identity"}))
        with pytest.raises(WorkerError, match="UnpicklingError"):
            worker.task(10, [b"no pickle", *[bytes(100_000)] * 100])
        assert worker.end() == 1


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_end_of_the_channel_between_tasks_ends_the_worker_with_status_0(channel: str) -> None:
    with Worker(channel) as worker:
        worker.set_up("pickle", **settings(DOUBLE, {"name": "identity"}))
        worker.task(0, [])
        assert worker.end() == 0
        assert worker.program.stderr() == ""


@pytest.mark.parametrize("sent", [TASK, TASK + frames.HEADER.pack(100, frames.DATA) + b"half", b"\x00\x00"])
def test_the_end_of_the_channel_inside_a_task_or_frame_is_an_error(ready: Worker, sent: bytes) -> None:
    with ready as worker:
        worker.channel.send(sent)
        assert worker.end() == 1
        assert "ChannelEndedError" in worker.program.stderr()


@pytest.mark.parametrize("channel", ["named", "tcp", "unix"])
def test_the_end_of_stdin_ends_the_worker_though_the_channel_is_open(channel: str) -> None:
    with Worker(channel) as worker:
        worker.program.stdin.close()
        assert worker.program.wait() == 0


def test_after_an_error_the_end_of_stdin_ends_the_worker_with_status_1() -> None:
    with Worker() as worker:
        worker.channel.send(frame(frames.DATA))
        with pytest.raises(WorkerError, match="expected PING or SETUP"):
            worker.channel.frame()
        worker.program.stdin.close()
        assert worker.program.wait() == 1


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        (b"", 0, ""),
        (b"GET / HTTP/1.1\r\n\r\n", 1, "frame declares a body of"),
        (frames.HEADER.pack(1_048_577, frames.BOOTSTRAP), 1, "1048577 bytes; 0 to 1048576 are allowed"),
        (frame(frames.TASK), 1, "started by bridgebench"),
        (json_frame(frames.BOOTSTRAP, {"protocol": 2}), 1, "speaks protocol 2; this worker speaks 1"),
        (json_frame(frames.BOOTSTRAP, {"protocol": 1, "transport": "pigeon"}), 1, "must be one of pipe, tcp, unix"),
        (json_frame(frames.BOOTSTRAP, {"protocol": 1, "transport": "unix", "path": "/nowhere"}), 1, "No such file"),
        (json_frame(frames.BOOTSTRAP, {"protocol": 1, "transport": "pipe", "preload": ["no_such_package"]}), 1, "python -m pip install no_such_package"),
    ],
)
def test_a_bootstrap_that_cannot_be_followed_is_told_on_stderr(sent: bytes, status: int, said: str) -> None:
    program = Program("bridgebench.worker")
    try:
        program.stdin.write(sent)
        program.stdin.flush()
        if not sent:
            program.stdin.close()
        assert program.wait() == status
        assert said in program.stderr()
    finally:
        program.stop()


@given(st.binary(min_size=1, max_size=300))
@examples(max_examples=25, deadline=None)
def test_junk_never_hangs_or_silently_kills_a_worker_that_awaits_setup(junk: bytes) -> None:
    with Worker() as worker:
        worker.channel.send(junk)
        status = worker.end()
        assert status == 1
        assert "Error" in worker.program.stderr()


@given(st.lists(st.tuples(st.integers(0, 15), st.binary(max_size=64)), min_size=1, max_size=6))
@examples(max_examples=25, deadline=None)
def test_frames_at_random_get_an_error_unless_they_begin_a_task(sent: list[tuple[int, bytes]]) -> None:
    # A worker in a task waits for more.
    assume(sent[0][0] != frames.TASK or len(sent[0][1]) != frames.TASK_BODY.size)
    with Worker("stdio") as worker:
        worker.set_up("pickle", **settings(DOUBLE, {"name": "plus-one"}))
        worker.channel.send(b"".join(frame(kind, body) for kind, body in sent))
        with pytest.raises(WorkerError):
            worker.channel.frame()
        assert worker.end() == 1


@pytest.mark.parametrize("module", ["worker", "daemon", "driver"])
def test_stdin_and_stdout_keep_their_numbers_until_the_bootstrap_comes(module: str) -> None:
    program = Program(f"bridgebench.{module}")
    try:
        links = Path(f"/proc/{program.process.pid}/fd")
        pipes = (links / "0").readlink(), (links / "1").readlink()
        assert wait_until_idle(program.process.pid)
        assert ((links / "0").readlink(), (links / "1").readlink()) == pipes
        program.stdin.write(frame(frames.BOOTSTRAP, b"{}")[:-1])
        program.stdin.flush()
        assert wait_until(lambda: (links / "1").readlink() == (links / "2").readlink())
        assert (links / "0").readlink() == Path(os.devnull)
    finally:
        program.stop()


def test_the_secret_stands_neither_in_the_arguments_nor_in_the_environment() -> None:
    with Worker() as worker:
        folder = Path(f"/proc/{worker.pid}")
        assert worker.greeting == {"protocol": 1, "pid": worker.pid, "secret": SECRET}
        assert SECRET.encode() not in (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()


def test_pings_carry_the_workers_clock() -> None:
    with Worker() as worker:
        for value in (0, -1, 2**63 - 1):
            before = time.monotonic_ns()
            echoed, nanos = worker.ping(value)
            assert echoed == value
            assert before <= nanos <= time.monotonic_ns()


def test_the_worker_reports_what_the_system_says_of_its_channel() -> None:
    def effective(channel: str, **options: object) -> dict[str, str]:
        with Worker(channel, **options) as worker:
            facts: dict[str, str] = worker.set_up("echo")["effective"]
            return facts

    assert effective("stdio") == {"pipeBytes": "65536", "pieceBytes": "8192"}
    assert effective("named", pipeBytes=262_144) == {"pipeBytes": "262144", "pieceBytes": "32768"}
    assert effective("tcp", tcpNoDelay=False)["tcpNoDelay"] == "false"
    assert effective("tcp")["tcpNoDelay"] == "true"
    # Linux doubles what is asked for.
    assert effective("unix", socketBufferBytes=50_000) == {"sendBufferBytes": "100000", "receiveBufferBytes": "100000"}


def test_a_pipe_of_a_size_that_the_system_refuses_is_not_measured_as_another() -> None:
    reading, writing = os.pipe()
    try:
        with pytest.raises(ProtocolError, match="grants no pipe of 2147483649 bytes"):
            pipes(reading, writing, {"pipeBytes": (1 << 31) + 1})
    finally:
        os.close(reading)
        os.close(writing)


def test_ready_tells_versions_of_what_is_loaded_and_times_in_order() -> None:
    with Worker() as worker:
        ready = worker.set_up("pickle", **settings(DOUBLE, {"name": "identity"}))
        assert set(ready["versions"]) == {"python"}
        times = ready["timesNanos"]
        assert list(times) == ["started", "imported", "connected", "functionLoaded"]
        assert list(times.values()) == sorted(times.values())
    with Worker(preload=["pyarrow"]) as worker:
        ready = worker.set_up("arrow", **settings(DOUBLE, {"name": "plus-one"}))
        assert "pyarrow" in ready["versions"]
        assert "pandas" not in ready["versions"], "pandas would cost a worker of mode arrow half of its start"


def test_interrupts_are_the_jvms_affair(ready: Worker) -> None:
    with ready as worker:
        os.kill(worker.pid, signal.SIGINT)
        assert worker.task(0, [])[1]["rows"] == 0
        assert worker.end() == 0


def test_a_worker_leads_a_group_of_its_own() -> None:
    with Worker() as worker:
        assert os.getpgid(worker.pid) == worker.pid


def test_sigusr1_shows_where_python_is(ready: Worker) -> None:
    with ready as worker:
        deadline = time.monotonic() + 30
        # Again and again: the first may come before the worker waits for a task.
        while "in header" not in worker.program.stderr() and time.monotonic() < deadline:
            os.kill(worker.pid, signal.SIGUSR1)
            time.sleep(0.05)
        assert "in header" in worker.program.stderr()
        assert worker.end() == 0


def test_a_worker_whose_parent_is_killed_is_gone(tmp_path: Path) -> None:
    source = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); from driver import Worker; from batches import settings\n"
        "worker = Worker(sys.argv[2]); print(worker.pid, flush=True); time.sleep(600)"
    )
    here = str(Path(__file__).parent)
    # One who is killed cannot remove its sockets and named pipes.
    environment = {**os.environ, "PYTHONPATH": str(Path(here).parent / "src"), "TMPDIR": str(tmp_path)}
    for channel in CHANNELS:
        parent = subprocess.Popen([sys.executable, "-c", source, here, channel], stdout=subprocess.PIPE, env=environment)
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
        parent.stdout.close()
        assert wait_until_gone(pid), channel
