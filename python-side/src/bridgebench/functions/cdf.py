"""``cdf``: the cumulative probability of the standard normal distribution, by ``math.erfc`` for rows and by SciPy's ``ndtr`` for arrays."""

from __future__ import annotations

import math

from bridgebench.errors import MissingPackageError
from bridgebench.functions.forms import RowForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

TYPES = frozenset({"double", "long"})
MINUS_ROOT_OF_HALF = -math.sqrt(0.5)


def row_form(type_word: str) -> RowForm:
    """Return ``0.5 * erfc(-x / sqrt(2))``."""
    return RowForm("0.5 * erfc({value} * minus_root_of_half)", {"erfc": math.erfc, "minus_root_of_half": MINUS_ROOT_OF_HALF})


def series_form(type_word: str, *, faithful: bool) -> Callable[[Any], Any]:
    """Return ``ndtr`` over a Series."""
    import pandas as pd

    ndtr = _ndtr()
    if faithful:
        return lambda series: pd.Series(ndtr(series.to_numpy(dtype="float64")))

    def cdf_of_nullable(series: Any) -> Any:  # noqa: ANN401  a pandas Series
        null = series.isna().to_numpy()
        values = series.to_numpy(dtype="float64", na_value=0.0)
        return pd.Series(pd.arrays.FloatingArray(ndtr(values), null))

    return cdf_of_nullable


def array_form(type_word: str) -> Callable[[Any], Any]:
    """Return ``ndtr`` over an array."""
    import pyarrow as pa

    ndtr = _ndtr()

    def cdf_of_array(array: Any) -> Any:  # noqa: ANN401  a pyarrow array
        values = array.cast(pa.float64(), safe=False) if type_word == "long" else array
        if not array.null_count:
            return pa.array(ndtr(values.to_numpy()))
        null = array.is_null().to_numpy(zero_copy_only=False)
        return pa.array(ndtr(values.fill_null(0.0).to_numpy()), mask=null)

    return cdf_of_array


def _ndtr() -> Callable[[Any], Any]:
    try:
        from scipy.special import ndtr
    except ImportError as missing:
        package = "scipy"
        raise MissingPackageError(package, "the function cdf in the modes arrow-pandas and arrow") from missing
    kernel: Callable[[Any], Any] = ndtr
    return kernel
