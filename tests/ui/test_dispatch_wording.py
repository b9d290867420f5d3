"""Every sentence about letters that leave has its words in the three languages."""

from __future__ import annotations

import pytest

from smes_panel.dispatch import account, courier, drafts, mailbox, submission
from smes_panel.dispatch.submission import NO_SUCH_SIGNS, TOO_BIG, Answer
from smes_panel.intake.imap import visit
from smes_panel.model.words import Language
from ui.wording import Tongue
from ui.wording.refusals import reason

SENTENCES = [
    *(account.NO_PLACE, account.NO_USER, account.NO_SENDER, account.NO_REPLY),
    *(mailbox.NO_DRAFTS, f"{mailbox.NOT_TAKEN} over quota"),
    *(drafts.BROKE_OFF, drafts.UNCLEAR, drafts.TWICE),
    *(submission.NO_TLS, submission.SLIPPED_IN, submission.NOT_SMTP, submission.NO_ENTRY, submission.NO_WAY_IN),
    *(courier.BROKE_OFF, courier.UNCLEAR, f"{courier.NOT_TAKEN} 550 no", f"{courier.NOT_NOW} 451 later"),
    f"{courier.NOT_TAKEN} {Answer(552, (f'{TOO_BIG} (10,000 bytes).',))}",
    f"{courier.NOT_TAKEN} {Answer(553, (NO_SUCH_SIGNS,))}",
    "There is no letter to print together: choose some that are complete.",
    "The letter of K-02 is no PDF that reads. Nothing was made.",
    "K-01: the letter offer was not made; it has no e-mail address that can be written to: correct the address.",
    *(visit.NO_SUCH, visit.SILENT, visit.UNKNOWN_AUTHORITY, visit.OTHER_NAME, visit.EXPIRED, visit.NO_FOLDER),
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_about_a_letter_that_leaves_is_said_in_three_languages(sentence: str) -> None:
    said = [reason(Tongue(language), sentence) for language in Language]
    assert sentence not in said[:2]
    assert len(set(said)) == 3


def test_the_servers_own_words_are_kept() -> None:
    french = reason(Tongue(Language.FR), f"{courier.NOT_TAKEN} 550 5.1.1 nobody of this name")
    assert french == "Le serveur n’a pas pris cette lettre. Sa réponse\u00a0: 550 5.1.1 nobody of this name"


def test_the_sentences_are_all_here() -> None:
    modules = (account, courier, drafts, mailbox, submission)
    written = {
        value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and " " in value
    }
    assert [one for one in written if not any(one in sentence for sentence in SENTENCES)] == []
