"""Columns as pandas Series and back: with nullable dtypes, or by PySpark's own conversions (``faithful``).

The faithful conversions follow ``pyspark.sql.pandas.types._create_converter_to_pandas`` and the Arrow serializers of PySpark 4:
integers beside a null become float64, booleans beside a null become objects, dates, decimals, text and binary are objects,
timestamps are datetime64[ns] in the session's zone (UTC), a map is a dict, a struct is a DataFrame; on the way back NaN is null and casts are not
checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from bridgebench.errors import WrongResultError

if TYPE_CHECKING:
    from collections.abc import Callable

NULLABLE_DTYPES: dict[str, Any] = {
    "boolean": pd.BooleanDtype(),
    "byte": pd.Int8Dtype(),
    "short": pd.Int16Dtype(),
    "int": pd.Int32Dtype(),
    "long": pd.Int64Dtype(),
    "float": pd.Float32Dtype(),
    "double": pd.Float64Dtype(),
    # Text of Python objects: its methods are those of str, not Arrow's kernels.
    "string": pd.StringDtype("python"),
}
SESSION_ZONE = "UTC"
_UTC = pa.timestamp("us", "UTC")
_NUMPY_TYPES: dict[str, Any] = {"byte": np.int8, "short": np.int16, "int": np.int32, "long": np.int64, "float": np.float32, "double": np.float64}


def to_series(type_word: str, *, faithful: bool) -> Callable[[Any], Any]:
    """Return the function that turns an array into a Series."""
    if faithful:
        return _faithful(type_word)
    dtype = NULLABLE_DTYPES.get(type_word)
    if dtype is None:
        return lambda array: pd.Series(pd.arrays.ArrowExtensionArray(array))
    return lambda array: pd.Series(dtype.__from_arrow__(array))


def _faithful(type_word: str) -> Callable[[Any], Any]:
    if type_word.startswith("struct"):
        return lambda array: pd.DataFrame({field.name: array.field(field.name).to_pandas(date_as_object=True) for field in array.type})
    numpy_type = _NUMPY_TYPES.get(type_word)
    if numpy_type is None:
        return _FAITHFUL.get(type_word, lambda array: array.to_pandas(date_as_object=True))
    if type_word in ("float", "double"):
        return lambda array: array.to_pandas().astype(numpy_type, copy=False)
    return lambda array: array.to_pandas().astype(np.float64 if array.null_count else numpy_type, copy=False)


def _local_times(array: Any) -> Any:  # noqa: ANN401  an array, and a Series
    # Spark's arrays have the zone UTC; it changes no value, and what comes of it is part of the cost.
    return array.cast(_UTC).to_pandas(coerce_temporal_nanoseconds=True).dt.tz_convert(SESSION_ZONE).dt.tz_localize(None)


_FAITHFUL: dict[str, Callable[[Any], Any]] = {
    "boolean": lambda array: array.to_pandas().astype(object if array.null_count else np.bool_, copy=False),
    "timestamp": _local_times,
    "map<string,long>": lambda array: array.to_pandas().map(lambda entries: None if entries is None else dict(entries)),
}


def from_series(type_word: str, kind: Any, *, faithful: bool) -> Callable[[Any], Any]:  # noqa: ANN401  a pyarrow type
    """Return the function that turns a Series into an array of the result's type, and refuses one that holds something else."""
    prepare = _faithfully_prepared(type_word) if faithful else _as_it_is

    def array(series: Any) -> Any:  # noqa: ANN401  a Series, or a DataFrame for a faithful struct
        try:
            if isinstance(series, pd.DataFrame):
                return pa.StructArray.from_arrays([_field(series[field.name], field.type) for field in kind], fields=list(kind))
            prepared, prepared_kind = prepare(series, kind)
            mask = null_mask(prepared) if faithful else None
            made = pa.Array.from_pandas(prepared, mask=mask, type=prepared_kind, safe=not faithful)
            if isinstance(made, pa.ChunkedArray):
                made = made.combine_chunks()
            return made if made.type == kind else _narrowed(made, kind)
        except (pa.ArrowException, TypeError, ValueError, OverflowError) as unfit:
            message = f"the function's answers (dtype {getattr(series, 'dtype', 'of a frame')}) do not fit the result type {type_word} ({kind}): {unfit}"
            raise WrongResultError(message) from unfit

    return array


def _field(series: Any, kind: Any) -> Any:  # noqa: ANN401  a Series and a pyarrow type
    return pa.Array.from_pandas(series, mask=null_mask(series), type=kind)


def null_mask(series: Any) -> Any:  # noqa: ANN401  a Series, or what a function returned instead
    """Return what is missing in a Series, which Arrow finds by itself but PySpark looks for first; None where it does not either."""
    return series.isna() if isinstance(series, pd.Series) and not hasattr(series.array, "__arrow_array__") else None


def _as_it_is(series: Any, kind: Any) -> tuple[Any, Any]:  # noqa: ANN401  a Series and a pyarrow type
    return series, kind


def _faithfully_prepared(type_word: str) -> Callable[[Any, Any], tuple[Any, Any]]:
    """Return what PySpark makes of a Series before Arrow takes it: another Series, and the type that it is to have."""
    if type_word == "timestamp":
        return _instants
    if type_word.startswith("map"):
        return lambda series, kind: (pd.Series(series).apply(_entries), kind)
    if type_word.startswith("array"):
        return lambda series, kind: (pd.Series(series).apply(lambda elements: None if elements is None else list(elements)), kind)
    return _as_it_is


def _instants(series: Any, kind: Any) -> tuple[Any, Any]:  # noqa: ANN401  a Series and a pyarrow type
    series = pd.Series(series)
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        return series.dt.tz_convert("UTC"), _UTC
    if series.dtype.kind == "M":
        return series.dt.tz_localize(SESSION_ZONE, ambiguous=False).dt.tz_convert("UTC"), _UTC
    return series, kind


def _entries(entries: Any) -> Any:  # noqa: ANN401  a dict, as PySpark has it, or pairs
    return list(entries.items()) if isinstance(entries, dict) else entries


def _narrowed(made: Any, kind: Any) -> Any:  # noqa: ANN401  a pyarrow array and type
    """Cast between types of one family, such as decimals of another precision; text is never parsed into numbers."""
    for family in (_is_number, pa.types.is_temporal, _is_text, _is_binary, pa.types.is_nested):
        if family(made.type) and family(kind):
            return made.cast(kind)
    message = f"expected {kind}, got {made.type}"
    raise TypeError(message)


def _is_number(kind: Any) -> bool:  # noqa: ANN401  a pyarrow type
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _is_text(kind: Any) -> bool:  # noqa: ANN401  a pyarrow type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _is_binary(kind: Any) -> bool:  # noqa: ANN401  a pyarrow type
    return bool(pa.types.is_binary(kind) or pa.types.is_large_binary(kind))
