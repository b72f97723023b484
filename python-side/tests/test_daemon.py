"""The daemon: forks workers that behave as if started cold, and takes them with it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from batches import MODES, run_task, settings
from driver import Daemon, Program, WorkerError, alive, column, json_frame, wait_until_gone

from bridgebench import frames

DOUBLE = [column("double")]
PACKAGES = ["pyarrow", "pandas"]


@pytest.mark.parametrize("channel", ["named", "tcp", "unix"])
def test_children_answer_tasks_in_every_mode(channel: str) -> None:
    with Daemon(PACKAGES) as daemon:
        for mode in MODES:
            child = daemon.fork(channel)
            ready = child.set_up(mode, **settings(DOUBLE, {"name": "plus-one"}))
            assert ready["pid"] == child.pid == child.greeting["pid"]
            assert run_task(child, mode, DOUBLE, DOUBLE, [[(1.0,)], [(2.0,)]]) == [(2.0,), (3.0,)]
            child.close()
            assert wait_until_gone(child.pid)
        # Errors on stderr would be warnings of Python about forking beside threads.
        assert daemon.program.stderr() == ""


def test_a_child_finds_the_libraries_imported() -> None:
    with Daemon(PACKAGES) as daemon:
        assert set(daemon.ready["versions"]) >= {"python", "pyarrow", "pandas"}
        child = daemon.fork()
        times = child.set_up("arrow-pandas", **settings(DOUBLE, {"name": "identity"}))["timesNanos"]
        assert list(times.values()) == sorted(times.values())
        assert times["started"] > daemon.ready["timesNanos"]["imported"]
        child.close()


def test_the_daemon_has_one_thread_when_it_forks() -> None:
    with Daemon([*PACKAGES, "scipy.special"]) as daemon:
        assert len(list(Path(f"/proc/{daemon.program.process.pid}/task").iterdir())) == 1


def test_children_live_side_by_side_and_leave_no_zombies() -> None:
    with Daemon([]) as daemon:
        children = [daemon.fork() for _ in range(5)]
        for child in children:
            child.set_up("echo")
        for child in children:
            child.close()
        for child in children:
            deadline = time.monotonic() + 30
            while Path(f"/proc/{child.pid}").exists() and time.monotonic() < deadline:
                time.sleep(0.01)
            assert not Path(f"/proc/{child.pid}").exists()


def hang(*_: Any) -> None:
    while True:
        time.sleep(60)


@pytest.mark.parametrize("way", ["stdin", "kill"])
def test_children_are_gone_with_the_daemon(way: str) -> None:
    with Daemon([]) as daemon:
        idle, working = daemon.fork(), daemon.fork()
        working.set_up("pickle", **settings(DOUBLE, {"name": "sleep", "sleepNanos": 10**12}))
        working.channel.send(frames.HEADER.pack(16, frames.TASK) + bytes(15) + b"\x01")
        assert alive(idle.pid)
        assert alive(working.pid)
        if way == "stdin":
            daemon.program.stdin.close()
            assert daemon.program.wait() == 0
        else:
            daemon.program.process.kill()
        assert wait_until_gone(idle.pid)
        assert wait_until_gone(working.pid)
        idle.close()
        working.close()


def test_a_child_leads_a_group_of_its_own() -> None:
    with Daemon([]) as daemon:
        child = daemon.fork()
        assert os.getpgid(child.pid) == child.pid
        child.close()


def test_a_childs_failure_is_its_own() -> None:
    with Daemon([]) as daemon:
        failing, other = daemon.fork(), daemon.fork()
        failing.channel.send(b"\xff" * 5)
        with pytest.raises(WorkerError, match="-1 bytes"):
            failing.channel.frame()
        os.kill(failing.pid, signal.SIGKILL)
        other.set_up("echo")
        other.close()
        failing.close()


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (json_frame(frames.FORK, {"protocol": 1, "transport": "pipe", "pipe": "stdio"}), "a child of the daemon has no stdin and stdout of its own"),
        (json_frame(frames.FORK, {"protocol": 9}), "speaks protocol 9"),
        (json_frame(frames.TASK, {}), r"expected a FORK \(13\) frame, got TASK \(7\)"),
    ],
)
def test_what_the_daemon_cannot_do_is_told(sent: bytes, message: str) -> None:
    with Daemon([]) as daemon:
        daemon.control.send(sent)
        with pytest.raises(WorkerError, match=message):
            daemon.control.frame()
        daemon.program.stdin.close()
        assert daemon.program.wait() == 1


def test_a_package_that_is_missing_is_named_with_the_command_that_installs_it() -> None:
    program = Program("bridgebench.daemon")
    try:
        program.stdin.write(json_frame(frames.BOOTSTRAP, {"protocol": 1, "preload": ["no_such_package"]}))
        program.stdin.close()
        assert b"python -m pip install no_such_package" in program.stdout.read()
        assert program.wait() == 1
    finally:
        program.stop()
