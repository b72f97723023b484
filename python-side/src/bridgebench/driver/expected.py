"""What an operation must return: the rows of the window, which came by another way than the one that is measured, after the operation's plan.

A *cell* is a value as it travels: dates are days, timestamps microseconds since 1970, structs and maps dicts. Rows repeat the window, each cycle
starting ``stride`` rows further than the one before; so what is expected are stretches of the window's own rows.
"""

from __future__ import annotations

from math import isnan

from bridgebench.driver.plans import FILTER_BOUND, JOIN_ROWS, first_number, first_whole, limit_rows
from bridgebench.setup import WIDTH_BITS, Column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    import pyarrow as pa

_TWO_64 = 1 << 64


class Window:
    """The window's rows, as cells, column by column, and the order in which an operation's rows go through them."""

    def __init__(self, columns: tuple[Column, ...], cells: list[list[Any]], stride: int) -> None:
        """Hold the cells of each column."""
        self.columns = columns
        self.cells = cells
        self.rows = len(cells[0])
        self.stride = stride

    def runs(self, rows: int) -> Iterator[tuple[int, int]]:
        """Yield first and past-the-last row of the window for each stretch of an operation of this many rows."""
        row = 0
        while row < rows:
            cycle, within = divmod(row, self.rows)
            first = (within + cycle % self.rows * self.stride) % self.rows
            count = min(self.rows - within, self.rows - first, rows - row)
            yield first, first + count
            row += count


def cells_of_batches(batches: Iterable[Iterable[tuple[Any, ...]]], columns: int) -> list[list[Any]]:
    """Return the cells of rows that came pickled, of so many columns.

    Never are the tuples of more than one batch there: those of a whole window would leave holes between the cells, in which what is measured later
    finds memory that the process has already.
    """
    cells: list[list[Any]] = [[] for _ in range(columns)]
    for batch in batches:
        for column, values in zip(cells, zip(*batch)):
            column.extend(bytes(value) if isinstance(value, bytearray) else value for value in values)
    return cells


def cells_of_table(table: pa.Table) -> list[list[Any]]:
    """Return the cells of rows that came as Arrow."""
    import pyarrow as pa

    columns = []
    for column in table.columns:
        if pa.types.is_timestamp(column.type):
            columns.append(column.cast(pa.int64()).to_pylist())
        elif pa.types.is_date(column.type):
            columns.append(column.cast(pa.int32()).to_pylist())
        elif pa.types.is_map(column.type):
            columns.append([None if entries is None else dict(entries) for entries in column.to_pylist()])
        else:
            columns.append(column.to_pylist())
    return columns


class Expected:
    """The rows that an operation must return."""

    def __init__(self, window: Window, rows: int, columns: tuple[Column, ...], cells: list[list[Any]], kept: list[bool] | None = None) -> None:
        """Expect ``rows`` rows of the window, of which those that are not ``kept`` are left out."""
        self.columns = columns
        self._window = window
        self._rows = rows
        self._most = rows
        if kept is None:
            self.cells = cells
            self._places: list[int] | None = None
        else:
            self.cells = [[value for value, keep in zip(column, kept) if keep] for column in cells]
            self._places = [0]
            for keep in kept:
                self._places.append(self._places[-1] + keep)

    def limited(self, most: int) -> Expected:
        """Expect no more than the first rows."""
        self._most = most
        return self

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Yield first and past-the-last row in :attr:`cells` of each stretch of expected rows, in their order."""
        left = self._most
        for first, end in self._window.runs(self._rows):
            low, high = (first, end) if self._places is None else (self._places[first], self._places[end])
            high = min(high, low + left)
            if low < high:
                left -= high - low
                yield low, high
            if left == 0:
                return

    def count(self) -> int:
        """Return how many rows are expected."""
        return sum(high - low for low, high in self.stretches())


def expected_of(window: Window, rows: int, plan: str) -> Expected:
    """Return what a plan must make of a scenario's rows."""
    columns, cells = window.columns, window.cells
    if plan == "scan":
        return Expected(window, rows, columns, cells)
    if plan == "limit":
        return Expected(window, rows, columns, cells).limited(limit_rows(rows))
    if plan == "filter":
        place = first_number(columns, plan)
        kept = [value is not None and (value > FILTER_BOUND or isnan(value)) for value in cells[place]]
        return Expected(window, rows, columns, cells, kept)
    if plan == "project":
        return _projected(window, rows)
    place = first_whole(columns, plan)
    keys = [None if value is None else value % JOIN_ROWS for value in cells[place]]
    weights = [None if key is None else 2 * key for key in keys]
    joined = (*columns, Column("key", "long", nullable=columns[place].nullable), Column("weight", "long", nullable=False))
    return Expected(window, rows, joined, [*cells, keys, weights], [key is not None for key in keys])


def _projected(window: Window, rows: int) -> Expected:
    place = first_number(window.columns, "project")
    column = window.columns[place]
    source = window.cells[place]
    whole = column.type in WIDTH_BITS
    one_more = [None if value is None else _wrapped(value + 1) if whole else value + 1.0 for value in source]
    columns = (column, Column("plus_one", "long" if whole else "double", nullable=column.nullable))
    return Expected(window, rows, columns, [source, one_more])


def _wrapped(value: int) -> int:
    return (value + (1 << 63)) % _TWO_64 - (1 << 63)
