"""What tells a certificate apart from every other: the SHA-256 of it, or what a proxy says of it, written one way."""

from __future__ import annotations

import re
from urllib.parse import unquote

from cryptography import x509
from cryptography.hazmat.primitives import hashes

_BEGINS = "-----BEGIN CERTIFICATE-----"
_HEX = re.compile(r"[0-9a-f]{8,128}")


class NotACertificate(ValueError):
    """Neither a certificate nor the number or fingerprint of one."""


def told(said: str) -> str:
    """A certificate (PEM, also percent-encoded, on one line) or a number of one as accounts keep it: small hex.

    Raises `NotACertificate`.

    >>> told("0A:1B:2C:3D:4E:5F")
    '0a1b2c3d4e5f'
    """
    text = unquote(said).strip()
    if text.startswith(_BEGINS):
        body = "".join(text.replace(_BEGINS, "").partition("-----END")[0].split())
        try:
            read = x509.load_pem_x509_certificate(f"{_BEGINS}\n{body}\n-----END CERTIFICATE-----\n".encode())
        except ValueError as error:
            raise NotACertificate("found a certificate that cannot be read") from error
        return read.fingerprint(hashes.SHA256()).hex()
    plain = re.sub(r"[\s:]", "", text).lower().removeprefix("0x")
    if not _HEX.fullmatch(plain):
        raise NotACertificate("expected a certificate, or its number or fingerprint in hex")
    return plain
