"""``subtract-mean``: the distance from the mean of the batch's values that are not null. A NaN among them makes every answer NaN."""

from __future__ import annotations

from bridgebench.functions.forms import RowForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

TYPES = frozenset({"long", "double"})


def row_form(type_word: str) -> RowForm:
    """Return ``value - mean``, with the mean taken once a batch."""
    return RowForm("{value} - {batch}", {"mean_of": mean_of}, of_batch="mean_of")


def mean_of(values: list[float | None]) -> float | None:
    """Return the mean of the values that are not None, or None where there are none. The sum of integers is exact."""
    present = [value for value in values if value is not None]
    return sum(present) / len(present) if present else None


def series_form(type_word: str, *, faithful: bool) -> Callable[[Any], Any]:
    """Return the same over a Series in float64, so that the sum of longs cannot overflow."""
    if faithful:
        # NumPy's dtypes hold no null: NaN stands for it, and the mean leaves it out.
        return lambda series: _minus(series.astype("float64", copy=False), series.mean())
    dtype = "Float64"

    def subtract_mean(series: Any) -> Any:  # noqa: ANN401  a pandas Series
        present = series.dropna().to_numpy(dtype="float64")
        # Series.mean() of a nullable dtype answers NA where a NaN is among the values.
        return _minus(series.astype(dtype, copy=False), float(present.mean()) if len(present) else 0.0)

    return subtract_mean


def _minus(series: Any, mean: float) -> Any:  # noqa: ANN401  a pandas Series
    return series - mean


def array_form(type_word: str) -> Callable[[Any], Any]:
    """Return the kernels ``mean`` and ``subtract`` in float64, so that the sum of longs cannot overflow."""
    import pyarrow as pa
    from pyarrow import compute

    subtract: Any = compute.subtract
    mean: Any = compute.mean
    if type_word == "long":

        def subtract_mean_of_longs(array: Any) -> Any:  # noqa: ANN401  a pyarrow array
            values = array.cast(pa.float64(), safe=False)
            return subtract(values, mean(values))

        return subtract_mean_of_longs
    return lambda array: subtract(array, mean(array))
