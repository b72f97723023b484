"""The reader that guesses lengths, on real sockets."""

from __future__ import annotations

import os
import socket
import threading
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from descriptors import unread_bytes
from hypothesis import given, settings
from hypothesis import strategies as st

from bridgebench import frames
from bridgebench.errors import ChannelEndedError, ProtocolError
from bridgebench.speculative import SpeculativeReader

if TYPE_CHECKING:
    from collections.abc import Iterator

Frame = tuple[int, bytes]


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    here, there = socket.socketpair()
    with here, there:
        yield here, there


def encoded(sent: list[Frame]) -> bytes:
    return b"".join(frames.HEADER.pack(len(body), kind) + body for kind, body in sent)


def of_data(*lengths: int) -> list[Frame]:
    return [(frames.DATA, os.urandom(length)) for length in lengths]


def received(sent: bytes, *, piece_bytes: int, read_ahead_after: int | None = None) -> list[Frame]:
    """What the reader makes of bytes that arrive in pieces."""
    here, there = socket.socketpair()

    def write() -> None:
        with here:
            for at in range(0, len(sent), piece_bytes):
                here.sendall(sent[at : at + piece_bytes])

    writer = threading.Thread(target=write)
    writer.start()
    with there:
        reader = SpeculativeReader(there.fileno())
        data = reader.bodies(pa.allocate_buffer)
        came: list[Frame] = []
        while (header := reader.header()) is not None:
            length, kind = header
            came.append((kind, data(length).to_pybytes() if kind == frames.DATA else reader.body(length)))
            if len(came) == read_ahead_after:
                reader.read_ahead()
    writer.join()
    return came


# Few lengths, so that many frames have that of the one before.
a_frame = st.tuples(
    st.sampled_from([frames.DATA] * 8 + [frames.END, frames.TASK]),
    st.sampled_from([0, 5, 17, 8_192, 9_000, 20_000]).map(os.urandom),
)


@given(st.lists(a_frame, max_size=40), st.sampled_from([1, 3, 7, 4096, 1 << 20]), st.none() | st.integers(1, 40))
@settings(max_examples=100, deadline=None)
def test_whatever_was_guessed_frames_are_read_as_they_were_written(sent: list[Frame], piece_bytes: int, ahead: int | None) -> None:
    assert received(encoded(sent), piece_bytes=piece_bytes, read_ahead_after=ahead) == sent


@pytest.mark.parametrize(
    "lengths",
    [
        pytest.param([80_000] * 5, id="all of one length"),
        pytest.param([80_000, 80_000, 80_000, 37], id="a last partial batch"),
        pytest.param([9_000, 9_000, 9_000, 80_000, 80_000], id="a longer one"),
        pytest.param([0, 0, 0, 1, 1, 0], id="hardly any bytes"),
    ],
)
def test_two_tasks_in_one_go_lose_nothing(lengths: list[int]) -> None:
    task: list[Frame] = [(frames.TASK, os.urandom(17)), *of_data(*lengths), (frames.END, b"")]
    assert received(encoded(task * 2), piece_bytes=1 << 20) == task * 2


def unread_after_headers(pair: tuple[socket.socket, socket.socket], *sent: Frame) -> list[int]:
    """How much of these frames, which have all come, each header leaves in the socket."""
    here, there = pair
    reader = SpeculativeReader(there.fileno())
    data = reader.bodies(pa.allocate_buffer)
    left = []
    here.sendall(encoded(list(sent)))
    for kind, body in sent:
        assert reader.header() == (len(body), kind)
        left.append(unread_bytes(there.fileno()))
        assert (data(len(body)).to_pybytes() if kind == frames.DATA else reader.body(len(body))) == body
    return left


FRAME = 20_000 + frames.HEADER_BYTES
AHEAD = frames.READ_AHEAD_BYTES


def test_the_third_frame_of_one_length_comes_with_its_header_and_nothing_behind_it(pair: tuple[socket.socket, socket.socket]) -> None:
    assert unread_after_headers(pair, *of_data(20_000, 20_000, 20_000, 20_000)) == [4 * FRAME - AHEAD, 3 * FRAME - AHEAD, FRAME, 0]


def test_after_a_frame_of_another_length_two_of_one_come_before_the_next_guess(pair: tuple[socket.socket, socket.socket]) -> None:
    left = unread_after_headers(pair, *of_data(20_000, 20_000, 30_000, 20_000, 20_000, 20_000))
    # What the wrong guess brought is put back, so that the third header is followed by a read of what is left of its frame alone.
    assert left[3:] == [3 * FRAME - AHEAD, 2 * FRAME - AHEAD, 0]


def test_the_first_batch_of_a_task_is_no_guess_because_the_last_one_of_another_was_as_long(pair: tuple[socket.socket, socket.socket]) -> None:
    end = (frames.END, b"")
    left = unread_after_headers(pair, *of_data(20_000), end, *of_data(20_000), end, *of_data(20_000), end)
    task = FRAME + frames.HEADER_BYTES
    assert left == [3 * task - AHEAD, *[2 * task + frames.HEADER_BYTES - AHEAD] * 2, *[task + frames.HEADER_BYTES - AHEAD] * 2, 0]


def one_by_one(pair: tuple[socket.socket, socket.socket], reader: SpeculativeReader, sent: list[Frame]) -> None:
    """Let DATA frames come when they are read, so that the reader knows of nothing behind them."""
    here, _ = pair
    data = reader.bodies(pa.allocate_buffer)
    for frame in sent:
        here.sendall(encoded([frame]))
        assert reader.header() == (len(frame[1]), frames.DATA)
        assert data(len(frame[1])).to_pybytes() == frame[1]


def test_what_is_read_ahead_anyway_is_not_guessed(pair: tuple[socket.socket, socket.socket]) -> None:
    here, there = pair
    reader = SpeculativeReader(there.fileno())
    one_by_one(pair, reader, of_data(1000, 1000))
    here.sendall(encoded([*of_data(1000), (frames.END, b"")]))
    assert reader.header() == (1000, frames.DATA)
    assert unread_bytes(there.fileno()) == 0


@pytest.mark.parametrize("frames_before", [0, 2])
def test_who_reads_far_ahead_guesses_no_more(pair: tuple[socket.socket, socket.socket], frames_before: int) -> None:
    here, there = pair
    reader = SpeculativeReader(there.fileno())
    one_by_one(pair, reader, of_data(*[100_000] * frames_before))
    reader.read_ahead()
    one_by_one(pair, reader, of_data(*[100_000] * (2 - frames_before)))
    here.sendall(encoded(of_data(100_000)))
    assert reader.header() == (100_000, frames.DATA)
    assert unread_bytes(there.fileno()) == 100_000 + frames.HEADER_BYTES - frames.BUFFER_BYTES


@pytest.mark.parametrize(
    ("cut", "message"),
    [
        (3, "inside a frame header: 3 of 5 bytes"),
        (5, "inside a frame body: 0 of 20000 bytes"),
        (405, "inside a frame body: 400 of 20000 bytes"),
    ],
)
def test_an_end_inside_a_guessed_frame_says_how_much_came(cut: int, message: str) -> None:
    whole, third = encoded(of_data(20_000, 20_000)), encoded(of_data(20_000))
    with pytest.raises(ChannelEndedError, match=message):
        received(whole + third[:cut], piece_bytes=1 << 20)


@pytest.mark.parametrize("length", [-1, 2**31 - 1])
def test_a_guess_lets_no_length_outside_the_limit_pass(length: int) -> None:
    with pytest.raises(ProtocolError, match=f"declares a body of {length} bytes"):
        received(encoded(of_data(20_000, 20_000)) + frames.HEADER.pack(length, frames.DATA) + b"x" * 1000, piece_bytes=1 << 20)
