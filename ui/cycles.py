"""Cyclic garbage is collected on the thread of the window alone: a widget that another thread takes apart takes the
process down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QTimer

EVERY_MS = 500


def keep_to_this_thread(app: QCoreApplication) -> None:
    """Have Python collect no more by itself, in whichever thread makes the next object (those that read mails and draw
    pages make many); a timer of the window's thread collects instead.
    """
    gc.disable()
    timer = QTimer(app)
    timer.setInterval(EVERY_MS)
    timer.timeout.connect(sweep)
    timer.start()


def sweep() -> None:
    """Collect as much as Python would have by now, by its own thresholds."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
