"""Why a key, a card, a request, a reply or a signed PDF is refused: the core's sentences, known by their beginning."""

from __future__ import annotations

from smes_panel.model.words import Words

_NAME, _KEY, _N = r"(?P<name>.+)", r"(?P<key>K-\d+)", r"(?P<n>\d+)"

REASONS: tuple[tuple[str, Words], ...] = (
    (
        r"This card is larger than",
        Words(
            "Ce fichier est trop grand pour être une carte. Redemandez-la.",
            "Dit bestand is te groot om een kaart te zijn. Vraag de kaart opnieuw.",
            "This file is too large to be a card. Ask for it again.",
        ),
    ),
    (
        r"This file is no signer’s card",
        Words(
            "Ce fichier n’est pas une carte de signataire, ou il a été modifié en route. Redemandez-la.",
            "Dit bestand is geen kaart van wie ondertekent, of het werd onderweg gewijzigd. Vraag het opnieuw.",
            "This file is no signer’s card, or was altered on its way. Ask for it again.",
        ),
    ),
    (
        r"This card holds no key",
        Words(
            "Cette carte ne contient pas de clé utilisable ici. Demandez-en une autre.",
            "Deze kaart bevat geen sleutel die hier bruikbaar is. Vraag een andere.",
            "This card holds no key that can be used here. Ask for another.",
        ),
    ),
    (
        r"The name on this card is not",
        Words(
            "Le nom sur cette carte n’est pas celui de son certificat. Redemandez-la.",
            "De naam op deze kaart is niet die van haar certificaat. Vraag ze opnieuw.",
            "The name on this card is not the one in its certificate. Ask for it again.",
        ),
    ),
    (
        r"This card was not made by the key",
        Words(
            "Cette carte n’a pas été faite par la clé qu’elle montre. Redemandez-la.",
            "Deze kaart werd niet gemaakt door de sleutel die ze toont. Vraag ze opnieuw.",
            "This card was not made by the key that it shows. Ask for it again.",
        ),
    ),
    (
        rf"A signer has a name of 1 to {_N}",
        Words(
            "Qui signe a un nom, de {n} signes au plus.",
            "Wie ondertekent heeft een naam, van hoogstens {n} tekens.",
            "A signer has a name, of at most {n} characters.",
        ),
    ),
    (
        rf"The passphrase of a signer’s key has at least {_N}",
        Words(
            "La phrase de passe d’une clé a au moins {n} signes.",
            "De wachtwoordzin van een sleutel heeft minstens {n} tekens.",
            "The passphrase of a key has at least {n} characters.",
        ),
    ),
    (
        r"This file is no signer’s key",
        Words(
            "Ce fichier n’est pas une clé de signataire, ou il est abîmé. Prenez la copie que vous en gardez.",
            "Dit bestand is geen sleutel van wie ondertekent, of het is beschadigd. Neem de kopie die u ervan bewaart.",
            "This file is no signer’s key, or it is damaged. Take the copy that you keep of it.",
        ),
    ),
    (
        r"The passphrase does not open this key",
        Words(
            "La phrase n’ouvre pas cette clé, ou le fichier est abîmé\u00a0: on ne peut pas les distinguer.",
            "De zin opent deze sleutel niet, of het bestand is beschadigd: dat verschil is niet te zien.",
            "It does not open this key, or the file is damaged: the two cannot be told apart.",
        ),
    ),
    (
        r"A signer’s key is P-256",
        Words(
            "Une clé est du type P-256, ou RSA de 2048 à 4096 bits.",
            "Een sleutel is van het type P-256, of RSA van 2048 tot 4096 bits.",
            "A key is P-256, or RSA of 2048 to 4096 bits.",
        ),
    ),
    (
        rf"This request is not for the key of {_NAME}, or",
        Words(
            "Cette demande n’est pas pour la clé de {name}, ou elle a été modifiée en route. Redemandez-la.",
            "Deze aanvraag is niet voor de sleutel van {name}, of werd onderweg gewijzigd. Vraag ze opnieuw.",
            "This request is not for the key of {name}, or was altered on its way. Ask for it again.",
        ),
    ),
    (
        rf"This request is larger than {_N} MB",
        Words(
            "Cette demande dépasse {n}\u00a0Mo et n’a pas été lue.",
            "Deze aanvraag is groter dan {n} MB en werd niet gelezen.",
            "This request is larger than {n} MB and was not read.",
        ),
    ),
    (
        r"This file is no signing request",
        Words(
            "Ce fichier n’est pas une demande de signature, ou ce n’en est que le début. Redemandez-la.",
            "Dit bestand is geen aanvraag om te ondertekenen, of enkel het begin ervan. Vraag ze opnieuw.",
            "This file is no signing request, or only the beginning of one. Ask for it again.",
        ),
    ),
    (
        r"This request is not enciphered",
        Words(
            "Cette demande n’est pas chiffrée comme Smes Panel le fait\u00a0: elle n’a pas été ouverte.",
            "Deze aanvraag is niet versleuteld zoals Smes Panel dat doet: ze werd niet geopend.",
            "This request is not enciphered the way Smes Panel does it, and was not opened.",
        ),
    ),
    (
        r"This request was made by another version",
        Words(
            "Cette demande vient d’une autre version de Smes Panel. Installez la dernière.",
            "Deze aanvraag komt uit een andere versie van Smes Panel. Installeer de nieuwste.",
            "This request was made by another version of Smes Panel. Install the latest one.",
        ),
    ),
    (
        r"This request does not read",
        Words(
            "Cette demande ne se lit pas\u00a0: une partie manque ou est en trop. Redemandez-la.",
            "Deze aanvraag is niet leesbaar: een deel ontbreekt of is te veel. Vraag ze opnieuw.",
            "This request does not read: a part of it is missing or too much. Ask for it again.",
        ),
    ),
    (
        r"The code of this request is not",
        Words(
            "L’empreinte de cette demande n’est pas celle de ce qu’elle dit\u00a0: ne signez pas, appelez le jury.",
            "De code van deze aanvraag is niet die van wat erin staat: onderteken niet, bel de jury.",
            "The code of this request is not the code of what it says: do not sign, call the panel.",
        ),
    ),
    (
        rf"What this request says of {_KEY}",
        Words(
            "Ce que cette demande dit de {key} n’est pas ce que couvre son empreinte\u00a0: ne signez pas.",
            "Wat deze aanvraag over {key} zegt, is niet waar haar code voor staat: onderteken niet.",
            "What this request says of {key} is not what its code stands for: do not sign.",
        ),
    ),
    (
        rf"This request has a letter to {_KEY}",
        Words(
            "Cette demande contient une lettre à {key}, dont son empreinte ne dit rien\u00a0: ne signez pas.",
            "Deze aanvraag bevat een brief aan {key}, over wie haar code niets zegt: onderteken niet.",
            "This request has a letter to {key}, of whom its code says nothing: do not sign.",
        ),
    ),
    (
        r"This file is no signed reply",
        Words(
            "Ce fichier n’est pas une réponse signée, ou il a été modifié en route. Redemandez-la.",
            "Dit bestand is geen ondertekend antwoord, of het werd onderweg gewijzigd. Vraag het opnieuw.",
            "This file is no signed reply, or was altered on its way. Ask for it again.",
        ),
    ),
    (
        r"This reply is too large",
        Words(
            "Ce fichier est trop grand pour être une réponse et n’a pas été lu.",
            "Dit bestand is te groot om een antwoord te zijn en werd niet gelezen.",
            "This file is too large to be a reply and was not read.",
        ),
    ),
    (
        rf"This reply was not made with the card of {_NAME} that this",
        Words(
            "Cette réponse ne vient pas de la carte de {name} que ce dossier connaît.",
            "Dit antwoord komt niet van de kaart van {name} die dit dossier kent.",
            "This reply was not made with the card of {name} that this file holds.",
        ),
    ),
    (
        rf"The signature of this reply is not the one of {_NAME}: it was",
        Words(
            "La signature de cette réponse n’est pas celle de {name}\u00a0: elle a été modifiée.",
            "De handtekening van dit antwoord is niet die van {name}: het werd gewijzigd.",
            "The signature of this reply is not the one of {name}: it was altered.",
        ),
    ),
    (
        r"This reply answers a request from another dossier",
        Words(
            "Cette réponse concerne un autre dossier.",
            "Dit antwoord hoort bij een ander dossier.",
            "This reply answers a request from another file.",
        ),
    ),
    (
        rf"This reply answers closing {_N} of",
        Words(
            "Cette réponse porte sur une autre clôture (n°\u00a0{n}). Envoyez la demande d’aujourd’hui.",
            "Dit antwoord hoort bij een andere afsluiting (nr. {n}). Stuur de aanvraag van vandaag.",
            "This reply answers another closing (no. {n}). Send today’s request.",
        ),
    ),
    (
        r"This reply answers the code (?P<code>[0-9a-f]{4}(?: [0-9a-f]{4}){3})",
        Words(
            "Cette réponse porte sur l’empreinte {code}, qui n’est pas celle de cette clôture.",
            "Dit antwoord geldt voor code {code}, en dat is niet die van deze afsluiting.",
            "This reply answers the code {code}, which is not that of this closing.",
        ),
    ),
    (
        r"The signed minutes are not those",
        Words(
            "Le procès-verbal signé n’est pas celui dont parle cette réponse.",
            "Het ondertekende proces-verbaal is niet dat waarover dit antwoord gaat.",
            "The signed minutes are not those that this reply speaks of.",
        ),
    ),
    (
        r"What was signed is not the minutes",
        Words(
            "Ce qui est signé n’est pas le procès-verbal qui a été vu.",
            "Wat ondertekend werd, is niet het proces-verbaal dat gezien werd.",
            "What was signed is not the minutes that were seen.",
        ),
    ),
    (
        rf"A request is signed or refused, with at most {_N}",
        Words(
            "On signe ou on refuse, avec un motif de {n} signes au plus.",
            "Men ondertekent of weigert, met een motief van hoogstens {n} tekens.",
            "A request is signed or refused, with at most {n} characters of reason.",
        ),
    ),
    (
        r"A refusal to sign carries its reason",
        Words(
            "Un refus de signer porte son motif.",
            "Een weigering om te ondertekenen vermeldt haar motief.",
            "A refusal to sign carries its reason.",
        ),
    ),
    (
        r"This is no PDF that can be signed",
        Words(
            "Ce fichier n’est pas un PDF qui peut être signé.",
            "Dit bestand is geen pdf die ondertekend kan worden.",
            "This is no PDF that can be signed.",
        ),
    ),
    (
        r"This PDF carries no signature",
        Words(
            "Ce PDF ne porte pas de signature. Demandez celui qui est signé.",
            "Deze pdf draagt geen handtekening. Vraag de ondertekende.",
            "This PDF carries no signature. Ask for the signed one.",
        ),
    ),
    (
        r"This PDF was changed after",
        Words(
            "Ce PDF a été modifié après sa signature. Redemandez-le.",
            "Deze pdf werd na de ondertekening gewijzigd. Vraag hem opnieuw.",
            "This PDF was changed after it was signed. Ask for it again.",
        ),
    ),
    (
        r"Something was added to this PDF",
        Words(
            "Quelque chose a été ajouté à ce PDF après sa signature. Redemandez-le.",
            "Er werd na de ondertekening iets aan deze pdf toegevoegd. Vraag hem opnieuw.",
            "Something was added to this PDF after it was signed. Ask for it again.",
        ),
    ),
    (
        rf"This PDF is not signed with the key of {_NAME}\. Compare",
        Words(
            "Ce PDF n’est pas signé avec la clé de {name}. Comparez à nouveau les quatre mots.",
            "Deze pdf is niet ondertekend met de sleutel van {name}. Vergelijk de vier woorden opnieuw.",
            "This PDF is not signed with the key of {name}. Compare the four words again.",
        ),
    ),
)
