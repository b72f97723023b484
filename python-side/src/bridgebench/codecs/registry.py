"""Finds a mode's codec. Arrow and pandas are imported only by the modes that need them."""

from __future__ import annotations

from importlib import import_module

from bridgebench.errors import MissingPackageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bridgebench import frames
    from bridgebench.codecs.contract import Codec
    from bridgebench.functions.catalog import Applied
    from bridgebench.setup import Setup

MODULES = {"pickle": "pickled_rows", "arrow-row": "arrow_row", "arrow-pandas": "arrow_pandas", "arrow": "arrow"}


def codec_for(setup: Setup, applied: Applied, reader: frames.FrameReader, writer: frames.FrameWriter) -> Codec:
    """Make the codec of a scenario; a package that is missing is named."""
    try:
        module = import_module(f"bridgebench.codecs.{MODULES[setup.mode]}")
    except ModuleNotFoundError as missing:
        raise MissingPackageError(missing.name or "?", f"the mode {setup.mode}") from missing
    codec: Codec = module.codec(setup, applied, reader, writer)
    return codec
