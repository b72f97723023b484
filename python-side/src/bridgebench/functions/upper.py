"""``upper``: text in capitals, by Python's own rules for rows and pandas, by Arrow's for arrays (they differ on ß)."""

from __future__ import annotations

from bridgebench.functions.forms import RowForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

TYPES = frozenset({"string"})


def row_form(type_word: str) -> RowForm:
    """Return ``str.upper``."""
    return RowForm("upper({value})", {"upper": str.upper})


def series_form(type_word: str, *, faithful: bool) -> Callable[[Any], Any]:
    """Return ``Series.str.upper``, which calls ``str.upper`` for each value."""
    return lambda series: series.str.upper()


def array_form(type_word: str) -> Callable[[Any], Any]:
    """Return the kernel ``utf8_upper``."""
    from pyarrow import compute

    kernel: Callable[[Any], Any] = compute.utf8_upper
    return kernel
