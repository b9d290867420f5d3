"""The sentences of a page as the keyboard takes them: headings, points of a list, and sentences over several lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.reader.sentences import sentences

CV = (
    "Yasmina Modèle\r\nCoordinatrice de réseau · 1000 Bruxelles\r\n\r\nPROFIL\r\n"
    "Dix ans entre le travail de rue et la coordination de réseau. J’aime faire dialoguer\r\n"
    "des équipes qui se connaissent mal et écrire ce qu’elles apprennent ensemble.\r\n"
    "EXPÉRIENCE\r\n• Coordination de 34 services (maisons d’accueil, santé mentale, rue) autour de\r\n"
    "situations qui cumulent sans-abrisme et souffrance psychique\r\n• Six journées d’étude de 80 à 150 personnes\r\n"
    "LANGUES\r\nFrançais : langue maternelle. Néerlandais C1 : réunions, animation, courriels. Anglais B2.\r\n"
)
POINT = (
    "Coordination de 34 services (maisons d’accueil, santé mentale, rue) autour de situations qui cumulent "
    "sans-abrisme et souffrance psychique"
)


def said(text: str) -> list[str]:
    return [" ".join(text[begin:end].split()) for begin, end in sentences(text)]


def test_a_cv_is_taken_heading_by_heading_point_by_point_and_sentence_by_sentence() -> None:
    assert said(CV) == [
        "Yasmina Modèle",
        "Coordinatrice de réseau · 1000 Bruxelles",
        "PROFIL",
        "Dix ans entre le travail de rue et la coordination de réseau.",
        "J’aime faire dialoguer des équipes qui se connaissent mal et écrire ce qu’elles apprennent ensemble.",
        "EXPÉRIENCE",
        POINT,
        "Six journées d’étude de 80 à 150 personnes",
        "LANGUES",
        "Français : langue maternelle.",
        "Néerlandais C1 : réunions, animation, courriels.",
        "Anglais B2.",
    ]


def test_an_abbreviation_and_an_initial_end_no_sentence() -> None:
    assert said("Lettre à Mme. Modèle, av. Exemple 3, p. ex. Rue 2. Merci.") == [
        "Lettre à Mme. Modèle, av. Exemple 3, p. ex. Rue 2.",
        "Merci.",
    ]
    assert said("Chez J. Voorbeeld sinds 2012. Daarna niets.") == ["Chez J. Voorbeeld sinds 2012.", "Daarna niets."]


@given(st.text(alphabet="aB. \r\n•-é!", max_size=120))
def test_sentences_go_forward_never_meet_and_leave_no_word_out(text: str) -> None:
    found = sentences(text)
    ends = [place for span in found for place in span]
    assert ends == sorted(ends)
    assert all(begin < end and not text[begin].isspace() and not text[end - 1].isspace() for begin, end in found)
    covered = {place for begin, end in found for place in range(begin, end)}
    assert [place for place, sign in enumerate(text) if sign.isalnum() and place not in covered] == []
