"""The commands of the signature: a key and its card, the request and its reply, minutes, and the proof of it all."""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path

from smes_panel.cli.decide import act_of, closer
from smes_panel.cli.opening import first_line, from_environment, opened
from smes_panel.cli.papers import day_of
from smes_panel.cli.said import as_json, one_line
from smes_panel.errors import BadInput
from smes_panel.model.closing import Verdict, shown
from smes_panel.model.words import Language
from smes_panel.paper.placing import put
from smes_panel.signoff import acts, signature
from smes_panel.signoff.proof import Finding, verify_pdf
from smes_panel.signoff.proof import verify as proved

KEY_VARIABLE = "SMES_PANEL_KEY_PASSPHRASE"
LARGEST_FILE = 300 * 2**20


def sign(options: argparse.Namespace) -> int:
    """One step of a signature; each is a function of its own below."""
    steps = {
        "key": key,
        "card": card,
        "request": request,
        "reply": reply,
        "attach": attach,
        "chair": chair,
    }
    return steps[options.step](options)


def key(options: argparse.Namespace) -> int:
    """Makes a signer's key, kept in one file under a passphrase, and the card that goes to the panel."""
    from smes_panel.signing import keys

    if not options.name:
        raise BadInput("--name says who signs. No key was made.")
    made = keys.Key.made(options.name, datetime.now(UTC))
    where = options.out or options.file.with_suffix(".smescard")
    if where.exists():
        raise BadInput(f"{where} exists already. Choose another name. Nothing was written.")
    keys.keep(options.file, made.locked(_key_passphrase(options, twice=True)))
    keys.keep(where, made.card.content)
    print(f"The key of {one_line(made.card.name)} is in {options.file}, the card in {where}.")
    print(f"Its four words: {' '.join(made.card.words)}")
    return 0


def card(options: argparse.Namespace) -> int:
    """Enters a signer's card into the dossier, once its four words were compared; without them, shows them."""
    from smes_panel.signing.card import Card

    content = _content(options, "card")
    shown_card = Card.read(content)
    if not options.words:
        print(f"The card of {one_line(shown_card.name)}. Its four words: {' '.join(shown_card.words)}")
        print("Have the signer read theirs by telephone; then say them with --words. Nothing was entered.")
        return 0
    with opened(options) as dossier:
        dossier.do(signature.to_enter(content, options.words))
        print(f"The card of {one_line(shown_card.name)} is entered.")
    return 0


def request(options: argparse.Namespace) -> int:
    """Writes the signing request for the card that was entered."""
    if options.out is None:
        raise BadInput("--out says where the request goes. Nothing was written.")
    with opened(options) as dossier:
        act = act_of(options)
        language = Language(options.language) if options.language else dossier.read.posting().language
        content = signature.request(dossier, act, language, day_of(options))
        code = signature.closed(dossier, act).code
    put(options.out, content, b"age-encryption.org")
    print(f"The signing request is in {options.out}; it stands under {shown(code)} ({_words(code)}).")
    return 0


def reply(options: argparse.Namespace) -> int:
    """Shows what a request asks to sign; with --out, answers it: signed, or refused with a reason."""
    from smes_panel.signing import keys
    from smes_panel.signing.reply import answer
    from smes_panel.signing.request import Request

    if options.key is None:
        raise BadInput("--key names the signer's key. Nothing was opened.")
    content = _read(options.file)
    held = keys.Key.unlocked(_read(options.key), _key_passphrase(options))
    asked = Request.opened(content, held)
    print(f"{asked.act.name}, version {asked.number}, under {shown(asked.code)} ({_words(asked.code)}).")
    print(f"{len(asked.persons)} people, {len(asked.letters)} letters.")
    if options.show is not None:
        options.show.mkdir(parents=True, exist_ok=True)
        put(options.show / "minutes.pdf", asked.minutes)
        put(options.show / "decision.pdf", asked.decision)
        for one in asked.letters:
            put(options.show / f"{one.key}-{one.kind}.pdf", one.content)
        print(f"What is to be signed is in {options.show}.")
    if options.out is None:
        print("Nothing was answered: --out says where the reply goes.")
        return 0
    verdict = Verdict.REFUSED if options.refuse else Verdict.SIGNED
    put(options.out, answer(held, asked, verdict, datetime.now(UTC), options.refuse or ""), b"{")
    print(f"The reply ({verdict.value}) is in {options.out}.")
    return 0


def attach(options: argparse.Namespace) -> int:
    """Records a signed reply, or the signed page scanned."""
    with opened(options) as dossier:
        if options.paper is not None:
            verdict = Verdict.REFUSED if options.refuse else Verdict.SIGNED
            gesture = signature.on_paper(
                dossier, act_of(options), _read(options.paper), options.signer, verdict, options.refuse or ""
            )
        else:
            gesture = signature.to_attach(dossier, _content(options, "reply"), day_of(options))
        dossier.do(gesture)
        print(f"{gesture.act.name}: {gesture.verdict.value} by {one_line(gesture.signer)}.")
    return 0


def chair(options: argparse.Namespace) -> int:
    """Has the chair sign a shortlist, where the rules delegate it."""
    with opened(options) as dossier:
        who = closer(dossier.read, options.by)
        dossier.do(acts.as_chair(dossier, act_of(options), who))
        print(f"{act_of(options).name}: signed by the chair, {one_line(who.name)}.")
    return 0


def minutes(options: argparse.Namespace) -> int:
    """Prints the minutes of an act, or the director's page; once signed, the signed file itself with --signed."""
    import base64

    from smes_panel.paper.minutes import decision_pdf, minutes_pdf
    from smes_panel.signoff.minutes import minutes_facts

    with opened(options) as dossier:
        act = act_of(options)
        if options.signed:
            signed = signature.closed(dossier, act).signature
            if signed is None or not signed.minutes:
                raise BadInput(f"The {act.name} minutes are not signed yet. Nothing was written.")
            put(options.out, base64.b64decode(signed.minutes))
        else:
            language = Language(options.language) if options.language else dossier.read.posting().language
            facts = minutes_facts(dossier, act, language, day_of(options))
            if options.decision:
                signature.closed(dossier, act)
            put(options.out, decision_pdf(facts) if options.decision else minutes_pdf(facts))
    print(f"The {'decision' if options.decision else 'minutes'} of the {act.name} act: {options.out}.")
    return 0


def verify(options: argparse.Namespace) -> int:
    """Proves what was closed, signed and sent, from the dossier or from signed minutes alone; exit status 1 if anything
    does not hold.
    """
    if options.file.suffix.casefold() == ".pdf":
        found = _of_pdf(options)
    else:
        with opened(options) as dossier:
            found = list(proved(dossier))
    if options.json:
        as_json([{"about": one.about, "holds": one.holds, "said": one.said} for one in found])
    else:
        for one in found:
            print(f"{'ok ' if one.holds else 'NO '} {one.about}: {one_line(one.said)}")
    return 0 if all(one.holds for one in found) else 1


def _of_pdf(options: argparse.Namespace) -> list[Finding]:
    from smes_panel.intake.extraction import Reader
    from smes_panel.signing.card import Card

    content = _read(options.file)
    held = Card.read(_read(options.card)) if options.card is not None else None
    with Reader() as reader:
        text = reader.text_of(content, "application/pdf").text
    return list(verify_pdf(content, text, held))


def _words(code: str) -> str:
    from smes_panel.signing import words

    return " ".join(words.of_code(code))


def _content(options: argparse.Namespace, what: str) -> bytes:
    if options.source is None:
        raise BadInput(f"--from names the {what} file. Nothing was changed.")
    return _read(options.source)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(f"{path} is larger than {LARGEST_FILE // 2**20} MB and was not read.")
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}). Nothing was changed.") from None


def _key_passphrase(options: argparse.Namespace, *, twice: bool = False) -> str:
    if options.key_passphrase_file is not None:
        return first_line(options.key_passphrase_file, "passphrase")
    if (given := from_environment(KEY_VARIABLE)) is not None:
        return given
    if not sys.stdin.isatty():
        raise BadInput(f"No passphrase of the key was given: set {KEY_VARIABLE} or name a --key-passphrase-file.")
    typed = getpass.getpass("Passphrase of the signer's key: ")
    if twice and getpass.getpass("Once more: ") != typed:
        raise BadInput("The two passphrases differ. Nothing was written.")
    return typed
