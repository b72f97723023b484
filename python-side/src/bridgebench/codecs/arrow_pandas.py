"""Mode ``arrow-pandas``: Arrow batches on the wire, the function applied to pandas Series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from bridgebench import frames
from bridgebench.codecs.arrow_batches import BatchReader, BatchWriter, batch_of
from bridgebench.codecs.contract import Codec
from bridgebench.codecs.pandas_series import from_series, to_series
from bridgebench.errors import WrongResultError
from bridgebench.functions.user import check_length

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa

    from bridgebench.functions.catalog import Applied
    from bridgebench.setup import Setup


def codec(setup: Setup, applied: Applied, reader: frames.FrameReader, writer: frames.FrameWriter) -> Codec:
    """Make the codec of one scenario."""
    batches = BatchReader(setup, reader)
    answers = BatchWriter(setup, writer.gathering(frames.DATA))
    faithful = setup.faithful_dtypes
    to_pandas = [to_series(column.type, faithful=faithful) for column in setup.columns]
    to_arrow = [from_series(column.type, kind, faithful=faithful) for column, kind in zip(setup.results, answers.schema.types)]
    batch = batch_of(answers.schema)
    read_batch = batches.decode
    write_batch = answers.encode

    def decode(body: pa.Buffer) -> list[Any]:
        return [series(column) for series, column in zip(to_pandas, read_batch(body).columns)]

    def encode(columns: list[Any]) -> Any:  # noqa: ANN401  what send takes
        return write_batch(batch([array(series) for array, series in zip(to_arrow, columns)]))

    return Codec(
        read=batches.read,
        decode=decode,
        count=lambda columns: len(columns[0]),
        compute=_user_series(applied.user) if applied.user is not None else _series_by_series(applied, faithful=faithful),
        encode=encode,
        send=answers.send,
        check_schema=batches.check_schema,
        schema=answers.schema_message,
    )


def _series_by_series(applied: Applied, *, faithful: bool) -> Callable[[list[Any]], list[Any]]:
    before = applied.before_batch
    forms = applied.series_forms(faithful=faithful)

    def compute(columns: list[Any]) -> list[Any]:
        if before is not None:
            before()
        return [series if form is None else form(series) for form, series in zip(forms, columns)]

    return compute


def _user_series(function: Callable[..., Any]) -> Callable[[list[Any]], list[Any]]:
    def compute(columns: list[Any]) -> list[Any]:
        answer = function(*columns)
        if not isinstance(answer, (pd.Series, pd.DataFrame, pd.api.extensions.ExtensionArray, np.ndarray)):
            message = f"the function returned {type(answer).__name__}: expected a pandas Series, an extension array or a NumPy array"
            raise WrongResultError(message)
        check_length(len(answer), len(columns[0]))
        return [answer]

    return compute
