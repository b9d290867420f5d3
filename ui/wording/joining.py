"""The words of a later mail that completes an application."""

from __future__ import annotations

from smes_panel.model.words import Words

COMPLETES = Words("Elle complète {key}.", "Ze vult {key} aan.", "It completes {key}.")
COMPLETED_BY = Words("{key} la complète.", "{key} vult ze aan.", "{key} completes it.")
STRANGER = Words(
    "L’adresse de l’expéditeur diffère\u00a0: vérifiez que c’est la même personne.",
    "Het adres van de afzender verschilt: ga na of het dezelfde persoon is.",
    "The sender’s address differs: make sure that it is the same person.",
)
JOIN = Words("Joindre à {key}", "Toevoegen aan {key}", "Join to {key}")
JOIN_ALL = Words("Joindre les {n} compléments", "De {n} aanvullingen toevoegen", "Join all {n} completions")
BROUGHT_IN_TIME = Words("Arrivée {when}.", "Aangekomen {when}.", "It came {when}.")
BROUGHT_LATE = Words(
    "Arrivée {when}, après l’échéance.", "Aangekomen {when}, na de deadline.", "It came {when}, after the deadline."
)
SETTLE_COMPLETED_LATE = Words(
    "Complétée après l’échéance\u00a0: {what}. Décidez si elle est examinée\u00a0; le motif est conservé.",
    "Na de deadline aangevuld: {what}. Beslis of ze onderzocht wordt; de reden wordt bewaard.",
    "Completed after the deadline: {what}. Decide whether it is examined; the reason is kept.",
)
