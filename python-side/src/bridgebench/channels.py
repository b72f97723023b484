"""Channels to the JVM: stdin and stdout, two named pipes, a TCP or a Unix domain socket. Each is a pair of blocking descriptors."""

from __future__ import annotations

import os
import sys

from bridgebench.errors import ProtocolError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import Any

# fcntl commands of Linux; Python names them only since 3.10 and only there.
_SET_PIPE_BYTES = 1031
_GET_PIPE_BYTES = 1032
_PIPE_BYTES = 65_536
_PIECES_A_PIPE = 8
_PAGE_BYTES = 4096


class Channel:
    """Two blocking descriptors, one to read and one to write (the same for a socket), and what the system says of them."""

    def __init__(self, reading: int, writing: int, effective: dict[str, str], piece_bytes: int | None = None) -> None:
        """Take over the descriptors for the life of the process. ``piece_bytes`` is the most to move in one call, None for any number."""
        self.reading = reading
        self.writing = writing
        self.effective = effective
        self.piece_bytes = piece_bytes

    def keep_from_children(self) -> None:
        """Let processes that user code forks find nothing where the channel is: frames are this process's alone."""
        os.register_at_fork(after_in_child=self._replace_by_nothing)

    def _replace_by_nothing(self) -> None:
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (self.reading, self.writing):
            os.dup2(nothing, descriptor, inheritable=False)
        os.close(nothing)


def over_standard_pipes(bootstrap: dict[str, Any]) -> bool:
    """Tell whether the frames travel over the worker's own stdin and stdout."""
    return bootstrap.get("transport") == "pipe" and bootstrap.get("pipe", "stdio") == "stdio"


def connect(bootstrap: dict[str, Any]) -> Channel:
    """Open the named pipes or the socket that a BOOTSTRAP asks for."""
    transport = bootstrap.get("transport")
    if transport == "pipe":
        # The JVM opens its ends in the same order; opening a named pipe waits for the other side.
        reading = os.open(bootstrap["readPath"], os.O_RDONLY)
        return pipes(reading, os.open(bootstrap["writePath"], os.O_WRONLY), bootstrap)
    if transport == "tcp":
        return _tcp(bootstrap)
    if transport == "unix":
        return _unix(bootstrap)
    message = f"BOOTSTRAP transport must be one of pipe, tcp, unix: got {transport!r}"
    raise ProtocolError(message)


def pipes(reading: int, writing: int, bootstrap: dict[str, Any]) -> Channel:
    """Make a channel of two pipes that are open, of the size asked for where the system lets it be chosen.

    An eighth of a pipe is moved at a time: Linux wakes the other end when a call returns, so that one which empties or fills the whole
    pipe makes both ends take turns. ``PipePieces`` of the JVM does the same.
    """
    wanted = int(bootstrap.get("pipeBytes", 0))
    effective = {}
    size = wanted or _PIPE_BYTES
    if sys.platform == "linux":
        for descriptor in (reading, writing):
            granted = _sized(descriptor, wanted)
            if granted is not None:
                size = granted
                effective["pipeBytes"] = str(size)
    piece_bytes = max(_PAGE_BYTES, size // _PIECES_A_PIPE)
    effective["pieceBytes"] = str(piece_bytes)
    return Channel(reading, writing, effective, piece_bytes)


def _sized(descriptor: int, wanted: int) -> int | None:
    """Return the size of a pipe, asked for where it is not 0; None for a descriptor that is no pipe (a file in a test, a terminal).

    Raises:
        ProtocolError: when the system does not grant the size. A pipe of another one would be measured under its name.
    """
    import fcntl

    try:
        size = fcntl.fcntl(descriptor, _GET_PIPE_BYTES)
    except OSError:
        return None
    if wanted > 0:
        try:
            size = fcntl.fcntl(descriptor, _SET_PIPE_BYTES, wanted)
        except OSError as refused:
            message = (
                f"the system grants no pipe of {wanted} bytes ({refused.strerror}): a user may have those of /proc/sys/fs/pipe-max-size,"
                " and together as many pages as /proc/sys/fs/pipe-user-pages-soft says; ask for a smaller pipeBytes"
            )
            raise ProtocolError(message) from refused
    return size


def _tcp(bootstrap: dict[str, Any]) -> Channel:
    import socket

    connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    _size_buffers(connection, bootstrap)
    no_delay = bootstrap.get("tcpNoDelay", True) is True
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, int(no_delay))
    _connect(connection, (bootstrap.get("host", "127.0.0.1"), int(bootstrap["port"])))
    effective = _socket_facts(connection)
    effective["tcpNoDelay"] = "true" if connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) else "false"
    descriptor = connection.detach()
    return Channel(descriptor, descriptor, effective)


def _unix(bootstrap: dict[str, Any]) -> Channel:
    import socket

    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    _size_buffers(connection, bootstrap)
    _connect(connection, bootstrap["path"])
    effective = _socket_facts(connection)
    descriptor = connection.detach()
    return Channel(descriptor, descriptor, effective)


def _connect(connection: socket.socket, address: Any) -> None:  # noqa: ANN401  of either family
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise


def _size_buffers(connection: socket.socket, bootstrap: dict[str, Any]) -> None:
    import socket

    wanted = int(bootstrap.get("socketBufferBytes", 0))
    if wanted > 0:
        # Before connecting: TCP fixes its window scale then.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, wanted)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, wanted)


def _socket_facts(connection: socket.socket) -> dict[str, str]:
    import socket

    return {
        "sendBufferBytes": str(connection.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)),
        "receiveBufferBytes": str(connection.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)),
    }
