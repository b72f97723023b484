"""``plus-one``: one more. Integers wrap around at their width, except while they are Python's own."""

from __future__ import annotations

from bridgebench.functions.forms import RowForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

TYPES = frozenset({"byte", "short", "int", "long", "float", "double", "decimal"})


def row_form(type_word: str) -> RowForm:
    """Return ``value + 1``; an integer may then exceed its column's width, and whoever narrows it wraps it around."""
    return RowForm("{value} + 1")


def series_form(type_word: str, *, faithful: bool) -> Callable[[Any], Any]:
    """Return ``series + 1``."""
    if type_word == "decimal" and faithful:
        # Python objects with None between them, which pandas cannot add to.
        return lambda series: series.map(lambda value: value + 1, na_action="ignore")
    return lambda series: series + 1


def array_form(type_word: str) -> Callable[[Any], Any]:
    """Return the kernel ``add``, which wraps integers around."""
    import pyarrow as pa
    from pyarrow import compute

    from bridgebench.codecs.arrow_batches import ARROW_TYPES

    kind = ARROW_TYPES[type_word]
    # pa.scalar(1) would import pandas wherever it is installed: half of a worker's start and of its memory.
    one = pa.Array.from_buffers(pa.int8(), 1, [None, pa.py_buffer(b"\x01")]).cast(kind)[0]
    add: Any = compute.add
    if type_word == "decimal":
        # Adding widens the precision by one.
        return lambda array: add(array, one).cast(kind)
    return lambda array: add(array, one)
