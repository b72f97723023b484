"""Encodes rows as the JVM would, for every mode, and decodes answers."""

from __future__ import annotations

import pickle
from typing import Any

import pyarrow as pa
from driver import Session, column

from bridgebench import frames
from bridgebench.codecs.arrow_batches import ARROW_TYPES
from bridgebench.functions.row_loops import pickled_answers
from bridgebench.setup import Column

MODES = ("pickle", "arrow-row", "arrow-pandas", "arrow")


def schema_of(columns: list[dict[str, Any]]) -> pa.Schema:
    return pa.schema([pa.field(each["name"], ARROW_TYPES[each["type"]], each["nullable"]) for each in columns])


def batch_of(columns: list[dict[str, Any]], rows: list[tuple[Any, ...]]) -> pa.RecordBatch:
    schema = schema_of(columns)
    values = list(zip(*rows)) if rows else [()] * len(columns)
    arrays = []
    for kind, of_column in zip(schema.types, values):
        pairs = [list(value.items()) if pa.types.is_map(kind) and value is not None else value for value in of_column]
        arrays.append(pa.array(pairs, kind))
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def encoded(mode: str, columns: list[dict[str, Any]], rows: list[tuple[Any, ...]]) -> bytes:
    """The body of a DATA frame to the worker."""
    if mode == "pickle":
        to_wire = pickled_answers(tuple(Column(**each) for each in columns))
        travelling: list[Any] = rows
        if to_wire is not None:
            travelling = to_wire(rows) if len(columns) > 1 else [(value,) for value in to_wire([value for (value,) in rows])]
        mutable = [tuple(bytearray(value) if isinstance(value, bytes) else value for value in row) for row in travelling]
        return pickle.dumps(mutable, 2)
    serialized: bytes = batch_of(columns, rows).serialize().to_pybytes()
    return serialized


def decoded(mode: str, results: list[dict[str, Any]], body: bytes) -> list[tuple[Any, ...]]:
    """The rows of a DATA frame from the worker; dates and timestamps of pickles as the whole numbers that travel."""
    if mode == "pickle":
        answers = pickle.loads(body)
        return [(answer,) for answer in answers] if len(results) == 1 else answers
    batch = pa.ipc.read_record_batch(pa.py_buffer(body), schema_of(results))
    batch.validate(full=True)
    return list(zip(*(_values(array) for array in batch.columns)))


def _values(array: Any) -> list[Any]:
    values: list[Any] = array.to_pylist()
    if pa.types.is_map(array.type):
        return [None if value is None else dict(value) for value in values]
    return values


def run_task(
    session: Session, mode: str, columns: list[dict[str, Any]], results: list[dict[str, Any]], batches: list[list[tuple[Any, ...]]], *, stages: bool = True
) -> list[tuple[Any, ...]]:
    """Send batches of rows as one task; return all answers, having checked that there is one frame for each batch and the schema is right."""
    schema = None if mode == "pickle" else schema_of(columns).serialize().to_pybytes()
    answers, trailer = session.task(sum(map(len, batches)), [encoded(mode, columns, rows) for rows in batches], schema, stages=stages)
    if schema is not None:
        kind, body = answers.pop(0)
        assert kind == frames.SCHEMA
        assert pa.ipc.read_schema(pa.py_buffer(body)).equals(schema_of(results))
    assert [kind for kind, _ in answers] == [frames.DATA] * len(batches)
    assert (trailer["rows"], trailer["batches"]) == (sum(map(len, batches)), len(batches))
    return [row for _, body in answers for row in decoded(mode, results, body)]


def settings(columns: list[dict[str, Any]], function: dict[str, Any], results: list[dict[str, Any]] | None = None, **others: Any) -> dict[str, Any]:
    return {"columns": columns, "function": function, "results": columns if results is None else results, "batchRows": 100, **others}


def user_function(cloudpickled: str) -> dict[str, Any]:
    return {"name": "user", "cloudpickle": cloudpickled}


RESULT = [column("double", "result", nullable=True)]
