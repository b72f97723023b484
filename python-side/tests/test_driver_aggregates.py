"""Aggregates are compared group by group: what is exact must be exact, and every group must come once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from bridgebench.driver.aggregates import Grouping, Groups
from bridgebench.driver.errors import WrongRowsError
from bridgebench.driver.expected import Window
from bridgebench.driver.stopwatch import Stopwatch
from bridgebench.setup import Column

if TYPE_CHECKING:
    from bridgebench.driver.frame import DataFrame

COLUMNS = (Column("n", "long", nullable=False), Column("x", "double", nullable=False))
#: Two groups of key 5 and 7, of two and three rows.
CELLS: list[list[Any]] = [[105, 2**53 + 8 - (2**53 + 8) % 100 + 5, 7, 7, 207], [0.5, -1.5, 3.0, 1.0, 2.0]]
NAMES = ["key", "count", "sum(n)", "min(x)", "max(x)", "avg(x)"]
SUM = CELLS[0][0] + CELLS[0][1]
RIGHT: list[tuple[Any, ...]] = [(5, 2, SUM, -1.5, 0.5, -0.5), (7, 3, 221, 1.0, 3.0, 2.0)]


def check(rows: list[tuple[Any, ...]], window: Window | None = None, *, nan_counts: bool = True, names: list[str] | None = None) -> None:
    of = Window(COLUMNS, CELLS, 0) if window is None else window
    frame = pd.DataFrame(rows, columns=NAMES[: len(rows[0])] if names is None else names)
    Grouping(of.columns).check("aggregate", Groups(frame), of, of.rows, nan_counts=nan_counts)


def changed(row: int, place: int, value: object) -> list[tuple[Any, ...]]:
    rows = [list(values) for values in RIGHT]
    rows[row][place] = value
    return [tuple(values) for values in rows]


def test_right_groups_pass_in_any_order() -> None:
    check(RIGHT)
    check(RIGHT[::-1])
    check(changed(1, 5, 2.0 + 1e-12))


@pytest.mark.parametrize(
    ("row", "place", "value", "message"),
    [
        (0, 0, 6, "row 0, column 'key': expected 'one of the groups that have not come"),
        (1, 0, 5, "row 1, column 'key'"),
        (0, 1, 3, "'count of group 5': expected 2, got 3"),
        (0, 2, SUM + 1, "'sum.n. of group 5'"),
        (1, 2, 222, "'sum.n. of group 7': expected 221, got 222"),
        (0, 3, -1.5 + 1e-12, "'min.x. of group 5'"),
        (1, 4, 3.0 - 1e-12, "'max.x. of group 7'"),
        (1, 4, math.nan, "'max.x. of group 7'"),
        (1, 5, 2.0 + 1e-6, "'avg.x. of group 7'"),
    ],
)
def test_one_wrong_figure_is_found(row: int, place: int, value: object, message: str) -> None:
    with pytest.raises(WrongRowsError, match=message):
        check(changed(row, place, value))


def test_a_group_too_few_and_one_too_many_are_found() -> None:
    for rows in (RIGHT[:1], [*RIGHT, (9, 1, 9, 1.0, 1.0, 1.0)]):
        with pytest.raises(WrongRowsError, match="the number of groups"):
            check(rows)


def test_other_columns_are_found() -> None:
    with pytest.raises(WrongRowsError, match="the columns"):
        check(RIGHT, names=["key", "count", "sum(n)", "max(x)", "min(x)", "avg(x)"])


def test_sums_of_whole_numbers_wrap_around() -> None:
    longs = Window(COLUMNS[:1], [[2**63 - 7, 100]], 0)
    key = (2**63 - 7) % 100
    both = Window(COLUMNS[:1], [[2**63 - 7, 2**63 - 7]], 0)
    check([(key, 1, 2**63 - 7), (0, 1, 100)], longs)
    check([(key, 2, -14)], both)


NULLABLE = (Column("n", "long", nullable=True), Column("x", "double", nullable=True))
HOLES = Window(NULLABLE, [[3, None, 3, None], [1.0, math.nan, math.nan, None]], 0)


def test_nulls_are_a_group_and_not_a_number_is_the_greatest_in_the_jvm() -> None:
    check([(3.0, 2, 6.0, 1.0, math.nan, math.nan), (math.nan, 2, math.nan, math.nan, math.nan, math.nan)], HOLES)
    with pytest.raises(WrongRowsError, match=r"'max\(x\) of group 3\.0'"):
        check([(3.0, 2, 6.0, 1.0, 1.0, math.nan), (math.nan, 2, math.nan, math.nan, math.nan, math.nan)], HOLES)


def test_not_a_number_is_missing_in_pandas() -> None:
    check([(3.0, 2, 6.0, 1.0, 1.0, 1.0), (math.nan, 2, math.nan, math.nan, math.nan, math.nan)], HOLES, nan_counts=False)


class Fetched:
    """Stands for a data frame whose rows are these."""

    def __init__(self, rows: pd.DataFrame, watch: Stopwatch) -> None:
        self._rows = rows
        self._watch = watch
        self.asked: list[Any] = []

    def to_pandas(self, batch_rows: int, *, pool: object) -> pd.DataFrame:
        self.asked.append((batch_rows, pool))
        self._watch.finished("python.to-pandas")
        return self._rows


@pytest.mark.parametrize(
    "window", [Window(COLUMNS, CELLS, 0), Window(NULLABLE, [[300, -299, None, 7], [1.0, None, math.inf, -0.0]], 0), Window(COLUMNS[:1], CELLS[:1], 0)]
)
def test_what_pandas_makes_of_the_rows_passes(window: Window) -> None:
    rows = pd.DataFrame({column.name: pd.Series(cells) for column, cells in zip(window.columns, window.cells)})
    watch = Stopwatch()
    watch.start()
    fetched: Any = Fetched(rows, watch)
    frame: DataFrame = fetched
    grouping = Grouping(window.columns, 123)
    groups = grouping.in_python(frame, watch, None)
    grouping.check("aggregate", groups, window, window.rows, nan_counts=False)
    assert groups.rows is rows, "freeing the rows belongs to no figure"
    assert fetched.asked == [(123, None)]
    assert list(watch.nanos) == ["python.plan", "python.to-pandas", "python.aggregate"]
