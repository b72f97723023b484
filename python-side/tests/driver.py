"""Plays the JVM: starts a real worker or daemon and talks frames to it over a real channel."""

from __future__ import annotations

import json
import os
import select
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from bridgebench import frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from typing_extensions import Self

SOURCE = Path(__file__).resolve().parent.parent / "src"
SECRET = "5ec2e7" * 10 + "abcd"
DEADLINE_SECONDS = 60.0
CHANNELS: dict[str, dict[str, Any]] = {
    "stdio": {"transport": "pipe", "pipe": "stdio"},
    "named": {"transport": "pipe", "pipe": "named"},
    "tcp": {"transport": "tcp"},
    "unix": {"transport": "unix"},
}


class WorkerError(Exception):
    """The worker sent ERROR."""

    def __init__(self, body: dict[str, str]) -> None:
        super().__init__(f"{body['kind']}: {body['message']}")
        self.kind = body["kind"]
        self.message = body["message"]
        self.traceback = body["traceback"]


def frame(kind: int, body: bytes = b"") -> bytes:
    return frames.HEADER.pack(len(body), kind) + body


def json_frame(kind: int, body: dict[str, Any]) -> bytes:
    return frame(kind, json.dumps(body).encode())


def column(type_word: str, name: str = "x", *, nullable: bool = False) -> dict[str, Any]:
    return {"name": name, "type": type_word, "nullable": nullable}


def environment(*folders: Path) -> dict[str, str]:
    """What a program is started with; folders come before the package on the path."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (*folders, SOURCE))), "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1"}


class Program:
    """A module of the package, running, with its stderr collected."""

    def __init__(self, module: str, *folders: Path) -> None:
        command = [sys.executable, "-m", module]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(*folders))
        self._stderr: list[bytes] = []
        self._drain = threading.Thread(target=self._collect, daemon=True)
        self._drain.start()

    def _collect(self) -> None:
        assert self.process.stderr is not None
        with suppress(OSError, ValueError):
            while chunk := os.read(self.process.stderr.fileno(), 65_536):
                self._stderr.append(chunk)

    @property
    def stdin(self) -> IO[bytes]:
        assert self.process.stdin is not None
        return self.process.stdin

    @property
    def stdout(self) -> IO[bytes]:
        assert self.process.stdout is not None
        return self.process.stdout

    def stderr(self) -> str:
        """What the process wrote so far; everything once it has ended."""
        if self.process.poll() is not None:
            self._drain.join(DEADLINE_SECONDS)
        return b"".join(self._stderr).decode(errors="replace")

    def wait(self) -> int:
        return self.process.wait(DEADLINE_SECONDS)

    def stop(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        try:
            self.process.wait(DEADLINE_SECONDS)
        finally:
            self.process.kill()
            self.process.wait()
            self._drain.join(DEADLINE_SECONDS)
            if self.process.stderr is not None:
                self.process.stderr.close()


class Channel:
    """The JVM's end of a channel, with a deadline on every read."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = reading
        self._writing = writing

    def send(self, data: bytes) -> None:
        view = memoryview(data)
        while view.nbytes:
            view = view[os.write(self._writing, view) :]

    def receive(self, length: int) -> bytes:
        """Return that many bytes, or fewer where the channel ends."""
        received = bytearray()
        while len(received) < length:
            ready, _, _ = select.select([self._reading], [], [], DEADLINE_SECONDS)
            if not ready:
                message = f"nothing came within {DEADLINE_SECONDS} s: expected {length} bytes, got {len(received)}"
                raise TimeoutError(message)
            try:
                chunk = os.read(self._reading, length - len(received))
            except ConnectionResetError:
                break
            if not chunk:
                break
            received += chunk
        return bytes(received)

    def frame(self) -> tuple[int, bytes]:
        header = self.receive(frames.HEADER_BYTES)
        if len(header) < frames.HEADER_BYTES:
            message = f"the channel ended: {header!r}"
            raise EOFError(message)
        length, kind = frames.HEADER.unpack(header)
        body = self.receive(length)
        if kind == frames.ERROR:
            raise WorkerError(json.loads(body))
        return kind, body

    def expect(self, kind: int) -> bytes:
        came, body = self.frame()
        assert came == kind, (frames.name_of(came), body[:200])
        return body

    def close(self) -> None:
        for descriptor in {self._reading, self._writing}:
            with suppress(OSError):
                os.close(descriptor)


class Listener:
    """Where a worker will connect: a socket that listens, or two named pipes, in a folder of its own."""

    def __init__(self, channel: str, **options: Any) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bb")
        folder = Path(self._folder.name)
        self.bootstrap: dict[str, Any] = {"protocol": 1, "secret": SECRET, **CHANNELS[channel], **options}
        self._server: socket.socket | None = None
        if channel == "tcp":
            self._server = socket.socket(socket.AF_INET)
            self._server.bind(("127.0.0.1", 0))
            self.bootstrap |= {"host": "127.0.0.1", "port": self._server.getsockname()[1]}
        elif channel == "unix":
            self._server = socket.socket(socket.AF_UNIX)
            self._server.bind(str(folder / "s"))
            self.bootstrap["path"] = str(folder / "s")
        elif channel == "named":
            self.bootstrap |= {"readPath": str(folder / "to"), "writePath": str(folder / "from")}
            os.mkfifo(folder / "to")
            os.mkfifo(folder / "from")
        if self._server is not None:
            self._server.listen()
            self._server.settimeout(DEADLINE_SECONDS)

    def accept(self) -> Channel:
        if self._server is None:
            writing = os.open(self.bootstrap["readPath"], os.O_WRONLY)
            return Channel(os.open(self.bootstrap["writePath"], os.O_RDONLY), writing)
        connection, _ = self._server.accept()
        connection.setblocking(True)  # noqa: FBT003  the standard library's signature
        descriptor = connection.detach()
        return Channel(descriptor, descriptor)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
        self._folder.cleanup()


class Session:
    """What the JVM says to a worker once the channel is there."""

    channel: Channel

    def __init__(self) -> None:
        self.tasks = 0

    def hello(self) -> dict[str, Any]:
        hello: dict[str, Any] = json.loads(self.channel.expect(frames.HELLO))
        return hello

    def ping(self, value: int) -> tuple[int, int]:
        self.channel.send(frame(frames.PING, struct.pack(">q", value)))
        echoed, nanos = struct.unpack(">qq", self.channel.expect(frames.PONG))
        return echoed, nanos

    def set_up(self, mode: str, **settings: Any) -> dict[str, Any]:
        self.channel.send(json_frame(frames.SETUP, {"mode": mode, **settings}))
        ready: dict[str, Any] = json.loads(self.channel.expect(frames.READY))
        return ready

    def task(self, rows: int, bodies: Iterable[bytes], schema: bytes | None = None, *, stages: bool = True) -> tuple[list[tuple[int, bytes]], dict[str, Any]]:
        """Run a task while a thread writes ahead; return the frames before TRAILER, and TRAILER."""
        self.tasks += 1
        start = frame(frames.TASK, struct.pack(">qq?", self.tasks, rows, stages))

        def write() -> None:
            # A worker that fails closes the channel; its ERROR says more.
            with suppress(OSError):
                self.channel.send(start if schema is None else start + frame(frames.SCHEMA, schema))
                for body in bodies:
                    self.channel.send(frame(frames.DATA, body))
                self.channel.send(frame(frames.END))

        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        answers: list[tuple[int, bytes]] = []
        while True:
            kind, body = self.channel.frame()
            if kind == frames.TRAILER:
                writer.join()
                return answers, json.loads(body)
            answers.append((kind, body))


class Worker(Session):
    """A worker started cold."""

    def __init__(self, channel: str = "unix", *folders: Path, **options: Any) -> None:
        super().__init__()
        self.program = Program("bridgebench.worker", *folders)
        self._listener = Listener(channel, **options)
        self._over_stdin = channel == "stdio"
        self.program.stdin.write(json_frame(frames.BOOTSTRAP, self._listener.bootstrap))
        self.program.stdin.flush()
        if self._over_stdin:
            self.channel = Channel(self.program.stdout.fileno(), self.program.stdin.fileno())
        else:
            self.channel = self._listener.accept()
        self.greeting = self.hello()

    @property
    def pid(self) -> int:
        return self.program.process.pid

    def end(self) -> int:
        """Close the channel as the JVM does and return the exit status."""
        if self._over_stdin:
            self.program.stdin.close()
        else:
            self.channel.close()
        return self.program.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._over_stdin:
            self.channel.close()
        self.program.stop()
        self._listener.close()


class DaemonChild(Session):
    """A worker forked by a daemon."""

    def __init__(self, daemon: Daemon, channel: str, **options: Any) -> None:
        super().__init__()
        self._listener = Listener(channel, **options)
        daemon.control.send(json_frame(frames.FORK, self._listener.bootstrap))
        self.pid: int = json.loads(daemon.control.expect(frames.FORKED))["pid"]
        self.channel = self._listener.accept()
        self.greeting = self.hello()

    def close(self) -> None:
        self.channel.close()
        self._listener.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Daemon:
    """A daemon, started with packages to import."""

    def __init__(self, preload: list[str]) -> None:
        self.program = Program("bridgebench.daemon")
        self.control = Channel(self.program.stdout.fileno(), self.program.stdin.fileno())
        self.control.send(json_frame(frames.BOOTSTRAP, {"protocol": 1, "preload": preload}))
        self.ready: dict[str, Any] = json.loads(self.control.expect(frames.READY))

    def fork(self, channel: str = "unix", **options: Any) -> DaemonChild:
        return DaemonChild(self, channel, **options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.program.stop()


def alive(pid: int) -> bool:
    """Whether a process exists and is no zombie."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in ("Z", "X")


def wait_until(happened: Callable[[], bool]) -> bool:
    """Look again and again until something has happened; whether it has, before the deadline."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not happened():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def wait_until_gone(pid: int) -> bool:
    """Wait for the end of a process that is not ours to wait for; whether it came."""
    return wait_until(lambda: not alive(pid))


def wait_until_idle(pid: int) -> bool:
    """Wait until a process has done nothing for a while, because it waits for us; whether it came to that."""

    def doings() -> list[str]:
        # State, and the time spent in user and kernel mode.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return [fields[0], *fields[11:13]]

    def idle() -> bool:
        before = doings()
        time.sleep(0.2)
        return before[0] == "S" and doings() == before

    return wait_until(idle)
