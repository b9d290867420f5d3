"""Certificates for a mail server on loopback, from an authority of the tests' own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Authority:
    """An authority that nobody knows, and the certificates it makes out in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _called("Autorité d'essai")
        made = _begun(self._name, self._name, self._key.public_key(), days=30)
        made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        self._signed = made.sign(self._key, hashes.SHA256())
        self.pem = folder / "authority.pem"
        self.pem.write_bytes(self._signed.public_bytes(serialization.Encoding.PEM))

    def makes_out(self, name: str, *, days: int = 30) -> Path:
        """A certificate and its key in one file, good from yesterday on for so many days."""
        key = ec.generate_private_key(ec.SECP256R1())
        made = _begun(_called("Serveur d'essai"), self._name, key.public_key(), days=days)
        named: x509.GeneralName = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
        signed = made.add_extension(x509.SubjectAlternativeName([named]), critical=False).sign(
            self._key, hashes.SHA256()
        )
        path = self._folder / f"{name}.{days}.pem"
        path.write_bytes(
            signed.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        path.chmod(0o600)
        return path


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _begun(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, *, days: int
) -> x509.CertificateBuilder:
    today = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=abs(days) + 1))
        .not_valid_after(today + timedelta(days=days))
    )
