"""The seam between the task loop and the modes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Codec:
    """What the task loop calls, once a batch and in this order.

    They are plain callables rather than methods so that a mode can put a C function (``pickle.loads``, ``len``) straight into the loop.
    """

    #: Reads a body of that many bytes from the channel.
    read: Callable[[int], Any]
    #: Turns a body into what the function takes.
    decode: Callable[[Any], Any]
    #: The number of rows in what ``decode`` returned.
    count: Callable[[Any], int]
    #: Applies the function.
    compute: Callable[[Any], Any]
    #: Turns answers into a body; what it returns is what ``send`` takes.
    encode: Callable[[Any], Any]
    #: Writes a body as a DATA frame.
    send: Callable[[Any], None]
    #: Checks the schema message that opens a task; None in a mode that has none.
    check_schema: Callable[[bytes], None] | None = None
    #: The schema message of the answers, empty in a mode that has none.
    schema: Sequence[bytes] = ()
