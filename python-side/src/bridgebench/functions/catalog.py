"""Which function a scenario applies, and to which of its columns."""

from __future__ import annotations

from bridgebench.errors import ProtocolError
from bridgebench.functions import cdf, identity, plus_one, sleep, subtract_mean, upper
from bridgebench.functions.user import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

    from bridgebench.functions.forms import RowForm
    from bridgebench.setup import Column, Function, Setup

BUILT_INS: dict[str, ModuleType] = {
    "identity": identity,
    "plus-one": plus_one,
    "upper": upper,
    "subtract-mean": subtract_mean,
    "cdf": cdf,
    "sleep": sleep,
}


class Applied:
    """A function bound to the columns of a scenario. A form of None means that the column passes through unchanged."""

    def __init__(
        self,
        columns: tuple[Column, ...],
        built_in: ModuleType,
        *,
        before_batch: Callable[[], None] | None = None,
        user: Callable[..., Any] | None = None,
    ) -> None:
        """Bind a built-in, or the user's own function, which is then called instead."""
        self.columns = columns
        self.built_in = built_in
        self.before_batch = before_batch
        self.user = user

    def row_forms(self) -> list[RowForm | None]:
        """Return the row form for each column."""
        return [self.built_in.row_form(column.type) if self._applies_to(column) else None for column in self.columns]

    def series_forms(self, *, faithful: bool) -> list[Callable[[Any], Any] | None]:
        """Return the pandas form for each column."""
        return [self.built_in.series_form(column.type, faithful=faithful) if self._applies_to(column) else None for column in self.columns]

    def array_forms(self) -> list[Callable[[Any], Any] | None]:
        """Return the Arrow form for each column."""
        return [self.built_in.array_form(column.type) if self._applies_to(column) else None for column in self.columns]

    def _applies_to(self, column: Column) -> bool:
        types: frozenset[str] = self.built_in.TYPES
        return column.type in types


def applied(setup: Setup) -> Applied:
    """Find the built-in of a scenario, or load the user's function."""
    function: Function = setup.function
    if function.cloudpickle is not None:
        return Applied(setup.columns, identity, user=load(function))
    built_in = BUILT_INS.get(function.name)
    if built_in is None:
        message = f"unknown function {function.name!r}: expected one of {', '.join(BUILT_INS)}, or a cloudpickle of the user's own"
        raise ProtocolError(message)
    before = sleep.before_batch(function.sleep_nanos) if built_in is sleep else None
    return Applied(setup.columns, built_in, before_batch=before)
