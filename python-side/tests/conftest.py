"""Shared by all tests."""

from __future__ import annotations

import base64
import sys
from typing import TYPE_CHECKING, Any

import cloudpickle
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def shipped() -> Callable[[Any], dict[str, Any]]:
    """Pack a function of a test as SETUP's function."""

    def ship(function: Any) -> dict[str, Any]:
        # A worker cannot import the tests.
        cloudpickle.register_pickle_by_value(sys.modules[function.__module__])
        return {"name": function.__name__, "cloudpickle": base64.b64encode(cloudpickle.dumps(function)).decode()}

    return ship
