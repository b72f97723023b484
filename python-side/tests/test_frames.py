"""Frames on real pipes and sockets."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from descriptors import unread_bytes
from hypothesis import given, settings
from hypothesis import strategies as st

from bridgebench import frames
from bridgebench.errors import ChannelEndedError, ProtocolError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    for descriptor in (reading, writing):
        with suppress(OSError):
            os.close(descriptor)


def written(write: Callable[[frames.FrameWriter], None], *, pieces_of: int | None = None) -> bytes:
    """What arrives at the other end of a socket whose buffers are small, so that the system takes writes in parts."""
    here, there = socket.socketpair()
    with here, there:
        if pieces_of is not None:
            here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, pieces_of)
        received = bytearray()

        def receive() -> None:
            while chunk := there.recv(1 << 20):
                received.extend(chunk)

        reader = threading.Thread(target=receive)
        reader.start()
        writer = frames.FrameWriter(here.fileno())
        write(writer)
        writer.flush()
        here.shutdown(socket.SHUT_WR)
        reader.join()
        return bytes(received)


@given(st.lists(st.binary(max_size=5000), max_size=40), st.integers(0, 3))
@settings(max_examples=50, deadline=None)
def test_a_body_in_parts_arrives_whole(parts: list[bytes], repeats: int) -> None:
    parts = parts * 10**repeats
    whole = b"".join(parts)
    expected = frames.HEADER.pack(len(whole), frames.DATA) + whole
    assert written(lambda writer: writer.parts(frames.DATA, parts), pieces_of=4096) == expected


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 3_000_000])
def test_bodies_keep_their_order_whatever_way_they_are_written(size: int) -> None:
    body = os.urandom(size)
    frame = frames.HEADER.pack(size, frames.DATA) + body

    def write(writer: frames.FrameWriter) -> None:
        writer.data(b"first")
        writer.data(body)
        writer.parts(frames.DATA, [body])
        writer.flush()
        writer.whole(len(frame))(frame)
        writer.body(frames.END, b"", 0)

    expected = frames.HEADER.pack(5, frames.DATA) + b"first" + frame * 3 + frames.HEADER.pack(0, frames.END)
    assert written(write, pieces_of=2048) == expected


@given(st.lists(st.binary(max_size=5000), max_size=40), st.integers(1, 700))
@settings(max_examples=50, deadline=None)
def test_a_pipes_frame_is_handed_over_in_pieces_that_make_it_up(parts: list[bytes], piece_bytes: int) -> None:
    parts = [*parts, bytes(frames.BUFFER_BYTES)]
    whole = b"".join(parts)
    # Each write to such a socket arrives as a message of its own.
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with here, there:
        messages: list[bytes] = []

        def receive() -> None:
            while message := there.recv(1 << 20):
                messages.append(message)

        reader = threading.Thread(target=receive)
        reader.start()
        writer = frames.FrameWriter(here.fileno(), piece_bytes)
        writer.parts(frames.DATA, parts)
        writer.whole(len(whole))(whole)
        here.shutdown(socket.SHUT_WR)
        reader.join()
    assert max(map(len, messages)) == piece_bytes
    assert b"".join(messages) == frames.HEADER.pack(len(whole), frames.DATA) + whole * 2


@pytest.mark.parametrize("piece_bytes", [1, 4096, 16_384])
def test_a_pipe_is_read_in_pieces_that_leave_the_rest_in_it(pipe: tuple[int, int], piece_bytes: int) -> None:
    reading, writing = pipe
    body = os.urandom(40_000)
    os.write(writing, frames.HEADER.pack(len(body), frames.DATA) + body)
    reader = frames.FrameReader(reading)
    reader.read_ahead(piece_bytes)
    assert reader.header() == (len(body), frames.DATA)
    assert unread_bytes(reading) >= len(body) - frames.READ_AHEAD_BYTES - piece_bytes
    received = bytearray(len(body))
    reader.body_into(received, len(body))
    assert received == body


@given(st.lists(st.tuples(st.integers(1, 14), st.binary(max_size=20_000)), max_size=20), st.booleans())
@settings(max_examples=50, deadline=None)
def test_frames_are_read_as_they_were_written(sent: list[tuple[int, bytes]], ahead: bool) -> None:  # noqa: FBT001  either way of reading
    reading, writing = os.pipe()
    data = b"".join(frames.HEADER.pack(len(body), kind) + body for kind, body in sent)

    def write() -> None:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(data)

    writer = threading.Thread(target=write)
    writer.start()
    reader = frames.FrameReader(reading)
    came: list[tuple[int, bytes]] = []
    while (header := reader.header()) is not None:
        if len(came) == 1 and ahead:
            reader.read_ahead()
        target = bytearray(header[0])
        reader.body_into(target, header[0])
        came.append((header[1], bytes(target)))
    writer.join()
    os.close(reading)
    assert came == sent


@pytest.mark.parametrize("length", [-1, -(2**31), 1001, 2**31 - 1])
def test_a_length_outside_the_limit_is_refused_before_anything_is_read(pipe: tuple[int, int], length: int) -> None:
    os.write(pipe[1], frames.HEADER.pack(length, frames.DATA))
    with pytest.raises(ProtocolError, match=rf"DATA \(8\) frame declares a body of {length} bytes; 0 to 1000 are allowed"):
        frames.FrameReader(pipe[0], limit=1000).header()


def test_an_end_between_frames_is_no_error(pipe: tuple[int, int]) -> None:
    os.close(pipe[1])
    assert frames.FrameReader(pipe[0]).header() is None


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (b"\x00\x00", "inside a frame header: 2 of 5 bytes"),
        (b"\x00\x00\x00\x08\x08abc", "inside a frame body: 3 of 8 bytes"),
    ],
)
def test_an_end_inside_a_frame_says_how_much_came(pipe: tuple[int, int], sent: bytes, message: str) -> None:
    os.write(pipe[1], sent)
    os.close(pipe[1])
    reader = frames.FrameReader(pipe[0])

    def read() -> None:
        header = reader.header()
        assert header is not None
        reader.body(header[0])

    with pytest.raises(ChannelEndedError, match=message):
        read()


def test_nothing_read_ahead_is_lost_when_the_buffer_grows(pipe: tuple[int, int]) -> None:
    os.write(pipe[1], b"".join(frames.HEADER.pack(1, frames.DATA) + bytes([number]) for number in range(100)))
    os.close(pipe[1])
    reader = frames.FrameReader(pipe[0])
    came = []
    while (header := reader.header()) is not None:
        came.append(reader.body(header[0])[0])
        if len(came) == 1:
            reader.read_ahead()
    assert came == list(range(100))
