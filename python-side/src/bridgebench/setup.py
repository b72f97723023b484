"""What a worker is for: the SETUP frame's body as values."""

from __future__ import annotations

from bridgebench.codecs.registry import MODULES
from bridgebench.errors import ProtocolError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ROW_MODES = tuple(MODULES)
MODES = (*ROW_MODES, "echo", "sink")
TYPES = (
    "boolean",
    "byte",
    "short",
    "int",
    "long",
    "float",
    "double",
    "decimal",
    "string",
    "binary",
    "date",
    "timestamp",
    "array<long>",
    "struct<a:long,b:string>",
    "map<string,long>",
)
WIDTH_BITS = {"byte": 8, "short": 16, "int": 32, "long": 64}
FLOATING = ("float", "double")


# Plain classes: the modules dataclasses and typing would take longer to import than the rest of a worker.
class Column:
    """A column: its name, its type in Spark's words, and whether it may hold nulls."""

    def __init__(self, name: str, type: str, *, nullable: bool) -> None:  # noqa: A002  the word of the protocol
        """Describe a column."""
        self.name = name
        self.type = type
        self.nullable = nullable


class Function:
    """The function to apply: a built-in's name, or the user's own as a pickle."""

    def __init__(self, name: str, sleep_nanos: int = 0, cloudpickle: str | None = None) -> None:
        """Name a function."""
        self.name = name
        self.sleep_nanos = sleep_nanos
        self.cloudpickle = cloudpickle


class Setup:
    """A SETUP frame."""

    def __init__(  # noqa: PLR0913  what the frame holds
        self,
        *,
        mode: str,
        columns: tuple[Column, ...],
        results: tuple[Column, ...],
        function: Function,
        flush_each_batch: bool,
        compression: str | None,
        faithful_dtypes: bool,
    ) -> None:
        """Hold the settings of one worker."""
        self.mode = mode
        self.columns = columns
        self.results = results
        self.function = function
        self.flush_each_batch = flush_each_batch
        self.compression = compression
        self.faithful_dtypes = faithful_dtypes


def setup_of(body: dict[str, Any]) -> Setup:
    """Read a SETUP body; anything unknown in it is refused with what was expected."""
    mode = _one_of(body, "mode", MODES)
    columns: tuple[Column, ...] = ()
    results: tuple[Column, ...] = ()
    function = Function("identity")
    if mode in ROW_MODES:
        columns = _columns(body, "columns")
        results = _columns(body, "results")
        function = _function(body)
    compression = _one_of(body, "compression", ("none", "lz4", "zstd"), "none")
    return Setup(
        mode=mode,
        columns=columns,
        results=results,
        function=function,
        flush_each_batch=_one_of(body, "flush", ("buffer", "batch"), "buffer") == "batch",
        compression=None if compression == "none" else compression,
        faithful_dtypes=_one_of(body, "dtypes", ("nullable", "faithful"), "nullable") == "faithful",
    )


def _function(body: dict[str, Any]) -> Function:
    function = body.get("function")
    if not isinstance(function, dict) or not isinstance(function.get("name"), str):
        message = f'SETUP function must be an object with a name: got {function!r}; for example {{"name": "identity"}}'
        raise ProtocolError(message)
    return Function(function["name"], int(function.get("sleepNanos", 0)), function.get("cloudpickle"))


def _columns(body: dict[str, Any], key: str) -> tuple[Column, ...]:
    listed = body.get(key)
    if not isinstance(listed, list) or not listed:
        message = f"SETUP {key} must be a list of at least one column: got {listed!r}"
        raise ProtocolError(message)
    return tuple(Column(str(column.get("name")), _one_of(column, "type", TYPES), nullable=column.get("nullable") is True) for column in listed)


def _one_of(body: dict[str, Any], key: str, words: tuple[str, ...], default: str | None = None) -> str:
    word = body.get(key, default)
    if word not in words:
        message = f"SETUP {key} must be one of {', '.join(words)}: got {word!r}"
        raise ProtocolError(message)
    return str(word)
