"""The words of the print card: what to print, for whom, how often, and where."""

from __future__ import annotations

from smes_panel.model.words import Words
from ui.wording.tongue import Counted

TITLE = Words("Imprimer", "Afdrukken", "Print")
WHAT = Words("Quoi", "Wat", "What")
CHOICES = {
    "letters": Words("Lettres", "Brieven", "Letters"),
    "grids": Words("Grilles d’entretien", "Gespreksformulieren", "Interview grids"),
    "checklist": Words("Grille vierge", "Leeg formulier", "Blank grid"),
    "comparison": Words("Comparaison", "Vergelijking", "Comparison"),
    "envelope": Words("Feuille d’essai", "Testblad", "Test sheet"),
}
FOR_WHOM = Words("Pour qui", "Voor wie", "For whom")
PER_MEMBER = Words("Une grille par membre", "Eén formulier per lid", "One grid per member")
ALL_OF_THEM = Words("Tout le monde", "Iedereen", "Everybody")
LANGUAGE = Words("Langue", "Taal", "Language")
LANGUAGES = (
    Words("De la personne", "Van de persoon", "The person’s"),
    Words("Français", "Frans", "French"),
    Words("Néerlandais", "Nederlands", "Dutch"),
    Words("Anglais", "Engels", "English"),
)
STAGE = Words("Étape", "Fase", "Stage")
COPIES = Words("Exemplaires : {n}", "Exemplaren: {n}", "Copies: {n}")
FEWER = Words("Un exemplaire de moins", "Eén exemplaar minder", "One copy fewer")
MORE = Words("Un exemplaire de plus", "Eén exemplaar meer", "One copy more")
PRINTER = Words("Imprimante : {name}", "Printer: {name}", "Printer: {name}")
NO_PRINTER = Words(
    "Aucune imprimante sur cet ordinateur : enregistrez en PDF, puis imprimez à 100 %.",
    "Geen printer op deze computer: bewaar als pdf en druk af op 100 %.",
    "No printer on this computer: save as PDF, then print at 100%.",
)
GRIDS = Counted(
    Words("{n} grille.", "{n} formulier.", "{n} grid."), Words("{n} grilles.", "{n} formulieren.", "{n} grids.")
)
LETTERS = Counted(
    Words("{n} lettre.", "{n} brief.", "{n} letter."), Words("{n} lettres.", "{n} brieven.", "{n} letters.")
)
PRINTS = Counted(
    Words("{n} document.", "{n} document.", "{n} document."),
    Words("{n} documents.", "{n} documenten.", "{n} documents."),
)
AT_FULL_SCALE = Words(
    "Imprimez à 100 %, sans « ajuster à la page », pour que la relecture du scan fonctionne.",
    "Druk af op 100 %, zonder “aan pagina aanpassen”, zodat de scan gelezen kan worden.",
    "Print at 100%, without “fit to page”, so that the scan can be read back.",
)
AT_FULL_SCALE_LETTER = Words(
    "Imprimez à 100 %, sans « ajuster à la page », pour que l’adresse tombe dans la fenêtre.",
    "Druk af op 100 %, zonder “aan pagina aanpassen”, zodat het adres in het venster valt.",
    "Print at 100%, without “fit to page”, so that the address falls in the window.",
)
AT_FULL_SCALE_PLAIN = Words(
    "Imprimez à 100 %, sans « ajuster à la page ».",
    "Druk af op 100 %, zonder “aan pagina aanpassen”.",
    "Print at 100%, without “fit to page”.",
)
TRY_ENVELOPE = Words(
    "Pliez la feuille et glissez-la dans l’enveloppe, vers chaque bord : seule l’adresse doit rester visible.",
    "Vouw het blad en schuif het in de envelop naar elke rand: alleen het adres mag zichtbaar blijven.",
    "Fold the sheet and slide it to each edge of the envelope: only the address should show.",
)
NOT_OPEN = Words(
    "La comparaison s’imprime quand tous les avis sont remis.",
    "De vergelijking is af te drukken zodra alle beoordelingen ingediend zijn.",
    "The comparison can be printed once all opinions are handed in.",
)
NOBODY_INVITED = Words(
    "Personne n’est encore invité à un entretien.",
    "Nog niemand is uitgenodigd voor een gesprek.",
    "Nobody is invited to an interview yet.",
)
NO_RATER = Words(
    "Personne du jury ne donne encore de note.",
    "Nog niemand van de jury geeft scores.",
    "Nobody on the panel rates yet.",
)
NO_LETTER = Words("Aucune lettre n’est prête.", "Geen enkele brief is klaar.", "No letter is ready.")
NOBODY_CHOSEN = Words("Personne n’est coché.", "Niemand is aangevinkt.", "Nobody is ticked.")
PREVIEW_OF = Words("Aperçu : {n} sur {of}", "Voorbeeld: {n} van {of}", "Preview: {n} of {of}")
PREVIEW = Words("Aperçu", "Voorbeeld", "Preview")
BEFORE = Words("Document précédent", "Vorig document", "Previous document")
AFTER = Words("Document suivant", "Volgend document", "Next document")
CANCEL = Words("Annuler", "Annuleren", "Cancel")
CLOSE = Words("Fermer", "Sluiten", "Close")
SAVE = Words("Enregistrer en PDF", "Bewaren als pdf", "Save as PDF")
SAVE_WHERE = Words("Où enregistrer", "Waar bewaren", "Where to save")
SAVED_IN = Counted(
    Words("{n} fichier dans « {folder} ».", "{n} bestand in “{folder}”.", "{n} file in “{folder}”."),
    Words("{n} fichiers dans « {folder} ».", "{n} bestanden in “{folder}”.", "{n} files in “{folder}”."),
)
SAVED_AS = Words("Enregistré : {name}", "Bewaard: {name}", "Saved: {name}")
SAVING = Words("Enregistrement en PDF", "Bewaren als pdf", "Saving as PDF")
PRINT = Words("Imprimer", "Afdrukken", "Print")
PRINTING = Words("Impression", "Afdrukken", "Printing")
PRINTED = Counted(
    Words("{n} page envoyée à l’imprimante.", "{n} pagina naar de printer.", "{n} page sent to the printer."),
    Words("{n} pages envoyées à l’imprimante.", "{n} pagina’s naar de printer.", "{n} pages sent to the printer."),
)
PDF_FILES = Words("Documents PDF (*.pdf)", "Pdf-documenten (*.pdf)", "PDF documents (*.pdf)")
