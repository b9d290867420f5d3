"""Dossiers for the window's tests: a vacancy drawn from a posting of our own, and plainly fictitious applications."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

from smes_panel.dossier import Dossier
from smes_panel.gestures.applications import AddApplication
from smes_panel.gestures.vacancy import OpenVacancy, Settle
from smes_panel.model.application import DocumentKind, Identity, IncomingApplication, IncomingDocument
from smes_panel.model.vacancy import Criterion, Posting, Stage
from smes_panel.model.words import Language, Words

PASSPHRASE = "quatre tasses de thé œuvrent"
BRUSSELS = ZoneInfo("Europe/Brussels")

LABELS = (
    Words("Diplôme ou expérience équivalente", "Diploma of gelijkwaardige ervaring", "Degree or equivalent experience"),
    Words("Adhésion aux valeurs", "Onderschrijven van de waarden", "Sharing the values"),
    Words("Secteur social-santé et logement", "Sector welzijn, zorg en wonen", "Social, health and housing sector"),
    Words("Contexte sociopolitique bruxellois", "Brusselse sociaal-politieke context", "Social and political context"),
    Words("Enjeux du cumul des problématiques", "Samenloop van problemen", "Several problems at once"),
    Words("Informatique et réseaux sociaux", "Informatica en sociale media", "Computing and social media"),
    Words("Expression orale et écrite", "Mondeling en schriftelijk", "Speaking and writing"),
    Words("Français et néerlandais", "Frans en Nederlands", "French and Dutch"),
    Words("Gestion de projets et événements", "Projecten en evenementen", "Projects and events"),
    Words("Animation de réunions", "Vergaderingen leiden", "Running meetings"),
    Words("Aisance en public", "Spreken voor publiek", "Speaking in public"),
    Words("Créativité", "Creativiteit", "Creativity"),
    Words("Initiative, proactivité", "Initiatief, proactiviteit", "Initiative"),
    Words("Expérience de 5 ans", "5 jaar ervaring", "5 years of experience"),
)
ANCHORS = {
    1: Words("Sujet non abordé", "Niet aan bod gekomen", "Not mentioned"),
    2: Words("Problèmes décrits côte à côte", "Problemen naast elkaar beschreven", "Problems described side by side"),
    3: Words(
        "Liens et obstacles nommés, avec un exemple", "Verbanden benoemd, met voorbeeld", "Links named, with an example"
    ),
    4: Words(
        "Obstacles et leviers, tirés de l’expérience", "Obstakels en hefbomen, uit ervaring", "Obstacles and levers"
    ),
}
QUESTION = Words(
    "Racontez une situation où plusieurs problèmes se mêlaient. Où l’accès aux droits bloquait-il ?",
    "Vertel over een situatie waarin meerdere problemen samenkwamen. Waar liep de toegang tot rechten vast?",
    "Tell of a situation where several problems met. Where was access to rights blocked?",
)

PEOPLE = (
    ("Salma Esquisse", "fr", "19 21:02", "cl"),
    ("Hanne Proefstuk", "nl", "19 22:47", "cl"),
    ("Théo Maquette", "fr", "19 23:15", "cl"),
    ("Inès Brouillon", "fr", "20 08:31", "cl"),
    ("Wout Schets", "nl", "20 09:04", "cl"),
    ("Fatou Spécimen", "fr", "20 11:52", "cl"),
    ("Karim Prototype", "fr", "20 12:20", "cl"),
    ("Elif Figurine", "fr", "20 14:36", "cl"),
    ("Marie-Françoise Personnage-Inventé de la Longue-Particule", "fr", "20 17:40", "cl"),
    ("Nel Denkbeeldig", "nl", "20 18:08", "c"),
    ("Robin Chimère", "fr", "21 07:55", "cl"),
    ("Salma Esquisse", "fr", "20 08:14", "cl"),
)


def vacancy(*, settled: bool) -> OpenVacancy:
    """A vacancy of fourteen criteria; `settled` gives them weights, levels, stages, anchors and questions."""
    criteria = tuple(
        Criterion(
            f"C{number:02d}",
            f"Le point {number} du profil publié : {label.fr.lower()}",
            label=label,
            essential=number not in (4, 6, 10, 11, 12, 13) if settled else None,
            weight=float(1 + number % 3) if settled else None,
            stages=((Stage.SCREENING,), (Stage.SCREENING, Stage.INTERVIEW), (Stage.INTERVIEW,))[number % 3]
            if settled
            else None,
            anchors={Stage.SCREENING: ANCHORS, Stage.INTERVIEW: ANCHORS} if settled else {},
            questions=(QUESTION,) if settled and number % 3 else (),
        )
        for number, label in enumerate(LABELS, start=1)
    )
    posting = Posting(
        text="CHARGÉ·E DE PROJETS FICTIFS\n\nProfil\n" + "\n".join(f"• {one.wording}" for one in criteria),
        language=Language.FR,
        title="Chargé·e de projets fictifs",
        organisation="Association du Spécimen",
        hours_per_week=19.0,
        apply_to="rh@exemple.invalid",
        deadline=datetime(2022, 6, 20, tzinfo=BRUSSELS).date(),
        asks_reference=True,
        documents=("CV", "lettre de motivation"),
        mission="Mettre en œuvre des projets dans le cadre d’un réseau imaginaire.",
        missions=("Planifier le programme annuel", "Organiser les réunions", "Rédiger des articles"),
    )
    return OpenVacancy(posting, criteria)


def application(
    name: str, language: str = "fr", at: str = "20 08:00", pieces: str = "cl", n: int = 0
) -> AddApplication:
    """What one person sent in June 2022: `pieces` is a letter for each document, c for a CV and l for a letter."""
    day, _, clock = at.partition(" ")
    received = datetime.fromisoformat(f"2022-06-{day}T{clock}").replace(tzinfo=BRUSSELS)
    kinds = {"c": (DocumentKind.CV, "cv.pdf"), "l": (DocumentKind.LETTER, "lettre.pdf")}
    documents = tuple(
        IncomingDocument(
            kinds[one][1], kinds[one][0], "application/pdf", f"{name} {one} {n}".encode(), f"texte de {name}"
        )
        for one in pieces
    )
    address = f"{name.split(maxsplit=1)[0].lower()}@exemple.invalid"
    identity = Identity(name=name, email=address, language=Language(language))
    fingerprint = sha256(f"{name} {at} {n}".encode()).hexdigest()
    return AddApplication(
        IncomingApplication(fingerprint, f"{name}.eml", received, identity, "Candidature au poste", documents)
    )


def make(path: Path, *, people: bool = True, settled: bool = True) -> Path:
    """A dossier at `path`, closed, under PASSPHRASE."""
    with Dossier.create(path, PASSPHRASE) as dossier:
        dossier.do(vacancy(settled=settled))
        if people:
            for n, (name, language, at, pieces) in enumerate(PEOPLE):
                dossier.do(application(name, language, at, pieces, n))
        if settled:
            dossier.do(Settle("closes_at", "2022-06-20T23:59+02:00"))
    return path
