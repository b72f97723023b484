"""Collected rows: tuples with names, and Python's own values."""

from __future__ import annotations

import datetime as dt
import gc
import pickle
import weakref
from typing import TYPE_CHECKING, Any

import pytest

from bridgebench.driver.errors import LocalTimeError, TimeZoneError
from bridgebench.driver.frame import no_cycle_search
from bridgebench.driver.rows import Row, batch_maker, row_class, row_maker
from bridgebench.setup import Column

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("n", "x", "count")


def test_a_row_is_a_tuple_whose_values_have_names() -> None:
    (row,) = row_maker(NAMES)([(1, 2.5, "a")])
    assert row == (1, 2.5, "a")
    assert isinstance(row, Row)
    attributes: Any = row
    assert (attributes.n, row["x"], row[2], row[0:2]) == (1, 2.5, "a", (1, 2.5))
    assert row.as_dict() == {"n": 1, "x": 2.5, "count": "a"}
    assert repr(row) == "Row(n=1, x=2.5, count='a')"


def test_a_field_named_like_a_method_of_tuples_is_reached_by_its_name_only() -> None:
    (row,) = row_maker(NAMES)([(1, 2.5, "a")])
    assert row["count"] == "a"
    assert callable(row.count)


def test_an_unknown_field_is_named_with_the_known_ones() -> None:
    (row,) = row_maker(NAMES)([(1, 2.5, "a")])
    with pytest.raises(KeyError, match="no field 'y': expected one of n, x, count"):
        row["y"]


def test_rows_of_one_schema_share_a_class_and_survive_a_pickle() -> None:
    (row,) = row_maker(NAMES)([(1, 2.5, "a")])
    assert row_class(NAMES) is type(row)
    again = pickle.loads(pickle.dumps(row))
    assert again == row
    assert type(again) is type(row)


def test_dates_moments_structs_and_bytes_become_pythons_own(local_zone: Callable[[str], None]) -> None:
    local_zone("UTC")
    columns = (
        Column("d", "date", nullable=True),
        Column("t", "timestamp", nullable=True),
        Column("s", "struct<a:long,b:string>", nullable=False),
        Column("b", "binary", nullable=False),
    )
    make = batch_maker(columns)
    assert make is not None
    rows = list(make([(-719162, -9_223_200_000_000_000, {"a": 1, "b": "x"}, bytearray(b"\x00")), (None, None, {"a": 2, "b": ""}, bytearray())]))
    assert rows == [(dt.date(1, 1, 1), dt.datetime(1677, 9, 23), (1, "x"), b"\x00"), (None, None, (2, ""), b"")]  # noqa: DTZ001
    assert rows[0][2].b == "x"
    assert type(rows[0][3]) is bytes


def test_moments_are_local_times_of_the_process(local_zone: Callable[[str], None]) -> None:
    make = batch_maker((Column("t", "timestamp", nullable=False),))
    assert make is not None
    # An hour before and an hour after the clocks went back in New York on 2021-11-07, and the hour that they showed twice.
    moments = [1_636_261_200_000_001, 1_636_268_400_000_001, 1_636_264_800_000_001]
    local_zone("America/New_York")
    assert [row[0] for row in make([(moment,) for moment in moments])] == [
        dt.datetime(2021, 11, 7, 1, 0, 0, 1),  # noqa: DTZ001
        dt.datetime(2021, 11, 7, 2, 0, 0, 1),  # noqa: DTZ001
        dt.datetime(2021, 11, 7, 1, 0, 0, 1),  # noqa: DTZ001
    ]
    local_zone("Australia/Adelaide")
    assert next(iter(make([(-1,)])))[0] == dt.datetime(1970, 1, 1, 9, 29, 59, 999_999)  # noqa: DTZ001


def test_a_moment_that_has_no_local_time_in_python_is_refused_with_the_way_out(local_zone: Callable[[str], None]) -> None:
    local_zone("America/New_York")
    make = batch_maker((Column("t", "timestamp", nullable=False),))
    assert make is not None
    with pytest.raises(LocalTimeError, match=r"-62135596800000000 microseconds after 1970: .*to_arrow"):
        list(make([(-62_135_596_800_000_000,)]))


def test_a_zone_that_python_or_the_system_does_not_know_is_refused(local_zone: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TimeZoneError, match=r"no time zone 'Mars/Olympus'.*expected an id of the IANA.*tzdata"):
        local_zone("Mars/Olympus")
    monkeypatch.setenv("TZDIR", "/nowhere")
    with pytest.raises(TimeZoneError, match=r"the system takes time zone 'America/New_York' to be.*apt install tzdata"):
        local_zone("America/New_York")


def test_plain_types_are_left_as_they_are() -> None:
    assert batch_maker((Column("n", "long", nullable=True), Column("s", "string", nullable=False))) is None


def test_the_search_for_cycles_goes_on_after_rows_were_made_even_when_that_failed() -> None:
    def fail() -> None:
        with no_cycle_search():
            assert not gc.isenabled()
            message = "broken"
            raise ValueError(message)

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert gc.isenabled()


def test_a_dropped_row_is_freed_at_once() -> None:
    class Value:
        pass

    value = Value()
    gone = weakref.ref(value)
    rows = list(row_maker(("v",))([(value,)]))
    del value, rows
    assert gone() is None
