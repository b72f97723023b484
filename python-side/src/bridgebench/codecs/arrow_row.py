"""Mode ``arrow-row``: Arrow batches on the wire, the function applied to one row of Python values at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from bridgebench import frames
from bridgebench.codecs.arrow_batches import BatchReader, BatchWriter, batch_of
from bridgebench.codecs.contract import Codec
from bridgebench.errors import WrongResultError
from bridgebench.functions import plus_one
from bridgebench.functions.row_loops import row_loop
from bridgebench.functions.user import checked_rows
from bridgebench.setup import WIDTH_BITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bridgebench.functions.catalog import Applied
    from bridgebench.setup import Setup

# NumPy makes these Python values faster than Arrow does; where there are nulls it would change the type.
_FAST_WITHOUT_NULLS = frozenset({"byte", "short", "int", "long", "float", "double"})
# NumPy makes these with None where null.
_FAST_ALWAYS = frozenset({"decimal", "date", "timestamp"})


def codec(setup: Setup, applied: Applied, reader: frames.FrameReader, writer: frames.FrameWriter) -> Codec:
    """Make the codec of one scenario."""
    batches = BatchReader(setup, reader)
    answers = BatchWriter(setup, writer.gathering(frames.DATA))
    to_values = [_to_values(column.type) for column in setup.columns]
    compute = row_loop(setup.columns, applied, from_columns=True)
    if applied.user is not None:
        compute = checked_rows(compute, setup.results[0])
    to_array = [_to_array(kind, column.type, wraps=applied.built_in is plus_one) for kind, column in zip(answers.schema.types, setup.results)]
    # Arrow looks for pandas, and so imports it, when it meets its first list: now, rather than in the first batch.
    pa.array([], pa.null())
    batch = batch_of(answers.schema)
    read_batch = batches.decode
    write_batch = answers.encode

    def decode(body: pa.Buffer) -> list[list[Any]]:
        return [values(column) for values, column in zip(to_values, read_batch(body).columns)]

    def encode_one(rows: list[Any]) -> Any:  # noqa: ANN401  what send takes
        return write_batch(batch([to_array[0](rows)]))

    def encode_several(rows: list[Any]) -> Any:  # noqa: ANN401  what send takes
        columns = zip(*rows) if rows else [()] * len(to_array)
        return write_batch(batch([array(values) for array, values in zip(to_array, columns)]))

    return Codec(
        read=batches.read,
        decode=decode,
        count=lambda columns: len(columns[0]),
        compute=compute,
        encode=encode_one if len(to_array) == 1 else encode_several,
        send=answers.send,
        check_schema=batches.check_schema,
        schema=answers.schema_message,
    )


def _to_values(type_word: str) -> Callable[[Any], list[Any]]:
    """Return the function that turns an array of that type into Python values, None where null."""
    if type_word in _FAST_WITHOUT_NULLS:
        return _numbers
    if type_word in _FAST_ALWAYS:
        return _objects
    if type_word.startswith("map"):
        return lambda array: [None if pairs is None else dict(pairs) for pairs in array.to_pylist()]
    return _python_values


def _numbers(array: Any) -> list[Any]:  # noqa: ANN401  a pyarrow array
    values: list[Any] = array.to_pylist() if array.null_count else array.to_numpy().tolist()
    return values


def _objects(array: Any) -> list[Any]:  # noqa: ANN401  a pyarrow array
    values: list[Any] = array.to_numpy(zero_copy_only=False).tolist()
    return values


def _python_values(array: Any) -> list[Any]:  # noqa: ANN401  a pyarrow array
    values: list[Any] = array.to_pylist()
    return values


def _to_array(kind: Any, type_word: str, *, wraps: bool) -> Callable[[Any], Any]:  # noqa: ANN401  a pyarrow type
    """Return the function that turns Python values into an array."""
    if wraps and type_word in WIDTH_BITS:
        return _wrapping(kind, WIDTH_BITS[type_word])

    def array(values: Any) -> Any:  # noqa: ANN401  a list or tuple
        try:
            return pa.array(values, kind)
        except (pa.ArrowException, TypeError, ValueError, OverflowError) as unfit:
            message = f"the function's answers do not fit the result type {type_word} ({kind}): {unfit}"
            raise WrongResultError(message) from unfit

    return array


def _wrapping(kind: Any, bits: int) -> Callable[[Any], Any]:  # noqa: ANN401  a pyarrow type
    """Return the function that makes integers of ``bits`` bits, wrapping around those that have grown too wide."""
    half = 1 << (bits - 1)
    mask = (1 << bits) - 1

    def array(values: Any) -> Any:  # noqa: ANN401  a list or tuple
        try:
            return pa.array(values, kind)
        except (pa.ArrowInvalid, OverflowError):
            return pa.array([None if value is None else ((value + half) & mask) - half for value in values], kind)

    return array
