"""Compiles loops over rows.

A loop that asks per row and column what to do would cost more than the functions it applies, so each scenario's loop is
generated as Python source, one list comprehension over exactly its columns, and compiled once at SETUP. The source is made
from column counts and the built-ins' own expressions only; no text from outside enters it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from bridgebench.functions.catalog import Applied
    from bridgebench.setup import Column

_EPOCH_ORDINAL = 719_163  # datetime.date(1970, 1, 1).toordinal()
_FROM_PICKLE = {
    "binary": "bytes({value})",
    "date": f"date({{value}} + {_EPOCH_ORDINAL})",
    "timestamp": "epoch + duration(0, 0, {value})",
}
_TO_PICKLE = {
    "date": f"ordinal({{value}}) - {_EPOCH_ORDINAL}",
    "timestamp": "({value} - epoch) // microsecond",
}


def _names() -> dict[str, Any]:
    """Return what the conversions refer to."""
    import datetime as dt

    return {
        "date": dt.date.fromordinal,
        "ordinal": dt.date.toordinal,
        "duration": dt.timedelta,
        "epoch": dt.datetime(1970, 1, 1),  # noqa: DTZ001  timestamps are naive, in UTC
        "microsecond": dt.timedelta(microseconds=1),
    }


def row_loop(columns: tuple[Column, ...], applied: Applied, *, from_columns: bool) -> Callable[[Any], list[Any]]:
    """Return the function that applies ``applied`` to every row of a batch: bare answers for one result column, else a tuple a row.

    It takes rows, or with ``from_columns`` a list of columns.
    """
    names: dict[str, Any] = {}
    lines = []
    if applied.before_batch is not None:
        names["before_batch"] = applied.before_batch
        lines.append("before_batch()")
    values = [f"v{index}" for index in range(len(columns))]
    if applied.user is not None:
        names["function"] = applied.user
        answer = f"function({', '.join(values)})"
    else:
        expressions = []
        for index, (column, form) in enumerate(zip(columns, applied.row_forms())):
            if form is None:
                expressions.append(values[index])
                continue
            names.update(form.names)
            if form.of_batch is not None:
                source = f"batch[{index}]" if from_columns else f"[row[{index}] for row in batch]"
                lines.append(f"b{index} = {form.of_batch}({source})")
            expressions.append(_null_aware(form.expression, values[index], column, batch=f"b{index}"))
        answer = expressions[0] if len(expressions) == 1 else _tuple(expressions)
    if not from_columns:
        rows = f"{_tuple(values)} in batch"
    elif len(columns) == 1:
        rows = f"{values[0]} in batch[0]"
    else:
        rows = f"{_tuple(values)} in zip(*batch)"
    return _compiled([*lines, f"return [{answer} for {rows}]"], names)


def pickled_rows(columns: tuple[Column, ...]) -> Callable[[Any], list[Any]] | None:
    """Return the function that turns unpickled rows into what a function sees, or None where they are that already."""
    if not any(column.type in _FROM_PICKLE for column in columns):
        return None
    values = [f"v{index}" for index in range(len(columns))]
    converted = [_null_aware(_FROM_PICKLE.get(column.type, "{value}"), value, column) for column, value in zip(columns, values)]
    return _compiled([f"return [{_tuple(converted)} for {_tuple(values)} in batch]"], _names())


def pickled_answers(results: tuple[Column, ...]) -> Callable[[Any], list[Any]] | None:
    """Return the function that turns answers into what is pickled, or None where they are that already."""
    if not any(column.type in _TO_PICKLE for column in results):
        return None
    values = [f"v{index}" for index in range(len(results))]
    converted = [_null_aware(_TO_PICKLE.get(column.type, "{value}"), value, column) for column, value in zip(results, values)]
    if len(results) == 1:
        return _compiled([f"return [{converted[0]} for v0 in batch]"], _names())
    return _compiled([f"return [{_tuple(converted)} for {_tuple(values)} in batch]"], _names())


def _null_aware(expression: str, value: str, column: Column, batch: str = "") -> str:
    """Put names into an expression; a nullable column's None stays None, and a column without nulls pays for no test."""
    source = expression.format(value=value, batch=batch)
    return f"(None if {value} is None else {source})" if column.nullable and source != value else source


def _tuple(sources: list[str]) -> str:
    return f"({', '.join(sources)},)"


def _compiled(lines: list[str], names: dict[str, Any]) -> Callable[[Any], list[Any]]:
    source = "def loop(batch):\n" + "".join(f"    {line}\n" for line in lines)
    space = dict(names)
    exec(compile(source, "<row loop>", "exec"), space)  # noqa: S102  the module's docstring says why and from what
    loop: Callable[[Any], list[Any]] = space["loop"]
    return loop
