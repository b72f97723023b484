"""Records what real PySpark gives a user: dtypes and classes of values, for each type, with and without nulls, in each mode and in several time zones.

Usage: ``python record_dtypes.py FILE.json`` with an interpreter that has ``pyspark``, ``pandas<3`` and ``pyarrow``, and a JDK 17. The tests of the
driver compare its own frames and rows with the recorded ones, ``python-side/tests/pyspark-dtypes.json``.

Values are written as they travel: dates are days, timestamps microseconds since 1970, decimals their text, binary values hexadecimal.
"""

from __future__ import annotations

import datetime as dt
import decimal
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyspark
from pyspark.sql import DataFrame, Row, SparkSession

SPARK_TYPES = {
    "boolean": "boolean",
    "byte": "tinyint",
    "short": "smallint",
    "int": "int",
    "long": "bigint",
    "float": "float",
    "double": "double",
    "decimal": "decimal(18,4)",
    "string": "string",
    "binary": "binary",
    "date": "date",
    "timestamp": "timestamp",
    "array<long>": "array<bigint>",
    "struct<a:long,b:string>": "struct<a:bigint,b:string>",
    "map<string,long>": "map<string,bigint>",
}
CELLS: dict[str, list[Any]] = {
    "boolean": [True, False],
    "byte": [-128, 127],
    "short": [-32768, 32767],
    "int": [-(2**31), 2**31 - 1],
    "long": [2**53 + 1, -1],
    "float": [0.5, -0.0, float("nan"), float("inf")],
    "double": [0.1, -0.0, float("nan"), float("-inf")],
    "decimal": ["1.5000", "-0.0001"],
    "string": ["ж", ""],
    "binary": ["00ff", ""],
    "date": [-719162, 1],
    "timestamp": [-9_223_200_000_000_000, 1],
    "array<long>": [[1, 2], []],
    "struct<a:long,b:string>": [{"a": 1, "b": "x"}, {"a": -1, "b": ""}],
    "map<string,long>": [{"k": 1}, {}],
}
NULLABLE_DTYPES = {"byte": "Int8", "short": "Int16", "int": "Int32", "long": "Int64", "float": "Float32", "double": "Float64", "boolean": "boolean"}
NUMPY_TYPES = {"byte": "int8", "short": "int16", "int": "int32", "long": "int64", "float": "float32", "double": "float64", "boolean": "bool"}
# The zone of the Python process and of the JVM, and the session's.
ZONES = [("UTC", "UTC"), ("America/New_York", "America/New_York"), ("Australia/Adelaide", "Australia/Adelaide"), ("UTC", "America/New_York")]
# Around both changes of 2021, out of order: New York's (6 and 7 o'clock UTC) and Adelaide's (16 o'clock 30 UTC), and summer and winter of a far year.
INSTANTS = [
    "2021-11-07T06:30:00.000001",
    "2021-11-07T05:30:00.000001",
    "2021-11-07T07:00:00",
    "2021-03-14T06:59:59.999999",
    "2021-03-14T07:00:00",
    "2021-04-03T16:45:00",
    "2021-04-03T15:45:00",
    "2021-10-02T16:29:59.999999",
    "2021-10-02T16:30:00",
    "2060-01-15T12:00:00",
    "2060-07-15T12:00:00",
    "1900-01-01T00:00:00",
]
# Local times for createDataFrame, out of order: the repeated hour of New York and of Adelaide among them.
LOCAL_TIMES = [
    "2021-11-07T01:30:00.000001",
    "2021-11-07T00:30:00",
    "2021-11-07T02:30:00",
    "2021-11-07T01:15:00",
    "2021-04-04T02:30:00",
    "2021-04-04T01:30:00",
    "2021-04-04T03:30:00",
    "2021-07-01T08:00:00",
]
ARROW = "spark.sql.execution.arrow.pyspark.enabled"
EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001  in UTC, without it
EPOCH_DAY = dt.date(1970, 1, 1).toordinal()


def main() -> None:
    """Record in a process for each pair of zones, as the process's own can only be set at its start."""
    if len(sys.argv) == 3:  # noqa: PLR2004
        Path(sys.argv[1]).write_text(json.dumps(recorded(sys.argv[2])), encoding="utf-8")
        return
    parts = []
    for process, session in ZONES:
        with tempfile.TemporaryDirectory() as folder:
            part = Path(folder) / "part.json"
            subprocess.run([sys.executable, __file__, str(part), session], env={**os.environ, "TZ": process}, check=True)
            parts.append({"processZone": process, **json.loads(part.read_text(encoding="utf-8"))})
    versions = {"pyspark": pyspark.__version__, "pandas": pd.__version__, "pyarrow": pa.__version__, "python": platform.python_version()}
    result = {"versions": versions, "types": parts[0].pop("types"), "zones": [{key: part[key] for key in part if key != "types"} for part in parts]}
    Path(sys.argv[1]).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def recorded(zone: str) -> dict[str, Any]:
    """Return what this process sees with this zone of the session."""
    spark = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", zone)
        .config("spark.sql.execution.arrow.pyspark.fallback.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    types = []
    if zone == "UTC":
        types = [of_type(spark, kind, nullable, nulls) for kind in SPARK_TYPES for nullable, nulls in ((False, False), (True, False), (True, True))]
    result = {"sessionZone": zone, "types": types, **of_zone(spark)}
    spark.stop()
    return result


def of_type(spark: SparkSession, kind: str, nullable: bool, nulls: bool) -> dict[str, Any]:  # noqa: FBT001
    """Return what becomes of one column."""
    cells = [*CELLS[kind], *([None] if nulls else [])]
    rows = frame_of(spark, kind, cells, nullable)
    of: dict[str, Any] = {"type": kind, "nullable": nullable, "cells": cells, "collect": described([row[0] for row in rows.collect()])}
    for mode in ("arrow", "pickle"):
        spark.conf.set(ARROW, str(mode == "arrow").lower())
        of[f"toPandas {mode}"] = outcome(lambda: series(rows.toPandas()["c"]))
        of[f"createDataFrame {mode}"] = outcome(lambda: described([row[0] for row in spark.createDataFrame(given(kind, cells, nullable), rows.schema).collect()]))
    return of


def of_zone(spark: SparkSession) -> dict[str, Any]:
    """Return what becomes of timestamps around the changes of the clock."""
    micros = [int((dt.datetime.fromisoformat(text) - EPOCH) / dt.timedelta(microseconds=1)) for text in INSTANTS]
    rows = frame_of(spark, "timestamp", micros, nullable=True)
    of: dict[str, Any] = {"cells": micros, "collect": described([row[0] for row in rows.collect()]), "localTimes": LOCAL_TIMES}
    local = pd.DataFrame({"c": pd.Series([np.datetime64(text, "ns") for text in LOCAL_TIMES])})
    for mode in ("arrow", "pickle"):
        spark.conf.set(ARROW, str(mode == "arrow").lower())
        of[f"toPandas {mode}"] = outcome(lambda: series(rows.toPandas()["c"]))
        of[f"createDataFrame {mode}"] = outcome(lambda: [row[0] for row in spark.createDataFrame(local, "c timestamp").selectExpr("unix_micros(c)").collect()])
    spark.conf.set(ARROW, "true")
    of["toArrow type"] = str(rows.toArrow().schema.field("c").type)
    of["show"] = rows._jdf.showString(20, 40, False)  # noqa: FBT003, SLF001
    return of


def frame_of(spark: SparkSession, kind: str, cells: list[Any], nullable: bool) -> DataFrame:  # noqa: FBT001
    """Return a frame of one column ``c``; timestamps are made in the JVM, of whole numbers."""
    null = "" if nullable else " not null"
    if kind == "timestamp":
        return spark.createDataFrame([(cell,) for cell in cells], f"c bigint{null}").selectExpr("timestamp_micros(c) as c")
    return spark.createDataFrame([(value(kind, cell),) for cell in cells], f"c {SPARK_TYPES[kind]}{null}")


def value(kind: str, cell: Any) -> Any:  # noqa: ANN401
    """Return Python's own value."""
    if cell is None:
        return None
    make = {
        "decimal": decimal.Decimal,
        "binary": bytes.fromhex,
        "date": lambda days: dt.date.fromordinal(days + EPOCH_DAY),
        "struct<a:long,b:string>": lambda fields: Row(**fields),
    }.get(kind)
    return cell if make is None else make(cell)


def given(kind: str, cells: list[Any], nullable: bool) -> pd.DataFrame:  # noqa: FBT001
    """Return what the driver of bridgebench gives to create_dataframe: nullable dtypes where nulls may be, microseconds for timestamps."""
    if kind == "timestamp":
        column: Any = pd.Series(np.array([np.datetime64("NaT") if cell is None else np.datetime64(cell, "us") for cell in cells], "datetime64[us]"))
    elif kind in NUMPY_TYPES and nullable:
        missing = np.array([cell is None for cell in cells])
        values = np.array([0 if cell is None else cell for cell in cells], NUMPY_TYPES[kind])
        array = pd.arrays.BooleanArray if kind == "boolean" else pd.arrays.FloatingArray if kind in ("float", "double") else pd.arrays.IntegerArray
        column = pd.Series(array(values, missing))
    elif kind in NUMPY_TYPES:
        column = pd.Series(np.array(cells, NUMPY_TYPES[kind]))
    else:
        column = pd.Series(np.empty(len(cells), object))
        for i, cell in enumerate(cells):
            column.iat[i] = value(kind, cell)
    return pd.DataFrame({"c": column})


def series(column: pd.Series[Any]) -> dict[str, Any]:
    """Describe a column of a frame."""
    return {"dtype": str(column.dtype), **described(column.tolist())}


def described(values: list[Any]) -> dict[str, Any]:
    """Return the classes of values, and the values as text."""
    return {"classes": [class_of(one) for one in values], "values": [repr(one) for one in values]}


def class_of(one: Any) -> str:  # noqa: ANN401
    """Name the class of a value and of what is in it."""
    if isinstance(one, np.ndarray):
        return f"ndarray[{one.dtype}]"
    if isinstance(one, Row):
        return f"Row({', '.join(f'{name}: {class_of(part)}' for name, part in one.asDict().items())})"
    if isinstance(one, dict):
        return f"dict({', '.join(f'{class_of(key)}: {class_of(part)}' for key, part in one.items())})"
    if isinstance(one, (list, tuple)):
        return f"{type(one).__name__}({', '.join(map(class_of, one))})"
    return type(one).__name__


def outcome(run: Any) -> Any:  # noqa: ANN401
    """Return a result, or the class and the first line of what was raised."""
    try:
        return run()
    except Exception as failed:  # noqa: BLE001  whatever PySpark raises is what is recorded
        return {"raises": type(failed).__name__, "message": (str(failed).strip().splitlines() or [""])[0][:200]}


if __name__ == "__main__":
    main()
