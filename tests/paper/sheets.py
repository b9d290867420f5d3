"""Sheets of a fictitious recruitment, as long or as short as a test wants them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from smes_panel.model.panel import Member, Role
from smes_panel.model.sheet import SheetFacts
from smes_panel.model.vacancy import Criterion, Stage
from smes_panel.model.words import Language, Words

MAUDE = Member("m1", 2, "Maude Jury", Role.MEMBER)

_INTERVIEW = (
    ("C02", "Adhésion aux valeurs du Smes", True, "Une personne suivie refuse tout soin. Que faites-vous, et que dites-vous à l’équipe qui s’impatiente\u00a0?", ("réponse contraire aux valeurs", "principes cités, sans exemple", "exemple vécu et cohérent", "exemple, doute et recul assumés")),  # noqa: E501
    ("C05", "Enjeux du cumul des problématiques", True, "Racontez une situation où logement, santé mentale et consommation se mêlaient. Où l’accès aux droits bloquait-il\u00a0?", ("un seul problème perçu", "problèmes décrits côte à côte", "liens et obstacles nommés", "leviers concrets proposés")),  # noqa: E501
    ("C07", "Expression orale et écrite", True, "Présentez en deux minutes votre dernier projet à une élue qui n’y connaît rien.", ("message difficile à suivre", "clair par moments", "clair et structuré", "clair, vivant, adapté")),  # noqa: E501
    ("C08", "Français et néerlandais", True, "(En néerlandais) Hoe zou u een eerste netwerkvergadering voorbereiden met diensten die elkaar niet kennen?", ("pas d’échange possible", "comprend, répond peu", "échange fluide", "nuance et improvise")),  # noqa: E501
    ("C10", "Animation de réunions", False, "Une réunion de douze services s’enlise, deux personnes prennent toute la parole. Que faites-vous\u00a0?", ("sans piste", "une technique citée", "plusieurs gestes concrets", "gestes, cadre et suite")),  # noqa: E501
    ("C11", "Aisance en public", False, "Quelle intervention publique vous a le plus coûté\u00a0? Qu’en avez-vous retenu\u00a0?", ("évite la question", "expérience limitée", "expérience réelle", "expérience et apprentissage")),  # noqa: E501
    ("C12", "Créativité", False, "Avec 500 € et un mois, quelle activité proposeriez-vous au réseau\u00a0?", ("pas d’idée", "idée connue", "idée adaptée au réseau", "idée neuve et réaliste")),  # noqa: E501
    ("C13", "Initiative, proactivité", False, "Parlez-nous d’une chose que vous avez lancée sans qu’on vous le demande.", ("pas d’exemple", "exemple accompagné", "exemple mené seul·e", "exemple et effets durables")),  # noqa: E501
)  # fmt: skip

_SCREENING = (
    ("C01", "Diplôme ou expérience équivalente", True, 1, ("aucun lien", "lien indirect", "diplôme du champ ou équivalent", "diplôme et formation continue")),  # noqa: E501
    ("C02", "Adhésion aux valeurs du Smes", True, 3, ("absentes ou contredites", "mots repris de l’annonce", "illustrées par un exemple", "fil rouge du dossier")),  # noqa: E501
    ("C03", "Secteur social-santé et logement", True, 3, ("secteur inconnu", "un des domaines", "deux domaines, acteurs cités", "réseau précis et actuel")),  # noqa: E501
    ("C04", "Contexte sociopolitique bruxellois", False, 2, ("non abordé", "mention générale", "niveaux de pouvoir connus", "expérience de concertation")),  # noqa: E501
    ("C05", "Enjeux du cumul des problématiques", True, 3, ("non abordé", "problèmes séparés", "liens entre problèmes", "obstacles et leviers")),  # noqa: E501
    ("C06", "Informatique et réseaux sociaux", False, 1, ("rien d’indiqué", "bureautique", "outils et réseaux sociaux", "usage professionnel régulier")),  # noqa: E501
    ("C07", "Expression orale et écrite", True, 2, ("dossier difficile à suivre", "clair par endroits", "clair et structuré", "écrits publiés ou cités")),  # noqa: E501
    ("C08", "Français et néerlandais", True, 3, ("une seule langue", "comprend l’autre", "travaille dans les deux", "anime et rédige")),  # noqa: E501
    ("C09", "Gestion de projets et événements", True, 2, ("pas de projet", "participation", "projet mené", "projets et événements menés")),  # noqa: E501
    ("C14", "Expérience de 5 ans", True, 2, ("moins d’un an", "1 à 3 ans", "3 à 5 ans", "5 ans et plus")),
)  # fmt: skip


def interview_criteria() -> tuple[Criterion, ...]:
    return tuple(
        Criterion(
            code,
            label,
            Words(label),
            essential=essential,
            stages=(Stage.INTERVIEW,),
            anchors={Stage.INTERVIEW: {level: Words(text) for level, text in enumerate(anchors, start=1)}},
            questions=(Words(question),),
        )
        for code, label, essential, question, anchors in _INTERVIEW
    )


def screening_criteria() -> tuple[Criterion, ...]:
    return tuple(
        Criterion(
            code,
            label,
            Words(label),
            essential=essential,
            weight=weight,
            stages=(Stage.SCREENING,),
            anchors={Stage.SCREENING: {level: Words(text) for level, text in enumerate(anchors, start=1)}},
        )
        for code, label, essential, weight, anchors in _SCREENING
    )


def grid(
    criteria: tuple[Criterion, ...] | None = None,
    *,
    language: Language = Language.FR,
    candidate: str | None = "Yasmina Modèle",
    member: Member | None = MAUDE,
    title: str = "Chargé·e de projets Connect, CDD mi-temps",
) -> SheetFacts:
    return SheetFacts(
        dossier="7K3M9QXA",
        organisation="Smes asbl",
        title=title,
        reference="CP-2022-06",
        stage=Stage.INTERVIEW,
        language=language,
        criteria=interview_criteria() if criteria is None else criteria,
        form_version=2,
        printed_on=date(2022, 7, 4),
        application="K-04",
        candidate=candidate,
        member=member,
        when="mardi 5 juillet 2022, 9 h 30",
        room="Salle A",
    )


def checklist(
    criteria: tuple[Criterion, ...] | None = None,
    *,
    language: Language = Language.FR,
    title: str = "Chargé·e de projets Connect, CDD mi-temps",
) -> SheetFacts:
    return SheetFacts(
        dossier="7K3M9QXA",
        organisation="Smes asbl",
        title=title,
        reference="CP-2022-06",
        stage=Stage.SCREENING,
        language=language,
        criteria=screening_criteria() if criteria is None else criteria,
        form_version=2,
        printed_on=date(2022, 7, 4),
    )


PROSE = "Présenter un projet à des personnes qui n’y connaissent rien, l’adapter, et garder le fil jusqu’au bout. " * 8
TEXTS = st.one_of(
    st.integers(0, 60).map(lambda length: PROSE[:length]),
    st.integers(0, 60).map(lambda length: PROSE[:length]),
    st.integers(0, 800).map(lambda length: PROSE[-length:]),
    st.integers(1, 9).map(lambda times: "Anticonstitutionnellement" * times),
)


@st.composite
def criteria(draw: st.DrawFn) -> tuple[Criterion, ...]:
    """One to thirty criteria, sub-criteria among them, with texts from none to far too long, one long word included."""
    made = []
    for number in range(1, draw(st.integers(1, 30)) + 1):
        suffix = draw(st.sampled_from(["", "", "", "a", "b"]))
        levels = draw(st.sets(st.sampled_from([1, 2, 3, 4])))
        made.append(
            Criterion(
                f"C{number:02d}{suffix}",
                wording=draw(TEXTS),
                label=Words(draw(TEXTS)),
                parent=f"C{number:02d}" if suffix else None,
                essential=draw(st.sampled_from([None, False, True])),
                weight=draw(st.sampled_from([None, 1, 1.5])),
                anchors={stage: {level: Words(draw(TEXTS)) for level in sorted(levels)} for stage in Stage},
                questions=tuple(Words(text) for text in draw(st.lists(TEXTS, max_size=2))),
            )
        )
    return tuple(made)
