"""What the built-ins mean for every type they are defined for, in every form, at the edges of the type."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from batches import MODES, run_task, settings
from driver import column
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from bridgebench.functions.subtract_mean import mean_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from driver import DaemonChild, Worker

    Start = Callable[[str], Worker | DaemonChild]

NAN = float("nan")
INFINITY = float("inf")
WIDTHS = {"byte": 8, "short": 16, "int": 32, "long": 64}


def answers_of(start: Start, mode: str, function: str, type_word: str, values: list[Any], result: str | None = None, **others: Any) -> list[Any]:
    columns = [column(type_word, nullable=True)]
    results = [column(result or type_word, nullable=True)]
    with start("unix") as worker:
        worker.set_up(mode, **settings(columns, {"name": function}, results, **others))
        return [value for (value,) in run_task(worker, mode, columns, results, [[(value,) for value in values], []])]


def wrapped(value: int, bits: int) -> int:
    half = 1 << (bits - 1)
    return (value + half) % (2 * half) - half


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("type_word", WIDTHS)
def test_plus_one_wraps_integers_around_at_their_width(mode: str, type_word: str, start: Start) -> None:
    bits = WIDTHS[type_word]
    values = [0, -1, None, 2 ** (bits - 1) - 1, -(2 ** (bits - 1))]
    answers = answers_of(start, mode, "plus-one", type_word, values)
    # In a pickle the answer is Python's own integer; the JVM narrows it.
    assert [value if value is None else wrapped(value, bits) for value in answers] == [None if value is None else wrapped(value + 1, bits) for value in values]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("type_word", ["float", "double"])
def test_plus_one_keeps_nan_infinity_and_null_apart(mode: str, type_word: str, start: Start) -> None:
    answers = answers_of(start, mode, "plus-one", type_word, [-0.0, 1.5, None, INFINITY, -INFINITY, NAN])
    assert answers[:5] == [1.0, 2.5, None, INFINITY, -INFINITY]
    assert math.isnan(answers[5])


@pytest.mark.parametrize("mode", MODES)
def test_plus_one_adds_to_decimals_without_changing_their_scale(mode: str, start: Start) -> None:
    values = [Decimal("-1.0000"), None, Decimal("99999999999998.9999")]
    answers = answers_of(start, mode, "plus-one", "decimal", values)
    assert [str(answer) for answer in answers] == ["0.0000", "None", "99999999999999.9999"]


@pytest.mark.parametrize(("mode", "sharp"), [("pickle", "SS"), ("arrow-row", "SS"), ("arrow-pandas", "SS"), ("arrow", "ẞ")])
def test_upper_is_pythons_but_for_arrows_own_kernel(mode: str, sharp: str, start: Start) -> None:
    assert answers_of(start, mode, "upper", "string", ["aé日😀", "", None, "ß"]) == ["AÉ日😀", "", None, sharp]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("type_word", ["double", "long"])
def test_cdf_is_the_normal_distributions(mode: str, type_word: str, start: Start) -> None:
    values: list[Any] = [0, 1, None, -3, 5]
    expected = [0.5, 0.8413447460685429, None, 0.0013498980316300933, 0.9999997133484281]
    given_values = [value if value is None or type_word == "long" else float(value) for value in values]
    answers = answers_of(start, mode, "cdf", type_word, given_values, "double")
    assert answers == [None if value is None else pytest.approx(value, rel=1e-13) for value in expected]


@pytest.mark.parametrize("mode", MODES)
def test_cdf_knows_the_ends(mode: str, start: Start) -> None:
    answers = answers_of(start, mode, "cdf", "double", [INFINITY, -INFINITY, NAN, -0.0])
    assert (answers[0], answers[1], answers[3]) == (1.0, 0.0, 0.5)
    assert math.isnan(answers[2])


@pytest.mark.parametrize("mode", MODES)
def test_subtract_mean_leaves_nulls_out_and_lets_nan_win(mode: str, start: Start) -> None:
    assert answers_of(start, mode, "subtract-mean", "double", [1.0, None, 3.0]) == [-1.0, None, 1.0]
    assert answers_of(start, mode, "subtract-mean", "double", [None, None]) == [None, None]
    answers = answers_of(start, mode, "subtract-mean", "double", [1.0, None, NAN])
    assert answers[1] is None
    assert math.isnan(answers[0])
    assert math.isnan(answers[2])


@pytest.mark.parametrize("mode", MODES)
def test_the_mean_of_extreme_longs_does_not_overflow(mode: str, start: Start) -> None:
    high = 2**63 - 1
    answers = answers_of(start, mode, "subtract-mean", "long", [high, high, high - 2**62, None], "double")
    expected = [2**62 / 3, 2**62 / 3, -(2**63) / 3, None]
    assert answers == [None if value is None else pytest.approx(value, rel=1e-12) for value in expected]


@pytest.mark.parametrize("mode", MODES)
def test_columns_that_a_function_is_not_defined_for_pass_through(mode: str, start: Start) -> None:
    columns = [column("string", "s", nullable=True), column("long", "n"), column("boolean", "b", nullable=True)]
    rows = [("a", 1, True), (None, 2, None)]
    with start("unix") as worker:
        worker.set_up(mode, **settings(columns, {"name": "plus-one"}))
        assert run_task(worker, mode, columns, columns, [rows]) == [("a", 2, True), (None, 3, None)]


@pytest.mark.parametrize("mode", MODES)
def test_fifty_columns_come_back_in_their_order(mode: str, start: Start) -> None:
    columns = [column("double", f"c{index}") for index in range(50)]
    rows = [tuple(float(row * 50 + index) for index in range(50)) for row in range(20)]
    with start("unix") as worker:
        worker.set_up(mode, **settings(columns, {"name": "identity"}))
        assert run_task(worker, mode, columns, columns, [rows]) == rows


def test_faithful_dtypes_turn_a_long_beside_a_null_into_float64(start: Start) -> None:
    beside_null = answers_of(start, "arrow-pandas", "identity", "long", [2**53 + 1, None], dtypes="faithful")
    assert beside_null == [2**53, None], "float64 has no room for the last place"
    assert answers_of(start, "arrow-pandas", "identity", "long", [2**53 + 1], dtypes="faithful") == [2**53 + 1]


def test_faithful_dtypes_turn_nan_into_null(start: Start) -> None:
    assert answers_of(start, "arrow-pandas", "plus-one", "double", [1.0, NAN, None], dtypes="faithful") == [2.0, None, None]


@pytest.mark.parametrize(
    ("type_word", "values"),
    [
        ("boolean", [True, None, False]),
        ("byte", [1, None]),
        ("float", [0.5, None]),
        ("decimal", [Decimal("1.2500"), None]),
        ("string", ["ß", None, ""]),
        ("binary", [b"\x00", None, b""]),
        ("array<long>", [[1, 2], None, []]),
        ("struct<a:long,b:string>", [{"a": 1, "b": "x"}, {"a": 2, "b": ""}]),
        ("map<string,long>", [{"k": 1}, None, {}]),
    ],
)
def test_faithful_dtypes_keep_what_they_can_hold(type_word: str, values: list[Any], start: Start) -> None:
    assert answers_of(start, "arrow-pandas", "identity", type_word, values, dtypes="faithful") == values


@given(st.lists(st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1)), max_size=50))
@examples(deadline=None)
def test_the_mean_of_longs_is_exact_to_the_last_place_of_a_double(values: list[int | None]) -> None:
    present = [value for value in values if value is not None]
    mean = mean_of(list(values))
    assert mean == (sum(present) / len(present) if present else None)
