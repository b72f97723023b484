"""A reader of frames that takes a large batch to be as long as the last two were, and then reads header and body in one call."""

from __future__ import annotations

import io
import os

from bridgebench import frames

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from typing_extensions import Buffer


class SpeculativeReader(frames.FrameReader):
    """Reads like any reader until :meth:`bodies` is asked for, and guesses lengths from then on.

    After two DATA frames of one length, longer than what is read ahead anyway, header and body of the next are read in one call, which mostly
    brings all of them. Full batches of columns of fixed width have one length, unless they are compressed. A frame of another length, or of another
    type, costs copying what came with its header; two frames of one length must follow before the next guess.
    """

    __slots__ = ("_allocate", "_body", "_body_bytes", "_descriptor", "_guess", "_guessed_header", "_head", "_last", "_source", "_unguessed_body")

    def __init__(self, descriptor: int, limit: int = frames.DEFAULT_LIMIT) -> None:
        """Read from a blocking descriptor, as :class:`bridgebench.frames.FrameReader` does."""
        self._source = _Source(descriptor)
        super().__init__(descriptor, limit, self._source)
        self._descriptor = descriptor
        self._head = bytearray(frames.HEADER_BYTES)
        self._allocate: Callable[[int], Any] = bytearray
        self._unguessed_body = super().bodies(bytearray)
        #: The body length of the last DATA frame, if it may be half of a guess.
        self._last = -1
        #: Length and type that the next frame is taken to have, and what such a header looks like; None for no guess.
        self._guess: tuple[int, int] | None = None
        self._guessed_header = b""
        #: Memory that a body has come into together with its header, and how much of it came; None where the body is still to be read.
        self._body: Any = None
        self._body_bytes = 0

    def read_ahead(self, piece_bytes: int | None = None) -> None:
        """Read ahead as any reader does, and guess no more."""
        self._guess = None
        super().read_ahead(piece_bytes)

    def bodies(self, allocate: Callable[[int], Any]) -> Callable[[int], Any]:
        """Return what reads a DATA frame's body into memory from ``allocate``, and guess from now on, unless this reader reads far ahead.

        Bodies of DATA frames must then be read by it alone: they may have come already.
        """
        self._allocate = allocate
        self._unguessed_body = super().bodies(allocate)
        return self._body_of_data

    def header(self) -> tuple[int, int] | None:
        """Return body length and type of the next frame, or None at the end of the channel."""
        guess = self._guess
        if guess is None:
            return self._unguessed_header()
        head = self._head
        body = self._allocate(guess[0])
        came = os.readv(self._descriptor, (head, body))
        if came >= frames.HEADER_BYTES and head == self._guessed_header:
            self._body = body
            self._body_bytes = came - frames.HEADER_BYTES
            return guess
        self._guess = None
        self._source.put_back(b"".join((head[:came], memoryview(body)[: max(0, came - frames.HEADER_BYTES)])))
        return self._unguessed_header()

    def _unguessed_header(self) -> tuple[int, int] | None:
        header = super().header()
        if header is None or header[1] != frames.DATA:
            # The first batches of a task are no third of their length.
            self._last = -1
        return header

    def _body_of_data(self, length: int) -> Any:  # noqa: ANN401  what allocate gives
        body = self._body
        if body is None:
            body = self._unguessed_body(length)
            self._consider(length)
            return body
        self._body = None
        if self._body_bytes != length:
            self._read_rest(memoryview(body).cast("B"))
        return body

    def _read_rest(self, body: memoryview) -> None:
        """Fill a body from the descriptor: the buffer must not take what follows it."""
        came = self._body_bytes
        while came != body.nbytes:
            count = os.readv(self._descriptor, (body[came:],))
            if not count:
                raise frames.half_body(came, body.nbytes)
            came += count

    def _consider(self, length: int) -> None:
        """Take the next frame to be as long as this one, if the one before was and nothing of the next has been read yet."""
        if length == self._last and length > frames.READ_AHEAD_BYTES and not self._reads_ahead and self._source.is_next_after(self._buffered):
            self._guess = (length, frames.DATA)
            self._guessed_header = frames.HEADER.pack(length, frames.DATA)
        self._last = length


class _Source(io.RawIOBase):
    """A descriptor to which bytes can be put back."""

    def __init__(self, descriptor: int) -> None:
        """Read from a descriptor that stays the caller's to close."""
        # Attributes, as one call less for each piece.
        self._from_descriptor = io.FileIO(descriptor, "rb", closefd=False).readinto
        self.readinto = self._from_descriptor  # type: ignore[method-assign]
        self._returned = memoryview(b"")

    def readable(self) -> bool:
        return True

    def put_back(self, data: bytes) -> None:
        """Let these bytes be read before the descriptor's; those put back earlier must have been read."""
        if data:
            self._returned = memoryview(data)
            self.readinto = self._from_put_back  # type: ignore[method-assign]

    def is_next_after(self, buffered: io.BufferedReader[Any]) -> bool:
        """Tell whether the next byte comes from the descriptor: nothing is put back, and a buffer over this holds nothing."""
        if self._returned.nbytes:
            return False
        # The buffer is asked while there is nothing to be read, as from a descriptor that does not block.
        self.readinto = _nothing  # type: ignore[method-assign]
        try:
            return not buffered.peek()
        finally:
            self.readinto = self._from_descriptor  # type: ignore[method-assign]

    def _from_put_back(self, target: Buffer) -> int:
        view = memoryview(target)
        count = min(self._returned.nbytes, view.nbytes)
        view[:count] = self._returned[:count]
        self._returned = self._returned[count:]
        if not self._returned.nbytes:
            # An empty slice would keep all of it.
            self._returned = memoryview(b"")
            self.readinto = self._from_descriptor  # type: ignore[method-assign]
        return count


def _nothing(_: Buffer) -> None:
    return None
