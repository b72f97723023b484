"""The plans that scenarios name, built of data frame operations."""

from __future__ import annotations

from bridgebench.setup import FLOATING, WIDTH_BITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bridgebench.driver.frame import DataFrame
    from bridgebench.driver.session import Session
    from bridgebench.setup import Column

FILTER_BOUND = 0
JOIN_ROWS = 1_000
LIMIT_SHARE = 10
GROUPS = 100


def first_whole(columns: tuple[Column, ...], what: str) -> int:
    """Return the place of the first column of whole numbers."""
    for place, column in enumerate(columns):
        if column.type in WIDTH_BITS:
            return place
    message = f"{what!r} needs a shape with a column of whole numbers, which {_listed(columns)} has not"
    raise ValueError(message)


def first_floating(columns: tuple[Column, ...]) -> int | None:
    """Return the place of the first column of floating-point numbers, or None."""
    return next((place for place, column in enumerate(columns) if column.type in FLOATING), None)


def first_number(columns: tuple[Column, ...], what: str) -> int:
    """Return the place of the first column of numbers."""
    for place, column in enumerate(columns):
        if column.type in WIDTH_BITS or column.type in FLOATING:
            return place
    message = f"{what!r} needs a shape with a column of numbers, which {_listed(columns)} has not"
    raise ValueError(message)


def limit_rows(rows: int) -> int:
    """Return how many rows the plan ``limit`` keeps: a tenth, and at least one."""
    return max(1, rows // LIMIT_SHARE)


def planned(session: Session, frame: DataFrame, columns: tuple[Column, ...], plan: str, rows: int) -> DataFrame:
    """Build a plan on a frame.

    ``filter`` keeps the rows whose first number is greater than 0, ``project`` the first number and one more than it, ``limit`` the first tenth;
    ``join`` joins a small table by the first whole number modulo 1,000.
    """
    if plan == "scan":
        return frame
    if plan == "filter":
        return frame.filter(f"{columns[first_number(columns, plan)].name} > {FILTER_BOUND}")
    if plan == "limit":
        return frame.limit(limit_rows(rows))
    if plan == "project":
        name = columns[first_number(columns, plan)].name
        return frame.with_column("plus_one", f"{name} + 1").select(name, "plus_one")
    if plan == "join":
        name = columns[first_whole(columns, plan)].name
        small = session.range(JOIN_ROWS).with_column("key", "id + 0").with_column("weight", "id * 2").select("key", "weight")
        return frame.with_column("key", f"pmod({name}, {JOIN_ROWS})").join(small, "key")
    message = f"unknown plan {plan!r}: expected scan, filter, project, join or limit"
    raise ValueError(message)


def _listed(columns: tuple[Column, ...]) -> str:
    return ", ".join(f"{column.name}: {column.type}" for column in columns)
