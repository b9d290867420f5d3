"""Why a letter did not leave, or may have: the core’s sentences, known by their beginning, in three languages."""

from __future__ import annotations

import re

from smes_panel.model.words import Words
from ui.wording.mailbox import REASONS as OF_MAILBOXES

REASONS: tuple[tuple[str, Words], ...] = (
    (
        r"The outgoing server is a name",
        Words(
            "Un nom comme smtp.exemple.be, ou smtp.exemple.be:465.",
            "Een naam zoals smtp.voorbeeld.be, of smtp.voorbeeld.be:465.",
            "A name such as smtp.example.org, or smtp.example.org:465.",
        ),
    ),
    (
        r"The user of the outgoing server is missing",
        Words(
            "L’utilisateur manque\u00a0: c’est souvent l’adresse entière.",
            "De gebruiker ontbreekt: vaak is het het volledige adres.",
            "The user is missing: often it is the whole address.",
        ),
    ),
    (
        r"The sender's address is one such as",
        Words(
            "L’adresse de l’expéditeur est de la forme emploi@exemple.be, sans accent.",
            "Het adres van de afzender is er een zoals jobs@voorbeeld.be, zonder accenten.",
            "The sender’s address is one such as jobs@example.org, without accents.",
        ),
    ),
    (
        r"The address for replies is one such as",
        Words(
            "L’adresse de réponse est de la forme emploi@exemple.be, sans accent.",
            "Het antwoordadres is er een zoals jobs@voorbeeld.be, zonder accenten.",
            "The address for replies is one such as jobs@example.org, without accents.",
        ),
    ),
    (
        r"The mailbox has no folder for drafts",
        Words(
            "Aucun dossier de brouillons reconnaissable dans cette boîte\u00a0: nommez-le.",
            "Geen herkenbare map voor concepten in deze mailbox: geef de naam.",
            "No folder for drafts can be told from the others in this mailbox: name it.",
        ),
    ),
    (
        r"The mailbox did not take the draft; it answered: (?P<said>.*)",
        Words(
            "La boîte n’a pas pris ce brouillon. Sa réponse\u00a0: {said}",
            "De mailbox nam dit concept niet aan. Haar antwoord: {said}",
            "The mailbox did not take this draft. Its answer: {said}",
        ),
    ),
    (
        r"The connection to the mailbox broke off and did not come back",
        Words(
            "La connexion s’est coupée et n’est pas revenue\u00a0: ce brouillon n’est pas déposé. Réessayez.",
            "De verbinding viel weg en kwam niet terug: dit concept is niet geplaatst. Probeer opnieuw.",
            "The connection broke off and did not come back: this draft was not laid down. Try again.",
        ),
    ),
    (
        r"The connection broke off while this draft",
        Words(
            "La connexion s’est coupée pendant le dépôt\u00a0: regardez dans les brouillons avant de réessayer.",
            "De verbinding viel weg tijdens het plaatsen: kijk bij de concepten voor u opnieuw probeert.",
            "The connection broke off meanwhile: look into the drafts before trying again.",
        ),
    ),
    (
        r"This draft lies in the mailbox twice",
        Words(
            "Ce brouillon est deux fois dans la boîte, après une coupure\u00a0: jetez l’un des deux.",
            "Dit concept staat na een onderbreking twee keer in de mailbox: gooi er een weg.",
            "This draft lies in the mailbox twice, after a break: throw one of the two away.",
        ),
    ),
    (
        r"The outgoing server offers no sealed connection",
        Words(
            "Pas de connexion chiffrée à ce port, et rien ne part en clair\u00a0: TLS est d’ordinaire au 465, STARTTLS "
            "au 587.",
            "Geen versleutelde verbinding op die poort, en niets gaat onversleuteld weg: TLS zit meestal op 465, "
            "STARTTLS op 587.",
            "No encrypted connection at this port, and nothing leaves in the clear: TLS is usual at 465, STARTTLS at "
            "587.",
        ),
    ),
    (
        r"Something came before the outgoing server's seal",
        Words(
            "Quelqu’un semble s’être glissé dans la connexion avant son chiffrement\u00a0: rien n’est parti. "
            "Prévenez ceux qui gèrent le réseau.",
            "Iemand lijkt zich voor de versleuteling in de verbinding te hebben gemengd: er ging niets weg. "
            "Verwittig wie het netwerk beheert.",
            "Somebody seems to have slipped into the connection before it was encrypted: nothing left. "
            "Tell those who run the network.",
        ),
    ),
    (
        r"What answers there does not take letters",
        Words(
            "Ce qui répond là n’est pas un serveur d’envoi (SMTP)\u00a0: vérifiez le nom et le port.",
            "Wat daar antwoordt, is geen uitgaande mailserver (SMTP): controleer naam en poort.",
            "What answers there is no outgoing mail server (SMTP): check the name and the port.",
        ),
    ),
    (
        r"The outgoing server did not let",
        Words(
            "Le serveur refuse cet utilisateur avec ce mot de passe. Certains en demandent un par programme.",
            "De server weigert deze gebruiker met dit wachtwoord. Sommige vragen er een per programma.",
            "The server refuses this user with this password. Some ask for one made for a single program.",
        ),
    ),
    (
        r"The outgoing server lets nobody in with a password",
        Words(
            "Ce serveur n’accepte pas de mot de passe ordinaire\u00a0: demandez-en un pour programmes à qui le gère.",
            "Deze server aanvaardt geen gewoon wachtwoord: vraag een wachtwoord voor programma’s aan wie hem beheert.",
            "This server accepts no ordinary password: ask those who run it for one made for programs.",
        ),
    ),
    (
        r"The connection to the outgoing server broke off and did not come back",
        Words(
            "La connexion s’est coupée et n’est pas revenue\u00a0: cette lettre n’est pas partie.",
            "De verbinding viel weg en kwam niet terug: deze brief is niet vertrokken.",
            "The connection broke off and did not come back: this letter did not leave.",
        ),
    ),
    (
        r"The connection broke off before the outgoing server said",
        Words(
            "Coupé avant la réponse du serveur\u00a0: la lettre est peut-être partie. Regardez avant de la renvoyer.",
            "Onderbroken voor het antwoord van de server: misschien is de brief weg. Kijk voor u hem weer verstuurt.",
            "Cut off before the server answered: this letter may have left. Look before sending it again.",
        ),
    ),
    (
        r".*The letter is bigger than the outgoing server takes \((?P<most>[\d,]+) bytes\)",
        Words(
            "La lettre est plus grande que ce que le serveur accepte ({most} octets).",
            "De brief is groter dan wat de server aanneemt ({most} bytes).",
            "The letter is bigger than the server takes ({most} bytes).",
        ),
    ),
    (
        r".*The address holds letters that the outgoing server does not know",
        Words(
            "L’adresse contient des lettres que ce serveur ne connaît pas (il n’a pas SMTPUTF8).",
            "Het adres bevat letters die deze server niet kent (hij heeft geen SMTPUTF8).",
            "The address holds letters that this server does not know (it has no SMTPUTF8).",
        ),
    ),
    (
        r"The outgoing server does not take this letter for now; it answered: (?P<said>.*)",
        Words(
            "Le serveur ne prend pas cette lettre pour le moment. Sa réponse\u00a0: {said}",
            "De server neemt deze brief voorlopig niet aan. Zijn antwoord: {said}",
            "The server does not take this letter for now. Its answer: {said}",
        ),
    ),
    (
        r"The outgoing server did not take this letter; it answered: (?P<said>.*)",
        Words(
            "Le serveur n’a pas pris cette lettre. Sa réponse\u00a0: {said}",
            "De server nam deze brief niet aan. Zijn antwoord: {said}",
            "The server did not take this letter. Its answer: {said}",
        ),
    ),
    (
        r"There is no letter to print together",
        Words(
            "Aucune lettre à imprimer ensemble\u00a0: choisissez-en qui sont complètes.",
            "Er is geen brief om samen af te drukken: kies er die volledig zijn.",
            "There is no letter to print together: choose some that are complete.",
        ),
    ),
    (
        r"The letter of (?P<key>K-\d+) is no PDF that reads",
        Words(
            "La lettre de {key} n’est pas un PDF lisible\u00a0: rien n’a été fait.",
            "De brief van {key} is geen leesbare pdf: er is niets gemaakt.",
            "The letter of {key} is no PDF that reads: nothing was made.",
        ),
    ),
    (
        r"(?P<key>K-\d+): the letter \S+ was not made; it has no e-mail address",
        Words(
            "{key}\u00a0: pas d’adresse électronique utilisable. Corrigez-la, ou envoyez la lettre par la poste.",
            "{key}: geen bruikbaar e-mailadres. Verbeter het, of verstuur de brief per post.",
            "{key}: no e-mail address that can be written to. Correct it, or send the letter by post.",
        ),
    ),
    *((re.escape(beginning), words) for beginning, words in OF_MAILBOXES.items()),
)
"""The particular before the general, as `refusals` asks for them; a mailbox and a server fail alike on the line."""
