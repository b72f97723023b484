"""How a process begins and ends: its standard descriptors, its group, and the end of whoever started it."""

from __future__ import annotations

import _thread
import faulthandler
import os
import select
import signal
import sys
import time
import warnings
from contextlib import suppress

GRACE_SECONDS = 2.0
_ENDED = select.POLLHUP | select.POLLERR | select.POLLNVAL


def take_standard_descriptors() -> tuple[int, int]:
    """Return duplicates of stdin and stdout, after which 0 is empty and 1 is stderr: user code can neither read nor write frames.

    Both stay where they are until something comes on stdin, or its end: the JVM opens the two pipes by their numbers in this process
    before it sends BOOTSTRAP, however long it takes to do so.
    """
    told = select.poll()
    told.register(0, select.POLLIN)
    told.poll()
    real_stdin = os.dup(0)
    real_stdout = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return real_stdin, real_stdout


class Life:
    """A process that leads a group of its own and ends, with its group, when a pipe's writers are gone."""

    def __init__(self, pipe: int, *, carries_frames: bool = False) -> None:
        """Lead a group. ``pipe`` is read by its end only, unless it also carries frames."""
        self._pipe = pipe
        self._own = os.getpid()
        self.carries_frames = carries_frames
        #: The exit status when the pipe ends.
        self.status = 0
        self._former_group = os.getpgrp()
        if self._former_group == os.getpid():
            # The daemon has been faster: each side does this for a child, since either may run first.
            self._former_group = os.getpgid(os.getppid())
        os.setpgid(0, 0)
        # Ctrl-C reaches every process of a terminal; the JVM decides when this one ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        faulthandler.register(signal.SIGUSR1, all_threads=True)
        # Of a crash in native code the stack of Python is all that tells where it was.
        faulthandler.enable()

    def is_own(self) -> bool:
        """Tell whether this is the process that began this life, and not one that it has forked since."""
        return os.getpid() == self._own

    def watch(self) -> None:
        """Start a thread that ends this process when the pipe ends, even while a function hangs."""
        # Not a threading.Thread: that would be waited for at exit, and would cost an import.
        _thread.start_new_thread(self._watch, ())

    def _watch(self) -> None:
        poll = select.poll()
        # The end is always reported; bytes are asked for only where none should come.
        poll.register(self._pipe, 0 if self.carries_frames else select.POLLIN)
        while True:
            for _, event in poll.poll():
                if event & _ENDED or not os.read(self._pipe, 4096):
                    if self.carries_frames:
                        # Frames may still lie in the pipe; the main thread ends by itself once it has answered them.
                        time.sleep(GRACE_SECONDS)
                    # No flush here: the main thread may hold a stream's lock for ever.
                    self._end(self.status)

    def guard(self) -> None:
        """Start a process that kills the group once the pipe has ended or this process is gone, whichever way.

        User code may hold the interpreter's lock for ever, which stops the watching thread, or leave through ``os._exit``, which leaves
        its children behind. The guard is an orphan, so that user code that waits for its own children does not meet it.
        """
        if not hasattr(os, "pidfd_open"):
            return  # Not Linux: the watching thread is all there is.
        this = os.pidfd_open(os.getpid())
        with warnings.catch_warnings():
            # Python warns of forking beside threads; both children call nothing but the system.
            warnings.simplefilter("ignore", DeprecationWarning)
            between = os.fork()
            if between == 0:
                if os.fork() == 0:
                    self._stand_guard(this, os.getpgrp())
                os._exit(0)
        os.waitpid(between, 0)
        os.close(this)

    def _stand_guard(self, guarded: int, group: int) -> None:
        # Whoever waits for the end of the guarded process's channels must not wait for this process.
        _close_all_but(self._pipe, guarded)
        poll = select.poll()
        poll.register(self._pipe, 0)
        poll.register(guarded, select.POLLIN)
        if all(descriptor != guarded for descriptor, _ in poll.poll()):
            poll.unregister(self._pipe)
            poll.poll(2000 * GRACE_SECONDS)
        os.killpg(group, signal.SIGKILL)

    def leave(self, status: int) -> None:
        """End this process, and whatever else is still in the group it leads."""
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
        self._end(status)

    def _end(self, status: int) -> None:
        group = os.getpid()
        try:
            # Out of the group first, so that this process keeps its exit status.
            os.setpgid(0, self._former_group)
            os.killpg(group, signal.SIGKILL)
        except OSError:
            if os.getpgrp() == group:
                # No group to join: whoever started this is gone, and nobody reads the status.
                os.killpg(group, signal.SIGKILL)
        os._exit(status)


def _close_all_but(*kept: int) -> None:
    """Close every other descriptor of this process. The system is asked which there are: a billion may be allowed, and closing those takes a minute."""
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208  pathlib costs an import
        if int(name) not in kept:
            with suppress(OSError):
                os.close(int(name))
