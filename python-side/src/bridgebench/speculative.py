"""A reader of frames that takes the next to be as long as the last two were, and then reads header and body in one call."""

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
    """Reads like any reader until :meth:`bodies` is asked for; from then on DATA frames of one length take one system call each instead of two.

    Full batches of columns of fixed width have one length. A frame of another length costs a copy of what came of it, once: two of one length must
    follow before the next is guessed again.
    """

    __slots__ = ("_again", "_allocate", "_came", "_descriptor", "_guess", "_guessed", "_head", "_last", "_memory")

    def __init__(self, descriptor: int, limit: int = frames.DEFAULT_LIMIT) -> None:
        """Read from a blocking descriptor, as :class:`bridgebench.frames.FrameReader` does."""
        super().__init__(descriptor, limit)
        self._descriptor = descriptor
        self._again = _Again(io.FileIO(descriptor, "rb", closefd=False))
        self._buffered = io.BufferedReader(self._again, frames.NOT_AHEAD)
        self._read = self._buffered.read
        self._head = bytearray(frames.HEADER_BYTES)
        self._allocate: Callable[[int], Any] = bytearray
        self._last = -1
        #: The header that the next frame is taken to have, and what it looks like; None for no guess.
        self._guess: tuple[int, int] | None = None
        self._guessed = b""
        #: What came in one call with a header that was guessed right, and how many bytes that were; None for nothing.
        self._memory: Any = None
        self._came = 0

    def bodies(self, allocate: Callable[[int], Any]) -> Callable[[int], Any]:
        """Return what reads a DATA frame's body into memory from ``allocate``, and guess from now on, unless this reader reads ahead."""
        self._allocate = allocate
        return self._body_of_data

    def header(self) -> tuple[int, int] | None:
        """Return body length and type of the next frame, or None at the end of the channel."""
        guess = self._guess
        if guess is None:
            return super().header()
        head = self._head
        memory = self._allocate(guess[0])
        came = os.readv(self._descriptor, (head, memory))
        if came >= frames.HEADER_BYTES and head == self._guessed:
            self._memory = memory
            self._came = came - frames.HEADER_BYTES
            return guess
        self._guess = None
        self._again.put(b"".join((head[:came], memoryview(memory)[: max(0, came - frames.HEADER_BYTES)])))
        return super().header()

    def _body_of_data(self, length: int) -> Any:  # noqa: ANN401  what allocate gives
        memory = self._memory
        if memory is None:
            memory = self._allocate(length)
            self.body_into(memory, length)
            self._guess_another(length)
            return memory
        self._memory = None
        came = self._came
        if came != length:
            came += self._buffered.readinto(memoryview(memory)[came:])
            if came != length:
                raise frames.half_body(came, length)
        return memory

    def _guess_another(self, length: int) -> None:
        if length == self._last and self._again.is_empty() and not self._reads_ahead:
            self._guess = (length, frames.DATA)
            self._guessed = frames.HEADER.pack(length, frames.DATA)
        self._last = length


class _Again(io.RawIOBase):
    """What was put back, and then a file."""

    def __init__(self, file: io.FileIO) -> None:
        """Read from the file while nothing is put back."""
        self._file = file
        self._put: memoryview = memoryview(b"")
        # An attribute, as one call less for each piece.
        self.readinto = file.readinto  # type: ignore[method-assign]

    def put(self, data: Buffer) -> None:
        """Let these bytes be read before the file's; those put back earlier must have been read."""
        self._put = memoryview(data)
        self.readinto = self._first_what_was_put  # type: ignore[method-assign]

    def is_empty(self) -> bool:
        """Tell whether all that was put back has been read again."""
        return not self._put.nbytes

    def readable(self) -> bool:
        return True

    def _first_what_was_put(self, target: Buffer) -> int:
        count = min(self._put.nbytes, memoryview(target).nbytes)
        if not count:
            self.readinto = self._file.readinto  # type: ignore[method-assign]
            return self._file.readinto(target)
        memoryview(target)[:count] = self._put[:count]
        self._put = self._put[count:]
        return count
