"""Why a rule said no to a decision, a seal, a signature or a letter: the core's sentences, known by their beginning."""

from __future__ import annotations

from smes_panel.model.words import Words

_KEY, _ACT = r"(?P<key>K-\d+)", r"(?P<act>screening|interview|promotion:K-\d+)"
_CODE = r"(?P<code>[0-9a-f]{4}(?: [0-9a-f]{4}){3})"

DECIDING: tuple[tuple[str, Words], ...] = (
    (
        r"Only the chair opens without a missing grid",
        Words(
            "Seule la présidence ouvre sans un avis manquant. Rien n’a été ouvert.",
            "Alleen de voorzitter opent zonder een ontbrekende beoordeling. Er is niets geopend.",
            "Only the chair opens without a missing opinion. Nothing was opened.",
        ),
    ),
    (
        rf"{_KEY} was sent the letter (?P<kind>[a-z-]+): the letter (?P<other>[a-z-]+) would contradict it",
        Words(
            "{key} a reçu une lettre que celle-ci contredirait.",
            "{key} kreeg een brief die door deze zou worden tegengesproken.",
            "{key} was sent a letter that this one would contradict.",
        ),
    ),
    (
        rf"{_KEY} was sent the letter",
        Words(
            "{key} a déjà reçu la lettre qui le dit\u00a0: cette issue ne se décide plus.",
            "{key} kreeg de brief al die het zegt: deze uitslag wordt niet meer gewijzigd.",
            "{key} was sent the letter that says so: this outcome is not decided again.",
        ),
    ),
    (
        rf"{_KEY}: neither the posting nor the rules announced a reserve",
        Words(
            "Ni l’annonce ni les règles n’ont prévu de réserve\u00a0: fixez d’abord sa date de fin.",
            "Noch de vacature noch de regels kondigden een reserve aan: leg eerst de einddatum vast.",
            "Neither the posting nor the rules announced a reserve: settle its last day first.",
        ),
    ),
    (
        rf"{_KEY} has rank (?P<rank>\d+) in the reserve already",
        Words(
            "{key} a déjà le rang {rank} dans la réserve.",
            "{key} heeft rang {rank} al in de reserve.",
            "{key} has rank {rank} in the reserve already.",
        ),
    ),
    (
        r"A minority position is said in words",
        Words(
            "Une position minoritaire se dit en mots.",
            "Een minderheidsstandpunt wordt in woorden gezegd.",
            "A minority position is said in words.",
        ),
    ),
    (
        rf"The {_ACT} deliberation cannot be closed yet",
        Words(
            "La délibération ne peut pas encore être close\u00a0: la liste dit ce qui manque.",
            "De beraadslaging kan nog niet gesloten worden: de lijst zegt wat ontbreekt.",
            "The deliberation cannot be closed yet: the list says what is missing.",
        ),
    ),
    (
        r"Reopening breaks the seal",
        Words(
            "Rouvrir rompt le sceau\u00a0: dites pourquoi, le procès-verbal le garde.",
            "Heropenen verbreekt het zegel: zeg waarom, het proces-verbaal bewaart het.",
            "Reopening breaks the seal: say why, the minutes keep it.",
        ),
    ),
    (
        r"The interview deliberation is closed: reopen that one first",
        Words(
            "La décision finale est close\u00a0: rouvrez-la d’abord.",
            "De eindbeslissing is gesloten: heropen die eerst.",
            "The final decision is closed: reopen that one first.",
        ),
    ),
    (
        rf"This answers the code {_CODE}, and",
        Words(
            "Cette réponse porte sur l’empreinte {code}, qui n’est plus celle de la délibération.",
            "Dit antwoord geldt voor code {code}, en dat is niet meer die van de beraadslaging.",
            "This answers the code {code}, which is no longer that of the deliberation.",
        ),
    ),
    (
        r"(?P<name>.+) has answered this code already",
        Words(
            "{name} a déjà répondu à cette empreinte.",
            "{name} heeft deze code al beantwoord.",
            "{name} has answered this code already.",
        ),
    ),
    (
        r"The four words of this card are others",
        Words(
            "Les quatre mots ne sont pas ceux de cette carte\u00a0: elle est d’une autre personne, ou modifiée.",
            "De vier woorden zijn niet die van deze kaart: ze is van iemand anders, of werd gewijzigd.",
            "The four words are not those of this card: it is somebody else’s, or was altered.",
        ),
    ),
    (
        r"This reply was given on other minutes",
        Words(
            "Cette réponse porte sur un autre procès-verbal\u00a0: quelque chose a changé depuis. Refaites un paquet.",
            "Dit antwoord geldt voor een ander proces-verbaal: er is sindsdien iets gewijzigd. Maak een nieuw pakket.",
            "This reply was given on other minutes: something changed since. Make a new file to sign.",
        ),
    ),
    (
        r"What was signed is no longer so",
        Words(
            "Ce qui a été signé a changé depuis\u00a0: rouvrez la délibération, ou remettez-le comme c’était.",
            "Wat ondertekend werd is gewijzigd: heropen de beraadslaging, of zet het terug.",
            "What was signed has changed since: reopen the deliberation, or put it back.",
        ),
    ),
    (
        rf"The {_ACT} deliberation is not signed: the letter",
        Words(
            "Cette lettre attend la signature de la décision.",
            "Deze brief wacht op de ondertekening van de beslissing.",
            "This letter waits for the decision to be signed.",
        ),
    ),
    (
        rf"The {_ACT} deliberation is not closed: the letter",
        Words(
            "Cette lettre attend la clôture de la délibération.",
            "Deze brief wacht op het sluiten van de beraadslaging.",
            "This letter waits for the deliberation to be closed.",
        ),
    ),
    (
        rf"The letter (?P<kind>[a-z-]+) to {_KEY} changed since it was",
        Words(
            "La lettre de {key} a changé depuis\u00a0: relisez-la d’abord.",
            "De brief van {key} is sindsdien gewijzigd: lees hem eerst na.",
            "The letter to {key} changed since: read it again first.",
        ),
    ),
    (
        rf"The offer to {_KEY} still stands",
        Words(
            "L’offre faite à {key} tient encore, et il n’y a qu’une place.",
            "Het aanbod aan {key} geldt nog, en er is één plaats.",
            "The offer to {key} still stands, and there is one seat.",
        ),
    ),
    (
        rf"The offer has not left for {_KEY} yet",
        Words(
            "L’offre n’est pas encore partie pour {key}.",
            "Het aanbod aan {key} is nog niet vertrokken.",
            "The offer has not left for {key} yet.",
        ),
    ),
    (
        r"The reserve was valid until (?P<day>\d{4}-\d\d-\d\d)",
        Words(
            "La réserve valait jusqu’au {day}\u00a0: prolongez-la d’abord.",
            "De reserve gold tot {day}: verleng ze eerst.",
            "The reserve was valid until {day}: renew it first.",
        ),
    ),
)
