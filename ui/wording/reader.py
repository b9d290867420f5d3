"""The words of the reader: what cannot be shown, and what stays possible."""

from __future__ import annotations

from smes_panel.model.words import Words
from ui.widgets.reader import Phrases
from ui.wording.tongue import Tongue

DOCUMENT = Words("Document", "Document", "Document")
PLACE = Words("Page {page} sur {pages}", "Pagina {page} van {pages}", "Page {page} of {pages}")
TROUBLES = {
    "protected": Words(
        "Ce document est protégé par un mot de passe. Demandez un nouvel envoi sans mot de passe.",
        "Dit document is beveiligd met een wachtwoord. Vraag een versie zonder wachtwoord.",
        "This document is protected by a password. Ask for a copy without one.",
    ),
    "damaged": Words(
        "Ce document ne s’affiche pas : le fichier est abîmé. Il est conservé tel qu’il a été reçu.",
        "Dit document wordt niet getoond: het bestand is beschadigd. Het blijft bewaard zoals het ontvangen is.",
        "This document cannot be shown: the file is damaged. It is kept as it was received.",
    ),
    "slow": Words(
        "Ce document ne s’affiche pas : son ouverture a pris trop de temps. Il est conservé tel qu’il a été reçu.",
        "Dit document wordt niet getoond: het openen duurde te lang. Het blijft bewaard zoals het ontvangen is.",
        "This document cannot be shown: opening it took too long. It is kept as it was received.",
    ),
    "big": Words(
        "Ce document est trop volumineux pour être affiché. Il est conservé tel qu’il a été reçu.",
        "Dit document is te groot om te tonen. Het blijft bewaard zoals het ontvangen is.",
        "This document is too big to be shown. It is kept as it was received.",
    ),
    "unavailable": Words(
        "Les documents ne s’affichent pas : leur lecteur n’a pas démarré. Redémarrez Smes Panel.",
        "Documenten worden niet getoond: de lezer is niet gestart. Start Smes Panel opnieuw.",
        "Documents cannot be shown: their reader did not start. Start Smes Panel again.",
    ),
}
PAGE_TROUBLES = {
    "damaged": Words(
        "La page {page} ne s’affiche pas : elle est abîmée. Les autres pages restent lisibles.",
        "Pagina {page} wordt niet getoond: ze is beschadigd. De andere pagina’s blijven leesbaar.",
        "Page {page} cannot be shown: it is damaged. The other pages stay readable.",
    ),
    "slow": Words(
        "La page {page} ne s’affiche pas : la dessiner a pris trop de temps. Les autres pages restent lisibles.",
        "Pagina {page} wordt niet getoond: ze tekenen duurde te lang. De andere pagina’s blijven leesbaar.",
        "Page {page} cannot be shown: drawing it took too long. The other pages stay readable.",
    ),
}


def phrases(tongue: Tongue) -> Phrases:
    """What a reader says in this language."""
    return Phrases(
        document=tongue(DOCUMENT),
        place=tongue(PLACE),
        troubles={matter: tongue(words) for matter, words in TROUBLES.items()},
        page_troubles={matter: tongue(words) for matter, words in PAGE_TROUBLES.items()},
    )
