"""The seam between the task loop and the modes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


class Codec:
    """What the task loop calls, once a batch and in this order.

    They are plain callables rather than methods so that a mode can put a C function (``pickle.loads``, ``len``) straight into the loop.
    """

    def __init__(  # noqa: PLR0913  the steps of a batch
        self,
        *,
        read: Callable[[int], Any],
        decode: Callable[[Any], Any],
        count: Callable[[Any], int],
        compute: Callable[[Any], Any],
        encode: Callable[[Any], Any],
        send: Callable[[Any], None],
        check_schema: Callable[[bytes], None] | None = None,
        schema: Sequence[bytes] = (),
    ) -> None:
        """Make a codec.

        Args:
            read: reads a body of that many bytes from the channel
            decode: turns a body into what the function takes
            count: the number of rows in what ``decode`` returned
            compute: applies the function
            encode: turns answers into a body; what it returns is what ``send`` takes
            send: writes a body as a DATA frame
            check_schema: checks the schema message that opens a task; None in a mode that has none
            schema: the schema message of the answers, empty in a mode that has none
        """
        self.read = read
        self.decode = decode
        self.count = count
        self.compute = compute
        self.encode = encode
        self.send = send
        self.check_schema = check_schema
        self.schema = schema
