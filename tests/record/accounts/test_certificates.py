"""A certificate is told the same whether a proxy gives it whole, percent-encoded, or by its fingerprint."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from yifa.record.accounts.certificates import NotACertificate, told


def test_a_certificate_and_its_fingerprint_are_told_the_same() -> None:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime(2026, 3, 1, tzinfo=UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "陆知行")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 7, now, now + timedelta(days=1))
    signed = made.sign(key, hashes.SHA256())
    pem = signed.public_bytes(Encoding.PEM).decode()
    hex_ = signed.fingerprint(hashes.SHA256()).hex()

    spaced = ":".join(hex_[place : place + 2] for place in range(0, 64, 2)).upper()
    said = (pem, quote(pem), pem.replace("\n", " "), hex_, spaced)
    assert {told(one) for one in said} == {hex_}


@pytest.mark.parametrize("said", ["", "陆知行", "12", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
def test_what_is_neither_is_refused(said: str) -> None:
    with pytest.raises(NotACertificate):
        told(said)
