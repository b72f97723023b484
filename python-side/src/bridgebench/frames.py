"""Frames on a byte channel: their layout, a reader that reads no further than asked, and a writer that gathers. See docs/protocol/frames.md.

The loops of :mod:`bridgebench.tasks` run once a batch, so kinds are plain integers and headers are unpacked without an intermediate object.
"""

from __future__ import annotations

import io
import json
import os
import struct
import sys

from bridgebench.errors import ChannelEndedError, ProtocolError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Final

    from typing_extensions import Buffer

BOOTSTRAP: Final = 1
HELLO: Final = 2
PING: Final = 3
PONG: Final = 4
SETUP: Final = 5
READY: Final = 6
TASK: Final = 7
DATA: Final = 8
SCHEMA: Final = 9
END: Final = 10
TRAILER: Final = 11
ERROR: Final = 12
FORK: Final = 13
FORKED: Final = 14

NAMES: Final = {
    BOOTSTRAP: "BOOTSTRAP",
    HELLO: "HELLO",
    PING: "PING",
    PONG: "PONG",
    SETUP: "SETUP",
    READY: "READY",
    TASK: "TASK",
    DATA: "DATA",
    SCHEMA: "SCHEMA",
    END: "END",
    TRAILER: "TRAILER",
    ERROR: "ERROR",
    FORK: "FORK",
    FORKED: "FORKED",
}

PROTOCOL: Final = 1
BUFFER_BYTES: Final = 65_536
# What is read ahead is copied once more. Large bodies should not be, so the reader starts with little.
READ_AHEAD_BYTES: Final = 8_192
DEFAULT_LIMIT: Final = 1 << 30
HEADER: Final = struct.Struct(">ib")
HEADER_BYTES: Final = HEADER.size
_pack = HEADER.pack
_unpack = HEADER.unpack
_writev = os.writev
PING_BODY: Final = struct.Struct(">q")
PONG_BODY: Final = struct.Struct(">qq")
TASK_BODY: Final = struct.Struct(">qq?")

# The most buffers that one writev takes (IOV_MAX on Linux and macOS).
MOST_PARTS: Final = 1024
_NO_LIMIT: Final = sys.maxsize


def name_of(kind: int) -> str:
    """Return the name of a frame type for messages, for example ``TASK (7)``."""
    return f"{NAMES.get(kind, 'unknown')} ({kind})"


class FrameReader:
    """Reads frames from a descriptor through a buffer that lives as long as the channel, so that nothing read ahead is lost.

    What a body lacks beyond the buffer goes straight to its destination.
    """

    __slots__ = ("_buffered", "_read", "_reads_ahead", "limit")

    def __init__(self, descriptor: int, limit: int = DEFAULT_LIMIT, source: io.RawIOBase | None = None) -> None:
        """Read from a blocking descriptor, which stays the caller's to close, through ``source`` if given; bodies above ``limit`` bytes are refused."""
        self._buffered: io.BufferedReader[Any] = io.BufferedReader(source or io.FileIO(descriptor, "rb", closefd=False), READ_AHEAD_BYTES)
        self._read = self._buffered.read
        self._reads_ahead = False
        self.limit = limit

    def read_ahead(self, piece_bytes: int | None = None) -> None:
        """Read up to 64 KiB ahead from now on, in calls of ``piece_bytes`` at most: many small frames then need few system calls. Once is enough."""
        if self._reads_ahead:
            return
        self._reads_ahead = True
        self._buffered = io.BufferedReader(_WhatComes(self._buffered, piece_bytes), BUFFER_BYTES)
        self._read = self._buffered.read

    def header(self) -> tuple[int, int] | None:
        """Return body length and type of the next frame, or None at the end of the channel."""
        return self.decoded(self._read(HEADER_BYTES))

    def decoded(self, encoded: bytes) -> tuple[int, int] | None:
        """Return body length and type of a header as it was read; None for the nothing that ends a channel."""
        if len(encoded) != HEADER_BYTES:
            if not encoded:
                return None
            message = f"the channel ended inside a frame header: {len(encoded)} of {HEADER_BYTES} bytes came"
            raise ChannelEndedError(message)
        header: tuple[int, int] = _unpack(encoded)
        if 0 <= header[0] <= self.limit:
            return header
        message = f"a {name_of(header[1])} frame declares a body of {header[0]} bytes; 0 to {self.limit} are allowed (maxFrameBytes)"
        raise ProtocolError(message)

    def body(self, length: int) -> bytes:
        """Return a body of ``length`` bytes."""
        body = self._read(length)
        if len(body) != length:
            raise half_body(len(body), length)
        return body

    def body_into(self, target: Buffer, length: int) -> None:
        """Read a body of ``length`` bytes into a buffer of exactly that size."""
        # readinto repeats itself until the target is full or the channel has ended.
        received = self._buffered.readinto(target)
        if received != length:
            raise half_body(received, length)

    def bodies(self, allocate: Callable[[int], Any]) -> Callable[[int], Any]:
        """Return what reads a DATA frame's body into memory of its own, which ``allocate`` gives in the size asked for."""

        def body(length: int) -> Any:  # noqa: ANN401  what allocate gives
            memory = allocate(length)
            self.body_into(memory, length)
            return memory

        return body

    def calls(self) -> tuple[Callable[[int], bytes], Callable[[Buffer], int]]:
        """Return what a loop that counts each call needs: read this many bytes, and fill this buffer. Both give less only when the channel ends."""
        return self._read, self._buffered.readinto

    def drain(self) -> None:
        """Read and discard until the channel ends."""
        try:
            while self._buffered.read1(BUFFER_BYTES):
                pass
        except OSError:
            pass  # a reset ends the channel too


class _WhatComes(io.RawIOBase):
    """Reads what a buffered reader holds, then what its descriptor gives in one call, without waiting for more."""

    def __init__(self, inner: Any, piece_bytes: int | None) -> None:  # noqa: ANN401  a buffered reader of any raw stream
        what_comes = inner.readinto1

        def piece(target: Buffer) -> int:
            count: int = what_comes(memoryview(target)[:piece_bytes])
            return count

        # An attribute, as one call less for each piece.
        self.readinto = what_comes if piece_bytes is None else piece  # type: ignore[method-assign]

    def readable(self) -> bool:
        return True


def half_body(received: int, length: int) -> ChannelEndedError:
    """Return the error for a body of which only the first bytes came."""
    return ChannelEndedError(f"the channel ended inside a frame body: {received} of {length} bytes came")


class FrameWriter:
    """Writes frames to a descriptor: small bodies through a buffer of 64 KiB, others directly with what precedes them."""

    __slots__ = ("_buffered", "_descriptor", "_piece_bytes", "_write", "flush")

    def __init__(self, descriptor: int, piece_bytes: int | None = None) -> None:
        """Write to a blocking descriptor, which stays the caller's to close; what is not collected first goes in calls of ``piece_bytes`` at most."""
        self._descriptor = descriptor
        self._piece_bytes = piece_bytes
        self._buffered = io.BufferedWriter(io.FileIO(descriptor, "wb", closefd=False), BUFFER_BYTES)
        self._write = self._buffered.write
        self.flush = self._buffered.flush

    def data(self, body: bytes) -> None:
        """Write a DATA frame: the same as :meth:`body`, with one call less in the loop."""
        length = len(body)
        if length < BUFFER_BYTES:
            self._write(_pack(length, DATA))
            self._write(body)
        else:
            self.body(DATA, body, length)

    def body(self, kind: int, body: bytes, length: int) -> None:
        """Write a frame whose body is one buffer of ``length`` bytes."""
        if length < BUFFER_BYTES:
            self._write(_pack(length, kind))
            self._write(body)
        else:
            self.parts(kind, [body])

    def parts(self, kind: int, parts: Sequence[bytes]) -> None:
        """Write a frame whose body is several buffers together, none of them copied if the body is large."""
        self.gathering(kind)(parts)

    def gathering(self, kind: int) -> Callable[[Sequence[bytes]], None]:
        """Return what :meth:`parts` does for frames of one type. A loop takes it once: it is called for every batch."""
        write, flush, descriptor, write_rest = self._write, self.flush, self._descriptor, self._write_rest
        most_bytes = _NO_LIMIT if self._piece_bytes is None else self._piece_bytes

        def gathered(parts: Sequence[bytes]) -> None:
            length = sum(map(len, parts))
            if length < BUFFER_BYTES:
                write(_pack(length, kind))
                write(b"".join(parts))
                return
            flush()
            frame: list[Buffer] = [_pack(length, kind), *parts]
            length += HEADER_BYTES
            written = _writev(descriptor, frame) if length <= most_bytes and len(frame) <= MOST_PARTS else 0
            if written != length:
                write_rest(frame, written)

        return gathered

    def whole(self, length: int) -> Callable[[Buffer], None]:
        """Return what writes frames of ``length`` bytes, header included, past the buffer, which must be empty then.

        A loop that echoes messages takes it once: asking for each what the channel takes in one call is a few per cent of a short message's time.
        """
        if self._piece_bytes is not None and length > self._piece_bytes:
            return lambda frame: self._write_rest([frame], 0)
        write, descriptor, write_rest = os.write, self._descriptor, self._write_rest

        def at_once(frame: Buffer) -> None:
            written = write(descriptor, frame)
            if written != length:
                write_rest([frame], written)

        return at_once

    def json(self, kind: int, body: Any) -> None:  # noqa: ANN401  whatever JSON holds
        """Write a frame with a JSON body and flush."""
        encoded = json.dumps(body, separators=(",", ":")).encode()
        self.body(kind, encoded, len(encoded))
        self.flush()

    def _write_rest(self, parts: list[Buffer], written: int) -> None:
        """Write what follows the first ``written`` bytes, as often as the system takes only some of it."""
        pending = [view for part in parts if (view := memoryview(part).cast("B")).nbytes]
        skip = written
        first = 0
        while True:
            while first < len(pending) and skip >= pending[first].nbytes:
                skip -= pending[first].nbytes
                first += 1
            if first == len(pending):
                return
            pending[first] = pending[first][skip:]
            skip = os.writev(self._descriptor, self._piece(pending, first))

    def _piece(self, pending: list[memoryview], first: int) -> list[memoryview]:
        """Return what may be handed to the system in one call of all that is pending."""
        most = pending[first : first + MOST_PARTS]
        if self._piece_bytes is None:
            return most
        room = self._piece_bytes
        piece = []
        for view in most:
            piece.append(view[:room])
            room -= view.nbytes
            if room <= 0:
                break
        return piece
