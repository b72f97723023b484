"""Frames get the dtypes that PySpark gives, whichever way their rows came; and frames go to the JVM without a loss."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from bridgebench.codecs.arrow_batches import ARROW_TYPES
from bridgebench.driver.errors import PandasLimitError
from bridgebench.driver.expected import Window
from bridgebench.driver.from_pandas import arrow_table, pickled_rows
from bridgebench.driver.inputs import pandas_input, shown_again
from bridgebench.driver.rows import row_maker
from bridgebench.driver.to_pandas import from_rows, from_table
from bridgebench.setup import Column

DTYPES = [
    ("byte", [1, -2], False, np.int8),
    ("byte", [1, None], True, np.float64),
    ("byte", [1, 2], True, np.int8),
    ("short", [1, 2], False, np.int16),
    ("int", [1, None], True, np.float64),
    ("long", [2**62, 1], False, np.int64),
    ("long", [1, None], True, np.float64),
    ("float", [0.5, None], True, np.float32),
    ("double", [0.5, None], True, np.float64),
    ("boolean", [True, False], True, bool),
    ("boolean", [True, None], True, object),
    ("decimal", [Decimal("1.5000"), None], True, object),
    ("string", ["a", None], True, object),
    ("binary", [b"a", None], True, object),
    ("date", [dt.date(1, 1, 1), None], True, object),
    ("array<long>", [[1, 2], []], False, object),
]


def table_of(kind: str, values: list[Any], *, nullable: bool) -> pa.Table:
    arrow = pa.timestamp("us", "UTC") if kind == "timestamp" else ARROW_TYPES[kind]
    return pa.table([pa.array(values, arrow)], schema=pa.schema([pa.field("c", arrow, nullable)]))


def frame_of(table: pa.Table, zone: str = "UTC", *, self_destruct: bool = False, split_blocks: bool = False) -> pd.DataFrame:
    return from_table([table], zone, self_destruct=self_destruct, split_blocks=split_blocks, pool=None)


@pytest.mark.parametrize(("kind", "values", "nullable", "dtype"), DTYPES)
@pytest.mark.parametrize("frugal", [False, True])
def test_arrow_gives_pysparks_dtype(kind: str, values: list[Any], nullable: bool, dtype: Any, frugal: bool) -> None:  # noqa: FBT001
    frame = frame_of(table_of(kind, values, nullable=nullable), self_destruct=frugal, split_blocks=frugal)
    assert frame["c"].dtype == np.dtype(dtype)


@pytest.mark.parametrize(("kind", "values", "nullable", "dtype"), DTYPES)
def test_rows_give_the_same_dtype(kind: str, values: list[Any], nullable: bool, dtype: Any) -> None:  # noqa: FBT001
    rows = list(row_maker(("c",))([(value,) for value in values]))
    assert from_rows(rows, (Column("c", kind, nullable=nullable),), "UTC")["c"].dtype == np.dtype(dtype)


def test_timestamps_become_local_times_of_the_zone_both_ways() -> None:
    column = Column("c", "timestamp", nullable=True)
    moment = dt.datetime(2021, 7, 1, 12, tzinfo=dt.timezone.utc)
    expected = pd.Series([pd.Timestamp("2021-07-01 08:00"), pd.NaT], name="c").astype("datetime64[ns]")
    arrow = frame_of(table_of("timestamp", [moment, None], nullable=True), "America/New_York")
    pd.testing.assert_series_equal(arrow["c"], expected)
    rows = from_rows([(dt.datetime(2021, 7, 1, 8),), (None,)], (column,), "America/New_York")  # noqa: DTZ001
    pd.testing.assert_series_equal(rows["c"], expected)


def test_a_struct_is_a_dict_from_arrow_and_a_row_from_rows_and_a_map_a_dict() -> None:
    struct, entries = Column("c", "struct<a:long,b:string>", nullable=False), Column("c", "map<string,long>", nullable=True)
    assert frame_of(table_of(struct.type, [{"a": 1, "b": "x"}], nullable=False))["c"].tolist() == [{"a": 1, "b": "x"}]
    (row,) = row_maker(("a", "b"))([(1, "x")])
    assert from_rows([(row,)], (struct,), "UTC")["c"].tolist() == [row]
    assert frame_of(table_of(entries.type, [[("k", 1)], None], nullable=True))["c"].tolist() == [{"k": 1}, None]


@pytest.mark.parametrize("arrow", [True, False])
def test_a_moment_outside_of_nanoseconds_is_refused_with_its_column(arrow: bool) -> None:  # noqa: FBT001
    column = Column("when", "timestamp", nullable=False)
    far = dt.datetime(9999, 12, 31)  # noqa: DTZ001
    table = pa.table({"when": pa.array([far], pa.timestamp("us", "UTC"))})
    with pytest.raises(PandasLimitError, match=r"pandas cannot hold.*'when'.*to_arrow"):
        _ = frame_of(table) if arrow else from_rows([(far,)], (column,), "UTC")


def test_no_rows_make_a_frame_with_the_columns() -> None:
    column = Column("c", "long", nullable=False)
    for frame in (from_rows([], (column,), "UTC"), frame_of(table_of("long", [], nullable=False))):
        assert list(frame.columns) == ["c"]
        assert frame["c"].dtype == np.int64
        assert len(frame) == 0


def test_what_goes_to_the_jvm_keeps_nulls_apart_from_not_a_number() -> None:
    values = pd.Series(pd.arrays.FloatingArray(np.array([1.0, np.nan, 0.0]), np.array([False, False, True])))
    frame = pd.DataFrame({"x": values})
    columns = (Column("x", "double", nullable=True),)
    (arrow,) = arrow_table(frame, columns, "UTC").columns
    assert arrow.null_count == 1
    assert np.isnan(arrow[1].as_py())
    rows = pickled_rows(frame, columns, "UTC")
    assert rows[0] == 1.0
    assert np.isnan(rows[1])
    assert rows[2] is None


def test_local_times_go_to_the_jvm_as_instants() -> None:
    frame = pd.DataFrame({"t": pd.Series([pd.Timestamp("2021-07-01 08:00"), pd.NaT]), "d": [dt.date(1970, 1, 2), None]})
    columns = (Column("t", "timestamp", nullable=True), Column("d", "date", nullable=True))
    noon = 1_625_140_800_000_000
    assert pickled_rows(frame, columns, "America/New_York") == [(noon, 1), (None, None)]
    table = arrow_table(frame, columns, "America/New_York")
    assert table["t"].cast(pa.int64()).to_pylist() == [noon, None]


# Out of order: the second of the two hours that New York's clocks showed on 2021-11-07, then other times, then it again.
UNSORTED = ["2021-11-07 01:30", "2021-11-07 00:30", "2021-11-07 02:30", "2021-11-07 01:15", "2021-03-14 03:30"]
AS_STANDARD_TIME = ["2021-11-07 06:30", "2021-11-07 04:30", "2021-11-07 07:30", "2021-11-07 06:15", "2021-03-14 07:30"]


def test_a_time_that_a_clock_showed_twice_is_the_later_one_in_any_order() -> None:
    frame = pd.DataFrame({"t": pd.to_datetime(pd.Series(UNSORTED))})
    column = Column("t", "timestamp", nullable=False)
    micros = pd.to_datetime(pd.Series(AS_STANDARD_TIME)).dt.as_unit("us").astype("int64").tolist()
    assert pickled_rows(frame, (column,), "America/New_York") == micros
    assert arrow_table(frame, (column,), "America/New_York")["t"].cast(pa.int64()).to_pylist() == micros


def test_times_with_a_zone_go_to_the_jvm_as_the_instants_that_they_are() -> None:
    frame = pd.DataFrame({"t": pd.Series([pd.Timestamp("2021-11-07 05:30", tz="UTC"), pd.NaT]).dt.tz_convert("Australia/Adelaide")})
    column = Column("t", "timestamp", nullable=True)
    assert pickled_rows(frame, (column,), "America/New_York") == [1_636_263_000_000_000, None]
    assert arrow_table(frame, (column,), "America/New_York")["t"].cast(pa.int64()).to_pylist() == [1_636_263_000_000_000, None]


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Adelaide", "Australia/Lord_Howe"])
def test_what_a_frame_cannot_say_is_known_before_it_is_sent(zone: str) -> None:
    column = Column("t", "timestamp", nullable=True)
    quarters = [1_617_000_000_000_000 + 900_000_000 * i for i in range(30_000)]
    cells = [*reversed(quarters), None]
    window = Window((column,), [cells], 1)
    later = shown_again(cells, zone)
    # An hour, or on Lord Howe half of one, in quarters.
    assert len(later) == (2 if zone == "Australia/Lord_Howe" else 4)
    expected = [later.get(place, cell) for place, cell in enumerate(cells)]
    frame = pandas_input(window, len(cells), zone)
    assert frame["t"].dtype == np.dtype("datetime64[us]")
    assert pickled_rows(frame, (column,), zone) == expected
    assert arrow_table(frame, (column,), zone)["t"].cast(pa.int64()).to_pylist() == expected
    assert shown_again(cells, "UTC") == {}
