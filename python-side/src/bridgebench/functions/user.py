"""The user's own function: loading it, and holding its answers to what was promised.

It takes the columns as positional arguments and returns one value, Series or array. Its answer is the column ``result``.
"""

from __future__ import annotations

from bridgebench.errors import MissingPackageError, WrongResultError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from bridgebench.setup import Column, Function

_NONE = type(None)


def row_types(type_word: str) -> tuple[type, ...]:
    """Return the Python types that a row function may return for a result type. None is always allowed."""
    import datetime as dt
    import decimal

    types: dict[str, tuple[type, ...]] = {
        "boolean": (bool,),
        "byte": (int,),
        "short": (int,),
        "int": (int,),
        "long": (int,),
        "float": (float, int),
        "double": (float, int),
        "decimal": (decimal.Decimal,),
        "string": (str,),
        "binary": (bytes, bytearray),
        "date": (dt.date,),
        "timestamp": (dt.datetime,),
        "array<long>": (list, tuple),
        "struct<a:long,b:string>": (dict,),
        "map<string,long>": (dict,),
    }
    return types[type_word]


def load(function: Function) -> Callable[..., Any]:
    """Load a function shipped by :mod:`bridgebench.ship`."""
    import base64

    try:
        import cloudpickle
    except ImportError as missing:
        package = "cloudpickle"
        raise MissingPackageError(package, f"the user's function {function.name}") from missing
    loaded = cloudpickle.loads(base64.b64decode(function.cloudpickle or "", validate=True))
    if not callable(loaded):
        message = f"{function.name} is not a function: got {type(loaded).__name__}"
        raise WrongResultError(message)
    called: Callable[..., Any] = loaded
    return called


def checked_rows(compute: Callable[[Any], list[Any]], result: Column) -> Callable[[Any], list[Any]]:
    """Return ``compute`` followed by a check of the answers' types, one pass in C over the batch."""
    allowed = {*row_types(result.type), _NONE}
    whole_to_float = result.type in ("float", "double")

    def checked(batch: Any) -> list[Any]:  # noqa: ANN401  rows or columns
        answers = compute(batch)
        found = set(map(type, answers))
        if not found <= allowed:
            raise _wrong_type(answers, result, allowed)
        if whole_to_float and int in found:
            return [float(answer) if type(answer) is int else answer for answer in answers]
        return answers

    return checked


def _wrong_type(answers: list[Any], result: Column, allowed: set[type]) -> WrongResultError:
    row, answer = next((row, answer) for row, answer in enumerate(answers) if type(answer) not in allowed)
    kind = type(answer)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    expected = " or ".join(allowed_type.__name__ for allowed_type in row_types(result.type))
    shown = repr(answer)[:200]
    hint = "; call .item() on NumPy values" if kind.__module__ == "numpy" else ""
    message = f"the function returned {name} {shown} for row {row} of its batch: expected {expected} (result type {result.type}){hint}"
    return WrongResultError(message)


def user_arrays(function: Callable[..., Any], schema: Any) -> Callable[[Any], Any]:  # noqa: ANN401  a pyarrow schema
    """Return the function as one from record batch to record batch (mode ``arrow``)."""
    import pyarrow as pa

    expected = schema.types[0]
    from_arrays = pa.RecordBatch.from_arrays

    def compute(batch: Any) -> Any:  # noqa: ANN401  record batches
        answer = function(*batch.columns)
        if isinstance(answer, pa.ChunkedArray):
            answer = answer.combine_chunks()
        if not isinstance(answer, pa.Array):
            message = f"the function returned {type(answer).__name__}: expected a pyarrow array of {expected}"
            raise WrongResultError(message)
        if answer.type != expected:
            message = f"the function returned an array of {answer.type}: expected {expected}; set the function's attribute 'returns', or cast the array"
            raise WrongResultError(message)
        check_length(len(answer), batch.num_rows)
        return from_arrays([answer], schema=schema)

    return compute


def check_length(returned: int, expected: int) -> None:
    """Refuse an answer with more or fewer rows than the batch."""
    if returned != expected:
        message = f"the function returned {returned} rows for a batch of {expected}: expected {expected}"
        raise WrongResultError(message)
