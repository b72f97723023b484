"""How rows are represented on the wire, one module per mode. Every codec offers the callables of :class:`bridgebench.codecs.contract.Codec`."""
