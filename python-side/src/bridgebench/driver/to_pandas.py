"""Rows and Arrow tables as pandas frames, with the dtypes that PySpark 4.3's ``toPandas`` gives with pandas 2.

A column that may hold nulls and does becomes float64 where it held whole numbers, and object where it held booleans. Dates are objects; timestamps
are ``datetime64[ns]`` in the session's zone, without it. An array is a NumPy array when it came as Arrow and a list when it was pickled, a struct a
dict or a Row, a map a dict. (Read in ``pyspark/sql/pandas/conversion.py`` and ``types.py``, struct handling mode ``legacy``.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from bridgebench.driver.errors import PandasLimitError

if TYPE_CHECKING:
    from bridgebench.setup import Column

WHOLE = {"byte": np.int8, "short": np.int16, "int": np.int32, "long": np.int64}
FLOATING = {"float": np.float32, "double": np.float64}


def from_table(table: list[pa.Table], zone: str, *, self_destruct: bool, split_blocks: bool, pool: pa.MemoryPool | None) -> pd.DataFrame:
    """Return the table in a list of one, which is emptied, as a frame. With ``self_destruct`` each column is freed once it is converted."""
    options: dict[str, Any] = {"date_as_object": True, "coerce_temporal_nanoseconds": True, "split_blocks": split_blocks, "memory_pool": pool}
    if self_destruct:
        options.update(self_destruct=True, use_threads=False)
    schema = table[0].schema
    try:
        frame: pd.DataFrame = table.pop().to_pandas(**options)
    except pa.ArrowInvalid as refused:
        # Only casts to nanoseconds fail.
        timestamps = [field.name for field in schema if pa.types.is_timestamp(field.type)]
        raise _cannot_hold(timestamps, "timestamp", refused) from refused
    # Arrow gives PySpark's dtypes by itself, with two exceptions.
    for field in schema:
        if pa.types.is_timestamp(field.type):
            frame[field.name] = _local(frame[field.name], zone)
        elif pa.types.is_map(field.type):
            frame[field.name] = _dicts(frame[field.name])
    return frame


def from_rows(rows: list[Any], columns: tuple[Column, ...], zone: str) -> pd.DataFrame:
    """Return collected rows as a frame."""
    names = [column.name for column in columns]
    records = pd.DataFrame.from_records(rows, index=range(len(rows)), columns=names) if rows else pd.DataFrame(columns=names)
    series = {}
    for place, column in enumerate(columns):
        series[place] = _corrected_or_refused(records.iloc[:, place], column, zone)
    frame = pd.DataFrame(series, copy=False)
    frame.columns = pd.Index(names)
    return frame


def _corrected_or_refused(series: pd.Series[Any], column: Column, zone: str) -> pd.Series[Any]:
    try:
        return _corrected(series, column, zone)
    except (pd.errors.OutOfBoundsDatetime, OverflowError) as refused:
        raise _cannot_hold([column.name], column.type, refused) from refused


def _corrected(series: pd.Series[Any], column: Column, zone: str) -> pd.Series[Any]:
    kind = column.type
    if kind in WHOLE:
        return series.astype(np.float64 if column.nullable and series.isna().any() else WHOLE[kind], copy=False)
    if kind in FLOATING:
        return series.astype(FLOATING[kind], copy=False)
    if kind == "boolean":
        return series.astype(object if column.nullable and series.isna().any() else bool, copy=False)
    if kind == "timestamp":
        return _local(series, zone)
    if kind == "map<string,long>":
        return _dicts(series)
    return series


def _dicts(series: pd.Series[Any]) -> pd.Series[Any]:
    return series.map(lambda entries: None if entries is None else dict(entries))


def _local(series: pd.Series[Any], zone: str) -> pd.Series[Any]:
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        local: pd.Series[Any] = series.dt.tz_convert(zone).dt.tz_localize(None)
        return local
    # Collected timestamps are local times of the process's zone, which is the session's.
    return series.astype("datetime64[ns]", copy=False)


def _cannot_hold(names: list[str], kind: str, refused: Exception) -> PandasLimitError:
    listed = ", ".join(map(repr, names))
    return PandasLimitError(
        f"pandas cannot hold all values of column {listed} of type {kind}: {refused}; PySpark's toPandas fails here too. Leave the column out with select,"
        " keep the rows in Arrow with to_arrow, or collect them"
    )
