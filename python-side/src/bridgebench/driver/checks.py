"""Compares what an operation returned with what it must return, value by value."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from bridgebench.codecs.arrow_batches import ARROW_TYPES
from bridgebench.driver.errors import WrongRowsError
from bridgebench.driver.rows import Row, row_class
from bridgebench.driver.to_pandas import FLOATING, WHOLE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bridgebench.driver.expected import Expected
    from bridgebench.setup import Column

_NOT_A_TIME = np.iinfo(np.int64).min
_MOST_MICROS = np.iinfo(np.int64).max // 1_000


class Checker:
    """Knows the expected rows in the forms in which they have been asked for."""

    def __init__(self, what: str, expected: Expected, alive: Callable[[], None]) -> None:
        """Check results of an operation; ``alive`` is called now and then."""
        self._what = what
        self._expected = expected
        self._alive = alive
        self._count = expected.count()
        self._tuples: list[tuple[Any, ...]] | None = None
        self._arrays: list[pa.Array] | None = None
        self._columns: dict[int, Any] = {}

    def rows(self, rows: list[Any], *, named: bool) -> None:
        """Check collected rows, and that they are of the class that was asked for."""
        names = tuple(column.name for column in self._expected.columns)
        kind = row_class(names) if named else tuple
        self._require_count(len(rows))
        if rows and set(map(type, rows)) != {kind}:
            raise WrongRowsError(self._what, 0, "(the class of rows)", kind, {type(row) for row in rows})
        if self._tuples is None:
            columns = self._expected.columns
            self._tuples = list(zip(*[_collected(cells, column) for cells, column in zip(self._expected.cells, columns)]))
        at = 0
        for low, high in self._expected.stretches():
            # Lists are compared in C; only where NaN is not itself do values have to be looked at.
            if rows[at : at + high - low] != self._tuples[low:high]:
                for i in range(high - low):
                    self._same_row(names, at + i, self._tuples[low + i], rows[at + i])
            at += high - low
            self._alive()

    def table(self, table: pa.Table) -> None:
        """Check an Arrow table and its types; timestamps are instants, in UTC."""
        columns = self._expected.columns
        types = [pa.timestamp("us", "UTC") if column.type == "timestamp" else ARROW_TYPES[column.type] for column in columns]
        self._require_count(table.num_rows)
        if [(field.name, field.type) for field in table.schema] != [(column.name, kind) for column, kind in zip(columns, types)]:
            raise WrongRowsError(self._what, 0, "(the schema)", types, table.schema)
        if self._arrays is None:
            self._arrays = [_array(cells, column, kind) for cells, column, kind in zip(self._expected.cells, columns, types)]
        for place, column in enumerate(columns):
            came, expected = table.column(place), self._arrays[place]
            at = 0
            for low, high in self._expected.stretches():
                self._same_array(column, at, expected.slice(low, high - low), came.slice(at, high - low))
                at += high - low
            self._alive()

    def frame(self, frame: pd.DataFrame, *, arrow: bool) -> None:
        """Check a pandas frame and its dtypes, which must be PySpark's."""
        columns = self._expected.columns
        self._require_count(len(frame))
        if list(frame.columns) != [column.name for column in columns]:
            raise WrongRowsError(self._what, 0, "(the columns)", [column.name for column in columns], list(frame.columns))
        if not frame.index.equals(pd.RangeIndex(self._count)):
            raise WrongRowsError(self._what, 0, "(the index)", pd.RangeIndex(self._count), frame.index)
        stretches = list(self._expected.stretches())
        for place, column in enumerate(columns):
            self._series(frame.iloc[:, place], column, place, stretches, arrow=arrow)
            self._alive()

    def count(self, count: int) -> None:
        """Check a number of rows."""
        self._require_count(count)

    def _require_count(self, count: int) -> None:
        if count != self._count:
            raise WrongRowsError(self._what, 0, "(the number of rows)", self._count, count)

    def _same_row(self, names: tuple[str, ...], row: int, expected: tuple[Any, ...], came: tuple[Any, ...]) -> None:
        for name, one, other in zip(names, expected, came):
            if not same(one, other):
                raise WrongRowsError(self._what, row, name, one, other)

    def _same_array(self, column: Column, row: int, expected: pa.Array, came: pa.ChunkedArray) -> None:
        if column.type in FLOATING:
            one, other = _bits(expected), _bits(came.combine_chunks())
            equal = np.array_equal(one, other)
        else:
            equal = came.equals(pa.chunked_array([expected]))
        if equal:
            return
        for i, (one, other) in enumerate(zip(expected.to_pylist(), came.to_pylist())):
            if not same(one, other):
                raise WrongRowsError(self._what, row + i, column.name, one, other)
        raise WrongRowsError(self._what, row, column.name, "the same bits", "others")

    def _series(self, series: pd.Series[Any], column: Column, place: int, stretches: list[tuple[int, int]], *, arrow: bool) -> None:
        cells = self._expected.cells[place]
        nulls = column.nullable and any(None in cells[low:high] for low, high in stretches)
        dtype = _dtype(column, nulls=nulls)
        if series.dtype != dtype:
            raise WrongRowsError(self._what, 0, column.name, dtype, series.dtype)
        if place not in self._columns:
            self._columns[place] = _series_values(cells, column, dtype, arrow=arrow)
        expected = self._columns[place]
        came = series.to_numpy()
        at = 0
        for low, high in stretches:
            one, other = expected[low:high], came[at : at + high - low]
            if dtype.kind == "O":
                equal = one.tolist() == other.tolist() if column.type in {"string", "binary", "date", "decimal", "boolean"} else False
            else:
                equal = np.array_equal(one, other, equal_nan=dtype.kind in "fM")
            if not equal:
                self._same_values(column, at, one, other)
            at += high - low

    def _same_values(self, column: Column, row: int, expected: Any, came: Any) -> None:  # noqa: ANN401  arrays of any kind
        for i, (one, other) in enumerate(zip(expected.tolist(), came.tolist())):
            if not same(one, other):
                raise WrongRowsError(self._what, row + i, column.name, one, other)


def same(one: Any, other: Any) -> bool:  # noqa: ANN401  values of every kind
    """Tell whether two values are the same: NaN equals NaN, a null only a null, and a class its own."""
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (one != one and other != other)  # noqa: PLR0124  that is what NaN does
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return type(one) is type(other) and one.dtype == other.dtype and np.array_equal(one, other)
    if isinstance(one, (list, tuple)) and type(one) is type(other):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other))
    return type(one) is type(other) and bool(one == other)


def close(one: Any, other: Any) -> bool:  # noqa: ANN401  figures and keys
    """Tell whether two aggregates are the same: sums of doubles depend on the order in which they are taken."""
    if isinstance(one, float) and isinstance(other, float):
        return same(one, other) or isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return bool(one == other)


def _bits(array: pa.Array) -> Any:  # noqa: ANN401  an array of integers
    """Return the bits of floats, one for every NaN and one for every null."""
    values = array.fill_null(0).to_numpy(zero_copy_only=False)
    wide = values.astype(np.float64)
    wide[np.isnan(wide)] = np.nan
    bits = wide.view(np.int64).copy()
    if array.null_count:
        bits[array.is_null().to_numpy(zero_copy_only=False)] = -1
    return bits


def _array(cells: list[Any], column: Column, kind: pa.DataType) -> pa.Array:
    if column.type == "timestamp":
        return pa.array(cells, pa.int64()).cast(kind)
    if column.type == "date":
        return pa.array(cells, pa.int32()).cast(kind)
    if column.type == "map<string,long>":
        return pa.array([None if cell is None else sorted(cell.items()) for cell in cells], kind)
    return pa.array(cells, kind)


def day(days: int) -> dt.date:
    """Return the date this many days after 1970-01-01."""
    made: dt.date = np.datetime64(days, "D").astype(object)
    return made


def _moment(micros: int) -> dt.datetime:
    moment: dt.datetime = np.datetime64(micros, "us").astype(object)
    return moment


def _struct_row(cell: dict[str, Any]) -> Row:
    row: Row = row_class(("a", "b"))((cell["a"], cell["b"]))
    return row


_COLLECTED: dict[str, Callable[[Any], Any]] = {"date": day, "timestamp": _moment, "struct<a:long,b:string>": _struct_row}


def _collected(cells: list[Any], column: Column) -> list[Any]:
    """Return the values that a user must get in collected rows."""
    make = _COLLECTED.get(column.type)
    return cells if make is None else [None if cell is None else make(cell) for cell in cells]


def _dtype(column: Column, *, nulls: bool) -> Any:  # noqa: ANN401  a NumPy dtype
    if column.type in WHOLE:
        return np.dtype(np.float64 if nulls else WHOLE[column.type])
    if column.type in FLOATING:
        return np.dtype(FLOATING[column.type])
    if column.type == "boolean":
        return np.dtype(object if nulls else bool)
    if column.type == "timestamp":
        return np.dtype("datetime64[ns]")
    return np.dtype(object)


def _series_values(cells: list[Any], column: Column, dtype: Any, *, arrow: bool) -> Any:  # noqa: ANN401  NumPy's
    if column.type == "timestamp":
        # Rows of the window that the operation has not may hold what pandas cannot.
        nanos = [_NOT_A_TIME if cell is None or abs(cell) > _MOST_MICROS else cell * 1_000 for cell in cells]
        return np.array(nanos, np.int64).view("datetime64[ns]")
    if dtype.kind != "O":
        return np.array([np.nan if cell is None else cell for cell in cells], dtype)
    values = np.empty(len(cells), object)
    for i, cell in enumerate(cells):
        values[i] = None if cell is None else _object(cell, column, arrow=arrow)
    return values


def _object(cell: Any, column: Column, *, arrow: bool) -> Any:  # noqa: ANN401  values of every kind
    if column.type == "date":
        return day(cell)
    if column.type == "array<long>" and arrow:
        return np.array(cell, np.int64)
    if column.type.startswith("struct") and not arrow:
        return _struct_row(cell)
    return cell
