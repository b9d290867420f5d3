"""The words of the life of a letter: to be read again, ready, released, printed, sent."""

from __future__ import annotations

from smes_panel.model.decision import LetterState
from smes_panel.model.words import Words
from ui.wording.tongue import Counted

STATES = {
    LetterState.DRAFT: Words("à relire", "na te lezen", "to check"),
    LetterState.READY: Words("prête", "klaar", "ready"),
    LetterState.RELEASED: Words("libérée", "vrijgegeven", "released"),
    LetterState.PRINTED: Words("imprimée", "afgedrukt", "printed"),
    LetterState.SENT: Words("envoyée", "verzonden", "sent"),
}
TO_SETTLE = Words("à confirmer", "te bevestigen", "to confirm")
MARK_READY = Words("Marquer prête", "Klaar zetten", "Mark ready")
RELEASE = Words("Libérer", "Vrijgeven", "Release")
BACK = Words("Reprendre", "Terugnemen", "Take back")
WAS_SENT = Words("Envoyée", "Verzonden", "Was sent")
MARK_SEVERAL = Counted(
    Words("Marquer {n} prête", "{n} klaar zetten", "Mark {n} ready"),
    Words("Marquer {n} prêtes", "{n} klaar zetten", "Mark {n} ready"),
)
RELEASE_SEVERAL = Counted(
    Words("Libérer {n} lettre", "{n} brief vrijgeven", "Release {n} letter"),
    Words("Libérer {n} lettres", "{n} brieven vrijgeven", "Release {n} letters"),
)
DRAFTS = Words("Brouillons e-mail", "E-mailontwerpen", "E-mail drafts")
DRAFTS_WHERE = Words("Dossier des brouillons", "Map voor de ontwerpen", "Folder for the drafts")
DRAFTED_COUNT = Counted(
    Words("{n} brouillon dans {folder}.", "{n} ontwerp in {folder}.", "{n} draft in {folder}."),
    Words("{n} brouillons dans {folder}.", "{n} ontwerpen in {folder}.", "{n} drafts in {folder}."),
)
WITHOUT_ADDRESS = Words(
    "{n} sans adresse e-mail\u00a0: par la poste.",
    "{n} zonder e-mailadres: per post.",
    "{n} without an address: by post.",
)
NOTHING_RELEASED = Words(
    "Aucune lettre libérée à envoyer.", "Geen vrijgegeven brief te versturen.", "No released letter to send."
)
READY_SAID = Words(
    "Prête\u00a0: elle attend d’être libérée.", "Klaar: ze wacht op vrijgave.", "Ready: it waits to be released."
)
RELEASED_SAID = Words(
    "Libérée\u00a0: imprimez-la ou envoyez-la.", "Vrijgegeven: druk af of verstuur.", "Released: print it or send it."
)
GONE_SAID = Words("{state} le {day}", "{state} op {day}", "{state} on {day}")
UNCLEAR_SAID = Words(
    "Un brouillon existe, ou l’envoi n’a pas été confirmé.",
    "Er is een ontwerp, of de verzending is niet bevestigd.",
    "There is a draft, or the sending was not confirmed.",
)
TO_READY = Words("prête", "klaar", "ready")
