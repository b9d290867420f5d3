"""The signature inside a PDF: what it covers, who made it, and that other programs say the same."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms, x509
from hypothesis import given
from hypothesis import strategies as st

from smes_panel.errors import SignatureBroken
from smes_panel.model.words import Language
from smes_panel.signing import pades
from smes_panel.signing.keys import Key
from smes_panel.signing.pades import Examined, State, check, examined, sign
from tests.signing.samples import AT, director, flipped, minutes, stranger, with_rsa


@cache
def signed() -> bytes:
    return sign(minutes(), director(), AT)


def hole(content: bytes) -> tuple[int, int]:
    """Where the signature of a file stands: from its `<` to after its `>`."""
    before, after, _ = (int(one) for one in list(pades._RANGE.finditer(content))[-1].groups())
    return before, after


@pytest.mark.parametrize("key", [director, with_rsa])
@pytest.mark.parametrize("language", list(Language))
def test_what_is_signed_is_intact_and_by_its_card(key: Callable[[], Key], language: Language) -> None:
    content = sign(minutes(language), key(), AT)
    assert examined(content) == Examined(State.INTACT, key().card.certificate)
    assert examined(content).by(key().card)
    assert not examined(content).by(stranger().card)
    assert examined(content).signer == key().card.name
    check(content, key().card)


def test_signing_adds_at_the_end_and_leaves_every_byte_that_was_there() -> None:
    assert signed().startswith(minutes())
    assert 3_000 < len(signed()) - len(minutes()) < 16_000


def test_what_is_not_signed_says_so() -> None:
    assert examined(minutes()) == Examined(State.UNSIGNED)
    with pytest.raises(SignatureBroken, match="carries no signature"):
        check(minutes(), director().card)


def test_another_signer_is_found_out() -> None:
    with pytest.raises(SignatureBroken, match="not signed with the key of Inès"):
        check(sign(minutes(), stranger(), AT), director().card)


def test_a_bit_changed_anywhere_is_found_out() -> None:
    content = signed()
    before, after = hole(content)
    places = {*range(0, before, 97), *range(before - 700, before + 40), *range(after - 60, len(content))}
    places |= set(range(before, after, 17))
    unseen = [at for at in sorted(places) if examined(flipped(content, at, at % 8)).state is State.INTACT]
    assert unseen == []


def test_each_byte_of_what_lies_in_the_hole_counts() -> None:
    content = signed()
    before, after = hole(content)
    length = len(bytes.fromhex(content[before + 1 : after - 1].decode()).rstrip(b"\0"))
    for at in range(before, before + 2 * length + 9):
        other = b"0" if content[at : at + 1] != b"0" else b"1"
        for changed in (flipped(content, at, at % 8), content[:at] + other + content[at + 1 :]):
            assert examined(changed) == Examined(State.BROKEN), at


@pytest.mark.parametrize(
    "spoil",
    [
        lambda signed: signed.__setitem__("version", "v3"),
        lambda signed: signed["certificates"].append(x509.Certificate.load(stranger().card.certificate)),
        lambda signed: signed["digest_algorithms"].append({"algorithm": "sha512"}),
        lambda signed: signed["signer_infos"].append(signed["signer_infos"][0].copy()),
        lambda signed: signed["signer_infos"][0].__setitem__("version", "v3"),
        lambda signed: signed["signer_infos"][0].__setitem__("digest_algorithm", {"algorithm": "sha512"}),
        lambda signed: signed["signer_infos"][0].__setitem__(
            "unsigned_attrs", [{"type": "content_type", "values": ["data"]}]
        ),
        lambda signed: signed["encap_content_info"].__setitem__("content", b"something else"),
    ],
)
def test_a_message_that_says_more_than_its_signature_is_refused(spoil: Callable[[Any], object]) -> None:
    content = signed()
    before, after = hole(content)
    message = cms.ContentInfo.load(pades._unwrapped(content[before:after]))
    spoil(message["content"])
    spoilt = b"<" + message.dump(force=True).hex().encode().ljust(after - before - 2, b"0") + b">"
    assert len(spoilt) == after - before
    assert examined(content[:before] + spoilt + content[after:]) == Examined(State.BROKEN)


def test_a_file_cut_anywhere_is_found_out() -> None:
    content = signed()
    cuts = (*range(0, len(content), 501), *range(len(content) - 600, len(content)))
    states = {examined(content[:at]).state for at in cuts}
    assert states == {State.BROKEN, State.UNSIGNED}


def test_what_is_added_afterwards_is_found_out() -> None:
    for more in (b"\n", b" ", b"%%EOF\n", signed()[len(minutes()) :][:300]):
        assert examined(signed() + more).state is State.ADDED
        with pytest.raises(SignatureBroken, match="Something was added"):
            check(signed() + more, director().card)


def test_an_update_by_another_program_is_found_out() -> None:
    from pyhanko.pdf_utils.generic import TextStringObject, pdf_name
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(BytesIO(signed()))
    writer.root[pdf_name("/Lang")] = TextStringObject("nl")
    writer.update_root()  # type: ignore[no-untyped-call]
    output = BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    assert output.getvalue().startswith(signed())
    assert examined(output.getvalue()).state is State.ADDED


def test_a_signature_over_a_signed_file_does_not_pass_for_the_first() -> None:
    """A field of the same name is taken already; another program that adds its own is known by its certificate."""
    with pytest.raises(SignatureBroken, match="no PDF that can be signed"):
        sign(signed(), stranger(), AT)


def test_a_signature_moved_to_another_file_is_found_out() -> None:
    content, other = signed(), sign(minutes(Language.NL), director(), AT)
    (before, after), (start, end) = hole(content), hole(other)
    assert after - before == end - start
    moved = other[:start] + content[before:after] + other[end:]
    assert examined(moved).state is State.BROKEN


def test_a_hole_made_wider_is_found_out() -> None:
    content = signed()
    before, after = hole(content)
    rest = len(content) - after
    for wider in (f"[0 {before - 1} {after} {rest}]", f"[0 {before} {after + 1} {rest - 1}]", f"[0 0 {after} {rest}]"):
        found = list(pades._RANGE.finditer(content))[-1]
        spelled = b"/ByteRange " + wider.encode().ljust(found.end() - found.start() - 11)
        assert examined(content[: found.start()] + spelled + content[found.end() :]).state is State.BROKEN


@given(st.binary(max_size=300), st.sampled_from([b"", b"/ByteRange [0 3 9 5]", b"/ByteRange[0 0 2 0]<30>"]))
def test_nothing_that_is_said_makes_the_examination_stumble(content: bytes, begins: bytes) -> None:
    assert examined(begins + content).state in {State.UNSIGNED, State.BROKEN}


@given(st.binary(max_size=200))
def test_nothing_in_the_hole_makes_the_examination_stumble(message: bytes) -> None:
    content = signed()
    before, after = hole(content)
    filled = b"<" + message.hex().encode().ljust(after - before - 2, b"0") + b">"
    assert examined(content[:before] + filled + content[after:]).state is State.BROKEN


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"no PDF at all", minutes()[:2_000]])
def test_what_is_no_pdf_is_not_signed(content: bytes) -> None:
    with pytest.raises(SignatureBroken, match="no PDF that can be signed"):
        sign(content, director(), AT)


def test_pyhanko_says_the_same_of_what_is_intact_and_of_what_is_not() -> None:
    content = signed()
    before, after = hole(content)
    assert _pyhanko(content)
    for at in (2_000, before - 900, before + 801, after + 3):
        assert not _pyhanko(flipped(content, at)), at


def _pyhanko(content: bytes) -> bool:
    """Whether pyHanko finds one signature that covers the whole file, valid under the director's certificate."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import async_validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    trusted = ValidationContext(trust_roots=[x509.Certificate.load(director().card.certificate)], allow_fetching=False)
    try:
        (found,) = PdfFileReader(BytesIO(content)).embedded_signatures
        status: Any = asyncio.run(async_validate_pdf_signature(found, trusted))
    except Exception:  # noqa: BLE001  whatever it stumbles over, it does not find the file intact
        return False
    return bool(status.intact and status.valid and status.coverage.name == "ENTIRE_FILE")


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="missing program: pdfsig (poppler-utils)")
@pytest.mark.parametrize("key", [director, with_rsa])
def test_pdfsig_confirms_the_signature_and_sees_what_was_changed(key: Callable[[], Key], tmp_path: Path) -> None:
    content = sign(minutes(), key(), AT)
    before, _ = hole(content)
    said = _pdfsig(content, tmp_path)
    assert "Signature Validation: Signature is Valid." in said
    assert "Total document signed" in said
    assert "Signature Type: ETSI.CAdES.detached" in said
    assert f"Signer Certificate Common Name: {key().card.name}" in said
    assert "Digest Mismatch" in _pdfsig(flipped(content, 9), tmp_path)
    assert "Not total document signed" in _pdfsig(content + b"\n% more\n" * 9, tmp_path)
    message = content[before + 1 :].partition(b">")[0].rstrip(b"0")
    assert "Signature is Valid" not in _pdfsig(flipped(content, before + len(message) - 20), tmp_path)


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="missing program: pdfsig (poppler-utils)")
def test_readers_call_the_signer_unknown_for_no_authority_vouches(tmp_path: Path) -> None:
    assert "Certificate Validation: Certificate issuer is unknown." in _pdfsig(signed(), tmp_path, "-no-ocsp")


def _pdfsig(content: bytes, folder: Path, *more: str) -> str:
    path = folder / "minutes.pdf"
    path.write_bytes(content)
    asked = ["pdfsig", *(more or ("-nocert",)), str(path)]
    # What authorities the person of this computer trusts is not asked.
    alone = {**os.environ, "HOME": str(folder)}
    return subprocess.run(asked, capture_output=True, text=True, check=False, env=alone).stdout


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="missing program: qpdf")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(signed())
    assert subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0


def test_what_is_signed_is_still_for_archives() -> None:
    """The validator knows neither forms nor their fields. Without these nothing is left to say; and they keep the rules
    of PDF/A-2b that concern them (ISO 19005-2, 6.3 and 6.4).
    """
    pikepdf: Any = pytest.importorskip("pikepdf", reason="missing package: pikepdf[pdfa]")
    pdfa: Any = pytest.importorskip("pikepdf.pdfa", reason="missing package: pikepdf[pdfa]")
    with pikepdf.open(BytesIO(signed())) as pdf:
        assert [each.rule for each in pdfa.check(pdf, "2b").findings] == ["pikepdf:schema-Catalog"]
        form = pdf.Root.AcroForm
        (field,) = form.Fields
        assert "/NeedAppearances" not in form
        assert "/XFA" not in form
        assert "/Perms" not in pdf.Root
        assert [float(one) for one in field.Rect] == [0, 0, 0, 0]
        assert int(field.F) & 0b100111 == 0b100  # printed; not invisible, hidden or kept from view
        assert "/A" not in field
        assert "/AA" not in field
        assert str(field.V.SubFilter) == "/ETSI.CAdES.detached"
        with pdf.open_metadata() as said:
            assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "B")
        del pdf.Root.AcroForm
        del pdf.pages[0].Annots
        assert [each.rule for each in pdfa.check(pdf, "2b").findings] == []


_OFFLINE = """
import sys
heard = []
sys.addaudithook(lambda event, args: heard.append((event, args)) if event.startswith("socket.") else None)
from pathlib import Path
from smes_panel.signing import pades, card
content, certified = (Path(one).read_bytes() for one in sys.argv[1:])
pades.check(content, card.Card.read(certified))
asked = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}
print([each for each, _ in heard if each in asked], sorted({"aiohttp", "pyhanko", "asyncio", "ssl"} & set(sys.modules)))
"""


def test_checking_needs_neither_a_network_nor_what_could_reach_one(tmp_path: Path) -> None:
    (tmp_path / "signed.pdf").write_bytes(signed())
    (tmp_path / "card").write_bytes(director().card.content)
    asked = [sys.executable, "-c", _OFFLINE, str(tmp_path / "signed.pdf"), str(tmp_path / "card")]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"


def test_signing_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def asked(*_: object) -> None:
        raise AssertionError("a connection was asked for")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, asked)
    monkeypatch.setattr(socket, "getaddrinfo", asked)
    check(sign(minutes(), director(), AT), director().card)
