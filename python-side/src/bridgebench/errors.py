"""What can go wrong in the worker, and how it is told to the JVM."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LONGEST_TEXT = 65_536


class ProtocolError(Exception):
    """The peer sent something that the protocol does not allow at this point."""


class ChannelEndedError(Exception):
    """The channel ended inside a frame or inside a task."""


class WrongResultError(Exception):
    """A user's function returned something other than what was asked of it."""


class MissingPackageError(Exception):
    """A package that the scenario needs is not installed."""

    def __init__(self, package: str, needed_for: str) -> None:
        """Name the package, what needs it and the command that installs it."""
        super().__init__(f"{needed_for} needs the package {package}, which this interpreter lacks: python -m pip install {package}")


def describe(error: BaseException) -> dict[str, Any]:
    """Return the body of an ERROR frame: kind, message and traceback, each of bounded length."""
    import traceback

    try:
        message = str(error)
    except Exception:  # noqa: BLE001  a user's __str__ may raise anything; the error itself must still arrive
        message = "(the exception's own text could not be made)"
    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return {"kind": type(error).__name__, "message": message[:LONGEST_TEXT], "traceback": trace[-LONGEST_TEXT:]}
