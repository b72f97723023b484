"""What can go wrong in the driver, beside what goes wrong in a worker."""

from __future__ import annotations


class JvmError(Exception):
    """The JVM failed while it served rows."""


class DataSocketError(Exception):
    """A data socket broke while rows crossed."""

    def __init__(self, broken: OSError) -> None:
        """Say how; why is known at the other end."""
        super().__init__(f"the data socket to the JVM broke while rows crossed: {broken}; the JVM's end knows why")


class PandasLimitError(Exception):
    """A pandas frame cannot hold the values of a column."""


class LocalTimeError(Exception):
    """Python's datetime cannot hold the local time of a timestamp."""


class TimeZoneError(Exception):
    """A time zone is not known."""


class WrongRowsError(Exception):
    """What came is not what was expected."""

    def __init__(self, what: str, row: int, column: str, expected: object, actual: object) -> None:
        """Name the first difference."""
        super().__init__(f"wrong result of {what}: row {row:,}, column {column!r}: expected {expected!r}, got {actual!r}")
