"""The blanks of the letters that answer no outcome: receipt, what is missing or late, attestation, access."""

from __future__ import annotations

from smes_panel.model.words import Words


def _same(text: str) -> Words:
    return Words(text, text, text)


FURTHER: tuple[tuple[str, Words, Words, str], ...] = (
    (
        "controller",
        Words(
            "responsable du traitement : dénomination et siège",
            "verwerkingsverantwoordelijke: naam en zetel",
            "the controller of the data: its name and seat",
        ),
        Words(
            "Smes asbl, rue de la Maquette 1, 1000 Bruxelles",
            "Smes vzw, Maquettestraat 1, 1000 Brussel",
            "Smes asbl, rue de la Maquette 1, 1000 Brussels",
        ),
        "text",
    ),
    (
        "dpo",
        Words(
            "délégué·e à la protection des données, s’il y en a",
            "functionaris voor gegevensbescherming, als die er is",
            "the data protection officer, where there is one",
        ),
        _same("vieprivee@exemple.invalid"),
        "text",
    ),
    (
        "processors",
        Words(
            "qui traite les données pour nous, s’il y en a",
            "wie de gegevens voor ons verwerkt, als die er is",
            "who processes the data for us, where somebody does",
        ),
        _same("Hébergement Modèle srl"),
        "text",
    ),
    (
        "missing_documents",
        Words("documents qui manquent", "ontbrekende documenten", "the documents that are missing"),
        Words(
            "le curriculum vitae; la lettre de motivation",
            "het cv; de motivatiebrief",
            "the curriculum vitae; the covering letter",
        ),
        "list",
    ),
    (
        "complete_by",
        Words("date limite pour compléter", "uiterste datum om aan te vullen", "the day to complete the file by"),
        _same("2022-06-24"),
        "date",
    ),
    (
        "received_at",
        Words("heure de réception", "uur van ontvangst", "the hour the application came in"),
        _same("8:12"),
        "time",
    ),
    (
        "closed_on",
        Words("date de l’échéance", "uiterste datum om te kandideren", "the day of the deadline"),
        _same("2022-06-20"),
        "date",
    ),
    (
        "closed_at",
        Words("heure de l’échéance", "uiterste uur om te kandideren", "the hour of the deadline"),
        _same("23:59"),
        "time",
    ),
    (
        "condition",
        Words(
            "condition de l’annonce qui n’est pas établie",
            "voorwaarde van de vacature die niet is aangetoond",
            "the condition of the posting that is not established",
        ),
        Words("un diplôme de l’enseignement supérieur", "een diploma hoger onderwijs", "a degree of higher education"),
        "text",
    ),
    (
        "former_date",
        Words("date prévue d’abord", "eerst geplande datum", "the day planned first"),
        _same("2022-07-04"),
        "day",
    ),
    (
        "withdrawn_on",
        Words("date du retrait", "datum van de intrekking", "the day of the withdrawal"),
        _same("2022-06-28"),
        "date",
    ),
    (
        "left_at",
        Words("heure de fin de l’entretien", "einduur van het gesprek", "the hour the interview ended"),
        _same("10:30"),
        "time",
    ),
    (
        "returned_documents",
        Words("documents rendus", "teruggegeven documenten", "the documents returned"),
        Words(
            "un diplôme original; deux attestations",
            "een origineel diploma; twee attesten",
            "an original diploma; two certificates",
        ),
        "list",
    ),
    (
        "requested_on",
        Words("date de la demande d’accès", "datum van het verzoek om inzage", "the day access was asked for"),
        _same("2022-07-12"),
        "date",
    ),
    (
        "enclosed",
        Words("ce qui est joint à la réponse", "wat bij het antwoord is gevoegd", "what is enclosed with the reply"),
        Words(
            "vos documents; nos courriers; les avis du jury",
            "uw documenten; onze brieven; de beoordelingen",
            "your documents; our letters; the panel’s opinions",
        ),
        "list",
    ),
    (
        "renewed_until",
        Words("nouvelle fin de la réserve", "nieuwe einddatum van de reserve", "the new last day of the reserve list"),
        _same("2024-12-31"),
        "date",
    ),
)
"""Name, what it is, a sample as typed, and how it is read."""
