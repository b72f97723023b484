"""Compares what an operation returned with what it must return, value by value."""

from __future__ import annotations

import datetime as dt
from math import isclose
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from bridgebench.codecs.arrow_batches import ARROW_TYPES
from bridgebench.driver.errors import WrongRowsError
from bridgebench.driver.local_zone import zone_named
from bridgebench.driver.rows import Row, row_class
from bridgebench.driver.sameness import SameColumn, arrow_bits, float_bits
from bridgebench.driver.to_pandas import FLOATING, WHOLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bridgebench.driver.expected import Expected
    from bridgebench.setup import Column

_NOT_A_TIME = np.iinfo(np.int64).min
# A day less than an int64 of nanoseconds holds, so that local times of every zone fit.
_MOST_MICROS = np.iinfo(np.int64).max // 1_000 - 86_400_000_000
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
_LOCAL_EPOCH = _EPOCH.replace(tzinfo=None)
_MICROSECOND = dt.timedelta(microseconds=1)


class Checker:
    """Knows the expected rows in the forms in which they have been asked for."""

    def __init__(self, what: str, expected: Expected, alive: Callable[[], None], zone: str = "UTC") -> None:
        """Check results of an operation, whose session and process have a zone; ``alive`` is called now and then."""
        self._what = what
        self._expected = expected
        self._alive = alive
        self._count = expected.count()
        self._arrays: list[pa.Array] | None = None
        self._zone = zone
        self._collected: dict[int, list[Any]] = {}
        self._columns: dict[int, Any] = {}

    def rows(self, rows: list[Any], *, named: bool) -> None:
        """Check collected rows, and that they are of the class that was asked for."""
        names = tuple(column.name for column in self._expected.columns)
        kind = row_class(names) if named else tuple
        self._require_count(len(rows))
        if rows and set(map(type, rows)) != {kind}:
            raise WrongRowsError(self._what, 0, "(the class of rows)", kind, {type(row) for row in rows})
        if rows and set(map(len, rows)) != {len(names)}:
            raise WrongRowsError(self._what, 0, "(the number of values in a row)", len(names), set(map(len, rows)))
        # Named rows look names up where plain tuples only count.
        plain = list(map(tuple, rows)) if named else rows
        stretches = list(self._expected.stretches())
        for place, column in enumerate(self._expected.columns):
            if place not in self._collected:
                self._collected[place] = _collected(self._expected.cells[place], column, self._zone)
            self._same_lists(column, self._collected[place], list(map(itemgetter(place), plain)), stretches, arrow=False)
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

    def _same_lists(self, column: Column, expected: list[Any], came: list[Any], stretches: list[tuple[int, int]], *, arrow: bool) -> None:
        """Compare the values of a column, and their classes, of all rows."""
        judge = SameColumn(column.type, arrow=arrow)
        of_their_classes = judge.are_of_their_classes(came)
        at = 0
        for low, high in stretches:
            one, other = expected[low:high], came[at : at + high - low]
            if not (of_their_classes and judge.are_equal(one, other)):
                self._differing(column, at, one, other)
                if of_their_classes:
                    raise WrongRowsError(self._what, at, column.name, "the same values", "others")
            at += high - low

    def _local(self, *, arrow: bool) -> Callable[[int], dt.datetime]:
        """Return what makes local times: pandas has its own idea of a zone, which may know no summer times of far years."""
        return local_times_of(pd.Timestamp(0, tz=self._zone).tz if arrow else zone_named(self._zone))

    def _differing(self, column: Column, row: int, expected: list[Any], came: list[Any]) -> None:
        """Name the first values that differ, where there are any."""
        place = SameColumn.first_difference(expected, came)
        if place is not None:
            raise WrongRowsError(self._what, row + place, column.name, expected[place], came[place])

    def _same_array(self, column: Column, row: int, expected: pa.Array, came: pa.ChunkedArray) -> None:
        if column.type in FLOATING:
            equal = np.array_equal(arrow_bits(expected), arrow_bits(came.combine_chunks()))
        else:
            equal = came.equals(pa.chunked_array([expected]))
        if equal:
            return
        self._differing(column, row, expected.to_pylist(), came.to_pylist())
        raise WrongRowsError(self._what, row, column.name, "the same bits", "others")

    def _series(self, series: pd.Series[Any], column: Column, place: int, stretches: list[tuple[int, int]], *, arrow: bool) -> None:
        cells = self._expected.cells[place]
        nulls = column.nullable and any(None in cells[low:high] for low, high in stretches)
        dtype = _dtype(column, nulls=nulls)
        if series.dtype != dtype:
            raise WrongRowsError(self._what, 0, column.name, dtype, series.dtype)
        if place not in self._columns:
            self._columns[place] = _series_values(cells, column, dtype, self._local(arrow=arrow), arrow=arrow)
        expected = self._columns[place]
        came = series.to_numpy()
        if dtype.kind == "O":
            self._same_lists(column, expected, came.tolist(), stretches, arrow=arrow)
            return
        at = 0
        for low, high in stretches:
            one, other = expected[low:high], came[at : at + high - low]
            if not np.array_equal(_bits(one), _bits(other)):
                self._differing(column, at, one.tolist(), other.tolist())
                raise WrongRowsError(self._what, at, column.name, "the same bits", "others")
            at += high - low


def close(one: Any, other: Any) -> bool:  # noqa: ANN401  figures and keys
    """Tell whether two aggregates are the same: sums of doubles depend on the order in which they are taken."""
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (one != one and other != other) or isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)  # noqa: PLR0124  NaN is not itself
    return bool(one == other)


def _bits(values: Any) -> Any:  # noqa: ANN401  NumPy arrays
    """Return what is compared of an array: the bits of floats and of times, other values as they are."""
    if values.dtype.kind == "f":
        return float_bits(values)
    return values.view(np.int64) if values.dtype.kind == "M" else values


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


def local_times_of(zone: Any) -> Callable[[int], dt.datetime]:  # noqa: ANN401  of the standard library or of pytz
    """Return what makes of microseconds since 1970 the local time of a zone, without the zone."""
    return lambda micros: (_EPOCH + dt.timedelta(microseconds=micros)).astimezone(zone).replace(tzinfo=None)


def _struct_row(cell: dict[str, Any]) -> Row:
    row: Row = row_class(("a", "b"))((cell["a"], cell["b"]))
    return row


def _collected(cells: list[Any], column: Column, zone: str) -> list[Any]:
    """Return the values that a user must get in collected rows, in a process of this zone."""
    makers: dict[str, Callable[[Any], Any]] = {"date": day, "timestamp": local_times_of(zone_named(zone)), "struct<a:long,b:string>": _struct_row}
    make = makers.get(column.type)
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


def _series_values(cells: list[Any], column: Column, dtype: Any, local: Callable[[int], dt.datetime], *, arrow: bool) -> Any:  # noqa: ANN401  NumPy's, or a list
    if column.type == "timestamp":
        # Rows of the window that the operation has not may hold what pandas cannot.
        nanos = [_NOT_A_TIME if cell is None or abs(cell) > _MOST_MICROS else (local(cell) - _LOCAL_EPOCH) // _MICROSECOND * 1_000 for cell in cells]
        return np.array(nanos, np.int64).view("datetime64[ns]")
    if dtype.kind != "O":
        return np.array([np.nan if cell is None else cell for cell in cells], dtype)
    return [None if cell is None else _object(cell, column, arrow=arrow) for cell in cells]


def _object(cell: Any, column: Column, *, arrow: bool) -> Any:  # noqa: ANN401  values of every kind
    if column.type == "date":
        return day(cell)
    if column.type == "array<long>" and arrow:
        return np.array(cell, np.int64)
    if column.type.startswith("struct") and not arrow:
        return _struct_row(cell)
    return cell
