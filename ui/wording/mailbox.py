"""The words of a mailbox on a mail server: what is asked, and why it does not open."""

from __future__ import annotations

from smes_panel.model.words import Words
from ui.wording.tongue import Counted

FROM_MAILBOX = Words("Depuis une boîte mail…", "Uit een mailbox…", "From a mailbox…")
TITLE = Words("Boîte mail", "Mailbox", "Mailbox")
SENTENCE = Words(
    "Rien ne change sur le serveur : les messages y restent, non lus.",
    "Op de server verandert niets: de berichten blijven er, ongelezen.",
    "Nothing changes on the server: the messages stay there, unread.",
)
SERVER = Words("Serveur", "Server", "Server")
SERVER_HINT = Words("imap.exemple.be", "imap.voorbeeld.be", "imap.example.org")
SEAL = Words("Sécurité", "Beveiliging", "Security")
TLS = Words("TLS", "TLS", "TLS")
STARTTLS = Words("STARTTLS", "STARTTLS", "STARTTLS")
USER = Words("Utilisateur", "Gebruiker", "User")
USER_HINT = Words("souvent l’adresse entière", "vaak het volledige adres", "often the whole address")
PASSWORD = Words("Mot de passe", "Wachtwoord", "Password")
REMEMBERED = Words("retenu sur cet ordinateur", "onthouden op deze computer", "remembered on this computer")
SHOW = Words("Afficher le mot de passe", "Wachtwoord tonen", "Show the password")
HIDE = Words("Masquer le mot de passe", "Wachtwoord verbergen", "Hide the password")
SINCE = Words("Depuis le", "Sinds", "Since")
SINCE_HINT = Words("tout, ou 01/05/2022", "alles, of 01/05/2022", "everything, or 01/05/2022")
FOLDER = Words("Dossier", "Map", "Folder")
REMEMBER = Words(
    "Retenir le mot de passe sur cet ordinateur",
    "Wachtwoord onthouden op deze computer",
    "Remember the password on this computer",
)
CONNECT = Words("Se connecter", "Verbinden", "Connect")
CONNECTING = Words("Connexion à la boîte mail", "Verbinden met de mailbox", "Connecting to the mailbox")
IMPORT = Words("Importer ce dossier", "Deze map importeren", "Import this folder")
AUTHORITY = Words("Choisir le certificat…", "Certificaat kiezen…", "Choose the certificate…")
CERTIFICATES = Words(
    "Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)",
    "Certificaten (*.pem *.crt *.cer);;Alle bestanden (*)",
    "Certificates (*.pem *.crt *.cer);;All files (*)",
)
UNREADABLE = Counted(
    Words(
        "{n} dossier au nom illisible n’est pas proposé.",
        "{n} map met een onleesbare naam staat er niet bij.",
        "{n} folder whose name cannot be read is not offered.",
    ),
    Words(
        "{n} dossiers aux noms illisibles ne sont pas proposés.",
        "{n} mappen met onleesbare namen staan er niet bij.",
        "{n} folders whose names cannot be read are not offered.",
    ),
)
NO_DATE = Words(
    "Une date comme 01/05/2022, ou rien.",
    "Een datum zoals 01/05/2022, of niets.",
    "A date such as 01/05/2022, or none.",
)

USES = {
    "All": Words("tous les messages", "alle berichten", "all messages"),
    "Archive": Words("archives", "archief", "archive"),
    "Drafts": Words("brouillons", "concepten", "drafts"),
    "Flagged": Words("suivis", "gemarkeerd", "flagged"),
    "Junk": Words("indésirables", "ongewenst", "junk"),
    "Sent": Words("envoyés", "verzonden", "sent"),
    "Trash": Words("corbeille", "prullenbak", "trash"),
}

REASONS = {
    "No mail server of this name": Words(
        "Aucun serveur de ce nom : vérifiez-en l’orthographe, et le réseau.",
        "Geen server met die naam: controleer de spelling en het netwerk.",
        "There is no server of this name: check its spelling, and the network.",
    ),
    "The mail server does not answer": Words(
        "Le serveur ne répond pas, ou raccroche : vérifiez son nom, son port et le réseau.",
        "De server antwoordt niet of haakt in: controleer naam, poort en netwerk.",
        "The server does not answer, or hangs up: check its name, its port and the network.",
    ),
    "The mail server offers no sealed": Words(
        "Pas de connexion chiffrée à ce port, et rien ne part en clair : TLS est d’ordinaire au 993, STARTTLS au 143.",
        "Geen versleutelde verbinding op die poort, en niets gaat onversleuteld weg: TLS zit meestal op 993, STARTTLS "
        "op 143.",
        "No encrypted connection at this port, and nothing leaves in the clear: TLS is usual at 993, STARTTLS at 143.",
    ),
    "The mail server's certificate comes from": Words(
        "Certificat d’une autorité inconnue ; aucun mot de passe n’est parti. Si c’est la vôtre, choisissez-le.",
        "Certificaat van een onbekende autoriteit; er ging geen wachtwoord weg. Is het de uwe, kies dan haar "
        "certificaat.",
        "Certificate of an unknown authority; no password was sent. If it is your own, choose its certificate.",
    ),
    "The mail server's certificate is made out": Words(
        "Certificat au nom d’un autre serveur ; aucun mot de passe n’est parti. Demandez le nom exact du serveur.",
        "Certificaat op naam van een andere server; er ging geen wachtwoord weg. Vraag de juiste naam van de server.",
        "Certificate of another server; no password was sent. Ask for the server’s exact name.",
    ),
    "The mail server's certificate is out of date": Words(
        "Certificat expiré ; aucun mot de passe n’est parti. Prévenez ceux qui gèrent le serveur.",
        "Certificaat verlopen; er ging geen wachtwoord weg. Verwittig wie de server beheert.",
        "Certificate out of date; no password was sent. Tell those who run the server.",
    ),
    "The mail server's certificate cannot": Words(
        "Certificat invérifiable ; aucun mot de passe n’est parti. Prévenez ceux qui gèrent le serveur.",
        "Certificaat niet te controleren; er ging geen wachtwoord weg. Verwittig wie de server beheert.",
        "Certificate that cannot be verified; no password was sent. Tell those who run the server.",
    ),
    "The mail server did not let": Words(
        "Le serveur refuse cet utilisateur avec ce mot de passe. Certains en demandent un par programme.",
        "De server weigert deze gebruiker met dit wachtwoord. Sommige vragen er een per programma.",
        "The server refuses this user with this password. Some ask for one made for a single program.",
    ),
    "The mailbox has no folder": Words(
        "La boîte n’a pas de dossier lisible de ce nom.",
        "De mailbox heeft geen leesbare map met die naam.",
        "The mailbox has no readable folder of this name.",
    ),
    "What answers there": Words(
        "Ce qui répond là n’est pas un serveur de courrier (IMAP) : vérifiez le nom et le port.",
        "Wat daar antwoordt, is geen mailserver (IMAP): controleer naam en poort.",
        "What answers there is no mail server (IMAP): check the name and the port.",
    ),
    "The server is a name": Words(
        "Un nom comme imap.exemple.be, ou imap.exemple.be:993.",
        "Een naam zoals imap.voorbeeld.be, of imap.voorbeeld.be:993.",
        "A name such as imap.example.org, or imap.example.org:993.",
    ),
    "The user is missing": Words(
        "L’utilisateur manque : c’est souvent l’adresse entière.",
        "De gebruiker ontbreekt: vaak is het het volledige adres.",
        "The user is missing: often it is the whole address.",
    ),
    "The password is missing": Words(
        "Le mot de passe manque, ou contient un signe qui ne se tape pas.",
        "Het wachtwoord ontbreekt of bevat een teken dat niet te typen is.",
        "The password is missing, or holds a sign that cannot be typed.",
    ),
    "The folder is missing": Words("Le dossier manque.", "De map ontbreekt.", "The folder is missing."),
    "The file of the authority": Words(
        "Ce fichier ne contient pas de certificat lisible.",
        "Dit bestand bevat geen leesbaar certificaat.",
        "This file holds no certificate that can be read.",
    ),
    "This message was taken out": Words(
        "Retiré de la boîte pendant l’import.",
        "Tijdens het importeren uit de mailbox gehaald.",
        "Taken out of the mailbox during the import.",
    ),
    "The mail server does not give": Words(
        "Le serveur ne donne pas ce message : enregistrez-le en .eml et importez-le.",
        "De server geeft dit bericht niet: bewaar het als .eml en importeer dat.",
        "The server does not give this message: save it as .eml and import that.",
    ),
    "The connection to the mail server broke": Words(
        "La connexion s’est coupée : importez de nouveau, la lecture reprend là.",
        "De verbinding viel weg: importeer opnieuw, het lezen gaat daar verder.",
        "The connection broke off: import again, and it goes on there.",
    ),
    "The mail server numbered": Words(
        "Le serveur a renuméroté ses messages : importez de nouveau, rien ne vient deux fois.",
        "De server heeft zijn berichten hernummerd: importeer opnieuw, niets komt tweemaal.",
        "The server numbered its messages anew: import again, nothing comes twice.",
    ),
}
