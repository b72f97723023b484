"""Tells whether values are the same, their classes included: one by one, and column by column in a few passes of C.

``==`` is not enough: ``1 == True == 1.0 == Decimal(1)``, a bytearray equals bytes and a row a tuple, ``-0.0 == 0.0``, ``Decimal("1") == Decimal("1.00")``,
and NaN equals nothing.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import chain, repeat
from math import copysign
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from bridgebench.driver.rows import row_class
from bridgebench.driver.to_pandas import FLOATING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Part = tuple[Iterable[Any], type]

_NOTHING = type(None)
_TOTALLY_EQUAL = {Decimal(0)}
_STRUCT = row_class(("a", "b"))
_CLASSES: dict[str, type] = {
    "boolean": bool,
    "byte": int,
    "short": int,
    "int": int,
    "long": int,
    "float": float,
    "double": float,
    "decimal": Decimal,
    "string": str,
    "binary": bytes,
    "date": dt.date,
    "timestamp": dt.datetime,
}


def same(one: Any, other: Any) -> bool:  # noqa: ANN401  values of every kind
    """Tell whether two values are the same: NaN equals NaN, 0.0 not -0.0, a null only a null, and a class its own."""
    if type(one) is not type(other):
        return False
    kind = next((kind for kind in _SAME if isinstance(one, kind)), None)
    return bool(one == other) if kind is None else _SAME[kind](one, other)


def _same_floats(one: float, other: float) -> bool:
    return (one == other and copysign(1, one) == copysign(1, other)) or (one != one and other != other)  # noqa: PLR0124  that is what NaN does


def _same_arrays(one: Any, other: Any) -> bool:  # noqa: ANN401  NumPy's
    return bool(one.dtype == other.dtype and np.array_equal(one, other))


def _same_elements(one: Any, other: Any) -> bool:  # noqa: ANN401  lists, tuples and rows
    return len(one) == len(other) and all(map(same, one, other))


def _same_entries(one: dict[Any, Any], other: dict[Any, Any]) -> bool:
    return set(map(type, one)) == set(map(type, other)) and one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())


_SAME: dict[type, Callable[[Any, Any], bool]] = {
    float: _same_floats,
    Decimal: lambda one, other: one.compare_total(other) == 0,
    np.ndarray: _same_arrays,
    list: _same_elements,
    tuple: _same_elements,
    dict: _same_entries,
}


class SameColumn:
    """Compares values of a column with those expected: equal lists in a few passes of C, others value by value."""

    def __init__(self, column_type: str, *, arrow: bool) -> None:
        """Compare values of this type; ``arrow`` where they came as Arrow, of which arrays and structs become other classes than of rows."""
        self._plain = _CLASSES.get(column_type)
        self._parts = _parts_of(column_type, arrow=arrow)
        self._equal = _equality(column_type, arrow=arrow)

    def are_of_their_classes(self, values: list[Any]) -> bool:
        """Tell whether all values that are no nulls, and the values in them, are of the classes that a user must get."""
        kinds = set(map(type, values))
        if self._plain is not None:
            return kinds <= {self._plain, _NOTHING}
        return all(set(map(type, part)) <= {kind} for part, kind in self._parts(_present(values) if _NOTHING in kinds else values))

    def are_equal(self, expected: list[Any], came: list[Any]) -> bool:
        """Tell whether two lists of values of these classes are the same."""
        return self._equal(expected, came)

    @staticmethod
    def first_difference(expected: list[Any], came: list[Any]) -> int | None:
        """Return the place of the first values that are not the same."""
        return next((i for i, (one, other) in enumerate(zip(expected, came)) if not same(one, other)), None)


def _present(values: list[Any]) -> list[Any]:
    return [value for value in values if value is not None]


def _parts_of(column_type: str, *, arrow: bool) -> Callable[[list[Any]], Iterator[Part]]:
    """Return what splits values that hold others into themselves and those, with the class of each part."""
    if column_type == "array<long>":
        return _arrays if arrow else _lists
    if column_type.startswith("struct"):
        return _dict_structs if arrow else _row_structs
    return _maps


def _arrays(values: list[Any]) -> Iterator[Part]:
    yield values, np.ndarray
    # A dtype's class is its own: Int64DType.
    yield (getattr(value, "dtype", None) for value in values), type(np.dtype(np.int64))


def _lists(values: list[Any]) -> Iterator[Part]:
    yield values, list
    yield chain.from_iterable(values), int


def _row_structs(values: list[Any]) -> Iterator[Part]:
    yield values, _STRUCT
    # Slices, as a row that is too short is told from others by its value.
    yield chain.from_iterable(map(tuple.__getitem__, values, repeat(slice(0, 1)))), int
    yield chain.from_iterable(map(tuple.__getitem__, values, repeat(slice(1, 2)))), str


def _dict_structs(values: list[Any]) -> Iterator[Part]:
    yield values, dict
    yield (value.get("a") for value in values), int
    yield (value.get("b") for value in values), str


def _maps(values: list[Any]) -> Iterator[Part]:
    yield values, dict
    yield chain.from_iterable(values), str
    yield chain.from_iterable(map(dict.values, values)), int


def _equality(column_type: str, *, arrow: bool) -> Callable[[list[Any], list[Any]], bool]:
    if column_type in FLOATING:
        return _equal_floats
    if column_type == "decimal":
        return _equal_decimals
    if column_type == "array<long>" and arrow:
        return lambda one, other: _as_lists(one) == _as_lists(other)
    # Lists are compared in C.
    return lambda one, other: one == other


def _equal_floats(one: list[Any], other: list[Any]) -> bool:
    # Where there is neither NaN nor a zero, which has a sign, equal floats are the same.
    if one == other and 0.0 not in one:
        return True
    return np.array_equal(arrow_bits(pa.array(one, pa.float64())), arrow_bits(pa.array(other, pa.float64())))


def _equal_decimals(one: list[Any], other: list[Any]) -> bool:
    return one == other and set(map(Decimal.compare_total, _present(one), _present(other))) <= _TOTALLY_EQUAL


def _as_lists(arrays: list[Any]) -> list[Any]:
    return [None if array is None else array.tolist() for array in arrays]


def arrow_bits(array: pa.Array) -> Any:  # noqa: ANN401  an array of integers
    """Return the bits of floats, one pattern for every NaN and one for every null."""
    bits = float_bits(array.fill_null(0).to_numpy(zero_copy_only=False))
    if array.null_count:
        bits[array.is_null().to_numpy(zero_copy_only=False)] = -1
    return bits


def float_bits(values: Any) -> Any:  # noqa: ANN401  NumPy arrays
    """Return the bits of floats as doubles, one pattern for every NaN."""
    wide = values.astype(np.float64)
    wide[np.isnan(wide)] = np.nan
    return wide.view(np.int64)
