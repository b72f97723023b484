"""The daemon: ``python -m bridgebench.daemon`` imports the libraries once and forks a worker for each FORK frame on its stdin."""

from __future__ import annotations

import time

STARTED = time.monotonic_ns()

import gc  # noqa: E402  the time stamp comes before everything that takes time
import os  # noqa: E402
import signal  # noqa: E402
import sys  # noqa: E402
from contextlib import suppress  # noqa: E402

from bridgebench import frames, worker  # noqa: E402
from bridgebench.channels import over_standard_pipes  # noqa: E402
from bridgebench.errors import ProtocolError, describe  # noqa: E402
from bridgebench.handshake import LONGEST_BOOTSTRAP, bootstrap_from, checked_bootstrap, json_object, preload, take_one_core, versions  # noqa: E402
from bridgebench.lifetime import Life, take_standard_descriptors  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def main() -> None:
    """Fork workers until stdin ends, then end them all."""
    stdin, stdout = take_standard_descriptors()
    # No watching thread here: a process with threads must not fork. The main thread reads stdin itself.
    life = Life(stdin)
    reader, writer = frames.FrameReader(stdin, LONGEST_BOOTSTRAP), frames.FrameWriter(stdout)
    nursery = Nursery((stdin, stdout))
    status = 0
    try:
        bootstrap = bootstrap_from(reader)
        if bootstrap is not None:
            # Arrow's jemalloc starts a thread when it is loaded, and a process with threads must not fork.
            os.environ.setdefault("JE_ARROW_MALLOC_CONF", "background_thread:false")
            take_one_core()
            preload(bootstrap)
            # Collections in a child would copy the pages of everything that was imported here.
            gc.collect()
            gc.freeze()
            times = {"started": STARTED, "imported": time.monotonic_ns()}
            writer.json(frames.READY, {"pid": os.getpid(), "versions": versions(), "timesNanos": times, "effective": {}})
            _answer_forks(reader, writer, nursery)
    except BaseException as error:  # noqa: BLE001  whatever it is, the JVM has to know
        status = worker.fail(error, life, reader, writer)
    finally:
        nursery.close()
        life.leave(status)


def _answer_forks(reader: frames.FrameReader, writer: frames.FrameWriter, nursery: Nursery) -> None:
    while (header := reader.header()) is not None:
        length, kind = header
        if kind != frames.FORK:
            message = f"expected a {frames.name_of(frames.FORK)} frame, got {frames.name_of(kind)}"
            raise ProtocolError(message)
        bootstrap = checked_bootstrap(json_object(reader.body(length), "FORK"))
        if over_standard_pipes(bootstrap):
            message = "a child of the daemon has no stdin and stdout of its own: FORK transport must be pipe with pipe named, tcp or unix"
            raise ProtocolError(message)
        writer.json(frames.FORKED, {"pid": nursery.fork(bootstrap)})


class Nursery:
    """The daemon's children. A pipe that only the daemon can write to tells them that it is gone."""

    def __init__(self, inherited: tuple[int, ...]) -> None:
        """Hold no children yet; they close the ``inherited`` descriptors."""
        self._inherited = inherited
        self._children: set[int] = set()
        self._lifetime, self._held_open = os.pipe()
        signal.signal(signal.SIGCHLD, self._reap)

    def fork(self, bootstrap: dict[str, Any]) -> int:
        """Fork a worker that has read ``bootstrap``; return its process id."""
        # A child that ends at once must not be reaped before it is known.
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGCHLD,))
        try:
            child = os.fork()
            if child == 0:
                self._be_worker(bootstrap)
            with suppress(OSError):
                # Here too, since either side may run first.
                os.setpgid(child, child)
            self._children.add(child)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGCHLD,))
        return child

    def close(self) -> None:
        """Kill every child with its group."""
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGCHLD,))
        for child in self._children:
            with suppress(OSError):
                os.killpg(child, signal.SIGKILL)

    def _reap(self, _signal: int, _frame: object) -> None:
        with suppress(ChildProcessError):
            while (waited := os.waitpid(-1, os.WNOHANG))[0] != 0:
                ended, status = waited
                self._children.discard(ended)
                if status != 0:
                    _tell_end(ended, status)

    def _be_worker(self, bootstrap: dict[str, Any]) -> None:
        started = time.monotonic_ns()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGCHLD,))
        os.close(self._held_open)
        for descriptor in self._inherited:
            os.close(descriptor)
        life = Life(self._lifetime)
        status = 1
        try:
            life.watch()
            status = worker.run(bootstrap, started, life, None)
        except BaseException as error:  # noqa: BLE001  the last resort: stderr is all that is left to tell it
            sys.stderr.write(describe(error)["traceback"])
        finally:
            life.leave(status)


def _tell_end(child: int, status: int) -> None:
    """Say on stderr how a worker ended: the JVM, which is not its parent, cannot ask."""
    how = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit status {os.WEXITSTATUS(status)}"
    with suppress(OSError):
        os.write(2, f"worker {child} ended: {how}\n".encode())


if __name__ == "__main__":
    main()
