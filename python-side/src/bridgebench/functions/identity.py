"""``identity``: every value as it came."""

from __future__ import annotations

TYPES: frozenset[str] = frozenset()
