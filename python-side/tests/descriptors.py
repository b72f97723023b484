"""Asks the system about pipes and sockets."""

from __future__ import annotations

import fcntl
import sys
import termios


def unread_bytes(descriptor: int) -> int:
    """How many bytes wait to be read."""
    left = bytearray(4)
    fcntl.ioctl(descriptor, termios.FIONREAD, left)
    return int.from_bytes(left, sys.byteorder)
