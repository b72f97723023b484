"""What is expected is worked out from the window alone, and a result that differs anywhere is found."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from bridgebench.driver.checks import Checker
from bridgebench.driver.errors import WrongRowsError
from bridgebench.driver.expected import Expected, Window, cells_of_batches, cells_of_table, expected_of
from bridgebench.driver.rows import row_class, row_maker
from bridgebench.driver.shown import check_shown
from bridgebench.setup import Column

COLUMNS = (Column("n", "long", nullable=True), Column("x", "double", nullable=True), Column("s", "string", nullable=False))
CELLS: list[list[Any]] = [[5, None, -7, 2**63 - 1, 0], [0.5, math.nan, None, -0.0, 2.0], ["a", "b", "c", "d", "e"]]


def window() -> Window:
    return Window(COLUMNS, CELLS, 3)


def values(expected: Expected, column: int) -> list[object]:
    return [value for low, high in expected.stretches() for value in expected.cells[column][low:high]]


def checker(expected: Expected) -> Checker:
    return Checker("test", expected, lambda: None)


def test_each_cycle_starts_three_rows_further() -> None:
    assert "".join(map(str, values(expected_of(window(), 13, "scan"), 2))) == "abcde" + "deabc" + "bcd"


def test_a_filter_keeps_greater_numbers_and_no_null() -> None:
    assert values(expected_of(window(), 10, "filter"), 0) == [5, 2**63 - 1, 2**63 - 1, 5]


def test_a_filter_keeps_not_a_number() -> None:
    doubles = Window(COLUMNS[1:2], CELLS[1:2], 3)
    assert [str(value) for value in values(expected_of(doubles, 5, "filter"), 0)] == ["0.5", "nan", "2.0"]


def test_one_more_than_the_greatest_long_is_the_least() -> None:
    assert values(expected_of(window(), 5, "project"), 1) == [6, None, -6, -(2**63), 1]


def test_a_join_leaves_null_keys_out() -> None:
    expected = expected_of(window(), 5, "join")
    assert [column.name for column in expected.columns] == ["n", "x", "s", "key", "weight"]
    assert values(expected, 3) == [5, 993, 807, 0]
    assert values(expected, 4) == [10, 1986, 1614, 0]


def test_a_limit_keeps_a_tenth() -> None:
    assert expected_of(window(), 70, "limit").count() == 7
    assert expected_of(window(), 3, "limit").count() == 1


def test_cells_are_the_same_whichever_way_they_came() -> None:
    table = pa.table(
        {
            "t": pa.array([1, None], pa.timestamp("us", "UTC")),
            "d": pa.array([3, None], pa.date32()),
            "m": pa.array([[("k", 1)], None], pa.map_(pa.utf8(), pa.int64())),
            "b": pa.array([b"\x00", None]),
        }
    )
    assert cells_of_table(table) == cells_of_batches([[(1, 3, {"k": 1}, bytearray(b"\x00"))], [(None, None, None, None)]], 4)


def rows(changed: tuple[int, int, object] | None = None) -> list[tuple[object, ...]]:
    made = [list(row) for row in zip(*(values(expected_of(window(), 13, "scan"), column) for column in range(3)))]
    if changed is not None:
        made[changed[0]][changed[1]] = changed[2]
    return [tuple(row) for row in made]


CHANGES = [(12, 0, 6), (0, 1, None), (1, 1, None), (2, 1, math.nan), (3, 1, 0.5), (7, 2, "x"), (4, 0, None), (3, 1, 0.0)]


def test_right_rows_pass() -> None:
    check = checker(expected_of(window(), 13, "scan"))
    check.rows(rows(), named=False)
    check.rows(list(row_maker(("n", "x", "s"))(rows())), named=True)


@pytest.mark.parametrize("change", CHANGES)
def test_a_wrong_value_in_a_row_is_named(change: tuple[int, int, object]) -> None:
    with pytest.raises(WrongRowsError, match=f"row {change[0]}, column '{COLUMNS[change[1]].name}'"):
        checker(expected_of(window(), 13, "scan")).rows(rows(change), named=False)


def test_rows_of_another_class_are_refused() -> None:
    with pytest.raises(WrongRowsError, match="the class of rows"):
        checker(expected_of(window(), 13, "scan")).rows(rows(), named=True)


def test_a_lost_row_is_refused() -> None:
    with pytest.raises(WrongRowsError, match="the number of rows"):
        checker(expected_of(window(), 13, "scan")).rows(rows()[:-1], named=False)


def test_swapped_batches_are_found() -> None:
    made = rows()
    with pytest.raises(WrongRowsError):
        checker(expected_of(window(), 13, "scan")).rows(made[5:10] + made[:5] + made[10:], named=False)


EVERY_TYPE: dict[str, tuple[Any, Any, list[Any]]] = {
    "boolean": (True, True, [1, 1.0, np.True_]),
    "byte": (1, 1, [True, 1.0, Decimal(1), np.int8(1)]),
    "long": (0, 0, [False, -0.0, Decimal(0), np.int64(0)]),
    "float": (0.5, 0.5, [Decimal("0.5"), np.float64(0.5)]),
    "double": (0.0, 0.0, [-0.0, 0, False]),
    "decimal": (Decimal("1.5000"), Decimal("1.5000"), [Decimal("1.5"), 1.5]),
    "string": ("a", "a", [np.str_("a")]),
    "binary": (b"a", b"a", [bytearray(b"a")]),
    "date": (0, dt.date(1970, 1, 1), [dt.date(1970, 1, 2), dt.datetime(1970, 1, 1)]),  # noqa: DTZ001
    "timestamp": (0, dt.datetime(1970, 1, 1), [pd.Timestamp(0), np.datetime64(0, "us")]),  # noqa: DTZ001
    "array<long>": ([1], [1], [(1,), [True], [1.0], [1, 1], np.array([1])]),
    "struct<a:long,b:string>": (
        {"a": 1, "b": "x"},
        row_class(("a", "b"))((1, "x")),
        [(1, "x"), {"a": 1, "b": "x"}, row_class(("a", "b"))((True, "x")), row_class(("a", "b"))((1,)), row_class(("a", "c"))((1, "x"))],
    ),
    "map<string,long>": ({"k": 1}, {"k": 1}, [{"k": True}, {"k": 1.0}, [("k", 1)], {np.str_("k"): 1}]),
}
OTHER_CLASSES = [(kind, cell, right, wrong) for kind, (cell, right, wrongs) in EVERY_TYPE.items() for wrong in wrongs]
NEGATIVE_ZERO = Decimal("-0.0000")


def column_of(kind: str, cell: Any) -> tuple[Expected, Column]:
    column = Column("v", kind, nullable=True)
    return expected_of(Window((column,), [[None, cell, cell]], 1), 3, "scan"), column


@pytest.mark.parametrize(("kind", "cell", "right", "wrong"), OTHER_CLASSES)
def test_a_value_that_is_equal_but_of_another_class_is_not_the_same(kind: str, cell: Any, right: Any, wrong: Any) -> None:
    check = checker(column_of(kind, cell)[0])
    check.rows([(None,), (right,), (right,)], named=False)
    with pytest.raises(WrongRowsError, match="row 2, column 'v'"):
        check.rows([(None,), (right,), (wrong,)], named=False)


def test_a_decimal_zero_has_a_sign() -> None:
    with pytest.raises(WrongRowsError, match="row 1, column 'v'"):
        checker(column_of("decimal", Decimal("0.0000"))[0]).rows([(None,), (NEGATIVE_ZERO,), (Decimal("0.0000"),)], named=False)


def test_rows_of_another_length_are_refused() -> None:
    with pytest.raises(WrongRowsError, match="the number of values in a row"):
        checker(column_of("long", 1)[0]).rows([(None,), (1,), (1, 2)], named=False)


FRAMES: list[tuple[str, bool, Any, Any, list[Any]]] = [
    ("boolean", True, True, True, [1, np.True_]),
    ("decimal", True, Decimal("1.5000"), Decimal("1.5000"), [Decimal("1.5"), 1.5]),
    ("binary", False, b"a", b"a", [bytearray(b"a")]),
    ("string", False, "a", "a", [np.str_("a")]),
    ("array<long>", True, [1], np.array([1]), [[1], np.array([True]), np.array([1.0]), np.array([1], np.int32), np.array([2])]),
    ("array<long>", False, [1], [1], [np.array([1]), [True], (1,)]),
    ("struct<a:long,b:string>", True, {"a": 1, "b": "x"}, {"a": 1, "b": "x"}, [{"a": True, "b": "x"}, {"a": 1}, row_class(("a", "b"))((1, "x"))]),
    ("struct<a:long,b:string>", False, {"a": 1, "b": "x"}, row_class(("a", "b"))((1, "x")), [(1, "x"), {"a": 1, "b": "x"}]),
    ("map<string,long>", True, {"k": 1}, {"k": 1}, [[("k", 1)], {"k": True}]),
]


@pytest.mark.parametrize(("kind", "arrow", "cell", "right", "wrong"), [(*frame[:4], wrong) for frame in FRAMES for wrong in frame[4]])
def test_a_value_of_another_class_in_a_frame_is_named(kind: str, arrow: bool, cell: Any, right: Any, wrong: Any) -> None:  # noqa: FBT001
    check = checker(column_of(kind, cell)[0])
    check.frame(frame_of_objects([None, right, right]), arrow=arrow)
    with pytest.raises(WrongRowsError, match="row 2, column 'v'"):
        check.frame(frame_of_objects([None, right, wrong]), arrow=arrow)


def test_a_zero_of_the_other_sign_in_a_frame_is_named() -> None:
    right = pd.DataFrame({"v": [math.nan, 0.0, 0.0]})
    for kind, cell in (("double", 0.0), ("long", 0)):
        check = checker(column_of(kind, cell)[0])
        check.frame(right, arrow=True)
        with pytest.raises(WrongRowsError, match="row 1, column 'v'"):
            check.frame(pd.DataFrame({"v": [math.nan, -0.0, 0.0]}), arrow=True)


def frame_of_objects(values: list[Any]) -> pd.DataFrame:
    column = np.empty(len(values), object)
    for i, value in enumerate(values):
        column[i] = value
    return pd.DataFrame({"v": column})


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Adelaide"])
def test_local_times_of_a_zone_are_expected_on_both_sides_of_its_changes(zone: str) -> None:
    hours = [*range(1_615_680_000, 1_615_730_000, 1_800), *range(1_617_440_000, 1_617_490_000, 1_800), *range(1_636_240_000, 1_636_290_000, 1_800)]
    expected = expected_of(Window((Column("t", "timestamp", nullable=False),), [[hour * 1_000_000 + 7 for hour in hours]], 1), len(hours), "scan")
    local = [dt.datetime.fromtimestamp(hour, ZoneInfo(zone)).replace(tzinfo=None, microsecond=7) for hour in hours]
    check = Checker("test", expected, lambda: None, zone)
    check.rows([(moment,) for moment in local], named=False)
    check.frame(pd.DataFrame({"t": pd.Series(local)}), arrow=True)
    check.frame(pd.DataFrame({"t": pd.Series(local)}), arrow=False)
    with pytest.raises(WrongRowsError, match="row 0, column 't'"):
        checker(expected).frame(pd.DataFrame({"t": pd.Series(local)}), arrow=True)


def table(changed: tuple[int, int, object] | None = None) -> pa.Table:
    schema = pa.schema([pa.field("n", pa.int64()), pa.field("x", pa.float64()), pa.field("s", pa.utf8(), nullable=False)])
    columns = [list(column) for column in zip(*rows(changed))]
    return pa.Table.from_arrays([pa.array(column, field.type) for column, field in zip(columns, schema)], schema=schema)


def test_a_right_table_passes() -> None:
    checker(expected_of(window(), 13, "scan")).table(table())


@pytest.mark.parametrize("change", CHANGES)
def test_a_wrong_value_in_a_table_is_named(change: tuple[int, int, object]) -> None:
    with pytest.raises(WrongRowsError, match=f"row {change[0]}, column '{COLUMNS[change[1]].name}'"):
        checker(expected_of(window(), 13, "scan")).table(table(change))


def test_a_table_of_other_types_is_refused() -> None:
    with pytest.raises(WrongRowsError, match="the schema"):
        checker(expected_of(window(), 13, "scan")).table(table().cast(pa.schema([("n", pa.int64()), ("x", pa.float64()), ("s", pa.large_utf8())])))


def test_a_right_frame_passes_and_another_dtype_or_value_does_not() -> None:
    whole = Window((Column("n", "long", nullable=False), COLUMNS[2]), [[5, 6, 7, 8, 9], CELLS[2]], 3)
    expected = expected_of(whole, 7, "scan")
    right = pd.DataFrame({"n": np.array([5, 6, 7, 8, 9, 8, 9]), "s": list("abcdede")})
    checker(expected).frame(right, arrow=True)
    with pytest.raises(WrongRowsError, match="column 'n': expected dtype\\('int64'\\)"):
        checker(expected).frame(right.astype({"n": "float64"}), arrow=True)
    with pytest.raises(WrongRowsError, match="row 6, column 's': expected 'e', got 'x'"):
        checker(expected).frame(right.assign(s=list("abcdedx")), arrow=True)
    with pytest.raises(WrongRowsError, match="the index"):
        checker(expected).frame(right.set_index(pd.Index(range(1, 8))), arrow=True)


SHOWN = """+---+----+---+
|  n|   x|  s|
+---+----+---+
|  5| 0.5|  a|
|NULL| NaN|  b|
| -7|NULL|  c|
+---+----+---+
"""


def test_a_shown_table_is_compared_cell_by_cell() -> None:
    check_shown("test", SHOWN, expected_of(window(), 3, "scan"))
    for wrong in (SHOWN.replace("0.5", "0.6"), SHOWN.replace("NULL|  c", " NaN|  c"), SHOWN.replace("|  a|", "|  z|"), SHOWN + "only showing top 20 rows\n"):
        with pytest.raises(WrongRowsError):
            check_shown("test", wrong, expected_of(window(), 3, "scan"))
