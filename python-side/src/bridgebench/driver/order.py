"""What the JVM asks of this driver: the SETUP frame's body as values."""

from __future__ import annotations

from bridgebench.setup import Column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Order:
    """The scenario, as far as Python needs to know it."""

    def __init__(self, setup: dict[str, Any]) -> None:
        """Read a SETUP body."""
        self.path: str = setup["path"]
        self.rows: int = setup["rows"]
        self.batch_rows: int = setup["batchRows"]
        self.representation: str = setup["representation"]
        self.expectation: str = setup["expectation"]
        self.plan: str = setup["plan"]
        self.place: str = setup["place"]
        self.origin: str = setup["origin"]
        self.as_rows: bool = setup["asRows"]
        self.self_destruct: bool = setup["selfDestruct"]
        self.split_blocks: bool = setup["splitBlocks"]
        self.columns = tuple(Column(column["name"], column["type"], nullable=column["nullable"]) for column in setup["columns"])
        self.window_stride: int = setup["windowStride"]
        self.window_batch_rows: int = setup["windowBatchRows"]
        self.zone: str = setup["timeZone"]
        self.gateway_port: int = setup["gatewayPort"]
        self.gateway_token: str = setup["gatewayToken"]
        self.max_frame_bytes: int = setup["maxFrameBytes"]
        self.record_latency: bool = setup["recordLatency"]
        self.call: dict[str, Any] = setup.get("call", {})
