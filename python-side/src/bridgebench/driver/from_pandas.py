"""Pandas frames on their way to the JVM: as Arrow tables, or as rows of plain values."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from bridgebench.codecs.arrow_batches import ARROW_TYPES
from bridgebench.codecs.pandas_series import null_mask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bridgebench.setup import Column

_EPOCH_DAY = dt.date(1970, 1, 1).toordinal()


def arrow_table(frame: pd.DataFrame, columns: tuple[Column, ...], zone: str, pool: pa.MemoryPool | None = None) -> pa.Table:
    """Return a frame as a table with the columns' types. Local times of the session's zone become instants; nulls are what pandas calls missing."""
    arrays = []
    for place, column in enumerate(columns):
        series = frame.iloc[:, place]
        if column.type == "timestamp":
            series = _instants(series, zone)
        elif column.type.startswith("map"):
            series = series.map(lambda entries: None if entries is None else list(entries.items()))
        # NaN is a value in a column that may hold no nulls, and missing where it may, as PySpark has it.
        arrays.append(
            pa.Array.from_pandas(series, mask=null_mask(series), type=ARROW_TYPES[column.type], memory_pool=pool)
            if column.nullable
            else pa.array(series, ARROW_TYPES[column.type], from_pandas=False, memory_pool=pool)
        )
    schema = pa.schema([pa.field(column.name, ARROW_TYPES[column.type], column.nullable) for column in columns])
    return pa.Table.from_arrays(arrays, schema=schema)


def pickled_rows(frame: pd.DataFrame, columns: tuple[Column, ...], zone: str) -> list[Any]:
    """Return a frame as rows of values as they travel: tuples, or bare values where there is one column."""
    values = [_travelling(frame.iloc[:, place], column, zone) for place, column in enumerate(columns)]
    return values[0] if len(values) == 1 else list(zip(*values))


def _travelling(series: pd.Series[Any], column: Column, zone: str) -> list[Any]:
    if column.type == "timestamp":
        instants = _instants(series, zone).dt.as_unit("us")
        return _without_missing(instants.astype("int64").tolist() if not column.nullable else _micros(instants), None)
    make = _to_number if column.type == "date" else None
    values = series.tolist()
    if not column.nullable:
        return values if make is None else [make(value) for value in values]
    return _without_missing(values, make)


def _instants(series: pd.Series[Any], zone: str) -> pd.Series[Any]:
    """Return local times of a zone as UTC; of one that the clock shows twice the later, as PySpark takes it, in whatever order they come."""
    aware = series if isinstance(series.dtype, pd.DatetimeTZDtype) else series.dt.tz_localize(zone, ambiguous=False)
    instants: pd.Series[Any] = aware.dt.tz_convert("UTC").dt.tz_localize(None)
    return instants


def _micros(instants: pd.Series[Any]) -> list[Any]:
    numbers = instants.to_numpy().view("int64").tolist()
    return [None if missing else number for number, missing in zip(numbers, instants.isna())]


def _without_missing(values: list[Any], make: Callable[[Any], Any] | None) -> list[Any]:
    if make is None:
        return [None if value is None or value is pd.NA else value for value in values]
    return [None if value is None or value is pd.NA else make(value) for value in values]


def _to_number(date: dt.date) -> int:
    return date.toordinal() - _EPOCH_DAY
