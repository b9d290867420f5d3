"""The words of the texts of letters: the template beside the letter, its chips, and why a text is none."""

from __future__ import annotations

from smes_panel.model.template import Flaw
from smes_panel.model.words import Language, Words

KIND = Words("Sorte de lettre", "Soort brief", "Kind of letter")
SHOWN = Words("Champs ou texte", "Velden of tekst", "Fields or text")
FIELDS = Words("Champs", "Velden", "Fields")
TEXT = Words("Texte", "Tekst", "Text")
BY_OUTCOME = Words("Selon l’issue", "Volgens de uitslag", "By outcome")
IN_LANGUAGE = Words("Langue du texte", "Taal van de tekst", "Language of the text")
BOTH = Words("Les deux", "Beide", "Both")
LANGUAGES = {
    Language.FR: Words("français", "Frans", "French"),
    Language.NL: Words("néerlandais", "Nederlands", "Dutch"),
    Language.EN: Words("anglais", "Engels", "English"),
}
TEXT_IN = Words("Texte en {language} : {kind}", "Tekst in het {language}: {kind}", "Text in {language}: {kind}")
OWN_TEXT_OF = Words("Texte de cette lettre : {name}", "Tekst van deze brief: {name}", "Text of this letter: {name}")
WHOSE = Words("Pour quelles lettres", "Voor welke brieven", "For which letters")
SHARED = Words("Modèle", "Model", "Template")
ALONE = Words("Cette lettre", "Deze brief", "This letter")
INSERT = Words("Insérer un champ", "Veld invoegen", "Insert a field")
OTHER_FIELDS = Words("Autres champs", "Andere velden", "Other fields")
RESET = Words("Texte de la maison", "Tekst van het huis", "The house’s text")
FOLLOW = Words("Suivre le modèle", "Model volgen", "Follow the template")
COMPARE = Words("Différences", "Verschillen", "Differences")
WRITE = Words("Revenir au texte", "Terug naar de tekst", "Back to the text")
HOUSE = Words(
    "Texte de la maison, pour toutes ces lettres",
    "Tekst van het huis, voor al deze brieven",
    "The house’s text, for all these letters",
)
CHANGED = Words(
    "Modifié le {day}, pour toutes ces lettres",
    "Gewijzigd op {day}, voor al deze brieven",
    "Changed on {day}, for all these letters",
)
FOLLOWS = Words(
    "Suit le modèle : écrire ici en fait un texte à part",
    "Volgt het model: wie hier schrijft, geeft deze brief een eigen tekst",
    "Follows the template: writing here gives this letter its own text",
)
APART = Words("texte à part", "eigen tekst", "own text")
OWN = Words(
    "Texte à part, pour cette lettre seule",
    "Eigen tekst, voor deze brief alleen",
    "Its own text, for this letter alone",
)
NO_TEXT = Words(
    "Pas encore de texte dans cette langue : ces lettres attendent.",
    "Nog geen tekst in deze taal: deze brieven wachten.",
    "No text in this language yet: these letters wait.",
)
WITHOUT_TEXT = Words("sans texte", "zonder tekst", "without text")
UNSAID = Words("Ne dit plus : {what}", "Zegt niet meer: {what}", "No longer says: {what}")
IN_TEMPLATE = Words("Modèle", "Model", "Template")
IN_LETTER = Words("Cette lettre", "Deze brief", "This letter")
LEFT_OUT = Words("retiré", "weggelaten", "left out")
NOT_THERE = Words("rien", "niets", "nothing")
SAME = Words("Aucune différence avec le modèle.", "Geen verschil met het model.", "No difference with the template.")
SPECIMEN = Words("lettre fictive", "fictieve brief", "specimen")
TO_TEXT = Words("texte", "tekst", "text")
TO_INSERT = Words("insérer un champ", "veld invoegen", "insert a field")
TO_KEEP = Words("garder le texte", "tekst bewaren", "keep the text")

SUBJECT = Words("Objet", "Betreft", "Subject")
SALUTATION = Words("Appel", "Aanhef", "Salutation")
SIGNATURE = Words("Signature", "Handtekening", "Signature")
SMALL = Words("Petit texte", "Kleine tekst", "Small print")
LINES = {"subject": SUBJECT, "salutation": SALUTATION, "signature": SIGNATURE, "small": SMALL}
IF = Words("si {name}", "als {name}", "if {name}")
IF_IS = Words("si {name} : {answer}", "als {name}: {answer}", "if {name}: {answer}")
IF_NOT = Words("sauf {name} : {answer}", "behalve {name}: {answer}", "unless {name}: {answer}")
END_IF = Words("fin", "einde", "end")
END_IF_HELP = Words(
    "Fin des mots dits sous condition", "Einde van de voorwaardelijke woorden", "End of the words said on a condition"
)
IF_HELP = Words(
    "Les mots jusqu’à « fin » ne sont dits qu’à cette condition",
    "De woorden tot “einde” komen er alleen op deze voorwaarde",
    "The words up to “end” are said on this condition only",
)
LINE_HELP = Words(
    "Ce que cette ligne est dans la lettre", "Wat deze regel is in de brief", "What this line is in the letter"
)

FLAWS = {
    Flaw.LINE: Words(
        "« {what} » : une ligne de cette sorte n’a pas sa place ici.",
        "“{what}”: zo’n regel hoort hier niet.",
        "“{what}”: such a line has no place here.",
    ),
    Flaw.PARTS: Words(
        "Une lettre a un objet, un appel, un paragraphe, une ou deux signatures et un petit texte, chacun à sa ligne.",
        "Een brief heeft een betreft, een aanhef, een alinea, handtekeningen (een of twee) en kleine tekst, elk apart.",
        "A letter has a subject, a salutation, a paragraph, one or two signatures and small print, each on its line.",
    ),
    Flaw.PAIR: Words(
        "« {what} » : il faut « | » entre ses deux parties.",
        "“{what}”: tussen de twee delen hoort “|”.",
        "“{what}”: its two parts need “|” between them.",
    ),
    Flaw.ITEM: Words(
        "« {what} » : une ligne de liste s’écrit avec un tiret, un titre et deux points, puis son texte.",
        "“{what}”: een regel van een lijst is een streepje, een titel en een dubbelpunt, dan de tekst.",
        "“{what}”: a line of a list is a dash, a heading and a colon, then its text.",
    ),
    Flaw.OPEN: Words(
        "« {what} » : une accolade ou une condition n’est pas fermée.",
        "“{what}”: een accolade of voorwaarde is niet gesloten.",
        "“{what}”: a brace or a condition is not closed.",
    ),
    Flaw.UNKNOWN: Words(
        "Il n’y a pas de champ « {what} » : prenez-le dans « Insérer un champ ».",
        "Er is geen veld “{what}”: kies het via “Veld invoegen”.",
        "There is no field “{what}”: take it from “Insert a field”.",
    ),
    Flaw.OTHERWISE: Words(
        "Le champ « {what} » ne se dit pas de cette façon.",
        "Het veld “{what}” wordt niet zo gebruikt.",
        "The field “{what}” is not said this way.",
    ),
    Flaw.ANSWER: Words(
        "Le champ « {what} » n’a jamais cette réponse.",
        "Het veld “{what}” heeft nooit dit antwoord.",
        "The field “{what}” never has this answer.",
    ),
    Flaw.LONG: Words(
        "Ce texte est trop long pour une lettre.",
        "Deze tekst is te lang voor een brief.",
        "This text is too long for a letter.",
    ),
    Flaw.UNSAID: Words(
        "Cette lettre doit dire « {what} » : insérez ce champ.",
        "Deze brief moet “{what}” zeggen: voeg dat veld in.",
        "This letter must say “{what}”: insert that field.",
    ),
}
NOT_WRITTEN = Words("Rien n’est changé.", "Er is niets gewijzigd.", "Nothing was changed.")

REASONS: tuple[tuple[str, Words], ...] = (
    (
        r"The .+ deliberation is closed under the code (?P<n>.+): reopen it first",
        Words(
            "La délibération est close sous le code {n} : rouvrez-la d’abord, avec une raison.",
            "De beraadslaging is gesloten onder de code {n}: heropen ze eerst, met een reden.",
            "The deliberation is closed under the code {n}: reopen it first, with a reason.",
        ),
    ),
    (
        r"The letter (?P<name>\S+) in (?P<n>\S+) has the house's text",
        Words(
            "Ces lettres ont déjà le texte de la maison.",
            "Deze brieven hebben al de tekst van het huis.",
            "These letters have the house’s text already.",
        ),
    ),
    (
        r"The letter (?P<name>\S+) to (?P<key>\S+) has no text of its own",
        Words(
            "La lettre à {key} suit déjà le modèle.",
            "De brief aan {key} volgt het model al.",
            "The letter to {key} follows the template already.",
        ),
    ),
    (
        r"The letter (?P<name>\S+) to (?P<key>\S+) has left, or may have",
        Words(
            "La lettre à {key} est partie, ou l’est peut-être : elle ne change plus.",
            "De brief aan {key} is weg, of misschien: hij verandert niet meer.",
            "The letter to {key} has left, or may have: it changes no more.",
        ),
    ),
)
