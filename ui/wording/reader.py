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


# The card in place of a document that does not show

CARD_TITLE = Words("{document} ne s’affiche pas", "{document} wordt niet getoond", "{document} cannot be shown")
LOCKED_TITLE = Words("{document} est verrouillé", "{document} is vergrendeld", "{document} is locked")
HAPPENED = Words("Ce qui s’est passé", "Wat er gebeurde", "What happened")
KEPT = Words("Ce qui est conservé", "Wat bewaard blijft", "What is kept")
IS_KEPT = Words(
    "L’original, tel qu’il a été reçu, les autres pièces et vos notes.",
    "Het origineel, zoals ontvangen, de andere stukken en uw scores.",
    "The original as it was received, the other documents and your ratings.",
)
TO_DO = Words("Que faire", "Wat te doen", "What to do")
GO_ON = Words("vous pouvez continuer", "u kunt verdergaan", "you can go on")
_ASK = Words(
    "Ouvrez l’original dans un autre programme ou demandez un nouvel envoi. Vous pouvez noter «\u00a0pas "
    "évaluable\u00a0».",
    "Open het origineel in een ander programma of vraag een nieuwe versie. U kunt “niet te beoordelen” kiezen.",
    "Open the original in another program or ask for a new copy. You can choose “cannot be assessed”.",
)
CARDS = {
    "protected": (
        Words(
            "Son auteur l’a protégé par un mot de passe.",
            "De auteur heeft het met een wachtwoord beveiligd.",
            "Its author has protected it with a password.",
        ),
        Words(
            "Le mot de passe est souvent dans l’e-mail. Saisi une fois, il est gardé avec la pièce.",
            "Het wachtwoord staat vaak in de e-mail. Eén keer getypt blijft het bij het stuk bewaard.",
            "The password is often in the e-mail. Typed once, it is kept with the document.",
        ),
    ),
    "damaged": (Words("Le fichier est abîmé.", "Het bestand is beschadigd.", "The file is damaged."), _ASK),
    "slow": (
        Words("Son ouverture a pris trop de temps.", "Het openen duurde te lang.", "Opening it took too long."),
        _ASK,
    ),
    "big": (Words("Il est trop volumineux.", "Het is te groot.", "It is too big."), _ASK),
    "unavailable": (
        Words(
            "Le lecteur de documents n’a pas démarré.",
            "De documentlezer is niet gestart.",
            "The reader of documents did not start.",
        ),
        Words("Redémarrez Smes Panel.", "Start Smes Panel opnieuw.", "Start Smes Panel again."),
    ),
    "format": (
        Words("Son format ne se lit pas ici.", "Het formaat is hier niet leesbaar.", "Its format does not read here."),
        _ASK,
    ),
}
PASSWORD = Words("Mot de passe du document", "Wachtwoord van het document", "Password of the document")
SHOW = Words("Montrer le mot de passe", "Wachtwoord tonen", "Show the password")
HIDE = Words("Masquer le mot de passe", "Wachtwoord verbergen", "Hide the password")
UNLOCK = Words("Déverrouiller", "Ontgrendelen", "Unlock")
UNLOCKING = Words("Ouverture du document", "Document openen", "Opening the document")
OPEN_ORIGINAL = Words("Ouvrir l’original", "Origineel openen", "Open the original")
OTHER_DOCUMENT = Words("Pièce suivante", "Volgend stuk", "Next document")

# Out of the house

OPEN_OUTSIDE = Words("Ouvrir dans un autre programme…", "In een ander programma openen…", "Open in another program…")
OUTSIDE_TITLE = Words("Sortir {document} d’ici\u00a0?", "{document} hierbuiten openen?", "Take {document} out of here?")
OUTSIDE = Words(
    "Une copie non chiffrée ({form}) part dans le programme de cet ordinateur, qui peut suivre des liens ou signaler "
    "qu’elle est lue. Elle est effacée au verrouillage.",
    "Een onversleutelde kopie ({form}) gaat naar het programma van deze computer, dat links kan volgen of kan melden "
    "dat ze gelezen wordt. Ze wordt gewist bij het vergrendelen.",
    "A copy that is not encrypted ({form}) goes to this computer’s program, which may follow links or report that it "
    "is read. It is erased when the dossier is locked.",
)
OUTSIDE_ACTIVE = Words(
    "Ce format peut contenir des macros\u00a0: ne les activez pas.",
    "Dit formaat kan macro’s bevatten: schakel ze niet in.",
    "This format may hold macros: do not enable them.",
)
OUTSIDE_YES = Words("Ouvrir quand même", "Toch openen", "Open all the same")
OUTSIDE_NO = Words("Rester ici", "Hier blijven", "Stay here")
OUTSIDE_NEVER = Words(
    "Ce format ({form}) ne s’ouvre pas d’ici\u00a0: il pourrait agir sur cet ordinateur.",
    "Dit formaat ({form}) wordt van hieruit niet geopend: het zou op deze computer iets kunnen doen.",
    "This format ({form}) is not opened from here: it could act on this computer.",
)
OUTSIDE_FAILED = Words(
    "Aucun programme n’a ouvert cette pièce. La copie est effacée.",
    "Geen programma opende dit stuk. De kopie is gewist.",
    "No program opened this document. The copy is erased.",
)
OUTSIDE_DONE = Words(
    "Copie ouverte dans un autre programme, effacée au verrouillage.",
    "Kopie geopend in een ander programma, gewist bij het vergrendelen.",
    "Copy opened in another program, erased when the dossier is locked.",
)
