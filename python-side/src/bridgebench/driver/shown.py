"""Checks a shown table cell by cell."""

from __future__ import annotations

import re
from itertools import islice
from math import isclose

from bridgebench.driver.checks import close, local_times_of
from bridgebench.driver.errors import WrongRowsError
from bridgebench.driver.frame import SHOWN_PLACES, SHOWN_ROWS
from bridgebench.driver.local_zone import zone_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bridgebench.driver.expected import Expected
    from bridgebench.setup import Column

_FOOTER = re.compile(r"only showing top (\d+) rows?")


def check_shown(what: str, text: str, expected: Expected, zone: str = "UTC") -> None:
    """Compare names, cells and footer with the expected rows; timestamps are local times of the zone."""
    lines = text.splitlines()
    border = lines[0]
    table = [line for line in lines if line.startswith("|")]
    footer = _FOOTER.fullmatch(lines[-1])
    more = expected.count() > SHOWN_ROWS
    if bool(footer) != more:
        raise WrongRowsError(what, 0, "(the footer)", "one" if more else "none", lines[-1])
    if lines.count(border) != 3 or set(border) - {"+", "-"}:  # noqa: PLR2004  above, below the names, and at the end
        raise WrongRowsError(what, 0, "(the borders)", "three", lines.count(border))
    _same_names(what, table[0], expected.columns)
    rows = list(islice(_cells(expected), SHOWN_ROWS))
    if len(table) - 1 != len(rows):
        raise WrongRowsError(what, 0, "(the number of rows)", len(rows), len(table) - 1)
    for row, (line, cells) in enumerate(zip(table[1:], rows)):
        _same_cells(what, row, line, cells, expected.columns, zone)


def _cells(expected: Expected) -> Any:  # noqa: ANN401  an iterator of tuples
    for low, high in expected.stretches():
        for at in range(low, high):
            yield tuple(column[at] for column in expected.cells)


def _same_names(what: str, line: str, columns: tuple[Column, ...]) -> None:
    names = [name.strip() for name in line[1:-1].split("|")]
    if names != [_cut(column.name) for column in columns]:
        raise WrongRowsError(what, 0, "(the names)", [column.name for column in columns], names)


def _same_cells(what: str, row: int, line: str, cells: tuple[Any, ...], columns: tuple[Column, ...], zone: str) -> None:
    texts = line[1:-1].split("|")
    if len(texts) != len(columns):
        raise WrongRowsError(what, row, "(the number of cells)", len(columns), len(texts))
    for text, cell, column in zip(texts, cells, columns):
        shown = text.lstrip(" ")
        if not _same(shown, cell, column, zone):
            raise WrongRowsError(what, row, column.name, cell, shown)


def _same(shown: str, cell: Any, column: Column, zone: str) -> bool:  # noqa: ANN401  values of every kind
    if cell is None:
        return shown == "NULL"
    if isinstance(cell, float):
        return _same_number(shown, cell, single=column.type == "float")
    text = _text(cell, column, zone)
    # Spark fills up with spaces on the left, which a string may begin with itself.
    return shown == _cut(text).lstrip(" ")


def _same_number(shown: str, cell: float, *, single: bool) -> bool:
    """Java and Python write doubles differently; of one that is cut, what is left are its first digits."""
    if not shown.endswith("..."):
        return close(float(shown.replace("Infinity", "inf")), cell) or (single and isclose(float(shown), cell, rel_tol=1e-6))
    digits, expected = _digits(shown.removesuffix("...")), _digits(repr(cell).partition("e")[0])
    # The last digits may differ: JDK 17 does not always write the shortest text.
    known = min(len(digits), len(expected)) - 1
    return shown.startswith("-") == (cell < 0) and digits[:known] == expected[:known]


def _digits(number: str) -> str:
    return number.lstrip("-").replace(".", "").lstrip("0")


def _text(cell: Any, column: Column, zone: str) -> str:  # noqa: ANN401  values of every kind
    import numpy as np

    simple = {
        "boolean": lambda: str(cell).lower(),
        "binary": lambda: f"[{bytes(cell).hex(' ').upper()}]",
        "date": lambda: str(np.datetime64(cell, "D")),
    }
    if column.type in simple:
        return simple[column.type]()
    if column.type == "timestamp":
        whole, _, fraction = str(local_times_of(zone_named(zone))(cell)).partition(".")
        return f"{whole}.{fraction.rstrip('0')}".rstrip(".")
    if column.type.startswith("struct"):
        return f"{{{cell['a']}, {cell['b']}}}"
    if column.type.startswith("map"):
        return "{" + ", ".join(f"{key} -> {value}" for key, value in sorted(cell.items())) + "}"
    return str(cell)


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN_PLACES else text[: SHOWN_PLACES - 3] + "..."
