"""The main pairs of tokens.md, measured on what is drawn: each sign of the house on the ground it stands on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from tests.ui.inks import drawn, measured
from ui.theme import Look, Mode, dress, load_fonts
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.marks import Cap, Chip, Gauge, Lozenge, Tab
from ui.widgets.opinion import Sample
from ui.widgets.rail import Entry, Rail, RailButton
from ui.widgets.scores import One

WORDS = "Æquité 0123"
TONES = ("ok", "warn", "bad", "plain", "accent")


def chosen() -> QWidget:
    button = Button(WORDS, small=True)
    button.setProperty("filter", True)
    button.setCheckable(True)
    button.setChecked(True)
    return button


PAIRS: tuple[tuple[str, str, float, Callable[[], QWidget]], ...] = (
    ("ink on panel", "panel", 7, lambda: Label(WORDS)),
    ("ink2 on panel", "panel", 7, lambda: Label(WORDS, tone="ink2")),
    ("ink3 on panel", "panel", 4.5, lambda: Label(WORDS, tone="ink3")),
    ("ink on app", "head", 7, lambda: Label(WORDS)),
    ("ink3 on app", "head", 4.5, lambda: Label(WORDS, tone="ink3")),
    ("ink3 on sunken", "sunken", 4.5, lambda: Label(WORDS, tone="ink3")),
    ("accent on panel", "panel", 4.5, lambda: Button(WORDS, "link")),
    ("onaccent on accent", "panel", 4.5, lambda: Button(WORDS, "primary")),
    ("accent on accenttint", "panel", 4.5, chosen),
    ("edge of a field on panel", "panel", 3, QLineEdit),
    ("evink on ev and evline", "panel", 3, lambda: Tab("12")),
    ("rink on panel", "panel", 3, lambda: Gauge(2)),
    ("lozenge on panel", "panel", 3, Lozenge),
    ("key cap on panel", "panel", 4.5, lambda: Cap("Ctrl")),
    *(
        (f"{tone} on its tint", "panel", 4.5, lambda tone=tone: Chip(WORDS, tone))
        for tone in ("ok", "warn", "bad", "plain", "accent")
    ),
    *((f"rating {level}", "panel", 4.5, lambda level=level: Sample(One(level, ""), 34)) for level in (1, 2, 3, 4)),
)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_sign_stands_out_from_its_ground_as_tokens_say(mode: Mode, qapp: QApplication) -> None:
    load_fonts()
    dress(qapp, Look(mode))
    faint = {}
    for name, ground, least, make in PAIRS:
        holder, sign = QFrame(), make()
        holder.setObjectName(ground)
        QVBoxLayout(holder).addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        # A focus would draw a cursor and a ring, which stand out more than what is measured.
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder.resize(220, 70)
        holder.show()
        qapp.processEvents()
        ratio = measured(drawn(holder), QRect(sign.pos(), sign.size()))
        holder.close()
        if ratio < least:
            faint[name] = round(ratio, 2)
    assert faint == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("here", [True, False], ids=["here", "elsewhere"])
def test_the_rail_is_read_on_its_own_ground(mode: Mode, here: bool, qapp: QApplication) -> None:
    load_fonts()
    dress(qapp, Look(mode))
    entry = Entry("x", "Comparer", "grid-3x3", "Ctrl 5")
    whole = Rail((entry,), Entry("lock", "Verrouiller", "lock", "Ctrl L"), "x", "x")
    whole.show_at("x" if here else "")
    whole.resize(84, 300)
    whole.show()
    qapp.processEvents()
    button = whole.findChildren(RailButton)[0]
    ratio = measured(drawn(whole), QRect(button.x(), button.y() + 30, button.width(), 18))
    whole.close()
    assert ratio >= 4.5
