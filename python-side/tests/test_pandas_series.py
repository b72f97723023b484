"""What a function sees with ``dtypes: faithful`` is what PySpark's pandas functions see, and comes back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from bridgebench.codecs.arrow_batches import ARROW_TYPES
from bridgebench.codecs.pandas_series import from_series, to_series

MOMENT = dt.datetime(2021, 11, 7, 6, 30, 0, 7)  # noqa: DTZ001
SEEN: list[tuple[str, Any, Any, type]] = [
    ("boolean", True, bool, np.bool_),
    ("byte", 1, np.int8, np.int8),
    ("short", 1, np.int16, np.int16),
    ("int", 1, np.int32, np.int32),
    ("long", 2**53 + 1, np.int64, np.int64),
    ("float", 0.5, np.float32, np.float32),
    ("double", 0.5, np.float64, np.float64),
    ("decimal", Decimal("1.5000"), object, Decimal),
    ("string", "a", object, str),
    ("binary", b"a", object, bytes),
    ("date", dt.date(1, 1, 1), object, dt.date),
    ("timestamp", MOMENT, "datetime64[ns]", pd.Timestamp),
    ("array<long>", [1, 2], object, np.ndarray),
    ("map<string,long>", {"k": 1}, object, dict),
]


@pytest.mark.parametrize(("kind", "value", "dtype", "cls"), SEEN)
def test_a_value_is_of_pysparks_class_and_comes_back(kind: str, value: Any, dtype: Any, cls: type) -> None:
    arrow = ARROW_TYPES[kind]
    given = list(value.items()) if isinstance(value, dict) else value
    array = pa.array([given, given], arrow)
    series = to_series(kind, faithful=True)(array)
    assert series.dtype == np.dtype(dtype)
    assert type(series.iloc[0]) is cls
    assert from_series(kind, arrow, faithful=True)(series).equals(array)


def test_a_struct_is_a_frame_of_its_fields() -> None:
    arrow = ARROW_TYPES["struct<a:long,b:string>"]
    array = pa.array([{"a": 1, "b": "x"}], arrow)
    frame = to_series("struct<a:long,b:string>", faithful=True)(array)
    assert isinstance(frame, pd.DataFrame)
    assert [str(dtype) for dtype in frame.dtypes] == ["int64", "object"]
    assert from_series("struct<a:long,b:string>", arrow, faithful=True)(frame).equals(array)


def test_nulls_among_maps_arrays_and_timestamps_stay_nulls() -> None:
    for kind, value in (("map<string,long>", [("k", 1)]), ("array<long>", [1]), ("timestamp", MOMENT)):
        array = pa.array([value, None], ARROW_TYPES[kind])
        series = to_series(kind, faithful=True)(array)
        assert series.isna().tolist() == [False, True]
        assert from_series(kind, array.type, faithful=True)(series).equals(array)


def test_a_timestamp_has_no_zone_when_a_function_sees_it_and_may_have_one_when_it_is_returned() -> None:
    array = pa.array([MOMENT], ARROW_TYPES["timestamp"])
    series = to_series("timestamp", faithful=True)(array)
    assert series.iloc[0].tzinfo is None
    elsewhere = series.dt.tz_localize("UTC").dt.tz_convert("America/New_York")
    assert from_series("timestamp", array.type, faithful=True)(elsewhere).equals(array)


@pytest.mark.parametrize("answer", [[{"k": 1}, None, {}], [[("k", 1)], None, []]])
def test_maps_may_be_returned_as_dicts_and_as_pairs(answer: list[Any]) -> None:
    kind = ARROW_TYPES["map<string,long>"]
    made = from_series("map<string,long>", kind, faithful=True)(pd.Series(answer))
    assert made.to_pylist() == [[("k", 1)], None, []]
