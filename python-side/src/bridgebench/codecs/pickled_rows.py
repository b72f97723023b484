"""Mode ``pickle``: a pickle of rows in, a protocol 5 pickle of answers out."""

from __future__ import annotations

import pickle
from functools import partial

from bridgebench.codecs.contract import Codec
from bridgebench.functions.row_loops import pickled_answers, pickled_rows, row_loop
from bridgebench.functions.user import checked_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from bridgebench import frames
    from bridgebench.functions.catalog import Applied
    from bridgebench.setup import Setup

ANSWER_PROTOCOL = 5


def codec(setup: Setup, applied: Applied, reader: frames.FrameReader, writer: frames.FrameWriter) -> Codec:
    """Make the codec of one scenario."""
    reader.read_ahead()
    encode = partial(pickle.dumps, protocol=ANSWER_PROTOCOL)
    compute = row_loop(setup.columns, applied, from_columns=False)
    if applied.user is not None:
        compute = checked_rows(compute, setup.results[0])
    to_wire = pickled_answers(setup.results)
    return Codec(
        read=reader.body,
        decode=_after(pickle.loads, pickled_rows(setup.columns)),
        count=len,
        compute=compute,
        encode=encode if to_wire is None else _after(to_wire, encode),
        send=writer.data,
    )


def _after(first: Callable[[Any], Any], then: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    """Return ``first``, or both one after the other; types that travel as they are cost no second call."""
    if then is None:
        return first
    return lambda value: then(first(value))
