"""Group, count, sum: in the JVM or in pandas, and what must come out."""

from __future__ import annotations

from math import fsum, isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from bridgebench.driver.checks import close
from bridgebench.driver.errors import WrongRowsError
from bridgebench.driver.plans import GROUPS, first_floating, first_whole

if TYPE_CHECKING:
    from bridgebench.driver.expected import Window
    from bridgebench.driver.frame import DataFrame
    from bridgebench.setup import Column


class Grouping:
    """Groups by the first whole number modulo 100; the count, the sum of that number and the least, greatest and mean of the first double."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        """Choose the columns of a shape."""
        self.whole = first_whole(columns, "aggregate")
        self.floating = first_floating(columns)
        self._number = columns[self.whole].name
        self._double = None if self.floating is None else columns[self.floating].name

    def in_jvm(self, frame: DataFrame) -> pd.DataFrame:
        """Aggregate where the rows are; the groups come as a pandas frame."""
        aggregates = ["count", f"sum({self._number})"]
        if self._double is not None:
            aggregates += [f"min({self._double})", f"max({self._double})", f"avg({self._double})"]
        grouped = frame.with_column("key", f"pmod({self._number}, {GROUPS})").group_by("key").agg(*aggregates)
        return grouped.to_pandas()

    def in_python(self, frame: DataFrame) -> pd.DataFrame:
        """Fetch the rows as a pandas frame and aggregate there."""
        rows = frame.to_pandas()
        groups = rows.assign(key=rows[self._number] % GROUPS).groupby("key", sort=False, dropna=False)
        result = {"count": groups.size(), f"sum({self._number})": groups[self._number].sum(min_count=1)}
        if self._double is not None:
            for name, function in (("min", "min"), ("max", "max"), ("avg", "mean")):
                result[f"{name}({self._double})"] = groups[self._double].agg(function)
        return pd.DataFrame(result).reset_index()

    def check(self, what: str, came: pd.DataFrame, window: Window, rows: int, *, nan_counts: bool) -> None:
        """Compare with sums over the window; ``nan_counts`` says whether NaN is a value, as in the JVM, or missing, as in pandas."""
        weights = np.zeros(window.rows + 1, np.int64)
        for first, end in window.runs(rows):
            weights[first] += 1
            weights[end] -= 1
        times = np.cumsum(weights)[:-1].tolist()
        expected = self._groups(window, times, nan_counts=nan_counts)
        if len(came) != len(expected):
            raise WrongRowsError(what, 0, "(the number of groups)", len(expected), len(came))
        for row, values in enumerate(came.itertuples(index=False, name=None)):
            key = None if pd.isna(values[0]) else int(values[0])
            for name, one, other in zip(came.columns[1:], expected.get(key, ()), values[1:]):
                if not _same(one, other):
                    raise WrongRowsError(what, row, f"{name} of group {key}", one, other)

    def _groups(self, window: Window, times: list[int], *, nan_counts: bool) -> dict[int | None, tuple[Any, ...]]:
        members: dict[int | None, list[int]] = {}
        numbers = window.cells[self.whole]
        for row, (number, count) in enumerate(zip(numbers, times)):
            if count:
                members.setdefault(None if number is None else number % GROUPS, []).append(row)
        return {key: self._figures(window, times, rows, nan_counts=nan_counts) for key, rows in members.items()}

    def _figures(self, window: Window, times: list[int], rows: list[int], *, nan_counts: bool) -> tuple[Any, ...]:
        numbers = window.cells[self.whole]
        present = [row for row in rows if numbers[row] is not None]
        total = sum(times[row] * numbers[row] for row in present) if present else None
        figures: tuple[Any, ...] = (sum(times[row] for row in rows), total)
        if self.floating is None:
            return figures
        doubles = window.cells[self.floating]
        values = [(doubles[row], times[row]) for row in rows if doubles[row] is not None and (nan_counts or not isnan(doubles[row]))]
        return (*figures, *_extremes(values))


def _extremes(values: list[tuple[float, int]]) -> tuple[float | None, float | None, float | None]:
    if not values:
        return None, None, None
    known = [value for value, _ in values if not isnan(value)]
    nan = float("nan")
    infinite = {value for value in known if value in {float("inf"), float("-inf")}}
    if len(known) < len(values) or len(infinite) == 2:  # noqa: PLR2004  both infinities have no sum
        mean = nan
    elif infinite:
        mean = infinite.pop()
    else:
        mean = fsum(value * count for value, count in values) / sum(count for _, count in values)
    return min(known, default=nan), nan if len(known) < len(values) else max(known), mean


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401  figures of every kind
    if one is None:
        return bool(pd.isna(other))
    return close(float(one), float(other))
