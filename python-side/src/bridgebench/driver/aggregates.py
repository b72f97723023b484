"""Group, count, sum: in the JVM or in pandas, and what must come out."""

from __future__ import annotations

from math import fsum, isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from bridgebench.driver.checks import close
from bridgebench.driver.errors import WrongRowsError
from bridgebench.driver.frame import ARROW_BATCH_ROWS
from bridgebench.driver.plans import GROUPS, first_floating, first_whole
from bridgebench.driver.sameness import same

if TYPE_CHECKING:
    import pyarrow as pa

    from bridgebench.driver.expected import Window
    from bridgebench.driver.frame import DataFrame
    from bridgebench.driver.stopwatch import Stopwatch
    from bridgebench.setup import Column

_TWO_63 = 1 << 63
_INFINITE = {float("inf"), float("-inf")}


class Groups:
    """Groups as a pandas frame, a row each; ``rows`` keeps alive what they were made of, so that freeing it is in no figure."""

    def __init__(self, frame: pd.DataFrame, rows: pd.DataFrame | None = None) -> None:
        """Hold the groups."""
        self.frame = frame
        self.rows = rows


class Grouping:
    """Groups by the first whole number modulo 100; the count, the sum of that number and the least, greatest and mean of the first double."""

    def __init__(self, columns: tuple[Column, ...], batch_rows: int = ARROW_BATCH_ROWS) -> None:
        """Choose the columns of a shape; rows or groups come ``batch_rows`` to a frame."""
        self.whole = first_whole(columns, "aggregate")
        self.floating = first_floating(columns)
        self._number = columns[self.whole].name
        self._double = None if self.floating is None else columns[self.floating].name
        self._batch_rows = batch_rows
        self._expected: dict[tuple[Window, int, bool], dict[float | None, tuple[Any, ...]]] = {}

    def in_jvm(self, frame: DataFrame, watch: Stopwatch, pool: pa.MemoryPool | None) -> Groups:
        """Aggregate where the rows are; the groups come as a pandas frame."""
        grouped = frame.with_column("key", f"pmod({self._number}, {GROUPS})").group_by("key").agg(*self._aggregates())
        watch.finished("python.plan")
        return Groups(grouped.to_pandas(self._batch_rows, pool=pool))

    def in_python(self, frame: DataFrame, watch: Stopwatch, pool: pa.MemoryPool | None) -> Groups:
        """Fetch the rows as a pandas frame and aggregate there."""
        watch.finished("python.plan")
        rows = frame.to_pandas(self._batch_rows, pool=pool)
        groups = rows.assign(key=rows[self._number] % GROUPS).groupby("key", sort=False, dropna=False)
        result = {"count": groups.size(), f"sum({self._number})": groups[self._number].sum(min_count=1)}
        if self._double is not None:
            for name, function in (("min", "min"), ("max", "max"), ("avg", "mean")):
                result[f"{name}({self._double})"] = groups[self._double].agg(function)
        made = pd.DataFrame(result).reset_index()
        watch.finished("python.aggregate")
        return Groups(made, rows)

    def check(self, what: str, came: Groups, window: Window, rows: int, *, nan_counts: bool) -> None:
        """Compare with figures of the window; ``nan_counts`` says whether NaN is a value, as in the JVM, or missing, as in pandas."""
        frame = came.frame
        names = ["key", *self._aggregates()]
        if list(frame.columns) != names:
            raise WrongRowsError(what, 0, "(the columns)", names, list(frame.columns))
        expected = dict(self._figures(window, rows, nan_counts=nan_counts))
        if len(frame) != len(expected):
            raise WrongRowsError(what, 0, "(the number of groups)", len(expected), len(frame))
        for row, values in enumerate(frame.itertuples(index=False, name=None)):
            key = None if pd.isna(values[0]) else values[0]
            # A key is taken away once it has come: what is unknown and what comes twice are both refused.
            figures = expected.pop(key, None)
            if figures is None:
                raise WrongRowsError(what, row, "key", f"one of the groups that have not come: {list(expected)}", key)
            for name, one, other in zip(names[1:], figures, values[1:]):
                if not _agree(name, one, other):
                    raise WrongRowsError(what, row, f"{name} of group {key}", one, other)

    def _figures(self, window: Window, rows: int, *, nan_counts: bool) -> dict[float | None, tuple[Any, ...]]:
        """Return the figures of each group by its key, which are worked out once: they take a second for a million rows."""
        which = (window, rows, nan_counts)
        if which not in self._expected:
            self._expected[which] = _Figures(self, window, rows, nan_counts=nan_counts).by_group()
        return self._expected[which]

    def _aggregates(self) -> list[str]:
        aggregates = ["count", f"sum({self._number})"]
        if self._double is not None:
            aggregates += [f"min({self._double})", f"max({self._double})", f"avg({self._double})"]
        return aggregates


class _Figures:
    """What the groups of an operation must be, from the window's cells and how often the operation has each of its rows."""

    def __init__(self, grouping: Grouping, window: Window, rows: int, *, nan_counts: bool) -> None:
        """Count how often each row of the window occurs."""
        weights = np.zeros(window.rows + 1, np.int64)
        for first, end in window.runs(rows):
            weights[first] += 1
            weights[end] -= 1
        self._times: list[int] = np.cumsum(weights)[:-1].tolist()
        self._numbers = window.cells[grouping.whole]
        self._doubles = None if grouping.floating is None else window.cells[grouping.floating]
        self._nan_counts = nan_counts
        if not nan_counts and any(number is None for number, count in zip(self._numbers, self._times) if count):
            # Whole numbers beside nulls are float64 in the frame that pandas aggregates.
            self._numbers = [None if number is None else float(number) for number in self._numbers]

    def by_group(self) -> dict[float | None, tuple[Any, ...]]:
        """Return the figures of each group by its key."""
        members: dict[float | None, list[int]] = {}
        for row, (number, count) in enumerate(zip(self._numbers, self._times)):
            if count:
                members.setdefault(None if number is None else number % GROUPS, []).append(row)
        sums = {key: self._sum(rows) for key, rows in members.items()}
        if None in sums.values():
            # The groups come as a frame too, in which the sums are float64 when one of them is null.
            sums = {key: None if total is None else float(total) for key, total in sums.items()}
        return {key: (sum(self._times[row] for row in rows), sums[key], *self._of_doubles(rows)) for key, rows in members.items()}

    def _sum(self, rows: list[int]) -> float | None:
        present = [row for row in rows if self._numbers[row] is not None]
        total = sum(self._times[row] * self._numbers[row] for row in present) if present else None
        # Sums of longs wrap around, in Java and in NumPy.
        return (total + _TWO_63) % (2 * _TWO_63) - _TWO_63 if isinstance(total, int) else total

    def _of_doubles(self, rows: list[int]) -> tuple[float | None, ...]:
        doubles = self._doubles
        if doubles is None:
            return ()
        return _extremes([(doubles[row], self._times[row]) for row in rows if doubles[row] is not None and (self._nan_counts or not isnan(doubles[row]))])


def _extremes(values: list[tuple[float, int]]) -> tuple[float | None, float | None, float | None]:
    if not values:
        return None, None, None
    known = [value for value, _ in values if not isnan(value)]
    nan = float("nan")
    infinite = _INFINITE.intersection(known)
    if len(known) < len(values) or len(infinite) == 2:  # noqa: PLR2004  both infinities have no sum
        mean = nan
    elif infinite:
        mean = infinite.pop()
    else:
        mean = fsum(value * count for value, count in values) / sum(count for _, count in values)
    return min(known, default=nan), nan if len(known) < len(values) else max(known), mean


def _agree(name: str, one: Any, other: Any) -> bool:  # noqa: ANN401  figures of every kind
    if one is None:
        return bool(pd.isna(other))
    if name.startswith("avg") or (name.startswith("sum") and isinstance(one, float)):
        # The order in which doubles are added up is nobody's promise.
        return isinstance(other, float) and close(one, other)
    # Nor is which of 0.0 and -0.0 is the least or the greatest: as a figure one is the other.
    return same(one, other) or (isinstance(one, float) and isinstance(other, float) and one == other)
