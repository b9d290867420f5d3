"""The test sheet for window envelopes: a sample letter with the zone that belongs to the address alone drawn on it.

Folded and slid to every side of an envelope, it shows whether the windows in the cupboard suit the letters.
"""

from __future__ import annotations

from datetime import date

from reportlab.lib.units import mm

from smes_panel.model.decision import LetterKind
from smes_panel.model.letter import LetterFacts, Sender
from smes_panel.model.placeholder import PLACEHOLDERS
from smes_panel.model.words import Language, Words
from smes_panel.paper.letter import FOLDS, RIGHT, ZONE, colour, drawn
from smes_panel.paper.press import PAGE, Face, Press, wrapped

_CAPTION = Words(
    "Fenêtre utile, marge de glissement comprise. Rien d’autre que l’adresse dans ce cadre.",
    "Bruikbaar venster, schuifmarge inbegrepen. Niets anders dan het adres in dit kader.",
    "Usable window, with room to slide. Nothing but the address inside this frame.",
)
_STREET = Words(
    "rue de la Maquette 1, 1000 Bruxelles (adresse fictive)",
    "Maquettestraat 1, 1000 Brussel (fictief adres)",
    "rue de la Maquette 1, 1000 Bruxelles (adresse fictive)",
)
_PLACE = Words("Bruxelles", "Brussel", "Bruxelles")


def envelope_test_pdf(language: Language, shift: tuple[float, float] = (0.0, 0.0)) -> bytes:
    """The test sheet, in the letters' geometry; `shift` moves the address as in `Sender`, and the frame with it."""
    spoken = Language.NL if language is Language.NL else Language.FR
    facts = LetterFacts(
        kind=LetterKind.INVITATION,
        language=spoken,
        application="K-04",
        dated=date(2022, 6, 24),
        recipient=("Yasmina Modèle", "avenue du Spécimen 48", "1060 Saint-Gilles"),
        values={name: one.sample.said(spoken) for name, one in PLACEHOLDERS.items()},
        sender=Sender(address=_STREET.said(spoken), place=_PLACE.said(spoken), shift=shift),
    )

    def frame(press: Press) -> None:
        canvas = press.canvas
        canvas.saveState()
        canvas.setStrokeColor(colour("accent"))
        canvas.setDash(1.0 * mm, 0.6 * mm)
        press.line(0, FOLDS[0], PAGE[0], FOLDS[0], 0.3)
        for side in (0.15, PAGE[0] - 0.15):
            press.line(side, 0, side, FOLDS[0], 0.3)
        press.line(0, 0.15, PAGE[0], 0.15, 0.3)
        canvas.setDash()
        canvas.setStrokeColor(colour("bad"))
        canvas.setFillColor(colour("bad"))
        left, top, wide, high = ZONE
        press.frame(left + shift[0], top + shift[1], wide, high, weight=0.3, radius=2.0)
        for number, line in enumerate(wrapped(_CAPTION.said(language), Face.LETTER, 7.8, 60)):
            press.write_left_of(RIGHT + 18, 5.1 + 3.7 * number, line, Face.LETTER, 7.8)
        canvas.restoreState()

    return drawn(facts, over=frame)
