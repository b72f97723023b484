"""Mode ``arrow``: the function takes and returns pyarrow arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bridgebench import frames
from bridgebench.codecs.arrow_batches import BatchReader, BatchWriter, batch_of
from bridgebench.codecs.contract import Codec
from bridgebench.functions.user import user_arrays

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa

    from bridgebench.functions.catalog import Applied
    from bridgebench.setup import Setup


def codec(setup: Setup, applied: Applied, reader: frames.FrameReader, writer: frames.FrameWriter) -> Codec:
    """Make the codec of one scenario."""
    batches = BatchReader(setup, reader)
    answers = BatchWriter(setup, writer.gathering(frames.DATA))
    return Codec(
        read=batches.read,
        decode=batches.decode,
        count=len,
        compute=_column_by_column(applied, answers.schema) if applied.user is None else user_arrays(applied.user, answers.schema),
        encode=answers.encode,
        send=answers.send,
        check_schema=batches.check_schema,
        schema=answers.schema_message,
    )


def _column_by_column(applied: Applied, schema: pa.Schema) -> Callable[[pa.RecordBatch], pa.RecordBatch]:
    batch = batch_of(schema)
    before = applied.before_batch
    forms = applied.array_forms()

    def compute(taken: pa.RecordBatch) -> pa.RecordBatch:
        if before is not None:
            before()
        column: Any = taken.column
        return batch([column(index) if form is None else form(column(index)) for index, form in enumerate(forms)])

    return compute
