"""Frames and rows are what real PySpark gives: ``pyspark-dtypes.json`` is its own record, made by ``scripts/pyspark-dtypes/record_dtypes.py``."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from bridgebench.codecs.arrow_batches import ARROW_TYPES
from bridgebench.driver.expected import Window, cells_of_table
from bridgebench.driver.from_pandas import arrow_table, pickled_rows
from bridgebench.driver.inputs import pandas_input
from bridgebench.driver.rows import Row, batch_maker
from bridgebench.driver.to_pandas import from_rows, from_table
from bridgebench.setup import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    Zone = Callable[[str], None]

RECORD = json.loads(Path(__file__).with_name("pyspark-dtypes.json").read_text(encoding="utf-8"))
TYPES = RECORD["types"]
ZONES = RECORD["zones"]
NAMES = [f"{of['type']}-{'nullable' if of['nullable'] else 'not-null'}-{'nulls' if None in of['cells'] else 'full'}" for of in TYPES]
SAME_ZONES = [of for of in ZONES if of["processZone"] == of["sessionZone"]]
TO_CELL: dict[str, Callable[[Any], Any]] = {"decimal": Decimal, "binary": lambda digits: bytearray(bytes.fromhex(digits))}


def column_of(of: dict[str, Any]) -> Column:
    return Column("c", of["type"], nullable=of["nullable"])


def cells_of(of: dict[str, Any]) -> list[Any]:
    """The values as they travel."""
    make = TO_CELL.get(of["type"], lambda cell: cell)
    return [None if cell is None else make(cell) for cell in of["cells"]]


def collected(cells: list[Any], column: Column) -> list[Any]:
    make = batch_maker((column,))
    rows = [(cell,) for cell in cells]
    return [row[0] for row in (rows if make is None else make(rows))]


def table_of(cells: list[Any], column: Column) -> pa.Table:
    arrow = ARROW_TYPES[column.type]
    if column.type == "timestamp":
        arrow, array = pa.timestamp("us", "UTC"), pa.array(cells, pa.int64()).cast(pa.timestamp("us", "UTC"))
    elif column.type == "date":
        array = pa.array(cells, pa.int32()).cast(arrow)
    elif pa.types.is_struct(arrow):
        # As Spark writes them: under a null the fields are null too, which makes floats of a field's whole numbers in pandas.
        fields = [pa.array([None if cell is None else cell[field.name] for cell in cells], field.type) for field in arrow]
        array = pa.StructArray.from_arrays(fields, fields=list(arrow), mask=pa.array([cell is None for cell in cells]))
    else:
        array = pa.array([list(cell.items()) if isinstance(cell, dict) and pa.types.is_map(arrow) else cell for cell in cells], arrow)
    return pa.table([array], schema=pa.schema([pa.field("c", arrow, column.nullable)]))


def frame_of(cells: list[Any], column: Column, mode: str, zone: str) -> pd.DataFrame:
    if mode == "arrow":
        return from_table([table_of(cells, column)], zone, self_destruct=False, split_blocks=False, pool=None)
    return from_rows([(value,) for value in collected(cells, column)], (column,), zone)


def described(values: list[Any]) -> dict[str, Any]:
    return {"classes": [class_of(value) for value in values], "values": [repr(value) for value in values]}


def class_of(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return f"ndarray[{value.dtype}]"
    if isinstance(value, Row):
        return f"Row({', '.join(f'{name}: {class_of(part)}' for name, part in value.as_dict().items())})"
    if isinstance(value, dict):
        return f"dict({', '.join(f'{class_of(key)}: {class_of(part)}' for key, part in value.items())})"
    if isinstance(value, (list, tuple)):
        return f"{type(value).__name__}({', '.join(map(class_of, value))})"
    return type(value).__name__


def series(frame: pd.DataFrame) -> dict[str, Any]:
    return {"dtype": str(frame["c"].dtype), **described(frame["c"].tolist())}


def test_every_type_is_recorded_with_and_without_nulls() -> None:
    assert {of["type"] for of in TYPES} == set(ARROW_TYPES)
    assert len(set(NAMES)) == 3 * len(ARROW_TYPES)


@pytest.mark.parametrize("of", TYPES, ids=NAMES)
def test_collected_values_are_pysparks(of: dict[str, Any], local_zone: Zone) -> None:
    local_zone("UTC")
    assert described(collected(cells_of(of), column_of(of))) == of["collect"]


@pytest.mark.parametrize("mode", ["arrow", "pickle"])
@pytest.mark.parametrize("of", TYPES, ids=NAMES)
def test_frames_have_pysparks_dtypes_and_values(of: dict[str, Any], mode: str, local_zone: Zone) -> None:
    local_zone("UTC")
    assert series(frame_of(cells_of(of), column_of(of), mode, "UTC")) == of[f"toPandas {mode}"]


@pytest.mark.parametrize("of", TYPES, ids=NAMES)
def test_what_pyspark_takes_from_a_frame_with_arrow_is_taken(of: dict[str, Any], local_zone: Zone) -> None:
    local_zone("UTC")
    column = column_of(of)
    frame = pandas_input(Window((column,), [cells_of(of)], 1), len(of["cells"]))
    came = described(collected(cells_of_table(arrow_table(frame, (column,), "UTC"))[0], column))
    recorded = of["createDataFrame arrow"]
    if "raises" in recorded:
        assert (of["type"], of["nullable"]) in {("float", False), ("double", False)}, "PySpark takes NaN for null, and refuses it where there may be none"
    else:
        assert came == recorded


@pytest.mark.parametrize("of", TYPES, ids=NAMES)
def test_what_pyspark_takes_from_a_frame_without_arrow_is_taken_and_nulls_too(of: dict[str, Any], local_zone: Zone) -> None:
    local_zone("UTC")
    column = column_of(of)
    frame = pandas_input(Window((column,), [cells_of(of)], 1), len(of["cells"]))
    came = described(collected(pickled_rows(frame, (column,), "UTC"), column))
    recorded = of["createDataFrame pickle"]
    if None in of["cells"] and of["type"] in {"byte", "short", "int", "long", "boolean"}:
        assert recorded["raises"] == "PySparkTypeError"
    elif None in of["cells"] and of["type"] in {"float", "double"}:
        assert recorded["values"] == [value.replace("None", "nan") for value in came["values"]]
    else:
        assert came == recorded


@pytest.mark.parametrize("of", ZONES, ids=lambda of: f"{of['processZone']}-{of['sessionZone']}")
def test_collected_timestamps_are_local_times_of_the_process_not_of_the_session(of: dict[str, Any], local_zone: Zone) -> None:
    local_zone(of["processZone"])
    assert described(collected(of["cells"], Column("c", "timestamp", nullable=True))) == of["collect"]


@pytest.mark.parametrize("mode", ["arrow", "pickle"])
@pytest.mark.parametrize("of", SAME_ZONES, ids=lambda of: of["sessionZone"])
def test_timestamps_in_frames_are_pysparks_on_both_sides_of_a_change(of: dict[str, Any], mode: str, local_zone: Zone) -> None:
    local_zone(of["processZone"])
    assert series(frame_of(of["cells"], Column("c", "timestamp", nullable=True), mode, of["sessionZone"])) == of[f"toPandas {mode}"]


@pytest.mark.parametrize("of", ZONES, ids=lambda of: f"{of['processZone']}-{of['sessionZone']}")
def test_local_times_become_pysparks_instants(of: dict[str, Any]) -> None:
    column = Column("c", "timestamp", nullable=True)
    frame = pd.DataFrame({"c": pd.Series([np.datetime64(text, "ns") for text in of["localTimes"]])})
    recorded = of["createDataFrame arrow"]
    assert arrow_table(frame, (column,), of["sessionZone"])["c"].cast(pa.int64()).to_pylist() == recorded
    assert pickled_rows(frame, (column,), of["sessionZone"]) == recorded
    # Without Arrow, PySpark leaves a time that a clock shows twice to the C library, which takes the one or the other.
    assert {abs(one - other) for one, other in zip(recorded, of["createDataFrame pickle"])} <= {0, 3_600_000_000}
