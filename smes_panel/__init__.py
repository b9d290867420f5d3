"""The panel, without a window: everything Smes Panel knows and does. Never imports Qt."""

__version__ = "0.1.0"
