"""How a worker begins and ends: standard descriptors, process group, and the end of whoever started it."""

from __future__ import annotations

import _thread
import faulthandler
import os
import select
import signal
import sys
import time

GRACE_SECONDS = 2.0


def take_standard_descriptors() -> tuple[int, int]:
    """Return duplicates of stdin and stdout, after which 0 is empty and 1 is stderr: user code can neither read nor write frames."""
    real_stdin = os.dup(0)
    real_stdout = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return real_stdin, real_stdout


def lead_group() -> int:
    """Make this process the leader of a group of its own, and return the group it came from."""
    former = os.getpgrp()
    if former != os.getpid():
        os.setpgid(0, 0)
    # Ctrl-C reaches the whole terminal; the JVM decides when a worker ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.register(signal.SIGUSR1, all_threads=True)
    return former


def leave(status: int, former_group: int) -> None:
    """End this process, and whatever else is still in the group it leads."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass
    group = os.getpid()
    try:
        # Out of the group first, so that this process keeps its exit status.
        os.setpgid(0, former_group)
        os.killpg(group, signal.SIGKILL)
    except OSError:
        # No group left to join (whoever started this is gone, and nobody reads the status), or none left behind.
        if os.getpgrp() == group:
            os.killpg(group, signal.SIGKILL)
    os._exit(status)


def end_with(descriptor: int, former_group: int, *, carries_frames: bool) -> None:
    """Watch a pipe and end this process when its writers are gone, even while a function hangs.

    When the pipe also carries frames, the process is given a moment to read what is left and to end by itself.
    """

    def watch() -> None:
        poll = select.poll()
        # POLLHUP is always reported; POLLIN is asked for only where nothing should come but the end.
        poll.register(descriptor, 0 if carries_frames else select.POLLIN)
        while True:
            for _, event in poll.poll():
                if event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) or not os.read(descriptor, 4096):
                    if carries_frames:
                        time.sleep(GRACE_SECONDS)
                    leave(0, former_group)

    # Not a threading.Thread: that would be waited for at exit, and would cost an import.
    _thread.start_new_thread(watch, ())
