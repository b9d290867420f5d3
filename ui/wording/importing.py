"""The words of an import: what is brought in, what became of each item, and why."""

from __future__ import annotations

from smes_panel.model.words import Words
from ui.wording.tongue import Counted

IMPORT = Words("Importer", "Importeren", "Import")
IMPORT_FILES = Words("Des e-mails ou des fichiers…", "E-mails of bestanden…", "E-mails or files…")
IMPORT_FOLDER = Words("Tout un dossier…", "Een hele map…", "A whole folder…")
BY_HAND = Words("Saisir une candidature papier", "Papieren kandidatuur invoeren", "Enter a paper application")
CHOOSE_MAILS = Words("Choisir des e-mails", "E-mails kiezen", "Choose e-mails")
DROP_HERE = Words("Déposez ici vos e-mails", "Sleep uw e-mails hierheen", "Drop your e-mails here")
DROP_FORMS = Words(
    ".eml, .msg, .mbox, PDF, Word, ZIP, une liste (CSV, Excel) ou un dossier entier",
    ".eml, .msg, .mbox, pdf, Word, zip, een lijst (csv, Excel) of een hele map",
    ".eml, .msg, .mbox, PDF, Word, ZIP, a list (CSV, Excel) or a whole folder",
)
BROWSE = Words("Parcourir", "Bladeren", "Browse")
IMPORTING = Words("Lecture des candidatures", "Kandidaturen inlezen", "Reading the applications")
ATTACHING = Words("Lecture des pièces", "Stukken inlezen", "Reading the documents")
RESULTS = Words("Résultat de l’import", "Resultaat van de import", "Result of the import")
NOTHING_FOUND = Words("Rien n’a été trouvé là.", "Daar is niets gevonden.", "Nothing was found there.")
SHOW_RESULTS = Words("Détail", "Details", "Details")
HIDE_RESULTS = Words("Replier", "Inklappen", "Fold")
FILE = Words("Fichier", "Bestand", "File")
RESULT = Words("Résultat", "Resultaat", "Result")
WHY = Words("À savoir", "Opmerking", "To know")
ARRIVALS = {
    "added": Words("ajoutée", "toegevoegd", "added"),
    "completed": Words("complétée", "aangevuld", "completed"),
    "known": Words("déjà là", "al aanwezig", "already here"),
    "to_decide": Words("à traiter", "te behandelen", "to decide"),
    "set_aside": Words("mise de côté", "opzijgelegd", "set aside"),
    "refused": Words("refusée", "geweigerd", "refused"),
}
ARRIVED = {
    "added": Counted(
        Words("{n} ajoutée", "{n} toegevoegd", "{n} added"), Words("{n} ajoutées", "{n} toegevoegd", "{n} added")
    ),
    "completed": Counted(
        Words("{n} complétée", "{n} aangevuld", "{n} completed"),
        Words("{n} complétées", "{n} aangevuld", "{n} completed"),
    ),
    "known": Counted(
        Words("{n} déjà là", "{n} al aanwezig", "{n} already here"),
        Words("{n} déjà là", "{n} al aanwezig", "{n} already here"),
    ),
    "to_decide": Counted(
        Words("{n} à traiter", "{n} te behandelen", "{n} to decide"),
        Words("{n} à traiter", "{n} te behandelen", "{n} to decide"),
    ),
    "set_aside": Counted(
        Words("{n} mise de côté", "{n} opzijgelegd", "{n} set aside"),
        Words("{n} mises de côté", "{n} opzijgelegd", "{n} set aside"),
    ),
    "refused": Counted(
        Words("{n} refusée", "{n} geweigerd", "{n} refused"), Words("{n} refusées", "{n} geweigerd", "{n} refused")
    ),
}
REASONS = {
    "The text was recognised": Words(
        "Texte reconnu sur les pages (OCR) : des erreurs sont possibles, regardez la page.",
        "Tekst herkend op de pagina’s (OCR): fouten zijn mogelijk, bekijk de pagina.",
        "Text recognised on the pages (OCR): it may be wrong, look at the page.",
    ),
    "Only the first pages were recognised": Words(
        "Seules les premières pages ont été reconnues (OCR) : lisez les autres.",
        "Alleen de eerste pagina’s zijn herkend (OCR): lees de andere.",
        "Only the first pages were recognised (OCR): read the others.",
    ),
    "No words were recognised": Words(
        "Aucun mot reconnu sur cette image : regardez-la.",
        "Geen woorden herkend op dit beeld: bekijk het.",
        "No words were recognised in this picture: look at it.",
    ),
    "No text was found: a scan": Words(
        "Pas de texte : un scan ou une image ne peut être cherché, Tesseract n’est pas installé ici.",
        "Geen tekst: een scan of beeld wordt niet doorzocht, Tesseract is hier niet geïnstalleerd.",
        "No text: a scan or a picture is not searched, Tesseract is not installed here.",
    ),
    "This is an electronic signature": Words(
        "Signature électronique : conservée telle quelle, non vérifiée.",
        "Elektronische handtekening: bewaard zoals ontvangen, niet nagegaan.",
        "An electronic signature: kept as received, not judged.",
    ),
    "The message is encrypted for": Words(
        "Message chiffré pour une autre clé : redemandez-le non chiffré.",
        "Bericht versleuteld voor een andere sleutel: vraag het opnieuw, niet versleuteld.",
        "Encrypted for somebody else’s key: ask for it again, not encrypted.",
    ),
    "This was already imported": Words(
        "Déjà importée ; rien n’est ajouté.",
        "Al geïmporteerd; er komt niets bij.",
        "Already imported; nothing is added.",
    ),
    "Its documents were already": Words(
        "Ses pièces sont déjà là.", "De stukken zijn er al.", "Its documents are here already."
    ),
    "New documents were added": Words(
        "De nouvelles pièces s’y ajoutent.", "Er komen nieuwe stukken bij.", "New documents are added to it."
    ),
    "Several applications seem": Words(
        "Plusieurs candidatures y sont arrivées ensemble : décidez au-dessus de la liste.",
        "Meerdere kandidaturen kwamen samen aan: beslis boven de lijst.",
        "Several applications came together: decide above the list.",
    ),
    "This is a list": Words(
        "Une liste : importez-la seule, pour dire ce que sont ses colonnes.",
        "Een lijst: importeer ze apart, om te zeggen wat de kolommen zijn.",
        "A list: import it alone, to say what its columns are.",
    ),
    "Line ": Words(
        "Ni nom ni adresse e-mail : complétez la ligne dans la liste.",
        "Naam noch e-mailadres: vul de regel in de lijst aan.",
        "Neither a name nor an e-mail address: complete the line in the list.",
    ),
    "The file is empty": Words("Le fichier est vide.", "Het bestand is leeg.", "The file is empty."),
    "There is nothing at this path": Words(
        "Il n’y a rien à cet endroit.", "Op die plaats is niets.", "There is nothing at this path."
    ),
    "This may not be read": Words(
        "Lecture interdite : demandez-en le droit ou copiez-le ailleurs.",
        "Geen leesrecht: vraag het aan of kopieer het elders.",
        "This may not be read: ask for the right, or copy it elsewhere.",
    ),
    "This is a link to elsewhere": Words(
        "Un lien vers ailleurs : importez ce qu’il désigne.",
        "Een koppeling naar elders: importeer waar ze naar verwijst.",
        "A link to elsewhere: import what it points to.",
    ),
    "The archive is damaged": Words(
        "L’archive est abîmée : décompressez ce qui peut l’être, puis importez le dossier.",
        "Het archief is beschadigd: pak uit wat kan en importeer de map.",
        "The archive is damaged: unpack what can be saved, then import the folder.",
    ),
    "The archive is protected": Words(
        "L’archive est protégée par un mot de passe : décompressez-la, puis importez le dossier.",
        "Het archief is met een wachtwoord beveiligd: pak het uit en importeer de map.",
        "The archive is protected by a password: unpack it, then import the folder.",
    ),
    "The archive unpacks": Words(
        "L’archive se décompresse bien au-delà du raisonnable : la suite n’a pas été lue.",
        "Het archief wordt uitgepakt veel te groot: wat volgt is niet gelezen.",
        "The archive unpacks to far more than it should: what follows was not read.",
    ),
    "The archive holds more": Words(
        "L’archive contient trop de fichiers : décompressez-la et importez ses dossiers un à un.",
        "Het archief bevat te veel bestanden: pak het uit en importeer de mappen een voor een.",
        "The archive holds too many files: unpack it and import its folders one by one.",
    ),
    "Archives nested": Words(
        "Une archive dans une archive, trop de fois : décompressez-la d’abord.",
        "Een archief in een archief, te vaak: pak het eerst uit.",
        "An archive in an archive too many times: unpack it first.",
    ),
    "The file is damaged inside": Words(
        "Le fichier est abîmé dans son archive.",
        "Het bestand is beschadigd in het archief.",
        "Damaged inside its archive.",
    ),
    "The Outlook message is damaged": Words(
        "Le message Outlook est abîmé : enregistrez-le à nouveau, ou en .eml.",
        "Het Outlookbericht is beschadigd: bewaar het opnieuw, of als .eml.",
        "The Outlook message is damaged: save it anew, or as .eml.",
    ),
    "An Outlook attachment": Words(
        "Un winmail.dat seul ne dit pas de qui il est : importez le message qui l’apportait.",
        "Een winmail.dat alleen zegt niet van wie het is: importeer het bericht dat het meebracht.",
        "A winmail.dat alone says not whose it is: import the message it came with.",
    ),
    "This is a contact, a task": Words(
        "Un contact, une tâche, une note ou un rendez-vous d’Outlook, pas une candidature.",
        "Een contact, taak, notitie of afspraak van Outlook, geen kandidatuur.",
        "A contact, a task, a note or an appointment of Outlook’s, not an application.",
    ),
    "This is neither a message": Words(
        "Ni un e-mail, ni une pièce de candidature.",
        "Geen e-mail en geen stuk van een kandidatuur.",
        "Neither an e-mail nor a document of an application.",
    ),
    "An image alone": Words(
        "Une image seule ne dit pas de qui elle est : mettez-la dans un dossier au nom de la personne.",
        "Een afbeelding alleen zegt niet van wie ze is: leg ze in een map op naam van de persoon.",
        "An image alone says not whose it is: put it in a folder that bears the person’s name.",
    ),
    "This format is not read yet": Words(
        "Ce format n’est pas encore lu. Enregistrez les e-mails en .eml, les documents en PDF ou Word.",
        "Dit formaat wordt nog niet gelezen. Bewaar e-mails als .eml, documenten als pdf of Word.",
        "This format is not read yet. Save e-mails as .eml, documents as PDF or Word.",
    ),
}
_FORMS = "*.eml *.emlx *.msg *.mbox *.zip *.csv *.xlsx *.ods *.pdf *.docx *.doc *.odt *.rtf"
FILES_TO_IMPORT = Words(
    f"E-mails, documents et listes ({_FORMS});;Tous les fichiers (*)",
    f"E-mails, documenten en lijsten ({_FORMS});;Alle bestanden (*)",
    f"E-mails, documents and lists ({_FORMS});;All files (*)",
)
