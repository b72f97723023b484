"""The shape of a built-in's row form."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class RowForm:
    """A built-in as Python source, so that the row loop can be compiled as one list comprehension."""

    def __init__(self, expression: str, names: dict[str, Any] | None = None, of_batch: str | None = None) -> None:
        """Make a row form.

        Args:
            expression: source of the answer, where ``{value}`` stands for a value that is not None and ``{batch}`` for what ``of_batch`` returned
            names: what the expression refers to by name
            of_batch: name (in ``names``) of a function that is called once a batch with the list of the column's values, None where null
        """
        self.expression = expression
        self.names = names or {}
        self.of_batch = of_batch
