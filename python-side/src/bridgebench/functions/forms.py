"""The shape of a built-in's row form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class RowForm:
    """A built-in as Python source, so that the row loop can be compiled as one list comprehension."""

    #: Python source of the answer, where ``{value}`` stands for a value that is not None and ``{batch}`` for what ``of_batch`` returned.
    expression: str
    #: What the expression refers to by name.
    names: dict[str, Any] = field(default_factory=dict)
    #: Name (in ``names``) of a function that is called once a batch with the list of the column's values, None where null.
    of_batch: str | None = None
