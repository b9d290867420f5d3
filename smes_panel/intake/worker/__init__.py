"""The reading process: documents in, text, pages and mails out, under limits; what kills it costs one text or page."""

from __future__ import annotations

from smes_panel.intake.worker.serving import serve

__all__ = ["serve"]
