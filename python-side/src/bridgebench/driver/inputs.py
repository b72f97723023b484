"""What is sent to the JVM: the window's rows as a list or as a pandas frame, made before anything is timed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from bridgebench.driver.checks import day
from bridgebench.driver.to_pandas import FLOATING, WHOLE

if TYPE_CHECKING:
    from bridgebench.driver.expected import Window
    from bridgebench.setup import Column

_NULLABLE = {"byte": "Int8", "short": "Int16", "int": "Int32", "long": "Int64", "float": "Float32", "double": "Float64", "boolean": "boolean"}
_DAY = pd.Timedelta(days=1).as_unit("us")


def rows_input(window: Window, rows: int) -> list[Any]:
    """Return rows as they travel: tuples, or bare values where there is one column."""
    of_window = window.cells[0] if len(window.cells) == 1 else list(zip(*window.cells))
    result: list[Any] = []
    for first, end in window.runs(rows):
        result.extend(of_window[first:end])
    return result


def pandas_input(window: Window, rows: int, zone: str = "UTC") -> pd.DataFrame:
    """Return rows as a frame that holds every value exactly: nullable dtypes where there are nulls, microseconds for timestamps.

    Timestamps are local times of the zone, without it; :func:`shown_again` tells which of them stand for another instant.
    """
    runs = list(window.runs(rows))
    series = {}
    for place, column in enumerate(window.columns):
        values = _values(window.cells[place], column, zone)
        series[column.name] = pd.concat([values.iloc[first:end] for first, end in runs], ignore_index=True) if runs else values.iloc[:0]
    return pd.DataFrame(series)


def shown_again(cells: list[Any], zone: str) -> dict[int, int]:
    """Return the later instant, by its place, of each that a clock of the zone shows once more within a day, as clocks that are put back do.

    A local time without a zone stands for the later one; both are microseconds since 1970.
    """
    if zone == "UTC":
        return {}
    instants = _moments(cells)
    offsets = local_times(instants, zone) - instants
    later = instants + (offsets - (local_times(instants + _DAY, zone) - instants - _DAY))
    again = (later > instants) & (local_times(later, zone) == local_times(instants, zone))
    micros = later.dt.as_unit("us").to_numpy().view("int64")
    return {int(place): int(micros[place]) for place in np.flatnonzero(again.to_numpy())}


def local_times(instants: pd.Series[Any], zone: str) -> pd.Series[Any]:
    """Return times of UTC as those that a clock of the zone shows."""
    local: pd.Series[Any] = instants.dt.tz_localize("UTC").dt.tz_convert(zone).dt.tz_localize(None)
    return local


def _moments(cells: list[Any]) -> pd.Series[Any]:
    missing = np.iinfo(np.int64).min
    return pd.Series(np.array([missing if cell is None else cell for cell in cells], np.int64).view("datetime64[us]"))


def _values(cells: list[Any], column: Column, zone: str) -> pd.Series[Any]:
    if column.nullable and column.type in _NULLABLE:
        return _nullable(cells, column)
    if column.type in WHOLE or column.type in FLOATING:
        return pd.Series(np.array(cells, WHOLE.get(column.type) or FLOATING[column.type]))
    if column.type == "boolean":
        return pd.Series(np.array(cells, bool))
    if column.type == "timestamp":
        return local_times(_moments(cells), zone)
    if column.type == "date":
        cells = [None if cell is None else day(cell) for cell in cells]
    values = np.empty(len(cells), object)
    values[:] = cells
    return pd.Series(values, dtype=object)


def _nullable(cells: list[Any], column: Column) -> pd.Series[Any]:
    missing = np.array([cell is None for cell in cells])
    if column.type == "boolean":
        return pd.Series(pd.arrays.BooleanArray(np.array([bool(cell) for cell in cells]), missing))
    dtype = WHOLE.get(column.type) or FLOATING[column.type]
    values = np.array([0 if cell is None else cell for cell in cells], dtype)
    kind = pd.arrays.IntegerArray if column.type in WHOLE else pd.arrays.FloatingArray
    return pd.Series(kind(values, missing))
