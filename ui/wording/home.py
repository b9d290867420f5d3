"""The words of the home page: dossiers, passphrase, a new dossier, who is at the screen, what awaits."""

from __future__ import annotations

from smes_panel.model.words import Words
from ui.wording.tongue import Counted

HERE = Words("Dossiers sur cet ordinateur", "Dossiers op deze computer", "Files on this computer")
HERE_SHORT = Words("Dossiers", "Dossiers", "Files")
OPEN_ANOTHER = Words("Ouvrir un fichier", "Bestand openen", "Open a file")
NEW = Words("Nouveau dossier", "Nieuw dossier", "New file")
LOCKED = Words("verrouillé", "vergrendeld", "locked")
UNLOCKED = Words("ouvert", "open", "open")
MISSING = Words("introuvable", "niet gevonden", "not found")
OPENED_ON = Words("Ouvert le {day}", "Geopend op {day}", "Opened on {day}")
NEVER_OPENED = Words("Pas encore ouvert ici", "Hier nog niet geopend", "Not opened here yet")
NONE_TITLE = Words("Aucun dossier pour le moment", "Nog geen dossier", "No file yet")
NONE_SENTENCE = Words(
    "Créez-en un à partir d’une annonce, ou ouvrez un fichier .smes que vous avez reçu.",
    "Maak er een op basis van een vacaturetekst, of open een .smes-bestand dat u kreeg.",
    "Create one from a posting, or open a .smes file that you received.",
)
OPEN_NAMED = Words("Ouvrir « {name} »", "“{name}” openen", "Open “{name}”")
CHOOSE_FIRST = Words("Choisissez un dossier", "Kies een dossier", "Choose a file")
STAYS_HERE = Words(
    "Votre phrase de passe reste sur cet ordinateur.",
    "Uw wachtwoordzin blijft op deze computer.",
    "Your passphrase stays on this computer.",
)
PASSPHRASE = Words("Phrase de passe", "Wachtwoordzin", "Passphrase")
SHOW = Words("Montrer la phrase", "Zin tonen", "Show the passphrase")
HIDE = Words("Masquer la phrase", "Zin verbergen", "Hide the passphrase")
OPEN = Words("Ouvrir", "Openen", "Open")
CAPS = Words("La touche Verr. Maj est active.", "Caps Lock staat aan.", "Caps Lock is on.")
FORGOTTEN = Words("J’ai oublié ma phrase de passe", "Ik ben mijn wachtwoordzin vergeten", "I forgot my passphrase")
FORGOTTEN_WHY = Words(
    "Elle n’est écrite nulle part : c’est ce qui protège les candidatures.",
    "Ze staat nergens genoteerd: dat beschermt de kandidaturen.",
    "It is written down nowhere: that is what protects the applications.",
)
FORGOTTEN_KEPT = Words(
    "Le dossier reste intact, et aucun essai ne l’efface.",
    "Het dossier blijft intact en geen enkele poging wist het.",
    "The file stays as it is, and no attempt erases it.",
)
FORGOTTEN_DO = Words(
    "Demandez-la à un·e membre du jury qui ouvre le même dossier. Une copie a la même phrase.",
    "Vraag ze aan een jurylid dat hetzelfde dossier opent. Een kopie heeft dezelfde zin.",
    "Ask a panel member who opens the same file. A copy has the same passphrase.",
)
NO_NETWORK = Words(
    "Aucune connexion requise. Rien n’est envoyé sur internet.",
    "Geen verbinding nodig. Er wordt niets naar het internet gestuurd.",
    "No connection needed. Nothing is sent over the internet.",
)
COUNT = Counted(
    Words("{n} dossier", "{n} dossier", "{n} file"),
    Words("{n} dossiers", "{n} dossiers", "{n} files"),
)
DEMO_TITLE = Words("Découvrir avec une démonstration", "Verkennen met een demonstratie", "Explore a demonstration")
DEMO_SENTENCE = Words(
    "Un recrutement fictif, de l’annonce aux courriers, créé dans un dossier que vous choisissez.",
    "Een fictieve aanwerving, van vacaturetekst tot brieven, in een map die u kiest.",
    "A fictitious recruitment, from posting to letters, made in a folder that you choose.",
)
DEMO = Words("Créer la démonstration", "Demonstratie maken", "Create the demonstration")

# What awaits
AWAITS = Words("Ce qui vous attend", "Wat u te doen staat", "What awaits you")
AWAITS_MEMBER = Words("pour {name}", "voor {name}", "for {name}")
NOTHING_AWAITS = Words("Rien n’attend pour le moment.", "Er wacht op dit moment niets.", "Nothing is waiting.")
QUESTIONS = Counted(
    Words("{n} point à arrêter", "{n} punt vast te leggen", "{n} point to settle"),
    Words("{n} points à arrêter", "{n} punten vast te leggen", "{n} points to settle"),
)
QUESTIONS_LINE = Words(
    "L’annonce n’en dit rien ; rien n’est bloqué.",
    "De vacaturetekst zegt er niets over; niets is geblokkeerd.",
    "The posting is silent on them; nothing is blocked.",
)
INCOMPLETE = Counted(
    Words("{n} candidature à compléter", "{n} kandidatuur aan te vullen", "{n} application to complete"),
    Words("{n} candidatures à compléter", "{n} kandidaturen aan te vullen", "{n} applications to complete"),
)
INCOMPLETE_LINE = Words("Il y manque une pièce.", "Er ontbreekt een stuk.", "A document is missing.")
EXCEPTIONS = Counted(
    Words("{n} exception à motiver", "{n} uitzondering te motiveren", "{n} exception to give a reason for"),
    Words("{n} exceptions à motiver", "{n} uitzonderingen te motiveren", "{n} exceptions to give a reason for"),
)
EXCEPTIONS_LINE = Words(
    "Et les autres dans le même cas\u00a0?",
    "En de anderen in hetzelfde geval?",
    "And the others in the same situation?",
)
NO_APPLICATIONS = Words("Aucune candidature encore", "Nog geen kandidaturen", "No applications yet")
NO_APPLICATIONS_LINE = Words(
    "Déposez les e-mails reçus.", "Sleep de ontvangen e-mails hierheen.", "Drop the e-mails received."
)
TO_RATE = {
    "screening": Counted(
        Words("{n} candidature à évaluer", "{n} kandidatuur te beoordelen", "{n} application to evaluate"),
        Words("{n} candidatures à évaluer", "{n} kandidaturen te beoordelen", "{n} applications to evaluate"),
    ),
    "interview": Counted(
        Words("{n} entretien à évaluer", "{n} gesprek te beoordelen", "{n} interview to evaluate"),
        Words("{n} entretiens à évaluer", "{n} gesprekken te beoordelen", "{n} interviews to evaluate"),
    ),
}
HANDED_IN = Words("{n} sur {m} remis", "{n} van {m} ingediend", "{n} of {m} handed in")
WAITING = {
    "screening": Words("Avis sur les dossiers", "Beoordelingen van de dossiers", "Opinions on the files"),
    "interview": Words("Avis sur les entretiens", "Beoordelingen van de gesprekken", "Opinions on the interviews"),
}
WAITING_LINE = Words(
    "{n} sur {m} remis. Il manque : {names}.",
    "{n} van {m} ingediend. Ontbreken nog: {names}.",
    "{n} of {m} handed in. Still missing: {names}.",
)
OPENED = {
    "screening": Words(
        "Les avis sur les dossiers sont ouverts",
        "De beoordelingen van de dossiers zijn open",
        "Opinions on the files are open",
    ),
    "interview": Words(
        "Les avis sur les entretiens sont ouverts",
        "De beoordelingen van de gesprekken zijn open",
        "Opinions on the interviews are open",
    ),
}
OPENED_LINE = Words("À comparer ensemble.", "Samen te vergelijken.", "To be compared together.")
DONE = Words("fait", "klaar", "done")
UNDER_WAY = Words("en cours", "bezig", "under way")
AHEAD = Words("à venir", "nog te doen", "ahead")
FACTS = Words("{criteria}, {applications}", "{criteria}, {applications}", "{criteria}, {applications}")
CRITERIA = Counted(
    Words("{n} critère", "{n} criterium", "{n} criterion"), Words("{n} critères", "{n} criteria", "{n} criteria")
)
APPLICATIONS = Counted(
    Words("{n} candidature", "{n} kandidatuur", "{n} application"),
    Words("{n} candidatures", "{n} kandidaturen", "{n} applications"),
)

# A new dossier
FROM_FILE = Words("Un fichier", "Een bestand", "A file")
FROM_TEXT = Words("Un texte collé", "Geplakte tekst", "Pasted text")
FROM_EXAMPLE = Words("L’exemple", "Het voorbeeld", "The example")
FROM_FORMER = Words("Un dossier précédent", "Een vorig dossier", "A former file")
CHOOSE_FORMER = Words("Choisir le dossier", "Dossier kiezen", "Choose the file")
FORMER_PASSPHRASE = Words(
    "Phrase de passe du dossier précédent", "Wachtwoordzin van het vorige dossier", "Passphrase of the former file"
)
READ_FORMER = Words("Lire", "Lezen", "Read")
FORMER_SENTENCE = Words(
    "L’annonce et les critères sont repris, avec leurs repères, leurs questions et leurs poids ; jamais les "
    "candidatures, les notes, les décisions ni les dates. Le dossier précédent n’est pas modifié.",
    "De vacaturetekst en de criteria worden overgenomen, met ijkpunten, vragen en gewichten; nooit de kandidaturen, de "
    "scores, de beslissingen of de datums. Het vorige dossier wordt niet gewijzigd.",
    "The posting and the criteria are taken over, with their anchors, questions and weights; never the applications, "
    "the ratings, the decisions or the dates. The former file is not changed.",
)
SAME_PANEL = Words("Reprendre le jury", "Jury overnemen", "Take over the panel")
SOURCE = Words("À partir de", "Op basis van", "Start from")
CHOOSE_POSTING = Words("Choisir l’annonce", "Vacaturetekst kiezen", "Choose the posting")
CHOOSE_HINT = Words(
    "Texte, Markdown, page HTML, PDF, DOCX, ODT, DOC ou RTF, 10 Mo au plus.",
    "Tekst, Markdown, HTML-pagina, pdf, DOCX, ODT, DOC of RTF, hoogstens 10 MB.",
    "Text, Markdown, HTML page, PDF, DOCX, ODT, DOC or RTF, 10 MB at most.",
)
SEVERAL = Words(
    "Ce document contient {n} postes\u00a0: choisissez celui de ce dossier.",
    "Dit document bevat {n} vacatures: kies die van dit dossier.",
    "This document holds {n} vacancies: choose the one of this dossier.",
)
VACANCY_OF = Words("{title} ({n})", "{title} ({n})", "{title} ({n})")
PASTE_HERE = Words("Collez ici le texte de l’annonce", "Plak hier de vacaturetekst", "Paste the posting’s text here")
POSTING_TEXT = Words("Texte de l’annonce", "Vacaturetekst", "Text of the posting")
EXAMPLE_SENTENCE = Words(
    "L’annonce « Chargé·e de projets Connect » de Smes, avec ses 14 critères, leurs repères et leurs questions, à "
    "confirmer un par un.",
    "De vacature “Chargé·e de projets Connect” van Smes, met haar 14 criteria, ijkpunten en vragen, een voor een te "
    "bevestigen.",
    "The posting “Chargé·e de projets Connect” of Smes, with its 14 criteria, their anchors and questions, each to be "
    "confirmed.",
)
READING = Words("Lecture de l’annonce", "Vacaturetekst wordt gelezen", "Reading the posting")
READ = Words("Ce qui a été lu", "Wat er gelezen werd", "What was read")
READ_NOTHING = Words(
    "Ce que l’annonce dit apparaîtra ici, avant que rien ne soit créé.",
    "Wat de tekst zegt, verschijnt hier voordat er iets wordt aangemaakt.",
    "What the posting says will appear here, before anything is created.",
)
NO_TITLE = Words("Fonction sans intitulé", "Functie zonder titel", "Position without a title")
NO_CRITERIA = Words(
    "Aucune liste d’exigences trouvée ; le texte est gardé tel quel.",
    "Geen lijst met vereisten gevonden; de tekst wordt ongewijzigd bewaard.",
    "No list of requirements was found; the text is kept as it is.",
)
STILL_OPEN = Counted(
    Words("{n} question reste ouverte", "{n} vraag blijft open", "{n} question stays open"),
    Words("{n} questions restent ouvertes", "{n} vragen blijven open", "{n} questions stay open"),
)
AND_MORE = Counted(
    Words("et {n} autre", "en nog {n}", "and {n} more"), Words("et {n} autres", "en nog {n}", "and {n} more")
)
PROTECT = Words("Protéger le dossier", "Het dossier beveiligen", "Protect the file")
ADVICE = Words(
    "Quatre mots sans lien entre eux, faciles à retenir et jamais utilisés ailleurs. Sans cette phrase, personne ne "
    "peut ouvrir le dossier.",
    "Vier woorden die niets met elkaar te maken hebben, makkelijk te onthouden en nergens anders gebruikt. Zonder die "
    "zin kan niemand het dossier openen.",
    "Four words that have nothing to do with each other, easy to remember and used nowhere else. Without it nobody "
    "can open the file.",
)
AGAIN = Words("Encore une fois", "Nog een keer", "Once more")
TOO_SHORT = Words(
    "Encore courte : {n} signes sur {m}.", "Nog kort: {n} van {m} tekens.", "Still short: {n} of {m} characters."
)
DIFFERENT = Words("Les deux phrases diffèrent encore.", "De twee zinnen verschillen nog.", "The two still differ.")
SAME = Words("Les deux phrases sont identiques.", "De twee zinnen zijn gelijk.", "Both are the same.")
CREATE = Words("Créer le dossier", "Dossier maken", "Create the file")
BACK = Words("Revenir", "Terug", "Back")
CREATED_FROM = Words("Nouveau dossier", "Nieuw dossier", "New file")
NOTHING_YET = Words(
    "Rien n’est écrit avant « Créer le dossier ».",
    "Er wordt niets geschreven vóór “Dossier maken”.",
    "Nothing is written before “Create the file”.",
)

# Who is at the screen
WHO = Words("Qui est à l’écran ?", "Wie zit er aan het scherm?", "Who is at the screen?")
WHO_LINE = Words(
    "Les avis que vous donnez sont inscrits à ce nom.",
    "Uw beoordelingen worden op deze naam genoteerd.",
    "The opinions you give are recorded under this name.",
)
NOBODY = Words("Personne n’évalue ici", "Niemand beoordeelt hier", "Nobody rates here")
NOBODY_LINE = Words(
    "Pour le secrétariat : tout sauf des avis propres.",
    "Voor het secretariaat: alles behalve eigen beoordelingen.",
    "For the secretary: everything but ratings of one’s own.",
)
NOT_SECRET = Words(
    "Les personnes qui partagent cet ordinateur et la phrase de passe ne sont pas secrètes l’une pour l’autre : "
    "chacune peut choisir le nom d’une autre et lire ses avis.",
    "Wie deze computer en de wachtwoordzin deelt, heeft voor elkaar geen geheimen: ieder kan de naam van een ander "
    "kiezen en diens beoordelingen lezen.",
    "People who share this computer and the passphrase have no secrets from one another: each can choose another’s "
    "name and read their opinions.",
)
ASK_EACH_TIME = Words(
    "Plusieurs membres partagent cet ordinateur : demander à chaque ouverture",
    "Meerdere leden delen deze computer: bij elke opening vragen",
    "Several members share this computer: ask at each opening",
)
CONTINUE = Words("Continuer", "Verdergaan", "Continue")
