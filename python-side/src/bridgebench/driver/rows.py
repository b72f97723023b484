"""Collected rows: plain tuples, or tuples whose values have names, as PySpark's ``Row`` has; and Python's own dates, times and rows within rows."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache, partial
from operator import itemgetter

from bridgebench.driver.errors import LocalTimeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from bridgebench.setup import Column

_EPOCH_DAY = dt.date(1970, 1, 1).toordinal()
_MICROS = 1_000_000


class Row(tuple[object, ...]):
    """A tuple with named fields; :func:`row_class` makes a class of it for each schema."""

    __slots__ = ()
    __fields__: tuple[str, ...] = ()

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401  a place, a slice or a name
        if isinstance(key, (int, slice)):
            return tuple.__getitem__(self, key)
        try:
            return tuple.__getitem__(self, self.__fields__.index(key))
        except ValueError:
            message = f"no field {key!r}: expected one of {', '.join(self.__fields__)}"
            raise KeyError(message) from None

    def as_dict(self) -> dict[str, Any]:
        """Return the values by name."""
        return dict(zip(self.__fields__, self))

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={value!r}' for name, value in zip(self.__fields__, self))})"

    def __reduce__(self) -> tuple[Any, ...]:
        return restored, (self.__fields__, tuple(self))


@lru_cache(maxsize=256)
def row_class(names: tuple[str, ...]) -> type[Row]:
    """Return the class of rows with these fields, which can also be read as attributes where their names allow it."""
    members: dict[str, Any] = {"__slots__": (), "__fields__": names}
    for place, name in enumerate(names):
        if name.isidentifier() and not hasattr(Row, name):
            members.setdefault(name, property(itemgetter(place)))
    return type("Row", (Row,), members)


def restored(names: tuple[str, ...], values: tuple[Any, ...]) -> Row:
    """Return a row that was pickled."""
    return tuple.__new__(row_class(names), values)


def row_maker(names: tuple[str, ...]) -> Callable[[Iterable[tuple[Any, ...]]], Iterable[Any]]:
    """Return what turns tuples into rows with these fields."""
    make = partial(tuple.__new__, row_class(names))

    def rows(batch: Iterable[tuple[Any, ...]]) -> Iterable[Any]:
        return map(make, batch)

    return rows


def value_maker(column: Column) -> Callable[[Any], Any] | None:
    """Return what turns a column's values, as they travel, into those that a user gets; None where they are the same."""
    if column.type == "date":
        return _date
    if column.type == "timestamp":
        return _local_moment
    if column.type == "binary":
        return bytes
    if column.type.startswith("struct"):
        cls = row_class(("a", "b"))
        return lambda value: tuple.__new__(cls, (value["a"], value["b"]))
    return None


def batch_maker(columns: tuple[Column, ...]) -> Callable[[Iterable[tuple[Any, ...]]], Iterable[tuple[Any, ...]]] | None:
    """Return what turns a batch of tuples, as they travel, into those that a user gets; None where they are the same."""
    makers = [value_maker(column) for column in columns]
    if not any(makers):
        return None

    def made(batch: Iterable[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
        values = zip(*batch)
        return zip(*[_each(maker, of_column) for maker, of_column in zip(makers, values)])

    return made


def _each(maker: Callable[[Any], Any] | None, values: tuple[Any, ...]) -> Iterable[Any]:
    if maker is None:
        return values
    return [None if value is None else maker(value) for value in values]


def _date(days: int) -> dt.date:
    return dt.date.fromordinal(days + _EPOCH_DAY)


def _local_moment(micros: int) -> dt.datetime:
    """Return microseconds since 1970 as the local time of this process's zone, without the zone: PySpark collects timestamps so, whatever the session's."""
    try:
        return dt.datetime.fromtimestamp(micros // _MICROS).replace(microsecond=micros % _MICROS)  # noqa: DTZ006  local time is what is asked for
    except (ValueError, OverflowError, OSError) as refused:
        message = (
            f"Python cannot make a local time of a timestamp {micros} microseconds after 1970: {refused}; PySpark's collect fails here too."
            " Leave the column out with select, or keep the rows in Arrow with to_arrow"
        )
        raise LocalTimeError(message) from refused
